/** Dense layers that follow each other without a non-linearity, as tensors of a `call` of the script's own show it. */
import type { Tensor } from '../graph/tensor.ts';
import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import type { KerasRecord } from '../library/keras/record.ts';
import { activationName, endsLinear, reachable } from './layers.ts';

/** Layers that keep a linear map linear, batch normalization at the latest when the model predicts. */
export const passing: ReadonlySet<string> = new Set([
  'Dropout',
  'Identity',
  'ActivityRegularization',
  'InputLayer',
  'BatchNormalization',
  'Flatten',
  'Reshape',
]);

export interface LinearPair {
  readonly layer: LayerObject;
  readonly next: LayerObject;
}

export function isLinearDense(layer: LayerObject): boolean {
  return (
    layer.definition?.name === 'Dense' &&
    activationName(layer) === 'linear' &&
    layer.activityRegularizer === null
  );
}

/**
 * A layer narrower than both its neighbours limits the rank: it is there for a reason. Where the next one reads several
 * places of the layer at once, behind a Flatten, the layer shares its weights among as many.
 */
export function narrows(layer: LayerObject, next: LayerObject): boolean {
  const units = layer.lastCall?.outputs[0]?.at(-1) ?? null;
  const before = layer.lastCall?.inputs[0]?.at(-1) ?? null;
  const read = next.lastCall?.inputs[0]?.at(-1) ?? null;
  const after = next.lastCall?.outputs[0]?.at(-1) ?? null;
  if (units === null || before === null || read === null || after === null) return true;
  return units < Math.min(before, (after * read) / units);
}

/** Layers that a `call` strings together, in the last training step that was traced or in the first turn of a loop. */
export function* linearPairsInCalls(record: KerasRecord): Iterable<LinearPair> {
  for (const { model, outputs } of record.outputs)
    yield* pairsBehind(outputs, new Map(model.allLayers().map(layer => [layer.name, layer])));
  const named = new Map([...record.layers].map(layer => [layer.name, layer]));
  yield* pairsBehind(firstOfEachCall(record), named);
}

/** What losses and gradients are taken of, at their first call: what later turns compute depends on earlier gradients. */
function firstOfEachCall({ lossCalls, targets }: KerasRecord): Tensor[] {
  const calls = [
    ...lossCalls.map(({ span, output }) => ({ span, tensor: output })),
    ...targets.filter(target => target.span !== null),
  ];
  const places = new Map<number, Tensor>();
  for (const { span, tensor } of calls)
    if (!places.has(span!.start.offset)) places.set(span!.start.offset, tensor);
  return [...places.values()];
}

function* pairsBehind(
  outputs: readonly Tensor[],
  named: ReadonlyMap<string, LayerObject>,
): Iterable<LinearPair> {
  const tensors = [...reachable(outputs)];
  const readers = readersOf(tensors);
  const products = tensors.filter(tensor => tensor.op === 'matmul');
  const uses = (layer: LayerObject) => products.filter(item => item.origin.layer === layer.name).length;
  const found = new Map<LayerObject, LayerObject[]>();
  for (const product of products) {
    const next = named.get(product.origin.layer ?? '') ?? null;
    if (next?.definition?.name !== 'Dense') continue;
    const from = readFrom(product.inputs[0]!, next, readers, named);
    const layer = from === null ? null : (named.get(from.origin.layer ?? '') ?? null);
    if (from === null || layer === null || layer === next || layer.madeAt === null) continue;
    if (outputs.includes(from) || !isLinearDense(layer) || !endsLinear(from) || narrows(layer, next))
      continue;
    found.set(layer, [...(found.get(layer) ?? []), next]);
  }
  for (const [layer, nexts] of found) {
    // A layer that also feeds something else is there for that.
    if (nexts.every(next => next === nexts[0]) && nexts.length === uses(layer))
      yield { layer, next: nexts[0]! };
  }
}

/** Who reads a tensor: layers by their names, otherwise what is computed of it. */
type Readers = ReadonlyMap<Tensor, ReadonlySet<string | Tensor>>;

function readersOf(tensors: readonly Tensor[]): Readers {
  const readers = new Map<Tensor, Set<string | Tensor>>();
  for (const tensor of tensors) {
    for (const input of tensor.inputs) {
      const known = readers.get(input) ?? new Set();
      readers.set(input, known.add(tensor.origin.layer ?? tensor));
    }
  }
  return readers;
}

/** What a layer reads, before layers that keep it linear; null where something else reads it too. */
function readFrom(
  input: Tensor,
  layer: LayerObject,
  readers: Readers,
  named: ReadonlyMap<string, LayerObject>,
): Tensor | null {
  let current = input;
  let reader: string | Tensor = layer.name;
  for (;;) {
    const name: string = current.origin.layer ?? '';
    const isOwn = name === reader && current.inputs.length === 1;
    if (!isOwn) {
      const others = readers.get(current);
      if (others?.size !== 1 || !others.has(reader)) return null;
      const isPassing = passing.has(named.get(name)?.definition?.name ?? '');
      if (!isPassing && current.op !== 'identity') return current;
      reader = current.origin.layer ?? current;
    }
    const isSingle = isOwn || current.op === 'identity';
    const before: Tensor | null = isSingle ? current.inputs[0]! : givenTo(current, name);
    if (before === null) return null;
    current = before;
  }
}

/** The one tensor that a layer was given to make another; weights, numbers and noise are the layer's own. */
function givenTo(made: Tensor, layer: string): Tensor | null {
  const own = new Set([made]);
  const given = new Set<Tensor>();
  for (const tensor of own) {
    for (const input of tensor.inputs) {
      if (input.origin.layer === layer) own.add(input);
      else if (input.inputs.length > 0) given.add(input);
    }
  }
  return given.size === 1 ? [...given][0]! : null;
}
