/** Configs of models: a stack of layers, or a graph of calls. */
import type { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { NotImplementedError, raise, TypeError, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import type { FunctionalGraph } from '../models/functionalGraph.ts';
import { ModelObject } from '../models/modelObject.ts';
import { toSnakeCase } from '../naming.ts';
import { flattenTensors, type GraphNode, mapStructure, type Operation } from '../tensors/graphNode.ts';
import { type FunctionOperation, renamed } from '../tensors/operation.ts';
import { shapeTuple, TensorObject } from '../tensors/tensorObject.ts';
import { deserializeKerasObject } from './deserialize.ts';
import { serializeKerasObject } from './serialize.ts';

function dict(entries: Iterable<readonly [string, Value]>): PyDict {
  return PyDict.fromStrings(entries);
}

/** `Sequential.get_config()`. */
export function sequentialConfig(py: Interpreter, model: ModelObject): PyDict {
  if (model.unknownLayer !== null) throw new NotKnown(model.unknownLayer);
  const config = dict([
    ['name', model.name],
    ['trainable', model.trainable],
    ['dtype', model.dtype],
    ['layers', new PyList(model.stack.map(layer => serializeKerasObject(py, layer)))],
  ]);
  if (model.graph !== null) config.setString('build_input_shape', shapeTuple(model.graph.inputs[0].shape));
  return config;
}

/** `Sequential.from_config`. */
export function sequentialFromConfig(py: Interpreter, cls: PyClass, config: Value): Value {
  // Keras 1 saved the list of layers alone.
  const whole = config instanceof PyDict ? config : dict([['layers', config]]);
  const model = py.call(cls, [], dict([['name', whole.getString('name') ?? null]])) as ModelObject;
  for (const layer of py.collect(whole.getString('layers') ?? new PyList([])))
    py.callMethod(model, 'add', [deserializeKerasObject(py, layer)]);
  const shape = whole.getString('build_input_shape') ?? null;
  if (model.graph === null && shape !== null) py.callMethod(model, 'build', [shape]);
  return model;
}

/** Numbers the calls of a graph: the operation's calls that belong to it, in order. */
class GraphNumbers {
  private readonly nodes: ReadonlySet<GraphNode>;
  private readonly inputs: ReadonlySet<TensorObject>;

  constructor(graph: FunctionalGraph) {
    this.inputs = new Set(graph.inputs);
    this.nodes = new Set([...graph.nodes, ...graph.inputs.map(input => input.history!.node)]);
  }

  own(operation: Operation): GraphNode[] {
    return operation.nodes.filter(node => this.nodes.has(node));
  }

  /** Whether the operation only stands for an input of the model. */
  startsHere(operation: Operation): boolean {
    return this.own(operation).some(node => node.outputs.some(output => this.inputs.has(output)));
  }

  /** `[name, node, tensor]`. A functional model counts the call it was made with as its first. */
  place(tensor: TensorObject): Value[] {
    const { node, index } = tensor.history!;
    const first = isFunctional(node.operation) ? 1 : 0;
    return [node.operation.name, this.own(node.operation).indexOf(node) + first, index];
  }
}

function isFunctional(operation: unknown): boolean {
  return operation instanceof LayerObject && 'kind' in operation && operation.kind === 'functional';
}

function tensorConfig(numbers: GraphNumbers, tensor: TensorObject): PyDict {
  return dict([
    ['class_name', '__keras_tensor__'],
    [
      'config',
      dict([
        ['shape', shapeTuple(tensor.shape)],
        ['dtype', tensor.tensor.dtype],
        ['keras_history', new PyList(numbers.place(tensor))],
      ]),
    ],
  ]);
}

function nodeConfig(py: Interpreter, numbers: GraphNumbers, node: GraphNode): PyDict {
  const convert = (value: Value): Value =>
    mapStructure(value, leaf =>
      leaf instanceof TensorObject && leaf.history !== null
        ? tensorConfig(numbers, leaf)
        : serializeKerasObject(py, leaf),
    );
  return dict([
    ['args', new PyTuple(node.args.map(convert))],
    ['kwargs', node.keywords === null ? new PyDict() : convert(node.keywords)],
  ]);
}

function operationConfig(py: Interpreter, numbers: GraphNumbers, operation: Operation): PyDict {
  if (numbers.startsHere(operation)) {
    const [tensor] = numbers.own(operation)[0].outputs;
    const made = operation instanceof LayerObject && operation.definition?.name === 'InputLayer';
    if (made) return serializeKerasObject(py, operation) as PyDict;
    return dict([
      ['module', 'keras.layers'],
      ['class_name', 'InputLayer'],
      [
        'config',
        dict([
          ['batch_shape', shapeTuple(tensor.shape)],
          ['dtype', tensor.tensor.dtype],
          ['sparse', false],
          ['name', operation.name],
        ]),
      ],
      ['registered_name', null],
    ]);
  }
  if (operation instanceof LayerObject) return serializeKerasObject(py, operation) as PyDict;
  const { functionName } = operation as FunctionOperation;
  const name = functionName
    .split('_')
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  return dict([
    ['module', 'keras.src.ops.numpy'],
    ['class_name', name],
    ['config', dict([['name', operation.name]])],
    ['registered_name', name],
  ]);
}

/** `get_config()` of a functional model: its layers and operations with the calls that join them. */
export function functionalConfig(py: Interpreter, model: ModelObject, graph: FunctionalGraph): PyDict {
  const numbers = new GraphNumbers(graph);
  const layers = graph.operations.map(operation => {
    const config = operationConfig(py, numbers, operation);
    config.setString('name', operation.name);
    const calls = numbers.startsHere(operation)
      ? []
      : numbers.own(operation).filter(node => node.inputs.length > 0);
    config.setString('inbound_nodes', new PyList(calls.map(node => nodeConfig(py, numbers, node))));
    return config;
  });
  const places = (structure: Value): Value => {
    if (!(structure instanceof PyDict))
      return new PyList(flattenTensors([structure]).map(tensor => new PyList(numbers.place(tensor))));
    return mapStructure(structure, leaf => new PyList(numbers.place(leaf as TensorObject)));
  };
  return dict([
    ['name', model.name],
    ['trainable', model.trainable],
    ['layers', new PyList(layers)],
    ['input_layers', places(graph.inputStructure)],
    ['output_layers', places(graph.outputStructure)],
  ]);
}

/** A layer or operation of a graph that is being made again. */
interface Revived {
  readonly name: string;
  readonly callee: Value;
  /** The tensors of each call; a layer keeps its own. */
  readonly outputs: (readonly TensorObject[])[];
  readonly waiting: Value[];
}

class GraphReader {
  private readonly revived = new Map<string, Revived>();
  private readonly py: Interpreter;
  /** Whether Keras 1 or 2 wrote the config, whose layers name no module. */
  private readonly older: boolean;

  constructor(py: Interpreter, layers: readonly Value[]) {
    this.py = py;
    this.older = layers.some(layer => layer instanceof PyDict && layer.getString('module') === undefined);
    for (const layer of layers) if (layer instanceof PyDict) this.add(layer);
    this.callAll();
  }

  private add(config: PyDict): void {
    const { py } = this;
    const module = config.getString('module');
    const isOperation = typeof module === 'string' && module.startsWith('keras.src.ops');
    const callee = isOperation
      ? operationNamed(py, py.str(config.getString('class_name') ?? null))
      : deserializeKerasObject(py, config);
    const inner = config.getString('config');
    const name = config.getString('name') ?? (inner instanceof PyDict ? inner.getString('name') : null);
    const waiting = py.collect(config.getString('inbound_nodes') ?? new PyList([]));
    const text = py.str(name ?? null);
    this.revived.set(text, { name: text, callee, outputs: [], waiting });
  }

  /** Makes the calls whose inputs are there, until all are made. */
  private callAll(): void {
    for (;;) {
      let open = 0;
      let made = 0;
      for (const item of this.revived.values()) {
        while (item.waiting.length > 0 && this.callNext(item)) made++;
        open += item.waiting.length;
      }
      if (open === 0) return;
      if (made === 0) throw raise(ValueError, 'Cannot deserialize the model (invalid config data?)');
    }
  }

  private callNext(item: Revived): boolean {
    const call = this.argumentsOf(item.waiting[0]);
    if (call === null) return false;
    item.waiting.shift();
    const result = this.py.call(item.callee, call.args, call.keywords);
    if (result instanceof Unknown) throw new NotKnown(result.reason);
    if (!(item.callee instanceof LayerObject)) renamed(result, item.name);
    item.outputs.push(flattenTensors([result]));
    return true;
  }

  /** The arguments of a saved call; null while one of its tensors is missing. */
  private argumentsOf(node: Value): { args: Value[]; keywords: PyDict | null } | null {
    if (node instanceof PyDict) {
      const args = this.fill(node.getString('args') ?? new PyList([]));
      const keywords = this.fill(node.getString('kwargs') ?? new PyDict());
      if (args === null || keywords === null) return null;
      return { args: this.py.collect(args), keywords: keywords as PyDict };
    }
    // Keras 1 and 2: a list of [layer, node, tensor, keywords].
    const parts = this.py.collect(node).map(part => this.py.collect(part));
    const tensors = parts.map(part => this.tensor(part));
    if (tensors.includes(null)) return null;
    const keywords = parts[0][3] instanceof PyDict ? (parts[0][3] as PyDict) : null;
    return { args: [tensors.length === 1 ? tensors[0] : new PyList(tensors)], keywords };
  }

  /** A structure with saved tensors replaced by new ones; null while one is missing. */
  private fill(value: Value): Value {
    if (value instanceof PyDict && value.getString('class_name') === '__keras_tensor__') {
      const history = (value.getString('config') as PyDict).getString('keras_history') ?? null;
      return this.tensor(this.py.collect(history));
    }
    if (value instanceof PyList || value instanceof PyTuple) {
      const items = value.items.map(item => [item, this.fill(item)] as const);
      if (items.some(([before, after]) => before !== null && after === null)) return null;
      const filled = items.map(([, after]) => after);
      return value instanceof PyTuple ? new PyTuple(filled) : new PyList(filled);
    }
    if (value instanceof PyDict && value.getString('class_name') === undefined) {
      const made = new PyDict();
      for (const [key, item] of value.entries()) {
        const after = this.fill(item);
        if (item !== null && after === null) return null;
        made.set(key, after, this.py.keyRules);
      }
      return made;
    }
    return deserializeKerasObject(this.py, value);
  }

  private tensor([name, node, index]: readonly Value[]): TensorObject | null {
    const item = this.revived.get(this.py.str(name));
    if (item === undefined) throw raise(ValueError, `Unknown layer: ${this.py.str(name)}`);
    const { callee } = item;
    const isGraph =
      isFunctional(callee) || (this.older && callee instanceof ModelObject && callee.graph !== null);
    const position = (node as number) - (isGraph ? 1 : 0);
    const outputs =
      item.callee instanceof LayerObject ? item.callee.nodes[position]?.outputs : item.outputs[position];
    return outputs?.[index as number] ?? null;
  }

  /** The tensors of `input_layers` or `output_layers`. */
  structure(value: Value): Value {
    const one = (place: Value): Value => this.tensor(this.py.collect(place));
    if (value instanceof PyDict) {
      const entries = [...value.entries()].map(([key, place]) => [String(key), one(place)] as const);
      return dict(entries);
    }
    const places = this.py.collect(value);
    // A model with one input may be saved without the list around it.
    if (typeof places[0] === 'string') return one(value);
    return places.length === 1 ? one(places[0]) : new PyList(places.map(one));
  }
}

/** The function that an operation of a saved graph calls, by its class's name. */
function operationNamed(py: Interpreter, className: string): Value {
  const name = toSnakeCase(className);
  for (const module of ['keras.ops', 'keras.activations', 'operator']) {
    const found = py.importModule(module);
    const callee = found instanceof Unknown ? undefined : found.attributes.map.get(name);
    if (callee !== undefined) return callee;
  }
  if (name === 'get_item') {
    const operator = py.importModule('operator');
    const callee = operator instanceof Unknown ? undefined : operator.attributes.map.get('getitem');
    if (callee !== undefined) return callee;
  }
  if (!py.running) throw new NotKnown(`the operation ${className} is not modelled`);
  throw raise(
    NotImplementedError,
    `Operation ${className} in a saved model is not supported by Kerascope yet`,
    {
      code: 'not-supported',
    },
  );
}

/** A functional model (of class `cls`) from its config. */
export function functionalFromConfig(py: Interpreter, cls: PyClass, config: PyDict): Value {
  const reader = new GraphReader(py, py.collect(config.getString('layers') ?? new PyList([])));
  return py.call(
    cls,
    [],
    dict([
      ['inputs', reader.structure(config.getString('input_layers') ?? null)],
      ['outputs', reader.structure(config.getString('output_layers') ?? null)],
      ['name', config.getString('name') ?? null],
      ['trainable', config.getString('trainable') ?? true],
    ]),
  );
}

/** `Model.from_config`: a graph where the config holds one, else the class called with it. */
export function modelFromConfig(py: Interpreter, cls: PyClass, config: PyDict): Value {
  const isGraph = ['name', 'layers', 'input_layers', 'output_layers'].every(
    key => config.getString(key) !== undefined,
  );
  if (isGraph && !cls.userDefined) return functionalFromConfig(py, cls, config);
  try {
    return py.call(cls, [], config);
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'TypeError') throw error;
    throw raise(
      TypeError,
      `Unable to revive model from config. When overriding the \`get_config()\` method, make sure that the returned config contains all items used as arguments in the  constructor to ${py.str(cls)}, which is the default behavior. You can override this default behavior by defining a \`from_config(cls, config)\` class method to specify how to create an instance of ${cls.name} from its config.\n\nReceived config=${py.str(config)}`,
    );
  }
}
