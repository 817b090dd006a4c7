/** What scikit-learn's metrics of classes refuse: probabilities or one-hot rows beside class numbers. */
import { type ErrorDetail, type Fix, raise, ValueError } from '../../python/errors.ts';
import { native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { message } from '../../python/message.ts';
import type { CallSite } from '../../python/operations/calls.ts';
import type { Expression } from '../../python/syntax.ts';
import type { Value } from '../../python/values.ts';
import { throughReshapes } from '../keras/layers/madeBy.ts';
import { NdArray } from '../numpy/ndarray.ts';

/** One class for each sample, or a row for each; `name` is scikit-learn's. */
interface Target {
  readonly isRows: boolean;
  readonly name: string;
  /** Whether there surely are numbers between 0 and 1; what a model predicts with. */
  readonly scores: 'softmax' | 'sigmoid' | null;
}

/** What gave the probabilities that an array holds just as a model predicted them; null for anything else. */
function scoresOf({ memory }: NdArray): Target['scores'] {
  const { scores } = memory;
  if (scores === null || scores.stage !== 'scores' || scores.areLogarithms || scores.divisions.length > 0)
    return null;
  const { op } = throughReshapes(scores.output);
  return op === 'softmax' || op === 'sigmoid' ? op : null;
}

/** What is certain of an array whose contents are not known; null for nothing. */
function targetOf(array: NdArray): Target | null {
  const { shape, dtype, facts } = array;
  const [rows, columns] = shape;
  const isText = !/^(u?int|float|bool)/.test(dtype);
  if (rows === undefined || rows === 0 || shape.length > 2 || columns === null || columns === 0) return null;
  const scores = scoresOf(array);
  if (columns === undefined || columns === 1) {
    if (scores === 'sigmoid') return { isRows: false, name: 'continuous', scores };
    const isClass = isText || facts.integers || !dtype.startsWith('float');
    const isBinary =
      dtype === 'bool' || (facts.minimum !== null && facts.minimum >= 0 && facts.maximum === 1);
    return isClass ? { isRows: false, name: isBinary ? 'binary' : 'multiclass', scores: null } : null;
  }
  if (isText) return null;
  const { minimum, maximum } = facts;
  const areBits = facts.integers && minimum !== null && minimum >= 0 && maximum !== null && maximum <= 1;
  if (facts.oneHot || facts.multiHot || areBits || dtype === 'bool')
    return { isRows: true, name: 'multilabel-indicator', scores: null };
  return { isRows: true, name: `${facts.integers ? 'multiclass' : 'continuous'}-multioutput`, scores };
}

function kindOf(array: NdArray, name: Value): Target | null {
  if (typeof name !== 'string') return targetOf(array);
  const isRows = name.startsWith('multilabel') || name.endsWith('multioutput');
  const isContinuous = name.startsWith('continuous');
  return { isRows, name, scores: isContinuous ? (isRows ? 'softmax' : 'sigmoid') : null };
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

/** A place where one side of a metric stands. */
interface Side {
  readonly expression: Expression;
  readonly array: NdArray;
}

function textOf({ source }: CallSite, { span }: Expression): string {
  return source.slice(span.start.offset, span.end.offset);
}

/** In parentheses where what follows would belong to a part of it only. */
function primary(expression: Expression, site: CallSite): string {
  const { kind } = expression;
  const isPrimary = kind === 'Name' || kind === 'Call' || kind === 'Attribute' || kind === 'Subscript';
  return isPrimary ? textOf(site, expression) : `(${textOf(site, expression)})`;
}

/** The class of each row on every side that has rows. */
function argmaxOf(sides: readonly Side[], site: CallSite): Fix[] {
  const changes = sides.map(({ expression }) => ({
    span: expression.span,
    text: `${primary(expression, site)}.argmax(axis=1)`,
  }));
  const [first, second] = changes;
  const title =
    second === undefined
      ? message('Pass `{0}`', first!.text)
      : message('Pass `{0}` and `{1}`', first!.text, second.text);
  return [{ kind: 'argmax-of-scored-rows', title, edits: changes, preferred: true }];
}

/** Yes or no of each probability. */
function thresholdOf({ expression, array }: Side, site: CallSite): Fix[] {
  const rows = array.shape.length === 2 && array.shape[1] === 1 ? '.ravel()' : '';
  const text = `(${primary(expression, site)} > 0.5).astype(int)${rows}`;
  const edits = [{ span: expression.span, text }];
  return [{ kind: 'threshold-of-scores', title: message('Pass `{0}`', text), edits, preferred: true }];
}

interface Sides {
  readonly site: CallSite;
  readonly both: readonly [Side, Side];
}

/** Both sides as the script's call shows them; null where it does not. */
function sidesOf(py: Interpreter, arrays: readonly Value[]): Sides | null {
  const site = callOfMetric(py);
  if (site === null) return null;
  const both = ([0, 1] as const).flatMap(index => {
    const [expression, array] = [passed(site, index), arrays[index]];
    return expression === null || !(array instanceof NdArray) ? [] : [{ expression, array }];
  });
  return both.length === 2 ? { site, both: [both[0]!, both[1]!] } : null;
}

/** Rows on one side only. */
function besideClasses(side: Side, site: CallSite): ErrorDetail {
  return {
    code: 'rows-beside-classes',
    blame: { kind: 'script', span: side.expression.span },
    explanation: message(
      '`{0}` has a row of {1} numbers for each sample, and the other side one class: take the `argmax` of each row.',
      textOf(site, side.expression),
      side.array.shape[1] ?? 0,
    ),
    fixes: argmaxOf([side], site),
  };
}

/** Probabilities beside classes or beside rows of zeros and ones. */
function besideLabels({ site, both }: Sides, index: 0 | 1, scores: 'softmax' | 'sigmoid'): ErrorDetail {
  const side = both[index];
  return {
    code: 'probabilities-beside-classes',
    blame: { kind: 'script', span: side.expression.span },
    explanation:
      scores === 'softmax'
        ? message(
            '`{0}` has probabilities, and the other side one-hot rows: take the `argmax` of each row on both sides.',
            textOf(site, side.expression),
          )
        : message(
            '`{0}` has probabilities, and the other side classes: compare them with a threshold first.',
            textOf(site, side.expression),
          ),
    fixes: scores === 'softmax' ? argmaxOf(both, site) : thresholdOf(side, site),
  };
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
          ? { isRows: false, name: kinds[index], scores: null }
          : null,
    );
    const [left, right] = targets;
    if (left == null || right == null) return null;
    const areKnown = typeof labelKind === 'string' && typeof predictedKind === 'string';
    const isMixed = left.isRows !== right.isRows;
    if (!areKnown && !isMixed && !differ(left, right)) return null;
    const text = `Classification metrics can't handle a mix of ${left.name} and ${right.name} targets`;
    const sides = sidesOf(py, arrays);
    if (sides === null) throw raise(ValueError, text);
    if (isMixed) throw raise(ValueError, text, besideClasses(sides.both[left.isRows ? 0 : 1], sides.site));
    const index = left.scores === null ? 1 : 0;
    const predicted = [left, right][index]!;
    if (predicted.scores === null) throw raise(ValueError, text);
    const isOneHot = sides.both[1 - index]!.array.facts.oneHot !== null;
    const scores =
      predicted.isRows && isOneHot ? (scoresOf(sides.both[index].array) ?? predicted.scores) : 'sigmoid';
    throw raise(ValueError, text, besideLabels(sides, index, scores));
  },
  'Raises what metrics of classes raise for two kinds of targets that do not go together.',
);

/** Whether one side surely holds probabilities and the other surely classes, or rows of zeros and ones. */
function differ(left: Target, right: Target): boolean {
  if ((left.scores === null) === (right.scores === null)) return false;
  const { name } = left.scores === null ? left : right;
  return !name.endsWith('multioutput');
}

export const refuseRows = native(
  'refuse_rows(y_true, y_pred, kind)',
  ([labels, predictions, kind], py) => {
    const arrays = [labels, predictions];
    const areRows = arrays.every(
      array => array instanceof NdArray && targetOf(array)?.name === 'multilabel-indicator',
    );
    if (kind === null && !areRows) return null;
    const sides = sidesOf(py, arrays);
    const name = kind === null ? 'multilabel-indicator' : py.str(kind);
    if (sides === null || name !== 'multilabel-indicator')
      throw raise(ValueError, `${name} is not supported`);
    const { site, both } = sides;
    throw raise(ValueError, `${name} is not supported`, {
      code: 'rows-beside-classes',
      blame: { kind: 'script', span: both[0].expression.span },
      explanation: message(
        '`{0}` takes one class for each sample, and `{1}` has a row of {2} numbers for each.',
        site.source.slice(site.node.func.span.start.offset, site.node.func.span.end.offset),
        textOf(site, both[0].expression),
        both[0].array.shape[1] ?? 0,
      ),
      fixes: argmaxOf(both, site),
    });
  },
  'Raises what metrics of one class for each sample raise for rows of zeros and ones on both sides.',
);
