/** JSON text of Python values, through the `json` module that scripts import. */
import type { PyDict } from '../../../python/collections.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { Unknown, type Value } from '../../../python/values.ts';

/** JSON text of a Python value. */
export function toJson(py: Interpreter, value: Value, keywords: PyDict | null = null): string {
  const json = py.importModule('json');
  return py.str(py.call(py.getAttribute(json, 'dumps'), [value], keywords));
}

/** The Python value of JSON text. */
export function fromJson(py: Interpreter, text: Value): Value {
  const json = py.importModule('json');
  return json instanceof Unknown ? json : py.call(py.getAttribute(json, 'loads'), [text]);
}
