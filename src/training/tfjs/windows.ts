// Convolutions and pooling by TensorFlow.js kernels: padding and dilation are made explicit first.
import * as tf from '@tensorflow/tfjs-core';
import type { OperationName } from '../../graph/attributes.ts';
import {
  type ConvolutionGeometry,
  convolutionGeometry,
  poolGeometry,
  windowCounts,
} from '../../graph/reference/products.ts';
import { staticShape } from '../../graph/shapes.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { padAxes, sliceAxes } from './axes.ts';
import type { DeviceKernel } from './kernels.ts';
import type { PatchGeometry } from './patch-programs.ts';
import { convolutionByPatches, filterGradientByPatches, inputGradientByPatches } from './patches.ts';

/** Lowest finite half-precision number: loses to everything, and survives devices without float32. */
const lowest = -65504;

function run(
  name: string,
  inputs: Record<string, tf.Tensor>,
  attributes: Record<string, unknown>,
): tf.Tensor {
  return tf.engine().runKernel(name, inputs, attributes as tf.NamedAttrMap) as tf.Tensor;
}

/** Sizes of the three spatial axes with padding, cut to what the windows reach. */
function paddedSize(g: ConvolutionGeometry): number[] {
  return g.output.map(
    (size, axis) => (size - 1) * g.strides[axis] + (g.window[axis] - 1) * g.dilation[axis] + 1,
  );
}

/** Axes that the kernels see: flat images have no depth, and programs of rank 5 are poorly supported. */
function spatialAxes(g: ConvolutionGeometry): number[] {
  return isFlat(g) ? [1, 2] : [0, 1, 2];
}

/** (batch, ...spatial, channels) with explicit borders. */
function border(x: tf.Tensor, g: ConvolutionGeometry, value: number): tf.Tensor {
  const axes = spatialAxes(g);
  const size = paddedSize(g);
  const after = axes.map(axis => size[axis] - g.input[axis] - g.before[axis]);
  const full = tf.reshape(x, [g.batch, ...axes.map(axis => g.input[axis]), g.channels]);
  const padding = axes.map((axis, index): [number, number] => [g.before[axis], after[index]]);
  return padAxes(full, [[0, 0], ...padding, [0, 0]], value);
}

/** Takes the borders off a gradient; cells that no window reaches get 0. */
function unborder(x: tf.Tensor, g: ConvolutionGeometry, shape: readonly number[]): tf.Tensor {
  const axes = spatialAxes(g);
  const size = paddedSize(g);
  const full = tf.reshape(x, [g.batch, ...axes.map(axis => size[axis]), g.channels]);
  const padding = axes.map((axis): [number, number] => [
    -g.before[axis],
    g.input[axis] + g.before[axis] - size[axis],
  ]);
  return tf.reshape(padAxes(full, [[0, 0], ...padding, [0, 0]], 0), [...shape]);
}

/** The kernel with zeros between its taps: (depth, height, width, in, out). */
function spreadFilter(filter: tf.Tensor, g: ConvolutionGeometry): tf.Tensor {
  const depth = g.channels / g.groups;
  let result = tf.reshape(filter, [...g.window, depth, g.filters]);
  g.dilation.forEach((step, axis) => {
    const dim = result.shape[axis];
    if (step === 1 || dim === 1) return;
    const shape = result.shape.slice();
    const cells = tf.reshape(result, [...shape.slice(0, axis + 1), 1, ...shape.slice(axis + 1)]);
    const padding = cells.shape.map((_, index): [number, number] => [0, index === axis + 1 ? step - 1 : 0]);
    const wide = tf.reshape(
      padAxes(cells, padding, 0),
      shape.map((size, index) => (index === axis ? size * step : size)),
    );
    const cut = shape.map((_, index): [number, number] => [0, index === axis ? 1 - step : 0]);
    result = padAxes(wide, cut, 0);
  });
  return result;
}

/** How far a window reaches along each axis, with dilation. */
function reachOf(g: ConvolutionGeometry): number[] {
  return g.window.map((dim, axis) => (dim - 1) * g.dilation[axis] + 1);
}

function isFlat(g: ConvolutionGeometry): boolean {
  return g.input[0] === 1 && g.window[0] === 1 && g.output[0] === 1;
}

/** A group's part of a tensor's last axis. */
function part(x: tf.Tensor, group: number, groups: number): tf.Tensor {
  if (groups === 1) return x;
  const width = x.shape[x.rank - 1] / groups;
  const begin = x.shape.map((_, axis) => (axis === x.rank - 1 ? group * width : 0));
  return tf.slice(x, begin, [...x.shape.slice(0, -1), width]);
}

function isDepthwise(g: ConvolutionGeometry): boolean {
  return g.groups === g.channels && g.groups > 1 && isFlat(g);
}

interface Operands {
  /** Padded input, kernel and output gradient, where the operation has them. */
  readonly x?: tf.Tensor;
  readonly filter?: tf.Tensor;
  readonly dy?: tf.Tensor;
}

/** One group's convolution or gradient with everything in its most general rank. */
function grouped(op: OperationName, g: ConvolutionGeometry, { x, filter, dy }: Operands): tf.Tensor {
  const flat = isFlat(g);
  const size = paddedSize(g);
  const reach = reachOf(g);
  const drop = (shape: readonly number[]) => (flat ? [shape[0], ...shape.slice(2)] : [...shape]);
  const lower = (value: tf.Tensor) =>
    flat && value.rank === 5 ? tf.reshape(value, drop(value.shape)) : value;
  const lowerFilter = (value: tf.Tensor) => (flat ? tf.reshape(value, value.shape.slice(1)) : value);
  const strides = flat ? [g.strides[1], g.strides[2]] : [...g.strides];
  const fiveD = {
    strides,
    pad: 'valid',
    dataFormat: flat ? 'NHWC' : 'NDHWC',
    dilations: 1,
    dimRoundingMode: undefined,
  };
  const byPatches = flat && isGraphics() ? patchGeometry(g, strides) : null;
  if (op === 'convolution') {
    if (byPatches !== null && tf.getBackend() === 'webgpu' && isThin(g))
      return convolutionByPatches(
        lower(x as tf.Tensor) as tf.Tensor4D,
        lowerFilter(filter as tf.Tensor) as tf.Tensor4D,
        byPatches,
      );
    return run(
      flat ? 'Conv2D' : 'Conv3D',
      { x: lower(x as tf.Tensor), filter: lowerFilter(filter as tf.Tensor) },
      { ...fiveD, dilations: flat ? [1, 1] : [1, 1, 1] },
    );
  }
  if (op === 'convolutionInputGradient') {
    if (byPatches !== null)
      return inputGradientByPatches(
        lower(dy as tf.Tensor) as tf.Tensor4D,
        lowerFilter(filter as tf.Tensor) as tf.Tensor4D,
        [size[1], size[2]],
        byPatches,
      );
    const inputShape = drop([g.batch, ...size, g.channels / g.groups]);
    const inputs = { dy: lower(dy as tf.Tensor), filter: lowerFilter(filter as tf.Tensor) };
    return run(flat ? 'Conv2DBackpropInput' : 'Conv3DBackpropInputV2', inputs, { ...fiveD, inputShape });
  }
  if (byPatches !== null)
    return filterGradientByPatches(
      lower(x as tf.Tensor) as tf.Tensor4D,
      lower(dy as tf.Tensor) as tf.Tensor4D,
      byPatches,
    );
  const shape = [...reach, g.channels / g.groups, g.filters / g.groups];
  const filterShape = flat ? shape.slice(1) : shape;
  return run(
    flat ? 'Conv2DBackpropFilter' : 'Conv3DBackpropFilterV2',
    { x: lower(x as tf.Tensor), dy: lower(dy as tf.Tensor) },
    { ...fiveD, filterShape },
  );
}

/** The windows with the cells between their taps, as the kernel is spread. */
function patchGeometry(g: ConvolutionGeometry, [down, across]: readonly number[]): PatchGeometry {
  const [, height, width] = reachOf(g);
  return { window: [height, width], strides: [down, across], output: [g.output[1], g.output[2]] };
}

/** Whether a window holds so few numbers that rows of them take less memory than the result. */
function isThin(g: ConvolutionGeometry): boolean {
  const taps = reachOf(g).reduce((product, length) => product * length, 1);
  return (taps * g.channels) / g.groups <= g.filters / g.groups;
}

/** Whether programs of ours run here; elsewhere TensorFlow.js's kernels compute on the processor. */
function isGraphics(): boolean {
  return tf.getBackend() === 'webgpu' || tf.getBackend() === 'webgl';
}

function depthwise(op: OperationName, g: ConvolutionGeometry, { x, filter, dy }: Operands): tf.Tensor {
  const size = paddedSize(g);
  const multiplier = g.filters / g.channels;
  const strides = [g.strides[1], g.strides[2]];
  const attributes = {
    strides,
    pad: 'valid',
    dilations: [1, 1],
    dataFormat: 'NHWC',
    dimRoundingMode: undefined,
  };
  const lower = (value: tf.Tensor) =>
    value.rank === 5 ? tf.reshape(value, [value.shape[0], ...value.shape.slice(2)]) : value;
  const lowerFilter = (value: tf.Tensor) =>
    tf.reshape(value, [reachOf(g)[1], reachOf(g)[2], g.channels, multiplier]);
  if (op === 'convolution') {
    return run(
      'DepthwiseConv2dNative',
      { x: lower(x as tf.Tensor), filter: lowerFilter(filter as tf.Tensor) },
      attributes,
    );
  }
  if (op === 'convolutionInputGradient') {
    const inputs = { dy: lower(dy as tf.Tensor), filter: lowerFilter(filter as tf.Tensor) };
    const inputShape = [g.batch, size[1], size[2], g.channels];
    return run('DepthwiseConv2dNativeBackpropInput', inputs, { ...attributes, inputShape });
  }
  const reach = reachOf(g);
  const inputs = { x: lower(x as tf.Tensor), dy: lower(dy as tf.Tensor) };
  const filterShape = [reach[1], reach[2], g.channels, multiplier];
  return run('DepthwiseConv2dNativeBackpropFilter', inputs, { ...attributes, filterShape });
}

/** Joins the groups' results along the last axis. */
function overGroups(op: OperationName, g: ConvolutionGeometry, operands: Operands): tf.Tensor {
  if (isDepthwise(g)) return depthwise(op, g, operands);
  const parts = Array.from(
    { length: g.groups },
    (_, group): tf.Tensor =>
      grouped(op, g, {
        x: operands.x && part(operands.x, group, g.groups),
        filter: operands.filter && part(operands.filter, group, g.groups),
        dy: operands.dy && part(operands.dy, group, g.groups),
      }),
  );
  return parts.length === 1 ? parts[0] : tf.concat(parts, parts[0].rank - 1);
}

function convolution(
  op: 'convolution' | 'convolutionInputGradient' | 'convolutionFilterGradient',
): DeviceKernel {
  return (node: Tensor, [first, second]) => {
    const g = convolutionGeometry(node);
    const shape = [...staticShape(op, node.shape)];
    const output = [g.batch, ...g.output, g.filters];
    if (op === 'convolution') {
      return tf.reshape(
        overGroups(op, g, { x: border(first, g, 0), filter: spreadFilter(second, g) }),
        shape,
      );
    }
    if (op === 'convolutionInputGradient') {
      const result = overGroups(op, g, { dy: tf.reshape(first, output), filter: spreadFilter(second, g) });
      return unborder(result, g, shape);
    }
    const wide = overGroups(op, g, { x: border(first, g, 0), dy: tf.reshape(second, output) });
    const reach = reachOf(g);
    const full = tf.reshape(wide, [...reach, g.channels / g.groups, g.filters]);
    if (g.dilation.every(step => step === 1)) return tf.reshape(full, shape);
    const taps = [...g.window, g.channels / g.groups, g.filters];
    return tf.reshape(sliceAxes(full, [0, 0, 0, 0, 0], taps, [...g.dilation, 1, 1]), shape);
  };
}

interface Pooling {
  readonly flat: boolean;
  readonly attributes: Record<string, unknown>;
  readonly lower: (x: tf.Tensor) => tf.Tensor;
}

function pooling(g: ConvolutionGeometry): Pooling {
  const flat = isFlat(g);
  const axes = (values: readonly number[]) => (flat ? values.slice(1) : [...values]);
  return {
    flat,
    attributes: {
      filterSize: axes(g.window),
      strides: axes(g.strides),
      pad: 'valid',
      dimRoundingMode: undefined,
      ...(flat ? {} : { dataFormat: 'NDHWC' }),
    },
    lower: x => (flat && x.rank === 5 ? tf.reshape(x, [x.shape[0], ...x.shape.slice(2)]) : x),
  };
}

const maxPool: DeviceKernel = (node, [x]) => {
  const g = poolGeometry(node);
  const { flat, attributes, lower } = pooling(g);
  const result = run(flat ? 'MaxPool' : 'MaxPool3D', { x: lower(border(x, g, lowest)) }, attributes);
  return tf.reshape(result, [...staticShape('maxPool', node.shape)]);
};

const maxPoolGradient: DeviceKernel = (node, [x, pooled, gradient]) => {
  const g = poolGeometry(node);
  const { flat, attributes, lower } = pooling(g);
  const small = [g.batch, ...g.output, g.channels];
  const inputs = {
    dy: lower(tf.reshape(gradient, small)),
    input: lower(border(x, g, lowest)),
    output: lower(tf.reshape(pooled, small)),
  };
  return unborder(
    run(flat ? 'MaxPoolGrad' : 'MaxPool3DGrad', inputs, attributes),
    g,
    staticShape(node.op, node.shape),
  );
};

/** What makes the kernel's mean over all cells one over the cells that are not padding. */
function correction(g: ConvolutionGeometry): tf.Tensor | null {
  const counts = windowCounts(g);
  const all = g.window[0] * g.window[1] * g.window[2];
  if (counts.every(count => count === all)) return null;
  return tf.tensor(
    counts.map(count => all / count),
    [1, ...g.output, 1],
  );
}

const averagePool: DeviceKernel = (node, [x]) => {
  const g = poolGeometry(node);
  const { flat, attributes, lower } = pooling(g);
  const result = run(flat ? 'AvgPool' : 'AvgPool3D', { x: lower(border(x, g, 0)) }, attributes);
  const factor = correction(g);
  const full = tf.reshape(result, [g.batch, ...g.output, g.channels]);
  return tf.reshape(factor === null ? full : tf.mul(full, factor), [
    ...staticShape('averagePool', node.shape),
  ]);
};

const averagePoolGradient: DeviceKernel = (node, [gradient]) => {
  const g = poolGeometry(node);
  const { flat, attributes, lower } = pooling(g);
  const factor = correction(g);
  const full = tf.reshape(gradient, [g.batch, ...g.output, g.channels]);
  const dy = lower(factor === null ? full : tf.mul(full, factor));
  const size = paddedSize(g);
  const input = tf.zeros(flat ? [g.batch, size[1], size[2], g.channels] : [g.batch, ...size, g.channels]);
  const result = run(flat ? 'AvgPoolGrad' : 'AvgPool3DGrad', { dy, input }, attributes);
  return unborder(result, g, staticShape(node.op, node.shape));
};

export const windowKernels: readonly (readonly [OperationName, DeviceKernel])[] = [
  ['convolution', convolution('convolution')],
  ['convolutionInputGradient', convolution('convolutionInputGradient')],
  ['convolutionFilterGradient', convolution('convolutionFilterGradient')],
  ['maxPool', maxPool],
  ['maxPoolGradient', maxPoolGradient],
  ['averagePool', averagePool],
  ['averagePoolGradient', averagePoolGradient],
];
