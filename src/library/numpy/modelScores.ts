/**
 * Under analysis: what a script's own arithmetic makes of a model's predictions, as far as a softmax goes: divided by
 * temperatures, exponentials of them, and those divided by their sum. Nothing is noted under run.
 */
import type { Tensor } from '../../graph/tensor.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import type { Span } from '../../python/syntax.ts';
import type { NdArray } from './ndarray.ts';

/** A number that predictions, or their logarithms, were divided by. */
export interface Division {
  readonly by: number;
  /** The result, whose `madeAt` is the division. */
  readonly made: NdArray;
}

/** What an array holds of a model's predictions. */
export interface ModelScores {
  /** The output of the model. */
  readonly output: Tensor;
  readonly predictedAt: Span | null;
  readonly divisions: readonly Division[];
  /** Logarithms have been taken: of probabilities these are logits again. */
  readonly areLogarithms: boolean;
  /** Whether the script has taken a softmax of them itself. */
  readonly areSoftmaxed: boolean;
  /** Exponentials, or powers, wait for the division by their sum. */
  readonly stage: 'scores' | 'exponentials' | 'powers';
}

/** A softmax of predictions, in whatever way it is computed. */
export interface SoftmaxOfScores extends ModelScores {
  readonly at: Span | null;
}

/** Predictions that are read as what they are not: one `argmax` of all rows, or probabilities that equal a label. */
export interface MisreadScores {
  readonly kind: 'argmax' | 'equality';
  readonly output: Tensor;
  readonly predictedAt: Span | null;
  readonly at: Span | null;
  readonly rows: number | null;
}

export const misreadKey = new StateKey<{ readonly found: MisreadScores[] }>('numpy.misreadScores', () => ({
  found: [],
}));

function noteMisread(kind: MisreadScores['kind'], scores: NdArray, py: Interpreter): void {
  const { output, predictedAt, divisions, stage, areSoftmaxed } = scores.memory.scores!;
  if (stage !== 'scores' || divisions.length > 0 || areSoftmaxed) return;
  const rows = scores.shape[0] ?? null;
  py.state(misreadKey).found.push({ kind, output, predictedAt, at: py.span, rows });
}

/** Notes an `argmax` of predictions that is taken of all rows together. */
export function noteArgmax(array: NdArray, axis: number | null, py: Interpreter): void {
  const rows = array.shape[0] ?? null;
  if (axis === null && array.memory.scores !== null && array.rank === 2 && rows !== null && rows > 1)
    noteMisread('argmax', array, py);
}

/** Notes a comparison of predictions with whole numbers, element by element. */
function noteEquality(left: NdArray, right: NdArray, py: Interpreter): void {
  const [scores, others] = left.memory.scores === null ? [right, left] : [left, right];
  const { facts, memory, rank } = others;
  if (scores.memory.scores !== null && memory.scores === null && rank > 0 && facts.integers)
    noteMisread('equality', scores, py);
}

export const softmaxesKey = new StateKey<{ readonly found: SoftmaxOfScores[] }>('numpy.softmaxes', () => ({
  found: [],
}));

/** Predictions that a number divides, whatever becomes of them. */
export interface DividedScores {
  /** What is divided: of arrays the output of the model, of tensors what they are computed as. */
  readonly output: Tensor;
  readonly areSoftmaxed: boolean;
  readonly areLogarithms: boolean;
  readonly isArray: boolean;
  /** Null where the number is known only when the script runs. */
  readonly by: number | null;
  readonly predictedAt: Span | null;
  /** The expression, or the statement that an operator stands in. */
  readonly at: Span | null;
}

export const dividedKey = new StateKey<{ readonly found: DividedScores[] }>('numpy.dividedScores', () => ({
  found: [],
}));

const plain = { areLogarithms: false, areSoftmaxed: false, stage: 'scores' } as const;

/** Notes that an array holds predictions. */
export function noteScores(array: NdArray, output: Tensor, predictedAt: Span | null): void {
  const scores: ModelScores = { output, predictedAt, divisions: [], ...plain };
  array.memory.scores = scores;
}

/** Notes a softmax of predictions. */
export function noteSoftmax(py: Interpreter, scores: ModelScores, at: Span | null): void {
  py.state(softmaxesKey).found.push({ ...scores, at });
}

/** The scores of a copy of another array. */
export function keepScores(made: NdArray, from: NdArray): NdArray {
  if (from.memory.scores !== null) made.memory.scores = from.memory.scores;
  return made;
}

/** Follows an operation, element by element, on predictions. */
export function followScores(
  name: string,
  operands: readonly NdArray[],
  made: NdArray,
  py: Interpreter,
): void {
  const [left, right] = operands;
  if (name === 'equal' && left !== undefined && right !== undefined) noteEquality(left, right, py);
  const scores = left?.memory.scores ?? null;
  if (left === undefined || made.rank !== left.rank || made.shape.at(-1) !== left.shape.at(-1)) return;
  if (scores === null) {
    const other = right?.memory.scores ?? null;
    // `1e-8 + p`, `0.5 * p`
    if (left.rank === 0 && right !== undefined && other !== null && (name === 'add' || name === 'multiply'))
      followScores(name, [right, left], made, py);
    return;
  }
  const by = right === undefined || right.rank > 0 ? null : right.facts.constant;
  const next = right === undefined ? ofOne(name, scores) : ofTwo(name, scores, right, by, made);
  if (next !== null) made.memory.scores = next;
  if (by !== null && (name === 'divide' || name === 'multiply') && scores.stage === 'scores')
    noteDivided(py, scores, name === 'divide' ? by : 1 / by);
  if (name !== 'divide' || by !== null || scores.stage === 'scores') return;
  noteSoftmax(py, scores, py.span);
  made.memory.scores = { ...scores, ...plain, divisions: [], areSoftmaxed: true };
}

function noteDivided(py: Interpreter, scores: ModelScores, by: number): void {
  const { output, areSoftmaxed, areLogarithms, predictedAt } = scores;
  const found = { output, areSoftmaxed, areLogarithms, predictedAt, isArray: true, by, at: py.span };
  py.state(dividedKey).found.push(found);
}

function ofOne(name: string, scores: ModelScores): ModelScores | null {
  if (scores.stage !== 'scores') return null;
  if (name === 'log') return { ...scores, areLogarithms: true };
  return name === 'exp' ? { ...scores, stage: 'exponentials' } : null;
}

function ofTwo(
  name: string,
  scores: ModelScores,
  right: NdArray,
  by: number | null,
  made: NdArray,
): ModelScores | null {
  if (scores.stage !== 'scores') return null;
  const isShift = right.rank === 0 || right.shape.at(-1) === 1 || right.rank < made.rank;
  if ((name === 'subtract' || name === 'add') && isShift) return scores;
  if (by === null) return null;
  const { divisions } = scores;
  if (name === 'divide') return { ...scores, divisions: [...divisions, { by, made }] };
  if (name === 'multiply' && by !== 0) return { ...scores, divisions: [...divisions, { by: 1 / by, made }] };
  if (name !== 'power' || by === 0) return null;
  return { ...scores, divisions: [...divisions, { by: 1 / by, made }], areLogarithms: true, stage: 'powers' };
}
