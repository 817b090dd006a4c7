/** Elements of a data set as a batch. */
import { ops } from '../../graph/index.ts';
import { isStatic, sameShape } from '../../graph/shapes.ts';
import type { Tensor } from '../../graph/tensor.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { flatten, mapStructure } from '../keras/tensors/graphNode.ts';
import { TensorObject } from '../keras/tensors/tensorObject.ts';
import { textOf, textTensor } from '../keras/tensors/text.ts';

/** Texts of one shape with a new first axis; null for numbers, and for what is not known. */
function stackedText(tensors: readonly Tensor[]): Tensor | null {
  const [{ shape }] = tensors;
  const items: string[] = [];
  for (const tensor of tensors) {
    const own = textOf(tensor);
    if (own === undefined || !sameShape(tensor.shape, shape)) return null;
    items.push(...own);
  }
  return isStatic(shape) ? textTensor(items, [tensors.length, ...shape]) : null;
}

/** Elements with the same structure, stacked along a new first axis. */
export function stackElements(py: Interpreter, items: readonly Value[]): Value {
  const leaves = items.map(item => flatten([item]));
  let index = 0;
  const numpy = py.importModule('numpy');
  return mapStructure(items[0], () => {
    const place = index++;
    const parts = leaves.map(row => row[place]);
    if (parts.some(part => part instanceof TensorObject)) {
      const tensors = parts.map(part => tensorOf(py, part));
      return wrap(py, stackedText(tensors) ?? ops.stack(tensors, 0));
    }
    if (numpy instanceof Unknown) throw new NotKnown(numpy.reason);
    return py.call(py.getAttribute(numpy, 'stack'), [new PyTuple(parts)]);
  });
}
