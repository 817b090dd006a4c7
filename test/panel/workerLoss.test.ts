/** The panel's page with its real worker: what is lost when the worker dies, and what goes on while the page does not. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HostToPanel, RunReport } from '../../src/protocol.ts';
import { isRunReport } from '../../src/protocol-validator.ts';
import { applyReport, emptyRecord, type RunRecord } from '../../src/run-record.ts';
import { fromWire } from '../../src/wire.ts';
import { Harness, type PanelPage } from './harness.ts';
import { INITIALISE, RUN } from './scenario.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start({ realWorker: true });
});
afterAll(() => harness.stop());

/** `pause`: seconds that the script itself waits after each epoch, so that a run lasts on any machine. */
const script = (epochs: number, pause: number) => `
import time
import numpy as np
from keras.callbacks import LambdaCallback
from keras.models import Sequential
from keras.layers import Dense, Dropout
X = np.random.random((64, 10))
y = np.eye(3)[np.random.randint(0, 3, size=64)]
model = Sequential([Dense(16, activation='relu'), Dropout(0.3), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
waiting = [LambdaCallback(on_epoch_end=lambda epoch, logs: time.sleep(${pause}))] if ${pause} else []
history = model.fit(X, y, epochs=${epochs}, batch_size=16, verbose=0, callbacks=waiting)
print('epochs', len(history.history['loss']))
`;

async function open(): Promise<PanelPage> {
  const panel = await harness.open();
  await panel.page.evaluate(() => {
    window.hasNoFiles = true;
  });
  return panel;
}

const settings = { ...RUN.settings, backend: 'wasm' as const, seed: 1 };
const runOf = (epochs: number, pause = 0): HostToPanel => ({
  type: 'run',
  run: { ...RUN, source: script(epochs, pause), settings },
  checkpoint: null,
});

/** The record as the host folds it from what the page passed on. */
async function hostRecord(panel: PanelPage): Promise<RunRecord> {
  const sent = await panel.page.evaluate(() =>
    window.sentToHost.flatMap(message => (message.type === 'report' ? [message.report] : [])),
  );
  const record = emptyRecord({ ...RUN, settings });
  for (const report of sent.map(wire => fromWire(wire) as RunReport)) {
    if (isRunReport(report)) applyReport(record, report);
  }
  return record;
}

async function finished(panel: PanelPage): Promise<RunRecord> {
  await panel.page.waitForFunction(() =>
    window.sentToHost.some(message => message.type === 'report' && message.report.type === 'finished'),
  );
  return hostRecord(panel);
}

it('a worker that dies loses nothing: the next one goes on from the checkpoint to the same curve', async () => {
  const [epochs, pause] = [1000, 0.004];
  const undisturbed = await open();
  await undisturbed.host(INITIALISE, runOf(epochs, pause));
  const whole = await finished(undisturbed);
  expect(whole.status).toBe('finished');
  await undisturbed.close();

  const panel = await open();
  await panel.killNextWorker();
  await panel.host(INITIALISE, runOf(epochs, pause));
  await panel.page.getByText(/a forced fault/).waitFor();
  const lost = await hostRecord(panel);
  expect(lost.status).toBe('lost');
  await panel.page.getByText(/Go on from epoch/).click();
  await panel.toHost('continue');
  await panel.page.evaluate(
    run => {
      const reports = window.sentToHost.flatMap(message =>
        message.type === 'report' ? [message.report] : [],
      );
      const checkpoint = reports.findLast(report => report.type === 'checkpoint');
      window.sentToHost = window.sentToHost.filter(
        message => message.type !== 'report' || message.report.type !== 'finished',
      );
      window.postMessage({ ...run, checkpoint }, '*');
    },
    runOf(epochs, pause) as Extract<HostToPanel, { type: 'run' }>,
  );
  const joined = await finished(panel);
  expect(joined.status).toBe('finished');
  expect(joined.fits[0]!.epochs.at).toEqual(whole.fits[0]!.epochs.at);
  expect(joined.fits[0]!.epochs.columns.loss).toEqual(whole.fits[0]!.epochs.columns.loss);
  expect(joined.fits[0]!.seams).toEqual([lost.checkpoint!.epoch]);
  expect(joined.output.map(({ text }) => text).join('')).toBe(`epochs ${epochs}\n`);
  await panel.close();
});

it('training goes on at its speed while the page draws nothing and hears nothing', async () => {
  const panel = await open();
  await panel.host(INITIALISE, runOf(10 ** 7));
  await panel.page.getByText(/^epoch \d{3,}/).waitFor();
  const milliseconds = 3000;
  await panel.page.evaluate(length => {
    const end = performance.now() + length;
    while (performance.now() < end);
  }, milliseconds);
  await panel.settle();
  await panel.page.getByText('Stop', { exact: true }).click();
  const { fits } = await finished(panel);
  const { at, seconds } = fits[0]!.epochs;
  // No gap in the curve: every epoch has its point, and none waited for the page.
  expect(at).toEqual(at.map((_epoch, index) => at[0]! + index));
  const longest = Math.max(...seconds.slice(1).map((second, index) => second - seconds[index]!));
  expect(longest * 1000).toBeLessThan(milliseconds / 2);
  await panel.close();
});
