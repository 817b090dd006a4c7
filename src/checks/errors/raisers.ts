/** Who raises an error: Keras, TensorFlow below it, or one of the many who share Python's exceptions. */
import { type Message, message } from '../../python/message.ts';
import { codeOfName, describedExceptions } from './exceptions.ts';

/** Codes of which Keras is not the only one to raise them: Python does, or another library. */
const sharedCodes: ReadonlySet<string> = new Set([
  ...describedExceptions.map(codeOfName),
  'assertion',
  'exception',
  'import-name',
  'invalid-argument',
  'probabilities-beside-classes',
  'raised',
  'renamed-argument',
  'rows-beside-classes',
  'syntax-error',
  'undefined-name',
  'unknown-argument',
]);

/** Codes of what TensorFlow itself offers: its tape, its functions. */
const tensorFlowCodes: ReadonlySet<string> = new Set([
  'symbolic-value',
  'tape-spent',
  'tape-watch',
  'variable-in-function',
]);

/** Classes of `tf.errors`: only operations of TensorFlow raise them, in Keras's layers as well. */
const tensorFlowClass =
  /^(?:Aborted|AlreadyExists|Cancelled|DataLoss|DeadlineExceeded|FailedPrecondition|Internal|InvalidArgument|NotFound|OutOfRange|PermissionDenied|ResourceExhausted|Unauthenticated|Unavailable|Unimplemented|Unknown)Error\b/;

/** The words of an exception ("ValueError: …"), and whose they are where that is certain. */
export function raisedBy(code: string, words: string): Message {
  if (tensorFlowClass.test(words) || tensorFlowCodes.has(code))
    return message('TensorFlow raises: {0}', words);
  return sharedCodes.has(code) ? message('Raises: {0}', words) : message('Keras raises: {0}', words);
}
