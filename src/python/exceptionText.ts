/** The text of an exception, as the last line of a traceback shows it behind the class. */
import { PythonError } from './errors.ts';
import type { Interpreter } from './interpreter.ts';
import { NotKnown, type PyInstance } from './values.ts';

export function exceptionText(py: Interpreter, exception: PyInstance): string {
  try {
    return py.str(exception);
  } catch (error) {
    if (error instanceof NotKnown) return '';
    if (!(error instanceof PythonError)) throw error;
    return '<exception str() failed>';
  }
}
