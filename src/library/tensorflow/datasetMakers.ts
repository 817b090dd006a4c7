import { evaluateReference } from '../../graph/reference/index.ts';
import { constant } from '../../graph/tensor.ts';
import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { Suspendable } from '../../python/suspension.ts';
import { NotKnown, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { DatasetObject, type ElementStream } from '../keras/data/datasetObject.ts';
import { numberOf } from '../keras/objects/arguments.ts';
import { isTensorLike, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { flatten, mapStructure } from '../keras/tensors/graphNode.ts';
import { isSymbolic, TensorObject } from '../keras/tensors/tensorObject.ts';
import { NdArray } from '../numpy/ndarray.ts';
import { eitherOf, someOf } from './elementFacts.ts';
import { elementAside } from './tracedElements.ts';

export function self(value: Value): DatasetObject {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof DatasetObject) return value;
  throw raise(ValueError, 'expected a tf.data.Dataset');
}

/** The number in a tensor that is computed of constants alone, as counts are. */
export function plainNumber({ tensor }: TensorObject): number {
  if (isSymbolic(tensor)) throw new NotKnown('a count is known when the script runs');
  return evaluateReference([tensor])[0][0];
}

export function count(value: Value): number {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const number = value instanceof TensorObject ? plainNumber(value) : numberOf(value);
  if (number === undefined) throw new NotKnown('a count is not known');
  return number;
}

/** How many elements a data set has, as TensorFlow tells: -1 where they never end, -2 where it is not known. */
export function cardinalityOf(py: Interpreter, { cardinality }: DatasetObject): TensorObject {
  if (cardinality === null && !py.running) throw new NotKnown('the length of the data set is not known');
  const told = cardinality === null ? -2 : cardinality === Infinity ? -1 : cardinality;
  return wrap(py, constant(told, [], 'int64'));
}

/** Elements as functions of the script take them: tensors, a tuple as several arguments. */
export function argumentsOf(py: Interpreter, item: Value): readonly Value[] {
  const tensors = mapStructure(item, leaf =>
    isTensorLike(leaf) || typeof leaf === 'string' ? wrap(py, tensorOf(py, leaf)) : leaf,
  );
  return tensors instanceof PyTuple ? tensors.items : [tensors];
}

/** Whether a condition that a function of the script gave holds. */
export function* holds(py: Interpreter, callee: Value, args: readonly Value[]): Suspendable<boolean> {
  const answer = yield* py.callAndWait(callee, args);
  return py.truth(answer);
}

export function filtered(source: DatasetObject, callee: Value, isPrefix: boolean): DatasetObject {
  return new DatasetObject(
    () => someOf(source.element, null),
    null,
    (run, shuffle) => {
      const next = source.stream(run).start(shuffle);
      return function* () {
        for (;;) {
          const item = yield* next();
          if (item === undefined) return undefined;
          if (yield* holds(run, callee, argumentsOf(run, item))) return item;
          if (isPrefix) return undefined;
        }
      };
    },
  );
}

export function concatenated(first: DatasetObject, second: DatasetObject): DatasetObject {
  const length =
    first.cardinality === null || second.cardinality === null ? null : first.cardinality + second.cardinality;
  return new DatasetObject(
    () => eitherOf(first.element, second.element),
    length,
    (run, shuffle) => {
      const streams = [first, second].map(source => source.stream(run).start(shuffle));
      let at = 0;
      return function* () {
        for (; at < streams.length; at++) {
          const item = yield* streams[at]();
          if (item !== undefined) return item;
        }
        return undefined;
      };
    },
  );
}

export function numbered(source: DatasetObject, start: number): DatasetObject {
  const place = constant(start, [], 'int64');
  const element = () =>
    source.element === null ? null : new PyTuple([new TensorObject(place), source.element]);
  return new DatasetObject(element, source.cardinality, (run, shuffle) => {
    const next = source.stream(run).start(shuffle);
    let index = start;
    return function* () {
      const item = yield* next();
      return item === undefined ? undefined : new PyTuple([wrap(run, constant(index++, [], 'int64')), item]);
    };
  });
}

/** Elements that are there already, one after another. */
export function streamOf(items: readonly Value[]): ElementStream {
  let index = 0;
  // biome-ignore lint/correctness/useYield: nothing is waited for
  return function* () {
    return index < items.length ? items[index++] : undefined;
  };
}

/** A data set over such. */
export function overItems(element: Value | null, items: readonly Value[]): DatasetObject {
  return new DatasetObject(element, items.length, () => {
    return streamOf(items);
  });
}

/** Data sets of `size` elements each, every `shift` elements; a structure's parts become data sets of their own. */
export function windows(
  source: DatasetObject,
  size: number,
  shift: number,
  stride: number,
  dropRest: boolean,
): DatasetObject {
  const reach = (size - 1) * stride + 1;
  const full = (length: number) => Math.max(0, Math.floor((length - reach) / shift) + 1);
  const length =
    source.cardinality === null
      ? null
      : dropRest
        ? full(source.cardinality)
        : Math.ceil(source.cardinality / shift);
  const asDatasets = (items: readonly Value[]): Value => {
    if (items[0] instanceof PyTuple) {
      return new PyTuple(
        items[0].items.map((_, part) =>
          overItems(
            null,
            items.map(item => (item as PyTuple).items[part]),
          ),
        ),
      );
    }
    return overItems(someOf(source.element, null), items);
  };
  const element = () => {
    const part = someOf(source.element, null);
    const windowOf = (inner: Value) => new DatasetObject(inner, dropRest ? size : null, () => streamOf([]));
    if (part === null) return null;
    return part instanceof PyTuple ? new PyTuple(part.items.map(windowOf)) : windowOf(part);
  };
  return new DatasetObject(element, length, (run, shuffle) => {
    const next = source.stream(run).start(shuffle);
    const held: Value[] = [];
    return function* () {
      while (held.length < reach) {
        const item = yield* next();
        if (item === undefined) break;
        held.push(item);
      }
      if (held.length === 0 || (dropRest && held.length < reach)) return undefined;
      const items = held.filter((_, index) => index < reach && index % stride === 0);
      held.splice(0, Math.min(shift, held.length));
      for (let skip = shift - reach; skip > 0; skip--) if ((yield* next()) === undefined) break;
      return asDatasets(items);
    };
  });
}

/** The elements of the data sets that a function makes of elements, `cycle` of them in turn. */
export function interleaved(
  py: Interpreter,
  source: DatasetObject,
  callee: Value,
  cycle: number,
  block: number,
): DatasetObject {
  const element = elementAside(py, () => {
    if (source.element === null) return null;
    const made = py.call(callee, argumentsOf(py, source.element));
    return made instanceof DatasetObject ? someOf(made.element, null) : null;
  });
  return new DatasetObject(element, null, (run, shuffle) => {
    const next = source.stream(run).start(shuffle);
    const open: ElementStream[] = [];
    let [turn, given, ended] = [0, 0, false];
    return function* () {
      for (;;) {
        while (!ended && open.length < cycle) {
          const item = yield* next();
          if (item === undefined) ended = true;
          else
            open.push(
              self(yield* run.callAndWait(callee, argumentsOf(run, item)))
                .stream(run)
                .start(shuffle),
            );
        }
        if (open.length === 0) return undefined;
        turn %= open.length;
        const item = yield* open[turn]();
        if (item === undefined) {
          open.splice(turn, 1);
          given = 0;
          continue;
        }
        given++;
        if (given >= block) {
          given = 0;
          turn++;
        }
        return item;
      }
    };
  });
}

/** Keeps what the first whole pass gave. */
export function cached(source: DatasetObject): DatasetObject {
  let kept: Value[] | null = null;
  return new DatasetObject(
    () => source.element,
    source.cardinality,
    (run, shuffle) => {
      const stored = kept;
      if (stored !== null) return streamOf(stored);
      const next = source.stream(run).start(shuffle);
      const items: Value[] = [];
      return function* () {
        const item = yield* next();
        if (item === undefined) kept = items;
        else items.push(item);
        return item;
      };
    },
  );
}

/** The rows of each element as elements. */
export function unbatched(py: Interpreter, source: DatasetObject): DatasetObject {
  const row = (item: Value, index: number) => mapStructure(item, leaf => py.getItem(leaf, index));
  const sizeOf = (item: Value) => {
    const [leaf] = flatten([item]);
    return leaf instanceof NdArray ? (leaf.shape[0] ?? 0) : (tensorOf(py, leaf).shape[0] ?? 0);
  };
  const element = elementAside(py, () => {
    const whole = source.element;
    const isKnown = whole !== null && !flatten([whole]).some(leaf => leaf instanceof DatasetObject);
    return isKnown ? row(whole, 0) : null;
  });
  return new DatasetObject(element, null, (run, shuffle) => {
    const next = source.stream(run).start(shuffle);
    let [item, index]: [Value | undefined, number] = [undefined, 0];
    return function* () {
      while (item === undefined || index >= sizeOf(item)) {
        item = yield* next();
        index = 0;
        if (item === undefined) return undefined;
      }
      return row(item, index++);
    };
  });
}
