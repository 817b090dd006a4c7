/** Reading structured types as scripts write them: lists of fields, dicts, texts with commas. */
import { PyDict } from '../../../python/collections.ts';
import { KeyError, raise, TypeError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import type { DTypeName, OrderedType } from '../dtypes.ts';
import { recordClass } from '../scalars.ts';
import { asRecordType, type FieldPlan, makeStruct, makeSubarray, structTypeOf } from './types.ts';

/** Reads the type of one field with the order of its bytes; given by the caller, who reads every type. */
export type ReadType = (value: Value) => OrderedType;

/** A structured type from a list, dict, tuple or text; null for what is written otherwise. */
export function structArgument(
  value: Value,
  read: ReadType,
  py: Interpreter | null,
  aligned = false,
): DTypeName | null {
  if (value instanceof PyList) {
    if (value.lost !== null) throw new NotKnown(value.lost.reason);
    return makeStruct(
      value.items.map(item => fieldPlan(item, read, py)),
      { aligned },
    );
  }
  if (value instanceof PyDict) return structOfDict(value, read, py, aligned);
  if (value instanceof PyTuple && value.items.length === 2) return typeOfPair(value.items, read);
  return typeof value === 'string' ? structOfText(value, read) : null;
}

function fieldPlan(item: Value, read: ReadType, py: Interpreter | null): FieldPlan {
  if (item instanceof Unknown) throw new NotKnown(item.reason);
  const parts = item instanceof PyTuple ? item.items : [];
  if (parts.length < 2 || parts.length > 3) {
    throw raise(TypeError, `Field elements must be 2- or 3-tuples, got '${py?.repr(item) ?? ''}'`);
  }
  const [first, type, shape] = parts;
  const name = first instanceof PyTuple ? first.items[1] : first;
  if (name instanceof Unknown) throw new NotKnown(name.reason);
  if (typeof name !== 'string') throw raise(TypeError, 'field names must be strings');
  return plan(name, read(type), shape === undefined ? [] : shapeOf(shape));
}

/** A field whose type may be one of subarrays. */
function plan(name: string, { dtype, bigEndian }: OrderedType, shape: readonly number[]): FieldPlan {
  const subarray = structTypeOf(dtype)?.subarray ?? null;
  if (subarray === null) return { name, dtype, bigEndian, shape };
  return { ...subarray, name, shape: [...shape, ...subarray.shape] };
}

function shapeOf(value: Value): number[] {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (typeof value === 'number') return [value];
  if (value instanceof PyTuple || value instanceof PyList) return value.items.flatMap(shapeOf);
  throw raise(TypeError, 'the shape of a field must be integers');
}

/** `(numpy.record, [...])`, or a type with the shape of subarrays. */
function typeOfPair([first, second]: readonly Value[], read: ReadType): DTypeName {
  if (first === recordClass) return asRecordType(read(second).dtype, true);
  const shape = shapeOf(second);
  return shape.length === 0 ? read(first).dtype : makeSubarray(read(first), shape);
}

function structOfDict(given: PyDict, read: ReadType, py: Interpreter | null, aligned: boolean): DTypeName {
  const names = given.getString('names');
  const formats = given.getString('formats');
  const list = (value: Value): readonly Value[] =>
    value instanceof PyList || value instanceof PyTuple ? value.items : py!.collect(value);
  if (names !== undefined && formats !== undefined) {
    const types = list(formats);
    const plans = list(names).map((name, index) => plan(String(name), read(types[index]), []));
    const offsets = given.getString('offsets') ?? null;
    const itemSize = given.getString('itemsize') ?? null;
    return makeStruct(plans, {
      offsets: offsets === null ? null : list(offsets).map(Number),
      itemSize: itemSize === null ? null : Number(itemSize),
      aligned: aligned || given.getString('aligned') === true,
    });
  }
  const fields = [...given.entries()].map(([name, value]) => {
    const parts = value instanceof PyTuple ? value.items : [value, 0];
    return { plan: plan(String(name), read(parts[0]), []), offset: Number(parts[1] ?? 0) };
  });
  fields.sort((a, b) => a.offset - b.offset);
  return makeStruct(
    fields.map(field => field.plan),
    { offsets: fields.map(field => field.offset) },
  );
}

/** `'i4, f8, (2,)U5'`; null for a text that names one type. */
function structOfText(text: string, read: ReadType): DTypeName | null {
  const parts = text.split(/,(?![^(]*\))/).map(part => part.trim());
  // The order of bytes may stand before the lengths, too.
  const pattern = /^([<>=|]?)(?:\(([\d,\s]*)\)|(\d+))([a-zA-Z<>=|?].*)$/;
  if (parts.length === 1 && !pattern.test(text)) return null;
  const plans = parts
    .filter(part => part !== '')
    .map((part, index): FieldPlan => {
      const sized = pattern.exec(part);
      if (sized === null) return plan(`f${index}`, read(part), []);
      const shape = (sized[2] ?? sized[3])
        .split(',')
        .filter(length => length.trim() !== '')
        .map(Number);
      return plan(`f${index}`, read(sized[1] + sized[4]), shape);
    });
  if (parts.length > 1) return makeStruct(plans);
  return makeSubarray(plans[0], plans[0].shape);
}

/** `dtype['field']`, `dtype[0]`: the type of a field. */
export function fieldType(dtype: DTypeName, key: Value, py: Interpreter): OrderedType {
  const struct = structTypeOf(dtype);
  if (struct === null || struct.fields.length === 0)
    throw raise(KeyError, `There are no fields in dtype ${py.repr(dtype)}.`);
  const found =
    typeof key === 'string' ? struct.fields.find(field => field.name === key) : struct.fields.at(Number(key));
  if (found === undefined)
    throw raise(
      KeyError,
      typeof key === 'string' ? `Field named '${key}' not found.` : 'Field index out of range.',
    );
  return found.shape.length > 0 ? { dtype: makeSubarray(found, found.shape), bigEndian: false } : found;
}
