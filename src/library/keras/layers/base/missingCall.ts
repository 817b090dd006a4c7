/** What Keras raises where a layer or model has no `call`, and why. */
import { NotImplementedError, type PythonError, raise } from '../../../../python/errors.ts';
import { NativeFunction } from '../../../../python/functions.ts';
import { message } from '../../../../python/message.ts';
import type { LayerObject } from './layerObject.ts';

/** A class that defines `forward` was written as PyTorch wants it. */
export function missingCall(layer: LayerObject, what: 'Layer' | 'Model'): PythonError {
  const { name } = layer.cls;
  const text = `${what} ${name} does not have a \`call()\` method implemented.`;
  if (!layer.cls.userDefined) return raise(NotImplementedError, text);
  const forward = layer.cls.lookup('forward');
  return raise(NotImplementedError, text, {
    code: 'missing-call',
    explanation:
      forward === undefined || forward instanceof NativeFunction
        ? message('Keras calls the method `call`, and `{0}` defines none.', name)
        : message('Keras calls the method `call`, not `forward` as PyTorch does: `{0}` defines none.', name),
  });
}
