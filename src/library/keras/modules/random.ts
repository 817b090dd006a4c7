/** `keras.random`. */
import { ops } from '../../../graph/index.ts';
import { SeedStream } from '../../../graph/random.ts';
import { isStatic } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { type NativeFunction, native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, type Value } from '../../../python/values.ts';
import { nextSeed } from '../naming.ts';
import { dimsOf, numberOf } from '../objects/arguments.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';

export const seedGeneratorClass = kerasClass<SeedStream>({
  name: 'SeedGenerator',
  module: 'keras.src.random.seed_generator',
  parameters: 'seed=None, name=None',
  documentation: 'A stream of seeds for random functions and layers.',
  init: (args, _object, py) => new SeedStream(args.optionalInteger('seed') ?? nextSeed(py)),
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
  return native(`${name}(shape, ${parameters}, dtype=None, seed=None)`, ([shape, a, b, , seed], py) => {
    const dims = dimsOf(py, shape);
    if (!isStatic(dims)) throw new NotKnown('a dimension is not known');
    return wrap(py, make(dims, streamOf(py, seed), numberOf(a) ?? 0, numberOf(b) ?? 1));
  });
}

export const randomFunctions: readonly NativeFunction[] = [
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
