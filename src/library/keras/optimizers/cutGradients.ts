/** Why a tape gave no gradient at all, for the optimizer that is given none. */
import type { ErrorDetail, Related } from '../../../python/errors.ts';
import { type Interpreter, StateKey } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Span } from '../../../python/syntax.ts';

export interface CutGradients {
  /** Where the tape was made. */
  readonly tape: Span | null;
  /** Where it was asked for gradients. */
  readonly askedAt: Span | null;
  /** Whether the loss was computed after the tape had stopped recording. */
  readonly isOutside: boolean;
  /** The call that computed it then; null where that is not known. */
  readonly loss: Span | null;
}

export const cutGradientsKey = new StateKey<{ current: CutGradients | null }>(
  'tensorflow.cutGradients',
  () => ({
    current: null,
  }),
);

/** What the last tape tells of an optimizer step without any gradient. */
export function cutDetail(py: Interpreter): ErrorDetail {
  const { current } = py.state(cutGradientsKey);
  if (current === null) return { code: 'no-gradients' };
  const related: Related[] = [];
  if (current.tape !== null) related.push({ span: current.tape, message: message('the tape records here') });
  if (current.askedAt !== null)
    related.push({ span: current.askedAt, message: message('the gradients are asked for here') });
  if (!current.isOutside) return { code: 'no-gradients', related };
  if (py.span !== null)
    related.push({ span: py.span, message: message('the optimizer gets no gradient here') });
  return {
    code: 'loss-outside-tape',
    ...(current.loss === null ? {} : { blame: { kind: 'span', span: current.loss } as const }),
    explanation: message(
      'This is computed after the tape has stopped recording: no gradient comes back through it, and the optimizer gets none.',
    ),
    related,
  };
}
