/** `==`, `!=` and `+` of tensors of text, computed where the text is known. */
import { ops } from '../../../graph/index.ts';
import { broadcastShapes, isStatic } from '../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyBytes, PyList, PyTuple, type Value } from '../../../python/values.ts';
import { NdArray } from '../../numpy/ndarray.ts';
import { tensorOf } from './conversion.ts';
import { TensorObject } from './tensorObject.ts';
import { textOf, textTensor } from './text.ts';

export const isText = (value: Value): boolean =>
  typeof value === 'string' ||
  value instanceof PyBytes ||
  (value instanceof TensorObject && value.tensor.dtype === 'string');

/** What may stand beside a tensor of text. */
const mayBeText = (value: Value): boolean =>
  isText(value) || value instanceof PyList || value instanceof PyTuple || value instanceof NdArray;

/** The text at a place of the broadcast shape. */
function at(
  items: readonly string[],
  from: readonly number[],
  shape: readonly number[],
  place: number,
): string {
  let [index, stride, rest] = [0, 1, place];
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const own = axis - (shape.length - from.length);
    if (own >= 0) {
      if (from[own] !== 1) index += stride * (rest % shape[axis]);
      stride *= from[own];
    }
    rest = Math.floor(rest / shape[axis]);
  }
  return items[index];
}

/** An operator on text; undefined where neither side is a tensor of text. */
export function onText(py: Interpreter, name: string, left: Value, right: Value): Tensor | undefined {
  const isTensorOfText = [left, right].some(value => value instanceof TensorObject && isText(value));
  if (!isTensorOfText || !mayBeText(left) || !mayBeText(right)) return undefined;
  if (!['equal', 'not_equal', 'add'].includes(name)) return undefined;
  const [a, b]: Tensor[] = [tensorOf(py, left), tensorOf(py, right)];
  if (a.dtype !== 'string' || b.dtype !== 'string') return undefined;
  const shape = broadcastShapes(name, a.shape, b.shape);
  const [first, second] = [textOf(a), textOf(b)];
  if (first === undefined || second === undefined || !isStatic(shape))
    return ops.abstractValue('text', [], shape, name === 'add' ? 'string' : 'bool');
  const sizes = shape as number[];
  const count = sizes.reduce((size, dim) => size * dim, 1);
  const pairs = Array.from(
    { length: count },
    (_, place) =>
      [at(first, a.shape as number[], sizes, place), at(second, b.shape as number[], sizes, place)] as const,
  );
  if (name === 'add')
    return textTensor(
      pairs.map(([one, other]) => one + other),
      shape,
    );
  const same = pairs.map(([one, other]) => ((one === other) === (name === 'equal') ? 1 : 0));
  return constant(Uint8Array.from(same), sizes, 'bool');
}
