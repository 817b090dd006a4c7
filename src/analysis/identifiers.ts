/** Losses, optimizers and metrics as people name them, whether given by name, as an object or as a function. */

import { PyClass } from '../python/classes.ts';
import { PyDict } from '../python/collections.ts';
import { PyFunction } from '../python/evaluate/function.ts';
import { NativeFunction } from '../python/functions.ts';
import { PyList, PyObject, PyTuple, Unknown, type Value } from '../python/values.ts';

/** The name; null for None and for what is not known. */
export function identifierText(value: Value): string | null {
  if (value === null || value instanceof Unknown) return null;
  if (typeof value === 'string') return value;
  if (value instanceof PyFunction) return value.code.name;
  if (value instanceof NativeFunction || value instanceof PyClass) return value.name;
  if (value instanceof PyList || value instanceof PyTuple) return listText(identifierTexts(value));
  if (value instanceof PyDict)
    return listText([...value.values()].map(identifierText).filter(text => text !== null));
  return value instanceof PyObject ? value.cls.name : null;
}

function listText(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join(', ');
}

/** The names in a list (or the one name). */
export function identifierTexts(value: Value): string[] {
  const items = value instanceof PyList || value instanceof PyTuple ? value.items : [value];
  return items.map(identifierText).filter(text => text !== null);
}
