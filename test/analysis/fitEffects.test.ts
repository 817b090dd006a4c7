/** What `fit` leaves behind, as analysis sees it: the history, and what callbacks of the script's own have done. */
import { describe, expect, it } from 'vitest';
import { analyseKeras } from '../library/keras/program.ts';

const head = `
import numpy as np, keras
from keras.callbacks import Callback, EarlyStopping, LambdaCallback, ReduceLROnPlateau
x = np.random.rand(20, 3)
y = np.random.rand(20, 1)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile('sgd', 'mse')
`;

async function shapesAndErrors(body: string) {
  const { findings, values } = await analyseKeras(head + body);
  return {
    errors: findings.filter(finding => finding.severity === 'error').map(finding => finding.code),
    shapes: Object.fromEntries(values.map(({ name, value }) => [name, value.shape])),
  };
}

describe('the history', () => {
  it('has a value for each epoch', async () => {
    const { errors, shapes } = await shapesAndErrors(`
history = model.fit(x, y, epochs=7, initial_epoch=2, validation_split=0.2)
curve = np.array(history.history['val_loss'])
history.history['accuracy']
`);
    expect(shapes.curve).toEqual([5]);
    expect(errors).toEqual(['key-error']);
  });

  it.each([
    ['stops early', 'callbacks=[EarlyStopping()]'],
    ['has an unknown number of epochs', 'epochs=int(open("epochs.txt").read())'],
  ])('is of unknown length when training %s', async (_what, argument) => {
    const { errors, shapes } = await shapesAndErrors(`
history = model.fit(x, y, ${argument})
curve = np.array(history.history['loss'])
history.history['accuracy']
`);
    expect(shapes.curve).toBeUndefined();
    expect(errors).toEqual(['key-error']);
  });

  it('has the learning rate where a callback logs it', async () => {
    const { errors } = await shapesAndErrors(`
history = model.fit(x, y, callbacks=[ReduceLROnPlateau()])
history.history['learning_rate'][0]
`);
    expect(errors).toEqual([]);
  });

  it('has what a training step of the model returns', async () => {
    const { errors, shapes } = await shapesAndErrors(`
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(1)
    def call(self, inputs):
        return self.dense(inputs)
    def train_step(self, data):
        return {'first': keras.ops.mean(data[0])}
own = Own()
own.compile('sgd')
history = own.fit(x, y, epochs=3)
curve = np.array(history.history['first'])
history.history['loss']
`);
    expect(shapes.curve).toEqual([3]);
    expect(errors).toEqual(['key-error']);
  });
});

describe('callbacks of the script', () => {
  it('have changed what they change', async () => {
    const { errors, shapes } = await shapesAndErrors(`
losses = []
best = 10
class Own(Callback):
    def on_train_begin(self, logs=None):
        self.count = 0
    def on_epoch_end(self, epoch, logs=None):
        global best
        self.count += 1
        best = min(best, logs['loss'])
own = Own()
model.fit(x, y, callbacks=[own, LambdaCallback(on_epoch_end=lambda epoch, logs: losses.append(logs['loss']))])
last = losses[-1]
counted = np.zeros((own.count, 2))
assert best < 10
`);
    expect(errors).toEqual([]);
    expect(shapes.counted).toEqual([null, 2]);
  });

  it('are followed with the model that they are given', async () => {
    const { errors } = await shapesAndErrors(`
class Own(Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.predict(np.zeros((2, 5)))
model.fit(x, y, callbacks=[Own()])
`);
    expect(errors).toEqual(['input-shape']);
  });
});

it('what Kerascope lacks is unknown, not an error', async () => {
  const { errors } = await shapesAndErrors(`
import matplotlib.pyplot as plt
axes = plt.subplots()[1]
axes.no_such_method_of_ours()
`);
  expect(errors).toEqual([]);
});
