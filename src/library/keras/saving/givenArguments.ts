/**
 * The configuration of a layer or model of the script's own class without a `get_config`: Keras 3 makes it of what the
 * constructor was given, where that is plain (keras/src/ops/operation.py, `Operation.__new__` and `get_config`).
 */
import { PyDict } from '../../../python/collections.ts';
import { NotImplementedError, raise } from '../../../python/errors.ts';
import { PyFunction } from '../../../python/evaluate/function.ts';
import { NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { NotKnown, PyFloat, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import { flatten } from '../tensors/graphNode.ts';

function isPlain(value: Value): boolean {
  return value === null || typeof value !== 'object' || value instanceof PyFloat;
}

/** Null where the class says itself what its configuration is, and before Keras 3. */
export function givenConfig(py: Interpreter, layer: LayerObject): PyDict | null {
  const { cls, given } = layer;
  const init = cls.lookup('__init__');
  const isSilent = cls.lookup('get_config') instanceof NativeFunction;
  if (given === null || !isSilent || layer.definition !== null || !(init instanceof PyFunction)) return null;
  if (py.state(kerasVersionKey).current !== 3) return null;
  const { positional, keywords } = init.code.parameters;
  const names = positional.slice(1).map(({ name }) => name);
  const entries: [string, Value][] = [];
  for (const [key, value] of given.keywords?.entries() ?? []) entries.push([key as string, value]);
  for (const [index, value] of given.positional.slice(0, names.length).entries())
    entries.push([names[index]!, value]);
  const leaves = flatten(entries.map(([, value]) => value));
  const unknown = leaves.find(leaf => leaf instanceof Unknown);
  if (unknown instanceof Unknown) throw new NotKnown(unknown.reason);
  if (!leaves.every(isPlain))
    throw notPlain(cls.name, entries.find(([, value]) => !flatten([value]).every(isPlain))![0]);
  const takesName = keywords?.name === 'kwargs' || names.includes('name');
  return PyDict.fromStrings([
    ...(takesName ? [['name', layer.name] as const] : []),
    ...entries,
    ['trainable', layer.trainable],
    ['dtype', layer.policy],
  ]);
}

function notPlain(className: string, argument: string) {
  return raise(
    NotImplementedError,
    `
Object ${className} was created by passing
non-serializable argument values in \`__init__()\`,
and therefore the object must override \`get_config()\` in
order to be serializable. Please implement \`get_config()\`.

Example:

class CustomLayer(keras.layers.Layer):
    def __init__(self, arg1, arg2, **kwargs):
        super().__init__(**kwargs)
        self.arg1 = arg1
        self.arg2 = arg2

    def get_config(self):
        config = super().get_config()
        config.update({
            "arg1": self.arg1,
            "arg2": self.arg2,
        })
        return config`,
    {
      explanation: message(
        '`{0}` has no `get_config`, and `{1}` is nothing that Keras can write down by itself: a `get_config` has to say what the layer is made of.',
        className,
        argument,
      ),
    },
  );
}
