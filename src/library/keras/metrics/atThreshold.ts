/** Metrics that read one rate where another one reaches a value: precision at recall and the like. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { ArgumentReader } from '../objects/arguments.ts';
import { addCounts, type ConfusionOptions, type Count, countOf } from './confusion.ts';
import type { MetricDefinition } from './definition.ts';

const counts: readonly Count[] = ['true_positives', 'false_positives', 'true_negatives', 'false_negatives'];

type Rates = Readonly<Record<'precision' | 'recall' | 'specificity', Tensor>>;

function rate(a: Tensor, b: Tensor): Tensor {
  const total = ops.add(a, b);
  const empty = ops.equal(total, 0);
  return ops.select(empty, 0, ops.div(a, ops.select(empty, 1, total)));
}

/** A metric that is the best `wanted` rate among the thresholds where `given` is at least the argument. */
function atRate(
  name: string,
  defaultName: string,
  argument: string,
  given: keyof Rates,
  wanted: keyof Rates,
  documentation: string,
): MetricDefinition {
  return {
    name,
    parameters: `${argument}, num_thresholds=200, class_id=None`,
    defaultName,
    documentation,
    source: 'https://keras.io/api/metrics/classification_metrics/',
    init(args: ArgumentReader) {
      const least = args.number(argument);
      if (least < 0 || least > 1)
        args.fail(
          argument,
          `Argument \`${argument}\` must be in the range [0, 1]. Received: ${argument}=${least}`,
        );
      const steps = args.integer('num_thresholds');
      if (steps <= 0)
        args.fail(
          'num_thresholds',
          `Argument \`num_thresholds\` must be an integer > 0. Received: num_thresholds=${steps}`,
        );
      const inner = Array.from({ length: Math.max(0, steps - 2) }, (_, index) => (index + 1) / (steps - 1));
      const thresholds = steps === 1 ? [0.5] : [-1e-7, ...inner, 1 + 1e-7];
      const classId = args.optionalInteger('class_id');
      const options: ConfusionOptions = { py: args.py, name, thresholds, topK: null, classId };
      return {
        update: (state, yTrue, yPred, weight) => addCounts(state, options, counts, yTrue, yPred, weight),
        result(state) {
          const [tp, fp, tn, fn] = counts.map(count => countOf(state, options, count));
          const rates: Rates = { precision: rate(tp, fp), recall: rate(tp, fn), specificity: rate(tn, fp) };
          return ops.max(ops.select(ops.greaterEqual(rates[given], least), rates[wanted], 0));
        },
      };
    },
  };
}

export const precisionAtRecall = atRate(
  'PrecisionAtRecall',
  'precision_at_recall',
  'recall',
  'recall',
  'precision',
  'The best precision where recall is at least a value.',
);
export const recallAtPrecision = atRate(
  'RecallAtPrecision',
  'recall_at_precision',
  'precision',
  'precision',
  'recall',
  'The best recall where precision is at least a value.',
);
export const sensitivityAtSpecificity = atRate(
  'SensitivityAtSpecificity',
  'sensitivity_at_specificity',
  'specificity',
  'specificity',
  'recall',
  'The best sensitivity where specificity is at least a value.',
);
export const specificityAtSensitivity = atRate(
  'SpecificityAtSensitivity',
  'specificity_at_sensitivity',
  'sensitivity',
  'recall',
  'specificity',
  'The best specificity where sensitivity is at least a value.',
);
