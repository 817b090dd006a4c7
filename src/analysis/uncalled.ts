/** Functions that the script defines and nobody calls: followed with unknown arguments, so that their models show. */
import { PythonError } from '../python/errors.ts';
import { PyCoroutine } from '../python/evaluate/coroutines.ts';
import type { PyFunction } from '../python/evaluate/function.ts';
import type { Interpreter } from '../python/interpreter.ts';
import { Unknown, type Value } from '../python/values.ts';
import type { AnalysisPolicy } from './analysisPolicy.ts';

/** Calls every such function once. Methods are left out: without their object nothing is known. */
export function followUncalled(py: Interpreter, policy: AnalysisPolicy): void {
  for (const func of policy.functions) {
    if (policy.entered.has(func.code) || func.owner !== null || func.code.node.kind === 'Lambda') continue;
    // A method whose class is unknown (an unknown base) has no object either.
    if (func.code.scope.parent?.kind === 'class') continue;
    // How many arguments `*args` holds decides what its body does with them.
    if (func.code.parameters.variadic !== null) continue;
    try {
      const result = py.call(func, unknownArguments(func));
      if (result instanceof PyCoroutine) followAwaiting(result);
    } catch (error) {
      // A function that raises on purpose (or cannot wait here) tells nothing about a program that never calls it.
      if (!(error instanceof PythonError)) throw error;
    }
  }
}

/** Runs a coroutine to its end without an event loop: nothing it waits for is known. */
function followAwaiting(coroutine: PyCoroutine): void {
  const computation = coroutine.awaited();
  let step = computation.next();
  while (!step.done && (step.value.kind === 'await' || (step.value.kind === 'wait' && step.value.optional))) {
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
