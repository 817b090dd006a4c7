/** Histograms and counts. */
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { floatRepr } from '../../python/operations/text.ts';
import { NotKnown, PyTuple, type Value } from '../../python/values.ts';
import { integerArgument, numberArgument, sequenceOf } from './arguments.ts';
import { asType } from './casting.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { kindOf } from './dtypes.ts';
import { facts, gaplessEnds, noFacts } from './facts.ts';
import { abstractArray, concreteArray, NdArray, numbersOf, requireNumbers } from './ndarray.ts';
import { fromItems, type NumberItems } from './storage.ts';

export const floats = (values: Iterable<number>, shape?: readonly number[]): NdArray => {
  const items = Float64Array.from(values);
  return concreteArray(fromItems(items, shape ?? [items.length], 'float64'));
};

const integers = (values: Iterable<number>): NdArray => {
  const items = Float64Array.from(values);
  return concreteArray(fromItems(items, [items.length], 'int64'));
};

function binEdges(values: NumberItems, bins: Value, range: Value, py: Interpreter): Float64Array {
  const given = sequenceOf(bins, py);
  if (given !== null) {
    const edges = Float64Array.from(requireNumbers(toArray(bins, py)));
    if (edges.some((edge, index) => index > 0 && edge < edges[index - 1]))
      throw raise(ValueError, '`bins` must increase monotonically, when an array');
    return edges;
  }
  const count = typeof bins === 'string' ? binCount(values, bins, range, py) : integerArgument(bins, py);
  if (count < 1) throw raise(ValueError, '`bins` must be positive, when an integer');
  let low = 0;
  let high = 1;
  if (range !== null) [low, high] = (sequenceOf(range, py) ?? []).map(end => numberArgument(end, py));
  else if (values.length > 0) {
    low = Number.POSITIVE_INFINITY;
    high = Number.NEGATIVE_INFINITY;
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) throw raise(ValueError, 'max must be larger than min in range parameter.');
  if (!Number.isFinite(low) || !Number.isFinite(high))
    throw raise(
      ValueError,
      `${range === null ? 'autodetected' : 'supplied'} range of [${floatRepr(low)}, ${floatRepr(high)}] is not finite`,
    );
  if (low === high) {
    low -= 0.5;
    high += 0.5;
  }
  const step = (high - low) / count;
  const edges = Float64Array.from({ length: count + 1 }, (_, i) => i * step + low);
  edges[count] = high;
  return edges;
}

const ruleNames = ['auto', 'doane', 'fd', 'rice', 'scott', 'sqrt', 'stone', 'sturges'];

/** How many bins a rule asks for; the rules are written in Python. */
function binCount(values: NumberItems, rule: string, range: Value, py: Interpreter): number {
  if (!ruleNames.includes(rule))
    throw raise(ValueError, `${py.repr(rule)} is not a valid estimator for \`bins\``);
  const module = py.importModule('numpy.lib.histograms');
  const count = py.callMethod(module, '_bin_count', [floats(values), rule, range]);
  return integerArgument(count, py);
}

const histogram = define(
  'histogram(a, bins=10, range=None, density=None, weights=None)',
  'How many elements fall into each bin, and the edges of the bins.',
  ([a, bins, range, density, weights], py) => {
    const values = numbersOf(toArray(a, py));
    if (values === null) throw raise(TypeError, "ufunc 'subtract' did not contain a loop for these types");
    const edges = binEdges(values, bins, range, py);
    const weight = weights === null ? null : numbersOf(toArray(weights, py));
    const counts = new Float64Array(edges.length - 1);
    const last = edges.length - 1;
    values.forEach((value: number, index: number) => {
      if (!(value >= edges[0] && value <= edges[last])) return;
      let bin = 0;
      let high = last;
      while (high - bin > 1) {
        const middle = (bin + high) >> 1;
        if (edges[middle] <= value) bin = middle;
        else high = middle;
      }
      counts[bin] += weight === null ? 1 : weight[index];
    });
    const edgeArray = sequenceOf(bins, py) === null ? floats(edges) : toArray(bins, py);
    if (density !== null && py.truth(density)) {
      const total = counts.reduce((sum, count) => sum + count, 0);
      return new PyTuple([
        floats(counts.map((count, i) => count / (edges[i + 1] - edges[i]) / total)),
        edgeArray,
      ]);
    }
    const type = weights === null ? 'int64' : toArray(weights, py).dtype;
    return new PyTuple([asType(floats(counts), kindOf(type) === 'b' ? 'int64' : type), edgeArray]);
  },
  ([, bins], py) => {
    if (typeof bins === 'string') throw new NotKnown(`bins by the ${bins} rule are not modelled`);
    const given = sequenceOf(bins, py);
    const count = given === null ? integerArgument(bins, py) : given.length - 1;
    return new PyTuple([
      abstractArray([count], 'int64', { ...noFacts, integers: true, minimum: 0 }),
      abstractArray([count + 1], 'float64'),
    ]);
  },
);

export const counting = [
  histogram,
  define(
    'histogram_bin_edges(a, bins=10, range=None, weights=None)',
    'The edges of the bins of a histogram.',
    ([a, bins, range], py) => floats(binEdges(requireNumbers(toArray(a, py)), bins, range, py)),
  ),
  define(
    'bincount(x, weights=None, minlength=0)',
    'How often each non-negative integer occurs.',
    ([x, weights, least], py) => {
      const array = toArray(x, py);
      if (array.rank !== 1)
        throw raise(
          ValueError,
          array.rank === 0
            ? 'object of too small depth for desired array'
            : 'object too deep for desired array',
        );
      if (
        (kindOf(array.dtype) === 'f' || array.dtype === 'uint64') &&
        array.size !== 0 &&
        x instanceof NdArray
      )
        throw raise(
          TypeError,
          `Cannot cast array data from dtype('${array.dtype}') to dtype('int64') according to the rule 'safe'`,
        );
      const values =
        kindOf(array.dtype) === 'f' ? requireNumbers(array).map(Math.trunc) : requireNumbers(array);
      let length = integerArgument(least, py);
      for (const value of values) {
        if (value < 0) throw raise(ValueError, "'list' argument must have no negative elements");
        length = Math.max(length, value + 1);
      }
      const weight = weights === null ? null : requireNumbers(toArray(weights, py));
      const counts = new Float64Array(length);
      for (let i = 0; i < values.length; i++) counts[values[i]] += weight === null ? 1 : weight[i];
      return weight === null ? integers(counts) : floats(counts);
    },
    ([x, weights, least], py) => {
      const array = toArray(x, py);
      const bound = array.facts.maximum;
      const minimum = integerArgument(least, py);
      const ends = gaplessEnds(array.facts, array.size);
      const length =
        bound !== null && bound < minimum ? minimum : ends && Math.max(minimum, ends.greatest + 1);
      return abstractArray(
        [length],
        weights === null ? 'int64' : 'float64',
        weights === null ? { ...noFacts, integers: true, minimum: 0 } : noFacts,
      );
    },
  ),
  define(
    'digitize(x, bins, right=False)',
    'The bin that each element falls into.',
    ([x, bins, right], py) => {
      const edges = requireNumbers(toArray(bins, py));
      const array = toArray(x, py);
      if (array.data === null)
        return arrayOrScalar(
          abstractArray(array.shape, 'int64', facts({ integers: true, minimum: 0, maximum: edges.length })),
        );
      const closed = py.truth(right);
      const decreasing = edges.length > 1 && edges[0] > edges[edges.length - 1];
      const sorted = decreasing ? [...edges].reverse() : [...edges];
      if (sorted.some((edge, index) => index > 0 && edge < sorted[index - 1]))
        throw raise(ValueError, 'bins must be monotonically increasing or decreasing');
      const values = requireNumbers(array);
      const result = Float64Array.from(values, value => {
        const below = sorted.filter(edge => (closed ? edge < value : edge <= value)).length;
        return decreasing ? sorted.length - below : below;
      });
      return arrayOrScalar(concreteArray(fromItems(result, array.data.shape, 'int64')));
    },
  ),
];
