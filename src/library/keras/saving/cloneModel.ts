/** `clone_model`: the same architecture with layers and weights of its own. */
import { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import { inputTensorOf } from '../layers/core/inputLayer.ts';
import { makeLayer } from '../layers/registry.ts';
import { cloneLayer } from '../layers/wrappers/cloning.ts';
import { ModelObject } from '../models/modelObject.ts';
import { flatten, flattenTensors, mapStructure, type Operation } from '../tensors/graphNode.ts';
import { FunctionOperation } from '../tensors/operation.ts';
import { TensorObject } from '../tensors/tensorObject.ts';

type MakeLayer = (layer: LayerObject) => LayerObject;

/** A clone of any model; `cloneFunction` (or None) makes each layer. */
export function cloneModel(py: Interpreter, model: Value, inputTensors: Value, cloneFunction: Value): Value {
  if (model instanceof Unknown) throw new NotKnown(model.reason);
  if (!(model instanceof ModelObject)) {
    throw raise(
      ValueError,
      `Expected \`model\` argument to be a \`Model\` instance. Received: model=${py.str(model)}`,
      { blame: { kind: 'argument', name: 'model' } },
    );
  }
  const reason = model.unknown ?? model.unknownLayer;
  if (reason !== null) throw new NotKnown(reason);
  const clone: MakeLayer = layer => {
    if (cloneFunction === null)
      return layer instanceof ModelObject ? inner(py, layer) : cloneLayer(py, layer);
    const made = py.call(cloneFunction, [layer]);
    if (made instanceof LayerObject) return made;
    if (made instanceof Unknown) throw new NotKnown(made.reason);
    throw raise(ValueError, `The \`clone_function\` argument must return a layer. Received: ${py.str(made)}`);
  };
  if (model.kind === 'sequential') return cloneSequential(py, model, clone);
  if (model.graph !== null) return cloneGraph(py, model, inputTensors, clone);
  return cloneLayer(py, model);
}

function inner(py: Interpreter, model: ModelObject): LayerObject {
  return cloneModel(py, model, null, null) as LayerObject;
}

function sameInput(py: Interpreter, tensor: TensorObject, name: string): TensorObject {
  const layer = makeLayer(py, 'InputLayer', [
    ['batch_shape', new PyTuple([...tensor.shape])],
    ['dtype', tensor.tensor.dtype],
    ['name', name],
  ]);
  return inputTensorOf(layer) as TensorObject;
}

function cloneSequential(py: Interpreter, model: ModelObject, clone: MakeLayer): Value {
  const layers = model.stack.map(layer =>
    layer.definition?.name === 'InputLayer'
      ? sameInput(py, layer.nodes[0].outputs[0], layer.name)
      : clone(layer),
  );
  return py.call(
    model.cls,
    [],
    PyDict.fromStrings([
      ['layers', new PyList(layers)],
      ['name', model.name],
      ['trainable', model.trainable],
    ]),
  );
}

/** Makes the graph's calls again with clones of its layers. */
function cloneGraph(py: Interpreter, model: ModelObject, inputTensors: Value, clone: MakeLayer): Value {
  const graph = model.graph!;
  const given = inputTensors === null ? [] : flattenTensors([inputTensors]);
  const values = new Map<Value, Value>();
  graph.inputs.forEach((input, index) => {
    values.set(input, given[index] ?? sameInput(py, input, input.history!.node.operation.name));
  });
  const clones = new Map<Operation, LayerObject>();
  const substitute = (leaf: Value): Value =>
    leaf instanceof TensorObject ? (values.get(leaf) ?? leaf) : leaf;
  for (const node of graph.nodes) {
    const { operation } = node;
    const args = node.args.map(arg => mapStructure(arg, substitute));
    const keywords = node.keywords === null ? null : (mapStructure(node.keywords, substitute) as PyDict);
    let result: Value;
    if (operation instanceof FunctionOperation) result = operation.again(args, py);
    else {
      const layer = clones.get(operation) ?? clone(operation as LayerObject);
      clones.set(operation, layer);
      result = py.call(layer, args, keywords);
    }
    if (result instanceof Unknown) throw new NotKnown(result.reason);
    const outputs = flattenTensors(flatten([result]));
    node.outputs.forEach((output, index) => {
      values.set(output, outputs[index]);
    });
  }
  return py.call(
    model.cls,
    [],
    PyDict.fromStrings([
      ['inputs', mapStructure(graph.inputStructure, substitute)],
      ['outputs', mapStructure(graph.outputStructure, substitute)],
      ['name', model.name],
    ]),
  );
}
