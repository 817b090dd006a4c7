/** The units of datetime64 and timedelta64: names, common units, conversion between counts of them. */
import { raise, TypeError } from '../../../python/errors.ts';
import { civilOfDays, daysOfCivil, floorDivide } from './calendar.ts';

/** From the coarsest to the finest; 'generic' stands for no unit. */
export const unitNames = [
  'Y',
  'M',
  'W',
  'D',
  'h',
  'm',
  's',
  'ms',
  'us',
  'ns',
  'ps',
  'fs',
  'as',
  'generic',
] as const;
export type Unit = (typeof unitNames)[number];

/** What a type of times counts: dates ('M') or durations ('m'), in multiples of a unit. */
export interface TimeType {
  readonly kind: 'M' | 'm';
  readonly unit: Unit;
  readonly multiple: number;
}

/** The greater of two counts. */
export function laterOf(a: bigint, b: bigint): bigint {
  if (a < b) return b;
  return a;
}

/** The smaller of two counts. */
export function earlierOf(a: bigint, b: bigint): bigint {
  if (b < a) return b;
  return a;
}

/** The count that stands for "not a time". */
export const NOT_A_TIME = -(2n ** 63n);

/** Whether the name of an element type is one of dates or durations. */
export function isTime(dtype: string): boolean {
  return dtype.startsWith('datetime64') || dtype.startsWith('timedelta64');
}

const pattern = /^(datetime64|timedelta64)(?:\[(\d*)([A-Za-z]+)\])?$/;

/** Reads the name of an element type: 'datetime64[D]', 'timedelta64[25s]', 'datetime64'; null for other types. */
export function timeTypeOf(name: string): TimeType | null {
  const found = pattern.exec(name);
  if (found === null) return null;
  const kind = found[1] === 'datetime64' ? 'M' : 'm';
  if (found[3] === undefined) return { kind, unit: 'generic', multiple: 1 };
  const unit = found[3] as Unit;
  return unitNames.includes(unit) ? { kind, unit, multiple: Number(found[2] || 1) } : null;
}

/** The name of a type of times. */
export function timeTypeName({ kind, unit, multiple }: TimeType): string {
  return `${kind === 'M' ? 'datetime64' : 'timedelta64'}${unitText(unit, multiple)}`;
}

function unitText(unit: Unit, multiple: number): string {
  if (unit === 'generic') return '';
  return `[${multiple === 1 ? '' : multiple}${unit}]`;
}

/** Reads what a script writes (`M8[D]`, `<m8[s]`, `datetime64[ns]`): the type's name, or null for other texts. */
export function timeTypeFromText(text: string): string | null {
  const found = /^[<>=]?(datetime64|timedelta64|M8|m8|M|m)(\[.*)?$/.exec(text);
  if (found === null) return null;
  const kind = found[1].startsWith('d') || found[1].startsWith('M') ? 'M' : 'm';
  if (found[2] === undefined) return timeTypeName({ kind, unit: 'generic', multiple: 1 });
  const inner = /^\[(.*)\]$/.exec(found[2])?.[1];
  if (inner === undefined) throw raise(TypeError, `Invalid datetime metadata string "${found[2]}"`);
  return timeTypeName({ kind, ...readUnit(inner, ` string "[${inner}]"`) });
}

/** Reads a unit with its multiple, as the second argument of `np.datetime64` gives it. */
export function readUnit(text: string, place = ''): { unit: Unit; multiple: number } {
  const parts = /^(\d*)([^\d].*)$/.exec(text);
  const unit = (parts?.[2] === 'μs' ? 'us' : parts?.[2]) as Unit | undefined;
  if (parts === null || unit === undefined || !unitNames.includes(unit)) {
    throw raise(
      TypeError,
      place === ''
        ? `Invalid datetime unit "${text}" in metadata`
        : `Invalid datetime unit in metadata${place}`,
    );
  }
  return { unit, multiple: Number(parts[1] || 1) };
}

const isCalendar = (unit: Unit): boolean => unit === 'Y' || unit === 'M';

/** How many of the next finer unit one of each unit is, from weeks on. */
const steps: readonly (readonly [Unit, bigint])[] = [
  ['W', 7n],
  ['D', 24n],
  ['h', 60n],
  ['m', 60n],
  ['s', 1000n],
  ['ms', 1000n],
  ['us', 1000n],
  ['ns', 1000n],
  ['ps', 1000n],
  ['fs', 1000n],
  ['as', 1n],
];

/** Attoseconds in each unit from weeks on. */
const attoseconds = new Map<Unit, bigint>();
{
  let size = 1n;
  for (const [unit, step] of [...steps].reverse()) {
    size *= step;
    attoseconds.set(unit, size);
  }
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}

/** The coarsest unit in which both types count whole numbers. TypeError where years meet days of durations. */
export function commonTimeType(a: TimeType, b: TimeType): TimeType {
  const kind = a.kind === 'M' || b.kind === 'M' ? 'M' : 'm';
  if (a.unit === 'generic') return { ...b, kind };
  if (b.unit === 'generic') return { ...a, kind };
  const [first, second] = [a, b].map(type =>
    type.unit === 'Y' && a.unit !== b.unit ? inMonths(type) : type,
  );
  if (isCalendar(first.unit) !== isCalendar(second.unit)) {
    const calendar = isCalendar(first.unit) ? a : b;
    if (calendar.kind === 'm' && kind === 'm') {
      const text = (type: TimeType): string => unitText(type.unit, type.multiple);
      throw raise(
        TypeError,
        `Cannot get a common metadata divisor for Numpy datetime metadata ${text(a)} and ${text(b)} because they have incompatible nonlinear base time units.`,
      );
    }
    const other = isCalendar(first.unit) ? second : first;
    return { kind, unit: other.unit, multiple: 1 };
  }
  if (first.unit === second.unit) {
    const multiple = greatestDivisor(BigInt(first.multiple), BigInt(second.multiple));
    return { kind, unit: first.unit, multiple: Number(multiple) };
  }
  const finer = unitNames.indexOf(first.unit) > unitNames.indexOf(second.unit) ? first : second;
  const coarser = finer === first ? second : first;
  const ratio = attoseconds.get(coarser.unit)! / attoseconds.get(finer.unit)!;
  const multiple = greatestDivisor(BigInt(finer.multiple), BigInt(coarser.multiple) * ratio);
  return { kind, unit: finer.unit, multiple: Number(multiple) };
}

const inMonths = (type: TimeType): TimeType => ({ ...type, unit: 'M', multiple: type.multiple * 12 });

/** Whether a conversion keeps every value. */
export function isFiner(from: TimeType, to: TimeType): boolean {
  if (from.unit === 'generic') return true;
  if (to.unit === 'generic') return false;
  if (isCalendar(from.unit) !== isCalendar(to.unit) && from.kind === 'm') return false;
  const common = commonTimeType(from, to);
  return common.unit === to.unit && common.multiple === to.multiple;
}

/** A function that converts counts of one type to counts of another. */
export function countConverter(from: TimeType, to: TimeType): (count: bigint) => bigint {
  if (from.unit === to.unit && from.multiple === to.multiple) return count => count;
  if (from.unit === 'generic' || to.unit === 'generic') return count => count;
  const convert = from.kind === 'M' ? dateConverter(from, to) : durationConverter(from, to);
  return count => (count === NOT_A_TIME ? count : BigInt.asIntN(64, convert(count)));
}

function dateConverter(from: TimeType, to: TimeType): (count: bigint) => bigint {
  const source = isCalendar(from.unit);
  const target = isCalendar(to.unit);
  const monthsEach = BigInt(from.multiple) * (from.unit === 'Y' ? 12n : 1n);
  const monthsPer = BigInt(to.multiple) * (to.unit === 'Y' ? 12n : 1n);
  if (source && target) return count => floorDivide(count * monthsEach, monthsPer);
  if (source) {
    const fine = attoseconds.get(to.unit)! * BigInt(to.multiple);
    const day = attoseconds.get('D')!;
    return count => {
      const months = count * monthsEach + 1970n * 12n;
      const year = floorDivide(months, 12n);
      const days = daysOfCivil(year, Number(months - year * 12n) + 1, 1);
      return floorDivide(days * day, fine);
    };
  }
  const each = attoseconds.get(from.unit)! * BigInt(from.multiple);
  if (!target) return linear(each, attoseconds.get(to.unit)! * BigInt(to.multiple));
  const day = attoseconds.get('D')!;
  return count => {
    const { year, month } = civilOfDays(floorDivide(count * each, day));
    return floorDivide((year - 1970n) * 12n + BigInt(month - 1), monthsPer);
  };
}

const linear =
  (each: bigint, per: bigint) =>
  (count: bigint): bigint =>
    floorDivide(count * each, per);

/** Years and months of durations count by their mean length in the Gregorian calendar. */
function durationConverter(from: TimeType, to: TimeType): (count: bigint) => bigint {
  if (isCalendar(from.unit) && isCalendar(to.unit)) return dateConverter(from, to);
  const size = ({ unit, multiple }: TimeType): bigint => {
    const day = attoseconds.get('D')!;
    const one = unit === 'Y' ? (146097n * day) / 400n : unit === 'M' ? (146097n * day) / 4800n : 0n;
    return (one === 0n ? attoseconds.get(unit)! : one) * BigInt(multiple);
  };
  return linear(size(from), size(to));
}
