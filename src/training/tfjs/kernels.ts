// Every primitive by TensorFlow.js operations, for the backends that run on the GPU.
import * as tf from '@tensorflow/tfjs-core';
import { binaryNames, type HostData, type OperationName, unaryNames } from '../../graph/attributes.ts';
import { type DType, isFloating, storageOf } from '../../graph/dtypes.ts';
import { fillNormal, fillTruncatedNormal, fillUniform } from '../../graph/random.ts';
import { type Cells, cellArray, newCells, prepareKernel } from '../../graph/reference/index.ts';
import { sameShape, sizeOf, staticShape } from '../../graph/shapes.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import { broadcastAxes, padAxes, sliceAxes } from './axes.ts';
import { collapseAxes } from './collapse.ts';
import { toBfloat16, toHalf } from './precision.ts';
import { windowKernels } from './windows.ts';

export type DeviceKernel = (node: Tensor, inputs: readonly tf.Tensor[]) => tf.Tensor;

/** The dtype that TensorFlow.js keeps a tensor in: integers have 32 bits there, and doubles do not reach it. */
export function deviceType(dtype: DType): 'float32' | 'int32' | 'bool' {
  const storage = storageOf(dtype);
  return storage === 'float64' ? (isFloating(dtype) ? 'float32' : 'int32') : storage;
}

/** Contents as TensorFlow.js takes them. */
export function deviceData(data: HostData, dtype: DType): Float32Array | Int32Array | Uint8Array {
  const type = deviceType(dtype);
  if (type === 'float32') return data instanceof Float32Array ? data : Float32Array.from(data);
  return data instanceof Float64Array ? Int32Array.from(data) : (data as Int32Array | Uint8Array);
}

const kernelNames: Partial<Record<OperationName, string>> = {
  isNaN: 'IsNan',
  mul: 'Multiply',
  div: 'RealDiv',
};

/** Above this rank programs of TensorFlow.js do not compile for WebGPU, or read everything back. */
const safeRank = 4;

/** Runs an elementwise computation at a rank that the device can do. */
function atSafeRank(
  node: Tensor,
  inputs: readonly tf.Tensor[],
  compute: (inputs: readonly tf.Tensor[]) => tf.Tensor,
): tf.Tensor {
  if (tf.getBackend() !== 'webgpu' || node.shape.length <= safeRank) return compute(inputs);
  const shapes = collapseAxes(inputs.map(input => input.shape));
  const result = compute(inputs.map((input, index) => tf.reshape(input, shapes[index])));
  return tf.reshape(result, [...staticShape(node.op, node.shape)]);
}

/** Elementwise operations that are one kernel there. */
function elementwise(name: OperationName): DeviceKernel {
  const kernel = kernelNames[name] ?? name[0].toUpperCase() + name.slice(1);
  const run = (inputs: tf.NamedTensorMap) => tf.engine().runKernel(kernel, inputs) as tf.Tensor;
  return (node, inputs) => atSafeRank(node, inputs, ([a, b]) => run(b === undefined ? { x: a } : { a, b }));
}

type Reducer = (x: tf.Tensor, axes: number[], keepDims: boolean) => tf.Tensor;

/**
 * The tensor with numbers of another kind. Where no precision is lost WebGPU's own cast leaves the integers as they are
 * under another name, which its programs do not believe.
 */
export function castTo(x: tf.Tensor, type: 'float32' | 'int32' | 'bool'): tf.Tensor {
  const named = tf.cast(x, type);
  const isRenamed = type === 'float32' && x.dtype !== 'float32' && tf.getBackend() === 'webgpu';
  return isRenamed ? tf.mul(named, 1) : named;
}

/**
 * WebGPU's transpose, which reductions over inner axes use as well, writes floats alone: integers and bools go through
 * it as floats, exact up to 2^24.
 */
function transposable(x: tf.Tensor): tf.Tensor {
  return tf.getBackend() === 'webgpu' ? castTo(x, 'float32') : x;
}

const transpose: DeviceKernel = (node, [x]) => {
  const { permutation } = attributesOf(node, 'transpose');
  return tf.cast(tf.transpose(transposable(x), [...permutation]), deviceType(node.dtype));
};

function reduction(name: 'sum' | 'prod' | 'max' | 'min', reduce: Reducer): DeviceKernel {
  return (node, [x]) => {
    const { axes, keepDims } = attributesOf(node, name);
    const input = transposable(node.dtype === 'bool' ? tf.cast(x, 'int32') : x);
    return tf.cast(reduce(input, [...axes], keepDims), deviceType(node.dtype));
  };
}

function broadcastTo(x: tf.Tensor, shape: readonly number[]): tf.Tensor {
  return shape.length > safeRank ? broadcastAxes(x, shape) : tf.broadcastTo(x, [...shape]);
}

const matmul: DeviceKernel = (node, [a, b]) => {
  const { transposeA, transposeB } = attributesOf(node, 'matmul');
  const batch = staticShape('matmul', node.shape).slice(0, -2);
  const raise = (x: tf.Tensor) => {
    const shape = [...batch, ...x.shape.slice(-2)];
    return sameShape(shape, x.shape) ? x : broadcastTo(x, shape);
  };
  return product(raise(a), raise(b), transposeA, transposeB);
};

/** TensorFlow.js's programs of matrix products on WebGPU: the one of tiles for small results. */
const SMALL_TILES = 2;

/** Results of so few numbers get a workgroup for each of them, which only long sums repay. */
const [FEW_NUMBERS, LONG_SUM] = [128, 256];

function product(a: tf.Tensor, b: tf.Tensor, transposeA: boolean, transposeB: boolean): tf.Tensor {
  const [rows, columns] = [a.shape.at(transposeA ? -1 : -2), b.shape.at(transposeB ? -2 : -1)] as number[];
  const length = a.shape.at(transposeA ? -2 : -1) as number;
  const numbers = (sizeOf(a.shape.slice(0, -2)) as number) * rows * columns;
  if (tf.getBackend() !== 'webgpu' || numbers > FEW_NUMBERS || length > LONG_SUM)
    return tf.matMul(a, b, transposeA, transposeB);
  tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', SMALL_TILES);
  try {
    return tf.matMul(a, b, transposeA, transposeB);
  } finally {
    tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', -1);
  }
}

const slice: DeviceKernel = (node, [x]) => {
  const { begin, strides } = attributesOf(node, 'slice');
  return sliceAxes(x, begin, staticShape('slice', node.shape), strides);
};

const pad: DeviceKernel = (node, [x]) => {
  const { padding, value } = attributesOf(node, 'pad');
  return padAxes(x, padding, value);
};

/** Largest table of which row goes where; WebGL's own segment sum reads every row for every sum. */
const productLimit = 2 ** 25;

const scatterSum: DeviceKernel = (node, [indices, updates]) => {
  const { axis, size } = attributesOf(node, 'scatterSum');
  return sumRows(indices, updates, axis, size);
};

const scatterAdd: DeviceKernel = (_node, [x, indices, updates]) =>
  tf.add(x, sumRows(indices, updates, 0, x.shape[0]));

function sumRows(indices: tf.Tensor, updates: tf.Tensor, axis: number, size: number): tf.Tensor {
  const count = sizeOf(indices.shape) as number;
  const outer = updates.shape.slice(0, axis);
  const inner = updates.shape.slice(axis + indices.rank);
  const flat = tf.reshape(updates, [sizeOf(outer) as number, count, sizeOf(inner) as number]);
  if (flat.shape[0] === 1 && tf.getBackend() === 'webgl' && count * size <= productLimit) {
    const chosen = tf.oneHot(tf.cast(tf.reshape(indices, [count]), 'int32'), size);
    const rows = tf.reshape(flat, [count, -1]);
    return tf.reshape(tf.matMul(tf.cast(chosen, 'float32'), rows, true), [...outer, size, ...inner]);
  }
  const first = tf.transpose(flat, [1, 0, 2]);
  const sums = tf.unsortedSegmentSum(first, tf.reshape(indices, [count]) as tf.Tensor1D, size);
  return tf.reshape(tf.transpose(sums, [1, 0, 2]), [...outer, size, ...inner]);
}

const argSort: DeviceKernel = (node, [x]) => {
  const { descending } = attributesOf(node, 'argSort');
  const length = x.shape[x.rank - 1];
  return tf.topk(descending ? x : tf.neg(x), length, true).indices;
};

/** One axis reversed, with those before and behind it taken for one each: programs for many axes are missing. */
function reverseAlong(x: tf.Tensor, axis: number): tf.Tensor {
  const outer = sizeOf(x.shape.slice(0, axis)) as number;
  return tf.reshape(tf.reverse(tf.reshape(x, [outer, x.shape[axis], -1]), [1]), x.shape);
}

/** Longest axis that is summed by a product with a triangle of ones. */
const triangleLimit = 2048;

/** The running-sum kernel of WebGPU gives wrong sums along some axes, so short axes take a matrix product. */
const cumsum: DeviceKernel = (node, [x]) => {
  const { axis, exclusive, reverse } = attributesOf(node, 'cumsum');
  const length = x.shape[axis];
  if (node.dtype !== 'float32' || length > triangleLimit) return tf.cumsum(x, axis, exclusive, reverse);
  const triangle = new Float32Array(length * length);
  for (let from = 0; from < length; from++) {
    for (let to = 0; to < length; to++) {
      const distance = reverse ? from - to : to - from;
      triangle[from * length + to] = distance > 0 || (distance === 0 && !exclusive) ? 1 : 0;
    }
  }
  const order = x.shape.map((_, index) => index).filter(index => index !== axis);
  const rows = tf.reshape(tf.transpose(x, [...order, axis]), [-1, length]);
  const sums = tf.matMul(rows, tf.tensor2d(triangle, [length, length]));
  const back = x.shape.map((_, index) => (index === axis ? x.rank - 1 : order.indexOf(index)));
  return tf.transpose(tf.reshape(sums, [...order.map(index => x.shape[index]), length]), back);
};

const cumprod: DeviceKernel = (node, [x]) => {
  const { axis, exclusive, reverse } = attributesOf(node, 'cumprod');
  return tf.cumprod(x, axis, exclusive, reverse);
};

/** By division and rounding, as the kernel of that name divides integers. */
const floorDivide: DeviceKernel = (node, [a, b]) => {
  const quotient = tf.floor(tf.div(tf.cast(a, 'float32'), tf.cast(b, 'float32')));
  return tf.cast(quotient, deviceType(node.dtype));
};

/** WebGPU's own minimum takes its start for an element. */
function smallest(x: tf.Tensor, axes: number[], keepDims: boolean): tf.Tensor {
  return tf.neg(tf.max(tf.neg(x), axes, keepDims));
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

/** What was read, in the cells that reference kernels take. */
function hostCells(data: tf.TypedArray, dtype: DType): Cells {
  const Type = cellArray(dtype);
  return data instanceof Type ? data : Type.from(data);
}

/** Decompositions of small matrices are read back and computed on the host, where they take no time to speak of. */
const onHost: DeviceKernel = (node, inputs) => {
  const output = newCells(node.dtype, sizeOf(node.shape) as number);
  prepareKernel(node)(
    inputs.map((input, index) => hostCells(input.dataSync(), node.inputs[index].dtype)),
    output,
  );
  return tf.tensor(
    deviceData(output, node.dtype),
    [...staticShape(node.op, node.shape)],
    deviceType(node.dtype),
  );
};

/** A whole number in the range of a dtype of fewer than 32 bits. */
const wrap: DeviceKernel = ({ dtype }, [x]) => {
  const bits = dtype.endsWith('8') ? 8 : dtype.endsWith('16') ? 16 : 32;
  if (bits === 32 || dtype.endsWith('64')) return tf.clone(x);
  if (dtype.startsWith('u')) return tf.mod(x, tf.scalar(2 ** bits, 'int32'));
  const half = tf.scalar(2 ** (bits - 1), 'int32');
  return tf.sub(tf.mod(tf.add(x, half), tf.scalar(2 ** bits, 'int32')), half);
};

const bitwise: readonly OperationName[] = [
  'bitwiseAnd',
  'bitwiseOr',
  'bitwiseXor',
  'shiftLeft',
  'shiftRight',
];

const decompositions: readonly OperationName[] = [
  'cholesky',
  'inverse',
  'determinant',
  'luFactor',
  'orthonormalBasis',
  'eigenvectors',
  'rightSingularVectors',
];

const kernels: ReadonlyMap<OperationName, DeviceKernel> = new Map<OperationName, DeviceKernel>([
  ...[...unaryNames, ...binaryNames].map((name): [OperationName, DeviceKernel] => [name, elementwise(name)]),
  ['floorDivide', floorDivide],
  ['wrap', wrap],
  ['invert', (_node, [x]) => tf.sub(tf.scalar(-1, 'int32'), x)],
  ...bitwise.map((name): [OperationName, DeviceKernel] => [name, onHost]),
  // Graphics devices flush such numbers themselves.
  ['flush', (_node, [x]) => tf.clone(x)],
  ['toHalf', (_node, [x]) => toHalf(x)],
  ['toBfloat16', (_node, [x]) => toBfloat16(x)],
  ['logicalXor', (_node, [a, b]) => tf.notEqual(a, b)],
  ['identity', (_node, [x]) => tf.clone(x)],
  ['stopGradient', (_node, [x]) => tf.clone(x)],
  ['withGradient', (_node, [x]) => tf.clone(x)],
  ['cast', (node, [x]) => castTo(x, deviceType(node.dtype))],
  ['select', (node, inputs) => atSafeRank(node, inputs, ([condition, a, b]) => tf.where(condition, a, b))],
  ['sum', reduction('sum', tf.sum)],
  ['prod', reduction('prod', tf.prod)],
  ['max', reduction('max', tf.max)],
  ['min', reduction('min', smallest)],
  ['argMax', argument('argMax')],
  ['argMin', argument('argMin')],
  ['argSort', argSort],
  ['cumsum', cumsum],
  ['cumprod', cumprod],
  ['softmax', (_node, [x]) => tf.softmax(x)],
  ['logSoftmax', (_node, [x]) => tf.logSoftmax(x)],
  ['matmul', matmul],
  ['reshape', (node, [x]) => tf.reshape(x, [...staticShape('reshape', node.shape)])],
  ['transpose', transpose],
  ['broadcastTo', (node, [x]) => broadcastTo(x, staticShape('broadcastTo', node.shape))],
  ['concat', (node, inputs) => tf.concat([...inputs], attributesOf(node, 'concat').axis)],
  ['slice', slice],
  ['pad', pad],
  ['reverse', (node, [x]) => attributesOf(node, 'reverse').axes.reduce(reverseAlong, x)],
  ['gather', (node, [x, indices]) => tf.gather(x, indices, attributesOf(node, 'gather').axis)],
  ['scatterSum', scatterSum],
  ['scatterAdd', scatterAdd],
  ['randomUniform', random('randomUniform', fillUniform)],
  ['randomNormal', random('randomNormal', fillNormal)],
  ['randomTruncatedNormal', random('randomTruncatedNormal', fillTruncatedNormal)],
  ...decompositions.map((name): [OperationName, DeviceKernel] => [name, onHost]),
  ...windowKernels,
]);

export function deviceKernel(node: Tensor): DeviceKernel {
  const kernel = kernels.get(node.op);
  // A WebGPU device lets nobody wait for a value, so such a program belongs on another backend.
  if (kernel === onHost && tf.getBackend() === 'webgpu')
    throw new TypeError(`${node.op} is computed on the host, which webgpu cannot wait for`);
  if (kernel === undefined) throw new TypeError(`there is no kernel for ${node.op} with these shapes`);
  return kernel;
}
