/** Operands of different dtypes: TensorFlow's own functions refuse them, and take arrays as the tensor they meet. */
import { type DType, isFloating, isInteger } from '../../../graph/dtypes.ts';
import { attributesOf } from '../../../graph/tensor.ts';
import { raise, TypeError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Value } from '../../../python/values.ts';
import { type Circumstance, fromKernel } from '../errors/shapeErrors.ts';
import { invalidArgumentErrorClass } from '../errors/tensorflowErrors.ts';
import { currentTrace } from '../trace.ts';
import { numpyBehaviorKey } from './arrayNames.ts';
import { isTensorLike, tensorOf, wrap } from './conversion.ts';
import { circumstanceOf } from './operation.ts';
import { TensorObject } from './tensorObject.ts';
import { tensorflowVariableClass } from './variableConstruction.ts';
import { VariableObject } from './variableObject.ts';

/** TensorFlow's kernels of operators and functions of two tensors, by the names they have in keras.ops. */
const kernels: Readonly<Record<string, string>> = {
  add: 'AddV2',
  subtract: 'Sub',
  multiply: 'Mul',
  true_divide: 'RealDiv',
  divide: 'RealDiv',
  floor_divide: 'FloorDiv',
  mod: 'FloorMod',
  power: 'Pow',
  maximum: 'Maximum',
  minimum: 'Minimum',
  less: 'Less',
  less_equal: 'LessEqual',
  greater: 'Greater',
  greater_equal: 'GreaterEqual',
  equal: 'Equal',
  not_equal: 'NotEqual',
  arctan2: 'Atan2',
  matmul: 'MatMul',
  bitwise_and: 'BitwiseAnd',
  bitwise_or: 'BitwiseOr',
  bitwise_xor: 'BitwiseXor',
  left_shift: 'LeftShift',
  right_shift: 'RightShift',
};

/** Names of types in messages of kernels that run; others are the same. */
const kernelTypes: Partial<Record<DType, string>> = {
  float16: 'half',
  float32: 'float',
  float64: 'double',
};

/** The dtype of what is a tensor for TensorFlow; undefined for what becomes one when it meets another. */
function ownDType(py: Interpreter, value: Value): DType | undefined {
  if (value instanceof TensorObject) return value.tensor.dtype;
  return value instanceof VariableObject ? value.read(currentTrace(py)).dtype : undefined;
}

/** Whether an array of numbers of one type is taken as another. */
function becomes(from: DType, to: DType): boolean {
  if (isInteger(from)) return isInteger(to) || isFloating(to);
  return isFloating(from) && isFloating(to);
}

function asMet(py: Interpreter, value: Value, dtype: DType): Value {
  if (!isTensorLike(value)) return value;
  const own = tensorOf(py, value).dtype;
  return own !== dtype && becomes(own, dtype) ? wrap(py, tensorOf(py, value, dtype)) : value;
}

const numeric = (dtype: DType): boolean => isFloating(dtype) || isInteger(dtype);

/** Whole numbers cannot be divided by a zero that is known. */
function refuseZero(kernel: string, circumstance: Circumstance, divisor: Value): void {
  if (circumstance !== 'eager' || (kernel !== 'FloorDiv' && kernel !== 'FloorMod')) return;
  const known =
    divisor instanceof TensorObject && divisor.tensor.op === 'constant'
      ? attributesOf(divisor.tensor, 'constant').data
      : [divisor];
  if (known.some(value => value === 0))
    throw raise(invalidArgumentErrorClass, fromKernel(kernel, 'Integer division by zero', ' name: '));
}

/** Whole numbers as what TensorFlow divides them in. */
function asDivided(py: Interpreter, left: Value, right: Value): [Value, Value] {
  const [a, b] = [left, right].map(value =>
    typeof value === 'number' || typeof value === 'bigint' ? undefined : tensorOf(py, value).dtype,
  );
  const dtype = a ?? b;
  if (dtype === undefined || !isInteger(dtype) || (b !== undefined && b !== dtype)) return [left, right];
  const wide = /^u?int(8|16)$/.test(dtype) ? 'float32' : 'float64';
  return [wrap(py, tensorOf(py, left, wide)), wrap(py, tensorOf(py, right, wide))];
}

/**
 * The operands as TensorFlow takes them, where one is a tensor of its own; Keras's symbolic tensors and variables
 * promote instead. Throws TensorFlow's error where both are tensors of different types.
 */
export function tensorflowOperands(
  py: Interpreter,
  name: string,
  first: Value,
  second: Value,
): readonly [Value, Value] {
  let [left, right] = [first, second];
  const kernel = kernels[name];
  const circumstance = circumstanceOf(py);
  if (kernel === undefined || circumstance === 'foreign' || py.state(numpyBehaviorKey).current)
    return [left, right];
  const isSymbolic = (value: Value) => value instanceof TensorObject && value.history !== null;
  const promotes = left instanceof VariableObject && left.cls !== tensorflowVariableClass;
  if (promotes || isSymbolic(left) || isSymbolic(right)) return [left, right];
  if (kernel === 'RealDiv') [left, right] = asDivided(py, left, right);
  const [a, b] = [ownDType(py, left), ownDType(py, right)];
  if (a !== undefined && b === undefined) {
    if (isInteger(a)) refuseZero(kernel, circumstance, right);
    return [left, asMet(py, right, a)];
  }
  if (a === undefined && b !== undefined) return [asMet(py, left, b), right];
  if (a === b && a !== undefined && isInteger(a)) refuseZero(kernel, circumstance, right);
  if (a === undefined || b === undefined || a === b || !numeric(a) || !numeric(b)) return [left, right];
  const explanation = message(
    'TensorFlow does not mix `{0}` and `{1}`: `tf.cast` gives one the type of the other.',
    a,
    b,
  );
  const detail = { code: 'dtype-mismatch', explanation };
  if (circumstance === 'eager') {
    const [wanted, found] = [a, b].map(dtype => kernelTypes[dtype] ?? dtype);
    const text = `cannot compute ${kernel} as input #1(zero-based) was expected to be a ${wanted} tensor but is a ${found} tensor [Op:${kernel}] name: `;
    throw raise(invalidArgumentErrorClass, text, detail);
  }
  const [x, y] = kernel === 'MatMul' ? ['a', 'b'] : ['x', 'y'];
  throw raise(
    TypeError,
    `Input '${y}' of '${kernel}' Op has type ${b} that does not match type ${a} of argument '${x}'.`,
    detail,
  );
}
