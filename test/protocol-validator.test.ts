/** Validation at the boundaries: every good message passes, anything bent does not, nothing ever throws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isRunReport,
  validateHostToPanel,
  validatePanelToHost,
  validatePanelToWorker,
  validateWorkerToPanel,
} from '../src/protocol-validator.ts';
import { failure, INITIALISE, predictions, RUN, untilEpochSeven, untilTheEnd } from './panel/scenario.ts';

const reports = [...untilEpochSeven(), ...untilTheEnd(), ...failure()];

describe('validators', () => {
  it('accept every report, from the worker and wrapped for the host', () => {
    for (const report of reports) {
      expect(validateWorkerToPanel(report)).toEqual({ ok: true, message: report });
      expect(isRunReport(report)).toBe(true);
      expect(validatePanelToHost({ type: 'report', report }).ok).toBe(true);
    }
  });

  it('accept what the host and the panel say', () => {
    expect(validateHostToPanel(INITIALISE).ok).toBe(true);
    expect(validateHostToPanel({ type: 'run', run: RUN, checkpoint: null }).ok).toBe(true);
    expect(validatePanelToWorker({ type: 'start', run: RUN, checkpoint: null }).ok).toBe(true);
    expect(
      validateHostToPanel({ type: 'reply', id: 1, ok: true, result: { bytes: new Uint8Array(1) } }).ok,
    ).toBe(true);
  });

  it('accept what was measured of backends, and nothing that is not', () => {
    const measurement = {
      key: '0123456789abcdef'.repeat(4),
      time: 1_780_000_000_000,
      timings: [
        { backend: 'wasm', result: 1.25 },
        { backend: 'webgl', result: 'graphics are computed in software here' },
      ],
    };
    const messages = (sent: object): boolean[] => [
      validateWorkerToPanel({ type: 'measured', measurement: sent }).ok,
      validatePanelToHost({ type: 'measured', measurement: sent }).ok,
      validateHostToPanel({ type: 'run', run: RUN, checkpoint: null, measurements: [sent] }).ok,
      validatePanelToWorker({ type: 'start', run: RUN, checkpoint: null, measurements: [sent] }).ok,
    ];
    expect(messages(measurement)).toEqual([true, true, true, true]);
    const [wasm] = measurement.timings;
    const bent = [
      { ...measurement, key: 'short' },
      { ...measurement, time: -1 },
      { ...measurement, timings: [{ ...wasm, backend: 'abacus' }] },
      { ...measurement, timings: [{ ...wasm, result: Number.NaN }] },
      { ...measurement, timings: [{ ...wasm, result: 'x'.repeat(201) }] },
    ];
    for (const sent of bent) expect(messages(sent)).toEqual([false, false, false, false]);
  });

  it('refuse a report that lacks any one of its properties', () => {
    for (const report of reports) {
      for (const key of Object.keys(report)) {
        const { [key]: _removed, ...rest } = report as unknown as Record<string, unknown>;
        expect(validateWorkerToPanel(rest).ok, `${report.type} without ${key}`).toBe(false);
      }
    }
  });

  it('refuse sizes that do not agree', () => {
    const scores = new Float32Array(5);
    expect(validateWorkerToPanel({ ...predictions(), scores })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('samples x columns'),
    });
  });

  it('refuse names that only exist on the prototype', () => {
    for (const type of ['constructor', 'toString', '__proto__']) {
      expect(validateHostToPanel({ type }).ok).toBe(false);
      expect(
        validateWorkerToPanel({ type: 'request', runId: '', id: 1, request: type, parameters: {} }).ok,
      ).toBe(false);
    }
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...reports), (junk, report) => {
        for (const validate of [
          validateHostToPanel,
          validatePanelToHost,
          validatePanelToWorker,
          validateWorkerToPanel,
        ]) {
          expect(typeof validate(junk).ok).toBe('boolean');
          for (const key of Object.keys(report)) {
            expect(typeof validate({ ...report, [key]: junk }).ok).toBe('boolean');
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
