#: binary operator
x = 1
y = 'a'
z = (x + 2) * (x + y)

#: whole line has no carets
def f():
    return 1 / 0
f()

#: subscript of a dict
data = {'a': {'b': 1}}
print(data['a']['c']['d'])

#: subscript of a list
rows = [[1, 2], [3]]
total = rows[0][1] + rows[1][1]

#: attribute
class Model:
    pass
m = Model()
value = m.layers.first

#: call arguments
def add(a, b):
    return a + b
result = add(1, 2) + add(1, None)

#: call of something that is not callable
n = 5
print(n(3))

#: name error
def g():
    return undefined_name + 1
g()

#: name error with a suggestion
batch_size = 32
print('size', batch_sze)

#: attribute with a suggestion
import math
print(math.sqr(2))

#: raise covers the line
def check(value):
    if value < 0:
        raise ValueError(f'negative: {value}')
check(-1)

#: raise over several lines
raise ValueError(
    'first line',
    'second line',
)

#: raise inside a line
if True: raise KeyError('inline')

#: raise a class
def k():
    if 1: raise RuntimeError
k()

#: assert
def positive(x):
    assert x > 0, 'must be positive'
    return x
positive(-3)

#: assert without a message
values = []
assert values

#: assert on one line with more
def t(x): assert isinstance(x, int), f'not an int: {x!r}'
t('a')

#: nested functions
def outer():
    def inner(n):
        return [][n]
    return inner(3)
print('before'); outer()

#: methods
class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError('insufficient funds')
        self.balance -= amount

account = Account(10)
account.withdraw(5); account.withdraw(50)

#: class body
class Broken:
    size = 3
    half = size / 0

#: nested class body
class Outer:
    class Inner:
        value = {}['missing']

#: list comprehension
numbers = [3, 2, 1, 0]
print([6 / n for n in numbers])

#: dict comprehension
pairs = {k: int(v) for k, v in [('a', '1'), ('b', 'x')]}

#: set comprehension in a function
def unique(items):
    return {item.lower() for item in items}
unique(['A', 3])

#: generator expression
total = sum(x + 1 for x in [1, 'two'])

#: generator function
def produce():
    yield 1
    yield 1 / 0
for item in produce():
    print(item)

#: yield from
def inner():
    yield 1
    raise ValueError('inside')
def outer():
    yield from inner()
print(list(outer()))

#: lambda
square = lambda v: v ** 2
print(square('x'))

#: map with lambda
print(list(map(lambda v: v['k'], [{'k': 1}, {}])))

#: sorted key
print(sorted([3, 'a', 1]))

#: sorted with a key function
def key(item):
    return item[1]
sorted([(1, 2), (3,)], key=key)

#: recursion
def down(n):
    return down(n - 1) if n else 1 / 0
down(10)

#: recursion of the same line
def count(n):
    if n == 0:
        raise ValueError('bottom')
    count(n - 1)
count(8)

#: repeated exactly three
def again(n):
    if n == 0:
        raise ValueError('bottom')
    again(n - 1)
again(3)

#: repeated once more
def again(n):
    if n == 0:
        raise ValueError('bottom')
    again(n - 1)
again(4)

#: two alternating functions
def ping(n):
    return pong(n - 1)
def pong(n):
    if n < 0:
        return None + 1
    return ping(n - 1)
ping(6)

#: maximum recursion depth
import sys
def forever(n):
    return forever(n + 1)
try:
    forever(0)
except RecursionError as error:
    print(error)

#: raise from
def load(name):
    try:
        return {}[name]
    except KeyError as error:
        raise RuntimeError(f'no setting {name}') from error
load('rate')

#: raise from none
try:
    int('x')
except ValueError:
    raise TypeError('wrong type') from None

#: during handling
try:
    1 / 0
except ZeroDivisionError:
    print({}['fallback'])

#: three in a chain
def a():
    raise ValueError('a')
def b():
    try:
        a()
    except ValueError:
        raise KeyError('b')
try:
    b()
except KeyError as e:
    raise IndexError('c') from e

#: bare raise
def work():
    raise OSError('disk')
try:
    work()
except OSError:
    print('again')
    raise

#: raise the caught one
def work():
    raise OSError('disk')
try:
    work()
except OSError as error:
    raise error

#: raise a stored exception twice
error = ValueError('stored')
try:
    raise error
except ValueError:
    pass
raise error

#: bare raise in a function
def reraise():
    raise
try:
    int('q')
except ValueError:
    reraise()

#: finally
def f():
    try:
        return int('zz')
    finally:
        print('cleanup')
f()

#: handler that does not match
try:
    [].pop()
except KeyError:
    print('no')

#: else of a try
try:
    n = 1
except ValueError:
    pass
else:
    n.missing

#: with
class Manager:
    def __enter__(self):
        return self
    def __exit__(self, *args):
        print('exit', args[0].__name__)
with Manager() as m:
    m.x + 1

#: with whose exit fails
class Manager:
    def __enter__(self):
        return self
    def __exit__(self, *args):
        raise RuntimeError('exit failed')
with Manager() as m:
    1 / 0

#: with whose enter fails
class Manager:
    def __enter__(self):
        raise RuntimeError('enter failed')
    def __exit__(self, *args):
        pass
with Manager() as m, Manager():
    pass

#: not a context manager
with 3 as x:
    pass

#: context manager from a generator
from contextlib import contextmanager
def use():
    value = 1 +  None
use()

#: exception group
raise ExceptionGroup('several', [ValueError('one'), TypeError('two')])

#: exception group with tracebacks
def fail(kind):
    raise kind('failed')
errors = []
for kind in (ValueError, KeyError):
    try:
        fail(kind)
    except Exception as error:
        errors.append(error)
raise ExceptionGroup('collected', errors)

#: nested exception groups
raise ExceptionGroup('outer', [ExceptionGroup('inner', [ValueError(1), OSError('o')]), TypeError('t')])

#: exception group with a cause
try:
    raise ExceptionGroup('g', [ValueError(1)])
except ExceptionGroup as group:
    raise RuntimeError('after') from group

#: except star
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except* ValueError as e:
    print('took', e.exceptions)

#: multi line call
def f(*args):
    return args[0] / args[1]
result = f(
    1,
    0,
)

#: multi line binary operation
first = 10
second = 'x'
total = (first +
         second)

#: multi line dictionary
config = {
    'rate': 0.1,
    'units': int('many'),
}

#: multi line chain
class Q:
    def a(self):
        return self
    def b(self):
        raise ValueError('b failed')
Q().a() \
    .a() \
    .b()

#: multi line method chain in parentheses
class Q:
    def a(self):
        return self
    def b(self):
        raise ValueError('b failed')
value = (
    Q()
    .a()
    .b()
)

#: wide characters before
名字 = 'x'
print('数据集', 名字 + 1)

#: wide characters inside
def 函数(甲, 乙):
    return 甲 + 乙
结果 = 函数('文', 1) + '字'

#: emoji before
print('🙂🙂', 1 + '🙂')

#: accents
größe = 3
print(größe['höhe'])

#: tabs in front
def f():
	x = 1
	return	x + 'a'
f()

#: decorator
import functools
def logged(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs)
    return wrapper
@logged
def divide(a, b):
    return a / b
divide(1, 0)

#: decorator that fails
def bad(fn):
    raise TypeError('cannot decorate')
@bad
def f():
    pass

#: decorator factory that fails
def times(n):
    return [] + n
@times(3)
def f():
    pass

#: class decorator
def register(cls):
    return cls.missing
@register
class A:
    pass

#: property
class P:
    @property
    def area(self):
        return self.width * 2
print('area', P().area)

#: getitem of one's own
class Table:
    def __getitem__(self, key):
        raise KeyError(key)
t = Table()
x = t['a'] + 1

#: operator of one's own
class V:
    def __add__(self, other):
        raise TypeError('no addition')
v = V() + 1

#: comparison of one's own
class V:
    def __lt__(self, other):
        return other.value
v = V() < 3

#: init
class Layer:
    def __init__(self, units):
        self.units = int(units)
layers = [Layer(3), Layer('many')]

#: super init
class Base:
    def __init__(self, name):
        self.name = name.upper()
class Child(Base):
    def __init__(self):
        super().__init__(None)
Child()

#: missing argument
def f(a, b):
    pass
f(1)

#: unexpected keyword
def f(a):
    pass
print(f(1, c=2))

#: unpack too many
a, b = [1, 2, 3]

#: unpack in a for
for a, b in [(1, 2), (3,)]:
    print(a)

#: unpack a number
def f():
    x, y = 5
f()

#: not iterable
for item in 5:
    pass

#: not iterable in a comprehension
squares = [x for x in None]

#: comparison
if 3 < 'a': print('less')

#: chained comparison
x = 5
print(1 < x < 'a')

#: containment
print(3 in 5)

#: unary
print(-'a')

#: invert and not
class B:
    def __bool__(self):
        raise ValueError('ambiguous')
if not B():
    pass

#: truth in an if
class B:
    def __bool__(self):
        raise ValueError('ambiguous')
if B():
    pass

#: truth in a while
class B:
    def __bool__(self):
        raise ValueError('ambiguous')
while B():
    pass

#: truth of and
class B:
    def __bool__(self):
        raise ValueError('ambiguous')
x = B() and 3

#: conditional expression
x = 0
y = 10 / x if x == 0 else 1

#: f-string
value = 'text'
print(f'{value:d} items')

#: f-string expression
record = {}
print(f"name: {record['name']}")

#: percent format
print('%d items' % 'x')

#: augmented assignment
count = 0
count += 'a'

#: augmented subscript
def f(d):
    d['a'] += 1
f({})

#: augmented attribute
class C: pass
c = C()
c.total += 1

#: store into a tuple
t = (1, 2)
t[0] = 5

#: store attribute
x = 3
x.name = 'a'

#: store into a list out of range
items = []
items[3] = 1

#: delete a key
d = {}
del d['a']

#: delete a name
del nothing

#: delete an attribute
class C: pass
c = C(); del c.x

#: walrus
if (n := int('x')) > 3:
    print(n)

#: import of a missing name
from math import sine

#: star arguments
def f(*args): return args
print(f(*5))

#: double star arguments
def f(**kwargs): return kwargs
print(f(**5))

#: slice
print([1, 2, 3]['a':2])

#: dict unhashable
d = {[1]: 2}

#: set unhashable
s = {1, [2]}

#: lambda in a list
actions = [lambda: 1, lambda: 1 / 0]
for action in actions: action()

#: default argument
def f(x=1 / 0):
    pass

#: annotation
def f(x: undefined): pass

#: base class
class A(undefined): pass

#: match
match 1 / 0:
    case 1:
        pass

#: match guard
match 5:
    case n if n + 'a':
        pass

#: match class pattern
match 5:
    case int(x=1, y=2) | undefined():
        pass

#: return with parentheses
def f(a):
    return (a +
            1)
f('x')

#: several statements on a line
a = 1; b = a + 'x'; c = 3

#: long expression
alpha = beta = gamma = 1
delta = None
print(alpha * beta + gamma * (alpha - delta) ** 2 - beta)

#: operator without spaces
a=1
b=''
print(a+b)

#: operator in parentheses
a = 1
b = ''
print((a)  +  (b))

#: modulo and floor
print(5 // 0 + 3)

#: power
print(0 ** -1)

#: matmul
print([1] @ [2])

#: shift
print(1 << -1)

#: subscript with a space
d = {}
print(d ['key'])

#: subscript with a call inside
d = {}
def k(): return 'a'
print(d[k()][0])

#: notes
error = ValueError('noted')
error.add_note('first note')
error.add_note('second\nnote')
raise error

#: exception without text
raise Exception

#: exception of one's own
class MyError(Exception):
    pass
raise MyError('mine', 3)

#: exception with a text of several lines
raise ValueError('one\ntwo')

#: exception of a nested class
class A:
    class E(Exception): pass
raise A.E('x')

#: base exception
class Stop(BaseException): pass
raise Stop('now')

#: system exit with a text
raise SystemExit('bye')

#: raise something else
raise 3

#: raise in an async function
import asyncio
async def fetch(n):
    await asyncio.sleep(0)
    return 1 / n
async def main():
    x = await fetch(0)
try:
    asyncio.run(main())
except ZeroDivisionError as e:
    print(e)

#: stop iteration in a generator
def g():
    yield next(iter([]))
list(g())

#: next of an empty iterator
print(next(iter([])))

#: throw into a generator
def g():
    try:
        yield 1
    except ValueError as e:
        raise KeyError('from generator')
it = g()
next(it)
it.throw(ValueError('thrown'))

#: format exc
import traceback
def f():
    return {}['x'] + 1
try:
    f()
except KeyError:
    print(traceback.format_exc())

#: print exc
import traceback
try:
    print('a' + 1)
except TypeError:
    traceback.print_exc()

#: extract tb
import sys, traceback
def f():
    raise ValueError('v')
try:
    f()
except ValueError as error:
    tb = error.__traceback__
    for entry in traceback.extract_tb(tb):
        print(entry.filename.split('/')[-1], entry.lineno, entry.name, entry.line)
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next, tb.tb_next.tb_frame.f_code.co_name)
    kind, value, where = sys.exc_info()
    print(kind, value, where is not None, where.tb_lineno)
    print(''.join(traceback.format_tb(tb)).replace(__file__, 'script.py'))
    print(traceback.format_exception_only(error))
    print(traceback.TracebackException.from_exception(error).exc_type)

#: code given to exec
exec('x = 1\ny = x + "a"')

#: code given to eval
def f():
    return eval('1 / 0')
f()

#: with traceback
import traceback
def f():
    raise ValueError('v')
try:
    f()
except ValueError as error:
    kept = error
try:
    raise TypeError('t').with_traceback(kept.__traceback__)
except TypeError:
    print(traceback.format_exc())
raise kept.with_traceback(None)

#: error in a dunder str
class S:
    def __str__(self):
        return 3
print(str(S()))

#: sum with start
print(sum([[1], [2]]))

#: int of text
number = int('12x') + float('1.5')

#: keyword value
print(dict(a=1, b=undefined))

#: list element
values = [1,
          2,
          undefined]

#: function in the middle of a long line
def area(width, height): return width * height
total = area(1, 2) + area(2, 'x') * area('y', 'z') + area(3, 4)

#: starred assignment
a, *b, c = [1]

#: global of a function
def f():
    global counter
    counter += 1
f()

#: unbound local
def f():
    print(total)
    total = 1
f()

#: unbound local in a sum
def f(items):
    for item in items:
        total = total + item
    return total
f([1, 2])

#: nonlocal
def f():
    def g():
        return x
    g()
    x = 1
f()

#: open a missing file
with open('missing.txt') as handle:
    text = handle.read()

#: conversion
value = {'a': 1}
print(int(value) + 1)

#: comment behind
x = None
y = x + 1  # adds one

#: semicolon behind
x = None
x + 1;

#: operators of lines
x = [
    1,
    2] + 3
