/** HDF5 files of Keras 2, made by its own library (test/oracles/keras), with predictions worked out from their weights. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openHdf5 } from '../../../../src/cli/hdf5.ts';
import { groupAt } from '../../../../src/library/keras/saving/hdf5.ts';
import { runSaving } from './program.ts';

const fixture = (name: string): [string, Uint8Array] => [
  name,
  readFileSync(new URL(`../../../fixtures/saved-models/${name}`, import.meta.url)),
];

/** The weights in the files, and what layers compute with them. */
const byHand = `
def counted(*shape):
    size = int(np.prod(shape))
    return ((np.arange(size) % 7 - 3) / 8).reshape(shape)
def normalised(h):
    return (counted(3) + 2) * (h - counted(3) / 2) / np.sqrt(counted(3) + 1 + 1e-3) + counted(3)
x = np.array([[1., 2., 3., 4.], [-1., 0.5, 0., 2.]])
`;

describe('a file of Keras 2', () => {
  it('gives a stack with its weights, its compilation, and a fresh optimizer', async () => {
    const run = await runSaving(
      `${byHand}
m = keras.models.load_model('sequential-keras-2.h5')
h = normalised(np.maximum(x @ counted(4, 3) + counted(3), 0))
z = h @ counted(3, 2) + counted(2)
e = np.exp(z - z.max(1, keepdims=True))
p = e / e.sum(1, keepdims=True)
print(np.allclose(m.predict(x, verbose=0), p, atol=1e-6))
loss, accuracy = m.evaluate(x, np.array([0, 1]), verbose=0)
print(np.isclose(loss, -np.log(p[[0, 1], [0, 1]]).mean()), accuracy == np.mean(p.argmax(1) == [0, 1]))
print(type(m.optimizer).__name__, round(float(m.optimizer.learning_rate.numpy()), 6), int(m.optimizer.iterations.numpy()))`,
      new Map([fixture('sequential-keras-2.h5')]),
    );
    expect(run.stdout).toBe('True\nTrue True\nAdam 0.002 0\n');
    expect(run.stderr).toContain('Error in loading the saved optimizer state');
  });

  it('gives a graph with a model inside, whose resting weights come last in the file', async () => {
    const run = await runSaving(
      `${byHand}
m = keras.models.load_model('nested-keras-2.h5')
h = normalised(x[:, :2] @ counted(2, 3) + counted(3))
h = np.tanh(h @ counted(3, 2) + counted(2))
p = 1 / (1 + np.exp(-(h @ counted(2, 1) + counted(1))))
print(np.allclose(m.predict(x[:, :2], verbose=0), p, atol=1e-6), m.compiled)
m.get_layer('body').get_layer('bn').trainable = False
m.save('again.h5')
print(np.allclose(keras.models.load_model('again.h5').predict(x[:, :2], verbose=0), p, atol=1e-6))`,
      new Map([fixture('nested-keras-2.h5')]),
    );
    expect(run.stdout).toBe('True False\nTrue\n');
  });
});

describe('a file for older Keras', () => {
  const script = `
m = keras.Sequential([layers.Input((2,)), layers.Dense(3), layers.BatchNormalization(), layers.Dense(1)])
m.compile('adam', 'mse')
x = np.random.rand(16, 2)
y = x.sum(axis=1)
m.fit(x, y, epochs=2, verbose=0)
m.save('m.h5')
`;

  it('names layers, weights and what the model was compiled with', async () => {
    const files = new Map<string, Uint8Array>();
    await runSaving(script, files);
    const root = (await openHdf5()).read(files.get('m.h5')!);
    const weights = groupAt(root, 'model_weights')!;
    expect(weights.attributes.get('layer_names')).toEqual(['dense', 'batch_normalization', 'dense_1']);
    expect(groupAt(weights, 'batch_normalization')!.attributes.get('weight_names')).toEqual([
      'batch_normalization/gamma',
      'batch_normalization/beta',
      'batch_normalization/moving_mean',
      'batch_normalization/moving_variance',
    ]);
    const training = JSON.parse(String(root.attributes.get('training_config')));
    expect(training).toMatchObject({ loss: 'mse', optimizer_config: { class_name: 'Adam' } });
    // Adam: its iterations, its learning rate, and two moments for each of six weights.
    expect(groupAt(root, 'optimizer_weights')!.attributes.get('weight_names')).toHaveLength(14);
  });

  it('goes on training where it was saved', async () => {
    const run = await runSaving(`${script}
again = keras.models.load_model('m.h5')
a = m.fit(x, y, epochs=2, verbose=0, shuffle=False).history['loss']
b = again.fit(x, y, epochs=2, verbose=0, shuffle=False).history['loss']
print(np.allclose(a, b, rtol=1e-6), int(again.optimizer.iterations.numpy()) == int(m.optimizer.iterations.numpy()))`);
    expect(run.stderr.replace(/^WARNING.*\n/gm, '')).toBe('');
    expect(run.stdout).toBe('True True\n');
  });
});
