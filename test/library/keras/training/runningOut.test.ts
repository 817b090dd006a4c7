// Numbers of steps: batches from arrays, epochs that go on where the one before ended, data that ends before its epoch.
import { expect, test } from 'vitest';
import { runProgram } from '../../../checks/running.ts';
import { runKeras } from '../program.ts';

const start = `import numpy as np
import keras
import tensorflow as tf
x, y = np.ones((100, 3), 'float32'), np.ones((100, 1), 'float32')
class Count(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.steps = []
    def on_epoch_begin(self, epoch, logs=None):
        self.steps.append(0)
    def on_train_batch_end(self, batch, logs=None):
        self.steps[-1] += 1
def fit(*args, **kwargs):
    m = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    m.compile('sgd', 'mse')
    count = Count()
    h = m.fit(*args, callbacks=[count], verbose=0, **kwargs)
    print(count.steps, [round(v, 3) == 0 for v in h.history['loss']], h.params['steps'])
`;
const WARNING =
  'UserWarning: Your input ran out of data; interrupting training. Make sure that your dataset or generator can generate at least `steps_per_epoch * epochs` batches. You may need to use the `.repeat()` function when building your dataset.';

const cases: [string, string, string, boolean][] = [
  // Four batches of 32: three steps, then the one that is left, then from the start.
  [
    'arrays',
    'fit(x, y, batch_size=32, epochs=3, steps_per_epoch=3)',
    '[3, 1, 3] [False, False, False] 3',
    true,
  ],
  ['arrays without a batch size', 'fit(x, y, steps_per_epoch=7)', '[7] [False] 7', false],
  ['a generator', 'fit(((x[:8], y[:8]) for _ in range(5)), epochs=2)', '[5, 0] [False, True] None', true],
  [
    'a generator and steps',
    'fit(((x[:8], y[:8]) for _ in range(5)), steps_per_epoch=2, epochs=4)',
    '[2, 2, 1, 0] [False, False, False, True] 2',
    true,
  ],
  [
    'a data set that has just as many batches',
    'fit(tf.data.Dataset.from_tensor_slices((x, y)).batch(50), steps_per_epoch=2, epochs=3)',
    '[2, 0, 2] [False, True, False] 2',
    true,
  ],
  [
    'a data set without steps',
    'fit(tf.data.Dataset.from_tensor_slices((x, y)).batch(50), epochs=3)',
    '[2, 2, 2] [False, False, False] 2',
    false,
  ],
];

// keras/src/backend/tensorflow/trainer.py: TFEpochIterator keeps its iterator from epoch to epoch where steps are given.
test.each(cases)('%s', async (_name, call, wanted, warns) => {
  const run = await runKeras(`${start}${call}`);
  expect(run.stdout).toBe(`${wanted}\n`);
  expect(run.stderr.includes(WARNING)).toBe(warns);
  expect(run.status).toBe(0);
});

test('Keras 2 begins anew with each epoch, and ends the training where data runs out', async () => {
  const run = await runKeras(`${start.replace('import keras', 'from tensorflow import keras')}
fit(x, y, batch_size=32, epochs=3, steps_per_epoch=3)
fit(tf.data.Dataset.from_tensor_slices((x, y)).batch(50), steps_per_epoch=2, epochs=3)
fit(((x[:8], y[:8]) for _ in range(5)), steps_per_epoch=3, epochs=4)`);
  expect(
    run.stdout
      .split('\n')
      .slice(0, 3)
      .map(line => line.slice(0, line.indexOf(']') + 1)),
  ).toEqual(['[3, 3, 3]', '[2, 2, 2]', '[3, 2]']);
});

test('a sequence begins anew in each epoch before Keras 3, however many steps it takes', async () => {
  const body = `class Rows(keras.utils.Sequence):
    def __len__(self):
        return 5
    def __getitem__(self, index):
        return x[:8] * index, y[:8]
fit(Rows(), steps_per_epoch=4, epochs=3)`;
  const run = await runKeras(`${start.replace('import keras', 'from tensorflow import keras')}${body}`);
  expect(run.stdout).toBe('[4, 4, 4] [False, False, False] 4\n');
});

test('Keras 1 counts the samples of a generator', async () => {
  const body = `def rows():
    while True:
        yield x[:8], y[:8]
m = keras.models.Sequential([keras.layers.Dense(1, input_dim=3)])
m.compile('sgd', 'mse')
def steps(*args, **kwargs):
    count = Count()
    m.fit_generator(rows(), *args, verbose=0, callbacks=[count], **kwargs)
    return count.steps
assert steps(samples_per_epoch=32, nb_epoch=2) == [4, 4]
assert steps(samples_per_epoch=20, nb_epoch=2) == [3, 3]
assert steps(16, 2) == [2, 2]`;
  const source = `${start}${body}`.replace('on_train_batch_end', 'on_batch_end');
  expect((await runProgram(source, '1')).raises).toBe('');
});
