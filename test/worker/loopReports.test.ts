/** What the panel is told of a script's own loop of training: its curves and learning rates, also behind a lost worker. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { isRunReport } from '../../src/protocol-validator.ts';
import { applyReport, emptyRecord, type RunRecord } from '../../src/run-record.ts';
import { RUN } from '../panel/scenario.ts';
import { type DrivenWorker, Said, WorkerHarness } from './harness.ts';

let harness: WorkerHarness;
let worker: DrivenWorker;

beforeAll(async () => {
  harness = await WorkerHarness.start();
});
afterAll(() => harness.stop());
afterEach(() => worker.close());

const source = `
import time
import numpy as np
import tensorflow as tf
import keras
from keras import layers
X = np.random.normal(size=(64, 4)).astype('float32')
y = (X.sum(axis=1, keepdims=True) > 0).astype('float32')
net = keras.Sequential([keras.Input((4,)), layers.Dense(8, activation='relu'), layers.Dense(1, activation='sigmoid')])
optimizer = keras.optimizers.SGD(0.01)
loss_of = keras.losses.BinaryCrossentropy()
train_acc = keras.metrics.BinaryAccuracy()
for n in range(300):
    with tf.GradientTape() as tape:
        p = net(X, training=True)
        loss = loss_of(y, p)
    optimizer.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))
    train_acc.update_state(y, p)
    if n % 20 == 19:
        print(n + 1, float(loss), float(train_acc.result()), float(optimizer.learning_rate))
        train_acc.reset_state()
    time.sleep(0.005)
`;

function recordOf(...parts: Said[]): RunRecord {
  const record = emptyRecord({ ...RUN, runId: 'run-1' });
  for (const part of parts)
    for (const message of part.messages) if (isRunReport(message)) applyReport(record, message);
  return record;
}

it('draws the loss at every step and metrics where they are read; a rate that is set outlasts the worker', async () => {
  worker = await harness.worker();
  const runId = await worker.start(source);
  await worker.until('output', { stream: 'stdout' });
  await worker.send({ type: 'setLearningRate', runId, value: 0.5, optimizer: 0 });
  const whole = await worker.untilFinished(runId);
  expect(whole.last('traceback')).toBeUndefined();
  const lines = whole
    .text()
    .trim()
    .split('\n')
    .map(line => line.split(' ').map(Number));
  expect(lines[0]![3]).toBeCloseTo(0.01, 6);
  expect(lines.at(-1)![3]).toBe(0.5);

  const { loop } = recordOf(whole);
  const { at, columns } = loop!.curves;
  expect(loop!.steps).toBe(300);
  expect(loop!.optimizers).toEqual([{ name: 'optimizer', learningRate: 0.5 }]);
  expect(Object.keys(columns)).toEqual(['net.loss', 'train_acc']);
  expect(at.length).toBeGreaterThan(150);
  for (const [step, , accuracy] of lines) {
    const place = at.lastIndexOf(step);
    expect(columns.train_acc![place]).toBe(accuracy);
  }

  // Taken at once when a rate is set, so that it is in force also where the worker is lost a moment later.
  const told = whole.messages.findIndex(
    message => message.type === 'loop' && message.optimizers[0]?.learningRate === 0.5,
  );
  const place = whole.messages.findIndex(
    (message, index) => message.type === 'checkpoint' && index > told - 3,
  );
  const checkpoint = whole.all('checkpoint').find(message => whole.messages.indexOf(message) === place)!;
  const before = new Said(whole.messages.slice(0, place));
  await worker.close();

  worker = await harness.worker();
  const rest = await worker.untilFinished(await worker.start('print(0)', { runId }, {}, checkpoint));
  expect(rest.last('traceback')).toBeUndefined();
  expect(before.text() + rest.text()).toBe(whole.text());
  const again = recordOf(before, rest).loop!;
  expect(again.seams).toEqual([checkpoint.step]);
  expect(again.optimizers).toEqual([{ name: 'optimizer', learningRate: 0.5 }]);
  expect(again.curves.at.every((step, index) => index === 0 || step >= again.curves.at[index - 1]!)).toBe(
    true,
  );
  expect(
    again.curves.seconds.every((second, index) => index === 0 || second >= again.curves.seconds[index - 1]!),
  ).toBe(true);
  expect(again.curves.at.at(-1)).toBe(300);
});
