/** Elements of datetime64 and timedelta64 arrays: from Python values, from other types, and back. */
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyInstance, type Value } from '../../../python/values.ts';
import { type DTypeName, dtypeInfo, kindOf } from '../dtypes.ts';
import { abstractArray, concreteArray, type NdArray } from '../ndarray.ts';
import { NumpyScalar } from '../scalars.ts';
import { contiguousItems, fromItems, type Items, isWideItems } from '../storage.ts';
import { daysOfCivil } from './calendar.ts';
import { countOfText, dateTextWidth, fittingDateText, readDate } from './text.ts';
import {
  commonTimeType,
  countConverter,
  isTime,
  NOT_A_TIME,
  type TimeType,
  timeTypeName,
  timeTypeOf,
  type Unit,
  unitNames,
} from './units.ts';

/** What a type of times counts; the name must be one. */
export function timeType(dtype: DTypeName): TimeType {
  return timeTypeOf(dtype)!;
}

/** A `date`, `datetime` or `timedelta` of Python as a count of microseconds or days; null for other objects. */
export function countOfObject(value: Value): { count: bigint; type: TimeType } | null {
  if (!(value instanceof PyInstance) || value.cls.module !== 'datetime') return null;
  const field = (name: string): Value | undefined => value.attributes!.map.get(name);
  const total = field('_total');
  if (total !== undefined) {
    return { count: BigInt(total as number), type: { kind: 'm', unit: 'us', multiple: 1 } };
  }
  const [year, month, day] = ['_year', '_month', '_day'].map(name => field(name) as number | undefined);
  if (year === undefined || month === undefined || day === undefined) return null;
  const days = daysOfCivil(BigInt(year), month, day);
  const hour = field('_hour') as number | undefined;
  if (hour === undefined) return { count: days, type: { kind: 'M', unit: 'D', multiple: 1 } };
  const [minute, second, micro] = ['_minute', '_second', '_micro'].map(name => field(name) as number);
  const seconds = BigInt((hour * 60 + minute) * 60 + second);
  return {
    count: (days * 86400n + seconds) * 1_000_000n + BigInt(micro),
    type: { kind: 'M', unit: 'us', multiple: 1 },
  };
}

/** One Python value as a count of a type. ValueError for what is no time. */
export function timeElement(value: Value, dtype: DTypeName): bigint {
  const type = timeType(dtype);
  const what = type.kind === 'M' ? 'datetime' : 'timedelta';
  if (value === null) return NOT_A_TIME;
  if (typeof value === 'bigint') return BigInt.asIntN(64, value);
  if (typeof value === 'number') {
    if (type.kind === 'M' && type.unit === 'generic')
      throw raise(ValueError, 'Converting an integer to a NumPy datetime requires a specified unit');
    return BigInt(value);
  }
  if (typeof value === 'boolean') return BigInt(value);
  if (typeof value === 'string') return countOfText(value, type);
  if (value instanceof NumpyScalar) {
    if (value.value === null) throw new NotKnown('this time is not known before it runs');
    if (!isTime(value.dtype) && 'iub'.includes(kindOf(value.dtype))) return BigInt(Number(value.value));
    if (isTime(value.dtype)) {
      const source = timeType(value.dtype);
      if (source.kind === type.kind) return countConverter(source, type)(value.value as bigint);
    }
  }
  const own = countOfObject(value);
  if (own !== null && own.type.kind === type.kind) return countConverter(own.type, type)(own.count);
  throw raise(ValueError, `Could not convert object to NumPy ${what}`);
}

/** The type that a conversion to `dtype` gives: where it names no unit, with the unit that the contents bring along. */
export function convertedType(dtype: DTypeName, from: DTypeName, items: () => Items): DTypeName {
  if (!isTime(dtype) || timeType(dtype).unit !== 'generic') return dtype;
  if (isTime(from) && kindOf(from) === kindOf(dtype)) return from;
  return 'USO'.includes(kindOf(from)) ? discoveredType(dtype, items() as Value[]) : dtype;
}

/** The unit that values bring along where a type names none; the type itself where it does. */
function discoveredType(dtype: DTypeName, values: Iterable<Value>): DTypeName {
  const wanted = timeType(dtype);
  if (wanted.unit !== 'generic') return dtype;
  let found: TimeType = wanted;
  for (const value of values) {
    const own = unitOfValue(value, wanted.kind);
    if (own !== null) found = commonTimeType(found, { ...own, kind: wanted.kind });
  }
  return timeTypeName(found);
}

function unitOfValue(value: Value, kind: 'M' | 'm'): TimeType | null {
  if (value instanceof NumpyScalar && isTime(value.dtype)) return timeType(value.dtype);
  if (typeof value === 'string')
    return kind === 'm' ? null : { kind, unit: readDate(value).unit, multiple: 1 };
  return countOfObject(value)?.type ?? null;
}

/** Elements of another type as counts. */
export function castToTimes(items: Items, from: DTypeName, to: DTypeName): BigInt64Array {
  const result = new BigInt64Array(items.length);
  if (isTime(from) && kindOf(from) === kindOf(to)) {
    const convert = countConverter(timeType(from), timeType(to));
    for (let i = 0; i < items.length; i++) result[i] = convert(items[i] as bigint);
    return result;
  }
  const floating = kindOf(from) === 'f';
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Value;
    if (floating) result[i] = Number.isNaN(item) ? NOT_A_TIME : BigInt(Math.trunc(item as number));
    else if (typeof item === 'number') result[i] = BigInt(item);
    else result[i] = timeElement(item, to);
  }
  return result;
}

/** Counts as elements of another type: integers, floats, truth, text. */
export function castFromTimes(items: Items, from: DTypeName, to: DTypeName): Value[] {
  if (!isWideItems(items)) throw new Error('times are kept as 64-bit integers');
  const counts = items as BigInt64Array;
  const type = timeType(from);
  switch (kindOf(to)) {
    case 'f':
      return Array.from(counts, Number);
    case 'b':
      return Array.from(counts, count => (count === 0n ? 0 : 1));
    case 'i':
    case 'u':
      return Array.from(counts);
    case 'U':
      return Array.from(counts, count => fittingDateText(count, type, dtypeInfo(to).itemSize / 4));
    case 'S':
      return Array.from(counts, count => fittingDateText(count, type, dtypeInfo(to).itemSize));
    default:
      throw new NotKnown(`converting ${from} to ${to} is not modelled here`);
  }
}

/** How wide text is that holds times of a type. */
export function timeTextWidth(dtype: DTypeName): number {
  const type = timeType(dtype);
  return type.kind === 'M' ? dateTextWidth(type.unit) : 21;
}

/** Numbers with a point in a list become no times. */
export function refuseFloat(from: DTypeName, dtype: DTypeName): void {
  if (kindOf(from) !== 'f') return;
  const what = timeType(dtype).kind === 'M' ? 'datetime' : 'timedelta';
  throw raise(ValueError, `Could not convert object to NumPy ${what}`);
}

/** An element as the Python value that `item` and `tolist` give: date, datetime, timedelta, or the count. */
export function pythonTime(count: bigint, dtype: DTypeName, py: Interpreter): Value {
  const type = timeType(dtype);
  if (count === NOT_A_TIME) return null;
  const plain = (value: bigint): Value =>
    value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
  const place = unitNames.indexOf(type.unit);
  if (type.unit === 'generic' || place > unitNames.indexOf('us')) return plain(count);
  const module = py.importModule('datetime');
  if (type.kind === 'm') {
    if (place <= 1) return plain(count);
    const micros = countConverter(type, { kind: 'm', unit: 'us', multiple: 1 })(count);
    return py.callMethod(module, 'timedelta', [0, 0, plain(micros)]);
  }
  const unit: Unit = place <= unitNames.indexOf('D') ? 'D' : 'us';
  const value = countConverter(type, { kind: 'M', unit, multiple: 1 })(count);
  const days = unit === 'D' ? value : value / 86_400_000_000n - (value % 86_400_000_000n < 0n ? 1n : 0n);
  const ordinal = days + 719163n;
  if (ordinal < 1n || ordinal > 3652059n) return plain(count);
  const cls = py.getAttribute(module, unit === 'D' ? 'date' : 'datetime');
  const start = py.callMethod(cls, 'fromordinal', [Number(ordinal)]);
  if (unit === 'D') return start;
  const rest = py.callMethod(module, 'timedelta', [0, 0, Number(value - days * 86_400_000_000n)]);
  return py.binary('Add', start, rest);
}

/** `astype(object)`: Python's own dates and durations. */
export function timesAsObjects(array: NdArray, py: Interpreter): NdArray {
  if (array.data === null) return abstractArray(array.shape, 'object');
  const values = Array.from(contiguousItems(array.data) as BigInt64Array, count =>
    pythonTime(count, array.dtype, py),
  );
  return concreteArray(fromItems(values, array.data.shape, 'object'));
}
