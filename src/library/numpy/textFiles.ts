/** Arrays from text: `loadtxt` and `genfromtxt`. */
import { gunzipSync } from 'fflate';
import { decodeBytes, encodeText } from '../../python/builtins/codecs.ts';
import { PyFile } from '../../python/builtins/files.ts';
import { PyDict } from '../../python/collections.ts';
import { OSError, raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { FileGlimpse } from '../../python/policy.ts';
import type { Suspendable } from '../../python/suspension.ts';
import { NotKnown, PyBytes, PyList, PyTuple, type Value } from '../../python/values.ts';
import { isWhole } from '../dataFiles.ts';
import { integerArgument, integersArgument, sequenceOf } from './arguments.ts';
import { castArray, parseFloatText } from './casting.ts';
import { toArray } from './conversion.ts';
import { dtypeArgument, requiredDType } from './dtypeObjects.ts';
import { type DTypeName, kindOf } from './dtypes.ts';
import { scalarText } from './elementText.ts';
import { abstractArray, concreteArray, type NdArray } from './ndarray.ts';
import { reduced } from './npyFormat.ts';
import { pathOf, readFile } from './sources.ts';
import { fromItems } from './storage.ts';
import { fieldNames, fieldView } from './structs/values.ts';
import { hasFields, tableArray, validNames } from './tables.ts';
import { atLeast, reshape, squeeze, transpose } from './views.ts';

interface TextOptions {
  readonly dtype: DTypeName;
  readonly delimiter: string | null;
  readonly skip: number;
  readonly columns: readonly number[] | null;
  readonly comments: string | null;
  /** What stands for a field that is no number; null raises instead. */
  readonly filling: number | null;
}

/** The fields of every line that is not empty. */
function readFields(file: FileGlimpse, options: TextOptions): string[][] {
  const lines = decodeBytes(file.head, 'utf-8', 'replace').split(/\r?\n/);
  // What is cut off in the middle of a line is no line.
  if (!isWhole(file)) lines.pop();
  lines.splice(0, options.skip);
  const rows: string[][] = [];
  for (const line of lines) {
    const bare = options.comments === null ? line : line.split(options.comments)[0];
    if (bare.trim() === '') continue;
    const fields = options.delimiter === null ? bare.trim().split(/\s+/) : bare.split(options.delimiter);
    rows.push(
      options.columns === null
        ? fields
        : options.columns.map(column => fields[column < 0 ? column + fields.length : column] ?? ''),
    );
  }
  return rows;
}

function arrayOfFields(rows: readonly string[][], options: TextOptions): NdArray {
  const width = rows[0]?.length ?? 0;
  rows.forEach((row, index) => {
    if (row.length !== width) {
      throw raise(
        ValueError,
        `the number of columns changed from ${width} to ${row.length} at row ${index + 1}; use \`usecols\` to select a subset and avoid this error`,
      );
    }
  });
  const kind = kindOf(options.dtype);
  if (kind === 'U' || kind === 'O')
    return castArray(
      toArray(new PyList(rows.map(row => new PyList(row.map(field => field.trim()))))),
      options.dtype,
    );
  const numbers = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    row.forEach((field, j) => {
      const number = parseFloatText(field);
      if (number === null && options.filling === null) {
        throw raise(
          ValueError,
          `could not convert string ${scalarText(field, true)} to ${options.dtype} at row ${i}, column ${j + 1}.`,
        );
      }
      numbers[i * width + j] = number ?? options.filling ?? Number.NaN;
    });
  });
  return castArray(concreteArray(fromItems(numbers, [rows.length, width], 'float64')), options.dtype);
}

function shaped(array: NdArray, rank: number): NdArray {
  let result = squeeze(array, null);
  if (result.rank < rank)
    result =
      rank === 2 && result.rank === 1 && array.shape[1] === 1
        ? reshape(result, [-1, 1])
        : atLeast(result, rank as 1 | 2);
  return result;
}

/** What analysis keeps of the array: its contents where they are few; of a file's beginning only its columns. */
function seen(array: NdArray, isAll: boolean, py: Interpreter): NdArray {
  if (py.running) return array;
  if (isAll) return reduced(array);
  if (array.rank !== 2) throw new NotKnown('the file is too long to read before the run');
  return abstractArray([null, array.shape[1]], array.dtype);
}

function textOrNull(value: Value): string | null {
  return typeof value === 'string' ? value : null;
}

/** The bytes of a file, or of a list of lines; what is packed by gzip is unpacked, as its name says. */
function* sourceOf(value: Value, py: Interpreter): Suspendable<FileGlimpse> {
  if (!(value instanceof PyList || value instanceof PyTuple)) {
    const found = yield* readFile(value, py);
    const packed = value instanceof PyFile ? null : /\.(gz|bz2|xz|lzma)$/.exec(pathOf(value, py));
    if (packed === null) return found;
    if (packed[1] !== 'gz') throw new NotKnown(`.${packed[1]} files are not modelled`);
    if (found.head.length < found.size) throw new NotKnown('the file is too long to read before the run');
    try {
      const head = gunzipSync(found.head);
      return { head, size: head.length };
    } catch {
      throw raise(OSError, `Not a gzipped file (${py.repr(new PyBytes(found.head.slice(0, 2)))})`);
    }
  }
  const lines = py.collect(value).map(line => (typeof line === 'string' ? line : String(py.str(line))));
  const head = encodeText(lines.map(line => line.replace(/\n$/, '')).join('\n'), 'utf-8', 'strict');
  return { head, size: head.length };
}

/** The functions of `converters=` by column: a dict by place or name, or one function for all. */
function convertersOf(given: Value, encoding: Value, names: readonly string[], py: Interpreter) {
  if (given === null) return () => null;
  const argument = (text: string): Value =>
    encoding === 'bytes' ? new PyBytes(encodeText(text, 'latin-1', 'replace')) : text;
  const calling = (callback: Value) => (text: string) => py.call(callback, [argument(text)]);
  if (!(given instanceof PyDict)) return () => calling(given);
  const byColumn = new Map<number, Value>();
  for (const [key, callback] of given.entries())
    byColumn.set(typeof key === 'string' ? names.indexOf(key) : Number(key), callback);
  return (column: number) => {
    const callback = byColumn.get(column);
    return callback === undefined ? null : calling(callback);
  };
}

/** A table with a type for each column, as analysis keeps it: its contents are not followed. */
function seenTable(array: NdArray, isAll: boolean, py: Interpreter): NdArray {
  if (py.running || !hasFields(array.dtype)) return seen(array, isAll, py);
  return abstractArray(isAll ? array.shape : [null], array.dtype);
}

function* loadTable(
  args: readonly Value[],
  options: TextOptions,
  converters: Value,
  py: Interpreter,
): Suspendable<Value> {
  const [file, , , , , , , unpack, rank, encoding, maximum] = args;
  const source = yield* sourceOf(file, py);
  const rows = readFields(source, options);
  const kept = maximum === null ? rows : rows.slice(0, integerArgument(maximum, py));
  const converter = convertersOf(converters, encoding, [], py);
  const places = options.columns;
  const table = tableArray(
    kept,
    { dtype: options.dtype, names: null },
    {
      filling: () => undefined,
      missing: new Set(),
      converter: column => converter(places?.[column] ?? column),
      strict: true,
    },
    py,
  );
  const shapedTable = hasFields(table.dtype)
    ? shapedRows(table, integerArgument(rank, py))
    : shaped(table, integerArgument(rank, py));
  const array = seenTable(shapedTable, isWhole(source), py);
  if (!py.truth(unpack)) return array;
  if (!hasFields(array.dtype)) return transpose(array);
  return new PyList(fieldNames(array.dtype).map(name => fieldView(array, name)));
}

/** One row alone is no axis. */
function shapedRows(table: NdArray, rank: number): NdArray {
  return table.shape[0] === 1 && rank === 0 ? reshape(table, []) : table;
}

export function* loadText(args: readonly Value[], py: Interpreter): Suspendable<Value> {
  const [file, dtype, comments, delimiter, converters, skip, columns, unpack, rank, , maximum] = args;
  const options: TextOptions = {
    dtype: requiredDType(dtype, py),
    comments: textOrNull(comments),
    delimiter: textOrNull(delimiter),
    skip: integerArgument(skip, py),
    columns: columns === null ? null : integersArgument(columns, py),
    filling: null,
  };
  if (hasFields(options.dtype) || converters !== null) return yield* loadTable(args, options, converters, py);
  const source = yield* sourceOf(file, py);
  const rows = readFields(source, options);
  const kept = maximum === null ? rows : rows.slice(0, integerArgument(maximum, py));
  const whole = isWhole(source) || kept.length < rows.length;
  const array = seen(shaped(arrayOfFields(kept, options), integerArgument(rank, py)), whole, py);
  return py.truth(unpack) ? transpose(array) : array;
}

/** The names that `names=` gives: those of the first line, of a text with commas, of a list. */
function namesArgument(value: Value, firstLine: () => readonly string[], py: Interpreter): string[] | null {
  if (value === null) return null;
  if (value === true) return validNames(firstLine());
  if (typeof value === 'string') return validNames(value.split(','));
  return validNames(py.collect(value).map(String));
}

/** Columns by place or by name. */
function columnsArgument(value: Value, names: readonly string[] | null, py: Interpreter): number[] | null {
  if (value === null) return null;
  const items = sequenceOf(value, py) ?? (typeof value === 'string' ? value.split(',') : [value]);
  return items.map(item => {
    if (typeof item !== 'string') return integerArgument(item, py);
    const place = names?.indexOf(item.trim()) ?? -1;
    if (place < 0) throw raise(ValueError, `'${item}' is not in list`);
    return place;
  });
}

function fillingArgument(value: Value, names: readonly string[], py: Interpreter) {
  if (value === null) return () => undefined;
  if (value instanceof PyDict) {
    const entries = [...value.entries()].map(([key, filling]): [number, Value] => [
      typeof key === 'string' ? names.indexOf(key) : Number(key),
      filling,
    ]);
    const byColumn = new Map(entries);
    return (column: number): Value | undefined => byColumn.get(column);
  }
  const items = sequenceOf(value, py);
  return (column: number): Value | undefined => (items === null ? value : items[column]);
}

function missingArgument(value: Value, py: Interpreter): ReadonlySet<string> {
  if (value === null) return new Set();
  if (typeof value === 'string') return new Set(value.split(','));
  if (value instanceof PyDict) return new Set([...value.values()].map(String));
  return new Set(py.collect(value).map(String));
}

/** Lines of another length than the first, as `genfromtxt` reports them all at once. */
function checkWidths(rows: readonly (readonly string[])[], skipped: number): void {
  const width = rows[0]?.length ?? 0;
  const wrong = rows.flatMap((row, index) =>
    row.length === width
      ? []
      : [`    Line #${index + skipped + 1} (got ${row.length} columns instead of ${width})`],
  );
  if (wrong.length > 0) throw raise(ValueError, ['Some errors were detected !', ...wrong].join('\n'));
}

export function* generateFromText(args: readonly Value[], py: Interpreter): Suspendable<Value> {
  const [file, dtype, comments, delimiter, skipHeader, skipFooter, converters, missing, filling, columns] =
    args;
  const [nameList, encoding, unpack, maximum] = args.slice(10);
  const skip = integerArgument(skipHeader, py);
  const asked = dtypeArgument(dtype, py);
  const options: TextOptions = {
    dtype: asked ?? 'float64',
    comments: textOrNull(comments),
    delimiter: textOrNull(delimiter),
    skip,
    columns: null,
    filling: Number.NaN,
  };
  const source = yield* sourceOf(file, py);
  const lines = readFields(source, { ...options, comments: nameList === true ? null : options.comments });
  const header = nameList === true ? lines.shift() : undefined;
  const rows =
    header === undefined ? lines : readFields(source, options).filter(row => !sameFields(row, header));
  const allNames = namesArgument(nameList, () => (header ?? []).map(name => name.replace(/^#\s*/, '')), py);
  const chosen = columnsArgument(columns, allNames, py);
  const footer = integerArgument(skipFooter, py);
  const end = maximum === null ? rows.length - footer : integerArgument(maximum, py);
  const whole = rows.slice(0, end);
  if (chosen === null) checkWidths(whole, skip + (header === undefined ? 0 : 1));
  const kept = whole.map(row =>
    chosen === null ? row : chosen.map(column => row[column < 0 ? column + row.length : column] ?? ''),
  );
  const names =
    chosen === null || allNames === null || allNames.length === chosen.length
      ? allNames
      : chosen.map(column => allNames[column]);
  const placed = (column: number): number => chosen?.[column] ?? column;
  const converter = convertersOf(converters, encoding, allNames ?? [], py);
  const fillings = fillingArgument(filling, names ?? [], py);
  const table = tableArray(
    kept,
    { dtype: asked, names },
    {
      filling: fillings,
      missing: missingArgument(missing, py),
      converter: column => converter(placed(column)),
      strict: false,
    },
    py,
  );
  const all = isWhole(source) || maximum !== null;
  if (asked === null && !all)
    throw new NotKnown('the types of the columns depend on lines that were not read');
  const array = seenTable(hasFields(table.dtype) ? shapedRows(table, 0) : shaped(table, 0), all, py);
  return unpack !== undefined && py.truth(unpack) && !hasFields(array.dtype) ? transpose(array) : array;
}

const sameFields = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((field, index) => field === b[index]);
