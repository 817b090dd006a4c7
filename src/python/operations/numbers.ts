/** The arithmetic operators on int and float. */
import { floatPower, floorDivideDoubles, moduloDoubles } from '../builtins/floatArithmetic.ts';
import {
  addIntegers,
  bitwise,
  divideIntegers,
  floorDivideIntegers,
  moduloIntegers,
  multiplyIntegers,
  powerIntegers,
  shiftLeft,
  shiftRight,
  subtractIntegers,
} from '../builtins/integerArithmetic.ts';
import { OverflowError, raise, ZeroDivisionError } from '../errors.ts';
import type { BinaryOperator } from '../syntax.ts';
import { PyFloat, type Value } from '../values.ts';

type Int = number | bigint;

/** Integer arithmetic; bool counts as int. */
export function integerOperation(operator: BinaryOperator, a: Int, b: Int): Value {
  switch (operator) {
    case 'Add':
      return addIntegers(a, b);
    case 'Sub':
      return subtractIntegers(a, b);
    case 'Mult':
      return multiplyIntegers(a, b);
    case 'FloorDiv':
      return floorDivideIntegers(a, b);
    case 'Mod':
      return moduloIntegers(a, b);
    case 'Div':
      return new PyFloat(divideIntegers(a, b));
    case 'Pow':
      return b >= 0 ? powerIntegers(a, b) : floatPower(intToFloat(a), intToFloat(b));
    case 'BitAnd':
      return bitwise('&', a, b);
    case 'BitOr':
      return bitwise('|', a, b);
    case 'BitXor':
      return bitwise('^', a, b);
    case 'LShift':
      return shiftLeft(a, b);
    case 'RShift':
      return shiftRight(a, b);
    case 'MatMult':
      throw new Error('integers have no @');
  }
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
      return new PyFloat(floorDivideDoubles(a, b));
    case 'Mod':
      return new PyFloat(moduloDoubles(a, b));
    case 'Pow':
      return floatPower(a, b);
    default:
      throw new Error(`floats have no ${operator}`);
  }
}
