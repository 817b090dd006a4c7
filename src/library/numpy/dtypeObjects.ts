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
import {
  canCast,
  type DTypeName,
  dtypeFromText,
  dtypeInfo,
  hasByteOrder,
  kindOf,
  longName,
  type OrderedType,
  typeString,
} from './dtypes.ts';
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
  isNative,
  makeSubarray,
  renamed,
  reordered,
  selectFields,
  structRepr,
  structTypeOf,
} from './structs/types.ts';
import { fieldNames, namesOf, overColumns } from './structs/values.ts';

/** `np.dtype('float32')`. */
export class DTypeObject extends PyObject {
  cls: PyClass;
  dtype: DTypeName;
  /** The array whose type it is, for changes of field names. */
  readonly owner: NdArray | null;
  readonly bigEndian: boolean;
  constructor(type: DTypeName | OrderedType, owner: NdArray | null = null) {
    super();
    const { dtype, bigEndian } = typeof type === 'string' ? { dtype: type, bigEndian: false } : type;
    this.dtype = dtype;
    this.owner = owner;
    this.bigEndian = bigEndian;
    this.cls = classOfType(dtype);
  }

  get type(): OrderedType {
    return { dtype: this.dtype, bigEndian: this.bigEndian };
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
 * Reads a `dtype=` argument with the order of its bytes; null for None. TypeError for what is no type. What makes an
 * array keeps the order; a ufunc computes in the machine's own ({@link nativeDType}).
 */
export function typeArgument(value: Value, py: Interpreter | null = null): OrderedType | null {
  if (value === null) return null;
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof DTypeObject) return value.type;
  const read = (item: Value): OrderedType => orderedType(item, py);
  if (typeof value === 'string') {
    if (/^[<>=|]?V\d*$/.test(value)) throw new NotKnown('types of bytes without fields are not modelled');
    const simple = dtypeFromText(value);
    if (simple !== null) return { dtype: simple, bigEndian: value.startsWith('>') && hasByteOrder(simple) };
    const struct = structArgument(value, read, py);
    if (struct !== null) return { dtype: struct, bigEndian: false };
    throw raise(TypeError, `data type '${value}' not understood`, {
      blame: { kind: 'argument', name: 'dtype' },
    });
  }
  if (value === voidClass) throw new NotKnown('types of bytes without fields are not modelled');
  if (value instanceof PyClass)
    return { dtype: pythonTypes.get(value) ?? dtypeOfClass(value) ?? 'object', bigEndian: false };
  const struct = structArgument(value, read, py);
  if (struct !== null) return { dtype: struct, bigEndian: false };
  const own =
    py?.getAttributeOrUndefined(value, 'as_numpy_dtype') ?? py?.getAttributeOrUndefined(value, 'dtype');
  if (own !== undefined && own !== value) return typeArgument(own, py);
  throw raise(TypeError, `Cannot interpret '${py?.repr(value) ?? ''}' as a data type`);
}

/** As {@link typeArgument}, with NumPy's type of floats for None. */
export function orderedType(value: Value, py: Interpreter | null = null): OrderedType {
  return typeArgument(value, py) ?? { dtype: 'float64', bigEndian: false };
}

/** As {@link typeArgument}, for those to whom the order of bytes makes no difference. */
export function dtypeArgument(value: Value, py: Interpreter | null = null): DTypeName | null {
  return typeArgument(value, py)?.dtype ?? null;
}

/** As {@link dtypeArgument}, with NumPy's type of floats for None. */
export function requiredDType(value: Value, py: Interpreter | null = null): DTypeName {
  return dtypeArgument(value, py) ?? 'float64';
}

/** The `dtype=` argument of a ufunc, which must not ask for an order of bytes. */
export function nativeDType(value: Value, py: Interpreter | null = null): DTypeName | null {
  const type = typeArgument(value, py);
  if (type?.bigEndian) {
    throw raise(
      TypeError,
      'The `dtype` and `signature` arguments to ufuncs only select the general DType and not details such as the byte order or time unit. You can avoid this error by using the scalar types `np.float64` or the dtype string notation.',
      { blame: { kind: 'argument', name: 'dtype' } },
    );
  }
  return type?.dtype ?? null;
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

const nameOf = (self: Value): DTypeName => (self as DTypeObject).dtype;
const typeOf = (self: Value): OrderedType => (self as DTypeObject).type;

const ordered = ({ dtype, bigEndian }: OrderedType): string => typeString(dtype, bigEndian);

/** What `newbyteorder` makes of an order of bytes: the other one, a certain one, or the same. */
export function orderChange(order: Value, py: Interpreter): (type: OrderedType) => OrderedType {
  const change = (bigEndian: (now: boolean) => boolean) => (type: OrderedType) => ({
    dtype: type.dtype,
    bigEndian: bigEndian(type.bigEndian) && hasByteOrder(type.dtype),
  });
  switch (typeof order === 'string' ? order[0] : '') {
    case 's':
    case 'S':
      return change(now => !now);
    case '>':
    case 'b':
    case 'B':
      return change(() => true);
    case '<':
    case 'l':
    case 'L':
    case '=':
    case 'n':
    case 'N':
      return change(() => false);
    case '|':
    case 'i':
    case 'I':
      return type => type;
    default:
      throw raise(ValueError, `byteorder not recognized (got ${py.repr(order)})`);
  }
}

function sameType(self: Value, other: Value, py: Interpreter): boolean {
  if (other === null) return false;
  try {
    const type = orderedType(other, py);
    return nameOf(self) === type.dtype && typeOf(self).bigEndian === type.bigEndian;
  } catch (error) {
    if (error instanceof NotKnown) throw error;
    return false;
  }
}

const fieldsOf = (self: Value): readonly Field[] | null => {
  const struct = structTypeOf(nameOf(self));
  return struct === null || struct.subarray !== null ? null : struct.fields;
};

const fieldObject = (field: Field): DTypeObject =>
  new DTypeObject(field.shape.length > 0 ? makeSubarray(field, field.shape) : field);

/** `dtype.descr`: what a file's header says of a type. */
function descriptionOf(type: OrderedType): Value {
  const struct = structTypeOf(type.dtype);
  if (struct === null || struct.subarray !== null) return new PyList([new PyTuple(['', ordered(type)])]);
  return new PyList(
    struct.fields.map(field => {
      const nested = structTypeOf(field.dtype);
      const text = nested === null ? ordered(field) : descriptionOf(field);
      const shape = field.shape.length > 0 ? [new PyTuple([...field.shape])] : [];
      return new PyTuple([field.name, text, ...shape]);
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
          const read = (item: Value): OrderedType => orderedType(item, py);
          const aligned = py.truth(align) ? structArgument(dtype, read, py, true) : null;
          return new DTypeObject(aligned ?? orderedType(dtype, py));
        }),
      ),
    ],
    ...named(
      method('__repr__(self)', ([self]) => {
        const name = nameOf(self);
        if (typeOf(self).bigEndian) return `dtype('${ordered(typeOf(self)).replace(/U0$/, 'U')}')`;
        if (name === 'object') return "dtype('O')";
        const struct = structTypeOf(name);
        if (struct !== null) return structRepr(struct);
        return `dtype('${isTime(name) ? typeString(name) : name.replace('|', '')}')`;
      }),
      method('__str__(self)', ([self]) => (typeOf(self).bigEndian ? ordered(typeOf(self)) : nameOf(self))),
      method('__eq__(self, other)', ([self, other], py) => sameType(self, other, py)),
      method('__ne__(self, other)', ([self, other], py) => !sameType(self, other, py)),
      ...(
        [
          ['lt', (a: DTypeName, b: DTypeName) => a !== b && canCast(a, b, 'safe')],
          ['le', (a: DTypeName, b: DTypeName) => canCast(a, b, 'safe')],
          ['gt', (a: DTypeName, b: DTypeName) => a !== b && canCast(b, a, 'safe')],
          ['ge', (a: DTypeName, b: DTypeName) => canCast(b, a, 'safe')],
        ] as const
      ).map(([name, holds]) =>
        method(`__${name}__(self, other)`, ([self, other], py) =>
          holds(nameOf(self), requiredDType(other, py)),
        ),
      ),
      method('__len__(self)', ([self]) => fieldsOf(self)?.length ?? 0),
      method('__bool__(self)', () => true),
      method('__getitem__(self, key)', ([self, key], py) => {
        const names = namesOf(key);
        if (names !== null) return new DTypeObject(selectFields(nameOf(self), names));
        return new DTypeObject(fieldType(nameOf(self), key, py));
      }),
      method('newbyteorder(self, new_order="S", /)', ([self, order], py) => {
        const change = orderChange(order, py);
        const { type } = self as DTypeObject;
        if (structTypeOf(type.dtype) !== null) return new DTypeObject(reordered(type.dtype, change));
        return new DTypeObject(change(type));
      }),
      method('__hash__(self)', ([self]) => {
        let hash = typeOf(self).bigEndian ? 19 : 17;
        for (const character of nameOf(self)) hash = (hash * 31 + character.charCodeAt(0)) % 1000000007;
        return hash;
      }),
    ),
    property('name', self => longName(nameOf(self))),
    property('kind', self => kindOf(nameOf(self))),
    property('char', self => typeLetter(nameOf(self))),
    property('str', self => ordered(typeOf(self))),
    property('itemsize', self => dtypeInfo(nameOf(self)).itemSize),
    property('alignment', self => alignmentOf(nameOf(self))),
    property('type', self => scalarClassOf(nameOf(self))),
    property('byteorder', self => {
      if (fieldsOf(self) !== null) return '|';
      if (typeOf(self).bigEndian) return '>';
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
        : new PyTuple([new DTypeObject(subarray), new PyTuple([...subarray.shape])]);
    }),
    property('base', self => {
      const subarray = structTypeOf(nameOf(self))?.subarray ?? null;
      return subarray === null ? self : new DTypeObject(subarray);
    }),
    property('descr', self => descriptionOf(typeOf(self))),
    property('isbuiltin', self => (structTypeOf(nameOf(self)) === null && !typeOf(self).bigEndian ? 1 : 0)),
    property('num', self => [...Object.keys(letters)].indexOf(nameOf(self))),
    property('metadata', () => null),
    property('isalignedstruct', self => structTypeOf(nameOf(self))?.aligned ?? false),
    property('isnative', self => isNative(typeOf(self))),
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
