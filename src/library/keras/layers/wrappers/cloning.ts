/** A layer made again from its own settings, without weights. */
import { PyDict } from '../../../../python/collections.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../../python/values.ts';
import { LayerObject } from '../base/layerObject.ts';

/** Settings with the layers among them made again (the cells of an RNN). */
function cloneValue(py: Interpreter, value: Value): Value {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof LayerObject) return cloneLayer(py, value);
  if (value instanceof PyList) return new PyList(value.items.map(item => cloneValue(py, item)));
  if (value instanceof PyTuple) return new PyTuple(value.items.map(item => cloneValue(py, item)));
  return value;
}

/** The settings of a layer of Keras, as they were passed. */
function nativeSettings(py: Interpreter, layer: LayerObject): Map<string, Value> {
  const entries = new Map<string, Value>([
    ['name', layer.name],
    ['trainable', layer.trainable],
    ['dtype', layer.policy],
  ]);
  for (const [key, value] of layer.config)
    if (key !== 'name' && key !== 'dtype') entries.set(key, cloneValue(py, value));
  return entries;
}

/** The same layer once more; `changes` replace settings by name. */
export function cloneLayer(
  py: Interpreter,
  layer: LayerObject,
  changes: ReadonlyMap<string, Value> = new Map(),
): LayerObject {
  const made =
    layer.definition !== null && !layer.cls.userDefined
      ? py.call(layer.cls, [], PyDict.fromStrings([...nativeSettings(py, layer), ...changes]))
      : fromConfig(py, layer, changes);
  if (!(made instanceof LayerObject))
    throw new NotKnown(made instanceof Unknown ? made.reason : 'a layer could not be made again');
  return made;
}

/** A class of the script says itself what it is made from. */
function fromConfig(py: Interpreter, layer: LayerObject, changes: ReadonlyMap<string, Value>): Value {
  const config = py.callMethod(layer, 'get_config');
  if (!(config instanceof PyDict)) throw new NotKnown('the settings of a layer are not known');
  const entries = new Map<string, Value>();
  for (const [key, value] of config.entries()) {
    if (value instanceof Unknown) throw new NotKnown(value.reason);
    entries.set(String(key), value);
  }
  for (const [key, value] of changes) entries.set(key, value);
  return py.callMethod(layer.cls, 'from_config', [PyDict.fromStrings(entries)]);
}
