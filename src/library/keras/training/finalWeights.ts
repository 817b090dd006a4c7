/** The weights that a fit ends with. */
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { readVariables, writeVariables } from '../session.ts';

/** With EMA the averages become the weights when training ends. */
export function* useAverages(py: Interpreter, model: ModelObject, epochs: number): Suspendable<void> {
  if (epochs <= 0) return;
  const pairs = model.compiled?.optimizer?.finalValues(model.trainableWeights) ?? [];
  const values = yield* readVariables(
    py,
    pairs.map(pair => pair.average.variable!),
  );
  yield* writeVariables(
    py,
    pairs.map((pair, index) => ({ variable: pair.variable.variable!, value: values[index].data })),
  );
}
