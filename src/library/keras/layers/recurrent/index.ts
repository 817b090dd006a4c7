/** The recurrent layers and their cells. */
import type { LayerDefinition } from '../base/definition.ts';
import { bidirectional } from './bidirectional.ts';
import { convLSTM1D, convLSTM1DCell } from './convLSTM1D.ts';
import { convLSTM2D, convLSTM2DCell } from './convLSTM2D.ts';
import { convLSTM3D, convLSTM3DCell } from './convLSTM3D.ts';
import { gru } from './gru.ts';
import { gruCell } from './gruCell.ts';
import { lstm } from './lstm.ts';
import { lstmCell } from './lstmCell.ts';
import { rnn } from './rnn.ts';
import { simpleRNN } from './simpleRNN.ts';
import { simpleRNNCell } from './simpleRNNCell.ts';
import { stackedRNNCells } from './stackedRNNCells.ts';
import { timeDistributed } from './timeDistributed.ts';

export const recurrentLayers: readonly LayerDefinition[] = [
  rnn,
  simpleRNN,
  simpleRNNCell,
  lstm,
  lstmCell,
  gru,
  gruCell,
  stackedRNNCells,
  bidirectional,
  timeDistributed,
  convLSTM1D,
  convLSTM2D,
  convLSTM3D,
];

/** Cells that the ConvLSTM layers make for themselves; Keras exports no such class. */
export const convLSTMCells: readonly LayerDefinition[] = [convLSTM1DCell, convLSTM2DCell, convLSTM3DCell];
