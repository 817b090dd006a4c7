/** Under analysis: sources of gradients that are None because the tape does not follow them, for the check that tells so. */
import type { Tensor } from '../../graph/tensor.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import type { Span } from '../../python/syntax.ts';
import type { Value } from '../../python/values.ts';
import { VariableObject } from '../keras/tensors/variableObject.ts';
import type { TapeObject } from './tapeRecording.ts';

/** A tensor that a tape was asked for the gradient of, and never watched. */
export interface UnwatchedSource {
  /** Where the tape was made. */
  readonly tape: Span;
  /** The source in the call that asks. */
  readonly source: Span;
}

export const unwatchedKey = new StateKey<{ readonly found: UnwatchedSource[] }>(
  'tensorflow.unwatched',
  () => ({
    found: [],
  }),
);

/**
 * Notes sources without a gradient that would have one if the tape watched them. `connected` computes whether a target
 * depends on a tensor at all.
 */
export function noteUnwatched(
  py: Interpreter,
  tape: TapeObject,
  leaves: readonly Value[],
  read: readonly Tensor[],
  found: readonly (Tensor | null)[],
  connected: (source: Tensor) => boolean,
): void {
  if (py.running || tape.madeAt === null || !py.frame?.file.isScript) return;
  const given = py.site?.argument('sources') ?? py.site?.argument('source') ?? null;
  if (given === null) return;
  leaves.forEach((leaf, index) => {
    if (found[index] !== null || leaf instanceof VariableObject) return;
    const isList = given.kind === 'List' || given.kind === 'Tuple';
    const node = isList && given.elts.length === leaves.length ? given.elts[index]! : given;
    if (connected(read[index]!)) py.state(unwatchedKey).found.push({ tape: tape.madeAt!, source: node.span });
  });
}
