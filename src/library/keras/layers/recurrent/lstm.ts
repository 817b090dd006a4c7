/** The layer `LSTM`. */
import { defineLayer } from '../base/definition.ts';
import { lstmCell } from './lstmCell.ts';
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
  'unit_forget_bias',
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

export const lstm = defineLayer<RecurrentSettings>({
  ...recurrentDefinition,
  name: 'LSTM',
  module: 'rnn.lstm',
  parameters: `units, activation="tanh", recurrent_activation="sigmoid", use_bias=True, ${weightParameters}, unit_forget_bias=True, ${regularizerParameters}, activity_regularizer=None, ${limitParameters}, seed=None, ${sequenceParameters}, use_cudnn="auto", implementation=2, zero_output_for_mask=False`,
  renamed: renamedArguments,
  documentation:
    'Long short-term memory: a recurrent layer with gates around a second state that keeps what matters.',
  source: 'https://keras.io/api/layers/recurrent_layers/lstm/',
  init(args, layer) {
    const cell = makeCell(args, layer, lstmCell.name, 'lstm_cell', cellArguments);
    layer.inputSpec = [{ ndim: 3 }];
    return readSequence(args, layer, cell);
  },
});
