/** The methods that a dataclass is given: construction, text, comparison, and its protection when frozen. */
import { compareItems, itemsEqual } from '../../python/builtins/sequence.ts';
import { PyClass } from '../../python/classes.ts';
import type { PyDict } from '../../python/collections.ts';
import { AttributeError, TypeError as PyTypeError, raise } from '../../python/errors.ts';
import { method, type NativeFunction } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { assignAttribute } from '../../python/operations/attributes.ts';
import { bindArguments } from '../../python/operations/calls.ts';
import type { Parameter, Signature } from '../../python/signature.ts';
import { classOf } from '../../python/types.ts';
import { NOT_IMPLEMENTED, type PyTuple, type Value } from '../../python/values.ts';
import { type ClassOptions, type Field, MISSING, MODULE } from './dataclassFields.ts';

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

export const values = (py: Interpreter, self: Value, fields: readonly Field[]): Value[] =>
  fields.map(field => py.getAttribute(self, field.name));

function comparedFields(fields: readonly Field[]): Field[] {
  return fields.filter(field => field.options.compare && !field.isInitOnly);
}

export function makeMethods(cls: PyClass, fields: readonly Field[], options: ClassOptions): NativeFunction[] {
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

export function freeze(cls: PyClass): void {
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

export const frozenErrorClass = new PyClass('FrozenInstanceError', [AttributeError], [], MODULE);
