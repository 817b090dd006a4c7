/** The dataclasses module. */

import { hashOf } from '../../python/builtins/hashing.ts';
import { compareItems, itemsEqual } from '../../python/builtins/sequence.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict, PySet } from '../../python/collections.ts';
import { AttributeError, TypeError as PyTypeError, raise, ValueError } from '../../python/errors.ts';
import { buildClass } from '../../python/evaluate/classDefinition.ts';
import { ClassMethod, method, type NativeFunction, named, native, property } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { assignAttribute } from '../../python/operations/attributes.ts';
import { bindArguments } from '../../python/operations/calls.ts';
import type { Parameter, Signature } from '../../python/signature.ts';
import { classOf, objectClass } from '../../python/types.ts';
import {
  NOT_IMPLEMENTED,
  PyInstance,
  PyList,
  PyObject,
  PySingleton,
  PyTuple,
  type Value,
} from '../../python/values.ts';

const MODULE = { module: 'dataclasses' };
const missingClass = new PyClass('_MISSING_TYPE', [objectClass], [], MODULE);

/** `dataclasses.MISSING`. */
const MISSING = new PySingleton('MISSING');
MISSING.cls = missingClass;

/** One field of a data class. */
class Field extends PyObject {
  cls: PyClass = fieldClass;
  name = '';
  type: Value = null;
  default: Value;
  factory: Value;
  readonly options: {
    init: boolean;
    repr: boolean;
    hash: Value;
    compare: boolean;
    keywordOnly: boolean | null;
  };
  readonly metadata: Value;
  isInitOnly = false;
  constructor(defaultValue: Value, factory: Value, options: Field['options'], metadata: Value) {
    super();
    this.default = defaultValue;
    this.factory = factory;
    this.options = options;
    this.metadata = metadata;
  }
}

const fieldClass = new PyClass(
  'Field',
  [objectClass],
  [
    property('name', self => (self as Field).name),
    property('type', self => (self as Field).type),
    property('default', self => (self as Field).default),
    property('default_factory', self => (self as Field).factory),
    property('init', self => (self as Field).options.init),
    property('repr', self => (self as Field).options.repr),
    property('compare', self => (self as Field).options.compare),
    property('metadata', self => (self as Field).metadata),
  ],
  MODULE,
);

const fieldsOf = new WeakMap<PyClass, readonly Field[]>();

/** The fields of a data class or of its nearest base that is one. */
function findFields(cls: PyClass): readonly Field[] | undefined {
  for (const base of cls.mro) {
    const fields = fieldsOf.get(base);
    if (fields !== undefined) return fields;
  }
  return undefined;
}

interface ClassOptions {
  init: boolean;
  repr: boolean;
  eq: boolean;
  order: boolean;
  hash: boolean;
  frozen: boolean;
  keywordOnly: boolean;
}

const isMutableDefault = (value: Value) =>
  value instanceof PyList || value instanceof PyDict || (value instanceof PySet && value.cls.name === 'set');

function annotationText(annotation: Value): string {
  return typeof annotation === 'string' ? annotation : annotation instanceof PyClass ? annotation.name : '';
}

function collectFields(py: Interpreter, cls: PyClass, options: ClassOptions): Field[] {
  const fields = new Map<string, Field>();
  for (const base of [...cls.mro].reverse())
    for (const field of fieldsOf.get(base) ?? []) fields.set(field.name, field);
  const annotations = cls.attributes.get('__annotations__');
  let keywordOnly = options.keywordOnly;
  for (const [key, type] of annotations instanceof PyDict ? annotations.entries() : []) {
    const name = key as string;
    const shown =
      typeof type === 'object' && type !== null && !(type instanceof PyClass)
        ? py.repr(type)
        : annotationText(type);
    if (shown.startsWith('typing.ClassVar') || shown.startsWith('ClassVar')) continue;
    if (type === keywordOnlyMarker || shown === 'KW_ONLY') {
      keywordOnly = true;
      continue;
    }
    const given = cls.attributes.get(name);
    const field =
      given instanceof Field
        ? given
        : new Field(
            given === undefined ? MISSING : given,
            MISSING,
            { init: true, repr: true, hash: null, compare: true, keywordOnly: null },
            new PyDict(),
          );
    field.name = name;
    field.type = type;
    field.isInitOnly = type === initVarClass || shown.startsWith('InitVar');
    field.options.keywordOnly ??= keywordOnly;
    if (isMutableDefault(field.default)) {
      throw raise(
        ValueError,
        `mutable default ${py.repr(classOf(field.default))} for field ${name} is not allowed: use default_factory`,
      );
    }
    if (field.default === MISSING) cls.attributes.delete(name);
    else cls.attributes.set(name, field.default);
    fields.set(name, field);
  }
  return [...fields.values()];
}

/** The signature of the generated `__init__`. */
function initSignature(cls: PyClass, fields: readonly Field[]): Signature {
  const parameters: Parameter[] = [{ name: 'self', kind: 'ordinary', default: undefined, defaultText: null }];
  let seenDefault = false;
  for (const field of fields.filter(item => item.options.init && !item.options.keywordOnly)) {
    const hasDefault = field.default !== MISSING || field.factory !== MISSING;
    if (seenDefault && !hasDefault)
      throw raise(PyTypeError, `non-default argument '${field.name}' follows default argument`);
    seenDefault ||= hasDefault;
    parameters.push(parameterOf(field, 'ordinary'));
  }
  for (const field of fields.filter(item => item.options.init && item.options.keywordOnly))
    parameters.push(parameterOf(field, 'keywordOnly'));
  return { name: `${cls.name}.__init__`, parameters, text: '__init__' };
}

function parameterOf(field: Field, kind: Parameter['kind']): Parameter {
  const value = field.default !== MISSING ? field.default : field.factory !== MISSING ? MISSING : undefined;
  return { name: field.name, kind, default: value, defaultText: null };
}

function makeInit(cls: PyClass, fields: readonly Field[]): NativeFunction {
  const signature = initSignature(cls, fields);
  return method('__init__(self, *args, **kwargs)', ([self, args, keywords], py) => {
    const bound = bindArguments(
      py,
      signature,
      { positional: (args as PyTuple).items, keywords: keywords as PyDict },
      self,
    );
    const values = new Map(signature.parameters.map((parameter, index) => [parameter.name, bound[index]]));
    const initOnly: Value[] = [];
    for (const field of fields) {
      let value = field.options.init ? values.get(field.name)! : field.default;
      if (value === MISSING && field.factory !== MISSING) value = py.call(field.factory, []);
      if (field.isInitOnly) initOnly.push(value);
      else if (value !== MISSING) assignAttribute(py, self, field.name, value);
    }
    const after = classOf(self).lookup('__post_init__');
    if (after !== undefined) py.call(after, [self, ...initOnly]);
    return null;
  });
}

const values = (py: Interpreter, self: Value, fields: readonly Field[]): Value[] =>
  fields.map(field => py.getAttribute(self, field.name));

function comparedFields(fields: readonly Field[]): Field[] {
  return fields.filter(field => field.options.compare && !field.isInitOnly);
}

function makeMethods(cls: PyClass, fields: readonly Field[], options: ClassOptions): NativeFunction[] {
  const compared = comparedFields(fields);
  const shown = fields.filter(field => field.options.repr && !field.isInitOnly);
  const made: NativeFunction[] = [];
  if (options.init) made.push(makeInit(cls, fields));
  if (options.repr) {
    made.push(
      method('__repr__(self)', ([self], py) => {
        const parts = shown.map(field => `${field.name}=${py.repr(py.getAttribute(self, field.name))}`);
        return `${classOf(self).qualifiedName}(${parts.join(', ')})`;
      }),
    );
  }
  if (options.eq) {
    made.push(
      method('__eq__(self, other)', ([self, other], py) =>
        classOf(other) === classOf(self)
          ? itemsEqual(py, values(py, self, compared), values(py, other, compared))
          : NOT_IMPLEMENTED,
      ),
    );
  }
  if (options.order) {
    for (const [name, operator] of [
      ['__lt__', 'Lt'],
      ['__le__', 'LtE'],
      ['__gt__', 'Gt'],
      ['__ge__', 'GtE'],
    ] as const) {
      made.push(
        method(`${name}(self, other)`, ([self, other], py) =>
          classOf(other) === classOf(self)
            ? compareItems(py, operator, values(py, self, compared), values(py, other, compared))
            : NOT_IMPLEMENTED,
        ),
      );
    }
  }
  return made;
}

function freeze(cls: PyClass): void {
  const refuse = (verb: string) => (name: Value) =>
    raise(frozenErrorClass, `cannot ${verb} field '${String(name)}'`);
  cls.attributes.set(
    '__setattr__',
    method('__setattr__(self, name, value)', ([, name]) => {
      throw refuse('assign to')(name);
    }),
  );
  cls.attributes.set(
    '__delattr__',
    method('__delattr__(self, name)', ([, name]) => {
      throw refuse('delete')(name);
    }),
  );
}

const frozenErrorClass = new PyClass('FrozenInstanceError', [AttributeError], [], MODULE);

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

const initVarClass: PyClass = new PyClass(
  'InitVar',
  [objectClass],
  [['__class_getitem__', new ClassMethod(native('__class_getitem__(cls, key)', ([cls]) => cls))]],
  MODULE,
);
const keywordOnlyMarker = new PyClass('KW_ONLY', [objectClass], [], MODULE);

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
