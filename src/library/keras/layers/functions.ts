/** Functions of keras.layers: `Input`, and the merging layers as functions. */

import type { PyDict } from '../../../python/collections.ts';
import { type NativeFunction, native } from '../../../python/functions.ts';
import type { PyTuple } from '../../../python/values.ts';
import { Unknown } from '../../../python/values.ts';
import type { LayerObject } from './base/layerObject.ts';
import { inputTensorOf } from './core/inputLayer.ts';
import { mergeFunctions } from './merging/functions.ts';
import { layerClassNamed } from './registry.ts';

const input = native('Input(*args, **kwargs)', ([args, keywords], py) => {
  const positional = (args as PyTuple).items;
  const layer = py.call(layerClassNamed('InputLayer')!, positional, keywords as PyDict);
  if (layer instanceof Unknown) return layer;
  const made = layer as LayerObject;
  return made.unknown === null ? inputTensorOf(made) : new Unknown(made.unknown);
});

export const layerFunctions: ReadonlyMap<string, NativeFunction> = new Map(
  [input, ...mergeFunctions].map(made => [made.name, made]),
);
