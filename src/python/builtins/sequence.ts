/** What list and tuple share: order comparison, search, repr of items. */
import { raise, ValueError } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Suspendable } from '../suspension.ts';
import { NotKnown, Unknown, type Value } from '../values.ts';
import { integerOf } from './conversions.ts';

/** `a is b or a == b`, as containers compare their items. */
export function sameItem(py: Interpreter, a: Value, b: Value): boolean {
  return a === b || py.equal(a, b);
}

/** Equality of two sequences item by item. */
export function itemsEqual(py: Interpreter, left: readonly Value[], right: readonly Value[]): boolean {
  return left.length === right.length && left.every((item, index) => sameItem(py, item, right[index]));
}

/** `<`, `<=`, `>` or `>=` of two sequences: decided by the first items that differ. */
export function compareItems(
  py: Interpreter,
  operator: 'Lt' | 'LtE' | 'Gt' | 'GtE',
  left: readonly Value[],
  right: readonly Value[],
): Value {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    if (!sameItem(py, left[index], right[index])) return py.compare(operator, left[index], right[index]);
  }
  const difference = left.length - right.length;
  return operator === 'Lt'
    ? difference < 0
    : operator === 'LtE'
      ? difference <= 0
      : operator === 'Gt'
        ? difference > 0
        : difference >= 0;
}

/** `sequence.index(value, start, stop)`; raises ValueError with `message`. */
export function findItem(
  py: Interpreter,
  items: readonly Value[],
  value: Value,
  start: Value,
  stop: Value,
  message: () => string,
): number {
  const clamp = (bound: Value, fallback: number): number => {
    if (bound === null) return fallback;
    const index = Number(integerOf(py, bound, 'slice indices must be integers or have an __index__ method'));
    return index < 0 ? Math.max(0, index + items.length) : index;
  };
  const end = Math.min(items.length, clamp(stop, items.length));
  for (let index = clamp(start, 0); index < end; index++) if (sameItem(py, items[index], value)) return index;
  throw raise(ValueError, message());
}

/** How many items equal the value. */
export function countItems(py: Interpreter, items: readonly Value[], value: Value): number {
  let count = 0;
  for (const item of items) if (sameItem(py, item, value)) count++;
  return count;
}

/** `value in sequence`; unknown items count only when nothing else matches. */
export function containsItem(py: Interpreter, items: readonly Value[], value: Value): boolean {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  let unknown: Unknown | null = null;
  for (const item of items) {
    if (item instanceof Unknown) unknown = item;
    else if (sameItem(py, item, value)) return true;
  }
  if (unknown !== null) throw new NotKnown(unknown.reason);
  return false;
}

/** Sorts in place of a copy, stably, by Python's `<` on the keys; `key` may wait. */
export function* sortedItems(
  py: Interpreter,
  items: readonly Value[],
  key: Value,
  reverse: boolean,
): Suspendable<Value[]> {
  const keyed: { item: Value; key: Value }[] = [];
  for (const item of items)
    keyed.push({ item, key: key === null ? item : yield* py.callAndWait(key, [item]) });
  for (const entry of keyed) if (entry.key instanceof Unknown) throw new NotKnown(entry.key.reason);
  // A stable sort of the reversed sequence, reversed, keeps equal items in their order for reverse=True.
  if (reverse) keyed.reverse();
  const sorted = mergeSort(keyed, (a, b) => py.truth(py.compare('Lt', a.key, b.key)));
  if (reverse) sorted.reverse();
  return sorted.map(entry => entry.item);
}

/** A stable merge sort that asks only "is b less than a", as Python's does. */
function mergeSort<T>(items: T[], less: (a: T, b: T) => boolean): T[] {
  if (items.length < 2) return items.slice();
  if (items.length <= 8) return insertionSort(items.slice(), less);
  const middle = items.length >> 1;
  const left = mergeSort(items.slice(0, middle), less);
  const right = mergeSort(items.slice(middle), less);
  if (!less(right[0], left[left.length - 1])) return left.concat(right);
  const merged: T[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) merged.push(less(right[j], left[i]) ? right[j++] : left[i++]);
  while (i < left.length) merged.push(left[i++]);
  while (j < right.length) merged.push(right[j++]);
  return merged;
}

function insertionSort<T>(items: T[], less: (a: T, b: T) => boolean): T[] {
  for (let i = 1; i < items.length; i++) {
    const item = items[i];
    let at = i;
    while (at > 0 && less(item, items[at - 1])) {
      items[at] = items[at - 1];
      at--;
    }
    items[at] = item;
  }
  return items;
}
