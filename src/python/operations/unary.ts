/** `-x`, `+x`, `~x`, `not x`. */
import { raise, TypeError } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import type { UnaryOperator } from '../syntax.ts';
import { classOf } from '../types.ts';
import { normalizeInt, PyFloat, Unknown, type Value } from '../values.ts';
import { truthOf } from './truth.ts';

const methods: { readonly [Operator in Exclude<UnaryOperator, 'Not'>]: readonly [string, string] } = {
  USub: ['__neg__', 'unary -'],
  UAdd: ['__pos__', 'unary +'],
  Invert: ['__invert__', 'unary ~'],
};

export function unaryOperation(py: Interpreter, operator: UnaryOperator, value: Value): Value {
  if (operator === 'Not') {
    const truth = truthOf(py, value);
    return truth instanceof Unknown ? new Unknown(truth.reason, 'bool') : !truth;
  }
  if (typeof value === 'boolean') return unaryOperation(py, operator, Number(value));
  if (typeof value === 'number' || typeof value === 'bigint') {
    if (operator === 'UAdd') return value;
    if (operator === 'USub') return typeof value === 'number' ? 0 - value : normalizeInt(-value);
    return normalizeInt(~BigInt(value));
  }
  if (value instanceof PyFloat && value.cls.name === 'float' && operator !== 'Invert') {
    return operator === 'USub' ? new PyFloat(-value.value) : value;
  }
  if (value instanceof Unknown) return new Unknown(value.reason, value.kind);
  const [method, symbol] = methods[operator];
  const found = classOf(value).lookup(method);
  if (found === undefined || found === null) {
    throw raise(TypeError, `bad operand type for ${symbol}: '${classOf(value).errorName}'`);
  }
  return py.call(found, [value]);
}
