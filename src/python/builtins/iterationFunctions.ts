/** Built-in functions that iterate: len, iter, next, enumerate, zip, map, filter, sorted, reversed, any, all. */
import type { PyClass } from '../classes.ts';
import { TypeError as PyTypeError, raise, ValueError } from '../errors.ts';
import { PyGenerator } from '../evaluate/generators.ts';
import {
  type NativeFunction,
  type NextValue,
  native,
  PyIterator,
  suspendable,
  type TypicalValue,
} from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { startNow } from '../operations/calls.ts';
import { collectWaiting, nextWaiting } from '../operations/iteration.ts';
import { Pending, type Suspendable, settle, whenSettled } from '../suspension.ts';
import { classOf } from '../types.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../values.ts';
import { integerOf, isCallable, requireKnown, typeName } from './conversions.ts';
import { addIntegers } from './integerArithmetic.ts';
import { classified, iteratorClassNamed, iteratorNamed, stopIteration } from './iterators.ts';
import { sortedItems } from './sequence.ts';

const NO_DEFAULT = '(no default)';

/** `iter(object)`: Python objects with a `__next__` of their own are given as they are. */
export function iterOf(py: Interpreter, object: Value): Value {
  const method = classOf(requireKnown(object)).lookup('__iter__');
  if (
    method !== undefined &&
    method !== null &&
    classOf(object).userDefined &&
    !(object instanceof PyIterator)
  ) {
    const iterator = py.call(method, [object]);
    if (!(iterator instanceof PyIterator) && classOf(iterator).lookup('__next__') === undefined) {
      throw raise(PyTypeError, `iter() returned non-iterator of type '${typeName(iterator)}'`);
    }
    return iterator;
  }
  return classified(py, object);
}

/** Calls `callable` until it gives the sentinel. */
function callIterator(py: Interpreter, callable: Value, sentinel: Value): PyIterator {
  let over = false;
  return iteratorNamed('callable_iterator', () => {
    if (over) return undefined;
    return whenSettled(py.callSuspendable(callable, []), value => {
      if (value === sentinel || py.equal(value, sentinel)) {
        over = true;
        return undefined as unknown as Value;
      }
      return value;
    });
  });
}

function* nextOf(py: Interpreter, iterator: Value, fallback: Value): Suspendable<Value> {
  requireKnown(iterator);
  if (iterator instanceof PyIterator) {
    if (iterator.typical !== null) return iterator.takeTypical();
    const value = yield* settle(iterator.next() as Value | Pending<Value>);
    if ((value as Value | undefined) !== undefined) return value;
    if (fallback !== NO_DEFAULT) return fallback;
    throw stopIteration(iterator instanceof PyGenerator ? iterator.returned : null);
  }
  const method = classOf(iterator).lookup('__next__');
  if (method === undefined || method === null) {
    throw raise(PyTypeError, `'${typeName(iterator)}' object is not an iterator`);
  }
  try {
    return yield* py.callAndWait(method, [iterator]);
  } catch (error) {
    if (fallback !== NO_DEFAULT && isStopIteration(error)) return fallback;
    throw error;
  }
}

function isStopIteration(error: unknown): boolean {
  const cls = (error as { exception?: { cls: PyClass } }).exception?.cls;
  return cls?.mro.some(base => base.name === 'StopIteration') ?? false;
}

function zip(py: Interpreter, iterables: readonly Value[], strict: boolean): PyIterator {
  const iterators = iterables.map(iterable => py.iterator(iterable));
  const take = (index: number, items: Value[]): Value | Pending | undefined => {
    if (index === iterators.length) return new PyTuple(items);
    const value = iterators[index].next();
    const use = (item: Value | undefined): Value | Pending | undefined => {
      if (item !== undefined) return take(index + 1, [...items, item]);
      if (strict) checkStrict(py, iterators, index);
      return undefined;
    };
    return value instanceof Pending
      ? (whenSettled(value, use as (value: Value) => Value | Pending) as Pending)
      : use(value);
  };
  return iteratorNamed(
    'zip',
    () => (iterators.length === 0 ? undefined : take(0, [])),
    shortest(iterators),
    sideBySide(iterators),
  );
}

/** What stands for any of the pairs, where it is what stands for each of their values. */
function sideBySide(iterators: readonly PyIterator[]): TypicalValue | null {
  const parts = iterators.flatMap(({ typical }) => (typical === null ? [] : [typical]));
  if (parts.length === 0 || parts.length < iterators.length) return null;
  return turn => new PyTuple(parts.map(typical => typical(turn)));
}

/** The number of values that iterators give side by side; null where one is not known, or given twice. */
function shortest(iterators: readonly PyIterator[]): number | null {
  const lengths = iterators.map(iterator => iterator.remaining);
  if (new Set(iterators).size < iterators.length || lengths.includes(null)) return null;
  return lengths.length === 0 ? 0 : Math.min(...(lengths as number[]));
}

function checkStrict(py: Interpreter, iterators: readonly PyIterator[], ended: number): void {
  const plural = (index: number) => (index === 1 ? ' 1' : `s 1-${index}`);
  if (ended > 0)
    throw raise(ValueError, `zip() argument ${ended + 1} is shorter than argument${plural(ended)}`);
  for (let index = 1; index < iterators.length; index++) {
    const value = py.settleNow<Value | undefined>(iterators[index].next() as Value | undefined);
    if (value !== undefined)
      throw raise(ValueError, `zip() argument ${index + 1} is longer than argument${plural(index)}`);
  }
}

function map(py: Interpreter, func: Value, iterables: readonly Value[]): PyIterator {
  const single = iterables.length === 1;
  const source = single ? py.iterator(iterables[0]) : zip(py, iterables, false);
  const next: NextValue = () => {
    const value = source.next();
    const use = (item: Value | undefined): Value | Pending | undefined =>
      item === undefined ? undefined : py.callSuspendable(func, single ? [item] : (item as PyTuple).items);
    return value instanceof Pending
      ? (whenSettled(value, use as (value: Value) => Value | Pending) as Pending)
      : use(value);
  };
  const { typical } = source;
  const called: TypicalValue | null =
    typical &&
    (turn => {
      const value = typical(turn);
      return py.call(func, single ? [value] : (value as PyTuple).items);
    });
  return iteratorNamed('map', next, source.remaining, called);
}

function filter(py: Interpreter, func: Value, iterable: Value): PyIterator {
  const source = py.iterator(iterable);
  // The end of the iteration travels as undefined, which the type of Value leaves out on purpose.
  function* next(): Suspendable<Value> {
    for (;;) {
      const item = yield* nextWaiting(source);
      if (item === undefined) return undefined as unknown as Value;
      if (py.truth(func === null ? item : yield* py.callAndWait(func, [item]))) return item;
    }
  }
  return iteratorNamed('filter', () => startNow(next()));
}

function enumerate(py: Interpreter, iterable: Value, start: Value): PyIterator {
  const source = py.iterator(iterable);
  let count = integerOf(py, start);
  const next: NextValue = () => {
    const pair = (value: Value): Value => {
      if ((value as Value | undefined) === undefined) return value;
      const index = count;
      count = addIntegers(count, 1);
      return new PyTuple([index, value]);
    };
    const value = source.next();
    return value === undefined
      ? undefined
      : value instanceof Pending
        ? whenSettled(value, pair)
        : pair(value);
  };
  const { typical } = source;
  const numbered: TypicalValue | null =
    typical &&
    (turn => new PyTuple([turn === 0 ? count : new Unknown('which turn it is', 'int'), typical(turn)]));
  return iteratorNamed('enumerate', next, source.remaining, numbered);
}

function reversed(py: Interpreter, sequence: Value): Value {
  const method = classOf(requireKnown(sequence)).lookup('__reversed__');
  if (method !== undefined && method !== null) return py.call(method, [sequence]);
  const cls = classOf(sequence);
  if (method === null || cls.lookup('__getitem__') === undefined || cls.lookup('__len__') === undefined) {
    throw raise(PyTypeError, `'${typeName(sequence)}' object is not reversible`);
  }
  let index = py.length(sequence);
  return iteratorNamed('reversed', () => (index > 0 ? py.getItem(sequence, --index) : undefined));
}

/** Classes that only make iterators: `zip`, `map`, `filter`, `enumerate`, `reversed`. */
export const iteratorConstructors: ReadonlyMap<string, PyClass> = new Map(
  (
    [
      [
        'zip',
        native('__new__(cls, *iterables, strict=False)', ([, iterables, strict], py) =>
          zip(py, (iterables as PyTuple).items, py.truth(strict)),
        ),
      ],
      [
        'map',
        native('__new__(cls, *args)', ([, args], py) => {
          const [func, ...iterables] = (args as PyTuple).items;
          if (iterables.length === 0) throw raise(PyTypeError, 'map() must have at least two arguments.');
          return map(py, func, iterables);
        }),
      ],
      [
        'filter',
        native('__new__(cls, *args)', ([, args], py) => {
          const given = (args as PyTuple).items;
          if (given.length !== 2)
            throw raise(PyTypeError, `filter expected 2 arguments, got ${given.length}`);
          return filter(py, given[0], given[1]);
        }),
      ],
      [
        'enumerate',
        native(`__new__(cls, iterable='${NO_DEFAULT}', start=0)`, ([, iterable, start], py) => {
          if (iterable === NO_DEFAULT)
            throw raise(PyTypeError, "enumerate() missing required argument 'iterable'");
          return enumerate(py, iterable, start);
        }),
      ],
      ['reversed', native('__new__(cls, sequence, /)', ([, sequence], py) => reversed(py, sequence))],
    ] as const
  ).map(([name, construct]) => {
    const cls = iteratorClassNamed(name);
    cls.attributes.map.set('__new__', construct);
    return [name, cls];
  }),
);

export const iterationFunctions: NativeFunction[] = [
  native('len(obj, /)', ([object], py) => py.length(object)),
  native(`iter(object, sentinel='${NO_DEFAULT}', /)`, ([object, sentinel], py) => {
    if (sentinel === NO_DEFAULT) return iterOf(py, object);
    if (!isCallable(object)) throw raise(PyTypeError, 'iter(v, w): v must be callable');
    return callIterator(py, object, sentinel);
  }),
  suspendable(`next(iterator, default='${NO_DEFAULT}', /)`, ([iterator, fallback], py) =>
    nextOf(py, iterator, fallback),
  ),
  suspendable('sorted(iterable, /, *, key=None, reverse=False)', function* ([iterable, key, reverse], py) {
    const items = yield* collectWaiting(py, iterable);
    return new PyList(yield* sortedItems(py, items, key, py.truth(reverse)));
  }),
  suspendable('any(iterable, /)', ([iterable], py) => decide(py, iterable, true)),
  suspendable('all(iterable, /)', ([iterable], py) => decide(py, iterable, false)),
];

/** Whether some item is `wanted`; for `all` the answer is turned round. An unknown item decides only at the end. */
function* decide(py: Interpreter, iterable: Value, wanted: boolean): Suspendable<boolean> {
  let unknown: Unknown | null = null;
  const iterator = py.iterator(iterable);
  // What stands for all of them decides as each of them does.
  const alike = iterator.typical === null ? null : new Set(yield* collectWaiting(py, iterator)).values();
  for (;;) {
    const item = alike === null ? yield* nextWaiting(iterator) : alike.next().value;
    if (item === undefined) break;
    py.policy.step();
    if (item instanceof Unknown) unknown = item;
    else if (py.truth(item) === wanted) return wanted;
  }
  if (unknown !== null) throw new NotKnown(unknown.reason);
  return !wanted;
}
