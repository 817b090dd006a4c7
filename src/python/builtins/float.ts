/** float: methods, operators and construction. */
import type { PyClass } from '../classes.ts';
import { identityOf } from '../collections.ts';
import { OverflowError, TypeError as PyTypeError, raise, ValueError, ZeroDivisionError } from '../errors.ts';
import { ClassMethod, NativeFunction, named, native, property, suspendable } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { floatRepr } from '../operations/text.ts';
import type { Suspendable } from '../suspension.ts';
import { classOf, floatClass } from '../types.ts';
import { NOT_IMPLEMENTED, normalizeInt, PyFloat, PyTuple, type Value } from '../values.ts';
import {
  bytesOrNull,
  doubleOf,
  doubleToInteger,
  indexOf,
  integerOrNull,
  integerToDouble,
  requireKnown,
  stringOf,
  stringOrNull,
  typeName,
} from './conversions.ts';
import { divideWithRemainder, floatPower, floorDivideDoubles, moduloDoubles } from './floatArithmetic.ts';
import { decompose, roundHalfEven, roundToPlaces } from './floatText.ts';
import { formatFloat } from './format.ts';
import { hashDouble } from './hashes.ts';
import { bitLength, compareIntegerWithDouble, greatestCommonDivisor } from './integerArithmetic.ts';
import { parseDouble } from './numberText.ts';
import { binaryPair, comparisons, reading } from './operatorMethods.ts';

/** A float or int as a double; null for other values. */
function readOperand(value: Value): number | null {
  if (value instanceof PyFloat) return value.value;
  const integer = integerOrNull(value);
  return integer === null ? null : integerToDouble(integer);
}

function readSelf(value: Value): number | null {
  return requireKnown(value) instanceof PyFloat ? (value as PyFloat).value : null;
}

function make(cls: PyClass, value: number): PyFloat {
  return cls.adopt(new PyFloat(value));
}

/** `float(x)`. */
export function toDouble(py: Interpreter, value: Value): number {
  requireKnown(value);
  if (value instanceof PyFloat) return value.value;
  const bytes = bytesOrNull(value);
  const text = bytes === null ? stringOrNull(value) : new TextDecoder('latin1').decode(bytes);
  if (text !== null) {
    const parsed = parseDouble(text);
    if (parsed === null) throw raise(ValueError, `could not convert string to float: ${py.repr(value)}`);
    return parsed;
  }
  const cls = classOf(value);
  if (cls.lookup('__float__') === undefined && cls.lookup('__index__') === undefined) {
    throw raise(PyTypeError, `float() argument must be a string or a real number, not '${typeName(value)}'`);
  }
  return doubleOf(py, value);
}

/** The float that an object's own `__float__` gives, which may have to wait for it (a tensor on a device). */
function* converted(py: Interpreter, value: Value): Suspendable<Value> {
  if (typeof value !== 'object' || value === null || value instanceof PyFloat) return value;
  if (integerOrNull(value) !== null) return value;
  const convert = classOf(value).lookup('__float__');
  if (!(convert instanceof NativeFunction) || convert.suspendableBody === null) return value;
  return yield* py.callAndWait(convert, [value]);
}

function compare(left: number, right: Value): number | null {
  if (right instanceof PyFloat) return left === right.value ? 0 : left - right.value;
  const integer = integerOrNull(right);
  return integer === null ? null : -compareIntegerWithDouble(integer, left) + 0;
}

function integerRatio(value: number): PyTuple {
  if (Number.isNaN(value)) throw raise(ValueError, 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) throw raise(OverflowError, 'cannot convert Infinity to integer ratio');
  const { mantissa, exponent } = decompose(value);
  let top = value < 0 ? -mantissa : mantissa;
  let bottom = 1n;
  if (exponent >= 0) top <<= BigInt(exponent);
  else bottom <<= BigInt(-exponent);
  const divisor = BigInt(greatestCommonDivisor(top, bottom));
  return new PyTuple([normalizeInt(top / divisor), normalizeInt(bottom / divisor)]);
}

/** `float.hex()`. */
export function hexText(value: number): string {
  if (!Number.isFinite(value)) return floatRepr(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = decompose(value);
  const lead = mantissa >> 52n;
  const fraction = (mantissa & 0xfffffffffffffn).toString(16).padStart(13, '0');
  const power = exponent + 52;
  return `${sign}0x${lead}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

function fromHex(text: string): number {
  const trimmed = text.trim().toLowerCase();
  const special = parseDouble(trimmed);
  if (special !== null && /[in]/.test(trimmed)) return special;
  const match = /^([-+]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([-+]?\d+))?$/.exec(trimmed);
  if (match === null || `${match[2]}${match[3] ?? ''}` === '') {
    throw raise(ValueError, 'invalid hexadecimal floating-point string');
  }
  const fraction = match[3] ?? '';
  const mantissa = BigInt(`0x${match[2]}${fraction}`);
  const exponent = Number(match[4] ?? 0) - 4 * fraction.length;
  if (mantissa !== 0n && bitLength(mantissa) + exponent > 1024) {
    throw raise(OverflowError, 'hexadecimal value too large to represent as a float');
  }
  const magnitude = scale(mantissa, exponent);
  return match[1] === '-' ? -magnitude : magnitude;
}

function scale(mantissa: bigint, exponent: number): number {
  let value = Number(mantissa);
  let left = exponent;
  while (left < -1000) {
    value *= 2 ** -1000;
    left += 1000;
  }
  while (left > 1000) {
    value *= 2 ** 1000;
    left -= 1000;
  }
  return value * 2 ** left;
}

function wholeNumber(value: number, rounded: number): Value {
  if (Number.isNaN(value)) throw raise(ValueError, 'cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw raise(OverflowError, 'cannot convert float infinity to integer');
  return doubleToInteger(rounded);
}

const float = (value: number): PyFloat => new PyFloat(value);

const operators = [
  ...binaryPair('float', 'add', readOperand, (a, b) => float(a + b)),
  ...binaryPair('float', 'sub', readOperand, (a, b) => float(a - b)),
  ...binaryPair('float', 'mul', readOperand, (a, b) => float(a * b)),
  ...binaryPair('float', 'truediv', readOperand, (a, b) => {
    if (b === 0) throw raise(ZeroDivisionError, 'float division by zero');
    return float(a / b);
  }),
  ...binaryPair('float', 'floordiv', readOperand, (a, b) => float(floorDivideDoubles(a, b))),
  ...binaryPair('float', 'mod', readOperand, (a, b) => float(moduloDoubles(a, b))),
  ...binaryPair('float', 'divmod', readOperand, (a, b) => {
    if (b === 0) throw raise(ZeroDivisionError, 'float divmod()');
    return new PyTuple(divideWithRemainder(a, b).map(float));
  }),
  reading('float', '__pow__(self, value, mod=None, /)', readSelf, (base, [value, mod]) => {
    const exponent = readOperand(value);
    if (exponent === null) return NOT_IMPLEMENTED;
    if (mod !== null) {
      throw raise(PyTypeError, 'pow() 3rd argument not allowed unless all arguments are integers');
    }
    return floatPower(base, exponent);
  }),
  reading('float', '__rpow__(self, value, mod=None, /)', readSelf, (exponent, [value]) => {
    const base = readOperand(value);
    return base === null ? NOT_IMPLEMENTED : floatPower(base, exponent);
  }),
  ...comparisons('float', readSelf, compare),
  reading('float', '__neg__(self, /)', readSelf, value => float(-value)),
  reading('float', '__pos__(self, /)', readSelf, float),
  reading('float', '__abs__(self, /)', readSelf, value => float(Math.abs(value))),
  reading('float', '__bool__(self, /)', readSelf, value => value !== 0),
];

const conversions = [
  reading('float', '__int__(self, /)', readSelf, value => wholeNumber(value, Math.trunc(value))),
  reading('float', '__trunc__(self, /)', readSelf, value => wholeNumber(value, Math.trunc(value))),
  reading('float', '__floor__(self, /)', readSelf, value => wholeNumber(value, Math.floor(value))),
  reading('float', '__ceil__(self, /)', readSelf, value => wholeNumber(value, Math.ceil(value))),
  reading('float', '__float__(self, /)', readSelf, float),
  reading('float', '__round__(self, ndigits=None, /)', readSelf, (value, [places], py) => {
    if (places === null) return wholeNumber(value, roundHalfEven(value));
    const rounded = roundToPlaces(value, indexOf(py, places));
    if (!Number.isFinite(rounded) && Number.isFinite(value)) {
      throw raise(OverflowError, 'rounded value too large to represent');
    }
    return float(rounded);
  }),
  reading('float', '__hash__(self, /)', readSelf, (value, _args, _py, self) =>
    Number.isNaN(value) ? identityOf(self as PyFloat) : hashDouble(value),
  ),
  reading('float', '__repr__(self, /)', readSelf, floatRepr),
  reading('float', '__format__(self, format_spec, /)', readSelf, (value, [specification], py, self) => {
    const spec = stringOf(specification, '__format__() argument');
    return spec === '' ? py.str(self) : formatFloat(value, spec);
  }),
];

const methods = [
  reading('float', 'as_integer_ratio(self, /)', readSelf, integerRatio),
  reading('float', 'is_integer(self, /)', readSelf, value => Number.isInteger(value)),
  reading('float', 'conjugate(self, /)', readSelf, float),
  reading('float', 'hex(self, /)', readSelf, hexText),
];

/** The attributes of float. */
export function installFloat(): void {
  const construction = suspendable('__new__(cls, x=0.0, /)', function* ([cls, x], py) {
    return make(cls as PyClass, toDouble(py, yield* converted(py, x)));
  });
  const parts: [string, Value][] = [
    property('real', self => self),
    property('imag', () => float(0)),
    [
      'fromhex',
      new ClassMethod(
        native('fromhex(cls, string, /)', ([cls, text]) =>
          make(cls as PyClass, fromHex(stringOf(text, 'fromhex() argument'))),
        ),
      ),
    ],
  ];
  for (const [name, value] of [...named(construction, ...operators, ...conversions, ...methods), ...parts]) {
    floatClass.attributes.map.set(name, value);
  }
}
