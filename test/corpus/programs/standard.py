#: collections abc mixins
from collections.abc import Sequence, MutableMapping, Set, MutableSequence, Mapping, Collection, MutableSet, Iterator
class S(Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
s = S(1, 2, 3)
print(s.index(2), s.count(3), list(reversed(s)), 2 in s, 9 in s, isinstance(s, Collection), issubclass(Sequence, Collection))
try: s.index(9)
except ValueError as e: print('no', e)
class D(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
d = D()
d.update(a=1, b=2)
print(d.get('a'), list(d.items()), d.pop('a'), d.setdefault('z', 9), list(d.keys()), list(d.values()), 'b' in d, dict(d))
print(d == {'b': 2, 'z': 9}, isinstance(d, Mapping), d.pop('none', 5), ('b', 2) in d.items(), 9 in d.values())
print({**d}, d.popitem(), len(d)); d.clear(); print(len(d), d.get('q'))
class MS(MutableSet):
    def __init__(self, it=()): self.e = list(dict.fromkeys(it))
    def __iter__(self): return iter(self.e)
    def __contains__(self, v): return v in self.e
    def __len__(self): return len(self.e)
    def add(self, v): self.e.append(v) if v not in self.e else None
    def discard(self, v): self.e.remove(v) if v in self.e else None
m = MS('ab')
print(list(m & MS('bc')), list(m | MS('bc')), list(m - MS('b')), list(m ^ MS('bc')), MS('a') <= m, MS('a') < m, m.isdisjoint(MS('c')), m == MS('ba'))
m |= 'xy'; m -= MS('a'); print(list(m)); m.remove('x'); print(list(m))
try: m.remove('q')
except KeyError as e: print('key', e)
class L(MutableSequence):
    def __init__(self): self.l = []
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
l = L(); l.append(1); l.extend([2, 3]); l += [4]
print(l.pop(), list(l)); l.reverse(); print(list(l)); l.remove(2); print(list(l)); l.clear(); print(len(l))
class C(Iterator):
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(C()), iter(C()).__next__())
for cls in (Sequence, MutableMapping, Iterator):
    try: cls()
    except TypeError as e: print(e)
class Half(Mapping):
    def __len__(self): return 0
try: Half()
except TypeError as e: print(e)

#: partialmethod and singledispatchmethod
from functools import partialmethod, singledispatchmethod, WRAPPER_ASSIGNMENTS
class Cell:
    def __init__(self): self.alive = False
    def set_state(self, state, extra=0): self.alive = state, extra
    on = partialmethod(set_state, True)
    off = partialmethod(set_state, False, extra=3)
c = Cell(); c.on(); print(c.alive); c.off(); print(c.alive); c.on(extra=7); print(c.alive)
class Negator:
    @singledispatchmethod
    def neg(self, arg): raise NotImplementedError('cannot negate')
    @neg.register
    def _(self, arg: int): return -arg
    @neg.register(str)
    def _(self, arg): return arg[::-1]
n = Negator(); print(n.neg(5), n.neg('abc'))
try: n.neg([1])
except NotImplementedError as e: print(e)
print(WRAPPER_ASSIGNMENTS[:3])

#: user list and string
from collections import UserList, UserString, UserDict
class Stack(UserList):
    def push(self, x): self.append(x)
s = Stack([3, 1, 2]); s.push(5); s.sort(); print(s, s[1:], type(s[1:]).__name__, s + [9], 2 in s, len(s), s.data, s == [1, 2, 3, 5], s.index(3))
s *= 2; print(s.count(1), s.pop(), s.copy() == s, s < [2])
u = UserString('Hello'); print(u.upper(), u + ' you', u[1], len(u), u == 'Hello', repr(u), u.split('l'), u.startswith('He'), u * 2, 'ell' in u, u.replace('l', 'L'), type(u.lower()).__name__)

#: enum boundaries and checks
from enum import Enum, Flag, IntFlag, KEEP, CONFORM, EJECT, verify, UNIQUE, CONTINUOUS, NAMED_FLAGS, member, nonmember, auto, show_flag_values, FlagBoundary
class K(Flag, boundary=KEEP): A = 1; B = 2
print(K(9), repr(K(9)), K(3))
class C(Flag, boundary=CONFORM): A = 1; B = 2
print(repr(C(9)))
class E(Flag, boundary=EJECT): A = 1; B = 2
print(repr(E(9)), type(E(9)))
try:
    @verify(UNIQUE)
    class U(Enum): A = 1; B = 1
except ValueError as e: print(e)
try:
    @verify(CONTINUOUS)
    class N(Enum): A = 1; B = 4
except ValueError as e: print(e)
@verify(UNIQUE, CONTINUOUS)
class G(Enum): A = 1; B = 2
print(list(G), show_flag_values(11), FlagBoundary.KEEP.name)
class M(Enum):
    @member
    def f(self): return 1
    x = nonmember(5)
    y = 3
print(list(M.__members__), M.x, M.y)

#: csv sniffer
import csv
for text in ('a;b;c\n1;2;3\n4;5;6\n', 'a,b\n1,2\n3,4\n', 'name\tage\nann\t3\nbob\t4\n', '"x", "y"\n"1", "2"\n"3", "4"\n', 'a|b|c\n1|2|3\n'):
    d = csv.Sniffer().sniff(text)
    print(repr(d.delimiter), repr(d.quotechar), d.skipinitialspace, list(csv.reader(text.splitlines(), d))[1])
print(csv.Sniffer().has_header('name,age\nann,3\nbob,4\n'), csv.Sniffer().has_header('1,2\n3,4\n'))
print(csv.Sniffer().sniff('a,b;c\n1,2;3\n', delimiters=';').delimiter)
try: csv.Sniffer().sniff('abc')
except csv.Error as e: print(e)

#: string formatter
import string
f = string.Formatter()
print(f.format('{} {1} {x!r:>6} {y.real:.2f} {z[0]} {z[key]}' if False else '{0} {1} {x!r:>6} {y.real:.2f} {z[0]}', 'a', 2, x='q', y=1.5, z=[7]))
print(f.format('{} {}', 1, 2), f.vformat('{a}-{b:{w}}', (), {'a': 1, 'b': 2, 'w': 5}), list(f.parse('x{a!r:3}y{{z}}')))
class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, '?') if isinstance(key, str) else super().get_value(key, args, kwargs)
print(Default().format('{known} {unknown} {0}', 'zero', known='k'))
for bad in ('{', '}', '{0} {}', '{a!x}'):
    try: print(f.format(bad, 1, 2, a=3))
    except ValueError as e: print(e)

#: logging config and handlers
import logging, logging.config, logging.handlers, sys, queue
logging.config.dictConfig({
    'version': 1,
    'disable_existing_loggers': False,
    'formatters': {'short': {'format': '%(levelname)s|%(name)s|%(message)s'}},
    'filters': {'only_app': {'name': 'app'}},
    'handlers': {'console': {'class': 'logging.StreamHandler', 'level': 'INFO', 'formatter': 'short', 'stream': 'ext://sys.stdout', 'filters': ['only_app']}},
    'loggers': {'app': {'level': 'DEBUG', 'handlers': ['console'], 'propagate': False}},
    'root': {'level': 'WARNING', 'handlers': ['console']},
})
logging.getLogger('app').info('hello %s', 'you'); logging.getLogger('app.db').debug('hidden'); logging.getLogger('app.db').warning('shown'); logging.getLogger('other').error('filtered')
for wrong in ({}, {'version': 2}, {'version': 1, 'handlers': {'h': {'class': 'logging.Nothing'}}}, {'version': 1, 'root': {'handlers': ['none']}}):
    try: logging.config.dictConfig(wrong)
    except Exception as e: print(type(e).__name__, e)
log = logging.getLogger('memory'); log.propagate = False; log.setLevel(logging.DEBUG)
target = logging.StreamHandler(sys.stdout); target.setFormatter(logging.Formatter('%(levelname)s %(message)s'))
memory = logging.handlers.MemoryHandler(3, target=target); log.addHandler(memory)
log.info('one'); log.info('two'); print('before'); log.error('three'); log.info('four'); memory.close()
q = queue.Queue(); log.handlers[:] = [logging.handlers.QueueHandler(q)]
listener = logging.handlers.QueueListener(q, target); listener.start(); log.info('queued %d', 5); listener.stop()

#: bytes of a memoryview and import by name
print(b''.join([memoryview(b'ab'), b'c', bytearray(b'd')]), b'-'.join([memoryview(b'xyz')[1:]]), bytearray(b',').join([memoryview(b'1'), b'2']))
print(__import__('os.path', fromlist=['join']).join('a', 'b'), __import__('os.path').sep, __import__('collections', globals(), locals(), ['abc'], 0).OrderedDict)

#: names that a module does not have
import os, time, math, json, collections, itertools, functools, datetime, random, re, string
for module, name in ((os, 'nothing'), (time, 'slep'), (math, 'squareroot'), (json, 'parse'), (collections, 'orderedDict'), (itertools, 'combination'), (functools, 'partal'), (datetime, 'dateTime'), (random, 'radnint'), (re, 'mach'), (string, 'ascii_letter')):
    try: getattr(module, name)
    except AttributeError as e: print(e)

#: syntax errors of code in strings
import traceback
for source in ('x = ', 'def f(:\n  pass', 'if x\n  pass', '  y = 1', "s = 'abc", 'f(a, b', 'print "hi"', 'x = = 2'):
    try: exec(source)
    except SyntaxError as e:
        print(type(e).__name__, e, '|', e.msg, e.lineno, e.filename)
        print(''.join(traceback.format_exception_only(e)))
e = SyntaxError('bad', ('file.py', 3, 5, 'some text\n', 3, 9))
print(e, e.offset, e.end_offset)
try: raise e
except SyntaxError as error: print(''.join(traceback.format_exception_only(error)))

#: paths, frames and typing
import os, os.path, sys, typing
from typing import *
print(os.path.commonpath(['/a/b/c', '/a/b/d']), os.path.commonpath(['a/b', 'a/c/d']), os.path.splitdrive('/x/y'), os.path.ismount('/'), os.SEEK_END, os.R_OK, os.strerror(2), os.fsencode('ä'), os.fsdecode(b'x'))
class P:
    def __fspath__(self): return 'p/q'
print(isinstance(P(), os.PathLike), isinstance('s', os.PathLike), os.fspath(P()), os.path.join(P(), 'r'), len(os.urandom(4)))
try: os.path.commonpath(['/a', 'b'])
except ValueError as e: print(e)
T = TypeVar('T')
print(T, get_origin(List[int]), get_args(List[int]), get_args(Optional[int]), get_origin(Dict[str, int]), get_args(Dict[str, int]), get_origin(list[int]), get_origin(int), get_args(Callable[[int], str]), get_args(Literal['a', 'b']))
def f(): return sys._getframe().f_code.co_name, sys._getframe(1).f_lineno
print(f())
try: assert_never(3)
except AssertionError as e: print(e)
@dataclass_transform()
def deco(c): return c
print(get_origin(Union[int, str]) is Union or get_origin(Union[int, str]) == Union, is_typeddict(int), SupportsIndex is not None)
print(sys.base_prefix == sys.prefix or True, sys.float_repr_style, sys.getswitchinterval())
#: names of moments in messages
from datetime import date, datetime, time, timedelta, timezone
for wrong in [lambda: datetime(2024, 1, 1) * 2, lambda: datetime(2024, 1, 1).days, lambda: date(2024, 1, 1) + 1, lambda: timedelta(1) + 1,
              lambda: time(1) - time(2), lambda: date(2024, 1, 1) < datetime(2024, 1, 1), lambda: datetime(2024, 1, 1) - '2023', lambda: timezone.utc + 1]:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
#: patterns from a place on
import re
p = re.compile(r'\d+', re.I | re.M)
print(p, re.compile('a', re.S), re.compile('b'))
print(p.findall('12 34 56', 2), p.findall('12 34 56', 1, 5), p.search('12 34', 2).span(), p.match('12 34', 3, 4).group(), p.fullmatch('x12y', 1, 3))
print([m.span() for m in p.finditer('1 22 333', 2)])
for wrong in ['[z-a]', '(?P<1>x)', '(?P<>x)', '[a-c-b-a]']:
    try:
        print(re.compile(wrong))
    except re.error as error:
        print(error)
