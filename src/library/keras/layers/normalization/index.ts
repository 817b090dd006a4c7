/** The normalization layers. */
import type { LayerDefinition } from '../base/definition.ts';
import { batchNormalization } from './batchNormalization.ts';
import { groupNormalization } from './groupNormalization.ts';
import { layerNormalization } from './layerNormalization.ts';
import { spectralNormalization } from './spectralNormalization.ts';
import { unitNormalization } from './unitNormalization.ts';

export const normalizationLayers: readonly LayerDefinition[] = [
  batchNormalization,
  groupNormalization,
  layerNormalization,
  spectralNormalization,
  unitNormalization,
];
