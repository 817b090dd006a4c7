/** The pooling layers. */
import type { LayerDefinition } from '../base/definition.ts';
import { averagePooling1D } from './averagePooling1D.ts';
import { averagePooling2D } from './averagePooling2D.ts';
import { averagePooling3D } from './averagePooling3D.ts';
import { globalAveragePooling1D } from './globalAveragePooling1D.ts';
import { globalAveragePooling2D } from './globalAveragePooling2D.ts';
import { globalAveragePooling3D } from './globalAveragePooling3D.ts';
import { globalMaxPooling1D } from './globalMaxPooling1D.ts';
import { globalMaxPooling2D } from './globalMaxPooling2D.ts';
import { globalMaxPooling3D } from './globalMaxPooling3D.ts';
import { maxPooling1D } from './maxPooling1D.ts';
import { maxPooling2D } from './maxPooling2D.ts';
import { maxPooling3D } from './maxPooling3D.ts';

export const poolingLayers: readonly LayerDefinition[] = [
  averagePooling1D,
  averagePooling2D,
  averagePooling3D,
  globalAveragePooling1D,
  globalAveragePooling2D,
  globalAveragePooling3D,
  globalMaxPooling1D,
  globalMaxPooling2D,
  globalMaxPooling3D,
  maxPooling1D,
  maxPooling2D,
  maxPooling3D,
];
