/** Spreading `*` items and unpacking values into several targets. */
import { raise, TypeError, ValueError } from '../errors.ts';
import { PyIterator } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { iteratorOf, nextWaiting } from '../operations/iteration.ts';
import type { Suspendable } from '../suspension.ts';
import { classOf } from '../types.ts';
import { NotKnown, PyFloat, PyList, PyTuple, Unknown, type Value } from '../values.ts';

export function isIterable(value: Value): boolean {
  if (value instanceof Unknown || value instanceof PyIterator) return true;
  const cls = classOf(value);
  return cls.lookup('__iter__') !== undefined || cls.lookup('__getitem__') !== undefined;
}

/** The values with the starred ones replaced by their items. */
export function spread(py: Interpreter, values: readonly Value[], starred: readonly boolean[]): Value[] {
  const items: Value[] = [];
  values.forEach((value, index) => {
    if (starred[index]) {
      items.push(...py.collect(value));
    } else items.push(value);
  });
  return items;
}

/** Whether Python code, which may have to wait, runs for the items. */
export function runsForItems(value: Value): boolean {
  if (value instanceof PyIterator) return true;
  return (
    !(value instanceof Unknown) && classOf(value).userDefined && Boolean(classOf(value).lookup('__iter__'))
  );
}

/** The items as a tuple, waited for; no more than one beyond `limit`: an endless iterator must not be drained. */
export function* gathered(py: Interpreter, value: Value, limit: number | null): Suspendable<Value> {
  const iterator = iteratorOf(py, value);
  const items: Value[] = [];
  while (limit === null || items.length <= limit) {
    const item = yield* nextWaiting(iterator);
    if (item === undefined) break;
    py.policy.step();
    items.push(item);
  }
  return new PyTuple(items);
}

/** Exactly `count` items of an iterable, or with a starred target at `star` at least `count - 1`. */
export function unpack(py: Interpreter, value: Value, count: number, star: number | null): Value[] {
  const items = take(py, value, star === null ? count : null);
  if (star === null) {
    if (items.length < count) {
      if (value instanceof PyList && value.beyond !== null) throw new NotKnown(value.beyond.reason);
      throw raise(ValueError, `not enough values to unpack (expected ${count}, got ${items.length})`);
    }
    if (items.length > count) throw raise(ValueError, `too many values to unpack (expected ${count})`);
    return items;
  }
  if (items.length < count - 1) {
    throw raise(
      ValueError,
      `not enough values to unpack (expected at least ${count - 1}, got ${items.length})`,
    );
  }
  const after = count - 1 - star;
  const middle = items.slice(star, items.length - after);
  return [...items.slice(0, star), new PyList(middle), ...items.slice(items.length - after)];
}

/** The items, but no more than one beyond `limit`: an endless iterator must not be drained. */
function take(py: Interpreter, value: Value, limit: number | null): Value[] {
  if (value instanceof PyTuple) return [...value.items];
  if (isScalar(value)) throw raise(TypeError, `cannot unpack non-iterable ${classOf(value).name} object`);
  const iterator = iteratorOf(py, value);
  const items: Value[] = [];
  while (limit === null || items.length <= limit) {
    const item = py.settleNow<Value | undefined>(iterator.next() as Value | undefined);
    if (item === undefined) break;
    py.policy.step();
    items.push(item);
  }
  return items;
}

function isScalar(value: Value): boolean {
  return (
    value === null ||
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    typeof value === 'boolean' ||
    value instanceof PyFloat
  );
}
