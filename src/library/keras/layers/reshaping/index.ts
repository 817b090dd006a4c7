/** The layers that reshape, pad, crop and enlarge, besides those listed in layers/index.ts. */
import type { LayerDefinition } from '../base/definition.ts';
import { cropping1D } from './cropping1D.ts';
import { cropping2D } from './cropping2D.ts';
import { cropping3D } from './cropping3D.ts';
import { upSampling1D } from './upSampling1D.ts';
import { upSampling2D } from './upSampling2D.ts';
import { upSampling3D } from './upSampling3D.ts';
import { zeroPadding1D } from './zeroPadding1D.ts';
import { zeroPadding2D } from './zeroPadding2D.ts';
import { zeroPadding3D } from './zeroPadding3D.ts';

export const reshapingLayers: readonly LayerDefinition[] = [
  cropping1D,
  cropping2D,
  cropping3D,
  upSampling1D,
  upSampling2D,
  upSampling3D,
  zeroPadding1D,
  zeroPadding2D,
  zeroPadding3D,
];
