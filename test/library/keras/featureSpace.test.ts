/** `keras.utils.FeatureSpace`: widths of what it encodes, the same values eagerly and in a model, Keras's errors. */
import { expect, it } from 'vitest';
import { runSaving } from './saving/program.ts';

const opening = `
import tensorflow as tf
from keras.utils import FeatureSpace
rows = {
    'sex': np.array([1, 0, 1, 1, 0, 1]), 'thal': np.array(['fixed', 'normal', 'fixed', 'reversible', 'normal', 'fixed']),
    'age': np.array([63., 67., 37., 41., 56., 62.]), 'chol': np.array([233., 286., 229., 250., 204., 236.]),
}
ds = tf.data.Dataset.from_tensor_slices((rows, np.array([0, 1, 0, 0, 1, 1])))
`;

async function printed(text: string): Promise<string[]> {
  const run = await runSaving(opening + text);
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd().split('\n');
}

const space = `
space = FeatureSpace(
    features={
        'sex': 'integer_categorical', 'thal': 'string_categorical', 'chol': 'float_normalized',
        'age': FeatureSpace.float_discretized(num_bins=4),
    },
    crosses=[('thal', 'sex')], crossing_dim=8, output_mode=MODE)
space.adapt(ds.map(lambda x, y: x))
`;

it('encodes every feature, by name, then the crosses', async () => {
  const lines = await printed(`${space.replace('MODE', "'dict'")}
[(x, y)] = ds.batch(6).take(1)
encoded = space(x)
print([(name, tuple(value.shape)) for name, value in encoded.items()])
print(encoded['sex'].numpy()[:2].tolist(), encoded['thal'].numpy()[1].tolist())
print(abs(round(float(encoded['chol'].numpy().mean()), 4)), encoded['age'].numpy().sum(axis=0).sum())
print(encoded['thal_X_sex'].numpy().sum(axis=1).tolist())
`);
  expect(lines).toEqual([
    "[('age', (6, 4)), ('chol', (6, 1)), ('sex', (6, 3)), ('thal', (6, 4)), ('thal_X_sex', (6, 8))]",
    // 1 is the more frequent number, 'fixed' the most frequent text; the first column is for what is unknown.
    '[[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]] [0.0, 0.0, 1.0, 0.0]',
    '0.0 6.0',
    '[1.0, 1.0, 1.0, 1.0, 1.0, 1.0]',
  ]);
});

it('gives the same in a model as on data, and trains on either', async () => {
  const lines = await printed(`${space.replace('MODE', "'concat'")}
inputs, encoded = space.get_inputs(), space.get_encoded_features()
print(sorted(inputs), encoded.shape)
outputs = layers.Dense(1)(layers.Dense(4, activation='relu')(encoded))
training = keras.Model(encoded, outputs)
training.compile('adam', 'mse')
training.fit(ds.batch(3).map(lambda x, y: (space(x), y)), verbose=0)
[(x, y)] = ds.batch(6).take(1)
given = {name: tf.expand_dims(column, -1) for name, column in x.items()}
print(np.allclose(keras.Model(inputs, encoded).predict(given, verbose=0), space(x).numpy()))
print(np.allclose(keras.Model(inputs, outputs).predict(given, verbose=0), training.predict(space(x).numpy(), verbose=0), atol=1e-5))
print(space({name: column[0] for name, column in rows.items()}).shape)
`);
  expect(lines).toEqual(["['age', 'chol', 'sex', 'thal'] (None, 20)", 'True', 'True', '(20,)']);
});

it.each([
  ['FeatureSpace({})', 'The `features` argument cannot be None or empty.'],
  ["FeatureSpace({'a': 'number'})", 'Invalid feature type: number'],
  ["FeatureSpace({'a': 'float'}, crosses=[('a', 'b')])", 'Received unknown features'],
  ["FeatureSpace({'a': 'float_normalized'}).get_inputs()", 'You need to call `.adapt(dataset)`'],
  ["FeatureSpace({'a': 'float_normalized'}).adapt(rows)", 'can only be called on a tf.data.Dataset'],
  [
    "FeatureSpace({'a': FeatureSpace.integer_hashed(3, output_mode='int')}).get_encoded_features()",
    "Cannot concatenate features because feature 'a' has not been encoded",
  ],
  ["FeatureSpace({'a': 'float'})([1.0])", 'A FeatureSpace can only be called with a dict.'],
])('%s', async (call, words) => {
  expect((await runSaving(opening + call)).stderr).toContain(words);
});

it('is saved with what it has learnt, and loaded again', async () => {
  const lines = await printed(`${space.replace('MODE', "'concat'")}
space.save('space.keras')
again = keras.models.load_model('space.keras')
[(x, y)] = ds.batch(6).take(1)
print(type(again).__name__, np.allclose(again(x).numpy(), space(x).numpy()), list(again.get_inputs()))
print(again.get_config()['crossing_dim'], [type(f).__name__ for f in again.features.values()])
inputs, encoded = again.get_inputs(), again.get_encoded_features()
m = keras.Model(inputs, layers.Dense(1)(encoded))
print(m.predict(ds.map(lambda x, y: x).batch(6), verbose=0).shape)
`);
  expect(lines).toEqual([
    "FeatureSpace True ['sex', 'thal', 'chol', 'age']",
    "8 ['Feature', 'Feature', 'Feature', 'Feature']",
    '(6, 1)',
  ]);
});
