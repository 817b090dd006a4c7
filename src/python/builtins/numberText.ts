/** Reads numbers written as text: `int('0x1f', 16)`, `float('1e-3')`, `complex('1+2j')`. */
import { raise, ValueError } from '../errors.ts';
import { normalizeInt, PyComplex } from '../values.ts';
import { isAscii, trimSpace } from './codePoints.ts';

/** CPython's limit against quadratic conversions between text and integers. */
export const MAXIMUM_DIGITS = 4300;

/** Decimal digits of other scripts (`'٣'`) as ASCII, as Python accepts them. */
function asciiDigits(text: string): string {
  if (isAscii(text)) return text;
  return text.replace(/\p{Nd}/gu, digit => {
    const point = digit.codePointAt(0)!;
    let zero = point;
    while (zero > 0 && point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((point - zero) % 10);
  });
}

/** `int(text, base)`; `shown` is the literal's repr for the message. */
export function parseInteger(text: string, base: number, shown: string): number | bigint {
  if (base !== 0 && (base < 2 || base > 36))
    throw raise(ValueError, 'int() base must be >= 2 and <= 36, or 0');
  const invalid = () => raise(ValueError, `invalid literal for int() with base ${base}: ${shown}`);
  const match = /^([-+]?)(.*)$/s.exec(asciiDigits(trimSpace(text)))!;
  let digits = match[2].toLowerCase();
  let radix = base;
  const prefix = /^0([xob])_?/.exec(digits);
  const prefixRadix = prefix ? { x: 16, o: 8, b: 2 }[prefix[1]]! : 0;
  if (prefix && (base === 0 || base === prefixRadix)) {
    radix = prefixRadix;
    digits = digits.slice(prefix[0].length);
  } else if (base === 0) {
    radix = 10;
    if (/^0[\d_]/.test(digits) && !/^[0_]+$/.test(digits)) throw invalid();
  }
  if (!/^[0-9a-z]+(_[0-9a-z]+)*$/.test(digits)) throw invalid();
  digits = digits.replaceAll('_', '');
  for (const digit of digits) if (Number.parseInt(digit, 36) >= radix) throw invalid();
  if (digits.length > MAXIMUM_DIGITS && (radix & (radix - 1)) !== 0) {
    throw raise(
      ValueError,
      `Exceeds the limit (4300 digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  const magnitude = integerFromDigits(digits, radix);
  return match[1] === '-' ? normalizeInt(-BigInt(magnitude)) : magnitude;
}

function integerFromDigits(digits: string, radix: number): number | bigint {
  if (digits.length <= 10) return Number.parseInt(digits, radix);
  if (radix === 10) return normalizeInt(BigInt(digits));
  if (radix === 16) return normalizeInt(BigInt(`0x${digits}`));
  if (radix === 8) return normalizeInt(BigInt(`0o${digits}`));
  if (radix === 2) return normalizeInt(BigInt(`0b${digits}`));
  let value = 0n;
  const base = BigInt(radix);
  for (const digit of digits) value = value * base + BigInt(Number.parseInt(digit, 36));
  return normalizeInt(value);
}

/** `str(int)`, refusing what CPython refuses. */
export function integerText(value: number | bigint): string {
  const text = value.toString();
  if (text.length > MAXIMUM_DIGITS && text.replace('-', '').length > MAXIMUM_DIGITS) {
    throw raise(
      ValueError,
      'Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
    );
  }
  return text;
}

const FLOAT = /^[-+]?(?:(?:\d+(?:_\d+)*)(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[-+]?\d+(?:_\d+)*)?$/i;
const SPECIAL = /^([-+]?)(inf|infinity|nan)$/i;

/** The double a text stands for, or null when it is not a number. */
export function parseDouble(text: string): number | null {
  const trimmed = asciiDigits(trimSpace(text));
  if (FLOAT.test(trimmed)) return Number(trimmed.replaceAll('_', ''));
  const special = SPECIAL.exec(trimmed);
  if (special === null) return null;
  if (special[2].toLowerCase() === 'nan') return Number.NaN;
  return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** `complex(text)`. */
export function parseComplex(text: string): PyComplex {
  let body = trimSpace(text);
  const parenthesised = /^\((.*)\)$/s.exec(body);
  if (parenthesised) body = trimSpace(parenthesised[1]);
  const number = '(?:\\d[\\d_]*\\.?[\\d_]*(?:e[-+]?\\d+)?|\\.\\d[\\d_]*(?:e[-+]?\\d+)?|inf(?:inity)?|nan)';
  const match = new RegExp(`^([-+]?${number})?(?:([-+]?(?:${number})?)j)?$`, 'i').exec(body);
  const malformed = () => raise(ValueError, 'complex() arg is a malformed string');
  if (match === null || body === '') throw malformed();
  let [, real, imaginary] = match;
  // "2j" is read as a real part first by the pattern only when nothing else follows.
  if (real !== undefined && imaginary === '') {
    imaginary = real;
    real = undefined as unknown as string;
  }
  const part = (value: string | undefined): number => {
    if (value === undefined) return 0;
    if (value === '' || value === '+') return 1;
    if (value === '-') return -1;
    const double = parseDouble(value);
    if (double === null) throw malformed();
    return double;
  };
  if (real !== undefined && imaginary !== undefined && !/^[-+]/.test(imaginary)) throw malformed();
  return new PyComplex(part(real), part(imaginary));
}
