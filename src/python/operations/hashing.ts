/** What may be a dict key, and how objects with their own `__hash__` and `__eq__` are compared as keys. */
import { type KeyRules, PyDict, PySet } from '../collections.ts';
import { raise, TypeError } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf, frozensetClass, objectClass } from '../types.ts';
import { isInt, NotKnown, PyInstance, PyList, type PyObject, Unknown } from '../values.ts';
import { valuesEqual } from './equality.ts';

/** The key rules of one program. */
export function keyRules(py: Interpreter): KeyRules {
  return {
    customHash(key: PyObject) {
      const cls = classOf(key);
      if (key instanceof PySet) return setHash(key);
      const equal = cls.lookup('__eq__');
      if (equal === undefined || equal === objectClass.attributes.get('__eq__')) return null;
      const hash = cls.lookup('__hash__');
      if (hash === undefined || hash === null || hash === objectClass.attributes.get('__hash__')) return null;
      const value = py.call(hash, [key]);
      if (!isInt(value)) throw raise(TypeError, '__hash__ method should return an integer');
      return value;
    },
    equal: (a, b) => valuesEqual(py, a, b),
    checkHashable(key: PyObject) {
      if (key instanceof Unknown) throw new NotKnown(key.reason);
      const unhashable =
        key instanceof PyList ||
        key instanceof PyDict ||
        (key instanceof PySet && !key.cls.mro.includes(frozensetClass)) ||
        classOf(key).lookup('__hash__') === null ||
        (key instanceof PyInstance && definesEqualityOnly(key));
      if (unhashable) throw raise(TypeError, `unhashable type: '${classOf(key).errorName}'`);
    },
  };
}

/** A class that defines `__eq__` without `__hash__` loses the inherited hash. */
function definesEqualityOnly(key: PyInstance): boolean {
  for (const cls of key.cls.mro) {
    if (cls === objectClass) return false;
    if (cls.attributes.has('__hash__')) return false;
    if (cls.attributes.has('__eq__')) return cls.userDefined;
  }
  return false;
}

function setHash(set: PySet): number {
  // Equality decides in the end, so any number that equal sets share will do.
  let sum = set.size;
  for (const key of set.keys()) {
    if (typeof key === 'number') sum += key % 1009;
    else if (typeof key === 'string') sum += key.length;
  }
  return sum;
}
