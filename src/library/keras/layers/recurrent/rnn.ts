/** The layer `RNN`. */
import { defineLayer } from '../base/definition.ts';
import { stackOf } from './cellRunner.ts';
import {
  type RecurrentSettings,
  readSequence,
  recurrentDefinition,
  sequenceParameters,
} from './recurrentLayer.ts';

export const rnn = defineLayer<RecurrentSettings>({
  ...recurrentDefinition,
  name: 'RNN',
  module: 'rnn.rnn',
  parameters: `cell, ${sequenceParameters}, zero_output_for_mask=False`,
  documentation: 'Runs any cell over the steps of a sequence.',
  source: 'https://keras.io/api/layers/recurrent_layers/rnn/',
  init: (args, layer, py) => readSequence(args, layer, stackOf(py, args.value('cell'))),
});
