/** Every construct must give the same result whether or not something inside it has to wait. */
import { describe, expect, it } from 'vitest';
import { suspendable } from '../../../src/python/functions.ts';
import { libraryRegistry } from '../../../src/python/modules.ts';
import { wait } from '../../../src/python/suspension.ts';
import type { Value } from '../../../src/python/values.ts';
import { runPython } from '../run.ts';

/** `later(x)` gives x after a turn of the event loop, `soon(x)` without waiting. */
const libraries = libraryRegistry([
  {
    name: 'delays',
    entries: () => [
      [
        'later',
        suspendable('later(x)', function* ([x]) {
          return yield* wait(new Promise<Value>(resolve => queueMicrotask(() => resolve(x))));
        }),
      ],
      [
        'soon',
        // biome-ignore lint/correctness/useYield: the point is a generator that never waits
        suspendable('soon(x)', function* ([x]) {
          return x;
        }),
      ],
    ],
  },
]);

const programs: Record<string, string> = {
  arguments: 'print(w(1) + w(2) * w(3), w("a") * w(2), -w(4), [w(1), *w([2, 3])], (w(1),), {w("k"): w("v")})',
  spreading: `
def items(n):
    for i in range(n):
        yield w(i)
class Own:
    def __iter__(self):
        yield from items(3)
def endless():
    while True:
        yield w(7)
print([*items(3), 9], (*items(2), *Own()), {*items(2)} == {0, 1}, max(*items(4)), [*map(w, "ab")])
a, *b = items(4)
c, d = items(2)
(e, f), *g = [items(2), Own()]
print(a, b, c, d, e, f, [list(x) for x in g])
for text, expected in (("p, q = items(3)", 0), ("p, q = endless()", 0), ("p, q, r = items(2)", 0), ("p, *q, r = items(1)", 0)):
    try:
        exec(text)
    except ValueError as error:
        print(error)
`,
  comparison: 'print(w(1) < w(2) < w(3), w(1) < w(0) < w(5), w(2) in w([1, 2]), w(None) is None)',
  boolean: 'print(w(0) or w(5), w(1) and w(0) and w(9), not w(0), w(1) if w(0) else w(2))',
  subscripts:
    'x = w([1, 2, 3])\nx[w(0)] = w(9)\nprint(x[w(0):w(2)], x[w(-1)])\ndel x[w(0)]\nprint(x)\nx[w(0)] += w(5)\nprint(x)',
  attributes: `
class A: pass
w(A).b = w(1)
w(A).b += w(2)
print(w(A).b)
`,
  functions: `
def f(a, b=w(2), *c, d=w(4), **e):
    r = w(a) + b
    return r, c, d, e
print(f(w(1)), f(w(1), w(2), w(3), d=w(5), z=w(6)), (lambda q: w(q) + 1)(w(1)))
`,
  loops: `
total = 0
for i in w([1, 2, 3, 4]):
    if w(i) == 2:
        continue
    if w(i) == 4:
        break
    total += w(i)
else:
    print('never')
n = 0
while w(n) < 3:
    n += w(1)
else:
    print('else', n)
print(total)
for a, (b, c) in w([(1, (2, 3))]):
    print(a, b, c)
`,
  comprehensions: `
print([w(x) for x in w([1, 2, 3]) if w(x) > 1], {w(x): w(x + 1) for x in [1, 2]}, sorted({w(x % 2) for x in range(4)}))
print([(x, y) for x in w([1, 2]) for y in w([3, 4]) if w(x + y) != 5])
for x in (w(x) for x in [1, 2]):
    print(x)
`,
  exceptions: `
def g():
    try:
        w(1)
        raise ValueError(w('bad'))
    except w(KeyError):
        print('no')
    except (w(TypeError), ValueError) as e:
        print('caught', e, w(2))
        return w('returned')
    finally:
        print('finally', w(3))
print(g())
try:
    try:
        w([])[w(1)]
    finally:
        print('cleanup')
except IndexError as e:
    print(e)
assert w(1), w('unused')
try:
    assert w(0), w('message')
except AssertionError as e:
    print(e)
`,
  context: `
class C:
    def __init__(self, n): self.n = w(n)
    def __enter__(self): print('enter', w(self.n)); return w(self.n)
    def __exit__(self, t, v, b): print('exit', w(self.n), t is not None); return w(self.n) == 2
with w(C(1)) as a, w(C(2)) as b:
    print(w(a), w(b))
    raise KeyError('x')
print('after')
def early():
    with C(3):
        return w('value')
print(early())
`,
  classes: `
def deco(cls):
    cls.tag = w('tagged')
    return cls
@w(deco)
class B(w(object)):
    x = w(1)
    @property
    def p(self): return self.x
    def __init__(self, v=w(7)): self.v = w(v)
    def m(self): return w(self.v)
print(B.x, B().m(), B(w(2)).m(), B.tag, B().p)
`,
  generators: `
def gen(n):
    for i in range(w(n)):
        got = yield w(i)
        if got:
            print('got', w(got))
    return w('end')
def outer():
    result = yield from gen(w(3))
    print(w(result))
print([w(x) for x in outer()])
g = gen(3)
for x in g:
    print(x)
    if w(x) == 1:
        break
for x in g:
    print(x)
`,
  match: `
def kind(v):
    match w(v):
        case [a, *rest] if w(a) == 1:
            return w(rest)
        case {'k': x}:
            return x
        case int() | str():
            return 'scalar'
        case _:
            return 'other'
print(kind([1, 2, 3]), kind({'k': 5}), kind(3), kind('s'), kind(None), kind([2]))
`,
  consumers: `
def g(*values):
    for v in values:
        yield w(v)
print(list(w(x) for x in [1, 2]), tuple(g(3, 4)), sorted(set(g(1, 2, 1))), frozenset(g(5)), sum(g(1, 2, 3), w(4)))
print(min(g(3, 1, 2)), max(g(3, 1, 2), key=lambda x: w(-x)), max(4, 5, key=lambda x: w(-x)), any(g(0, 0, 7)), all(g(1, 0)))
print(sorted(g(3, 1, 2), key=lambda x: w(-x)), '-'.join(w(c) for c in 'abc'), dict((k, w(k + 1)) for k in g(1, 2)))
print(list(zip(g(1, 2), g(3, 4, 5))), list(enumerate(g('a', 'b'), 1)), list(map(lambda x, y: w(x + y), g(1, 2), [3, 4])))
print(list(filter(lambda x: w(x > 1), g(1, 2, 3))), list(filter(None, g(0, 1))), list(map(w, g(1, 2))))
items = [0]
items.extend(w(x) for x in [2, 1])
items.sort(key=lambda x: w(x))
print(items, any(w(x) for x in []), all(x for x in g()))
d = {}
d.update((w(k), k) for k in 'ab')
print(d, next(w(x) for x in [9]), next(filter(lambda x: w(x) == 2, [1, 2])))
it = g(0, 1, 2)
print(any(it), list(it))
try:
    sum(w(x) for x in ['a'])
except TypeError as e:
    print(e)
try:
    list(w(1) / x for x in [1, 0])
except ZeroDivisionError as e:
    print(e)
`,
  strings: 'print(f"{w(1)!r:>{w(5)}} {w(2.5):.{w(2)}f}", f"{w(3)=}")',
  walrus:
    'if (n := w(5)) > w(3):\n    print(n)\nprint([y := w(1), w(y) + 1])\nglobal_list = [last := w(x) for x in range(3)]\nprint(last)',
  closures: `
def counter():
    c = w(0)
    def inc(by=w(1)):
        nonlocal c
        c += w(by)
        return c
    return inc
i = counter()
print(i(), i(w(5)), i())
`,
};

describe('constructs that wait', () => {
  for (const [name, program] of Object.entries(programs)) {
    it(name, async () => {
      const run = (delay: string) => runPython(`from delays import ${delay} as w\n${program}`, { libraries });
      const immediate = await runPython(`def w(x): return x\n${program}`);
      expect(immediate.stderr).toBe('');
      expect(immediate.stdout).not.toBe('');
      for (const delay of ['soon', 'later']) {
        const result = await run(delay);
        expect(result.stderr).toBe('');
        expect(result.stdout).toBe(immediate.stdout);
      }
    });
  }

  it('shows the line in the traceback after a wait', async () => {
    const program =
      'from delays import later as w\ndef f():\n    w(1)\n    x = w(2)\n    return [][x]\n\nf()\n';
    const { stderr, status } = await runPython(program, { libraries });
    expect(status).toBe(1);
    expect(stderr).toContain('line 5, in f');
    expect(stderr).toContain('IndexError: list index out of range');
  });
});
