/** The metrics of a layer: those that it and the layers inside it keep as attributes, and what `add_metric` made. */
import { ops } from '../../../graph/index.ts';
import { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyList, touch, type Value } from '../../../python/values.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import { floatTensorOf, wrap } from '../tensors/conversion.ts';
import { flatten, isStructure } from '../tensors/graphNode.ts';
import { addValues, MetricObject, meanClass } from './metricClasses.ts';

/** Every metric that a layer and the layers inside it hold, each once, in the order in which they became part of it. */
export function metricsIn(layer: LayerObject): MetricObject[] {
  const found = new Set<MetricObject>();
  collectMetrics(layer, found);
  return [...found];
}

function collectMetrics(layer: LayerObject, found: Set<MetricObject>): void {
  for (const attribute of layer.attributes.map.values()) {
    if (attribute instanceof MetricObject) found.add(attribute);
    else if (isStructure(attribute))
      for (const value of flatten([attribute])) if (value instanceof MetricObject) found.add(value);
  }
  for (const inner of layer.sublayers()) collectMetrics(inner, found);
}

/** Where Keras 1 and 2 keep what `add_metric` makes. */
const ADDED = '_metrics';

/** The mean called `name` that `add_metric` made for a layer; a new one at the first call. */
export function addedMetric(py: Interpreter, layer: LayerObject, name: string): MetricObject {
  const list = layer.attributes.get(ADDED);
  const known = list instanceof PyList ? list.items : [];
  const found = known.find(item => item instanceof MetricObject && item.name === name);
  if (found instanceof MetricObject) return found;
  const made = py.call(meanClass, [], PyDict.fromStrings([['name', name]])) as MetricObject;
  touch(layer);
  layer.attributes.set(ADDED, new PyList([...known, made]));
  return made;
}

/** `add_metric` of Keras 1 and 2 on a value computed in `call`: the mean over the batches of an epoch. */
export function addMetric(py: Interpreter, layer: LayerObject, value: Value, name: Value): void {
  if (typeof name !== 'string')
    throw raise(
      ValueError,
      "Please provide a name for your metric like `self.add_metric(tf.reduce_sum(inputs), name='mean_activation')`",
    );
  const metric = addedMetric(py, layer, name);
  addValues(py, metric, wrap(py, ops.mean(floatTensorOf(py, value))), null);
}
