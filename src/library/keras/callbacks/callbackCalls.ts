/** How Keras takes up what `callbacks` holds: what it refuses before any training, and how it calls the hooks. */
import { PyClass } from '../../../python/classes.ts';
import { type ErrorDetail, PythonError, raise, TypeError } from '../../../python/errors.ts';
import { NORMAL } from '../../../python/evaluate/code.ts';
import { callFunction, PyFunction } from '../../../python/evaluate/function.ts';
import { BoundMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { classOf } from '../../../python/types.ts';
import { PyList, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { flatten } from '../tensors/graphNode.ts';
import { callbackClass, type Hook, hookArguments } from './callback.ts';

/** The callbacks of a call, each by itself; Keras 1 adds its own to a list and takes nothing else. */
export function callbackItems(py: Interpreter, given: Value): readonly Value[] {
  const isFirst = py.state(kerasVersionKey).current === 1;
  if (given === null || given instanceof Unknown) return given === null ? [] : [given];
  if (!isFirst || !py.truth(given)) return flatten([given]);
  if (given instanceof PyList) return given.lost === null ? given.items : [given.lost];
  const { name } = classOf(given);
  throw raise(TypeError, `can only concatenate list (not "${name}") to list`, {
    code: 'wrong-callback',
    blame: { kind: 'argument', name: 'callbacks' },
    explanation: message('`callbacks` is a list in Keras 1, and this is of type `{0}`.', name),
  });
}

/** Raises what Keras says of something that is no callback: it asks for the methods that all of them have. */
export function checkCallback(py: Interpreter, item: Value): void {
  if (item instanceof Unknown || classOf(item).isSubclassOf(callbackClass)) return;
  if (item instanceof PyClass) {
    if (!item.isSubclassOf(callbackClass)) return;
    const owner = py.state(kerasVersionKey).current === 1 ? '' : 'Callback.';
    throw raise(TypeError, `${owner}set_model() missing 1 required positional argument: 'model'`, {
      ...refused,
      explanation: message(
        '`{0}` is a class, and `{1}` takes what it makes: call it, `{0}(…)`.',
        item.name,
        'callbacks',
      ),
    });
  }
  try {
    py.getAttribute(item, 'set_model');
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    throw raise(error.exception.cls, py.str(error.exception), {
      ...refused,
      explanation: message(
        '`callbacks` holds something of type `{0}`, which is no callback: derive a class from `keras.callbacks.Callback`.',
        classOf(item).name,
      ),
    });
  }
}

const refused: ErrorDetail = {
  code: 'wrong-callback',
  blame: { kind: 'argument', name: 'callbacks' },
};

/** Raises Python's TypeError where a hook of the script's does not take what Keras passes; its body is not run. */
export function checkHook(py: Interpreter, item: Value, name: Hook, args: readonly Value[]): void {
  const found = py.getAttributeOrUndefined(item, name);
  const func = found instanceof BoundMethod ? found.func : found;
  // What a decorator has put around it takes other arguments.
  if (!(func instanceof PyFunction) || func.around !== null || !func.code.file.isScript) return;
  const { positional, keywords } = hookArguments(py, name, args);
  const own = found instanceof BoundMethod ? [found.self, ...positional] : positional;
  const { globals, closure, defaults, keywordDefaults, owner, code } = func;
  const bodiless = new PyFunction({
    ...{ globals, closure, defaults, keywordDefaults, owner },
    code: { ...code, body: () => NORMAL },
  });
  try {
    callFunction(py, bodiless, { positional: own, keywords });
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const { node } = code;
    throw raise(TypeError, py.str(error.exception), {
      code: 'wrong-callback',
      blame: { kind: 'span', span: 'nameSpan' in node ? node.nameSpan : node.span },
      explanation:
        args.length === 1
          ? message('Keras calls `{0}` with the logs: it has to take `logs=None`.', name)
          : message(
              'Keras calls `{0}` with a number and the logs: it has to take `{1}, logs=None`.',
              name,
              name.includes('epoch') ? 'epoch' : 'batch',
            ),
    });
  }
}
