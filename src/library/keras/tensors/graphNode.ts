/** One call in a functional graph: a layer or an operation, what it was called with, and the tensors it gave. */

import { PyDict } from '../../../python/collections.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Span } from '../../../python/syntax.ts';
import { PyList, PyTuple, type Value } from '../../../python/values.ts';
import { TensorObject } from './tensorObject.ts';

/** What a node calls: a layer, or an operation of keras.ops. */
export interface Operation {
  readonly name: string;
  /** Calls of it in functional graphs, in order. */
  readonly nodes: GraphNode[];
  /** Runs it again on other inputs. */
  replay(args: readonly Value[], keywords: PyDict | null, py: Interpreter): Value;
}

let nextNode = 0;

export class GraphNode {
  readonly id = nextNode++;
  readonly operation: Operation;
  readonly args: readonly Value[];
  readonly keywords: PyDict | null;
  readonly span: Span | null;
  /** Tensors of the graph among the arguments, in order. */
  readonly inputs: readonly TensorObject[];
  outputs: readonly TensorObject[] = [];

  constructor(operation: Operation, args: readonly Value[], keywords: PyDict | null, span: Span | null) {
    this.operation = operation;
    this.args = args;
    this.keywords = keywords;
    this.span = span;
    this.inputs = [...graphTensors(args), ...(keywords ? graphTensors([...keywords.values()]) : [])];
  }

  get isInput(): boolean {
    return this.inputs.length === 0;
  }
}

/** Every tensor with a history in nested lists, tuples and dicts, in order. */
export function graphTensors(values: readonly Value[]): TensorObject[] {
  return flattenTensors(values).filter(tensor => tensor.history !== null);
}

/** Every tensor in nested lists, tuples and dicts, in order. */
export function flattenTensors(values: readonly Value[]): TensorObject[] {
  // A tensor alone is what most layers take and give.
  const [only] = values;
  if (values.length === 1 && only instanceof TensorObject) return [only];
  return flatten(values).filter(value => value instanceof TensorObject);
}

/** Whether a value is a container that Keras looks into. */
export function isStructure(value: Value): boolean {
  return value instanceof PyList || value instanceof PyTuple || value instanceof PyDict;
}

/** The leaves of nested lists, tuples and dicts, dicts in order of their keys; what is not known of one is a leaf. */
export function flatten(values: readonly Value[]): Value[] {
  if (!values.some(isStructure)) return values.slice();
  const found: Value[] = [];
  for (const value of values) {
    if ((value instanceof PyList || value instanceof PyDict) && value.lost !== null) found.push(value.lost);
    else if (value instanceof PyList || value instanceof PyTuple) found.push(...flatten(value.items));
    else if (value instanceof PyDict) found.push(...flatten(sortedEntries(value).map(entry => entry[1])));
    else found.push(value);
  }
  return found;
}

/** Entries in the order in which Keras flattens a dict: by key. */
export function sortedEntries(dict: PyDict): [Value, Value][] {
  return [...dict.entries()].sort(([a], [b]) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0));
}

/** The same nested structure with every leaf replaced, in the order of {@link flatten}. */
export function mapStructure(value: Value, change: (leaf: Value) => Value): Value {
  if ((value instanceof PyList || value instanceof PyDict) && value.lost !== null) return value.lost;
  if (value instanceof PyList) return new PyList(value.items.map(item => mapStructure(item, change)));
  if (value instanceof PyTuple) return new PyTuple(value.items.map(item => mapStructure(item, change)));
  if (value instanceof PyDict) return mapDict(value, item => mapStructure(item, change));
  return change(value);
}

/** A dict with string keys whose values are changed, visited in order of the keys. */
export function mapDict(dict: PyDict, change: (value: Value) => Value): PyDict {
  const changed = new Map(sortedEntries(dict).map(([key, value]) => [key, change(value)]));
  return PyDict.fromStrings([...dict.keys()].map(key => [String(key), changed.get(key)!] as const));
}

/** Gives the tensors of a call's result their history and returns the result. */
export function recordNode(node: GraphNode, result: Value): Value {
  const outputs: TensorObject[] = [];
  const marked = mapStructure(result, leaf => {
    if (!(leaf instanceof TensorObject)) return leaf;
    const output = new TensorObject(leaf.tensor, node.span);
    output.mask = leaf.mask;
    output.history = { node, index: outputs.length };
    outputs.push(output);
    return output;
  });
  node.outputs = outputs;
  node.operation.nodes.push(node);
  return marked;
}

/** The tensor without its history: what code inside a layer works with. */
export function withoutHistory(value: Value): Value {
  if (!(value instanceof TensorObject) || value.history === null) return value;
  const plain = new TensorObject(value.tensor, value.madeAt);
  plain.mask = value.mask;
  plain.name = value.name;
  return plain;
}
