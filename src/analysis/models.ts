/** Turns what the program did with Keras into what the editor shows: models, layers, compile and fit calls. */

import { lossUse } from '../checks/lossUse.ts';
import { plainDerivation } from '../library/keras/layers/base/derivation.ts';
import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import type { ModelObject } from '../library/keras/models/modelObject.ts';
import type { KerasRecord, RecordedData, RecordedFit } from '../library/keras/record.ts';
import { describeFacts } from '../library/numpy/ndarray.ts';
import type { Message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import { identifierText, identifierTexts } from './identifiers.ts';
import { multiplyAddsOf } from './layerCosts.ts';
import type { AnalysedFit, AnalysedLayer, AnalysedModel, AnalysedValue, KnownShape } from './program.ts';

/** Finds the name a model goes by in the script. */
export type NameOf = (model: ModelObject) => { readonly name: string; readonly span: Span } | null;

/** A model that is only a layer of another one is listed when the script gives it a name. */
export function shownModels(record: KerasRecord, nameOf: NameOf): ModelObject[] {
  const inner = new Set<LayerObject>();
  for (const model of record.models) for (const layer of model.sublayers()) inner.add(layer);
  return [...record.models].filter(model => !inner.has(model) || nameOf(model) !== null);
}

/** Layers that were called and belong to no model and to no other layer. */
export function looseLayers({ layers, models }: KerasRecord): LayerObject[] {
  const held = new Set<LayerObject>([
    ...models,
    ...[...models, ...layers].flatMap(holder => holder.sublayers()),
  ]);
  return [...layers].filter(
    layer => layer.lastCall !== null && layer.definition?.name !== 'InputLayer' && !held.has(layer),
  );
}

export function analyseModel(
  model: ModelObject,
  record: Pick<KerasRecord, 'compiles'>,
  named: { readonly name: string; readonly span: Span } | null,
): AnalysedModel {
  const compile = record.compiles.findLast(item => item.model === model) ?? null;
  const layers = model.sublayers().map(analyseLayer);
  return {
    name: named?.name ?? model.name,
    span: model.madeAt ?? named?.span ?? null,
    kind: model.kind,
    layers,
    params: model.built ? model.countParams() : null,
    flops: multiplyAddsOf(model),
    inputShape: oneOrMany(model.graph?.inputs.map(tensor => tensor.shape) ?? null),
    outputShape: oneOrMany(model.graph?.outputs.map(tensor => tensor.shape) ?? null),
    compile:
      compile === null
        ? null
        : {
            span: compile.span,
            loss: identifierText(compile.loss),
            fromLogits: lossUse(compile.loss, null)?.fromLogits ?? false,
            optimizer: identifierText(compile.optimizer),
            metrics: identifierTexts(compile.metrics),
          },
  };
}

export function analyseLayer(layer: LayerObject): AnalysedLayer {
  return {
    name: layer.name,
    className: layer.cls.name,
    span: layer.madeAt,
    outputShape: oneOrMany(layer.lastCall?.outputs ?? null),
    dtype: dtypeOf(layer),
    inputShape: oneOrMany(layer.lastCall?.inputs ?? null),
    weights: layer.weights.map(weight => ({
      name: weight.name,
      shape: weight.shape,
      trainable: weight.trainable,
    })),
    params: layer.built || layer.lastCall !== null ? layer.countParams() : null,
    derivation: derivationOf(layer),
    flops: multiplyAddsOf(layer),
    inner: layer.cls.userDefined ? layer.sublayers().map(analyseLayer) : [],
  };
}

function derivationOf(layer: LayerObject): Message | null {
  const call = layer.lastCall;
  if (call === null || call.outputs.length === 0) return null;
  const own =
    call.inputs.length === 0
      ? null
      : (layer.definition?.derive?.(layer, call.inputs, call.outputs[0]) ?? null);
  return own ?? plainDerivation(call.inputs, call.outputs);
}

/** The type of what the layer gives, seen where it is called in a graph. */
function dtypeOf(layer: LayerObject): string | null {
  return layer.nodes.at(-1)?.outputs[0]?.tensor.dtype ?? null;
}

function oneOrMany(shapes: readonly KnownShape[] | null): KnownShape | readonly KnownShape[] | null {
  if (shapes === null || shapes.length === 0) return null;
  return shapes.length === 1 ? shapes[0] : shapes;
}

export function analyseFits(record: KerasRecord, nameOf: NameOf): AnalysedFit[] {
  return record.fits.map(
    (fit: RecordedFit): AnalysedFit => ({
      model: nameOf(fit.model)?.name ?? fit.model.name,
      method: fit.method,
      span: fit.span,
      x: describeData(fit.x),
      y: describeData(fit.y),
      epochs: fit.epochs,
      batchSize: fit.batchSize,
    }),
  );
}

function describeData(data: readonly RecordedData[]): AnalysedValue | null {
  const first = data[0];
  if (first === undefined) return null;
  return {
    type: first.value === null ? 'None' : first.array ? 'ndarray' : 'data',
    shape: first.shape,
    dtype: first.dtype,
    facts: first.array ? describeFacts(first.array) : [],
  };
}
