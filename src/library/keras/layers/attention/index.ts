/** The attention layers. */
import type { LayerDefinition } from '../base/definition.ts';
import { additiveAttention } from './additiveAttention.ts';
import { attention } from './attention.ts';
import { groupedQueryAttention } from './groupedQueryAttention.ts';
import { multiHeadAttention } from './multiHeadAttention.ts';

export const attentionLayers: readonly LayerDefinition[] = [
  additiveAttention,
  attention,
  groupedQueryAttention,
  multiHeadAttention,
];
