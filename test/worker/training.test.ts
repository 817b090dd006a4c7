import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunSettings } from '../../src/protocol.ts';
import { isRunReport } from '../../src/protocol-validator.ts';
import { applyReport, emptyRecord, type RunRecord } from '../../src/run-record.ts';
import { type DrivenWorker, type Said, SETTINGS, WorkerHarness } from './harness.ts';
import { WITHOUT_WEBGL } from './preludes.ts';

let harness: WorkerHarness;
let worker: DrivenWorker;

beforeAll(async () => {
  harness = await WorkerHarness.start();
});
afterAll(() => harness.stop());
afterEach(() => worker.close());

const example = (name: string) => readFileSync(new URL(`../../examples/${name}.py`, import.meta.url), 'utf8');

const first = example('categorical_crossentropy');

/** A training that goes on until it is stopped. */
const endless = first.replace('epochs=10', 'epochs=10**6, verbose=0');

/** The record that panel and host fold from what was said. */
function recordOf(said: Said): RunRecord {
  const [started] = said.all('started');
  const record = emptyRecord({
    runId: started!.runId,
    path: 'script.py',
    uri: 'file:///script.py',
    name: 'script.py',
    source: '',
    workingDirectory: '',
    arguments: [],
    model: null,
    findings: [],
    settings: SETTINGS,
  });
  for (const message of said.messages) {
    if (isRunReport(message)) applyReport(record, message);
  }
  return record;
}

describe('a training in the worker', () => {
  it('reports model, fit, every epoch, the predictions and the end', async () => {
    worker = await harness.worker();
    const said = await worker.run(first);
    expect(said.last('traceback')).toBeUndefined();
    const record = recordOf(said);
    expect(record.status).toBe('finished');
    expect(record.models).toHaveLength(1);
    expect(record.models[0]).toMatchObject({ name: 'model', params: 451, head: 'softmax', classes: 3 });
    expect(record.models[0]!.chance.loss).toBeCloseTo(Math.log(3), 12);
    expect(record.models[0]!.chance.majority).toBeGreaterThanOrEqual(1 / 3);
    const dense = record.models[0]!.layers.filter(layer => layer.class === 'Dense');
    expect(dense.map(({ params, line }) => [params, line !== null])).toEqual([
      [352, true],
      [99, true],
    ]);
    const [fit] = record.fits;
    expect(fit!.fit).toMatchObject({
      model: 'model',
      epochs: 10,
      stepsPerEpoch: 4,
      samples: 100,
      batchSize: 32,
    });
    expect(fit!.epochs.at).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(Object.keys(fit!.epochs.columns).sort()).toEqual(['accuracy', 'loss']);
    expect(fit!.epochs.columns.loss!.every(loss => loss! > 0.5 && loss! < 3)).toBe(true);
    expect(fit!.progress).toMatchObject({ epoch: 10, epochs: 10, step: 4, steps: 4, secondsLeft: 0 });
    expect(said.text()).toContain('Epoch 10/10\n');
  });

  it('gives logits, labels and inputs of the samples, in their order', async () => {
    worker = await harness.worker();
    const said = await worker.run(first);
    const predictions = said.last('predictions')!;
    expect(predictions).toMatchObject({
      model: 'model',
      split: 'training',
      trainedOn: true,
      head: 'softmax',
      kind: 'logits',
      samples: 100,
      columns: 3,
      total: 100,
      epoch: 10,
      temperature: null,
    });
    const labels = Object.values(predictions.labels);
    expect(labels.every(label => label === 0 || label === 1 || label === 2)).toBe(true);
    expect(new Set(labels).size).toBe(3);
    expect(predictions.inputs).toMatchObject({ kind: 'features', shape: [10], count: 100 });
  });

  it('finds the temperature in the code and the logits before it', async () => {
    worker = await harness.worker();
    const said = await worker.run(example('temperature_scaling'));
    expect(said.last('predictions')).toMatchObject({ kind: 'logits', temperature: { value: 0.6 } });
  });

  it('stops within an endless training, keeps what was learnt, and takes the next run', async () => {
    worker = await harness.worker();
    const runId = await worker.start(endless);
    await worker.next('metrics');
    await worker.send({ type: 'stop', runId });
    const said = await worker.untilFinished(runId);
    expect(said.last('finished')?.status).toBe('stopped');
    expect(said.last('predictions')).toMatchObject({ samples: 100, columns: 3 });
    expect(said.all('traceback')).toEqual([]);
    expect((await worker.run('print("next")')).text()).toBe('next\n');
  });

  it('pauses a training between two steps', async () => {
    worker = await harness.worker();
    const runId = await worker.start(endless);
    await worker.next('metrics');
    await worker.send({ type: 'pause', runId });
    await worker.next('paused');
    const before = (await worker.received()).filter(({ type }) => type === 'metrics').length;
    await worker.another('heartbeat');
    expect((await worker.received()).filter(({ type }) => type === 'metrics')).toHaveLength(before);
    await worker.send({ type: 'stop', runId });
    expect((await worker.untilFinished(runId)).last('finished')?.status).toBe('stopped');
  });

  it('explains labels that do not fit, at their line', async () => {
    worker = await harness.worker();
    const said = await worker.run(example('label_mistakes'));
    const traceback = said.last('traceback')!;
    expect(traceback.exception).toBe('ValueError');
    expect(traceback.frames.at(-1)).toMatchObject({ line: 17, function: '<module>' });
    expect(traceback.suggestions.join(' ')).toContain('sparse_categorical_crossentropy');
    expect(recordOf(said).status).toBe('failed');
  });

  it.each(['cpu', 'wasm', 'webgl'] as const)('computes on %s when it is told to', async backend => {
    worker = await harness.worker();
    const settings: RunSettings = { ...SETTINGS, backend };
    const said = await worker.run(first.replace('epochs=10', 'epochs=2'), { settings });
    expect(said.last('backend')).toMatchObject({ name: backend, rejected: [] });
    expect(said.last('finished')?.status).toBe('finished');
  });

  it('goes on without a backend that does not work, and says so', async () => {
    worker = await harness.worker(WITHOUT_WEBGL);
    const settings: RunSettings = { ...SETTINGS, backend: 'webgl' };
    const said = await worker.run(first.replace('epochs=10', 'epochs=2'), { settings });
    expect(said.last('finished')?.status).toBe('finished');
    expect(said.last('backend')?.name).toBe('wasm');
    expect(said.last('backend')?.rejected.map(({ name }) => name)).toEqual(['webgl']);
    const told = said.all('notice').filter(({ code }) => code === 'backend-refused');
    expect(told.map(({ message }) => message)).toEqual([
      'WebGL does not work on this machine, so the model trains on WebAssembly.',
    ]);
  });
});
