/** The math module. */

import {
  doubleOf,
  doubleToInteger,
  integerOf,
  integerOrNull,
  requireKnown,
  sequenceItems,
  typeName,
} from '../../python/builtins/conversions.ts';
import { acos, asin, atan, atan2, cos, exp, log, pow, sin, tan } from '../../python/builtins/elementary.ts';
import { euclidean } from '../../python/builtins/euclidean.ts';
import { exactSum } from '../../python/builtins/exactSum.ts';
import { decompose } from '../../python/builtins/floatText.ts';
import {
  bitLength,
  greatestCommonDivisor,
  type Integer,
  integerSquareRoot,
  multiplyIntegers,
  ratioToDouble,
} from '../../python/builtins/integerArithmetic.ts';
import {
  OverflowError,
  TypeError as PyTypeError,
  raise,
  ValueError,
  ZeroDivisionError,
} from '../../python/errors.ts';
import { type NativeFunction, named, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { classOf } from '../../python/types.ts';
import { normalizeInt, PyFloat, PyTuple, type Value } from '../../python/values.ts';
import { acosh, asinh, cosh, log10, sinh } from './hyperbolicFunctions.ts';
import { complementaryError, errorFunction, gammaFunction, logGamma } from './specialFunctions.ts';

const float = (value: number): PyFloat => new PyFloat(value);

const domainError = (): Error => raise(ValueError, 'math domain error');
const rangeError = (): Error => raise(OverflowError, 'math range error');

/** A function of one double: NaN from a number is a domain error, infinity from a finite one a range error. */
function unary(name: string, compute: (x: number) => number, pole = false): NativeFunction {
  return native(`${name}(x, /)`, ([x], py) => {
    const value = doubleOf(py, x);
    const result = compute(value);
    if (Number.isNaN(result) && !Number.isNaN(value)) throw domainError();
    if (!Number.isFinite(result) && Number.isFinite(value) && !Number.isNaN(result))
      throw pole ? domainError() : rangeError();
    return float(result);
  });
}

/** `log` of an integer of any size, or of a double. */
function logarithm(py: Interpreter, value: Value, compute: (x: number) => number): number {
  const integer = integerOrNull(value);
  if (integer !== null) {
    if (integer <= 0) throw domainError();
    if (typeof integer === 'number') return compute(integer);
    const double = Number(integer);
    if (Number.isFinite(double)) return compute(double);
    // Beyond the range of doubles: mantissa in [0.5, 1) and exponent, as CPython takes it apart.
    const bits = bitLength(integer);
    return compute(Number(integer >> BigInt(bits - 64)) / 2 ** 64) + compute(2) * bits;
  }
  const double = doubleOf(py, value);
  if (double <= 0) throw domainError();
  return compute(double);
}

function wholeThrough(name: '__floor__' | '__ceil__' | '__trunc__', round: (x: number) => number) {
  return ([x]: readonly Value[], py: Interpreter): Value => {
    requireKnown(x);
    const method = classOf(x).lookup(name);
    if (method !== undefined) return py.call(method, [x]);
    if (name === '__trunc__') throw raise(PyTypeError, `type ${typeName(x)} doesn't define __trunc__ method`);
    return doubleToInteger(round(doubleOf(py, x)));
  };
}

function countArgument(py: Interpreter, value: Value, name: string): bigint {
  if (value instanceof PyFloat) {
    throw raise(PyTypeError, `'float' object cannot be interpreted as an integer`);
  }
  const integer = BigInt(integerOf(py, value));
  if (integer < 0n) throw raise(ValueError, `${name} must be a non-negative integer`);
  return integer;
}

function factorial(n: bigint): bigint {
  let product = 1n;
  for (let factor = 2n; factor <= n; factor++) product *= factor;
  return product;
}

function fallingProduct(n: bigint, k: bigint): bigint {
  let product = 1n;
  for (let i = 0n; i < k; i++) product *= n - i;
  return product;
}

function vector(py: Interpreter, value: Value): number[] {
  return (sequenceItems(value) ?? py.collect(value)).map(item => doubleOf(py, item));
}

function isClose(a: number, b: number, relative: number, absolute: number): boolean {
  if (relative < 0 || absolute < 0) throw raise(ValueError, 'tolerances must be non-negative');
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const difference = Math.abs(b - a);
  return (
    difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute
  );
}

/** The neighbouring double in the direction of `towards`. */
function nextAfter(from: number, towards: number): number {
  if (Number.isNaN(from) || Number.isNaN(towards)) return Number.NaN;
  if (from === towards) return towards;
  if (from === 0) return towards > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, from);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, bits + (towards > from === from > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

function remainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (!Number.isFinite(x) || y === 0) throw domainError();
  if (!Number.isFinite(y)) return x;
  const magnitude = Math.abs(y);
  const rest = Math.abs(x) % magnitude;
  const other = magnitude - rest;
  let result: number;
  if (rest < other) result = rest;
  else if (rest > other) result = -other;
  else result = rest - 2 * ((0.5 * (Math.abs(x) - rest)) % magnitude);
  return x < 0 || Object.is(x, -0) ? -result : result;
}

function frexp(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const { mantissa, exponent } = decompose(x);
  const bits = bitLength(mantissa);
  const fraction = Number(mantissa) / 2 ** bits;
  return [x < 0 ? -fraction : fraction, exponent + bits];
}

function ldexp(x: number, exponent: Integer): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  if (exponent > 5000) throw rangeError();
  if (exponent < -5000) return x < 0 ? -0 : 0;
  const power = Number(exponent);
  const { mantissa, exponent: own } = decompose(x);
  const total = own + power;
  const magnitude =
    total >= 0
      ? Number(mantissa) * 2 ** Math.min(total, 1100)
      : ratioToDouble(mantissa, 1n << BigInt(-total));
  if (!Number.isFinite(magnitude)) throw rangeError();
  return x < 0 ? -magnitude : magnitude;
}

const constants: [string, Value][] = [
  ['pi', float(Math.PI)],
  ['e', float(Math.E)],
  ['tau', float(2 * Math.PI)],
  ['inf', float(Number.POSITIVE_INFINITY)],
  ['nan', float(Number.NaN)],
];

const elementary: NativeFunction[] = [
  unary('sqrt', Math.sqrt),
  unary('cbrt', Math.cbrt),
  unary('exp', exp),
  unary('exp2', x => pow(2, x)),
  unary('expm1', Math.expm1),
  unary('log1p', Math.log1p, true),
  unary('sin', sin),
  unary('cos', cos),
  unary('tan', tan),
  unary('asin', asin),
  unary('acos', acos),
  unary('atan', atan),
  unary('sinh', sinh),
  unary('cosh', cosh),
  unary('tanh', Math.tanh),
  unary('asinh', asinh),
  unary('acosh', acosh),
  unary('atanh', Math.atanh, true),
  unary('erf', errorFunction),
  unary('erfc', complementaryError),
  unary('degrees', x => x * (180 / Math.PI)),
  unary('radians', x => x * (Math.PI / 180)),
  native('fabs(x, /)', ([x], py) => float(Math.abs(doubleOf(py, x)))),
  native('gamma(x, /)', ([x], py) => {
    const value = doubleOf(py, x);
    if (value === Number.NEGATIVE_INFINITY || (Number.isInteger(value) && value <= 0)) throw domainError();
    const result = gammaFunction(value);
    if (!Number.isFinite(result) && Number.isFinite(value)) throw rangeError();
    return float(result);
  }),
  native('lgamma(x, /)', ([x], py) => {
    const value = doubleOf(py, x);
    if (Number.isInteger(value) && value <= 0) throw domainError();
    return float(logGamma(value));
  }),
  native('log(x, base=None, /)', ([x, base], py) => {
    const numerator = logarithm(py, x, log);
    if (base === null) return float(numerator);
    const denominator = logarithm(py, base, log);
    if (denominator === 0) throw raise(ZeroDivisionError, 'float division by zero');
    return float(numerator / denominator);
  }),
  native('log2(x, /)', ([x], py) => float(logarithm(py, x, Math.log2))),
  native('log10(x, /)', ([x], py) => float(logarithm(py, x, log10))),
  native('atan2(y, x, /)', ([y, x], py) => float(atan2(doubleOf(py, y), doubleOf(py, x)))),
  native('pow(x, y, /)', ([x, y], py) => {
    const [a, b] = [doubleOf(py, x), doubleOf(py, y)];
    if (a === 1 || b === 0) return float(1);
    if (a === 0 && b < 0) throw domainError();
    const result = a === -1 && !Number.isFinite(b) && !Number.isNaN(b) ? 1 : pow(a, b);
    if (Number.isNaN(result) && !Number.isNaN(a) && !Number.isNaN(b)) throw domainError();
    if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) throw rangeError();
    return float(result);
  }),
];

const whole: NativeFunction[] = [
  native('floor(x, /)', wholeThrough('__floor__', Math.floor)),
  native('ceil(x, /)', wholeThrough('__ceil__', Math.ceil)),
  native('trunc(x, /)', wholeThrough('__trunc__', Math.trunc)),
  native('factorial(x, /)', ([x], py) => {
    if (x instanceof PyFloat) throw raise(PyTypeError, "'float' object cannot be interpreted as an integer");
    const n = integerOf(py, x);
    if (n < 0) throw raise(ValueError, 'factorial() not defined for negative values');
    return normalizeInt(factorial(BigInt(n)));
  }),
  native('comb(n, k, /)', ([n, k], py) => {
    const [count, chosen] = [countArgument(py, n, 'n'), countArgument(py, k, 'k')];
    if (chosen > count) return 0;
    const least = [count - chosen, chosen].sort((a, b) => (a < b ? -1 : 1))[0];
    return normalizeInt(fallingProduct(count, least) / factorial(least));
  }),
  native('perm(n, k=None, /)', ([n, k], py) => {
    const count = countArgument(py, n, 'n');
    const chosen = k === null ? count : countArgument(py, k, 'k');
    return chosen > count ? 0 : normalizeInt(fallingProduct(count, chosen));
  }),
  native('isqrt(n, /)', ([n], py) => {
    const value = BigInt(integerOf(py, n));
    if (value < 0n) throw raise(ValueError, 'isqrt() argument must be nonnegative');
    return normalizeInt(integerSquareRoot(value));
  }),
  native('gcd(*integers)', ([integers], py) =>
    (integers as PyTuple).items.map(item => integerOf(py, item)).reduce<Integer>(greatestCommonDivisor, 0),
  ),
  native('lcm(*integers)', ([integers], py) =>
    (integers as PyTuple).items
      .map(item => integerOf(py, item))
      .reduce<Integer>((a, b) => {
        const divisor = greatestCommonDivisor(a, b);
        if (divisor === 0) return 0;
        const product = BigInt(multiplyIntegers(a, b)) / BigInt(divisor);
        return normalizeInt(product < 0n ? -product : product);
      }, 1),
  ),
];

const floating: NativeFunction[] = [
  native('fsum(seq, /)', ([seq], py) => {
    const values = vector(py, seq);
    const sum = exactSum(values);
    if (!Number.isFinite(sum) && values.every(Number.isFinite)) {
      throw raise(OverflowError, 'intermediate overflow in fsum');
    }
    return float(sum);
  }),
  native('prod(iterable, /, *, start=1)', ([iterable, start], py) => {
    let product = start;
    for (const item of py.iterate(iterable)) product = py.binary('Mult', product, item);
    return product;
  }),
  native('hypot(*coordinates)', ([coordinates], py) => float(euclidean(vector(py, coordinates)))),
  native('dist(p, q, /)', ([p, q], py) => {
    const [a, b] = [vector(py, p), vector(py, q)];
    if (a.length !== b.length) throw raise(ValueError, 'both points must have the same number of dimensions');
    return float(euclidean(a.map((value, index) => value - b[index])));
  }),
  native('fmod(x, y, /)', ([x, y], py) => {
    const [a, b] = [doubleOf(py, x), doubleOf(py, y)];
    if ((b === 0 && !Number.isNaN(a)) || (!Number.isFinite(a) && !Number.isNaN(a) && !Number.isNaN(b)))
      throw domainError();
    return float(a % b);
  }),
  native('remainder(x, y, /)', ([x, y], py) => float(remainder(doubleOf(py, x), doubleOf(py, y)))),
  native('modf(x, /)', ([x], py) => {
    const value = doubleOf(py, x);
    if (!Number.isFinite(value))
      return new PyTuple([float(Number.isNaN(value) ? value : value > 0 ? 0 : -0), float(value)]);
    const integral = Math.trunc(value);
    const fraction = value - integral;
    return new PyTuple([
      float(fraction === 0 && (value < 0 || Object.is(value, -0)) ? -0 : fraction),
      float(integral),
    ]);
  }),
  native('frexp(x, /)', ([x], py) => {
    const [mantissa, exponent] = frexp(doubleOf(py, x));
    return new PyTuple([float(mantissa), exponent]);
  }),
  native('ldexp(x, i, /)', ([x, i], py) => float(ldexp(doubleOf(py, x), integerOf(py, i)))),
  native('copysign(x, y, /)', ([x, y], py) => {
    const magnitude = Math.abs(doubleOf(py, x));
    const sign = doubleOf(py, y);
    return float(sign < 0 || Object.is(sign, -0) ? -magnitude : magnitude);
  }),
  native('nextafter(x, y, /)', ([x, y], py) => float(nextAfter(doubleOf(py, x), doubleOf(py, y)))),
  native('ulp(x, /)', ([x], py) => {
    const value = Math.abs(doubleOf(py, x));
    if (!Number.isFinite(value)) return float(value);
    const next = nextAfter(value, Number.POSITIVE_INFINITY);
    return float(Number.isFinite(next) ? next - value : value - nextAfter(value, 0));
  }),
  native('isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)', ([a, b, relative, absolute], py) =>
    isClose(doubleOf(py, a), doubleOf(py, b), doubleOf(py, relative), doubleOf(py, absolute)),
  ),
  native('isfinite(x, /)', ([x], py) => Number.isFinite(doubleOf(py, x))),
  native('isinf(x, /)', ([x], py) => Math.abs(doubleOf(py, x)) === Number.POSITIVE_INFINITY),
  native('isnan(x, /)', ([x], py) => Number.isNaN(doubleOf(py, x))),
];

export const module: LibraryModule = {
  name: 'math',
  entries: () => [...constants, ...named(...elementary, ...whole, ...floating)],
};
