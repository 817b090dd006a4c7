/** Under analysis: which shuffles have put the elements of a data set into their order, and pairs that they took apart. */
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Span } from '../../../python/syntax.ts';
import type { Value } from '../../../python/values.ts';
import { NdArray } from '../../numpy/ndarray.ts';
import { drawApart } from '../../numpy/rowOrder.ts';
import { flatten } from '../tensors/graphNode.ts';
import type { DatasetObject } from './datasetObject.ts';

interface Shuffle {
  readonly at: Span | null;
  readonly seed: number | null;
}

/** How the elements of a data set came into their order. */
export interface ElementOrder {
  readonly shuffles: readonly Shuffle[];
  /** The call that shuffled one part of pairs alone; null where none did. */
  readonly apart: Span | null;
}

/** Elements in the order of the source's. */
export function inOrderOf(made: DatasetObject, source: DatasetObject): DatasetObject {
  made.order = source.order;
  return made;
}

/** What a function makes of each element: whether pairs stay pairs, only the function knows. */
export function mappedFrom(made: DatasetObject, { order }: DatasetObject): DatasetObject {
  made.order = order === null ? null : { ...order, apart: null };
  return made;
}

/** Slices of arrays, in the order of their rows. */
export function slicedFrom(made: DatasetObject, arrays: Value): DatasetObject {
  const [first, second, ...others] = flatten([arrays]);
  const isPair = first instanceof NdArray && second instanceof NdArray && others.length === 0;
  const [a, b] = isPair ? [first.memory.rows, second.memory.rows] : [null, null];
  made.order = { shuffles: [], apart: (drawApart(a, b) ?? drawApart(b, a))?.at ?? null };
  return made;
}

/** Elements that are drawn from a buffer; from one that holds a single element they come as they were. */
export function shuffledFrom(
  py: Interpreter,
  made: DatasetObject,
  source: DatasetObject,
  buffer: number,
  seed: number | null,
): DatasetObject {
  if (buffer <= 1 || source.order === null) return inOrderOf(made, source);
  const { shuffles, apart } = source.order;
  made.order = { shuffles: [...shuffles, { at: py.span, seed }], apart };
  return made;
}

/** Pairs of the elements of two data sets. */
export function pairedFrom(made: DatasetObject, sources: readonly DatasetObject[]): DatasetObject {
  const [first, second] = sources.map(source => source.order?.shuffles ?? null);
  if (sources.length !== 2 || first == null || second == null) return made;
  const apart = shuffleApart(first, second) ?? shuffleApart(second, first);
  made.order = { shuffles: first, apart: apart?.at ?? null };
  return made;
}

/** The first shuffle of one data set that the other one has not had, in whatever way. */
function shuffleApart(mine: readonly Shuffle[], other: readonly Shuffle[]): Shuffle | null {
  const index = mine.findIndex((shuffle, place) => shuffle !== other[place]);
  const own = mine[index];
  const theirs = other[index];
  if (own === undefined) return null;
  return theirs !== undefined && own.seed !== null && own.seed === theirs.seed ? null : own;
}
