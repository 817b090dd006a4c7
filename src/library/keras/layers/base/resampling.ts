/** Resizing an axis by a weighting kernel, half-pixel centres, as `tf.image.resize` does without antialiasing. */
import { ops } from '../../../../graph/index.ts';
import type { Dim } from '../../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../../graph/tensor.ts';
import { NotImplementedError } from '../../../../python/errors.ts';
import { NotKnown } from '../../../../python/values.ts';
import type { ArgumentReader } from '../../objects/arguments.ts';
import { ofVersion } from '../../versionWords.ts';

export const interpolations = ['nearest', 'bilinear', 'bicubic', 'lanczos3', 'lanczos5', 'area'] as const;
export type Interpolation = (typeof interpolations)[number];

/** Methods in the order in which Keras 2 lists them. */
const ofKeras2 = [
  'bilinear',
  'nearest',
  'bicubic',
  'area',
  'lanczos3',
  'lanczos5',
  'gaussian',
  'mitchellcubic',
];

/** Reads a method; `words` are Keras 3's for one that there is not. */
export function interpolationOf(args: ArgumentReader, words: (given: string) => string): Interpolation {
  const isFormer = ofKeras2.slice(-2).includes(args.optionalString('interpolation') ?? '');
  if (isFormer && !args.py.running && ofVersion(args.py, { 2: true, 3: false }))
    throw new NotKnown('this interpolation of tf.keras is not modelled');
  return args.oneOf('interpolation', interpolations, given => ({
    2: [
      NotImplementedError,
      `Value not recognized for \`interpolation\`: ${given}. Supported values are: dict_keys([${ofKeras2.map(name => `'${name}'`).join(', ')}])`,
    ],
    3: words(given),
  }));
}

interface Kernel {
  readonly radius: number;
  weight(distance: number): number;
}

/** Keys's cubic with a = -0.5. */
const cubic: Kernel = {
  radius: 2,
  weight(distance) {
    const x = Math.abs(distance);
    if (x >= 2) return 0;
    return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
  },
};

function lanczos(radius: number): Kernel {
  return {
    radius,
    weight(distance) {
      const x = Math.abs(distance);
      if (x >= radius) return 0;
      if (x < 1e-3) return 1;
      return (radius * Math.sin(Math.PI * x) * Math.sin((Math.PI * x) / radius)) / (Math.PI ** 2 * x ** 2);
    },
  };
}

/** (to, from) weights by which new cells are made of old ones; each row sums to 1. */
function weightsOf(from: number, to: number, kernel: Kernel): Float32Array {
  const weights = new Float32Array(to * from);
  for (let place = 0; place < to; place++) {
    const centre = ((place + 0.5) * from) / to - 0.5;
    const first = Math.max(0, Math.ceil(centre - kernel.radius));
    const last = Math.min(from - 1, Math.floor(centre + kernel.radius));
    let total = 0;
    for (let cell = first; cell <= last; cell++) total += kernel.weight(cell - centre);
    for (let cell = first; cell <= last; cell++) {
      weights[place * from + cell] = kernel.weight(cell - centre) / (total || 1);
    }
  }
  return weights;
}

/** Weights by which new cells average the part of the old axis that they cover. */
function areaWeights(from: number, to: number): Float32Array {
  const weights = new Float32Array(to * from);
  const scale = from / to;
  for (let place = 0; place < to; place++) {
    const [start, end] = [place * scale, (place + 1) * scale];
    for (let cell = Math.floor(start); cell < Math.min(from, Math.ceil(end)); cell++) {
      const share = Math.min(end, cell + 1) - Math.max(start, cell);
      weights[place * from + cell] = Math.max(0, share) / scale;
    }
  }
  return weights;
}

/** One axis of x replaced by weighted sums of its cells: `weights` is row-major (size, dim). */
function mix(x: Tensor, axis: number, size: number, weights: Float32Array): Tensor {
  const matrix = constant(weights, [size, x.shape[axis] as number]);
  const last = x.shape.length - 1;
  return ops.moveAxis(
    ops.matmul(ops.moveAxis(ops.toFloat(x), axis, last), matrix, { transposeB: true }),
    last,
    axis,
  );
}

/** (batch, height, width, channels) resized. */
export function resizeImages(x: Tensor, height: number, width: number, interpolation: Interpolation): Tensor {
  if (interpolation === 'nearest' || interpolation === 'bilinear')
    return ops.resize(x, height, width, interpolation);
  const shape: Dim[] = [x.shape[0], height, width, x.shape[3]];
  if (x.shape[1] === null || x.shape[2] === null) return ops.abstractValue('resize', [x], shape, 'float32');
  const kernel = interpolation === 'bicubic' ? cubic : lanczos(interpolation === 'lanczos3' ? 3 : 5);
  const weights = (from: number, to: number) =>
    interpolation === 'area' ? areaWeights(from, to) : weightsOf(from, to, kernel);
  const tall = mix(x, 1, height, weights(x.shape[1], height));
  return mix(tall, 2, width, weights(x.shape[2], width));
}
