// The primitive operations: their names and what parameterises each besides its input tensors.
import type { DType } from './dtypes.ts';
import type { LoopBody } from './loop.ts';
import type { SeedStream } from './random.ts';
import type { Tensor } from './tensor.ts';
import type { Variable } from './variable.ts';

/** Contents of an array on the host; bools are bytes of 0 and 1, dtypes of 64 bits and uint32 doubles. */
export type HostData = Float32Array | Float64Array | Int32Array | Uint8Array;

export const unaryNames = [
  'neg',
  'exp',
  'log',
  'log1p',
  'expm1',
  'sqrt',
  'rsqrt',
  'abs',
  'sign',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
  'erf',
  'sigmoid',
  'relu',
  'softplus',
  'floor',
  'ceil',
  'round',
  'reciprocal',
  'isNaN',
  'isFinite',
  'isInf',
  'logicalNot',
  'toHalf',
  'toBfloat16',
  'flush',
  'invert',
  'wrap',
] as const;
export type UnaryName = (typeof unaryNames)[number];

export const binaryNames = [
  'add',
  'sub',
  'mul',
  'div',
  'pow',
  'maximum',
  'minimum',
  'floorDivide',
  'mod',
  'atan2',
  'equal',
  'notEqual',
  'less',
  'lessEqual',
  'greater',
  'greaterEqual',
  'logicalAnd',
  'logicalOr',
  'logicalXor',
  'bitwiseAnd',
  'bitwiseOr',
  'bitwiseXor',
  'shiftLeft',
  'shiftRight',
] as const;
export type BinaryName = (typeof binaryNames)[number];

/** Window geometry shared by convolution and pooling; every list has one entry a spatial axis. */
export interface Window {
  readonly strides: readonly number[];
  /** Zeros (or ignored cells, for pooling) before and after each spatial axis; negative values crop. */
  readonly padding: readonly (readonly [number, number])[];
}

export interface ConvolutionAttributes extends Window {
  readonly dilation: readonly number[];
  readonly groups: number;
}

export interface PoolAttributes extends Window {
  readonly size: readonly number[];
}

export interface ReduceAttributes {
  readonly axes: readonly number[];
  readonly keepDims: boolean;
}

export interface RandomAttributes {
  readonly shape: readonly number[];
  readonly stream: SeedStream;
  /** Tells the random operations of one stream apart. */
  readonly salt: number;
}

type NoAttributes = Readonly<Record<never, never>>;

/** Attributes of every primitive, by its name. */
export interface OperationAttributes
  extends Readonly<Record<UnaryName, NoAttributes>>,
    Readonly<Record<BinaryName, NoAttributes>> {
  placeholder: { readonly name: string };
  /** One that was computed has other contents each time, as those of an eager tensor that was settled. */
  constant: { readonly data: HostData; readonly isComputed?: boolean };
  variable: { readonly variable: Variable };
  /** A value whose shape is known and whose contents cannot be computed until all shapes are. */
  abstract: { readonly of: string };
  identity: NoAttributes;
  stopGradient: NoAttributes;
  /** The first input, with a gradient of somebody's own for the others. */
  withGradient: { readonly rule: (gradient: Tensor) => readonly (Tensor | null)[] };
  cast: { readonly dtype: DType };
  select: NoAttributes;
  sum: ReduceAttributes;
  prod: ReduceAttributes;
  max: ReduceAttributes;
  min: ReduceAttributes;
  argMax: { readonly axis: number };
  argMin: { readonly axis: number };
  argSort: { readonly descending: boolean };
  cumsum: { readonly axis: number; readonly exclusive: boolean; readonly reverse: boolean };
  cumprod: { readonly axis: number; readonly exclusive: boolean; readonly reverse: boolean };
  softmax: NoAttributes;
  logSoftmax: NoAttributes;
  matmul: { readonly transposeA: boolean; readonly transposeB: boolean };
  convolution: ConvolutionAttributes;
  convolutionInputGradient: ConvolutionAttributes & { readonly inputShape: readonly number[] };
  convolutionFilterGradient: ConvolutionAttributes & { readonly filterShape: readonly number[] };
  maxPool: PoolAttributes;
  maxPoolGradient: PoolAttributes;
  averagePool: PoolAttributes;
  averagePoolGradient: PoolAttributes & { readonly inputShape: readonly number[] };
  reshape: NoAttributes;
  transpose: { readonly permutation: readonly number[] };
  broadcastTo: NoAttributes;
  concat: { readonly axis: number };
  slice: {
    readonly begin: readonly number[];
    readonly size: readonly number[];
    readonly strides: readonly number[];
  };
  pad: { readonly padding: readonly (readonly [number, number])[]; readonly value: number };
  reverse: { readonly axes: readonly number[] };
  gather: { readonly axis: number };
  scatterSum: { readonly axis: number; readonly size: number };
  scatterAdd: NoAttributes;
  loop: { readonly body: LoopBody };
  loopResult: { readonly index: number };
  cholesky: NoAttributes;
  inverse: NoAttributes;
  determinant: NoAttributes;
  luFactor: NoAttributes;
  orthonormalBasis: { readonly complete: boolean };
  eigenvectors: NoAttributes;
  rightSingularVectors: NoAttributes;
  randomUniform: RandomAttributes;
  randomNormal: RandomAttributes;
  randomTruncatedNormal: RandomAttributes;
}

export type OperationName = keyof OperationAttributes;
