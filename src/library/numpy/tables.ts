/** Tables of text whose columns have types of their own: what `genfromtxt` and `loadtxt` make of them. */
import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyFloat, PyList, type Value } from '../../python/values.ts';
import { castArray, parseFloatText } from './casting.ts';
import { toArray } from './conversion.ts';
import { type DTypeName, dtypeInfo, kindOf, promoteTypes } from './dtypes.ts';
import { scalarText } from './elementText.ts';
import { concreteArray, type NdArray, requireData } from './ndarray.ts';
import { contiguousItems, fromItems, Memory } from './storage.ts';
import { type Column, rowsOver } from './structs/rows.ts';
import { makeStruct, structType, structTypeOf } from './structs/types.ts';

/** How the fields of a table are read. */
export interface ColumnOptions {
  /** What a column's field that is missing becomes; undefined for the type's own. */
  readonly filling: (column: number) => Value | undefined;
  /** Texts that count as missing besides the empty one. */
  readonly missing: ReadonlySet<string>;
  /** A script's own function for a column. */
  readonly converter: (column: number) => ((text: string) => Value) | null;
  /** Raise for a field that does not fit the type, as `loadtxt` does. */
  readonly strict: boolean;
}

const integer = /^[+-]?\d+$/;
const truth = /^(true|false)$/i;

/** The type that a column's fields have in common, as `dtype=None` finds it. */
function typeOfFields(fields: readonly string[], missing: ReadonlySet<string>): DTypeName {
  const present = fields.filter(field => field !== '' && !missing.has(field));
  if (present.length > 0 && present.every(field => truth.test(field))) return 'bool';
  if (present.every(field => integer.test(field))) return present.length > 0 ? 'int64' : 'bool';
  if (present.every(field => parseFloatText(field) !== null)) return 'float64';
  return `<U${Math.max(1, ...fields.map(field => [...field].length))}`;
}

/** One column as an array. */
function columnArray(
  fields: readonly string[],
  dtype: DTypeName | null,
  column: number,
  options: ColumnOptions,
  py: Interpreter,
): NdArray {
  const convert = options.converter(column);
  if (convert !== null) {
    const made = toArray(new PyList(fields.map(field => convert(field))), py);
    return dtype === null || !options.strict ? made : castArray(made, dtype);
  }
  const type = dtype ?? typeOfFields(fields, options.missing);
  const kind = kindOf(type);
  if ('USO'.includes(kind)) return castArray(toArray(new PyList([...fields])), type);
  const values = fields.map((field, row): Value => {
    const isMissing = field === '' || options.missing.has(field);
    const filling = isMissing && !options.strict ? options.filling(column) : undefined;
    if (filling !== undefined) return filling;
    return fieldValue(field, type, row, column, options.strict);
  });
  return toArray(new PyList(values), py, type);
}

/** A field as a value of a type; what does not fit becomes the type's default, or an error. */
function fieldValue(field: string, type: DTypeName, row: number, column: number, strict: boolean): Value {
  const kind = kindOf(type);
  if (kind === 'b' && truth.test(field)) return /^t/i.test(field);
  if (kind === 'M' || kind === 'm') return field;
  const number = parseFloatText(field);
  const whole = kind !== 'i' && kind !== 'u' ? number : integer.test(field) ? Number(field) : null;
  if (whole !== null) return kind === 'f' || kind === 'c' ? new PyFloat(number!) : whole;
  if (strict) {
    throw raise(
      ValueError,
      `could not convert string ${scalarText(field, true)} to ${type} at row ${row}, column ${column + 1}.`,
    );
  }
  if (kind === 'f' || kind === 'c') return new PyFloat(Number.NaN);
  return kind === 'b' ? false : number === null ? -1 : Math.trunc(number);
}

/** An array of rows from one array for each field. */
export function structOfColumns(dtype: DTypeName, columns: readonly NdArray[]): NdArray {
  const { fields } = structType(dtype);
  const own = columns.map((column, index): Column => {
    const cast = castArray(column, fields[index].dtype);
    return { field: fields[index], width: 1, memory: new Memory(contiguousItems(requireData(cast))) };
  });
  const length = columns[0]?.shape[0] ?? 0;
  return concreteArray(fromItems(rowsOver(own, length), [length], dtype));
}

/** What is asked of a table: the type (null: found by the fields), the names of columns. */
export interface TableRequest {
  readonly dtype: DTypeName | null;
  readonly names: readonly string[] | null;
}

/** A table as a two-dimensional array where the columns share a type and have no names, else as rows of fields. */
export function tableArray(
  rows: readonly (readonly string[])[],
  request: TableRequest,
  options: ColumnOptions,
  py: Interpreter,
): NdArray {
  const width = rows[0]?.length ?? 0;
  const struct = request.dtype === null ? null : structTypeOf(request.dtype);
  if (struct !== null && struct.fields.length !== width && rows.length > 0) {
    throw raise(
      ValueError,
      `The dtype passed requires ${struct.fields.length} columns but ${width} were found at row 1; use \`usecols\` to select a subset and avoid this error`,
    );
  }
  const columns = Array.from({ length: struct?.fields.length ?? width }, (_, index) => {
    const fields = rows.map(row => row[index].trim());
    return columnArray(fields, struct?.fields[index].dtype ?? request.dtype, index, options, py);
  });
  const names = request.names;
  if (struct !== null) {
    const dtype =
      names === null
        ? struct.name
        : makeStruct(struct.fields.map((field, index) => ({ ...field, name: names[index] ?? field.name })));
    return structOfColumns(dtype, columns);
  }
  const types = columns.map(column => column.dtype);
  if (names === null && sharesType(types)) return sideBySide(columns, types, rows.length);
  const plans = types.map((dtype, index) => ({
    name: names?.[index] ?? `f${index}`,
    dtype,
    bigEndian: false,
    shape: [],
  }));
  return structOfColumns(makeStruct(plans), columns);
}

function sharesType(types: readonly DTypeName[]): boolean {
  return types.every(type => type === types[0] || (kindOf(type) === 'U' && kindOf(types[0]) === 'U'));
}

function sideBySide(columns: readonly NdArray[], types: readonly DTypeName[], length: number): NdArray {
  const type = types.length === 0 ? 'float64' : types.reduce(promoteTypes);
  const items = columns.map(column => contiguousItems(requireData(castArray(column, type))));
  const width = columns.length;
  const values: Value[] = [];
  for (let row = 0; row < length; row++)
    for (let column = 0; column < width; column++) values.push(items[column][row] as Value);
  const typed = 'USO'.includes(kindOf(type)) ? values : undefined;
  const data =
    typed === undefined
      ? requireData(castArray(concreteArray(fromItems(values, [length, width], 'object')), type))
      : fromItems(typed, [length, width], type);
  return concreteArray(data);
}

/** Names of columns that can be attributes, as `genfromtxt` changes them. */
export function validNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((given, index) => {
    let name = given
      .trim()
      .replaceAll(' ', '_')
      .replace(/[~!@#$%^&*()\-=+\\|\]}[{';:/?.>,<"]/g, '');
    if (name === '') name = `f${index}`;
    if (['return', 'file', 'print'].includes(name)) name += '_';
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}_${count}`;
  });
}

/** Whether a type has fields. */
export const hasFields = (dtype: DTypeName | null): boolean =>
  dtype !== null && dtypeInfo(dtype).kind === 'V';
