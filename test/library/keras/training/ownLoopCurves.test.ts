/** What is told of a script's own training: curves of its losses and metrics, and learning rates that are set from outside. */
import { describe, expect, it } from 'vitest';
import type { LoopCheckpoint } from '../../../../src/library/keras/loopJournal.ts';
import {
  type LoopCurve,
  type LoopOptimizer,
  silentMonitor,
  type TrainingMonitor,
} from '../../../../src/library/keras/monitor.ts';
import { runKeras } from '../program.ts';

interface Watching {
  /** Rates to set: at the n-th time that the script asks an optimizer for a step. */
  readonly rates?: readonly { readonly at: number; readonly optimizer: number; readonly rate: number }[];
  /** The step behind which a checkpoint is taken. */
  readonly checkpointAt?: number;
  readonly given?: LoopCheckpoint;
}

const nameOf = ({ model, name }: LoopCurve): string => (model === null ? name : `${model}.${name}`);

async function watch(text: string, { rates = [], checkpointAt = 0, given }: Watching = {}) {
  const points: (readonly [number, string, number])[] = [];
  const optimizers: LoopOptimizer[] = [];
  const taken: LoopCheckpoint[] = [];
  let steps = 0;
  const monitor: TrainingMonitor = {
    ...silentMonitor,
    keepsLoops: true,
    takeLearningRate: asked => {
      const due = rates.find(({ at, optimizer }) => optimizer === asked && at === steps + 1);
      return due?.rate ?? null;
    },
    onLoopOptimizer: optimizer => optimizers.push(optimizer),
    onLoopStep: (step, point) => {
      steps = step;
      for (const [curve, value] of point) points.push([step, nameOf(curve), value]);
    },
    onLoopMetric: (step, curve, value) => points.push([step, nameOf(curve), value]),
    loopCheckpointDue: () => steps === checkpointAt && taken.length === 0,
    onLoopCheckpoint: checkpoint => taken.push(checkpoint),
    takeLoopCheckpoint: () => given ?? null,
  };
  const { stdout, stderr } = await runKeras(text, monitor, 1, 'wasm');
  expect(stderr).toBe('');
  return { lines: stdout.trim().split('\n'), points, optimizers, taken };
}

const start = `
import numpy as np
import tensorflow as tf
import keras
from keras import layers
keras.utils.set_random_seed(3)
X = np.random.normal(size=(48, 4)).astype('float32')
y = (X.sum(axis=1, keepdims=True) > 0).astype('float32')
model = keras.Sequential([keras.Input((4,)), layers.Dense(6, activation='relu'), layers.Dense(1, activation='sigmoid')], name='net')
loss_of = keras.losses.BinaryCrossentropy()
`;

const tape = `${start}
optimizer = keras.optimizers.SGD(0.1)
train_acc = keras.metrics.BinaryAccuracy()
for epoch in range(2):
    for n in range(3):
        with tf.GradientTape() as tape:
            p = model(X, training=True)
            loss_value = loss_of(y, p)
        slopes = tape.gradient(loss_value, model.trainable_variables)
        optimizer.apply_gradients(zip(slopes, model.trainable_variables))
        train_acc.update_state(y, p)
        print('loss', float(loss_value))
    print('accuracy', float(train_acc.result()))
    train_acc.reset_state()
`;

const gan = `${start}
critic, maker = model, keras.Sequential([keras.Input((3,)), layers.Dense(4)], name='maker')
c_optimizer, m_optimizer = keras.optimizers.Adam(0.01), keras.optimizers.SGD(0.05)
for n in range(8):
    noise = tf.random.normal((8, 3))
    with tf.GradientTape() as c_tape, tf.GradientTape() as m_tape:
        fake = critic(maker(noise))
        c_loss = loss_of(tf.ones((48, 1)), critic(X)) + loss_of(tf.zeros_like(fake), fake)
        m_loss = loss_of(tf.ones_like(fake), fake)
    m_optimizer.apply_gradients(zip(m_tape.gradient(m_loss, maker.trainable_variables), maker.trainable_variables))
    c_optimizer.apply_gradients(zip(c_tape.gradient(c_loss, critic.trainable_variables), critic.trainable_variables))
    print(n, float(c_loss), float(m_loss), float(m_optimizer.learning_rate), float(c_optimizer.learning_rate))
`;

describe('curves', () => {
  it('have each loss that a tape goes back from, and each metric that is read, at its step', async () => {
    const { lines, points } = await watch(tape);
    const shown = points.map(([, name, value]) => `${name === 'train_acc' ? 'accuracy' : 'loss'} ${value}`);
    expect(shown).toEqual(lines);
    expect(points.map(([step, name]) => `${step} ${name}`)).toEqual([
      ...[1, 2, 3].map(step => `${step} net.loss_value`),
      '3 train_acc',
      ...[4, 5, 6].map(step => `${step} net.loss_value`),
      '6 train_acc',
    ]);
  });

  it('are told apart by the model that learns, also where nobody reads the losses', async () => {
    const { points } = await watch(gan.replace(/ {4}print.*\n/, ''));
    const names = new Set(points.map(([, name]) => name));
    expect(names).toEqual(new Set(['net.c_loss', 'maker.m_loss']));
    expect(points.filter(([, name]) => name === 'maker.m_loss')).toHaveLength(8);
  });

  it('leave out gradients of what nothing learns from', async () => {
    const { points } = await watch(`${start}
optimizer = keras.optimizers.Adam(0.01)
x = tf.constant(X)
for n in range(2):
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            inner.watch(x)
            score = model(x)
        slope = inner.gradient(score, x)
        total = tf.reduce_mean(tf.square(slope))
    optimizer.apply_gradients(zip(outer.gradient(total, model.trainable_variables), model.trainable_variables))
`);
    expect(points.map(([step, name]) => `${step} ${name}`)).toEqual(['1 net.total', '2 net.total']);
  });

  it('have the mean of gathered gradients, and the logs of train_on_batch', async () => {
    const { points, lines } = await watch(`${start}
model.compile('sgd', loss_of, metrics=['accuracy'])
print(model.train_on_batch(X, y))
sums = [tf.Variable(tf.zeros_like(v), trainable=False) for v in model.trainable_variables]
losses = []
for n in range(2):
    with tf.GradientTape() as tape:
        loss = loss_of(y[24 * n:24 * n + 24], model(X[24 * n:24 * n + 24]))
    for s, g in zip(sums, tape.gradient(loss, model.trainable_variables)):
        s.assign_add(g / 2)
    losses.append(float(loss))
model.optimizer.apply_gradients(zip(sums, model.trainable_variables))
print(sum(losses) / 2)
`);
    const [first, mean] = lines;
    const at = (step: number, name: string) => points.find(([s, n]) => s === step && n === name)?.[2];
    expect(first).toBe(`[${at(1, 'net.loss')}, ${at(1, 'net.accuracy')}]`);
    expect(at(2, 'net.loss')).toBeCloseTo(Number(mean), 6);
  });
});

describe('what a script measures between its steps', () => {
  const epochs = (count: number) =>
    `${start}
model.compile('sgd', loss_of, metrics=['accuracy'])
x_test, y_test = X[24:], y[24:]
for epoch in range(${count}):
    for n in range(2):
        model.train_on_batch(X[:24], y[:24])
    print(model.evaluate(x_test, y_test, verbose=0)[0])
    print(model.evaluate(x=X_train, y=y[:24], verbose=0)[0])
`.replace('x_test,', 'X_train = X[:24]\nx_test,');

  it('gives curves by the data that it sees, the last epoch as well', async () => {
    const { points, lines } = await watch(epochs(3));
    const of = (wanted: string) => points.filter(([, name]) => name === wanted);
    expect(of('net.val_loss').map(([step, , value]) => [step, String(value)])).toEqual([
      [2, lines[0]],
      [4, lines[2]],
      [6, lines[4]],
    ]);
    expect(of('net.train_loss').map(([, , value]) => String(value))).toEqual([lines[1], lines[3], lines[5]]);
    expect(of('net.val_accuracy')).toHaveLength(3);
  });

  it('gives none where it is measured once behind all training', async () => {
    const { points } = await watch(epochs(1));
    expect(new Set(points.map(([, name]) => name))).toEqual(new Set(['net.loss', 'net.accuracy']));
  });

  it('gives those of test_on_batch, one point behind a step', async () => {
    const { points } = await watch(`${start}
model.compile('sgd', loss_of)
for epoch in range(3):
    model.train_on_batch(X, y)
    for part in range(2):
        given = model.test_on_batch(X[:24], y[:24])
`);
    const steps = points.filter(([, name]) => name === 'net.val_loss').map(([step]) => step);
    expect(new Set(steps)).toEqual(new Set([1, 2, 3]));
    expect(steps[1]).toBe(2);
  });
});

describe('learning rates', () => {
  it('are told by optimizer, as numbers, and as nothing where a schedule is in force', async () => {
    const { optimizers } = await watch(
      gan.replace('SGD(0.05)', 'SGD(keras.optimizers.schedules.ExponentialDecay(0.05, 5, 0.9))'),
    );
    expect(optimizers.map(({ name, rate }) => [name, rate()])).toEqual([
      ['m_optimizer', null],
      ['c_optimizer', 0.01],
    ]);
  });

  it('are told where the script computes them', async () => {
    const { optimizers } = await watch(`${start}
model.compile(keras.optimizers.SGD(0.5), loss_of)
model.optimizer.learning_rate.assign(model.optimizer.learning_rate * 0.5)
model.train_on_batch(X, y)
`);
    expect(optimizers.map(({ name, model, rate }) => [name, model, rate()])).toEqual([
      ['model', 'net', 0.25],
    ]);
  });

  it('hold from the next step on, of the optimizer that is meant', async () => {
    const { lines } = await watch(gan, { rates: [{ at: 5, optimizer: 1, rate: 0.5 }] });
    const rates = lines.map(line => line.split(' ').slice(3).map(Number));
    expect(new Set(rates.map(([maker]) => maker!.toFixed(4)))).toEqual(new Set(['0.0500']));
    expect(rates[0]![1]).toBeCloseTo(0.01, 6);
    expect(rates.at(-1)![1]).toBe(0.5);
  });

  it('hold in a script that runs again, at the steps at which they were set', async () => {
    for (const text of [gan, tape]) {
      const rates = [
        { at: 3, optimizer: 0, rate: 0.2 },
        { at: 5, optimizer: 0, rate: 0.02 },
      ];
      const whole = await watch(text, { rates, checkpointAt: 5 });
      const [given] = whole.taken;
      expect(given!.rates.map(({ rate }) => rate)).toEqual([0.2, 0.02]);
      // From what was kept, and computed again.
      for (const checkpoint of [given!, { ...given!, journal: null }]) {
        const again = await watch(text, { given: checkpoint });
        expect(again.lines).toEqual(whole.lines);
      }
      const without = await watch(text, {});
      expect(without.lines).not.toEqual(whole.lines);
    }
  });
});
