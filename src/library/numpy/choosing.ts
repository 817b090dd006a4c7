/** Choosing elements by conditions: the heart of `where`, `select`, `clip` and masked ufuncs. */
import { asType } from './casting.ts';
import { elementFacts, joinFacts } from './facts.ts';
import { broadcastStrides, forEachRun } from './iteration.ts';
import { copyContents, widenFor } from './joining.ts';
import { meantChoice } from './meantNumbers.ts';
import { abstractArray, concreteArray, type NdArray } from './ndarray.ts';
import { resultType } from './promotion.ts';
import { broadcastShapes } from './shapes.ts';
import { allocate, isWideItems, type NumberItems } from './storage.ts';
import { broadcastTo } from './views.ts';

/** `np.where(mask, chosen, other)`: three arrays that broadcast together. The mask must be boolean. */
export function choose(mask: NdArray, chosen: NdArray, other: NdArray): NdArray {
  const type = resultType([chosen, other]);
  const shape = broadcastShapes([mask.shape, chosen.shape, other.shape]);
  if ([mask, chosen, other].some(array => array.data === null)) {
    const known =
      mask.facts.constant === 1
        ? elementFacts(chosen.facts)
        : mask.facts.constant === 0
          ? elementFacts(other.facts)
          : {
              ...joinFacts(elementFacts(chosen.facts), elementFacts(other.facts)),
              meant: meantChoice(chosen.facts, other.facts),
            };
    return abstractArray(shape, type, known);
  }
  const target = allocate(shape as number[], type);
  const first = asType(chosen, type).data!;
  const second = asType(other, type).data!;
  widenFor(first, target);
  copyContents(broadcastTo(concreteArray(second), shape).data!, target);
  const test = mask.data!;
  const to = target.items as NumberItems;
  const from = first.items as NumberItems;
  const truth = test.items as NumberItems;
  const wide = isWideItems(target.items);
  forEachRun(
    target.shape,
    [target.strides, broadcastStrides(first, target.shape), broadcastStrides(test, target.shape)],
    [0, first.offset, test.offset],
    ([at, source, flag], length, [step, sourceStep, flagStep]) => {
      for (let i = 0; i < length; i++, at += step, source += sourceStep, flag += flagStep) {
        if (truth[flag] === 0) continue;
        if (wide) (target.items as BigInt64Array)[at] = BigInt(first.items[source] as number);
        else to[at] = from[source];
      }
    },
  );
  return concreteArray(target);
}
