// Every primitive by TensorFlow.js operations, for the backends that run on the GPU.
import * as tf from '@tensorflow/tfjs-core';
import { binaryNames, type OperationName, unaryNames } from '../../graph/attributes.ts';
import { type DType, storageOf } from '../../graph/dtypes.ts';
import { fillNormal, fillTruncatedNormal, fillUniform } from '../../graph/random.ts';
import { sameShape, sizeOf, staticShape } from '../../graph/shapes.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import { windowKernels } from './windows.ts';

export type DeviceKernel = (node: Tensor, inputs: readonly tf.Tensor[]) => tf.Tensor;

/** The dtype that TensorFlow.js keeps a tensor in. */
export function deviceType(dtype: DType): 'float32' | 'int32' | 'bool' {
  return storageOf(dtype);
}

const kernelNames: Partial<Record<OperationName, string>> = {
  isNaN: 'IsNan',
  mul: 'Multiply',
  div: 'RealDiv',
  floorDivide: 'FloorDiv',
};

/** Elementwise operations that are one kernel there. */
function elementwise(name: OperationName): DeviceKernel {
  const kernel = kernelNames[name] ?? name[0].toUpperCase() + name.slice(1);
  return (_node, [a, b]) => tf.engine().runKernel(kernel, b === undefined ? { x: a } : { a, b }) as tf.Tensor;
}

type Reducer = (x: tf.Tensor, axes: number[], keepDims: boolean) => tf.Tensor;

function reduction(name: 'sum' | 'prod' | 'max' | 'min', reduce: Reducer): DeviceKernel {
  return (node, [x]) => {
    const { axes, keepDims } = attributesOf(node, name);
    const input = node.dtype === 'bool' ? tf.cast(x, 'int32') : x;
    return tf.cast(reduce(input, [...axes], keepDims), deviceType(node.dtype));
  };
}

const matmul: DeviceKernel = (node, [a, b]) => {
  const { transposeA, transposeB } = attributesOf(node, 'matmul');
  const batch = staticShape('matmul', node.shape).slice(0, -2);
  const raise = (x: tf.Tensor) => {
    const shape = [...batch, ...x.shape.slice(-2)];
    return sameShape(shape, x.shape) ? x : tf.broadcastTo(x, shape);
  };
  return tf.matMul(raise(a), raise(b), transposeA, transposeB);
};

const slice: DeviceKernel = (node, [x]) => {
  const { begin, strides } = attributesOf(node, 'slice');
  const size = staticShape('slice', node.shape);
  if (strides.every(step => step === 1)) return tf.slice(x, [...begin], [...size]);
  const end = begin.map((start, axis) =>
    Math.min(x.shape[axis], start + (size[axis] - 1) * strides[axis] + 1),
  );
  return tf.stridedSlice(x, [...begin], end, [...strides]);
};

const pad: DeviceKernel = (node, [x]) => {
  const { padding, value } = attributesOf(node, 'pad');
  const begin = padding.map(([before]) => Math.max(0, -before));
  const size = x.shape.map((dim, axis) => dim - begin[axis] - Math.max(0, -padding[axis][1]));
  const cropped = tf.slice(x, begin, size);
  return tf.pad(
    cropped,
    padding.map(([before, after]): [number, number] => [Math.max(0, before), Math.max(0, after)]),
    value,
  );
};

const scatterSum: DeviceKernel = (node, [indices, updates]) => {
  const { axis, size } = attributesOf(node, 'scatterSum');
  const count = sizeOf(indices.shape) as number;
  const outer = updates.shape.slice(0, axis);
  const inner = updates.shape.slice(axis + indices.rank);
  const flat = tf.reshape(updates, [sizeOf(outer) as number, count, sizeOf(inner) as number]);
  const first = tf.transpose(flat, [1, 0, 2]);
  const sums = tf.unsortedSegmentSum(first, tf.reshape(indices, [count]) as tf.Tensor1D, size);
  return tf.reshape(tf.transpose(sums, [1, 0, 2]), [...outer, size, ...inner]);
};

const argSort: DeviceKernel = (node, [x]) => {
  const { descending } = attributesOf(node, 'argSort');
  const length = x.shape[x.rank - 1];
  return tf.topk(descending ? x : tf.neg(x), length, true).indices;
};

function cumulative(name: 'cumsum' | 'cumprod'): DeviceKernel {
  return (node, [x]) => {
    const { axis, exclusive, reverse } = attributesOf(node, name);
    return (name === 'cumsum' ? tf.cumsum : tf.cumprod)(x, axis, exclusive, reverse);
  };
}

function random(
  name: 'randomUniform' | 'randomNormal' | 'randomTruncatedNormal',
  fill: typeof fillUniform,
): DeviceKernel {
  return node => {
    const { stream, salt, shape } = attributesOf(node, name);
    const data = new Float32Array(sizeOf(shape) as number);
    fill(data, { seed: stream.seed, position: stream.position, salt });
    return tf.tensor(data, [...shape]);
  };
}

function argument(name: 'argMax' | 'argMin'): DeviceKernel {
  return (node, [x]) => (name === 'argMax' ? tf.argMax : tf.argMin)(x, attributesOf(node, name).axis);
}

const kernels: ReadonlyMap<OperationName, DeviceKernel> = new Map<OperationName, DeviceKernel>([
  ...[...unaryNames, ...binaryNames].map((name): [OperationName, DeviceKernel] => [name, elementwise(name)]),
  ['logicalXor', (_node, [a, b]) => tf.notEqual(a, b)],
  ['identity', (_node, [x]) => tf.clone(x)],
  ['stopGradient', (_node, [x]) => tf.clone(x)],
  ['cast', (node, [x]) => tf.cast(x, deviceType(node.dtype))],
  ['select', (_node, [condition, a, b]) => tf.where(condition, a, b)],
  ['sum', reduction('sum', tf.sum)],
  ['prod', reduction('prod', tf.prod)],
  ['max', reduction('max', tf.max)],
  ['min', reduction('min', tf.min)],
  ['argMax', argument('argMax')],
  ['argMin', argument('argMin')],
  ['argSort', argSort],
  ['cumsum', cumulative('cumsum')],
  ['cumprod', cumulative('cumprod')],
  ['softmax', (_node, [x]) => tf.softmax(x)],
  ['logSoftmax', (_node, [x]) => tf.logSoftmax(x)],
  ['matmul', matmul],
  ['reshape', (node, [x]) => tf.reshape(x, [...staticShape('reshape', node.shape)])],
  ['transpose', (node, [x]) => tf.transpose(x, [...attributesOf(node, 'transpose').permutation])],
  ['broadcastTo', (node, [x]) => tf.broadcastTo(x, [...staticShape('broadcastTo', node.shape)])],
  ['concat', (node, inputs) => tf.concat([...inputs], attributesOf(node, 'concat').axis)],
  ['slice', slice],
  ['pad', pad],
  ['reverse', (node, [x]) => tf.reverse(x, [...attributesOf(node, 'reverse').axes])],
  ['gather', (node, [x, indices]) => tf.gather(x, indices, attributesOf(node, 'gather').axis)],
  ['scatterSum', scatterSum],
  ['randomUniform', random('randomUniform', fillUniform)],
  ['randomNormal', random('randomNormal', fillNormal)],
  ['randomTruncatedNormal', random('randomTruncatedNormal', fillTruncatedNormal)],
  ...windowKernels,
]);

export function deviceKernel(node: Tensor): DeviceKernel {
  const kernel = kernels.get(node.op);
  if (kernel === undefined) throw new TypeError(`there is no kernel for ${node.op} with these shapes`);
  return kernel;
}
