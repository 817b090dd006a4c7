/** Steps and parts of steps that a model's class defines for itself. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { PyDict } from '../../../python/collections.ts';
import { NotImplementedError, raise } from '../../../python/errors.ts';
import { NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { parametersOf } from '../tensors/callableSignature.ts';
import { floatTensorOf } from '../tensors/conversion.ts';
import type { Trace } from '../trace.ts';
import { type StepInputs, weightOfClasses } from './stepInputs.ts';
import { finish, type StepOptions, type TracedStep } from './stepTrace.ts';

/** What a model's own `predict_step` makes of a batch; several inputs come as a tuple of one list, as Keras packs them. */
export function ownPrediction(py: Interpreter, model: ModelObject, x: Value): Value {
  const data = x instanceof PyList || x instanceof PyTuple ? new PyTuple([x]) : x;
  return py.callMethod(model, 'predict_step', [data]);
}

/** The loss of a model that overrides `compute_loss`; null for the usual one. */
export function ownLoss(
  py: Interpreter,
  model: ModelObject,
  inputs: StepInputs,
  prediction: Value,
): Tensor | null {
  const found = model.cls.lookup('compute_loss');
  if (found === undefined || found instanceof NativeFunction) return null;
  const loss = py.callMethod(
    model,
    'compute_loss',
    [],
    PyDict.fromStrings([
      ['x', inputs.x],
      ['y', inputs.y],
      ['y_pred', prediction],
      ['sample_weight', inputs.weight],
    ]),
  );
  if (loss instanceof Unknown) throw new NotKnown(loss.reason);
  return ops.sum(floatTensorOf(py, loss));
}

/** What Keras's own steps call that a model may define for itself. */
const PARTS_OF_STEPS = ['compute_loss', 'compute_metrics', 'get_metrics_result'];

/** Whether the script writes its own training step, or parts of it. */
export function isStepOwn(model: ModelObject): boolean {
  return ['train_step', ...PARTS_OF_STEPS].some(part => isOwn(model, part));
}

/** Whether the script's class defines a method itself. */
export function isOwn(model: ModelObject, name: string): boolean {
  const found = model.cls.lookup(name);
  return found !== undefined && !(found instanceof NativeFunction);
}

/**
 * Refuses a function of the script's own in the place of Keras's step on an iterator: `make_train_function` of its class,
 * or what was assigned to `train_function`. None, and what Keras makes itself, are as if nothing was said.
 */
export function refuseOwnFunction(
  py: Interpreter,
  model: ModelObject,
  kind: 'train' | 'test' | 'predict',
): void {
  const attribute = `${kind}_function`;
  const given = model.attributes.get(attribute) ?? null;
  const maker = `make_${attribute}`;
  const isGiven = given !== null && !(given instanceof NativeFunction);
  if (!isGiven && !isOwn(model, maker)) return;
  if (!py.running) throw new NotKnown('a function of the script runs the steps');
  const what = isOwn(model, maker) ? maker : attribute;
  throw raise(
    NotImplementedError,
    `A ${what} of the script's own is not supported by Kerascope yet; override ${kind}_step instead`,
    { code: 'not-supported' },
  );
}

/** Runs the user's own `train_step` or `test_step`, or Keras's with the user's own parts, where the class has any. */
export function customStep(
  py: Interpreter,
  model: ModelObject,
  kind: 'train' | 'test',
  inputs: StepInputs,
  options: StepOptions,
  trace: Trace,
): TracedStep | null {
  const name = kind === 'train' ? 'train_step' : 'test_step';
  if (!isOwn(model, name) && !PARTS_OF_STEPS.some(part => isOwn(model, part))) return null;
  // Written for another backend: JAX's steps take the state besides the data.
  if (isOwn(model, name) && parametersOf(model.cls.lookup(name)!).names.length > 2)
    throw new NotKnown(`${name} takes more than the data`);
  const weight =
    options.classWeight === null ? inputs.weight : weightOfClasses(py, inputs, options.classWeight);
  const data =
    weight !== null ? [inputs.x, inputs.y, weight] : inputs.y !== null ? [inputs.x, inputs.y] : [inputs.x];
  const logs = py.callMethod(model, name, [data.length === 1 ? data[0] : new PyTuple(data)]);
  if (logs instanceof Unknown) throw new NotKnown(logs.reason);
  const entries = logs instanceof PyDict ? plainLogs(logs) : [];
  const results = entries.map(([, value]) => floatTensorOf(py, value));
  options.sums?.record(
    trace,
    entries.map(([key], index) => [key, results[index]] as const),
  );
  return finish(
    trace,
    inputs,
    null,
    [],
    [],
    results,
    entries.map(([key]) => key),
  );
}

/** Logs by name; what is a dict itself, as the metrics of `compile` together, stands for its own entries. */
function plainLogs(logs: PyDict): (readonly [string, Value])[] {
  return [...logs.entries()].flatMap(([key, value]) =>
    value instanceof PyDict ? plainLogs(value) : [[String(key), value] as const],
  );
}
