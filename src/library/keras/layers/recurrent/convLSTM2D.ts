/** The layer `ConvLSTM2D` and its cell. */
import { convLSTM } from './convLSTM.ts';

const made = convLSTM(2);
export const convLSTM2D = made.layer;
export const convLSTM2DCell = made.cell;
