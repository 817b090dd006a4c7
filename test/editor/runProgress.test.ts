import { describe, expect, it } from 'vitest';
import { progressOf } from '../../src/editor/runProgress.ts';
import type { RunReport } from '../../src/protocol.ts';
import { applyReport, emptyRecord } from '../../src/run-record.ts';

const run = { runId: 'one', fit: 0 };
const fit: RunReport = {
  ...run,
  type: 'fit',
  model: 'model',
  line: 1,
  initialEpoch: 0,
  epochs: 10,
  stepsPerEpoch: 4,
  samples: 100,
  batchSize: 32,
  validation: false,
};

function progressAfter(...reports: RunReport[]) {
  const record = emptyRecord({
    runId: 'one',
    path: 'a.py',
    uri: 'file:///a.py',
    name: 'a.py',
    source: '',
    workingDirectory: '',
    arguments: [],
    model: null,
    findings: [],
    settings: { backend: 'auto', seed: null, kerasVersion: 'auto', maximumPredictions: 1 },
  });
  for (const report of reports) {
    applyReport(record, report);
  }
  return progressOf(record);
}

const losses = (scope: 'epoch' | 'step', ...loss: number[]): RunReport => ({
  ...run,
  type: 'metrics',
  scope,
  at: loss.map((_loss, index) => index + 1),
  seconds: loss.map(() => 0),
  columns: { loss },
});

describe('progressOf', () => {
  it('knows nothing before the first fit', () => {
    expect(progressAfter()).toEqual({
      paused: false,
      download: null,
      epoch: null,
      epochs: 0,
      step: null,
      loss: null,
    });
  });

  it('shows the epoch, and the loss of the newest epoch before that of a step', () => {
    const progress: RunReport = {
      ...run,
      type: 'progress',
      epoch: 3,
      epochs: 10,
      step: 1,
      steps: 4,
      secondsLeft: 1,
    };
    expect(progressAfter(fit, losses('step', 9), progress)).toEqual({
      paused: false,
      download: null,
      epoch: 3,
      epochs: 10,
      step: null,
      loss: '9.00',
    });
    expect(progressAfter(fit, losses('step', 9), losses('epoch', 1.0723, 1.0715)).loss).toBe('1.07');
  });

  it('shows the step of a loop of the script where that trains, rather than a fit before it', () => {
    const curves = { at: [], seconds: [], columns: {} };
    const loop: RunReport = { runId: 'one', type: 'loop', steps: 7, seam: false, optimizers: [], curves };
    expect(progressAfter(loop)).toMatchObject({ step: 7, epoch: null });
    expect(progressAfter(fit, losses('epoch', 1), loop)).toMatchObject({ step: 7, epoch: null, loss: null });
    expect(progressAfter(loop, fit, losses('epoch', 1))).toMatchObject({ step: null, loss: '1.00' });
  });

  it('shows a diverged loss and a tiny one', () => {
    expect(progressAfter(fit, losses('epoch', Number.NaN)).loss).toBe('NaN');
    expect(progressAfter(fit, losses('epoch', 0.000012345)).loss).toBe('1.23e-5');
  });

  it('knows that it is paused', () => {
    expect(progressAfter(fit, { type: 'paused', runId: 'one' }).paused).toBe(true);
  });
});
