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
