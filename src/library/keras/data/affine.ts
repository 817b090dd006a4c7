/** Pictures moved by a matrix, as `scipy.ndimage.affine_transform` does for each channel. */
import { raise, ValueError } from '../../../python/errors.ts';
import { type NativeFunction, native } from '../../../python/functions.ts';
import { NotKnown, Unknown, type Value } from '../../../python/values.ts';
import { abstractArray, concreteArray, NdArray, requireData } from '../../numpy/ndarray.ts';
import { ArrayData, contiguousItems, Memory } from '../../numpy/storage.ts';
import { numberOf } from '../objects/arguments.ts';

export type FillMode = 'constant' | 'nearest' | 'reflect' | 'wrap';

/** A coordinate brought into the picture; null where the constant stands. */
function inside(place: number, size: number, mode: FillMode): number | null {
  if (mode === 'constant') return place < 0 || place > size - 1 ? null : place;
  if (mode === 'nearest') return Math.min(Math.max(place, 0), size - 1);
  if (size <= 1) return 0;
  if (mode === 'reflect') {
    const period = 2 * size;
    const from = (((place + 0.5) % period) + period) % period;
    return Math.min(Math.max((from < size ? from : period - from) - 0.5, 0), size - 1);
  }
  const period = size - 1;
  if (place < 0) return place + period * (Math.trunc(-place / period) + 1);
  return place > period ? place - period * Math.trunc(place / period) : place;
}

interface Image {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly data: ArrayLike<number>;
}

export interface Motion {
  /** Rows of the matrix that gives a place in the picture for one in the result: (row, column). */
  readonly matrix: readonly (readonly [number, number])[];
  readonly offset: readonly [number, number];
  readonly mode: FillMode;
  readonly fill: number;
  /** 0: the nearest pixel, 1: between four of them. */
  readonly order: number;
}

export function moved({ height, width, channels, data }: Image, motion: Motion): Float32Array {
  const out = new Float64Array(height * width * channels);
  const { matrix, offset, mode, fill, order } = motion;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const y = inside(matrix[0][0] * row + matrix[0][1] * column + offset[0], height, mode);
      const x = inside(matrix[1][0] * row + matrix[1][1] * column + offset[1], width, mode);
      const target = (row * width + column) * channels;
      for (let channel = 0; channel < channels; channel++) {
        const at = (r: number, c: number): number =>
          data[(Math.min(r, height - 1) * width + Math.min(c, width - 1)) * channels + channel];
        if (y === null || x === null) out[target + channel] = fill;
        else if (order === 0) out[target + channel] = at(Math.floor(y + 0.5), Math.floor(x + 0.5));
        else {
          const [top, left] = [Math.floor(y), Math.floor(x)];
          const [down, right] = [y - top, x - left];
          const above = at(top, left) * (1 - right) + at(top, left + 1) * right;
          const below = at(top + 1, left) * (1 - right) + at(top + 1, left + 1) * right;
          out[target + channel] = above * (1 - down) + below * down;
        }
      }
    }
  }
  return Float32Array.from(out);
}

const modes: readonly string[] = ['constant', 'nearest', 'reflect', 'wrap'];

function number(value: Value): number {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  return numberOf(value) ?? 0;
}

/** For images of (height, width, channels). */
export const affineTransform: NativeFunction = native(
  'affine(x, matrix, offset, mode, cval, order)',
  ([x, matrix, offset, mode, fill, order], py) => {
    if (x instanceof Unknown) throw new NotKnown(x.reason);
    if (!(x instanceof NdArray)) throw raise(ValueError, 'not an image');
    if (x.data === null) return abstractArray(x.shape, 'float32');
    const name = py.str(mode);
    if (!modes.includes(name)) throw raise(ValueError, `boundary mode not supported: ${name}`);
    const [height, width, channels] = x.shape as number[];
    const data = contiguousItems(requireData(x)) as ArrayLike<number>;
    const rows = py.collect(matrix).map(row => py.collect(row).map(number) as [number, number]);
    const motion = {
      matrix: rows,
      offset: py.collect(offset).map(number) as [number, number],
      mode: name as FillMode,
      fill: number(fill),
      order: number(order),
    };
    const made = moved({ height, width, channels, data }, motion);
    return concreteArray(new ArrayData(new Memory(made), 'float32', [height, width, channels]));
  },
);
