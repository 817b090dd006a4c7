/** Makes enumerations and their members, by name, by value and of several bits. */
import { integerOrNull, stringOf, stringOrNull } from '../../python/builtins/conversions.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import { TypeError as PyTypeError, raise, ValueError } from '../../python/errors.ts';
import { buildClass } from '../../python/evaluate/classDefinition.ts';
import { PyFunction } from '../../python/evaluate/function.ts';
import { BoundMethod, ClassMethod, method, StaticMethod } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { classOf, floatClass, intClass, strClass } from '../../python/types.ts';
import {
  normalizeInt,
  PyBoxed,
  PyFloat,
  PyInstance,
  PyObject,
  PyTuple,
  type Value,
} from '../../python/values.ts';
import { enumClass, flagClass, reprEnumClass } from './enum.ts';
import { AutoCombination, AutoValue } from './enumAuto.ts';
import {
  automatic,
  boundaries,
  boundaryOf,
  distinct,
  isMemberValue,
  Marked,
  memberName,
  members,
  membersOf,
  memberValue,
} from './enumMembers.ts';

/** Makes the object of a member: an int, str, float or plain instance of the class. */
function makeMember(py: Interpreter, cls: PyClass, name: string, value: Value): PyObject {
  const args = value instanceof PyTuple ? value.items : [value];
  const custom = cls.lookup('__new__');
  let member: PyObject;
  if (custom instanceof PyFunction || custom instanceof StaticMethod)
    member = py.call(custom, [cls, ...args]) as PyObject;
  else if (cls.isSubclassOf(intClass)) member = new PyBoxed(cls, integerOrNull(py.call(intClass, args)) ?? 0);
  else if (cls.isSubclassOf(strClass)) member = new PyBoxed(cls, stringOrNull(py.call(strClass, args)) ?? '');
  else if (cls.isSubclassOf(floatClass)) {
    member = cls.adopt(new PyFloat((py.call(floatClass, args) as PyFloat).value));
  } else member = new PyInstance(cls);
  const attributes = member.attributes!;
  if (!attributes.has('_value_')) {
    const plain =
      member instanceof PyBoxed
        ? member.plain
        : member instanceof PyFloat
          ? new PyFloat(member.value)
          : value;
    attributes.map.set('_value_', plain);
  }
  attributes.map.set('_name_', name);
  attributes.map.set('__objclass__', cls);
  const init = cls.lookup('__init__');
  if (init instanceof PyFunction) py.call(init, [member, ...args]);
  return member;
}

/** The text methods that a data type (int, str) would hide come from Enum, unless the class keeps the type's own. */
export function restoreText(cls: PyClass, namespace: ReadonlyMap<string, Value>): void {
  const mixin = cls.mro.find(base => [intClass, strClass, floatClass].includes(base));
  if (mixin === undefined) return;
  const keepsType = cls.isSubclassOf(reprEnumClass);
  for (const name of ['__repr__', '__str__', '__format__']) {
    const defined = cls.mro
      .slice(0, cls.mro.indexOf(mixin))
      .some(base => base.userDefined && base.attributes.has(name));
    if (namespace.has(name) || defined) continue;
    const source = keepsType && name !== '__repr__' ? (mixin.lookup(name) ?? null) : enumClass.lookup(name)!;
    cls.attributes.map.set(name, name === '__str__' && keepsType ? plainText : source);
  }
}

const plainText = method('__str__(self)', ([self], py) => py.str(memberValue(self)));

export function makeEnum(
  py: Interpreter,
  metaclass: Value,
  name: string,
  bases: readonly Value[],
  namespace: ReadonlyMap<string, Value>,
  options: PyDict,
): PyClass {
  for (const base of bases) {
    if (base instanceof PyClass && members(base).size > 0) {
      throw raise(PyTypeError, `<enum '${name}'> cannot extend ${py.repr(base)}`);
    }
  }
  const ignored = namespace.get('_ignore_');
  const ignoredNames = typeof ignored === 'string' ? ignored.split(/[\s,]+/) : [];
  const own = [...namespace].filter(
    ([key, value]) => isMemberValue(key, value) && !ignoredNames.includes(key),
  );
  const memberNames = new Set(own.map(([key]) => key));
  const rest = new Map(
    [...namespace]
      .filter(([key]) => !memberNames.has(key))
      .map(([key, value]): [string, Value] => [key, value instanceof Marked ? value.value : value]),
  );
  const boundary = options.getString('boundary');
  if (boundary !== undefined) options.delete('boundary', py.keyRules);
  const cls = buildClass(py, name, bases, rest, options, [], metaclass as PyClass);
  restoreText(cls, namespace);
  if (boundary instanceof PyObject) boundaries.set(cls, String(memberValue(boundary)));
  const table = new Map<string, PyObject>();
  membersOf.set(cls, table);
  const before: Value[] = [];
  for (const [key, marked] of own) {
    const given = marked instanceof Marked ? marked.value : marked;
    const value = resolveAuto(py, cls, key, given, before);
    before.push(value);
    const member = makeMember(py, cls, key, value);
    const same = [...table.values()].find(other => py.equal(memberValue(other), memberValue(member)));
    table.set(key, same ?? member);
    cls.attributes.map.set(key, same ?? member);
  }
  return cls;
}

function resolveAuto(
  py: Interpreter,
  cls: PyClass,
  name: string,
  value: Value,
  before: readonly Value[],
): Value {
  if (value instanceof AutoValue) return (value.resolved ??= automatic(py, cls, name, before));
  if (value instanceof AutoCombination) {
    const part = (operand: Value) => resolveAuto(py, cls, name, operand, before);
    return py.binary(value.operator, part(value.left), part(value.right));
  }
  if (value instanceof PyTuple && value.items.some(item => item instanceof AutoValue)) {
    return new PyTuple(
      value.items.map(item => (item instanceof AutoValue ? automatic(py, cls, name, before) : item)),
    );
  }
  return value;
}

/** `Color(value)`. */
export function byValue(py: Interpreter, cls: PyClass, value: Value): Value {
  if (classOf(value) === cls) return value;
  for (const member of members(cls).values()) if (py.equal(memberValue(member), value)) return member;
  const missing = cls.lookup('_missing_');
  if (missing instanceof ClassMethod) {
    const found = py.call(new BoundMethod(cls, missing.func), [value]);
    if (found !== null) return found;
  }
  const integer = integerOrNull(value);
  if (cls.isSubclassOf(flagClass) && integer !== null) return composite(py, cls, BigInt(integer));
  throw raise(ValueError, `${py.repr(value)} is not a valid ${cls.qualifiedName}`);
}

function invalidBits(cls: PyClass, bits: bigint, all: bigint): string {
  const size = Math.max(bits.toString(2).replace('-', '').length, all.toString(2).length);
  const shown = (value: bigint) =>
    value < 0n
      ? `0b1 ${((1n << BigInt(size)) + value).toString(2).padStart(size, '0')}`
      : `0b0 ${value.toString(2).padStart(size, '0')}`;
  return `<flag '${cls.qualifiedName}'> invalid value ${bits}\n    given ${shown(bits)}\n  allowed ${shown(all)}`;
}

/** A flag of several bits. */
export function composite(py: Interpreter, cls: PyClass, bits: bigint): Value {
  const all = [...members(cls).values()].reduce(
    (sum, member) => sum | BigInt(integerOrNull(memberValue(member)) ?? 0),
    0n,
  );
  const value = bits < 0n ? all & bits : bits;
  for (const member of members(cls).values())
    if (BigInt(integerOrNull(memberValue(member)) ?? -1) === value) return member;
  if ((value & ~all) !== 0n) {
    const boundary = boundaryOf(cls);
    if (boundary === 'conform') return composite(py, cls, value & all);
    if (boundary === 'eject') return normalizeInt(value);
    if (boundary === 'strict') throw raise(ValueError, invalidBits(cls, bits, all));
  }
  const names = distinct(cls)
    .filter(member => (BigInt(integerOrNull(memberValue(member))!) & value) !== 0n)
    .map(member => String(memberName(member)));
  const unnamed = value & ~all;
  if (unnamed !== 0n && names.length > 0) names.push(String(unnamed));
  const member = makeMember(py, cls, names.join('|'), Number(value));
  if (names.length === 0) member.attributes!.map.set('_name_', null);
  return member;
}

/** `Enum('Color', 'RED GREEN')`. */
export function functional(py: Interpreter, cls: PyClass, args: readonly Value[], keywords: PyDict): Value {
  const [name, names] = args;
  const text = stringOrNull(names);
  const start = Number(integerOrNull(keywords.getString('start') ?? 1));
  const entries: [string, Value][] =
    text !== null
      ? text
          .split(/[\s,]+/)
          .filter(Boolean)
          .map((item, index) => [item, start + index])
      : names instanceof PyDict
        ? [...names.entries()].map(([key, value]) => [String(key), value])
        : py
            .collect(names)
            .map((item, index) =>
              item instanceof PyTuple
                ? [String(item.items[0]), item.items[1]]
                : [String(item), start + index],
            );
  const namespace = new Map<string, Value>([
    ['__module__', py.frame?.globals.get('__name__') ?? '__main__'],
    ...entries,
  ]);
  return makeEnum(py, cls.cls, stringOf(name, 'name'), [cls], namespace, new PyDict());
}
