/** The preprocessing and augmentation layers. */
import type { LayerDefinition } from '../base/definition.ts';
import { categoryEncoding } from './categoryEncoding.ts';
import { centerCrop } from './centerCrop.ts';
import { discretization } from './discretization.ts';
import { hashedCrossing } from './hashedCrossing.ts';
import { hashing } from './hashing.ts';
import { integerLookup } from './integerLookup.ts';
import { melSpectrogram } from './melSpectrogram.ts';
import { normalization } from './normalization.ts';
import { randomBrightness } from './randomBrightness.ts';
import { randomContrast } from './randomContrast.ts';
import { randomCrop } from './randomCrop.ts';
import { randomFlip } from './randomFlip.ts';
import { randomRotation } from './randomRotation.ts';
import { randomTranslation } from './randomTranslation.ts';
import { randomZoom } from './randomZoom.ts';
import { rescaling } from './rescaling.ts';
import { resizing } from './resizing.ts';
import { stringLookup } from './stringLookup.ts';
import { textVectorization } from './textVectorization.ts';

export const preprocessingLayers: readonly LayerDefinition[] = [
  categoryEncoding,
  centerCrop,
  discretization,
  hashedCrossing,
  hashing,
  integerLookup,
  melSpectrogram,
  normalization,
  randomBrightness,
  randomContrast,
  randomCrop,
  randomFlip,
  randomRotation,
  randomTranslation,
  randomZoom,
  rescaling,
  resizing,
  stringLookup,
  textVectorization,
];
