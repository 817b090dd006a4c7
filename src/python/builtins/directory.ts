/** `dir(x)`: the names an object answers to. */
import { PyClass } from '../classes.ts';
import { PyModule } from '../functions.ts';
import { classOf } from '../types.ts';
import { PyObject, type Value } from '../values.ts';

/** The sorted names of an object's, class's or module's attributes. */
export function directoryOf(value: Value): string[] {
  const names = new Set<string>();
  const addClass = (cls: PyClass) => {
    for (const base of cls.mro) for (const name of base.attributes.map.keys()) names.add(name);
  };
  if (value instanceof PyModule) for (const name of value.attributes.map.keys()) names.add(name);
  else if (value instanceof PyClass) addClass(value);
  else {
    if (value instanceof PyObject && value.attributes !== null) {
      for (const name of value.attributes.map.keys()) names.add(name);
    }
    addClass(classOf(value));
    names.add('__class__');
  }
  return [...names].sort();
}
