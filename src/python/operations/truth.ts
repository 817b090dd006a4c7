/** Truth of a value, as `if` and `bool()` ask for it. */
import { PyDict, PySet } from '../collections.ts';
import { raise, TypeError, ValueError } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf } from '../types.ts';
import { PyBytes, PyFloat, PyInstance, PyList, PyRange, PyTuple, Unknown, type Value } from '../values.ts';

/** Python truth, or the unknown that keeps it from being decided. */
export function truthOf(py: Interpreter, value: Value): boolean | Unknown {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string') return value.length > 0;
  if (typeof value === 'bigint') return value !== 0n;
  if (value instanceof PyFloat) return value.value !== 0;
  if (value instanceof Unknown) return value;
  // Subclasses of the containers may override __bool__ or __len__, so only the exact types take the short way.
  const cls = classOf(value);
  if (!cls.userDefined) {
    if (value instanceof PyList) return value.lost ?? value.items.length > 0;
    if (value instanceof PyTuple) return value.items.length > 0;
    if (value instanceof PyDict || value instanceof PySet) return value.lost ?? value.size > 0;
    if (value instanceof PyRange) return value.length > 0;
    if (value instanceof PyBytes) return value.data.length > 0;
  }
  return truthByMethod(py, value);
}

function truthByMethod(py: Interpreter, value: Value): boolean | Unknown {
  const cls = classOf(value);
  const bool = cls.lookup('__bool__');
  if (bool !== undefined && bool !== null) {
    const answer = py.call(bool, [value]);
    if (typeof answer === 'boolean' || answer instanceof Unknown) return answer;
    throw raise(TypeError, `__bool__ should return bool, returned ${classOf(answer).name}`);
  }
  if (cls.lookup('__len__') === undefined) return true;
  const length = py.call(cls.lookup('__len__')!, [value]);
  if (length instanceof Unknown) return length;
  if (typeof length === 'number') {
    if (length < 0) throw raise(ValueError, '__len__() should return >= 0');
    return length !== 0;
  }
  return value instanceof PyInstance ? true : truthOf(py, length);
}
