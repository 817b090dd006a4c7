/** Iterators of the built-in types, with the class names that Python shows for them. */
import { PyClass } from '../classes.ts';
import { PyDict, PySet } from '../collections.ts';
import { makeException, PythonError, StopIteration } from '../errors.ts';
import { method, type NextValue, named, PyIterator, type TypicalValue } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { iteratorOf } from '../operations/iteration.ts';
import { iteratorClass } from '../types.ts';
import { PyBytes, PyList, PyRange, PyTuple, type Value } from '../values.ts';
import { listItems } from './conversions.ts';

const classes = new Map<string, PyClass>();

/** The class of a built-in iterator, made once: `list_iterator`, `dict_keyiterator`… */
export function iteratorClassNamed(name: string): PyClass {
  let cls = classes.get(name);
  if (cls === undefined) {
    cls = new PyClass(name, [iteratorClass]);
    classes.set(name, cls);
  }
  return cls;
}

/** An iterator whose class shows as `name`. */
export function iteratorNamed(
  name: string,
  next: NextValue,
  length: number | null = null,
  typical: TypicalValue | null = null,
): PyIterator {
  const iterator = new PyIterator(next, length, typical);
  iterator.cls = iteratorClassNamed(name);
  return iterator;
}

function nameFor(value: Value): string {
  if (value instanceof PyList) return 'list_iterator';
  if (value instanceof PyTuple) return 'tuple_iterator';
  if (value instanceof PyDict) return 'dict_keyiterator';
  if (value instanceof PySet) return 'set_iterator';
  if (value instanceof PyRange) return 'range_iterator';
  if (value instanceof PyBytes) return 'bytes_iterator';
  return 'str_ascii_iterator';
}

/** `iter()` of a built-in container past any override of a subclass; or an own `next` under a given class name. */
export function builtinIterator(value: Value, next?: NextValue, name?: string): PyIterator {
  if (next !== undefined) return iteratorNamed(name ?? nameFor(value), next);
  if (value instanceof PyList) {
    let index = 0;
    return iteratorNamed(
      'list_iterator',
      () => {
        const items = listItems(value);
        return index < items.length ? items[index++] : undefined;
      },
      value.items.length,
    );
  }
  if (value instanceof PyTuple) return overArray('tuple_iterator', value.items);
  throw new Error('no iterator');
}

/** An iterator over values that are all there. */
export function overArray(name: string, items: ArrayLike<Value>): PyIterator {
  let index = 0;
  return iteratorNamed(name, () => (index < items.length ? items[index++] : undefined), items.length);
}

/** Names the iterator that the evaluator made for a built-in container, as `type(iter([]))` shows it. */
export function classified(py: Interpreter, value: Value): PyIterator {
  const iterator = iteratorOf(py, value);
  if (iterator !== value && iterator.cls === iteratorClass) iterator.cls = iteratorClassNamed(nameFor(value));
  return iterator;
}

/** The StopIteration that ends `next()`. */
export function stopIteration(value: Value = null): PythonError {
  return new PythonError(value === null ? makeException(StopIteration) : makeException(StopIteration, value));
}

/** The attributes of all native iterators. */
export function installIterators(): void {
  const methods = named(
    method('__iter__(self, /)', ([self]) => self),
    method('__next__(self, /)', ([self], py) => {
      const value = py.settleNow<Value | undefined>((self as PyIterator).next() as Value | undefined);
      if (value === undefined) throw stopIteration();
      return value;
    }),
  );
  for (const [name, value] of methods) iteratorClass.attributes.map.set(name, value);
}
