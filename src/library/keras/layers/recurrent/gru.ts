/** The layer `GRU`. */
import { defineLayer } from '../base/definition.ts';
import { gruCell } from './gruCell.ts';
import {
  limitParameters,
  regularizerParameters,
  renamedArguments,
  weightParameters,
} from './recurrentCell.ts';
import {
  makeCell,
  type RecurrentSettings,
  readSequence,
  recurrentDefinition,
  sequenceParameters,
} from './recurrentLayer.ts';

const cellArguments = [
  'units',
  'activation',
  'recurrent_activation',
  'reset_after',
  'use_bias',
  'kernel_initializer',
  'recurrent_initializer',
  'bias_initializer',
  'kernel_regularizer',
  'recurrent_regularizer',
  'bias_regularizer',
  'kernel_constraint',
  'recurrent_constraint',
  'bias_constraint',
  'dropout',
  'recurrent_dropout',
  'seed',
];

export const gru = defineLayer<RecurrentSettings>({
  ...recurrentDefinition,
  name: 'GRU',
  module: 'rnn.gru',
  parameters: `units, activation="tanh", recurrent_activation="sigmoid", use_bias=True, ${weightParameters}, ${regularizerParameters}, activity_regularizer=None, ${limitParameters}, seed=None, ${sequenceParameters}, reset_after=True, use_cudnn="auto", implementation=2, zero_output_for_mask=False`,
  renamed: renamedArguments,
  documentation: 'Gated recurrent unit: a recurrent layer with an update gate and a reset gate.',
  source: 'https://keras.io/api/layers/recurrent_layers/gru/',
  init(args, layer) {
    const cell = makeCell(args, layer, gruCell.name, 'gru_cell', cellArguments);
    layer.inputSpec = [{ ndim: 3 }];
    return readSequence(args, layer, cell);
  },
});
