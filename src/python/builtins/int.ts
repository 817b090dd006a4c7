/** int and bool: methods, operators and construction. */

import type { PyClass } from '../classes.ts';
import { OverflowError, TypeError as PyTypeError, raise, ValueError, ZeroDivisionError } from '../errors.ts';
import { ClassMethod, method, named, native, property } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { boolClass, classOf, intClass } from '../types.ts';
import {
  NOT_IMPLEMENTED,
  NotKnown,
  normalizeInt,
  PyBoxed,
  PyBytes,
  PyFloat,
  PyTuple,
  Unknown,
  type Value,
} from '../values.ts';
import {
  bytesOrNull,
  doubleToInteger,
  indexOf,
  integerOf,
  integerOrNull,
  integerToDouble,
  requireKnown,
  stringOf,
  stringOrNull,
  typeName,
} from './conversions.ts';
import { floatPower } from './floatArithmetic.ts';
import { divideHalfEven } from './floatText.ts';
import { formatInteger } from './format.ts';
import { hashInteger } from './hashes.ts';
import {
  addIntegers,
  bitLength,
  bitwise,
  compareIntegerWithDouble,
  divideIntegers,
  floorDivideIntegers,
  type Integer,
  modularPower,
  moduloIntegers,
  multiplyIntegers,
  negateInteger,
  powerIntegers,
  shiftLeft,
  shiftRight,
  subtractIntegers,
} from './integerArithmetic.ts';
import { integerText, parseInteger } from './numberText.ts';
import { binaryPair, comparisons, reading } from './operatorMethods.ts';

const read = integerOrNull;

function make(cls: PyClass, value: Integer): Value {
  return cls === intClass ? value : new PyBoxed(cls, value);
}

/** `int(x)` and `int(text, base)` without regard to the class. */
export function toInteger(py: Interpreter, value: Value, base: Value): Integer {
  requireKnown(value);
  const text = stringOrNull(value);
  const bytes = text === null ? bytesOrNull(value) : null;
  if (base !== null) {
    const radix = indexOf(py, base);
    if (text !== null) return parseInteger(text, radix, py.repr(text));
    if (bytes !== null) return parseInteger(new TextDecoder('latin1').decode(bytes), radix, py.repr(value));
    throw raise(PyTypeError, "int() can't convert non-string with explicit base");
  }
  if (text !== null) return parseInteger(text, 10, py.repr(text));
  if (bytes !== null) return parseInteger(new TextDecoder('latin1').decode(bytes), 10, py.repr(value));
  if (value instanceof PyFloat) return truncateDouble(value.value);
  return integerThroughMethods(py, value);
}

function integerThroughMethods(py: Interpreter, value: Value): Integer {
  const cls = classOf(value);
  for (const name of ['__int__', '__index__', '__trunc__']) {
    const convert = cls.lookup(name);
    if (convert === undefined) continue;
    const direct = integerOrNull(value);
    if (direct !== null && cls.lookup(name) === intClass.lookup(name)) return direct;
    const result = integerOrNull(py.call(convert, [value]));
    if (result === null) throw raise(PyTypeError, `${name} returned non-int (type ${typeName(value)})`);
    return result;
  }
  throw raise(
    PyTypeError,
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
  );
}

function truncateDouble(value: number): Integer {
  if (Number.isNaN(value)) throw raise(ValueError, 'cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw raise(OverflowError, 'cannot convert float infinity to integer');
  return doubleToInteger(value);
}

function power(base: Integer, exponent: Integer): Value {
  if (exponent >= 0) return powerIntegers(base, exponent);
  if (base === 0) throw raise(ZeroDivisionError, '0.0 cannot be raised to a negative power');
  return floatPower(integerToDouble(base), integerToDouble(exponent));
}

function compare(left: Integer, right: Value): number | null {
  const integer = integerOrNull(right);
  if (integer !== null) return left < integer ? -1 : left > integer ? 1 : 0;
  return right instanceof PyFloat && classOf(right).name === 'float'
    ? compareIntegerWithDouble(left, right.value)
    : null;
}

function roundInteger(value: Integer, places: Integer): Integer {
  if (places >= 0) return value;
  const unit = 10n ** BigInt(-places);
  const integer = BigInt(value);
  const rounded = divideHalfEven(integer < 0n ? -integer : integer, unit) * unit;
  return normalizeInt(integer < 0n ? -rounded : rounded);
}

function toBytes(value: Integer, length: number, order: string, signed: boolean): PyBytes {
  if (order !== 'little' && order !== 'big') {
    throw raise(ValueError, "byteorder must be either 'little' or 'big'");
  }
  if (length < 0) throw raise(ValueError, 'length argument must be non-negative');
  let integer = BigInt(value);
  if (integer < 0n && !signed) throw raise(OverflowError, "can't convert negative int to unsigned");
  const bits = BigInt(length * 8);
  const limit = signed ? 1n << (bits === 0n ? 0n : bits - 1n) : 1n << bits;
  if ((integer >= limit && !(integer === 0n)) || (signed && integer < -limit)) {
    throw raise(OverflowError, 'int too big to convert');
  }
  integer = BigInt.asUintN(length * 8, integer);
  const data = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    data[order === 'little' ? i : length - 1 - i] = Number(integer & 255n);
    integer >>= 8n;
  }
  return new PyBytes(data);
}

function fromBytes(data: Uint8Array, order: string, signed: boolean): Integer {
  if (order !== 'little' && order !== 'big') {
    throw raise(ValueError, "byteorder must be either 'little' or 'big'");
  }
  let integer = 0n;
  for (let i = 0; i < data.length; i++)
    integer = (integer << 8n) | BigInt(data[order === 'big' ? i : data.length - 1 - i]);
  return normalizeInt(signed ? BigInt.asIntN(data.length * 8, integer) : integer);
}

const construction = native('__new__(cls, x=0, /, base=None)', ([cls, x, base], py) => {
  return make(cls as PyClass, toInteger(py, x, base));
});

const operators = [
  ...binaryPair('int', 'add', read, addIntegers),
  ...binaryPair('int', 'sub', read, subtractIntegers),
  ...binaryPair('int', 'mul', read, multiplyIntegers),
  ...binaryPair('int', 'truediv', read, (a, b) => new PyFloat(divideIntegers(a, b))),
  ...binaryPair('int', 'floordiv', read, floorDivideIntegers),
  ...binaryPair('int', 'mod', read, moduloIntegers),
  ...binaryPair(
    'int',
    'divmod',
    read,
    (a, b) => new PyTuple([floorDivideIntegers(a, b), moduloIntegers(a, b)]),
  ),
  ...binaryPair('int', 'lshift', read, shiftLeft),
  ...binaryPair('int', 'rshift', read, shiftRight),
  ...binaryPair('int', 'and', read, (a, b) => bitwise('&', a, b)),
  ...binaryPair('int', 'or', read, (a, b) => bitwise('|', a, b)),
  ...binaryPair('int', 'xor', read, (a, b) => bitwise('^', a, b)),
  ...comparisons('int', read, compare),
  reading('int', '__pow__(self, value, mod=None, /)', read, (base, [value, mod]) => {
    const exponent = read(value);
    if (exponent === null) return NOT_IMPLEMENTED;
    if (mod === null) return power(base, exponent);
    const modulus = read(mod);
    return modulus === null ? NOT_IMPLEMENTED : modularPower(base, exponent, modulus);
  }),
  reading('int', '__rpow__(self, value, mod=None, /)', read, (exponent, [value]) => {
    const base = read(value);
    return base === null ? NOT_IMPLEMENTED : power(base, exponent);
  }),
  reading('int', '__neg__(self, /)', read, negateInteger),
  reading('int', '__pos__(self, /)', read, value => value),
  reading('int', '__abs__(self, /)', read, value => (value < 0 ? negateInteger(value) : value)),
  reading('int', '__invert__(self, /)', read, value => subtractIntegers(-1, value)),
  reading('int', '__bool__(self, /)', read, value => value !== 0),
];

const conversions = [
  reading('int', '__int__(self, /)', read, value => value),
  reading('int', '__index__(self, /)', read, value => value),
  reading('int', '__trunc__(self, /)', read, value => value),
  reading('int', '__floor__(self, /)', read, value => value),
  reading('int', '__ceil__(self, /)', read, value => value),
  reading('int', '__float__(self, /)', read, value => new PyFloat(integerToDouble(value))),
  reading('int', '__round__(self, ndigits=None, /)', read, (value, [places], py) =>
    places === null ? value : roundInteger(value, integerOf(py, places)),
  ),
  reading('int', '__hash__(self, /)', read, hashInteger),
  reading('int', '__repr__(self, /)', read, integerText),
  reading('int', '__format__(self, format_spec, /)', read, (value, [specification], py, self) => {
    const spec = stringOf(specification, '__format__() argument');
    if (spec === '' && classOf(self) !== intClass) return py.str(self);
    return formatInteger(value, spec, classOf(self) === boolClass ? 'bool' : 'int');
  }),
];

const methods = [
  reading('int', 'bit_length(self, /)', read, bitLength),
  reading(
    'int',
    'bit_count(self, /)',
    read,
    value => [...BigInt(value < 0 ? -value : value).toString(2)].filter(bit => bit === '1').length,
  ),
  reading('int', 'conjugate(self, /)', read, value => value),
  reading('int', 'is_integer(self, /)', read, () => true),
  reading('int', 'as_integer_ratio(self, /)', read, value => new PyTuple([value, 1])),
  reading('int', "to_bytes(self, /, length=1, byteorder='big', *, signed=False)", read, (value, args, py) =>
    toBytes(
      value,
      indexOf(py, args[0]),
      stringOf(args[1], "to_bytes() argument 'byteorder'"),
      py.truth(args[2]),
    ),
  ),
];

const fromBytesMethod = new ClassMethod(
  native(
    "from_bytes(cls, /, bytes, byteorder='big', *, signed=False)",
    ([cls, bytes, byteorder, signed], py) => {
      const data = bytesOrNull(bytes) ?? Uint8Array.from(py.collect(bytes).map(item => indexOf(py, item)));
      const order = stringOf(byteorder, "from_bytes() argument 'byteorder'");
      return make(cls as PyClass, fromBytes(data, order, py.truth(signed)));
    },
  ),
);

const boolConstruction = native('__new__(cls, x=False, /)', ([, x], py) => {
  if (x instanceof Unknown) throw new NotKnown(x.reason);
  return py.truth(x);
});

function boolOperator(name: string, apply: (a: boolean, b: boolean) => boolean) {
  const integerVersion = (reflected: boolean) => intClass.lookup(`__${reflected ? 'r' : ''}${name}__`)!;
  return [false, true].map(reflected =>
    method(`__${reflected ? 'r' : ''}${name}__(self, value, /)`, ([self, value], py) =>
      typeof self === 'boolean' && typeof value === 'boolean'
        ? apply(self, value)
        : py.call(integerVersion(reflected), [self, value]),
    ),
  );
}

/** The attributes of int and bool. */
export function installIntegers(): void {
  const parts: [string, Value][] = [
    property('real', self => integerOrNull(self)),
    property('imag', () => 0),
    property('numerator', self => integerOrNull(self)),
    property('denominator', () => 1),
  ];
  const all = [...named(construction, ...operators, ...conversions, ...methods), ...parts];
  for (const [name, value] of all) {
    // int has no is_integer before Python 3.12, and scripts may probe for it.
    if (name !== 'is_integer') intClass.attributes.map.set(name, value);
  }
  intClass.attributes.map.set('from_bytes', fromBytesMethod);
  const boolMethods = named(
    boolConstruction,
    ...boolOperator('and', (a, b) => a && b),
    ...boolOperator('or', (a, b) => a || b),
    ...boolOperator('xor', (a, b) => a !== b),
    method('__repr__(self, /)', ([self]) => (self === true ? 'True' : 'False')),
  );
  for (const [name, value] of boolMethods) boolClass.attributes.map.set(name, value);
}
