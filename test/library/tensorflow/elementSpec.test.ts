/** What data sets say of their elements, how they fill batches up, and what they promise of a generator's elements. */
import { expect, it } from 'vitest';
import { analyseKeras, runKeras } from '../keras/program.ts';

const start = 'import numpy as np\nimport tensorflow as tf\nDataset = tf.data.Dataset\n';

async function printed(program: string): Promise<string> {
  const { stdout, stderr } = await runKeras(start + program);
  expect(stderr).toBe('');
  const { findings } = await analyseKeras(start + program);
  expect(findings).toEqual([]);
  return stdout.trimEnd();
}

const spec = (shape: string, dtype: string) => `TensorSpec(shape=${shape}, dtype=tf.${dtype}, name=None)`;

it.each([
  ['Dataset.range(4).map(lambda n: (n, n * 2))', `(${spec('()', 'int64')}, ${spec('()', 'int64')})`],
  [
    "Dataset.range(4).batch(2).map(lambda n: {'n': tf.one_hot(n, 10), 'all': [n, n]})",
    `{'n': ${spec('(None, 10)', 'float32')}, 'all': ${spec('(2, None)', 'int64')}}`,
  ],
  ['Dataset.range(9).batch(3, drop_remainder=True).shuffle(2).repeat(2).take(3)', spec('(3,)', 'int64')],
  ["Dataset.from_tensor_slices(['a b', 'c']).batch(2).map(tf.strings.length)", spec('(None,)', 'int32')],
  [
    "Dataset.from_tensor_slices(({'a': [1, 2], 'b': ['x', 'y']}, [0.5, 1], np.ones((2, 3)), [np.float64(1), 2]))",
    `({'a': ${spec('()', 'int32')}, 'b': ${spec('()', 'string')}}, ${spec('()', 'float32')}, ${spec('(3,)', 'float64')}, ${spec('()', 'float64')})`,
  ],
  ['Dataset.from_tensors([[1, 2], [3, 2**40]])', spec('(2, 2)', 'int64')],
  [
    'Dataset.range(9).window(3, drop_remainder=True).flat_map(lambda w: w.batch(3))',
    spec('(None,)', 'int64'),
  ],
  ['Dataset.range(9).window(3)', `DatasetSpec(${spec('()', 'int64')}, TensorShape([]))`],
  [
    'Dataset.from_generator(lambda: iter([]), output_types=(tf.int32, tf.float64), output_shapes=([None], []))',
    `(${spec('(None,)', 'int32')}, ${spec('()', 'float64')})`,
  ],
  [
    'Dataset.from_generator(lambda: iter([]), output_signature=tf.TensorSpec((None, 2), tf.int32)).padded_batch(4)',
    spec('(None, None, 2)', 'int32'),
  ],
])('element_spec of %s', async (dataset, expected) => {
  expect(await printed(`print((${dataset}).element_spec)\n`)).toBe(expected);
});

it('tells the shapes behind layers that look words up, and shows data sets by them', async () => {
  const program = `texts = Dataset.from_tensor_slices((['a b c', 'd e'], [0, 1])).batch(2)
words = tf.keras.layers.TextVectorization(output_sequence_length=4)
words.adapt(texts.map(lambda text, label: text))
print(texts.map(lambda text, label: (words(text), label)))
`;
  expect(await printed(program)).toBe(
    `<_MapDataset element_spec=(${spec('(None, 4)', 'int64')}, ${spec('(None,)', 'int32')})>`,
  );
});

it('asking for it prints nothing and leaves the script as it was', async () => {
  const program = `seen = []
def double(n):
    print('traced')
    seen.append(n)
    return n * 2
doubled = Dataset.range(3).map(double)
print(doubled.element_spec.shape, seen)
print([int(n) for n in doubled.as_numpy_iterator()], len(seen))
`;
  // TensorFlow traces the function once; so do the elements here.
  expect(await printed(program)).toBe('() []\ntraced\n[0, 2, 4] 1');
});

it('what needs the contents of an element is refused by name', async () => {
  const { stderr } = await runKeras(`${start}print(Dataset.range(3).map(lambda n: int(n)).element_spec)\n`);
  expect(stderr).toContain(
    'NotImplementedError: element_spec of a data set whose function needs the contents',
  );
});

it('fills batches up to the longest element, or to given shapes with given values', async () => {
  const program = `def rows():
    for n in range(1, 4):
        yield list(range(n)), n
pairs = Dataset.from_generator(rows, output_types=(tf.int64, tf.int64), output_shapes=([None], []))
for row, n in pairs.padded_batch(2):
    print(row.numpy().tolist(), n.numpy().tolist())
filled = pairs.padded_batch(3, padded_shapes=([4], []), padding_values=(tf.constant(-1, tf.int64), tf.constant(0, tf.int64)))
print(filled.element_spec[0].shape, next(iter(filled))[0].numpy().tolist())
`;
  expect(await printed(program)).toBe(
    '[[0, 0], [0, 1]] [1, 2]\n[[0, 1, 2]] [3]\n(None, 4) [[0, -1, -1, -1], [0, 1, -1, -1], [0, 1, 2, -1]]',
  );
  const tooSmall = `${start}list(Dataset.from_tensor_slices(np.ones((2, 3))).padded_batch(2, padded_shapes=[2]))\n`;
  expect((await runKeras(tooSmall)).stderr).toContain(
    'Attempted to pad to a smaller size than the input element.',
  );
});

it('holds a generator to the shapes that it promised', async () => {
  const program = `signature = tf.TensorSpec((3,), tf.float32)
list(Dataset.from_generator(lambda: iter([[1.0, 2.0]]), output_signature=signature))
`;
  expect((await runKeras(start + program)).stderr).toContain(
    'yielded an element of shape (2,) where an element of shape (3,) was expected.',
  );
});

it('numpy() of a tensor without axes is a number, as TensorFlow has it', async () => {
  const program = `loss = tf.constant(0.5)
print([loss.numpy()], type((loss * 2).numpy()).__name__, isinstance(loss.numpy(), np.floating))
print([tf.Variable(2).numpy()], [next(Dataset.range(5).as_numpy_iterator())])
`;
  expect(await printed(program)).toBe('[0.5] float32 True\n[2] [0]');
});
