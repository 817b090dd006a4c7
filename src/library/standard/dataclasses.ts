/** The dataclasses module. */
import { hashOf } from '../../python/builtins/hashing.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import { TypeError as PyTypeError, raise, ValueError } from '../../python/errors.ts';
import { buildClass } from '../../python/evaluate/classDefinition.ts';
import { method, type NativeFunction, named, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { classOf, objectClass } from '../../python/types.ts';
import { PyInstance, PyList, PyTuple, type Value } from '../../python/values.ts';
import {
  type ClassOptions,
  collectFields,
  Field,
  fieldClass,
  fieldsOf,
  findFields,
  initVarClass,
  keywordOnlyMarker,
  MISSING,
} from './dataclassFields.ts';
import { freeze, frozenErrorClass, makeMethods, values } from './dataclassMethods.ts';

function process(py: Interpreter, target: Value, options: ClassOptions): Value {
  const cls = target as PyClass;
  const fields = collectFields(py, cls, options);
  fieldsOf.set(cls, fields);
  for (const made of makeMethods(cls, fields, options)) {
    if (!cls.attributes.has(made.name)) cls.attributes.set(made.name, made);
  }
  if (options.frozen) freeze(cls);
  const hashed = fields.filter(field =>
    field.options.hash === null ? field.options.compare : field.options.hash === true,
  );
  if (options.hash || (options.eq && options.frozen && !cls.attributes.has('__hash__'))) {
    cls.attributes.set(
      '__hash__',
      method('__hash__(self)', ([self], py) => hashOf(py, new PyTuple(values(py, self, hashed)))),
    );
  } else if (options.eq && !cls.attributes.has('__hash__')) cls.attributes.set('__hash__', null);
  const names = fields
    .filter(field => field.options.init && !field.options.keywordOnly)
    .map(field => field.name);
  if (!cls.attributes.has('__match_args__')) cls.attributes.set('__match_args__', new PyTuple(names));
  cls.attributes.set('__dataclass_fields__', PyDict.fromStrings(fields.map(field => [field.name, field])));
  return cls;
}

function instanceFields(object: Value, name: string): readonly Field[] {
  const fields = object instanceof PyClass ? undefined : findFields(classOf(object));
  if (fields === undefined) throw raise(PyTypeError, `${name}() should be called on dataclass instances`);
  return fields;
}

function convert(
  py: Interpreter,
  value: Value,
  inner: (fields: readonly Field[], object: Value) => Value,
): Value {
  const fields = value instanceof PyInstance ? findFields(value.cls) : undefined;
  if (fields !== undefined) return inner(fields, value);
  if (value instanceof PyList) return new PyList(value.items.map(item => convert(py, item, inner)));
  if (value instanceof PyTuple) return new PyTuple(value.items.map(item => convert(py, item, inner)));
  if (value instanceof PyDict) {
    const result = new PyDict();
    for (const [key, item] of value.entries())
      result.set(convert(py, key, inner), convert(py, item, inner), py.keyRules);
    return result;
  }
  return value;
}

function asDict(py: Interpreter, fields: readonly Field[], object: Value): Value {
  const inner = (nested: readonly Field[], value: Value) => asDict(py, nested, value);
  return PyDict.fromStrings(
    fields.map(field => [field.name, convert(py, py.getAttribute(object, field.name), inner)]),
  );
}

function asTuple(py: Interpreter, fields: readonly Field[], object: Value): Value {
  const inner = (nested: readonly Field[], value: Value) => asTuple(py, nested, value);
  return new PyTuple(fields.map(field => convert(py, py.getAttribute(object, field.name), inner)));
}

const FIELD_OPTIONS = 'init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=None';

const functions: NativeFunction[] = [
  native(
    'dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False)',
    ([cls, init, repr, eq, order, hash, frozen, , keywordOnly], py) => {
      const [i, r, e, o, h, f, k] = [init, repr, eq, order, hash, frozen, keywordOnly].map(value =>
        py.truth(value),
      );
      const options: ClassOptions = { init: i, repr: r, eq: e, order: o, hash: h, frozen: f, keywordOnly: k };
      if (o && !e) throw raise(ValueError, 'eq must be true if order is true');
      return cls === null
        ? native('wrap(cls)', ([target]) => process(py, target, options))
        : process(py, cls, options);
    },
  ),
  native(
    `field(*, default='(missing)', default_factory='(missing)', ${FIELD_OPTIONS})`,
    ([value, factory, init, repr, hash, compare, metadata, keywordOnly], py) => {
      const given = value === '(missing)' ? MISSING : value;
      const maker = factory === '(missing)' ? MISSING : factory;
      if (given !== MISSING && maker !== MISSING)
        throw raise(ValueError, 'cannot specify both default and default_factory');
      const options = {
        init: py.truth(init),
        repr: py.truth(repr),
        hash,
        compare: py.truth(compare),
        keywordOnly: keywordOnly === null ? null : py.truth(keywordOnly),
      };
      return new Field(given, maker, options, metadata ?? new PyDict());
    },
  ),
  native('fields(class_or_instance)', ([object]) => {
    const fields = findFields(object instanceof PyClass ? object : classOf(object));
    if (fields === undefined) throw raise(PyTypeError, 'must be called with a dataclass type or instance');
    return new PyTuple(fields.filter(field => !field.isInitOnly));
  }),
  native(
    'is_dataclass(obj)',
    ([object]) => findFields(object instanceof PyClass ? object : classOf(object)) !== undefined,
  ),
  native('asdict(obj, *, dict_factory=None)', ([object, factory], py) => {
    const dict = asDict(py, instanceFields(object, 'asdict'), object);
    return factory === null
      ? dict
      : py.call(factory, [new PyList([...(dict as PyDict).entries()].map(entry => new PyTuple(entry)))]);
  }),
  native('astuple(obj, *, tuple_factory=None)', ([object], py) =>
    asTuple(py, instanceFields(object, 'astuple'), object),
  ),
  native('replace(obj, /, **changes)', ([object, changes], py) => {
    const given = changes as PyDict;
    const keywords = new PyDict();
    for (const field of instanceFields(object, 'replace')) {
      if (!field.options.init) {
        if (given.has(field.name, py.keyRules)) {
          throw raise(
            ValueError,
            `field ${field.name} is declared with init=False, it cannot be specified with replace()`,
          );
        }
      } else if (!given.has(field.name, py.keyRules))
        keywords.setString(field.name, py.getAttribute(object, field.name));
    }
    for (const [key, value] of given.entries()) keywords.setString(key as string, value);
    return py.call(classOf(object), [], keywords);
  }),
  native(
    'make_dataclass(cls_name, fields, *, bases=(), namespace=None, frozen=False)',
    ([name, fields, bases, namespace, frozen], py) => {
      const annotations = new PyDict();
      const body = new Map<string, Value>([['__annotations__', annotations]]);
      for (const item of py.collect(fields)) {
        const parts = typeof item === 'string' ? [item] : py.collect(item);
        annotations.setString(parts[0] as string, parts[1] ?? objectClass);
        if (parts.length > 2) body.set(parts[0] as string, parts[2]);
      }
      if (namespace instanceof PyDict)
        for (const [key, value] of namespace.entries()) body.set(key as string, value);
      const cls = buildClass(
        py,
        name as string,
        py.collect(bases),
        body,
        new PyDict(),
        [],
        classOf(objectClass),
      );
      return process(py, cls, {
        init: true,
        repr: true,
        eq: true,
        order: false,
        hash: false,
        frozen: py.truth(frozen),
        keywordOnly: false,
      });
    },
  ),
];

export const module: LibraryModule = {
  name: 'dataclasses',
  entries: () => [
    ...named(...functions),
    ['MISSING', MISSING],
    ['Field', fieldClass],
    ['FrozenInstanceError', frozenErrorClass],
    ['InitVar', initVarClass],
    ['KW_ONLY', keywordOnlyMarker],
  ],
};
