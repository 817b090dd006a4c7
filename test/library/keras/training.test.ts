/** Training as scripts use it: progress lines, callbacks, custom classes, data sets, loops of their own. */
import { describe, expect, it } from 'vitest';
import type { FitReport, PredictionReport } from '../../../src/library/keras/monitor.ts';
import { silentMonitor } from '../../../src/library/keras/monitor.ts';
import { runKeras } from './program.ts';

const data = `
import numpy as np
import keras
from keras import layers
rng = np.random.RandomState(0)
x = rng.rand(64, 4).astype("float32")
y = (x.sum(axis=1) > 2).astype("int32")
`;

const model = `
model = keras.Sequential([layers.Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(2, activation="softmax")])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
`;

async function printed(text: string): Promise<string> {
  const run = await runKeras(data + text);
  expect(run.stderr).toBe('');
  return run.stdout;
}

describe('progress lines', () => {
  it('end every epoch as Keras does in a plain terminal', async () => {
    const text = await printed(`${model}model.fit(x, y, epochs=2, batch_size=16)`);
    const lines = text.split('\n');
    expect(lines[0]).toBe('Epoch 1/2');
    const escape = '\u001b\\[';
    const last = new RegExp(
      `\\r${escape}1m4/4${escape}0m ${escape}32m━{20}${escape}0m${escape}37m${escape}0m ${escape}1m0s${escape}0m \\d+[mu]?s/step - accuracy: [01]\\.\\d{4} - loss: \\d\\.\\d{4} *$`,
    );
    expect(lines[1]).toMatch(last);
    expect(lines[2]).toBe('Epoch 2/2');
  });

  it('are one line an epoch with verbose=2 and none with verbose=0', async () => {
    const text = await printed(`${model}
model.fit(x, y, epochs=1, verbose=2, validation_split=0.25)
model.fit(x, y, epochs=1, verbose=0)`);
    expect(text).toMatch(
      /^2\/2 - 0s - \d+[mu]?s\/step - accuracy: \d\.\d{4} - loss: \d\.\d{4} - val_accuracy: \d\.\d{4} - val_loss: \d\.\d{4}\n$/,
    );
  });
});

describe('callbacks', () => {
  it('stop early and put the best weights back', async () => {
    const text = await printed(`${model}
model.compile(optimizer=keras.optimizers.SGD(50.0), loss="sparse_categorical_crossentropy")
stop = keras.callbacks.EarlyStopping(monitor="loss", patience=2, restore_best_weights=True)
h = model.fit(x, y, epochs=50, verbose=0, shuffle=False, callbacks=[stop])
print(len(h.epoch) < 50, stop.stopped_epoch == h.epoch[-1], stop.best == min(h.history["loss"]))`);
    expect(text).toBe('True True True\n');
  });

  it('call every hook in order', async () => {
    const text = await printed(`${model}
class Log(keras.callbacks.Callback):
    def on_train_begin(self, logs=None): print("begin")
    def on_epoch_begin(self, epoch, logs=None): print("epoch", epoch)
    def on_train_batch_end(self, batch, logs=None): print("batch", batch, sorted(logs))
    def on_epoch_end(self, epoch, logs=None): print("end", epoch)
    def on_train_end(self, logs=None): print("done")
model.fit(x, y, epochs=1, batch_size=32, verbose=0, callbacks=[Log()])`);
    expect(text).toBe(
      "begin\nepoch 0\nbatch 0 ['accuracy', 'loss']\nbatch 1 ['accuracy', 'loss']\nend 0\ndone\n",
    );
  });

  it('change the learning rate by a schedule', async () => {
    const text = await printed(`${model}
h = model.fit(x, y, epochs=3, verbose=0, callbacks=[keras.callbacks.LearningRateScheduler(lambda epoch: 0.5 ** epoch)])
print(h.history["learning_rate"], float(model.optimizer.learning_rate))`);
    expect(text).toBe('[1.0, 0.5, 0.25] 0.25\n');
  });
});

describe('custom classes', () => {
  it('trace layers, losses and metrics written in Python', async () => {
    const text = await printed(`
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(3)
    def call(self, inputs, training=False):
        return self.hidden(inputs)
class Count(keras.metrics.Metric):
    def __init__(self, name="count", **kwargs):
        super().__init__(name=name, **kwargs)
        self.seen = self.add_weight(name="seen", initializer="zeros")
    def update_state(self, y_true, y_pred, sample_weight=None):
        self.seen.assign_add(keras.ops.cast(keras.ops.shape(y_true)[0], "float32"))
    def result(self):
        return self.seen
    def reset_state(self):
        self.seen.assign(0.0)
class Square(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.mean(keras.ops.square(y_pred), axis=-1)
net = Net()
net.compile(optimizer="sgd", loss=Square(), metrics=[Count()])
h = net.fit(x, y, epochs=2, batch_size=24, verbose=0)
print(h.history["count"], h.history["loss"][1] < h.history["loss"][0])
print([w.shape for w in net.get_weights()])`);
    expect(text).toBe('[64.0, 64.0] True\n[(4, 3), (3,)]\n');
  });

  it('run a train_step and a loop of their own alike', async () => {
    const text = await printed(`
import tensorflow as tf
def build():
    m = keras.Sequential([layers.Input((4,)), layers.Dense(2)])
    m.set_weights([np.ones((4, 2)) * 0.1, np.zeros(2)])
    return m
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
class Custom(keras.Model):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner
    def call(self, inputs):
        return self.inner(inputs)
    def train_step(self, batch):
        features, labels = batch
        with tf.GradientTape() as tape:
            loss = loss_fn(labels, self(features, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss}
a, b, c = build(), build(), build()
custom = Custom(a)
custom.compile(optimizer=keras.optimizers.SGD(0.5))
custom.fit(x, y, epochs=2, batch_size=32, shuffle=False, verbose=0)
b.compile(optimizer=keras.optimizers.SGD(0.5), loss=loss_fn)
b.fit(x, y, epochs=2, batch_size=32, shuffle=False, verbose=0)
optimizer = keras.optimizers.SGD(0.5)
for epoch in range(2):
    for features, labels in tf.data.Dataset.from_tensor_slices((x, y)).batch(32):
        with tf.GradientTape() as tape:
            loss = loss_fn(labels, c(features, training=True))
        gradients = tape.gradient(loss, c.trainable_variables)
        optimizer.apply_gradients(zip(gradients, c.trainable_variables))
same = [np.allclose(p, q, atol=1e-5) and np.allclose(p, r, atol=1e-5) for p, q, r in zip(a.get_weights(), b.get_weights(), c.get_weights())]
print(same, np.allclose(a.get_weights()[0], 0.1))`);
    expect(text).toBe('[True, True] False\n');
  });
});

describe('the monitor', () => {
  it('hears of the fit and receives logits before the temperature', async () => {
    const fits: FitReport[] = [];
    const predictions: PredictionReport[] = [];
    const monitor = {
      ...silentMonitor,
      maximumPredictions: 16,
      onFitStart: (report: FitReport) => void fits.push(report),
      onPredictions: (report: PredictionReport) => void predictions.push(report),
    };
    const run = await runKeras(
      `${data}
model = keras.Sequential()
model.add(layers.Dense(2, input_dim=4, activation=lambda z: keras.ops.softmax(z / 0.5)))
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(x, y, epochs=1, verbose=0)
print(model.predict(x[:1], verbose=0)[0, 0])`,
      monitor,
    );
    expect(fits[0]).toMatchObject({
      epochs: 1,
      stepsPerEpoch: 2,
      samples: 64,
      batchSize: 32,
      validation: false,
    });
    const [report] = predictions;
    expect(report).toMatchObject({ kind: 'logits', trainedOn: true, total: 64 });
    expect(report.model.head).toMatchObject({ kind: 'softmax', units: 2, temperature: { value: 0.5 } });
    const [first, second] = report.scores.data;
    const probability = 1 / (1 + Math.exp((second - first) / 0.5));
    expect(Number(run.stdout)).toBeCloseTo(probability, 4);
  });

  it('receives what a model that takes text says, and its labels', async () => {
    const predictions: PredictionReport[] = [];
    const monitor = {
      ...silentMonitor,
      maximumPredictions: 10,
      onPredictions: (report: PredictionReport) => void predictions.push(report),
    };
    const run = await runKeras(
      `import numpy as np, keras
from keras import layers
texts = np.array(["good film", "bad film", "very good", "very bad"] * 4)
labels = np.array([1, 0, 1, 0] * 4)
words = layers.TextVectorization(max_tokens=20, output_sequence_length=3)
words.adapt(texts)
model = keras.Sequential([keras.Input((1,), dtype="string"), words, layers.Embedding(20, 4), layers.GlobalAveragePooling1D(), layers.Dense(2, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(texts, labels, epochs=1, batch_size=6, verbose=0)
print(model.predict(texts[:10], verbose=0)[:, 0].tolist())`,
      monitor,
    );
    expect(run.stderr).toBe('');
    const [report] = predictions;
    expect(report).toMatchObject({ kind: 'logits', trainedOn: true, total: 16, inputs: null });
    expect(report.scores.shape).toEqual([10, 2]);
    expect(Array.from(report.labels!.data)).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1, 0]);
    const shown = JSON.parse(run.stdout) as number[];
    shown.forEach((probability, row) => {
      const [first, second] = report.scores.data.subarray(row * 2, row * 2 + 2);
      expect(1 / (1 + Math.exp(second - first))).toBeCloseTo(probability, 4);
    });
  });
});
