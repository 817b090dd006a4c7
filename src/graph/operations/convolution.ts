// Convolutions of any number of spatial axes, channels last: (batch, ...spatial, channels).
import type { ConvolutionAttributes } from '../attributes.ts';
import { type Dim, formatShape, type Shape, ShapeError, staticShape } from '../shapes.ts';
import { attributesOf, type Tensor } from '../tensor.ts';
import { toFloat } from './leaves.ts';
import { abstractValue, apply, defineOperation } from './registry.ts';
import { reshape } from './shaping.ts';

export type PaddingMode = 'valid' | 'same' | 'causal' | readonly (readonly [number, number])[];

export interface ConvolutionOptions {
  readonly strides?: number | readonly number[];
  readonly padding?: PaddingMode;
  readonly dilation?: number | readonly number[];
  readonly groups?: number;
}

export function perAxis(value: number | readonly number[] | undefined, rank: number): readonly number[] {
  if (value === undefined) return new Array<number>(rank).fill(1);
  return typeof value === 'number' ? new Array<number>(rank).fill(value) : value;
}

/** Cells before and after an axis; TensorFlow's rule for 'same' puts the odd one behind. */
export function resolvePadding(
  mode: PaddingMode,
  axis: number,
  dim: Dim,
  extent: number,
  stride: number,
): readonly [number, number] {
  if (mode === 'valid') return [0, 0];
  if (mode === 'causal') return [extent - 1, 0];
  if (mode !== 'same') return mode[axis];
  if (dim === null) return [0, 0];
  const total = Math.max(0, (Math.ceil(dim / stride) - 1) * stride + extent - dim);
  return [Math.floor(total / 2), total - Math.floor(total / 2)];
}

/** Size of a windowed axis. */
export function windowOutput(
  operation: string,
  dim: Dim,
  extent: number,
  stride: number,
  padding: readonly [number, number],
): Dim {
  if (dim === null) return null;
  const size = Math.floor((dim + padding[0] + padding[1] - extent) / stride) + 1;
  if (size < 1) {
    throw new ShapeError(
      operation,
      `a window of ${extent} does not fit into ${dim} with padding (${padding[0]}, ${padding[1]})`,
    );
  }
  return size;
}

function checkChannels(x: Shape, filter: Shape, groups: number): void {
  const channels = x.at(-1);
  const [depth, filters] = filter.slice(-2);
  if (x.length !== filter.length) {
    throw new ShapeError(
      'convolution',
      `input ${formatShape(x)} and kernel ${formatShape(filter)} differ in dimensions`,
    );
  }
  if (channels !== null && depth !== null && channels !== (depth as number) * groups) {
    throw new ShapeError(
      'convolution',
      `input ${formatShape(x)} has ${channels} channels, kernel ${formatShape(filter)} takes ${(depth as number) * groups}`,
    );
  }
  if (filters !== null && (filters as number) % groups !== 0) {
    throw new ShapeError('convolution', `${filters} filters do not divide into ${groups} groups`);
  }
}

defineOperation({
  name: 'convolution',
  documentation:
    'Cross-correlation of (batch, ...spatial, channels) with (...window, channels / groups, filters).',
  infer([x, filter], { strides, padding, dilation, groups }) {
    checkChannels(x.shape, filter.shape, groups);
    const window = staticShape('convolution', filter.shape);
    const spatial = strides.map((stride, axis) =>
      windowOutput(
        'convolution',
        x.shape[axis + 1],
        (window[axis] - 1) * dilation[axis] + 1,
        stride,
        padding[axis],
      ),
    );
    return { shape: [x.shape[0], ...spatial, window[window.length - 1]], dtype: x.dtype };
  },
  gradient(output, gradient) {
    const [x, filter] = output.inputs;
    const attributes = attributesOf(output, 'convolution');
    return [
      convolutionInputGradient(gradient, filter, attributes, staticShape('convolution', x.shape)),
      convolutionFilterGradient(x, gradient, attributes, staticShape('convolution', filter.shape)),
    ];
  },
});

defineOperation({
  name: 'convolutionInputGradient',
  documentation: 'The transpose of a convolution with respect to its input: from (output gradient, kernel).',
  infer: ([gradient], { inputShape }) => ({ shape: inputShape, dtype: gradient.dtype }),
  gradient(output, upstream) {
    const [gradient, filter] = output.inputs;
    const attributes = attributesOf(output, 'convolutionInputGradient');
    return [
      apply('convolution', [upstream, filter], geometry(attributes)),
      convolutionFilterGradient(
        upstream,
        gradient,
        geometry(attributes),
        staticShape('convolution', filter.shape),
      ),
    ];
  },
});

defineOperation({
  name: 'convolutionFilterGradient',
  documentation: 'The transpose of a convolution with respect to its kernel: from (input, output gradient).',
  infer: ([x], { filterShape }) => ({ shape: filterShape, dtype: x.dtype }),
  gradient(output, upstream) {
    const [x, gradient] = output.inputs;
    const attributes = geometry(attributesOf(output, 'convolutionFilterGradient'));
    return [
      convolutionInputGradient(gradient, upstream, attributes, staticShape('convolution', x.shape)),
      apply('convolution', [x, upstream], attributes),
    ];
  },
});

function geometry({ strides, padding, dilation, groups }: ConvolutionAttributes): ConvolutionAttributes {
  return { strides, padding, dilation, groups };
}

function convolutionInputGradient(
  gradient: Tensor,
  filter: Tensor,
  attributes: ConvolutionAttributes,
  inputShape: readonly number[],
): Tensor {
  return apply('convolutionInputGradient', [gradient, filter], { ...geometry(attributes), inputShape });
}

function convolutionFilterGradient(
  x: Tensor,
  gradient: Tensor,
  attributes: ConvolutionAttributes,
  filterShape: readonly number[],
): Tensor {
  return apply('convolutionFilterGradient', [x, gradient], { ...geometry(attributes), filterShape });
}

/** Convolution with Keras's options; one to three spatial axes, by the rank of the kernel. */
export function convolution(input: Tensor, kernel: Tensor, options: ConvolutionOptions = {}): Tensor {
  const x = toFloat(input);
  const filter = toFloat(kernel);
  const rank = filter.shape.length - 2;
  if (rank < 1 || x.shape.length !== rank + 2) checkChannels(x.shape, filter.shape, 1);
  const strides = perAxis(options.strides, rank);
  const dilation = perAxis(options.dilation, rank);
  const groups = options.groups ?? 1;
  const window = staticShape('convolution', filter.shape);
  const mode = options.padding ?? 'valid';
  const extents = strides.map((_, axis) => (window[axis] - 1) * dilation[axis] + 1);
  const padding = extents.map((extent, axis) =>
    resolvePadding(mode, axis, x.shape[axis + 1], extent, strides[axis]),
  );
  const unknown = mode === 'same' && x.shape.slice(1, -1).includes(null);
  if (unknown) {
    checkChannels(x.shape, filter.shape, groups);
    const spatial = strides.map((stride, axis) => ceilDivide(x.shape[axis + 1], stride));
    return abstractValue('convolution', [x, filter], [x.shape[0], ...spatial, window[rank + 1]], x.dtype);
  }
  return apply('convolution', [x, filter], { strides, padding, dilation, groups });
}

export function ceilDivide(dim: Dim, divisor: number): Dim {
  return dim === null ? null : Math.ceil(dim / divisor);
}

/**
 * Depthwise convolution: kernel (...window, channels, multiplier) gives channels * multiplier filters,
 * those of one channel next to each other.
 */
export function depthwiseConvolution(x: Tensor, kernel: Tensor, options: ConvolutionOptions = {}): Tensor {
  const window = staticShape('depthwiseConvolution', kernel.shape);
  const [channels, multiplier] = window.slice(-2);
  const filter = reshape(kernel, [...window.slice(0, -2), 1, channels * multiplier]);
  return convolution(x, filter, { ...options, groups: channels });
}

export interface TransposedConvolutionOptions {
  readonly strides?: number | readonly number[];
  readonly padding?: 'valid' | 'same';
  readonly dilation?: number | readonly number[];
  readonly outputPadding?: number | readonly number[] | null;
}

/** Size of one axis after a transposed convolution, by Keras's rule. */
export function transposedOutput(
  dim: Dim,
  size: number,
  stride: number,
  padding: 'valid' | 'same',
  dilation: number,
  outputPadding: number | null,
): Dim {
  if (dim === null) return null;
  const extent = (size - 1) * dilation + 1;
  if (outputPadding === null)
    return padding === 'same' ? dim * stride : dim * stride + Math.max(extent - stride, 0);
  const shared = padding === 'same' ? Math.floor(extent / 2) : 0;
  return (dim - 1) * stride + extent - 2 * shared + outputPadding;
}

/** Transposed convolution: kernel (...window, filters, channels), as Keras's Conv2DTranspose keeps it. */
export function transposedConvolution(
  input: Tensor,
  kernel: Tensor,
  options: TransposedConvolutionOptions = {},
): Tensor {
  const x = toFloat(input);
  const filter = toFloat(kernel);
  const window = staticShape('transposedConvolution', filter.shape);
  const rank = window.length - 2;
  const channels = x.shape.at(-1);
  if (x.shape.length !== rank + 2 || (channels !== null && channels !== window[rank + 1])) {
    throw new ShapeError(
      'transposedConvolution',
      `input ${formatShape(x.shape)} does not match kernel ${formatShape(window)} (filters before channels)`,
    );
  }
  const strides = perAxis(options.strides, rank);
  const dilation = perAxis(options.dilation, rank);
  const mode = options.padding ?? 'valid';
  const given = options.outputPadding ?? null;
  const extra = given === null ? null : perAxis(given, rank);
  const spatial = strides.map((stride, axis) =>
    transposedOutput(
      x.shape[axis + 1],
      window[axis],
      stride,
      mode,
      dilation[axis],
      extra === null ? null : extra[axis],
    ),
  );
  const shape = [x.shape[0], ...spatial, window[rank]];
  if (shape.includes(null)) return abstractValue('transposedConvolution', [x, filter], shape, x.dtype);
  const padding = strides.map((stride, axis): [number, number] => {
    const extent = (window[axis] - 1) * dilation[axis] + 1;
    const total = ((x.shape[axis + 1] as number) - 1) * stride + extent - (spatial[axis] as number);
    const before =
      mode === 'same' ? (extra === null ? Math.floor(Math.max(total, 0) / 2) : Math.floor(extent / 2)) : 0;
    return [before, total - before];
  });
  return convolutionInputGradient(x, filter, { strides, padding, dilation, groups: 1 }, shape as number[]);
}
