"""Programs that apply operators, methods and built-in functions to ordinary and odd values."""

SHOW = """def show(text, compute):
    try:
        print(text, '->', repr(compute()))
    except Exception as error:
        print(text, '->', type(error).__name__ + ':', error)

"""

NUMBERS = ["0", "1", "-7", "3", "10**20", "-(2**70)", "True", "0.0", "-0.0", "2.5", "-3.75", "1e300", "float('inf')", "float('nan')"]
OTHERS = ["None", "'ab'", "''", "[1, 2]", "(1,)", "{'a': 1}", "{1, 2}", "b'xy'", "2+3j", "range(3)"]
VALUES = NUMBERS + OTHERS


def shows(expressions, setup=""):
    lines = [f"show({text!r}, lambda: {text})" for text in expressions]
    return SHOW + setup + "\n".join(lines) + "\n"


def operators():
    small = ["0", "1", "-2", "3", "True", "0.0", "2.5", "-3.75", "10**20"]
    for operator in ["+", "-", "*", "/", "//", "%", "&", "|", "^"]:
        for left in VALUES:
            right = small + ["None", "'ab'", "[1, 2]", "(1,)", "{1, 3}", "b'z'", "2+3j"]
            if operator == "*" and left not in NUMBERS:
                right = [value for value in right if value != "10**20"]
            if operator == "*" and left in NUMBERS[3:]:
                right = [value for value in right if value not in ("'ab'", "[1, 2]", "(1,)", "b'z'")]
            if operator == "%" and left == "b'xy'":
                continue
            if operator == "%" and left in ("''", "'ab'", "b'xy'"):
                right = [value for value in right if value != "b'z'"]
            yield f"operator {operator} {left}", shows(f"({left}) {operator} ({value})" for value in right)
    for left in ["0", "2", "-2", "10", "2.5", "-8.0", "True", "'a'"]:
        yield f"power {left}", shows(f"({left}) ** ({value})" for value in ["0", "1", "2", "-1", "3.0", "30", "-2.0", "None"])
    for left in ["0", "1", "-5", "7", "2**40", "2.0"]:
        yield f"shift {left}", shows([f"({left}) {op} ({value})" for op in ("<<", ">>") for value in ["0", "1", "3", "70", "-1", "1.0"]])
    for operator in ["==", "<", "<=", ">", ">=", "!="]:
        for left in ["1", "2.5", "float('nan')", "10**20", "'ab'", "[1, 2]", "(1, 2)", "{1, 2}", "None", "True", "{'a': 1}", "b'ab'"]:
            right = ["1", "1.0", "2.5", "True", "'b'", "'ab'", "[1, 3]", "[1, 2]", "(1, 2)", "{1}", "{2, 1}", "None", "{'a': 1}", "b'ac'", "1e20"]
            yield f"compare {operator} {left}", shows(f"({left}) {operator} ({value})" for value in right)
    for value in VALUES:
        yield f"unary {value}", shows([f"-({value})", f"+({value})", f"~({value})", f"not ({value})", f"bool({value})", f"str({value})", f"type({value}).__name__"])
    for container in ["[1, 2.0, 'a']", "(1, None)", "{1: 2}", "{1, 2}", "'abc'", "b'abc'", "range(0, 10, 3)", "5"]:
        yield f"contains {container}", shows(f"({value}) in {container}" for value in ["1", "2", "'a'", "None", "True", "1.0", "97", "b'a'", "[]"])


def builtin_calls():
    for name in ["abs", "len", "int", "float", "str", "bool", "list", "tuple", "sorted", "sum", "min", "max", "any", "all", "hex", "bin", "oct",
                 "chr", "ord", "round", "repr", "ascii", "dict", "bytes", "complex", "callable", "reversed", "enumerate", "iter", "next", "frozenset", "set", "range"]:
        wrap = "list({})" if name in ("reversed", "enumerate", "iter") else "{}"
        values = [value for value in VALUES if not (name == "bytes" and value in ("10**20",)) and not (name in ("range", "bytes") and value in ("10**20", "-(2**70)"))]
        if name == "iter":
            values = [value for value in values if value != "{1, 2}"]
        yield f"builtin {name}", shows(wrap.format(f"{name}({value})") for value in values)
    for name in ["divmod", "pow"]:
        pairs = [(a, b) for a in ["7", "-7", "7.5", "0", "True", "'a'"] for b in ["2", "-2", "2.5", "0", "-0.5"]]
        yield f"builtin {name} of two", shows(f"{name}({a}, {b})" for a, b in pairs)
    yield "builtin round digits", shows(f"round({a}, {b})" for a in ["2.675", "1234.5678", "-0.5", "1e22", "12345", "True", "0.1"] for b in ["0", "1", "2", "-1", "-3", "None", "20"])
    yield "builtin int base", shows(f"int({text!r}, {base})" for text in ["10", "0x1f", "0b101", " 12 ", "z", "1_000", "-7", ""] for base in [0, 2, 8, 10, 16, 36])
    yield "builtin int text", shows(f"int({text!r})" for text in ["1", " 42\n", "-0", "+5", "1_0", "_1", "1__0", "1.0", "", "abc", "٣", "9" * 25, "0x10", "1e3"])
    yield "builtin float text", shows(f"float({text!r})" for text in ["1", " 4.2\n", "-0", "1e400", "-1e-400", "1_0.5", "_1", ".5", "5.", ".", "", "nan", "-inf", "Infinity", "abc", "1e", "0x10", "1.7976931348623157e308"])
    yield "builtin complex text", shows(f"complex({text!r})" for text in ["1", "1+2j", "-j", "j", "3.5j", "(1-2j)", " 1+2j ", "1 + 2j", "abc", "", "1e3-2e-1j", "infj"])
    yield "builtin isinstance", shows(f"isinstance({value}, {cls})" for value in ["1", "True", "1.0", "'a'", "None"] for cls in ["int", "float", "(int, str)", "object", "int | None", "bool", "3"])
    yield "builtin errors of counts", shows(["len()", "len(1, 2)", "abs()", "chr()", "ord('ab')", "isinstance(1)", "getattr(1)", "sorted()", "max()", "min([])", "max(1, 2, default=3)", "sum([], 1, 2)", "iter()", "next()", "range()", "range(1, 2, 3, 4)", "int(1, 2)", "round()", "list(zip(strict=True))", "print(1, x=2)", "enumerate()", "hash([])", "sorted([1], 2)", "callable()", "id()"])


TEXTS = ["''", "'abc'", "'Hello World'", "'  pad  '", "'ABC def 123'", "'éßŒ'", "'a,b,,c'", "'line\\nnext\\r\\nlast'", "'x😀y'", "'123'"]
STRING_METHODS = {
    "upper": [""], "lower": [""], "title": [""], "capitalize": [""], "swapcase": [""], "casefold": [""],
    "strip": ["", "'a '", "None", "1"], "lstrip": ["", "'ab'"], "rstrip": ["", "'c '"],
    "split": ["", "','", "None, 1", "' ', 1", "''", "1"], "rsplit": ["", "','", "None, 1", "',', 1"], "splitlines": ["", "True"],
    "find": ["'b'", "'b', 2", "''", "'z'", "1"], "rfind": ["'b'", "'', 1, 2"], "index": ["'b'", "'z'"], "rindex": ["'l'"], "count": ["'l'", "''", "'b', 1, 3"],
    "replace": ["'l', 'L'", "'', '-'", "'a', 'bb', 1", "'a'"], "join": ["['1', '2']", "'xy'", "[1]", "5", "{}"],
    "startswith": ["'a'", "('a', 'H')", "'', 5", "1"], "endswith": ["'c'", "('d', 'c')", "'o', 0, 5"],
    "center": ["10", "11, '*'", "3, 'ab'", "'a'"], "ljust": ["10", "8, '-'"], "rjust": ["10", "8, '-'"], "zfill": ["8", "2"],
    "partition": ["' '", "','", "''"], "rpartition": ["' '", "','"], "removeprefix": ["'He'", "''"], "removesuffix": ["'ld'", "'c'"],
    "isalpha": [""], "isdigit": [""], "isalnum": [""], "isspace": [""], "isupper": [""], "islower": [""], "istitle": [""], "isidentifier": [""], "isprintable": [""], "isdecimal": [""], "isnumeric": [""], "isascii": [""],
    "expandtabs": ["", "4"], "encode": ["", "'ascii', 'replace'", "'latin-1', 'ignore'", "'utf-16-le'", "'nope'"], "translate": ["{97: 'X', 98: None}", "str.maketrans('lo', '01')"],
    "__getitem__": ["0", "-1", "10", "slice(1, 3)", "slice(None, None, -1)", "slice(None, None, 2)", "'a'"],
}


def strings():
    for method, arguments in STRING_METHODS.items():
        yield f"str.{method}", shows(f"{text}.{method}({args})" for text in TEXTS for args in arguments)
    for spec in ["", "10", "<10", ">10", "^10", "*^11", "=10", "010", ".2", "10.3", "s", "d", "+", ",", "#", "é<6"]:
        yield f"format str {spec}", shows(f"format({text}, {spec!r})" for text in ["'ab'", "''", "'héllo😀'"])


def formats():
    integers = ["0", "5", "-42", "1234567", "10**20", "True"]
    for spec in ["", "d", "5d", "-5d", "+d", " d", "05d", "<8", "^8", ">8", "*^9", "=+8", ",", "_", "012,", "x", "X", "#x", "#010x", "b", "#b", "_b", "o", "#o", "c", "n", "e", ".2f", "g", "%", ".1%", ".3d", "s", "q", "+,d", "_x", ",x", "15,.2f"]:
        yield f"format int {spec}", shows(f"format({value}, {spec!r})" for value in integers)
    floats = ["0.0", "-0.0", "1.5", "-2.675", "123456.789", "1e-7", "1.5e300", "0.1", "1e16", "float('inf')", "float('nan')", "2.5", "99999.95"]
    for spec in ["", "f", ".0f", ".1f", ".2f", "10.3f", "010.2f", "+.2f", " .2f", "e", ".0e", ".3e", "E", "g", ".3g", ".10g", "#g", "G", "n", "%", ".1%", ",", ",.2f", "_.1f", ".3", ".1", "10", "<10", "^12.2f", "*>12", "=+12.1f", "012,.1f", "#.0f", "z.1f", ".20f", "d", "s", "x"]:
        yield f"format float {spec}", shows(f"format({value}, {spec!r})" for value in floats)
    for spec in ["%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%o", "%i", "%f", "%.2f", "%8.3f", "%-8.1f|", "%+.1e", "%g", "%.3g", "%G", "%e", "%s", "%r", "%a", "%10s", "%-10s|", "%.2s", "%c", "%%", "%5.1f%%", "%q", "%"]:
        yield f"percent {spec}", shows(f"{spec!r} % ({value},)" for value in ["3", "-7", "2.5", "'ab'", "None", "True", "[1]", "1e10", "10**20", "'é'"])
    for template, arguments in [("{} {}", "1, 2"), ("{0} {1} {0}", "1, 2"), ("{a} {b}", "a=1, b=2"), ("{0[1]} {0[0]}", "[1, 2]"), ("{0.real} {0.imag}", "3+4j"), ("{!r} {!s} {!a}", "'é', 'é', 'é'"),
                                ("{:{}}", "3, 5"), ("{:>{w}.{p}f}", "3.14159, w=10, p=2"), ("{{}} {}", "1"), ("{", "1"), ("}", "1"), ("{} {1}", "1, 2"), ("{1} {}", "1, 2"), ("{}", ""), ("{x}", ""), ("{a[k]}", "a={'k': 5}"), ("{0:,}", "1234567"), ("{!z}", "1"), ("{0.nope}", "1"), ("{:d}", "'a'"), ("{:}", "[1]"), ("{:5}", "[1]"), ("{0!r:>8}", "'a'"), ("{a}{a}", "a=0.1"), ("{:%}", "0.25")]:
        yield f"str.format {template} of {arguments}", shows([f"{template!r}.format({arguments})"])


CONTAINERS = {
    "list": ("[3, 1, 2, 1]", ["append(5)", "extend('ab')", "extend(5)", "insert(1, 9)", "insert(-1, 9)", "insert(100, 9)", "pop()", "pop(0)", "pop(-2)", "pop(9)", "remove(1)", "remove(9)", "clear()", "index(1)", "index(1, 2)", "index(7)", "count(1)", "reverse()", "sort()", "sort(reverse=True)", "sort(key=lambda v: -v)", "copy()", "__len__()", "__contains__(3)", "__add__([1])", "__mul__(2)", "__getitem__(slice(0, 3, 2))", "append()", "pop('a')", "__setitem__(1, 5)", "__setitem__(9, 5)", "__setitem__(slice(1, 3), 'xyz')", "__setitem__(slice(0, 4, 2), [7, 8])", "__setitem__(slice(0, 4, 2), [7])", "__delitem__(0)", "__delitem__(slice(1, 3))", "__delitem__(7)", "__iadd__((4, 5))"]),
    "tuple": ("(3, 1, 2, 1)", ["index(1)", "index(9)", "count(1)", "__add__((1,))", "__add__([1])", "__mul__(2)", "__getitem__(-1)", "__getitem__(9)", "__getitem__(slice(None, None, -1))", "__contains__(2)", "append(1)", "__len__()", "__getitem__('a')"]),
    "dict": ("{'a': 1, 'b': None}", ["get('a')", "get('z')", "get('z', 5)", "get('b', 5)", "setdefault('a', 9)", "setdefault('z', 9)", "pop('a')", "pop('z')", "pop('z', 0)", "popitem()", "clear()", "keys()", "values()", "items()", "copy()", "update({'c': 3})", "update(c=4)", "update([('x', 1)])", "update([1])", "update(5)", "fromkeys('ab', 0)", "__contains__('a')", "__getitem__('z')", "__setitem__('q', 2)", "__delitem__('a')", "__delitem__('zz')", "__or__({'a': 7})", "__ior__({'a': 7})", "__len__()", "get([])", "get()"]),
    "set": ("{1, 2, 3}", ["add(4)", "add([])", "discard(2)", "discard(9)", "remove(2)", "remove(9)", "pop()", "clear()", "copy()", "union([4, 5])", "intersection([2, 3, 9])", "difference([1])", "symmetric_difference([3, 4])", "update([7], (8,))", "intersection_update([1])", "difference_update([1, 2])", "symmetric_difference_update([1, 9])", "issubset(range(5))", "issuperset([1])", "isdisjoint([9])", "__or__([1])", "__or__({9})", "__le__({1, 2, 3, 4})", "__contains__(1)", "__len__()", "union(5)"]),
    "bytes": ("b'a,b\\xffc'", ["decode()", "decode('latin-1')", "decode('utf-8', 'replace')", "decode('ascii', 'ignore')", "hex()", "split(b',')", "find(b'b')", "replace(b'a', b'zz')", "upper()", "__getitem__(0)", "__getitem__(slice(1, 3))", "startswith(b'a')", "join([b'1', b'2'])", "count(b',')", "strip(b'ac')", "__add__(b'x')", "__mul__(2)", "index(b'z')", "__contains__(97)", "__len__()", "isalpha()", "title()"]),
    "range": ("range(10, 0, -3)", ["index(7)", "index(8)", "count(4)", "__len__()", "__getitem__(1)", "__getitem__(-1)", "__getitem__(9)", "__getitem__(slice(1, 3))", "__contains__(1)", "__contains__(2.0)", "start", "step"]),
    "int": ("-37", ["bit_length()", "bit_count()", "to_bytes(2, 'big', signed=True)", "to_bytes(1, 'big')", "to_bytes(4, 'little', signed=True)", "conjugate()", "as_integer_ratio()", "real", "imag", "numerator", "denominator", "__add__(2)", "__add__('a')", "__floordiv__(5)", "__divmod__(5)", "__index__()", "__float__()", "__round__(-1)", "__pow__(2, 5)", "__hash__()"]),
    "float": ("(-3.75)", ["is_integer()", "as_integer_ratio()", "hex()", "conjugate()", "real", "imag", "__int__()", "__round__()", "__round__(1)", "__floor__()", "__ceil__()", "__trunc__()", "__divmod__(2)", "__add__('a')", "__pow__(2)", "__pow__(0.5)", "__hash__()"]),
}


def containers():
    for name, (value, calls) in CONTAINERS.items():
        for call in calls:
            lines = [f"value = {value}", f"show({call!r}, lambda: value.{call})", "print(value)"]
            yield f"{name}.{call}", SHOW + "\n".join(lines) + "\n"
    for value in ["[1, 2, 3, 4, 5]", "(1, 2, 3)", "'abcdef'", "b'abcd'", "range(7)"]:
        slices = ["[1:3]", "[:2]", "[-2:]", "[::-1]", "[::2]", "[5:1:-2]", "[10:]", "[-100:100]", "[1:1]", "[::0]", "['a':]", "[None:None:None]", "[True]", "[1.0]"]
        yield f"slices of {value}", shows(f"{value}{text}" for text in slices)
    for value in ["[[1, 2], {'a': (1,)}, {3}, None]", "{'k': [1, 'x']}", "((),)", "[]", "{}", "set()", "frozenset({1})", "[1.0, -0.0, 1e-5, 1e16, 123456789.123]", "'it\\'s \"q\"'", "'tab\\t\\x00\\x7fé\\u2028😀'", "b'q\\'\\n\\xff'", "bytearray(b'ab')", "1j", "complex(-0.0, 1)", "slice(1, None, 2)", "Ellipsis", "NotImplemented", "int", "len", "range(1, 5, 2)"]:
        yield f"repr {value}", shows([value, f"str({value})", f"f'{{{value}!r:>5}}'" if "'" not in value and "{" not in value and "\\" not in value else "0"])


def programs():
    yield from operators()
    yield from builtin_calls()
    yield from strings()
    yield from formats()
    yield from containers()
