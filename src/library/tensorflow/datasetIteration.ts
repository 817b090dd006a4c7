/** Iterating over a data set in Python. */
import { PyIterator } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { Pending, type Signal, type Suspendable } from '../../python/suspension.ts';
import type { Value } from '../../python/values.ts';
import type { DatasetObject } from '../keras/data/datasetObject.ts';
import { isTensorLike, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { mapStructure } from '../keras/tensors/graphNode.ts';
import { datasetIteratorClass } from './datasetIterators.ts';

export function asTensor(py: Interpreter, leaf: Value): Value {
  return isTensorLike(leaf) || typeof leaf === 'string' ? wrap(py, tensorOf(py, leaf)) : leaf;
}

export function asTensors(py: Interpreter) {
  return function* (item: Value): Suspendable<Value> {
    return mapStructure(item, leaf => asTensor(py, leaf));
  };
}

/** Elements as Python iterates over them, once they are what `finish` makes of them. */
export function iterate(
  py: Interpreter,
  dataset: DatasetObject,
  finish: (item: Value) => Suspendable<Value>,
): PyIterator {
  const next = dataset.start(py);
  const run = function* (): Suspendable<Value | undefined> {
    const item = yield* next();
    return item === undefined ? undefined : yield* finish(item);
  };
  const iterator = new PyIterator(() => {
    const running = run();
    const first = running.next();
    // An element that must wait (for a file) goes on where it stopped.
    return first.done ? first.value : new Pending(goOn(running, first.value) as Suspendable<Value>);
  });
  iterator.cls = datasetIteratorClass;
  return iterator;
}

function* goOn<T>(running: Suspendable<T>, first: Signal): Suspendable<T> {
  let signal = first;
  for (;;) {
    let step: IteratorResult<Signal, T>;
    try {
      step = running.next(yield signal);
    } catch (error) {
      step = running.throw(error);
    }
    if (step.done) return step.value;
    signal = step.value;
  }
}
