/** Evaluating several expressions in order, where any of them may have to wait. */
import type { TracedPlace } from '../errors.ts';
import { Pending, type Suspendable, settle } from '../suspension.ts';
import type { Expression } from '../syntax.ts';
import type { Value } from '../values.ts';
import type { Evaluate } from './code.ts';
import type { Frame } from './frame.ts';
import { guardRest, recover } from './guard.ts';
import type { ShortWay } from './numberPaths.ts';

/** Evaluates one expression, then uses its value. */
export function evaluateOne(part: Evaluate, use: (frame: Frame, value: Value) => Value | Pending): Evaluate {
  return frame => {
    const value = part(frame);
    return value instanceof Pending ? new Pending(oneLater(value, use, frame)) : use(frame, value);
  };
}

function* oneLater(
  pending: Pending,
  use: (frame: Frame, value: Value) => Value | Pending,
  frame: Frame,
): Suspendable<Value> {
  return yield* settle(use(frame, yield* pending.rest));
}

type UseTwo = (frame: Frame, first: Value, second: Value) => Value | Pending;

/** Evaluates two expressions from left to right, then uses their values. */
export function evaluateTwo(first: Evaluate, second: Evaluate, use: UseTwo): Evaluate {
  return frame => {
    const a = first(frame);
    if (a instanceof Pending) return new Pending(twoFromFirst(a, second, use, frame));
    const b = second(frame);
    if (b instanceof Pending) return new Pending(twoFromSecond(a, b, use, frame));
    return use(frame, a, b);
  };
}

/**
 * Evaluates two expressions, which are guarded themselves, then uses their values under a guard of the whole. A short
 * way that has an answer spares the rest.
 */
export function guardTwo(
  node: Expression,
  first: Evaluate,
  second: Evaluate,
  use: UseTwo,
  short: ShortWay | null = null,
  traced: TracedPlace = node,
): Evaluate {
  return frame => {
    const a = first(frame);
    if (a instanceof Pending) {
      return new Pending(
        guardRest(frame, node, new Pending(twoFromFirst(a, second, use, frame)), null, traced),
      );
    }
    const b = second(frame);
    if (b instanceof Pending) {
      return new Pending(guardRest(frame, node, new Pending(twoFromSecond(a, b, use, frame)), null, traced));
    }
    if (short !== null) {
      const answer = short(a, b);
      if (answer !== undefined) return answer;
    }
    let result: Value | Pending;
    try {
      result = use(frame, a, b);
    } catch (error) {
      return recover(frame, node, error, null, traced);
    }
    return result instanceof Pending ? new Pending(guardRest(frame, node, result, null, traced)) : result;
  };
}

function* twoFromFirst(first: Pending, second: Evaluate, use: UseTwo, frame: Frame): Suspendable<Value> {
  const a = yield* first.rest;
  const b = yield* settle(second(frame));
  return yield* settle(use(frame, a, b));
}

function* twoFromSecond(a: Value, second: Pending, use: UseTwo, frame: Frame): Suspendable<Value> {
  const b = yield* second.rest;
  return yield* settle(use(frame, a, b));
}

type UseMany = (frame: Frame, values: Value[]) => Value | Pending;

/** Evaluates any number of expressions from left to right, then uses their values. */
export function evaluateMany(parts: readonly Evaluate[], use: UseMany): Evaluate {
  return frame => {
    const values: Value[] = new Array(parts.length);
    for (let index = 0; index < parts.length; index++) {
      const value = parts[index](frame);
      if (value instanceof Pending) return new Pending(manyFrom(index, value, values, parts, use, frame));
      values[index] = value;
    }
    return use(frame, values);
  };
}

/** The rest of {@link evaluateMany} from the expression on that has to wait. */
export function* manyFrom(
  start: number,
  pending: Pending,
  values: Value[],
  parts: readonly Evaluate[],
  use: UseMany,
  frame: Frame,
): Suspendable<Value> {
  values[start] = yield* pending.rest;
  for (let index = start + 1; index < parts.length; index++)
    values[index] = yield* settle(parts[index](frame));
  return yield* settle(use(frame, values));
}
