/** What an `activation` argument stands for: None, a name, a function, a layer or the user's own callable. */
import type { Tensor } from '../../../graph/tensor.ts';
import { PyClass } from '../../../python/classes.ts';
import { TypeError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { NotKnown, PyObject, Unknown, type Value } from '../../../python/values.ts';
import { misspelt } from '../errors/spelling.ts';
import { deserializeKerasObject, isObjectConfig } from '../saving/deserialize.ts';
import { registeredObject } from '../saving/registration.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { type ByVersion, notCallable, type Raised, raiseInWords } from '../versionWords.ts';
import { activationDefinitionOf, activationFunctions } from './index.ts';

export interface Activation {
  /** The name, or null for the user's own function. */
  readonly name: string | null;
  readonly value: Value;
  apply(x: Tensor): Tensor;
}

/** Resolves an activation; `argument` names the parameter for errors. */
export function resolveActivation(py: Interpreter, value: Value, argument = 'activation'): Activation {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (isObjectConfig(value)) return resolveActivation(py, deserializeKerasObject(py, value), argument);
  const found =
    value === null
      ? activationFunctions.get('linear')!
      : typeof value === 'string'
        ? (registeredObject(py, value) ?? activationFunctions.get(value))
        : value;
  if (found === undefined || !isCallable(found)) {
    const name = py.str(value);
    const words: ByVersion<Raised> = {
      3: `Could not interpret activation function identifier: ${name}`,
      2:
        typeof value === 'string'
          ? `Unknown activation function '${name}' cannot be deserialized.`
          : [TypeError, `Could not interpret activation function identifier: ${name}`],
      1: typeof value === 'string' ? `Invalid activation function: ${name}` : [TypeError, notCallable(value)],
    };
    throw raiseInWords(py, words, {
      ...misspelt(py, argument, value, [...activationFunctions.keys()]),
      code: 'unknown-activation',
      explanation: message('There is no activation called `{0}`.', name),
    });
  }
  const definition = activationDefinitionOf(found);
  if (definition !== undefined) {
    return {
      name: definition.name,
      value: found,
      apply: x => definition.compute(x, ...new Array<null>(8).fill(null)),
    };
  }
  return { name: null, value: found, apply: x => callActivation(py, found, x) };
}

function isCallable(value: Value): value is PyObject {
  return (
    value instanceof PyObject &&
    (value instanceof PyClass ||
      value.cls.lookup('__call__') !== undefined ||
      value.cls.name === 'function' ||
      value.cls.name.includes('method') ||
      value.cls.name.includes('builtin'))
  );
}

function callActivation(py: Interpreter, callee: PyObject, x: Tensor): Tensor {
  const result = py.call(callee, [wrap(py, x)]);
  if (result instanceof Unknown) throw new NotKnown(result.reason);
  return tensorOf(py, result);
}
