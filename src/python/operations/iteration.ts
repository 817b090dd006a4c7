/** Iteration: iterators for everything iterable, and collecting them. */
import { PyDict, PySet } from '../collections.ts';
import { IndexError, PythonError, RuntimeError, raise, StopIteration, TypeError } from '../errors.ts';
import { type Completion, NORMAL } from '../evaluate/code.ts';
import { PyIterator } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Pending, type Suspendable, settle } from '../suspension.ts';
import type { Bounds } from '../turnNumbers.ts';
import { classOf } from '../types.ts';
import { NotKnown, PyList, PyRange, PyTuple, UncountedItems, Unknown, type Value } from '../values.ts';

/** A longer list is not made for analysis. */
export const LONGEST_LIST = 100_000;

/** `iter(value)` as the object itself, for whoever sends and throws into it. */
export function iterationObject(py: Interpreter, value: Value): Value {
  if (value instanceof PyIterator) return value;
  const cls = classOf(value);
  if (!cls.userDefined) return iteratorOf(py, value);
  const method = cls.lookup('__iter__');
  if (method === undefined || method === null) return iteratorOf(py, value);
  const iterator = py.call(method, [value]);
  if (classOf(iterator).lookup('__next__') === undefined) return adapt(py, iterator);
  return iterator;
}

/** `iter(value)`. */
export function iteratorOf(py: Interpreter, value: Value): PyIterator {
  if (value instanceof PyIterator) return value;
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const cls = classOf(value);
  if (!cls.userDefined || cls.lookup('__iter__') === undefined) {
    const quick = builtinIterator(value);
    if (quick !== null) return quick;
  }
  const method = cls.lookup('__iter__');
  if (method !== undefined && method !== null) return adapt(py, py.call(method, [value]));
  if (cls.lookup('__getitem__') !== undefined) return sequenceIterator(py, value);
  throw raise(TypeError, `'${cls.name}' object is not iterable`);
}

function builtinIterator(value: Value): PyIterator | null {
  if (value instanceof PyList) {
    let index = 0;
    const { lost } = value;
    const typical = lost instanceof UncountedItems ? () => lost.each : null;
    const length = lost === null ? value.items.length : null;
    return new PyIterator(
      () => {
        if (value.lost) throw new NotKnown(value.lost.reason);
        return index < value.items.length ? value.items[index++] : undefined;
      },
      length,
      typical,
    );
  }
  if (value instanceof PyTuple) return arrayIterator(value.items);
  if (value instanceof PyRange) {
    let index = 0;
    const length = value.length;
    const next = () => (index < length ? value.start + value.step * index++ : undefined);
    return new PyIterator(next, length, null, boundsOf(value));
  }
  if (typeof value === 'string') {
    const characters = value[Symbol.iterator]();
    return new PyIterator(() => {
      const step = characters.next();
      return step.done ? undefined : step.value;
    });
  }
  if (value instanceof PyDict || value instanceof PySet) return keyIterator(value);
  return null;
}

function boundsOf({ start, step, length }: PyRange): Bounds | null {
  const last = start + step * (length - 1);
  return length === 0 ? null : { least: Math.min(start, last), greatest: Math.max(start, last) };
}

function keyIterator(table: PyDict | PySet): PyIterator {
  const size = table.size;
  const keys = table.keys();
  const what = table instanceof PyDict ? 'dictionary' : 'Set';
  return new PyIterator(() => {
    if (table.lost) throw new NotKnown(table.lost.reason);
    if (table.size !== size) throw raise(RuntimeError, `${what} changed size during iteration`);
    const step = keys.next();
    return step.done ? undefined : step.value;
  }, size);
}

/** An iterator over values that are all there. */
export function arrayIterator(items: readonly Value[]): PyIterator {
  let index = 0;
  return new PyIterator(() => (index < items.length ? items[index++] : undefined), items.length);
}

/** The old protocol: `__getitem__` with 0, 1, 2… until IndexError. */
function sequenceIterator(py: Interpreter, value: Value): PyIterator {
  let index = 0;
  return new PyIterator(() => {
    try {
      return py.getItem(value, index++);
    } catch (error) {
      if (error instanceof PythonError && error.exception.cls.isSubclassOf(IndexError)) return undefined;
      throw error;
    }
  });
}

/** Makes a native iterator of an object with a Python `__next__`. */
function adapt(py: Interpreter, iterator: Value): PyIterator {
  if (iterator instanceof PyIterator) return iterator;
  if (iterator instanceof Unknown) throw new NotKnown(iterator.reason);
  const next = classOf(iterator).lookup('__next__');
  if (next === undefined || next === null) {
    throw raise(TypeError, `iter() returned non-iterator of type '${classOf(iterator).name}'`);
  }
  return new PyIterator(() => {
    try {
      const result = py.callSuspendable(next, [iterator]);
      return result instanceof Pending ? new Pending(untilStop(result)) : result;
    } catch (error) {
      if (isStop(error)) return undefined;
      throw error;
    }
  });
}

function* untilStop(result: Pending): Suspendable<Value> {
  try {
    return yield* settle(result);
  } catch (error) {
    // The end of the iteration travels as undefined, which the type of Value leaves out on purpose.
    if (isStop(error)) return undefined as unknown as Value;
    throw error;
  }
}

function isStop(error: unknown): boolean {
  return error instanceof PythonError && error.exception.cls.isSubclassOf(StopIteration);
}

/** As many of what stands for each value as there are values; null where they come by themselves. */
function allAlike(py: Interpreter, { typical, remaining }: PyIterator): Value[] | null {
  if (typical === null) return null;
  if (remaining === null || remaining > LONGEST_LIST) {
    const reason = 'how many values come is not known';
    // What a generator expression does for each of them is followed all the same.
    if (py.frame !== null) {
      const follow = (): Completion => {
        typical(null);
        return NORMAL;
      };
      py.settleNow(py.policy.branch(py.frame, new Unknown(reason), [() => NORMAL, follow]));
    }
    throw new NotKnown(reason);
  }
  return Array<Value>(remaining).fill(remaining > 0 ? typical(null) : null);
}

/** The items of an iterable as an array. */
export function collect(py: Interpreter, value: Value): Value[] {
  if (value instanceof PyTuple && !value.cls.userDefined) return [...value.items];
  if (value instanceof PyList && !value.cls.userDefined) {
    if (value.lost) throw new NotKnown(value.lost.reason);
    return value.items.slice();
  }
  const iterator = iteratorOf(py, value);
  return allAlike(py, iterator) ?? [...iterate(py, iterator)];
}

/** Like {@link collect}, for iterables whose items may have to be waited for (generators that train or read files). */
export function* collectWaiting(py: Interpreter, value: Value): Suspendable<Value[]> {
  // The items of lists and tuples are there; iterators, data sets and classes of the script's may have to fetch them.
  if (value instanceof PyList || value instanceof PyTuple) return collect(py, value);
  const items: Value[] = [];
  const iterator = iteratorOf(py, value);
  const alike = allAlike(py, iterator);
  if (alike !== null) return alike;
  for (;;) {
    const next = iterator.next();
    const item = next instanceof Pending ? yield* next.rest : next;
    if (item === undefined) return items;
    py.policy.step();
    items.push(item);
  }
}

/** Like {@link collectWaiting}, for those to whom neither the order of items nor how often one comes matters. */
export function* collectDistinct(py: Interpreter, value: Value): Suspendable<readonly Value[]> {
  if (value instanceof PyList || value instanceof PyTuple) return collect(py, value);
  const iterator = iteratorOf(py, value);
  return iterator.takeDistinct() ?? (yield* collectWaiting(py, iterator));
}

/** The next item of an iterator, waited for; undefined at its end. */
export function* nextWaiting(iterator: PyIterator): Suspendable<Value | undefined> {
  const item = iterator.next();
  return item instanceof Pending ? yield* item.rest : item;
}

/** A JavaScript iterable over any Python iterable that does not wait. */
export function* iterate(py: Interpreter, value: Value): Generator<Value, void, undefined> {
  const iterator = iteratorOf(py, value);
  for (;;) {
    const item = py.settleNow<Value | undefined>(iterator.next() as Value | undefined);
    if (item === undefined) return;
    py.policy.step();
    yield item;
  }
}
