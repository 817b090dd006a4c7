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

it('knows how long the windows are that a loop cuts out of an array', async () => {
  const shapes = await shapesIn(`
import numpy as np
w = np.random.random(1000)
data = np.random.random((500, 4))
listed = np.array([w[i:i+30] for i in range(970)])
over_the_end = np.array([w[i:i+30] for i in range(990)])
before_the_start = np.array([w[i-10:i+20] for i in range(900)])
apart = np.array([w[k * 3:(k + 1) * 3] for k in range(300)])
growing = np.array([w[:i] for i in range(1, 900)])
X, y = [], []
for i in range(24, len(data)):
    X.append(data[i - 24:i, :])
    y.append(data[i, 0])
X, y = np.array(X), np.array(y)
def make(dataset, look_back=1):
    dataX, dataY = [], []
    for i in range(len(dataset) - look_back - 1):
        a = dataset[i:(i + look_back), 0]
        dataX.append(a)
        dataY.append(dataset[i + look_back, 0])
    return np.array(dataX), np.array(dataY)
back, ahead = make(data, 3)
previous = 0
kept = []
for i in range(300):
    part = w[previous:i + 30]
    previous = i
    kept.append(part)
kept = np.array(kept)
branched = []
for i in range(900):
    j = i + 3
    if w[i] > 0.5:
        j = i + 5
    branched.append(w[i:j])
branched = np.array(branched)
counted = []
for i in range(900):
    j = i
    while w[j] < 0.5:
        j += 1
    counted.append(w[i:j])
counted = np.array(counted)
`);
  expect(shapes).toMatchObject({
    listed: [970, 30],
    apart: [300, 3],
    X: [476, 24, 4],
    y: [476],
    back: [496, 3],
    ahead: [496],
  });
  expect([shapes.over_the_end, shapes.before_the_start]).toEqual([
    [990, null],
    [900, null],
  ]);
  for (const shape of [shapes.growing, shapes.kept, shapes.branched, shapes.counted])
    expect(shape?.[1] ?? null).toBeNull();
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
  expect(shapes.lengths).toEqual([1000, null]);
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

const uncounted = `
import os
import numpy as np
from keras.utils import img_to_array, load_img
images, labels, pairs = [], [], []
for name in os.listdir('cats'):
    image = img_to_array(load_img(os.path.join('cats', name), target_size=(64, 64)))
    if name.endswith('.png'):
        images.append(image)
        labels.append(0)
    pairs.append([image, 1])
`;

it('knows the shape of what is appended where the number of turns is not known', async () => {
  const shapes = await shapesIn(`${uncounted}
for name in os.listdir('dogs'):
    images.append(img_to_array(load_img('dogs/' + name, target_size=(64, 64))))
    labels += [1]
firsts, seconds = [], []
for first, second in pairs:
    firsts.append(first)
    seconds.append(second)
x, y, z, t = np.array(images) / 255, np.array(labels), np.array(firsts), np.array(seconds)
`);
  expect(shapes).toMatchObject({ x: [null, 64, 64, 3], y: [null], z: [null, 64, 64, 3], t: [null] });
});

it.each([
  ['other shapes', 'images.append(np.zeros((32, 32, 3)))'],
  ['shapes that are not known', 'images.append(np.zeros((len(os.listdir("cats")), 64, 3)))'],
  ['what is not known', 'images.append(os.nothing_of_this_name)'],
  ['an item put in its place', 'images[0] = np.zeros(3)'],
  ['any item put in its place', 'images[os.nothing_of_this_name] = np.zeros(3)'],
  ['a slice put in its place', 'images[:1] = [np.zeros(3)]'],
  ['an item put before the others', 'images.insert(0, np.zeros(3))'],
  ['more that are not known', 'images.extend(os.nothing_of_this_name)'],
  ['a change by something unknown', 'os.nothing_of_this_name(images)'],
])('knows nothing of a list that grew so and then got %s', async (_, change) => {
  expect((await shapesIn(`${uncounted}\nx = np.array(images)`)).x).toEqual([null, 64, 64, 3]);
  expect((await shapesIn(`${uncounted}\n${change}\nx = np.array(images)`)).x).toBeUndefined();
});
