/** The layer `SimpleRNNCell`. */
import { ops } from '../../../../graph/index.ts';
import { defineLayer } from '../base/definition.ts';
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

type Settings = CellArguments & RecurrentCell;

export const simpleRNNCell = defineLayer<Settings>({
  ...cellDefinition,
  name: 'SimpleRNNCell',
  module: 'rnn.simple_rnn',
  parameters: `units, activation="tanh", use_bias=True, ${weightParameters}, ${regularizerParameters}, ${limitParameters}, seed=None`,
  renamed: renamedArguments,
  documentation: 'One step of SimpleRNN: activation(x @ kernel + h @ recurrent_kernel + bias).',
  source: 'https://keras.io/api/layers/recurrent_layers/simple_rnn/',
  init(args, layer) {
    const cell = readCell(args, layer, 1);
    return {
      ...cell,
      stateShapes: () => [[cell.units]],
      begin(owner, step, { training, trace }) {
        const [kernel, recurrent, bias] = owner.ownWeights.map(weight => weight.read(trace));
        const { dropout, activation } = cell;
        const inputFactors = dropoutFactors(dropout.input, step, dropout.stream, training);
        const stateFactors = dropoutFactors(
          dropout.recurrent,
          [step[0], cell.units],
          dropout.stream,
          training,
        );
        return {
          project(x, steps) {
            const product = ops.matmul(withFactors(x, inputFactors, steps), kernel);
            return bias === undefined ? product : ops.add(product, bias);
          },
          step: (projected, [h]) => [
            activation.apply(ops.add(projected, ops.matmul(withFactors(h, stateFactors), recurrent))),
          ],
        };
      },
    };
  },
  build(layer, [shape], py) {
    const { units, useBias, bias } = layer.settings;
    makeKernels(layer, py, shape, layer.settings, 1);
    if (useBias) layer.makeWeight(py, { name: 'bias', shape: [units], ...bias });
  },
});
