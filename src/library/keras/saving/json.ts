/** JSON text of Python values, through the `json` module that scripts import. */
import { PyDict } from '../../../python/collections.ts';
import { NotImplementedError, raise } from '../../../python/errors.ts';
import { PyFunction } from '../../../python/evaluate/function.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';

/** Whether a config holds a function that has no name under which it could be found again. */
function holdsFunction(value: Value): boolean {
  if (value instanceof PyFunction) return true;
  if (value instanceof PyList || value instanceof PyTuple) return value.items.some(holdsFunction);
  return value instanceof PyDict && [...value.values()].some(holdsFunction);
}

/** JSON text of a Python value. */
export function toJson(py: Interpreter, value: Value, keywords: PyDict | null = null): string {
  if (holdsFunction(value))
    throw raise(
      NotImplementedError,
      'Saving a `lambda` is not supported by Kerascope: its code cannot be stored. Use a named function.',
      { code: 'not-supported' },
    );
  const json = py.importModule('json');
  return py.str(py.call(py.getAttribute(json, 'dumps'), [value], keywords));
}

/** The Python value of JSON text. */
export function fromJson(py: Interpreter, text: Value): Value {
  const json = py.importModule('json');
  return json instanceof Unknown ? json : py.call(py.getAttribute(json, 'loads'), [text]);
}
