/** A layer made again from its own settings, without weights. */
import { PyDict } from '../../../../python/collections.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../../python/values.ts';
import { LayerObject } from '../base/layerObject.ts';

/** Values of a config with the layers among them made again (the cells of an RNN). */
function cloneValue(py: Interpreter, value: Value): Value {
  if (value instanceof LayerObject) return cloneLayer(py, value, new Map());
  if (value instanceof PyList) return new PyList(value.items.map(item => cloneValue(py, item)));
  if (value instanceof PyTuple) return new PyTuple(value.items.map(item => cloneValue(py, item)));
  return value;
}

/** The same layer once more; `changes` replace settings by name. */
export function cloneLayer(
  py: Interpreter,
  layer: LayerObject,
  changes: ReadonlyMap<string, Value>,
): LayerObject {
  const config = py.callMethod(layer, 'get_config');
  if (!(config instanceof PyDict)) throw new NotKnown('the settings of a layer are not known');
  const entries = new Map<string, Value>();
  for (const [key, value] of config.entries()) {
    if (value instanceof Unknown) throw new NotKnown(value.reason);
    entries.set(String(key), cloneValue(py, value));
  }
  for (const [key, value] of changes) entries.set(key, value);
  const made = py.call(layer.cls, [], PyDict.fromStrings(entries));
  if (!(made instanceof LayerObject))
    throw new NotKnown(made instanceof Unknown ? made.reason : 'a layer could not be made again');
  return made;
}
