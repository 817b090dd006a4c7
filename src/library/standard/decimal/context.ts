/** Contexts of decimal arithmetic: precision, rounding, what is signalled and what is trapped. */
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import {
  ArithmeticError,
  makeException,
  TypeError as PyTypeError,
  PythonError,
  ZeroDivisionError,
} from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { StateKey } from '../../../python/state.ts';
import { type Mutable, PyInstance, PyList } from '../../../python/values.ts';
import {
  adjusted,
  type DecimalNumber,
  digitCount,
  finite,
  infinity,
  isNaN,
  isZero,
  NOT_A_NUMBER,
  powerOfTen,
} from './number.ts';

const MODULE = { module: 'decimal' };
const signal = (name: string, ...bases: PyClass[]) => new PyClass(name, bases, [], MODULE);

export const DecimalException = signal('DecimalException', ArithmeticError);
export const Clamped = signal('Clamped', DecimalException);
export const InvalidOperation = signal('InvalidOperation', DecimalException);
export const ConversionSyntax = signal('ConversionSyntax', InvalidOperation);
export const DivisionByZero = signal('DivisionByZero', DecimalException, ZeroDivisionError);
export const DivisionImpossible = signal('DivisionImpossible', InvalidOperation);
export const DivisionUndefined = signal('DivisionUndefined', InvalidOperation, ZeroDivisionError);
export const Inexact = signal('Inexact', DecimalException);
export const InvalidContext = signal('InvalidContext', InvalidOperation);
export const Rounded = signal('Rounded', DecimalException);
export const Subnormal = signal('Subnormal', DecimalException);
export const Overflow = signal('Overflow', Inexact, Rounded);
export const Underflow = signal('Underflow', Inexact, Rounded, Subnormal);
export const FloatOperation = signal('FloatOperation', DecimalException, PyTypeError);

/** What a context has a flag and a trap for, in CPython's order. */
export const SIGNALS: readonly PyClass[] = [
  InvalidOperation,
  FloatOperation,
  DivisionByZero,
  Overflow,
  Underflow,
  Subnormal,
  Inexact,
  Rounded,
  Clamped,
];

export type Rounding =
  | 'ROUND_CEILING'
  | 'ROUND_FLOOR'
  | 'ROUND_UP'
  | 'ROUND_DOWN'
  | 'ROUND_HALF_UP'
  | 'ROUND_HALF_DOWN'
  | 'ROUND_HALF_EVEN'
  | 'ROUND_05UP';

export const ROUNDINGS: readonly Rounding[] = [
  'ROUND_UP',
  'ROUND_DOWN',
  'ROUND_CEILING',
  'ROUND_FLOOR',
  'ROUND_HALF_UP',
  'ROUND_HALF_DOWN',
  'ROUND_HALF_EVEN',
  'ROUND_05UP',
];

/** The fields of a context that a script sets. */
type Settings = Pick<Context, 'precision' | 'rounding' | 'lowest' | 'highest' | 'capitals' | 'clamp'>;

export class Context extends PyInstance implements Mutable {
  precision = 28;
  rounding: Rounding = 'ROUND_HALF_EVEN';
  lowest = -999999;
  highest = 999999;
  capitals = 1;
  clamp = 0;
  flags: PyDict;
  traps: PyDict;

  constructor(py: Interpreter, cls: PyClass, trapped: readonly PyClass[]) {
    super(cls);
    this.flags = signalTable(py, []);
    this.traps = signalTable(py, trapped);
  }

  capture(): Settings {
    const { precision, rounding, lowest, highest, capitals, clamp } = this;
    return { precision, rounding, lowest, highest, capitals, clamp };
  }

  restore(state: unknown): void {
    Object.assign(this, state as Settings);
  }

  /** A precision that depends on a branch cannot be told: the one that stands goes on. */
  join(): void {}

  copy(py: Interpreter): Context {
    const copy = new Context(py, this.cls, []);
    copy.restore(this.capture());
    for (const [key, value] of this.flags.entries()) copy.flags.set(key, value, py.keyRules);
    for (const [key, value] of this.traps.entries()) copy.traps.set(key, value, py.keyRules);
    return copy;
  }

  /** Sets the flag of a condition and raises it where it is trapped. */
  signal(py: Interpreter, condition: PyClass): void {
    const owner = SIGNALS.find(each => each === condition) ?? InvalidOperation;
    this.flags.set(owner, true, py.keyRules);
    if (this.traps.get(owner, py.keyRules) !== true) return;
    throw new PythonError(makeException(owner, new PyList([condition])));
  }

  invalid(py: Interpreter, condition: PyClass = InvalidOperation): DecimalNumber {
    this.signal(py, condition);
    return NOT_A_NUMBER;
  }

  /** Rounds a result to the precision and the range. */
  fix(py: Interpreter, number: DecimalNumber): DecimalNumber {
    if (number.special !== '') return number;
    const tiny = this.lowest - this.precision + 1;
    if (isZero(number)) {
      const exponent = Math.min(Math.max(number.exponent, tiny), this.highest);
      if (exponent !== number.exponent) this.signal(py, Clamped);
      return finite(number.negative, 0n, exponent);
    }
    const excess = digitCount(number.digits) - this.precision;
    const exponent = Math.max(number.exponent + Math.max(excess, 0), tiny);
    const isSubnormal = adjusted(number) < this.lowest;
    let result = number;
    if (exponent > number.exponent) {
      const rounded = roundTo(number, exponent, this.rounding);
      const exact = rounded.digits * powerOfTen(exponent - number.exponent) === number.digits;
      result = rounded;
      if (digitCount(result.digits) > this.precision)
        result = finite(result.negative, result.digits / 10n, result.exponent + 1);
      if (adjusted(result) > this.highest) return this.overflow(py, number.negative);
      if (isSubnormal) this.signal(py, Subnormal);
      if (!exact && isSubnormal) this.signal(py, Underflow);
      this.signal(py, Rounded);
      if (!exact) this.signal(py, Inexact);
      return result;
    }
    if (adjusted(result) > this.highest) return this.overflow(py, number.negative);
    if (isSubnormal) this.signal(py, Subnormal);
    return result;
  }

  private overflow(py: Interpreter, negative: boolean): DecimalNumber {
    this.signal(py, Overflow);
    this.signal(py, Inexact);
    this.signal(py, Rounded);
    const { rounding } = this;
    const toLargest =
      rounding === 'ROUND_DOWN' ||
      rounding === 'ROUND_05UP' ||
      rounding === (negative ? 'ROUND_CEILING' : 'ROUND_FLOOR');
    if (!toLargest) return infinity(negative);
    return finite(negative, powerOfTen(this.precision) - 1n, this.highest - this.precision + 1);
  }

  /** The NaN that an operation on NaNs gives; null where there is none among them. */
  nanOf(py: Interpreter, ...numbers: readonly DecimalNumber[]): DecimalNumber | null {
    const found = numbers.find(({ special }) => special === 'signalling') ?? numbers.find(isNaN);
    if (found === undefined) return null;
    if (found.special === 'signalling') this.signal(py, InvalidOperation);
    return { ...found, special: 'nan' };
  }
}

export function signalTable(py: Interpreter, set: readonly PyClass[]): PyDict {
  const table = new PyDict();
  for (const each of SIGNALS) table.set(each, set.includes(each), py.keyRules);
  return table;
}

/** The number with a higher exponent, rounded; with a lower one, with zeros put behind. */
export function roundTo(number: DecimalNumber, exponent: number, rounding: Rounding): DecimalNumber {
  const { negative, digits } = number;
  const dropped = exponent - number.exponent;
  if (dropped <= 0) return finite(negative, digits * powerOfTen(-dropped), exponent);
  // What lies far below the last digit that stays decides by being there at all.
  const unit = powerOfTen(Math.min(dropped, digitCount(digits) + 1));
  const kept = digits / unit;
  const rest = digits % unit;
  const up = rest !== 0n && roundsUp(rounding, negative, kept, 2n * rest - unit);
  return finite(negative, up ? kept + 1n : kept, exponent);
}

/** Whether the digit before is raised; `overHalf` compares what is dropped with a half. */
function roundsUp(rounding: Rounding, negative: boolean, kept: bigint, overHalf: bigint): boolean {
  switch (rounding) {
    case 'ROUND_UP':
      return true;
    case 'ROUND_DOWN':
      return false;
    case 'ROUND_CEILING':
      return !negative;
    case 'ROUND_FLOOR':
      return negative;
    case 'ROUND_HALF_UP':
      return overHalf >= 0n;
    case 'ROUND_HALF_DOWN':
      return overHalf > 0n;
    case 'ROUND_HALF_EVEN':
      return overHalf > 0n || (overHalf === 0n && kept % 2n === 1n);
    default:
      return kept % 5n === 0n;
  }
}

/** The context that is in force. */
export const currentContext = new StateKey<{ context: Context | null }>('decimal', () => ({ context: null }));
