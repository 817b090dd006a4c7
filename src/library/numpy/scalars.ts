/** NumPy's scalar types and the scalars that element access gives. */
import { PyClass } from '../../python/classes.ts';
import { bytesClass, complexClass, floatClass, objectClass, strClass } from '../../python/types.ts';
import { NotKnown, PyComplex, PyFloat, PyObject, type Value } from '../../python/values.ts';
import { timeTypeOf } from './dates/units.ts';
import { type DTypeName, kindOf } from './dtypes.ts';
import { type Facts, facts, noFacts } from './facts.ts';
import { structTypeOf } from './structs/types.ts';

function type(name: string, ...bases: PyClass[]): PyClass {
  return new PyClass(name, bases, [], {
    module: 'numpy',
    errorName: `numpy.${name}`,
    allocate: cls => new NumpyScalar(cls, 'object', null),
  });
}

export const genericClass = type('generic', objectClass);
export const numberClass = type('number', genericClass);
export const integerClass = type('integer', numberClass);
export const signedIntegerClass = type('signedinteger', integerClass);
export const unsignedIntegerClass = type('unsignedinteger', integerClass);
export const inexactClass = type('inexact', numberClass);
export const floatingClass = type('floating', inexactClass);
export const complexFloatingClass = type('complexfloating', inexactClass);
export const flexibleClass = type('flexible', genericClass);
export const characterClass = type('character', flexibleClass);

/** `np.void`, a row of a structured array; `np.record`, one whose fields are attributes. */
export const voidClass = type('void', flexibleClass);
export const recordClass = type('record', voidClass);

/** The scalar type of every element type but sized text: `np.float32` itself. */
export const scalarClasses: ReadonlyMap<DTypeName, PyClass> = new Map([
  ['bool', type('bool_', genericClass)],
  ...['int8', 'int16', 'int32', 'int64'].map(name => [name, type(name, signedIntegerClass)] as const),
  ...['uint8', 'uint16', 'uint32', 'uint64'].map(name => [name, type(name, unsignedIntegerClass)] as const),
  ['float16', type('float16', floatingClass)],
  ['float32', type('float32', floatingClass)],
  ['float64', type('float64', floatingClass, floatClass)],
  ['complex64', type('complex64', complexFloatingClass)],
  ['complex128', type('complex128', complexFloatingClass, complexClass)],
  ['object', type('object_', genericClass)],
  ['<U0', type('str_', strClass, characterClass)],
  ['|S0', type('bytes_', bytesClass, characterClass)],
  ['datetime64', type('datetime64', genericClass)],
  ['timedelta64', type('timedelta64', signedIntegerClass)],
]);

/** The element type that a scalar class stands for, or null. */
export function dtypeOfClass(cls: PyClass): DTypeName | null {
  for (const [name, scalarClass] of scalarClasses) if (scalarClass === cls) return name;
  return null;
}

/** The name without length or unit. */
function familyOf(dtype: DTypeName, kind: string): DTypeName {
  switch (kind) {
    case 'U':
      return '<U0';
    case 'S':
      return '|S0';
    case 'M':
      return 'datetime64';
    case 'm':
      return 'timedelta64';
    default:
      return dtype;
  }
}

/** The scalar class of an element type. */
export function scalarClassOf(dtype: DTypeName): PyClass {
  const kind = kindOf(dtype);
  if (kind === 'V') return structTypeOf(dtype)?.isRecord ? recordClass : voidClass;
  return scalarClasses.get(familyOf(dtype, kind))!;
}

/**
 * A NumPy scalar of any type but a known float64. `value` is a JavaScript number (bigint for 64-bit integers beyond
 * 2**53, boolean for bool, PyComplex), or null when analysis knows only its type.
 */
export class NumpyScalar extends PyObject {
  override cls: PyClass;
  readonly dtype: DTypeName;
  readonly value: number | bigint | boolean | PyComplex | null;
  readonly facts: Facts;
  constructor(
    cls: PyClass,
    dtype: DTypeName,
    value: number | bigint | boolean | PyComplex | null,
    known: Facts = noFacts,
  ) {
    super();
    this.cls = cls;
    this.dtype = dtype;
    this.value = value;
    this.facts = known;
  }

  /** The plain number that a dict or set takes it for; undefined while it is not known. */
  get plainKey(): Value | undefined {
    return this.value === null || timeTypeOf(this.dtype) !== null ? undefined : plainValue(this);
  }
}

/** A known `np.float64`: a Python float in every respect, with NumPy's attributes. */
export class NumpyFloat64 extends PyFloat {
  get dtype(): DTypeName {
    return 'float64';
  }
}
NumpyFloat64.prototype.cls = scalarClasses.get('float64')!;

/** Any NumPy scalar. */
export type AnyNumpyScalar = NumpyScalar | NumpyFloat64;

export function isNumpyScalar(value: Value): value is AnyNumpyScalar {
  return value instanceof NumpyScalar || value instanceof NumpyFloat64;
}

/**
 * The Python value that indexing a single element gives: a NumPy scalar for numbers, a str for text, the object
 * itself for objects. `element` is as {@link import('./storage.ts').Items} keep it.
 */
export function makeScalar(dtype: DTypeName, element: Value): Value {
  switch (kindOf(dtype)) {
    case 'f':
      if (dtype === 'float64') return new NumpyFloat64(element as number);
      return new NumpyScalar(scalarClasses.get(dtype)!, dtype, element as number);
    case 'b':
      return new NumpyScalar(scalarClasses.get('bool')!, 'bool', element === 1 || element === true);
    case 'i':
    case 'u':
      return new NumpyScalar(scalarClasses.get(dtype)!, dtype, element as number | bigint);
    case 'M':
    case 'm':
      return new NumpyScalar(scalarClassOf(dtype), dtype, element as bigint);
    case 'c':
      return new NumpyScalar(scalarClasses.get(dtype)!, dtype, element as PyComplex);
    default:
      return element;
  }
}

/** A scalar of which analysis knows only type and facts. */
export function unknownScalar(dtype: DTypeName, known: Facts = noFacts): NumpyScalar {
  return new NumpyScalar(scalarClassOf(dtype), dtype, null, known);
}

/** The scalar as a plain Python value (`x.item()`); throws {@link NotKnown} when analysis does not know it. */
export function plainValue(scalar: AnyNumpyScalar): Value {
  if (scalar instanceof NumpyFloat64) return new PyFloat(scalar.value);
  const { value } = scalar;
  if (value === null) throw new NotKnown('the value of this scalar is not known before it runs');
  if (typeof value === 'number' && kindOf(scalar.dtype) === 'f') return new PyFloat(value);
  if (typeof value === 'bigint') {
    return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
  }
  return value;
}

/** The facts of a scalar, known or not. */
export function factsOfScalar(scalar: AnyNumpyScalar): Facts {
  const { value } = scalar;
  if (value === null && scalar instanceof NumpyScalar) return scalar.facts;
  if (value instanceof PyComplex || value === null || timeTypeOf(scalar.dtype) !== null) return noFacts;
  return Number.isNaN(Number(value))
    ? noFacts
    : facts({ constant: Number(value), finite: Number.isFinite(Number(value)) });
}
