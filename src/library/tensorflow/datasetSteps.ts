/** Further methods of `tf.data.Dataset`: filtering, windows, joining, generators. Importing this module installs them. */
import { NotImplementedError, raise, TypeError, ValueError } from '../../python/errors.ts';
import {
  method,
  type NativeFunction,
  native,
  StaticMethod,
  suspendableMethod,
} from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { Suspendable } from '../../python/suspension.ts';
import { NotKnown, PyTuple, type Value } from '../../python/values.ts';
import { DatasetObject, datasetClass } from '../keras/data/datasetObject.ts';
import { inOrderOf } from '../keras/data/elementOrder.ts';
import { isTensorLike, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { flatten, mapStructure } from '../keras/tensors/graphNode.ts';
import { listFiles, textLineDataset } from './datasetFiles.ts';
import { iterate } from './datasetIteration.ts';
import { typicalElements } from './datasetIterators.ts';
import {
  argumentsOf,
  cached,
  cardinalityOf,
  concatenated,
  count,
  filtered,
  interleaved,
  numbered,
  overItems,
  self,
  unbatched,
  windows,
} from './datasetMakers.ts';
import { components } from './datasetParts.ts';
import { someOf } from './elementFacts.ts';
import { fromGeneratorFunction } from './generatorDataset.ts';
import { paddedBatchMethod } from './paddedBatches.ts';
import { recordDataset } from './records.ts';

/** What needs files in TensorFlow's own formats. */
function refused(name: string): NativeFunction {
  return native(`${name}(*args, **kwargs)`, (_args, py) => {
    if (!py.running) throw new NotKnown(`${name} is not modelled`);
    throw raise(NotImplementedError, `tf.data.${name} is not supported by Kerascope`, {
      code: 'not-supported',
    });
  });
}

function* reduce(py: Interpreter, source: DatasetObject, start: Value, callee: Value): Suspendable<Value> {
  const next = source.start(py);
  let state = start;
  for (;;) {
    const item = yield* next();
    if (item === undefined) return state;
    const given = argumentsOf(py, item);
    state = yield* py.callAndWait(callee, [state, given.length === 1 ? given[0] : new PyTuple(given)]);
  }
}

const steps: readonly [string, Value][] = [
  ['filter', method('filter(self, predicate, name=None)', ([d, f]) => filtered(self(d), f, false))],
  ['take_while', method('take_while(self, predicate, name=None)', ([d, f]) => filtered(self(d), f, true))],
  [
    'concatenate',
    method('concatenate(self, dataset, name=None)', ([a, b]) => concatenated(self(a), self(b))),
  ],
  [
    'enumerate',
    method('enumerate(self, start=0, name=None)', ([d, start]) => numbered(self(d), count(start))),
  ],
  ['cache', method('cache(self, filename="", name=None)', ([d]) => inOrderOf(cached(self(d)), self(d)))],
  ['snapshot', method('snapshot(self, path, **kwargs)', ([d]) => d)],
  ['unbatch', method('unbatch(self, name=None)', ([d], py) => unbatched(py, self(d)))],
  ['apply', method('apply(self, transformation_func)', ([d, change], py) => py.call(change, [d]))],
  [
    'shard',
    method('shard(self, num_shards, index, name=None)', ([d, parts, index]) => {
      const source = self(d);
      const [all, own] = [count(parts), count(index)];
      const length =
        source.cardinality === null ? null : Math.max(0, Math.ceil((source.cardinality - own) / all));
      return new DatasetObject(
        () => someOf(source.element, length),
        length,
        (run, shuffle) => {
          const next = source.stream(run).start(shuffle);
          let place = 0;
          return function* () {
            for (;;) {
              const item = yield* next();
              if (item === undefined || place++ % all === own) return item;
            }
          };
        },
      );
    }),
  ],
  [
    'window',
    method(
      'window(self, size, shift=None, stride=1, drop_remainder=False, name=None)',
      ([d, size, shift, stride, drop], py) =>
        windows(
          self(d),
          count(size),
          shift === null ? count(size) : count(shift),
          count(stride),
          py.truth(drop),
        ),
    ),
  ],
  [
    'flat_map',
    method('flat_map(self, map_func, name=None)', ([d, f], py) => interleaved(py, self(d), f, 1, 1)),
  ],
  [
    'interleave',
    method(
      'interleave(self, map_func, cycle_length=None, block_length=None, num_parallel_calls=None, deterministic=None, name=None)',
      ([d, f, cycle, block], py) =>
        interleaved(
          py,
          self(d),
          f,
          cycle === null || cycle === -1 ? 10 : count(cycle),
          block === null ? 1 : count(block),
        ),
    ),
  ],
  ['padded_batch', paddedBatchMethod],
  [
    'reduce',
    suspendableMethod('reduce(self, initial_state, reduce_func, name=None)', function* ([d, start, f], py) {
      if (!py.running) throw new NotKnown('the elements of a data set are known only when it runs');
      return yield* reduce(py, self(d), start, f);
    }),
  ],
  [
    'get_single_element',
    suspendableMethod('get_single_element(self, name=None)', function* ([d], py) {
      if (!py.running) throw new NotKnown('the elements of a data set are known only when it runs');
      const item = yield* self(d).start(py)();
      if (item === undefined) throw raise(ValueError, 'Dataset was empty.');
      return mapStructure(item, leaf =>
        isTensorLike(leaf) || typeof leaf === 'string' ? wrap(py, tensorOf(py, leaf)) : leaf,
      );
    }),
  ],
  [
    'as_numpy_iterator',
    method('as_numpy_iterator(self)', ([d], py) => {
      if (!py.running) return typicalElements(self(d), leaf => leaf);
      return iterate(py, self(d), function* (item) {
        const leaves: Value[] = [];
        for (const leaf of flatten([item]))
          leaves.push(yield* py.callAndWait(py.getAttribute(wrap(py, tensorOf(py, leaf)), 'numpy'), []));
        let place = 0;
        return mapStructure(item, () => leaves[place++]);
      });
    }),
  ],
  ['cardinality', method('cardinality(self)', ([d], py) => cardinalityOf(py, self(d)))],
  // Without it Python would ask for the length.
  ['__bool__', method('__bool__(self)', () => true)],
  [
    '__len__',
    method('__len__(self)', ([d], py) => {
      const { cardinality } = self(d);
      if (cardinality === null && !py.running) throw new NotKnown('the length of the data set is not known');
      if (cardinality !== null && cardinality !== Infinity) return cardinality;
      const text = cardinality === null ? 'The dataset length is unknown.' : 'The dataset is infinite.';
      throw raise(TypeError, text);
    }),
  ],
  [
    'from_tensors',
    new StaticMethod(
      native('from_tensors(tensors, name=None)', ([tensors], py) => {
        const item = components(py, tensors);
        return overItems(item, [item]);
      }),
    ),
  ],
  ['from_generator', new StaticMethod(fromGeneratorFunction)],
  ['list_files', new StaticMethod(listFiles)],
  ['load', new StaticMethod(refused('Dataset.load'))],
  ['save', refused('Dataset.save')],
];
for (const [name, value] of steps) datasetClass.attributes.map.set(name, value);

/** `tf.data.experimental.cardinality`. */
export const cardinality = native('cardinality(dataset)', ([d], py) => cardinalityOf(py, self(d)));

/** The module `tensorflow.data`. */
export const dataEntries: readonly (readonly [string, Value])[] = [
  ['Dataset', datasetClass],
  ['AUTOTUNE', -1],
  ['UNKNOWN_CARDINALITY', -2],
  ['INFINITE_CARDINALITY', -1],
  ['TFRecordDataset', recordDataset],
  ['TextLineDataset', textLineDataset],
];
