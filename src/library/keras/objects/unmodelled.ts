/** Methods that real Keras has and Kerascope does not model: unknown under analysis, one clear error under run. */
import { NotImplementedError, raise } from '../../../python/errors.ts';
import { method, type NativeFunction } from '../../../python/functions.ts';
import { NotKnown } from '../../../python/values.ts';

const unmodelled = new WeakSet<NativeFunction>();

/** Whether a method only says that it is not modelled. */
export function isUnmodelled(made: NativeFunction): boolean {
  return unmodelled.has(made);
}

/** The methods of these names; `owner` is what errors call the object. */
export function unmodelledMethods(owner: string, names: readonly string[]): [string, NativeFunction][] {
  return names.map(name => {
    const made = method(`${name}(self, *args, **kwargs)`, (_args, py) => {
      if (!py.running) throw new NotKnown(`${owner}.${name} is not modelled`);
      throw raise(NotImplementedError, `${owner}.${name} is not supported by Kerascope yet`, {
        code: 'not-supported',
      });
    });
    unmodelled.add(made);
    return [name, made];
  });
}
