/** The itertools module. */

import { indexOf, integerOf } from '../../python/builtins/conversions.ts';
import { iteratorClassNamed, iteratorNamed } from '../../python/builtins/iterators.ts';
import type { PyClass } from '../../python/classes.ts';
import { TypeError as PyTypeError, raise, ValueError } from '../../python/errors.ts';
import { ClassMethod, type NativeFunction, native, type PyIterator } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { PyTuple, type Value } from '../../python/values.ts';

type Draw = () => Value | undefined;

/** Draws from an iterable one value after the other. */
function draw(py: Interpreter, iterable: Value): Draw {
  const iterator = py.iterator(iterable);
  return () => py.settleNow<Value | undefined>(iterator.next() as Value | undefined);
}

const items = (tuple: Value): readonly Value[] => (tuple as PyTuple).items;

function fromGenerator(name: string, values: Iterator<Value>): PyIterator {
  return iteratorNamed(name, () => {
    const step = values.next();
    return step.done ? undefined : step.value;
  });
}

function count(py: Interpreter, start: Value, step: Value): PyIterator {
  let value = start;
  return iteratorNamed('count', () => {
    const current = value;
    value = py.binary('Add', value, step);
    return current;
  });
}

function* cycle(py: Interpreter, iterable: Value): Generator<Value> {
  const saved: Value[] = [];
  for (const value of py.iterate(iterable)) {
    saved.push(value);
    yield value;
  }
  while (saved.length > 0) yield* saved;
}

function* accumulate(py: Interpreter, iterable: Value, func: Value, initial: Value): Generator<Value> {
  let total: Value | undefined;
  if (initial !== null) {
    total = initial;
    yield total;
  }
  for (const value of py.iterate(iterable)) {
    total =
      total === undefined
        ? value
        : func === null
          ? py.binary('Add', total, value)
          : py.call(func, [total, value]);
    yield total;
  }
}

function* islice(py: Interpreter, iterable: Value, bounds: readonly Value[]): Generator<Value> {
  const [start, stop, step] =
    bounds.length === 1 ? [null, bounds[0], null] : [bounds[0], bounds[1], bounds[2] ?? null];
  const check = (value: Value, fallback: number, what: string): number => {
    if (value === null) return fallback;
    const number = typeof value === 'number' ? value : -1;
    if (number < 0) throw raise(ValueError, what);
    return number;
  };
  const problem = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
  const stopProblem =
    bounds.length === 1
      ? 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
      : problem;
  const first = check(start, 0, problem);
  const last = check(stop, Number.POSITIVE_INFINITY, stopProblem);
  const every = check(step, 1, 'Step for islice() must be a positive integer or None.');
  if (every === 0) throw raise(ValueError, 'Step for islice() must be a positive integer or None.');
  const next = draw(py, iterable);
  let wanted = first;
  for (let index = 0; wanted < last; index++) {
    const value = next();
    if (value === undefined) return;
    if (index === wanted) {
      yield value;
      wanted += every;
    }
  }
}

function* product(py: Interpreter, iterables: readonly Value[], repeat: number): Generator<Value> {
  const once = iterables.map(iterable => py.collect(iterable));
  const pools: Value[][] = [];
  for (let i = 0; i < repeat; i++) pools.push(...once);
  if (pools.some(pool => pool.length === 0)) return;
  const at = pools.map(() => 0);
  for (;;) {
    yield new PyTuple(pools.map((pool, index) => pool[at[index]]));
    let position = pools.length - 1;
    while (position >= 0 && ++at[position] === pools[position].length) at[position--] = 0;
    if (position < 0) return;
  }
}

function* combinations(pool: readonly Value[], size: number, repeated: boolean): Generator<Value> {
  const chosen: number[] = [];
  function* extend(from: number): Generator<Value> {
    if (chosen.length === size) {
      yield new PyTuple(chosen.map(index => pool[index]));
      return;
    }
    for (let index = from; index < pool.length; index++) {
      chosen.push(index);
      yield* extend(repeated ? index : index + 1);
      chosen.pop();
    }
  }
  yield* extend(0);
}

function* permutations(pool: readonly Value[], size: number): Generator<Value> {
  const used = new Set<number>();
  function* extend(): Generator<Value> {
    if (used.size === size) {
      yield new PyTuple([...used].map(index => pool[index]));
      return;
    }
    for (let index = 0; index < pool.length; index++) {
      if (used.has(index)) continue;
      used.add(index);
      yield* extend();
      used.delete(index);
    }
  }
  yield* extend();
}

/** Groups share the source: moving on to the next key ends the group before. */
function groupby(py: Interpreter, iterable: Value, key: Value): PyIterator {
  const next = draw(py, iterable);
  let current: { value: Value; key: Value } | undefined;
  let generation = 0;
  let lastKey: { key: Value } | undefined;
  const advance = (): void => {
    const value = next();
    current = value === undefined ? undefined : { value, key: key === null ? value : py.call(key, [value]) };
  };
  let started = false;
  return iteratorNamed('groupby', () => {
    generation++;
    if (!started) {
      started = true;
      advance();
    }
    while (current !== undefined && lastKey !== undefined && py.equal(current.key, lastKey.key)) advance();
    if (current === undefined) return undefined;
    const mine = generation;
    const groupKey = current.key;
    lastKey = { key: groupKey };
    const group = iteratorNamed('_grouper', () => {
      if (mine !== generation || current === undefined || !py.equal(current.key, groupKey)) return undefined;
      const { value } = current;
      advance();
      return value;
    });
    return new PyTuple([groupKey, group]);
  });
}

function tee(py: Interpreter, iterable: Value, copies: number): PyTuple {
  const next = draw(py, iterable);
  const buffer: Value[] = [];
  const made = Array.from({ length: copies }, () => {
    let at = 0;
    return iteratorNamed('_tee', () => {
      if (at === buffer.length) {
        const value = next();
        if (value === undefined) return undefined;
        buffer.push(value);
      }
      return buffer[at++];
    });
  });
  return new PyTuple(made);
}

function zipLongest(py: Interpreter, iterables: readonly Value[], fill: Value): PyIterator {
  const draws = iterables.map(iterable => draw(py, iterable));
  const over = draws.map(() => false);
  return iteratorNamed('zip_longest', () => {
    const row = draws.map((next, index) => {
      const value = over[index] ? undefined : next();
      if (value === undefined) over[index] = true;
      return value;
    });
    return over.every(Boolean)
      ? undefined
      : new PyTuple(row.map(value => value ?? (value === null ? null : fill)));
  });
}

function* filtered(py: Interpreter, func: Value, iterable: Value, wanted: boolean): Generator<Value> {
  for (const value of py.iterate(iterable)) {
    if (py.truth(func === null ? value : py.call(func, [value])) === wanted) yield value;
  }
}

function* takeWhile(py: Interpreter, func: Value, iterable: Value): Generator<Value> {
  for (const value of py.iterate(iterable)) {
    if (!py.truth(py.call(func, [value]))) return;
    yield value;
  }
}

function* dropWhile(py: Interpreter, func: Value, iterable: Value): Generator<Value> {
  let dropping = true;
  for (const value of py.iterate(iterable)) {
    dropping = dropping && py.truth(py.call(func, [value]));
    if (!dropping) yield value;
  }
}

function* chained(py: Interpreter, iterables: Iterable<Value>): Generator<Value> {
  for (const iterable of iterables) yield* py.iterate(iterable);
}

function* pairs(py: Interpreter, iterable: Value): Generator<Value> {
  let before: Value | undefined;
  for (const value of py.iterate(iterable)) {
    if (before !== undefined) yield new PyTuple([before, value]);
    before = value;
  }
}

function* compress(py: Interpreter, data: Value, selectors: Value): Generator<Value> {
  const select = draw(py, selectors);
  for (const value of py.iterate(data)) {
    const selector = select();
    if (selector === undefined) return;
    if (py.truth(selector)) yield value;
  }
}

/** The number of items chosen at once, checked. */
function size(py: Interpreter, value: Value): number {
  const number = indexOf(py, value);
  if (number < 0) throw raise(ValueError, 'r must be non-negative');
  return number;
}

const constructors: NativeFunction[] = [
  native('count(start=0, step=1)', ([start, step], py) => count(py, start, step)),
  native('cycle(iterable, /)', ([iterable], py) => fromGenerator('cycle', cycle(py, iterable))),
  native('repeat(object, times=None)', ([object, times], py) => {
    let left = times === null ? Number.POSITIVE_INFINITY : Number(integerOf(py, times));
    return iteratorNamed('repeat', () => (left-- > 0 ? object : undefined));
  }),
  native('accumulate(iterable, func=None, *, initial=None)', ([iterable, func, initial], py) =>
    fromGenerator('accumulate', accumulate(py, iterable, func, initial)),
  ),
  native('chain(*iterables)', ([iterables], py) => fromGenerator('chain', chained(py, items(iterables)))),
  native('compress(data, selectors)', ([data, selectors], py) =>
    fromGenerator('compress', compress(py, data, selectors)),
  ),
  native('dropwhile(predicate, iterable, /)', ([func, iterable], py) =>
    fromGenerator('dropwhile', dropWhile(py, func, iterable)),
  ),
  native('takewhile(predicate, iterable, /)', ([func, iterable], py) =>
    fromGenerator('takewhile', takeWhile(py, func, iterable)),
  ),
  native('filterfalse(function, iterable, /)', ([func, iterable], py) =>
    fromGenerator('filterfalse', filtered(py, func, iterable, false)),
  ),
  native('groupby(iterable, key=None)', ([iterable, key], py) => groupby(py, iterable, key)),
  native('islice(iterable, *args)', ([iterable, bounds], py) => {
    const given = items(bounds);
    if (given.length === 0) throw raise(PyTypeError, 'islice expected at least 2 arguments, got 1');
    return fromGenerator('islice', islice(py, iterable, given));
  }),
  native('pairwise(iterable, /)', ([iterable], py) => fromGenerator('pairwise', pairs(py, iterable))),
  native('starmap(function, iterable, /)', ([func, iterable], py) => {
    const next = draw(py, iterable);
    return iteratorNamed('starmap', () => {
      const value = next();
      return value === undefined ? undefined : py.callSuspendable(func, py.collect(value));
    });
  }),
  native('zip_longest(*iterables, fillvalue=None)', ([iterables, fill], py) =>
    zipLongest(py, items(iterables), fill),
  ),
  native('product(*iterables, repeat=1)', ([iterables, repeat], py) => {
    const times = indexOf(py, repeat);
    if (times < 0) throw raise(ValueError, 'repeat argument cannot be negative');
    return fromGenerator('product', product(py, items(iterables), times));
  }),
  native('combinations(iterable, r)', ([iterable, r], py) =>
    fromGenerator('combinations', combinations(py.collect(iterable), size(py, r), false)),
  ),
  native('combinations_with_replacement(iterable, r)', ([iterable, r], py) =>
    fromGenerator('combinations_with_replacement', combinations(py.collect(iterable), size(py, r), true)),
  ),
  native('permutations(iterable, r=None)', ([iterable, r], py) => {
    const pool = py.collect(iterable);
    return fromGenerator('permutations', permutations(pool, r === null ? pool.length : size(py, r)));
  }),
];

/** Each is a class in Python; calling the class makes the iterator. */
function asClass(construct: NativeFunction): PyClass {
  const cls = iteratorClassNamed(construct.name);
  cls.attributes.map.set(
    '__new__',
    native(construct.signature.text.replace('(', '(cls, '), (args, py) => construct.body!(args.slice(1), py)),
  );
  return cls;
}

export const module: LibraryModule = {
  name: 'itertools',
  entries: () => {
    const classes = new Map<string, Value>(
      constructors.map(construct => [construct.name, asClass(construct)]),
    );
    (classes.get('chain') as PyClass).attributes.map.set(
      'from_iterable',
      new ClassMethod(
        native('from_iterable(cls, iterable, /)', ([, iterable], py) =>
          fromGenerator('chain', chained(py, py.iterate(iterable))),
        ),
      ),
    );
    classes.set(
      'tee',
      native('tee(iterable, n=2, /)', ([iterable, n], py) => tee(py, iterable, indexOf(py, n))),
    );
    return classes;
  },
};
