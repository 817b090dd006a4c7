/** `keras.Function` and `keras.Operation`: a graph of calls without the weights and losses of a model, and one such call. */
import type { PyClass } from '../../../python/classes.ts';
import type { PyDict } from '../../../python/collections.ts';
import { NotImplementedError, raise } from '../../../python/errors.ts';
import { method, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyList, type PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { callLayer } from '../layers/base/callLayer.ts';
import { autoName } from '../naming.ts';
import { configMethods, KerasObject, kerasClass } from '../objects/kerasObject.ts';
import {
  GraphNode,
  graphTensors,
  mapStructure,
  type Operation,
  recordNode,
  withoutHistory,
} from '../tensors/graphNode.ts';
import { modelClass } from './modelClass.ts';
import type { ModelObject } from './modelObject.ts';

/** An operation of a script's own class. */
class OperationObject extends KerasObject<null> implements Operation {
  name = '';
  readonly nodes: GraphNode[] = [];

  replay(args: readonly Value[], keywords: PyDict | null, py: Interpreter): Value {
    return py.call(py.getAttribute(this, 'call'), args, keywords);
  }
}

/** Calls an operation at once, or as a node of the graph that its arguments belong to. */
function callOperation(
  py: Interpreter,
  operation: OperationObject,
  args: readonly Value[],
  keywords: PyDict,
) {
  const named = keywords.size === 0 ? null : keywords;
  if (graphTensors([...args, keywords]).length === 0) return operation.replay(args, named, py);
  const plain = args.map(arg => mapStructure(arg, withoutHistory));
  const rest = named === null ? null : (mapStructure(named, withoutHistory) as PyDict);
  const result = operation.replay(plain, rest, py);
  return result instanceof Unknown
    ? result
    : recordNode(new GraphNode(operation, args, named, py.span), result);
}

export const operationClass: PyClass = kerasClass<null>({
  name: 'Operation',
  module: 'keras.src.ops.operation',
  parameters: 'dtype=None, name=None',
  documentation: 'A function of tensors that is called as one step of a graph: subclasses write `call`.',
  init(args, object, py) {
    const operation = object as OperationObject;
    operation.name = args.optionalString('name') ?? autoName(py, operation.cls.name);
    return null;
  },
  methods: [
    method('__call__(self, *args, **kwargs)', ([self, args, keywords], py) =>
      callOperation(py, self as OperationObject, (args as PyTuple).items, keywords as PyDict),
    ),
    method('symbolic_call(self, *args, **kwargs)', ([self, args, keywords], py) =>
      callOperation(py, self as OperationObject, (args as PyTuple).items, keywords as PyDict),
    ),
    method('call(self, *args, **kwargs)', () => {
      throw raise(NotImplementedError, '');
    }),
    method('compute_output_spec(self, *args, **kwargs)', ([self, args, keywords], py) =>
      callOperation(py, self as OperationObject, (args as PyTuple).items, keywords as PyDict),
    ),
    method('__repr__(self)', ([self]) => {
      const { cls, name } = self as OperationObject;
      return `<Operation name=${name}, class=${cls.name}>`;
    }),
  ],
  entries: [
    ...configMethods(),
    property(
      'name',
      self => (self as OperationObject).name,
      (self, value, py) => {
        (self as OperationObject).name = py.str(value);
      },
    ),
  ],
  allocate: cls => new OperationObject(cls),
});

const modelOf = (self: Value): ModelObject => (self as KerasObject<ModelObject>).settings;

export const functionClass: PyClass = kerasClass<ModelObject>({
  name: 'Function',
  base: operationClass,
  module: 'keras.src.ops.function',
  parameters: 'inputs, outputs, name=None',
  documentation: 'What leads from input tensors to output tensors, as a function of other tensors.',
  init(args, object, py) {
    (object as KerasObject as OperationObject).name =
      args.optionalString('name') ?? autoName(py, object.cls.name);
    return py.call(modelClass, [args.value('inputs'), args.value('outputs')]) as ModelObject;
  },
  methods: [
    method('__call__(self, inputs)', ([self, inputs], py) => callLayer(py, modelOf(self), [inputs], null)),
    method('call(self, inputs)', ([self, inputs], py) => callLayer(py, modelOf(self), [inputs], null)),
    method('compute_output_spec(self, inputs)', ([self, inputs], py) =>
      callLayer(py, modelOf(self), [inputs], null),
    ),
    method('compute_output_shape(self, input_shape)', ([self, shape], py) =>
      py.callMethod(modelOf(self), 'compute_output_shape', [shape]),
    ),
  ],
  entries: [
    property('inputs', self => new PyList([...modelOf(self).graph!.inputs])),
    property('outputs', self => new PyList([...modelOf(self).graph!.outputs])),
  ],
  allocate: cls => new OperationObject(cls) as unknown as KerasObject<ModelObject>,
});
