/** Decimals as values of Python, and what can be made into one. */
import type { PyClass } from '../../../python/classes.ts';
import { TypeError as PyTypeError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { classOf } from '../../../python/types.ts';
import { isInt, NotKnown, PyFloat, PyObject, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { type Context, ConversionSyntax, FloatOperation } from './context.ts';
import { type DecimalNumber, finite, infinity, numberOfDouble, parseNumber } from './number.ts';

export class PyDecimal extends PyObject {
  declare cls: PyClass;
  readonly number: DecimalNumber;
  constructor(number: DecimalNumber, cls: PyClass | null = null) {
    super();
    this.number = number;
    if (cls !== null) this.cls = cls;
  }
}

export const read = (self: Value): DecimalNumber => (self as PyDecimal).number;

export function ofInteger(value: number | bigint): DecimalNumber {
  const digits = BigInt(value);
  return finite(digits < 0n, digits < 0n ? -digits : digits, 0);
}

/** A number that takes part in arithmetic with decimals: a decimal or an int; null for others. */
export function operandOf(value: Value): DecimalNumber | null {
  if (value instanceof PyDecimal) return value.number;
  if (isInt(value)) return ofInteger(value);
  if (typeof value === 'boolean') return ofInteger(value ? 1 : 0);
  return null;
}

/** The other operand of a method; raises TypeError for what is none. */
export function demandOperand(value: Value): DecimalNumber {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const number = operandOf(value);
  if (number !== null) return number;
  throw raise(PyTypeError, `conversion from ${classOf(value).name} to Decimal is not supported`);
}

/** What `Decimal(value)` gives. */
export function convert(py: Interpreter, value: Value, context: Context): DecimalNumber {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const known = operandOf(value);
  if (known !== null) return known;
  if (typeof value === 'string') return parseNumber(value) ?? context.invalid(py, ConversionSyntax);
  if (value instanceof PyFloat) {
    context.signal(py, FloatOperation);
    return numberOfDouble(value.value);
  }
  if (value instanceof PyTuple || classOf(value).name === 'list') return ofParts(py, py.collect(value));
  throw raise(PyTypeError, `conversion from ${classOf(value).name} to Decimal is not supported`);
}

/** `Decimal((sign, digits, exponent))`. */
function ofParts(py: Interpreter, parts: readonly Value[]): DecimalNumber {
  if (parts.length !== 3) throw raise(ValueError, 'argument must be a sequence of length 3');
  const [sign, digits, exponent] = parts;
  if (sign !== 0 && sign !== 1) throw raise(ValueError, 'sign must be an integer with the value 0 or 1');
  const text = py.collect(digits).map(String).join('') || '0';
  if (!/^\d+$/.test(text)) throw raise(ValueError, 'coefficient must be a tuple of digits');
  if (exponent === 'F') return infinity(sign === 1);
  if (exponent === 'n' || exponent === 'N') {
    return {
      negative: sign === 1,
      digits: BigInt(text),
      exponent: 0,
      special: exponent === 'n' ? 'nan' : 'signalling',
    };
  }
  if (typeof exponent !== 'number')
    throw raise(ValueError, "string argument in the third position must be 'F', 'n' or 'N'");
  return finite(sign === 1, BigInt(text), exponent);
}

export const made = (number: DecimalNumber): PyDecimal => new PyDecimal(number);
