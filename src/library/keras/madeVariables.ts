/** Which variables code makes inside of a `tf.function`: TensorFlow allows that in its first call only. */
import { type PythonError, raise, ValueError } from '../../python/errors.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import { message } from '../../python/message.ts';

/** Why no variable may be made: the first call's second trace makes one again, or the call is not the first. */
export type Refusal = 'again' | 'later';

export const madeVariablesKey = new StateKey<{ made: number; refused: Refusal | null }>(
  'keras.madeVariables',
  () => ({
    made: 0,
    refused: null,
  }),
);

/**
 * To be called before the script itself or a metric makes a variable. Keras 2 makes those of metrics outside of the
 * function's graph, yet the function is asked for them all the same.
 */
export function noteVariable(py: Interpreter): void {
  refuseVariables(py);
  noteOwner(py);
}

/** To be called where a layer or an optimizer is made, which will make variables of its own, once. */
export function noteOwner(py: Interpreter): void {
  py.state(madeVariablesKey).made++;
}

/**
 * To be called before a layer or an optimizer makes its variables.
 *
 * @throws ValueError in a `tf.function` that may make none now
 */
export function refuseVariables(py: Interpreter): void {
  const { refused } = py.state(madeVariablesKey);
  if (refused !== null) throw refusal(refused);
}

function refusal(reason: Refusal): PythonError {
  return raise(
    ValueError,
    reason === 'again'
      ? 'tf.function only supports singleton tf.Variables created on the first call. Make sure the tf.Variable is only created once or created outside tf.function. See https://www.tensorflow.org/guide/function#creating_tfvariables for more information.'
      : 'Creating variables on a non-first call to a function decorated with tf.function.',
    {
      code: 'variable-in-function',
      explanation:
        reason === 'again'
          ? message(
              'TensorFlow traces the function again after a call that made variables, and this would make another one: make it outside, or only where it is still None.',
            )
          : message('A `tf.function` may make variables in its first call only, and this is a later one.'),
    },
  );
}
