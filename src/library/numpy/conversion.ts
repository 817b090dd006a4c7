/** Python values to arrays, and scalars out of them: what `np.array`, `np.asarray` and every array argument do. */
import { PyDict, PySet } from '../../python/collections.ts';
import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { classOf } from '../../python/types.ts';
import {
  NotKnown,
  PyBytes,
  PyComplex,
  PyFloat,
  PyList,
  PyRange,
  PyTuple,
  UncountedItems,
  Unknown,
  type Value,
} from '../../python/values.ts';
import { holdsArrays } from './arrayElements.ts';
import { asType, elementOf, itemsOf } from './casting.ts';
import { refuseFloat } from './dates/elements.ts';
import { isTime } from './dates/units.ts';
import { type DTypeName, kindOf, type OrderedType, promoteTypes } from './dtypes.ts';
import { elementFacts, type Facts, facts, joinFacts, noFacts } from './facts.ts';
import { MOST_MEANT } from './meantNumbers.ts';
import { abstractArray, concreteArray, inOrder, NdArray, type Shape, viewOf } from './ndarray.ts';
import { plainElement } from './plainElements.ts';
import {
  factsOfScalar,
  isNumpyScalar,
  makeScalar,
  NumpyFloat64,
  NumpyScalar,
  unknownScalar,
} from './scalars.ts';
import { shapeText } from './shapes.ts';
import { type ArrayData, forEachPosition, fromItems } from './storage.ts';
import { isStruct } from './structs/types.ts';
import { StructScalar, structArray } from './structs/values.ts';
import { copyArray } from './views.ts';

/** Types of the unknown values of which analysis knows that much. */
const kindTypes: Record<string, DTypeName> = {
  int: 'int64',
  float: 'float64',
  bool: 'bool',
  complex: 'complex128',
};

/** The element type a single Python value has by itself, or null for sequences. */
export function dtypeOfValue(value: Value): DTypeName {
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'number':
      return 'int64';
    case 'bigint':
      if (value >= -(2n ** 63n) && value < 2n ** 63n) return 'int64';
      return value > 0n && value < 2n ** 64n ? 'uint64' : 'object';
    case 'string':
      return `<U${[...value].length}`;
    default:
      break;
  }
  if (value instanceof NumpyFloat64) return 'float64';
  if (value instanceof NumpyScalar) return value.dtype;
  if (value instanceof PyFloat) return 'float64';
  if (value instanceof PyComplex) return 'complex128';
  if (value instanceof PyBytes) return `|S${value.data.length}`;
  if (value instanceof StructScalar) return value.array.dtype;
  if (value instanceof Unknown) {
    const known = value.kind === null ? undefined : kindTypes[value.kind];
    if (known === undefined) throw new NotKnown(value.reason);
    return known;
  }
  return 'object';
}

interface Leaves {
  readonly values: Value[];
  readonly shape: Shape;
}

function sequenceItems(value: Value): readonly Value[] | null {
  if (value instanceof PyList) {
    if (value.lost) throw new NotKnown(value.lost.reason);
    return value.items;
  }
  if (value instanceof PyTuple) return value.items;
  if (value instanceof PyRange)
    return Array.from({ length: value.length }, (_, i) => value.start + i * value.step);
  return null;
}

/** Any Python value as an array: arrays themselves, numbers, nested sequences, objects with `__array__`. */
export function toArray(
  value: Value,
  py: Interpreter | null = null,
  dtype: DTypeName | null = null,
): NdArray {
  if (dtype !== null && isStruct(dtype)) return structArray(value, dtype, py);
  const array = plainArray(value, py, dtype);
  if (dtype === null) return array;
  if (isTime(dtype) && !(value instanceof NdArray) && array.size !== 0) refuseFloat(array.dtype, dtype);
  return asType(array, dtype);
}

/** Any Python value as an array of a type; the array itself where it has that type already. */
export function converted(value: Value, { dtype, bigEndian }: OrderedType, py: Interpreter | null): NdArray {
  const array = toArray(value, py, dtype);
  if (array.bigEndian === bigEndian || isStruct(dtype)) return array;
  const isNew = value instanceof PyList || value instanceof PyTuple;
  return inOrder(isNew ? array : copyArray(array), bigEndian);
}

function plainArray(value: Value, py: Interpreter | null, dtype: DTypeName | null): NdArray {
  if (value instanceof NdArray) return value;
  if (value instanceof StructScalar) return value.array;
  if (value instanceof Unknown || value instanceof NumpyScalar) {
    if (value instanceof Unknown || value.value === null) {
      const known = value instanceof Unknown ? noFacts : value.facts;
      return abstractArray([], dtypeOfValue(value), known);
    }
  }
  if (value instanceof PyList && value.lost instanceof UncountedItems) return stackOf(value.lost);
  const items = sequenceItems(value);
  if (items !== null) return fromSequence(items, py, dtype);
  const own =
    py === null || typeof value !== 'object' || value === null
      ? undefined
      : classOf(value).lookup('__array__');
  if (own !== undefined && own !== null && py !== null && !isNumpyScalar(value)) {
    const made = py.call(own, [value]);
    if (made instanceof Unknown) throw new NotKnown(made.reason);
    if (made instanceof NdArray) return made;
  }
  const sequence = py === null ? null : otherSequence(value, py);
  if (sequence !== null) return fromSequence(sequence, py, dtype);
  return concreteArray(scalarData(value, dtype));
}

/** The array of a list of which only the number of items is not known: arrays of one shape, or numbers. */
function stackOf({ reason, each }: UncountedItems): NdArray {
  if (each instanceof PyList || each instanceof PyTuple) throw new NotKnown(reason);
  const [shape, type] = each instanceof NdArray ? [each.shape, each.dtype] : [[], dtypeOfValue(each)];
  // Where items have different lengths, it is the version of NumPy that says what becomes of them.
  if (shape.includes(null) || !'biufc'.includes(kindOf(type))) throw new NotKnown(reason);
  const known = facts({ integers: 'biu'.includes(kindOf(type)), meant: meantBy([each]) });
  return abstractArray([null, ...shape], type, known);
}

function otherSequence(value: Value, py: Interpreter): Value[] | null {
  if (typeof value !== 'object' || value === null) return null;
  if (value instanceof PyDict || value instanceof PySet || value instanceof PyBytes || isNumpyScalar(value))
    return null;
  const cls = classOf(value);
  if (cls.lookup('__len__') === undefined || cls.lookup('__getitem__') === undefined) return null;
  return py.collect(value);
}

function scalarData(value: Value, dtype: DTypeName | null): ArrayData {
  const type = dtype !== null && kindOf(dtype) === 'O' ? dtype : dtypeOfValue(value);
  return fromItems(itemsOf([elementOf(value, type)], type), [], type);
}

function fromSequence(items: readonly Value[], py: Interpreter | null, dtype: DTypeName | null): NdArray {
  const quick = numbersOnly(items);
  if (quick !== null) return concreteArray(quick);
  const leaves: Leaves = { values: [], shape: [] };
  const shape = discoverShape(items, py, dtype === 'object');
  const arrays: NdArray[] = [];
  collectLeaves(items, shape.length - 1, leaves.values, py, arrays);
  const types = leaves.values.map(leaf => (leaf instanceof NdArray ? leaf.dtype : dtypeOfValue(leaf)));
  // Whole numbers are written as those of the wanted type, so that none passes through a float.
  const direct = dtype !== null && 'iu'.includes(kindOf(dtype)) && leaves.values.every(isPlainInteger);
  const type = dtype === 'object' || direct ? dtype! : commonType(types);
  if (type === 'object' && holdsArrays(leaves.values, shape))
    return concreteArray(fromItems(itemsOf(leaves.values, type), shape as number[], type));
  if (leaves.values.some(leaf => !isKnown(leaf))) return abstractStack(leaves.values, shape, type);
  const values: Value[] = [];
  for (const leaf of leaves.values) {
    if (!(leaf instanceof NdArray)) {
      values.push(elementOf(leaf, type));
      continue;
    }
    const data = leaf.data!;
    forEachPosition(data, position => {
      const raw = data.items[position];
      values.push(raw !== null && data.dtype === type ? raw : elementOf(makeScalar(data.dtype, raw), type));
    });
  }
  return concreteArray(fromItems(itemsOf(values, type), shape as number[], type));
}

const isPlainInteger = (value: Value): boolean => typeof value === 'number' || typeof value === 'bigint';

/** The common type of the leaves; nothing at all gives float64. */
function commonType(types: readonly DTypeName[]): DTypeName {
  if (types.length === 0) return 'float64';
  let common = types[0];
  for (let i = 1; i < types.length; i++) if (types[i] !== common) common = promoteTypes(common, types[i]);
  return common;
}

function isKnown(leaf: Value): boolean {
  if (leaf instanceof NdArray) return leaf.data !== null;
  return !(leaf instanceof Unknown) && !(leaf instanceof NumpyScalar && leaf.value === null);
}

function abstractStack(leaves: readonly Value[], shape: Shape, type: DTypeName): NdArray {
  let known: Facts | null = null;
  for (const leaf of leaves) {
    const own: Facts =
      leaf instanceof NdArray
        ? leaf.facts
        : isNumpyScalar(leaf)
          ? factsOfScalar(leaf)
          : leaf instanceof Unknown
            ? noFacts
            : toArray(leaf).facts;
    const usable = leaf instanceof NdArray && leaf.rank > 0 ? own : elementFacts(own);
    known = known === null ? usable : joinFacts(known, usable);
  }
  return abstractArray(shape, type, { ...(known ?? noFacts), meant: meantBy(leaves) });
}

/** What plain numbers are or may be, each of which stands in the script. */
function meantBy(leaves: readonly Value[]): readonly number[] | null {
  const numbers = new Set<number>();
  for (const leaf of leaves) {
    const may = leaf instanceof Unknown ? leaf.candidates : [leaf];
    if (may.length === 0 || !may.every(each => typeof each === 'number')) return null;
    for (const each of may) numbers.add(each);
  }
  return numbers.size > 1 && numbers.size <= MOST_MEANT ? [...numbers].sort((a, b) => a - b) : null;
}

/** The quick way for flat lists of Python numbers of one kind. */
function numbersOnly(items: readonly Value[]): ArrayData | null {
  if (items.length === 0) return fromItems(new Float64Array(0), [0], 'float64');
  const [first] = items;
  if (typeof first === 'number') {
    const target = new Float64Array(items.length);
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (typeof item !== 'number') return null;
      target[i] = item;
    }
    return fromItems(target, [items.length], 'int64');
  }
  if (first instanceof PyFloat) {
    const target = new Float64Array(items.length);
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (!(item instanceof PyFloat)) return null;
      target[i] = item.value;
    }
    return fromItems(target, [items.length], 'float64');
  }
  return null;
}

/** The shape of nested sequences; raises NumPy's error for ragged ones. */
function discoverShape(items: readonly Value[], py: Interpreter | null, objects: boolean): Shape {
  let shape: (number | null)[] | null = null;
  for (const item of items) {
    const own = shapeOfItem(item, py, objects);
    if (shape === null) shape = [...own];
    else {
      const rank: number = Math.min(shape.length, own.length);
      let agreed = 0;
      while (
        agreed < rank &&
        (shape[agreed] === own[agreed] || shape[agreed] === null || own[agreed] === null)
      ) {
        shape[agreed] ??= own[agreed];
        agreed++;
      }
      if (agreed < Math.max(shape.length, own.length)) {
        if (objects) shape = shape.slice(0, agreed);
        else throw ragged([items.length, ...shape.slice(0, agreed)]);
      }
    }
  }
  return [items.length, ...(shape ?? [])];
}

function ragged(shape: Shape): Error {
  return raise(
    ValueError,
    'setting an array element with a sequence. The requested array has an inhomogeneous shape after ' +
      `${shape.length} dimensions. The detected shape was ${shapeText(shape)} + inhomogeneous part.`,
  );
}

function shapeOfItem(item: Value, py: Interpreter | null, objects: boolean): Shape {
  if (item instanceof NdArray) return item.shape;
  if (item instanceof Unknown) {
    if (item.kind !== null && kindTypes[item.kind] !== undefined) return [];
    throw new NotKnown(item.reason);
  }
  const inner = sequenceItems(item);
  if (inner !== null) return discoverShape(inner, py, objects);
  if (typeof item === 'object' && item !== null && py !== null) {
    if (isNumpyScalar(item)) return [];
    if (item instanceof StructScalar) return [];
    const cls = classOf(item);
    if (cls.lookup('__array__') !== undefined) return toArray(item, py).shape;
    const sequence = otherSequence(item, py);
    if (sequence !== null) return discoverShape(sequence, py, objects);
  }
  return [];
}

function collectLeaves(
  items: readonly Value[],
  depth: number,
  into: Value[],
  py: Interpreter | null,
  arrays: NdArray[],
): void {
  for (const item of items) {
    if (depth === 0) {
      const leaf = py === null ? item : scalarOfOther(item, py);
      into.push(leaf instanceof NdArray && leaf.rank === 0 && leaf.data !== null ? elementAt(leaf) : leaf);
      continue;
    }
    if (item instanceof NdArray) {
      into.push(item);
      continue;
    }
    const inner = sequenceItems(item) ?? (py === null ? null : arrayOrSequence(item, py));
    if (inner === null) into.push(item);
    else if (inner instanceof NdArray) into.push(inner);
    else collectLeaves(inner, depth - 1, into, py, arrays);
  }
}

/** A tensor without axes is the number that it holds. */
function scalarOfOther(item: Value, py: Interpreter): Value {
  if (typeof item !== 'object' || item === null || item instanceof NdArray || isNumpyScalar(item))
    return item;
  if (item instanceof PyFloat || item instanceof Unknown || item instanceof StructScalar) return item;
  if (classOf(item).lookup('__array__') === undefined) return item;
  const array = toArray(item, py);
  return array.rank === 0 ? array : item;
}

function arrayOrSequence(item: Value, py: Interpreter): NdArray | Value[] | null {
  if (typeof item !== 'object' || item === null) return null;
  if (classOf(item).lookup('__array__') !== undefined) return toArray(item, py);
  return otherSequence(item, py);
}

/** The scalar in a 0-d (or one-element) array. */
export function elementAt(array: NdArray, position = array.data!.offset): Value {
  if (isStruct(array.dtype)) return new StructScalar(viewOf(array, array.data!.view([], [], position)));
  const raw = array.data!.items[position];
  return kindOf(array.dtype) === 'S' ? plainElement(array.dtype, raw) : makeScalar(array.dtype, raw);
}

/** What a function returns: 0-d results become scalars. */
export function arrayOrScalar(array: NdArray): Value {
  if (array.rank > 0) return array;
  if (array.data === null) {
    if ('OUSV'.includes(kindOf(array.dtype))) return new Unknown('this element is not known before it runs');
    return unknownScalar(array.dtype, array.facts);
  }
  return elementAt(array);
}
