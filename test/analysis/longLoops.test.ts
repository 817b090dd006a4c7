/** Loops and comprehensions over more items than are followed one by one. */
import { expect, it } from 'vitest';
import { followProgram } from '../../src/analysis/index.ts';
import { testParser } from '../python/run.ts';

async function shapesIn(text: string): Promise<Record<string, readonly (number | null)[] | null>> {
  const { program } = followProgram(await testParser(), text, 'script.py', { kerasVersion: 'auto' });
  return Object.fromEntries(program.values.map(({ name, value }) => [name, value.shape]));
}

it('knows how long a list comprehension over many items is', async () => {
  const shapes = await shapesIn(`
import numpy as np
def row(item):
    return np.zeros((20,))
items = ['a'] * 1000
listed = np.array([row(item) for item in items])
numbered = np.stack([row(item) for place, item in enumerate(items)])
paired = np.stack([row(a) for a, b in zip(items, range(400))])
mapped = np.array([row(a) for a in map(str, items)])
`);
  expect(shapes).toMatchObject({
    listed: [1000, 20],
    numbered: [1000, 20],
    paired: [400, 20],
    mapped: [1000, 20],
  });
});

it('counts what is left of an iterator that was used before', async () => {
  const shapes = await shapesIn(`
import numpy as np
rest = iter([0] * 1000)
next(rest)
left = np.stack([np.zeros(2) for item in rest])
same = iter([0] * 1000)
pairs = [np.zeros(2) for a, b in zip(same, same)]
stacked = np.stack(pairs)
`);
  expect(shapes.left).toEqual([999, 2]);
  expect(shapes.stacked).toBeUndefined();
});

it('does not take one item for all of them', async () => {
  const shapes = await shapesIn(`
import numpy as np
lengths = np.stack([np.zeros(i) for i in range(1000)])
seen = []
def count(item):
    seen.append(item)
    return np.zeros(len(seen))
grown = np.stack([count(item) for item in range(1000)])
`);
  expect(shapes.lengths).toBeUndefined();
  expect(shapes.grown).toBeUndefined();
});

it('looks for the end of a long loop where the loop may end early', async () => {
  const shapes = await shapesIn(`
import numpy as np
for turn in range(100000):
    x = np.zeros((turn, 2))
    if turn == 5:
        break
y = x + 1
`);
  expect(shapes.y).toEqual([5, 2]);
});

it('knows how long lists become that every turn of a long loop appends to', async () => {
  const shapes = await shapesIn(`
import numpy as np
series = np.zeros((1500, 1))
windows, targets, both = [], [], []
for start in range(len(series) - 20):
    window = np.zeros(20)
    windows.append(window)
    targets.append(np.zeros(()))
    both.append(window)
    both.append(window)
x = np.array(windows)
y = np.array(targets)
z = np.array(both)
`);
  expect(shapes).toMatchObject({ x: [1480, 20], y: [1480], z: [2960, 20] });
});

it.each([
  ['some turns pass over', 'if item % 2: continue\n    kept.append(np.zeros(3))'],
  ['only some turns reach', 'if item % 2:\n        kept.append(np.zeros(3))'],
  ['a turn also takes from', 'kept.append(np.zeros(3))\n    kept.pop()'],
  ['another name changes', 'kept.append(np.zeros(3))\n    alias.append(np.zeros(3))'],
  ['get something else in each turn', 'total += 1\n    kept.append(np.zeros(total))'],
])('leaves lists unknown that %s', async (_what, body) => {
  const shapes = await shapesIn(`
import numpy as np
kept = []
alias = kept
total = 0
for item in range(1000):
    ${body}
x = np.array(kept)
`);
  expect(shapes.x?.[0] === 1000 && shapes.x[1] !== null).toBe(false);
});
