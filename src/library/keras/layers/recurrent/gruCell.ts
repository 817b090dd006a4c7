/** The layer `GRUCell`. */
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { defineLayer } from '../base/definition.ts';
import { activationOf } from '../base/layerArguments.ts';
import { cellDefinition } from './cellLayer.ts';
import {
  type CellArguments,
  dropoutFactors,
  limitParameters,
  makeKernels,
  type RecurrentCell,
  readCell,
  regularizerParameters,
  renamedArguments,
  weightParameters,
  withFactors,
} from './recurrentCell.ts';

interface Settings extends CellArguments, RecurrentCell {
  readonly resetAfter: boolean;
}

export const gruCell = defineLayer<Settings>({
  ...cellDefinition,
  name: 'GRUCell',
  module: 'rnn.gru',
  parameters: `units, activation="tanh", recurrent_activation="sigmoid", use_bias=True, ${weightParameters}, ${regularizerParameters}, ${limitParameters}, reset_after=True, seed=None, implementation=2`,
  renamed: renamedArguments,
  documentation: 'One step of GRU: an update gate and a reset gate decide how much of h stays.',
  source: 'https://keras.io/api/layers/recurrent_layers/gru/',
  init(args, layer) {
    const cell = readCell(args, layer, 1);
    const gate = activationOf(args, 'recurrent_activation');
    const resetAfter = args.boolean('reset_after');
    const { units, dropout, activation } = cell;
    return {
      ...cell,
      resetAfter,
      stateShapes: () => [[units]],
      begin(owner, step, { training, trace }) {
        const [kernel, recurrent, bias] = owner.ownWeights.map(weight => weight.read(trace));
        const [inputBias, stateBias] = bias === undefined ? [] : resetAfter ? ops.unstack(bias, 0) : [bias];
        const [gates, candidate] = resetAfter ? [] : ops.split(recurrent, [2 * units, units], -1);
        const inputFactors = dropoutFactors(dropout.input, step, dropout.stream, training);
        const stateFactors = dropoutFactors(dropout.recurrent, [step[0], units], dropout.stream, training);
        const after = (h: Tensor, x: readonly Tensor[]): [Tensor, Tensor] => {
          const product = ops.matmul(h, recurrent);
          const [z, r, inner] = ops.split(
            stateBias === undefined ? product : ops.add(product, stateBias),
            3,
            -1,
          );
          return [gate.apply(ops.add(x[0], z)), ops.mul(gate.apply(ops.add(x[1], r)), inner)];
        };
        const before = (h: Tensor, x: readonly Tensor[]): [Tensor, Tensor] => {
          const [z, r] = ops.split(ops.matmul(h, gates), 2, -1);
          return [
            gate.apply(ops.add(x[0], z)),
            ops.matmul(ops.mul(gate.apply(ops.add(x[1], r)), h), candidate),
          ];
        };
        return {
          project(x, steps) {
            const product = ops.matmul(withFactors(x, inputFactors, steps), kernel);
            return inputBias === undefined ? product : ops.add(product, inputBias);
          },
          step(projected, [state]) {
            const h = withFactors(state, stateFactors);
            const x = ops.split(projected, 3, -1);
            const [update, inner] = resetAfter ? after(h, x) : before(h, x);
            const fresh = activation.apply(ops.add(x[2], inner));
            return [ops.add(ops.mul(update, h), ops.mul(ops.sub(1, update), fresh))];
          },
        };
      },
    };
  },
  build(layer, [shape], py) {
    const { units, useBias, bias, resetAfter } = layer.settings;
    makeKernels(layer, py, shape, layer.settings, 3);
    if (useBias)
      layer.makeWeight(py, { name: 'bias', shape: resetAfter ? [2, 3 * units] : [3 * units], ...bias });
  },
});
