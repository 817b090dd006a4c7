/** `str` and `repr` of arrays, as NumPy 1.24 prints them. */
import { type PyComplex, PyFloat, PyList, type PyTuple, type Value } from '../../python/values.ts';
import { dateText } from './dates/text.ts';
import { NOT_A_TIME, timeTypeOf } from './dates/units.ts';
import { type DTypeName, dtypeInfo, kindOf } from './dtypes.ts';
import { bytesText, scalarText } from './elementText.ts';
import { type NdArray, requireData } from './ndarray.ts';
import { floatFormat } from './numberPrinting.ts';
import type { PrintOptions } from './printOptions.ts';
import type { ArrayData } from './storage.ts';
import { fieldsText, isStruct, structType } from './structs/types.ts';

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

/** `repr(array)`: `array([1, 2])`, with the type where it is not implied. Only that of text tells the order of bytes. */
export function arrayRepr(
  array: NdArray,
  options: PrintOptions,
  objectText?: ObjectText,
  prefix = 'array(',
): string {
  const data = requireData(array);
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
  const shown = kind === 'U' && array.bigEndian ? data.dtype.replace('<', '>') : data.dtype;
  const quoted = 'USMm'.includes(kind) && /[<>|[]/.test(shown) ? `'${shown}'` : shown;
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
