/** Counts of true and false positives and negatives at thresholds, which many metrics are made of. */
import { fullFloat } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import { dimsAgree, formatShape } from '../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { NotKnown, PyList, PyTuple } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { sameRank } from '../losses/shapes.ts';
import { type ArgumentReader, numberOf } from '../objects/arguments.ts';
import type { MetricState } from './definition.ts';

export interface ConfusionOptions {
  readonly py: Interpreter;
  /** The metric's class, for errors. */
  readonly name: string;
  readonly thresholds: readonly number[];
  readonly topK: number | null;
  readonly classId: number | null;
  /** Whether each label of a row has counts of its own, of shape (thresholds, labels). */
  readonly isByLabel?: boolean;
  /** What each label of a row counts. */
  readonly labelWeights?: readonly number[] | null;
}

/** `thresholds`, `top_k` and `class_id` as Precision and Recall take them. */
export function confusionOptions(args: ArgumentReader): ConfusionOptions {
  const names = args.names();
  const value = args.value('thresholds');
  const topK = names.includes('top_k') ? args.optionalInteger('top_k') : null;
  const thresholds =
    value instanceof PyList || value instanceof PyTuple
      ? value.items.map(item => numberOf(item) ?? 0.5)
      : [value === null ? (topK === null ? 0.5 : Number.NEGATIVE_INFINITY) : args.number('thresholds')];
  checkThresholds(args);
  const classId = names.includes('class_id') ? args.optionalInteger('class_id') : null;
  return { py: args.py, name: args.className, thresholds, topK, classId };
}

/** Keras's error for thresholds outside of 0 and 1. */
export function checkThresholds(args: ArgumentReader): void {
  const value = args.value('thresholds');
  const given = value instanceof PyList || value instanceof PyTuple ? value.items : [value];
  if (value === null) return;
  const bad = given.filter(item => {
    const number = numberOf(item);
    return item === null || (number !== undefined && (number < 0 || number > 1));
  });
  if (bad.length > 0)
    args.fail('thresholds', `Threshold values must be in [0, 1]. Received: ${args.py.repr(new PyList(bad))}`);
}

/** Keras 2 compares the shapes before it compares the numbers. */
function checkShapes({ py, name }: ConfusionOptions, target: Tensor, output: Tensor): void {
  if (py.state(kerasVersionKey).current === 3) return;
  const [labels, outputs] = [target.shape, output.shape];
  if (labels.length === outputs.length && labels.every((dim, axis) => dimsAgree(dim, outputs[axis]))) return;
  throw raise(ValueError, `Shapes ${formatShape(outputs)} and ${formatShape(labels)} are incompatible`, {
    code: 'metric-shape',
    explanation: message(
      '`{0}` cannot compare `{1}` {2} with outputs of shape {3}.',
      name,
      'y_true',
      formatShape(labels),
      formatShape(outputs),
    ),
  });
}

export type Count = 'true_positives' | 'false_positives' | 'true_negatives' | 'false_negatives';

/** Adds a batch to the counts, each of shape (thresholds,). */
export function addCounts(
  state: MetricState,
  options: ConfusionOptions,
  wanted: readonly Count[],
  yTrue: Tensor,
  yPred: Tensor,
  weight: Tensor | null,
): void {
  let [target, output] = sameRank(ops.cast(yTrue, 'float32'), ops.cast(yPred, fullFloat(yPred.dtype)));
  checkShapes(options, target, output);
  if (options.topK !== null) output = keepTop(output, options.topK);
  if (options.classId !== null) {
    target = ops.gather(target, constant(options.classId, [], 'int32'), -1);
    output = ops.gather(output, constant(options.classId, [], 'int32'), -1);
  }
  const isByLabel = options.isByLabel === true;
  // One row of numbers for all thresholds, or one for each sample and threshold.
  const inRows = (values: Tensor) => (isByLabel ? values : ops.flatten(values));
  const weights = weightsLike(output, weight, options);
  const labels = ops.expandDims(ops.greater(inRows(target), 0), 0);
  const { length } = options.thresholds;
  const limits = constant(options.thresholds, isByLabel ? [length, 1, 1] : [length, 1], output.dtype);
  const predicted = ops.greater(ops.expandDims(inRows(output), 0), limits);
  const not = ops.logicalNot;
  const sets: Record<Count, () => Tensor> = {
    true_positives: () => ops.logicalAnd(predicted, labels),
    false_positives: () => ops.logicalAnd(predicted, not(labels)),
    true_negatives: () => ops.logicalAnd(not(predicted), not(labels)),
    false_negatives: () => ops.logicalAnd(not(predicted), labels),
  };
  const shape = isByLabel ? [length, labelsOf(options, output)] : [length];
  for (const name of wanted) {
    const hits = ops.cast(sets[name](), fullFloat(output.dtype));
    const counted = weights === null ? hits : ops.mul(hits, inRows(weights));
    state.assign(name, ops.add(state.read(name, shape), ops.sum(counted, [1])));
  }
}

/** The weights of samples and of labels, as many as outputs. */
function weightsLike(
  output: Tensor,
  weight: Tensor | null,
  { labelWeights = null, isByLabel = false }: ConfusionOptions,
): Tensor | null {
  const ofSamples = weight === null ? null : ops.broadcastTo(alignWeight(weight, output), output.shape);
  // Counts of labels by themselves are weighted when their results are.
  if (labelWeights === null || isByLabel) return ofSamples;
  const given = constant(labelWeights, [labelWeights.length], output.dtype);
  const ofLabels = ops.broadcastTo(given, output.shape);
  return ofSamples === null ? ofLabels : ops.mul(ofSamples, ofLabels);
}

/** How many labels a row has where each is counted by itself. */
function labelsOf({ name }: ConfusionOptions, { shape }: Tensor): number {
  if (shape.length !== 2)
    throw raise(
      ValueError,
      `\`y_pred\` must have rank 2 when \`multi_label=True\`. Found rank ${shape.length}. Full shape received for \`y_pred\`: ${formatShape(shape)}`,
      {
        code: 'metric-shape',
        explanation: message(
          '`{0}` counts each label by itself, in rows of labels: outputs of shape {1} are no rows.',
          name,
          formatShape(shape),
        ),
      },
    );
  const [, labels] = shape;
  if (labels === null) throw new NotKnown('how many labels a row has is not known');
  return labels;
}

function alignWeight(weight: Tensor, output: Tensor): Tensor {
  const missing = output.shape.length - weight.shape.length;
  return missing <= 0
    ? weight
    : ops.expandDims(
        weight,
        Array.from({ length: missing }, (_, index) => weight.shape.length + index),
      );
}

function keepTop(output: Tensor, k: number): Tensor {
  const { values } = ops.topK(output, k);
  const least = ops.min(values, [-1], true);
  return ops.select(ops.greaterEqual(output, least), output, Number.NEGATIVE_INFINITY);
}

/** A count that was added up. */
export function countOf(state: MetricState, options: ConfusionOptions, name: Count): Tensor {
  const { length } = options.thresholds;
  return state.read(name, options.isByLabel ? [length, 1] : [length]);
}

/** a / (a + b), 0 where both are 0; a scalar for one threshold. */
export function share(a: Tensor, b: Tensor): Tensor {
  const total = ops.add(a, b);
  const empty = ops.equal(total, 0);
  return single(ops.select(empty, 0, ops.div(a, ops.select(empty, 1, total))));
}

/** A scalar for one threshold, else all of them. */
export function single(values: Tensor): Tensor {
  return values.shape[0] === 1 ? ops.reshape(values, []) : values;
}
