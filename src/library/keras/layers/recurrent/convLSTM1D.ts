/** The layer `ConvLSTM1D` and its cell. */
import { convLSTM } from './convLSTM.ts';

const made = convLSTM(1);
export const convLSTM1D = made.layer;
export const convLSTM1DCell = made.cell;
