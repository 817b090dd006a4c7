/** Losses and metrics of a compiled model as objects, one set for each output; made when labels are first seen. */

import type { Shape } from '../../../graph/shapes.ts';
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { type ErrorDetail, PythonError } from '../../../python/errors.ts';
import { NativeFunction, PyProperty } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyList, PyObject, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { type LossObject, resolveLoss } from '../losses/lossClasses.ts';
import { metricsIn } from '../metrics/layerMetrics.ts';
import {
  MetricObject as Metric,
  type MetricObject,
  meanClass,
  metricClass,
  metricClassNamed,
  metricOfFunction,
} from '../metrics/metricClasses.ts';
import { unknownMetric } from '../metrics/unknownMetric.ts';
import type { Compiled, ModelObject } from '../models/modelObject.ts';
import { toSnakeCase } from '../naming.ts';
import { registeredByScript } from '../saving/registration.ts';
import { flatten } from '../tensors/graphNode.ts';
import type { TensorObject } from '../tensors/tensorObject.ts';
import { metricClassError, refuseLossClass } from './classesInCompile.ts';
import { lossWeightsOf } from './lossWeights.ts';
import { isSingleMetric } from './metricsArgument.ts';
import { byOutput } from './outputEntries.ts';

export interface OutputMetric {
  readonly metric: MetricObject;
  readonly output: number;
  /** The name in logs and history. */
  readonly logName: string;
}

export interface CompileState {
  readonly losses: readonly (LossObject | null)[];
  readonly lossWeights: readonly number[];
  readonly metrics: readonly OutputMetric[];
  readonly weightedMetrics: readonly OutputMetric[];
  readonly lossTracker: MetricObject;
  /** Before Keras 3, of a model with several outputs: the mean of each output's loss; null where it has none. */
  readonly outputLosses: readonly (OutputMetric | null)[];
  /** Every metric including the loss and those of the model's own, in Keras's order. */
  readonly all: () => readonly LoggedMetric[];
}

export interface LoggedMetric {
  readonly metric: MetricObject;
  readonly logName: string;
}

/** Every metric including the loss, by its name in logs, in Keras's order. */
export function allMetrics(state: CompileState): readonly LoggedMetric[] {
  return state.all();
}

/** Which accuracy (or crossentropy) the shapes of labels and output call for. */
export function kindByShapes(yTrue: Shape, yPred: Shape): 'binary' | 'sparse' | 'categorical' {
  const [labels, outputs] = [yTrue.at(-1), yPred.at(-1)];
  if (outputs === 1) return 'binary';
  return yTrue.length < yPred.length || (labels === 1 && (outputs ?? 2) > 1) ? 'sparse' : 'categorical';
}

/** What Keras calls the object of a loss or metric in logs: its name, a function's name, else its class in snake case. */
export function objectName(py: Interpreter, value: PyObject): string {
  const name = py.getAttributeOrUndefined(value, 'name') ?? py.getAttributeOrUndefined(value, '__name__');
  return typeof name === 'string' ? name.replace('<lambda>', 'lambda') : toSnakeCase(value.cls.name);
}

function known(value: Value): Value {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  return value;
}

function crossentropyName(kind: ReturnType<typeof kindByShapes>): string {
  return kind === 'binary'
    ? 'binary_crossentropy'
    : kind === 'sparse'
      ? 'sparse_categorical_crossentropy'
      : 'categorical_crossentropy';
}

function lossOf(py: Interpreter, value: Value, yTrue: TensorObject, yPred: TensorObject): LossObject | null {
  if (value === null) return null;
  const single = value instanceof PyList && value.items.length === 1 ? value.items[0] : value;
  const named =
    typeof single === 'string' && ['crossentropy', 'ce'].includes(single.toLowerCase())
      ? crossentropyName(kindByShapes(yTrue.shape, yPred.shape))
      : single;
  if (named instanceof PyClass) refuseLossClass(py, named, yTrue, yPred);
  return resolveLoss(py, named, callee => objectName(py, callee));
}

function metricOf(
  py: Interpreter,
  value: Value,
  argument: string,
  yTrue: TensorObject,
  yPred: TensorObject,
): MetricObject | null {
  if (known(value) === null) return null;
  if (typeof value === 'string') {
    const own = registeredByScript(py, value);
    return own === undefined
      ? namedMetric(py, value, yTrue, yPred)
      : metricOf(py, own, argument, yTrue, yPred);
  }
  if (value instanceof PyClass) {
    const error = metricClassError(py, value, argument);
    if (error !== null) throw error;
    return metricOf(py, py.call(value, []), argument, yTrue, yPred);
  }
  if (value instanceof Metric) return value;
  if (value instanceof PyObject && value.cls.isSubclassOf(metricClass)) return value as MetricObject;
  if (value instanceof PyObject && !(value instanceof PyDict))
    return metricOfFunction(py, value, objectName(py, value));
  throw unknownMetric(py, value);
}

function namedMetric(py: Interpreter, name: string, yTrue: TensorObject, yPred: TensorObject): MetricObject {
  const kind = kindByShapes(yTrue.shape, yPred.shape);
  const lower = name.toLowerCase();
  const accuracy = {
    binary: 'BinaryAccuracy',
    sparse: 'SparseCategoricalAccuracy',
    categorical: 'CategoricalAccuracy',
  } as const;
  const wanted =
    lower === 'accuracy' || lower === 'acc'
      ? accuracy[kind]
      : lower === 'crossentropy' || lower === 'ce'
        ? crossentropyName(kind)
        : name;
  const cls = metricClassNamed(wanted);
  if (cls === undefined) throw unknownMetric(py, name);
  return py.call(cls, [], PyDict.fromStrings([['name', name]])) as MetricObject;
}

function metricSet(
  py: Interpreter,
  value: Value,
  argument: string,
  labels: readonly TensorObject[],
  outputs: readonly TensorObject[],
  names: readonly string[] | null,
  taken: Map<string, number>,
  detail: ErrorDetail,
): OutputMetric[] {
  if (value === null) return [];
  const given = isSingleMetric(value)
    ? outputs.map(() => value)
    : byOutput(py, value, argument, outputs.length, names, detail);
  return given.flatMap((entry, index) => {
    const items =
      entry instanceof PyList || entry instanceof PyTuple
        ? flatten([entry])
        : entry instanceof PyDict
          ? flatten([entry])
          : [entry];
    return items.flatMap(item => {
      const metric = metricOf(py, item, argument, labels[index], outputs[index]);
      if (metric === null) return [];
      if (typeof item === 'string') metric.name = item;
      const base = outputs.length > 1 && names !== null ? `${names[index]}_${metric.name}` : metric.name;
      const count = taken.get(base) ?? 0;
      taken.set(base, count + 1);
      return [
        {
          metric,
          output: index,
          logName: count === 0 ? base : argument === 'metrics' ? `${base}_${count}` : `weighted_${base}`,
        },
      ];
    });
  });
}

/** Labels in the order of the model's outputs. */
export function orderOutputs(value: Value, names: readonly string[] | null): Value[] {
  if (value === null) return [];
  if (value instanceof PyDict && names !== null) return names.flatMap(name => value.getString(name) ?? []);
  return flatten([value]);
}

/** Makes losses and metrics for the shapes of the first batch. Errors are blamed on the compile call's arguments. */
export function makeCompileState(
  py: Interpreter,
  model: ModelObject,
  compiled: Compiled,
  labels: readonly TensorObject[],
  outputs: readonly TensorObject[],
): CompileState {
  const names = outputNames(model);
  const taken = new Map<string, number>();
  const losses = atArgument(py, compiled, 'loss', detail =>
    known(compiled.loss) === null
      ? outputs.map(() => null)
      : byOutput(py, compiled.loss, 'loss', outputs.length, names, detail).map((value, index) =>
          lossOf(py, known(value), labels[index], outputs[index]),
        ),
  );
  const lossWeights = atArgument(py, compiled, 'loss_weights', () =>
    lossWeightsOf(
      py,
      { loss: known(compiled.loss), weights: known(compiled.lossWeights) },
      outputs.length,
      names,
    ),
  );
  const metrics = atArgument(py, compiled, 'metrics', detail =>
    metricSet(py, known(compiled.metrics), 'metrics', labels, outputs, names, taken, detail),
  );
  const weightedMetrics = atArgument(py, compiled, 'weighted_metrics', detail =>
    metricSet(py, known(compiled.weightedMetrics), 'weighted_metrics', labels, outputs, names, taken, detail),
  );
  const lossTracker = py.call(meanClass, [], PyDict.fromStrings([['name', 'loss']])) as MetricObject;
  const isOlder = py.state(kerasVersionKey).current < 3;
  const outputLosses =
    isOlder && outputs.length > 1 && names !== null
      ? losses.map((loss, output) => (loss === null ? null : meanOf(py, `${names[output]}_loss`, output)))
      : [];
  const made = { losses, lossWeights, metrics, weightedMetrics, lossTracker, outputLosses };
  return { ...made, all: () => listedMetrics(py, made, model) ?? loggedMetrics(made, model, isOlder) };
}

/** Raises what Keras finds wrong with `compile` whatever the data is, where the data is not known. */
export function checkCompiled(py: Interpreter, model: ModelObject): void {
  const outputs = model.graph?.outputs ?? [];
  const { compiled } = model;
  if (compiled === null) return;
  if (outputs.length > 0) makeCompileState(py, model, compiled, outputs, outputs);
  else checkNames(py, compiled);
}

/** Raises for names that no loss and no metric has, where it is not known what the model puts out. */
function checkNames(py: Interpreter, compiled: Compiled): void {
  atArgument(py, compiled, 'loss', () => {
    for (const name of textsIn(compiled.loss)) if (!isOpenName(name)) resolveLoss(py, name, () => name);
  });
  for (const [argument, value] of [
    ['metrics', compiled.metrics],
    ['weighted_metrics', compiled.weightedMetrics],
  ] as const)
    atArgument(py, compiled, argument, () => {
      for (const name of textsIn(value)) if (!isMetricName(py, name)) throw unknownMetric(py, name);
    });
}

/** Names that stand for another loss or metric with each kind of labels. */
function isOpenName(name: string): boolean {
  return ['accuracy', 'acc', 'crossentropy', 'ce'].includes(name.toLowerCase());
}

function isMetricName(py: Interpreter, name: string): boolean {
  return (
    isOpenName(name) || metricClassNamed(name) !== undefined || registeredByScript(py, name) !== undefined
  );
}

/** The texts of an argument of `compile`: one, or those in lists and dicts. */
function textsIn(value: Value): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof PyTuple) return value.items.flatMap(textsIn);
  if (value instanceof PyList) return value.lost === null ? value.items.flatMap(textsIn) : [];
  return value instanceof PyDict && value.lost === null ? [...value.values()].flatMap(textsIn) : [];
}

function meanOf(py: Interpreter, name: string, output: number): OutputMetric {
  const metric = py.call(meanClass, [], PyDict.fromStrings([['name', name]])) as MetricObject;
  return { metric, output, logName: name };
}

/** Whether a class of the script has a property `metrics` of its own. */
export function listsMetrics(model: ModelObject): boolean {
  const found = model.cls.lookup('metrics');
  return found instanceof PyProperty && !(found.getter instanceof NativeFunction);
}

/** The metrics that a class of the script lists itself (`metrics` as a property of its own); null for the usual ones. */
function listedMetrics(
  py: Interpreter,
  state: Omit<CompileState, 'all'>,
  model: ModelObject,
): LoggedMetric[] | null {
  if (!listsMetrics(model) || py.state(kerasVersionKey).current < 3) return null;
  const listed = py.getAttribute(model, 'metrics');
  if (listed instanceof Unknown) return null;
  return py.collect(listed).flatMap(item => {
    if (!(item instanceof Metric)) return [...state.metrics, ...state.weightedMetrics];
    return [{ metric: item, logName: item === state.lossTracker ? 'loss' : item.name }];
  });
}

/** The loss first; metrics of the model's own stand before those of `compile` in Keras 3, behind them before. */
function loggedMetrics(
  state: Omit<CompileState, 'all'>,
  model: ModelObject,
  isOlder: boolean,
): LoggedMetric[] {
  const own = metricsIn(model).map(metric => ({ metric, logName: metric.name }));
  const compiled = [...state.metrics, ...state.weightedMetrics];
  const losses = [
    { metric: state.lossTracker, logName: 'loss' },
    ...state.outputLosses.filter(item => item !== null),
  ];
  return isOlder ? [...losses, ...compiled, ...own] : [...losses, ...own, ...compiled];
}

/** The names of a model's outputs; null for models that are not graphs. */
export function outputNames(model: ModelObject): readonly string[] | null {
  return model.graph?.outputNames ?? null;
}

/** Runs `body`; what it raises is blamed on the argument of the compile call. */
function atArgument<T>(
  py: Interpreter,
  compiled: Compiled,
  argument: string,
  body: (detail: ErrorDetail) => T,
): T {
  const span = compiled.spans.get(argument) ?? null;
  const detail: ErrorDetail = span === null ? {} : { blame: { kind: 'span', span } };
  const site = py.site;
  py.site = compiled.site;
  try {
    return body(detail);
  } catch (error) {
    if (!(error instanceof PythonError) || span === null) throw error;
    const named = error.detail.blame?.kind === 'argument' || error.detail.blame === undefined;
    throw named ? new PythonError(error.exception, { ...error.detail, ...detail }) : error;
  } finally {
    py.site = site;
  }
}
