/** `keras.Sequential`: a stack of layers, built as soon as its input shape is known. */
import { formatShape, type Shape } from '../../../graph/shapes.ts';
import type { PyClass } from '../../../python/classes.ts';
import {
  AttributeError,
  IndexError,
  RuntimeError,
  raise,
  TypeError,
  ValueError,
} from '../../../python/errors.ts';
import { method, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { explainTooMany } from '../../../python/operations/olderKeywords.ts';
import { NotKnown, PyInstance, PyList, PyTuple, touch, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { nameless } from '../layers/base/callErrors.ts';
import { callLayer } from '../layers/base/callLayer.ts';
import { initialiseLayer, isToldShape, requireRealShape } from '../layers/base/layerInitialisation.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import { inScope } from '../layers/base/nameScope.ts';
import { noteInputOf } from '../layers/base/openAxes.ts';
import { inputTensorOf } from '../layers/core/inputLayer.ts';
import { makeLayer } from '../layers/registry.ts';
import { autoName, firstInputName } from '../naming.ts';
import { dimsOf } from '../objects/arguments.ts';
import { constructorOf, kerasClass } from '../objects/kerasObject.ts';
import { recordModel } from '../record.ts';
import { sequentialSavingMethods } from '../saving/modelMethods.ts';
import { flattenTensors } from '../tensors/graphNode.ts';
import { shapeTuple, TensorObject } from '../tensors/tensorObject.ts';
import { type ByVersion, type Raised, raiseInWords } from '../versionWords.ts';
import { callFunctional } from './functionalCall.ts';
import { buildGraph, checkNames } from './functionalGraph.ts';
import { modelClass } from './modelClass.ts';
import { ModelObject } from './modelObject.ts';
import { blameElement, blameName, looseLayers, madeHere, notALayer } from './stackErrors.ts';

function isInput(layer: LayerObject): boolean {
  return layer.definition?.name === 'InputLayer';
}

/** The layers without the InputLayer. */
export function visibleLayers(model: ModelObject): LayerObject[] {
  return model.stack.length > 0 && isInput(model.stack[0]) ? model.stack.slice(1) : model.stack.slice();
}

/** The input in front of a layer, of which the model was told no other. */
function makeInput(
  py: Interpreter,
  batchShape: Shape,
  { name, cls, computeDtype, inputShapeArgument }: LayerObject,
): LayerObject {
  const entries: [string, Value][] = [['batch_shape', new PyTuple([...batchShape])]];
  // A layer of texts takes texts; Keras 3 forgets so where the layer was given `input_shape`.
  const forgets = inputShapeArgument !== null && py.state(kerasVersionKey).current === 3;
  if (computeDtype === 'string' && !forgets) entries.push(['dtype', 'string']);
  const inputName = firstInputName(py, name, cls.name);
  if (inputName !== null) entries.push(['name', inputName]);
  const input = makeLayer(py, 'InputLayer', entries);
  noteInputOf(input, null);
  return input;
}

/** Adds a layer on top, the one at `index` of a list; `rebuild` builds the model when its input is known. */
export function addLayer(
  py: Interpreter,
  model: ModelObject,
  value: Value,
  rebuild: boolean,
  index: number | null = null,
): void {
  touch(model);
  if (value instanceof Unknown) {
    if (model.unknownLayer === null) model.knownLayers = visibleLayers(model).length;
    model.unknownLayer ??= value.reason;
    return;
  }
  let layer = value;
  if (model.stack.length === 0 && layer instanceof LayerObject && layer.inputShapeArgument !== null) {
    requireRealShape(layer);
    const input = makeInput(py, layer.inputShapeArgument, layer);
    noteInputOf(input, layer);
    model.stack.push(input);
  }
  if (layer instanceof TensorObject && layer.history !== null) {
    const { operation } = layer.history.node;
    if (operation instanceof LayerObject && isInput(operation)) layer = operation;
  }
  if (!(layer instanceof LayerObject)) {
    if (!isWrapped(py, layer)) throw notALayer(py, layer, index);
    model.knownLayers = visibleLayers(model).length;
    model.unknownLayer ??= 'a tf.Module as a layer is not modelled';
    return;
  }
  const added = layer;
  if (!added.initialised && model.stack.length > 0) throw nameless(added);
  if (model.stack.some(item => item.name === added.name && item !== added)) {
    const unique = (name: string) =>
      `All layers added to a Sequential model should have unique names. Name ${name} is already the name of a layer in this model. Update the \`name\` argument to pass a unique name.`;
    throw raiseInWords(
      py,
      {
        3: unique(`'${layer.name}'`),
        2: unique(`"${layer.name}"`),
        // It is found out when the model is compiled.
        1: [
          RuntimeError,
          `The name "${layer.name}" is used 2 times in the model. All layer names should be unique.`,
        ],
      },
      {
        code: 'duplicate-name',
        blame: blameName(added),
        explanation: message('Another layer of this model is called `{0}` already.', added.name),
        related: madeHere(model.stack.find(item => item.name === added.name)),
      },
    );
  }
  // Keras 2 lets a second input pass on what it gets.
  const takesOne = py.state(kerasVersionKey).current === 3;
  if (takesOne && isInput(layer) && model.stack.length > 0 && isInput(model.stack[0])) {
    throw raise(
      ValueError,
      `Sequential model '${model.name}' has already been configured to use input shape ${formatShape(batchShapeOf(model.stack[0]))}. You cannot add a different Input layer to it.`,
      {
        code: 'second-input',
        blame: { kind: 'argument', name: 'layer' },
        explanation: message(
          'The model begins with an input of shape {0} already, and can have only one.',
          formatShape(batchShapeOf(model.stack[0])),
        ),
        related: madeHere(model.stack[0]),
      },
    );
  }
  if (model.stack.length === 0 && model.unknownLayer === null) requireShape(py, model, layer, index);
  model.stack.push(layer);
  model.built = false;
  model.graph = null;
  model.programs.clear();
  if (rebuild) rebuildModel(py, model);
}

/** In Keras 1 the first layer has to say what it takes. */
function requireShape(py: Interpreter, model: ModelObject, layer: LayerObject, index: number | null): void {
  const isPlain = layer.definition !== null && !isInput(layer) && layer.allLayers().length === 1;
  // An embedding always knows that it takes rows of whole numbers.
  const knowsItself = isToldShape(layer) || layer.definition?.name === 'Embedding';
  if (py.state(kerasVersionKey).current !== 1 || !isPlain || knowsItself || layer.unknown !== null) return;
  // The program ends here: what else is added says nothing more.
  model.unknownLayer ??= 'the first layer of this model does not say what it takes';
  throw raise(
    ValueError,
    'The first layer in a Sequential model must get an `input_shape` or `batch_input_shape` argument.',
    {
      code: 'not-built',
      blame: blameElement(py, index),
      explanation: message(
        'The shape of the input is not known before the model is called: give the first layer `input_shape`.',
      ),
    },
  );
}

/** Before Keras 3 a `tf.Module` that can be called was wrapped into a layer. */
function isWrapped(py: Interpreter, value: Value): boolean {
  if (py.running || py.state(kerasVersionKey).current === 3 || !(value instanceof PyInstance)) return false;
  return value.cls.mro.some(cls => cls.name === 'Module') && value.cls.lookup('__call__') !== undefined;
}

function batchShapeOf(layer: LayerObject): Shape {
  return layer.nodes[0].outputs[0].shape;
}

function rebuildModel(py: Interpreter, model: ModelObject): void {
  model.built = false;
  model.graph = null;
  if (model.stack.length > 1 && isInput(model.stack[0]))
    buildSequential(py, model, batchShapeOf(model.stack[0]));
}

/** Runs the stack once on a symbolic input and keeps the graph. */
export function buildSequential(py: Interpreter, model: ModelObject, shape: Shape): void {
  if (model.stack.length === 0) {
    throw raise(
      ValueError,
      `Sequential model ${model.name} cannot be built because it has no layers. Call \`model.add(layer)\`.`,
      {
        code: 'empty-model',
        explanation: message('`{0}` has no layers yet.', model.name),
      },
    );
  }
  touch(model);
  if (!isInput(model.stack[0])) model.stack.unshift(makeInput(py, shape, model.stack[0]));
  const input = inputTensorOf(model.stack[0]);
  let x: Value = input;
  for (const [index, layer] of model.stack.slice(1).entries()) {
    if (index === model.knownLayers) return;
    // An error leaves the model unbuilt, as in Keras; the layer stays in it.
    try {
      x = inScope(py, model, () => callLayer(py, layer, [x], null));
    } catch (error) {
      // The program ends here; whatever analysis would say of this model afterwards follows from the same mistake.
      if (!py.running) model.unknownLayer ??= 'a layer of this model does not take its input';
      throw error;
    }
    if (x instanceof Unknown) {
      model.unknownLayer ??= x.reason;
      return;
    }
  }
  if (flattenTensors([x]).some(tensor => tensor.history === null)) return;
  // Keras names the functional model inside a Sequential one, which uses a name up.
  if (py.state(kerasVersionKey).current === 3) autoName(py, 'Functional');
  model.graph = buildGraph(input, x);
  checkNames(py, model.graph);
  model.built = true;
}

/** Applies the layers one after another to an input whose shape need not be a single tensor's. */
function callStack(py: Interpreter, model: ModelObject, inputs: Value): Value {
  let x = inputs;
  for (const [index, layer] of visibleLayers(model).entries()) {
    if (index === model.knownLayers) return new Unknown(model.unknownLayer ?? 'a layer is not known');
    x = callLayer(py, layer, [x], null);
    if (x instanceof Unknown) return x;
  }
  return x;
}

function self(value: Value): ModelObject {
  return value as ModelObject;
}

/** Of a model with a layer that is not known, the input is all that is known. */
function requireGraph(py: Interpreter, model: ModelObject, what: string) {
  const isKnown = py.running || model.unknownLayer === null || what.startsWith('input');
  if (model.graph !== null && isKnown) return model.graph;
  const unknown = model.unknownLayer ?? model.unknownCall;
  if (unknown !== null && !py.running) throw new NotKnown(unknown);
  throw raiseInWords(py, noGraph(model, what), {
    code: 'not-built',
    explanation: message(
      'The shape of the input is not known before the model is called: give the first layer `input_shape`.',
    ),
  });
}

function noGraph({ name }: ModelObject, what: string): ByVersion<Raised> {
  const isShape = what.endsWith('shape');
  const rest =
    what === 'input shape'
      ? ' Note that the `input_shape` property is only available for Functional and Sequential models.'
      : '';
  return {
    3: `Sequential model '${name}' has no defined ${what} yet.`,
    2: [
      AttributeError,
      isShape
        ? `The layer "${name}" has never been called and thus has no defined ${what}.${rest}`
        : "'Sequential' object has no attribute '_nested_" + `${what.replace(/s?$/, 's')}'`,
    ],
  };
}

function singleOrList(items: readonly Value[]): Value {
  return items.length === 1 ? items[0] : new PyList([...items]);
}

export const sequentialClass: PyClass = kerasClass<unknown>({
  name: 'Sequential',
  base: modelClass,
  module: 'keras.src.models.sequential',
  parameters: 'layers=None, trainable=True, name=None',
  documentation: 'A model that is a plain stack of layers.',
  init(args, object, py) {
    const model = object as ModelObject;
    model.kind = 'sequential';
    const loose = looseLayers(py, [args.raw('layers'), args.raw('trainable'), args.raw('name')]);
    if (loose !== null) throw loose;
    initialiseLayer(
      py,
      model,
      new Map([
        ['name', args.value('name')],
        ['trainable', args.value('trainable')],
      ]),
      null,
    );
    recordModel(py, model);
    const layers = args.value('layers');
    if (layers === null) return null;
    // Keras 2 takes a layer for a list of it.
    const list = layers instanceof LayerObject ? new PyList([layers]) : layers;
    py.collect(list).forEach((layer, index) => {
      addLayer(py, model, layer, false, index);
    });
    if (model.stack.length > 0) rebuildModel(py, model);
    return null;
  },
  methods: [
    method('add(self, layer, rebuild=True)', ([model, layer, rebuild], py) => {
      addLayer(py, self(model), layer, py.truth(rebuild));
      return null;
    }),
    method('pop(self, rebuild=True)', ([model, rebuild], py) => {
      const object = self(model);
      touch(object);
      const last = object.stack.pop();
      if (last === undefined)
        throw raiseInWords(py, {
          3: [IndexError, 'pop from empty list'],
          2: [TypeError, 'There are no layers in the model.'],
        });
      object.built = false;
      object.graph = null;
      object.programs.clear();
      if (py.truth(rebuild) && object.stack.length > 0) rebuildModel(py, object);
      return last;
    }),
    method('build(self, input_shape=None)', ([model, shape], py) => {
      const object = self(model);
      const flat = shape instanceof PyTuple || shape instanceof PyList ? shape.items : null;
      if (flat === null || (flat.length > 0 && flat[0] !== null && typeof flat[0] !== 'number')) return null;
      if (object.graph === null && object.unknownLayer === null)
        buildSequential(py, object, dimsOf(py, shape));
      return null;
    }),
    method('call(self, inputs, training=None, mask=None)', ([model, inputs], py) => {
      const object = self(model);
      if (object.unknownLayer !== null) return new Unknown(object.unknownLayer);
      return object.graph === null
        ? callStack(py, object, inputs)
        : callFunctional(py, object, object.graph, inputs);
    }),
  ],
  entries: [
    ...sequentialSavingMethods,
    property('layers', (model, py) => {
      const list = new PyList(visibleLayers(self(model)));
      const { unknownLayer } = self(model);
      if (unknownLayer !== null && !py.running) list.lost = new Unknown(unknownLayer);
      return list;
    }),
    property('input_shape', (model, py) =>
      singleOrList(
        requireGraph(py, self(model), 'input shape').inputs.map(tensor => shapeTuple(tensor.shape)),
      ),
    ),
    property('output_shape', (model, py) =>
      singleOrList(
        requireGraph(py, self(model), 'output shape').outputs.map(tensor => shapeTuple(tensor.shape)),
      ),
    ),
    property('inputs', (model, py) => new PyList([...requireGraph(py, self(model), 'inputs').inputs])),
    property('outputs', (model, py) => new PyList([...requireGraph(py, self(model), 'outputs').outputs])),
    property('input', (model, py) => singleOrList(requireGraph(py, self(model), 'input').inputs)),
    property('output', (model, py) => singleOrList(requireGraph(py, self(model), 'output').outputs)),
  ],
  allocate: cls => new ModelObject(cls),
});

explainTooMany(constructorOf(sequentialClass)!, (given, py) => looseLayers(py, given));
