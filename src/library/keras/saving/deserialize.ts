/** `deserialize_keras_object`: objects from the dicts that `serialize_keras_object` (and older Keras versions) wrote. */
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { raise, TypeError, ValueError } from '../../../python/errors.ts';
import { PyModule } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import {
  ELLIPSIS,
  NotKnown,
  PyBytes,
  PyFloat,
  PyList,
  PyObject,
  PySlice,
  PyTuple,
  Unknown,
  type Value,
} from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { type Raised, raiseInWords, unknownName } from '../versionWords.ts';
import { registeredObject, withCustomObjects } from './registration.ts';
import { revived } from './revival.ts';

/** Where a class is looked for whose config names no public module. */
const classModules = [
  'keras.layers',
  'keras.models',
  'keras.optimizers',
  'keras.optimizers.schedules',
  'keras.losses',
  'keras.metrics',
  'keras.initializers',
  'keras.regularizers',
  'keras.constraints',
];
const functionModules = [
  'keras.activations',
  'keras.losses',
  'keras.metrics',
  'keras.initializers',
  'keras.ops',
];

/** A dict with `class_name` and `config`. */
export type ObjectConfig = PyDict & { readonly describesObject?: true };

/** Whether a value is the dict of one object rather than a plain dict. */
export function isObjectConfig(value: Value): value is ObjectConfig {
  return (
    value instanceof PyDict &&
    typeof value.getString('class_name') === 'string' &&
    value.getString('config') !== undefined
  );
}

function attributeOf(py: Interpreter, module: string, name: string): Value | undefined {
  const known = py.modules.get(module) ?? (py.modules.provides(module) ? py.importModule(module) : undefined);
  return known instanceof PyModule ? known.attributes.map.get(name) : undefined;
}

/** The class or function that a config names; raises where there is none. */
function find(py: Interpreter, config: PyDict, name: string, kind: 'class' | 'function'): Value {
  const wanted = kind === 'function' ? name : (config.getString('registered_name') ?? name);
  const custom =
    registeredObject(py, typeof wanted === 'string' ? wanted : name) ?? registeredObject(py, name);
  if (custom !== undefined) return custom;
  const module = config.getString('module');
  const places = [
    ...(typeof module === 'string' ? [module] : []),
    ...(kind === 'class' ? classModules : functionModules),
    '__main__',
  ];
  for (const place of places) {
    const found = attributeOf(py, place, name);
    if (found !== undefined) return found;
  }
  const unlocated: Raised = [
    TypeError,
    `Could not locate ${kind} '${name}'. Make sure custom classes are decorated with \`@keras.saving.register_keras_serializable()\`. Full object config: ${py.str(config)}`,
  ];
  // A config of a time without modules is that of a layer or model, which are looked up by their bare names.
  const isBare = module === undefined && kind === 'class';
  throw raiseInWords(
    py,
    isBare ? { 1: `Invalid layer: ${name}`, 2: unknownName('layer', name), 3: unlocated } : { 3: unlocated },
    {
      code: 'unknown-class',
      explanation:
        kind === 'class'
          ? message('Keras has no class `{0}`: pass yours in `custom_objects`.', name)
          : message('Keras has no function `{0}`: pass yours in `custom_objects`.', name),
    },
  );
}

/** A value from its config. `customObjects` is a dict of further names, or None. */
export function deserializeKerasObject(py: Interpreter, value: Value, customObjects: Value = null): Value {
  return withCustomObjects(py, customObjects, () => revive(py, value));
}

function revive(py: Interpreter, value: Value): Value {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (typeof value === 'string') return registeredObject(py, value) ?? value;
  if (!(value instanceof PyObject) || value instanceof PyFloat) return value;
  if (value instanceof PyList || value instanceof PyTuple)
    return new PyList(value.items.map(item => revive(py, item)));
  if (!(value instanceof PyDict)) return value;
  if (isObjectConfig(value)) return reviveObject(py, value);
  const made = new PyDict();
  for (const [key, item] of value.entries()) made.set(key, revive(py, item), py.keyRules);
  return made;
}

function reviveSpecial(py: Interpreter, name: string, inner: Value): Value | undefined {
  const field = (key: string): Value => (inner instanceof PyDict ? (inner.getString(key) ?? null) : null);
  switch (name) {
    case '__tensor__':
    case '__numpy__': {
      const numpy = py.importModule('numpy');
      if (numpy instanceof Unknown) throw new NotKnown(numpy.reason);
      return py.call(py.getAttribute(numpy, 'array'), [field('value'), field('dtype')]);
    }
    case '__bytes__':
      return new PyBytes(new TextEncoder().encode(py.str(field('value'))));
    case '__ellipsis__':
      return ELLIPSIS;
    case '__slice__':
      return new PySlice(revive(py, field('start')), revive(py, field('stop')), revive(py, field('step')));
    case '__lambda__':
      throw raise(
        ValueError,
        'Requested the deserialization of a `lambda` object. This carries a potential risk of arbitrary code execution and thus it is disallowed by default. If you trust the source of the saved model, you can pass `safe_mode=False` to the loading function in order to allow `lambda` loading, or call `keras.config.enable_unsafe_deserialization()`.',
        { code: 'saved-lambda' },
      );
    default:
      return undefined;
  }
}

function reviveObject(py: Interpreter, config: PyDict): Value {
  const name = py.str(config.getString('class_name')!);
  const inner = config.getString('config') ?? null;
  const plain = reviveSpecial(py, name, inner);
  if (plain !== undefined) return plain;
  if (name === 'function') return find(py, config, py.str(inner), 'function');
  if (name === 'DTypePolicy' && inner instanceof PyDict) return inner.getString('name') ?? 'float32';
  const cls = find(py, config, name, 'class');
  if (!(cls instanceof PyClass)) return cls;
  const make = py.getAttributeOrUndefined(cls, 'from_config');
  if (make === undefined) {
    throw raise(
      TypeError,
      `Unable to reconstruct an instance of '${name}' because the class is missing a \`from_config()\` method. Full object config: ${py.str(config)}`,
    );
  }
  const isOld = config.getString('module') === undefined;
  const settings = isOld && inner instanceof PyDict ? fromOlder(py, name, inner) : (inner ?? new PyDict());
  const made = revived(py, cls, config, () => py.call(make, [settings]));
  finish(py, made, config);
  return made;
}

/**
 * Settings that Keras 1 and 2 wrote, which name no module: an axis alone in a list, a metric's function by its name,
 * a shape with the size of batches in it, which layers of Keras 3 take in files alone.
 */
function fromOlder(py: Interpreter, name: string, settings: PyDict): PyDict {
  const made = new PyDict();
  const dropsBatch = name !== 'InputLayer' && py.state(kerasVersionKey).current === 3;
  for (const [key, value] of settings.entries()) {
    const isAxis = key === 'axis' && value instanceof PyList && value.items.length === 1;
    const isFunction = key === 'fn' && typeof value === 'string';
    const read = isAxis ? value.items[0] : isFunction ? find(py, settings, value, 'function') : value;
    const isShape = dropsBatch && key === 'batch_input_shape';
    if (!isShape) made.set(key, read, py.keyRules);
    else if (value instanceof PyList) made.set('input_shape', new PyList(value.items.slice(1)), py.keyRules);
  }
  return made;
}

/** Builds and compiles a revived layer or model as it was when it was saved. */
function finish(py: Interpreter, made: Value, config: PyDict): void {
  const build = config.getString('build_config') ?? null;
  if (build !== null && py.getAttributeOrUndefined(made, 'built') === false) {
    const builder = py.getAttributeOrUndefined(made, 'build_from_config');
    if (builder !== undefined) py.call(builder, [build]);
  }
  const compile = config.getString('compile_config') ?? null;
  if (compile === null) return;
  const compiler = py.getAttributeOrUndefined(made, 'compile_from_config');
  if (compiler !== undefined) py.call(compiler, [compile]);
}
