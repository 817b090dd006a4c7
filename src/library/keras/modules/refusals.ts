/** Names of Keras that stand for another framework's own objects: they can be imported, and say why they cannot be used. */
import { NotImplementedError, raise } from '../../../python/errors.ts';
import { type NativeFunction, native } from '../../../python/functions.ts';
import { NotKnown } from '../../../python/values.ts';

/** Why, by module and name. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'keras.layers': {
    FlaxLayer: 'it calls a module of Flax, which needs JAX',
    JaxLayer: 'it calls a function of JAX, which needs JAX itself',
    TFSMLayer: "it calls a SavedModel, a graph of TensorFlow's own operations",
    TorchModuleWrapper: 'it calls a module of PyTorch, which needs PyTorch itself',
  },
  'keras.export': {
    ExportArchive:
      "it writes a SavedModel, a graph of TensorFlow's own operations; `model.save` writes a file that Keras loads",
  },
};

const refused = new WeakMap<NativeFunction, string>();

/** Why a name cannot be used; undefined for what can. */
export function refusalOf(made: NativeFunction): string | undefined {
  return refused.get(made);
}

/** The names of a module that only say why they cannot be used. */
export function refusedNames(path: string): [string, NativeFunction][] {
  return Object.entries(reasons[path] ?? {}).map(([name, reason]) => {
    const made = native(`${name}(*args, **kwargs)`, (_args, py) => {
      if (!py.running) throw new NotKnown(`${path}.${name} is not modelled`);
      throw raise(NotImplementedError, `${path}.${name} is not supported by Kerascope: ${reason}`, {
        code: 'not-supported',
      });
    });
    refused.set(made, reason);
    return [name, made];
  });
}
