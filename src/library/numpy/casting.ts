/** Converting elements between types as `astype` does. */
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import { NotKnown, PyBytes, PyComplex, PyFloat, type PyTuple, type Value } from '../../python/values.ts';
import { castFromTimes, castToTimes, convertedType, timeElement, timeTextWidth } from './dates/elements.ts';
import { isTime } from './dates/units.ts';
import { type DTypeName, dtypeInfo, kindOf } from './dtypes.ts';
import { scalarText } from './elementText.ts';
import { elementFacts, type Facts, facts, noFacts } from './facts.ts';
import { keepScores } from './modelScores.ts';
import { abstractArray, concreteArray, type NdArray } from './ndarray.ts';
import { keepRows } from './rowOrder.ts';
import { type AnyNumpyScalar, isNumpyScalar, makeScalar, plainValue } from './scalars.ts';
import {
  type ArrayData,
  allocate,
  checkAllocation,
  contiguousItems,
  copyData,
  fromItems,
  type Items,
  isWideItems,
  makeItems,
  type NumberItems,
} from './storage.ts';
import { isStruct } from './structs/types.ts';
import { convertedRow, refuseConversion, rowOf } from './structs/values.ts';

const halfBuffer = new Float32Array(1);
const halfBits = new Uint32Array(halfBuffer.buffer);

/** Rounds to the nearest half-precision number (ties to even). */
export function roundToHalf(value: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const magnitude = Math.abs(value);
  if (magnitude >= 65520) return value > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (magnitude < 2 ** -14) {
    const unit = 2 ** -24;
    return roundTiesToEven(value / unit) * unit;
  }
  halfBuffer[0] = magnitude;
  const exponent = Math.min(15, Math.max(-14, (halfBits[0] >>> 23) - 127));
  const unit = 2 ** (exponent - 10);
  return roundTiesToEven(value / unit) * unit;
}

/** Rounds to the nearest whole number, halves to the even one. */
export function roundTiesToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor === 0 && value < 0 ? -0 : floor;
  if (rest > 0.5) return floor + 1 === 0 && value < 0 ? -0 : floor + 1;
  const even = floor % 2 === 0 ? floor : floor + 1;
  return even === 0 && value < 0 ? -0 : even;
}

/** Brings items that were computed in a wider type to what the type can hold (only float16 needs a step of its own). */
export function roundItems(items: Items, dtype: DTypeName): Items {
  if (dtype === 'float16') {
    const numbers = items as Float32Array;
    for (let i = 0; i < numbers.length; i++) numbers[i] = roundToHalf(numbers[i]);
  }
  return items;
}

/** A float as C converts it to a 64-bit integer. */
function truncateToInt64(value: number): number | bigint {
  if (!(Math.abs(value) < 2 ** 63)) return -(2n ** 63n);
  const whole = Math.trunc(value);
  return Number.isSafeInteger(whole) ? whole + 0 : BigInt(whole);
}

/** Wraps an integer into an integer type. */
export function wrapInteger(value: number | bigint, dtype: DTypeName): number | bigint {
  const { kind, itemSize, minimum, maximum } = dtypeInfo(dtype);
  if (typeof value === 'number' && value >= minimum && value <= maximum && Number.isSafeInteger(value))
    return value;
  const big = BigInt(value);
  const wrapped = kind === 'u' ? BigInt.asUintN(itemSize * 8, big) : BigInt.asIntN(itemSize * 8, big);
  return wrapped >= -9007199254740991n && wrapped <= 9007199254740991n ? Number(wrapped) : wrapped;
}

/** One Python value as an element of a type, as assignment converts it. */
export function elementOf(value: Value, dtype: DTypeName): Value {
  const plain = isNumpyScalar(value) ? plainValue(value) : value;
  switch (kindOf(dtype)) {
    case 'O':
      return value;
    case 'U':
      return truncated(scalarText(value), dtypeInfo(dtype).itemSize / 4);
    case 'S':
      return truncated(
        plain instanceof PyBytes ? String.fromCharCode(...plain.data) : scalarText(value),
        dtypeInfo(dtype).itemSize,
      );
    case 'c': {
      const { real, imaginary } = complexParts(plain);
      return dtype === 'complex64'
        ? new PyComplex(Math.fround(real), Math.fround(imaginary))
        : new PyComplex(real, imaginary);
    }
    case 'b':
      if (typeof plain === 'string') return plain.length > 0 ? 1 : 0;
      if (plain === null) return 0;
      if (plain instanceof PyComplex) return plain.real !== 0 || plain.imaginary !== 0 ? 1 : 0;
      return plain instanceof PyFloat ? Number(plain.value !== 0) : Number(Boolean(plain));
    case 'f': {
      const number = floatFrom(plain);
      return dtype === 'float16' ? roundToHalf(number) : dtype === 'float32' ? Math.fround(number) : number;
    }
    case 'M':
    case 'm':
      return timeElement(value, dtype);
    case 'V':
      return rowOf(value, dtype, null);
    default:
      return integerFrom(plain, dtype);
  }
}

function truncated(text: string, length: number): string {
  if (text.length <= length) return text;
  return [...text].slice(0, length).join('');
}

function complexParts(value: Value): PyComplex {
  if (value instanceof PyComplex) return value;
  return new PyComplex(floatFrom(value), 0);
}

function floatFrom(value: Value): number {
  if (typeof value === 'number') return value;
  if (value instanceof PyFloat) return value.value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return Number(value);
  if (typeof value === 'string') {
    const parsed = parseFloatText(value);
    if (parsed === null)
      throw raise(ValueError, `could not convert string to float: ${scalarText(value, true)}`);
    return parsed;
  }
  if (value === null)
    throw raise(TypeError, "float() argument must be a string or a real number, not 'NoneType'");
  if (value instanceof PyComplex) return value.real;
  throw raise(TypeError, `float() argument must be a string or a real number, not '${value.cls.name}'`);
}

/** Python's `float(text)`, or null. */
export function parseFloatText(text: string): number | null {
  const trimmed = text.trim().replace(/(\d)_(?=\d)/g, '$1');
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return Number(trimmed);
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(trimmed);
  if (!special) return null;
  if (special[2].toLowerCase() === 'nan') return Number.NaN;
  return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function integerFrom(value: Value, dtype: DTypeName): number | bigint {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number' || typeof value === 'bigint') return wrapInteger(value, dtype);
  if (value instanceof PyFloat) {
    if (Number.isNaN(value.value)) throw raise(ValueError, 'cannot convert float NaN to integer');
    return wrapInteger(truncateToInt64(value.value), dtype);
  }
  if (typeof value === 'string') {
    const trimmed = value.trim().replace(/(\d)_(?=\d)/g, '$1');
    if (!/^[+-]?\d+$/.test(trimmed)) {
      throw raise(ValueError, `invalid literal for int() with base 10: ${scalarText(value, true)}`);
    }
    return wrapInteger(BigInt(trimmed), dtype);
  }
  if (value instanceof PyComplex) return wrapInteger(truncateToInt64(value.real), dtype);
  const name = value === null ? 'NoneType' : value.cls.name;
  throw raise(
    TypeError,
    `int() argument must be a string, a bytes-like object or a real number, not '${name}'`,
  );
}

/** The contents in another type, always a copy. */
export function castData(data: ArrayData, dtype: DTypeName): ArrayData {
  if (data.dtype === dtype) return copyData(data);
  checkAllocation(data.shape, dtype);
  return fromItems(castItems(contiguousItems(data), data.dtype, dtype), data.shape, dtype);
}

function castItems(items: Items, from: DTypeName, to: DTypeName): Items {
  const target = kindOf(to);
  if (isStruct(from) || isStruct(to)) return castRows(items, from, to);
  if (isTime(to)) return castToTimes(items, from, to);
  if (isTime(from)) {
    const values = castFromTimes(items, from, to);
    const whole = target === 'i' || target === 'u';
    const fitting = whole ? values.map(value => wrapInteger(value as bigint, to)) : values;
    return roundItems(itemsOf(fitting, to), to);
  }
  const simple = !Array.isArray(items) && !isWideItems(items) && 'biuf'.includes(target);
  if (simple) return castNumbers(items, from, to);
  const result = makeItems(to, items.length);
  if (isWideItems(items) && target === 'f') {
    for (let i = 0; i < items.length; i++) (result as NumberItems)[i] = Number(items[i]);
    return roundItems(result, to);
  }
  const values: Value[] = new Array(items.length);
  let wide = false;
  for (let i = 0; i < items.length; i++) {
    const raw = items[i];
    values[i] = elementOf(Array.isArray(items) && kindOf(from) !== 'c' ? raw : makeScalar(from, raw), to);
    if (target === 'O') values[i] = objectOf(raw, from);
    if (typeof values[i] === 'bigint') wide = true;
  }
  return itemsOf(values, to, wide);
}

/** Rows from rows field by field, or from single values, which every field gets. */
function castRows(items: Items, from: DTypeName, to: DTypeName): Items {
  if (to === 'object') throw new NotKnown('structures as objects are not modelled');
  if (!isStruct(to)) refuseConversion(from, to);
  return Array.from(items as ArrayLike<Value>, item =>
    isStruct(from) ? convertedRow(item as PyTuple, from, to) : rowOf(makeScalar(from, item), to, null),
  );
}

function objectOf(raw: Value, from: DTypeName): Value {
  const scalar = makeScalar(from, raw);
  return isNumpyScalar(scalar) ? plainValue(scalar as AnyNumpyScalar) : scalar;
}

/** Items from elements that have been converted already. */
export function itemsOf(values: readonly Value[], dtype: DTypeName, wide = false): Items {
  const kind = kindOf(dtype);
  if (kind === 'O' || kind === 'U' || kind === 'S' || kind === 'c' || kind === 'V') return values as Value[];
  if (
    wide ||
    kind === 'M' ||
    kind === 'm' ||
    (dtypeInfo(dtype).itemSize === 8 && kind !== 'f' && values.some(value => typeof value === 'bigint'))
  ) {
    const big = values.map(value => BigInt(value as number | bigint));
    return dtype === 'uint64' ? BigUint64Array.from(big) : BigInt64Array.from(big);
  }
  const items = makeItems(dtype, values.length) as NumberItems;
  for (let i = 0; i < values.length; i++) items[i] = values[i] as number;
  return items;
}

function castNumbers(items: NumberItems, from: DTypeName, to: DTypeName): Items {
  const kind = kindOf(to);
  const result = makeItems(to, items.length) as NumberItems;
  const length = items.length;
  if (kind === 'b') {
    for (let i = 0; i < length; i++) result[i] = items[i] !== 0 ? 1 : 0;
    return result;
  }
  if (kind === 'f') {
    if (to === 'float16') for (let i = 0; i < length; i++) result[i] = roundToHalf(items[i]);
    else result.set(items);
    return result;
  }
  if (kindOf(from) !== 'f' && dtypeInfo(to).itemSize < 8) {
    // Typed arrays wrap as C does.
    result.set(items);
    return result;
  }
  return castToInteger(items, to, result);
}

function castToInteger(items: NumberItems, to: DTypeName, result: NumberItems): Items {
  const { itemSize, minimum } = dtypeInfo(to);
  for (let i = 0; i < items.length; i++) {
    const value = Math.trunc(items[i]);
    if (itemSize < 8 && Math.abs(value) < 2 ** 53) {
      result[i] = value;
      continue;
    }
    if (Number.isSafeInteger(value) && value >= minimum) result[i] = value + 0;
    else return castToWide(items, to);
  }
  return result;
}

function castToWide(items: NumberItems, to: DTypeName): Items {
  const values = Array.from(items, item => wrapInteger(truncateToInt64(item), to));
  return itemsOf(values, to);
}

/** What facts survive a conversion to another type. */
export function castFacts(known: Facts, from: DTypeName, to: DTypeName): Facts {
  const source = kindOf(from);
  const target = kindOf(to);
  if (!'biuf'.includes(source) || !'biuf'.includes(target)) return noFacts;
  if (target === 'b') {
    if (known.multiHot) return known;
    const nonZero =
      (known.minimum !== null && known.minimum > 0) || (known.maximum !== null && known.maximum < 0);
    return nonZero ? facts({ constant: 1 }) : facts({ integers: true, minimum: 0, maximum: 1 });
  }
  if (target === 'f') {
    if (to === 'float64' || known.multiHot) return known;
    const round = to === 'float16' ? roundToHalf : Math.fround;
    const end = (value: number | null): number | null => (value === null ? null : round(value));
    const [minimum, maximum] = [end(known.minimum), end(known.maximum)];
    if (![minimum ?? 0, maximum ?? 0].every(Number.isFinite)) return noFacts;
    const bounded = minimum !== null && maximum !== null;
    return { ...known, minimum, maximum, finite: known.finite && bounded, constant: end(known.constant) };
  }
  const range = dtypeInfo(to);
  const { minimum, maximum } = known;
  if (minimum === null || maximum === null)
    return known.integers && source !== 'f' && from !== 'uint64' && to === 'int64' ? known : noFacts;
  if (minimum < range.minimum || maximum > range.maximum) return noFacts;
  if (known.integers) return known;
  const truncatedFacts = facts({
    integers: true,
    minimum: Math.trunc(minimum) + 0,
    maximum: Math.trunc(maximum) + 0,
    constant: known.constant === null ? null : Math.trunc(known.constant) + 0,
  });
  return elementFacts(truncatedFacts);
}

/** `array.astype(dtype)`: a copy. */
export function castArray(array: NdArray, dtype: DTypeName): NdArray {
  return keepScores(keepRows(castCopy(array, dtype), array), array);
}

function castCopy(array: NdArray, dtype: DTypeName): NdArray {
  const kind = kindOf(dtype);
  if (array.data === null) {
    const sized = dtype === '<U0' || dtype === '|S0';
    if (sized) throw new NotKnown('the length of the text is not known before it runs');
    if (isTime(dtype)) return abstractArray(array.shape, convertedType(dtype, array.dtype, unknownItems));
    return abstractArray(
      array.shape,
      dtype,
      array.dtype === dtype ? array.facts : castFacts(array.facts, array.dtype, dtype),
    );
  }
  if ((kind === 'U' || kind === 'S') && dtypeInfo(dtype).itemSize === 0) {
    return concreteArray(castData(array.data, fittingText(array.data, kind)));
  }
  const { data } = array;
  return concreteArray(
    castData(
      data,
      convertedType(dtype, data.dtype, () => contiguousItems(data)),
    ),
  );
}

function unknownItems(): never {
  throw new NotKnown('the unit of these times is not known before it runs');
}

function fittingText(data: ArrayData, kind: 'U' | 'S'): DTypeName {
  const source = dtypeInfo(data.dtype);
  let width = 1;
  if (source.kind === 'U' || source.kind === 'S')
    width = source.kind === 'U' ? source.itemSize / 4 : source.itemSize;
  else if (source.kind === 'M' || source.kind === 'm') width = timeTextWidth(data.dtype);
  else if (source.kind === 'O') {
    for (const item of contiguousItems(data)) width = Math.max(width, scalarText(item as Value).length);
  } else {
    const widths: Record<string, number> = { b: 5, f: 32, c: 64, i: 21, u: 20 };
    width = widths[source.kind] ?? 1;
    if (source.kind === 'i') width = { 1: 4, 2: 6, 4: 11, 8: 21 }[source.itemSize] ?? 21;
    if (source.kind === 'u') width = { 1: 3, 2: 5, 4: 10, 8: 20 }[source.itemSize] ?? 20;
  }
  return kind === 'U' ? `<U${Math.max(1, width)}` : `|S${Math.max(1, width)}`;
}

/** The array itself when it has that type already, else converted. */
export function asType(array: NdArray, dtype: DTypeName): NdArray {
  return array.dtype === dtype ? array : castArray(array, dtype);
}

/** New contents of one value. */
export function filledData(shape: readonly number[], dtype: DTypeName, value: Value): ArrayData {
  const data = allocate(shape, dtype);
  const element = elementOf(value, dtype);
  if (typeof element === 'bigint') {
    return fromItems(itemsOf(new Array<Value>(data.size).fill(element), dtype, true), shape, dtype);
  }
  if (element !== 0) (data.items as Value[]).fill(element);
  return data;
}
