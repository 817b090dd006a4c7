/** From Python values to tensors of the graph and back. */

import type { HostData } from '../../../graph/attributes.ts';
import { type DType, dtypes, fullFloat, isFloating, storageOf } from '../../../graph/dtypes.ts';
import type { HostArray } from '../../../graph/engine.ts';
import { ops } from '../../../graph/index.ts';
import { dimsAgree, isStatic, type Shape } from '../../../graph/shapes.ts';
import { computedConstant, constant, hostData, type Tensor } from '../../../graph/tensor.ts';
import type { PyClass } from '../../../python/classes.ts';
import { NotImplementedError, type PythonError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { classOf } from '../../../python/types.ts';
import {
  NotKnown,
  PyBytes,
  PyComplex,
  PyFloat,
  PyList,
  PyObject,
  PyRange,
  PyTuple,
  Unknown,
  type Value,
} from '../../../python/values.ts';
import { abstractArray, concreteArray, NdArray, numbersOf } from '../../numpy/ndarray.ts';
import { type AnyNumpyScalar, isNumpyScalar, NumpyScalar, plainValue } from '../../numpy/scalars.ts';
import { ArrayData, Memory, makeItems, type NumberItems } from '../../numpy/storage.ts';
import { kerasRecordKey } from '../record.ts';
import { trackIfEager } from '../session.ts';
import { currentTrace } from '../trace.ts';
import { noteFacts, noteMaking } from './tensorFacts.ts';
import { eagerTensorClass, isSymbolic, TensorObject } from './tensorObject.ts';
import { noteDivisionOf, noteSoftmaxOf, noteTensorScores } from './tensorScores.ts';
import { textOf, textOfArray, textOfBytes, textOfSequence, textTensor } from './text.ts';
import { VariableObject } from './variableObject.ts';

/** A tensor value for Python. */
export function wrap(py: Interpreter, tensor: Tensor): TensorObject {
  const object = new TensorObject(tensor, py.span);
  if (py.running) trackIfEager(py, object);
  else if (py.frame?.file.isScript) {
    noteMaking(tensor, py.span);
    if (tensor.op === 'softmax' || tensor.op === 'sigmoid')
      py.state(kerasRecordKey).probabilities.push(tensor);
    if (tensor.op === 'softmax') noteSoftmaxOf(py, tensor);
    if (tensor.op === 'div' || tensor.op === 'mul') noteDivisionOf(py, tensor);
  }
  if (isEager(py, tensor)) object.cls = eagerTensorClass;
  return object;
}

/** Whether TensorFlow computes it at once. A layer that a model is put together of is given what stands for data. */
function isEager(py: Interpreter, tensor: Tensor): boolean {
  if (py.modules.get('tensorflow') === undefined || currentTrace(py).purpose !== 'session') return false;
  return !py.running || textOf(tensor) !== undefined || !isSymbolic(tensor);
}

/** A Keras dtype from its name or from a NumPy type; null when it is none. */
export function dtypeOf(py: Interpreter, value: Value): DType | null {
  if (value === null) return null;
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (typeof value === 'string') return dtypeFromName(value);
  const name = value instanceof PyObject ? dtypeName(py, value) : null;
  return name === null ? null : dtypeFromName(name);
}

function dtypeName(py: Interpreter, value: PyObject): string | null {
  const name = py.getAttributeOrUndefined(value, 'name') ?? py.getAttributeOrUndefined(value, '__name__');
  return typeof name === 'string' ? name : null;
}

function dtypeFromName(name: string): DType {
  const plain = name.replace(/^(tf|torch|numpy|np|<dtype: ')\.?/, '').replace(/[_']?>?$/, '');
  const aliases: Record<string, DType> = {
    float: 'float32',
    int: 'int32',
    half: 'float16',
    double: 'float64',
    str: 'string',
    long: 'int64',
  };
  const known = dtypes.find(dtype => dtype === plain) ?? aliases[plain];
  if (known === undefined) throw raise(ValueError, `Invalid dtype: ${name}`);
  return known;
}

function complexRefused(py: Interpreter): PythonError | NotKnown {
  if (!py.running) return new NotKnown('tensors of complex numbers are not modelled');
  return raise(NotImplementedError, 'Tensors of complex numbers are not supported by Kerascope yet', {
    code: 'not-supported',
  });
}

/** The graph's dtype for an array's. */
export function arrayDType(array: NdArray): DType {
  const name = array.dtype;
  if (name.startsWith('<U') || name.startsWith('|S') || name === 'object') return 'string';
  const found = dtypes.find(dtype => dtype === name);
  if (found === undefined) throw raise(ValueError, `Invalid dtype: ${name}`);
  return found;
}

/** An array's contents as the engine takes them. Throws NotKnown where they are not known. */
export function hostArrayOf(array: NdArray, dtype: DType = arrayDType(array)): HostArray {
  const numbers = numbersOf(array);
  if (numbers === null)
    throw raise(
      ValueError,
      `Failed to convert a NumPy array to a Tensor (Unsupported object type ${array.dtype}).`,
    );
  return { data: hostData(numbers, dtype), shape: array.shape as number[], dtype };
}

/** A NumPy array with a host array's contents. */
export function arrayFromHost(host: HostArray, dtype: string = host.dtype): NdArray {
  const name = dtype === 'bfloat16' ? 'float32' : dtype;
  const items =
    name === 'int64' || name === 'uint64' ? wholeItems(host.data, name) : ownItems(host.data, name);
  return concreteArray(new ArrayData(new Memory(items), name, host.shape));
}

/** Numbers in what NumPy keeps the type in: a tensor of 8 bits lies in 32 here. */
function ownItems(data: HostData, dtype: string): NumberItems {
  const items = makeItems(dtype, data.length) as NumberItems;
  if (dtype !== 'float64' && items.constructor === data.constructor) return data;
  items.set(data);
  return items;
}

/** Whole numbers of 64 bits: those that doubles hold exactly as such. */
function wholeItems(
  data: HostData,
  dtype: 'int64' | 'uint64',
): Float64Array | BigInt64Array | BigUint64Array {
  if (data.every(value => Number.isSafeInteger(value))) return Float64Array.from(data);
  const largest = dtype === 'int64' ? 2n ** 63n - 1n : 2n ** 64n - 1n;
  const whole = Array.from(data, value => {
    const exact = BigInt(value);
    return exact > largest ? largest : exact;
  });
  return dtype === 'int64' ? BigInt64Array.from(whole) : BigUint64Array.from(whole);
}

/** A NumPy array of which only the shape is known. */
export function unknownArray(shape: Shape, dtype: DType): NdArray {
  return abstractArray(shape, dtype === 'bfloat16' ? 'float32' : dtype === 'string' ? 'object' : dtype);
}

/** A tensor for an array: its contents, or under analysis a value with its shape. */
export function tensorOfArray(array: NdArray, dtype: DType = arrayDType(array)): Tensor {
  if (dtype === 'string') return textOfArray(array) ?? ops.abstractValue('strings', [], array.shape, dtype);
  if (array.data === null || !isStatic(array.shape))
    return ops.abstractValue('array', [], array.shape, dtype);
  const host = hostArrayOf(array, dtype);
  // The script may write into its array afterwards.
  const { items } = array.data.memory;
  const own = host.data === items ? host.data.slice() : host.data;
  return computedConstant(own, host.shape, dtype);
}

/** A Python number or bool as an operand that takes the other side's dtype; else undefined. */
function scalarOf(value: Value): number | boolean | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof PyFloat ? value.value : undefined;
}

/** What an operator works with: Python numbers stay numbers, the rest becomes tensors. */
export function operandOf(py: Interpreter, value: Value, other?: Value): ops.Operand {
  const scalar = scalarOf(value);
  // Two Python numbers have types of their own: 7 // 2 is whole.
  if (scalar === undefined || (other !== undefined && scalarOf(other) !== undefined))
    return tensorOf(py, value);
  if (value instanceof PyFloat && other !== undefined) {
    const dtype = tensorDType(py, other);
    if (dtype !== null && !isFloating(dtype)) return constant(value.value, [], 'float32');
  }
  return scalar;
}

function tensorDType(py: Interpreter, value: Value): DType | null {
  if (value instanceof TensorObject) return value.tensor.dtype;
  if (value instanceof VariableObject) return value.dtype;
  return value instanceof NdArray
    ? arrayDType(value)
    : scalarOf(value) === undefined
      ? tensorOf(py, value).dtype
      : null;
}

/** Whether a value can become a tensor without being a Python container. */
export function isTensorLike(value: Value): boolean {
  return (
    value instanceof TensorObject ||
    value instanceof VariableObject ||
    value instanceof NdArray ||
    isNumpyScalar(value)
  );
}

/** A tensor of floats in full precision, as losses and metrics are: float32, or float64 where it is one. */
export function floatTensorOf(py: Interpreter, value: Value): Tensor {
  const tensor = tensorOf(py, value);
  return ops.cast(tensor, fullFloat(tensor.dtype));
}

/** A tensor of the graph from any Python value that holds numbers. */
export function tensorOf(py: Interpreter, value: Value, dtype: DType | null = null): Tensor {
  const tensor = convert(py, value, dtype);
  return dtype === null || tensor.dtype === dtype ? tensor : ops.cast(tensor, dtype);
}

function convert(py: Interpreter, value: Value, dtype: DType | null): Tensor {
  if (value instanceof TensorObject) return value.tensor;
  if (value instanceof VariableObject) return value.read(currentTrace(py));
  if (value instanceof NdArray && value.dtype.startsWith('complex')) throw complexRefused(py);
  if (value instanceof NdArray) {
    const tensor = tensorOfArray(value, dtype !== null && storageOfOrNull(dtype) ? dtype : undefined);
    if (!py.running) noteFacts(tensor, value);
    if (value.memory.scores !== null) noteTensorScores(tensor, value.memory.scores);
    return tensor;
  }
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (isNumpyScalar(value)) return tensorOfScalar(value, dtype);
  const scalar = scalarOf(value);
  if (scalar !== undefined) {
    return constant(
      scalar,
      [],
      dtype ?? (typeof scalar === 'boolean' ? 'bool' : value instanceof PyFloat ? 'float32' : 'int32'),
    );
  }
  if (value instanceof PyList || value instanceof PyTuple) return convertSequence(py, value, dtype);
  if (typeof value === 'string') return textTensor([value], []);
  if (value instanceof PyBytes) return textTensor([textOfBytes(value.data)], []);
  if (value instanceof PyRange) return convertSequence(py, tupleOf(py, value), dtype);
  if (value instanceof PyComplex) throw complexRefused(py);
  if (value instanceof PyObject) {
    const inner = py.getAttributeOrUndefined(value, '__array__');
    if (inner !== undefined) return convert(py, py.call(inner, []), dtype);
  }
  throw raise(
    ValueError,
    `Attempt to convert a value (${py.repr(value)}) with an unsupported type (<class '${qualified(classOf(value))}'>) to a Tensor.`,
  );
}

/** Ranges longer than this are not written out while typing. */
const LONGEST_RANGE = 100_000;

function tupleOf(py: Interpreter, { start, step, length }: PyRange): PyTuple {
  if (!py.running && length > LONGEST_RANGE) throw new NotKnown('a range this long is not written out');
  return new PyTuple(Array.from({ length }, (_, index) => start + index * step));
}

function tensorOfScalar(value: AnyNumpyScalar, dtype: DType | null): Tensor {
  const own = dtypeFromName(value instanceof PyFloat ? 'float64' : value.cls.name.replace(/_$/, ''));
  const scalar =
    value instanceof NumpyScalar && value.value === null ? undefined : scalarOf(plainValue(value));
  return scalar === undefined
    ? ops.abstractValue('scalar', [], [], dtype ?? own)
    : computedConstant(hostData([Number(scalar)], dtype ?? own), [], dtype ?? own);
}

function storageOfOrNull(dtype: DType): boolean {
  return dtype !== 'string' && storageOf(dtype) !== null;
}

function convertSequence(py: Interpreter, value: PyList | PyTuple, dtype: DType | null): Tensor {
  if (value instanceof PyList && value.lost !== null) throw new NotKnown(value.lost.reason);
  const numbers: number[] = [];
  const shape = nestedShape(value);
  const kinds = { float: false, bool: true };
  if (shape !== null && collectNumbers(value, numbers, kinds, shape, 0)) {
    return constant(
      numbers,
      shape,
      dtype ??
        (kinds.float
          ? 'float32'
          : kinds.bool && numbers.length > 0
            ? 'bool'
            : numbers.length === 0
              ? 'float32'
              : 'int32'),
    );
  }
  const text = textOfSequence(value);
  if (text !== null) return text;
  const parts = value.items.map(item => tensorOf(py, item, dtype));
  const other = parts.findIndex(part => part.shape.length !== parts[0].shape.length);
  const isPlain = !value.items.some(isTensorLike);
  if (
    other >= 0 ||
    (isPlain && parts.some(part => !part.shape.every((dim, axis) => dimsAgree(dim, parts[0].shape[axis]))))
  )
    throw raise(ValueError, "Can't convert non-rectangular Python sequence to Tensor.");
  return ops.stack(parts, 0);
}

/** `NoneType`, `numpy.random.Generator`: as Python names a type. */
function qualified(cls: PyClass): string {
  return cls.module === 'builtins' ? cls.qualifiedName : `${cls.module}.${cls.qualifiedName}`;
}

function nestedShape(value: Value): number[] | null {
  const shape: number[] = [];
  for (
    let level: Value = value;
    level instanceof PyList || level instanceof PyTuple;
    level = level.items[0]
  ) {
    shape.push(level.items.length);
    if (level.items.length === 0) break;
  }
  return shape;
}

function collectNumbers(
  value: Value,
  numbers: number[],
  kinds: { float: boolean; bool: boolean },
  shape: readonly number[],
  depth: number,
): boolean {
  if (value instanceof PyList || value instanceof PyTuple) {
    if (depth >= shape.length || value.items.length !== shape[depth]) return false;
    return value.items.every(item => collectNumbers(item, numbers, kinds, shape, depth + 1));
  }
  const scalar = scalarOf(value);
  if (scalar === undefined || depth !== shape.length) return false;
  if (value instanceof PyFloat) kinds.float = true;
  if (typeof scalar !== 'boolean') kinds.bool = false;
  numbers.push(Number(scalar));
  return true;
}
