"""Programs over decimal: every operation on chosen and random numbers, under several contexts, and how they are shown."""

import random

HEAD = """from decimal import *

def tell(text):
    try:
        print(text, "=", repr(eval(text)))
    except ArithmeticError as error:
        print(text, "!", type(error).__name__, error)
    except (TypeError, ValueError) as error:
        print(text, "!", type(error).__name__, str(error)[:60])

"""

CHOSEN = ["0", "-0", "0.00", "1", "-1", "1.10", "2.20", "10", "1E+3", "1E-7", "0.000001", "123456789.987654321",
          "-7.5", "2.675", "0.5", "99999999999999999999999999999", "NaN", "sNaN", "Infinity", "-Infinity", "1E+999999", "1E-999999"]


def numbers(rng, count):
    for _ in range(count):
        digits = rng.randrange(1, 32)
        text = str(rng.randrange(10**digits))
        exponent = rng.choice([0, 0, -2, -3, 5, -20, 12])
        yield rng.choice(["", "-"]) + (text if exponent == 0 else f"{text}E{exponent}")


def program(lines, context=""):
    return HEAD + context + "".join(f"tell({line!r})\n" for line in lines)


CONTEXTS = {
    "as it is": "",
    "nine digits, half up": "getcontext().prec = 9\ngetcontext().rounding = ROUND_HALF_UP\n",
    "five digits, towards zero": "getcontext().prec = 5\ngetcontext().rounding = ROUND_DOWN\n",
    "nothing trapped": "setcontext(Context(prec=12, traps=[], rounding=ROUND_FLOOR))\n",
}


def programs():
    rng = random.Random(11)
    for name, context in CONTEXTS.items():
        pairs = [(rng.choice(CHOSEN), rng.choice(CHOSEN)) for _ in range(40)]
        pairs += list(zip(numbers(rng, 40), numbers(rng, 40)))
        for operator in ("+", "-", "*", "/", "//", "%"):
            lines = [f"Decimal({a!r}) {operator} Decimal({b!r})" for a, b in pairs]
            yield f"{operator} {name}", program(lines, context)
        comparisons = [f"Decimal({a!r}) {rng.choice(['<', '<=', '>', '>=', '==', '!='])} Decimal({b!r})" for a, b in pairs]
        yield f"comparing {name}", program(comparisons, context)
        methods = []
        for a, b in pairs:
            method = rng.choice(["compare", "max", "min", "remainder_near", "quantize", "copy_sign", "same_quantum"])
            methods.append(f"Decimal({a!r}).{method}(Decimal({b!r}))")
        yield f"methods of two {name}", program(methods, context)
        single = []
        for a in CHOSEN + list(numbers(rng, 20)):
            for method in ("normalize", "to_integral_value", "adjusted", "as_tuple", "to_eng_string", "number_class",
                           "is_signed", "copy_abs"):
                single.append(f"Decimal({a!r}).{method}()")
            single += [f"-Decimal({a!r})", f"+Decimal({a!r})", f"abs(Decimal({a!r}))", f"str(Decimal({a!r}))"]
        yield f"methods of one {name}", program(single, context)
        roots = [f"Decimal({a!r}).sqrt()" for a in CHOSEN[:-2] + list(numbers(rng, 30))]
        yield f"sqrt {name}", program(roots, context)
        logs = []
        for a in CHOSEN[:-2] + list(numbers(rng, 20)):
            logs += [f"Decimal({a!r}).ln()", f"Decimal({a!r}).log10()"]
        for a in ["0", "1", "-1", "0.1", "2.5", "-3.75", "10", "100.5", "-50", "1E-10", "1E-40", "Infinity", "-Infinity", "NaN"]:
            logs.append(f"Decimal({a!r}).exp()")
        yield f"logarithms {name}", program(logs, context)
        powers = []
        for a in ["2", "-2", "0", "1.1", "10", "0.5", "1", "-1.5", "9", "Infinity"]:
            for b in ["0", "1", "2", "3", "-1", "10", "50", "-7", "0.5", "1.7", "-0.3"]:
                powers.append(f"Decimal({a!r}) ** Decimal({b!r})")
        yield f"powers {name}", program(powers, context)
    for rounding in ("CEILING", "FLOOR", "UP", "DOWN", "HALF_UP", "HALF_DOWN", "HALF_EVEN", "05UP"):
        lines = []
        for a in ("2.5", "-2.5", "2.675", "-2.665", "1.005", "0.015", "7.449", "-7.451", "1.0000001", "9.995", "1.51", "1.50"):
            for pattern in ("1", "0.1", "0.01", "1E+1"):
                lines.append(f"Decimal({a!r}).quantize(Decimal({pattern!r}), rounding=ROUND_{rounding})")
            lines.append(f"Decimal({a!r}).to_integral_value(ROUND_{rounding})")
        yield f"rounding {rounding}", program(lines)
    shown = []
    for a in CHOSEN[:-2] + list(numbers(rng, 8)):
        for spec in ("", ".2f", ",.2f", "e", ".3e", "g", ".4g", "%", ".1%", "10.3f", "<12", "+.1f", "010.2f", "^14.3", "_.0f", "n", "E", "z.1f", " .2f"):
            shown.append(f"format(Decimal({a!r}), {spec!r})")
    yield "format", program(shown)
    made = ["Decimal()", "Decimal(5)", "Decimal(True)", "Decimal(0.1)", "Decimal(1.5)", "Decimal(-0.0)", "Decimal(1e300)", "Decimal(float('inf'))",
            "Decimal('  12.5  ')", "Decimal('1_000.5')", "Decimal('abc')", "Decimal('')", "Decimal('1.2.3')", "Decimal('.5')", "Decimal('5.')",
            "Decimal('1e5')", "Decimal('-1E-5')", "Decimal('nan123')", "Decimal((0, (1, 2, 3), -2))", "Decimal((1, (), 0))", "Decimal((0, (0,), 'F'))",
            "Decimal([1])", "Decimal(None)", "Decimal(1+2j)", "Decimal.from_float(0.25)", "Decimal.from_float(3)", "Decimal(10**40)", "Decimal(Decimal('1.0'))"]
    yield "making decimals", program(made)
    mixed = ["Decimal('1.5') + 1", "1 + Decimal('1.5')", "Decimal('1.5') * True", "Decimal('1.5') + 1.5", "1.5 - Decimal('1')", "Decimal('1.5') == 1.5",
             "Decimal('0.1') == 0.1", "Decimal('1') < 1.5", "Decimal('2') > 1", "Decimal(2) ** 3", "2 ** Decimal(3)", "divmod(Decimal(7), Decimal(2))",
             "divmod(-7, Decimal(2))", "Decimal(7) // 2", "Decimal('-7') % 3", "sum([Decimal('0.1')] * 10)", "max(Decimal('1.0'), Decimal('1'))",
             "sorted([Decimal('3'), 1, Decimal('2.5')])", "int(Decimal('3.9'))", "int(Decimal('-3.9'))", "float(Decimal('0.1'))", "round(Decimal('2.5'))",
             "round(Decimal('3.5'))", "round(Decimal('2.675'), 2)", "round(Decimal('1234'), -2)", "bool(Decimal('0.0'))", "hash(Decimal('1.0')) == hash(1)",
             "hash(Decimal('0.5')) == hash(0.5)", "{Decimal('1.0'): 'a'}[Decimal(1)]", "Decimal('1.25').as_integer_ratio()", "Decimal('-1E+2').as_integer_ratio()",
             "Decimal('NaN') == Decimal('NaN')", "Decimal('NaN') < 1", "int(Decimal('NaN'))", "int(Decimal('Infinity'))", "isinstance(Decimal(1), int)",
             "Decimal(1).fma(2, 3)", "Decimal('1.5').scaleb(3)", "Decimal('123').logb()", "Decimal('1') / 3", "Decimal(2).sqrt()", "'%s' % Decimal('1.50')",
             "f\"{Decimal('1234.5'):,.2f}\"", "Decimal('1.5').real", "Decimal('1.5') + None", "Decimal('x' * 3) if False else 0", "str(Decimal('1E+5'))",
             "Decimal(1) in [1, 2]", "Decimal('5') and 3", "pow(Decimal(2), 10)", "abs(Decimal('-0.0'))", "-Decimal('0')", "Decimal('1.0').compare(Decimal('1'))"]
    yield "with other numbers", program(mixed)
    yield "contexts", """from decimal import *
print(getcontext())
print(getcontext().prec, getcontext().rounding, getcontext().Emax, getcontext().Emin)
with localcontext() as context:
    context.prec = 6
    print(Decimal(1) / Decimal(7), context.prec)
    print(+Decimal("3.14159265358979"))
print(Decimal(1) / Decimal(7))
with localcontext(prec=3) as context:
    print(Decimal("1.2345") + 0)
print(getcontext().flags[Inexact], getcontext().flags[DivisionByZero])
getcontext().clear_flags()
print(getcontext().flags[Inexact])
try:
    Decimal(1) / 0
except DivisionByZero as error:
    print(repr(error), isinstance(error, ZeroDivisionError), error.args)
try:
    Decimal(0) / 0
except InvalidOperation as error:
    print(repr(error))
getcontext().traps[DivisionByZero] = False
print(Decimal(1) / 0, Decimal(-1) / 0)
getcontext().traps[Inexact] = True
try:
    Decimal(1) / 3
except Inexact as error:
    print(repr(error))
getcontext().traps[Inexact] = False
mine = Context(prec=4, rounding=ROUND_UP)
print(mine.divide(Decimal(1), Decimal(3)), mine.create_decimal("1.23456"), mine.sqrt(Decimal(2)))
print(mine)
setcontext(mine)
print(Decimal(2) / 3, getcontext().prec)
other = mine.copy()
other.prec = 10
print(mine.prec, other.prec, other.Etiny(), other.Etop())
print(ExtendedContext.prec, BasicContext.rounding)
for bad in (dict(prec=0), dict(rounding="UP"), dict(Emin=1)):
    try:
        Context(**bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split("\\n")[0])
print(Decimal("1.1").as_tuple().exponent, Decimal("1.1").as_tuple()._replace(sign=1))
getcontext().traps[FloatOperation] = True
try:
    Decimal(0.5)
except FloatOperation as error:
    print(repr(error))
print(issubclass(Overflow, Inexact), DecimalException.__mro__[1].__name__)
"""
    yield "money as people count it", """from decimal import Decimal, ROUND_HALF_UP, getcontext
import json
from dataclasses import dataclass

CENT = Decimal("0.01")


@dataclass
class Line:
    name: str
    price: Decimal
    count: int = 1

    @property
    def total(self) -> Decimal:
        return (self.price * self.count).quantize(CENT, rounding=ROUND_HALF_UP)


lines = [Line("tea", Decimal("3.495"), 3), Line("cake", Decimal("12.5")), Line("cup", Decimal("0.333"), 7)]
net = sum((line.total for line in lines), Decimal(0))
tax = (net * Decimal("0.19")).quantize(CENT, ROUND_HALF_UP)
for line in lines:
    print(f"{line.name:<6}{line.price:>8}{line.count:>4}{line.total:>10,.2f}")
print(f"{'net':<18}{net:>10}\\n{'tax':<18}{tax:>10}\\n{'gross':<18}{net + tax:>10}")
print(lines[0], net.normalize(), tax.as_tuple())
print(json.dumps({"gross": str(net + tax)}))
getcontext().prec = 50
pi, last, k = Decimal(3), Decimal(0), 0
term = Decimal(3)
n, na, d, da = 1, 0, 0, 24
while pi != last:
    last = pi
    n, na = n + na, na + 8
    d, da = d + da, da + 32
    term = (term * n) / d
    pi += term
getcontext().prec = 28
print(+pi)
balance = Decimal("1000")
for year in range(1, 6):
    balance *= Decimal("1.035")
    print(year, balance.quantize(CENT))
"""
