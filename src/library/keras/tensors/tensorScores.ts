/**
 * Under analysis: a softmax of TensorFlow or Keras over predictions that have been arrays in between, and numbers that
 * divide what is a softmax already.
 */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { dividedKey, type ModelScores, noteSoftmax } from '../../numpy/modelScores.ts';

const noted = new WeakMap<Tensor, ModelScores>();

/** Remembers that a tensor holds predictions. */
export function noteTensorScores(tensor: Tensor, scores: ModelScores): void {
  noted.set(tensor, scores);
}

/** Notes a softmax whose argument holds predictions. */
export function noteSoftmaxOf(py: Interpreter, softmax: Tensor): void {
  const scores = noted.get(throughCasts(softmax.inputs[0]!));
  if (scores !== undefined) noteSoftmax(py, scores, py.span);
}

/** Notes a softmax, or predictions, that a single number divides or multiplies. */
export function noteDivisionOf(py: Interpreter, quotient: Tensor): void {
  const [values, number] = quotient.inputs.map(throughCasts);
  if (values === undefined || number === undefined) return;
  const scores = noted.get(values);
  const factor = throughCasts(number.op === 'broadcastTo' ? number.inputs[0]! : number);
  if ((scores === undefined && values.op !== 'softmax') || factor.shape.some(size => size !== 1)) return;
  const constant = ops.uniformConstant(factor) ?? null;
  const by = constant === null || quotient.op === 'div' ? constant : 1 / constant;
  const known = scores ?? { output: values, areSoftmaxed: false, areLogarithms: false, predictedAt: null };
  py.state(dividedKey).found.push({ ...known, isArray: false, by, at: py.span });
}

function throughCasts(tensor: Tensor): Tensor {
  let current = tensor;
  while (current.op === 'cast' || current.op === 'identity') current = current.inputs[0]!;
  return current;
}
