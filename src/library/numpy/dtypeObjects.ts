/** `np.dtype` objects, and how a `dtype=` argument is read. */
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import { method, named, property, StaticMethod } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import {
  boolClass,
  bytesClass,
  complexClass,
  floatClass,
  intClass,
  objectClass,
  strClass,
} from '../../python/types.ts';
import { NotKnown, PyList, PyObject, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { isTime } from './dates/units.ts';
import { type DTypeName, dtypeFromText, dtypeInfo, kindOf, longName, typeString } from './dtypes.ts';
import type { NdArray } from './ndarray.ts';
import {
  dtypeOfClass,
  floatingClass,
  inexactClass,
  integerClass,
  numberClass,
  scalarClassOf,
  signedIntegerClass,
  unsignedIntegerClass,
  voidClass,
} from './scalars.ts';
import { fieldType, structArgument } from './structs/reading.ts';
import {
  alignmentOf,
  type Field,
  makeSubarray,
  renamed,
  selectFields,
  structRepr,
  structTypeOf,
} from './structs/types.ts';
import { fieldNames, namesOf, overColumns } from './structs/values.ts';

/** Whether the order of bytes matters to a type. */
function hasOrder(dtype: DTypeName): boolean {
  const { kind, itemSize } = dtypeInfo(dtype);
  return 'iufcmMU'.includes(kind) && itemSize > 1;
}

/** Whether a `dtype=` argument names the big-endian order of bytes. */
export function isSwapped(value: Value): boolean {
  if (value instanceof DTypeObject) return value.swapped;
  return typeof value === 'string' && /^[>!]/.test(value);
}

/** `np.dtype('float32')`. */
export class DTypeObject extends PyObject {
  cls: PyClass;
  dtype: DTypeName;
  /** The array whose type it is, for changes of field names. */
  readonly owner: NdArray | null;
  /** Whether bytes of this type lie the other way round (big endian); arrays in memory never do. */
  readonly swapped: boolean;
  constructor(dtype: DTypeName, owner: NdArray | null = null, swapped = false) {
    super();
    this.dtype = dtype;
    this.owner = owner;
    this.swapped = swapped && (hasOrder(dtype) || structTypeOf(dtype) !== null);
    this.cls = classOfType(dtype);
  }

  /** Gives the fields other names, in the array too that the type belongs to. */
  rename(names: readonly string[]): void {
    this.dtype = renamed(this.dtype, names);
    if (this.owner === null) return;
    const old = fieldNames(this.owner.dtype);
    const view = overColumns(this.owner, this.dtype, old);
    this.owner.adopt(view);
  }
}

const pythonTypes = new Map<PyClass, DTypeName>([
  [floatClass, 'float64'],
  [intClass, 'int64'],
  [boolClass, 'bool'],
  [complexClass, 'complex128'],
  [strClass, '<U0'],
  [bytesClass, '|S0'],
  [objectClass, 'object'],
  [floatingClass, 'float64'],
  [inexactClass, 'float64'],
  [numberClass, 'float64'],
  [integerClass, 'int64'],
  [signedIntegerClass, 'int64'],
  [unsignedIntegerClass, 'uint64'],
]);

/**
 * Reads the `dtype=` argument of what makes an array; null for None. TypeError for what is no type, NotKnown for the
 * big-endian order of bytes, in which no array is held.
 */
export function dtypeArgument(value: Value, py: Interpreter | null = null): DTypeName | null {
  const type = typeInAnyOrder(value, py);
  if (type === null || !isSwapped(value)) return type;
  if (value instanceof DTypeObject) refuseSwappedStructure(value);
  if (!hasOrder(type)) return type;
  const text = typeString(type);
  throw new NotKnown(
    `arrays of big-endian numbers are not supported: '${text.replace('<', '>')}'; '${text}' holds the same values`,
  );
}

/** As {@link dtypeArgument}, for those that ask only which type it is, or turn the bytes round themselves. */
export function typeInAnyOrder(value: Value, py: Interpreter | null = null): DTypeName | null {
  if (value === null) return null;
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof DTypeObject) return value.dtype;
  if (typeof value === 'string') {
    const found = dtypeFromText(value) ?? structArgument(value, item => requiredDType(item, py), py);
    if (found !== null) return found;
    throw raise(TypeError, `data type '${value}' not understood`, {
      blame: { kind: 'argument', name: 'dtype' },
    });
  }
  if (value === voidClass) throw new NotKnown('types of bytes without fields are not modelled');
  if (value instanceof PyClass) return pythonTypes.get(value) ?? dtypeOfClass(value) ?? 'object';
  const struct = structArgument(value, item => requiredDType(item, py), py);
  if (struct !== null) return struct;
  const own =
    py?.getAttributeOrUndefined(value, 'as_numpy_dtype') ?? py?.getAttributeOrUndefined(value, 'dtype');
  if (own !== undefined && own !== value) return typeInAnyOrder(own, py);
  throw raise(TypeError, `Cannot interpret '${py?.repr(value) ?? ''}' as a data type`);
}

/** A `dtype=` argument that must be given. */
export function requiredDType(value: Value, py: Interpreter | null = null): DTypeName {
  return dtypeArgument(value, py) ?? 'float64';
}

const letters: Record<string, string> = {
  bool: '?',
  int8: 'b',
  uint8: 'B',
  int16: 'h',
  uint16: 'H',
  int32: 'i',
  uint32: 'I',
  int64: 'l',
  uint64: 'L',
  float16: 'e',
  float32: 'f',
  float64: 'd',
  complex64: 'F',
  complex128: 'D',
  object: 'O',
};

/** The one-letter code of a type (`dtype.char`). */
export function typeLetter(name: DTypeName): string {
  return letters[name] ?? kindOf(name);
}

/** Only the names of the fields are known of a structure whose numbers are big-endian. */
function refuseSwappedStructure(type: DTypeObject): void {
  if (type.swapped && structTypeOf(type.dtype) !== null)
    throw new NotKnown('structures of big-endian numbers are not supported');
}

const nameOf = (self: Value): DTypeName => (self as DTypeObject).dtype;

function orderedString(self: Value): string {
  refuseSwappedStructure(self as DTypeObject);
  const text = typeString(nameOf(self));
  return (self as DTypeObject).swapped ? text.replace('<', '>') : text;
}

/** The order that `newbyteorder` asks for: another one, a certain one, or the same. */
export function swappedBy(order: Value, now: boolean): boolean {
  switch (String(order).toLowerCase()[0]) {
    case 's':
      return !now;
    case '>':
    case 'b':
      return true;
    case '<':
    case 'l':
    case '=':
    case 'n':
      return false;
    case '|':
    case 'i':
      return now;
    default:
      throw raise(ValueError, `${String(order)} is an unrecognized byteorder`);
  }
}

function sameType(self: Value, other: Value, py: Interpreter): boolean {
  try {
    if (other !== null && (self as DTypeObject).swapped !== isSwapped(other)) return false;
    return other !== null && nameOf(self) === typeInAnyOrder(other, py);
  } catch (error) {
    if (error instanceof NotKnown) throw error;
    return false;
  }
}

const fieldsOf = (self: Value): readonly Field[] | null => {
  const struct = structTypeOf(nameOf(self));
  return struct === null || struct.subarray !== null ? null : struct.fields;
};

const fieldObject = ({ dtype, shape }: Field): DTypeObject =>
  new DTypeObject(shape.length > 0 ? makeSubarray(dtype, shape) : dtype);

/** `dtype.descr`: what a file's header says of a type. */
function descriptionOf(dtype: DTypeName): Value {
  const struct = structTypeOf(dtype);
  if (struct === null || struct.subarray !== null) return new PyList([new PyTuple(['', typeString(dtype)])]);
  return new PyList(
    struct.fields.map(field => {
      const nested = structTypeOf(field.dtype);
      const type = nested === null ? typeString(field.dtype) : descriptionOf(field.dtype);
      const shape = field.shape.length > 0 ? [new PyTuple([...field.shape])] : [];
      return new PyTuple([field.name, type, ...shape]);
    }),
  );
}

/** `np.dtype`. */
export const dtypeClass: PyClass = new PyClass(
  'dtype',
  [objectClass],
  [
    [
      '__new__',
      new StaticMethod(
        method('__new__(cls, dtype, align=False, copy=False)', ([, dtype, align], py) => {
          const read = (item: Value): DTypeName => requiredDType(item, py);
          const aligned = py.truth(align) ? structArgument(dtype, read, py, true) : null;
          const type = aligned ?? typeInAnyOrder(dtype, py) ?? 'float64';
          return new DTypeObject(type, null, isSwapped(dtype));
        }),
      ),
    ],
    ...named(
      method('__repr__(self)', ([self]) => {
        const name = nameOf(self);
        if ((self as DTypeObject).swapped) return `dtype('${orderedString(self)}')`;
        if (name === 'object') return "dtype('O')";
        const struct = structTypeOf(name);
        if (struct !== null) return structRepr(struct);
        return `dtype('${isTime(name) ? typeString(name) : name.replace('|', '')}')`;
      }),
      method('__str__(self)', ([self]) =>
        (self as DTypeObject).swapped ? orderedString(self) : nameOf(self),
      ),
      method('__eq__(self, other)', ([self, other], py) => sameType(self, other, py)),
      method('__ne__(self, other)', ([self, other], py) => !sameType(self, other, py)),
      method('__len__(self)', ([self]) => fieldsOf(self)?.length ?? 0),
      method('__bool__(self)', () => true),
      method('__getitem__(self, key)', ([self, key], py) => {
        refuseSwappedStructure(self as DTypeObject);
        const names = namesOf(key);
        if (names !== null) return new DTypeObject(selectFields(nameOf(self), names));
        return new DTypeObject(fieldType(nameOf(self), key, py));
      }),
      method('newbyteorder(self, new_order="S", /)', ([self, order]) => {
        const type = self as DTypeObject;
        return new DTypeObject(type.dtype, null, swappedBy(order, type.swapped));
      }),
      method('__hash__(self)', ([self]) => {
        let hash = 17;
        for (const character of nameOf(self)) hash = (hash * 31 + character.charCodeAt(0)) % 1000000007;
        return hash;
      }),
    ),
    property('name', self => longName(nameOf(self))),
    property('kind', self => kindOf(nameOf(self))),
    property('char', self => typeLetter(nameOf(self))),
    property('str', self => orderedString(self)),
    property('itemsize', self => dtypeInfo(nameOf(self)).itemSize),
    property('alignment', self => alignmentOf(nameOf(self))),
    property('type', self => scalarClassOf(nameOf(self))),
    property('byteorder', self => {
      if (fieldsOf(self) !== null) return '|';
      if ((self as DTypeObject).swapped) return '>';
      return dtypeInfo(nameOf(self)).itemSize === 1 || nameOf(self) === 'object' ? '|' : '=';
    }),
    property('shape', self => new PyTuple([...(structTypeOf(nameOf(self))?.subarray?.shape ?? [])])),
    property('ndim', self => structTypeOf(nameOf(self))?.subarray?.shape.length ?? 0),
    property(
      'names',
      self => {
        const fields = fieldsOf(self);
        return fields === null ? null : new PyTuple(fields.map(field => field.name));
      },
      (self, value, py) => {
        const names = py.collect(value).map(String);
        (self as DTypeObject).rename(names);
      },
    ),
    property('fields', self => {
      refuseSwappedStructure(self as DTypeObject);
      const fields = fieldsOf(self);
      if (fields === null) return null;
      const entries = fields.map((field): [string, Value] => [
        field.name,
        new PyTuple([fieldObject(field), field.offset]),
      ]);
      return PyDict.fromStrings(entries);
    }),
    property('subdtype', self => {
      const subarray = structTypeOf(nameOf(self))?.subarray ?? null;
      return subarray === null
        ? null
        : new PyTuple([new DTypeObject(subarray.dtype), new PyTuple([...subarray.shape])]);
    }),
    property('base', self => {
      const subarray = structTypeOf(nameOf(self))?.subarray ?? null;
      return subarray === null ? self : new DTypeObject(subarray.dtype);
    }),
    property('descr', self => {
      refuseSwappedStructure(self as DTypeObject);
      return descriptionOf(nameOf(self));
    }),
    property('isbuiltin', self => (structTypeOf(nameOf(self)) === null ? 1 : 0)),
    property('num', self => [...Object.keys(letters)].indexOf(nameOf(self))),
    property('isalignedstruct', self => structTypeOf(nameOf(self))?.aligned ?? false),
    property('isnative', self => !(self as DTypeObject).swapped),
    property('hasobject', self => nameOf(self) === 'object' || /'O'/.test(nameOf(self))),
  ],
  { module: 'numpy', allocate: () => new DTypeObject('float64') },
);
/** The class of the dtype objects of each scalar type: `dtype[float32]`. */
const classesByType = new Map<PyClass, PyClass>();

function classOfType(dtype: DTypeName): PyClass {
  const scalar = scalarClassOf(dtype);
  let found = classesByType.get(scalar);
  if (found === undefined) {
    const name = `dtype[${scalar.name}]`;
    found = new PyClass(name, [dtypeClass], [], { module: 'numpy', errorName: `numpy.${name}` });
    classesByType.set(scalar, found);
  }
  return found;
}
