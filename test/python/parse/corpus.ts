/** Programs that use every construct of Python; what CPython makes of them is recorded beside. */

export const corpus: Readonly<Record<string, string>> = {
  literals: `a = [1, 1_000, 0xFF, 0o17, 0b11, 12345678901234567890, 1., .5, 1e5, 1_0.0_1e-3, 3j, 1.5J]
b = ['a\\n\\x41\\u00e9\\101\\\\', r'\\n\\\\', b'\\xff\\n', rb'\\d', u'x', "it's" 'so', '''two
lines''', 'con\\
tinued']
c = None, True, False, ...
é = 'ünï', "😀"; after = 1
`,
  formatted: `f'plain'
f'{a}{b!r}{c!s:>10}{d:{width}.{digits}f}'
f'{{}} {x + 1} {y["k"]}'
'a' f'b{c}' 'd'
f'{x=}{x = !s}{x=:5}'
f'{(lambda: 1)()}'
`,
  operators: `x = -a ** -b + c * d // e % f @ g << 1 >> 2
y = a | b & c ^ d & e | f
z = not a and b or c and not d
w = a < b <= c != d is not e not in f
v = p if q else r if s else t
(n := 10)
u = ~(a + b) * (c)
`,
  calls: `f()
f(a, *b, c=1, **d)
f(x for x in y)
a.b.c(1)(2)[3].d
print('x', end='')
s[1:2, ::3, ...], s[:], s[a,], s[*a]
`,
  displays: `[1, *a]; (1,); (); {1, 2}; {}; {'a': 1, **b}
[x for x in y if x if z for w in x]
{k: v for k, v in d.items()}
{x async for x in y}
(*a.b(), *c | d)
`,
  assignments: `a = b = c
a, *b = c
(a), [b, c] = d
x: int = 1
(y): 'str'
z.w: list[int] | None
a += 1; b **= 2; c //= 3
del a, b[0], (c, d)
`,
  definitions: `@decorator(1)
@other
def f(a, b: int = 1, /, c=2, *args: str, d, e=3, **kwargs) -> dict[str, int] | None:
    """doc"""
    global g
    def inner():
        nonlocal a
        yield
        x = yield a
        yield from b
        return a, *b
    return lambda x, *y, z=1: x
async def g():
    async with a as b, c: pass
    async for x in y:
        await z ** 2
class A(B, metaclass=C):
    x = 1
class D: pass
`,
  compound: `if a: pass
elif b:
    c
elif d: e;
else: f
for a, b in c:
    break
else:
    pass
while x:
    continue
try: a
except (B, C) as d: e
except F: g
else: h
finally: i
try:
    a
except* B: pass
with (a as b, c as d,): pass
with (a, b): pass
with (a): pass
with (a, b) as c: pass
with open(x) as f, g as (h, i): pass
`,
  patterns: `match x, y:
    case -1 | 2 + 3j | 'a' 'b': pass
    case A(1, b=1 | 2, c=[*_, x] as d) as y if z: pass
    case {'a': 1, C.d: _, **rest}, [1, (2)]: pass
    case None | True | a.b: pass
    case *a, b: pass
    case (): pass
    case _: pass
match = case = type = 1
match(x)
type(x).y = 2
print >> f, x
`,
  imports: `import a, b.c as d
from . import x
from ..a.b import (c as d, e,)
from m import *
from __future__ import annotations
assert a, b
raise A from b
raise
`,
  oddities: `match [a, b]:
    case [1, x]: pass
match [a]:
    case []: pass
match []:
    case _: pass
def f():
    match [x for x in y]:
        case [*_]: pass
    (bar.
baz(1,  # one
 2)
)
    z: \\
  int = '\\N{SNOWMAN}\\N{no-break space}'
from __future__ import *
`,
};
