/** What lives on a device is the same after each epoch, whatever a fit is made of. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import type { Engine } from '../../../../src/graph/index.ts';
import { allLibraries } from '../../../../src/library/index.ts';
import { silentMonitor } from '../../../../src/library/keras/monitor.ts';
import { servicesKey } from '../../../../src/library/keras/services.ts';
import { openEngine } from '../../../../src/training/open-engine.ts';
import { TensorEngine } from '../../../../src/training/tfjs/engine.ts';
import { separately } from '../../../../src/training/tfjs/fragments.ts';
import { runPython } from '../../../python/run.ts';

const EPOCHS = 8;

const start = `
import numpy as np
import keras
from keras import layers
keras.utils.set_random_seed(1)
x = np.random.random((22, 6, 6, 2))
y = np.random.randint(0, 3, size=22)
`;

const compiled = `
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x, y, epochs=${EPOCHS}, batch_size=8, validation_split=0.3, verbose=0)
`;

const scripts: Readonly<Record<string, string>> = {
  'augmentation, convolutions, batch normalization and dropout': `${start}
model = keras.Sequential([
    keras.Input((6, 6, 2)), layers.RandomFlip(), layers.RandomRotation(0.1), layers.GaussianNoise(0.1),
    layers.Conv2D(3, 3, activation='relu'), layers.BatchNormalization(), layers.MaxPooling2D(2),
    layers.SpatialDropout2D(0.2), layers.Flatten(), layers.Dense(3, activation='softmax'),
])
${compiled}`,
  'recurrences of few steps and of many': `${start}
model = keras.Sequential([
    keras.Input((6, 6, 2)), layers.Reshape((36, 2)), layers.Bidirectional(layers.GRU(2, return_sequences=True)),
    layers.MaxPooling1D(6), layers.LSTM(3, dropout=0.2), layers.Dense(3, activation='softmax'),
])
${compiled}`,
  callbacks: `${start}
class Looks(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        self.seen = logs['loss'] + float(self.model.optimizer.learning_rate)
    def on_epoch_end(self, epoch, logs=None):
        self.best = self.model.get_weights()
        self.rows = self.model.predict(x[:5], verbose=0)
        self.numbers = self.model.evaluate(x[:9], y[:9], verbose=0)
        self.output = self.model(x[:3], training=False).numpy()
        self.model.optimizer.learning_rate = 0.01 / (epoch + 1)
model = keras.Sequential([keras.Input((6, 6, 2)), layers.Flatten(), layers.Dense(3, activation='softmax')])
model.compile('rmsprop', 'sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x, y, epochs=${EPOCHS}, batch_size=8, validation_data=(x, y), verbose=0, callbacks=[
    Looks(), keras.callbacks.EarlyStopping(patience=99, restore_best_weights=True),
    keras.callbacks.ReduceLROnPlateau(patience=1), keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: None)])
`,
  'a training step of its own': `${start}
import tensorflow as tf
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.flat, self.dense = layers.Flatten(), layers.Dense(3)
        self.total = keras.metrics.Mean(name='loss')
    def call(self, inputs, training=False):
        return self.dense(self.flat(inputs))
    @property
    def metrics(self):
        return [self.total]
    def train_step(self, data):
        rows, labels = data
        with tf.GradientTape() as tape:
            found = self(rows, training=True)
            loss = tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(labels, found, from_logits=True))
        slopes = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(slopes, self.trainable_variables))
        self.total.update_state(loss)
        return {'loss': self.total.result(), 'norm': tf.linalg.global_norm(slopes)}
model = Own()
model.compile(optimizer=keras.optimizers.SGD(0.1, momentum=0.9))
model.fit(x, y, epochs=${EPOCHS}, batch_size=8, verbose=0)
`,
  'a data set with batches of its own': `${start}
import tensorflow as tf
data = tf.data.Dataset.from_tensor_slices((x.astype('float32'), y)).shuffle(22).map(lambda a, b: (a * 2.0, b)).batch(8)
model = keras.Sequential([keras.Input((6, 6, 2)), layers.Flatten(), layers.Dropout(0.3), layers.Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(data, epochs=${EPOCHS}, validation_data=data, verbose=0)
`,
};

await tf.setBackend('cpu');
const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  cpu: () => openEngine({ backend: 'cpu' }),
  wasm: () => openEngine({ backend: 'wasm' }),
  // What runs WebGL and WebGPU, on kernels that Node has.
  graphics: async () =>
    new TensorEngine('webgl', 'a test', {
      registered: 'cpu',
      limitBytes: 2 ** 30,
      fuse: separately,
      watch: () => undefined,
    }),
};

const cases = Object.keys(scripts).flatMap(title => Object.keys(engines).map(backend => [title, backend]));

it.each(cases)('%s, on %s', async (title, backend) => {
  const engine = await engines[backend]!();
  const seen: { tensors: number; bytes: number }[] = [];
  const before = engine.memory();
  const run = await runPython(scripts[title]!, {
    libraries: allLibraries(),
    prepare: py => {
      py.state(servicesKey).current = {
        engine: async () => engine,
        seed: 1,
        monitor: {
          ...silentMonitor,
          checkpointDue: () => seen.length % 3 === 0,
          onEpochEnd: () => seen.push(engine.memory()),
        },
      };
    },
  });
  expect(run.stderr).toBe('');
  expect(seen).toHaveLength(EPOCHS);
  expect(new Set(seen.map(({ tensors, bytes }) => `${tensors} of ${bytes} bytes`)).size).toBe(1);
  engine.close();
  expect(engine.memory().tensors).toBeLessThanOrEqual(before.tensors);
});
