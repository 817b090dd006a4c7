/** What is in a model, and what the monitor is told of it. */
import type { LayerObject } from '../layers/base/layerObject.ts';
import type { ModelReport } from '../monitor.ts';
import { classifierHead } from './classifierHead.ts';
import type { ModelObject } from './modelObject.ts';

/** A model's layers as `model.layers` lists them. */
export function layersOf(model: ModelObject): LayerObject[] {
  if (model.kind === 'sequential') {
    return model.stack[0]?.definition?.name === 'InputLayer' ? model.stack.slice(1) : model.stack.slice();
  }
  return model.sublayers();
}

export function modelReport(model: ModelObject): ModelReport {
  return {
    name: model.name,
    span: model.madeAt,
    layers: layersOf(model).map(layer => ({
      name: layer.name,
      className: layer.cls.name,
      outputShape: layer.nodes[0]?.outputs[0]?.shape ?? layer.lastCall?.outputs[0] ?? null,
      params: layer.countParams() ?? 0,
      trainable: layer.trainable,
      span: layer.madeAt,
    })),
    params: model.countParams() ?? 0,
    head: classifierHead(model),
  };
}
