/** Ragged tensors and tensor arrays: TensorFlow's own examples, by their rows. */
import { expect, it } from 'vitest';
import { analyseKeras, runKeras } from '../keras/program.ts';

async function printed(text: string): Promise<string[]> {
  const program = `import numpy as np\nimport tensorflow as tf\n${text}`;
  const { stdout, stderr } = await runKeras(program);
  expect(stderr).toBe('');
  expect((await analyseKeras(program)).findings).toEqual([]);
  return stdout.trimEnd().split('\n');
}

const digits = 'digits = tf.ragged.constant([[3, 1, 4, 1], [], [5, 9, 2], [6], []])\n';

it.each([
  ['digits', '<tf.RaggedTensor [[3, 1, 4, 1], [], [5, 9, 2], [6], []]>'],
  ['digits + 3', '<tf.RaggedTensor [[6, 4, 7, 4], [], [8, 12, 5], [9], []]>'],
  ['tf.add(digits, digits)', '<tf.RaggedTensor [[6, 2, 8, 2], [], [10, 18, 4], [12], []]>'],
  [
    'tf.concat([digits, tf.ragged.constant([[5, 3]])], axis=0)',
    '<tf.RaggedTensor [[3, 1, 4, 1], [], [5, 9, 2], [6], [], [5, 3]]>',
  ],
  ['tf.concat([digits, digits], axis=1)[2]', 'tf.Tensor([5 9 2 5 9 2], shape=(6,), dtype=int32)'],
  ['tf.reduce_sum(digits, axis=1).numpy(), tf.reduce_max(digits[0]).numpy()', '[ 9  0 16  6  0] 4'],
  ['tf.reduce_sum(digits, axis=0).numpy().tolist()', '[14, 10, 6, 1]'],
  [
    'digits[:, :2], digits[1:3], digits[2, 1].numpy()',
    '<tf.RaggedTensor [[3, 1], [], [5, 9], [6], []]> <tf.RaggedTensor [[], [5, 9, 2]]> 9',
  ],
  ['digits.to_tensor().numpy().tolist()[2:4]', '[[5, 9, 2, 0], [6, 0, 0, 0]]'],
  [
    'digits.to_tensor(default_value=-1, shape=[None, 2]).numpy().tolist()',
    '[[3, 1], [-1, -1], [5, 9], [6, -1], [-1, -1]]',
  ],
  [
    'digits.shape, digits.row_splits.numpy(), digits.row_lengths().numpy(), digits.bounding_shape().numpy()',
    '(5, None) [0 4 4 7 8 8] [4 0 3 1 0] [5 4]',
  ],
  ['tf.ragged.map_flat_values(tf.square, digits).to_list()', '[[9, 1, 16, 1], [], [25, 81, 4], [36], []]'],
  [
    'tf.RaggedTensor.from_row_splits([1, 2, 3], [0, 2, 2, 3]), tf.RaggedTensor.from_tensor([[1, 0], [2, 3]], padding=0)',
    '<tf.RaggedTensor [[1, 2], [], [3]]> <tf.RaggedTensor [[1], [2, 3]]>',
  ],
  ['tf.ragged.constant([[[1, 2], [3]], [[4]]]).merge_dims(1, 2)', '<tf.RaggedTensor [[1, 2, 3], [4]]>'],
  [
    'tf.cast(digits, tf.float32) / 2',
    '<tf.RaggedTensor [[1.5, 0.5, 2.0, 0.5], [], [2.5, 4.5, 1.0], [3.0], []]>',
  ],
])('%s', async (expression, expected) => {
  expect(await printed(`${digits}print(${expression})\n`)).toEqual([expected]);
});

it('texts are split into ragged rows, which layers look up', async () => {
  const lines = await printed(`words = tf.strings.split(['What makes it', ' better?  '])
print(words, words.to_tensor().shape, tf.strings.length(words).to_list())
print(tf.strings.reduce_join(words, axis=-1, separator=' ').numpy().tolist())
print(tf.strings.split('a,b,c', sep=',', maxsplit=1).numpy().tolist(), tf.strings.split('a b').shape)
characters = tf.strings.unicode_split(['abc', 'bé'], input_encoding='UTF-8')
look = tf.keras.layers.StringLookup(vocabulary=['a', 'b', 'é'])
back = tf.keras.layers.StringLookup(vocabulary=['a', 'b', 'é'], invert=True)
print(look(characters), back(look(characters)).to_tensor(default_value='-').numpy()[1][1:].tolist())
for number in tf.data.Dataset.range(1, 3):
    print(back(number).numpy())
`);
  expect(lines).toEqual([
    "<tf.RaggedTensor [[b'What', b'makes', b'it'], [b'better?']]> (2, 3) [[4, 5, 2], [7]]",
    "[b'What makes it', b'better?']",
    "[b'a', b'b,c'] (2,)",
    "<tf.RaggedTensor [[1, 2, 0], [2, 3]]> [b'\\xc3\\xa9', b'-']",
    "b'a'",
    "b'b'",
  ]);
});

it('a tensor array gathers what a loop computes, also for gradients', async () => {
  const lines = await printed(`@tf.function
def powers(x):
    found = tf.TensorArray(tf.float32, size=3)
    for i in tf.range(3):
        x = x * 2.0
        found = found.write(i, x)
    return found.stack()
x = tf.Variable(1.5)
with tf.GradientTape() as tape:
    total = tf.reduce_sum(powers(x))
print(powers(tf.constant(1.0)).numpy(), tape.gradient(total, x).numpy())
grown = tf.TensorArray(tf.int32, size=0, dynamic_size=True, clear_after_read=False)
grown = grown.write(2, [7, 8])
print(grown.size().numpy(), grown.stack().numpy().tolist(), grown.read(2).numpy(), grown.concat().shape)
print(tf.TensorArray(tf.int32, 3).unstack([1, 2, 3]).gather([2, 0]).numpy())
for wrong in (lambda a: a.write(5, 1), lambda a: a.write(0, tf.constant(1.5)), lambda a: [a.write(0, 1).read(0), a.read(0)]):
    try:
        wrong(tf.TensorArray(tf.int32, 2, element_shape=[]))
    except (tf.errors.OpError, ValueError) as error:
        print(error)
`);
  expect(lines).toEqual([
    '[2. 4. 8.] 14.0',
    '3 [[0, 0], [0, 0], [7, 8]] [7 8] (6,)',
    '[3 1]',
    'Tried to write to index 5 but array is not resizeable and size is: 2 ',
    'TensorArray dtype is int32 but Op is trying to write dtype float32 ',
    'Could not read index 0 twice because it was cleared after a previous read (perhaps try setting clear_after_read = false?)',
  ]);
});
