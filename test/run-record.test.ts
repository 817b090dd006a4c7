/** The fold of reports into a record: what a reopened panel gets to see. */
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../src/protocol.ts';
import {
  applyReport,
  currentModel,
  emptyRecord,
  newestLoop,
  OUTPUT_LIMIT,
  STEP_LIMIT,
} from '../src/run-record.ts';
import { FIT, MODEL, metrics, predictions, RUN, untilEpochSeven, untilTheEnd } from './panel/scenario.ts';

const { runId } = RUN;

function fold(...reports: RunReport[]): ReturnType<typeof emptyRecord> {
  const record = emptyRecord(RUN);
  for (const report of reports) {
    applyReport(record, report);
  }
  return record;
}

describe('applyReport', () => {
  it('keeps a whole run', () => {
    const record = fold(...([...untilEpochSeven(), ...untilTheEnd()] as RunReport[]));
    expect(record.status).toBe('finished');
    expect(record.fits[0]!.epochs.at).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(record.fits[0]!.epochs.columns.val_loss).toHaveLength(10);
    expect(record.fits[0]!.steps.at).toHaveLength(40);
    expect(record.predictions.map(report => report.split)).toEqual(['validation', 'training']);
    expect(currentModel(record)).toBe(MODEL);
    expect(structuredClone(record)).toEqual(record);
  });

  it('ignores reports of another run', () => {
    const record = fold({ type: 'paused', runId: 'other' });
    expect(record).toEqual(emptyRecord(RUN));
  });

  it('fills columns that come late or stop with null', () => {
    const point = { type: 'metrics', runId, fit: 0, scope: 'epoch' } as const;
    const record = fold(
      FIT,
      { ...point, at: [1], seconds: [1], columns: { loss: [3] } },
      { ...point, at: [2], seconds: [2], columns: { loss: [2], auc: [0.5] } },
      { ...point, at: [3], seconds: [3], columns: { auc: [0.6] } },
    );
    expect(record.fits[0]!.epochs.columns).toEqual({ loss: [3, 2, null], auc: [null, 0.5, 0.6] });
  });

  it('replaces the predictions of a split, and the model of a name', () => {
    const record = fold(MODEL, { ...MODEL, params: 5 }, predictions({ epoch: 1 }), predictions({ epoch: 2 }));
    expect(record.models.map(model => model.params)).toEqual([5]);
    expect(record.predictions.map(report => report.epoch)).toEqual([2]);
  });

  it('knows how far a loop of the script is, and where it went on', () => {
    const optimizers = [{ name: 'optimizer', learningRate: 0.1 }];
    const points = (from: number, to: number) => {
      const at = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      return { at, seconds: at, columns: { loss: at.map(step => 1 / step) } };
    };
    const loop = { type: 'loop', runId, optimizers } as const;
    const record = fold(
      { ...loop, steps: 7, seam: false, curves: points(1, 7) },
      { ...loop, steps: 5, seam: true, curves: points(6, 5) },
      { ...loop, steps: 5, seam: true, curves: points(6, 5) },
      { ...loop, steps: 6, seam: false, curves: points(6, 6) },
    );
    expect(record.loop).toEqual({ steps: 6, seams: [5], optimizers, curves: points(1, 6), fits: 0 });
    expect(record.status).toBe('running');
    expect(newestLoop(record)).toBe(record.loop);
    applyReport(record, FIT);
    expect(newestLoop(record)).toBeNull();
    applyReport(record, { ...loop, steps: 7, seam: false, curves: points(7, 7) });
    expect(newestLoop(record)).toBe(record.loop);
    expect(fold(FIT).loop).toBeNull();
  });

  it('goes back to the checkpoint and marks the seam', () => {
    const record = fold(FIT, ...metrics(1, 6), {
      type: 'resumed',
      runId,
      fromCheckpoint: true,
      fit: 0,
      epoch: 4,
    });
    expect(record.fits[0]!.epochs.at).toEqual([1, 2, 3, 4]);
    expect(record.fits[0]!.epochs.columns.loss).toHaveLength(4);
    expect(record.fits[0]!.steps.at.at(-1)).toBe(16);
    expect(record.fits[0]!.seams).toEqual([4]);
  });

  it('forgets what a script that runs again tells once more', () => {
    const print = (text: string) => ({ type: 'output', runId, stream: 'stdout', text }) as const;
    const bytes = new Uint8Array();
    const checkpoint = { type: 'checkpoint', runId, fit: null, epoch: 0, step: 1, bytes } as const;
    const caughtUp = { type: 'caughtUp', runId, again: false } as const;
    const text = (record: ReturnType<typeof fold>) => record.output.map(piece => piece.text).join('');
    const first = [print('a\n'), checkpoint, print('b'), FIT] as const;
    const record = fold(...first, caughtUp, print('b\nc\n'), FIT);
    expect(text(record)).toBe('a\nb\nc\n');
    expect(record.fits).toHaveLength(1);
    // From the same checkpoint again, though another has come since.
    for (const report of [checkpoint, { ...caughtUp, again: true }, print('b\n')])
      applyReport(record, report);
    expect(text(record)).toBe('a\nb\n');
    expect(record.fits).toEqual([]);
    const long = fold(
      print('x'.repeat(OUTPUT_LIMIT)),
      print('y'),
      checkpoint,
      print('z'.repeat(5000)),
      caughtUp,
    );
    expect(text(long).at(-1)).toBe('y');
  });

  it('keeps the curves of a fit that is announced again', () => {
    const record = fold(FIT, ...metrics(1, 2), FIT);
    expect(record.fits.map(fit => fit.epochs.at)).toEqual([[1, 2]]);
  });

  it('bounds output and steps', () => {
    const record = fold(FIT);
    for (let index = 0; index < 30; index++) {
      applyReport(record, {
        type: 'output',
        runId,
        stream: index % 2 ? 'stdout' : 'stderr',
        text: 'x'.repeat(OUTPUT_LIMIT / 10),
      });
    }
    expect(record.output.reduce((sum, piece) => sum + piece.text.length, 0)).toBeLessThanOrEqual(
      OUTPUT_LIMIT,
    );
    const at = Array.from({ length: STEP_LIMIT + 10 }, (_unused, index) => index + 1);
    applyReport(record, {
      type: 'metrics',
      runId,
      fit: 0,
      scope: 'step',
      at,
      seconds: at,
      columns: { loss: at },
    });
    expect(record.fits[0]!.steps.at.length).toBeLessThanOrEqual(STEP_LIMIT);
    expect(record.fits[0]!.steps.columns.loss).toEqual(record.fits[0]!.steps.at);
  });
});
