/** What models, layers and data sets show of themselves: metrics, counts, moments, specifications, tables. */
import { describe, expect, it } from 'vitest';
import { runSaving } from './saving/program.ts';

async function printed(text: string): Promise<string[]> {
  const run = await runSaving(text);
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd().split('\n');
}

describe('the metrics of a model', () => {
  it('are the loss and the metrics of compile as one, before training and after', async () => {
    const lines = await printed(`
m = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
print(m.metrics_names)
m.compile('adam', 'mse')
print(m.metrics_names, m.metrics)
m.compile('adam', 'mse', metrics=['mae'])
print(m.metrics_names, m.metrics)
m.fit(np.ones((8, 2)), np.ones((8, 1)), verbose=0)
print(m.metrics_names, m.metrics, list(m.metrics[1].result()), m.metrics[1].metrics)
`);
    const all = "['loss', 'compile_metrics'] [<Mean name=loss>, <CompileMetrics name=compile_metrics>]";
    expect(lines).toEqual([
      '[]',
      "['loss'] [<Mean name=loss>]",
      all,
      `${all} ['mae'] [<MeanAbsoluteError name=mae>]`,
    ]);
  });

  it('have no result before the first batch', async () => {
    const run = await runSaving(`m = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
m.compile('adam', 'mse', metrics=['mae'])
m.metrics[1].result()`);
    expect(run.stderr).toContain('ValueError: Cannot get result() since the metric has not yet been built.');
  });

  it('hold the metrics that a model keeps itself', async () => {
    const lines = await printed(`
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.tracker = keras.metrics.Mean(name='tracked')
        self.dense = layers.Dense(1)
    def call(self, x):
        return self.dense(x)
m = Own()
m.compile('adam', 'mse')
print(m.metrics_names)
`);
    expect(lines).toEqual(["['loss', 'tracked']"]);
  });
});

it('a layer that is not built has no count, and no list of its own metrics is taken', async () => {
  const run = await runSaving("layers.Dense(3, name='d').count_params()");
  expect(run.stderr).toContain(
    "ValueError: You tried to call `count_params` on layer 'd', but the layer isn't built. You can build it manually via: `layer.build(input_shape)`.",
  );
  const added = await runSaving('layers.Dense(3).add_metric(1.0)');
  expect(added.stderr).toContain("AttributeError: 'Dense' object has no attribute 'add_metric'");
});

describe('Normalization', () => {
  it('shows its moments in the rank of its inputs', async () => {
    const lines = await printed(`
x = np.array([[1., 2.], [3., 6.], [5., 1.]], 'float32')
n = layers.Normalization()
n.adapt(x)
print(n.mean.shape, n.mean.numpy(), n.variance.shape, [w.shape for w in n.weights])
n = layers.Normalization(mean=[1., 2.], variance=[4., 9.])
n(x)
print(n.mean.shape, n.variance.numpy())
`);
    expect(lines).toEqual(['(1, 2) [[3. 3.]] (1, 2) [(2,), (2,), ()]', '(1, 2) [[4. 9.]]']);
  });

  it('learns the same from batches of a data set as from the whole', async () => {
    const lines = await printed(`
import tensorflow as tf
x = np.arange(28, dtype='float32').reshape(7, 4) ** 1.5
whole, batches, rows = layers.Normalization(), layers.Normalization(), layers.Normalization(axis=None)
whole.adapt(x)
batches.adapt(tf.data.Dataset.from_tensor_slices(x).batch(3))
print(np.abs(whole.mean.numpy() - batches.mean.numpy()).max() < 1e-4)
print(np.abs(whole.variance.numpy() / batches.variance.numpy() - 1).max() < 1e-5)
rows.adapt(tf.data.Dataset.from_tensor_slices(x[:, 0]))
print(abs(float(rows.mean.numpy()[0]) - x[:, 0].mean()) < 1e-4)
one, two = layers.Discretization(num_bins=3), layers.Discretization(num_bins=3)
one.adapt(x)
two.adapt(tf.data.Dataset.from_tensor_slices(x).batch(3))
print(one.bin_boundaries == two.bin_boundaries, len(one.bin_boundaries))
`);
    expect(lines).toEqual(['True', 'True', 'True', 'True 2']);
  });
});

it('data sets tell shapes and types of their elements', async () => {
  const lines = await printed(`
import pandas as pd
import tensorflow as tf
frame = pd.DataFrame({'a': [1.0, 2.0], 'n': [1, 2]})
print(tf.data.Dataset.from_tensor_slices((dict(frame[['a']]), frame['n'])).element_spec)
ds = tf.data.Dataset.from_tensor_slices(frame[['a']])
print(ds.batch(2).element_spec, ds.batch(2, drop_remainder=True).element_spec)
print(tf.data.Dataset.from_tensor_slices(['x', 'y']).element_spec)
`);
  expect(lines).toEqual([
    "({'a': TensorSpec(shape=(), dtype=tf.float64, name=None)}, TensorSpec(shape=(), dtype=tf.int64, name=None))",
    'TensorSpec(shape=(None, 1), dtype=tf.float64, name=None) TensorSpec(shape=(2, 1), dtype=tf.float64, name=None)',
    'TensorSpec(shape=(), dtype=tf.string, name=None)',
  ]);
});

it('a table shows nested layers indented, and titles of two lines end together', async () => {
  const lines = await printed(`
inner = keras.Sequential([keras.Input((4,)), layers.Dense(3, name='first')], name='inner')
inner.layers[0].trainable = False
keras.Sequential([keras.Input((4,)), inner]).summary(expand_nested=True, show_trainable=True)
`);
  expect(lines[2]).toBe('┃                             ┃                       ┃            ┃ Train ┃');
  expect(lines[3]).toBe('┃ Layer (type)                ┃ Output Shape          ┃    Param # ┃ able  ┃');
  expect(lines[7]).toBe('│    └ first (Dense)          │ (None, 3)             │         15 │   N   │');
});
