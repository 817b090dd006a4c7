/** The recurrent layers and their cells. */
import type { LayerDefinition } from '../base/definition.ts';
import { gru } from './gru.ts';
import { gruCell } from './gruCell.ts';
import { lstm } from './lstm.ts';
import { lstmCell } from './lstmCell.ts';
import { rnn } from './rnn.ts';
import { simpleRNN } from './simpleRNN.ts';
import { simpleRNNCell } from './simpleRNNCell.ts';
import { stackedRNNCells } from './stackedRNNCells.ts';

export const recurrentLayers: readonly LayerDefinition[] = [
  gru,
  gruCell,
  lstm,
  lstmCell,
  rnn,
  simpleRNN,
  simpleRNNCell,
  stackedRNNCells,
];
