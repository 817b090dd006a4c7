/**
 * How a run waits. Evaluation is ordinary, fast, synchronous JavaScript until something must wait; then it returns a
 * {@link Pending}, and every evaluator up the stack wraps the rest of its work in a generator that starts with the
 * pending part. The generators exist only from that moment on, so code that never waits costs nothing for it.
 * Python's own `yield` travels the same way.
 */
import type { Value } from './values.ts';

/** What a suspended computation hands to its driver. */
export type Signal =
  /**
   * Go on when the promise settles, with its result. `optional`: it gives nothing and only lets events in, so code
   * that cannot be suspended goes on without it.
   */
  | { readonly kind: 'wait'; readonly promise: Promise<unknown>; readonly optional?: true }
  /** A Python generator yields this value; go on with the value sent. */
  | { readonly kind: 'yield'; readonly value: Value }
  /** An awaited object hands this value to the event loop; go on with what the loop sends. */
  | { readonly kind: 'await'; readonly value: Value };

/** A computation that may stop on the way and is resumed with the answer to its signal. */
export type Suspendable<T> = Generator<Signal, T, unknown>;

/** Returned in place of a result: the result comes from driving this generator. */
export class Pending<T = Value> {
  readonly rest: Suspendable<T>;
  constructor(rest: Suspendable<T>) {
    this.rest = rest;
  }
}

/** Finishes a result that may be pending, inside a suspendable computation: `yield* settle(evaluate(x))`. */
export function* settle<T>(result: T | Pending<T>): Suspendable<T> {
  return result instanceof Pending ? yield* result.rest : result;
}

/** Waits for a promise inside a suspendable computation. */
export function* wait<T>(promise: Promise<T>): Suspendable<T> {
  return (yield { kind: 'wait', promise }) as T;
}

/** Whether what follows may wait: not where Python cannot be suspended. To ask lets events in. */
export function* mayWait(): Suspendable<boolean> {
  return (yield { kind: 'wait', promise: Promise.resolve(true), optional: true }) === true;
}

/** Goes on with a function when the result is there: now if it is, later if it is pending. */
export function whenSettled<T, U>(result: T | Pending<T>, use: (value: T) => U | Pending<U>): U | Pending<U> {
  if (!(result instanceof Pending)) return use(result);
  return new Pending(continueWith(result, use));
}

function* continueWith<T, U>(result: Pending<T>, use: (value: T) => U | Pending<U>): Suspendable<U> {
  return yield* settle(use(yield* result.rest));
}

/** Drives a computation to its end, awaiting what it waits for. No `yield` or `await` reaches this point. */
export async function drive<T>(computation: Suspendable<T>): Promise<T> {
  let step = computation.next();
  while (!step.done) {
    if (step.value.kind !== 'wait') throw new Error('yield outside a generator');
    let answer: unknown;
    try {
      answer = await step.value.promise;
    } catch (error) {
      step = computation.throw(error);
      continue;
    }
    step = computation.next(answer);
  }
  return step.value;
}
