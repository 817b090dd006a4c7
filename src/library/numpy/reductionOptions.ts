/** What all reductions read of their arguments, and how they give their results. */
import type { Interpreter } from '../../python/interpreter.ts';
import type { Value } from '../../python/values.ts';
import { axesArgument } from './arguments.ts';
import { castArray } from './casting.ts';
import { arrayOrScalar } from './conversion.ts';
import { assign } from './indexAssignment.ts';
import { NdArray } from './ndarray.ts';
import type { Axes } from './reductions.ts';

/** `keepdims` in a signature where leaving it out is not the same as False. */
export const keepDefault = 'keepdims=<no value>';

/** Gives a reduction's result, into `out` where one is given. */
export function deliver(result: NdArray, out: Value): Value {
  if (!(out instanceof NdArray)) return arrayOrScalar(result);
  assign(out, [{ kind: 'ellipsis' }], castArray(result, out.dtype));
  return out;
}

export interface Common {
  readonly axes: Axes;
  readonly keepDimensions: boolean;
  readonly py: Interpreter;
}

export function common(axis: Value, keep: Value, py: Interpreter): Common {
  return {
    axes: axesArgument(axis, py),
    keepDimensions: typeof keep === 'string' ? false : py.truth(keep),
    py,
  };
}
