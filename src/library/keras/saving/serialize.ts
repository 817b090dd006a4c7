/** `serialize_keras_object`: objects as dicts of plain values, in the form that Keras 3 writes. */
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { raise, TypeError } from '../../../python/errors.ts';
import { NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
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
import { NdArray } from '../../numpy/ndarray.ts';
import { isNumpyScalar, plainValue } from '../../numpy/scalars.ts';
import { ElementType } from '../tensors/elementType.ts';
import { registeredName } from './registration.ts';

const configless: Readonly<Record<string, string>> = {
  Sequential: 'keras',
  Model: 'keras',
};

/** The public module that scripts import a class of Keras from; null for others and for what is not public. */
export function publicModule(cls: PyClass): string | null {
  if (cls.userDefined || !cls.module.startsWith('keras.src.')) return null;
  if (cls.name === 'Functional') return null;
  const own = configless[cls.name];
  if (own !== undefined) return own;
  if (cls.module.includes('.schedules')) return 'keras.optimizers.schedules';
  return `keras.${cls.module.split('.')[2]}`;
}

function dict(entries: Iterable<readonly [string, Value]>): PyDict {
  return PyDict.fromStrings(entries);
}

function special(name: string, config: Iterable<readonly [string, Value]>): PyDict {
  return dict([
    ['class_name', name],
    ['config', dict(config)],
  ]);
}

/** The dict of a function: its name alone. */
function functionConfig(name: string): PyDict {
  return dict([
    ['module', 'builtins'],
    ['class_name', 'function'],
    ['config', name],
    ['registered_name', 'function'],
  ]);
}

/** The dict of a class's name and config, before what it was built and compiled with. */
export function classConfig(py: Interpreter, cls: PyClass, config: Value): PyDict {
  const module = publicModule(cls);
  return dict([
    ['module', module ?? cls.module],
    ['class_name', cls.name],
    ['config', config],
    ['registered_name', module === null ? registeredName(py, cls) : null],
  ]);
}

/** A value as plain dicts, lists and scalars; throws NotKnown for what analysis does not know. */
export function serializeKerasObject(py: Interpreter, value: Value): Value {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (!(value instanceof PyObject) || value instanceof PyFloat) return value;
  if (value instanceof PyList) {
    if (value.lost !== null) throw new NotKnown(value.lost.reason);
    return new PyList(value.items.map(item => serializeKerasObject(py, item)));
  }
  if (value instanceof PyTuple) return new PyTuple(value.items.map(item => serializeKerasObject(py, item)));
  if (value instanceof PyDict) return serializeDict(py, value);
  if (value instanceof PyBytes)
    return special('__bytes__', [['value', new TextDecoder().decode(value.data)]]);
  if (value instanceof PySlice) {
    return special('__slice__', [
      ['start', serializeKerasObject(py, value.start)],
      ['stop', serializeKerasObject(py, value.stop)],
      ['step', serializeKerasObject(py, value.step)],
    ]);
  }
  if (value instanceof ElementType) return value.name;
  if (value === ELLIPSIS) return special('__ellipsis__', []);
  if (isNumpyScalar(value)) return plainValue(value);
  if (value instanceof NdArray) {
    return special('__numpy__', [
      ['value', py.callMethod(value, 'tolist')],
      ['dtype', py.str(py.getAttribute(value, 'dtype'))],
    ]);
  }
  return serializeInstance(py, value);
}

export function serializeDict(py: Interpreter, value: PyDict): PyDict {
  if (value.lost !== null) throw new NotKnown(value.lost.reason);
  const made = new PyDict();
  for (const [key, item] of value.entries()) made.set(key, serializeKerasObject(py, item), py.keyRules);
  return made;
}

function serializeInstance(py: Interpreter, value: PyObject): Value {
  if (value instanceof NativeFunction) return functionConfig(value.name);
  if (value.cls.name === 'function') {
    const name = py.str(py.getAttribute(value, '__name__'));
    // Its code cannot be stored; a config that stays in the program holds the function itself.
    if (name === '<lambda>') return value;
    return functionConfig(registeredName(py, value));
  }
  if (value instanceof PyClass) return functionConfig(registeredName(py, value));
  const read = py.getAttributeOrUndefined(value, 'get_config');
  if (read === undefined) {
    throw raise(
      TypeError,
      `Cannot serialize object ${py.str(value)} of type ${py.str(value.cls)}. To be serializable, a class must implement the \`get_config()\` method.`,
    );
  }
  const config = py.call(read, []);
  if (config instanceof Unknown) throw new NotKnown(config.reason);
  if (!(config instanceof PyDict)) {
    throw raise(
      TypeError,
      `The \`get_config()\` method of ${py.str(value)} should return a dict. It returned: ${py.str(config)}`,
    );
  }
  const made = classConfig(py, value.cls, serializeDict(py, config));
  for (const [key, name] of [
    ['build_config', 'get_build_config'],
    ['compile_config', 'get_compile_config'],
  ]) {
    const reader = py.getAttributeOrUndefined(value, name);
    const more = reader === undefined ? null : py.call(reader, []);
    if (more instanceof PyDict) made.setString(key, serializeDict(py, more));
  }
  return made;
}
