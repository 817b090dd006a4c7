/** Arrays from text: `loadtxt` and `genfromtxt`. */
import { decodeBytes } from '../../python/builtins/codecs.ts';
import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { FileGlimpse } from '../../python/policy.ts';
import type { Suspendable } from '../../python/suspension.ts';
import { NotKnown, PyList, type Value } from '../../python/values.ts';
import { isWhole } from '../dataFiles.ts';
import { integerArgument, integersArgument } from './arguments.ts';
import { castArray, parseFloatText } from './casting.ts';
import { toArray } from './conversion.ts';
import { requiredDType } from './dtypeObjects.ts';
import { type DTypeName, kindOf } from './dtypes.ts';
import { scalarText } from './elementText.ts';
import { abstractArray, concreteArray, type NdArray } from './ndarray.ts';
import { reduced } from './npyFormat.ts';
import { readFile } from './sources.ts';
import { fromItems } from './storage.ts';
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

export function* loadText(args: readonly Value[], py: Interpreter): Suspendable<Value> {
  const [file, dtype, comments, delimiter, , skip, columns, unpack, rank, , maximum] = args;
  const options: TextOptions = {
    dtype: requiredDType(dtype, py),
    comments: textOrNull(comments),
    delimiter: textOrNull(delimiter),
    skip: integerArgument(skip, py),
    columns: columns === null ? null : integersArgument(columns, py),
    filling: null,
  };
  const source = yield* readFile(file, py);
  const rows = readFields(source, options);
  const kept = maximum === null ? rows : rows.slice(0, integerArgument(maximum, py));
  const whole = isWhole(source) || kept.length < rows.length;
  const array = seen(shaped(arrayOfFields(kept, options), integerArgument(rank, py)), whole, py);
  return py.truth(unpack) ? transpose(array) : array;
}

export function* generateFromText(args: readonly Value[], py: Interpreter): Suspendable<Value> {
  const [file, dtype, comments, delimiter, skipHeader, skipFooter, , , filling, columns, nameList] = args;
  if (nameList !== null) throw new NotKnown('genfromtxt with names is not modelled');
  const options: TextOptions = {
    dtype: dtype === null ? 'float64' : requiredDType(dtype, py),
    comments: textOrNull(comments),
    delimiter: textOrNull(delimiter),
    skip: integerArgument(skipHeader, py),
    columns: columns === null ? null : integersArgument(columns, py),
    filling: filling === null ? Number.NaN : Number(toArray(filling, py).data!.items[0]),
  };
  const source = yield* readFile(file, py);
  const rows = readFields(source, options);
  const kept = rows.slice(0, rows.length - integerArgument(skipFooter, py));
  return seen(shaped(arrayOfFields(kept, options), 0), isWhole(source), py);
}
