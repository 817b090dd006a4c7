/** Under analysis: a softmax of TensorFlow or Keras over predictions that have been arrays in between. */
import type { Tensor } from '../../../graph/tensor.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type ModelScores, noteSoftmax } from '../../numpy/modelScores.ts';

const noted = new WeakMap<Tensor, ModelScores>();

/** Remembers that a tensor holds predictions. */
export function noteTensorScores(tensor: Tensor, scores: ModelScores): void {
  noted.set(tensor, scores);
}

/** Notes a softmax whose argument holds predictions. */
export function noteSoftmaxOf(py: Interpreter, softmax: Tensor): void {
  let current = softmax.inputs[0]!;
  while (current.op === 'cast' || current.op === 'identity') current = current.inputs[0]!;
  const scores = noted.get(current);
  if (scores !== undefined) noteSoftmax(py, scores, py.span);
}
