import type { Value } from '../../python/values.ts';
import { shapeArgument } from './arguments.ts';
import { asType, elementOf, filledData } from './casting.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { orderedType, typeArgument } from './dtypeObjects.ts';
import { type DTypeName, kindOf, type OrderedType } from './dtypes.ts';
import { type Facts, facts, noFacts } from './facts.ts';
import { abstractArray, concreteArray, inOrder, type NdArray, type Shape } from './ndarray.ts';
import { allocate } from './storage.ts';
import { isStruct, structTypeOf } from './structs/types.ts';
import { broadcastTo, copyArray } from './views.ts';

/** The facts of an array of one value. */
function constantFacts(value: Value, dtype: DTypeName): Facts {
  if (!'biuf'.includes(kindOf(dtype))) return noFacts;
  const number = Number(elementOf(value, dtype));
  return facts({ constant: number, finite: Number.isFinite(number) });
}

/** The shape and type of a new array: elements that are arrays themselves add their axes. */
function laidOut(shape: Shape, type: OrderedType): { shape: Shape; dtype: DTypeName; bigEndian: boolean } {
  const subarray = structTypeOf(type.dtype)?.subarray ?? null;
  return subarray === null ? { ...type, shape } : laidOut([...shape, ...subarray.shape], subarray);
}

/** New text without a length has room for one character. */
const widened = (dtype: DTypeName): DTypeName => (dtype === '<U0' ? '<U1' : dtype === '|S0' ? '|S1' : dtype);

/** Zeros of text are empty. */
export function emptyForText(value: number, dtype: DTypeName): Value {
  return value === 0 && 'US'.includes(kindOf(dtype)) ? '' : value;
}

/** An array full of one value; abstract where a length is unknown. */
export function full(shape: Shape, dtype: DTypeName, value: Value): NdArray {
  if (shape.includes(null)) return abstractArray(shape, dtype, constantFacts(value, dtype));
  // Zeros of a structure are each field's own.
  if (value === 0 && isStruct(dtype)) return concreteArray(allocate(shape as number[], dtype));
  return concreteArray(filledData(shape as number[], dtype, value));
}

export function filler(name: 'zeros' | 'ones' | 'empty', value: number) {
  return define(
    `${name}(shape, dtype=float, order='C', *, like=None)`,
    `A new array of a shape, ${name === 'empty' ? 'contents left as they are (zeros here)' : `filled with ${name}`}.`,
    ([lengths, type], py) => {
      const { shape, dtype, bigEndian } = laidOut(shapeArgument(lengths, py), orderedType(type, py));
      return inOrder(full(shape, widened(dtype), emptyForText(value, dtype)), bigEndian);
    },
    ([lengths, type], py) => {
      const { shape, dtype, bigEndian } = laidOut(shapeArgument(lengths, py), orderedType(type, py));
      const known = name === 'empty' ? noFacts : constantFacts(value, dtype);
      return inOrder(abstractArray(shape, widened(dtype), known), bigEndian);
    },
  );
}

export function fillerLike(name: 'zeros' | 'ones' | 'empty', value: number) {
  return define(
    `${name}_like(a, dtype=None, order='K', subok=True, shape=None)`,
    `A new array of another's shape and type, ${name === 'empty' ? 'contents left as they are (zeros here)' : `filled with ${name}`}.`,
    ([a, dtype, , , shape], py) => {
      const model = toArray(a, py);
      const { dtype: type, bigEndian } = typeArgument(dtype, py) ?? model.type;
      const wanted = shape === null ? model.shape : shapeArgument(shape, py);
      return inOrder(full(wanted, type, emptyForText(value, type)), bigEndian);
    },
    ([a, dtype, , , shape], py) => {
      const model = toArray(a, py);
      const { dtype: type, bigEndian } = typeArgument(dtype, py) ?? model.type;
      const known = name === 'empty' ? noFacts : constantFacts(value, type);
      const wanted = shape === null ? model.shape : shapeArgument(shape, py);
      return inOrder(abstractArray(wanted, type, known), bigEndian);
    },
  );
}

export const fullFunction = define(
  "full(shape, fill_value, dtype=None, order='C', *, like=None)",
  'A new array filled with a value.',
  ([shape, value, dtype], py) => {
    const source = toArray(value, py);
    const { dtype: type, bigEndian } = typeArgument(dtype, py) ?? source.type;
    const wanted = shapeArgument(shape, py);
    if (source.rank === 0 && source.data !== null) {
      const isNone = source.data.items[source.data.offset] === null;
      return inOrder(full(wanted, type, isNone ? null : arrayOrScalar(source)), bigEndian);
    }
    return inOrder(copyArray(broadcastTo(asType(source, type), wanted)), bigEndian);
  },
  ([shape, value, dtype], py) => {
    const source = toArray(value, py);
    const { dtype: type, bigEndian } = typeArgument(dtype, py) ?? source.type;
    const known =
      source.rank === 0 && source.dtype === type ? { ...source.facts, occurrence: null } : noFacts;
    return inOrder(abstractArray(shapeArgument(shape, py), type, known), bigEndian);
  },
);

export const fullLike = define(
  "full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None)",
  "A new array of another's shape and type filled with a value.",
  ([a, value, dtype, , , shape], py) => {
    const model = toArray(a, py);
    const wanted = shape === null ? model.shape : shapeArgument(shape, py);
    const { dtype: type, bigEndian } = typeArgument(dtype, py) ?? model.type;
    return inOrder(copyArray(broadcastTo(asType(toArray(value, py), type), wanted)), bigEndian);
  },
  ([a, value, dtype, , , shape], py) => {
    const model = toArray(a, py);
    const { dtype: type, bigEndian } = typeArgument(dtype, py) ?? model.type;
    const source = asType(toArray(value, py), type);
    const known = source.rank === 0 ? { ...source.facts, occurrence: null } : noFacts;
    const wanted = shape === null ? model.shape : shapeArgument(shape, py);
    return inOrder(abstractArray(wanted, source.dtype, known), bigEndian);
  },
);
