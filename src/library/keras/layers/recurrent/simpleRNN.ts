/** The layer `SimpleRNN`. */
import { defineLayer } from '../base/definition.ts';
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
import { simpleRNNCell } from './simpleRNNCell.ts';

const cellArguments = [
  'units',
  'activation',
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

export const simpleRNN = defineLayer<RecurrentSettings>({
  ...recurrentDefinition,
  name: 'SimpleRNN',
  module: 'rnn.simple_rnn',
  parameters: `units, activation="tanh", use_bias=True, ${weightParameters}, ${regularizerParameters}, activity_regularizer=None, ${limitParameters}, ${sequenceParameters}, seed=None, zero_output_for_mask=False`,
  renamed: renamedArguments,
  documentation:
    'A recurrent layer whose state is its last output: (batch, steps, features) to (batch, units).',
  source: 'https://keras.io/api/layers/recurrent_layers/simple_rnn/',
  init(args, layer) {
    const cell = makeCell(args, layer, simpleRNNCell.name, 'simple_rnn_cell', cellArguments);
    layer.inputSpec = [{ ndim: 3 }];
    return readSequence(args, layer, cell);
  },
});
