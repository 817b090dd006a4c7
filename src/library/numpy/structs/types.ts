/** Structured element types: fields with names, types and places, known by their name. */
import { raise, TypeError, ValueError } from '../../../python/errors.ts';
import { stringRepr } from '../../../python/operations/text.ts';
import { type DTypeName, dtypeInfo, type OrderedType, typeString } from '../dtypes.ts';

/** One field. `shape` is that of a subarray, empty for single elements; `offset` counts bytes. */
export interface Field extends OrderedType {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
}

/** A structured type; or, with `subarray`, a type whose elements are arrays. */
export interface StructType {
  readonly name: DTypeName;
  readonly fields: readonly Field[];
  readonly itemSize: number;
  /** Elements are `np.record`s. */
  readonly isRecord: boolean;
  readonly aligned: boolean;
  readonly subarray: (OrderedType & { readonly shape: readonly number[] }) | null;
}

/** Every structured type that was made, by its name, which says all there is to it. */
const known = new Map<DTypeName, StructType>();

/** Whether the name of an element type is one of a structured type. */
export function isStruct(dtype: DTypeName): boolean {
  const first = dtype.charCodeAt(0);
  // '[', '(' and '{' begin no other name.
  return first === 91 || first === 40 || first === 123;
}

/** What a structured type is made of; null for other types. */
export function structTypeOf(dtype: DTypeName): StructType | null {
  return isStruct(dtype) ? (known.get(dtype) ?? null) : null;
}

/** A structured type by its name, which must be one. */
export function structType(dtype: DTypeName): StructType {
  return known.get(dtype)!;
}

/** The bytes that a field takes. */
export function fieldSize({ dtype, shape }: Pick<Field, 'dtype' | 'shape'>): number {
  return dtypeInfo(dtype).itemSize * elementsOf(shape);
}

/** How many elements a subarray has. */
export function elementsOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** A field before it has its place. */
export type FieldPlan = Omit<Field, 'offset'>;

export interface StructOptions {
  readonly offsets?: readonly number[] | null;
  readonly itemSize?: number | null;
  readonly aligned?: boolean;
  readonly isRecord?: boolean;
}

/** Makes (or finds) the type of these fields. ValueError for a name that comes twice. */
export function makeStruct(plans: readonly FieldPlan[], options: StructOptions = {}): DTypeName {
  const names = plans.map((plan, index) => plan.name || `f${index}`);
  names.forEach((name, index) => {
    if (names.indexOf(name) < index)
      throw raise(ValueError, `field ${stringRepr(name)} occurs more than once`);
  });
  const aligned = options.aligned ?? false;
  let end = 0;
  let widest = 1;
  const fields = plans.map((plan, index): Field => {
    const step = aligned ? alignmentOf(plan.dtype) : 1;
    widest = Math.max(widest, step);
    const offset = options.offsets?.[index] ?? Math.ceil(end / step) * step;
    end = Math.max(end, offset + fieldSize(plan));
    return { name: names[index], dtype: plan.dtype, bigEndian: plan.bigEndian, shape: plan.shape, offset };
  });
  const itemSize = options.itemSize ?? Math.ceil(end / widest) * widest;
  return register({ fields, itemSize, isRecord: options.isRecord ?? false, aligned, subarray: null });
}

/** The bytes at whose multiples an element lies in aligned structures. */
export function alignmentOf(dtype: DTypeName): number {
  const struct = structTypeOf(dtype);
  if (struct !== null)
    return struct.aligned ? Math.max(1, ...struct.fields.map(field => alignmentOf(field.dtype))) : 1;
  const { kind, itemSize } = dtypeInfo(dtype);
  return kind === 'U' ? 4 : kind === 'S' ? 1 : kind === 'c' ? itemSize / 2 : itemSize;
}

/** The type of arrays of one shape as elements. */
export function makeSubarray({ dtype, bigEndian }: OrderedType, shape: readonly number[]): DTypeName {
  const itemSize = fieldSize({ dtype, shape });
  const subarray = { dtype, bigEndian, shape };
  return register({ fields: [], itemSize, isRecord: false, aligned: false, subarray });
}

/** The same structure with the bytes of every number in an order that follows from the one they stand in. */
export function reordered(dtype: DTypeName, order: (type: OrderedType) => OrderedType): DTypeName {
  const type = structType(dtype);
  const inner = (part: OrderedType): OrderedType =>
    isStruct(part.dtype) ? { dtype: reordered(part.dtype, order), bigEndian: false } : order(part);
  if (type.subarray !== null) return makeSubarray(inner(type.subarray), type.subarray.shape);
  return register({ ...type, fields: type.fields.map(field => ({ ...field, ...inner(field) })) });
}

/** Whether every number of a type stands in the machine's own order. */
export function isNative({ dtype, bigEndian }: OrderedType): boolean {
  const struct = structTypeOf(dtype);
  if (struct === null) return !bigEndian;
  return struct.subarray === null ? struct.fields.every(isNative) : isNative(struct.subarray);
}

/** The type that two structures of the same field names share, field by field; its numbers are native. */
export function promoteStructs(
  a: DTypeName,
  b: DTypeName,
  promote: (a: DTypeName, b: DTypeName) => DTypeName,
): DTypeName {
  const [left, right] = [structTypeOf(a), structTypeOf(b)];
  const alike =
    left !== null &&
    right !== null &&
    left.subarray === null &&
    right.subarray === null &&
    left.fields.length === right.fields.length &&
    left.fields.every((field, index) => field.name === right.fields[index].name) &&
    left.fields.every((field, index) => String(field.shape) === String(right.fields[index].shape));
  if (!alike) throw raise(TypeError, 'invalid type promotion');
  const plans = left.fields.map(({ name, dtype, shape }, index): FieldPlan => {
    return { name, dtype: promote(dtype, right.fields[index].dtype), bigEndian: false, shape };
  });
  const aligned = left.aligned || right.aligned;
  const made = structType(makeStruct(plans, { aligned, isRecord: left.isRecord && right.isRecord }));
  const same = a === b && isNative({ dtype: a, bigEndian: false });
  const inPlace = made.fields.every((field, index) => field.offset === left.fields[index].offset);
  return same && made.itemSize === left.itemSize && inPlace ? a : made.name;
}

/** The same fields, as records or not. */
export function asRecordType(dtype: DTypeName, isRecord: boolean): DTypeName {
  const type = structType(dtype);
  return type.isRecord === isRecord ? dtype : register({ ...type, isRecord });
}

/** The same type with other names of its fields. */
export function renamed(dtype: DTypeName, names: readonly string[]): DTypeName {
  const type = structType(dtype);
  const fields = type.fields.map((field, index) => ({ ...field, name: names[index] }));
  return register({ ...type, fields });
}

/** Some of the fields, each in its place. */
export function selectFields(dtype: DTypeName, names: readonly string[]): DTypeName {
  const { fields, itemSize } = structType(dtype);
  const chosen = names.map(name => fields.find(field => field.name === name)!);
  return makeStruct(chosen, { offsets: chosen.map(field => field.offset), itemSize });
}

function register(type: Omit<StructType, 'name'>): DTypeName {
  const name = nameOf(type);
  if (!known.has(name)) known.set(name, { ...type, name });
  return name;
}

/** `str(dtype)`. */
function nameOf(type: Omit<StructType, 'name'>): DTypeName {
  if (type.subarray !== null) return `(${shortText(type.subarray)}, ${shapeTupleText(type.subarray.shape)})`;
  const text = fieldsText(type);
  return type.isRecord ? `(numpy.record, ${text})` : text;
}

/** The fields without the mark of records. */
export function fieldsText(type: Omit<StructType, 'name'>): string {
  const { fields, itemSize, aligned } = type;
  let end = 0;
  const packed = fields.every(field => {
    const isNext = field.offset === end;
    end = field.offset + fieldSize(field);
    return isNext;
  });
  if (packed && end === itemSize && !aligned) {
    return `[${fields.map(fieldText).join(', ')}]`;
  }
  const list = (texts: readonly (string | number)[]): string => `[${texts.join(', ')}]`;
  const parts = [
    `'names': ${list(fields.map(field => stringRepr(field.name)))}`,
    `'formats': ${list(fields.map(formatText))}`,
    `'offsets': ${list(fields.map(field => field.offset))}`,
    `'itemsize': ${itemSize}`,
    ...(aligned ? [`'aligned': True`] : []),
  ];
  return `{${parts.join(', ')}}`;
}

function fieldText(field: Field): string {
  const shape = field.shape.length > 0 ? `, ${shapeTupleText(field.shape)}` : '';
  return `(${stringRepr(field.name)}, ${shortText(field)}${shape})`;
}

function formatText(field: Field): string {
  const { shape } = field;
  return shape.length === 0 ? shortText(field) : `(${shortText(field)}, ${shapeTupleText(shape)})`;
}

/** A type inside a structure: `'<i4'`, `'?'`, `'O'`, or the fields of another one. */
function shortText({ dtype, bigEndian }: OrderedType): string {
  if (isStruct(dtype)) return dtype;
  return stringRepr(dtype === 'bool' ? '?' : typeString(dtype, bigEndian).replace('|', ''));
}

export function shapeTupleText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** `repr(dtype)`. */
export function structRepr(type: StructType): string {
  const packedLike = type.aligned && !type.isRecord;
  if (packedLike) {
    const natural = makeStruct(type.fields, { aligned: true });
    if (natural === type.name) return `dtype([${type.fields.map(fieldText).join(', ')}], align=True)`;
  }
  return type.subarray !== null || type.isRecord ? `dtype(${type.name})` : `dtype(${fieldsText(type)})`;
}
