/**
 * Reliability: how often a prediction is right, against how sure it was; bins, ECE, MCE and adaptive ECE.
 *
 * Source: Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", 2017 (arXiv 1706.04599);
 * equal-mass bins: Nguyen and O'Connor, 2015 (arXiv 1508.05154).
 */

/** The predictions of a split, reduced to what calibration of the top class needs. */
export interface Confidences {
  /** Probability of the predicted class, 0..1. */
  confidence: Float64Array;
  /** 1 where the predicted class is the label, else 0. */
  correct: Uint8Array;
}

/** One bar of a reliability diagram: predictions with a confidence in (from, to]. */
export interface ReliabilityBin {
  from: number;
  to: number;
  count: number;
  /** Mean confidence; NaN in an empty bin. */
  confidence: number;
  /** Share of correct predictions; NaN in an empty bin. */
  accuracy: number;
}

/** The number of bins that the literature reports with. */
export const STANDARD_BINS = 15;

/** Equal-width bins, closed on the right; a confidence of 0 falls into the first. */
export function reliabilityBins(predictions: Confidences, bins = STANDARD_BINS): ReliabilityBin[] {
  const groups = Array.from({ length: bins }, (): number[] => []);
  for (let index = 0; index < predictions.confidence.length; index++) {
    const position = Math.ceil(predictions.confidence[index]! * bins) - 1;
    groups[Math.min(bins - 1, Math.max(0, position))]!.push(index);
  }
  return groups.map((members, bin) => summarize(predictions, members, bin / bins, (bin + 1) / bins));
}

/** Bins of (nearly) equal counts, ordered by confidence; fewer where there are fewer predictions than bins. */
export function equalMassBins(predictions: Confidences, bins = STANDARD_BINS): ReliabilityBin[] {
  const { confidence, correct } = predictions;
  const order = Array.from(confidence.keys()).sort(
    (first, second) => confidence[first]! - confidence[second]! || correct[first]! - correct[second]!,
  );
  const used = Math.min(bins, order.length);
  return Array.from({ length: used }, (_unused, bin) => {
    const members = order.slice(
      Math.round((bin * order.length) / used),
      Math.round(((bin + 1) * order.length) / used),
    );
    return summarize(predictions, members, confidence[members[0]!]!, confidence[members.at(-1)!]!);
  });
}

/** Mean over all predictions of |accuracy - confidence| of their bin; NaN without predictions. */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  let total = 0;
  let sum = 0;
  for (const bin of bins) {
    if (bin.count > 0) {
      total += bin.count;
      sum += bin.count * Math.abs(bin.accuracy - bin.confidence);
    }
  }
  return sum / total;
}

/** The largest |accuracy - confidence| of a bin that is not empty; NaN without predictions. */
export function maximumCalibrationError(bins: readonly ReliabilityBin[]): number {
  const gaps = bins.filter(bin => bin.count > 0).map(bin => Math.abs(bin.accuracy - bin.confidence));
  return gaps.length === 0 ? Number.NaN : Math.max(...gaps);
}

function summarize(
  predictions: Confidences,
  members: readonly number[],
  from: number,
  to: number,
): ReliabilityBin {
  let confidence = 0;
  let correct = 0;
  for (const index of members) {
    confidence += predictions.confidence[index]!;
    correct += predictions.correct[index]!;
  }
  const count = members.length;
  return { from, to, count, confidence: confidence / count, accuracy: correct / count };
}
