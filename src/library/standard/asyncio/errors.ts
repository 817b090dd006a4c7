/** The exceptions of asyncio. */
import { PyClass } from '../../../python/classes.ts';
import { BaseException, Exception, makeException, PythonError, raise } from '../../../python/errors.ts';
import type { Value } from '../../../python/values.ts';

const MODULE = { module: 'asyncio.exceptions' };

export const CancelledError = new PyClass('CancelledError', [BaseException], [], MODULE);
export const InvalidStateError = new PyClass('InvalidStateError', [Exception], [], MODULE);

/** What awaiting something cancelled raises; `message` is what `cancel()` was given. */
export function cancelledError(message: Value): PythonError {
  return new PythonError(
    message === null ? makeException(CancelledError) : makeException(CancelledError, message),
  );
}

export function isCancelled(error: PythonError): boolean {
  return error.exception.cls.isSubclassOf(CancelledError);
}

export function invalidState(text: string): PythonError {
  return raise(InvalidStateError, text);
}
