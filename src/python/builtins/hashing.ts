/** `hash(x)`. */
import { identityOf, PyDict, PySet } from '../collections.ts';
import { TypeError as PyTypeError, raise } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf, frozensetClass } from '../types.ts';
import { isInt, normalizeInt, PyFloat, PyList, PyObject, type Value } from '../values.ts';
import { integerOrNull, requireKnown, typeName } from './conversions.ts';
import { hashDouble, hashInteger, hashText } from './hashes.ts';

/** The hash of any value; TypeError for unhashable ones. */
export function hashOf(py: Interpreter, value: Value): number | bigint {
  requireKnown(value);
  if (typeof value === 'string') return hashText(value);
  const integer = integerOrNull(value);
  if (integer !== null && !(value instanceof PyObject)) return hashInteger(integer);
  if (value === null) return 8795000;
  if (value instanceof PyFloat && !value.cls.userDefined && !Number.isNaN(value.value))
    return hashDouble(value.value);
  const unhashable =
    value instanceof PyList ||
    value instanceof PyDict ||
    (value instanceof PySet && !value.cls.isSubclassOf(frozensetClass));
  const method = classOf(value).lookup('__hash__');
  if (method === null || (unhashable && !value.cls.userDefined)) throw unhashableType(value);
  py.keyRules.checkHashable(value as PyObject);
  if (method === undefined) return identityOf(value as PyObject);
  const hash = py.call(method, [value]);
  if (!isInt(hash)) throw raise(PyTypeError, '__hash__ method should return an integer');
  const folded = typeof hash === 'bigint' ? normalizeInt(BigInt.asIntN(64, hash)) : hash;
  return folded === -1 ? -2 : folded;
}

function unhashableType(value: Value): Error {
  return raise(PyTypeError, `unhashable type: '${typeName(value)}'`);
}
