/** How decimals compare, hash and become ints. */
import { hashInteger } from '../../../python/builtins/hashes.ts';
import { OverflowError, TypeError as PyTypeError, raise, ValueError } from '../../../python/errors.ts';
import { method } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NOT_IMPLEMENTED, normalizeInt, PyFloat, type Value } from '../../../python/values.ts';
import { toWhole } from './arithmetic.ts';
import { FloatOperation, InvalidOperation, type Rounding } from './context.ts';
import { contextOf } from './contextClass.ts';
import { operandOf, read } from './decimalValue.ts';
import { compareNumbers, type DecimalNumber, isNaN, numberOfDouble, powerOfTen } from './number.ts';

/** The exact number that a comparison is made with; null for what cannot be compared. */
function comparable(py: Interpreter, value: Value): DecimalNumber | null {
  if (value instanceof PyFloat) {
    contextOf(py, null).signal(py, FloatOperation);
    return numberOfDouble(value.value);
  }
  return operandOf(value);
}

export function ordering(name: string, accept: (order: number) => boolean): Value {
  return method(`__${name}__(self, value, /)`, ([self, value], py) => {
    const other = comparable(py, value);
    if (other === null) return NOT_IMPLEMENTED;
    if (isNaN(read(self)) || isNaN(other)) {
      contextOf(py, null).signal(py, InvalidOperation);
      return false;
    }
    return accept(compareNumbers(read(self), other));
  });
}

export function equality(name: string, wanted: boolean): Value {
  return method(`__${name}__(self, value, /)`, ([self, value], py) => {
    const other = comparable(py, value);
    if (other === null) return NOT_IMPLEMENTED;
    if (isNaN(read(self)) || isNaN(other)) {
      contextOf(py, null).nanOf(py, read(self), other);
      return !wanted;
    }
    return (compareNumbers(read(self), other) === 0) === wanted;
  });
}

const PRIME = (1n << 61n) - 1n;

/** The hash that an int or a float of the same value has. */
export function hashOf(number: DecimalNumber): number | bigint {
  if (number.special === 'signalling') throw raise(PyTypeError, 'Cannot hash a signaling NaN value');
  if (number.special === 'nan') return 0;
  if (number.special === 'infinity') return number.negative ? -314159 : 314159;
  const factor =
    number.exponent >= 0
      ? modularPower(10n, number.exponent)
      : modularPower(INVERSE_OF_TEN, -number.exponent);
  const magnitude = (number.digits * factor) % PRIME;
  const hash = number.negative ? -magnitude : magnitude;
  return hashInteger(normalizeInt(hash));
}

function modularPower(base: bigint, exponent: number | bigint): bigint {
  let [result, square, left] = [1n, base % PRIME, BigInt(exponent)];
  for (; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
/** By Fermat: what ten is multiplied with to give one. */
const INVERSE_OF_TEN = modularPower(10n, PRIME - 2n);

/** A whole number as an int. */
export function integerOf(number: DecimalNumber, rounding: Rounding): number | bigint {
  if (isNaN(number)) throw raise(ValueError, 'cannot convert NaN to integer');
  if (number.special === 'infinity') throw raise(OverflowError, 'cannot convert Infinity to integer');
  const { digits, exponent, negative } = toWhole(number, rounding);
  const value = digits * powerOfTen(exponent);
  return normalizeInt(negative ? -value : value);
}
