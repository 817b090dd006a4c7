/**
 * Predicted classes and confidences of a split, and the order in which its samples are listed.
 */
import type { Logits } from '../../src/calibration/index.ts';
import { argmax, softmaxRow } from '../../src/calibration/index.ts';
import type { PredictionsReport } from '../../src/protocol.ts';
import type { ConfusionCell } from './confusion-matrix.ts';
import { classNames, codeTemperature, logitsOf } from './state.ts';

/** A split with what the model predicts for each of its samples. */
export interface Judged {
  report: PredictionsReport;
  logits: Logits;
  names: string[];
  predicted: Int32Array;
  /** Confidence at the shown temperature. */
  confidence: Float64Array;
  /** Confidence at the temperature in the code, by which lists are ordered. */
  reference: Float64Array;
  temperature: number;
}

/** Judges a split at a temperature; `known` is returned where nothing changed. */
export function judge(report: PredictionsReport, temperature: number, known: Judged | null): Judged {
  if (known?.report === report && known.temperature === temperature) {
    return known;
  }
  const logits = logitsOf(report);
  const predicted = new Int32Array(report.samples);
  for (let row = 0; row < report.samples; row++) {
    predicted[row] = argmax(logits, row);
  }
  const reference =
    known?.report === report ? known.reference : confidenceAt(logits, predicted, codeTemperature(report));
  const confidence = confidenceAt(logits, predicted, temperature);
  return { report, logits, names: classNames(report), predicted, confidence, reference, temperature };
}

/**
 * Rows of the list: wrong ones first, the surest first among them; then the right ones, the least sure first. Sorted by the
 * confidence at the code's own temperature, so that moving the slider does not shuffle the list.
 */
export function orderedRows(
  judged: Judged,
  filter: 'all' | 'wrong' | 'right',
  cell: ConfusionCell | null,
): number[] {
  const { labels } = judged.report;
  const isWrong = (row: number): boolean => labels[row]! >= 0 && labels[row] !== judged.predicted[row];
  const rows: number[] = [];
  for (let row = 0; row < judged.report.samples; row++) {
    const inCell = !cell || (labels[row] === cell.truth && judged.predicted[row] === cell.predicted);
    if (inCell && (filter === 'all' || (filter === 'wrong') === isWrong(row))) {
      rows.push(row);
    }
  }
  return rows.sort((first, second) => {
    const wrongFirst = Number(isWrong(second)) - Number(isWrong(first));
    const surer = judged.reference[second]! - judged.reference[first]!;
    return wrongFirst || (isWrong(first) ? surer : -surer) || first - second;
  });
}

function confidenceAt(logits: Logits, predicted: Int32Array, temperature: number): Float64Array {
  const probabilities = new Float64Array(logits.columns);
  return Float64Array.from(
    predicted,
    (column, row) => softmaxRow(logits, row, temperature, probabilities)[column]!,
  );
}
