/** The metric `AUC`. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { addCounts, type ConfusionOptions, type Count, countOf } from './confusion.ts';
import type { MetricDefinition } from './definition.ts';

export const auc: MetricDefinition = {
  name: 'AUC',
  parameters:
    'num_thresholds=200, curve="ROC", summation_method="interpolation", thresholds=None, multi_label=False, num_labels=None, label_weights=None, from_logits=False',
  defaultName: 'auc',
  documentation: 'Area under the ROC or precision-recall curve, from counts at evenly spaced thresholds.',
  source: 'https://keras.io/api/metrics/',
  init: args => {
    const steps = args.integer('num_thresholds');
    const [curve, summation] = [args.string('curve'), args.string('summation_method')];
    const fromLogits = args.boolean('from_logits');
    const inner = Array.from({ length: steps - 2 }, (_, index) => (index + 1) / (steps - 1));
    const options: ConfusionOptions = { thresholds: [-1e-7, ...inner, 1 + 1e-7], topK: null, classId: null };
    return {
      update: (state, yTrue, yPred, weight) =>
        addCounts(state, options, counts, yTrue, fromLogits ? ops.sigmoid(yPred) : yPred, weight),
      result: state =>
        area(
          counts.map(name => countOf(state, options, name)),
          curve,
          summation,
        ),
    };
  },
};

const counts: readonly Count[] = ['true_positives', 'false_positives', 'true_negatives', 'false_negatives'];

function ratio(a: Tensor, b: Tensor): Tensor {
  const empty = ops.equal(b, 0);
  return ops.select(empty, 0, ops.div(a, ops.select(empty, 1, b)));
}

/** All but the last and all but the first of the points along thresholds. */
function neighbours(points: Tensor): [Tensor, Tensor] {
  const size = (points.shape[0] as number) - 1;
  return [ops.slice(points, [0], [size]), ops.slice(points, [1], [size])];
}

/** The area by trapezoids, or by the interpolation of Davis and Goadrich for precision-recall curves. */
function area([tp, fp, tn, fn]: readonly Tensor[], curve: string, summation: string): Tensor {
  if (curve === 'PR' && summation === 'interpolation') return interpolatedArea(tp, fp, fn);
  const recall = ratio(tp, ops.add(tp, fn));
  const [x, y] =
    curve === 'ROC' ? [ratio(fp, ops.add(fp, tn)), recall] : [recall, ratio(tp, ops.add(tp, fp))];
  const [x0, x1] = neighbours(x);
  const [y0, y1] = neighbours(y);
  const height =
    summation === 'minoring'
      ? ops.minimum(y0, y1)
      : summation === 'majoring'
        ? ops.maximum(y0, y1)
        : ops.mul(0.5, ops.add(y0, y1));
  return ops.sum(ops.mul(ops.sub(x0, x1), height));
}

function interpolatedArea(tp: Tensor, fp: Tensor, fn: Tensor): Tensor {
  const [tp0, tp1] = neighbours(tp);
  const change = ops.sub(tp0, tp1);
  const [p0, p1] = neighbours(ops.add(tp, fp));
  const slope = ratio(change, ops.maximum(ops.sub(p0, p1), 0));
  const offset = ops.sub(tp1, ops.mul(slope, p1));
  const positive = ops.logicalAnd(ops.greater(p0, 0), ops.greater(p1, 0));
  const safe = ops.select(positive, ratio(p0, ops.maximum(p1, 0)), 1);
  const [, fn1] = neighbours(fn);
  const weighted = ops.mul(slope, ops.add(change, ops.mul(offset, ops.log(safe))));
  return ops.sum(ratio(weighted, ops.maximum(ops.add(tp1, fn1), 0)));
}
