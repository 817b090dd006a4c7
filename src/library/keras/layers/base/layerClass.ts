/** `keras.layers.Layer` itself, and the Python classes made from layer definitions. */
import { formatShape, isStatic, type Shape } from '../../../../graph/shapes.ts';
import { placeholder } from '../../../../graph/tensor.ts';
import { defaultRepr } from '../../../../python/builtins/object.ts';
import type { PyClass } from '../../../../python/classes.ts';
import { PyDict } from '../../../../python/collections.ts';
import { PythonError, raise, ValueError } from '../../../../python/errors.ts';
import { method, type NativeFunction } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { resolveConstraint } from '../../constraints/index.ts';
import { resolveInitializer } from '../../initializers/resolve.ts';
import { type ArgumentReader, dimsOf } from '../../objects/arguments.ts';
import { kerasClass } from '../../objects/kerasObject.ts';
import { recordLayer } from '../../record.ts';
import { resolveRegularizer } from '../../regularizers/index.ts';
import { buildConfigMethods, layerConfig, layerFromConfig } from '../../saving/config.ts';
import { dtypeOf, tensorOf, wrap } from '../../tensors/conversion.ts';
import { flatten, mapStructure } from '../../tensors/graphNode.ts';
import { shapeTuple, TensorObject } from '../../tensors/tensorObject.ts';
import { currentTrace, Trace, withTrace } from '../../trace.ts';
import { ofVersion } from '../../versionWords.ts';
import { blameCalledData } from './calledData.ts';
import { callLayer, ensureBuilt, shapesIn, wrapResult } from './callLayer.ts';
import type { LayerCall, LayerDefinition } from './definition.ts';
import { initialiseLayer, takeCommon } from './layerInitialisation.ts';
import { addMetricEntry, lossMethods } from './layerLosses.ts';
import { layerMethods } from './layerMethods.ts';
import { LayerObject } from './layerObject.ts';
import { layerProperties } from './layerProperties.ts';
import { missingCall } from './missingCall.ts';
import { inScope } from './nameScope.ts';
import { quantizationMode, unquantized } from './quantization.ts';
import { asForgottenCall } from './tensorAsSetting.ts';
import { getWeights, requireBuilt, setWeights } from './weightValues.ts';

function self(value: Value): LayerObject {
  if (value instanceof LayerObject) return value;
  throw raise(ValueError, 'expected a layer');
}

/** The shape of a weight, all of it known. Under analysis a size may be what only the data tells. */
function weightShape(py: Interpreter, dims: Value): Shape {
  const shape = dimsOf(py, dims);
  if (!py.running || isStatic(shape)) return shape;
  const text =
    py.state(kerasVersionKey).current === 3
      ? "Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor."
      : `Cannot convert a partially known TensorShape ${formatShape(shape)} to a Tensor.`;
  throw raise(ValueError, text);
}

const addWeight: NativeFunction = method(
  'add_weight(self, *args, **kwargs)',
  ([owner, args, keywords], py) => {
    const given = [...(args as PyTuple).items];
    const named = keywords as PyDict;
    // Keras 2 took the name first, whatever came by keyword: add_weight('kernel', shape=shape).
    const isNamed = typeof given[0] === 'string' && named.getString('shape') !== undefined;
    const all = isNamed ? PyDict.fromStrings([['name', given.shift()!]]) : new PyDict();
    for (const [key, value] of named.entries()) all.set(key, value, py.keyRules);
    return py.call(addNamedWeight, [owner, ...given], all);
  },
);

const addNamedWeight = method(
  'add_weight(self, shape=None, initializer=None, dtype=None, trainable=True, autocast=True, regularizer=None, constraint=None, aggregation="mean", name=None, **kwargs)',
  ([owner, shape, initializer, dtype, trainable, autocast, regularizer, constraint, , name], py) => {
    // Keras 2 took the name first: add_weight('kernel', shape, …).
    const [weightName, dims] =
      typeof shape === 'string'
        ? [shape, typeof initializer === 'string' ? null : initializer]
        : [name, shape];
    const start =
      typeof shape === 'string' && typeof initializer !== 'string' ? 'glorot_uniform' : initializer;
    return self(owner).addWeight(py, {
      name: weightName === null ? 'variable' : py.str(weightName),
      shape: dims === null ? [] : weightShape(py, dims),
      initializer: resolveInitializer(py, start ?? 'glorot_uniform', 'initializer'),
      dtype: dtypeOf(py, dtype) ?? undefined,
      autocast: py.truth(autocast),
      trainable: py.truth(trainable),
      regularizer: resolveRegularizer(py, regularizer, 'regularizer'),
      constraint: resolveConstraint(py, constraint, 'constraint'),
    });
  },
);

const methods: NativeFunction[] = [
  method('__call__(self, *args, **kwargs)', ([layer, given, keywords], py) => {
    const args = (given as PyTuple).items;
    const named = (keywords as PyDict).size === 0 ? null : (keywords as PyDict);
    try {
      return callLayer(py, self(layer), args, named);
    } catch (error) {
      throw blameCalledData(py, error, self(layer), args);
    }
  }),
  method('build(self, input_shape)', ([layer]) => {
    self(layer).built = true;
    return null;
  }),
  method('call(self, *args, **kwargs)', ([layer, args], py) => {
    // Before Keras 3 a layer without a `call` of its own gives what it gets.
    if (py.state(kerasVersionKey).current < 3) return (args as PyTuple).items[0] ?? null;
    throw missingCall(py, self(layer), 'Layer');
  }),
  addWeight,
  method(
    'add_variable(self, shape, initializer="glorot_uniform", dtype=None, trainable=True, name=None)',
    ([layer, shape, initializer, dtype, trainable, name], py) =>
      py.call(
        py.getAttribute(layer, 'add_weight'),
        [],
        PyDict.fromStrings([
          ['shape', shape],
          ['initializer', initializer],
          ['dtype', dtype],
          ['trainable', trainable],
          ['name', name],
        ]),
      ),
  ),
  ...lossMethods,
  method('compute_mask(self, inputs, previous_mask=None)', ([, , mask]) => mask),
  method('compute_output_shape(self, input_shape)', ([layer, shape], py) =>
    computeOutputShape(py, self(layer), shape),
  ),
  method('count_params(self)', ([layer], py) => {
    requireBuilt(py, self(layer));
    const { unknownCall } = self(layer);
    if (!self(layer).built && unknownCall !== null) return new Unknown(unknownCall);
    if (!self(layer).built && self(layer).weights.length === 0) throw notBuilt(self(layer));
    return self(layer).countParams() ?? new Unknown('a weight has an unknown size');
  }),
  method('get_config(self)', ([layer], py) => layerConfig(py, self(layer))),
  method('__repr__(self)', ([layer], py) => layerText(py, self(layer))),
  getWeights,
  setWeights,
  ...layerMethods,
  ...unquantized,
];

function notBuilt({ name }: LayerObject): PythonError {
  const text = `You tried to call \`count_params\` on layer '${name}', but the layer isn't built. You can build it manually via: \`layer.build(input_shape)\`.`;
  return raise(ValueError, text, { code: 'not-built' });
}

/** Before Keras 3 layers have Python's text of any object. */
function layerText(py: Interpreter, layer: LayerObject): string {
  if (ofVersion(py, { 1: true, 2: true, 3: false })) return defaultRepr(layer);
  return `<${layer.cls.name} name=${layer.name}, built=${layer.built ? 'True' : 'False'}>`;
}

function computeOutputShape(py: Interpreter, layer: LayerObject, shape: Value): Value {
  const inputs = mapShapes(shape, dims => wrap(py, placeholder(dims)));
  const result = withTrace(py, new Trace('shapes'), () => callLayer(py, layer, [inputs], null));
  return result instanceof Unknown
    ? result
    : mapStructure(result, leaf => (leaf instanceof TensorObject ? shapeTuple(leaf.shape) : leaf));
}

function mapShapes(value: Value, change: (dims: (number | null)[]) => Value): Value {
  if (value instanceof PyTuple && value.items.every(item => item === null || typeof item === 'number'))
    return change([...value.items] as (number | null)[]);
  if (value instanceof PyList && value.items.every(item => item === null || typeof item === 'number'))
    return change([...value.items] as (number | null)[]);
  if (value instanceof PyList) return new PyList(value.items.map(item => mapShapes(item, change)));
  if (value instanceof PyTuple) return new PyTuple(value.items.map(item => mapShapes(item, change)));
  return value;
}

export const layerClass: PyClass = kerasClass<unknown>({
  name: 'Layer',
  module: 'keras.src.layers.layer',
  parameters: '*, activity_regularizer=None, trainable=True, dtype=None, autocast=True, name=None, **kwargs',
  documentation: 'The base of all layers: weights, and a `call` from input tensors to output tensors.',
  init: () => null,
  unexpected: () => undefined,
  methods,
  entries: [
    quantizationMode,
    ...layerProperties,
    addMetricEntry,
    ['from_config', layerFromConfig],
    ...buildConfigMethods,
  ],
  allocate: cls => new LayerObject(cls, null),
});
layerClass.attributes.set(
  '__init__',
  method('Layer.__init__(self, **kwargs)', ([layer, keywords], py) => {
    const object = self(layer);
    initialiseLayer(py, object, takeCommon(py, object, keywords as PyDict, [], new Map()), null);
    recordLayer(py, object);
    return null;
  }),
);

/** The Python class of a layer definition. */
export function layerClassOf(definition: LayerDefinition): PyClass {
  const cls = kerasClass<unknown>({
    name: definition.name,
    base: layerClass,
    module: `keras.src.layers.${definition.module}`,
    parameters: definition.parameters === '' ? '**kwargs' : `${definition.parameters}, **kwargs`,
    renamed: definition.renamed,
    isRenamedIn3: definition.isRenamedIn3,
    documentation: definition.documentation,
    unexpected(args, keywords, object, py) {
      const layer = object as LayerObject;
      const given = takeCommon(py, layer, keywords, args.namesToMean(), args.oldNames);
      initialiseLayer(py, layer, given, definition);
    },
    init: (args, object, py) => initialiseSettings(definition, args, object as LayerObject, py),
    methods: [nativeBuild(definition), nativeCall(definition), ...(definition.methods ?? [])],
    entries: definition.entries,
    allocate: owner => new LayerObject(owner, definition),
  });
  cls.hasPrivateParts = true;
  return cls;
}

function initialiseSettings(
  definition: LayerDefinition,
  args: ArgumentReader,
  layer: LayerObject,
  py: Interpreter,
): unknown {
  for (const name of args.names()) layer.attributes.set(name, args.raw(name));
  try {
    // A layer that names the parameter itself (Dense) does not leave it among the keywords that all layers share.
    const ownRegularizer = args.names().includes('activity_regularizer')
      ? args.value('activity_regularizer')
      : null;
    if (ownRegularizer !== null)
      layer.activityRegularizer = resolveRegularizer(py, ownRegularizer, 'activity_regularizer');
    const settings = definition.init(args, layer, py);
    recordLayer(py, layer);
    return settings;
  } catch (error) {
    if (error instanceof PythonError) throw asForgottenCall(py, args, error);
    if (!(error instanceof NotKnown)) throw error;
    layer.unknown = error.reason;
    recordLayer(py, layer);
    return undefined;
  }
}

function nativeBuild(definition: LayerDefinition): NativeFunction {
  const shape = definition.buildsWithoutShape ? 'input_shape=None' : 'input_shape';
  return method(`build(self, ${shape}, *args)`, ([layer, shape, others], py) => {
    const object = self(layer);
    if (object.unknown !== null) throw new NotKnown(object.unknown);
    const shapes = [...shapesIn(shape), ...(others as PyTuple).items.flatMap(shapesIn)];
    inScope(py, object, () => definition.build?.(object, shapes, py));
    object.built = true;
    return null;
  });
}

function nativeCall(definition: LayerDefinition): NativeFunction {
  const parameters = definition.callParameters ?? 'inputs';
  const full = ['mask', 'training'].reduce(
    (text, name) => (new RegExp(`\\b${name}\\b`).test(text) ? text : `${text}, ${name}=None`),
    parameters,
  );
  let names: readonly string[] | null = null;
  const body = method(`call(self, ${full})`, ([layer, ...values], py) => {
    const object = self(layer);
    if (object.unknown !== null) throw new NotKnown(object.unknown);
    if (!object.built) ensureBuilt(py, object, values.slice(0, 1));
    names ??= body.signature.parameters.slice(1).map(parameter => parameter.name);
    const call = layerCall(py, names, values);
    const result = definition.call(object, call);
    const wrapped = wrapResult(py, result);
    const mask = definition.mask?.(object, call) ?? null;
    // Of several outputs (a sequence and its last states) the first one carries the mask.
    const [first] = wrapped instanceof PyList ? wrapped.items : [wrapped];
    if (mask !== null && first instanceof TensorObject) first.mask = wrap(py, mask);
    return wrapped;
  });
  return body;
}

function layerCall(py: Interpreter, names: readonly string[], values: readonly Value[]): LayerCall {
  const trace = currentTrace(py);
  const args = new Map<string, Value>();
  for (let index = 0; index < names.length; index++) args.set(names[index], values[index] ?? null);
  const [first] = values;
  const leaves = flatten([first]);
  const training = args.get('training') ?? null;
  const maskArgument = args.get('mask') ?? null;
  const masks =
    maskArgument === null
      ? leaves.map(leaf => (leaf instanceof TensorObject ? leaf.mask : null))
      : flatten([maskArgument]);
  return {
    inputs: leaves.map(leaf => tensorOf(py, leaf)),
    isList: first instanceof PyList || first instanceof PyTuple,
    masks: leaves.map((_, index) => {
      const mask = masks[index] ?? null;
      return mask === null ? null : tensorOf(py, mask, 'bool');
    }),
    training: training === null ? (trace.training ?? false) : py.truth(training),
    args,
    trace,
    py,
  };
}
