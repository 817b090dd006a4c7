/** What a training will log, as far as the analysis can tell before it runs. */
import { PythonError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown } from '../../../python/values.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { allMetrics, type CompileState, listsMetrics, makeCompileState } from './compileState.ts';
import { isOwn, isStepOwn } from './customStep.ts';

/**
 * The loss and the metrics of a model with one output by their names in logs; null where the model's own code, layers
 * that are not known or symbolic metrics may log others.
 */
export function namesOfLogs(py: Interpreter, model: ModelObject): readonly string[] | null {
  if (py.running || model.compiled === null || isStepOwn(model) || listsMetrics(model)) return null;
  if (['test_step', 'make_train_function', 'make_test_function'].some(name => isOwn(model, name)))
    return null;
  if (model.extras !== null || model.allLayers().some(layer => layer.whyIncomplete !== null)) return null;
  const { site } = py;
  try {
    const state = model.compiled.state ?? stateOfGraph(py, model);
    return state === null || state.losses.length !== 1 ? null : allMetrics(state).map(item => item.logName);
  } catch (error) {
    if (error instanceof NotKnown || error instanceof PythonError) return null;
    throw error;
  } finally {
    py.site = site;
  }
}

/** The names do not depend on the labels, for which the outputs stand where the data is not known. */
function stateOfGraph(py: Interpreter, model: ModelObject): CompileState | null {
  const outputs = model.graph?.outputs ?? [];
  // Layers of the script's own may add metrics when they are called.
  if (model.allLayers().some(layer => layer.cls.userDefined)) return null;
  if (outputs.length !== 1 || model.compiled === null) return null;
  return makeCompileState(py, model, model.compiled, outputs, outputs);
}
