/** Which layer made a tensor. */
import type { Tensor } from '../../../graph/tensor.ts';
import { isOfVariable } from '../tensors/variableObject.ts';
import type { LayerObject } from './base/layerObject.ts';

/** Operations that pass every value on. */
export function throughReshapes(tensor: Tensor): Tensor {
  let current = tensor;
  while (
    (current.op === 'identity' || current.op === 'cast' || current.op === 'reshape') &&
    !isOfVariable(current)
  )
    current = current.inputs[0]!;
  return current;
}

/** The layer that a tensor comes from; null where an operation made it, and where several layers have its name. */
export function layerBehind(layers: Iterable<LayerObject>, tensor: Tensor): LayerObject | null {
  const name = throughReshapes(tensor).origin.layer;
  if (name === undefined) return null;
  let found: LayerObject | null = null;
  for (const layer of layers) {
    if (layer.name !== name) continue;
    if (found !== null) return null;
    found = layer;
  }
  return found;
}
