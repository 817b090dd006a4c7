// Variables that a layer of a script keeps as attributes, alone or in lists, are its weights.
import { expect, test } from 'vitest';
import { runSaving } from '../saving/program.ts';

const layer = (variable: string) => `
class Affine(keras.layers.Layer):
    def build(self, shape):
        self.w = ${variable}(np.zeros((shape[-1], 1), 'float32'))
        self.shared = [${variable}(np.zeros(1, 'float32'))]
        self.seen = ${variable}(0.0, trainable=False)
        self.added = self.add_weight(shape=(1,), initializer='zeros', name='added')
    def call(self, x):
        return keras.activations.linear(x @ self.w + self.shared[0] + self.added)
m = keras.Sequential([keras.Input((2,)), Affine()])
m.compile('sgd', 'mse')
h = m.fit(np.ones((4, 2)), np.ones((4, 1)), epochs=2, verbose=0)
l = m.layers[0]
print(len(l.weights), len(l.trainable_weights), l.count_params(), [round(v, 4) for v in h.history['loss']])
`;

// The error is 1, then 1 minus a step of 0.02 for each of the trained numbers that a sample meets.
test('of Keras in Keras 3', async () => {
  const run = await runSaving(`${layer('keras.Variable')}
m.save_weights('a.weights.h5')
n = keras.Sequential([keras.Input((2,)), Affine()])
n.load_weights('a.weights.h5')
print(all((a == b).all() for a, b in zip(m.get_weights(), n.get_weights())))
l.trainable = False
print(len(m.trainable_weights), len(m.non_trainable_weights))`);
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe('4 3 5 [1.0, 0.8464]\nTrue\n0 4\n');
});

test('of TensorFlow in Keras 2 alone', async () => {
  const older = await runSaving(
    `from tensorflow import keras\nimport tensorflow as tf\n${layer('tf.Variable')}`,
  );
  expect(older.stderr).toBe('');
  expect(older.stdout).toBe('4 3 5 [1.0, 0.8464]\n');
  const now = await runSaving(`import tensorflow as tf\n${layer('tf.Variable')}`);
  expect(now.stdout).toBe('1 1 1 [1.0, 0.9604]\n');
});

// keras/src/backend/common/name_scope.py: calls and builds open the name of their layer.
test('paths of weights lead through the layers that made them', async () => {
  const run = await runSaving(`m = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
print(m.weights[0])
i = keras.Input((2,))
print([v.path for v in keras.Model(i, layers.Dense(1, name='out')(i)).weights])
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.inner = layers.Dense(1, name='inner')
    def call(self, x):
        return self.inner(x)
s = Own()
s(np.ones((1, 2)))
l = layers.LSTM(2)
l.build((None, 3, 4))
print(s.weights[0].path, s.weights[0].name, l.weights[1].path)`);
  expect(run.stderr).toBe('');
  expect(run.stdout.split('\n')).toEqual([
    '<KerasVariable shape=(2, 1), dtype=float32, path=sequential/dense/kernel>',
    "['out/kernel', 'out/bias']",
    'own/inner/kernel kernel lstm/lstm_cell/recurrent_kernel',
    '',
  ]);
});
