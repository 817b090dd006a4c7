/** Softmaxes that a script takes itself of what `predict` gave, with the temperatures before them. */
import { type Division, type SoftmaxOfScores, softmaxesKey } from '../library/numpy/modelScores.ts';
import type { Related } from '../python/errors.ts';
import { message } from '../python/message.ts';
import type { Node, Span } from '../python/syntax.ts';
import type { CheckContext } from './check.ts';
import { type Edit, removeActivation, setFromLogits, together } from './edits.ts';
import { throughReshapes } from './layers.ts';

/** Every softmax of predictions. */
export function predictedSoftmaxes({ py }: CheckContext): readonly SoftmaxOfScores[] {
  return py.state(softmaxesKey).found;
}

/** Whether what a softmax gets, or a temperature divides, are probabilities where they should be logits. */
export function takesProbabilities({
  output,
  areLogarithms,
  areSoftmaxed,
}: Pick<SoftmaxOfScores, 'output' | 'areLogarithms' | 'areSoftmaxed'>): boolean {
  return !areLogarithms && (areSoftmaxed || throughReshapes(output).op === 'softmax');
}

/** Lets the model give logits in place of probabilities, and its loss take them. */
export function logitsInstead(
  context: CheckContext,
  { output, areSoftmaxed }: SoftmaxOfScores,
): Edit[] | null {
  const made = areSoftmaxed ? null : throughReshapes(output).origin.layer;
  const found = context.outputs.filter(({ model, layer }) => model !== null && layer?.name === made);
  const [head] = found;
  if (head === undefined || found.length > 1 || head.loss === null || head.loss.fromLogits) return null;
  return together(removeActivation(context, head.layer), setFromLogits(context, head.loss, true));
}

/** Where a division stands in the script. */
export function placeOf({ code }: CheckContext, softmax: SoftmaxOfScores, { made }: Division): Span | null {
  const whole = made.madeAt ?? softmax.at;
  if (whole === null) return null;
  const inside = (node: Node, around: Span): boolean =>
    node.span.start.offset >= around.start.offset && node.span.end.offset <= around.end.offset;
  const divisions = code.all('BinOp').filter(node => dividing.has(node.op) && inside(node, whole));
  // An array's own place is the statement that an operator stands in.
  const outer = divisions.filter(
    node => !divisions.some(other => other !== node && inside(node, other.span)),
  );
  return outer.length === 1 ? outer[0]!.span : whole;
}

const dividing = new Set<string>(['Div', 'Mult', 'Pow']);

/** Where the predictions come from. */
export function predictedHere({ predictedAt }: Pick<SoftmaxOfScores, 'predictedAt'>): Related[] {
  return predictedAt === null
    ? []
    : [{ span: predictedAt, message: message('The predictions come from here.') }];
}
