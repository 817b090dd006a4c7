/** keras.ops.image. */
import { ops } from '../../../graph/index.ts';
import { type Dim, formatShape, isStatic, stridesOf } from '../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import { NotImplementedError, raise, ValueError } from '../../../python/errors.ts';
import type { Value } from '../../../python/values.ts';
import { inChannelsLast } from '../layers/base/channels.ts';
import { type FillMode, fillModes, transformImages } from '../layers/preprocessing/affine.ts';
import { numberOf } from '../objects/arguments.ts';
import { tensorOf } from '../tensors/conversion.ts';
import { formatOf } from './neural.ts';
import { define, integerOf, numbersIn } from './reading.ts';

/** Runs `body` on a batch of channels-last images, given a batch or one image of either format. */
function onImages(
  x: Tensor,
  format: Value,
  body: (images: Tensor) => Tensor,
  py: Parameters<typeof formatOf>[0],
): Tensor {
  const rank = x.shape.length;
  if (rank !== 3 && rank !== 4)
    throw raise(
      ValueError,
      `Invalid input rank: expected rank 3 (single image) or rank 4 (batch of images). Received input with shape: image.shape=${formatShape(x.shape)}`,
    );
  const batch = rank === 3 ? ops.expandDims(x, 0) : x;
  const result = inChannelsLast(batch, formatOf(py, format), body);
  return rank === 3 ? ops.reshape(result, result.shape.slice(1)) : result;
}

export type Resampling =
  | 'nearest'
  | 'bilinear'
  | 'bicubic'
  | 'lanczos3'
  | 'lanczos5'
  | 'area'
  | 'gaussian'
  | 'mitchellcubic';

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
const lanczos = (radius: number) => (x: number) => (Math.abs(x) < radius ? sinc(x) * sinc(x / radius) : 0);

/** Weights of a source at a distance in source pixels, and how far they reach. */
const filters: Readonly<Record<string, { readonly radius: number; readonly weight: (x: number) => number }>> =
  {
    bilinear: { radius: 1, weight: x => Math.max(0, 1 - Math.abs(x)) },
    // Keys 1981 with a = -1/2.
    bicubic: {
      radius: 2,
      weight(x) {
        const d = Math.abs(x);
        if (d < 1) return (1.5 * d - 2.5) * d * d + 1;
        return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
      },
    },
    lanczos3: { radius: 3, weight: lanczos(3) },
    lanczos5: { radius: 5, weight: lanczos(5) },
  };

/** How much of every source pixel goes into every target pixel: (target, source). */
function resamplingMatrix(source: number, target: number, method: string, antialias: boolean): Tensor {
  const { radius, weight } = filters[method];
  const scale = source / target;
  const spread = antialias ? Math.max(1, scale) : 1;
  const values = new Float32Array(target * source);
  for (let row = 0; row < target; row++) {
    const centre = (row + 0.5) * scale;
    const first = Math.max(0, Math.ceil(centre - radius * spread - 0.5));
    const last = Math.min(source - 1, Math.floor(centre + radius * spread - 0.5));
    let total = 0;
    for (let column = first; column <= last; column++) {
      const share = weight((column + 0.5 - centre) / spread);
      values[row * source + column] = share;
      total += share;
    }
    for (let column = first; column <= last; column++) values[row * source + column] /= total || 1;
  }
  return constant(values, [target, source]);
}

/** (batch, height, width, channels) in another size. */
export function resample(
  images: Tensor,
  height: number,
  width: number,
  method: Resampling,
  antialias: boolean,
): Tensor {
  if (method === 'nearest') return ops.resize(images, height, width, 'nearest');
  const x = ops.toFloat(images);
  const [batch, rows, columns, channels] = x.shape;
  if (method === 'bilinear' && !antialias) return ops.resize(x, height, width, 'bilinear');
  if (rows === null || columns === null)
    return ops.abstractValue('resize', [x], [batch, height, width, channels], x.dtype);
  const down = resamplingMatrix(rows, height, method, antialias);
  const across = resamplingMatrix(columns, width, method, antialias);
  return ops.einsum('hy,wx,nyxc->nhwc', down, across, x);
}

/** The largest middle part with the aspect ratio of a target. */
function cropToRatio(images: Tensor, height: number, width: number): Tensor {
  const [, rows, columns] = images.shape;
  if (rows === null || columns === null)
    return ops.abstractValue('crop', [images], [images.shape[0], null, null, images.shape[3]], images.dtype);
  const tall = Math.min(rows, Math.trunc((columns * height) / width));
  const wide = Math.min(columns, Math.trunc((rows * width) / height));
  const [top, left] = [Math.trunc((rows - tall) / 2), Math.trunc((columns - wide) / 2)];
  return ops.subscript(images, [{}, { start: top, stop: top + tall }, { start: left, stop: left + wide }]);
}

/** The images with margins that give them the aspect ratio of a target. */
function padToRatio(images: Tensor, height: number, width: number, fill: number): Tensor {
  const [, rows, columns] = images.shape;
  if (rows === null || columns === null)
    return ops.abstractValue('pad', [images], [images.shape[0], null, null, images.shape[3]], images.dtype);
  const tall = Math.max(rows, Math.trunc((columns * height) / width));
  const wide = Math.max(columns, Math.trunc((rows * width) / height));
  const [top, left] = [Math.trunc((tall - rows) / 2), Math.trunc((wide - columns) / 2)];
  return ops.pad(
    images,
    [
      [0, 0],
      [top, top],
      [left, left],
      [0, 0],
    ],
    'constant',
    fill,
  );
}

/** Windows of images, flattened into the last axis: (batch, rows, columns, window * channels). */
export function patchesOf(
  images: Tensor,
  size: readonly number[],
  strides: readonly number[],
  dilation: number,
  padding: 'valid' | 'same',
): Tensor {
  const channels = images.shape[3] as number;
  const [height, width] = size;
  const depth = height * width * channels;
  const identity = ops.reshape(ops.eye(depth), [height, width, channels, depth]);
  return ops.cast(ops.convolution(images, identity, { strides, padding, dilation }), images.dtype);
}

/** Integer places outside an axis led back into it. */
function insideAxis(place: Tensor, size: number, mode: string): Tensor {
  const mirrored = (index: Tensor, length: number) => {
    const reach = length - 1;
    return ops.abs(ops.sub(ops.mod(ops.add(index, reach), 2 * reach), reach));
  };
  if (mode === 'wrap') return ops.mod(place, size);
  if (mode === 'mirror') return mirrored(place, size);
  if (mode === 'reflect')
    return ops.floorDivide(ops.sub(mirrored(ops.add(ops.mul(place, 2), 1), 2 * size + 1), 1), 2);
  return ops.clip(place, 0, size - 1);
}

/** Values between the cells of an array, at coordinates (rank, ...). */
export function mapCoordinates(
  x: Tensor,
  coordinates: readonly Tensor[],
  order: number,
  mode: string,
  fill: number,
): Tensor {
  const shape = coordinates[0].shape;
  if (!isStatic(x.shape)) return ops.abstractValue('map_coordinates', [x], shape, x.dtype);
  const sizes = x.shape;
  const strides = stridesOf(sizes);
  const flat = ops.toFloat(ops.flatten(x));
  const nodes = coordinates.map(place => {
    if (order === 0) return [{ index: ops.cast(ops.round(place), 'int32'), weight: constant(1) }];
    const low = ops.floor(ops.toFloat(place));
    const share = ops.sub(place, low);
    const index = ops.cast(low, 'int32');
    return [
      { index, weight: ops.sub(1, share) },
      { index: ops.add(index, 1), weight: share },
    ];
  });
  let corners = [{ place: constant(0, [], 'int32'), weight: constant(1), within: constant(true) }];
  nodes.forEach((choices, axis) => {
    corners = corners.flatMap(corner =>
      choices.map(({ index, weight }) => ({
        place: ops.add(corner.place, ops.mul(insideAxis(index, sizes[axis], mode), strides[axis])),
        weight: ops.mul(corner.weight, weight),
        within: ops.logicalAnd(
          corner.within,
          ops.logicalAnd(ops.greaterEqual(index, 0), ops.less(index, sizes[axis])),
        ),
      })),
    );
  });
  const parts = corners.map(({ place, weight, within }) => {
    const found = ops.gather(flat, place, 0);
    return ops.mul(weight, mode === 'constant' ? ops.select(within, found, fill) : found);
  });
  const sum = parts.reduce((a, b) => ops.add(a, b));
  return x.dtype.includes('float') ? sum : ops.cast(ops.round(sum), x.dtype);
}

/** Margins on both sides of an axis from those that are given and the wanted size. */
function marginsOf(before: Value, after: Value, target: Value, size: Dim, name: string): [number, number] {
  const [first, last, wanted] = [before, after, target].map(value => numberOf(value) ?? null);
  const given = [first, last, wanted].filter(value => value !== null).length;
  if (given !== 2) throw raise(ValueError, `Must specify exactly two of ${name}.`);
  if (first !== null && last !== null) return [first, last];
  const total = Math.abs((wanted as number) - (size ?? (wanted as number)));
  return first === null ? [total - (last as number), last as number] : [first, total - first];
}

function margins(kind: 'pad' | 'crop') {
  const word = kind === 'pad' ? 'padding' : 'cropping';
  return define(
    `${kind}_images(images, top_${word}=None, left_${word}=None, target_height=None, target_width=None, bottom_${word}=None, right_${word}=None)`,
    ([x, top, left, height, width, bottom, right], py) =>
      onImages(
        tensorOf(py, x),
        'channels_last',
        images => {
          const tall = marginsOf(
            top,
            bottom,
            height,
            images.shape[1],
            `top_${word}, bottom_${word}, target_height`,
          );
          const wide = marginsOf(
            left,
            right,
            width,
            images.shape[2],
            `left_${word}, right_${word}, target_width`,
          );
          if ([...tall, ...wide].some(size => size < 0))
            throw raise(ValueError, `\`${word}\` must be >= 0. Received: ${formatShape([...tall, ...wide])}`);
          const sign = kind === 'pad' ? 1 : -1;
          return ops.pad(images, [
            [0, 0],
            [sign * tall[0], sign * tall[1]],
            [sign * wide[0], sign * wide[1]],
            [0, 0],
          ]);
        },
        py,
      ),
  );
}

export const images = [
  define('rgb_to_grayscale(image, data_format="channels_last")', ([x, format], py) =>
    onImages(
      tensorOf(py, x),
      format,
      pictures => {
        const weights = constant([0.2989, 0.587, 0.114]);
        const gray = ops.sum(ops.mul(ops.toFloat(pictures), weights), [-1], true);
        return pictures.dtype.includes('float') ? gray : ops.cast(gray, pictures.dtype);
      },
      py,
    ),
  ),
  define(
    'resize(image, size, interpolation="bilinear", antialias=False, crop_to_aspect_ratio=False, pad_to_aspect_ratio=False, fill_mode="constant", fill_value=0.0, data_format="channels_last")',
    ([x, size, method, antialias, crop, padded, , fill, format], py) => {
      if (typeof method !== 'string' || (method !== 'nearest' && !(method in filters)))
        throw raise(
          ValueError,
          `Invalid value for argument \`interpolation\`. Expected of one ('bilinear', 'nearest', 'lanczos3', 'lanczos5', 'bicubic'). Received: interpolation=${py.str(method)}`,
        );
      const [height, width] = numbersIn(py, size);
      const tensor = tensorOf(py, x);
      const resized = onImages(
        tensor,
        format,
        pictures => {
          let input = pictures;
          if (py.truth(crop)) input = cropToRatio(input, height, width);
          else if (py.truth(padded)) input = padToRatio(input, height, width, numberOf(fill) ?? 0);
          return resample(input, height, width, method as Resampling, py.truth(antialias));
        },
        py,
      );
      return ops.cast(resized, tensor.dtype);
    },
  ),
  define(
    'affine_transform(image, transform, interpolation="bilinear", fill_mode="constant", fill_value=0, data_format="channels_last")',
    ([x, transform, interpolation, mode, fill, format], py) => {
      if (!fillModes.includes(mode as FillMode))
        throw raise(
          ValueError,
          `Invalid value for argument \`fill_mode\`. Expected of one ('constant', 'nearest', 'wrap', 'reflect'). Received: fill_mode=${py.str(mode)}`,
        );
      return onImages(
        tensorOf(py, x),
        format,
        pictures => {
          if (!isStatic(pictures.shape))
            return ops.abstractValue('affine_transform', [pictures], pictures.shape, pictures.dtype);
          const given = ops.toFloat(tensorOf(py, transform));
          const rows = ops.broadcastTo(given.shape.length === 1 ? ops.expandDims(given, 0) : given, [
            pictures.shape[0],
            8,
          ]);
          const column = (index: number) => ops.subscript(rows, [{}, index]);
          return transformImages(
            pictures,
            { x: [column(0), column(1), column(2)], y: [column(3), column(4), column(5)] },
            {
              fillMode: mode as FillMode,
              fillValue: numberOf(fill) ?? 0,
              interpolation: interpolation === 'nearest' ? 'nearest' : 'bilinear',
            },
          );
        },
        py,
      );
    },
  ),
  define(
    'extract_patches(image, size, strides=None, dilation_rate=1, padding="valid", data_format="channels_last")',
    ([x, size, strides, dilation, padding, format], py) => {
      const pair = (value: Value) => {
        const numbers = numbersIn(py, value);
        return numbers.length === 1 ? [numbers[0], numbers[0]] : numbers;
      };
      return onImages(
        tensorOf(py, x),
        format,
        pictures =>
          patchesOf(
            pictures,
            pair(size),
            pair(strides === null ? size : strides),
            integerOf(dilation, 1),
            py.str(padding) as 'valid',
          ),
        py,
      );
    },
  ),
  define(
    'map_coordinates(input, coordinates, order, fill_mode="constant", fill_value=0)',
    ([x, coordinates, order, mode, fill], py) => {
      const places = ops.unstack(tensorOf(py, coordinates), 0);
      const tensor = tensorOf(py, x);
      if (places.length !== tensor.shape.length)
        throw raise(
          ValueError,
          `coordinates must be a sequence of length input.shape, but ${places.length} != ${tensor.shape.length}`,
        );
      if (integerOf(order, 1) > 1)
        throw raise(NotImplementedError, 'map_coordinates currently requires order<=1');
      return mapCoordinates(tensor, places, integerOf(order, 1), py.str(mode), numberOf(fill) ?? 0);
    },
  ),
  margins('pad'),
  margins('crop'),
];
