import { describe, expect, it } from 'vitest';
import { decodeRecord, encodeRecord } from '../../src/editor/recordStorage.ts';
import type { RunRequest } from '../../src/protocol.ts';
import { applyReport, emptyRecord } from '../../src/run-record.ts';

const request: RunRequest = {
  runId: 'one',
  path: 'a.py',
  uri: 'file:///a.py',
  name: 'a.py',
  source: 'x = 1',
  workingDirectory: '',
  arguments: [],
  model: null,
  findings: [],
  settings: { backend: 'auto', seed: null, kerasVersion: 'auto', maximumPredictions: 10 },
};

describe('the stored record', () => {
  it('comes back as it was, with diverged losses and binary data', () => {
    const record = emptyRecord(request);
    const fit = { runId: 'one', fit: 0 };
    applyReport(record, {
      ...fit,
      type: 'fit',
      model: 'model',
      line: 1,
      initialEpoch: 0,
      epochs: 2,
      stepsPerEpoch: 1,
      samples: 4,
      batchSize: 4,
      validation: false,
    });
    applyReport(record, {
      ...fit,
      type: 'metrics',
      scope: 'epoch',
      at: [1, 2],
      seconds: [0.1, 0.2],
      columns: { loss: [1.5, Number.NaN] },
    });
    applyReport(record, {
      ...fit,
      type: 'checkpoint',
      epoch: 1,
      step: 1,
      bytes: new Uint8Array([1, 2, 255]),
    });
    const restored = decodeRecord(encodeRecord(record));
    expect(restored).toEqual(record);
    expect(restored!.checkpoint!.bytes).toBeInstanceOf(Uint8Array);
  });

  it('is not read when damaged or of another version', () => {
    expect(decodeRecord('{"version":0,"record":{}}')).toBeNull();
    expect(decodeRecord('{"version":1,')).toBeNull();
  });
});
