/** The fields of dataclasses: what a class body says about each, and what a class inherits. */
import { PyClass } from '../../python/classes.ts';
import { PyDict, PySet } from '../../python/collections.ts';
import { raise, ValueError } from '../../python/errors.ts';
import { ClassMethod, native, property } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { classOf, objectClass } from '../../python/types.ts';
import { PyList, PyObject, PySingleton, type Value } from '../../python/values.ts';

export const MODULE = { module: 'dataclasses' };
const missingClass = new PyClass('_MISSING_TYPE', [objectClass], [], MODULE);

/** `dataclasses.MISSING`. */
export const MISSING = new PySingleton('MISSING');
MISSING.cls = missingClass;

/** One field of a data class. */
export class Field extends PyObject {
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

export const fieldClass = new PyClass(
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

export const fieldsOf = new WeakMap<PyClass, readonly Field[]>();

/** The fields of a data class or of its nearest base that is one. */
export function findFields(cls: PyClass): readonly Field[] | undefined {
  for (const base of cls.mro) {
    const fields = fieldsOf.get(base);
    if (fields !== undefined) return fields;
  }
  return undefined;
}

export interface ClassOptions {
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

export function collectFields(py: Interpreter, cls: PyClass, options: ClassOptions): Field[] {
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

export const initVarClass: PyClass = new PyClass(
  'InitVar',
  [objectClass],
  [['__class_getitem__', new ClassMethod(native('__class_getitem__(cls, key)', ([cls]) => cls))]],
  MODULE,
);

export const keywordOnlyMarker = new PyClass('KW_ONLY', [objectClass], [], MODULE);
