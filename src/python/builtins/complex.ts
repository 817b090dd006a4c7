/** complex: methods, operators and construction. */
import { OverflowError, TypeError as PyTypeError, raise, ZeroDivisionError } from '../errors.ts';
import { method, named, native, property } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf, complexClass } from '../types.ts';
import { NOT_IMPLEMENTED, PyComplex, PyFloat, PyTuple, type Value } from '../values.ts';
import {
  complexOrNull,
  doubleOf,
  integerOrNull,
  requireKnown,
  stringOf,
  stringOrNull,
  typeName,
} from './conversions.ts';
import { cos, exp, log, pow, sin } from './elementary.ts';
import { euclidean } from './euclidean.ts';
import { complexRepr, formatComplex } from './format.ts';
import { hashComplex } from './hashes.ts';
import { parseComplex } from './numberText.ts';
import { binaryPair, reading } from './operatorMethods.ts';

function readSelf(value: Value): PyComplex | null {
  return requireKnown(value) instanceof PyComplex ? (value as PyComplex) : null;
}

const complex = (real: number, imaginary: number): PyComplex => new PyComplex(real, imaginary);

export function multiplyComplex(a: PyComplex, b: PyComplex): PyComplex {
  return complex(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real);
}

/** Smith's method, as CPython divides. */
export function divideComplex(a: PyComplex, b: PyComplex): PyComplex {
  if (b.real === 0 && b.imaginary === 0) throw raise(ZeroDivisionError, 'complex division by zero');
  if (Math.abs(b.real) >= Math.abs(b.imaginary)) {
    const ratio = b.imaginary / b.real;
    const denominator = b.real + b.imaginary * ratio;
    return complex(
      (a.real + a.imaginary * ratio) / denominator,
      (a.imaginary - a.real * ratio) / denominator,
    );
  }
  const ratio = b.real / b.imaginary;
  const denominator = b.real * ratio + b.imaginary;
  return complex((a.real * ratio + a.imaginary) / denominator, (a.imaginary * ratio - a.real) / denominator);
}

export function powerComplex(a: PyComplex, b: PyComplex): PyComplex {
  if (b.real === 0 && b.imaginary === 0) return complex(1, 0);
  if (a.real === 0 && a.imaginary === 0) {
    if (b.imaginary !== 0 || b.real < 0) {
      throw raise(ZeroDivisionError, '0.0 to a negative or complex power');
    }
    return complex(0, 0);
  }
  if (b.imaginary === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100)
    return integerPower(a, b.real);
  const magnitude = Math.hypot(a.real, a.imaginary);
  const angle = Math.atan2(a.imaginary, a.real);
  let length = pow(magnitude, b.real);
  let phase = angle * b.real;
  if (b.imaginary !== 0) {
    length /= exp(angle * b.imaginary);
    phase += b.imaginary * log(magnitude);
  }
  return complex(length * cos(phase), length * sin(phase));
}

function integerPower(base: PyComplex, exponent: number): PyComplex {
  let mask = 1;
  let result = complex(1, 0);
  let factor = base;
  const count = Math.abs(exponent);
  while (mask > 0 && count >= mask) {
    if (count & mask) result = multiplyComplex(result, factor);
    mask <<= 1;
    factor = multiplyComplex(factor, factor);
  }
  return exponent < 0 ? divideComplex(complex(1, 0), result) : result;
}

function construct(py: Interpreter, real: Value, imaginary: Value | null): PyComplex {
  const text = stringOrNull(real);
  if (text !== null) {
    if (imaginary !== null) throw raise(PyTypeError, "complex() can't take second arg if first is a string");
    return parseComplex(text);
  }
  if (imaginary !== null && stringOrNull(imaginary) !== null) {
    throw raise(PyTypeError, "complex() second arg can't be a string");
  }
  const first = asComplex(py, real, 'complex() first argument must be a string or a number');
  if (imaginary === null) return first;
  const second = asComplex(py, imaginary, 'complex() second argument must be a number');
  return complex(first.real - second.imaginary, first.imaginary + second.real);
}

function asComplex(py: Interpreter, value: Value, problem: string): PyComplex {
  const direct = complexOrNull(value);
  if (direct !== null) return direct;
  const cls = classOf(value);
  const convert = cls.lookup('__complex__');
  if (convert !== undefined) return asComplex(py, py.call(convert, [value]), problem);
  if (cls.lookup('__float__') !== undefined || cls.lookup('__index__') !== undefined) {
    return complex(doubleOf(py, value), 0);
  }
  throw raise(PyTypeError, `${problem}, not '${typeName(value)}'`);
}

const methods = [
  native('__new__(cls, real=0, imag=None)', ([cls, real, imaginary], py) => {
    const value = construct(py, real, imaginary);
    return (cls as typeof complexClass).adopt(value);
  }),
  ...binaryPair('complex', 'add', complexOrNull, (a, b) =>
    complex(a.real + b.real, a.imaginary + b.imaginary),
  ),
  ...binaryPair('complex', 'sub', complexOrNull, (a, b) =>
    complex(a.real - b.real, a.imaginary - b.imaginary),
  ),
  ...binaryPair('complex', 'mul', complexOrNull, multiplyComplex),
  ...binaryPair('complex', 'truediv', complexOrNull, divideComplex),
  ...binaryPair('complex', 'pow', complexOrNull, powerComplex),
  reading('complex', '__eq__(self, value, /)', readSelf, (a, [value]) => {
    const b = complexOrNull(value);
    return b === null ? NOT_IMPLEMENTED : a.real === b.real && a.imaginary === b.imaginary;
  }),
  reading('complex', '__ne__(self, value, /)', readSelf, (a, [value]) => {
    const b = complexOrNull(value);
    return b === null ? NOT_IMPLEMENTED : a.real !== b.real || a.imaginary !== b.imaginary;
  }),
  reading('complex', '__neg__(self, /)', readSelf, a => complex(-a.real, -a.imaginary)),
  reading('complex', '__pos__(self, /)', readSelf, a => a),
  reading('complex', '__abs__(self, /)', readSelf, a => {
    const magnitude = euclidean([a.real, a.imaginary]);
    if (magnitude === Number.POSITIVE_INFINITY && Number.isFinite(a.real) && Number.isFinite(a.imaginary)) {
      throw raise(OverflowError, 'absolute value too large');
    }
    return new PyFloat(magnitude);
  }),
  reading('complex', '__bool__(self, /)', readSelf, a => a.real !== 0 || a.imaginary !== 0),
  reading('complex', '__complex__(self, /)', readSelf, a => a),
  reading('complex', '__hash__(self, /)', readSelf, a => hashComplex(a.real, a.imaginary)),
  reading('complex', '__repr__(self, /)', readSelf, complexRepr),
  reading('complex', '__format__(self, format_spec, /)', readSelf, (a, [specification]) => {
    const spec = stringOf(specification, '__format__() argument');
    return spec === '' ? complexRepr(a) : formatComplex(a, spec);
  }),
  reading('complex', 'conjugate(self, /)', readSelf, a => complex(a.real, -a.imaginary)),
  method('__getnewargs__(self, /)', ([self]) => {
    const a = self as PyComplex;
    return new PyTuple([new PyFloat(a.real), new PyFloat(a.imaginary)]);
  }),
];

/** The attributes of complex. */
export function installComplex(): void {
  const parts: [string, Value][] = [
    property('real', self => new PyFloat((self as PyComplex).real)),
    property('imag', self => new PyFloat((self as PyComplex).imaginary)),
  ];
  for (const [name, value] of [...named(...methods), ...parts]) complexClass.attributes.map.set(name, value);
}

/** True for any Python number. */
export function isNumber(value: Value): boolean {
  return value instanceof PyFloat || value instanceof PyComplex || integerOrNull(value) !== null;
}
