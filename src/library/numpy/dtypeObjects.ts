/** `np.dtype` objects, and how a `dtype=` argument is read. */
import { PyClass } from '../../python/classes.ts';
import { raise, TypeError } from '../../python/errors.ts';
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
import { NotKnown, PyObject, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { isTime } from './dates/units.ts';
import { type DTypeName, dtypeFromText, dtypeInfo, kindOf, longName, typeString } from './dtypes.ts';
import {
  dtypeOfClass,
  floatingClass,
  inexactClass,
  integerClass,
  numberClass,
  scalarClassOf,
  signedIntegerClass,
  unsignedIntegerClass,
} from './scalars.ts';

/** `np.dtype('float32')`. */
export class DTypeObject extends PyObject {
  cls: PyClass;
  readonly dtype: DTypeName;
  constructor(dtype: DTypeName) {
    super();
    this.dtype = dtype;
    this.cls = classOfType(dtype);
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

/** Reads a `dtype=` argument; null for None. TypeError for what is no type. */
export function dtypeArgument(value: Value, py: Interpreter | null = null): DTypeName | null {
  if (value === null) return null;
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof DTypeObject) return value.dtype;
  if (typeof value === 'string') {
    const found = dtypeFromText(value);
    if (found !== null) return found;
    throw raise(TypeError, `data type '${value}' not understood`, {
      blame: { kind: 'argument', name: 'dtype' },
    });
  }
  if (value instanceof PyClass) return pythonTypes.get(value) ?? dtypeOfClass(value) ?? 'object';
  const own =
    py?.getAttributeOrUndefined(value, 'as_numpy_dtype') ?? py?.getAttributeOrUndefined(value, 'dtype');
  if (own !== undefined && own !== value) return dtypeArgument(own, py);
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

const nameOf = (self: Value): DTypeName => (self as DTypeObject).dtype;

function sameType(self: Value, other: Value, py: Interpreter): boolean {
  try {
    return other !== null && nameOf(self) === dtypeArgument(other, py);
  } catch (error) {
    if (error instanceof NotKnown) throw error;
    return false;
  }
}

/** `np.dtype`. */
export const dtypeClass: PyClass = new PyClass(
  'dtype',
  [objectClass],
  [
    [
      '__new__',
      new StaticMethod(
        method(
          '__new__(cls, dtype, align=False, copy=False)',
          ([, dtype], py) => new DTypeObject(requiredDType(dtype, py)),
        ),
      ),
    ],
    ...named(
      method('__repr__(self)', ([self]) => {
        const name = nameOf(self);
        if (name === 'object') return "dtype('O')";
        return `dtype('${isTime(name) ? typeString(name) : name.replace('|', '')}')`;
      }),
      method('__str__(self)', ([self]) => nameOf(self)),
      method('__eq__(self, other)', ([self, other], py) => sameType(self, other, py)),
      method('__ne__(self, other)', ([self, other], py) => !sameType(self, other, py)),
      method('__hash__(self)', ([self]) => {
        let hash = 17;
        for (const character of nameOf(self)) hash = (hash * 31 + character.charCodeAt(0)) % 1000000007;
        return hash;
      }),
    ),
    property('name', self => longName(nameOf(self))),
    property('kind', self => kindOf(nameOf(self))),
    property('char', self => typeLetter(nameOf(self))),
    property('str', self => typeString(nameOf(self))),
    property('itemsize', self => dtypeInfo(nameOf(self)).itemSize),
    property('alignment', self => Math.min(16, dtypeInfo(nameOf(self)).itemSize)),
    property('type', self => scalarClassOf(nameOf(self))),
    property('byteorder', self =>
      dtypeInfo(nameOf(self)).itemSize === 1 || nameOf(self) === 'object' ? '|' : '=',
    ),
    property('shape', () => new PyTuple([])),
    property('ndim', () => 0),
    property('names', () => null),
    property('fields', () => null),
    property('subdtype', () => null),
    property('isnative', () => true),
    property('hasobject', self => nameOf(self) === 'object'),
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
