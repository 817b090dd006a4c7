/** The metric `AUC`. */

import { ops } from '../../../graph/index.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import { type ArgumentReader, numberOf } from '../objects/arguments.ts';
import { addCounts, type ConfusionOptions, type Count, checkThresholds, countOf } from './confusion.ts';
import type { MetricDefinition } from './definition.ts';

export const auc: MetricDefinition = {
  name: 'AUC',
  parameters:
    'num_thresholds=200, curve="ROC", summation_method="interpolation", thresholds=None, multi_label=False, num_labels=None, label_weights=None, from_logits=False',
  defaultName: 'auc',
  documentation: 'Area under the ROC or precision-recall curve, from counts at evenly spaced thresholds.',
  source: 'https://keras.io/api/metrics/',
  init: args => {
    const curve = readWord(args, 'curve', 'AUC curve', ['PR', 'ROC']).toUpperCase();
    const summation = readWord(args, 'summation_method', 'AUC summation method', [
      'interpolation',
      'majoring',
      'minoring',
    ]).toLowerCase();
    const fromLogits = args.boolean('from_logits');
    const thresholds = [-1e-7, ...innerThresholds(args), 1 + 1e-7];
    const isByLabel = args.boolean('multi_label');
    const labelWeights = weightsOfLabels(args);
    const options: ConfusionOptions = {
      ...{ py: args.py, name: 'AUC', thresholds, topK: null, classId: null },
      ...{ isByLabel, labelWeights },
    };
    if (!isByLabel && args.optionalInteger('num_labels'))
      args.fail('num_labels', '`num_labels` is needed only when `multi_label` is True.');
    return {
      update: (state, yTrue, yPred, weight) =>
        addCounts(state, options, counts, yTrue, fromLogits ? ops.sigmoid(yPred) : yPred, weight),
      result: state =>
        together(
          area(
            counts.map(name => countOf(state, options, name)),
            curve,
            summation,
          ),
          options,
        ),
    };
  },
};

function weightsOfLabels(args: ArgumentReader): readonly number[] | null {
  const given = args.value('label_weights');
  if (given === null) return null;
  return args.py
    .collect(given)
    .map(
      item =>
        numberOf(item) ?? args.fail('label_weights', `could not convert ${args.py.repr(item)} to float`),
    );
}

/** The mean of the labels' areas, each by its weight; one area is what it is. */
function together(areas: Tensor, { isByLabel, labelWeights = null }: ConfusionOptions): Tensor {
  if (!isByLabel) return areas;
  if (labelWeights === null) return ops.mean(areas);
  const weights = constant(labelWeights, [labelWeights.length], areas.dtype);
  return ratio(ops.sum(ops.mul(areas, weights)), ops.sum(weights));
}

/** A word that may begin with a capital, or be written in small letters where it is an abbreviation. */
function readWord(args: ArgumentReader, name: string, what: string, known: readonly string[]): string {
  const given = args.string(name);
  const forms = known.flatMap(word => [word, word.toLowerCase(), word[0].toUpperCase() + word.slice(1)]);
  if (forms.includes(given)) return given;
  const shown = known.map(word => `"${word}"`).join(', ');
  return args.fail(name, `Invalid ${what} value: "${given}". Expected values are [${shown}]`);
}

/** The thresholds between the first and the last: given ones in order, or evenly spaced ones. */
function innerThresholds(args: ArgumentReader): readonly number[] {
  if (args.value('thresholds') !== null) {
    checkThresholds(args);
    const given = args.py.collect(args.value('thresholds')).map(item => numberOf(item) ?? 0.5);
    return given.sort((a, b) => a - b);
  }
  const steps = args.integer('num_thresholds');
  if (steps <= 1)
    args.fail(
      'num_thresholds',
      `Argument \`num_thresholds\` must be an integer > 1. Received: num_thresholds=${steps}`,
    );
  return Array.from({ length: steps - 2 }, (_, index) => (index + 1) / (steps - 1));
}

const counts: readonly Count[] = ['true_positives', 'false_positives', 'true_negatives', 'false_negatives'];

function ratio(a: Tensor, b: Tensor): Tensor {
  const empty = ops.equal(b, 0);
  return ops.select(empty, 0, ops.div(a, ops.select(empty, 1, b)));
}

/** All but the last and all but the first of the points along thresholds. */
function neighbours(points: Tensor): [Tensor, Tensor] {
  const [first, ...rest] = points.shape as readonly number[];
  const [begin, size] = [rest.map(() => 0), [first - 1, ...rest]];
  return [ops.slice(points, [0, ...begin], size), ops.slice(points, [1, ...begin], size)];
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
  return ops.sum(ops.mul(ops.sub(x0, x1), height), [0]);
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
  return ops.sum(ratio(weighted, ops.maximum(ops.add(tp1, fn1), 0)), [0]);
}
