/** What scikit-learn's metrics of classes refuse: probabilities or one-hot rows beside class numbers. */
import { type Fix, raise, ValueError } from '../../python/errors.ts';
import { native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { message } from '../../python/message.ts';
import type { CallSite } from '../../python/operations/calls.ts';
import type { Expression } from '../../python/syntax.ts';
import type { Value } from '../../python/values.ts';
import { NdArray } from '../numpy/ndarray.ts';

/** One class for each sample, or a row for each; `name` is scikit-learn's. */
interface Target {
  readonly isRows: boolean;
  readonly name: string;
}

/** What is certain of an array whose contents are not known; null for nothing. */
function targetOf({ shape, dtype, facts }: NdArray): Target | null {
  const [rows, columns] = shape;
  const isText = !/^(u?int|float|bool)/.test(dtype);
  if (rows === undefined || rows === 0 || shape.length > 2 || columns === null || columns === 0) return null;
  if (columns === undefined || columns === 1) {
    const isClass = isText || facts.integers || !dtype.startsWith('float');
    const isBinary =
      dtype === 'bool' || (facts.minimum !== null && facts.minimum >= 0 && facts.maximum === 1);
    return isClass ? { isRows: false, name: isBinary ? 'binary' : 'multiclass' } : null;
  }
  if (isText) return null;
  if (facts.oneHot || facts.multiHot || dtype === 'bool')
    return { isRows: true, name: 'multilabel-indicator' };
  return { isRows: true, name: `${facts.integers ? 'multiclass' : 'continuous'}-multioutput` };
}

function kindOf(array: NdArray, name: Value): Target | null {
  if (typeof name !== 'string') return targetOf(array);
  const isRows = name.startsWith('multilabel') || name.endsWith('multioutput');
  return { isRows, name };
}

/** The script's call of the metric that is running. */
function callOfMetric(py: Interpreter): CallSite | null {
  let { frame } = py;
  while (frame !== null && frame.caller?.file.isScript === false) frame = frame.caller;
  const [first, second] = frame?.func?.code.parameters.positional ?? [];
  return first?.name === 'y_true' && second?.name === 'y_pred' ? frame!.calledBy : null;
}

/** What the call passes for one of the first two parameters of every metric. */
function passed({ node }: CallSite, index: 0 | 1): Expression | null {
  const name = ['y_true', 'y_pred'][index];
  const byName = node.keywords.find(({ arg }) => arg === name);
  if (byName !== undefined) return byName.value;
  return node.args.slice(0, index + 1).some(({ kind }) => kind === 'Starred')
    ? null
    : (node.args[index] ?? null);
}

function argmaxOf(expression: Expression, { source }: CallSite): Fix[] {
  const { span, kind } = expression;
  const text = source.slice(span.start.offset, span.end.offset);
  const isPrimary = kind === 'Name' || kind === 'Call' || kind === 'Attribute' || kind === 'Subscript';
  const changed = `${isPrimary ? text : `(${text})`}.argmax(axis=1)`;
  const title = message('Pass `{0}`', changed);
  return [{ kind: 'argmax-of-scored-rows', title, edits: [{ span, text: changed }], preferred: true }];
}

export const refuseMixed = native(
  'refuse_mixed(y_true, y_pred, true_kind, pred_kind)',
  ([labels, predictions, labelKind, predictedKind], py) => {
    const kinds = [labelKind, predictedKind];
    const arrays = [labels, predictions];
    const targets = arrays.map((array, index) =>
      array instanceof NdArray
        ? kindOf(array, kinds[index])
        : typeof kinds[index] === 'string'
          ? { isRows: false, name: kinds[index] }
          : null,
    );
    const [left, right] = targets;
    if (left === null || right === null) return null;
    const areKnown = typeof labelKind === 'string' && typeof predictedKind === 'string';
    if (!areKnown && left.isRows === right.isRows) return null;
    const text = `Classification metrics can't handle a mix of ${left.name} and ${right.name} targets`;
    const wide = left.isRows === right.isRows ? null : left.isRows ? 0 : 1;
    const site = callOfMetric(py);
    const expression = wide === null || site === null ? null : passed(site, wide);
    const array = wide === null ? null : arrays[wide];
    if (expression === null || !(array instanceof NdArray)) throw raise(ValueError, text);
    throw raise(ValueError, text, {
      code: 'rows-beside-classes',
      blame: { kind: 'script', span: expression.span },
      explanation: message(
        '`{0}` has a row of {1} numbers for each sample, and the other side one class: take the `argmax` of each row.',
        site!.source.slice(expression.span.start.offset, expression.span.end.offset),
        array.shape[1] ?? 0,
      ),
      fixes: argmaxOf(expression, site!),
    });
  },
  'Raises what metrics of classes raise for two kinds of targets that do not go together.',
);
