/** The properties of layers: weights, types, losses, metrics, and what the first call had and gave. */
import { AttributeError } from '../../../../python/errors.ts';
import { property } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { NotKnown, PyList, Unknown, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { metricsIn } from '../../metrics/layerMetrics.ts';
import { wrap } from '../../tensors/conversion.ts';
import { mapStructure } from '../../tensors/graphNode.ts';
import { shapeTuple, type TensorObject } from '../../tensors/tensorObject.ts';
import type { VariableObject } from '../../tensors/variableObject.ts';
import { currentTrace } from '../../trace.ts';
import { raiseInWords } from '../../versionWords.ts';
import { layerLosses } from './layerLosses.ts';
import type { LayerObject } from './layerObject.ts';

function self(value: Value): LayerObject {
  return value as LayerObject;
}

function weightList(weights: readonly VariableObject[]): PyList {
  return new PyList([...weights]);
}

/** Whether a node is where a model begins: before Keras 3, such a layer has its tensor as its input as well. */
function isEntry(py: Interpreter, node: LayerObject['nodes'][number]): boolean {
  return node.inputs.length === 0 && py.state(kerasVersionKey).current < 3;
}

function historyTensors(
  py: Interpreter,
  layer: LayerObject,
  side: 'input' | 'output',
  what: '' | ' shape' = '',
): Value {
  const node = layer.nodes[0];
  if (node === undefined && layer.unknownCall !== null) throw new NotKnown(layer.unknownCall);
  if (node === undefined) {
    const never = `has never been called and thus has no defined ${side}`;
    const unconnected = side === 'output' ? 'has no inbound nodes.' : 'is not connected, no input to return.';
    const shapeNote =
      side === 'input'
        ? ' Note that the `input_shape` property is only available for Functional and Sequential models.'
        : '';
    throw raiseInWords(py, {
      3: `The layer ${layer.name} ${never}.`,
      2: [
        AttributeError,
        what === ''
          ? `Layer ${layer.name} ${unconnected}`
          : `The layer "${layer.name}" ${never} shape.${shapeNote}`,
      ],
      1: [AttributeError, what === '' ? `Layer ${layer.name} ${unconnected}` : `The layer ${never} shape.`],
    });
  }
  const found = side === 'output' || isEntry(py, node) ? node.outputs : node.inputs;
  return found.length === 1 ? found[0] : new PyList([...found]);
}

function historyShapes(py: Interpreter, layer: LayerObject, side: 'input' | 'output'): Value {
  const tensors = historyTensors(py, layer, side, ' shape');
  const [node] = layer.nodes;
  if (!py.running && node !== undefined && isEntry(py, node) && py.state(kerasVersionKey).current === 2)
    throw new NotKnown('Keras 2 gives a shape here, and the one in TensorFlow a list of it');
  return mapStructure(tensors, leaf => shapeTuple((leaf as TensorObject).shape));
}

/** A list of weights; how many there will be is not known under analysis before the layer is built. */
function weightsOf(py: Interpreter, layer: LayerObject, weights: readonly VariableObject[]): PyList {
  const list = weightList(weights);
  if (py.running) return list;
  const reason = layer.built ? whyUnknown(layer) : 'the layer gets its weights when it is built';
  if (reason !== null) list.lost = new Unknown(reason);
  return list;
}

/** Why it is not known which weights a built layer has: nobody followed the script's own code that makes them. */
function whyUnknown(layer: LayerObject): string | null {
  for (const { whyIncomplete } of layer.allLayers()) if (whyIncomplete !== null) return whyIncomplete;
  if (!layer.cls.userDefined) return null;
  const own = ['__init__', 'build', 'call'].map(name => layer.cls.lookup(name));
  const unknown = own.find(value => value instanceof Unknown);
  return unknown instanceof Unknown ? unknown.reason : null;
}

export const layerProperties: [string, Value][] = [
  property('weights', (layer, py) => weightsOf(py, self(layer), self(layer).weights)),
  property('variables', (layer, py) => weightsOf(py, self(layer), self(layer).weights)),
  property('trainable_weights', (layer, py) => weightsOf(py, self(layer), self(layer).trainableWeights)),
  property('trainable_variables', (layer, py) => weightsOf(py, self(layer), self(layer).trainableWeights)),
  property('non_trainable_weights', layer => weightList(self(layer).nonTrainableWeights)),
  property('non_trainable_variables', layer => weightList(self(layer).nonTrainableWeights)),
  property(
    'trainable',
    layer => self(layer).trainable,
    (layer, value, py) => self(layer).setTrainable(py.truth(value)),
  ),
  property(
    'name',
    layer => self(layer).name,
    (layer, value, py) => {
      self(layer).name = py.str(value);
    },
  ),
  property(
    'built',
    layer => self(layer).built,
    (layer, value, py) => {
      self(layer).built = py.truth(value);
    },
  ),
  property(
    'supports_masking',
    layer => self(layer).supportsMasking,
    (layer, value, py) => {
      self(layer).supportsMasking = py.truth(value);
    },
  ),
  property('dtype', layer => self(layer).dtype),
  property('compute_dtype', layer => self(layer).computeDtype),
  property('variable_dtype', layer => self(layer).dtype),
  property('input_dtype', layer => self(layer).computeDtype),
  property('dtype_policy', (layer, py) =>
    py.callMethod(py.importModule('keras.dtype_policies'), 'get', [self(layer).policy]),
  ),
  property('losses', (layer, py) => {
    if (!self(layer).built && !py.running) throw new NotKnown('the layer gets its weights when it is built');
    // Those of the last call from outside, and the penalties on weights.
    const all = [...currentTrace(py).losses, ...layerLosses(self(layer))];
    const list = new PyList(all.map(loss => wrap(py, loss)));
    // What a class of the script adds while it is called shows only where that code was followed.
    if (!py.running && all.length === 0 && self(layer).cls.userDefined)
      list.lost = new Unknown('losses are added when the layer is called');
    return list;
  }),
  property('metrics', layer => new PyList(metricsIn(self(layer)))),
  property(
    'metrics_variables',
    layer => new PyList(metricsIn(self(layer)).flatMap(metric => metric.variables)),
  ),
  property('input', (layer, py) => historyTensors(py, self(layer), 'input')),
  property('output', (layer, py) => historyTensors(py, self(layer), 'output')),
  property('input_shape', (layer, py) => historyShapes(py, self(layer), 'input')),
  property('output_shape', (layer, py) => historyShapes(py, self(layer), 'output')),
  property('path', layer => self(layer).name),
];
