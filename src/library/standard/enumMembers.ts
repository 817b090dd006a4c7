/** What an enumeration's members are: which names are members, their values, and the rules of flags. */
import { integerOrNull } from '../../python/builtins/conversions.ts';
import { PyClass } from '../../python/classes.ts';
import { PyFunction } from '../../python/evaluate/function.ts';
import { ClassMethod, NativeFunction, PyProperty, StaticMethod } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { objectClass } from '../../python/types.ts';
import { PyInstance, PyList, PyObject, type Value } from '../../python/values.ts';
import { flagClass, intFlagClass, strEnumClass } from './enum.ts';

/** The members of an enumeration, by name, aliases included. */
export const membersOf = new WeakMap<PyClass, Map<string, PyObject>>();

export const members = (cls: PyClass): Map<string, PyObject> => membersOf.get(cls) ?? new Map();

/** The members without aliases. */
export function distinct(cls: PyClass): PyObject[] {
  const canonical = [...members(cls)]
    .filter(([name, member]) => memberName(member) === name)
    .map(([, member]) => member);
  if (!cls.isSubclassOf(flagClass)) return canonical;
  return canonical.filter(member => {
    const value = BigInt(integerOrNull(memberValue(member)) ?? 0);
    return value > 0n && (value & (value - 1n)) === 0n;
  });
}

export const memberValue = (member: Value): Value =>
  (member as PyObject).attributes!.map.get('_value_') ?? null;
export const memberName = (member: Value): Value =>
  (member as PyObject).attributes!.map.get('_name_') ?? null;

/** `member(value)` and `nonmember(value)`: what a value is, whatever it looks like. */
export class Marked extends PyInstance {
  readonly value: Value;
  readonly isMember: boolean;
  constructor(value: Value, isMember: boolean) {
    super(isMember ? memberMark : nonmemberMark);
    this.value = value;
    this.isMember = isMember;
  }
}
const memberMark = new PyClass('member', [objectClass], [], { module: 'enum' });
const nonmemberMark = new PyClass('nonmember', [objectClass], [], { module: 'enum' });

/** What a Flag does with bits that none of its members has. */
export const boundaries = new WeakMap<PyClass, string>();

export function boundaryOf(cls: PyClass): string {
  const own = cls.mro.find(base => boundaries.has(base));
  return (own && boundaries.get(own)) ?? (cls.isSubclassOf(intFlagClass) ? 'keep' : 'strict');
}

export function isMemberValue(name: string, value: Value): boolean {
  if (value instanceof Marked) return value.isMember;
  if (name.startsWith('__') || /^_[a-z_]+_$/.test(name)) return false;
  if (value instanceof PyFunction || value instanceof NativeFunction || value instanceof PyProperty)
    return false;
  if (value instanceof ClassMethod || value instanceof StaticMethod) return false;
  return !(value instanceof PyObject && value.cls.lookup('__get__') !== undefined);
}

/** What `auto()` stands for after the values before it. */
export function automatic(py: Interpreter, cls: PyClass, name: string, before: readonly Value[]): Value {
  const custom = cls.lookup('_generate_next_value_');
  if (custom !== undefined) {
    const func = custom instanceof StaticMethod ? custom.func : custom;
    return py.call(func, [name, 1, before.length, new PyList([...before])]);
  }
  if (cls.isSubclassOf(flagClass)) {
    const highest = before.reduce<bigint>((most, value) => {
      const integer = BigInt(integerOrNull(value) ?? 0);
      return integer > most ? integer : most;
    }, 0n);
    return highest === 0n ? 1 : Number(1n << BigInt(highest.toString(2).length));
  }
  if (cls.isSubclassOf(strEnumClass)) return name.toLowerCase();
  const numbers = before.filter(value => integerOrNull(value) !== null);
  return numbers.length === 0 ? 1 : py.binary('Add', highestOf(py, numbers), 1);
}

function highestOf(py: Interpreter, numbers: readonly Value[]): Value {
  return numbers.reduce((most, value) => (py.truth(py.compare('Gt', value, most)) ? value : most));
}
