/** The best weights that a callback holds back, so that a run that goes on from a checkpoint has them as well. */
import type { HostArray } from '../../../graph/engine.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { PyList, type Value } from '../../../python/values.ts';
import { NdArray } from '../../numpy/ndarray.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { KerasObject } from '../objects/kerasObject.ts';
import { arrayFromHost, hostArrayOf } from '../tensors/conversion.ts';
import { putWeights } from './monitoring.ts';

/** Settings of callbacks that hold weights. */
interface Holder {
  bestWeights: Value;
}

function holderOf(callback: Value): Holder | null {
  const settings = callback instanceof KerasObject ? (callback.settingsIfMade as unknown) : null;
  return typeof settings === 'object' && settings !== null && 'bestWeights' in settings
    ? (settings as Holder)
    : null;
}

/** What the callback holds; null where it holds nothing. */
export function weightsHeld(callback: Value): readonly HostArray[] | null {
  const held = holderOf(callback)?.bestWeights ?? null;
  if (!(held instanceof PyList)) return null;
  return held.items.flatMap(item => (item instanceof NdArray ? [hostArrayOf(item, 'float32')] : []));
}

/** Whether the callback keeps the best weights of a fit. */
export function keepsBest(callback: Value): boolean {
  const holder = holderOf(callback);
  return holder !== null && 'restore' in holder && holder.restore === true;
}

/** Sets the weights of the model to the best ones that a callback has seen. */
export function* restoreBest(
  py: Interpreter,
  model: ModelObject,
  callbacks: readonly Value[],
): Suspendable<void> {
  for (const callback of callbacks) {
    const best = holderOf(callback)?.bestWeights ?? null;
    if (best !== null) yield* putWeights(py, model, best);
  }
}

/** Gives weights back to a callback that holds some. */
export function holdWeights(callback: Value, weights: readonly HostArray[] | null): void {
  const holder = holderOf(callback);
  if (holder !== null && weights !== null)
    holder.bestWeights = new PyList(weights.map(array => arrayFromHost(array)));
}
