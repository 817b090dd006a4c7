/** The merging layers. */
import type { LayerDefinition } from '../base/definition.ts';
import { add } from './add.ts';
import { average } from './average.ts';
import { concatenate } from './concatenate.ts';
import { dot } from './dot.ts';
import { maximum } from './maximum.ts';
import { minimum } from './minimum.ts';
import { multiply } from './multiply.ts';
import { subtract } from './subtract.ts';

export const mergingLayers: readonly LayerDefinition[] = [
  add,
  average,
  concatenate,
  dot,
  maximum,
  minimum,
  multiply,
  subtract,
];
