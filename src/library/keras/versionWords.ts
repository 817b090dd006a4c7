/**
 * One mistake in the words of the script's version of Keras: 1 is Keras 1.2.2, 2 is tf.keras 2.15 with what
 * TensorFlow's own operations say there, 3 is Keras 3. Exceptions are of the class that the version raises.
 */
import { PyClass } from '../../python/classes.ts';
import { type ErrorDetail, type PythonError, raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { classOf } from '../../python/types.ts';
import type { Value } from '../../python/values.ts';
import { kerasVersionKey } from '../kerasVersion.ts';

/** Something for each version; one that is left out has what the next later one has. */
export interface ByVersion<T> {
  readonly 1?: T;
  readonly 2?: T;
  readonly 3: T;
}

/** A ValueError's words, or the words with their class. */
export type Raised = string | readonly [PyClass, string];

/** What the script's version has of it; null is something to have. */
export function ofVersion<T>(py: Interpreter, versions: ByVersion<T>): T {
  const { current } = py.state(kerasVersionKey);
  const [first, second] = [versions[1], versions[2]];
  if (current === 1 && first !== undefined) return first;
  if (current < 3 && second !== undefined) return second;
  return versions[3];
}

/** What tf.keras says where no object has a name; `kind` is what it looks for. */
export function unknownName(kind: string, name: string): string {
  return `Unknown ${kind}: '${name}'. Please ensure you are using a \`keras.utils.custom_object_scope\` and that this object is included in the scope. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details.`;
}

/** The exception that the script's version raises, in its own words; `detail` is the same for all versions. */
export function raiseInWords(
  py: Interpreter,
  words: ByVersion<Raised>,
  detail: ErrorDetail = {},
): PythonError {
  const raised = ofVersion(py, words);
  return typeof raised === 'string' ? raise(ValueError, raised, detail) : raise(raised[0], raised[1], detail);
}

/** TensorFlow's words for a size that is no integer. */
export function notADimension(py: Interpreter, value: Value): string {
  return `Dimension value must be integer or None or have an __index__ method, got value '${py.repr(value)}' with type '<class '${classOf(value).name}'>'`;
}

/** Python's words for an attribute that a version reads without having looked what has it. */
export function noAttribute(value: Value, name: string): string {
  const owner = value instanceof PyClass ? `type object '${value.name}'` : `'${classOf(value).name}' object`;
  return `${owner} has no attribute '${name}'`;
}

/** Python's words for what a version calls without having looked at it. */
export function notCallable(value: Value): string {
  return `'${classOf(value).name}' object is not callable`;
}
