/** Text and integers of a script as plain tokens, for layers that work on the host. */

import { evaluateReference } from '../../../../graph/reference/index.ts';
import { isStatic, type Shape } from '../../../../graph/shapes.ts';
import { constant } from '../../../../graph/tensor.ts';
import { raise, TypeError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { NotKnown, PyBytes, Unknown, type Value } from '../../../../python/values.ts';
import { toArray } from '../../../numpy/conversion.ts';
import type { NdArray } from '../../../numpy/ndarray.ts';
import { plainElement } from '../../../numpy/plainElements.ts';
import { contiguousItems } from '../../../numpy/storage.ts';
import { numberOf } from '../../objects/arguments.ts';
import { wrap } from '../../tensors/conversion.ts';
import { flatten } from '../../tensors/graphNode.ts';
import { isSymbolic, TensorObject } from '../../tensors/tensorObject.ts';
import { textOf, textTensor } from '../../tensors/text.ts';
import { VariableObject } from '../../tensors/variableObject.ts';

export type Token = string | number;

/** Row-major tokens; `items` is null where analysis does not know them. */
export interface Tokens {
  readonly shape: Shape;
  readonly items: readonly Token[] | null;
}

/** Whether a call gets tensors of the graph, which a layer cannot look into. */
export function holdsTensors(value: Value): boolean {
  return flatten([value]).some(
    leaf =>
      (leaf instanceof TensorObject && textOf(leaf.tensor) === undefined) || leaf instanceof VariableObject,
  );
}

/** The tokens of arrays, lists, tuples and single values. Throws NotKnown for a value that is not known. */
export function tokensOf(py: Interpreter, value: Value): Tokens {
  const unknown = flatten([value]).find(leaf => leaf instanceof Unknown);
  if (unknown instanceof Unknown) throw new NotKnown(unknown.reason);
  if (typeof value === 'string') return { shape: [], items: [value] };
  if (value instanceof TensorObject) return tensorTokens(value);
  return arrayTokens(toArray(value, py));
}

function tensorTokens({ tensor }: TensorObject): Tokens {
  const text = textOf(tensor);
  if (text !== undefined) return { shape: tensor.shape, items: text };
  if (isSymbolic(tensor) || tensor.dtype === 'string' || !isStatic(tensor.shape)) {
    return { shape: tensor.shape, items: null };
  }
  return { shape: tensor.shape, items: [...evaluateReference([tensor])[0]] };
}

function arrayTokens(array: NdArray): Tokens {
  const { data } = array;
  if (data === null) return { shape: array.shape, items: null };
  const items = contiguousItems(data);
  const found: Token[] = [];
  for (const raw of items) found.push(tokenOf(plainElement(data.dtype, raw)));
  return { shape: data.shape, items: found };
}

function tokenOf(value: Value): Token {
  if (typeof value === 'string') return value;
  if (value instanceof PyBytes) return new TextDecoder().decode(value.data);
  const number = numberOf(value);
  if (number !== undefined) return number;
  throw raise(TypeError, 'Failed to convert a NumPy array to a Tensor (Unsupported object type).', {
    code: 'not-a-tensor',
  });
}

/** Tokens as text; Keras's error for numbers. */
export function requireText(items: readonly Token[]): readonly string[] {
  const wrong = items.find(item => typeof item !== 'string');
  if (wrong === undefined) return items as readonly string[];
  throw raise(TypeError, `Cannot convert ${wrong} to EagerTensor of dtype string`, {
    code: 'not-text',
    explanation: message('The layer looks up text and receives the number {0}.', String(wrong)),
  });
}

/** Tokens as integers; Keras's error for text. */
export function requireIntegers(items: readonly Token[]): readonly number[] {
  const wrong = items.find(item => typeof item === 'string');
  if (wrong === undefined) return items.map(item => Math.trunc(item as number));
  throw raise(TypeError, `Cannot convert '${wrong}' to EagerTensor of dtype int64`, {
    code: 'not-integers',
    explanation: message('The layer looks up integers and receives the text `{0}`.', String(wrong)),
  });
}

/** Numbers as a tensor for the script. */
export function numberTensor(
  py: Interpreter,
  numbers: readonly number[],
  shape: readonly number[],
  dtype: 'int64' | 'int32' | 'float32' | 'float64',
): Value {
  return wrap(py, constant(Float64Array.from(numbers) as unknown as number[], shape, dtype));
}

/** Text as a tensor for the script. */
export function textResult(py: Interpreter, items: readonly string[], shape: readonly number[]): Value {
  return wrap(py, textTensor(items, shape));
}
