/** `format(value, spec)`, as f-strings and `str.format` use it. */
import { raise, TypeError } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf } from '../types.ts';
import { NotKnown, Unknown, type Value } from '../values.ts';
import { strOf } from './text.ts';

export function formatOf(py: Interpreter, value: Value, spec: string): string {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const cls = classOf(value);
  if (spec === '' && !cls.userDefined) return strOf(py, value);
  const method = cls.lookup('__format__');
  if (method !== undefined && method !== null) {
    const text = py.call(method, [value, spec]);
    if (text instanceof Unknown) throw new NotKnown(text.reason);
    if (typeof text !== 'string')
      throw raise(TypeError, `__format__ must return a str, not ${classOf(text).name}`);
    return text;
  }
  if (spec === '') return strOf(py, value);
  throw raise(TypeError, `unsupported format string passed to ${cls.errorName}.__format__`);
}
