"""Programs that call the standard library's functions with ordinary and odd arguments."""

from generate_values import SHOW, shows

MATH_VALUES = ["0", "1", "-1", "2", "0.5", "10", "-2.5", "1e10", "True", "float('inf')", "float('-inf')", "float('nan')", "'a'", "None", "10**25"]


def math_programs():
    setup = "import math\n"
    for name in ["sqrt", "floor", "ceil", "trunc", "fabs", "degrees", "radians", "isnan", "isinf", "isfinite", "isqrt", "frexp", "modf", "ulp", "factorial", "atan", "log2", "log10"]:
        values = [value for value in MATH_VALUES if not (name == "factorial" and value in ("10**25", "1e10"))]
        yield f"math.{name}", shows([f"math.{name}({value})" for value in values], setup)
    for name in ["exp", "log", "sin", "cos", "tan", "asin", "acos", "sinh", "cosh", "tanh", "expm1", "log1p", "asinh", "acosh", "atanh", "cbrt", "exp2", "gamma", "lgamma", "erf", "erfc"]:
        values = ["0", "1", "-1", "0.5", "2.5", "-0.0", "float('inf')", "float('nan')", "'a'"]
        yield f"math.{name} rounded", shows([f"round(math.{name}({value}), 12)" for value in values], setup)
    for name in ["pow", "atan2", "fmod", "copysign", "hypot", "remainder", "ldexp", "nextafter", "comb", "perm", "gcd", "lcm", "isclose", "dist"]:
        pairs = [("6", "4"), ("0", "5"), ("7", "-3"), ("2.5", "2"), ("5", "0"), ("'a'", "1"), ("-8", "3")]
        if name == "dist":
            pairs = [("(0, 0)", "(3, 4)"), ("[1]", "[2, 3]"), ("(1.5,)", "(1.5,)")]
        yield f"math.{name} of two", shows([f"math.{name}({a}, {b})" for a, b in pairs], setup)
    yield "math sums", shows(["math.fsum([.1] * 10)", "math.fsum([1e308, 1e308, -1e308])", "math.fsum([])", "math.prod([1, 2, 3.5])", "math.prod([], start=7)", "math.fsum([1, 'a'])", "math.log(8, 2)", "math.log(0)", "math.log(2**2000)", "math.log10(10**300)", "math.hypot(1, 2, 3)", "math.hypot()", "math.comb(5, 7)", "math.comb(-1, 2)", "math.perm(5)", "math.pi, math.e, math.tau, math.inf, math.nan"], setup)


def random_programs():
    calls = ["random.random()", "random.randint(1, 6)", "random.randrange(0, 100, 7)", "random.choice('abcdef')", "random.uniform(-1, 1)", "random.sample(range(50), 6)", "random.sample([1, 2, 3], 3)", "random.choices([1, 2, 3], k=5)", "random.choices('ab', weights=[9, 1], k=6)", "random.getrandbits(40)", "random.getrandbits(100)", "random.gauss(0, 1)", "random.normalvariate(5, 2)", "random.expovariate(1.5)", "random.triangular(0, 10, 3)", "random.betavariate(2, 3)", "random.gammavariate(2, 1)", "random.lognormvariate(0, 1)", "random.paretovariate(3)", "random.weibullvariate(1, 2)", "random.vonmisesvariate(1, 2)", "random.randbytes(5)", "random.randint(10**20, 10**21)", "random.randint(5, 1)", "random.choice([])", "random.sample([1], 2)", "random.randrange(0)", "random.sample(range(1000), 40)"]
    for seed in ["0", "42", "-3", "10**30", "'text'", "2.5", "b'bytes'"]:
        for start in range(0, len(calls), 7):
            body = "".join(f"show({c!r}, lambda: {c})\n" for c in calls[start:start + 7])
            yield f"random {seed} from {start}", SHOW + f"import random\nrandom.seed({seed})\n" + body
    yield "random shuffle", "import random\nrandom.seed(7)\nitems = list(range(20))\nrandom.shuffle(items)\nprint(items)\ngenerator = random.Random(7)\nprint(generator.random(), generator.choice('xyz'))\nstate = random.getstate()\na = random.random()\nrandom.setstate(state)\nprint(a == random.random(), len(state[1]))\n"
    yield "random loop", "import random\nrandom.seed(1)\nprint([random.random() for _ in range(5)])\nprint([random.gauss(0, 1) for _ in range(5)])\nprint([random.randint(0, 9) for _ in range(700)][-20:])\n"


def json_programs():
    values = ["None", "[1, 2.5, 'x', None, True]", "{'a': {'b': []}, 'c': ()}", "'é\\n\"\\\\\\u2028😀'", "{1: 2, None: 3, True: 4, 2.5: 5}", "[float('nan'), float('inf')]", "{(1, 2): 3}", "{1, 2}", "10**30", "[[], {}, [[1]]]", "1e100", "-0.0"]
    for options in ["", ", indent=2", ", sort_keys=True", ", separators=(',', ':')", ", ensure_ascii=False", ", indent='\\t'", ", default=str", ", skipkeys=True", ", allow_nan=False"]:
        yield f"json.dumps{options}", shows([f"json.dumps({value}{options})" for value in values], "import json\n")
    texts = ["null", "[1, 2.5e3, -0, true]", '{"a": {"b": []}}', '"\\u00e9\\n"', "", "[1,]", '{"a" 1}', "{'a': 1}", "[1 2]", '"abc', "nul", "NaN", "-Infinity", "[1]x", '{"a": 1, "a": 2}', "01", "1.", '"\\x"', '{"a": 1,}', " [ ] ", "123456789012345678901234567890", '"\t"']
    yield "json.loads", shows([f"json.loads({text!r})" for text in texts], "import json\n")
    yield "json hooks", shows(["json.loads('{\"a\": 1}', object_hook=lambda d: sorted(d.items()))", "json.loads('[1.5, 2]', parse_float=str)", "json.loads('[1.5, 2]', parse_int=float)", "json.loads('{\"a\": 1}', object_pairs_hook=list)", "json.loads(b'[1]')", "json.loads(5)", "json.loads('[1] x')"], "import json\n")


def iteration_programs():
    calls = ["list(itertools.islice(itertools.count(5, 2), 4))", "list(itertools.islice(itertools.cycle('ab'), 5))", "list(itertools.repeat(1, 3))", "list(itertools.accumulate([1, 2, 3]))", "list(itertools.accumulate([1, 2, 3], lambda a, b: a * b, initial=2))", "list(itertools.chain([1], 'ab'))", "list(itertools.chain.from_iterable([[1], [2, 3]]))", "list(itertools.compress('abcd', [1, 0, 1]))", "list(itertools.dropwhile(lambda v: v < 2, [1, 2, 1]))", "list(itertools.takewhile(lambda v: v < 2, [1, 2, 1]))", "list(itertools.filterfalse(None, [0, 1, '']))", "[(k, list(g)) for k, g in itertools.groupby('aabba')]", "[(k, list(g)) for k, g in itertools.groupby([1, 2, 4, 6], key=lambda v: v % 2)]", "list(itertools.islice('abcdef', 2))", "list(itertools.islice('abcdef', 1, None, 2))", "list(itertools.islice('abc', -1))", "list(itertools.pairwise([1, 2, 3]))", "list(itertools.starmap(pow, [(2, 3), (3, 2)]))", "list(itertools.zip_longest('ab', [1], fillvalue='-'))", "list(itertools.product([1, 2], 'ab'))", "list(itertools.product('ab', repeat=2))", "list(itertools.product())", "list(itertools.combinations('abc', 2))", "list(itertools.combinations('ab', 3))", "list(itertools.combinations_with_replacement('ab', 2))", "list(itertools.permutations([1, 2, 3], 2))", "list(itertools.permutations('ab'))", "[list(t) for t in itertools.tee([1, 2])]", "list(itertools.combinations([1], -1))", "list(itertools.chain(1))"]
    for call in calls:
        yield call, shows([call], "import itertools\n")
    setup = "import functools, operator\n"
    for call in ["functools.reduce(operator.add, [1, 2, 3])", "functools.reduce(operator.add, [], 5)", "functools.reduce(operator.add, [])", "functools.partial(pow, 2)(5)", "functools.partial(int, base=2)('101')", "functools.partial(5)", "sorted('bca', key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b)))", "operator.itemgetter(1)([1, 2])", "operator.itemgetter(0, 2)('abc')", "operator.attrgetter('real')(3)", "operator.methodcaller('upper')('a')", "operator.mul('a', 3)", "operator.truediv(1, 0)", "operator.contains([1], 1)", "operator.not_([])", "operator.neg(3)", "operator.lt(1, 2)", "operator.getitem({'a': 1}, 'a')", "operator.concat([1], [2])", "operator.countOf([1, 2, 1], 1)"]:
        yield call, shows([call], setup)


def collection_programs():
    setup = "from collections import *\nC = Counter('abracadabra')\nD = deque([1, 2, 3], maxlen=4)\nO = OrderedDict(a=1, b=2, c=3)\nDD = defaultdict(list)\nP = namedtuple('P', 'x y', defaults=[9])\nCM = ChainMap({'a': 1}, {'a': 2, 'b': 3})\n"
    calls = ["C", "C.most_common(2)", "C['z']", "C + Counter('abc')", "C - Counter('aab')", "C & Counter('aaab')", "C | Counter('bbbbz')", "sorted(C.elements())", "C.total()", "C.subtract('aa') or C", "C.update('zz') or C", "Counter(a=3, b=-1)", "+Counter(a=3, b=-1)", "Counter([1, 1, 2])", "Counter()", "D.append(4) or D.append(5) or D", "D.appendleft(0) or D", "D.pop(), D", "D.popleft(), D", "D.rotate(1) or D", "D.rotate(-1) or D", "D.extendleft('ab') or D", "D[0], D[-1], len(D)", "D[9]", "D.index(2)", "D.remove(9)", "2 in D", "D == deque([1, 2, 3])", "deque().pop()", "D.maxlen", "list(reversed(D))", "O", "O.move_to_end('a') or O", "O.popitem(last=False)", "O.popitem()", "list(O.items())", "O == {'c': 3, 'b': 2, 'a': 1}", "O == OrderedDict(c=3, b=2, a=1)", "DD['k'].append(1) or DD", "DD.get('nope')", "defaultdict(int, a=1)", "defaultdict(None)['x']", "defaultdict(5)", "P(1)", "P(1, 2).y", "P(1) == (1, 9)", "P(1)._replace(x=5)", "P(1)._asdict()", "P._fields", "P._make([3, 4])", "P()", "P(1, 2, 3)", "P(z=1)", "P(1)._replace(q=1)", "namedtuple('Q', 'a a')", "namedtuple('Q', 'class')", "namedtuple('Q', 'a b', rename=True)(1, 2)", "CM['a']", "CM['b']", "CM['zz']", "dict(CM)", "CM.maps", "len(CM)", "CM.new_child({'b': 7})['b']", "CM.parents['a']", "isinstance(P(1), tuple)", "x" + " = 1"[:0]]
    for call in calls[:-1]:
        yield f"collections {call}", shows([call], setup)


def programs():
    yield from math_programs()
    yield from random_programs()
    yield from json_programs()
    yield from iteration_programs()
    yield from collection_programs()
