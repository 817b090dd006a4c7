/** What asks a tensor without a value for NumPy's array of it. */
import { formatShape } from '../../../graph/shapes.ts';
import { AttributeError, NotImplementedError, raise, TypeError, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { currentTrace, tracedCallKey } from '../trace.ts';
import type { TensorObject } from './tensorObject.ts';

/** Raises where Keras or TensorFlow does: for a tensor of a functional model, and inside of a step that is traced. */
export function demandValue(py: Interpreter, tensor: TensorObject, asked: 'numpy' | 'array'): void {
  const version = py.state(kerasVersionKey).current;
  // Keras 1 ran on Theano as well, whose variables have other names.
  if (version === 1) return;
  if (tensor.history !== null) throw functional(tensor, asked, version);
  const { purpose, eagerly } = currentTrace(py);
  if (purpose === 'step' && !eagerly && py.modules.get('tensorflow') !== undefined)
    throw traced(tensor, asked, version);
  if (asked === 'numpy' && !eagerly && isInTracedCall(py, tensor)) {
    const why = message(
      '`tf.function` traces this code once, before any data: {0} has no value here. Print with `tf.print`, compute with functions of `tf`, or read what the function returns.',
      formatShape(tensor.shape),
    );
    throw traced(tensor, asked, version, why);
  }
}

/** Whether a script asks inside of a `tf.function` for a tensor that belongs to its call. */
function isInTracedCall(py: Interpreter, object: TensorObject): boolean {
  const { current } = py.state(tracedCallKey);
  if (current === null || py.frame?.file.isLibrary === true) return false;
  return object.tensor.id >= current.first || current.given.has(object);
}

function functional(tensor: TensorObject, asked: 'numpy' | 'array', version: 2 | 3) {
  const detail = {
    code: 'symbolic-value',
    explanation: message(
      'While the model is put together this tensor {0} has no value yet, and NumPy needs one: use functions of `keras.ops`.',
      formatShape(tensor.shape),
    ),
  };
  if (asked === 'numpy')
    return raise(AttributeError, "'KerasTensor' object has no attribute 'numpy'", detail);
  return version === 3
    ? raise(
        ValueError,
        "A KerasTensor is symbolic: it's a placeholder for a shape an a dtype. It doesn't have any actual numerical value. You cannot convert it to a NumPy array.",
        detail,
      )
    : raise(TypeError, 'Cannot convert a symbolic Keras input/output to a numpy array.', detail);
}

function traced(
  tensor: TensorObject,
  asked: 'numpy' | 'array',
  version: 2 | 3,
  explanation = message(
    'Keras traces this code once, before any data: {0} has no value here, and NumPy needs one. Use functions of `tf` or `keras.ops`, or `compile(run_eagerly=True)`.',
    formatShape(tensor.shape),
  ),
) {
  const detail = { code: 'symbolic-value', explanation };
  const name = version === 3 ? 'SymbolicTensor' : 'Tensor';
  return asked === 'numpy'
    ? raise(AttributeError, `'${name}' object has no attribute 'numpy'`, detail)
    : raise(
        NotImplementedError,
        "Cannot convert a symbolic tf.Tensor (Placeholder:0) to a numpy array. This error may indicate that you're trying to pass a Tensor to a NumPy call, which is not supported.",
        detail,
      );
}
