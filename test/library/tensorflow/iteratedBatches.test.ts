/** What is known of batches, and of what is gathered from them, in each way of going over a data set. */
import { describe, expect, test } from 'vitest';
import { allLibraries } from '../../../src/library/index.ts';
import { formatMessage } from '../../../src/python/message.ts';
import { analyse } from '../../checks/markers.ts';
import { runPython } from '../../python/run.ts';

const setup = `import numpy as np
import tensorflow as tf
from tqdm import tqdm, trange
x = np.random.random((96, 10)).astype('float32')
y = np.random.randint(0, 3, size=96)
ds = tf.data.Dataset.from_tensor_slices((x, y)).batch(32)
`;

/** Shape and facts of what the last binding of a name holds. */
async function known(code: string, name: string): Promise<string> {
  const { values, findings } = await analyse(setup + code, '3');
  expect(findings).toEqual([]);
  const value = values.findLast(item => item.name === name)?.value;
  return [`(${value?.shape?.join(', ')})`, ...(value?.facts ?? []).map(fact => formatMessage(fact))].join(
    ' ',
  );
}

const loops = [
  'for a, b in tqdm(ds): b = b.numpy()',
  'for i, (a, b) in tqdm(enumerate(ds), total=3): b = b.numpy()',
  'for i, (a, b) in enumerate(tqdm(ds, desc="x"), 1): b = b.numpy()',
  'for (a, b), (c, d) in zip(ds, ds): b = b.numpy()',
  'for a, b in ds.as_numpy_iterator(): b = b + 0',
  'for batch in ds:\n    a, b = batch\n    b = b.numpy()',
  'with tqdm(ds, unit="batch") as bar:\n    for a, b in bar:\n        bar.set_postfix(loss=1.0)\n        b = b.numpy()',
  'for e in trange(2):\n    for a, b in tqdm(ds, leave=False):\n        b = b.numpy()',
];

describe('loops', () => {
  test.each(loops)('%s', async code => {
    expect(await known(code, 'b')).toBe('(32) integers 0..2');
  });
});

const gathered = [
  'z = np.concatenate([b for a, b in ds])',
  'z = np.concatenate([b.numpy() for a, b in ds], axis=0)',
  'z = np.concatenate(list(ds.map(lambda a, b: b)))',
  'z = tf.concat([b for a, b in ds], axis=0).numpy()',
];

describe('gathered', () => {
  test.each(gathered)('%s', async code => {
    expect(await known(code, 'z')).toBe('(96) integers 0..2');
  });

  test('nobody knows which of the labels one batch holds', async () => {
    const code = `
from keras import Sequential, Input
from keras.layers import Dense
a, b = next(iter(ds))
model = Sequential([Input((10,)), Dense(2, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(a.numpy(), b.numpy())
`;
    expect((await analyse(setup + code, '3')).findings.map(item => item.code)).not.toContain('label-range');
  });

  test('what is left of an iterator that was moved is not known', async () => {
    const code = `
batches = iter(ds)
first = next(batches)
rest = list(batches)
rest[2]
`;
    expect((await analyse(setup + code, '3')).findings).toEqual([]);
  });
});

test('bars are drawn as text', async () => {
  const form = "bar_format='{l_bar}{bar}| {n_fmt}/{total_fmt}{postfix}'";
  const { stderr } = await runPython(
    `from tqdm import tqdm
for item in tqdm('ab', desc='Epoch', mininterval=0, ${form}):
    pass
with tqdm(total=10, ascii=True, mininterval=0, ${form}) as bar:
    bar.update(5)
    bar.set_postfix(loss=0.12345, kept='yes')
`,
    { libraries: allLibraries() },
  );
  expect(stderr.split(/[\r\n]+/).map(line => line.trimEnd())).toEqual([
    '',
    'Epoch:   0%|          | 0/2',
    'Epoch:  50%|█████     | 1/2',
    'Epoch: 100%|██████████| 2/2',
    'Epoch: 100%|██████████| 2/2',
    '  0%|          | 0/10',
    ' 50%|#####     | 5/10',
    ' 50%|#####     | 5/10, kept=yes, loss=0.123',
    ' 50%|#####     | 5/10, kept=yes, loss=0.123',
    '',
  ]);
});

const lengths: readonly [steps: string, length: string][] = [
  ['d', '3 3'],
  ['d.repeat()', 'The dataset is infinite. -1'],
  ['d.repeat().shuffle(2).batch(4).prefetch(1)', 'The dataset is infinite. -1'],
  ['d.repeat().skip(5)', 'The dataset is infinite. -1'],
  ['d.repeat().take(7).batch(2)', '4 4'],
  ['d.repeat().batch(2, drop_remainder=True).take(2)', '2 2'],
  ['tf.data.Dataset.zip((d, d.repeat()))', '3 3'],
  ['d.repeat(0)', '0 0'],
  ['d.take(-1)', '3 3'],
  ['d.skip(-1)', '0 0'],
  ['d.filter(lambda v: v > 0)', 'The dataset length is unknown. -2'],
  ['d.filter(lambda v: v > 9).repeat()', 'The dataset is infinite. -1'],
  ['d.filter(lambda v: v > 0).take(2)', 'The dataset length is unknown. -2'],
];

const told = (steps: string) => `import tensorflow as tf
d = tf.data.Dataset.from_tensor_slices([1.0, 2.0, 3.0])
s = ${steps}
assert s
try:
    told = len(s)
except TypeError as error:
    told = error
print(told, int(s.cardinality()))
`;

describe('how long a data set is', () => {
  test.each(lengths)('%s', async (steps, length) => {
    expect((await runPython(told(steps), { libraries: allLibraries() })).stdout).toBe(`${length}\n`);
    expect((await analyse(told(steps), '3')).findings).toEqual([]);
  });

  test('none is wanted to go over it', async () => {
    const { stdout, stderr } = await runPython(
      `import tensorflow as tf
from tqdm import tqdm
d = tf.data.Dataset.from_tensor_slices([1.0, 2.0, 3.0]).filter(lambda v: v > 1.0)
print(sum(float(v) for v in tqdm(d, mininterval=0)))
print(len(list(d)), [float(v) for v in d.repeat(2).take(-1)])
print(list(d.filter(lambda v: v > 5.0).repeat()))
`,
      { libraries: allLibraries() },
    );
    expect(stdout).toBe('5.0\n2 [2.0, 3.0, 2.0, 3.0]\n[]\n');
    expect(stderr).toContain('2it [');
  });

  test('an endless one has no length, which is told while it is written', async () => {
    const { findings } = await analyse(`${setup}print(len(ds.repeat()))`, '3');
    expect(findings.map(item => formatMessage(item.message))).toEqual([
      expect.stringContaining('The dataset is infinite.'),
    ]);
  });
});
