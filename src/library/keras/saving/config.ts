/** What `get_config` of layers, losses, metrics and optimizers gives, and making layers from it again. */
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { ClassMethod, method, NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyFloat, PyList, PyObject, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { constraintClasses } from '../constraints/index.ts';
import { initializerClasses } from '../initializers/resolve.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import { numberOf } from '../objects/arguments.ts';
import { type configDict, make } from '../objects/kerasObject.ts';
import { regularizerClasses } from '../regularizers/index.ts';
import { shapeTuple } from '../tensors/tensorObject.ts';
import { deserializeKerasObject, isObjectConfig } from './deserialize.ts';
import { givenConfig } from './givenArguments.ts';
import { ownVariableMethods } from './ownVariables.ts';
import { madeFromConfig } from './revival.ts';
import { serializeKerasObject } from './serialize.ts';

/** Parameters that take one number for every axis of the window. */
const windowParameters = new Set(['kernel_size', 'strides', 'dilation_rate', 'pool_size']);

function fromName(py: Interpreter, classes: ReadonlyMap<string, PyClass>, value: Value): Value {
  const cls = typeof value === 'string' ? classes.get(value) : value instanceof PyClass ? value : undefined;
  return serializeKerasObject(py, cls === undefined ? value : make(py, cls));
}

function activationConfig(py: Interpreter, value: Value): Value {
  if (value === null) return 'linear';
  return value instanceof NativeFunction ? value.name : serializeKerasObject(py, value);
}

/** One number for all axes as a tuple of them, by the class's name (`Conv2D`). */
function windowConfig(className: string, value: Value): Value {
  const rank = /(\d)D(Transpose)?$/.exec(className);
  const size = rank === null || value instanceof PyObject ? undefined : numberOf(value);
  return size === undefined || rank === null
    ? value
    : new PyTuple(new Array<Value>(Number(rank[1])).fill(size));
}

function parameterConfig(py: Interpreter, layer: LayerObject, name: string, value: Value): Value {
  if (value instanceof Unknown) return value;
  if (name === 'activation' || name.endsWith('_activation')) return activationConfig(py, value);
  if (name.endsWith('initializer')) return fromName(py, initializerClasses, value);
  if (name.endsWith('regularizer')) return fromName(py, regularizerClasses, value);
  if (name.endsWith('constraint')) return fromName(py, constraintClasses, value);
  if (windowParameters.has(name)) return windowConfig(layer.definition?.name ?? '', value);
  if (name === 'data_format') return value ?? 'channels_last';
  // A function is left as it is, so that a layer around a lambda can be cloned; saving it is what fails.
  if (value instanceof PyObject && value.cls.name === 'function') return value;
  return serializeKerasObject(py, value);
}

/** `layer.get_config()`: what all layers share, then the parameters of the layer's class. */
export function layerConfig(py: Interpreter, layer: LayerObject): PyDict {
  if (layer.definition?.name === 'InputLayer') {
    return PyDict.fromStrings([
      ['batch_shape', shapeTuple(layer.nodes[0].outputs[0].shape)],
      ['dtype', layer.dtype],
      ['sparse', false],
      ['name', layer.name],
    ]);
  }
  const given = givenConfig(py, layer);
  if (given !== null) return given;
  const config = PyDict.fromStrings([
    ['name', layer.name],
    ['trainable', layer.trainable],
    ['dtype', layer.policy],
  ]);
  for (const [name, value] of layer.config) {
    if (name === 'name' || (name === 'lora_rank' && value === null)) continue;
    config.setString(name, parameterConfig(py, layer, name, value));
  }
  // Bins that were learnt are what a layer from this config begins with.
  const learnt = layer.definition?.name === 'Discretization' ? layer.attributes.get('bin_boundaries') : null;
  if (learnt instanceof PyList) {
    config.setString('bin_boundaries', learnt);
    config.setString('num_bins', null);
  }
  return config;
}

/** `Layer.from_config`. The layers of Keras make the objects among their settings again; a script's own do that themselves. */
export const layerFromConfig: Value = new ClassMethod(
  method('from_config(cls, config)', ([cls, config], py) => {
    if (config instanceof Unknown) throw new NotKnown(config.reason);
    const settings = new PyDict();
    const own = cls instanceof PyClass && cls.userDefined;
    for (const [key, value] of (config as PyDict).entries()) {
      const list = value instanceof PyList && value.items.length > 0 && value.items.every(isObjectConfig);
      const revived = !own && (isObjectConfig(value) || list) ? deserializeKerasObject(py, value) : value;
      settings.set(key, key === 'dtype' ? dtypeName(value) : revived, py.keyRules);
    }
    return madeFromConfig(py, cls as PyClass, config, () => py.call(cls, [], settings));
  }),
);

/** A dtype, also from the config of a dtype policy. */
function dtypeName(value: Value): Value {
  if (!isObjectConfig(value)) return value;
  const inner = value.getString('config');
  return inner instanceof PyDict ? (inner.getString('name') ?? null) : null;
}

/** `get_build_config` and `build_from_config`: the input shape that a layer was built with. */
export const buildConfigMethods: [string, Value][] = [
  ...ownVariableMethods,
  [
    'get_build_config',
    method('get_build_config(self)', ([self]) => {
      const shape = (self as LayerObject).buildShape;
      return shape === null ? null : PyDict.fromStrings([['input_shape', shape]]);
    }),
  ],
  [
    'build_from_config',
    method('build_from_config(self, config)', ([self, config], py) => {
      const layer = self as LayerObject;
      const shape = config instanceof PyDict ? (config.getString('input_shape') ?? null) : null;
      if (shape !== null && !layer.built) {
        // A symbolic call makes the weights of layers inside as well, which a script's own `build` may not.
        if (layer.definition === null) py.callMethod(layer, 'compute_output_shape', [tuples(shape)]);
        else py.callMethod(layer, 'build', [tuples(shape)]);
      }
      return null;
    }),
  ],
];

/** JSON has lists only: shapes are tuples again. */
function tuples(shape: Value): Value {
  if (!(shape instanceof PyList)) return shape;
  const isShape = shape.items.every(item => item === null || typeof item === 'number');
  return isShape ? new PyTuple([...shape.items]) : new PyList(shape.items.map(tuples));
}

/** A float as a float32 variable holds it. */
export function singlePrecision(value: number): PyFloat {
  return new PyFloat(Math.fround(value));
}

/** The settings of a loss or metric: its name and `shared`, then its own parameters. */
export function namedConfig(
  py: Interpreter,
  object: Parameters<typeof configDict>[0],
  shared: Iterable<readonly [string, Value]>,
  leftOut: ReadonlySet<string>,
): PyDict {
  const config = PyDict.fromStrings(shared);
  for (const [name, value] of object.config) {
    if (config.getString(name) !== undefined || leftOut.has(name)) continue;
    const known = value instanceof Unknown ? value : serializeKerasObject(py, value);
    config.setString(name, name === 'activation' && value === null ? null : known);
  }
  return config;
}
