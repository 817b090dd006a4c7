/** Iterators over data sets; analysis goes over one element, of which shapes and facts are known, in place of all. */

import { stopIteration } from '../../python/builtins/iterators.ts';
import { PyClass } from '../../python/classes.ts';
import { named, PyIterator, suspendableMethod } from '../../python/functions.ts';
import { settle } from '../../python/suspension.ts';
import { iteratorClass } from '../../python/types.ts';
import { NotKnown, type Value } from '../../python/values.ts';
import type { DatasetObject } from '../keras/data/datasetObject.ts';
import { mapStructure } from '../keras/tensors/graphNode.ts';
import { someOf } from './elementFacts.ts';

const following = (name: string) =>
  suspendableMethod(`${name}(self)`, function* ([self]) {
    const iterator = self as PyIterator;
    if (iterator.typical !== null) return iterator.takeTypical();
    const value = iterator.next();
    const item = value === undefined ? undefined : yield* settle(value);
    if (item === undefined) throw stopIteration();
    return item;
  });

/** What `iter` gives of a data set, and `as_numpy_iterator`. */
export const datasetIteratorClass: PyClass = new PyClass(
  'OwnedIterator',
  [iteratorClass],
  named(following('next'), following('get_next')),
  { module: 'tensorflow.python.data.ops.iterator_ops' },
);
datasetIteratorClass.unmodelled = 'all';

/** @param given makes of a part of the element what the script is given: a tensor, or an array of NumPy */
export function typicalElements(
  { element, length }: DatasetObject,
  given: (leaf: Value) => Value,
): PyIterator {
  const later = () => new NotKnown('the batches of a data set are known only when it runs');
  if (element === null || length === 0) throw later();
  const next = () => {
    throw later();
  };
  const iterator = new PyIterator(next, length, turn =>
    // Of one element by itself nobody knows which of the numbers it holds.
    mapStructure(turn === 'single' && length !== 1 ? someOf(element, null)! : element, given),
  );
  iterator.cls = datasetIteratorClass;
  return iterator;
}
