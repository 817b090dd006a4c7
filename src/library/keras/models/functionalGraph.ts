/** The graph of a functional model: which calls lead from its inputs to its outputs, in which order. */
import { formatShape } from '../../../graph/shapes.ts';
import type { PyDict } from '../../../python/collections.ts';
import {
  type ErrorDetail,
  type PythonError,
  RuntimeError,
  raise,
  ValueError,
} from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Span } from '../../../python/syntax.ts';
import { PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import { flattenTensors, type GraphNode, mapStructure, type Operation } from '../tensors/graphNode.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { raiseInWords } from '../versionWords.ts';

export interface FunctionalGraph {
  /** As passed: a tensor, a list or a dict. */
  readonly inputStructure: Value;
  readonly outputStructure: Value;
  readonly inputs: readonly TensorObject[];
  readonly outputs: readonly TensorObject[];
  /** Calls in an order in which they can run. */
  readonly nodes: readonly GraphNode[];
  /** Layers and operations, farthest from the outputs first (as `model.layers` lists them). */
  readonly operations: readonly Operation[];
  readonly layers: readonly LayerObject[];
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly entries: Entries;
  /** Where the inputs are written; null where nothing shows it. */
  readonly inputsPlace: Span | null;
}

/** The InputLayers of inputs that are tensors in the middle of another graph. */
export type Entries = ReadonlyMap<TensorObject, LayerObject>;

/** Finds the graph between tensors; raises where an output does not follow from the inputs. */
export function buildGraph(
  inputStructure: Value,
  outputStructure: Value,
  entries: Entries = new Map(),
  inputsPlace: Span | null = null,
): FunctionalGraph {
  const inputs = flattenTensors([inputStructure]);
  const outputs = flattenTensors([outputStructure]);
  const { finished, order } = traverse(inputs, outputs, entries);
  const depths = depthsOf(finished, order, inputs, entries);
  const operations = [...depths.entries()]
    .sort(([a, depthA], [b, depthB]) => depthB - depthA || order.get(a)! - order.get(b)!)
    .map(([operation]) => operation);
  const layers = operations.filter(operation => operation instanceof LayerObject);
  return {
    inputStructure,
    outputStructure,
    inputs,
    outputs,
    nodes: finished.filter(
      node => node.inputs.length > 0 && !node.outputs.some(output => inputs.includes(output)),
    ),
    operations,
    layers,
    inputNames: inputs.map(input => (entries.get(input) ?? input.history!.node.operation).name),
    outputNames: outputs.map(output => output.history!.node.operation.name),
    entries,
    inputsPlace,
  };
}

/** Depth first from the outputs: nodes after what they need, operations numbered as they are met. */
function traverse(
  inputs: readonly TensorObject[],
  outputs: readonly TensorObject[],
  entries: Entries,
): { finished: GraphNode[]; order: Map<Operation, number> } {
  const finished: GraphNode[] = [];
  const seen = new Set<GraphNode>();
  const order = new Map<Operation, number>();
  const given = new Set(inputs);
  for (const output of outputs) {
    const stack: { node: GraphNode; next: number; stop: boolean }[] = [];
    const open = (tensor: TensorObject): void => {
      // What made it belongs to the other graph.
      if (entries.has(tensor)) return;
      const { node } = tensor.history!;
      if (seen.has(node)) return;
      seen.add(node);
      if (!order.has(node.operation)) order.set(node.operation, order.size);
      stack.push({ node, next: 0, stop: given.has(tensor) });
    };
    open(output);
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      if (top.stop || top.next >= top.node.inputs.length) {
        finished.push(top.node);
        stack.pop();
      } else open(top.node.inputs[top.next++]);
    }
  }
  return { finished, order };
}

/** How many calls lie between an operation and the outputs, at most. */
function depthsOf(
  finished: readonly GraphNode[],
  order: Map<Operation, number>,
  inputs: readonly TensorObject[],
  entries: Entries,
): Map<Operation, number> {
  const nodeDepths = new Map<GraphNode, number>();
  const depths = new Map<Operation, number>();
  const given = new Set(inputs);
  for (let index = finished.length - 1; index >= 0; index--) {
    const node = finished[index];
    const depth = Math.max(nodeDepths.get(node) ?? 0, depths.get(node.operation) ?? 0);
    depths.set(node.operation, depth);
    nodeDepths.set(node, depth);
    if (node.outputs.some(output => given.has(output))) continue;
    for (const input of node.inputs) {
      const entry = entries.get(input);
      if (entry !== undefined) {
        depths.set(entry, Math.max(depth + 1, depths.get(entry) ?? 0));
        continue;
      }
      const parent = input.history!.node;
      nodeDepths.set(parent, Math.max(depth + 1, nodeDepths.get(parent) ?? 0));
    }
  }
  for (const input of inputs) {
    const operation = entries.get(input) ?? input.history!.node.operation;
    if (entries.has(input)) order.set(operation, -1);
    if (depths.has(operation)) continue;
    depths.set(operation, 0);
    order.set(operation, -1);
  }
  return depths;
}

/** What to say of an input that leads to the outputs and is none of the model's. */
export function missingInput(missing: TensorObject, node: GraphNode): ErrorDetail {
  const source = missing.history?.node.operation;
  const made = source instanceof LayerObject ? source.madeAt : null;
  return {
    code: 'graph-disconnected',
    explanation: message(
      '`{0}` needs an input of shape {1} that is not among the inputs of the model.',
      node.operation.name,
      formatShape(missing.shape),
    ),
    related: made === null ? [] : [{ span: made, message: message('the missing input is made here') }],
  };
}

function disconnected(tensor: TensorObject, node: GraphNode, { inputsPlace }: FunctionalGraph): PythonError {
  const shown = `<KerasTensor shape=${formatShape(tensor.shape)}, dtype=${tensor.tensor.dtype}, sparse=False, name=${tensor.name ?? 'keras_tensor'}>`;
  return raise(
    ValueError,
    `Graph disconnected: cannot find parent for tensor ${shown} at operation '${node.operation.name}'.`,
    {
      ...(isInput(tensor) ? missingInput(tensor, node) : { code: 'graph-disconnected' }),
      ...(inputsPlace === null ? {} : { blame: { kind: 'span', span: inputsPlace } }),
    },
  );
}

/** Whether a tensor is the one of a `keras.Input`. */
function isInput(tensor: TensorObject): boolean {
  return tensor.history?.node.inputs.length === 0;
}

/** Raises where two operations of a graph have one name. */
export function checkNames(py: Interpreter, { operations }: FunctionalGraph): void {
  const byName = new Map<string, Operation[]>();
  for (const operation of operations)
    byName.set(operation.name, [...(byName.get(operation.name) ?? []), operation]);
  for (const [name, same] of byName) {
    const count = same.length;
    if (count === 1) continue;
    const [one, other] = same.map(item => (item instanceof LayerObject ? item.madeAt : null));
    const told = `The name "${name}" is used ${count} times in the model. All`;
    throw raiseInWords(
      py,
      {
        3: `${told} operation names should be unique.`,
        2: `${told} layer names should be unique.`,
        1: [RuntimeError, `${told} layer names should be unique.`],
      },
      {
        code: 'duplicate-name',
        ...(other == null ? {} : { blame: { kind: 'span', span: other } }),
        explanation: message('Another layer of this model is called `{0}` already.', name),
        related: one == null ? [] : [{ span: one, message: message('the other one is made here') }],
      },
    );
  }
}

/** Runs the graph on other tensors, given in the order of its inputs. */
export function runGraph(py: Interpreter, graph: FunctionalGraph, inputs: readonly TensorObject[]): Value {
  const values = new Map<TensorObject, Value>();
  graph.inputs.forEach((input, index) => {
    values.set(input, inputs[index]);
  });
  const substitute = (leaf: Value): Value =>
    leaf instanceof TensorObject ? (values.get(leaf) ?? leaf) : leaf;
  for (const node of graph.nodes) {
    const missing = node.inputs.find(input => !values.has(input));
    if (missing !== undefined) throw disconnected(missing, node, graph);
    const args = node.args.map(arg => mapStructure(arg, substitute));
    const keywords = node.keywords === null ? null : (mapStructure(node.keywords, substitute) as PyDict);
    const result = node.operation.replay(args, keywords, py);
    if (result instanceof Unknown) return result;
    const outputs = flattenTensors([result]);
    node.outputs.forEach((output, index) => {
      values.set(output, outputs[index]);
    });
  }
  return mapStructure(graph.outputStructure, substitute);
}

/** `Model(inputs, [output])` gives the tensor itself. */
export function singleOutput(outputs: Value): Value {
  const isSingle = (outputs instanceof PyList || outputs instanceof PyTuple) && outputs.items.length === 1;
  return isSingle ? outputs.items[0] : outputs;
}
