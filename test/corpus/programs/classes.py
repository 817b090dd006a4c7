#: descriptors get set delete
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = name; print('named', owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, 'unset')
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f'{self.name} must be {self.kind.__name__}')
        obj.__dict__[self.name] = value
    def __delete__(self, obj): del obj.__dict__[self.name]
class P:
    x = Typed(int)
    y = Typed(str)
p = P(); print(p.x); p.x = 3; print(p.x, p.__dict__); del p.x; print(p.x)
try: p.y = 4
except TypeError as e: print(e)
print(type(P.x).__name__, P.__dict__['x'].name)
#: non-data descriptor and instance override
class Lazy:
    def __init__(self, f): self.f = f
    def __get__(self, obj, cls):
        value = self.f(obj); obj.__dict__[self.f.__name__] = value; print('computed'); return value
class A:
    @Lazy
    def v(self): return 42
a = A(); print(a.v, a.v)
#: metaclass basics
class Meta(type):
    registry = []
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns); mcls.registry.append((name, sorted(kw.items()))); return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns); cls.tag = name.lower()
    def __call__(cls, *a, **k): print('making', cls.__name__); return super().__call__(*a, **k)
    def __len__(cls): return 7
    def __iter__(cls): return iter('ab')
    def __contains__(cls, x): return x == 1
    @property
    def shout(cls): return cls.__name__.upper()
class A(metaclass=Meta, flag=1):
    def __init__(self, v): self.v = v
class B(A): pass
b = B(3); print(b.v, B.tag, A.tag, Meta.registry, type(B).__name__, len(A), list(B), 1 in A, 2 in A, B.shout)
#: metaclass prepare and getattr
class M(type):
    @classmethod
    def __prepare__(mcls, name, bases): print('prepare', name); return {'given': 1}
    def __getattr__(cls, name): return f'meta {name}'
class C(metaclass=M):
    x = given + 1
print(C.x, C.given, C.missing)
#: init_subclass and class keywords
class Base:
    plugins = {}
    def __init_subclass__(cls, /, key=None, **kw): super().__init_subclass__(**kw); cls.plugins[key or cls.__name__] = cls.__name__
class A(Base): pass
class B(Base, key='bee'): pass
class C(B): pass
print(Base.plugins)
try:
    class D(Base, other=1): pass
except TypeError as e: print(e)
#: getattr setattr delattr getattribute
class A:
    def __init__(self): object.__setattr__(self, 'log', [])
    def __getattr__(self, n):
        if n.startswith('_'): raise AttributeError(n)
        return n * 2
    def __setattr__(self, n, v): self.log.append(('set', n, v)); super().__setattr__(n, v)
    def __delattr__(self, n): self.log.append(('del', n)); super().__delattr__(n)
    def __dir__(self): return ['z', 'a']
a = A(); a.x = 1; del a.x; print(a.x, a.log, dir(a), hasattr(a, '_q'), getattr(a, '_q', 5))
try: del a.nothing
except AttributeError as e: print(type(e).__name__, e)
#: getattribute override
class A:
    x = 1
    def __getattribute__(self, n):
        if n == 'y': return 'why'
        return super().__getattribute__(n)
print(A().x, A().y)
try: A().z
except AttributeError as e: print(e)
#: slots
class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2); print(p.x, p.y, hasattr(p, '__dict__'), P.__slots__)
try: p.z = 3
except AttributeError as e: print(e)
del p.x
try: p.x
except AttributeError as e: print(e)
class Q(P): pass
q = Q(1, 2); q.z = 5; print(q.z, q.x)
class R(P): __slots__ = ['w']
r = R(1, 2); r.w = 3; print(r.w)
try: r.v = 1
except AttributeError as e: print(e)
#: class_getitem and generic
class Box:
    def __class_getitem__(cls, item): return f'{cls.__name__}[{item}]'
print(Box[int], Box['a', 2])
from typing import Generic, TypeVar
T = TypeVar('T')
class Stack(Generic[T]):
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, type(s).__name__)
#: properties with setter deleter doc
class C:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @x.deleter
    def x(self): print('gone'); self._x = None
    @property
    def ro(self): return 5
c = C(); c.x = 4; print(c.x); del c.x; print(c.x, C.x.__doc__, isinstance(C.x, property), C.x.fget.__name__)
try: c.ro = 1
except AttributeError as e: print(e)
try: del c.ro
except AttributeError as e: print(e)
#: multiple inheritance order and super chain
class A:
    def f(self, *a): return ['A', *a]
class B(A):
    def f(self, *a): return ['B', *super().f(*a)]
class C(A):
    def f(self, *a): return ['C', *super().f(*a)]
class D(B, C):
    def f(self, *a): return ['D', *super(D, self).f(*a)]
print(D().f(1), [k.__name__ for k in D.mro()], D.__bases__, D.__base__.__name__)
try:
    class E(A, B): pass
except TypeError as e: print(e)
#: operators reflected and in place
class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'N({self.v})'
    def __add__(self, o): return NotImplemented if isinstance(o, str) else N(self.v + getattr(o, 'v', o))
    def __radd__(self, o): return N(f'r{o}')
    def __iadd__(self, o): self.v += o; return self
    def __matmul__(self, o): return 'mat'
    def __rpow__(self, o): return ('rpow', o)
    def __divmod__(self, o): return (1, 2)
    def __lshift__(self, o): return 'ls'
    def __invert__(self): return 'inv'
    def __pos__(self): return 'pos'
    def __abs__(self): return 'abs'
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 3
    def __floor__(self): return 4
    def __index__(self): return 2
    def __int__(self): return 9
    def __float__(self): return 1.5
    def __complex__(self): return 2j
    def __bool__(self): return False
    def __format__(self, spec): return f'<{spec}>'
import math
n = N(1); m = n; m += 5
print(n, n + 1, 'a' + n, n @ 1, 2 ** n, divmod(n, 1), n << 1, ~n, +n, abs(n), round(n), round(n, 2), math.trunc(n), math.floor(n))
print([1, 2, 3][n], hex(n), int(n), float(n), complex(n), bool(n), f'{n:abc}', format(n, 'x'))
try: n + 'a'
except TypeError as e: print(e)
try: n - 1
except TypeError as e: print(e)
try: n < 1
except TypeError as e: print(e)
try: -n
except TypeError as e: print(e)
#: comparisons and hash
from functools import total_ordering
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(1), V(2) > V(1), V(1) != V(2), V(1) == 1, max(V(3), V(1)).v)
try: hash(V(1))
except TypeError as e: print(e)
try: {V(1): 1}
except TypeError as e: print(e)
class W(V):
    def __hash__(self): return 5
    def __eq__(self, o): return True
print({W(1), W(2)}.__len__(), W(1) in {W(3): 0})
#: container protocol
class Seq:
    def __init__(self, *v): self.v = list(v)
    def __len__(self): return len(self.v)
    def __getitem__(self, i): return self.v[i] if not isinstance(i, slice) else Seq(*self.v[i])
    def __setitem__(self, i, x): self.v[i] = x
    def __delitem__(self, i): del self.v[i]
    def __reversed__(self): return iter(['rev'])
    def __contains__(self, x): return x == 'magic'
    def __missing__(self, k): return 'never'
s = Seq(1, 2, 3); print(len(s), s[0], s[-1], s[1:].v, list(s), list(reversed(s)), 'magic' in s, 1 in s)
s[0] = 9; del s[1]; print(s.v, [*s], sum(s), sorted(s), max(s), tuple(s), dict(enumerate(s)))
class D(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
d = D(a=1); print(d['a'], d['b'], d, d.get('z'))
class It:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * i
print(list(It()), 4 in It())
#: iterator protocol and next default
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1; return self.n
c = Count(3); print(next(c), list(c), next(c, 'end'))
print(list(iter([1, 2, 3].pop, 1)), list(zip(Count(2), Count(3))))
try: iter(5)
except TypeError as e: print(e)
try: next([1])
except TypeError as e: print(e)
#: new and singletons
class S:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls); print('new', a)
        return cls._i
    def __init__(self, *a): print('init', a)
print(S(1) is S(2))
class I(int):
    def __new__(cls, v): return super().__new__(cls, v + 1)
    def double(self): return self * 2
i = I(4); print(i, i.double(), type(i).__name__, type(i + 1).__name__, i == 5, isinstance(i, int), {5: 'k'}[i])
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
t = T(3, 4); print(t, t.first, t + (1,), len(t), T.__name__)
class St(str):
    def shout(self): return self.upper() + '!'
print(St('hi').shout(), St('hi') + 'x', St('a') == 'a', type(St('a')[0]).__name__)
#: subclass of list dict float set
class L(list):
    def sum(self): return sum(self)
    def append(self, x): super().append(x * 10)
l = L([1, 2]); l.append(3); print(l, l.sum(), l[0:2], type(l[0:2]).__name__, type(l + []).__name__, L() == [])
class F(float):
    def __repr__(self): return f'F({float(self)})'
print(F(1.5), F(2) + 1, [F(3)], round(F(2.567), 1))
class X(set):
    def __contains__(self, k): return False
x = X([1, 2]); print(1 in x, len(x), x | {3}, type(x | {3}).__name__)
class E(Exception):
    def __init__(self, code, *a): super().__init__(code, *a); self.code = code
    def __str__(self): return f'code {self.code}'
try: raise E(5, 'x')
except E as e: print(e, e.args, repr(e), e.code)
#: class body scope
x = 'global'
class A:
    x = 'class'
    y = [x for _ in range(2)]
    z = (lambda: x)()
    def f(self): return x
    w = x
print(A.y, A.z, A().f(), A.w)
class B:
    for i in range(3): pass
    if i: j = 5
print(B.i, B.j)
#: class attributes and dict
class A:
    "doc"
    a = 1
    def f(self): "fdoc"; return 1
    class Inner:
        v = 2
print(A.__doc__, A.f.__doc__, A.__name__, A.__qualname__, A.Inner.__qualname__, A.f.__qualname__, A.__module__)
print('a' in A.__dict__, 'f' in vars(A), A().__class__ is A, type(A) is type, A.f.__name__)
A.b = 5; print(A().b); del A.b; print(hasattr(A, 'b'))
o = A(); o.__dict__['dyn'] = 3; print(o.dyn, vars(o)); o.__dict__.update(k=1); print(o.k)
setattr(o, 'with space', 1); print(getattr(o, 'with space'))
#: changing class and methods at run
class A:
    def f(self): return 'A'
class B:
    def f(self): return 'B'
a = A(); a.__class__ = B; print(a.f(), type(a).__name__)
A.f = lambda self: 'patched'; print(A().f())
import types
b = B(); b.g = types.MethodType(lambda self: type(self).__name__, b); print(b.g())
f = A().f; print(f.__self__.__class__.__name__, f.__func__ is A.f)
#: type with three arguments
C = type('C', (object,), {'v': 3, 'm': lambda self: self.v * 2})
print(C().m(), C.__name__, C, type('D', (C,), {})().v)
def make(**kw): return type('Made', (), kw)
print(make(a=1).a, issubclass(C, object), isinstance(C, type))
#: static and class methods
class A:
    n = 0
    @classmethod
    def inc(cls, k=1): cls.n += k; return cls.n
    @staticmethod
    def s(a, b=2): return a + b
class B(A): pass
print(A.inc(), B.inc(5), A.n, B.n, A.s(1), B().s(1, 1), A().inc())
#: abstract classes
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f'{self.name} {self.area()}'
class Sq(Shape):
    name = 'sq'
    def area(self): return 4
print(Sq().describe(), Shape.__abstractmethods__ == frozenset({'area', 'name'}))
try: Shape()
except TypeError as e: print(e)
class Half(Shape):
    def area(self): return 1
try: Half()
except TypeError as e: print(e)
#: instancecheck and subclasshook
class M(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
class A(metaclass=M): pass
print(isinstance(5, A), isinstance(6, A), issubclass(int, A), issubclass(str, A))
from collections.abc import Iterable, Sized, Hashable, Callable, Mapping, Sequence
class I:
    def __iter__(self): return iter(())
print(isinstance(I(), Iterable), isinstance(I(), Sized), isinstance([], Hashable), isinstance(len, Callable), isinstance({}, Mapping), isinstance((), Sequence), issubclass(list, Sequence), isinstance('a', Iterable))
#: repr and str fallbacks
class A: pass
class B:
    def __str__(self): return 'str'
class C:
    def __repr__(self): return 'repr'
print(str(B()), str(C()), [C()], f'{C()!s} {B()}', '%s %r' % (B(), C()), [str(x) for x in [B(), C()]])
print(repr(A()).startswith('<__main__.A object at 0x'), repr(B()).startswith('<__main__.B object'))
class D:
    def __str__(self): return 5
try: str(D())
except TypeError as e: print(e)
class E:
    def __len__(self): return -1
try: len(E())
except ValueError as e: print(e)
class F:
    def __bool__(self): return 2
try: bool(F())
except TypeError as e: print(e)
#: copy and deepcopy hooks
import copy
class A:
    def __init__(self): self.l = [1, [2]]
    def __copy__(self): print('copy'); return A()
a = A(); b = copy.copy(a); c = copy.deepcopy(a); c.l[1].append(3); print(a.l, c.l, b.l)
class D:
    def __init__(self, v): self.v = v
    def __deepcopy__(self, memo): return D(copy.deepcopy(self.v, memo))
d = D([1]); e = copy.deepcopy(d); print(e.v is d.v, e.v)
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m, m is l)
x = [[0]] * 2; y = copy.deepcopy(x); print(y[0] is y[1])
#: context managers
class C:
    def __init__(self, n, swallow=False): self.n, self.s = n, swallow
    def __enter__(self): print('enter', self.n); return self.n
    def __exit__(self, t, v, tb): print('exit', self.n, t.__name__ if t else None, v); return self.s
with C(1) as a, C(2) as b: print(a, b)
with C(3, True): 1 / 0
try:
    with C(4), C(5): raise KeyError('k')
except KeyError as e: print('out', e)
with (C(6) as x, C(7) as y): print(x + y)
def f():
    with C(8): return 'ret'
print(f())
for i in range(3):
    with C(i):
        if i == 0: continue
        break
class Bad: pass
try:
    with Bad(): pass
except TypeError as e: print(e)
#: contextlib tools
from contextlib import contextmanager, suppress, ExitStack, closing, nullcontext, redirect_stdout
import io
@contextmanager
def cm(n):
    print('in', n)
    try: yield n * 2
    except ValueError as e: print('caught', e)
    finally: print('out', n)
with cm(1) as v: print(v)
with cm(2): raise ValueError('v')
with suppress(KeyError, IndexError): {}['a']
with ExitStack() as st:
    a = st.enter_context(cm(3)); st.callback(print, 'cb', a)
with nullcontext(5) as n: print(n)
s = io.StringIO()
with redirect_stdout(s): print('hidden')
print(repr(s.getvalue()))
@cm(9)
def decorated(): print('body')
decorated()
#: dataclass options
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, KW_ONLY, InitVar
@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False, repr=False)
print(P(1), P(1, 2) < P(2), P(1) == P(1), sorted([P(3), P(1, 5), P(1, 2)]), asdict(P(1, 2, ['a'])), astuple(P(1)))
@dataclass(frozen=True)
class F:
    a: int
    b: str = 'b'
f = F(1); print(hash(f) == hash(F(1)), replace(f, b='c'), {f: 1}[F(1)])
try: f.a = 2
except FrozenInstanceError as e: print(type(e).__name__, e)
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 5
    c: int = field(default=7, init=False)
print(K(1, b=2), [x.name for x in fields(K)])
try: K(1, 2)
except TypeError as e: print(e)
@dataclass
class I:
    a: int
    s: InitVar[int] = 3
    def __post_init__(self, s): self.t = self.a * s
print(I(2).t, I(2, 5).t, I(1))
try:
    @dataclass
    class Bad: x: list = []
except ValueError as e: print(e)
@dataclass
class Q(P):
    z: int = 9
print(Q(1, 2, z=3), Q.__match_args__, P.__eq__(P(1), 5))
@dataclass(slots=True, kw_only=True)
class Z: v: int; w: int = 2
print(Z(v=1))
#: dataclass errors
from dataclasses import dataclass
try:
    @dataclass
    class A:
        x: int = 1
        y: int
except TypeError as e: print(e)
@dataclass
class B: x: int
try: B()
except TypeError as e: print(e)
try: B(1, 2)
except TypeError as e: print(e)
print(B(1) != B(2), B.__annotations__)
try: B(1) < B(2)
except TypeError as e: print(e)
try: hash(B(1))
except TypeError as e: print(e)
#: enum kinds
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    @property
    def nice(self): return self.name.title()
    @classmethod
    def first(cls): return next(iter(cls))
print(Color.RED, repr(Color.RED), Color(2), Color['GREEN'], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED.nice, Color.first(), Color.RED.value, Color.GREEN in Color)
print(Color.__members__.keys(), {Color.RED: 1}[Color(1)], Color.RED == 1, Color.RED != Color.GREEN, isinstance(Color.RED, Color))
for bad in [lambda: Color(9), lambda: Color['X'], lambda: Color.BLUE]:
    try: bad()
    except Exception as e: print(type(e).__name__, e)
class P(IntEnum):
    LOW = auto()
    HIGH = auto()
print(P.LOW < P.HIGH, P.HIGH + 1, P.LOW, repr(P.LOW), f'{P.LOW}', sorted([P.HIGH, P.LOW]), int(P.HIGH))
class F(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(F.R | F.X, repr(F.R | F.W), F.R in F.RW, F.RW & F.W, ~F.R, bool(F.R & F.W), F(0), F(5), list(F.RW))
class S(StrEnum):
    A = auto(); B = 'bee'
print(S.A, S.B + '!', repr(S.A), S('bee'), S.A == 'a')
class IF(IntFlag): A = 1; B = 2
print(IF.A | IF.B, IF.A | 8, repr(IF(3)), IF.A + 1)
try:
    @unique
    class U(Enum): A = 1; B = 1
except ValueError as e: print(e)
Fn = Enum('Fn', 'ONE TWO'); print(list(Fn), Fn.TWO.value)
#: enum with init and methods
from enum import Enum
class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (0.6, 3.4)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    def __str__(self): return f'planet {self.name}'
    @property
    def ratio(self): return round(self.mass / self.radius, 3)
print(Planet.EARTH.ratio, Planet.MARS, Planet.EARTH.value, [p.name for p in Planet])
class L(str, Enum):
    A = 'a'
    def __repr__(self): return 'L!'
print(L.A, L.A.upper(), [L.A], L('a') is L.A, L.A == 'a', f'{L.A}')
class E(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.lower()
    from enum import auto
    X = auto()
class H(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A
print(H(99))
#: named tuples
from collections import namedtuple
from typing import NamedTuple
P = namedtuple('P', 'x y', defaults=[5])
p = P(1); print(p, p._asdict(), p._replace(x=9), P._fields, P._make([3, 4]), p == (1, 5), p[0], *p, P._field_defaults)
class N(NamedTuple):
    a: int
    b: str = 'z'
    def up(self): return self.b.upper()
n = N(1); print(n, n.up(), N(b='q', a=2), len(n), a if (a := n.a) else 0)
try: P()
except TypeError as e: print(e)
try: p.x = 1
except AttributeError as e: print(e)
try: namedtuple('B', 'a class')
except ValueError as e: print(e)
print(namedtuple('R', 'a a def', rename=True)._fields)
match p:
    case P(x=1, y=v): print('v', v)

#: attributes of subclasses of built-in types
class D(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.count = 0
    def __setitem__(self, k, v):
        self.count += 1
        super().__setitem__(k, v)
d = D(a=1)
d['b'] = 2
print(d, d.count, d.__dict__)
class L(list):
    pass
l = L([1, 2]); l.name = 'x'; print(l, l.name)
class S(str):
    def __new__(cls, v, extra):
        s = super().__new__(cls, v); s.extra = extra; return s
s = S('hey', 5); print(s, s.extra, s.upper())
class F(float):
    pass
f = F(2.5); f.unit = 'm'; print(f + 1, f.unit)
class T(tuple):
    pass
t = T((1, 2)); t.a = 3; print(t, t.a)
class I(int): pass
i = I(4); i.z = 1; print(i + 1, i.z)
class St(set): pass
q = St({1}); q.k = 2; print(q, q.k)
class E(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__
e = E(); e.x = 3; print(e, e.x, e.missing)
import collections
class O(collections.OrderedDict):
    pass
o = O(); o.tag = 1; print(o, o.tag)
class DD(collections.defaultdict):
    pass
dd = DD(list); dd.tag = 2; dd['x'].append(1); print(dd['x'], dd.tag)
try:
    {}.x = 1
except AttributeError as err:
    print(err)
for base, value in ((bytes, b'x'), (frozenset, [1]), (complex, 2), (set, [3]), (bytearray, b'y')):
    made = type('Own', (base,), {})(value)
    made.note = base.__name__
    print(made.note, made.__dict__, type(made).__name__, made == base(value))
from collections import Counter, deque
for base in (Counter, deque):
    made = type('Own', (base,), {'kind': 'class'})('aab')
    made.note = 1
    print(made, made.note, made.kind)
class Slots(dict):
    __slots__ = ('a',)
s = Slots(); s.a = 1; print(s.a)
try:
    s.b = 2
except AttributeError as error:
    print(error)
import copy
d2 = copy.copy(d); d2.count = 9; print(d.count, d2.count, d2)
d3 = copy.deepcopy(l); print(d3, d3.name)
