// Metrics and losses that layers add while they are called: in the logs, in the order of each version of Keras.
import { expect, test } from 'vitest';
import { runKeras } from '../program.ts';

const data = `import numpy as np
x = np.ones((32, 4), 'float32')
y = np.ones((32, 1), 'float32')
`;

async function printed(script: string): Promise<string[]> {
  const run = await runKeras(data + script);
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd().split('\n');
}

/** A line without its times, which differ from run to run. */
const withoutTimes = (line: string) => line.replace(/ - \d+s - +\S+\/step/, '');

// Predictions begin at 0 and move by the gradient of the squared error: 0, then 4 · 0.02 of weights and 0.02 of bias.
test('a metric that a layer keeps is logged, between the loss and those of compile', async () => {
  const lines = await printed(`import keras
class Watched(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.seen = keras.metrics.Mean(name='seen')
    def call(self, x):
        self.seen.update_state(3.0 * x)
        self.add_loss(0.01 * keras.ops.sum(x))
        return x
m = keras.Sequential([keras.Input((4,)), Watched(), keras.layers.Dense(1, kernel_initializer='zeros')])
m.compile('sgd', 'mse', metrics=['mae'])
h = m.fit(x, y, batch_size=32, verbose=2)
print(list(h.history), h.history['seen'])
print(m.metrics_names, [k.name for k in m.layers[0].metrics], len(m.layers[0].metrics_variables))
print(sorted(m.evaluate(x, y, verbose=0, return_dict=True)))
print([round(v, 4) for v in m.evaluate(x, y, verbose=0)])`);
  // The loss is 1 and 0.01 of 128 ones; after a step of 0.02 for each of five weights the error is 0.9.
  expect(lines.map(withoutTimes)).toEqual([
    '1/1 - loss: 2.2800 - mae: 1.0000 - seen: 3.0000',
    "['loss', 'mae', 'seen'] [3.0]",
    "['loss', 'seen', 'compile_metrics'] ['seen'] 2",
    "['loss', 'mae', 'seen']",
    '[2.09, 3.0, 0.9]',
  ]);
});

test('Keras 2 has add_metric, losses by output, and logs in the order of metrics_names', async () => {
  const lines = await printed(`from tensorflow import keras
from tensorflow.keras import layers
import tensorflow as tf
class Watched(layers.Layer):
    def call(self, x):
        self.add_metric(tf.reduce_sum(x, axis=1), name='total', aggregation='mean')
        return x
i = keras.Input((4,))
h = Watched()(i)
a = layers.Dense(1, name='a', kernel_initializer='zeros')(h)
b = layers.Dense(1, name='b', kernel_initializer='zeros')(h)
m = keras.Model(i, [a, b])
m.compile('sgd', {'b': 'mae', 'a': 'mse'}, loss_weights=[1.0, 0.5], metrics={'b': 'mse'})
h = m.fit(x, [y, y], verbose=2, validation_data=(x, [y, y]))
print(list(h.history))
print(m.metrics_names, len(m.evaluate(x, [y, y], verbose=0)))`);
  expect(withoutTimes(lines[0])).toContain(
    'loss: 1.5000 - a_loss: 1.0000 - b_loss: 1.0000 - b_mse: 1.0000 - total: 4.0000 - val_loss: ',
  );
  const names = ['loss', 'a_loss', 'b_loss', 'b_mse', 'total'];
  const all = [...names, ...names.map(name => `val_${name}`)];
  expect(lines[1]).toBe(`[${all.map(name => `'${name}'`).join(', ')}]`);
  expect(lines[2]).toBe(`[${names.map(name => `'${name}'`).join(', ')}] 5`);
});

test('Keras 2 takes losses and metrics made of the tensors of a model', async () => {
  const lines = await printed(`from tensorflow import keras
from tensorflow.keras import backend as K
i = keras.Input((4,))
o = keras.layers.Dense(2, kernel_initializer='ones')(i)
m = keras.Model(i, o)
m.add_loss(K.mean(K.square(o)))
m.add_metric(K.sum(o, axis=-1), name='size', aggregation='mean')
m.compile('sgd')
h = m.fit(x, epochs=2, verbose=0)
print({k: [round(v, 4) for v in h.history[k]] for k in h.history})
print(m(x).shape, m.predict(x, verbose=0).shape, [l.__class__.__name__ for l in m.layers])`);
  // Outputs are 4; the gradient of their mean square is 4, the step 0.04 for each of five weights: 4 - 0.2.
  expect(lines).toEqual([
    "{'loss': [16.0, 14.44], 'size': [8.0, 7.6]}",
    "(32, 2) (32, 2) ['InputLayer', 'Dense']",
  ]);
});

test('Keras 3 takes no loss made of the tensors of a model', async () => {
  const run = await runKeras(`import keras
i = keras.Input((4,))
m = keras.Model(i, keras.layers.Dense(1)(i))
m.add_loss(keras.ops.sum(m.output))`);
  expect(run.stderr).toContain(
    'ValueError: `add_loss()` can only be called from inside `build()` or `call()`, on a tensor input. Received invalid value: <KerasTensor',
  );
});

test('a class that lists its metrics itself logs those', async () => {
  const lines = await printed(`import keras
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(1, kernel_initializer='zeros')
        self.loss_tracker = keras.metrics.Mean(name='loss')
        self.size = keras.metrics.Mean(name='size')
    def call(self, x):
        self.size.update_state(x)
        return self.dense(x)
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None):
        loss = keras.ops.mean((y - y_pred) ** 2)
        self.loss_tracker.update_state(loss)
        return loss
    @property
    def metrics(self):
        return [self.loss_tracker, self.size]
m = Own()
m.compile('sgd')
print(m.fit(x, y, verbose=0).history, m.metrics_names)`);
  expect(lines).toEqual(["{'loss': [1.0], 'size': [1.0]} ['loss', 'size']"]);
});
