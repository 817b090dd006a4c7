/** Images moved by a transform each: turned, shifted, zoomed. */
import { ops } from '../../../../graph/index.ts';
import { constant, type Tensor } from '../../../../graph/tensor.ts';

export const fillModes = ['reflect', 'wrap', 'constant', 'nearest'] as const;
export type FillMode = (typeof fillModes)[number];

/** Where in the input a cell of the output is taken from: x = a0 * column + a1 * row + a2, y = b0 * … Each (batch,). */
export interface Transform {
  readonly x: readonly [Tensor, Tensor, Tensor];
  readonly y: readonly [Tensor, Tensor, Tensor];
}

export interface Sampling {
  readonly fillMode: FillMode;
  readonly fillValue: number;
  readonly interpolation: 'nearest' | 'bilinear';
}

/** Places outside an axis led back into it. */
function inside(place: Tensor, size: number, mode: FillMode): Tensor {
  switch (mode) {
    case 'wrap':
      return ops.mod(place, size);
    case 'reflect': {
      const phase = ops.mod(place, 2 * size);
      return ops.minimum(phase, ops.sub(2 * size - 1, phase));
    }
    case 'nearest':
    case 'constant':
      return ops.clip(place, 0, size - 1);
  }
}

/** (batch, height, width, channels) with every output cell taken from where its transform points. */
export function transformImages(images: Tensor, { x, y }: Transform, sampling: Sampling): Tensor {
  const [batch, height, width, channels] = images.shape as readonly number[];
  const wide = (value: Tensor) => ops.reshape(value, [batch, 1, 1]);
  const columns = constant(
    Float32Array.from({ length: width }, (_, index) => index),
    [1, 1, width],
  );
  const rows = constant(
    Float32Array.from({ length: height }, (_, index) => index),
    [1, height, 1],
  );
  const along = ([a, b, c]: readonly Tensor[]) =>
    ops.add(ops.add(ops.mul(wide(a), columns), ops.mul(wide(b), rows)), wide(c));
  const [atX, atY] = [along(x), along(y)];
  const first = constant(
    Int32Array.from({ length: batch }, (_, index) => index * height * width),
    [batch, 1, 1],
    'int32',
  );
  const flat = ops.reshape(images, [batch * height * width, channels]);
  const pick = (row: Tensor, column: Tensor) => {
    const [i, j] = [inside(row, height, sampling.fillMode), inside(column, width, sampling.fillMode)];
    const place = ops.add(ops.add(ops.mul(ops.cast(i, 'int32'), width), ops.cast(j, 'int32')), first);
    const found = ops.gather(flat, place, 0);
    if (sampling.fillMode !== 'constant') return found;
    const within = ops.logicalAnd(
      ops.logicalAnd(ops.greaterEqual(row, 0), ops.less(row, height)),
      ops.logicalAnd(ops.greaterEqual(column, 0), ops.less(column, width)),
    );
    return ops.select(ops.expandDims(within, -1), found, sampling.fillValue);
  };
  if (sampling.interpolation === 'nearest') return pick(ops.round(atY), ops.round(atX));
  const [top, left] = [ops.floor(atY), ops.floor(atX)];
  const [down, right] = [ops.expandDims(ops.sub(atY, top), -1), ops.expandDims(ops.sub(atX, left), -1)];
  const mix = (a: Tensor, b: Tensor, share: Tensor) => ops.add(a, ops.mul(ops.sub(b, a), share));
  const upper = mix(pick(top, left), pick(top, ops.add(left, 1)), right);
  const lower = mix(pick(ops.add(top, 1), left), pick(ops.add(top, 1), ops.add(left, 1)), right);
  return mix(upper, lower, down);
}
