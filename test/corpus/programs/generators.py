#: send throw close
def g():
    try:
        got = yield 1
        print('got', got)
        try: yield 2
        except ValueError as e: print('caught', e); yield 'recovered'
        yield 3
    finally: print('closed')
i = g(); print(next(i), i.send('a'), i.throw(ValueError('v'))); i.close()
j = g()
try: j.send(5)
except TypeError as e: print(e)
j.close(); print(list(j))
k = g(); next(k)
try: k.throw(KeyError('k'))
except KeyError as e: print('out', e)
try: next(k)
except StopIteration as e: print('stop', e.value)
#: return value and yield from
def inner(): x = yield 1; print('inner', x); return 'result'
def outer(): r = yield from inner(); print('r', r); yield from [7, 8]; return 'done'
o = outer(); print(next(o), o.send('s'), next(o))
try: next(o)
except StopIteration as e: print(e.value, e.args)
def deleg():
    try: yield from inner()
    except ValueError as e: print('deleg', e); yield 'after'
d = deleg(); next(d); print(d.throw(ValueError('x')))
#: generator ignoring close
def g():
    while True:
        try: yield 1
        except GeneratorExit: yield 2
i = g(); next(i)
try: i.close()
except RuntimeError as e: print(e)
def h(): raise StopIteration('x'); yield
try: next(h())
except RuntimeError as e: print(e, type(e.__cause__).__name__)
def rec():
    it = me; next(it); yield
me = rec()
try: next(me)
except ValueError as e: print(e)
#: generator state and attributes
def g(a): yield a
i = g(1); print(i.gi_frame is not None, i.gi_running, type(i).__name__, i.__name__, iter(i) is i)
list(i); print(i.gi_frame)
import inspect
print(inspect.isgenerator(i), inspect.isgeneratorfunction(g), inspect.getgeneratorstate(i))
#: generator expressions are lazy
def noisy(n): print('n', n); return n
e = (noisy(x) for x in [1, 2, 3] if x != 2); print('made'); print(next(e)); print(sum(e))
try: (x for x in 5)
except TypeError as err: print(err)
print(sum(x * x for x in range(10)), any(x > 2 for x in range(5)), max((len(w) for w in ['a', 'bcd']), default=0), dict((k, v) for k, v in zip('ab', [1, 2])), sorted(x % 3 for x in range(6)))
#: comprehension scopes and walrus
x = 'outer'
print([x for x in range(3)], x, {x: x for x in 'ab'}, {x % 2 for x in range(4)})
print([y := 1, y ** 2], [last := i for i in range(3)], last, any((hit := n) > 3 for n in [1, 5, 7]), hit)
print([[i * j for j in range(i)] for i in range(4)], [(i, j) for i in range(3) for j in range(i) if (i + j) % 2])
fs = [lambda: i for i in range(3)]; print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])
def f():
    total = 0
    vals = [total := total + v for v in [1, 2, 3]]
    return total, vals
print(f())
while (n := len(x)) > 3: x = x[:-1]
print(x, n)
#: star unpacking from generators
def g():
    yield from range(5)
a, *b = g(); print(a, b); *a, b = g(); print(a, b); a, *_, c = g(); print(a, c)
print([*g(), *'ab'], (*g(),), {*g()}, {**{'a': 1}, 'b': 2, **{'a': 3}}, [*[], *{}])
def f(*a, **k): return a, k
print(f(*g(), *[9], k=1, **{'z': 2}))
for bad in ['a, b = g()', 'a, b, *c, d, e, h, i = g()', 'a, b = 5', '[a, b] = "abc"']:
    try: exec(bad)
    except Exception as e: print(type(e).__name__, e)
(a, (b, *c)), d = (1, (2, 3, 4)), 5; print(a, b, c, d)
for i, (j, *k) in enumerate([(1, 2, 3), (4,)]): print(i, j, k)
#: chained assignment and augmented forms
a = b = [1]; a += [2]; print(b); a = a + [3]; print(b, a)
x = y = 0; x += 1; print(x, y)
l = [1, 2, 3]; i = 0; i, l[i] = 2, 9; print(l)
t = ([1],)
try: t[0] += [2]
except TypeError as e: print(e, t)
d = {'a': 1}; d['a'] += 5; d['b'] = d.get('b', 0) + 1; print(d)
s = 'a'; s *= 3; n = 7; n //= 2; n **= 2; n %= 5; n <<= 3; n |= 1; n ^= 3; n &= 0xff; print(s, n)
def f(): print('once'); return 0
l[f()] += 10; print(l)
#: decorators in every form
import functools
def tag(name, *extra):
    def wrap(f):
        @functools.wraps(f)
        def inner(*a, **k): return (name, *extra, f(*a, **k))
        inner.tagged = name; return inner
    return wrap
@tag('a', 1)
@tag('b')
def f(x): "doc"; return x
print(f(3), f.__name__, f.__doc__, f.tagged, f.__wrapped__(3))
class Dec:
    def __init__(self, f): self.f = f; self.calls = 0
    def __call__(self, *a): self.calls += 1; return self.f(*a)
@Dec
def g(x): return x + 1
print(g(1), g(2), g.calls)
@lambda c: c()
class Single: v = 4
print(Single.v)
def add(cls): cls.extra = 'e'; return cls
@add
class C: pass
print(C.extra)
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@functools.singledispatch
def show(x): return 'obj'
@show.register
def _(x: int): return 'int'
@show.register(list)
def _(x): return 'list'
print(show(1), show([]), show('a'), show(True))
#: closures and cells
def outer():
    n = 0
    def inc():
        nonlocal n; n += 1; return n
    def get(): return n
    return inc, get
i, g = outer(); i(); i(); print(g(), i.__closure__[0].cell_contents, i.__code__.co_freevars)
def f():
    def g(): return late
    late = 5
    return g()
print(f())
def h():
    if False: v = 1
    print(v)
try: h()
except UnboundLocalError as e: print(e)
def k():
    def inner(): return q
    try: inner()
    except NameError as e: print(e)
    q = 1
k()
x = 10
def u():
    try: x += 1
    except UnboundLocalError as e: print(e)
u()
#: function attributes and introspection
def f(a, b=2, /, c: int = 3, *args, d, e: str = 'x', **kw) -> float: "Doc."; return 1.0
print(f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__code__.co_argcount, f.__code__.co_varnames[:4], f.__module__)
f.attr = 1; print(f.attr, f.__dict__, callable(f))
import inspect
print(inspect.signature(f), list(inspect.signature(f).parameters), inspect.signature(f).parameters['c'].default)
print(inspect.signature(lambda x, *, y=1: 0), inspect.isfunction(f), inspect.getdoc(f))
print((lambda: 0).__name__, len.__name__, str.upper.__name__, f.__qualname__)
#: argument errors in many shapes
def f(a, b, *, c): pass
def g(a, /, b): pass
def h(*args): pass
def k(a=1, *, b=2): pass
for call in ['f(1)', 'f(1, 2)', 'f(1, 2, 3)', 'f(1, 2, c=3, d=4)', 'g(a=1, b=2)', 'g()', 'h(x=1)', 'k(1, 2)', 'k(1, 2, b=3)', 'f(*[1, 2, 3], c=1)', 'g(1, **{"b": 2, "z": 3})', 'f(1, b=2, **{"b": 3}, c=1)', 'len()', 'len(1, 2)', 'int("a", base=99)', 'print(1, sepp=2)', 'max()', 'range()', 'range(1, 2, 0)', 'sorted()', 'isinstance(1)', 'open()', '"a".join(1)', '[].append()', '{}.get()', 'abs("a")', 'sum("ab")', 'ord("ab")', 'chr(-1)', 'round("a")', 'divmod(1, 0)', 'pow(0, -1)', 'int("x")', 'float("y")', 'h(**5)', 'f(1, 2, **{1: 2})', 'lambda_', 'None()', '(1)()', '"a"()', '[1][“a”]' if False else '[1]["a"]', '{}[[]]', '(1, 2)[5]', '"abc"[10]', '1 + "a"', '"a" + 1', '[] + ()', '1 < "a"', '-"a"', '{1} + {2}', 'None + 1', '5 in 5', '"a" * "b"', '[1] * 1.5', '2 ** "a"', 'int(None)', 'float([])', 'list(5)', 'dict(5)', 'dict([1])', 'set([[]])', 'zip(1)', 'iter(None)', 'reversed({1})', 'enumerate(5)', 'del_', 'map()', 'filter(None)', 'hash([])', 'bin(1.5)', 'hex("a")', 'bytes("a")', 'bytes([256])', 'complex("a")', 'getattr(1, "zz")', 'setattr(1, "a", 2)', 'object().x', 'type(1, 2)', '1 .real()', 'f.g', '"%d" % "a"', '"%s %s" % 1', '"{} {}".format(1)', '"{a}".format(b=1)', '"{0.x}".format(1)', 'f"{1:q}"', 'format(1.5, "d")', '"%q" % 1']:
    try: print(call, '->', eval(call))
    except Exception as e: print(call, '!', type(e).__name__, e)
#: recursion limit
import sys
def f(n): return f(n + 1)
try: f(0)
except RecursionError as e: print(type(e).__name__, str(e)[:32])
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(500), sys.getrecursionlimit())
#: globals and locals
globals()['dyn'] = 5; print(dyn)
def f():
    a = 1; b = 2
    return sorted(locals().items())
print(f(), 'f' in globals(), '__name__' in globals(), globals()['__name__'])
globals().update(more=7); print(more, globals().get('nope'))
for i, n in enumerate(['p', 'q']): globals()[n] = i
print(p + q)
del globals()['dyn']
try: dyn
except NameError as e: print(e)
x = 3; print(vars()['x'], locals()['x'], 'x' in dir())
#: exec eval compile
ns = {}
exec('def f(x):\n    return x * 2\ny = f(4)', ns); print(ns['y'], ns['f'](5), sorted(k for k in ns if not k.startswith('__')))
print(eval('1 + 2 * 3'), eval('a + b', {'a': 1, 'b': 2}), eval('x', {}, {'x': 9}))
code = compile('z = 7\nprint("in code", z)', '<s>', 'exec'); exec(code); print(z)
print(eval(compile('[i for i in range(3)]', '', 'eval')))
for bad in ['1 +', 'x = 1', 'nope']:
    try: eval(bad)
    except Exception as e: print(type(e).__name__)
try: exec('1 / 0')
except ZeroDivisionError as e: print(e)
v = 1; exec('v = 2'); print(v)
def g():
    w = 1
    exec('w = 2')
    return w
print(g())
#: print options
print(1, 2, sep='-', end='!\n'); print(); print('a', 'b', sep=''); print(*[1, 2, 3], sep=', '); print('x', end=''); print('y', flush=True)
import sys
print('err', file=sys.stderr); print('out', file=sys.stdout); print(None, True, 1.0, 'é', b'x', [None]); print('a\tb\\n', repr('a\tb\n'))
try: print(1, sep=5)
except TypeError as e: print(e)
sys.stdout.write('raw\n'); print(end='only end\n'); print('a\n\nb'); print([1, 'two', 3.0, (4,), {5: 6}, {7}])
#: del in every form
a = [1, 2, 3, 4, 5]; del a[0], a[-1]; print(a); del a[:]; print(a)
d = {'x': 1, 'y': 2}; del d['x']; print(d); x = y = 1; del x, y
try: x
except NameError as e: print(e)
b = list(range(10)); del b[::2]; print(b); del b[1:3]; print(b); b[1:1] = [7, 8]; print(b); b[::2] = [0, 0]; print(b)
try: b[::2] = [1]
except ValueError as e: print(e)
try: del d['nope']
except KeyError as e: print(repr(e))
class A: pass
o = A(); o.z = 1; del o.z
try: del o.z
except AttributeError as e: print(e)
def f():
    q = 1; del q
    try: q
    except UnboundLocalError as e: print(e)
f()
#: loops with else
for i in []: pass
else: print('empty else')
for i in range(3):
    if i == 1: break
else: print('never')
while False: pass
else: print('while else')
n = 0
while True:
    n += 1
    if n < 3: continue
    break
print(n, i)
for i in range(5):
    for j in range(5):
        if j == 2: break
    else: print('no')
    if i == 2: break
else: print('no')
print(i, j)
for x in (l := [1, 2, 3]):
    if x == 1: l.append(4)
    print(x, end=' ')
print()
for i in range(3):
    try:
        if i == 1: continue
        print('t', i)
    finally: print('f', i)
try:
    for k in {1: 1}: pass
    d = {1: 1}
    for k in d: d[2] = 2
except RuntimeError as e: print(e)
try:
    s = {1}
    for k in s: s.add(2)
except RuntimeError as e: print(e)
#: conditional and boolean values
print(1 and 2, 0 or 'x', None or [] or 5, not [], 1 < 2 < 3, 1 < 2 > 1, 1 == 1.0 == True, (1 if [] else 2), 3 if 0 else 4 if 0 else 5)
def f(v): print('f', v); return v
print(f(1) < f(2) < f(0) < f(9)); print(f(0) and f(1), f(1) or f(0))
print(True + True, True * 3, sum([True, False, True]), isinstance(True, int), True == 1, 'yes' if True is not False else 'no', bool('False'), bool(0.0), bool(' '), bool([0]))
print(None is None, None == 0, [] == (), 1 is not None, 'a' in 'abc', 2 not in [1], is_ := 1)
