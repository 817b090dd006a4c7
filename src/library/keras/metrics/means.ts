/** Metrics that are means over samples of a function of labels and outputs. */
import { fullFloat } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { sameRank } from '../losses/shapes.ts';
import type { ArgumentReader } from '../objects/arguments.ts';
import type { MetricDefinition, MetricRule, MetricState } from './definition.ts';

/** Adds the weighted sum of values and the sum of weights to the state; values are first reduced to one a sample. */
export function addMean(state: MetricState, values: Tensor, weight: Tensor | null): void {
  let samples = ops.cast(values, fullFloat(values.dtype));
  let weights = weight === null ? null : ops.cast(weight, fullFloat(weight.dtype));
  if (weights !== null) {
    [samples, weights] = sameRank(samples, weights);
    const [rank, weightRank] = [samples.shape.length, weights.shape.length];
    if (rank > weightRank) samples = ops.mean(samples, axesFrom(weightRank, rank));
    samples = ops.mul(samples, weights);
    if (rank > 1 && weightRank > 1) weights = ops.mean(weights, axesFrom(1, weightRank));
  }
  if (samples.shape.length > 1) samples = ops.mean(samples, axesFrom(1, samples.shape.length));
  const count = samples.shape.length === 0 ? 1 : (samples.shape[0] ?? 1);
  state.assign('total', ops.add(state.read('total'), ops.sum(samples)));
  state.assign('count', ops.add(state.read('count'), weights === null ? count : ops.sum(weights)));
}

function axesFrom(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** total / count, 0 while nothing was counted. */
export function meanResult(state: MetricState): Tensor {
  const count = state.read('count');
  const safe = ops.select(ops.equal(count, 0), 1, count);
  return ops.select(ops.equal(count, 0), 0, ops.div(state.read('total'), safe));
}

/** The rule of a mean of `values`. */
export function meanRule(values: (yTrue: Tensor, yPred: Tensor) => Tensor): MetricRule {
  return {
    update: (state, yTrue, yPred, weight) => addMean(state, values(yTrue, yPred), weight),
    result: meanResult,
  };
}

/** A metric that is the mean of a function. */
export function meanMetric(
  options: Omit<MetricDefinition, 'init' | 'source'> & {
    readonly values: (args: ArgumentReader) => (yTrue: Tensor, yPred: Tensor) => Tensor;
  },
): MetricDefinition {
  return {
    ...options,
    source: 'https://keras.io/api/metrics/',
    init: args => meanRule(options.values(args)),
  };
}
