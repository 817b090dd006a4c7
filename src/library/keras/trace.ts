/**
 * A trace collects what tracing Python or Keras code into the graph leaves besides its result: variables assigned,
 * losses added, the training flag. Without a trace in progress assignments gather in the program's session and are
 * written when something reads a value.
 */

import type { DType } from '../../graph/dtypes.ts';
import type { HostArray } from '../../graph/engine.ts';
import { ops } from '../../graph/index.ts';
import type { Update } from '../../graph/program.ts';
import type { Tensor } from '../../graph/tensor.ts';
import type { Variable } from '../../graph/variable.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import type { NdArray } from '../numpy/ndarray.ts';
import type { HostInputs } from './hostInputs.ts';

/** What a step shows when it has run, as `tf.print` does. */
export interface Print {
  readonly tensors: readonly Tensor[];
  readonly tell: (values: readonly HostArray[]) => void;
}

export class Trace {
  /** What variables hold after the assignments so far; later reads in this trace see them. */
  readonly assigned = new Map<Variable, Tensor>();
  /** Losses from `add_loss` and activity regularizers. */
  readonly losses: Tensor[] = [];
  /** Why analysis does not know all of them; null when it does. */
  unknownLoss: string | null = null;
  readonly prints: Print[] = [];
  /** The arrays that placeholders stand for. */
  readonly arrays = new Map<Tensor, NdArray>();
  /** Collects what the host computes of text; null where a step takes none. */
  host: HostInputs | null = null;
  training: boolean | null;
  /** Null for shapes only: what is assigned in it goes nowhere. */
  readonly purpose: 'shapes' | 'step' | 'session';
  /** The float in which the layer that is being called reads weights; null for the one they are kept in. */
  autocast: DType | null = null;
  /** Whether the script asked for steps that run line by line (`run_eagerly`), or is inside of a `tf.py_function`. */
  eagerly = false;
  /** How many layer calls are open; inside one, tensors carry no history. */
  depth = 0;

  constructor(purpose: Trace['purpose'], training: boolean | null = null) {
    this.purpose = purpose;
    this.training = training;
  }

  read(variable: Variable): Tensor {
    return this.assigned.get(variable) ?? variable.read();
  }

  assign(variable: Variable, value: Tensor): void {
    this.assigned.set(variable, value);
  }

  updates(): Update[] {
    // A value that is itself a leaf gets an operation of its own, so that it is computed before anything is written.
    return [...this.assigned].map(([variable, value]) => ({
      variable,
      value: value.inputs.length === 0 ? ops.identity(value) : value,
    }));
  }
}

/** `tf.config.run_functions_eagerly`. */
export const eagerFunctionsKey = new StateKey<{ current: boolean }>('tensorflow.eagerFunctions', () => ({
  current: false,
}));

/**
 * The call of a `tf.function` that goes on: what is computed in it from the first of its tensors on, and what it was
 * given, has no value in TensorFlow; null outside of such calls.
 */
export const tracedCallKey = new StateKey<{
  current: { readonly first: number; readonly given: ReadonlySet<unknown> } | null;
}>('tensorflow.tracedCall', () => ({ current: null }));

interface Traces {
  readonly stack: Trace[];
}

const tracesKey = new StateKey<Traces>('keras.traces', () => ({ stack: [new Trace('session')] }));

/** The innermost trace; the session's when none is in progress. */
export function currentTrace(py: Interpreter): Trace {
  const { stack } = py.state(tracesKey);
  return stack[stack.length - 1];
}

/** The trace of code that runs eagerly. */
export function sessionTrace(py: Interpreter): Trace {
  return py.state(tracesKey).stack[0];
}

/** Begins a trace that `leaveTrace` ends: for `with`, whose body is not a function. */
export function enterTrace(py: Interpreter, trace: Trace): void {
  py.state(tracesKey).stack.push(trace);
}

/** Ends the innermost trace that `enterTrace` began. */
export function leaveTrace(py: Interpreter): void {
  const { stack } = py.state(tracesKey);
  if (stack.length > 1) stack.pop();
}

/** Runs `body` inside a trace. */
export function withTrace<T>(py: Interpreter, trace: Trace, body: () => T): T {
  const { stack } = py.state(tracesKey);
  stack.push(trace);
  try {
    return body();
  } finally {
    stack.pop();
  }
}
