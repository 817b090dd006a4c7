/** Functions of times: ranges of dates, dates as text, what a type counts. */
import { raise, TypeError, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyInstance, PyTuple, type Value } from '../../../python/values.ts';
import { asType } from '../casting.ts';
import { arrayOrScalar, toArray } from '../conversion.ts';
import { define } from '../definition.ts';
import { dtypeArgument, requiredDType } from '../dtypeObjects.ts';
import { type DTypeName, kindOf, promoteTypes } from '../dtypes.ts';
import { applyElementwise } from '../elementwise.ts';
import { abstractArray, concreteArray, type NdArray, requireData } from '../ndarray.ts';
import { operation } from '../operations.ts';
import { isNumpyScalar } from '../scalars.ts';
import { allocate, contiguousItems, fromItems } from '../storage.ts';
import { timeType } from './elements.ts';
import { dateText, dateTextWidth } from './text.ts';
import { isTime, NOT_A_TIME, readUnit, timeTypeName, type Unit, unitNames } from './units.ts';

const isTimeValue = (value: Value): boolean => isNumpyScalar(value) && isTime(value.dtype);

/** `arange` of times, or null where its arguments are numbers. `contents` false gives the length alone. */
export function arangeOfTimes(args: readonly Value[], contents: boolean, py: Interpreter): NdArray | null {
  const [first, second, step, dtypeValue] = args;
  const dtype = dtypeArgument(dtypeValue, py);
  if (dtype === null ? ![first, second, step].some(isTimeValue) : !isTime(dtype)) return null;
  const dates =
    dtype === null
      ? [first, second].some(value => isTimeValue(value) && kindOf(toArray(value).dtype) === 'M')
      : kindOf(dtype) === 'M';
  if (dates && second === null) throw needsBoth();
  const [startValue, stopValue] = second === null ? [0, first] : [first, second];
  const generic = dates ? 'datetime64' : 'timedelta64';
  const wanted = dtype ?? generic;
  const moment = (value: Value): NdArray =>
    typeof value === 'string' || value instanceof PyInstance
      ? toArray(value, py, wanted)
      : toArray(value, py);
  const [start, stop] = [moment(startValue), moment(stopValue)];
  const stride = step === null ? null : toArray(step, py);
  const type = rangeType(wanted, dates, [start, stop, stride]);
  const from = asType(start, type);
  const to = 'biu'.includes(kindOf(stop.dtype)) && dates ? add(from, stop, py) : asType(stop, type);
  const by = stride === null ? 1n : countOf(asType(stride, durationOf(type)));
  return counted(countOf(from), countOf(to), by, type, contents);
}

function needsBoth(): Error {
  return raise(ValueError, 'arange requires both a start and a stop for NumPy datetime64 ranges');
}

/** The type of a range: the one asked for, or the finest unit that takes part. */
function rangeType(wanted: DTypeName, dates: boolean, parts: readonly (NdArray | null)[]): DTypeName {
  if (timeType(wanted).unit !== 'generic') return wanted;
  const names = parts.flatMap(part => (part !== null && isTime(part.dtype) ? [part.dtype] : []));
  const common = names.reduce(promoteTypes, 'timedelta64');
  return timeTypeName({ ...timeType(common), kind: dates ? 'M' : 'm' });
}

const durationOf = (dtype: DTypeName): DTypeName => timeTypeName({ ...timeType(dtype), kind: 'm' });

const add = (a: NdArray, b: NdArray, py: Interpreter): NdArray =>
  applyElementwise(operation('add'), [a, b], { py });

function countOf(array: NdArray): bigint {
  const data = requireData(array);
  return data.items[data.offset] as bigint;
}

function counted(start: bigint, stop: bigint, step: bigint, type: DTypeName, contents: boolean): NdArray {
  if (step === 0n || [start, stop, step].includes(NOT_A_TIME))
    throw raise(ValueError, 'arange: cannot compute length');
  const span = stop - start;
  const whole = (span + step - (step > 0n ? 1n : -1n)) / step;
  const length = Number(whole > 0n && span > 0n === step > 0n ? whole : 0n);
  if (!contents) return abstractArray([length], type);
  const data = allocate([length], type);
  const items = data.items as BigInt64Array;
  for (let i = 0, count = start; i < length; i++, count += step) items[i] = count;
  return concreteArray(data);
}

function textUnit(unit: Value, own: Unit): Unit {
  if (unit === null) return own;
  if (unit === 'auto') return unitNames.indexOf(own) > unitNames.indexOf('s') ? own : own;
  return readUnit(String(unit)).unit;
}

const asString = define(
  "datetime_as_string(arr, unit=None, timezone='naive', casting='same_kind')",
  'Dates as ISO 8601 text.',
  ([value, unit, timezone], py) => {
    const array = toArray(value, py);
    if (kindOf(array.dtype) !== 'M') throw raise(TypeError, 'input must have type NumPy datetime');
    if (timezone !== 'naive' && timezone !== 'UTC')
      throw raise(ValueError, `Unsupported timezone input string "${String(timezone)}"`);
    const type = timeType(array.dtype);
    const written = textUnit(unit, type.unit);
    const dtype = `<U${dateTextWidth(written)}`;
    if (array.data === null) return arrayOrScalar(abstractArray(array.shape, dtype));
    const hasClock = unitNames.indexOf(written) >= unitNames.indexOf('h');
    const zone = timezone === 'UTC' && hasClock ? 'Z' : '';
    const texts = Array.from(contiguousItems(array.data) as BigInt64Array, count =>
      count === NOT_A_TIME ? 'NaT' : dateText(count, type, written) + zone,
    );
    return arrayOrScalar(concreteArray(fromItems(texts, array.data.shape, dtype)));
  },
);

const typeData = define(
  'datetime_data(dtype, /)',
  'The unit of a type of times, and its multiple.',
  ([dtype], py) => {
    const name = requiredDType(dtype, py);
    if (!isTime(name)) throw raise(TypeError, 'cannot get datetime metadata from non-datetime type');
    const { unit, multiple } = timeType(name);
    return new PyTuple([unit, multiple]);
  },
);

/** All functions of this file. */
export const timeFunctions = [asString, typeData];
