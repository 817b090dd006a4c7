/** Rows from Python values and from rows of other types; fields as arrays; rows as Python tuples. */

import type { PyClass } from '../../../python/classes.ts';
import { IndexError, raise, TypeError, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyList, PyObject, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { elementOf } from '../casting.ts';
import { toArray } from '../conversion.ts';
import type { DTypeName } from '../dtypes.ts';
import { abstractArray, concreteArray, inOrder, NdArray, requireData, viewOf } from '../ndarray.ts';
import { plainElement } from '../plainElements.ts';
import { makeScalar, recordClass, voidClass } from '../scalars.ts';
import { ArrayData, contiguousItems, fromItems, Memory, rowMajorStrides } from '../storage.ts';
import { columnsOf, rowsOver } from './rows.ts';
import { elementsOf, type Field, isStruct, selectFields, structType } from './types.ts';

/** `np.void`: one row of a structured array, which it looks into. */
export class StructScalar extends PyObject {
  override cls: PyClass;
  readonly array: NdArray;
  constructor(array: NdArray) {
    super();
    this.array = array;
    this.cls = structType(array.dtype).isRecord ? recordClass : voidClass;
  }
}

/** The names of the fields. */
export const fieldNames = (dtype: DTypeName): string[] => structType(dtype).fields.map(field => field.name);

/** A field by its name. ValueError where there is none. */
export function fieldOf(dtype: DTypeName, name: string): Field {
  const field = structType(dtype).fields.find(item => item.name === name);
  if (field === undefined) throw raise(ValueError, `no field of name ${name}`);
  return field;
}

/** `array['field']`: a view. */
export function fieldView(array: NdArray, name: string): NdArray {
  const field = fieldOf(array.dtype, name);
  if (array.data === null) {
    const view = abstractArray([...array.shape, ...field.shape], field.dtype);
    view.base = array.base ?? array;
    return inOrder(view, field.bigEndian);
  }
  const { data } = array;
  const column = columnsOf(data.items)!.find(item => item.field.name === name)!;
  const strides = [...data.strides.map(stride => stride * column.width), ...rowMajorStrides(field.shape)];
  const own = new ArrayData(
    column.memory,
    field.dtype,
    [...data.shape, ...field.shape],
    strides,
    data.offset * column.width,
  );
  return inOrder(viewOf(array, own), field.bigEndian);
}

/** `array[['a', 'b']]`: a view of some fields. */
export function fieldsView(array: NdArray, names: readonly string[]): NdArray {
  const dtype = selectFields(
    array.dtype,
    names.map(name => fieldOf(array.dtype, name).name),
  );
  return overColumns(array, dtype, names);
}

/** The same columns under another type, whose fields are those of these names in order. */
export function overColumns(array: NdArray, dtype: DTypeName, names: readonly string[]): NdArray {
  if (array.data === null) return abstractArray(array.shape, dtype);
  const { data } = array;
  const columns = columnsOf(data.items)!;
  const { fields } = structType(dtype);
  const chosen = names.map((name, index) => ({
    ...columns.find(column => column.field.name === name)!,
    field: fields[index],
  }));
  const memory = new Memory(rowsOver(chosen, data.items.length));
  return viewOf(array, new ArrayData(memory, dtype, data.shape, data.strides, data.offset));
}

/** One Python value as a row: a tuple by its items, anything else for every field. */
export function rowOf(value: Value, dtype: DTypeName, py: Interpreter | null): PyTuple {
  const { fields } = structType(dtype);
  if (value instanceof StructScalar) return convertedRow(rowIn(value.array), value.array.dtype, dtype);
  const items = value instanceof PyTuple ? value.items : null;
  if (items !== null && items.length !== fields.length) {
    throw raise(
      ValueError,
      `could not assign tuple of length ${items.length} to structure with ${fields.length} fields.`,
    );
  }
  return new PyTuple(
    fields.map((field, index) => fieldElement(items?.[index] ?? (items ? null : value), field, py)),
  );
}

function fieldElement(value: Value, { dtype, shape }: Field, py: Interpreter | null): Value {
  if (shape.length === 0) return isStruct(dtype) ? rowOf(value, dtype, py) : elementOf(value, dtype);
  const given = toArray(value, py, isStruct(dtype) ? null : dtype);
  const items = contiguousItems(requireData(given));
  const wanted = elementsOf(shape);
  if (items.length !== 1 && items.length !== wanted) {
    throw raise(ValueError, 'could not broadcast input array into the shape of a subarray');
  }
  return new PyTuple(
    Array.from({ length: wanted }, (_, i) => (items.length === 1 ? items[0] : items[i]) as Value),
  );
}

const rowIn = (array: NdArray): PyTuple => {
  const data = requireData(array);
  return data.items[data.offset] as PyTuple;
};

/** A row of one structured type as one of another: field by field, in order. */
export function convertedRow(row: PyTuple, from: DTypeName, to: DTypeName): PyTuple {
  const [source, target] = [structType(from).fields, structType(to).fields];
  if (source.length !== target.length) {
    throw raise(
      ValueError,
      `structures must have the same size: ${source.length} fields against ${target.length}`,
    );
  }
  return new PyTuple(
    row.items.map((item, index) => {
      const [own, wanted] = [source[index], target[index]];
      if (own.dtype === wanted.dtype) return item;
      if (isStruct(own.dtype)) return convertedRow(item as PyTuple, own.dtype, wanted.dtype);
      if (own.shape.length === 0) return elementOf(makeScalar(own.dtype, item), wanted.dtype);
      return new PyTuple(
        (item as PyTuple).items.map(part => elementOf(makeScalar(own.dtype, part), wanted.dtype)),
      );
    }),
  );
}

/** Any Python value as an array of a structured type: lists are axes, tuples rows. */
export function structArray(value: Value, dtype: DTypeName, py: Interpreter | null): NdArray {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof NdArray) return value.dtype === dtype ? value : structFromArray(value, dtype, py);
  const shape: number[] = [];
  for (let level: Value = value; level instanceof PyList; level = level.items[0] ?? null) {
    if (level.lost !== null) throw new NotKnown(level.lost.reason);
    shape.push(level.items.length);
    if (level.items.length === 0) break;
  }
  // Contents of structures are not followed before the run.
  if (py !== null && !py.running) return abstractArray(shape, dtype);
  const rows: Value[] = [];
  const collect = (item: Value, depth: number): void => {
    if (depth === shape.length) rows.push(rowOf(item, dtype, py));
    else {
      const { items } = item as PyList;
      if (items.length !== shape[depth]) throw raise(ValueError, 'setting an array element with a sequence.');
      for (const inner of items) collect(inner, depth + 1);
    }
  };
  collect(value, 0);
  return concreteArray(fromItems(rows, shape, dtype));
}

/** An array of another type as one of rows. */
export function structFromArray(array: NdArray, dtype: DTypeName, py: Interpreter | null): NdArray {
  if (array.data === null) return abstractArray(array.shape, dtype);
  const items = contiguousItems(array.data);
  const convert = isStruct(array.dtype)
    ? (item: Value) => convertedRow(item as PyTuple, array.dtype, dtype)
    : (item: Value) => rowOf(makeScalar(array.dtype, item), dtype, py);
  const rows = Array.from(items as ArrayLike<Value>, convert);
  return concreteArray(fromItems(rows, array.data.shape, dtype));
}

/** Refuses a conversion of rows to single values. */
export function refuseConversion(from: DTypeName, to: DTypeName): never {
  const text = (dtype: DTypeName): string => (isStruct(dtype) ? `dtype(${dtype})` : `dtype('${dtype}')`);
  throw raise(
    TypeError,
    `Cannot cast array data from ${text(from)} to ${text(to)} according to the rule 'unsafe'`,
  );
}

/** A row as the tuple that `item` and `tolist` give. */
export function plainRow(row: PyTuple, dtype: DTypeName, py: Interpreter | null): PyTuple {
  return new PyTuple(
    structType(dtype).fields.map((field, index) => {
      const item = row.items[index];
      if (field.shape.length > 0) {
        const items = (item as PyTuple).items;
        return inOrder(concreteArray(fromItems([...items], field.shape, field.dtype)), field.bigEndian);
      }
      if (isStruct(field.dtype)) return plainRow(item as PyTuple, field.dtype, py);
      return plainElement(field.dtype, item, py);
    }),
  );
}

/** The names that a list index asks for, or null for other indices. */
export function namesOf(key: Value): string[] | null {
  if (!(key instanceof PyList) || key.items.length === 0) return null;
  return key.items.every(item => typeof item === 'string') ? (key.items as string[]) : null;
}

/** `row[key]`: a field by name or place. */
export function rowItem(scalar: StructScalar, key: Value): NdArray {
  const { dtype } = scalar.array;
  if (typeof key === 'string') return fieldView(scalar.array, key);
  const names = fieldNames(dtype);
  const index = Number(key);
  if (!Number.isInteger(index) || index >= names.length || index < -names.length)
    throw raise(IndexError, `invalid index (${String(key)})`);
  return fieldView(scalar.array, names[index < 0 ? index + names.length : index]);
}
