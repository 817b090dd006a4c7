/** What the panel is told of a script's own loop of training: its curves and learning rates, also behind a lost worker. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { decodeCheckpoint, encodeCheckpoint } from '../../src/execution/sessionCheckpoint.ts';
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
    if n == 5:
        early = loss
    time.sleep(0.005)
print('early', float(early))
`;

const textOf = (record: RunRecord): string => record.output.map(({ text }) => text).join('');

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
  const printed = whole.text().trim().split('\n').slice(0, -1);
  const lines = printed.map(line => line.split(' ').map(Number));
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
  // Lost as late as can be: what was told in between is told again.
  const next = whole.messages.findIndex(({ type }, index) => type === 'checkpoint' && index > place);
  const before = new Said(whole.messages.slice(0, next < 0 ? -1 : next));
  expect(before.text().length).toBeGreaterThan(new Said(whole.messages.slice(0, place)).text().length);
  await worker.close();

  worker = await harness.worker();
  const rest = await worker.untilFinished(await worker.start('print(0)', { runId }, {}, checkpoint));
  expect(rest.last('traceback')).toBeUndefined();
  const again = recordOf(before, rest);
  expect(textOf(again)).toBe(whole.text());
  expect(again.loop!.seams).toEqual([checkpoint.step]);
  expect(again.loop!.optimizers).toEqual([{ name: 'optimizer', learningRate: 0.5 }]);
  const { curves } = again.loop!;
  for (const column of [curves.at, curves.seconds]) expect(column).toEqual(column.toSorted((a, b) => a - b));
  expect(curves.at.at(-1)).toBe(300);
  await worker.close();

  // A tensor that the script still holds was not kept: found out at the end, and all is computed and told once more.
  const known = decodeCheckpoint(checkpoint.bytes)!;
  const loopKept = { ...known.loop!, journal: { ...known.loop!.journal!, tensors: [] } };
  const bare = { ...checkpoint, bytes: encodeCheckpoint({ ...known, loop: loopKept }) };
  worker = await harness.worker();
  const twice = await worker.untilFinished(await worker.start('print(0)', { runId }, {}, bare));
  expect(twice.last('traceback')).toBeUndefined();
  expect(twice.all('caughtUp').map(({ again: second }) => second)).toEqual([false, true]);
  expect(textOf(recordOf(before, twice))).toBe(whole.text());
});
