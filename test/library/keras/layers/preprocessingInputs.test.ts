// What preprocessing layers take and learn: lists of numbers, quantiles, moments given as numbers; what other layers refuse.
import { expect, test } from 'vitest';
import { runKeras } from '../program.ts';

async function printed(text: string): Promise<string[]> {
  const run = await runKeras(`import numpy as np
import keras
import tensorflow as tf
from keras import layers
${text}`);
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd().split('\n');
}

test('lists of whole numbers are data', async () => {
  const lines =
    await printed(`print(layers.CategoryEncoding(num_tokens=4, output_mode='one_hot')([3, 2, 0, 1]).numpy().argmax(-1))
print(layers.Rescaling(2.0)([1, 2]).numpy(), layers.IntegerLookup(vocabulary=[5, 7])([7, 5, 1]).numpy())
print(np.round(layers.Normalization(mean=3.0, variance=4.0)(np.array([1.0, 2.0, 3.0])).numpy(), 3))
print(np.round(layers.Normalization(mean=3.0, variance=4.0, axis=None)(np.array([[1.0, 2.0]])).numpy(), 3))`);
  expect(lines).toEqual(['[3 2 0 1]', '[2. 4.] [2 1 0]', '[-1.  -0.5  0. ]', '[[-1.  -0.5]]']);
});

// The numbers come from summarize, merge_summaries and get_bin_boundaries of Keras 3.3.3, run with NumPy.
test('bins are quantiles of what was seen', async () => {
  const lines = await printed(`l = layers.Discretization(num_bins=4, epsilon=0.01)
l.adapt(np.array([[-1.5, 1.0, 3.4, 0.5], [0.0, 3.0, 1.3, 0.0]]))
print(l.bin_boundaries, l(np.array([[-1.5, 1.0, 3.4, 0.5], [0.0, 3.0, 1.3, 0.0]])).numpy().tolist())
a = (np.arange(1000) * 37 % 1000).astype('float32') ** 1.5 / 100
l = layers.Discretization(num_bins=5, epsilon=0.05)
l.adapt(tf.data.Dataset.from_tensor_slices(a).batch(250))
print(np.round(l.bin_boundaries, 3).tolist())
l = layers.Discretization(num_bins=4)
l.adapt(a)
print(np.round(l.bin_boundaries, 3).tolist())`);
  expect(lines).toEqual([
    '[0.0, 0.5, 1.2999999523162842] [[0, 2, 3, 2], [1, 3, 3, 1]]',
    '[29.782, 77.315, 144.405, 217.842]',
    '[38.942, 110.135, 202.325]',
  ]);
});

test('other layers take tensors only in their places', async () => {
  for (const call of ['layers.Dropout(0.5)(x, True)', 'layers.Dense(1)(3)', "layers.Add()([x, 'a'])"]) {
    const run = await runKeras(`import numpy as np
from keras import layers
x = np.ones((1, 2), 'float32')
${call}`);
    expect(run.stderr).toContain(
      'ValueError: Only input tensors may be passed as positional arguments. The following argument value should be passed as a keyword argument: ',
    );
  }
  const older = await runKeras(`import numpy as np
from tensorflow.keras import layers
print(layers.Dropout(0.0)(np.ones((1, 2), 'float32'), True).shape)`);
  expect(older.stdout).toBe('(1, 2)\n');
});
