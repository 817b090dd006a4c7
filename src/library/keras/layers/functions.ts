/** Functions of keras.layers: `Input`, and the merging layers as functions. */

import type { PyDict } from '../../../python/collections.ts';
import { type NativeFunction, native } from '../../../python/functions.ts';
import type { PyTuple } from '../../../python/values.ts';
import { Unknown } from '../../../python/values.ts';
import { callLayer } from './base/callLayer.ts';
import type { LayerObject } from './base/layerObject.ts';
import { inputTensorOf } from './core/inputLayer.ts';
import { layerClassNamed } from './registry.ts';

const input = native('Input(*args, **kwargs)', ([args, keywords], py) => {
  const positional = (args as PyTuple).items;
  const layer = py.call(layerClassNamed('InputLayer')!, positional, keywords as PyDict);
  if (layer instanceof Unknown) return layer;
  const made = layer as LayerObject;
  return made.unknown === null ? inputTensorOf(made) : new Unknown(made.unknown);
});

function merge(name: string, className: string): NativeFunction {
  return native(`${name}(inputs, **kwargs)`, ([inputs, keywords], py) => {
    const layer = py.call(layerClassNamed(className)!, [], keywords as PyDict);
    return layer instanceof Unknown ? layer : callLayer(py, layer as LayerObject, [inputs], null);
  });
}

export const layerFunctions: ReadonlyMap<string, NativeFunction> = new Map(
  [
    input,
    merge('add', 'Add'),
    merge('subtract', 'Subtract'),
    merge('multiply', 'Multiply'),
    merge('average', 'Average'),
    merge('maximum', 'Maximum'),
    merge('minimum', 'Minimum'),
    merge('concatenate', 'Concatenate'),
    merge('dot', 'Dot'),
  ].map(made => [made.name, made]),
);
