/** Variance scaling: random weights whose spread depends on how many units come in and go out. */
import { fillNormal, fillTruncatedNormal, fillUniform } from '../../../graph/random.ts';
import type { ArgumentReader } from '../objects/arguments.ts';
import type { Fill, InitializerDefinition } from './definition.ts';

/** Units that feed an element of a weight and that it feeds; kernels count their receptive field. */
export function fans(shape: readonly number[]): { in: number; out: number } {
  if (shape.length === 0) return { in: 1, out: 1 };
  if (shape.length === 1) return { in: shape[0], out: shape[0] };
  const field = shape.slice(0, -2).reduce((product, dim) => product * dim, 1);
  return { in: shape[shape.length - 2] * field, out: shape[shape.length - 1] * field };
}

export function uniform(shape: readonly number[], seed: number, low: number, high: number): Float32Array {
  const values = new Float32Array(shape.reduce((product, dim) => product * dim, 1));
  fillUniform(values, { seed, position: 0, salt: 0 });
  for (let index = 0; index < values.length; index++) values[index] = low + values[index] * (high - low);
  return values;
}

export function normal(
  shape: readonly number[],
  seed: number,
  mean: number,
  deviation: number,
): Float32Array {
  const values = new Float32Array(shape.reduce((product, dim) => product * dim, 1));
  fillNormal(values, { seed, position: 0, salt: 0 });
  for (let index = 0; index < values.length; index++) values[index] = mean + values[index] * deviation;
  return values;
}

/** Normal numbers within two standard deviations of the mean. */
export function truncatedNormal(
  shape: readonly number[],
  seed: number,
  mean: number,
  deviation: number,
): Float32Array {
  const values = new Float32Array(shape.reduce((product, dim) => product * dim, 1));
  fillTruncatedNormal(values, { seed, position: 0, salt: 0 });
  for (let index = 0; index < values.length; index++) values[index] = mean + values[index] * deviation;
  return values;
}

export type Mode = 'fan_in' | 'fan_out' | 'fan_avg';
export type Distribution = 'uniform' | 'truncated_normal' | 'untruncated_normal';

/** Standard deviation of the normal distribution cut at two standard deviations. */
const truncatedDeviation = 0.87962566103423978;

export function varianceScaling(scale: number, mode: Mode, distribution: Distribution): Fill {
  return (shape, seed) => {
    const { in: into, out } = fans(shape);
    const count = mode === 'fan_in' ? into : mode === 'fan_out' ? out : (into + out) / 2;
    const variance = scale / Math.max(1, count);
    if (distribution === 'truncated_normal')
      return truncatedNormal(shape, seed, 0, Math.sqrt(variance) / truncatedDeviation);
    if (distribution === 'untruncated_normal') return normal(shape, seed, 0, Math.sqrt(variance));
    const limit = Math.sqrt(3 * variance);
    return uniform(shape, seed, -limit, limit);
  };
}

/** The seed argument fixes the draw; without it each variable gets its own. */
export function seeded(args: ArgumentReader, fill: Fill): Fill {
  const seed = args.value('seed');
  return typeof seed === 'number' ? shape => fill(shape, seed) : fill;
}

/** A named special case of variance scaling. */
export function scalingInitializer(
  name: string,
  documentation: string,
  scale: number,
  mode: Mode,
  distribution: Distribution,
): InitializerDefinition {
  return {
    name,
    parameters: 'seed=None',
    documentation,
    source: 'https://keras.io/api/layers/initializers/',
    init: args => seeded(args, varianceScaling(scale, mode, distribution)),
  };
}
