/** The layer `LSTMCell`. */
import { ops } from '../../../../graph/index.ts';
import { defineLayer } from '../base/definition.ts';
import { activationOf } from '../base/layerArguments.ts';
import { cellDefinition } from './cellLayer.ts';
import {
  type CellArguments,
  dropoutFactors,
  forgetBias,
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
  readonly unitForgetBias: boolean;
}

export const lstmCell = defineLayer<Settings>({
  ...cellDefinition,
  name: 'LSTMCell',
  module: 'rnn.lstm',
  parameters: `units, activation="tanh", recurrent_activation="sigmoid", use_bias=True, ${weightParameters}, unit_forget_bias=True, ${regularizerParameters}, ${limitParameters}, seed=None, implementation=2`,
  renamed: renamedArguments,
  documentation:
    'One step of LSTM: gates for input, forgetting, candidate and output from x and h; states h and c.',
  source: 'https://keras.io/api/layers/recurrent_layers/lstm/',
  init(args, layer) {
    const cell = readCell(args, layer, 2);
    const gate = activationOf(args, 'recurrent_activation');
    return {
      ...cell,
      unitForgetBias: args.boolean('unit_forget_bias'),
      stateShapes: () => [[cell.units], [cell.units]],
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
          step(projected, [h, c]) {
            const all = ops.add(projected, ops.matmul(withFactors(h, stateFactors), recurrent));
            const [input, forget, candidate, output] = ops.split(all, 4, -1);
            const kept = ops.mul(gate.apply(forget), c);
            const carry = ops.add(kept, ops.mul(gate.apply(input), activation.apply(candidate)));
            return [ops.mul(gate.apply(output), activation.apply(carry)), carry];
          },
        };
      },
    };
  },
  build(layer, [shape], py) {
    const { units, useBias, bias, unitForgetBias } = layer.settings;
    makeKernels(layer, py, shape, layer.settings, 4);
    if (!useBias) return;
    const initializer = unitForgetBias ? forgetBias(bias.initializer, units) : bias.initializer;
    layer.makeWeight(py, { name: 'bias', shape: [4 * units], ...bias, initializer });
  },
});
