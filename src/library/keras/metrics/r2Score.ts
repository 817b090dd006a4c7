/** The metric `R2Score`. */
import { ops } from '../../../graph/index.ts';
import { formatShape, type Shape } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { message } from '../../../python/message.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { sameRank } from '../losses/shapes.ts';
import type { ArgumentReader } from '../objects/arguments.ts';
import type { MetricDefinition } from './definition.ts';

const aggregations = ['uniform_average', 'variance_weighted_average'];

function readSettings(args: ArgumentReader) {
  const aggregation = args.value('class_aggregation');
  const regressors = args.integer('num_regressors');
  if (aggregation !== null && !aggregations.includes(args.py.str(aggregation)))
    args.fail(
      'class_aggregation',
      `Invalid value for argument \`class_aggregation\`. Expected one of (None, 'uniform_average', 'variance_weighted_average'). Received: class_aggregation=${args.py.str(aggregation)}`,
    );
  if (regressors < 0)
    args.fail(
      'num_regressors',
      `Invalid value for argument \`num_regressors\`. Expected a value >= 0. Received: num_regressors=${regressors}`,
    );
  return { aggregation, regressors };
}

function requireRows(labels: Shape, outputs: Shape): void {
  if (labels.length === 2 && outputs.length === 2) return;
  throw raise(
    ValueError,
    `R2Score expects 2D inputs with shape (batch_size, output_dim). Received input shapes: y_pred.shape=${formatShape(outputs)} and y_true.shape=${formatShape(labels)}.`,
    {
      code: 'metric-shape',
      explanation: message(
        '`{0}` cannot compare `{1}` {2} with outputs of shape {3}.',
        'R2Score',
        'y_true',
        formatShape(labels),
        formatShape(outputs),
      ),
    },
  );
}

export const r2Score: MetricDefinition = {
  name: 'R2Score',
  parameters: 'class_aggregation="uniform_average", num_regressors=0',
  defaultName: 'r2_score',
  documentation: 'How much of the variance of the labels the model explains.',
  source: 'https://keras.io/api/metrics/regression_metrics/',
  init(args) {
    const { aggregation, regressors } = readSettings(args);
    const isEarlier = args.py.state(kerasVersionKey).current < 3;
    let shape: readonly (number | null)[] = [];
    return {
      update(state, yTrue, yPred, weight) {
        const [target, output] = sameRank(yTrue, yPred);
        if (isEarlier) requireRows(yTrue.shape, yPred.shape);
        else requireRows(target.shape, output.shape);
        shape = target.shape.slice(1);
        const weights =
          weight === null
            ? ops.add(ops.mul(target, 0), 1)
            : ops.mul(ops.reshape(weight, [-1, 1]), ops.add(ops.mul(target, 0), 1));
        const add = (name: string, values: Tensor) =>
          state.assign(name, ops.add(state.read(name, shape), ops.sum(values, [0])));
        add('sum', ops.mul(target, weights));
        add('squared_sum', ops.mul(ops.square(target), weights));
        add('total_mse', ops.mul(ops.square(ops.sub(target, output)), weights));
        add('count', weights);
        state.assign('num_samples', ops.add(state.read('num_samples'), target.shape[0] ?? 1));
      },
      result(state) {
        const count = state.read('count', shape);
        const mean = ops.div(state.read('sum', shape), count);
        const total = ops.sub(state.read('squared_sum', shape), ops.mul(state.read('sum', shape), mean));
        const raw = ops.sub(1, ops.div(state.read('total_mse', shape), total));
        const scores = ops.select(ops.isInf(raw), 0, raw);
        const score =
          aggregation === 'uniform_average'
            ? ops.mean(scores)
            : aggregation === 'variance_weighted_average'
              ? ops.div(ops.sum(ops.mul(total, scores)), ops.sum(total))
              : scores;
        if (regressors === 0) return score;
        const samples = state.read('num_samples');
        const factor = ops.div(ops.sub(samples, 1), ops.sub(samples, regressors + 1));
        return ops.sub(1, ops.mul(ops.sub(1, score), factor));
      },
    };
  },
};
