/** The layer whose weights meet a tensor first, in a model of which only its tensors are known. */
import type { Tensor } from '../graph/tensor.ts';
import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import type { KerasRecord } from '../library/keras/record.ts';
import { reachable } from './layers.ts';
import { layerOf } from './outputs.ts';
import { meeting, normalising } from './scales.ts';

/** Operations that leave the scale alone. */
const passing = new Set([
  'identity',
  'cast',
  'reshape',
  'transpose',
  'slice',
  'pad',
  'reverse',
  'maxPool',
  'averagePool',
]);

/** Null where something that may scale stands before it, or a normalization anywhere. */
export function firstReader(
  record: KerasRecord,
  input: Tensor,
  outputs: readonly Tensor[],
): LayerObject | null {
  const tensors = [...reachable(outputs)];
  const names = new Set(tensors.map(tensor => tensor.origin.layer));
  const isNormalised = [...record.layers].some(
    layer => names.has(layer.name) && normalising.has(layer.definition?.name ?? ''),
  );
  if (isNormalised) return null;
  let current = input;
  for (;;) {
    const readers = tensors.filter(tensor => tensor.inputs.includes(current));
    const [reader] = readers;
    if (reader === undefined || readers.length > 1) return null;
    if (reader.op === 'matmul' || reader.op === 'convolution') {
      const layer = layerOf(record, reader);
      return meeting.has(layer?.definition?.name ?? '') ? layer : null;
    }
    if (!passing.has(reader.op)) return null;
    current = reader;
  }
}
