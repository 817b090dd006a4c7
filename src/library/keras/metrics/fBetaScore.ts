/** The metrics `FBetaScore` and `F1Score`. */

import { fullFloat } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import { formatShape } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { message } from '../../../python/message.ts';
import { classOf } from '../../../python/types.ts';
import { PyFloat } from '../../../python/values.ts';
import type { ArgumentReader } from '../objects/arguments.ts';
import type { MetricDefinition, MetricRule, MetricState } from './definition.ts';

const epsilon = 1e-7;
const names = ['true_positives', 'false_positives', 'false_negatives', 'intermediate_weights'] as const;

function decide(output: Tensor, threshold: number | null): Tensor {
  if (threshold !== null) return ops.cast(ops.greater(output, threshold), fullFloat(output.dtype));
  const largest = ops.greaterEqual(output, ops.max(output, [-1], true));
  return ops.cast(ops.logicalAnd(largest, ops.greater(ops.abs(output), 1e-9)), fullFloat(output.dtype));
}

function result(
  state: MetricState,
  shape: readonly (number | null)[],
  beta: number,
  average: string | null,
): Tensor {
  const [tp, fp, fn, weights] = names.map(name => state.read(name, shape));
  const precision = ops.div(tp, ops.add(ops.add(tp, fp), epsilon));
  const recall = ops.div(tp, ops.add(ops.add(tp, fn), epsilon));
  const weighed = ops.add(ops.mul(beta ** 2, precision), recall);
  const score = ops.mul(ops.div(ops.mul(precision, recall), ops.add(weighed, epsilon)), 1 + beta ** 2);
  if (average === 'weighted')
    return ops.sum(ops.mul(score, ops.div(weights, ops.add(ops.sum(weights), epsilon))));
  return average === null ? score : ops.mean(score);
}

/** A number with a fraction, as Python sees it; Keras's error for anything else. */
function readFloat(args: ArgumentReader, name: string): number {
  const value = args.value(name);
  if (value instanceof PyFloat) return value.value;
  const type = classOf(value).name;
  // NumPy's doubles are floats of Python.
  if (type === 'float64') return args.number(name);
  return args.fail(
    name,
    `Invalid \`${name}\` argument value. It should be a Python float. Received: ${name}=${args.py.str(value)} of type '<class '${type}'>'`,
  );
}

function readThreshold(args: ArgumentReader): number | null {
  if (args.value('threshold') === null) return null;
  const threshold = readFloat(args, 'threshold');
  if (threshold > 1 || threshold <= 0)
    args.fail(
      'threshold',
      `Invalid \`threshold\` argument value. It should verify 0 < threshold <= 1. Received: threshold=${args.py.str(args.value('threshold'))}`,
    );
  return threshold;
}

function readBeta(args: ArgumentReader): number {
  const beta = readFloat(args, 'beta');
  if (beta <= 0)
    args.fail(
      'beta',
      `Invalid \`beta\` argument value. It should be > 0. Received: beta=${args.py.str(args.value('beta'))}`,
    );
  return beta;
}

function rule(args: ArgumentReader, beta: number): MetricRule {
  const average = args.optionalString('average');
  const threshold = readThreshold(args);
  if (average !== null && !['micro', 'macro', 'weighted'].includes(average)) {
    args.fail(
      'average',
      `Invalid \`average\` argument value. Expected one of: {None, 'micro', 'macro', 'weighted'}. Received: average=${average}`,
    );
  }
  let shape: readonly (number | null)[] = [];
  return {
    update(state, yTrue, yPred, weight) {
      if (yTrue.shape.length !== 2 || yPred.shape.length !== 2) {
        throw raise(
          ValueError,
          `FBetaScore expects 2D inputs with shape (batch_size, output_dim). Received input shapes: y_pred.shape=${formatShape(yPred.shape)} and y_true.shape=${formatShape(yTrue.shape)}.`,
          {
            code: 'metric-shape',
            explanation: message(
              'An F score compares one-hot rows with the outputs; the labels have shape {0} and the outputs {1}.',
              formatShape(yTrue.shape),
              formatShape(yPred.shape),
            ),
          },
        );
      }
      shape = average === 'micro' ? [] : [yPred.shape[1]];
      const predicted = decide(yPred, threshold);
      const add = (name: string, values: Tensor) => {
        const weighed = weight === null ? values : ops.mul(values, ops.reshape(weight, [-1, 1]));
        state.assign(
          name,
          ops.add(state.read(name, shape), average === 'micro' ? ops.sum(weighed) : ops.sum(weighed, [0])),
        );
      };
      add('true_positives', ops.mul(predicted, yTrue));
      add('false_positives', ops.mul(predicted, ops.sub(1, yTrue)));
      add('false_negatives', ops.mul(ops.sub(1, predicted), yTrue));
      add('intermediate_weights', yTrue);
    },
    result: state => result(state, shape, beta, average),
  };
}

export const fBetaScore: MetricDefinition = {
  name: 'FBetaScore',
  parameters: 'average=None, beta=1.0, threshold=None',
  defaultName: 'fbeta_score',
  documentation: 'The weighed harmonic mean of precision and recall for each class.',
  source: 'https://keras.io/api/metrics/classification_metrics/',
  init: args => rule(args, readBeta(args)),
};

export const f1Score: MetricDefinition = {
  name: 'F1Score',
  parameters: 'average=None, threshold=None',
  defaultName: 'f1_score',
  documentation: 'The harmonic mean of precision and recall for each class.',
  source: 'https://keras.io/api/metrics/classification_metrics/',
  init: args => rule(args, 1),
};
