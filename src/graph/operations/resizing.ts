// Resizing images (batch, height, width, channels) by index or by linear interpolation.
import { type Dim, formatShape, ShapeError } from '../shapes.ts';
import { constant, type Tensor } from '../tensor.ts';
import { add, mul, sub } from './binary.ts';
import { gather } from './gathering.ts';
import { toFloat } from './leaves.ts';
import { abstractValue } from './registry.ts';

export type Interpolation = 'nearest' | 'bilinear';

/** Half-pixel centres, as tf.image.resize. Bilinear gives floats. */
export function resize(
  x: Tensor,
  height: number,
  width: number,
  interpolation: Interpolation = 'bilinear',
): Tensor {
  if (x.shape.length !== 4) {
    throw new ShapeError(
      'resize',
      `needs (batch, height, width, channels), received ${formatShape(x.shape)}`,
    );
  }
  const input = interpolation === 'bilinear' ? toFloat(x) : x;
  const shape: Dim[] = [x.shape[0], height, width, x.shape[3]];
  if (x.shape[1] === null || x.shape[2] === null) return abstractValue('resize', [input], shape, input.dtype);
  const along = interpolation === 'nearest' ? nearest : linear;
  return along(along(input, 1, height), 2, width);
}

function nearest(x: Tensor, axis: number, size: number): Tensor {
  const dim = x.shape[axis] as number;
  if (dim === size) return x;
  const places = Int32Array.from({ length: size }, (_, place) =>
    Math.min(dim - 1, Math.floor(((place + 0.5) * dim) / size)),
  );
  return gather(x, constant(places, [size], 'int32'), axis);
}

function linear(x: Tensor, axis: number, size: number): Tensor {
  const dim = x.shape[axis] as number;
  if (dim === size) return x;
  const low = new Int32Array(size);
  const high = new Int32Array(size);
  const share = new Float32Array(size);
  for (let place = 0; place < size; place++) {
    const centre = ((place + 0.5) * dim) / size - 0.5;
    const start = Math.floor(centre);
    low[place] = Math.min(Math.max(start, 0), dim - 1);
    high[place] = Math.min(Math.max(start + 1, 0), dim - 1);
    share[place] = centre - start;
  }
  const first = gather(x, constant(low, [size], 'int32'), axis);
  const second = gather(x, constant(high, [size], 'int32'), axis);
  const weight = constant(
    share,
    x.shape.map((_, index) => (index === axis ? size : 1)),
    'float32',
  );
  return add(first, mul(sub(second, first), weight));
}
