/** `str` and `repr` of arrays, as NumPy 1.24 prints them. */
import { type PyComplex, PyFloat, PyList, type PyTuple, type Value } from '../../python/values.ts';
import { roundTiesToEven } from './casting.ts';
import { dateText } from './dates/text.ts';
import { NOT_A_TIME, timeTypeOf } from './dates/units.ts';
import { type DTypeName, dtypeInfo, kindOf } from './dtypes.ts';
import { bytesText, scalarText, shortestExponential } from './elementText.ts';
import type { ArrayData } from './storage.ts';
import { fieldsText, isStruct, structType } from './structs/types.ts';

/** What `np.set_printoptions` sets. */
export interface PrintOptions {
  precision: number | null;
  threshold: number;
  edgeItems: number;
  lineWidth: number;
  suppress: boolean;
  nanText: string;
  infinityText: string;
  sign: '-' | '+' | ' ';
  floatMode: 'fixed' | 'unique' | 'maxprec' | 'maxprec_equal';
  /** Python functions by kind, as `formatter=` gives them. */
  formatter: ReadonlyMap<string, (value: Value) => string> | null;
}

export function defaultPrintOptions(): PrintOptions {
  return {
    precision: 8,
    threshold: 1000,
    edgeItems: 3,
    lineWidth: 75,
    suppress: false,
    nanText: 'nan',
    infinityText: 'inf',
    sign: '-',
    floatMode: 'maxprec',
    formatter: null,
  };
}

type ElementFormat = (element: Value) => string;

/** Python's repr for objects, given by the caller since it needs the interpreter. */
export type ObjectText = (value: Value) => string;

/** `array2string`. */
export function arrayText(
  data: ArrayData,
  options: PrintOptions,
  prefix = '',
  separator = ' ',
  suffix = '',
  objectText: ObjectText = value => scalarText(value, true),
): string {
  if (data.size === 0) return '[]';
  const summarize = data.size > options.threshold;
  const shown = summarize ? leadingAndTrailing(data, options.edgeItems) : allElements(data);
  const format = elementFormat(shown, data.dtype, options, objectText);
  const width = options.lineWidth - suffix.length;
  return formatRows(
    data,
    format,
    width,
    ' '.repeat(prefix.length + 1),
    separator,
    summarize ? options.edgeItems : 0,
    summarize,
  );
}

function allElements(data: ArrayData): Value[] {
  const values: Value[] = [];
  collect(data, 0, data.offset, values, Number.POSITIVE_INFINITY);
  return values;
}

function leadingAndTrailing(data: ArrayData, edge: number): Value[] {
  const values: Value[] = [];
  collect(data, 0, data.offset, values, edge);
  return values;
}

function collect(data: ArrayData, axis: number, offset: number, into: Value[], edge: number): void {
  if (axis === data.rank) {
    into.push(data.items[offset]);
    return;
  }
  const length = data.shape[axis];
  for (let i = 0; i < length; i++) {
    if (length > 2 * edge && i === edge) i = length - edge;
    if (i < length) collect(data, axis + 1, offset + i * data.strides[axis], into, edge);
  }
}

/** Lays rows out, breaking lines at the width, as `_formatArray` does. */
function formatRows(
  data: ArrayData,
  format: ElementFormat,
  lineWidth: number,
  nextLinePrefix: string,
  separator: string,
  edgeItems: number,
  summarize: boolean,
): string {
  const recurse = (axis: number, offset: number, hangingIndent: string, currentWidth: number): string => {
    const axesLeft = data.rank - axis;
    if (axesLeft === 0) return format(data.items[offset]);
    const nextIndent = hangingIndent + ' ';
    const nextWidth = currentWidth - 1;
    const length = data.shape[axis];
    const showSummary = summarize && 2 * edgeItems < length;
    const leading = showSummary ? edgeItems : 0;
    const trailing = showSummary ? edgeItems : length;
    const at = (index: number): number => offset + index * data.strides[axis];
    let text = '';
    if (axesLeft === 1) {
      const elementWidth = currentWidth - Math.max(separator.trimEnd().length, 1);
      let line = hangingIndent;
      const extend = (word: string): void => {
        if (line.length + word.length > elementWidth && line.length > hangingIndent.length) {
          text += line.trimEnd() + '\n';
          line = hangingIndent;
        }
        line += word;
      };
      for (let i = 0; i < leading; i++) {
        extend(recurse(axis + 1, at(i), nextIndent, nextWidth));
        line += separator;
      }
      if (showSummary) {
        extend('...');
        line += separator;
      }
      for (let i = trailing; i > 1; i--) {
        extend(recurse(axis + 1, at(length - i), nextIndent, nextWidth));
        line += separator;
      }
      // The last element also needs room for the closing brackets.
      extend(recurse(axis + 1, at(length - 1), nextIndent, nextWidth));
      text += line;
    } else {
      const lineSeparator = separator.trimEnd() + '\n'.repeat(axesLeft - 1);
      for (let i = 0; i < leading; i++)
        text += hangingIndent + recurse(axis + 1, at(i), nextIndent, nextWidth) + lineSeparator;
      if (showSummary) text += `${hangingIndent}...${lineSeparator}`;
      for (let i = trailing; i > 1; i--) {
        text += hangingIndent + recurse(axis + 1, at(length - i), nextIndent, nextWidth) + lineSeparator;
      }
      text += hangingIndent + recurse(axis + 1, at(length - 1), nextIndent, nextWidth);
    }
    return `[${text.slice(hangingIndent.length)}]`;
  };
  return recurse(0, data.offset, nextLinePrefix, lineWidth);
}

/** How every element is written, decided by all that are shown. */
function elementFormat(
  shown: readonly Value[],
  dtype: DTypeName,
  options: PrintOptions,
  objectText: ObjectText,
  zeroDimensional = false,
): ElementFormat {
  const kind = kindOf(dtype);
  const custom = customFormat(kind, options);
  if (custom) return custom;
  switch (kind) {
    case 'b':
      return value => (value === 1 ? 'True' : 'False').padStart(zeroDimensional ? 0 : 5);
    case 'i':
    case 'u': {
      const width = Math.max(...shown.map(value => String(value).length));
      return value => String(value).padStart(width);
    }
    case 'f':
      return floatFormat(shown as number[], dtype, options);
    case 'c':
      return complexFormat(shown as PyComplex[], dtype, options);
    case 'S':
      return value => bytesText(Array.from(value as string, character => character.charCodeAt(0)));
    case 'U':
      return value => scalarText(value, true);
    case 'V':
      return rowFormat(shown as PyTuple[], dtype, options, objectText);
    case 'M':
    case 'm':
      return timeFormat(shown as bigint[], dtype);
    case 'O':
      // Lists are told from arrays.
      return value => (value instanceof PyList ? `list(${objectText(value)})` : objectText(value));
  }
}

/** Rows in parentheses, each field as it is written in an array of its own. */
function rowFormat(
  shown: readonly PyTuple[],
  dtype: DTypeName,
  options: PrintOptions,
  objectText: ObjectText,
): ElementFormat {
  const formats = structType(dtype).fields.map((field, index) => {
    const own = shown.map(row => row.items[index]);
    if (field.shape.length === 0) return elementFormat(own, field.dtype, options, objectText);
    const parts = own.flatMap(item => (item as PyTuple).items);
    return subarrayFormat(elementFormat(parts, field.dtype, options, objectText), field.shape);
  });
  return value => {
    const texts = (value as PyTuple).items.map((item, index) => formats[index](item));
    return texts.length === 1 ? `(${texts[0]},)` : `(${texts.join(', ')})`;
  };
}

function subarrayFormat(format: ElementFormat, shape: readonly number[]): ElementFormat {
  const write = (items: readonly Value[], axis: number): string => {
    const each = items.length / shape[axis];
    const texts = Array.from({ length: shape[axis] }, (_, i) =>
      axis === shape.length - 1 ? format(items[i]) : write(items.slice(i * each, (i + 1) * each), axis + 1),
    );
    return `[${texts.join(', ')}]`;
  };
  return value => write((value as PyTuple).items, 0);
}

/** One row as `str` and `repr` write it. */
export function rowText(
  row: PyTuple,
  dtype: DTypeName,
  options: PrintOptions,
  objectText: ObjectText,
): string {
  return rowFormat([row], dtype, options, objectText)(row);
}

/** Dates in quotes, durations as numbers; what is no time to the right, in quotes. */
function timeFormat(shown: readonly bigint[], dtype: DTypeName): ElementFormat {
  const type = timeTypeOf(dtype)!;
  const write = (count: bigint): string => (type.kind === 'M' ? `'${dateText(count, type)}'` : String(count));
  const known = shown.filter(count => count !== NOT_A_TIME);
  const missing = known.length < shown.length ? 5 : 0;
  const width = Math.max(missing, ...known.map(count => write(count).length));
  return value => (value === NOT_A_TIME ? "'NaT'" : write(value as bigint)).padStart(width);
}

function customFormat(kind: string, options: PrintOptions): ElementFormat | null {
  const names: Record<string, string[]> = {
    b: ['bool'],
    i: ['int', 'int_kind'],
    u: ['int', 'int_kind'],
    f: ['float', 'float_kind'],
    c: ['complexfloat', 'complex_kind'],
    U: ['numpystr', 'str_kind'],
    S: ['numpystr', 'str_kind'],
    M: ['datetime'],
    m: ['timedelta'],
    O: ['object'],
  };
  for (const name of ['all', ...(names[kind] ?? [])].reverse()) {
    const format = options.formatter?.get(name);
    if (format) {
      return value =>
        format(kind === 'f' ? new PyFloat(value as number) : kind === 'b' ? value === 1 : value);
    }
  }
  return null;
}

/** NumPy's FloatingFormat. */
export function floatFormat(
  shown: readonly number[],
  dtype: DTypeName,
  options: PrintOptions,
): ElementFormat {
  const finite = shown.filter(Number.isFinite);
  const nonZero = finite.map(Math.abs).filter(value => value !== 0);
  let exponential = false;
  if (nonZero.length > 0 && !options.suppress) {
    const largest = Math.max(...nonZero);
    const smallest = Math.min(...nonZero);
    exponential = largest >= 1e8 || smallest < 0.0001 || largest / smallest > 1000;
  }
  const { precision, floatMode } = options;
  const format = exponential
    ? exponentialFormat(finite, dtype, precision ?? (dtype === 'float64' ? 8 : 8), floatMode, options)
    : positionalFormat(finite, dtype, precision, floatMode, options);
  let { left } = format;
  const { right } = format;
  if (finite.length !== shown.length) {
    const negativeInfinity = shown.some(value => value === Number.NEGATIVE_INFINITY);
    const nanLength = options.nanText.length;
    const infinityLength = options.infinityText.length + (options.sign !== '-' || negativeInfinity ? 1 : 0);
    const offset = right + 1;
    left = Math.max(left, nanLength - offset, infinityLength - offset);
  }
  return element => {
    const value = element as number;
    if (!Number.isFinite(value)) {
      const sign = options.sign === '+' ? '+' : '';
      const text = Number.isNaN(value)
        ? sign + options.nanText
        : (value < 0 ? '-' : sign) + options.infinityText;
      return text.padStart(left + right + 1);
    }
    return format.write(value, left);
  };
}

interface NumberFormat {
  /** Characters before the point (with the sign) and after it. */
  readonly left: number;
  readonly right: number;
  write(value: number, left: number): string;
}

function signed(text: string, options: PrintOptions): string {
  return options.sign === '+' && !text.startsWith('-') ? `+${text}` : text;
}

function exponentialFormat(
  finite: readonly number[],
  dtype: DTypeName,
  precision: number,
  mode: PrintOptions['floatMode'],
  options: PrintOptions,
): NumberFormat {
  const unique = mode !== 'fixed';
  const parts = finite.map(value => splitExponential(exponentialDigits(value, dtype, precision, unique)));
  const exponentSize = Math.max(2, ...parts.map(part => part.exponent.length - 1));
  const maximumFraction = Math.max(0, ...parts.map(part => part.fraction.length));
  const digits = mode === 'fixed' ? precision : maximumFraction;
  const left = Math.max(1, ...parts.map(part => signed(part.whole, options).length));
  // NumPy pads the fraction to the longest one and right-justifies by the width of the whole part.
  const right = exponentSize + 2 + digits;
  return {
    left,
    right,
    write: (value, width) => {
      const part = splitExponential(minusKept(value, value.toExponential(Math.min(100, digits))));
      const exponent = part.exponent[0] + part.exponent.slice(1).padStart(exponentSize, '0');
      return `${signed(part.whole, options)}.${part.fraction.padEnd(digits, '0')}e${exponent}`.padStart(
        width + right + 1,
      );
    },
  };
}

/** `-0` keeps its sign, which JavaScript's texts drop. */
function minusKept(value: number, text: string): string {
  return Object.is(value, -0) && !text.startsWith('-') ? `-${text}` : text;
}

function exponentialDigits(value: number, dtype: DTypeName, precision: number, unique: boolean): string {
  const cut = minusKept(value, value.toExponential(Math.min(100, precision)));
  if (!unique) return cut;
  const short = minusKept(value, shortestExponential(value, dtype));
  const fraction = /\.(\d+)e/.exec(short)?.[1].length ?? 0;
  if (fraction <= precision) return short;
  const [mantissa, exponent] = cut.split('e');
  return `${mantissa.replace(/\.?0+$/, '')}e${exponent}`;
}

function splitExponential(text: string): { whole: string; fraction: string; exponent: string } {
  const [mantissa, exponent] = text.split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return { whole, fraction, exponent: sign + exponent.replace(/[+-]/, '').padStart(2, '0') };
}

function positionalFormat(
  finite: readonly number[],
  dtype: DTypeName,
  precision: number | null,
  mode: PrintOptions['floatMode'],
  options: PrintOptions,
): NumberFormat {
  const unique = mode !== 'fixed';
  const limit = mode === 'unique' ? null : precision;
  const parts = finite.map(value => positionalDigits(value, dtype, limit, unique).split('.'));
  const left = Math.max(0, ...parts.map(([whole]) => signed(whole, options).length));
  const longest = Math.max(0, ...parts.map(([, fraction]) => fraction.length));
  const right = mode === 'fixed' ? (precision ?? longest) : longest;
  const zeros = mode === 'fixed' || mode === 'maxprec_equal';
  const nothing = finite.length === 0;
  return {
    left,
    right: nothing ? 0 : right,
    write: (value, width) => {
      const [whole, fraction] = positionalDigits(value, dtype, limit, unique).split('.');
      const padded = zeros ? fraction.padEnd(right, '0') : fraction.padEnd(right, ' ');
      return `${signed(whole, options).padStart(width)}.${padded}`;
    },
  };
}

/** Digits of a number with at most `precision` after the point (trailing zeros dropped): `12.5`, `3.`. */
export function positionalDigits(
  value: number,
  dtype: DTypeName,
  precision: number | null,
  unique: boolean,
): string {
  const short = unique ? expand(shortestExponential(value, dtype)) : null;
  const shortFraction = short?.split('.')[1]?.length ?? 0;
  let text: string;
  if (short !== null && (precision === null || shortFraction <= precision)) text = short;
  else text = fixedDigits(value, precision ?? 8);
  text = minusKept(value, text);
  if (!text.includes('.')) return `${text}.`;
  return unique ? text.replace(/0+$/, '') : text;
}

/** `toFixed` with halves to even, for any size. */
export function fixedDigits(value: number, digits: number): string {
  if (Math.abs(value) >= 1e21) return BigInt(value).toString();
  const text = value.toFixed(digits);
  const negative = value < 0 || Object.is(value, -0) ? '-' : '';
  const unsigned = text.replace('-', '');
  // Exactly in the middle (only possible for short binary fractions): to the even digit.
  const scaled = Math.abs(value) * 10 ** digits;
  if (scaled < 2 ** 52 && scaled % 1 === 0.5 && scaled / 10 ** digits === Math.abs(value) && digits < 16) {
    const even = roundTiesToEven(scaled);
    return negative + placePoint(String(even), digits);
  }
  return negative + unsigned;
}

function placePoint(digits: string, fraction: number): string {
  if (fraction === 0) return digits;
  const padded = digits.padStart(fraction + 1, '0');
  return `${padded.slice(0, -fraction)}.${padded.slice(-fraction)}`;
}

/** Writes `1.25e+3` out as `1250`. */
function expand(text: string): string {
  const [mantissa, exponentText] = text.split('e');
  const exponent = Number(exponentText);
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, '0');
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

function complexFormat(shown: readonly PyComplex[], dtype: DTypeName, options: PrintOptions): ElementFormat {
  const part = dtype === 'complex64' ? 'float32' : 'float64';
  const real = floatFormat(
    shown.map(value => value.real),
    part,
    options,
  );
  const imaginary = floatFormat(
    shown.map(value => value.imaginary),
    part,
    { ...options, sign: '+' },
  );
  return element => {
    const value = element as PyComplex;
    const second = imaginary(value.imaginary);
    const trimmed = second.trimEnd();
    return `${real(value.real)}${trimmed}j${' '.repeat(second.length - trimmed.length)}`;
  };
}

/** Whether `repr` leaves the type out, since reading the text back gives it anyway. */
function impliedType(data: ArrayData): boolean {
  return ['bool', 'int64', 'float64', 'complex128'].includes(data.dtype);
}

/** `repr(array)`: `array([1, 2])`, with the type where it is not implied. */
export function arrayRepr(
  data: ArrayData,
  options: PrintOptions,
  objectText?: ObjectText,
  prefix = 'array(',
): string {
  let body: string;
  if (data.size > 0 || (data.rank === 1 && data.shape[0] === 0)) {
    body =
      data.rank === 0
        ? zeroDimensional(data, options, objectText)
        : arrayText(data, options, prefix, ', ', ')', objectText);
  } else body = `[], shape=(${data.shape.join(', ')})`;
  if (data.size === 0 && data.rank === 1) body = '[]';
  const skip = impliedType(data) && data.size > 0;
  const { kind } = dtypeInfo(data.dtype);
  if (skip) return `${prefix}${body})`;
  const quoted = 'USMm'.includes(kind) && /[<|[]/.test(data.dtype) ? `'${data.dtype}'` : data.dtype;
  const isRecords = prefix !== 'array(' && isStruct(data.dtype);
  const type = `dtype=${isRecords ? fieldsText(structType(data.dtype)) : quoted}`;
  if (isRecords) return `${prefix}${body},\n${' '.repeat(prefix.length)}${type})`;
  const lastLine = body.length - (body.lastIndexOf('\n') + 1) + (body.includes('\n') ? 0 : prefix.length);
  const spacer = lastLine + type.length + 3 > options.lineWidth ? `\n${' '.repeat(prefix.length)}` : ' ';
  return `${prefix}${body},${spacer}${type})`;
}

function zeroDimensional(data: ArrayData, options: PrintOptions, objectText?: ObjectText): string {
  const format = elementFormat(
    [data.items[data.offset]],
    data.dtype,
    options,
    objectText ?? (value => scalarText(value, true)),
    true,
  );
  return format(data.items[data.offset]);
}
