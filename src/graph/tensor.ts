// The node of the graph: one primitive operation applied to tensors, immutable, with shape and dtype.
import type { HostData, OperationAttributes, OperationName } from './attributes.ts';
import { type DType, storageOf } from './dtypes.ts';
import { currentOrigin, type Origin } from './origin.ts';
import { formatShape, type Shape, ShapeError, sizeOf } from './shapes.ts';

let nextTensor = 0;

/** How many tensors have been made so far: a measure of tracing work. */
export function tensorsMade(): number {
  return nextTensor;
}

export class Tensor {
  readonly id = nextTensor++;
  readonly op: OperationName;
  readonly inputs: readonly Tensor[];
  readonly attributes: OperationAttributes[OperationName];
  readonly shape: Shape;
  readonly dtype: DType;
  readonly origin: Origin;
  /** Where whoever composes tensors says that this one was made. The graph itself never looks. */
  place: unknown = null;

  constructor(
    op: OperationName,
    inputs: readonly Tensor[],
    attributes: OperationAttributes[OperationName],
    shape: Shape,
    dtype: DType,
  ) {
    this.op = op;
    this.inputs = inputs;
    this.attributes = attributes;
    this.shape = shape;
    this.dtype = dtype;
    this.origin = currentOrigin();
  }
}

/** The attributes of a tensor known to be made by `op`. */
export function attributesOf<Name extends OperationName>(
  tensor: Tensor,
  op: Name,
): OperationAttributes[Name] {
  if (tensor.op !== op) throw new TypeError(`expected ${op}, found ${tensor.op}`);
  return tensor.attributes as OperationAttributes[Name];
}

/** A value fed at each run. */
export function placeholder(shape: Shape, dtype: DType = 'float32', name = 'input'): Tensor {
  return new Tensor('placeholder', [], { name }, shape, dtype);
}

/** Typed storage for `dtype` with the given numbers. */
export function hostData(values: ArrayLike<number>, dtype: DType): HostData {
  const storage = storageOf(dtype);
  if (storage === 'float32') return values instanceof Float32Array ? values : Float32Array.from(values);
  if (storage === 'float64') return values instanceof Float64Array ? values : Float64Array.from(values);
  if (storage === 'int32') return values instanceof Int32Array ? values : Int32Array.from(values);
  return values instanceof Uint8Array ? values : Uint8Array.from(values, value => (value ? 1 : 0));
}

/** Typed storage for so many values of a dtype, all 0. */
export function newHostData(dtype: DType, size: number): HostData {
  const storage = storageOf(dtype);
  if (storage === 'float64') return new Float64Array(size);
  return storage === 'float32' ? new Float32Array(size) : hostData(new Int32Array(size), dtype);
}

/** What an eager tensor held when it was computed: another number each time, by which no program is shaped. */
export function computedConstant(data: HostData, shape: readonly number[], dtype: DType): Tensor {
  return new Tensor('constant', [], { data: hostData(data, dtype), isComputed: true }, shape, dtype);
}

/** A value known when the graph is made: a scalar, or row-major contents with their shape. */
export function constant(
  values: number | boolean | ArrayLike<number>,
  shape?: readonly number[],
  dtype: DType = typeof values === 'boolean' ? 'bool' : 'float32',
): Tensor {
  if (typeof values === 'number' || typeof values === 'boolean') {
    const size = sizeOf(shape ?? []) as number;
    return new Tensor(
      'constant',
      [],
      { data: newHostData(dtype, size).fill(Number(values)) },
      shape ?? [],
      dtype,
    );
  }
  const full = shape ?? [values.length];
  if (sizeOf(full) !== values.length) {
    throw new ShapeError('constant', `${values.length} numbers do not fill shape ${formatShape(full)}`);
  }
  return new Tensor('constant', [], { data: hostData(values, dtype) }, full, dtype);
}
