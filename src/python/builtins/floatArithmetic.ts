/** Float arithmetic where JavaScript and Python differ. */
import { makeException, OverflowError, PythonError, raise, ZeroDivisionError } from '../errors.ts';
import { PyComplex, PyFloat, type Value } from '../values.ts';
import { cos, pow, sin } from './elementary.ts';

/** `OverflowError: (34, 'Numerical result out of range')`, as C's errno gives it. */
function outOfRange(): PythonError {
  return new PythonError(makeException(OverflowError, 34, 'Numerical result out of range'));
}

/** `a // b`. */
export function floorDivideDoubles(a: number, b: number): number {
  if (b === 0) throw raise(ZeroDivisionError, 'float floor division by zero');
  return divideWithRemainder(a, b)[0];
}

/** `a % b`, with the sign of `b`. */
export function moduloDoubles(a: number, b: number): number {
  if (b === 0) throw raise(ZeroDivisionError, 'float modulo');
  return divideWithRemainder(a, b)[1];
}

/** `divmod(a, b)`, as CPython computes it. */
export function divideWithRemainder(a: number, b: number): [number, number] {
  let remainder = a % b;
  let division = (a - remainder) / b;
  if (remainder !== 0) {
    if (b < 0 !== remainder < 0) {
      remainder += b;
      division -= 1;
    }
  } else remainder = b < 0 ? -0 : 0;
  if (division === 0) return [a / b < 0 || Object.is(a / b, -0) ? -0 : 0, remainder];
  const floor = Math.floor(division);
  return [division - floor > 0.5 ? floor + 1 : floor, remainder];
}

/** `a ** b` for floats: complex for a negative base with a fractional exponent. */
export function floatPower(a: number, b: number): Value {
  if (a === 1 || b === 0) return new PyFloat(1);
  if (a === 0 && b < 0) throw raise(ZeroDivisionError, '0.0 cannot be raised to a negative power');
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return new PyFloat(1);
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) {
    const magnitude = pow(-a, b);
    return new PyComplex(magnitude * cos(Math.PI * b), magnitude * sin(Math.PI * b));
  }
  const result = powerDouble(a, b);
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) throw outOfRange();
  return new PyFloat(result);
}

/** `a ** b` in doubles; the exact cases first. */
function powerDouble(a: number, b: number): number {
  if (b === 2) return a * a;
  if (b === 0.5 && a >= 0) return a === Number.POSITIVE_INFINITY ? a : Math.sqrt(a);
  if (b === 1) return a;
  if (b === -1) return 1 / a;
  return pow(a, b);
}
