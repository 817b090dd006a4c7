/** The layer `ConvLSTM3D` and its cell. */
import { convLSTM } from './convLSTM.ts';

const made = convLSTM(3);
export const convLSTM3D = made.layer;
export const convLSTM3DCell = made.cell;
