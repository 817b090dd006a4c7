/** The optimizer `Adafactor`. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { OptimizerDefinition, Slot } from './definition.ts';

export const adafactor: OptimizerDefinition = {
  name: 'Adafactor',
  parameters:
    'learning_rate=0.001, beta_2_decay=-0.8, epsilon_1=1e-30, epsilon_2=1e-3, clip_threshold=1.0, relative_step=True',
  defaultName: 'adafactor',
  documentation:
    'Adam with row and column sums in place of whole matrices of squares (Shazeer and Stern 2018).',
  source: 'https://keras.io/api/optimizers/adafactor/',
  init(args) {
    const [decay, epsilon1, epsilon2] = [
      args.number('beta_2_decay'),
      args.number('epsilon_1'),
      args.number('epsilon_2'),
    ];
    const [threshold, relative] = [args.number('clip_threshold'), args.boolean('relative_step')];
    return ({ gradient, value, rate, step, slot }) => {
      const root = ops.div(1, ops.sqrt(step));
      const bounded = relative ? ops.minimum(rate, root) : rate;
      const alpha = ops.mul(ops.maximum(epsilon2, rootMeanSquare(value)), ops.minimum(bounded, root));
      const squares = ops.add(ops.square(gradient), epsilon1);
      const keep = ops.sub(1, ops.pow(step, decay));
      const blend = (memory: Slot, fresh: Tensor) =>
        memory.assign(ops.add(ops.mul(keep, memory.read()), ops.mul(ops.sub(1, keep), fresh)));
      let spread: Tensor;
      if (value.shape.length >= 2) {
        const rows = blend(slot('r', 0, value.shape.slice(0, -1)), ops.mean(squares, [-1]));
        const columns = blend(
          slot('c', 0, [...value.shape.slice(0, -2), value.shape.at(-1)!]),
          ops.mean(squares, [-2]),
        );
        const share = ops.div(rows, ops.mean(rows, [-1], true));
        spread = ops.mul(ops.expandDims(share, -1), ops.expandDims(columns, -2));
      } else spread = blend(slot('v'), squares);
      const scaled = ops.div(gradient, ops.sqrt(spread));
      const clipped = ops.div(scaled, ops.maximum(1, ops.div(rootMeanSquare(scaled), threshold)));
      return ops.sub(value, ops.mul(alpha, clipped));
    };
  },
};

function rootMeanSquare(x: Tensor): Tensor {
  return ops.sqrt(ops.mean(ops.square(x)));
}
