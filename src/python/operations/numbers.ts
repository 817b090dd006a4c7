/** Arithmetic of int and float with Python's rules: exact big integers, floor division, sign of the remainder. */
import { OverflowError, raise, ValueError, ZeroDivisionError } from '../errors.ts';
import type { BinaryOperator } from '../syntax.ts';
import { normalizeInt, PyComplex, PyFloat, type Value } from '../values.ts';

type Int = number | bigint;

/** Integer arithmetic; bool counts as int. */
export function integerOperation(operator: BinaryOperator, a: Int, b: Int): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const quick = smallOperation(operator, a, b);
    if (quick !== undefined) return quick;
  }
  return bigOperation(operator, BigInt(a), BigInt(b));
}

/** The operation in doubles where the result is exact; undefined where big integers must decide. */
function smallOperation(operator: BinaryOperator, a: number, b: number): Value | undefined {
  let result: number;
  switch (operator) {
    case 'Add':
      result = a + b;
      break;
    case 'Sub':
      result = a - b;
      break;
    case 'Mult':
      result = a * b;
      break;
    case 'FloorDiv':
      if (b === 0) throw raise(ZeroDivisionError, 'integer division or modulo by zero');
      result = Math.floor(a / b);
      // The quotient of large operands can round up to the next integer.
      if (Math.abs(a) > 2 ** 50) return undefined;
      break;
    case 'Mod':
      if (b === 0) throw raise(ZeroDivisionError, 'integer modulo by zero');
      result = a % b;
      if (result !== 0 && result < 0 !== b < 0) result += b;
      break;
    case 'Div':
      if (b === 0) throw raise(ZeroDivisionError, 'division by zero');
      return new PyFloat(a / b);
    case 'Pow':
      if (b < 0) return floatOperation('Pow', a, b);
      result = a ** b;
      break;
    case 'BitAnd':
    case 'BitOr':
    case 'BitXor':
      if ((a | 0) !== a || (b | 0) !== b) return undefined;
      return operator === 'BitAnd' ? a & b : operator === 'BitOr' ? a | b : a ^ b;
    case 'LShift':
      if (b < 0) throw raise(ValueError, 'negative shift count');
      if (b > 52) return undefined;
      result = a * 2 ** b;
      break;
    case 'RShift':
      if (b < 0) throw raise(ValueError, 'negative shift count');
      if (b > 1000) return a < 0 ? -1 : 0;
      result = Math.floor(a / 2 ** b);
      break;
    case 'MatMult':
      return undefined;
  }
  // -0 is a float's affair; an int zero has no sign.
  return Number.isSafeInteger(result) ? result + 0 : undefined;
}

/** More bits than this cannot be meant; CPython would work for minutes or fail with MemoryError. */
const MAXIMUM_BITS = 1 << 24;

function bigOperation(operator: BinaryOperator, a: bigint, b: bigint): Value {
  switch (operator) {
    case 'Add':
      return normalizeInt(a + b);
    case 'Sub':
      return normalizeInt(a - b);
    case 'Mult':
      return normalizeInt(a * b);
    case 'FloorDiv':
      if (b === 0n) throw raise(ZeroDivisionError, 'integer division or modulo by zero');
      return normalizeInt(floorDivide(a, b));
    case 'Mod':
      if (b === 0n) throw raise(ZeroDivisionError, 'integer modulo by zero');
      return normalizeInt(a - floorDivide(a, b) * b);
    case 'Div':
      if (b === 0n) throw raise(ZeroDivisionError, 'division by zero');
      return new PyFloat(divideExactly(a, b));
    case 'Pow':
      if (b < 0n) return floatOperation('Pow', intToFloat(a), intToFloat(b));
      if (a !== 0n && a !== 1n && a !== -1n && b * BigInt(a.toString(2).length) > MAXIMUM_BITS) {
        throw raise(OverflowError, 'integer is too large');
      }
      return normalizeInt(a ** b);
    case 'BitAnd':
      return normalizeInt(a & b);
    case 'BitOr':
      return normalizeInt(a | b);
    case 'BitXor':
      return normalizeInt(a ^ b);
    case 'LShift':
      if (b < 0n) throw raise(ValueError, 'negative shift count');
      if (b > MAXIMUM_BITS) throw raise(OverflowError, 'too many digits in integer');
      return normalizeInt(a << b);
    case 'RShift':
      if (b < 0n) throw raise(ValueError, 'negative shift count');
      return normalizeInt(a >> b);
    case 'MatMult':
      throw new Error('integers have no @');
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** a / b correctly rounded, also where both leave the range of doubles. */
function divideExactly(a: bigint, b: bigint): number {
  const negative = a < 0n !== b < 0n;
  const numerator = a < 0n ? -a : a;
  const denominator = b < 0n ? -b : b;
  const shift = BigInt(numerator.toString(2).length - denominator.toString(2).length - 66);
  // 66 significant bits and a sticky bit are more than the 53 of a double.
  const scaled = shift >= 0n ? numerator / (denominator << shift) : (numerator << -shift) / denominator;
  const remainder = shift >= 0n ? numerator % (denominator << shift) : (numerator << -shift) % denominator;
  const result = Number((scaled << 1n) | (remainder === 0n ? 0n : 1n)) * 2 ** (Number(shift) - 1);
  if (!Number.isFinite(result)) throw raise(OverflowError, 'integer division result too large for a float');
  return negative ? -result : result;
}

/** int -> float, with CPython's error where it does not fit. */
export function intToFloat(value: Int): number {
  const result = Number(value);
  if (!Number.isFinite(result)) throw raise(OverflowError, 'int too large to convert to float');
  return result;
}

/** Float arithmetic. */
export function floatOperation(operator: BinaryOperator, a: number, b: number): Value {
  switch (operator) {
    case 'Add':
      return new PyFloat(a + b);
    case 'Sub':
      return new PyFloat(a - b);
    case 'Mult':
      return new PyFloat(a * b);
    case 'Div':
      if (b === 0) throw raise(ZeroDivisionError, 'float division by zero');
      return new PyFloat(a / b);
    case 'FloorDiv':
      if (b === 0) throw raise(ZeroDivisionError, 'float floor division by zero');
      return new PyFloat(floatDivmod(a, b)[0]);
    case 'Mod':
      if (b === 0) throw raise(ZeroDivisionError, 'float modulo');
      return new PyFloat(floatDivmod(a, b)[1]);
    case 'Pow':
      return floatPower(a, b);
    default:
      throw new Error(`floats have no ${operator}`);
  }
}

/** Floor quotient and remainder with the divisor's sign, computed as CPython does. */
export function floatDivmod(a: number, b: number): [number, number] {
  let remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0) {
    if (b < 0 !== remainder < 0) {
      remainder += b;
      quotient -= 1;
    }
  } else {
    remainder = b < 0 ? -0 : 0;
  }
  if (quotient === 0) return [a / b < 0 || Object.is(a / b, -0) ? -0 : 0, remainder];
  let floor = Math.floor(quotient);
  if (quotient - floor > 0.5) floor += 1;
  return [floor, remainder];
}

function floatPower(a: number, b: number): Value {
  if (a === 0 && b < 0) throw raise(ZeroDivisionError, '0.0 cannot be raised to a negative power');
  // Python follows C99 here: 1 ** anything and (-1) ** inf are 1, where JavaScript gives NaN.
  if (a === 1 || (a === -1 && !Number.isFinite(b) && !Number.isNaN(b))) return new PyFloat(1);
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) {
    const angle = Math.PI * b;
    const size = (-a) ** b;
    return new PyComplex(size * Math.cos(angle), size * Math.sin(angle));
  }
  const result = a ** b;
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) {
    throw raise(OverflowError, "(34, 'Numerical result out of range')");
  }
  return new PyFloat(result);
}
