/** `tf.data.Dataset`: steps over elements, run when they are asked for. Importing this module gives the class its methods. */

import { ops } from '../../graph/index.ts';
import type { Dim } from '../../graph/shapes.ts';
import { NotImplementedError, raise, ValueError } from '../../python/errors.ts';
import { method, native, StaticMethod } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { message } from '../../python/message.ts';
import type { Suspendable } from '../../python/suspension.ts';
import { NotKnown, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { DatasetObject, datasetClass, type ElementStream } from '../keras/data/datasetObject.ts';
import { inOrderOf, mappedFrom, pairedFrom, shuffledFrom, slicedFrom } from '../keras/data/elementOrder.ts';
import { nextSeed } from '../keras/naming.ts';
import { numberOf } from '../keras/objects/arguments.ts';
import { isComposite } from '../keras/tensors/composite.ts';
import { isTensorLike, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { flatten, mapStructure } from '../keras/tensors/graphNode.ts';
import { factsOfTensor, type PartFacts } from '../keras/tensors/tensorFacts.ts';
import { TensorObject } from '../keras/tensors/tensorObject.ts';
import { checkElementCount } from '../keras/training/countedSettings.ts';
import { elementFacts } from '../numpy/facts.ts';
import { abstractArray, NdArray } from '../numpy/ndarray.ts';
import { asTensor, asTensors, iterate } from './datasetIteration.ts';
import { typicalElements } from './datasetIterators.ts';
import { plainNumber } from './datasetMakers.ts';
import { components } from './datasetParts.ts';
import { stackElements } from './datasetStacking.ts';
import { factsOfPart, someOf } from './elementFacts.ts';
import { elementAside } from './tracedElements.ts';
import { tracedOnce } from './tracedFunctions.ts';

function rowsOf(py: Interpreter, leaf: Value): Dim {
  return leaf instanceof NdArray ? (leaf.shape[0] ?? null) : (tensorOf(py, leaf).shape[0] ?? null);
}

/** An element whose leaves lost their first axis. */
function elementOf(py: Interpreter, value: Value): Value {
  return mapStructure(value, leaf => {
    const shape = leaf instanceof NdArray ? leaf.shape : tensorOf(py, leaf).shape;
    const dtype = leaf instanceof NdArray ? leaf.dtype : tensorOf(py, leaf).dtype;
    return abstractElement(py, shape.slice(1), dtype, factsOfPart(leaf));
  });
}

function zippable(py: Interpreter, part: Value): DatasetObject {
  if (part instanceof DatasetObject) return part;
  if (part instanceof Unknown) throw new NotKnown(part.reason);
  if (!py.running) throw new NotKnown('data sets in nested tuples are not modelled');
  return self(part);
}

/** Tensors of several parts have no rows that are arrays. */
function refuseComposites(py: Interpreter, tensors: Value): void {
  const found = flatten([tensors]).find(isComposite);
  if (found === undefined) return;
  const reason = `data sets of the rows of a ${found.cls.name}`;
  if (!py.running) throw new NotKnown(`${reason} are not modelled`);
  throw raise(NotImplementedError, `${reason} are not supported by Kerascope yet`);
}

function fromTensorSlices(py: Interpreter, tensors: Value): DatasetObject {
  refuseComposites(py, tensors);
  const parts = components(py, tensors);
  const [first] = flatten([parts]);
  if (first === undefined && !py.running) throw new NotKnown('the parts of the data are not known');
  const rows = rowsOf(py, first);
  for (const part of flatten([parts])) {
    const others = rowsOf(py, part);
    if (rows === null || others === null || others === rows) continue;
    throw raise(ValueError, `Dimensions ${rows} and ${others} are not compatible`, {
      code: 'cardinality',
      explanation: message(
        'A data set of slices takes one row of each array, and they have {0} and {1} rows.',
        String(rows),
        String(others),
      ),
    });
  }
  return new DatasetObject(elementOf(py, parts), rows, () => {
    let index = 0;
    return function* () {
      if (rows === null || index >= rows) return undefined;
      const at = index++;
      return mapStructure(parts, leaf => py.getItem(leaf, at));
    };
  });
}

function* collectAll(next: ElementStream, limit: number): Suspendable<Value[]> {
  const items: Value[] = [];
  while (items.length < limit) {
    const item = yield* next();
    if (item === undefined) break;
    items.push(item);
  }
  return items;
}

function batch(py: Interpreter, source: DatasetObject, size: number, dropRest: boolean): DatasetObject {
  const length =
    source.cardinality === null
      ? null
      : dropRest
        ? Math.floor(source.cardinality / size)
        : Math.ceil(source.cardinality / size);
  // TensorFlow knows no more than `drop_remainder` tells; labels are checked against what is known here.
  const isWhole = !py.running && source.cardinality !== null && source.cardinality % size === 0;
  const rows = dropRest || isWhole ? size : null;
  const isCut = dropRest && (source.cardinality === null || source.cardinality % size !== 0);
  const element = elementAside(py, () => {
    const kept = isCut ? someOf(source.element, length === null ? null : length * size) : source.element;
    if (kept === null || flatten([kept]).some(leaf => leaf instanceof DatasetObject)) return null;
    return mapStructure(kept, leaf => {
      const shape = leaf instanceof NdArray ? leaf.shape : tensorOf(py, leaf).shape;
      const dtype = leaf instanceof NdArray ? leaf.dtype : tensorOf(py, leaf).dtype;
      return abstractElement(py, [rows, ...shape], dtype, factsOfPart(leaf));
    });
  });
  return new DatasetObject(element, length, (run, shuffle) => {
    const next = source.stream(run).start(shuffle);
    return function* () {
      const items = yield* collectAll(next, size);
      if (items.length === 0 || (dropRest && items.length < size)) return undefined;
      return stackElements(run, items);
    };
  });
}

function map(py: Interpreter, source: DatasetObject, callee: Value): DatasetObject {
  const spread = (item: Value): readonly Value[] => (item instanceof PyTuple ? item.items : [item]);
  const tensors = (item: Value) => mapStructure(item, leaf => asTensor(py, leaf));
  const element = elementAside(py, () => {
    if (source.element === null) return null;
    const given = tensors(source.element);
    const made = py.call(callee, spread(given));
    return made instanceof Unknown
      ? null
      : mapStructure(made, leaf => (isTensorLike(leaf) ? abstractLeaf(py, leaf) : leaf));
  });
  // TensorFlow traces the function once, whatever the sizes of the elements.
  const compute = py.running ? tracedOnce(py, callee, true) : callee;
  return new DatasetObject(element, source.cardinality, (run, shuffle) => {
    const next = source.stream(run).start(shuffle);
    return function* () {
      const item = yield* next();
      return item === undefined ? undefined : yield* run.callAndWait(compute, spread(tensors(item)));
    };
  });
}

function abstractLeaf(py: Interpreter, leaf: Value): Value {
  const tensor = tensorOf(py, leaf);
  return abstractElement(py, tensor.shape, tensor.dtype, factsOfTensor(tensor));
}

/** A part of an element of which shape and dtype are known. NumPy's arrays have no dtype for TensorFlow's text. */
function abstractElement(
  py: Interpreter,
  shape: readonly Dim[],
  dtype: string,
  { facts, madeAt }: PartFacts,
): Value {
  if (dtype === 'string') return wrap(py, ops.abstractValue('text', [], shape, 'string'));
  const made = abstractArray(shape, dtype, shape.length === 0 ? elementFacts(facts) : facts);
  made.madeAt = madeAt;
  return made;
}

function shuffled(
  py: Interpreter,
  source: DatasetObject,
  buffer: number,
  seed: number | undefined,
  again: boolean,
): DatasetObject {
  const first = seed ?? nextSeed(py);
  let state = first;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
  return new DatasetObject(
    () => source.element,
    source.cardinality,
    (run, shuffle) => {
      const next = source.stream(run).start(shuffle);
      const held: Value[] = [];
      if (!again) state = first;
      return function* () {
        while (held.length < buffer) {
          const item = yield* next();
          if (item === undefined) break;
          held.push(item);
        }
        return held.length === 0 ? undefined : held.splice(Math.floor(random() * held.length), 1)[0];
      };
    },
  );
}

/** How many elements so many rounds have. Of rounds without end TensorFlow says that they are, whatever is in one. */
function repeatedLength(py: Interpreter, round: number | null, count: number): number | null {
  if (round === 0 || count === 0) return 0;
  if (round === null) return py.running && count === Infinity ? Infinity : null;
  return round * count;
}

function repeated(py: Interpreter, source: DatasetObject, count: number | null): DatasetObject {
  const length = repeatedLength(py, source.cardinality, count ?? Infinity);
  return new DatasetObject(
    () => source.element,
    length,
    (run, shuffle) => {
      let [next, rounds, isEmpty] = [source.stream(run).start(shuffle), 1, true];
      return function* () {
        for (;;) {
          const item = count === 0 ? undefined : yield* next();
          if (item !== undefined) {
            isEmpty = false;
            return item;
          }
          // Rounds without elements never gave one.
          if (isEmpty || (count !== null && rounds >= count)) return undefined;
          rounds++;
          next = source.stream(run).start(shuffle);
        }
      };
    },
  );
}

/** @param limit below zero for all of them */
function taken(source: DatasetObject, limit: number): DatasetObject {
  const count = limit < 0 ? Infinity : limit;
  const length = source.cardinality === null ? null : Math.min(count, source.cardinality);
  const isWhole = length !== null && length === source.cardinality;
  const element = () => (isWhole ? source.element : someOf(source.element, length));
  return new DatasetObject(element, length, (run, shuffle) => {
    const next = source.stream(run).start(shuffle);
    let index = 0;
    return function* () {
      return index++ < count ? yield* next() : undefined;
    };
  });
}

/** @param count below zero for all of them */
function skipped(source: DatasetObject, count: number): DatasetObject {
  if (count < 0) return taken(source, 0);
  const length = source.cardinality === null ? null : Math.max(0, source.cardinality - count);
  return new DatasetObject(
    () => (count === 0 ? source.element : someOf(source.element, length)),
    length,
    (run, shuffle) => {
      const next = source.stream(run).start(shuffle);
      let open = count;
      return function* () {
        for (; open > 0; open--) if ((yield* next()) === undefined) return undefined;
        return yield* next();
      };
    },
  );
}

function zipped(sources: readonly DatasetObject[]): DatasetObject {
  const lengths = sources.map(source => source.cardinality);
  const length = lengths.includes(null) ? null : Math.min(...(lengths as number[]));
  const element = () => {
    const parts = sources.map(source => source.element);
    return parts.includes(null) ? null : new PyTuple(parts);
  };
  return new DatasetObject(element, length, (run, shuffle) => {
    const streams = sources.map(source => source.stream(run).start(shuffle));
    return function* () {
      const items: Value[] = [];
      for (const next of streams) {
        const item = yield* next();
        if (item === undefined) return undefined;
        items.push(item);
      }
      return new PyTuple(items);
    };
  });
}

function self(value: Value): DatasetObject {
  return value as DatasetObject;
}

function count(py: Interpreter, value: Value, fallback: number, name: string): number {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  checkElementCount(py, value, name);
  return value instanceof TensorObject ? plainNumber(value) : (numberOf(value) ?? fallback);
}

const methods: [string, Value][] = [
  [
    'from_tensor_slices',
    new StaticMethod(
      native('from_tensor_slices(tensors, name=None)', ([tensors], py) =>
        slicedFrom(fromTensorSlices(py, tensors), tensors),
      ),
    ),
  ],
  [
    'zip',
    new StaticMethod(
      native('zip(*args, datasets=None)', ([args, given], py) => {
        const parts = given === null ? (args as PyTuple).items : [given];
        const sources =
          flatten(parts).length > 0
            ? py
                .collect(parts.length === 1 && parts[0] instanceof PyTuple ? parts[0] : new PyTuple(parts))
                .map(part => zippable(py, part))
            : [];
        return pairedFrom(zipped(sources), sources);
      }),
    ),
  ],
  [
    'range',
    new StaticMethod(
      native('range(*args)', ([args], py) => {
        const range = py.call(py.getAttribute(py.importModule('numpy'), 'arange'), (args as PyTuple).items);
        return fromTensorSlices(py, range);
      }),
    ),
  ],
  [
    'batch',
    method(
      'batch(self, batch_size, drop_remainder=False, num_parallel_calls=None, deterministic=None, name=None)',
      ([dataset, size, drop], py) =>
        inOrderOf(batch(py, self(dataset), count(py, size, 1, 'batch_size'), py.truth(drop)), self(dataset)),
    ),
  ],
  [
    'map',
    method(
      'map(self, map_func, num_parallel_calls=None, deterministic=None, name=None)',
      ([dataset, callee], py) => mappedFrom(map(py, self(dataset), callee), self(dataset)),
    ),
  ],
  [
    'shuffle',
    method(
      'shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=None, name=None)',
      ([dataset, size, seed, again], py) => {
        const [source, buffer, first] = [self(dataset), count(py, size, 1, 'buffer_size'), numberOf(seed)];
        const made = shuffled(py, source, buffer, first, again === null || py.truth(again));
        return shuffledFrom(py, made, source, buffer, first ?? null);
      },
    ),
  ],
  [
    'repeat',
    method('repeat(self, count=None, name=None)', ([dataset, times], py) =>
      inOrderOf(
        repeated(py, self(dataset), times === null || times === -1 ? null : count(py, times, 1, 'count')),
        self(dataset),
      ),
    ),
  ],
  [
    'take',
    method('take(self, count, name=None)', ([dataset, size], py) =>
      inOrderOf(taken(self(dataset), count(py, size, 0, 'count')), self(dataset)),
    ),
  ],
  [
    'skip',
    method('skip(self, count, name=None)', ([dataset, size], py) =>
      inOrderOf(skipped(self(dataset), count(py, size, 0, 'count')), self(dataset)),
    ),
  ],
  ['prefetch', method('prefetch(self, buffer_size, name=None)', ([dataset]) => dataset)],
  ['with_options', method('with_options(self, options)', ([dataset]) => dataset)],
  [
    '__iter__',
    method('__iter__(self)', ([dataset], py) => {
      return py.running
        ? iterate(py, self(dataset), asTensors(py))
        : typicalElements(self(dataset), leaf => asTensor(py, leaf));
    }),
  ],
];
for (const [name, value] of methods) datasetClass.attributes.map.set(name, value);
