/** What Keras raises where a layer or model has no `call`, and why. */
import { NotImplementedError, type PythonError } from '../../../../python/errors.ts';
import { NativeFunction } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { type ByVersion, type Raised, raiseInWords } from '../../versionWords.ts';
import type { LayerObject } from './layerObject.ts';

/** A class that defines `forward` was written as PyTorch wants it. */
export function missingCall(py: Interpreter, layer: LayerObject, what: 'Layer' | 'Model'): PythonError {
  const { name } = layer.cls;
  const words: ByVersion<Raised> = {
    3: [NotImplementedError, `${what} ${name} does not have a \`call()\` method implemented.`],
    2: [
      NotImplementedError,
      'Unimplemented `tf.keras.Model.call()`: if you intend to create a `Model` with the Functional API, please provide `inputs` and `outputs` arguments. Otherwise, subclass `Model` with an overridden `call()` method.',
    ],
  };
  if (!layer.cls.userDefined) return raiseInWords(py, words);
  const forward = layer.cls.lookup('forward');
  return raiseInWords(py, words, {
    code: 'missing-call',
    explanation:
      forward === undefined || forward instanceof NativeFunction
        ? message('Keras calls the method `call`, and `{0}` defines none.', name)
        : message('Keras calls the method `call`, not `forward` as PyTorch does: `{0}` defines none.', name),
  });
}
