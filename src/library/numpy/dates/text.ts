/** Dates and durations as text: reading ISO 8601 as `np.datetime64('…')` does, and writing it. */
import { RuntimeError, raise, ValueError } from '../../../python/errors.ts';
import { civilOfDays, daysOfCivil, floorDivide, monthLength } from './calendar.ts';
import { countConverter, NOT_A_TIME, type TimeType, type Unit, unitNames } from './units.ts';

/** A date that was read: its count in the unit that the text is precise to. */
export interface ReadDate {
  readonly count: bigint;
  readonly unit: Unit;
}

const isNotATime = (text: string): boolean => text === '' || /^nat$/i.test(text);

const fractionUnits: readonly Unit[] = ['s', 'ms', 'us', 'ns', 'ps', 'fs', 'as'];

/** Reads a text; ValueError with NumPy's words and position for what is no date. */
export function readDate(text: string): ReadDate {
  if (isNotATime(text)) return { count: NOT_A_TIME, unit: 'generic' };
  let at = /^\s*/.exec(text)![0].length;
  const wrong = (): Error => raise(ValueError, `Error parsing datetime string "${text}" at position ${at}`);
  const outOfRange = (what: string): Error =>
    raise(ValueError, `${what} out of range in datetime string "${text}"`);
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(text.slice(at));
    if (found === null) return null;
    at += found[0].length;
    return found[0];
  };
  const two = (what: string, minimum: number, maximum: number): number => {
    const digits = take(/^\d\d/);
    if (digits === null) throw wrong();
    const value = Number(digits);
    if (value < minimum || value > maximum) throw outOfRange(what);
    return value;
  };
  const yearText = take(/^[+-]?\d+/);
  if (yearText === null) throw wrong();
  const year = BigInt(yearText);
  const sinceEpoch = (year - 1970n) * 12n;
  if (at === text.length) return { count: year - 1970n, unit: 'Y' };
  if (take(/^-/) === null) throw wrong();
  const month = two('Month', 1, 12);
  if (at === text.length) return { count: sinceEpoch + BigInt(month - 1), unit: 'M' };
  if (take(/^-/) === null) throw wrong();
  const day = two('Day', 1, 99);
  if (day < 1 || day > monthLength(year, month)) throw outOfRange('Day');
  const days = daysOfCivil(year, month, day);
  if (at === text.length || /^\s*$/.test(text.slice(at))) return { count: days, unit: 'D' };
  if (take(/^[T ]/) === null) throw wrong();
  let count = days * 24n + BigInt(two('Hours', 0, 23));
  let unit: Unit = 'h';
  for (const [name, next] of [
    ['Minutes', 'm'],
    ['Seconds', 's'],
  ] as const) {
    if (unit !== (next === 'm' ? 'h' : 'm') || take(/^:/) === null) break;
    count = count * 60n + BigInt(two(name, 0, 59));
    unit = next;
  }
  if (unit === 's' && take(/^\./) !== null) {
    const digits = take(/^\d+/) ?? '';
    const places = Math.min(18, Math.ceil(digits.length / 3) * 3);
    unit = fractionUnits[places / 3];
    count = count * 10n ** BigInt(places) + BigInt(digits.slice(0, places).padEnd(places, '0') || 0);
  }
  const zone = take(/^(Z|[+-]\d\d:?(\d\d)?)/);
  if (zone !== null && zone !== 'Z') {
    const minutes = BigInt(Number(zone.slice(1, 3)) * 60 + Number(zone.replace(':', '').slice(3) || 0));
    if (unit === 'h') {
      unit = 'm';
      count *= 60n;
    }
    const each = countConverter({ kind: 'm', unit: 'm', multiple: 1 }, { kind: 'm', unit, multiple: 1 });
    count -= each(zone.startsWith('-') ? -minutes : minutes);
  }
  if (at !== text.length) throw wrong();
  return { count, unit };
}

/** A text as a count of a type. */
export function countOfText(text: string, type: TimeType): bigint {
  if (type.kind === 'm') return durationOfText(text);
  const { count, unit } = readDate(text);
  if (count === NOT_A_TIME) return count;
  if (type.unit === 'generic')
    throw raise(ValueError, 'Cannot create a NumPy datetime other than NaT with generic units');
  return countConverter({ kind: 'M', unit, multiple: 1 }, type)(count);
}

function durationOfText(text: string): bigint {
  if (isNotATime(text)) return NOT_A_TIME;
  if (!/^\s*[+-]?\d+\s*$/.test(text)) throw raise(ValueError, 'Could not convert object to NumPy timedelta');
  return BigInt(text.trim());
}

/** A date in ISO 8601, as precise as a unit. */
export function dateText(count: bigint, type: TimeType, unit: Unit = type.unit): string {
  if (count === NOT_A_TIME) return 'NaT';
  const place = unitNames.indexOf(unit === 'generic' ? 's' : unit);
  if (place <= 1) {
    const months = countConverter(type, { kind: 'M', unit: 'M', multiple: 1 })(count);
    const year = floorDivide(months, 12n);
    const text = yearText(year + 1970n);
    return place === 0 ? text : `${text}-${two(Number(months - year * 12n) + 1)}`;
  }
  const fine: Unit = place <= 3 ? 'D' : unit;
  const whole = countConverter(type, { kind: 'M', unit: fine, multiple: 1 })(count);
  const perDay = countConverter(
    { kind: 'm', unit: 'D', multiple: 1 },
    { kind: 'm', unit: fine, multiple: 1 },
  )(1n);
  const days = floorDivide(whole, perDay);
  const { year, month, day } = civilOfDays(days);
  const date = `${yearText(year)}-${two(month)}-${two(day)}`;
  if (place <= 3) return date;
  return `${date}T${clockText(whole - days * perDay, fine)}`;
}

function clockText(rest: bigint, unit: Unit): string {
  if (unit === 'h') return two(Number(rest));
  if (unit === 'm') return `${two(Number(rest / 60n))}:${two(Number(rest % 60n))}`;
  const places = fractionUnits.indexOf(unit) * 3;
  const scale = 10n ** BigInt(places);
  const seconds = Number(rest / scale);
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return places === 0 ? text : `${text}.${String(rest % scale).padStart(places, '0')}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** As C's `%04d`. */
function yearText(year: bigint): string {
  return year < 0n ? `-${String(-year).padStart(3, '0')}` : String(year).padStart(4, '0');
}

const unitWords: Record<Unit, string> = {
  Y: 'years',
  M: 'months',
  W: 'weeks',
  D: 'days',
  h: 'hours',
  m: 'minutes',
  s: 'seconds',
  ms: 'milliseconds',
  us: 'microseconds',
  ns: 'nanoseconds',
  ps: 'picoseconds',
  fs: 'femtoseconds',
  as: 'attoseconds',
  generic: 'generic time units',
};

/** `str` of a date or a duration. */
export function timeText(count: bigint, type: TimeType): string {
  if (type.kind === 'M') return dateText(count, type);
  return count === NOT_A_TIME ? 'NaT' : `${count * BigInt(type.multiple)} ${unitWords[type.unit]}`;
}

/** `repr` of a scalar. */
export function timeRepr(count: bigint, type: TimeType): string {
  const { kind, unit, multiple } = type;
  const meta = unit === 'generic' ? '' : `,'${multiple === 1 ? '' : multiple}${unit}'`;
  if (kind === 'm') return `numpy.timedelta64(${count === NOT_A_TIME ? "'NaT'" : count}${meta})`;
  const plain = multiple === 1 && unit !== 'h';
  return `numpy.datetime64('${dateText(count, type)}'${plain ? '' : meta})`;
}

/** How many characters dates of a unit take at most, as NumPy reserves them. */
export function dateTextWidth(unit: Unit): number {
  const widths: Partial<Record<Unit, number>> = { Y: 21, M: 24, W: 27, D: 27, h: 31, m: 34, s: 37 };
  const fraction = fractionUnits.indexOf(unit);
  return 1 + (fraction > 0 ? 38 + 3 * fraction : (widths[unit] ?? 62));
}

/** A date as text of a limited length; NumPy refuses to cut it. */
export function fittingDateText(count: bigint, type: TimeType, length: number): string {
  const text = timeText(count, type);
  if (type.kind === 'M' && text.length > length) {
    throw raise(
      RuntimeError,
      `The string provided for NumPy ISO datetime formatting was too short, with length ${length}`,
    );
  }
  return text.slice(0, length);
}
