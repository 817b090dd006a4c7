// Random tensors: a new draw at each run, the same again from the same seed.
import { type DType, isFloating } from '../dtypes.ts';
import type { SeedStream } from '../random.ts';
import { ShapeError } from '../shapes.ts';
import type { Tensor } from '../tensor.ts';
import { add, less, mul } from './binary.ts';
import { cast } from './leaves.ts';
import { apply, defineOperation } from './registry.ts';
import { floor } from './unary.ts';

for (const [name, documentation] of [
  ['randomUniform', 'Uniform numbers in [0, 1).'],
  ['randomNormal', 'Standard normal numbers.'],
  ['randomTruncatedNormal', 'Standard normal numbers within two standard deviations.'],
] as const) {
  defineOperation({
    name,
    documentation,
    infer(_inputs, { shape }) {
      if (shape.some(dim => !Number.isInteger(dim) || dim < 0)) {
        throw new ShapeError(name, `cannot draw shape (${shape.join(', ')})`);
      }
      return { shape, dtype: 'float32' };
    },
    gradient: 'none',
  });
}

type Shape = readonly number[];

export function randomUniform(
  shape: Shape,
  stream: SeedStream,
  low = 0,
  high = 1,
  dtype: DType = 'float32',
): Tensor {
  const unit = apply('randomUniform', [], { shape, stream, salt: stream.nextSalt() });
  const scaled = add(mul(unit, high - low), low);
  return cast(isFloating(dtype) ? scaled : floor(scaled), dtype);
}

export function randomNormal(shape: Shape, stream: SeedStream, mean = 0, deviation = 1): Tensor {
  return add(mul(apply('randomNormal', [], { shape, stream, salt: stream.nextSalt() }), deviation), mean);
}

export function randomTruncatedNormal(shape: Shape, stream: SeedStream, mean = 0, deviation = 1): Tensor {
  return add(
    mul(apply('randomTruncatedNormal', [], { shape, stream, salt: stream.nextSalt() }), deviation),
    mean,
  );
}

/** True with the given probability. */
export function bernoulli(shape: Shape, probability: number, stream: SeedStream): Tensor {
  return less(apply('randomUniform', [], { shape, stream, salt: stream.nextSalt() }), probability);
}
