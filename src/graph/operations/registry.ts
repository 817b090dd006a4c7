// The one registry of primitive operations: shape and dtype rule, gradient rule, documentation.
import type { OperationAttributes, OperationName } from '../attributes.ts';
import type { DType } from '../dtypes.ts';
import { type Shape, ShapeError } from '../shapes.ts';
import { constant, Tensor } from '../tensor.ts';

export interface Inferred {
  readonly shape: Shape;
  readonly dtype: DType;
}

/** Gradients of a scalar with respect to each input, given that with respect to the output; others than the wanted are ignored. */
export type GradientRule = (
  output: Tensor,
  gradient: Tensor,
  wanted: readonly boolean[],
) => readonly (Tensor | null)[];

export interface Operation<Name extends OperationName = OperationName> {
  readonly name: Name;
  /** What it computes, in a sentence. */
  readonly documentation: string;
  infer(inputs: readonly Tensor[], attributes: OperationAttributes[Name]): Inferred;
  /** 'none' where the derivative is zero everywhere or does not exist. */
  readonly gradient: GradientRule | 'none';
}

const operations = new Map<OperationName, Operation>();

export function defineOperation<Name extends OperationName>(operation: Operation<Name>): void {
  if (operations.has(operation.name)) throw new Error(`operation ${operation.name} is defined twice`);
  operations.set(operation.name, operation as unknown as Operation);
}

export function operationOf(name: OperationName): Operation {
  const operation = operations.get(name);
  if (operation === undefined) throw new Error(`operation ${name} is not defined`);
  return operation;
}

/** Applies a primitive; its shape rule throws ShapeError where it does not hold. */
export function apply<Name extends OperationName>(
  name: Name,
  inputs: readonly Tensor[],
  attributes: OperationAttributes[Name],
): Tensor {
  const { shape, dtype } = operationOf(name).infer(inputs, attributes);
  return new Tensor(name, inputs, attributes, shape, dtype);
}

let defaultFloat: DType = 'float32';

/** Runs `body` with another float for whole numbers that become one and fractions that meet them. */
export function withDefaultFloat<T>(dtype: DType, body: () => T): T {
  const previous = defaultFloat;
  defaultFloat = dtype;
  try {
    return body();
  } finally {
    defaultFloat = previous;
  }
}

/** What whole numbers become where a float is needed. */
export function floatByDefault(): DType {
  return defaultFloat;
}

/** A tensor, or a Python scalar that takes the dtype of what it meets. */
export type Operand = Tensor | number | boolean;

/** The operand as a tensor; a fraction that meets integers becomes the default float. */
export function toTensor(operand: Operand, like?: DType): Tensor {
  if (operand instanceof Tensor) return operand;
  if (typeof operand === 'boolean') return constant(operand, [], like ?? 'bool');
  if (like === undefined || like === 'string') return constant(operand, [], defaultFloat);
  const isWhole = Number.isInteger(operand);
  if (like === 'bool') return constant(operand, [], isWhole ? 'int32' : defaultFloat);
  return constant(operand, [], isWhole || like.includes('float') ? like : defaultFloat);
}

/** A value with a known shape that can be computed only when the unknown dimensions are known. */
export function abstractValue(of: string, inputs: readonly Tensor[], shape: Shape, dtype: DType): Tensor {
  return new Tensor('abstract', inputs, { of }, shape, dtype);
}

export function requireRank(operation: string, tensor: Tensor, least: number): void {
  if (tensor.shape.length < least) {
    throw new ShapeError(operation, `needs at least ${least} dimensions, received ${tensor.shape.length}`);
  }
}
