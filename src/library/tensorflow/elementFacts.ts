/** What is known of the numbers in a data set's elements: the facts of all of them together, through its steps. */
import type { Dim } from '../../graph/shapes.ts';
import type { Value } from '../../python/values.ts';
import { flatten, mapStructure } from '../keras/tensors/graphNode.ts';
import { factsOfTensor, nothingKnown, type PartFacts } from '../keras/tensors/tensorFacts.ts';
import { TensorObject } from '../keras/tensors/tensorObject.ts';
import { type Facts, joinFacts, noFacts, partFacts } from '../numpy/facts.ts';
import { NdArray } from '../numpy/ndarray.ts';

export function factsOfPart(leaf: Value): PartFacts {
  if (leaf instanceof TensorObject) return factsOfTensor(leaf.tensor);
  return leaf instanceof NdArray ? { facts: leaf.facts, madeAt: leaf.madeAt } : nothingKnown;
}

/** An element of the data set that keeps some of the elements; null where their number is not known. */
export function someOf(element: Value | null, elements: number | null): Value | null {
  if (element === null) return null;
  return mapStructure(element, leaf => {
    if (!(leaf instanceof NdArray) || leaf.data !== null) return leaf;
    const numbers = leaf.shape.reduce<Dim>(
      (size, dim) => (size === null || dim === null ? null : size * dim),
      1,
    );
    const kept = numbers === null || elements === null || elements === Infinity ? null : numbers * elements;
    return withFacts(leaf, partFacts(leaf.facts, kept, false));
  });
}

/** An element of two data sets, one behind the other. */
export function eitherOf(first: Value | null, second: Value | null): Value | null {
  if (first === null) return null;
  const others = second === null ? [] : flatten([second]);
  let place = 0;
  return mapStructure(first, leaf => {
    const other = others[place++];
    if (!(leaf instanceof NdArray) || leaf.data !== null) return leaf;
    return withFacts(leaf, other instanceof NdArray ? joinFacts(leaf.facts, other.facts) : noFacts);
  });
}

function withFacts(leaf: NdArray, known: Facts): NdArray {
  const copy = new NdArray(leaf.shape, leaf.dtype, leaf.memory, null, known);
  copy.madeAt = leaf.madeAt;
  return copy;
}
