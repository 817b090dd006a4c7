/** `keras.Model`: the base of all models, functional when made from tensors, else the user's own `call`. */

import type { PyClass } from '../../../python/classes.ts';
import { PyClass as Class } from '../../../python/classes.ts';
import type { PyDict } from '../../../python/collections.ts';
import {
  AssertionError,
  AttributeError,
  NotImplementedError,
  RuntimeError,
  raise,
  TypeError,
  ValueError,
} from '../../../python/errors.ts';
import { method, named, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { classOf } from '../../../python/types.ts';
import { NotKnown, PyList, type PyTuple, touch, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey, takesNamesOfKeras1 } from '../../kerasVersion.ts';
import { misspeltKeyword } from '../errors/keywords.ts';
import { nearestName } from '../errors/spelling.ts';
import { layerClass } from '../layers/base/layerClass.ts';
import { initialiseLayer } from '../layers/base/layerInitialisation.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import { missingCall } from '../layers/base/missingCall.ts';
import { toSnakeCase } from '../naming.ts';
import { recordModel } from '../record.ts';
import { modelSavingMethods } from '../saving/modelMethods.ts';
import { shapeTuple } from '../tensors/tensorObject.ts';
import { compiledContainers } from '../training/compiledContainers.ts';
import { computeLoss } from '../training/computeLoss.ts';
import { trainingMethods, trainingProperties } from '../training/modelMethods.ts';
import { stepFunctionProperties, stepFunctions } from '../training/stepFunctions.ts';
import { computeMetrics, getMetricsResult, predictStep, testStep, trainStep } from '../training/trainStep.ts';
import { raiseInWords } from '../versionWords.ts';
import { makeFunctional } from './functional.ts';
import { callFunctional } from './functionalCall.ts';
import { modelInformation } from './information.ts';
import { layersOf } from './modelLayers.ts';
import { ModelObject } from './modelObject.ts';
import { quantizeModel } from './quantizeModel.ts';

function self(value: Value): ModelObject {
  return value as ModelObject;
}

/** Takes inputs and outputs out of a constructor's arguments, by place or by name. */
function graphArguments(args: readonly Value[], keywords: PyDict): { inputs: Value; outputs: Value } | null {
  const inputs = args[0] ?? keywords.getString('inputs') ?? keywords.getString('input');
  const outputs = args[1] ?? keywords.getString('outputs') ?? keywords.getString('output');
  return inputs === undefined || outputs === undefined ? null : { inputs, outputs };
}

/** `super().__init__(self)`: in Keras 3 a model of a class of the script's own takes nothing by position. */
function refusePlaced(py: Interpreter, args: readonly Value[]): void {
  if (py.state(kerasVersionKey).current < 3 || args.some(arg => arg instanceof Unknown)) return;
  const [first] = py.site?.node.args ?? [];
  throw raise(TypeError, `Layer.__init__() takes 1 positional argument but ${args.length + 1} were given`, {
    ...(first === undefined ? {} : { blame: { kind: 'span', span: first.span } }),
    ...(args[0] instanceof ModelObject
      ? {
          explanation: message(
            '`super().__init__()` brings the model along: it is passed a second time here.',
          ),
        }
      : {}),
  });
}

const oldGraphNames: ReadonlyMap<string, string> = new Map([
  ['input', 'inputs'],
  ['output', 'outputs'],
]);

function shownKeywords(py: Interpreter, keywords: PyDict): string {
  const shown = [...keywords.entries()].map(
    ([name, value]) => `${py.repr(name)}: ${value instanceof Unknown ? '…' : py.repr(value)}`,
  );
  return `{${shown.join(', ')}}`;
}

function initialiseModel(
  py: Interpreter,
  model: ModelObject,
  args: readonly Value[],
  keywords: PyDict,
): void {
  const given = new Map<string, Value>();
  for (const name of ['name', 'trainable', 'dtype']) given.set(name, keywords.getString(name) ?? null);
  if (args.length > 2) given.set('name', args[2]);
  const graph = graphArguments(args, keywords);
  const allowed = [
    'inputs',
    'outputs',
    ...(takesNamesOfKeras1(py) ? ['input', 'output'] : []),
    'name',
    'trainable',
    'dtype',
    'autocast',
    'activity_regularizer',
  ];
  const extra = [...keywords.keys()].find(key => !allowed.includes(String(key)));
  if (extra !== undefined) {
    throw raiseInWords(
      py,
      {
        3: `Unrecognized keyword arguments passed to ${model.cls.name}: ${shownKeywords(py, keywords)}`,
        2: [TypeError, `('Keyword argument not understood:', '${String(extra)}')`],
        1: [TypeError, `__init__() got an unexpected keyword argument '${String(extra)}'`],
      },
      misspeltKeyword(py, String(extra), allowed, oldGraphNames),
    );
  }
  if (graph === null && args.length > 0) refusePlaced(py, args);
  if (graph !== null && model.cls === modelClass) model.cls = functionalClass;
  initialiseLayer(py, model, given, null);
  model.attributes.map.set('_is_model', true);
  recordModel(py, model);
  if (graph === null) return;
  for (const value of [graph.inputs, graph.outputs]) {
    if (value instanceof Unknown) {
      model.unknown = value.reason;
      return;
    }
  }
  makeFunctional(py, model, graph.inputs, graph.outputs);
}

/** The names of ready-made models. */
const APPLICATIONS = /^(?:vgg|resnet|inception|xception|mobilenet|densenet|nasnet|efficientnet|convnext)/i;

/** Names in a sentence; of many the first and the last. */
function listed(names: readonly string[]): string {
  const shown = names.map(name => `\`${name}\``);
  return shown.length <= 12 ? shown.join(', ') : [...shown.slice(0, 6), '…', ...shown.slice(-5)].join(', ');
}

/** Whether a name is one that only Keras 2 outside of TensorFlow gave: `dense_1` to the first layer, not the second. */
function isNumberedAsEarlier(py: Interpreter, name: Value, layers: readonly LayerObject[]): boolean {
  if (py.state(kerasVersionKey).current !== 2 || typeof name !== 'string' || !/_\d+$/.test(name))
    return false;
  const kind = name.replace(/_\d+$/, '');
  return layers.some(layer => toSnakeCase(layer.cls.name) === kind);
}

/** The layer of this name or place; raises as Keras does. */
function getLayer(py: Interpreter, model: ModelObject, name: Value, index: Value): Value {
  if (model.unknown !== null && !py.running) throw new NotKnown(model.unknown);
  const layers = layersOf(model);
  const isKeras3 = py.state(kerasVersionKey).current === 3;
  if (index !== null && name !== null && isKeras3)
    throw raise(
      ValueError,
      `Provide only a layer name or a layer index. Received: index=${py.str(index)}, name=${py.str(name)}.`,
      { blame: { kind: 'argument', name: 'index' } },
    );
  if (index === null && name === null)
    throw raiseInWords(py, {
      3: 'Provide either a layer name or layer index at `get_layer`.',
      1: [AssertionError, 'Provide either a layer name or layer index.'],
    });
  if (typeof index === 'number') {
    const found = layers[index < 0 ? index + layers.length : index];
    if (found !== undefined) return found;
    throw raise(
      ValueError,
      `Was asked to retrieve layer at index ${index} but model only has ${layers.length} layers.`,
      {
        code: 'no-such-layer',
        blame: { kind: 'argument', name: 'index' },
        explanation: message('The model has {0} layers, numbered from 0.', layers.length),
      },
    );
  }
  const found = layers.find(layer => layer.name === name);
  if (found !== undefined) return found;
  if (!py.running && py.state(kerasVersionKey).current < 3 && APPLICATIONS.test(model.name)) {
    throw new NotKnown('the layers of ready-made models had other names in older versions');
  }
  if (!py.running && isNumberedAsEarlier(py, name, layers))
    throw new NotKnown('Keras 2.3 numbered layers from 1 on');
  const names = layers.map(layer => layer.name);
  const span = py.site?.argumentSpan('name') ?? null;
  const meant = typeof name === 'string' ? nearestName(name, names) : null;
  throw raiseInWords(
    py,
    {
      3: `No such layer: ${py.str(name)}. Existing layers are: [${names.map(item => `'${item}'`).join(', ')}].`,
      1: `No such layer: ${py.str(name)}`,
    },
    {
      code: 'no-such-layer',
      blame: { kind: 'argument', name: 'name' },
      explanation: message(
        'The model has no layer called `{0}`; its layers are {1}.',
        py.str(name),
        listed(names),
      ),
      fixes:
        meant === null || span === null
          ? []
          : [
              {
                kind: 'correct-layer-name',
                title: message('Change to `{0}`', meant),
                edits: [{ span, text: `'${meant}'` }],
                preferred: true,
              },
            ],
    },
  );
}

function graphOf(model: ModelObject, what: string) {
  if (model.graph !== null) return model.graph;
  if (model.unknown !== null) throw new NotKnown(model.unknown);
  throw raise(NotImplementedError, `The model '${model.name}' has no defined ${what}.`);
}

function single(items: readonly Value[]): Value {
  return items.length === 1 ? items[0] : new PyList([...items]);
}

/** A format that Keras 3 has no longer, and that TensorFlow's Keras 2 took away for its danger. */
const toYaml: [string, Value] = property('to_yaml', (model, py) => {
  if (py.state(kerasVersionKey).current === 3)
    throw raise(AttributeError, `'${classOf(model).name}' object has no attribute 'to_yaml'`, {
      explanation: message('Keras 3 has no `{0}` any more: `{1}` does the same.', 'to_yaml', 'to_json'),
    });
  if (!py.running) throw new NotKnown('early versions of Keras wrote YAML');
  throw raise(
    RuntimeError,
    'Method `model.to_yaml()` has been removed due to security risk of arbitrary code execution. Please use `model.to_json()` instead.',
  );
});

export const modelClass: PyClass = new Class(
  'Model',
  [layerClass],
  [
    [
      '__init__',
      method('Model.__init__(self, *args, **kwargs)', ([model, args, keywords], py) => {
        initialiseModel(py, self(model), (args as PyTuple).items, keywords as PyDict);
        return null;
      }),
    ],
    [
      'build',
      method('build(self, input_shape=None)', ([model]) => {
        touch(self(model));
        self(model).built = true;
        return null;
      }),
    ],
    [
      'call',
      method('call(self, inputs, training=None, mask=None)', ([value, inputs], py) => {
        const model = self(value);
        if (model.graph !== null) return callFunctional(py, model, model.graph, inputs);
        throw missingCall(py, model, 'Model');
      }),
    ],
    [
      'get_layer',
      method('get_layer(self, name=None, index=None)', ([model, name, index], py) =>
        getLayer(py, self(model), name, index),
      ),
    ],
    property('layers', model => {
      const reason = self(model).unknown ?? self(model).unknownLayer;
      if (reason !== null) throw new NotKnown(reason);
      return new PyList(layersOf(self(model)));
    }),
    property('inputs', model => new PyList([...graphOf(self(model), 'inputs').inputs])),
    property('outputs', model => new PyList([...graphOf(self(model), 'outputs').outputs])),
    property('input', model => graphOf(self(model), 'input').inputStructure),
    property('output', model => graphOf(self(model), 'output').outputStructure),
    property('input_names', model => new PyList([...graphOf(self(model), 'inputs').inputNames])),
    property('output_names', model => new PyList([...graphOf(self(model), 'outputs').outputNames])),
    property('input_shape', model =>
      single(graphOf(self(model), 'input').inputs.map(tensor => shapeTuple(tensor.shape))),
    ),
    property('output_shape', model =>
      single(graphOf(self(model), 'output').outputs.map(tensor => shapeTuple(tensor.shape))),
    ),
    ...compiledContainers,
    ['compute_loss', computeLoss],
    ['compute_metrics', computeMetrics],
    ['get_metrics_result', getMetricsResult],
    ['train_step', trainStep],
    ['test_step', testStep],
    ['predict_step', predictStep],
    ...modelSavingMethods,
    ...named(quantizeModel, ...stepFunctions),
    ...stepFunctionProperties,
    toYaml,
    ...modelInformation,
    ...trainingMethods,
    ...trainingProperties,
  ],
  { module: 'keras.src.models.model', allocate: cls => new ModelObject(cls) },
);

/** What `keras.Model(inputs, outputs)` makes. */
export const functionalClass: PyClass = new Class('Functional', [modelClass], [], {
  module: 'keras.src.models.functional',
  allocate: cls => new ModelObject(cls),
});
