"""NumPy programs: which type every ufunc computes in, for every type and pair of types, with arrays and 0-d operands."""

UNARY = [
    "absolute", "arccos", "arccosh", "arcsin", "arcsinh", "arctan", "arctanh", "cbrt", "ceil", "conjugate", "cos",
    "cosh", "deg2rad", "degrees", "exp", "exp2", "expm1", "fabs", "floor", "invert", "isfinite", "isinf", "isnan",
    "log", "log10", "log1p", "log2", "logical_not", "negative", "positive", "rad2deg", "radians", "reciprocal",
    "rint", "sign", "signbit", "sin", "sinh", "spacing", "sqrt", "square", "tan", "tanh", "trunc",
]
BINARY = [
    "add", "arctan2", "bitwise_and", "bitwise_or", "bitwise_xor", "copysign", "divide", "equal", "float_power",
    "floor_divide", "fmax", "fmin", "fmod", "gcd", "greater", "greater_equal", "heaviside", "hypot", "lcm",
    "left_shift", "less", "less_equal", "logaddexp", "logaddexp2", "logical_and", "logical_or", "logical_xor",
    "maximum", "minimum", "multiply", "nextafter", "not_equal", "power", "remainder", "right_shift", "subtract",
]
TYPES = [
    "bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64",
    "complex64", "complex128",
]
PRELUDE = """import numpy as np
np.seterr(all='ignore')

def show(label, compute):
    try:
        r = compute()
        print(label, r.dtype, r)
    except Exception as e:
        print(label, type(e).__name__, e)

"""
#: Values that every type can hold and every function is defined at.
VALUE = {"arccosh": "1", "arctanh": "0"}
#: In small types NumPy computes these with instructions that differ from machine to machine in the last digit.
ROUGH = {"arctanh", "cbrt", "exp", "expm1", "log", "log1p", "sinh", "cosh", "tan", "tanh", "sin", "cos", "arcsin", "arccos", "arctan", "arcsinh", "arccosh", "exp2", "log2", "log10", "float_power", "power", "logaddexp", "logaddexp2", "arctan2", "hypot"}


def unary():
    for name in UNARY:
        value = VALUE.get(name, "1")
        call = f"np.{name}(np.array([{value}], dtype=t))"
        if name in ROUGH:
            call = f"np.around({call}, 2)"
        lines = [f"for t in {TYPES + ['<U2', 'object']!r}:", f"    show(t, lambda: {call})"]
        yield f"types {name}", PRELUDE + "\n".join(lines) + "\n"


def binary():
    forms = {
        "arrays": "np.array([1], dtype=a), np.array([1], dtype=b)",
        "0-d first": "np.array(1, dtype=a), np.array([1], dtype=b)",
        "0-d second": "np.array([1], dtype=a), np.array(1, dtype=b)",
        "scalars": "np.array(1, dtype=a)[()], np.array(1, dtype=b)[()]",
    }
    for name in BINARY:
        lines = [f"types = {TYPES!r}"]
        for label, operands in forms.items():
            lines += [
                f"print({label!r})",
                "for a in types:",
                "    row = []",
                "    for b in types:",
                "        try:",
                f"            r = np.{name}({operands})",
                "            row.append(str(r.dtype))",
                "        except Exception as e:",
                "            row.append(type(e).__name__)",
                "    print(a, *row)",
            ]
        lines += [
            "for a, b in [('<U2', 'int64'), ('<U2', '<U3'), ('bool', '<U2'), ('object', 'int64'), ('complex128', 'float32'), ('float16', 'int8'), ('bool', 'bool')]:",
            f"    show((a, b), lambda: np.{name}(np.array([1], dtype=a), np.array([2], dtype=b)))",
        ]
        yield f"pairs {name}", PRELUDE + "\n".join(lines) + "\n"
    values = ["0", "-1", "1", "127", "128", "255", "256", "-129", "70000", "-70000", "2**40", "-2**40", "2**63", "0.5", "1e5", "1e39", "1e300", "True", "1j"]
    for name in ["add", "multiply", "divide", "maximum", "equal", "power", "floor_divide", "remainder", "bitwise_and", "left_shift", "arctan2"]:
        lines = [
            f"for v in [{', '.join(values)}]:",
            f"    for t in {TYPES!r}:",
            "        try:",
            f"            r = np.{name}(np.array([1, 1], dtype=t), v)",
            "            print(v, t, r.dtype)",
            "        except Exception as e:",
            "            print(v, t, type(e).__name__, e)",
        ]
        yield f"python numbers {name}", PRELUDE + "\n".join(lines) + "\n"


def programs():
    yield from unary()
    yield from binary()
