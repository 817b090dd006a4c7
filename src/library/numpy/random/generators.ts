/** `np.random`: the legacy functions, `RandomState` and `default_rng` generators, bit-equal to NumPy's streams. */

import type { PyClass } from '../../../python/classes.ts';
import { raise, TypeError, ValueError } from '../../../python/errors.ts';
import { type Bound, NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { parseSignature } from '../../../python/signature.ts';
import { NotKnown, PyBytes, PyFloat, PyTuple, touch, type Value } from '../../../python/values.ts';
import { integerArgument, numberArgument, shapeArgument } from '../arguments.ts';
import { toArray } from '../conversion.ts';
import { guarded } from '../definition.ts';
import { DTypeObject, orderedType } from '../dtypeObjects.ts';
import { facts } from '../facts.ts';
import { abstractArray, concreteArray, numbersOf, requireNumbers } from '../ndarray.ts';
import { allocate, sizeOf } from '../storage.ts';
import type { LegacyTwister } from './bitGenerators.ts';
import { choice, permutation, permuted, shuffle } from './choosing.ts';
import { binomial } from './discreteDistributions.ts';
import * as distributions from './distributions.ts';
import { LegacyDraws } from './distributions.ts';
import { drawArray, type Recipe } from './drawing.ts';
import { multivariateHypergeometric } from './multivariateHypergeometric.ts';
import { multivariateNormal } from './multivariateNormal.ts';
import { recipes, standards } from './recipes.ts';
import { nextSingle, singleExponential, singleNormal } from './singlePrecision.ts';
import {
  generatorClass,
  legacySeed,
  legacyStream,
  RandomStream,
  randomStateClass,
  sharedStream,
} from './streams.ts';
import { integers } from './wholeNumbers.ts';

/** Whether numbers are asked for in single precision. TypeError for types other than the two of floats. */
function isSingle(type: Value, name: string, py: Interpreter): boolean {
  const { dtype, bigEndian } = orderedType(type, py);
  if (bigEndian || (dtype !== 'float32' && dtype !== 'float64')) {
    const asked = new DTypeObject({ dtype, bigEndian });
    throw raise(TypeError, `Unsupported dtype ${py.repr(asked)} for ${name}`);
  }
  return dtype === 'float32';
}

/** How each is drawn in single precision. */
const singles = {
  standard_normal: singleNormal,
  standard_exponential: singleExponential,
  random: nextSingle,
};

type StreamBody = (stream: RandomStream, args: Bound, py: Interpreter) => Value;

/** The functions of a stream, by signature (with `self`). */
function streamFunctions(legacy: boolean): (readonly [string, string, StreamBody])[] {
  const entries: (readonly [string, string, StreamBody])[] = [];
  for (const { signature, recipe } of Object.values(recipes)) {
    entries.push([
      signature,
      'Draws from this distribution.',
      (stream, args, py) => drawArray(stream, recipe, args.slice(0, -1), args[args.length - 1], py),
    ]);
  }
  for (const name of ['standard_normal', 'standard_exponential', 'random'] as const) {
    const extra = legacy ? '' : ", dtype='float64', out=None";
    entries.push([
      `${name}(self, size=None${extra})`,
      'Draws from this distribution.',
      (stream, [size, dtype], py) => {
        const single = dtype !== undefined && dtype !== 'float64' && isSingle(dtype, name, py);
        if (!single) return drawArray(stream, standards[name], [], size, py);
        const recipe = { ...standards[name], dtype: 'float32', draw: singles[name] };
        return drawArray(stream, recipe, [], size, py);
      },
    ]);
  }
  entries.push(
    [
      'bytes(self, length)',
      'Random bytes.',
      (stream, [length], py) => {
        const bytes = new Uint8Array(integerArgument(length, py));
        if (!py.running) throw new NotKnown('random bytes');
        for (let i = 0; i < bytes.length; i += 4) {
          let word = stream.draws.bits.next32();
          for (let k = i; k < Math.min(i + 4, bytes.length); k++, word >>>= 8) bytes[k] = word & 0xff;
        }
        return new PyBytes(bytes);
      },
    ],
    ['multinomial(self, n, pvals, size=None)', 'Counts of n draws among categories.', multinomial],
    ['dirichlet(self, alpha, size=None)', 'Points of a simplex.', dirichlet],
    [
      legacy
        ? "multivariate_normal(self, mean, cov, size=None, check_valid='warn', tol=1e-8)"
        : "multivariate_normal(self, mean, cov, size=None, check_valid='warn', tol=1e-8, *, method='svd')",
      'Normal vectors of a mean and covariance.',
      multivariateNormal,
    ],
  );
  return entries;
}

function multinomial(stream: RandomStream, [n, pvals, size]: Bound, py: Interpreter): Value {
  const weights = [...(numbersOf(toArray(pvals, py)) ?? [])];
  const total = integerArgument(n, py);
  const shape = size === null ? [] : shapeArgument(size, py);
  touch(stream);
  if (weights.slice(0, -1).reduce((a, b) => a + b, 0) > 1 + 1e-12)
    throw raise(ValueError, 'sum(pvals[:-1]) > 1.0');
  if (!py.running || shape.includes(null))
    return abstractArray(
      [...shape, weights.length],
      'int64',
      facts({ integers: true, minimum: 0, maximum: total }),
    );
  const rows = sizeOf(shape as number[]);
  const data = allocate([...(shape as number[]), weights.length], 'int64');
  for (let row = 0; row < rows; row++) {
    let left = total;
    let rest = 1;
    for (let j = 0; j < weights.length - 1 && left > 0; j++) {
      const drawn = binomial(stream.draws, left, weights[j] / rest);
      (data.items as Float64Array)[row * weights.length + j] = drawn;
      left -= drawn;
      rest -= weights[j];
    }
    if (left > 0) (data.items as Float64Array)[row * weights.length + weights.length - 1] = left;
  }
  return concreteArray(data);
}

function dirichlet(stream: RandomStream, [alpha, size]: Bound, py: Interpreter): Value {
  const weights = [...(numbersOf(toArray(alpha, py)) ?? [])];
  const shape = size === null ? [] : shapeArgument(size, py);
  touch(stream);
  if (!py.running || shape.includes(null))
    return abstractArray([...shape, weights.length], 'float64', facts({ probabilities: true }));
  const data = allocate([...(shape as number[]), weights.length], 'float64');
  const items = data.items as Float64Array;
  for (let row = 0; row < items.length; row += weights.length) {
    let sum = 0;
    weights.forEach((weight, j) => {
      items[row + j] = distributions.standardGamma(stream.draws, weight);
      sum += items[row + j];
    });
    const inverse = 1 / sum;
    for (let j = 0; j < weights.length; j++) items[row + j] *= inverse;
  }
  return concreteArray(data);
}

function shapedDraw(name: 'random' | 'standard_normal'): StreamBody {
  return (stream, [dimensions], py) =>
    drawArray(
      stream,
      standards[name],
      [],
      (dimensions as PyTuple).items.length === 0 ? null : dimensions,
      py,
    );
}

const sizedRandom: StreamBody = (stream, [size], py) => drawArray(stream, standards.random, [], size, py);

/** 63 random bits; doubles keep 53 of them. */
const largestIntegers: Recipe = {
  dtype: 'int64',
  facts: () => facts({ integers: true, minimum: 0 }),
  draw: draws => {
    const [high, low] = draws.bits.next64();
    return Math.min(Number.MAX_SAFE_INTEGER, (high >>> 1) * 4294967296 + low);
  },
};

const legacyOnly: (readonly [string, string, StreamBody])[] = [
  ['rand(self, *args)', 'Uniform numbers in [0, 1) of a shape.', shapedDraw('random')],
  ['randn(self, *args)', 'Standard normal numbers of a shape.', shapedDraw('standard_normal')],
  ['random_sample(self, size=None)', 'Uniform numbers in [0, 1).', sizedRandom],
  [
    'tomaxint(self, size=None)',
    'Whole numbers from 0 to the largest.',
    (stream, [size], py) => drawArray(stream, largestIntegers, [], size, py),
  ],
  [
    'randint(self, low, high=None, size=None, dtype=int)',
    'Whole numbers from low (included) to high (excluded).',
    (stream, args, py) => integers(stream, args, false, py),
  ],
  [
    'random_integers(self, low, high=None, size=None)',
    'Whole numbers from low to high, both included.',
    (stream, [low, high, size], py) => {
      const [from, to] = high === null ? [1, low] : [low, high];
      return integers(stream, [from, py.binary('Add', to, 1), size, 'int'], false, py);
    },
  ],
  [
    'choice(self, a, size=None, replace=True, p=None)',
    'Elements drawn from an array or from 0..a-1.',
    (stream, [a, size, replace, p], py) =>
      choice(
        stream,
        { population: a, size, replace: py.truth(replace), weights: p, axis: 0, shuffled: true },
        py,
      ),
  ],
  [
    'permutation(self, x)',
    'A shuffled copy, or the numbers 0..x-1 shuffled.',
    (stream, [x], py) => permutation(stream, x, 0, py),
  ],
  [
    'shuffle(self, x)',
    'Shuffles rows in place.',
    (stream, [x], py) => {
      shuffle(stream, x, 0, py);
      return null;
    },
  ],
  [
    'seed(self, seed=None)',
    'Starts the stream anew.',
    (stream, [seed], py) => {
      touch(stream);
      const fresh = legacyStream(legacySeed(seed, py));
      stream.draws = fresh.draws;
      stream.begin(seed);
      return null;
    },
  ],
  [
    'get_state(self, legacy=True)',
    'The state of the stream.',
    stream => {
      const { words, position } = (stream.draws.bits as LegacyTwister).capture();
      const key = allocate([624], 'uint32');
      (key.items as Uint32Array).set(words);
      const { spare } = stream.draws as LegacyDraws;
      return new PyTuple([
        'MT19937',
        concreteArray(key),
        position,
        spare === null ? 0 : 1,
        new PyFloat(spare ?? 0),
      ]);
    },
  ],
  [
    'set_state(self, state)',
    'Restores a state of `get_state`.',
    (stream, [state], py) => {
      touch(stream);
      stream.begin(undefined);
      const [, key, position, hasSpare, spare] = py.collect(state);
      const words = Uint32Array.from(requireNumbers(toArray(key, py)));
      stream.draws.bits.restore({ words, position: integerArgument(position, py) });
      (stream.draws as LegacyDraws).spare = py.truth(hasSpare) ? numberArgument(spare, py) : null;
      return null;
    },
  ],
];

const generatorOnly: (readonly [string, string, StreamBody])[] = [
  [
    "multivariate_hypergeometric(self, colors, nsample, size=None, method='marginals')",
    'How many of each colour a sample without replacement has.',
    multivariateHypergeometric,
  ],
  [
    "integers(self, low, high=None, size=None, dtype='int64', endpoint=False)",
    'Whole numbers from low to high.',
    (stream, [low, high, size, dtype, endpoint], py) =>
      integers(stream, [low, high, size, dtype], py.truth(endpoint), py),
  ],
  [
    'choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True)',
    'Elements drawn from an array or from 0..a-1.',
    (stream, [a, size, replace, p, axis, shuffled], py) =>
      choice(
        stream,
        {
          population: a,
          size,
          replace: py.truth(replace),
          weights: p,
          axis: integerArgument(axis, py),
          shuffled: py.truth(shuffled),
        },
        py,
      ),
  ],
  [
    'permutation(self, x, axis=0)',
    'A shuffled copy, or the numbers 0..x-1 shuffled.',
    (stream, [x, axis], py) => permutation(stream, x, integerArgument(axis, py), py),
  ],
  [
    'permuted(self, x, *, axis=None, out=None)',
    'A copy whose lines along an axis are shuffled, each by itself.',
    (stream, [x, axis], py) => permuted(stream, x, axis === null ? null : integerArgument(axis, py), py),
  ],
  [
    'shuffle(self, x, axis=0)',
    'Shuffles in place along an axis.',
    (stream, [x, axis], py) => {
      shuffle(stream, x, integerArgument(axis, py), py);
      return null;
    },
  ],
];

function install(cls: PyClass, entries: readonly (readonly [string, string, StreamBody])[]): void {
  for (const [text, documentation, body] of entries) {
    const signature = parseSignature(text);
    cls.attributes.map.set(
      signature.name,
      new NativeFunction({
        name: signature.name,
        signature,
        documentation,
        isMethod: true,
        body: guarded(([self, ...args], py) => body(self as RandomStream, args, py)),
      }),
    );
  }
}

const legacyEntries = [...streamFunctions(true), ...legacyOnly];
install(randomStateClass, legacyEntries);
install(generatorClass, [...streamFunctions(false), ...generatorOnly]);
install(randomStateClass, [
  [
    '__init__(self, seed=None)',
    'A stream from a seed.',
    (stream, [seed], py) => {
      stream.draws =
        seed instanceof RandomStream
          ? new LegacyDraws(seed.draws.bits)
          : legacyStream(legacySeed(seed, py)).draws;
      stream.begin(seed);
      return null;
    },
  ],
]);
install(generatorClass, [
  [
    '__init__(self, bit_generator)',
    'A generator on a bit generator.',
    (stream, [source]) => {
      if (source instanceof RandomStream) {
        stream.draws = source.draws;
        stream.source = source;
        stream.seeds = source.seeds;
        stream.begin(undefined);
      }
      return null;
    },
  ],
]);
for (const [cls, name] of [
  [randomStateClass, 'RandomState(MT19937)'],
  [generatorClass, 'Generator(PCG64)'],
] as const) {
  install(cls, [['__repr__(self)', 'Its name.', () => name]]);
}

/** The functions of the module `numpy.random`, on the shared stream. */
export function moduleFunctions(): NativeFunction[] {
  const synonyms = ['ranf', 'sample'].map(
    name => [`${name}(self, size=None)`, 'Uniform numbers in [0, 1).', sizedRandom] as const,
  );
  return [...legacyEntries, ...synonyms].map(([text, documentation, body]) => {
    const signature = parseSignature(text.replace(/\(self(, )?/, '('));
    return new NativeFunction({
      name: signature.name,
      signature,
      documentation,
      body: guarded((args, py) => body(sharedStream(py), args, py)),
    });
  });
}
