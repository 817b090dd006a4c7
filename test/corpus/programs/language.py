#: closures and nonlocal
def counter(start=0, *, step=1):
    value = start
    def advance(times=1):
        nonlocal value
        value += step * times
        return value
    return advance
a = counter(); b = counter(10, step=5)
print(a(), a(2), b(), b(times=3))
print([f() for f in [lambda i=i: i * i for i in range(4)]], [f() for f in [lambda: i for i in range(3)]])
#: argument binding
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(f(1, d=4)); print(f(1, 2, 3, 4, 5, d=6, z=7)); print(f(*[1, 2], **{'d': 0, 'c': 9}))
for call in [lambda: f(), lambda: f(1), lambda: f(1, d=1, a=2), lambda: f(1, 2, 3, c=4, d=1)]:
    try: print(call())
    except TypeError as error: print(error)
def g(x, y): pass
for call in [lambda: g(), lambda: g(1), lambda: g(1, 2, 3), lambda: g(1, z=2), lambda: g(1, x=2)]:
    try: call()
    except TypeError as error: print(error)
#: classes and inheritance
class Base:
    shared = []
    def __init__(self, name): self.name = name
    def __repr__(self): return f'{type(self).__name__}({self.name!r})'
    def greet(self): return 'base ' + self.name
    @classmethod
    def make(cls, *a): return cls(*a)
    @staticmethod
    def twice(x): return 2 * x
class Left(Base):
    def greet(self): return 'left ' + super().greet()
class Right(Base):
    def greet(self): return 'right ' + super().greet()
class Both(Left, Right):
    def greet(self): return 'both ' + super().greet()
x = Both.make('n'); print(x, x.greet(), Both.twice(4), x.twice(2), [c.__name__ for c in Both.__mro__])
x.shared.append(1); print(Base.shared, isinstance(x, Right), issubclass(Left, Right), hasattr(x, 'nope'), getattr(x, 'nope', 7))
try: x.nope
except AttributeError as error: print(error)
try: Both()
except TypeError as error: print(error)
#: dunder methods
class V:
    def __init__(self, *c): self.c = c
    def __add__(self, o): return V(*(a + b for a, b in zip(self.c, o.c))) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return V(*(a * k for a in self.c))
    __rmul__ = __mul__
    def __eq__(self, o): return isinstance(o, V) and self.c == o.c
    def __hash__(self): return hash(self.c)
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return self.c[i]
    def __contains__(self, v): return v in self.c
    def __call__(self, v): return V(*(v for _ in self.c))
    def __repr__(self): return 'V' + repr(self.c)
    def __bool__(self): return any(self.c)
    def __neg__(self): return V(*(-a for a in self.c))
    def __lt__(self, o): return self.c < o.c
    def __iter__(self): return iter(self.c)
    def __format__(self, spec): return '<' + ' '.join(format(a, spec) for a in self.c) + '>'
v = V(1, 2)
print(v + V(3, 4), 3 * v, sum([v, v]), v == V(1, 2), len(v), v[0], v[-1:], 2 in v, v(9), -v, bool(V(0)), sorted([V(2), V(1)]), list(v), f'{v:.1f}', {v: 1}[V(1, 2)])
try: v + 1
except TypeError as error: print(error)
try: v > 3
except TypeError as error: print(error)
#: properties and descriptors
class T:
    def __init__(self): self._c = 0
    @property
    def c(self): return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError('too cold')
        self._c = v
    @c.deleter
    def c(self): print('deleted')
    @property
    def f(self): return self._c * 9 / 5 + 32
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, o, owner): return self if o is None else getattr(o, self.name, None)
    def __set__(self, o, v):
        if not isinstance(v, self.kind): raise TypeError(f'{self.name} needs {self.kind.__name__}')
        setattr(o, self.name, v)
class P:
    age = Typed(int)
t = T(); t.c = 100; print(t.f, t.c); del t.c
for act in [lambda: setattr(t, 'c', -300), lambda: setattr(t, 'f', 1)]:
    try: act()
    except (ValueError, AttributeError) as error: print(type(error).__name__, error)
p = P(); print(p.age); p.age = 3; print(p.age)
try: p.age = 'x'
except TypeError as error: print(error)
#: generators
def gen(n):
    try:
        for i in range(n):
            got = yield i
            if got: print('got', got)
    finally:
        print('closed')
    return 'end'
def outer():
    result = yield from gen(2)
    print('result', result)
    yield 'last'
print(list(outer()))
g = gen(5); next(g); print(g.send('hello')); g.close()
try: next(g)
except StopIteration as stop: print('stop', stop.value)
print(sum(x * x for x in range(5)), list(zip(*[iter(range(6))] * 2)), {x: y for x, y in zip('ab', range(2))}, {x % 2 for x in range(5)})
#: exceptions
def f(kind):
    try:
        if kind == 0: return 'returned'
        if kind == 1: raise KeyError('k')
        if kind == 2: 1 / 0
        if kind == 3: [].pop()
    except KeyError as e:
        return f'key {e}'
    except (ZeroDivisionError, TypeError) as e:
        return repr(e)
    else:
        return 'else'
    finally:
        print('finally', kind)
for k in (0, 1, 2, 4): print(f(k))
try: f(3)
except IndexError as e: print(e, e.args)
class MyError(ValueError):
    def __init__(self, code, text): super().__init__(text); self.code = code
try: raise MyError(5, 'bad')
except ValueError as e: print(e.code, e, repr(e), isinstance(e, MyError))
try:
    try: int('x')
    except ValueError as e: raise RuntimeError('wrapped') from e
except RuntimeError as e: print(e, '|', e.__cause__)
try: assert 1 == 2, 'not equal'
except AssertionError as e: print('assert', e)
#: uncaught error
def broken(x):
    return x['missing']
print('before')
broken({})
print('never')
#: uncaught with cause
try:
    1 / 0
except ZeroDivisionError as e:
    raise ValueError('second') from e
#: exit status
import sys
print('bye')
sys.exit(3)
#: exit message
import sys
sys.exit('a message')
#: unpacking
a, *b, c = range(5); print(a, b, c)
(x, y), z = (1, 2), 3; print(x, y, z)
first, *_ = 'hello'; print(first)
print([*range(3), *'ab'], {**{'a': 1}, 'b': 2}, (*[1], 2))
for i, (p, q) in enumerate([(1, 2), (3, 4)]): print(i, p, q)
for bad in [lambda: (lambda: (exec_,))(), ]: pass
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b, *c = [1]
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
#: match
def kind(v):
    match v:
        case 0 | 1: return 'small'
        case int(n) if n > 100: return f'big {n}'
        case [x, y, *rest]: return f'seq {x} {y} {rest}'
        case {'type': t, **more}: return f'map {t} {more}'
        case str() as s: return 'text ' + s
        case None: return 'none'
        case _: return 'other'
for v in [0, 500, 50, [1, 2, 3], (1,), {'type': 'a', 'b': 2}, 'hi', None, 2.5]: print(kind(v))
#: comprehension scopes and walrus
x = 'outer'
print([x for x in range(3)], x)
print([y := 5, y ** 2], y)
if (n := len('abc')) > 2: print(n)
print([[i * j for j in range(3)] for i in range(3)], [(a, b) for a in 'ab' for b in '12' if a + b != 'a2'])
#: loops
for i in range(5):
    if i == 1: continue
    if i == 3: break
    print(i)
else: print('no break')
for i in []: pass
else: print('empty else')
n = 3
while n:
    n -= 1
else: print('while else', n)
#: with statements
class C:
    def __init__(self, name, swallow=False): self.name = name; self.swallow = swallow
    def __enter__(self): print('enter', self.name); return self
    def __exit__(self, t, v, tb): print('exit', self.name, t.__name__ if t else None); return self.swallow
with C('a') as a, C('b', True) as b:
    raise ValueError('x')
print('after')
try:
    with C('c'): 1 / 0
except ZeroDivisionError: print('caught')
#: f-strings
name, n, pi = 'Al', 1234567, 3.14159
w = 10
print(f'{name!r:>{w}}|{n:,}|{pi:.2f}|{pi:{w}.{3}f}|{{x}}|{n:x}|{"a" + "b"}|{name=}|{pi=:.1f}|{n:>+12d}|{n:e}|{True}|{None}')
print(f'{[1, 2]} { {"a": 1}["a"] } {(lambda x: x * 2)(4)} {"yes" if n else "no"}')
#: string literals
print('a\tb\\n', r'a\n', b'\x00a', 'é\u00e9\U0001F600', "it's", 'say "hi"', '''multi
line''', 'con' 'cat', '\x41\101\N{BULLET}')
#: integers
print(2 ** 100, -7 // 2, -7 % 3, 7 // -2, 10 ** 18 * 10, 0xff, 0b101, 0o17, 1_000_000, ~5, 5 & 3, 5 | 3, 5 ^ 3, 1 << 70, -1 >> 3)
print(9007199254740993, 2 ** 53 + 1, 123456789 * 987654321, (2 ** 64) // 3, (2 ** 64) % 1000, divmod(-17, 5), int(1e20), round(12345, -2))
#: floats
print(0.1 + 0.2, 1 / 3, 1e16, 1e15, 1.5e-5, 0.0001, 100.0, 1e22, -0.0, 3.0, 2.5e300 * 1e10, 5 // 2.0, -5.5 % 2, round(2.5), round(3.5), round(2.675, 2), 7.0 // 0.1)
print(float('inf') - float('inf'), float('1e400'), 1e308 * 10, int(-3.9), 10 / 4, 6 / 3, 2 ** -1, 2 ** 0.5, (-8) ** (1 / 3))
#: global and del
x = 1
def change():
    global x
    x += 1
    return x
print(change(), x)
d = {'a': 1, 'b': 2}; l = [1, 2, 3]
del d['a'], l[0]
print(d, l)
del x
try: print(x)
except NameError as e: print(e)
def local():
    print(y)
    y = 1
try: local()
except UnboundLocalError as e: print(e)
#: chained comparison and boolean operators
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, [] or 'default', 0 and 1, not [], None or 0 or '', 1 if [] else 2, 'a' < 'b' <= 'b')
a = b = []; a.append(1); print(a is b, a == [1], a is not b, None is None)
#: decorators
import functools
def log(prefix):
    def wrap(f):
        @functools.wraps(f)
        def inner(*a, **k):
            print(prefix, f.__name__, a, k)
            return f(*a, **k)
        return inner
    return wrap
@log('>')
@log('>>')
def add(a, b=1):
    "Adds."
    return a + b
print(add(2, b=3), add.__name__, add.__doc__)
#: metaclass and init_subclass
class Meta(type):
    def __new__(m, name, bases, ns):
        cls = super().__new__(m, name, bases, ns)
        cls.tag = name.lower()
        return cls
class A(metaclass=Meta): pass
class B(A): pass
print(A.tag, B.tag, type(B).__name__)
class Plugin:
    found = []
    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        cls.found.append((cls.__name__, kw))
class One(Plugin, key=1): pass
print(Plugin.found)
D = type('D', (object,), {'x': 5, 'f': lambda self: self.x}); print(D().f(), D.__name__)
#: subclassing built-in types
class L(list):
    def total(self): return sum(self)
class D(dict):
    def __missing__(self, k): return k * 2
class I(int):
    def double(self): return self * 2
class S(str):
    def shout(self): return self.upper() + '!'
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
l = L([1, 2, 3]); l.append(4)
print(l.total(), l, L('ab'), D(a=1)['zz'], I(5).double(), I(3) + 1, S('hi').shout(), S('a') + 'b', T(1, 2), len(T(1, 2, 3)), isinstance(I(1), int), {I(1): 'x'}[1])
class F(float): pass
print(F(2.5) + 1, F('3'), sorted([I(3), 1]))
#: iterator protocol
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(3)), max(Count(4)), 2 in Count(5), [*Count(2)], dict(enumerate(Count(2))), sum(Count(3)))
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Seq()), 4 in Seq(), list(reversed([1, 2])), next(iter([]), 'none'))
it = iter([1, 2, 3]); print(next(it), list(it), next(it, None))
#: slots getattr setattr
class P:
    def __getattr__(self, n):
        if n.startswith('x'): return n.upper()
        raise AttributeError(n)
    def __setattr__(self, n, v): super().__setattr__(n, v * 2)
p = P(); p.a = 3; print(p.a, p.xyz, hasattr(p, 'q'), vars(p))
#: recursion
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(15))
def deep(n): return deep(n + 1)
try: deep(0)
except RecursionError as e: print(type(e).__name__)
#: sorting
data = [('b', 2), ('a', 2), ('c', 1)]
print(sorted(data), sorted(data, key=lambda t: t[1]), sorted(data, key=lambda t: (-t[1], t[0])), sorted('bCa', key=str.lower), sorted([3, 1, 2], reverse=True))
print(min(data, key=lambda t: t[1]), max('abc', default=0), min([], default='none'), sorted({'b': 1, 'a': 2}))
try: sorted([1, 'a'])
except TypeError as e: print(e)
#: dict order and views
d = {'b': 1, 'a': 2}
d['c'] = 3; d['b'] = 9; d.pop('a'); d['a'] = 5
print(d, list(d), list(d.values()), list(d.items()), d.keys() & {'a', 'z'}, d.keys() - {'a', 'b'}, list(reversed(d)))
try:
    for k in d: d['n' + k] = 1
except RuntimeError as e: print(e)
#: print options
import sys
print(1, 2, sep='-', end='!\n'); print(); print('a', 'b', sep='')
print('err', file=sys.stderr); sys.stdout.write('w\n'); print(*[1, 2, 3], sep='\n'); print('x', flush=True)
try: print(1, sep=2)
except TypeError as e: print(e)
#: files
with open('note.txt', 'w') as f:
    print(f.write('one\ntwo\nthree'), f.name, f.mode)
with open('note.txt') as f: print(f.read())
with open('note.txt', 'a') as f: f.write('\nfour')
for line in open('note.txt'): print(repr(line))
with open('note.txt', 'rb') as f: print(f.read(3), f.tell(), f.readline())
print(open('note.txt').readlines(), f.closed)
try: open('nope.txt')
except FileNotFoundError as e: print(e, e.errno)
try: f.read()
except ValueError as e: print(e)
#: object repr and types
class A: pass
print(type(A()), A, type(len), type(print), type(lambda: 0), type((i for i in [])), type(iter([])), type({}.keys()), type(None), type(...))
print(int, str.upper, [].append.__name__, (lambda x: x).__name__, A.__name__, A.__module__, A.__qualname__)
#: dataclass features
from dataclasses import dataclass, field, asdict, astuple, replace, fields
@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list = field(default_factory=list)
    total: float = field(init=False, repr=False, default=0)
    def __post_init__(self): self.total = self.price * 2
@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
i = Item('a', 2.5, ['x']); j = replace(i, name='b')
print(i, j, i == j, i.total, asdict(i), astuple(j), [f.name for f in fields(Item)])
print(Version(1, 2) < Version(1, 3), sorted([Version(2), Version(1, 5)]), hash(Version(1)) == hash(Version(1)), {Version(1): 'v'})
for bad in [lambda: Item(), lambda: setattr(Version(1), 'major', 2), lambda: Version(1, 2, 3), lambda: Item(nope=1)]:
    try: bad()
    except Exception as e: print(type(e).__name__, e)
#: enum features
from enum import Enum, IntEnum, Flag, auto, unique
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def density(self): return round(self.mass / self.radius ** 3, 3)
class Level(IntEnum):
    LOW = 1
    HIGH = 10
    ALIAS = 1
class Perm(Flag):
    R = auto(); W = auto()
print(Planet.EARTH.density, Planet.MARS, Planet((0.64, 3.39)).name, list(Planet), Planet['MARS'].value)
print(Level.LOW < Level.HIGH, Level.HIGH + 1, sorted(Level, reverse=True), Level.ALIAS, Level(10), f'{Level.LOW} {Level.LOW!r}', Level.__members__.keys())
print(Perm.R | Perm.W, Perm.R in Perm.R | Perm.W, Perm(3), Perm(0), bool(Perm(0)), [p.name for p in Perm])
for bad in [lambda: Level(5), lambda: Planet['PLUTO'], lambda: Planet.PLUTO]:
    try: bad()
    except Exception as e: print(type(e).__name__, e)
#: regular expressions
import re
print(re.findall(r'\b\w{3}\b', 'the cat sat down'), re.sub(r'(?P<a>\d)(\d)', r'\2\g<a>', '12 34'), re.split(r'(,)', 'a,b'), re.match('b', 'abc'), re.search('c$', 'abc').start())
print([m.span() for m in re.finditer('a', 'banana')], re.sub('', '-', 'ab'), re.findall('a|b*', 'abbc'), re.compile('x', re.I).sub('y', 'Xx'), re.fullmatch(r'\d+', '12a'))
for bad in ['(', '*a', '[a', r'\q', '(?P<n>a)(?P<n>b)']:
    try: re.compile(bad)
    except re.error as e: print(e)
#: copies
import copy
a = [1, [2, 3], {'k': (4, [5])}]
b = copy.copy(a); c = copy.deepcopy(a)
a[1].append(9); a[2]['k'][1].append(9)
print(b, c)
class N:
    def __init__(self): self.v = [1]; self.me = self
    def __copy__(self): return 'custom'
n = N(); m = copy.deepcopy(n); print(m.v, m.me is m, m is n, copy.copy(n))
#: the order of complaints about formats
for value, form in [('', '+d'), ('x', ',s'), (3.5, ',X'), (1 + 2j, '=5%'), (1 + 2j, '010'), (7, 'z'), ('a', '#x'), ('a', '_'), (-0.0, 'z.2E'), (float('nan'), '>08.1f')]:
    try:
        print(repr(format(value, form)))
    except ValueError as error:
        print(error)
for form, values in [('%5%', ()), ('%-%', 3), ('%%', ()), ('%(a)%', {'a': 1})]:
    try:
        print(form % values)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for wrong in [lambda: [*5], lambda: {*None}, lambda: (1, *2.5), lambda: {}.pop(), lambda: {}.pop(1, 2, 3), lambda: print(*7)]:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
print('ﬁn Straße ΣΑΣ İı'.casefold(), 'Ǆ'.casefold(), 'ſ'.casefold())
