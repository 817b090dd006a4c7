/** Format specifications: `format(value, '>10.3f')` for numbers and strings. */
import { OverflowError, TypeError as PyTypeError, raise, ValueError } from '../errors.ts';
import { floatRepr } from '../operations/text.ts';
import type { PyComplex } from '../values.ts';
import { integerToDouble } from './conversions.ts';
import { exponentText, fixedDigits, significantDigits } from './floatText.ts';

/** A parsed format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`. */
export interface FormatSpecification {
  readonly fill: string;
  readonly align: '' | '<' | '>' | '=' | '^';
  readonly sign: '' | '+' | '-' | ' ';
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  readonly zeroPadded: boolean;
  readonly width: number;
  readonly grouping: '' | ',' | '_';
  readonly precision: number | null;
  readonly type: string;
}

const PATTERN = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?(.)?$/su;

/** Parses a specification; raises ValueError as CPython does. `typeName` is the formatted value's class. */
export function parseSpecification(text: string, typeName: string): FormatSpecification {
  const match = PATTERN.exec(text);
  if (match === null) {
    if (/\.(?!\d)/.test(text)) throw raise(ValueError, 'Format specifier missing precision');
    throw raise(ValueError, `Invalid format specifier '${text}' for object of type '${typeName}'`);
  }
  const [, fill, align, sign, noNegativeZero, alternate, zero, width, grouping, precision, type] = match;
  if (type === '.') throw raise(ValueError, 'Format specifier missing precision');
  if (grouping !== undefined && type === ',') throw raise(ValueError, "Cannot specify both ',' and '_'.");
  checkGrouping(grouping, type ?? (typeName === 'str' ? 's' : ''));
  return {
    fill: fill ?? (zero !== undefined ? '0' : ' '),
    align: (align as FormatSpecification['align']) ?? (zero !== undefined ? '=' : ''),
    sign: (sign as FormatSpecification['sign']) ?? '',
    noNegativeZero: noNegativeZero !== undefined,
    alternate: alternate !== undefined,
    zeroPadded: zero !== undefined && align === undefined,
    width: boundedNumber(width, 'Too many decimal digits in format string') ?? 0,
    grouping: (grouping as FormatSpecification['grouping']) ?? '',
    precision: boundedNumber(precision, 'Too many decimal digits in format string'),
    type: type ?? '',
  };
}

/** Thousands are parted in decimal numbers; `_` also parts digits of other bases. */
function checkGrouping(grouping: string | undefined, type: string): void {
  if (grouping === undefined || 'defgEG%F'.includes(type)) return;
  if (grouping === '_' && 'boxX'.includes(type)) return;
  throw raise(ValueError, `Cannot specify '${grouping}' with '${type}'.`);
}

function boundedNumber(text: string | undefined, problem: string): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (value > 2147483647) throw raise(ValueError, problem);
  return value;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function pad(body: string, spec: FormatSpecification, fallback: '<' | '>'): string {
  const missing = spec.width - codePoints(body);
  if (missing <= 0) return body;
  const align = spec.align === '' ? fallback : spec.align;
  if (align === '<') return body + spec.fill.repeat(missing);
  if (align === '^') {
    const left = missing >> 1;
    return spec.fill.repeat(left) + body + spec.fill.repeat(missing - left);
  }
  return spec.fill.repeat(missing) + body;
}

/** `format(str, specification)`. */
export function formatString(value: string, specification: string): string {
  if (specification === '') return value;
  const spec = parseSpecification(specification, 'str');
  if (spec.type !== '' && spec.type !== 's') throw unknownCode(spec.type, 'str');
  if (spec.sign !== '') {
    throw raise(
      ValueError,
      spec.sign === ' '
        ? 'Space not allowed in string format specifier'
        : 'Sign not allowed in string format specifier',
    );
  }
  if (spec.noNegativeZero) {
    throw raise(ValueError, 'Negative zero coercion (z) not allowed in string format specifier');
  }
  if (spec.alternate) throw raise(ValueError, 'Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=' && !spec.zeroPadded) {
    throw raise(ValueError, "'=' alignment not allowed in string format specifier");
  }
  let body = value;
  if (spec.precision !== null && body.length > spec.precision) {
    body = [...body].slice(0, spec.precision).join('');
  }
  return pad(body, spec.zeroPadded ? { ...spec, align: '<' } : spec, '<');
}

function unknownCode(type: string, typeName: string): Error {
  return raise(ValueError, `Unknown format code '${type}' for object of type '${typeName}'`);
}

/** Joins sign, prefix and digits, with grouping and padding. `rest` is what follows the integer part. */
export function assemble(
  spec: FormatSpecification,
  parts: { negative: boolean; prefix: string; digits: string; rest: string; groupSize: number },
): string {
  const sign = parts.negative ? '-' : spec.sign === '+' ? '+' : spec.sign === ' ' ? ' ' : '';
  const head = sign + parts.prefix;
  let digits = parts.digits;
  if (spec.grouping !== '' && parts.digits !== '') {
    const minimum =
      spec.fill === '0' && spec.align === '=' ? spec.width - head.length - codePoints(parts.rest) : 0;
    digits = group(digits, spec.grouping, parts.groupSize, minimum);
  }
  const body = digits + parts.rest;
  if (spec.align === '=') {
    const missing = spec.width - head.length - codePoints(body);
    return head + (missing > 0 ? spec.fill.repeat(missing) : '') + body;
  }
  return pad(head + body, spec, '>');
}

function group(digits: string, separator: string, size: number, minimum: number): string {
  let text = insertSeparators(digits, separator, size);
  let padded = digits;
  while (text.length < minimum) {
    padded = `0${padded}`;
    text = insertSeparators(padded, separator, size);
  }
  // A separator may not stand first: CPython then leaves one zero more.
  return text;
}

function insertSeparators(digits: string, separator: string, size: number): string {
  let text = '';
  for (let end = digits.length; end > 0; end -= size) {
    const part = digits.slice(Math.max(0, end - size), end);
    text = text === '' ? part : `${part}${separator}${text}`;
  }
  return text;
}

const RADIXES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 };

/** `format(int, specification)`; `typeName` is `int` or `bool`. */
export function formatInteger(value: number | bigint, specification: string, typeName = 'int'): string {
  if (specification === '') return value.toString();
  const spec = parseSpecification(specification, typeName);
  switch (spec.type) {
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%':
      return formatDouble(integerToDouble(value), spec, typeName);
    case '':
    case 'b':
    case 'c':
    case 'd':
    case 'n':
    case 'o':
    case 'x':
    case 'X':
      break;
    default:
      throw unknownCode(spec.type, typeName);
  }
  if (spec.precision !== null) throw raise(ValueError, 'Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) {
    throw raise(ValueError, 'Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (spec.type === 'c') return formatCharacter(value, spec);
  if (spec.grouping === ',' && 'boxXn'.includes(spec.type) && spec.type !== '') {
    throw raise(ValueError, `Cannot specify ',' with '${spec.type}'.`);
  }
  if (spec.grouping === '_' && spec.type === 'n') throw raise(ValueError, "Cannot specify '_' with 'n'.");
  const radix = RADIXES[spec.type] ?? 10;
  const negative = value < 0;
  let digits = (negative ? -value : value).toString(radix);
  if (spec.type === 'X') digits = digits.toUpperCase();
  const prefix = spec.alternate && radix !== 10 ? `0${spec.type}` : '';
  return assemble(spec, { negative, prefix, digits, rest: '', groupSize: radix === 10 ? 3 : 4 });
}

function formatCharacter(value: number | bigint, spec: FormatSpecification): string {
  if (spec.sign !== '') throw raise(ValueError, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate)
    throw raise(ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
  if (spec.grouping !== '') throw raise(ValueError, `Cannot specify '${spec.grouping}' with 'c'.`);
  if (typeof value === 'bigint') throw raise(OverflowError, 'Python int too large to convert to C long');
  if (value < 0 || value > 0x10ffff) throw raise(OverflowError, '%c arg not in range(0x110000)');
  return pad(String.fromCodePoint(Number(value)), spec, '<');
}

/** `format(float, specification)`. */
export function formatFloat(value: number, specification: string, typeName = 'float'): string {
  if (specification === '') return floatRepr(value);
  return formatDouble(value, parseSpecification(specification, typeName), typeName);
}

function formatDouble(value: number, spec: FormatSpecification, typeName: string): string {
  if (spec.grouping !== '' && spec.type === 'n') {
    throw raise(ValueError, `Cannot specify '${spec.grouping}' with 'n'.`);
  }
  const { negative, digits, rest } = doubleParts(value, spec, typeName);
  const showSign = negative && !(spec.noNegativeZero && /^[0.e+%-]*$/i.test(digits + rest));
  return assemble(spec, { negative: showSign, prefix: '', digits, rest, groupSize: 3 });
}

/** The unsigned text of a double under a specification: integer digits, and everything after them. */
function doubleParts(
  value: number,
  spec: FormatSpecification,
  typeName: string,
): { negative: boolean; digits: string; rest: string } {
  const negative = value < 0 || Object.is(value, -0);
  const upper = spec.type === 'E' || spec.type === 'F' || spec.type === 'G';
  const percent = spec.type === '%';
  if (!Number.isFinite(value)) {
    if (!'eEfFgGn%'.includes(spec.type)) throw unknownCode(spec.type, typeName);
    const name = Number.isNaN(value) ? 'nan' : 'inf';
    return {
      negative: negative && name === 'inf',
      digits: '',
      rest: (upper ? name.toUpperCase() : name) + (percent ? '%' : ''),
    };
  }
  let text: string;
  switch (spec.type) {
    case 'e':
    case 'E':
      text = exponentNotation(value, spec.precision ?? 6, spec.alternate, spec.type);
      break;
    case 'f':
    case 'F':
      text = fixedNotation(value, spec.precision ?? 6, spec.alternate);
      break;
    case '%':
      text = `${fixedNotation(value * 100, spec.precision ?? 6, spec.alternate)}%`;
      break;
    case 'g':
    case 'G':
    case 'n':
      text = generalNotation(
        value,
        spec.precision ?? 6,
        spec.alternate,
        spec.type === 'G' ? 'E' : 'e',
        false,
      );
      break;
    case '':
      text =
        spec.precision === null
          ? floatRepr(Math.abs(value))
          : generalNotation(value, spec.precision, spec.alternate, 'e', true);
      break;
    default:
      throw unknownCode(spec.type, typeName);
  }
  const end = text.search(/[^0-9]/);
  return end < 0
    ? { negative, digits: text, rest: '' }
    : { negative, digits: text.slice(0, end), rest: text.slice(end) };
}

/** `%f` of the magnitude. */
export function fixedNotation(value: number, precision: number, alternate: boolean): string {
  const text = fixedDigits(value, precision);
  return alternate && precision === 0 ? `${text}.` : text;
}

/** `%e` of the magnitude. */
export function exponentNotation(
  value: number,
  precision: number,
  alternate: boolean,
  letter: string,
): string {
  const { digits, exponent } = significantDigits(value, precision + 1);
  const point = precision > 0 || alternate ? '.' : '';
  return `${digits[0]}${point}${digits.slice(1)}${exponentText(exponent, letter)}`;
}

/**
 * `%g` of the magnitude. `keepPoint` is the rule of a specification without a type: at least one digit after the
 * point, which makes it turn to scientific notation one digit earlier.
 */
export function generalNotation(
  value: number,
  precision: number,
  alternate: boolean,
  letter: string,
  keepPoint: boolean,
): string {
  const count = precision === 0 ? 1 : precision;
  const { digits, exponent } = significantDigits(value, count);
  const scientific = exponent < -4 || exponent >= (keepPoint ? count - 1 : count);
  const kept = alternate ? digits : digits.replace(/0+$/, '');
  if (scientific) {
    const body = kept === '' ? '0' : kept;
    const fraction = body.slice(1);
    return `${body[0]}${fraction !== '' || alternate ? '.' : ''}${fraction}${exponentText(exponent, letter)}`;
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${kept}`;
  const whole = digits.slice(0, exponent + 1);
  const fraction = kept.slice(exponent + 1);
  if (fraction === '') return keepPoint ? `${whole}.0` : alternate ? `${whole}.` : whole;
  return `${whole}.${fraction}`;
}

/** `format(complex, specification)`. */
export function formatComplex(value: PyComplex, specification: string): string {
  const spec = parseSpecification(specification, 'complex');
  if (spec.type !== '' && !'eEfFgGn'.includes(spec.type)) throw unknownCode(spec.type, 'complex');
  if (spec.align === '=' || spec.fill === '0') {
    throw raise(
      ValueError,
      spec.fill === '0'
        ? 'Zero padding is not allowed in complex format specifier'
        : "'=' alignment flag is not allowed in complex format specifier",
    );
  }
  if (spec.type !== '' && !'eEfFgGn'.includes(spec.type)) throw unknownCode(spec.type, 'complex');
  const plain: FormatSpecification = { ...spec, width: 0, align: '', fill: ' ' };
  const partSpec: FormatSpecification =
    spec.type === '' ? { ...plain, type: spec.precision === null ? '' : 'g' } : plain;
  const part = (double: number, sign: FormatSpecification['sign']): string => {
    const text = formatDouble(double, { ...partSpec, sign }, 'complex');
    return partSpec.type === '' ? text.replace(/\.0$/, '') : text;
  };
  const parenthesised = spec.type === '' && !(value.real === 0 && !Object.is(value.real, -0));
  const imaginary = `${part(value.imaginary, '+')}j`;
  const body =
    spec.type === '' && !parenthesised
      ? `${part(value.imaginary, spec.sign)}j`
      : `${part(value.real, spec.sign)}${imaginary}`;
  return pad(parenthesised ? `(${body})` : body, spec, '>');
}

/** `repr(complex)`. */
export function complexRepr(value: PyComplex): string {
  const text = (double: number) => floatRepr(double).replace(/\.0$/, '');
  if (value.real === 0 && !Object.is(value.real, -0)) return `${text(value.imaginary)}j`;
  const imaginary = text(value.imaginary);
  const signed = /^[-n]/.test(imaginary) && imaginary !== 'nan' ? imaginary : `+${imaginary}`;
  return `(${text(value.real)}${signed}j)`;
}

/** The refusal of a specification by classes without their own `__format__`. */
export function unsupportedSpecification(typeName: string): Error {
  return raise(PyTypeError, `unsupported format string passed to ${typeName}.__format__`);
}
