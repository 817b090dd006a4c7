/** One step on a batch as a program: forward pass, loss, gradients, optimizer update, metrics. */

import { gradients } from '../../../graph/autodiff.ts';
import type { DType } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import type { Program } from '../../../graph/program.ts';
import { isStatic, type Shape } from '../../../graph/shapes.ts';
import { placeholder, type Tensor } from '../../../graph/tensor.ts';
import { PyDict } from '../../../python/collections.ts';
import { AttributeError, NotImplementedError, raise, ValueError } from '../../../python/errors.ts';
import { NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { NotKnown, PyList, PyTuple, touch, Unknown, type Value } from '../../../python/values.ts';
import { explainLabels } from '../errors/labels.ts';
import { HostInputs } from '../hostInputs.ts';
import { callLayer } from '../layers/base/callLayer.ts';
import { lossValue } from '../losses/lossClasses.ts';
import { addValues } from '../metrics/metricClasses.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { parametersOf } from '../tensors/callableSignature.ts';
import { hostArrayOf, tensorOf, tensorOfArray, wrap } from '../tensors/conversion.ts';
import { flatten, flattenTensors, mapStructure } from '../tensors/graphNode.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { textOf } from '../tensors/text.ts';
import { Trace, withTrace } from '../trace.ts';
import { type CompileState, makeCompileState, orderOutputs, outputNames } from './compileState.ts';
import { DataLeaf, type Template, textLeaves } from './dataSource.ts';
import { hasHostPart } from './hostPart.ts';
import { refuseTextLabels } from './textLabels.ts';

export type StepKind = 'train' | 'test' | 'predict';

export interface StepOptions {
  /** Weights of classes; null for none. */
  readonly classWeight: ReadonlyMap<number, number> | null;
}

export interface TracedStep {
  readonly program: Program;
  /** The model's outputs, as the Python structure they came in. */
  readonly outputs: Value;
  readonly outputTensors: readonly TensorObject[];
  /** Placeholders for labels, in the order of the outputs. */
  readonly labels: readonly TensorObject[];
  /** Names of what a custom step returned, in the order of the program's outputs; null for the usual step. */
  readonly logNames: readonly string[] | null;
  /** What the gradients are of; null for predictions and custom steps. */
  readonly loss: Tensor | null;
}

interface Inputs {
  readonly x: Value;
  readonly y: Value;
  readonly weight: Value;
  readonly placeholders: readonly Tensor[];
  readonly rows: number;
}

/** Placeholders in place of a template's arrays, with these shapes. */
function placeholdersFor(
  py: Interpreter,
  template: Template,
  shapes: readonly { shape: Shape; dtype: DType }[],
  trace: Trace,
): Inputs {
  const placeholders: Tensor[] = [];
  const text = textLeaves(template);
  let place = 0;
  const replace = (leaf: Value): Value => {
    if (!(leaf instanceof DataLeaf)) return leaf;
    const { shape, dtype } = shapes[place];
    place++;
    if (trace.host !== null && text.has(leaf) && leaf.array !== null) {
      const tensor = tensorOfArray(leaf.array, dtype);
      // Objects other than text are no tensor, which this tells.
      if (textOf(tensor) === undefined) hostArrayOf(leaf.array);
      return wrap(py, tensor);
    }
    const tensor = placeholder(shape, dtype, 'data');
    if (leaf.array !== null) {
      trace.arrays.set(tensor, leaf.array);
      trace.host?.remember(tensor, tensorOfArray(leaf.array, dtype));
    }
    placeholders.push(tensor);
    return wrap(py, tensor);
  };
  // Dicts are flattened by key, so they must be walked by key here too.
  const x = mapSorted(template.x, replace);
  const y = mapSorted(template.y, replace);
  const weight = mapSorted(template.weight, replace);
  return { x, y, weight, placeholders, rows: shapes[0]?.shape[0] ?? 1 };
}

function mapSorted(value: Value, change: (leaf: Value) => Value): Value {
  if (!(value instanceof PyDict))
    return value === null
      ? null
      : mapStructure(value, leaf => (leaf instanceof PyDict ? mapSorted(leaf, change) : change(leaf)));
  const keys = [...value.keys()].map(String).sort();
  const made = new Map(keys.map(key => [key, mapSorted(value.getString(key)!, change)]));
  return PyDict.fromStrings([...value.keys()].map(key => [String(key), made.get(String(key))!] as const));
}

/**
 * Traces one step on batches of these shapes. Of a template with text the contents are looked up on the host: the
 * program's inputs are the numbers of the data, then those of `hostInputs`.
 */
export function traceStep(
  py: Interpreter,
  model: ModelObject,
  kind: StepKind,
  template: Template,
  shapes: readonly { shape: Shape; dtype: DType }[],
  options: StepOptions,
  hostInputs?: HostInputs,
): TracedStep {
  const trace = new Trace('step', kind === 'train');
  if (py.running && hasHostPart(model, template)) trace.host = hostInputs ?? new HostInputs();
  return withTrace(py, trace, () => {
    const inputs = placeholdersFor(py, template, shapes, trace);
    if (kind !== 'predict') {
      const custom = customStep(py, model, kind, inputs, options, trace);
      if (custom !== null) return custom;
    }
    const prediction =
      kind === 'predict' && isOwn(model, 'predict_step')
        ? ownPrediction(py, model, inputs.x)
        : callLayer(py, model, [inputs.x], null);
    if (prediction instanceof Unknown) throw new NotKnown(prediction.reason);
    const outputs = flattenTensors([prediction]);
    if (kind === 'predict')
      return finish(
        trace,
        inputs,
        prediction,
        outputs,
        [],
        outputs.map(output => output.tensor),
        null,
      );
    refuseTextLabels(py, template);
    const labels = labelsFor(py, model, inputs, template, outputs);
    const state = stateFor(py, model, labels, outputs);
    const weights = sampleWeights(py, inputs, labels, options);
    const loss =
      ownLoss(py, model, inputs, prediction) ??
      totalLoss(py, model, state, trace, labels, outputs, weights, template);
    addValues(py, state.lossTracker, wrap(py, loss), inputs.rows);
    if (kind === 'train') optimize(py, model, trace, loss);
    updateMetrics(py, state, labels, outputs, weights);
    return { ...finish(trace, inputs, prediction, outputs, labels, [], null), loss };
  });
}

/** What a model's own `predict_step` makes of a batch; several inputs come as a tuple of one list, as Keras packs them. */
function ownPrediction(py: Interpreter, model: ModelObject, x: Value): Value {
  const data = x instanceof PyList || x instanceof PyTuple ? new PyTuple([x]) : x;
  return py.callMethod(model, 'predict_step', [data]);
}

/** The loss of a model that overrides `compute_loss`; null for the usual one. */
function ownLoss(py: Interpreter, model: ModelObject, inputs: Inputs, prediction: Value): Tensor | null {
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
  return ops.sum(ops.cast(tensorOf(py, loss), 'float32'));
}

function finish(
  trace: Trace,
  inputs: Inputs,
  prediction: Value,
  outputs: readonly TensorObject[],
  labels: readonly TensorObject[],
  results: readonly Tensor[],
  logNames: readonly string[] | null,
): TracedStep {
  return {
    program: {
      inputs: [...inputs.placeholders, ...(trace.host?.placeholders ?? [])],
      outputs: results,
      updates: trace.updates(),
    },
    outputs: prediction,
    outputTensors: outputs,
    labels,
    logNames,
    loss: null,
  };
}

/** What Keras's own steps call that a model may define for itself. */
const PARTS_OF_STEPS = ['compute_loss', 'compute_metrics', 'get_metrics_result'];

function isOwn(model: ModelObject, name: string): boolean {
  const found = model.cls.lookup(name);
  return found !== undefined && !(found instanceof NativeFunction);
}

/** Runs the user's own `train_step` or `test_step`, or Keras's with the user's own parts, where the class has any. */
function customStep(
  py: Interpreter,
  model: ModelObject,
  kind: 'train' | 'test',
  inputs: Inputs,
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
  const results = entries.map(([, value]) => ops.cast(tensorOf(py, value), 'float32'));
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

function labelsFor(
  py: Interpreter,
  model: ModelObject,
  inputs: Inputs,
  template: Template,
  outputs: readonly TensorObject[],
): TensorObject[] {
  const labels = orderOutputs(inputs.y, outputNames(model)).filter(leaf => leaf instanceof TensorObject);
  const needsLabels = model.compiled?.loss !== null || model.compiled?.metrics !== null;
  if (labels.length === 0 && needsLabels && template.y === null) {
    throw raise(AttributeError, "'NoneType' object has no attribute 'shape'", {
      code: 'labels-missing',
      explanation: message('The loss compares outputs with labels, and no labels were passed.'),
    });
  }
  void py;
  void outputs;
  return labels;
}

function stateFor(
  py: Interpreter,
  model: ModelObject,
  labels: readonly TensorObject[],
  outputs: readonly TensorObject[],
): CompileState {
  const { compiled } = model;
  if (compiled === null)
    throw raise(ValueError, 'You must call `compile()` before using the model.', { code: 'not-compiled' });
  if (compiled.state === null) {
    touch(model);
    compiled.state = makeCompileState(py, model, compiled, labels, outputs);
  }
  return compiled.state;
}

/** A weight for each sample and output from `sample_weight` or `class_weight`; null for none. */
function sampleWeights(
  py: Interpreter,
  inputs: Inputs,
  labels: readonly TensorObject[],
  options: StepOptions,
): (Value | null)[] {
  if (options.classWeight !== null)
    return labels.map(label => wrap(py, classWeights(label.tensor, options.classWeight!)));
  if (inputs.weight === null) return labels.map(() => null);
  const given = flatten([inputs.weight]);
  return labels.map((_, index) => (given.length < labels.length ? given[0] : given[index]));
}

function weightOfClasses(py: Interpreter, inputs: Inputs, weights: ReadonlyMap<number, number>): Value {
  const [labels] = flattenTensors([inputs.y]);
  return labels === undefined ? null : wrap(py, classWeights(labels.tensor, weights));
}

function classWeights(labels: Tensor, weights: ReadonlyMap<number, number>): Tensor {
  const last = labels.shape.at(-1);
  const indices =
    labels.shape.length <= 1 ? labels : last === 1 ? ops.squeeze(labels, -1) : ops.argMax(labels, -1);
  const classes = ops.round(ops.cast(indices, 'float32'));
  let result: Tensor = ops.add(ops.mul(classes, 0), 1);
  for (const [label, weight] of weights) result = ops.select(ops.equal(classes, label), weight, result);
  return result;
}

function totalLoss(
  py: Interpreter,
  model: ModelObject,
  state: CompileState,
  trace: Trace,
  labels: readonly TensorObject[],
  outputs: readonly TensorObject[],
  weights: readonly (Value | null)[],
  template: Template,
): Tensor {
  const parts: Tensor[] = [];
  state.losses.forEach((loss, index) => {
    if (loss === null || labels[index] === undefined) return;
    const value = explainLabels(
      py,
      { model, loss, output: outputs[index], label: labels[index], labels: labels.length, index, template },
      () => lossValue(py, loss, labels[index], outputs[index], weights[index]),
    );
    const scalar = value.shape.length === 0 ? value : ops.sum(value);
    parts.push(state.lossWeights[index] === 1 ? scalar : ops.mul(scalar, state.lossWeights[index]));
  });
  for (const extra of [...layerLossesIn(model, trace), ...trace.losses]) parts.push(ops.sum(extra));
  if (model.attributes.has('_has_symbolic_loss')) refuseSymbolicLoss(py);
  if (parts.length === 0) {
    const made = model.compiled?.record?.span ?? null;
    throw raise(ValueError, 'No loss to compute. Provide a `loss` argument in `compile()`.', {
      code: 'no-loss',
      explanation: message('`compile` was given no loss, so there is nothing that training could lower.'),
      related: made === null ? [] : [{ span: made, message: message('the model is compiled here') }],
    });
  }
  return parts.reduce((sum, part) => ops.add(sum, part));
}

/** Keras 1 and 2 take a tensor of the model's own graph as a loss. */
function refuseSymbolicLoss(py: Interpreter): never {
  const text = 'a loss made of the tensors of a model (add_loss outside of a layer)';
  if (!py.running) throw new NotKnown(`${text} is not modelled`);
  throw raise(NotImplementedError, `${text} is not supported by Kerascope yet`, { code: 'not-supported' });
}

function layerLossesIn(model: ModelObject, trace: Trace): Tensor[] {
  return model.trainableWeights.flatMap(weight =>
    weight.regularizer === null ? [] : [weight.regularizer.apply(weight.read(trace))],
  );
}

/** Adds the optimizer's step on a loss to a trace. */
export function optimize(py: Interpreter, model: ModelObject, trace: Trace, loss: Tensor): void {
  const optimizer = model.compiled?.optimizer ?? null;
  const variables = model.trainableWeights.filter(weight => weight.variable !== null);
  if (optimizer === null || variables.length === 0) return;
  const shapes = [loss, ...variables.map(variable => variable.read(trace))];
  if (!py.running || !shapes.every(tensor => isStatic(tensor.shape))) return;
  const scale = optimizer.currentScale(trace);
  const found = gradients(
    scale === null ? loss : ops.mul(loss, scale),
    variables.map(variable => variable.variable!.read()),
  );
  const slopes = scale === null ? found : found.map(slope => (slope === null ? null : ops.div(slope, scale)));
  optimizer.apply(py, trace, slopes, variables);
}

/** Adds a batch to the metrics of a compiled model. */
export function updateMetrics(
  py: Interpreter,
  state: CompileState,
  labels: readonly TensorObject[],
  outputs: readonly TensorObject[],
  weights: readonly (Value | null)[],
): void {
  for (const { metric, output } of state.metrics) {
    if (labels[output] !== undefined)
      py.callMethod(metric, 'update_state', [labels[output], outputs[output]]);
  }
  for (const { metric, output } of state.weightedMetrics) {
    if (labels[output] === undefined) continue;
    const weight = weights[output];
    py.callMethod(
      metric,
      'update_state',
      weight === null ? [labels[output], outputs[output]] : [labels[output], outputs[output], weight],
    );
  }
}
