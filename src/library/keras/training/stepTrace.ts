/** One step on a batch as a program: forward pass, loss, gradients, optimizer update, metrics. */

import { gradients } from '../../../graph/autodiff.ts';
import type { DType } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import type { Program } from '../../../graph/program.ts';
import { isStatic, type Shape } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, touch, Unknown, type Value } from '../../../python/values.ts';
import { explainMetric, type MetricStep } from '../errors/metricLabels.ts';
import { HostInputs } from '../hostInputs.ts';
import { callLayer } from '../layers/base/callLayer.ts';
import { addValues } from '../metrics/metricClasses.ts';
import type { Compiled, ModelObject } from '../models/modelObject.ts';
import { wrap } from '../tensors/conversion.ts';
import { flattenTensors } from '../tensors/graphNode.ts';
import type { TensorObject } from '../tensors/tensorObject.ts';
import { eagerFunctionsKey, type Print, Trace, withTrace } from '../trace.ts';
import { type CompileState, makeCompileState, type OutputMetric } from './compileState.ts';
import { customStep, isOwn, ownLoss, ownPrediction } from './customStep.ts';
import type { Template } from './dataSource.ts';
import { hasHostPart } from './hostPart.ts';
import { metricValues, type RunningSums } from './runningSums.ts';
import { labelsFor, placeholdersFor, type StepInputs, sampleWeights } from './stepInputs.ts';
import { totalLoss } from './stepLoss.ts';
import { refuseTextLabels } from './textLabels.ts';

export type StepKind = 'train' | 'test' | 'predict';

export interface StepOptions {
  /** Weights of classes; null for none. */
  readonly classWeight: ReadonlyMap<number, number> | null;
  /** Takes in what each step's metrics say; left out where no bar is drawn. */
  readonly sums?: RunningSums | null;
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
  /** What is shown after the step; its tensors are the last of the program's outputs. */
  readonly prints: readonly Print[];
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
  trace.eagerly = model.compiled?.eagerly === true || py.state(eagerFunctionsKey).current;
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
    refuseTextLabels(py, model, template, outputs);
    const labels = labelsFor(py, model, kind, inputs, template);
    const isFirst = model.compiled?.state == null;
    const state = stateFor(py, model, labels, outputs);
    const weights = sampleWeights(py, inputs, labels, options);
    let loss: Tensor;
    try {
      loss =
        ownLoss(py, model, inputs, prediction) ??
        totalLoss(py, model, state, trace, labels, outputs, weights, template, inputs.rows);
    } catch (error) {
      // Metrics are made after the loss: labels that it does not take decide nothing for the batches to come.
      if (isFirst && model.compiled !== null) {
        touch(model);
        model.compiled.state = null;
      }
      throw error;
    }
    addValues(py, state.lossTracker, wrap(py, loss), inputs.rows);
    if (kind === 'train') optimize(py, model, trace, loss);
    updateMetrics(py, state, labels, outputs, weights, { compiled: model.compiled!, template });
    options.sums?.record(trace, metricValues(py, state));
    return { ...finish(trace, inputs, prediction, outputs, labels, [], null), loss };
  });
}

/** What one step is, once traced. */
export function finish(
  trace: Trace,
  inputs: StepInputs,
  prediction: Value,
  outputs: readonly TensorObject[],
  labels: readonly TensorObject[],
  results: readonly Tensor[],
  logNames: readonly string[] | null,
): TracedStep {
  return {
    program: {
      inputs: [...inputs.placeholders, ...(trace.host?.placeholders ?? [])],
      outputs: [...results, ...trace.prints.flatMap(print => print.tensors)],
      updates: trace.updates(),
    },
    outputs: prediction,
    outputTensors: outputs,
    labels,
    logNames,
    loss: null,
    prints: trace.prints,
  };
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

/** Adds the optimizer's step on a loss to a trace. */
export function optimize(py: Interpreter, model: ModelObject, trace: Trace, loss: Tensor): void {
  const optimizer = model.compiled?.optimizer ?? null;
  if (optimizer === null || !py.running) return;
  const variables = model.trainableWeights.filter(weight => weight.variable !== null);
  const shapes = [loss, ...variables.map(variable => variable.read(trace))];
  if (variables.length === 0 || !shapes.every(tensor => isStatic(tensor.shape))) return;
  const scale = optimizer.currentScale(trace);
  const found = gradients(
    scale === null ? loss : ops.mul(loss, scale),
    variables.map(variable => variable.variable!.read()),
  );
  const slopes = scale === null ? found : found.map(slope => (slope === null ? null : ops.div(slope, scale)));
  optimizer.apply(py, trace, slopes, variables);
}

/** Adds a batch to the metrics of a compiled model; with what `fit` was given, errors tell of the metric. */
export function updateMetrics(
  py: Interpreter,
  state: CompileState,
  labels: readonly TensorObject[],
  outputs: readonly TensorObject[],
  weights: readonly (Value | null)[],
  fitted: { readonly compiled: Compiled; readonly template: Template } | null = null,
): void {
  const add = (argument: MetricStep['argument'], items: readonly OutputMetric[]) =>
    items.forEach(({ metric, output: place }, index) => {
      const [label, output] = [labels[place], outputs[place]];
      if (label === undefined) return;
      const weight = argument === 'metrics' ? null : weights[place];
      const given = weight === null ? [label, output] : [label, output, weight];
      const update = () => void py.callMethod(metric, 'update_state', given);
      if (fitted === null) update();
      else
        explainMetric(py, { ...fitted, argument, metric, index, count: items.length, label, output }, update);
    });
  add('metrics', state.metrics);
  add('weighted_metrics', state.weightedMetrics);
}
