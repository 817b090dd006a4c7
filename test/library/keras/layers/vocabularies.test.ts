// Layers for text and categories: vocabularies, hashes and their encodings, against the examples of Keras's documentation.
import { expect, test } from 'vitest';
import { farmFingerprint } from '../../../../src/library/keras/layers/preprocessing/fingerprints.ts';
import { analyseKeras, runKeras } from '../program.ts';

/** What a script prints after the usual imports, by line. */
async function printed(script: string): Promise<string[]> {
  const run = await runKeras(`import numpy as np\nimport keras\nfrom keras import layers\n${script}`);
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd().split('\n');
}

/** The traceback. */
async function failure(script: string): Promise<string> {
  const run = await runKeras(`import numpy as np\nimport keras\nfrom keras import layers\n${script}`);
  return run.stderr;
}

test('StringLookup gives and takes indices, in every mode', async () => {
  const vocabulary = 'vocabulary=["a", "b", "c", "d"]';
  expect(
    await printed(`
data = [["a", "c", "d"], ["d", "z", "b"]]
print(layers.StringLookup(${vocabulary})(data).numpy().tolist())
print(layers.StringLookup(${vocabulary}, mask_token="")([["a", "", "z"]]).numpy().tolist())
print(layers.StringLookup(${vocabulary}, invert=True)([[1, 3, 4], [4, 0, 2]]).numpy().tolist())
print(layers.StringLookup(${vocabulary}, output_mode="one_hot")(["a", "b", "z"]).numpy().tolist())
print(layers.StringLookup(${vocabulary}, output_mode="multi_hot")(data).numpy().tolist())
print(layers.StringLookup(${vocabulary}, output_mode="count", max_tokens=6, pad_to_max_tokens=True)([["a", "a", "z"]]).numpy().tolist())
weighted = layers.StringLookup(${vocabulary}, output_mode="tf_idf", idf_weights=[0.25, 0.75, 0.6, 0.4])
found = weighted([["a", "c", "d", "d"], ["d", "z", "b", "z"]]).numpy()
print(np.allclose(found, [[0, 0.25, 0, 0.6, 0.8], [1.0, 0, 0.75, 0, 0.4]]))
`),
  ).toEqual([
    '[[1, 3, 4], [4, 0, 2]]',
    '[[2, 0, 1]]',
    "[[b'a', b'c', b'd'], [b'd', b'[UNK]', b'b']]",
    '[[0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [1, 0, 0, 0, 0]]',
    '[[0, 1, 0, 1, 1], [1, 0, 1, 0, 1]]',
    '[[1, 2, 0, 0, 0, 0]]',
    'True',
  ]);
});

test('adapt counts, breaks ties by the greater term and keeps the most frequent', async () => {
  expect(
    await printed(`
layer = layers.StringLookup(max_tokens=4)
layer.adapt(np.array([["a", "c", "d"], ["d", "z", "b"]]))
print(layer.get_vocabulary(), layer.get_vocabulary(include_special_tokens=False), layer.vocabulary_size())
layer = layers.IntegerLookup(output_mode="tf_idf")
layer.adapt(np.array([[12, 36], [12, 42], [12, 36]]))
print(layer.get_vocabulary())
print(np.allclose(layer(np.array([[12, 12, 42]])).numpy()[0][1:], [2 * np.log(1 + 3 / 4), 0, np.log(1 + 3 / 2)]))
`),
  ).toEqual(["['[UNK]', 'd', 'z', 'c'] ['d', 'z', 'c'] 4", '[-1, 12, 36, 42]', 'True']);
});

test('IntegerLookup works on arrays and inside a model alike', async () => {
  const settings = [
    'num_oov_indices=2',
    'mask_token=0',
    'output_mode="one_hot"',
    'output_mode="multi_hot", mask_token=0',
    'output_mode="count", max_tokens=9, pad_to_max_tokens=True',
    'output_mode="tf_idf", idf_weights=[0.5, 1.0, 2.0]',
    'num_oov_indices=1, invert=True',
  ];
  const lines = await printed(
    settings
      .map(text => {
        const [width, data] = text.includes('one_hot')
          ? [1, '[[12], [5], [42]]']
          : [3, text.includes('invert') ? '[[1, 3, 0], [2, 7, 1]]' : '[[12, 0, 42], [37, 36, 36]]'];
        return `
layer = layers.IntegerLookup(vocabulary=[12, 36, 42], ${text})
x = np.array(${data})
inputs = keras.Input((${width},), dtype="int64")
inside = keras.Model(inputs, layer(inputs)).predict(x, verbose=0)
print(np.allclose(layer(x).numpy(), inside), inside.tolist() if layer(inputs).shape[1:] == inside.shape[1:] else "shape")`;
      })
      .join('\n'),
  );
  expect(lines).toHaveLength(settings.length);
  expect(lines[0]).toBe('True [[2, 0, 4], [1, 3, 3]]');
  expect(lines[1]).toBe('True [[2, 0, 4], [1, 3, 3]]');
  expect(lines[6]).toBe('True [[12, 42, -1], [36, -1, 12]]');
  for (const line of lines) expect(line).toMatch(/^True \[/);
});

test('TextVectorization standardizes, splits, cuts and pads', async () => {
  expect(
    await printed(`
layer = layers.TextVectorization(max_tokens=5000, output_sequence_length=4)
layer.adapt(["foo bar", "bar baz", "Baz, bada boom!"])
print(layer.get_vocabulary())
print(layer([["foo qux bar"], ["qux baz"]]).numpy().tolist(), layer("a foo b bar c").numpy().tolist())
layer = layers.TextVectorization(ngrams=2, output_mode="count")
layer.adapt(["the cat", "the dog the cat"])
print(layer.get_vocabulary())
print(layer(["the cat the", "x"]).numpy().tolist())
layer = layers.TextVectorization(standardize="lower", split="character", vocabulary=["a", "b"])
print(layer(["Ab", "b!"]).numpy().tolist())
layer = layers.TextVectorization(standardize=None, split=lambda rows: [row.numpy().decode().split("_") for row in rows])
layer.adapt(["A_b", "b"])
print(layer.get_vocabulary(), layer(np.array(["b_A_c"])).numpy().tolist())
`),
  ).toEqual([
    "['', '[UNK]', 'baz', 'bar', 'foo', 'boom', 'bada']",
    '[[4, 1, 3, 0], [1, 2, 0, 0]] [1, 4, 1, 3]',
    "['[UNK]', 'the', 'the cat', 'cat', 'the dog', 'dog the', 'dog']",
    '[[1, 2, 1, 1, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0]]',
    '[[2, 3], [3, 1]]',
    "['', '[UNK]', 'b', 'A'] [[2, 3, 1]]",
  ]);
});

test('Hashing and HashedCrossing sort as TensorFlow does', async () => {
  expect(
    await printed(`
letters = [["A"], ["B"], ["C"], ["D"], ["E"]]
print(layers.Hashing(3)(letters).numpy().ravel().tolist())
print(layers.Hashing(3, mask_value="")([["A"], ["B"], [""], ["C"], ["D"]]).numpy().ravel().tolist())
print(layers.Hashing(3, salt=[133, 137])(letters).numpy().ravel().tolist())
print(layers.Hashing(3, salt=133)(letters).numpy().ravel().tolist())
print(layers.Hashing(3)(np.array([0, 1, 2, 3, 4])).numpy().tolist())
print(layers.Hashing(2)(["omar", "stringer", "marlo", "wire", "skywalker"]).numpy().tolist())
features = (np.array(["A", "B", "A", "B", "A"]), np.array([101, 101, 101, 102, 102]))
print(layers.HashedCrossing(5)(features).numpy().tolist())
print(layers.HashedCrossing(5, output_mode="one_hot")(features).numpy().argmax(axis=-1).tolist())
`),
  ).toEqual([
    '[1, 0, 1, 1, 2]',
    '[1, 1, 0, 2, 2]',
    '[1, 2, 1, 0, 2]',
    '[0, 0, 2, 1, 0]',
    '[1, 0, 1, 0, 2]',
    '[0, 0, 1, 0, 0]',
    '[1, 4, 1, 1, 3]',
    '[1, 4, 1, 1, 3]',
  ]);
});

test('every byte of a text of any length counts in its fingerprint', () => {
  for (const length of [1, 3, 5, 8, 16, 17, 32, 33, 64, 65, 128, 200]) {
    const text = Array.from({ length }, (_, index) => String.fromCharCode(97 + ((index * 7) % 26))).join('');
    const hashes = new Set([farmFingerprint(text)]);
    for (let at = 0; at < length; at++)
      hashes.add(farmFingerprint(`${text.slice(0, at)}A${text.slice(at + 1)}`));
    expect(hashes.size).toBe(length + 1);
    for (const hash of hashes) expect(hash >= 0n && hash < 1n << 64n).toBe(true);
  }
});

test('inside a model text has a shape, is looked up when the model predicts, and is no data to train on', async () => {
  const program = `
text = keras.Input((1,), dtype="string")
layer = layers.TextVectorization(max_tokens=20, output_sequence_length=6)
layer.adapt(["a b", "b c"])
tokens = layer(text)
counts = layers.StringLookup(vocabulary=["a", "b"], output_mode="count")(text)
hashed = layers.Hashing(7, output_mode="one_hot")(text)
print(tokens.shape, counts.shape, hashed.shape, tokens.dtype)
h = layers.Embedding(20, 4)(tokens)
model = keras.Model(text, layers.Dense(1)(layers.Flatten()(h)))
print(model.output_shape, model.count_params())
`;
  expect(await printed(program)).toEqual(['(None, 6) (None, 3) (None, 7) int64', '(None, 1) 105']);
  expect(
    await printed(`${program}
x = np.array([["a b"], ["c"], ["z"]])
rest = keras.Sequential([layers.Input((6,)), *model.layers[2:]])
print(np.allclose(model.predict(x, batch_size=2, verbose=0), rest.predict(layer(x), verbose=0)))
print(np.allclose(model(x).numpy(), rest(layer(x)).numpy()))
one = keras.Model(text, layers.Hashing(7, output_mode="one_hot")(text)).predict(np.array([["a"], ["b"]]), verbose=0)
print(one.shape, one.sum(axis=1).tolist())`),
  ).toEqual(['(None, 6) (None, 3) (None, 7) int64', '(None, 1) 105', 'True', 'True', '(2, 7) [1.0, 1.0]']);
  const analysed = await analyseKeras(`import keras\nfrom keras import layers\n${program}`);
  expect(analysed.findings).toEqual([]);
});

test('mistakes are told in the words of Keras', async () => {
  const cases: readonly [string, string][] = [
    ['layers.StringLookup(max_tokens=1)', 'If set, `max_tokens` must be greater than 1.'],
    ['layers.StringLookup(pad_to_max_tokens=True)', 'If pad_to_max_tokens is True, must set `max_tokens`.'],
    ['layers.StringLookup(vocabulary=["a", "b", "a"])', "The repeated terms are: ['a']"],
    ['layers.StringLookup(vocabulary=["a", "[UNK]"], invert=True)', 'Found reserved OOV token'],
    [
      'layers.StringLookup(vocabulary=["a"], max_tokens=2).set_vocabulary(["a", "b"])',
      'larger than the maximum vocab size',
    ],
    ['layers.StringLookup(vocabulary=["a"]).adapt(["b"])', 'after setting a static vocabulary'],
    [
      'layers.StringLookup(output_mode="count")([["a"]])',
      "you must set the layer's vocabulary before calling it",
    ],
    ['layers.StringLookup(vocabulary=["a"], num_oov_indices=0)(["q"])', 'all inputs should be in vocabulary'],
    [
      'layers.StringLookup(vocabulary=["a"], output_mode="one_hot")([["a", "a"]])',
      'maximum supported output rank is 2',
    ],
    [
      'layers.TextVectorization(standardize="upper")',
      'Unknown value for `standardize` argument of TextVectorization.',
    ],
    [
      'layers.TextVectorization(output_mode="count", output_sequence_length=3)',
      '`output_sequence_length` must not be set',
    ],
    [
      'layers.TextVectorization()([["a", "b"]])',
      'the input rank must be 1 or the last shape dimension must be 1',
    ],
    ['layers.Hashing(0)', 'cannot be `None` or non-positive values'],
    ['layers.Hashing(2, salt=[1])', 'can only be a tuple of size 2 integers'],
    ['layers.HashedCrossing(3)([np.array([1])])', 'should be called on at least two inputs'],
  ];
  for (const [script, text] of cases) expect(await failure(script)).toContain(text);
});

test('text is held in tensors, and tf.strings computes with it', async () => {
  expect(
    await printed(`
import tensorflow as tf
t = tf.constant(["The cat", "a Dog!"])
print(t, t[1], t.shape, t[0].numpy())
print(tf.strings.lower(t).numpy().tolist(), tf.strings.length(t).numpy().tolist())
print(tf.strings.regex_replace(t, "[%s]" % "!.", "").numpy()[1], tf.strings.regex_replace(t, "(cat)", r"<\\1>")[0].numpy())
print(tf.strings.join([t, "x"], separator="-").numpy().tolist(), tf.strings.reduce_join(t, separator=" ").numpy())
print(tf.strings.split(["a b", "c d"]).numpy().tolist(), tf.strings.substr(t, 0, 3).numpy().tolist())
print(tf.strings.to_number(["1.5", "2"]).numpy().tolist(), tf.strings.as_string(tf.constant([1, 2])).numpy().tolist())
ds = tf.data.Dataset.from_tensor_slices((["the cat", "a dog"], [0, 1])).batch(2)
layer = layers.TextVectorization(vocabulary=["cat", "dog"], output_sequence_length=2)
for x, y in ds.map(lambda text, label: (layer(text), label)):
    print(x.numpy().tolist(), y.numpy().tolist())
def clean(text):
    return tf.strings.regex_replace(tf.strings.lower(text), "[[:punct:]]", "")
print(layers.TextVectorization(standardize=clean, vocabulary=["dog"])(t).numpy().tolist())
`),
  ).toEqual([
    "tf.Tensor([b'The cat' b'a Dog!'], shape=(2,), dtype=string) tf.Tensor(b'a Dog!', shape=(), dtype=string) (2,) b'The cat'",
    "[b'the cat', b'a dog!'] [7, 6]",
    "b'a Dog' b'The <cat>'",
    "[b'The cat-x', b'a Dog!-x'] b'The cat a Dog!'",
    "[[b'a', b'b'], [b'c', b'd']] [b'The', b'a D']",
    "[1.5, 2.0] [b'1', b'2']",
    '[[1, 2], [1, 3]] [0, 1]',
    '[[1, 1], [1, 2]]',
  ]);
});
