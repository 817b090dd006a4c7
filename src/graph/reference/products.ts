// Matrix products and convolutions in plain loops.
import type { OperationName } from '../attributes.ts';
import { isInteger } from '../dtypes.ts';
import { multiplierOf } from '../integers.ts';
import { staticShape } from '../shapes.ts';
import { attributesOf, type Tensor } from '../tensor.ts';
import { broadcastPlaces } from './elementwise.ts';
import type { Cells, Kernel } from './kernel.ts';

/** Extents of a matrix product and, for each product of the batch, which matrix of each side it takes. */
export interface MatmulGeometry {
  readonly batch: number;
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  readonly left: Int32Array | null;
  readonly right: Int32Array | null;
}

export function matmulGeometry(node: Tensor): MatmulGeometry {
  const { transposeA } = attributesOf(node, 'matmul');
  const shape = staticShape('matmul', node.shape);
  const [a, b] = node.inputs.map(input => staticShape('matmul', input.shape));
  const batch = shape.slice(0, -2);
  return {
    batch: batch.reduce((total, dim) => total * dim, 1),
    rows: shape[shape.length - 2],
    inner: a[a.length - (transposeA ? 2 : 1)],
    columns: shape[shape.length - 1],
    left: broadcastPlaces(a.slice(0, -2), batch),
    right: broadcastPlaces(b.slice(0, -2), batch),
  };
}

const matmul: Kernel = node => {
  const { transposeA, transposeB } = attributesOf(node, 'matmul');
  const { batch, rows, inner, columns, left, right } = matmulGeometry(node);
  const [aRow, aColumn] = transposeA ? [1, rows] : [inner, 1];
  const [bRow, bColumn] = transposeB ? [1, inner] : [columns, 1];
  // Products of whole numbers lose their lowest bits in doubles.
  const times = isInteger(node.dtype) ? multiplierOf(node.dtype) : null;
  return ([a, b], out) => {
    out.fill(0);
    for (let index = 0; index < batch; index++) {
      const aBase = (left === null ? index : left[index]) * rows * inner;
      const bBase = (right === null ? index : right[index]) * inner * columns;
      for (let row = 0; row < rows; row++) {
        const to = (index * rows + row) * columns;
        for (let depth = 0; depth < inner; depth++) {
          const factor = a[aBase + row * aRow + depth * aColumn];
          const from = bBase + depth * bRow;
          if (times === null) {
            for (let column = 0; column < columns; column++)
              out[to + column] += factor * b[from + column * bColumn];
          } else {
            for (let column = 0; column < columns; column++)
              out[to + column] += times(factor, b[from + column * bColumn]);
          }
        }
      }
    }
  };
};

/** Geometry of a convolution brought to three spatial axes. */
export interface ConvolutionGeometry {
  readonly batch: number;
  readonly input: readonly number[];
  readonly channels: number;
  readonly output: readonly number[];
  readonly filters: number;
  readonly window: readonly number[];
  readonly strides: readonly number[];
  readonly dilation: readonly number[];
  /** Cells before each axis. */
  readonly before: readonly number[];
  readonly groups: number;
}

type ConvolutionName = 'convolution' | 'convolutionInputGradient' | 'convolutionFilterGradient';

export function convolutionGeometry(node: Tensor): ConvolutionGeometry {
  const attributes = attributesOf(node, node.op as ConvolutionName);
  const [first, second] = node.inputs.map(tensor => staticShape(node.op, tensor.shape));
  const result = staticShape(node.op, node.shape);
  const [x, filter, y] =
    node.op === 'convolution'
      ? [first, second, result]
      : node.op === 'convolutionInputGradient'
        ? [result, second, first]
        : [first, result, second];
  const three = (values: readonly number[], filler: number) => [
    ...new Array<number>(3 - values.length).fill(filler),
    ...values,
  ];
  return {
    batch: x[0],
    input: three(x.slice(1, -1), 1),
    channels: x[x.length - 1],
    output: three(y.slice(1, -1), 1),
    filters: y[y.length - 1],
    window: three(filter.slice(0, -2), 1),
    strides: three(attributes.strides, 1),
    dilation: three(attributes.dilation, 1),
    before: three(
      attributes.padding.map(([before]) => before),
      0,
    ),
    groups: attributes.groups,
  };
}

type Visit = (xBase: number, filterBase: number, yBase: number) => void;

/** Calls `visit` with the places of channel 0 for every pair of output cell and window cell inside the input. */
function overWindows(g: ConvolutionGeometry, visit: Visit): void {
  const depth = g.channels / g.groups;
  const [inDepth, inHeight, inWidth] = g.input;
  let cell = 0;
  for (let image = 0; image < g.batch; image++) {
    for (let z = 0; z < g.output[0]; z++) {
      for (let y = 0; y < g.output[1]; y++) {
        for (let x = 0; x < g.output[2]; x++, cell++) {
          for (let c = 0; c < g.window[0]; c++) {
            const zIn = z * g.strides[0] + c * g.dilation[0] - g.before[0];
            if (zIn < 0 || zIn >= inDepth) continue;
            for (let b = 0; b < g.window[1]; b++) {
              const yIn = y * g.strides[1] + b * g.dilation[1] - g.before[1];
              if (yIn < 0 || yIn >= inHeight) continue;
              for (let a = 0; a < g.window[2]; a++) {
                const xIn = x * g.strides[2] + a * g.dilation[2] - g.before[2];
                if (xIn < 0 || xIn >= inWidth) continue;
                const place = ((image * inDepth + zIn) * inHeight + yIn) * inWidth + xIn;
                const tap = (c * g.window[1] + b) * g.window[2] + a;
                visit(place * g.channels, tap * depth * g.filters, cell * g.filters);
              }
            }
          }
        }
      }
    }
  }
}

function convolution(name: ConvolutionName): Kernel {
  return node => {
    const g = convolutionGeometry(node);
    const depth = g.channels / g.groups;
    const width = g.filters / g.groups;
    return ([first, second], out) => {
      out.fill(0);
      const [x, filter, y]: Cells[] =
        name === 'convolution'
          ? [first, second, out]
          : name === 'convolutionInputGradient'
            ? [out, second, first]
            : [first, out, second];
      overWindows(g, (xBase, filterBase, yBase) => {
        for (let group = 0; group < g.groups; group++) {
          for (let channel = 0; channel < depth; channel++) {
            const xAt = xBase + group * depth + channel;
            const filterAt = filterBase + channel * g.filters + group * width;
            const yAt = yBase + group * width;
            if (name === 'convolution') {
              for (let f = 0; f < width; f++) y[yAt + f] += x[xAt] * filter[filterAt + f];
            } else if (name === 'convolutionInputGradient') {
              for (let f = 0; f < width; f++) x[xAt] += y[yAt + f] * filter[filterAt + f];
            } else {
              for (let f = 0; f < width; f++) filter[filterAt + f] += x[xAt] * y[yAt + f];
            }
          }
        }
      });
    };
  };
}

type PoolName = 'maxPool' | 'maxPoolGradient' | 'averagePool' | 'averagePoolGradient';

/** A pooling as the geometry of a convolution with one channel, for walking over its windows. */
export function poolGeometry(node: Tensor): ConvolutionGeometry {
  const attributes = attributesOf(node, node.op as PoolName);
  const first = staticShape(node.op, node.inputs[0].shape);
  const result = staticShape(node.op, node.shape);
  const x = node.op === 'averagePoolGradient' ? result : first;
  const y =
    node.op === 'maxPoolGradient'
      ? staticShape(node.op, node.inputs[1].shape)
      : node.op === 'averagePoolGradient'
        ? first
        : result;
  const three = (values: readonly number[], filler: number) => [
    ...new Array<number>(3 - values.length).fill(filler),
    ...values,
  ];
  return {
    batch: x[0],
    input: three(x.slice(1, -1), 1),
    channels: x[x.length - 1],
    output: three(y.slice(1, -1), 1),
    filters: x[x.length - 1],
    window: three(attributes.size, 1),
    strides: three(attributes.strides, 1),
    dilation: [1, 1, 1],
    before: three(
      attributes.padding.map(([before]) => before),
      0,
    ),
    groups: x[x.length - 1],
  };
}

const maxPool: Kernel = node => {
  const g = poolGeometry(node);
  return ([x], out) => {
    out.fill(-Infinity);
    overWindows(g, (xBase, _tap, yBase) => {
      for (let channel = 0; channel < g.channels; channel++) {
        if (x[xBase + channel] > out[yBase + channel]) out[yBase + channel] = x[xBase + channel];
      }
    });
  };
};

const maxPoolGradient: Kernel = node => {
  const g = poolGeometry(node);
  return ([x, pooled, gradient], out) => {
    out.fill(0);
    const taken = new Uint8Array(gradient.length);
    overWindows(g, (xBase, _tap, yBase) => {
      for (let channel = 0; channel < g.channels; channel++) {
        if (taken[yBase + channel] === 1 || x[xBase + channel] !== pooled[yBase + channel]) continue;
        taken[yBase + channel] = 1;
        out[xBase + channel] += gradient[yBase + channel];
      }
    });
  };
};

/** How many cells of each window are not padding, one count an output cell. */
export function windowCounts(g: ConvolutionGeometry): Float32Array {
  const counts = new Float32Array(g.output[0] * g.output[1] * g.output[2]);
  overWindows({ ...g, batch: 1, channels: 1, filters: 1, groups: 1 }, (_x, _tap, yBase) => {
    counts[yBase]++;
  });
  return counts;
}

function averagePool(back: boolean): Kernel {
  return node => {
    const g = poolGeometry(node);
    const counts = windowCounts(g);
    return ([source], out) => {
      out.fill(0);
      overWindows(g, (xBase, _tap, yBase) => {
        const share = 1 / counts[(yBase / g.channels) % counts.length];
        const [from, to] = back ? [yBase, xBase] : [xBase, yBase];
        for (let channel = 0; channel < g.channels; channel++)
          out[to + channel] += source[from + channel] * share;
      });
    };
  };
}

export const productKernels: ReadonlyMap<OperationName, Kernel> = new Map<OperationName, Kernel>([
  ['matmul', matmul],
  ['convolution', convolution('convolution')],
  ['convolutionInputGradient', convolution('convolutionInputGradient')],
  ['convolutionFilterGradient', convolution('convolutionFilterGradient')],
  ['maxPool', maxPool],
  ['maxPoolGradient', maxPoolGradient],
  ['averagePool', averagePool(false)],
  ['averagePoolGradient', averagePool(true)],
]);
