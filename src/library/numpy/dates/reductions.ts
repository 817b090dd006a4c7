/** Sums, extremes and truth of dates and durations along axes. */
import { raise, ValueError } from '../../../python/errors.ts';
import { NotKnown, type Value } from '../../../python/values.ts';
import { type DTypeName, typeString } from '../dtypes.ts';
import { abstractArray, concreteArray, type NdArray } from '../ndarray.ts';
import { countOf, reducedShape } from '../shapes.ts';
import { forEachPosition, fromItems } from '../storage.ts';
import { UFuncTypeError } from '../ufuncErrors.ts';
import { reshape } from '../views.ts';
import { timeType } from './elements.ts';
import { earlierOf, laterOf, NOT_A_TIME } from './units.ts';

function refused(name: string, dtype: DTypeName): Error {
  const text = typeString(dtype);
  return raise(
    UFuncTypeError,
    `ufunc '${name}' cannot use operands with types dtype('${text}') and dtype('${text}')`,
  );
}

/** Variances need squares, which times do not have. */
export function refuseSquares(dtype: DTypeName): never {
  throw refused(timeType(dtype).kind === 'M' ? 'add' : 'multiply', dtype);
}

/** One step of a reduction of counts. */
export function foldTimes(name: string, dtype: DTypeName): (a: bigint, b: bigint) => bigint {
  const keeping =
    (compute: (a: bigint, b: bigint) => bigint) =>
    (a: bigint, b: bigint): bigint =>
      a === NOT_A_TIME || b === NOT_A_TIME ? NOT_A_TIME : compute(a, b);
  const ignoring =
    (compute: (a: bigint, b: bigint) => bigint) =>
    (a: bigint, b: bigint): bigint =>
      a === NOT_A_TIME ? b : b === NOT_A_TIME ? a : compute(a, b);
  switch (name) {
    case 'maximum':
      return keeping(laterOf);
    case 'minimum':
      return keeping(earlierOf);
    case 'fmax':
      return ignoring(laterOf);
    case 'fmin':
      return ignoring(earlierOf);
    case 'add':
      if (timeType(dtype).kind === 'm') return keeping((a, b) => BigInt.asIntN(64, a + b));
      throw refused(name, dtype);
    case 'multiply':
      throw refused(name, dtype);
    default:
      throw new NotKnown(`${name}.reduce of times is not modelled`);
  }
}

/** A reduction over axes (all of them where null). */
export function reduceTimes(
  name: string,
  array: NdArray,
  axes: readonly number[] | null,
  keep: boolean,
): NdArray {
  const truth = name.startsWith('logical');
  const fold = truth ? null : foldTimes(name, array.dtype);
  const shape = reducedShape(array.shape, axes, keep);
  const result = truth ? 'bool' : array.dtype;
  const along = axes ?? array.shape.map((_, axis) => axis);
  const count = countOf(along.map(axis => array.shape[axis]));
  if (count === 0 && name !== 'add' && !truth && countOf(shape) !== 0)
    throw raise(ValueError, `zero-size array to reduction operation ${name} which has no identity`);
  if (array.data === null) return abstractArray(shape, result);
  const { data } = array;
  const kept = data.shape.map((_, axis) => axis).filter(axis => !along.includes(axis));
  const pick = (axes: readonly number[], offset: number) =>
    data.view(
      axes.map(axis => data.shape[axis]),
      axes.map(axis => data.strides[axis]),
      offset,
    );
  const counts: Value[] = [];
  const inner = pick(along, 0);
  forEachPosition(pick(kept, data.offset), start => {
    let folded: bigint | null = null;
    let all = true;
    let any = false;
    forEachPosition(inner, offset => {
      const value = data.items[start + offset] as bigint;
      if (value === 0n) all = false;
      else any = true;
      if (fold !== null) folded = folded === null ? value : fold(folded, value);
    });
    counts.push(truth ? Number(name === 'logical_and' ? all : any) : (folded ?? 0n));
  });
  const items = truth ? Uint8Array.from(counts as number[]) : BigInt64Array.from(counts as bigint[]);
  const plain = concreteArray(
    fromItems(
      items,
      kept.map(axis => data.shape[axis]),
      result,
    ),
  );
  return keep ? reshape(plain, shape as number[]) : plain;
}
