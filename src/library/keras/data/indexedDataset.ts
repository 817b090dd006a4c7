/** Data sets whose elements a Python function makes from their numbers: files of a folder, windows of a series. */
import { native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { Unknown, type Value } from '../../../python/values.ts';
import { dtypeFromText } from '../../numpy/dtypes.ts';
import { facts, noFacts } from '../../numpy/facts.ts';
import { abstractArray } from '../../numpy/ndarray.ts';
import { nextSeed } from '../naming.ts';
import { numberOf } from '../objects/arguments.ts';
import { affineTransform } from './affine.ts';
import { DatasetObject, datasetClass, type ElementStream } from './datasetObject.ts';

/** The numbers 0 to `count` - 1 in an order that the seed decides. */
function shuffledOrder(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  let state = seed | 0;
  for (let index = count - 1; index > 0; index--) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const other = Math.floor(((state >>> 0) / 4294967296) * (index + 1));
    [order[index], order[other]] = [order[other], order[index]];
  }
  return order;
}

function elementsOf(count: number, produce: Value, seed: number | null) {
  let round = 0;
  return (py: Interpreter, shuffle: boolean): ElementStream => {
    const isShuffled = seed !== null && shuffle;
    const order = isShuffled ? shuffledOrder(count, seed + 0x9e3779b9 * round++) : null;
    let next = 0;
    return function* () {
      if (next >= count) return undefined;
      const index = next++;
      return yield* py.callAndWait(produce, [order === null ? index : order[index]]);
    };
  };
}

const dataset = native(
  'dataset(count, produce, element, shuffle)',
  ([count, produce, element, shuffle], py) => {
    const size = count instanceof Unknown ? null : (numberOf(count) ?? null);
    const seed = !(shuffle instanceof Unknown) && py.truth(shuffle) ? nextSeed(py) : null;
    return new DatasetObject(
      element,
      size,
      size === null ? () => () => nothing() : elementsOf(size, produce, seed),
    );
  },
);

/** The stream of a data set that analysis does not read. */
function* nothing(): Generator<never, undefined> {}

/**
 * An array of which only shape (None where a size is not known) and dtype are known. Pictures hold values from 0 to 255,
 * all of that range taken together.
 */
const array = native('array(shape, dtype, is_picture=False)', ([shape, dtype, isPicture], py) =>
  abstractArray(
    py
      .collect(shape)
      .map(size => (size === null || size instanceof Unknown ? null : (numberOf(size) ?? null))),
    dtypeFromText(py.str(dtype)) ?? 'float32',
    isPicture === true
      ? facts({
          minimum: 0,
          maximum: 255,
          occurrence: { share: 0.05, draws: Number.POSITIVE_INFINITY },
        })
      : noFacts,
  ),
);

/** Gives a data set an attribute, such as the names of its classes. */
const describe = native('describe(dataset, name, value)', ([made, name, value]) => {
  if (made instanceof DatasetObject) made.attributes.set(String(name), value);
  return made;
});

/** Not a module of Keras: what its loaders are made of. */
export const indexedDatasets: LibraryModule = {
  name: 'keras.src._indexed',
  entries: py => [
    ['dataset', dataset],
    ['array', array],
    ['affine', affineTransform],
    ['describe', describe],
    ['Dataset', datasetClass],
    ['running', py.running],
  ],
};
