/** `keras.random`. */
import { ops } from '../../../graph/index.ts';
import { SeedStream } from '../../../graph/random.ts';
import { isStatic } from '../../../graph/shapes.ts';
import { attributesOf, constant, type Tensor } from '../../../graph/tensor.ts';
import { PyDict } from '../../../python/collections.ts';
import { ClassMethod, method, type NativeFunction, native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, type Value } from '../../../python/values.ts';
import { nextSeed } from '../naming.ts';
import { dimsOf, numberOf } from '../objects/arguments.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { floatOf } from '../policy.ts';
import { dtypeOf, tensorOf, wrap } from '../tensors/conversion.ts';

export const seedGeneratorClass = kerasClass<SeedStream>({
  name: 'SeedGenerator',
  module: 'keras.src.random.seed_generator',
  parameters: 'seed=None, name=None',
  documentation: 'A stream of seeds for random functions and layers.',
  init: (args, _object, py) => new SeedStream(args.optionalInteger('seed') ?? nextSeed(py)),
  methods: [
    method('next(self, ordered=True)', ([self], py) => {
      const stream = (self as KerasObject<SeedStream>).settings;
      const pair = Int32Array.from([stream.seed, stream.nextSalt()]);
      return wrap(py, constant(pair, [2], 'uint32'));
    }),
    method('get_config(self)', ([self]) =>
      PyDict.fromStrings([['seed', (self as KerasObject).config.get('seed') ?? null]]),
    ),
  ],
  entries: [
    [
      'from_config',
      new ClassMethod(
        method('from_config(cls, config)', ([cls, config], py) => py.call(cls, [], config as PyDict)),
      ),
    ],
  ],
});

function streamOf(py: Interpreter, seed: Value): SeedStream {
  if (typeof seed === 'number') return new SeedStream(seed);
  const own = seed === null ? null : (seed as KerasObject<SeedStream>).settings;
  return own instanceof SeedStream ? own : new SeedStream(nextSeed(py));
}

function drawn(
  name: string,
  parameters: string,
  make: (shape: readonly number[], stream: SeedStream, a: number, b: number) => Tensor,
): NativeFunction {
  const usual = name === 'randint' ? '"int32"' : 'None';
  return native(
    `${name}(shape, ${parameters}, dtype=${usual}, seed=None)`,
    ([shape, a, b, type, seed], py) => {
      const dims = dimsOf(py, shape);
      const dtype = dtypeOf(py, type) ?? floatOf(py);
      if (!isStatic(dims)) return wrap(py, ops.abstractValue(name, [], dims, dtype));
      const drawnNumbers = make(dims, streamOf(py, seed), numberOf(a) ?? 0, numberOf(b) ?? 1);
      return wrap(py, ops.cast(drawnNumbers, dtype));
    },
  );
}

/** Gamma-distributed numbers by Marsaglia and Tsang's method: the first of several trials that is accepted. */
function gammaNumbers(shape: readonly number[], alpha: Tensor, stream: SeedStream): Tensor {
  const trials = 8;
  const small = ops.less(alpha, 1);
  const d = ops.sub(ops.select(small, ops.add(alpha, 1), alpha), 1 / 3);
  const c = ops.rsqrt(ops.mul(9, d));
  let result = d;
  let done: Tensor = ops.less(ops.mul(alpha, 0), 0);
  for (let trial = 0; trial < trials; trial++) {
    const normal = ops.randomNormal(shape, stream);
    const uniform = ops.clip(ops.randomUniform(shape, stream), 1e-20, 1);
    const base = ops.add(1, ops.mul(c, normal));
    const cube = ops.mul(ops.square(base), base);
    const bound = ops.add(
      ops.mul(0.5, ops.square(normal)),
      ops.mul(d, ops.add(ops.sub(1, cube), ops.log(ops.maximum(cube, 1e-20)))),
    );
    const accepted = ops.logicalAnd(ops.greater(base, 0), ops.less(ops.log(uniform), bound));
    result = ops.select(done, result, ops.select(accepted, ops.mul(d, cube), result));
    done = ops.logicalOr(done, accepted);
  }
  const lift = ops.clip(ops.randomUniform(shape, stream), 1e-20, 1);
  const lowered = ops.mul(result, ops.exp(ops.div(ops.log(lift), ops.maximum(alpha, 1e-20))));
  return ops.select(small, lowered, result);
}

/** A function that draws with parameters that may be tensors. */
function drawnWith(
  name: string,
  parameters: string,
  make: (shape: readonly number[], stream: SeedStream, parts: readonly Tensor[]) => Tensor,
): NativeFunction {
  return native(`${name}(shape, ${parameters}, dtype=None, seed=None)`, ([shape, ...rest], py) => {
    const dims = dimsOf(py, shape);
    if (!isStatic(dims)) throw new NotKnown('a dimension is not known');
    const seed = rest[rest.length - 1];
    const parts = rest
      .slice(0, -2)
      .map(value => ops.toFloat(tensorOf(py, value)))
      .map(part => (part.op === 'constant' && part.shape.length === 0 ? part : ops.broadcastTo(part, dims)));
    const type = dtypeOf(py, rest[rest.length - 2]) ?? 'float32';
    return wrap(py, ops.cast(make(dims, streamOf(py, seed), parts), type));
  });
}

function constantMaximum(counts: Tensor): number {
  let most = 1;
  for (const count of attributesOf(counts, 'constant').data) most = Math.max(most, count);
  return most;
}

/** Most trials of a binomial distribution that are drawn one by one. */
const trialLimit = 1000;

export const randomFunctions: readonly NativeFunction[] = [
  drawnWith('gamma', 'alpha', (shape, stream, [alpha]) => gammaNumbers(shape, alpha, stream)),
  drawnWith('beta', 'alpha, beta', (shape, stream, [alpha, beta]) => {
    const [x, y] = [gammaNumbers(shape, alpha, stream), gammaNumbers(shape, beta, stream)];
    return ops.div(x, ops.add(x, y));
  }),
  drawnWith('binomial', 'counts, probabilities', (shape, stream, [counts, probabilities]) => {
    const most = counts.op === 'constant' ? constantMaximum(counts) : trialLimit;
    const draws = ops.randomUniform([most, ...shape], stream);
    const places = ops.reshape(ops.range(most, 'float32'), [most, ...shape.map(() => 1)]);
    const hits = ops.logicalAnd(ops.less(draws, probabilities), ops.less(places, counts));
    return ops.sum(ops.cast(hits, 'float32'), [0]);
  }),
  native('categorical(logits, num_samples, dtype="int32", seed=None)', ([logits, count, dtype, seed], py) => {
    const drawn = drawCategories(tensorOf(py, logits), numberOf(count) ?? 1, streamOf(py, seed));
    return wrap(py, ops.cast(drawn, dtypeOf(py, dtype) ?? 'int32'));
  }),
  native('shuffle(x, axis=0, seed=None)', ([x, axis, seed], py) => {
    const tensor = tensorOf(py, x);
    const along = numberOf(axis) ?? 0;
    const size = tensor.shape.at(along);
    if (size === null || size === undefined) throw new NotKnown('a dimension is not known');
    return wrap(py, ops.gather(tensor, ops.argSort(ops.randomUniform([size], streamOf(py, seed))), along));
  }),
  drawn('normal', 'mean=0.0, stddev=1.0', (shape, stream, mean, deviation) =>
    ops.randomNormal(shape, stream, mean, deviation),
  ),
  drawn('uniform', 'minval=0.0, maxval=1.0', (shape, stream, low, high) =>
    ops.randomUniform(shape, stream, low, high),
  ),
  drawn('truncated_normal', 'mean=0.0, stddev=1.0', (shape, stream, mean, deviation) =>
    ops.randomTruncatedNormal(shape, stream, mean, deviation),
  ),
  drawn('randint', 'minval, maxval', (shape, stream, low, high) =>
    ops.randomUniform(shape, stream, low, high, 'int32'),
  ),
  native('dropout(inputs, rate, noise_shape=None, seed=None)', ([inputs, rate, , seed], py) => {
    const tensor = ops.toFloat(tensorOf(py, inputs));
    const share = numberOf(rate) ?? 0;
    if (!isStatic(tensor.shape) || share === 0) return wrap(py, tensor);
    const keep = ops.bernoulli(tensor.shape, 1 - share, streamOf(py, seed));
    return wrap(py, ops.mul(ops.mul(tensor, ops.cast(keep, tensor.dtype)), 1 / (1 - share)));
  }),
];

/** Classes drawn with the probabilities that logits (batch, classes) give: (batch, count), by the largest of noisy logits. */
export function drawCategories(logits: Tensor, count: number, stream: SeedStream): Tensor {
  const [batch, classes] = logits.shape;
  if (batch === null || classes === null || batch === undefined || classes === undefined)
    return ops.abstractValue('categorical', [logits], [batch ?? null, count], 'int32');
  const uniform = ops.clip(ops.randomUniform([batch, count, classes], stream), 1e-20, 1);
  const noise = ops.neg(ops.log(ops.neg(ops.log(uniform))));
  return ops.argMax(ops.add(ops.expandDims(ops.toFloat(logits), 1), noise), -1);
}
