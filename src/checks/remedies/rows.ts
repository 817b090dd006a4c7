/** Ways out of data and labels of different length: the same rows of both, or the array that belongs to the other. */
import type { RecordedFit } from '../../library/keras/record.ts';
import type { Fix } from '../../python/errors.ts';
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { fix } from '../edits.ts';
import type { Finding } from '../finding.ts';
import {
  elementsOf,
  fitAround,
  isOfValidation,
  type NamedArray,
  namedBefore,
  type Remedy,
  type RemedyContext,
} from './remedy.ts';
import { orderOfSplit } from './splitOrder.ts';

/** Two expressions that should have as many rows, and what is known of their shapes. */
interface Pair {
  readonly isValidation: boolean;
  /** Whether it is the weights of samples that are to have as many rows as the inputs, as the labels have. */
  readonly isWeight: boolean;
  readonly inputs: Expression;
  readonly labels: Expression;
  readonly inputShape: readonly (number | null)[] | null;
  readonly labelShape: readonly (number | null)[] | null;
}

function pairOf(context: RemedyContext, finding: Finding, fitted: RecordedFit): Pair | null {
  const { code } = context;
  const given = code.expressionAt(finding.span);
  const isValidation = isOfValidation(fitted, finding);
  const held = fitted.spans.get('validation_data') ?? null;
  const parts = isValidation ? elementsOf(code.expressionAt(held)) : null;
  const inputs = isValidation ? (parts?.[0] ?? null) : code.expressionAt(fitted.spans.get('x') ?? null);
  const labels = isValidation ? (parts?.[1] ?? null) : given;
  if (inputs === null || labels === null || inputs === labels) return null;
  const [xs, ys] = isValidation ? [fitted.validationX, fitted.validationY] : [fitted.x, fitted.y];
  const isWeight = fitted.spans.get('sample_weight')?.start.offset === finding.span.start.offset;
  return {
    isValidation,
    isWeight,
    inputs,
    labels,
    inputShape: xs.length === 1 ? xs[0]!.shape : null,
    labelShape: ys.length === 1 && !isWeight ? ys[0]!.shape : null,
  };
}

function isSliced(node: Expression): node is Extract<Expression, { kind: 'Subscript' }> {
  return node.kind === 'Subscript' && node.slice.kind === 'Slice';
}

/** `x[:80]` against `y` or `y[:70]`: the same slice of both. */
function sameSlice({ code }: RemedyContext, inputs: Expression, labels: Expression): Fix[] {
  const sliced = (node: Expression, like: Expression): Fix[] => {
    if (!isSliced(like) || (node.kind !== 'Name' && !isSliced(node))) return [];
    const whole = isSliced(node) ? node.value : node;
    const text = `${code.at(whole.span)}[${code.at(like.slice.span)}]`;
    return text === code.at(node.span)
      ? []
      : fix('slice-alike', message('Pass `{0}`', text), [{ span: node.span, text }], true);
  };
  return [...sliced(labels, inputs), ...sliced(inputs, labels)];
}

/** The arrays that have as many rows as the other side, and else the shape of the one they would replace. */
function fitting(
  context: RemedyContext,
  node: Expression,
  shape: Pair['labelShape'],
  rows: number | null,
  taken: ReadonlySet<string>,
): NamedArray[] {
  if (shape === null || rows === null || node.kind !== 'Name') return [];
  return namedBefore(context, node.span).filter(
    ({ name, shape: own }) =>
      name !== node.id &&
      !taken.has(name) &&
      own.length === shape.length &&
      own[0] === rows &&
      own.every((size, axis) => axis === 0 || size === shape[axis]),
  );
}

/** Of several arrays the one whose name ends as the other's does: `y_test` to `x_test`. */
function byName(found: readonly NamedArray[], partner: Expression): NamedArray | null {
  if (found.length === 1) return found[0]!;
  const ending = partner.kind === 'Name' ? /_[A-Za-z0-9]+$/.exec(partner.id)?.[0] : undefined;
  const alike = ending === undefined ? [] : found.filter(({ name }) => name.endsWith(ending));
  return alike.length === 1 ? alike[0]! : null;
}

function otherArrays(context: RemedyContext, pair: Pair, trained: ReadonlySet<string>): Fix[] {
  const { inputs, labels, inputShape, labelShape } = pair;
  const sides = [
    { node: labels, partner: inputs, shape: labelShape, rows: inputShape?.[0] ?? null },
    { node: inputs, partner: labels, shape: inputShape, rows: labelShape?.[0] ?? null },
  ];
  const written = [inputs, labels].flatMap(node => (node.kind === 'Name' ? [node.id] : []));
  const taken = new Set([...written, ...trained]);
  return sides.flatMap(({ node, partner, shape, rows }) => {
    const found = byName(fitting(context, node, shape, rows, taken), partner);
    return found === null
      ? []
      : fix(
          'pass-fitting-array',
          message('Pass `{0}`', found.name),
          [{ span: node.span, text: found.name }],
          true,
        );
  });
}

/** The longer one cut to the length of the shorter: of which rows belong together nobody knows more. */
function cut({ code }: RemedyContext, { inputs, labels }: Pair, sizes: readonly number[]): Fix[] {
  const [rows, others] = sizes;
  if (rows === undefined || others === undefined) return [];
  const longer = rows > others ? inputs : labels;
  if (longer.kind !== 'Name') return [];
  const text = `${code.at(longer.span)}[:${Math.min(rows, others)}]`;
  return fix('cut-the-longer', message('Pass `{0}`', text), [{ span: longer.span, text }], true);
}

/** Labels of several outputs: those with more rows than the inputs have, cut to their number. */
function cutLabels({ code }: RemedyContext, finding: Finding): Fix[] {
  const [, rows, text, longer] = finding.message.args;
  const given = code.expressionAt(finding.span);
  const parts = given?.kind === 'Dict' ? given.values : elementsOf(given);
  const node = parts?.find(item => item.kind === 'Name' && item.id === text);
  if (node === undefined || typeof rows !== 'number' || typeof longer !== 'number' || longer <= rows)
    return [];
  const cutTo = `${text}[:${rows}]`;
  return fix('cut-one-of-the-labels', message('Pass `{0}`', cutTo), [{ span: node.span, text: cutTo }], true);
}

const cardinalityRemedy: Remedy = {
  codes: ['cardinality'],
  propose(finding, context) {
    const fitted = fitAround(context, finding);
    const pair = fitted === null ? null : pairOf(context, finding, fitted);
    if (pair === null) return [];
    const sizes = finding.message.args.filter(part => typeof part === 'number');
    // What the model is trained on is nothing to validate it on.
    const trained = fitted === null ? [] : [...fitted.x, ...fitted.y].flatMap(item => item.text ?? []);
    const taken = new Set(pair.isValidation ? trained : []);
    const ways = [
      orderOfSplit(context, pair.inputs, pair.labels),
      sameSlice(context, pair.inputs, pair.labels),
      otherArrays(context, pair, taken),
      cut(context, pair, sizes),
      cutLabels(context, finding),
    ];
    const touchesInputs = ({ edits }: Fix) =>
      edits.some(({ span }) => span.start.offset === pair.inputs.span.start.offset);
    const fixes = (ways.find(found => found.length > 0) ?? []).filter(
      item => !pair.isWeight || !touchesInputs(item),
    );
    return fixes.map((item, index) => ({ ...item, preferred: index === 0 }));
  },
};

export const rowRemedies: readonly Remedy[] = [cardinalityRemedy];
