/** Further methods of layers: calls without side effects, what single calls had and gave, weights in a store. */
import { PyDict } from '../../../../python/collections.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import { method, type NativeFunction, suspendableMethod } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { PyList, PyTuple, type Value } from '../../../../python/values.ts';
import { integerOf } from '../../ops/reading.ts';
import { writeVariables } from '../../session.ts';
import { tensorOf, wrap } from '../../tensors/conversion.ts';
import type { GraphNode } from '../../tensors/graphNode.ts';
import { shapeTuple, type TensorObject } from '../../tensors/tensorObject.ts';
import { Trace, withTrace } from '../../trace.ts';
import { callLayer } from './callLayer.ts';
import type { LayerObject } from './layerObject.ts';
import { numbers, weightArrays } from './weightValues.ts';

function self(value: Value): LayerObject {
  return value as LayerObject;
}

function single(values: readonly Value[]): Value {
  return values.length === 1 ? values[0] : new PyList([...values]);
}

/** One of the calls of a layer; raises as Keras does where there is no such call. */
function callAt(layer: LayerObject, index: Value, what: string): GraphNode {
  const place = integerOf(index, 0);
  const node = layer.nodes[place < 0 ? place + layer.nodes.length : place];
  if (node !== undefined) return node;
  throw raise(
    ValueError,
    layer.nodes.length === 0
      ? `The layer ${layer.name} has never been called and thus has no defined ${what}.`
      : `Asked to get ${what} at node ${place}, but the operation has only ${layer.nodes.length} inbound nodes.`,
  );
}

function nodeMethod(
  side: 'input' | 'output',
  what: '' | '_shape' | '_mask',
  read: (tensor: TensorObject) => Value,
): NativeFunction {
  return method(`get_${side}${what}_at(self, node_index)`, ([layer, index]) => {
    const node = callAt(self(layer), index, side);
    return single((side === 'input' ? node.inputs : node.outputs).map(read));
  });
}

/** The layer with other values for its weights; what they are after the call comes back beside the result. */
function statelessCall(
  py: Interpreter,
  layer: LayerObject,
  given: { trainable: Value; other: Value },
  args: readonly Value[],
  keywords: PyDict,
): Value {
  const trace = new Trace('shapes');
  const state: (readonly [readonly LayerObject['weights'][number][], Value, string])[] = [
    [layer.trainableWeights, given.trainable, 'trainable_variables'],
    [layer.nonTrainableWeights, given.other, 'non_trainable_variables'],
  ];
  for (const [variables, values, name] of state) {
    const tensors = py.collect(values).map(value => tensorOf(py, value));
    if (tensors.length !== variables.length)
      throw raise(
        ValueError,
        `Argument \`${name}\` must be a list of tensors corresponding 1:1 to ${layer.cls.name}().${name}. Received list with length ${tensors.length}, but expected ${variables.length} variables.`,
      );
    variables.forEach((variable, index) => {
      variable.assign(trace, tensors[index]);
    });
  }
  const passed = new PyDict();
  let withLosses = false;
  for (const [key, value] of keywords.entries()) {
    if (key === 'return_losses') withLosses = py.truth(value);
    else passed.set(key, value, py.keyRules);
  }
  const result = withTrace(py, trace, () => callLayer(py, layer, args, passed.size === 0 ? null : passed));
  const after = new PyList(layer.nonTrainableWeights.map(variable => wrap(py, variable.read(trace))));
  if (!withLosses) return new PyTuple([result, after]);
  return new PyTuple([result, after, new PyList(trace.losses.map(loss => wrap(py, loss)))]);
}

export const layerMethods: readonly NativeFunction[] = [
  nodeMethod('input', '', tensor => tensor),
  nodeMethod('output', '', tensor => tensor),
  nodeMethod('input', '_shape', tensor => shapeTuple(tensor.shape)),
  nodeMethod('output', '_shape', tensor => shapeTuple(tensor.shape)),
  nodeMethod('input', '_mask', tensor => tensor.mask),
  nodeMethod('output', '_mask', tensor => tensor.mask),
  ...['apply', 'symbolic_call', 'compute_output_spec'].map(name =>
    method(`${name}(self, *args, **kwargs)`, ([layer, args, keywords], py) => {
      const named = keywords as PyDict;
      return callLayer(py, self(layer), (args as PyTuple).items, named.size === 0 ? null : named);
    }),
  ),
  method(
    'stateless_call(self, trainable_variables, non_trainable_variables, *args, **kwargs)',
    ([layer, trainable, other, args, keywords], py) =>
      statelessCall(py, self(layer), { trainable, other }, (args as PyTuple).items, keywords as PyDict),
  ),
  suspendableMethod('save_own_variables(self, store)', function* ([layer, store], py) {
    const values = yield* weightArrays(py, self(layer).ownWeights);
    for (const [index, value] of values.entries())
      py.callMethod(store, '__setitem__', [String(index), value]);
    return null;
  }),
  suspendableMethod('load_own_variables(self, store)', function* ([layer, store], py) {
    const weights = self(layer).ownWeights;
    if (!py.running) return null;
    yield* writeVariables(
      py,
      weights.map((weight, index) => ({
        variable: weight.variable!,
        value: numbers(py, py.getItem(store, String(index))),
      })),
    );
    return null;
  }),
];
