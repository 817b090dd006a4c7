/** What Keras says when an object cannot be made again from its config. */
import type { PyClass } from '../../../python/classes.ts';
import { PythonError, raise, TypeError } from '../../../python/errors.ts';
import { exceptionText } from '../../../python/exceptionText.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Value } from '../../../python/values.ts';

/** Calls a class with its config; what it raises is told as a TypeError, as `Operation.from_config` does. */
export function madeFromConfig(py: Interpreter, cls: PyClass, config: Value, make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const text = exceptionText(py, error.exception);
    throw wrapped(
      error,
      `Error when deserializing class '${cls.name}' using config=${py.str(config)}.\n\nException encountered: ${text}`,
      cls.userDefined
        ? message('`{0}` cannot be made from what its `get_config` returns: {1}', cls.name, text)
        : undefined,
    );
  }
}

/** Calls `from_config`; a TypeError of its own names the whole config, as Keras's deserialization does. */
export function revived(py: Interpreter, cls: PyClass, config: Value, make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof PythonError) || !error.exception.cls.mro.includes(TypeError)) throw error;
    throw wrapped(
      error,
      `${py.str(cls)} could not be deserialized properly. Please ensure that components that are Python object instances (layers, models, etc.) returned by \`get_config()\` are explicitly deserialized in the model's \`from_config()\` method.\n\nconfig=${py.str(config)}.\n\nException encountered: ${exceptionText(py, error.exception)}`,
    );
  }
}

function wrapped(inner: PythonError, text: string, explanation = inner.detail.explanation): PythonError {
  const error = raise(TypeError, text, { ...inner.detail, explanation });
  error.traceback.push(...inner.traceback);
  return error;
}
