/** `np.random`: the legacy functions, `RandomState` and `default_rng` generators, bit-equal to NumPy's streams. */
import { PyClass } from '../../../python/classes.ts';
import { raise, TypeError, ValueError } from '../../../python/errors.ts';
import { type Bound, NativeFunction } from '../../../python/functions.ts';
import { type Interpreter, StateKey } from '../../../python/interpreter.ts';
import { parseSignature } from '../../../python/signature.ts';
import { objectClass } from '../../../python/types.ts';
import {
  type Mutable,
  NotKnown,
  PyBytes,
  PyFloat,
  PyList,
  PyObject,
  PyTuple,
  touch,
  type Value,
} from '../../../python/values.ts';
import { integerArgument, numberArgument, shapeArgument } from '../arguments.ts';
import { castArray } from '../casting.ts';
import { arrayOrScalar, toArray } from '../conversion.ts';
import { guarded } from '../definition.ts';
import { requiredDType } from '../dtypeObjects.ts';
import { type DTypeName, dtypeInfo, kindOf } from '../dtypes.ts';
import { elementFacts, type Facts, facts, noFacts } from '../facts.ts';
import { pickAlong } from '../joining.ts';
import { abstractArray, concreteArray, NdArray, numbersOf, requireData, type Shape } from '../ndarray.ts';
import { broadcastShapes } from '../shapes.ts';
import { type ArrayData, allocate, type NumberItems, sizeOf } from '../storage.ts';
import { broadcastTo, copyArray } from '../views.ts';
import { LegacyTwister, Pcg64, wordsOf } from './bitGenerators.ts';
import * as distributions from './distributions.ts';
import { type Draws, GeneratorDraws, LegacyDraws } from './distributions.ts';

/** A stream of random numbers: RandomState, Generator, and the one behind `np.random`'s functions. */
export class RandomStream extends PyObject implements Mutable {
  cls: PyClass;
  draws: Draws;
  readonly legacy: boolean;
  constructor(cls: PyClass, draws: Draws, legacy: boolean) {
    super();
    this.cls = cls;
    this.draws = draws;
    this.legacy = legacy;
  }

  capture(): unknown {
    return {
      bits: this.draws.bits.capture(),
      spare: this.draws instanceof LegacyDraws ? this.draws.spare : null,
    };
  }

  restore(state: unknown): void {
    const { bits, spare } = state as { bits: unknown; spare: number | null };
    this.draws.bits.restore(bits);
    if (this.draws instanceof LegacyDraws) this.draws.spare = spare;
  }

  join(): void {
    // Under analysis nothing is ever drawn from a stream, so both branches leave it the same.
  }
}

export const randomStateClass: PyClass = new PyClass('RandomState', [objectClass], [], {
  module: 'numpy.random.mtrand',
  allocate: cls => legacyStream(null, cls),
});
export const generatorClass: PyClass = new PyClass('Generator', [objectClass], [], {
  module: 'numpy.random._generator',
  allocate: cls => new RandomStream(cls, new GeneratorDraws(new Pcg64(freshEntropy())), false),
});

function freshEntropy(py: Interpreter | null = null): number[] {
  const chance = () => py?.host.chance?.() ?? Math.random();
  return Array.from({ length: 4 }, () => Math.floor(chance() * 4294967296));
}

/** A legacy stream from a seed: an int, a sequence of ints, or null for a fresh one. */
export function legacyStream(
  seed: readonly number[] | number | null,
  cls: PyClass = randomStateClass,
): RandomStream {
  const bits = new LegacyTwister();
  if (typeof seed === 'number') bits.seed(seed);
  else bits.seedByArray(seed ?? freshEntropy());
  return new RandomStream(cls, new LegacyDraws(bits), true);
}

const globalStream = new StateKey<RandomStream>('numpy.random', () => legacyStream(null));
const begun = new StateKey<{ seeded: boolean }>('numpy.random.begun', () => ({ seeded: false }));

/** The stream behind `np.random`'s functions. */
export function sharedStream(py: Interpreter): RandomStream {
  const stream = py.state(globalStream);
  const state = py.state(begun);
  if (!state.seeded) {
    state.seeded = true;
    // The host's own chance, so that a run that goes on from a checkpoint draws what it drew before.
    if (py.running && py.host.chance !== undefined) stream.draws = legacyStream(freshEntropy(py)).draws;
  }
  return stream;
}

/** Reads a legacy seed. */
export function legacySeed(value: Value, py: Interpreter): readonly number[] | number | null {
  if (value === null) return py.running ? freshEntropy(py) : null;
  const array = toArray(value, py);
  if (array.rank > 0) return [...numbersOf(array)!];
  const seed = integerArgument(value, py);
  if (seed < 0 || seed > 4294967295) throw raise(ValueError, 'Seed must be between 0 and 2**32 - 1');
  return seed;
}

// --- results ---------------------------------------------------------------------------------------------------------

/** The shape of a result: `size=`, else what the parameters broadcast to; null stands for a scalar. */
function resultShape(size: Value, parameters: readonly NdArray[], py: Interpreter): Shape | null {
  if (size !== null) return shapeArgument(size, py);
  const shape = broadcastShapes(parameters.map(parameter => parameter.shape));
  return shape.length === 0 ? null : shape;
}

interface Recipe {
  readonly dtype?: DTypeName;
  readonly facts: (parameters: readonly NdArray[]) => Facts;
  readonly draw: (draws: Draws, parameters: readonly number[]) => number;
  readonly check?: (parameters: readonly number[]) => void;
}

/** Draws one number per element, with parameters that may be arrays. */
function drawArray(
  stream: RandomStream,
  recipe: Recipe,
  values: readonly Value[],
  size: Value,
  py: Interpreter,
): Value {
  const parameters = values.map(value => toArray(value, py));
  const shape = resultShape(size, parameters, py);
  const dtype = recipe.dtype ?? 'float64';
  touch(stream);
  if (!py.running) {
    if (recipe.check && parameters.every(parameter => parameter.rank === 0 && parameter.data !== null)) {
      recipe.check(parameters.map(parameter => numbersOf(parameter)![0]));
    }
    return arrayOrScalar(abstractArray(shape ?? [], dtype, recipe.facts(parameters)));
  }
  const { draws } = stream;
  const data = allocate((shape ?? []) as number[], dtype);
  const items = data.items as NumberItems;
  if (parameters.every(parameter => parameter.size === 1)) {
    const constants = parameters.map(parameter => numbersOf(parameter)![0]);
    recipe.check?.(constants);
    for (let i = 0; i < items.length; i++) items[i] = recipe.draw(draws, constants);
  } else {
    const columns = parameters.map(parameter => numbersOf(copyArray(broadcastTo(parameter, shape ?? [])))!);
    for (let i = 0; i < items.length; i++) {
      const row = columns.map(column => column[i]);
      recipe.check?.(row);
      items[i] = recipe.draw(draws, row);
    }
  }
  if (shape !== null) return concreteArray(data);
  // Legacy and new functions give plain Python numbers for a single draw.
  return dtype === 'float64' ? new PyFloat(items[0]) : items[0];
}

const unit = (): Facts => facts({ minimum: 0, maximum: 1, finite: true });
const nonNegative = (): Facts => ({ ...noFacts });
const counts = (): Facts => ({ ...noFacts, integers: true, finite: true, minimum: 0 });

function positive(name: string, index: number) {
  return (parameters: readonly number[]): void => {
    if (parameters[index] < 0) throw raise(ValueError, `${name} < 0`);
  };
}

const recipes: Record<string, { readonly signature: string; readonly recipe: Recipe }> = {
  uniform: {
    signature: 'uniform(self, low=0.0, high=1.0, size=None)',
    recipe: {
      facts: ([low, high]) => {
        const [a, b] = [low.facts, high.facts];
        if (a.minimum === null || b.maximum === null || a.maximum === null || b.minimum === null)
          return noFacts;
        return facts({
          minimum: Math.min(a.minimum, b.minimum),
          maximum: Math.max(a.maximum, b.maximum),
          finite: true,
        });
      },
      draw: (draws, [low, high]) => low + (high - low) * draws.bits.nextDouble(),
    },
  },
  normal: {
    signature: 'normal(self, loc=0.0, scale=1.0, size=None)',
    recipe: {
      facts: () => noFacts,
      draw: (draws, [mean, scale]) => mean + scale * draws.normal(),
      check: positive('scale', 1),
    },
  },
  lognormal: {
    signature: 'lognormal(self, mean=0.0, sigma=1.0, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [mean, sigma]) => Math.exp(mean + sigma * draws.normal()),
      check: positive('sigma', 1),
    },
  },
  exponential: {
    signature: 'exponential(self, scale=1.0, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [scale]) => scale * draws.exponential(),
      check: positive('scale', 0),
    },
  },
  gamma: {
    signature: 'gamma(self, shape, scale=1.0, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [shape, scale]) => scale * distributions.standardGamma(draws, shape),
      check: positive('shape', 0),
    },
  },
  standard_gamma: {
    signature: 'standard_gamma(self, shape, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [shape]) => distributions.standardGamma(draws, shape),
      check: positive('shape', 0),
    },
  },
  beta: {
    signature: 'beta(self, a, b, size=None)',
    recipe: { facts: unit, draw: (draws, [a, b]) => distributions.beta(draws, a, b) },
  },
  chisquare: {
    signature: 'chisquare(self, df, size=None)',
    recipe: { facts: nonNegative, draw: (draws, [df]) => 2 * distributions.standardGamma(draws, df / 2) },
  },
  poisson: {
    signature: 'poisson(self, lam=1.0, size=None)',
    recipe: {
      dtype: 'int64',
      facts: counts,
      draw: (draws, [rate]) => distributions.poisson(draws, rate),
      check: ([rate]) => {
        if (rate < 0 || Number.isNaN(rate)) throw raise(ValueError, 'lam < 0 or lam contains NaNs');
      },
    },
  },
  binomial: {
    signature: 'binomial(self, n, p, size=None)',
    recipe: {
      dtype: 'int64',
      facts: ([n]) => facts({ integers: true, minimum: 0, maximum: n.facts.maximum }),
      draw: (draws, [n, p]) => distributions.binomial(draws, n, p),
      check: ([n, p]) => {
        if (n < 0) throw raise(ValueError, 'n < 0');
        if (!(p >= 0 && p <= 1))
          throw raise(
            ValueError,
            p < 0 ? 'p < 0, p > 1 or p contains NaNs' : 'p < 0, p > 1 or p contains NaNs',
          );
      },
    },
  },
  geometric: {
    signature: 'geometric(self, p, size=None)',
    recipe: { dtype: 'int64', facts: counts, draw: (draws, [p]) => distributions.geometric(draws, p) },
  },
  laplace: {
    signature: 'laplace(self, loc=0.0, scale=1.0, size=None)',
    recipe: { facts: () => noFacts, draw: (draws, [a, b]) => distributions.laplace(draws, a, b) },
  },
  logistic: {
    signature: 'logistic(self, loc=0.0, scale=1.0, size=None)',
    recipe: { facts: () => noFacts, draw: (draws, [a, b]) => distributions.logistic(draws, a, b) },
  },
  gumbel: {
    signature: 'gumbel(self, loc=0.0, scale=1.0, size=None)',
    recipe: { facts: () => noFacts, draw: (draws, [a, b]) => distributions.gumbel(draws, a, b) },
  },
  rayleigh: {
    signature: 'rayleigh(self, scale=1.0, size=None)',
    recipe: {
      facts: nonNegative,
      draw: (draws, [scale]) => scale * Math.sqrt(-2 * Math.log(1 - draws.bits.nextDouble())),
    },
  },
  weibull: {
    signature: 'weibull(self, a, size=None)',
    recipe: { facts: nonNegative, draw: (draws, [a]) => (a === 0 ? 0 : draws.exponential() ** (1 / a)) },
  },
  pareto: {
    signature: 'pareto(self, a, size=None)',
    recipe: { facts: nonNegative, draw: (draws, [a]) => Math.expm1(draws.exponential() / a) },
  },
  power: {
    signature: 'power(self, a, size=None)',
    recipe: { facts: unit, draw: (draws, [a]) => (1 - Math.exp(-draws.exponential())) ** (1 / a) },
  },
  standard_cauchy: {
    signature: 'standard_cauchy(self, size=None)',
    recipe: { facts: () => noFacts, draw: draws => draws.normal() / draws.normal() },
  },
  standard_t: {
    signature: 'standard_t(self, df, size=None)',
    recipe: {
      facts: () => noFacts,
      draw: (draws, [df]) => {
        const numerator = draws.normal();
        return (Math.sqrt(df / 2) * numerator) / Math.sqrt(distributions.standardGamma(draws, df / 2));
      },
    },
  },
  triangular: {
    signature: 'triangular(self, left, mode, right, size=None)',
    recipe: { facts: () => noFacts, draw: (draws, [a, b, c]) => distributions.triangular(draws, a, b, c) },
  },
};

const standards: Record<string, Recipe> = {
  standard_normal: { facts: () => noFacts, draw: draws => draws.normal() },
  standard_exponential: { facts: nonNegative, draw: draws => draws.exponential() },
  random: { facts: unit, draw: draws => draws.bits.nextDouble() },
};

// --- whole numbers ---------------------------------------------------------------------------------------------------

function integers(stream: RandomStream, args: readonly Value[], endpoint: boolean, py: Interpreter): Value {
  const [lowValue, highValue, size, dtypeValue] = args;
  const dtype = requiredDType(dtypeValue === 'int' ? 'int64' : dtypeValue, py);
  const [from, to] =
    highValue === null
      ? [toArray(0), toArray(lowValue, py)]
      : [toArray(lowValue, py), toArray(highValue, py)];
  const shape = resultShape(size, [from, to], py);
  const shift = endpoint ? 0 : 1;
  const known = from.rank === 0 && to.rank === 0 && from.data !== null && to.data !== null;
  if (known)
    checkBounds(
      Number(from.data!.items[from.data!.offset]),
      Number(to.data!.items[to.data!.offset]),
      dtype,
      shift,
      size,
    );
  touch(stream);
  if (!py.running) {
    const whole = !from.facts.integers || !to.facts.integers ? null : to.facts.maximum;
    const bounds = facts({
      integers: true,
      minimum: from.facts.integers ? from.facts.minimum : null,
      maximum: whole === null ? null : whole - shift,
      occurrence: drawnEnds(from.facts, to.facts, shift, shape),
    });
    if (shape === null && dtypeValue === 'int') return arrayOrScalar(abstractArray([], 'int64', bounds));
    return arrayOrScalar(abstractArray(shape ?? [], dtype, bounds));
  }
  const data = allocate((shape ?? []) as number[], dtype);
  const items = data.items as NumberItems;
  if (known) {
    const low = Math.trunc(Number(from.data!.items[from.data!.offset]));
    const range = Math.trunc(Number(to.data!.items[to.data!.offset])) - shift - low;
    fillBounded(stream, items, low, range, dtype);
  } else {
    const lows = numbersOf(copyArray(broadcastTo(from, shape ?? [])))!;
    const highs = numbersOf(copyArray(broadcastTo(to, shape ?? [])))!;
    for (let i = 0; i < items.length; i++) {
      if (lows[i] > highs[i] - shift) throw raise(ValueError, 'low >= high');
      items[i] = lows[i] + stream.draws.bounded(highs[i] - shift - lows[i]);
    }
  }
  if (shape !== null) return concreteArray(data);
  if (dtypeValue === 'int' || dtypeValue === 'int64')
    return stream.legacy && dtypeValue === 'int' ? items[0] : arrayOrScalar(concreteArray(data));
  return arrayOrScalar(concreteArray(data));
}

function checkBounds(low: number, high: number, dtype: DTypeName, shift: number, size: Value): void {
  const { minimum, maximum } = dtypeInfo(dtype);
  if (low < minimum) throw raise(ValueError, `low is out of bounds for ${dtype}`);
  if (high - shift > maximum) throw raise(ValueError, `high is out of bounds for ${dtype}`);
  if (
    size !== null &&
    size instanceof PyTuple &&
    sizeOf(size.items.filter(item => typeof item === 'number') as number[]) === 0
  )
    return;
  if (low > high - shift) throw raise(ValueError, shift === 0 ? 'low > high' : 'low >= high');
}

/** Small integer types take several numbers out of one 32-bit draw. */
function fillBounded(
  stream: RandomStream,
  items: NumberItems,
  low: number,
  range: number,
  dtype: DTypeName,
): void {
  const { draws } = stream;
  const { itemSize, kind } = dtypeInfo(dtype);
  if (range === 0) {
    items.fill(low);
    return;
  }
  if (itemSize >= 4 && kind !== 'b') {
    for (let i = 0; i < items.length; i++) items[i] = low + draws.bounded(range);
    return;
  }
  const width = kind === 'b' ? 1 : itemSize * 8;
  const full = 2 ** width - 1;
  const chunk = chunks(draws, width);
  let mask = 1;
  while (mask < range) mask = mask * 2 + 1;
  for (let i = 0; i < items.length; i++) {
    if (kind === 'b' || range === full) items[i] = low + chunk();
    else if (stream.legacy) {
      let value = chunk() & mask;
      while (value > range) value = chunk() & mask;
      items[i] = low + value;
    } else {
      const exclusive = range + 1;
      let product = chunk() * exclusive;
      if ((product & full) < exclusive) {
        const threshold = (full - range) % exclusive;
        while ((product & full) < threshold) product = chunk() * exclusive;
      }
      items[i] = low + Math.floor(product / (full + 1));
    }
  }
}

function chunks(draws: Draws, width: number): () => number {
  let buffer = 0;
  let left = 0;
  return () => {
    if (left === 0) {
      buffer = draws.bits.next32();
      left = 32 / width - 1;
    } else {
      buffer >>>= width;
      left--;
    }
    return (buffer & (2 ** width - 1)) >>> 0;
  };
}

// --- shuffling and choosing ------------------------------------------------------------------------------------------

/** Fisher and Yates; `draw(i)` gives a position in 0..i. */
function shuffledPositions(length: number, draw: (limit: number) => number, first = 1): Float64Array {
  const order = Float64Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i >= first; i--) {
    const j = draw(i);
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
  return order;
}

function positionsArray(order: Float64Array): NdArray {
  const data = allocate([order.length], 'int64');
  (data.items as Float64Array).set(order);
  return concreteArray(data);
}

/** Each whole number of the range is drawn as often as any other. */
function drawnEnds(from: Facts, to: Facts, shift: number, shape: Shape | null): Facts['occurrence'] {
  if (from.constant === null || to.constant === null || shape === null || shape.includes(null)) return null;
  const values = Math.ceil(to.constant) - shift - Math.ceil(from.constant) + 1;
  return values >= 1 ? { share: 1 / values, draws: sizeOf(shape as number[]) } : null;
}

/** Both kinds of stream shuffle by masked rejection. */
function permutation(stream: RandomStream, value: Value, axis: number, py: Interpreter): Value {
  const { draws } = stream;
  const masked = (limit: number): number => distributions.maskedBounded(draws.bits, limit);
  const array =
    value instanceof NdArray || value instanceof PyList || value instanceof PyTuple
      ? toArray(value, py)
      : null;
  touch(stream);
  if (array === null) {
    const length = shapeArgument(value, py)[0];
    if (!py.running)
      return abstractArray(
        [length],
        'int64',
        facts({
          integers: true,
          minimum: 0,
          maximum: length === null ? null : length - 1,
          occurrence: length === null || length === 0 ? null : { share: 1 / length, draws: length },
        }),
      );
    return positionsArray(shuffledPositions(length!, masked));
  }
  if (!py.running || array.data === null) return abstractArray(array.shape, array.dtype, array.facts);
  const order = shuffledPositions(array.data.shape[axis], masked);
  return concreteArray(pickAlong(array.data, axis, order));
}

function shuffle(stream: RandomStream, value: Value, axis: number, py: Interpreter): void {
  const { draws } = stream;
  touch(stream);
  const masked = (limit: number): number => distributions.maskedBounded(draws.bits, limit);
  if (value instanceof PyList) {
    touch(value);
    if (!py.running) throw new NotKnown('the order of a shuffled list is not known before it runs');
    const order = shuffledPositions(value.items.length, masked);
    value.items = Array.from(order, index => value.items[index]);
    return;
  }
  if (!(value instanceof NdArray))
    throw raise(
      TypeError,
      `'${value === null ? 'NoneType' : typeof value}' object does not support item assignment`,
    );
  if (value.data === null || !py.running) {
    value.memory.lose(elementFacts(value.facts));
    return;
  }
  const { data } = value;
  const order = shuffledPositions(data.shape[axis], masked);
  const shuffled = pickAlong(data, axis, order);
  data.memory.beforeWrite();
  writeBack(shuffled, data);
}

function writeBack(source: ArrayData, target: ArrayData): void {
  const from = source.items as NumberItems;
  const to = target.items as NumberItems;
  let index = 0;
  const walk = (axis: number, offset: number): void => {
    if (axis === target.rank) {
      to[offset] = from[index++];
      return;
    }
    for (let i = 0; i < target.shape[axis]; i++) walk(axis + 1, offset + i * target.strides[axis]);
  };
  walk(0, target.offset);
}

interface Choice {
  readonly population: Value;
  readonly size: Value;
  readonly replace: boolean;
  readonly weights: Value;
  readonly shuffled: boolean;
}

function choice(
  stream: RandomStream,
  { population, size, replace, weights, shuffled }: Choice,
  py: Interpreter,
): Value {
  const array =
    population instanceof NdArray || population instanceof PyList || population instanceof PyTuple
      ? toArray(population, py)
      : null;
  if (array !== null && array.rank !== 1 && stream.legacy) throw raise(ValueError, 'a must be 1-dimensional');
  const length = array === null ? integerArgument(population, py) : array.shape[0];
  if (length === 0)
    throw raise(
      ValueError,
      array === null
        ? 'a must be greater than 0 unless no samples are taken'
        : "'a' cannot be empty unless no samples are taken",
    );
  if (length !== null && length < 0)
    throw raise(ValueError, 'a must be greater than 0 unless no samples are taken');
  const shape = size === null ? null : shapeArgument(size, py);
  touch(stream);
  const probabilities = weights === null ? null : numbersOf(toArray(weights, py));
  if (probabilities && length !== null && probabilities.length !== length)
    throw raise(
      ValueError,
      stream.legacy ? "'a' and 'p' must have same size" : 'a and p must have same size',
    );
  if (probabilities) checkProbabilities(probabilities);
  const count = shape === null ? 1 : shape.includes(null) ? null : sizeOf(shape as number[]);
  if (!replace && count !== null && length !== null && count > length)
    throw raise(ValueError, "Cannot take a larger sample than population when 'replace=False'");
  if (!py.running) {
    const known =
      array === null
        ? facts({
            integers: true,
            minimum: 0,
            maximum: length! - 1,
            occurrence: probabilities || count === null ? null : { share: 1 / length!, draws: count },
          })
        : { ...elementFacts(array.facts), occurrence: null };
    return arrayOrScalar(
      abstractArray([...(shape ?? []), ...(array?.shape.slice(1) ?? [])], array?.dtype ?? 'int64', known),
    );
  }
  const order = chosenPositions(stream, length!, count!, replace, probabilities, shuffled);
  const positions = positionsArray(order);
  if (array === null) return shape === null ? order[0] : reshapedTo(positions, shape as number[]);
  const picked = concreteArray(pickAlong(requireData(array), 0, order));
  return arrayOrScalar(
    reshapedTo(picked, [...((shape ?? []) as number[]), ...(array.shape.slice(1) as number[])]),
  );
}

function reshapedTo(array: NdArray, shape: readonly number[]): NdArray {
  const data = array.data!;
  const target = allocate(shape, array.dtype);
  for (let i = 0; i < target.size; i++) (target.items as Value[])[i] = data.items[data.offset + i] as Value;
  return concreteArray(target);
}

function checkProbabilities(weights: NumberItems): void {
  let sum = 0;
  for (const weight of weights) {
    if (weight < 0) throw raise(ValueError, 'probabilities are not non-negative');
    sum += weight;
  }
  if (Number.isNaN(sum)) throw raise(ValueError, 'probabilities contain NaN');
  if (Math.abs(sum - 1) > 1.5e-8) throw raise(ValueError, 'probabilities do not sum to 1');
}

function cumulative(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sums[i] = sum = i === 0 ? weights[0] : sum + weights[i];
  const last = sums[sums.length - 1];
  return sums.map(value => value / last);
}

function firstAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function chosenPositions(
  stream: RandomStream,
  length: number,
  count: number,
  replace: boolean,
  weights: NumberItems | null,
  shuffled: boolean,
): Float64Array {
  const { draws } = stream;
  if (weights !== null)
    return replace
      ? weightedPositions(draws, weights, count)
      : weightedWithoutRepetition(draws, weights, count);
  if (replace) return Float64Array.from({ length: count }, () => draws.bounded(length - 1));
  if (stream.legacy)
    return shuffledPositions(length, limit => distributions.maskedBounded(draws.bits, limit)).slice(0, count);
  return sampleWithoutRepetition(draws, length, count, shuffled);
}

function weightedPositions(draws: Draws, weights: NumberItems, count: number): Float64Array {
  const sums = cumulative(weights);
  return Float64Array.from({ length: count }, () => firstAbove(sums, draws.bits.nextDouble()));
}

function weightedWithoutRepetition(draws: Draws, weights: NumberItems, count: number): Float64Array {
  const left = Float64Array.from(weights);
  if (left.filter(weight => weight > 0).length < count)
    throw raise(ValueError, 'Fewer non-zero entries in p than size');
  const found: number[] = [];
  while (found.length < count) {
    const samples = Array.from({ length: count - found.length }, () => draws.bits.nextDouble());
    for (const index of found) left[index] = 0;
    const sums = cumulative(left);
    for (const index of new Set(samples.map(sample => firstAbove(sums, sample)))) found.push(index);
  }
  return Float64Array.from(found.slice(0, count));
}

/** Floyd's algorithm, or the tail of a shuffle for large samples of large populations. */
function sampleWithoutRepetition(
  draws: Draws,
  length: number,
  count: number,
  shuffled: boolean,
): Float64Array {
  const cutoff = shuffled ? 50 : 20;
  const bounded = (limit: number): number => draws.bounded(limit);
  if (length > 10000 && count > Math.floor(length / cutoff)) {
    return shuffledPositions(length, bounded, Math.max(length - count, 1)).slice(length - count);
  }
  const seen = new Set<number>();
  const found = new Float64Array(count);
  for (let j = length - count, k = 0; j < length; j++, k++) {
    const value = bounded(j);
    found[k] = seen.has(value) ? j : value;
    seen.add(found[k]);
  }
  if (!shuffled) return found;
  for (let i = count - 1; i >= 1; i--) {
    const j = bounded(i);
    const kept = found[i];
    found[i] = found[j];
    found[j] = kept;
  }
  return found;
}

// --- the classes -----------------------------------------------------------------------------------------------------

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
        const single = dtype !== undefined && dtype !== 'float64' && requiredDType(dtype, py) === 'float32';
        if (!single) return drawArray(stream, standards[name], [], size, py);
        if (name !== 'random') throw new NotKnown(`${name} in single precision is not modelled`);
        return drawArray(
          stream,
          { dtype: 'float32', facts: unit, draw: draws => (draws.bits.next32() >>> 8) / 16777216 },
          [],
          size,
          py,
        );
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
      const drawn = distributions.binomial(stream.draws, left, weights[j] / rest);
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

const legacyOnly: (readonly [string, string, StreamBody])[] = [
  ['rand(self, *args)', 'Uniform numbers in [0, 1) of a shape.', shapedDraw('random')],
  ['randn(self, *args)', 'Standard normal numbers of a shape.', shapedDraw('standard_normal')],
  ...['random_sample', 'ranf', 'sample'].map(
    name => [`${name}(self, size=None)`, 'Uniform numbers in [0, 1).', sizedRandom] as const,
  ),
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
      choice(stream, { population: a, size, replace: py.truth(replace), weights: p, shuffled: true }, py),
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
      const [, key, position, hasSpare, spare] = py.collect(state);
      touch(stream);
      const words = Uint32Array.from(numbersOf(toArray(key, py))!);
      stream.draws.bits.restore({ words, position: integerArgument(position, py) });
      (stream.draws as LegacyDraws).spare = py.truth(hasSpare) ? numberArgument(spare, py) : null;
      return null;
    },
  ],
];

const generatorOnly: (readonly [string, string, StreamBody])[] = [
  [
    "integers(self, low, high=None, size=None, dtype='int64', endpoint=False)",
    'Whole numbers from low to high.',
    (stream, [low, high, size, dtype, endpoint], py) =>
      integers(stream, [low, high, size, dtype], py.truth(endpoint), py),
  ],
  [
    'choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True)',
    'Elements drawn from an array or from 0..a-1.',
    (stream, [a, size, replace, p, , shuffled], py) =>
      choice(
        stream,
        { population: a, size, replace: py.truth(replace), weights: p, shuffled: py.truth(shuffled) },
        py,
      ),
  ],
  [
    'permutation(self, x, axis=0)',
    'A shuffled copy, or the numbers 0..x-1 shuffled.',
    (stream, [x, axis], py) => permutation(stream, x, integerArgument(axis, py), py),
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
      stream.draws = legacyStream(legacySeed(seed, py)).draws;
      return null;
    },
  ],
]);
install(generatorClass, [
  [
    '__init__(self, bit_generator)',
    'A generator on a bit generator.',
    (stream, [source]) => {
      if (source instanceof RandomStream) stream.draws = source.draws;
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
  return legacyEntries.map(([text, documentation, body]) => {
    const signature = parseSignature(text.replace(/\(self(, )?/, '('));
    return new NativeFunction({
      name: signature.name,
      signature,
      documentation,
      body: guarded((args, py) => body(sharedStream(py), args, py)),
    });
  });
}

/** A Generator from a seed: None, an int, a sequence of ints, or a generator itself. */
export function makeGenerator(seed: Value, py: Interpreter): Value {
  if (seed instanceof RandomStream) return seed;
  let entropy: number[];
  if (seed === null) entropy = freshEntropy(py);
  else if (typeof seed === 'number' || typeof seed === 'bigint') {
    if (seed < 0) throw raise(ValueError, 'expected non-negative integer');
    entropy = wordsOf(BigInt(seed));
  } else {
    const array = toArray(seed, py);
    if (!'iu'.includes(kindOf(array.dtype)))
      throw raise(TypeError, 'SeedSequence expects int or sequence of ints for entropy not ' + py.repr(seed));
    entropy = [...numbersOf(castArray(array, 'int64'))!].flatMap(word => wordsOf(BigInt(word)));
  }
  return new RandomStream(generatorClass, new GeneratorDraws(new Pcg64(entropy)), false);
}
