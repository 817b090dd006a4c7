/** A class in the place of a loss or metric: tf.keras takes it for the function itself, Keras 3 makes one of it. */

import type { PyClass } from '../../../python/classes.ts';
import { type ErrorDetail, type PythonError, raise, TypeError } from '../../../python/errors.ts';
import { PyFunction } from '../../../python/evaluate/function.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Expression, Span } from '../../../python/syntax.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { losses } from '../losses/index.ts';
import { lossClass } from '../losses/lossClasses.ts';
import { metricClass } from '../metrics/metricClasses.ts';
import { tensorOf } from '../tensors/conversion.ts';
import type { TensorObject } from '../tensors/tensorObject.ts';

/** Where the class is written within the argument of `compile`; null where only the argument is known. */
function placeOf({ site }: Interpreter, argument: string, { name }: PyClass): Span | null {
  const given = site?.argument(argument) ?? null;
  if (given === null || site === null) return null;
  const ends = new RegExp(`(^|\\.)${name}$`);
  const textOf = ({ span }: Expression) => site.source.slice(span.start.offset, span.end.offset);
  return entriesOf(given).find(entry => ends.test(textOf(entry)))?.span ?? null;
}

/** What lists and dicts that are written out hold. */
function entriesOf(node: Expression): readonly Expression[] {
  if (node.kind === 'List' || node.kind === 'Tuple') return node.elts.flatMap(entriesOf);
  return node.kind === 'Dict' ? node.values.flatMap(entriesOf) : [node];
}

function detailOf(py: Interpreter, argument: string, cls: PyClass): ErrorDetail {
  const span = placeOf(py, argument, cls);
  return {
    code: argument === 'loss' ? 'unknown-loss' : 'unknown-metric',
    blame: span === null ? { kind: 'argument', name: argument } : { kind: 'span', span },
    explanation: message(
      '`{0}` is a class, and `{1}` takes what it makes: call it, `{0}(…)`.',
      cls.name,
      argument,
    ),
  };
}

/** Raises what tf.keras says where it calls the class of a loss with labels and outputs. */
export function refuseLossClass(
  py: Interpreter,
  cls: PyClass,
  yTrue: TensorObject,
  yPred: TensorObject,
): void {
  if (py.state(kerasVersionKey).current !== 2 || !cls.isSubclassOf(lossClass)) return;
  const detail = detailOf(py, 'loss', cls);
  if (cls.lookup('__init__') instanceof PyFunction) py.call(cls, [yTrue, yPred]);
  else {
    const definition = losses.find(({ className }) => cls.mro.some(base => base.name === className));
    const own = definition?.parameters.split(',').filter(part => part !== '').length ?? 0;
    // Where the reduction would stand are the labels, as floats of the outputs' type, or the outputs.
    const [labels, outputs] = [tensorOf(py, yTrue).dtype, tensorOf(py, yPred).dtype];
    const taken = own === 0 && !labels.startsWith('float') ? labels : outputs;
    if (own < 2) throw raise(TypeError, `Expected ${taken}, but got auto of type 'str'.`, detail);
  }
  const made = `<${cls.userDefined ? '__main__' : 'keras.src.losses'}.${cls.name} object at 0x...>`;
  throw raise(
    TypeError,
    `Failed to convert elements of ${made} to Tensor. Consider casting elements to a supported type. See https://www.tensorflow.org/api_docs/python/tf/dtypes for supported TF dtypes.`,
    detail,
  );
}

/** What tf.keras says of the class of a metric, whose name is a property; null where the version makes one of it. */
export function metricClassError(py: Interpreter, cls: PyClass, argument: string): PythonError | null {
  if (py.state(kerasVersionKey).current !== 2 || !cls.isSubclassOf(metricClass)) return null;
  const words = 'Expected `name` argument to be a string, but got: <property object at 0x...>';
  return raise(TypeError, words, detailOf(py, argument, cls));
}
