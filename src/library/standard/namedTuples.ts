/** Named tuples: classes whose instances are tuples with named fields. */

import { makeTuple } from '../../python/builtins/tuple.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import { AttributeError, TypeError as PyTypeError, raise, ValueError } from '../../python/errors.ts';
import { ClassMethod, method, named, native, property } from '../../python/functions.ts';
import { bindArguments } from '../../python/operations/calls.ts';
import { parseSignature } from '../../python/signature.ts';
import { tupleClass } from '../../python/types.ts';
import { PyTuple, type Value } from '../../python/values.ts';

/** Makes a named tuple class; `defaults` belong to the last fields. */
export function namedTuple(
  name: string,
  fields: readonly string[],
  module: string,
  defaults: readonly Value[] = [],
): PyClass {
  const parsed = parseSignature(`__new__(_cls, ${fields.join(', ')})`);
  const firstDefault = fields.length - defaults.length + 1;
  const signature = {
    ...parsed,
    name: `${name}.__new__`,
    parameters: parsed.parameters.map((parameter, index) =>
      index >= firstDefault ? { ...parameter, default: defaults[index - firstDefault] } : parameter,
    ),
  };
  const itemsOf = (self: Value) => (self as PyTuple).items;
  const dictOf = (self: Value) =>
    PyDict.fromStrings(fields.map((field, index) => [field, itemsOf(self)[index]]));
  return new PyClass(
    name,
    [tupleClass],
    [
      ...named(
        native('__new__(cls, *args, **kwargs)', ([cls, args, keywords], py) => {
          const positional = [cls, ...(args as PyTuple).items];
          const bound = bindArguments(py, signature, { positional, keywords: keywords as PyDict }, undefined);
          return makeTuple(cls as PyClass, bound.slice(1));
        }),
        method('__repr__(self)', ([self], py) => {
          const cls = (self as PyTuple).cls;
          return `${cls.name}(${fields.map((field, index) => `${field}=${py.repr(itemsOf(self)[index])}`).join(', ')})`;
        }),
        method('_asdict(self)', ([self]) => dictOf(self)),
        method('_replace(self, /, **kwargs)', ([self, keywords], py) => {
          const changes = keywords as PyDict;
          const unknown = [...changes.keys()].filter(key => !fields.includes(key as string));
          if (unknown.length > 0) {
            throw raise(
              ValueError,
              `Got unexpected field names: [${unknown.map(key => py.repr(key)).join(', ')}]`,
            );
          }
          const values = fields.map(
            (field, index) =>
              changes.getString(field) ?? (changes.has(field, py.keyRules) ? null : itemsOf(self)[index]),
          );
          return makeTuple((self as PyTuple).cls, values);
        }),
      ),
      [
        '_make',
        new ClassMethod(
          native('_make(cls, iterable)', ([cls, iterable], py) => {
            const values = py.collect(iterable);
            if (values.length !== fields.length) {
              throw raise(PyTypeError, `Expected ${fields.length} arguments, got ${values.length}`);
            }
            return makeTuple(cls as PyClass, values);
          }),
        ),
      ],
      ['_fields', new PyTuple(fields)],
      ['__match_args__', new PyTuple(fields)],
      [
        '_field_defaults',
        PyDict.fromStrings(defaults.map((value, index) => [fields[firstDefault - 1 + index], value])),
      ],
      ...fields.map((field, index) =>
        property(
          field,
          self => itemsOf(self)[index],
          () => {
            throw raise(AttributeError, "can't set attribute");
          },
        ),
      ),
    ],
    { module },
  );
}

/** A named tuple as C makes them: called with one sequence, shown with its module. */
export function structSequence(name: string, fields: readonly string[], module: string): PyClass {
  const cls = namedTuple(name, fields, module);
  const make = cls.lookup('__new__')!;
  const text = cls.lookup('__repr__')!;
  const methods = named(
    native('__new__(cls, iterable, /)', ([owner, iterable], py) =>
      py.call(make, [owner, ...py.collect(iterable)]),
    ),
    method('__repr__(self)', ([self], py) => `${module}.${py.str(py.call(text, [self]))}`),
  );
  for (const [key, value] of methods) cls.attributes.map.set(key, value);
  return cls;
}
