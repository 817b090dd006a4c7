/** Functions that the script defines and nobody calls: followed with unknown arguments, so that their models show. */
import { PythonError } from '../python/errors.ts';
import { PyCoroutine } from '../python/evaluate/coroutines.ts';
import type { PyFunction } from '../python/evaluate/function.ts';
import type { Interpreter } from '../python/interpreter.ts';
import type { Suspendable } from '../python/suspension.ts';
import { NotKnown, Unknown, type Value } from '../python/values.ts';
import type { AnalysisPolicy } from './analysisPolicy.ts';

/** Calls every such function once, with pauses. Methods are left out: without their object nothing is known. */
export function* followUncalled(py: Interpreter, policy: AnalysisPolicy): Suspendable<void> {
  for (const func of policy.functions) {
    if (policy.entered.has(func.code) || func.owner !== null || func.code.node.kind === 'Lambda') continue;
    // A method whose class is unknown (an unknown base) has no object either.
    if (func.code.scope.parent?.kind === 'class') continue;
    // How many arguments `*args` holds decides what its body does with them.
    if (func.code.parameters.variadic !== null) continue;
    const rest = policy.rest();
    if (rest !== null) yield { kind: 'wait', promise: rest, optional: true };
    try {
      const result = yield* withoutWaiting(py.callAndWait(func, unknownArguments(func)));
      if (result instanceof PyCoroutine) yield* followAwaiting(result);
    } catch (error) {
      // A function that raises on purpose (or cannot wait here) tells nothing about a program that never calls it.
      if (!(error instanceof PythonError)) throw error;
    }
  }
}

/** Only pauses get through: there is nothing to wait for. */
function* withoutWaiting<Result>(computation: Suspendable<Result>): Suspendable<Result> {
  for (;;) {
    const step = computation.next();
    if (step.done) return step.value;
    if (step.value.kind !== 'wait' || !step.value.optional) {
      throw new NotKnown('what is waited for is not known');
    }
    yield step.value;
  }
}

/** Runs a coroutine to its end without an event loop: nothing it waits for is known. */
function* followAwaiting(coroutine: PyCoroutine): Suspendable<void> {
  const computation = coroutine.awaited();
  let step = computation.next();
  while (!step.done) {
    if (step.value.kind === 'wait' && step.value.optional) yield step.value;
    else if (step.value.kind !== 'await') return;
    step = computation.next(new Unknown('what is awaited is not known'));
  }
}

/** Unknown values for the parameters without defaults, and where None stands for an argument that is left out. */
function unknownArguments(func: PyFunction): Value[] {
  const { positional } = func.code.parameters;
  const required = positional.length - func.defaults.length;
  return positional.map((place, index) => {
    const value = func.defaults[index - required] ?? null;
    return value === null ? new Unknown(`the argument ${place.name} is not known`) : value;
  });
}
