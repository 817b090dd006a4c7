/** How functions of keras.ops read their arguments and how a table of them is written. */

import type { HostArray } from '../../../graph/engine.ts';
import type { ops } from '../../../graph/index.ts';
import type { Axes } from '../../../graph/operations/reduction.ts';
import { attributesOf, type Tensor } from '../../../graph/tensor.ts';
import type { Bound, NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { numberOf } from '../objects/arguments.ts';
import { settled } from '../ownLoop.ts';
import { valuesOf } from '../session.ts';
import { operandOf, tensorOf, wrap } from '../tensors/conversion.ts';
import { tensorFunction } from '../tensors/operation.ts';
import { isSymbolic, TensorObject } from '../tensors/tensorObject.ts';
import { onText } from '../tensors/textOperators.ts';

/** An `axis` argument: null for all, an integer, or several. */
export function axesOf(value: Value): Axes {
  if (value === null) return null;
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof PyTuple || value instanceof PyList)
    return value.items.map(item => numberOf(item) ?? 0);
  return numberOf(value) ?? null;
}

export function integerOf(value: Value, fallback: number): number {
  return value === null ? fallback : Math.trunc(numberOf(value) ?? fallback);
}

export function numbersIn(py: Interpreter, value: Value): number[] {
  const number = numberOf(value);
  return number === undefined ? py.collect(value).map(item => numberOf(item) ?? 0) : [number];
}

/** A function from tensors to a tensor. */
export function define(signature: string, compute: (args: Bound, py: Interpreter) => Tensor): NativeFunction {
  return tensorFunction(signature, (args, py) => wrap(py, compute(args, py)));
}

/** A function of one tensor. */
export function unary(name: string, compute: (x: Tensor) => Tensor): NativeFunction {
  return define(`${name}(x)`, ([x], py) => compute(tensorOf(py, x)));
}

/** A function of two tensors or numbers that broadcasts. */
export function binary(name: string, compute: (a: ops.Operand, b: ops.Operand) => Tensor): NativeFunction {
  return define(
    `${name}(x1, x2)`,
    ([a, b], py) => onText(py, name, a, b) ?? compute(operandOf(py, a, b), operandOf(py, b, a)),
  );
}

/** A reduction over axes. */
export function reduction(
  name: string,
  compute: (x: Tensor, axes: Axes, keepDims: boolean) => Tensor,
): NativeFunction {
  return define(`${name}(x, axis=None, keepdims=False)`, ([x, axis, keep], py) =>
    compute(tensorOf(py, x), axesOf(axis), py.truth(keep)),
  );
}

/** Tensors in a list or tuple. */
export function tensorsIn(py: Interpreter, value: Value): Tensor[] {
  return py.collect(value).map(item => tensorOf(py, item));
}

/** Whole numbers that must be known now: a Python number or sequence, or a tensor whose contents are constant. */
export function knownIntegers(py: Interpreter, value: Value): number[] {
  const constants = constantsOf(value);
  return (constants ?? numbersIn(py, value)).map(Math.trunc);
}

/** The contents of a tensor that is a constant of the graph, else null. */
export function constantsOf(value: Value): readonly number[] | null {
  if (!(value instanceof TensorObject)) return null;
  const known = settled(value);
  if (known !== null) return [...known.data];
  return value.tensor.op === 'constant' ? [...attributesOf(value.tensor, 'constant').data] : null;
}

/** The contents of a tensor that does not depend on data to come; null for one that does. Not known under analysis. */
export function* readNow(py: Interpreter, value: Value): Suspendable<HostArray | null> {
  const object = value instanceof TensorObject ? value : wrap(py, tensorOf(py, value));
  if (object.history !== null || isSymbolic(object.tensor)) {
    if (!py.running) throw new NotKnown('the value of a tensor is known only when the script runs');
    return null;
  }
  const [read] = yield* valuesOf(py, [object]);
  return read;
}

/** The largest of whole numbers from 0 on; -1 where there are none. */
export function largestOf({ data }: HostArray): number {
  let largest = -1;
  for (const value of data) largest = Math.max(largest, value);
  return largest;
}
