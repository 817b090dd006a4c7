/** Reading the key of `array[key]`. */
import { IndexError, raise, TypeError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { turnWindow } from '../../python/turnNumbers.ts';
import { classOf } from '../../python/types.ts';
import {
  ELLIPSIS,
  NotKnown,
  PyFloat,
  PyList,
  PySlice,
  PyTuple,
  Unknown,
  type Value,
} from '../../python/values.ts';
import { toArray } from './conversion.ts';
import { kindOf } from './dtypes.ts';
import { concreteArray, NdArray } from './ndarray.ts';
import { NumpyFloat64, NumpyScalar, plainValue } from './scalars.ts';
import { allocate } from './storage.ts';

/** A number that analysis may not know. */
type MaybeNumber = number | null | 'unknown';

/** One entry of an index expression. */
export type IndexItem =
  | { readonly kind: 'integer'; readonly value: number | 'unknown' }
  | {
      readonly kind: 'slice';
      readonly start: MaybeNumber;
      readonly stop: MaybeNumber;
      readonly step: MaybeNumber;
      /** Under analysis: how long it is where it fits, though its ends are not known. */
      readonly window?: ReturnType<typeof turnWindow>;
    }
  | { readonly kind: 'newaxis' }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'array'; readonly array: NdArray }
  | { readonly kind: 'mask'; readonly array: NdArray };

function invalidIndex(): Error {
  return raise(
    IndexError,
    'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices',
  );
}

/** Reads `a[key]`'s key. */
export function parseIndex(key: Value, py: Interpreter): IndexItem[] {
  const parts = key instanceof PyTuple ? key.items : [key];
  return parts.map(part => parseItem(part, py));
}

function parseItem(part: Value, py: Interpreter): IndexItem {
  if (typeof part === 'number') return { kind: 'integer', value: part };
  if (part === null) return { kind: 'newaxis' };
  if (part === ELLIPSIS) return { kind: 'ellipsis' };
  if (part instanceof PySlice) {
    return {
      kind: 'slice',
      start: sliceEnd(part.start, py),
      stop: sliceEnd(part.stop, py),
      step: sliceEnd(part.step, py),
      window: turnWindow(part.start, part.stop),
    };
  }
  if (typeof part === 'boolean') return { kind: 'mask', array: toArray(part) };
  if (part instanceof NumpyScalar && part.dtype !== 'bool' && 'iu'.includes(kindOf(part.dtype))) {
    return { kind: 'integer', value: part.value === null ? 'unknown' : Number(plainValue(part)) };
  }
  if (part instanceof Unknown) {
    if (part.kind === 'int') return { kind: 'integer', value: 'unknown' };
    throw new NotKnown(part.reason);
  }
  if (part instanceof PyFloat || part instanceof NumpyFloat64 || typeof part === 'string')
    throw invalidIndex();
  if (part instanceof PyList && part.items.length === 0 && part.lost === null) {
    return { kind: 'array', array: concreteArray(allocate([0], 'int64')) };
  }
  const index = indexNumber(part, py);
  if (index !== null) return { kind: 'integer', value: index };
  const array = toArray(part, py);
  const kind = kindOf(array.dtype);
  if (kind === 'b') return { kind: 'mask', array };
  if (kind === 'i' || kind === 'u') {
    if (array.rank > 0) return { kind: 'array', array };
    return {
      kind: 'integer',
      value: array.data === null ? 'unknown' : Number(array.data.items[array.data.offset]),
    };
  }
  if (part instanceof NdArray || part instanceof PyList) {
    if (part instanceof PyList && (kind === 'U' || kind === 'O')) throw invalidIndex();
    throw raise(IndexError, 'arrays used as indices must be of integer (or boolean) type');
  }
  throw invalidIndex();
}

/** What `__index__` of an object other than an array gives, or null. */
function indexNumber(part: Value, py: Interpreter): number | null {
  if (typeof part !== 'object' || part === null || part instanceof NdArray || part instanceof PyList)
    return null;
  const method = classOf(part).lookup('__index__');
  if (method === undefined || method === null) return null;
  return Number(py.call(method, [part]));
}

function sliceEnd(value: Value, py: Interpreter): MaybeNumber {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Unknown) return 'unknown';
  if (value instanceof NumpyScalar && value.value === null) return 'unknown';
  if (value instanceof NdArray && value.rank === 0 && 'iu'.includes(kindOf(value.dtype))) {
    return value.data === null ? 'unknown' : Number(value.data.items[value.data.offset]);
  }
  const method = typeof value === 'object' ? classOf(value).lookup('__index__') : undefined;
  if (method === undefined || method === null || value instanceof PyFloat) {
    throw raise(TypeError, 'slice indices must be integers or None or have an __index__ method');
  }
  return Number(py.call(method, [value]));
}
