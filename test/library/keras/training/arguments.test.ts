// Arguments of fit, evaluate, train_on_batch, get_layer and compile in forms that Keras 3.3.3 refuses or reads in its own way.
import { expect, test } from 'vitest';
import { runKeras } from '../program.ts';

const start = `import numpy as np
import keras
from keras import layers, callbacks
x, y = np.ones((40, 3), 'float32'), np.ones((40, 1), 'float32')
def make():
    m = keras.Sequential([keras.Input((3,)), layers.Dense(1, kernel_initializer='zeros', name='d')])
    m.compile('sgd', 'mse', metrics=['mae'])
    return m
def two(**kwargs):
    i = keras.Input((3,))
    m = keras.Model(i, [layers.Dense(1, name='a')(i), layers.Dense(1, name='b')(i)])
    m.compile('sgd', **kwargs)
    return m.fit(x, [y, y], verbose=0)
`;

/** What each call raises, by the sources of keras-team/keras v3.3.3. */
const refused: readonly (readonly [string, string])[] = [
  [
    'make().fit(x, y, class_weight={1: 2.0}, sample_weight=np.ones(40))',
    'ValueError: You cannot `class_weight` and `sample_weight` at the same time.',
  ],
  [
    'make().train_on_batch(x[:1], y[:1], sample_weight=np.ones(1), class_weight={1: 2.0})',
    'ValueError: Arguments `sample_weight` and `class_weight` cannot be specified at the same time. Received: sample_weight=[1.], class_weight={1: 2.0}',
  ],
  [
    'make().train_on_batch(x, y, reset_metrics=False)',
    "TypeError: TensorFlowTrainer.train_on_batch() got an unexpected keyword argument 'reset_metrics'",
  ],
  [
    "make().fit(x, y, validation_data=(x, y), validation_freq='2', verbose=0)",
    "ValueError: Expected `validation_freq` to be a list or int. Received: validation_freq=2 of the type <class 'str'>.",
  ],
  ['make().evaluate(x, y, foo=1)', "ValueError: Arguments not recognized: {'foo': 1}"],
  [
    'make().fit(([x[:1], y[:1]] for _ in range(2)), verbose=0)',
    'ValueError: When passing a Python generator to a Keras model, the generator must return a tuple, either (input,) or (inputs, targets) or (inputs, targets, sample_weights). Received: [array([[1., 1., 1.]]',
  ],
  ['make().get_layer()', 'ValueError: Provide either a layer name or layer index at `get_layer`.'],
  [
    "make().get_layer('d', 0)",
    'ValueError: Provide only a layer name or a layer index. Received: index=0, name=d.',
  ],
  [
    'm = make()\nm.compile("sgd", "mse", loss_weights=[1.0])\nm.fit(x, y)',
    "ValueError: When there is only a single output, the `loss_weights` argument must be a Python float. Received instead: loss_weights=[1.0] of type <class 'list'>",
  ],
  [
    "two(loss='mse', loss_weights={'a': 1.0, 'b': 0.5})",
    "ValueError: If the `loss` argument is provided as a list/tuple, the `loss_weight` argument should also be provided as a list/tuple, of equal length. Received: loss_weights={'a': 1.0, 'b': 0.5}",
  ],
  [
    "two(loss={'a': 'mse', 'b': 'mae'}, loss_weights={'a': 1})",
    "ValueError: For a model with multiple outputs, when providing the `loss_weights` argument as a dict, each dict entry should be a Python float (the weighting coefficient corresponding to the loss for that output). At key 'a', received invalid type:",
  ],
  [
    "two(loss=['mse', 'mae'], loss_weights=[1.0])",
    'ValueError: For a model with multiple outputs, when providing the `loss_weights` argument as a list, it should have as many entries as the model has outputs. Received: loss_weights=[1.0] of length 1 whereas the model has 2 outputs.',
  ],
  [
    'callbacks.ReduceLROnPlateau(factor=1.0)',
    'ValueError: ReduceLROnPlateau does not support a factor >= 1.0. Received factor=1.0',
  ],
];

test.each(refused)('%s', async (call, text) => {
  const run = await runKeras(start + call);
  expect(run.stderr).toContain(text);
});

test('a batch size of 0 is the usual one; validation goes by its list of epochs', async () => {
  const run =
    await runKeras(`${start}h = make().fit(x, y, batch_size=0, epochs=5, validation_data=(x, y), validation_freq=[1, 4], verbose=0)
print(h.params['steps'], len(h.history['loss']), len(h.history['val_loss']))
print(make().fit(x, y, epochs=5, initial_epoch=3, verbose=0).epoch)`);
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe('2 5 2\n[3, 4]\n');
});

test('callbacks see the learning rate as its variable of 32 bits holds it', async () => {
  const run = await runKeras(`${start}rates = []
def halved(epoch, lr):
    rates.append(lr)
    return lr * 0.5
make().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.LearningRateScheduler(halved, verbose=1)])
print(rates)
make().fit(x, y, epochs=2, verbose=0, callbacks=[callbacks.ReduceLROnPlateau(monitor='loss', patience=0, min_delta=10.0, factor=0.001, verbose=1)])`);
  expect(run.stderr).toBe('');
  // 0.01 in 32 bits is 0.009999999776482582.
  expect(run.stdout.split('\n').filter(line => line !== '')).toEqual([
    'Epoch 1: LearningRateScheduler setting learning rate to 0.004999999888241291.',
    'Epoch 2: LearningRateScheduler setting learning rate to 0.0024999999441206455.',
    '[0.009999999776482582, 0.004999999888241291]',
    'Epoch 2: ReduceLROnPlateau reducing learning rate to 9.999999776482582e-06.',
  ]);
});

test('before Keras 3 weights of classes and samples multiply, and each batch has its own metrics', async () => {
  const run = await runKeras(`from tensorflow import keras
import numpy as np
x, y = np.ones((4, 3), 'float32'), np.array([[0.0], [1.0], [1.0], [1.0]], 'float32')
m = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, kernel_initializer='zeros', trainable=False)])
m.compile('sgd', 'mse', metrics=['mae'])
print(m.train_on_batch(x, y, sample_weight=np.array([1.0, 2.0, 0.0, 1.0]), class_weight={0: 1.0, 1: 3.0}))
print(m.train_on_batch(x[:1], y[:1]), m.test_on_batch(x[1:2], y[1:2], reset_metrics=False), m.test_on_batch(x[:1], y[:1]))`);
  expect(run.stderr).toBe('');
  // Squares are 0 and 1; (0 + 2·3 + 0 + 1·3) / 4.
  expect(run.stdout).toBe('[2.25, 0.75]\n[0.0, 0.0] [1.0, 1.0] [0.5, 0.5]\n');
});
