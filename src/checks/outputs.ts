/** Pairs what a model puts out with the loss that judges it, and with the labels that it was trained on. */
import type { Tensor } from '../graph/tensor.ts';
import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import { layerBehind } from '../library/keras/layers/madeBy.ts';
import { type ClassifierHead, headOf } from '../library/keras/models/classifierHead.ts';
import type { FunctionalGraph } from '../library/keras/models/functionalGraph.ts';
import { ModelObject } from '../library/keras/models/modelObject.ts';
import type {
  KerasRecord,
  RecordedCompile,
  RecordedData,
  RecordedFit,
  RecordedLossCall,
} from '../library/keras/record.ts';
import { PyDict } from '../python/collections.ts';
import type { Span } from '../python/syntax.ts';
import { PyList, PyTuple, type Value } from '../python/values.ts';
import { dataSetOf, labelsOf } from './dataSets.ts';
import { throughReshapes } from './layers.ts';
import { calledLoss, type LossUse, lossUse } from './lossUse.ts';

/** One output of a compiled model, or what the script gives to a loss that it calls itself. */
export interface OutputLoss {
  /** Null where the script calls the loss. */
  readonly model: ModelObject | null;
  readonly compile: RecordedCompile | null;
  /** Where outputs and loss meet: the call of `compile`, or of the loss. */
  readonly place: Span;
  /** The expression that is given to a loss as outputs; null for \`compile\`. */
  readonly given: Span | null;
  readonly output: Tensor;
  readonly head: ClassifierHead;
  /** The innermost layer that makes the output; null when an operation does. */
  readonly layer: LayerObject | null;
  readonly loss: LossUse | null;
}

/** One output in one call of `fit` (or `evaluate`, `train_on_batch`…), or of a loss. */
export interface Training extends OutputLoss {
  /** Null where the script calls the loss. */
  readonly fit: RecordedFit | null;
  /** The call. */
  readonly at: Span;
  readonly labels: RecordedData | null;
}

/** The outputs of every compiled model whose graph is known. */
export function outputsOf(record: KerasRecord): OutputLoss[] {
  const compiles = record.compiles.filter(({ model }) => !isTrainedAsPart(record, model));
  return [
    ...compiles.flatMap(compile => outputsOfModel(record, compile.model, compile)),
    ...record.lossCalls.map(call => outputOfCall(record, call)),
  ];
}

function outputOfCall(record: KerasRecord, call: RecordedLossCall): OutputLoss {
  const { output, span, outputs } = call;
  const layer = layerOf(record, output);
  return {
    model: null,
    compile: null,
    place: span,
    given: outputs.span,
    output,
    head: headOf(output, layer),
    layer,
    loss: calledLoss(call),
  };
}

/** The layer that made a tensor, models aside; null where none did, and where several have its name. */
export function layerOf(record: KerasRecord, tensor: Tensor): LayerObject | null {
  const layer = layerBehind(record.layers, tensor);
  return layer instanceof ModelObject ? null : layer;
}

/** Whether a model, compiled as it is, learns only inside another one, as the generator of a GAN does. */
function isTrainedAsPart({ compiles, fits }: KerasRecord, model: ModelObject): boolean {
  const isJudged = fits.some(fit => fit.model === model && !fit.method.startsWith('predict'));
  return (
    !isJudged && compiles.some(other => other.model !== model && other.model.allLayers().includes(model))
  );
}

/** The outputs of every call that Keras lets pass, with their labels. */
export function trainingsOf(record: KerasRecord): Training[] {
  const calls = record.lossCalls.map(call => {
    const { labels, span } = call;
    return { ...outputOfCall(record, call), fit: null, at: span, labels };
  });
  const fits = record.fits.flatMap(fit => {
    if (fit.raised || fit.compile === null) return [];
    const outputs = outputsOfModel(record, fit.model, fit.compile);
    const given = labelsOf(fit);
    const places = labelPlaces(fit, given.length, outputs.length);
    return outputs.map((output, index) => {
      const labels = given[places?.[index] ?? -1] ?? null;
      return { ...output, fit, at: fit.span, labels };
    });
  });
  return [...fits, ...calls];
}

/** Which of the recorded labels belongs to each output: by place, or by name where labels are a dict. */
function labelPlaces(fit: RecordedFit, given: number, count: number): number[] | null {
  if (given !== count) return null;
  const element = dataSetOf(fit)?.element;
  const inElement = element instanceof PyTuple ? (element.items[1] ?? null) : null;
  const passed = fit.args.get('y') ?? inElement;
  if (!(passed instanceof PyDict)) return Array.from({ length: given }, (_, index) => index);
  // The leaves of a dict are recorded in the order of its keys' names.
  const keys = [...passed.keys()].map(String).sort();
  const names = knownGraph(fit.model)?.outputNames ?? [];
  return names.map(name => keys.indexOf(name));
}

/** The graph of a model of which every layer is known. */
export function knownGraph(model: ModelObject): FunctionalGraph | null {
  return model.unknownLayer === null ? model.graph : null;
}

function outputsOfModel(record: KerasRecord, model: ModelObject, compile: RecordedCompile): OutputLoss[] {
  const graph = knownGraph(model);
  if (graph === null) return tracedOutputs(record, model, compile);
  return graph.outputs.map((object, index) => {
    const operation = object.history?.node.operation ?? null;
    const outer = graph.layers.find(item => item === operation) ?? null;
    const layer = outer === null ? null : innermost(outer);
    const loss = lossOfOutput(compile, graph.outputNames, index);
    const output = object.tensor;
    return { ...compiled(model, compile), output, head: headOf(output, layer), layer, loss };
  });
}

function compiled(model: ModelObject, compile: RecordedCompile) {
  return { model, compile, place: compile.span, given: null };
}

/** The only output of a model whose `call` is the script's own, as its last training step gave it. */
function tracedOutputs(record: KerasRecord, model: ModelObject, compile: RecordedCompile): OutputLoss[] {
  const traced = record.outputs.findLast(item => item.model === model && item.compile === compile);
  const [output] = traced?.outputs ?? [];
  if (output === undefined || traced?.outputs.length !== 1) return [];
  const { origin } = throughReshapes(output);
  const layer = model.allLayers().find(item => item !== model && item.name === origin.layer) ?? null;
  const loss = lossOfOutput(compile, [''], 0);
  return [{ ...compiled(model, compile), output, head: headOf(output, layer), layer, loss }];
}

/** A model inside the model ends with its own last layer. */
function innermost(layer: LayerObject): LayerObject | null {
  if (!(layer instanceof ModelObject)) return layer;
  const output = layer.graph?.outputs.length === 1 ? layer.graph.outputs[0] : undefined;
  const operation = output?.history?.node.operation;
  const last = layer.graph?.layers.find(item => item === operation);
  return last === undefined ? null : innermost(last);
}

function lossOfOutput(compile: RecordedCompile, names: readonly string[], index: number): LossUse | null {
  const { loss } = compile;
  if (loss instanceof PyDict) {
    const value = loss.getString(names[index]!);
    return value === undefined ? null : lossUse(value, spanInside(value, compile.lossSpan));
  }
  if (loss instanceof PyList || loss instanceof PyTuple) {
    const value = loss.items[index];
    if (loss.items.length !== names.length || value === undefined) return null;
    return lossUse(value, spanInside(value, compile.lossSpan));
  }
  return lossUse(loss, compile.lossSpan);
}

/** Where one of several losses stands: its own call, else the whole argument. */
function spanInside(value: Value, whole: Span | null): Span | null {
  const madeAt =
    value !== null && typeof value === 'object' && 'madeAt' in value ? (value.madeAt as Span | null) : null;
  return madeAt ?? whole;
}
