/** `strftime` directives in the C locale. */

export interface TimeParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** Monday is 0. */
  readonly weekday: number;
  readonly dayOfYear: number;
  readonly zone: string;
  readonly offset: string;
}

export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const pad = (value: number, width: number, fill = '0') => String(value).padStart(width, fill);

/** The ISO year and week of a date. */
export function isoWeek(parts: TimeParts): { year: number; week: number } {
  const thursday = parts.dayOfYear - parts.weekday + 3;
  if (thursday < 1) {
    const year = parts.year - 1;
    return { year, week: Math.ceil((thursday + daysIn(year)) / 7) };
  }
  if (thursday > daysIn(parts.year)) return { year: parts.year + 1, week: 1 };
  return { year: parts.year, week: Math.ceil(thursday / 7) };
}

function daysIn(year: number): number {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365;
}

const DIRECTIVES: Readonly<Record<string, (parts: TimeParts) => string>> = {
  a: parts => DAYS[parts.weekday].slice(0, 3),
  A: parts => DAYS[parts.weekday],
  b: parts => MONTHS[parts.month - 1].slice(0, 3),
  h: parts => MONTHS[parts.month - 1].slice(0, 3),
  B: parts => MONTHS[parts.month - 1],
  c: parts => formatTime('%a %b %e %H:%M:%S %Y', parts),
  C: parts => pad(Math.floor(parts.year / 100), 2),
  d: parts => pad(parts.day, 2),
  D: parts => formatTime('%m/%d/%y', parts),
  e: parts => pad(parts.day, 2, ' '),
  f: parts => pad(parts.microsecond, 6),
  F: parts => formatTime('%Y-%m-%d', parts),
  G: parts => String(isoWeek(parts).year),
  H: parts => pad(parts.hour, 2),
  I: parts => pad(parts.hour % 12 === 0 ? 12 : parts.hour % 12, 2),
  j: parts => pad(parts.dayOfYear, 3),
  m: parts => pad(parts.month, 2),
  M: parts => pad(parts.minute, 2),
  n: () => '\n',
  p: parts => (parts.hour < 12 ? 'AM' : 'PM'),
  r: parts => formatTime('%I:%M:%S %p', parts),
  R: parts => formatTime('%H:%M', parts),
  S: parts => pad(parts.second, 2),
  t: () => '\t',
  T: parts => formatTime('%H:%M:%S', parts),
  u: parts => String(parts.weekday + 1),
  U: parts => pad(Math.floor((parts.dayOfYear + 6 - ((parts.weekday + 1) % 7)) / 7), 2),
  V: parts => pad(isoWeek(parts).week, 2),
  w: parts => String((parts.weekday + 1) % 7),
  W: parts => pad(Math.floor((parts.dayOfYear + 6 - parts.weekday) / 7), 2),
  x: parts => formatTime('%m/%d/%y', parts),
  X: parts => formatTime('%H:%M:%S', parts),
  y: parts => pad(parts.year % 100, 2),
  Y: parts => String(parts.year),
  z: parts => parts.offset,
  Z: parts => parts.zone,
  '%': () => '%',
};

/** `strftime(format)`. Unknown directives stay as they are. */
export function formatTime(format: string, parts: TimeParts): string {
  return format.replace(/%(-?)(.)/gs, (whole, flag: string, letter: string) => {
    const text = DIRECTIVES[letter]?.(parts);
    if (text === undefined) return whole;
    return flag === '-' ? text.replace(/^[0 ]+(?=\d)/, '') : text;
  });
}
