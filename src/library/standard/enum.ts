/** The enum module. */

import { integerOrNull, stringOf, stringOrNull, typeName } from '../../python/builtins/conversions.ts';
import { hashText } from '../../python/builtins/hashes.ts';
import { overArray } from '../../python/builtins/iterators.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import {
  AttributeError,
  KeyError,
  makeException,
  TypeError as PyTypeError,
  PythonError,
  raise,
  ValueError,
} from '../../python/errors.ts';
import { buildClass } from '../../python/evaluate/classDefinition.ts';
import { PyFunction } from '../../python/evaluate/function.ts';
import {
  BoundMethod,
  ClassMethod,
  method,
  NativeFunction,
  named,
  native,
  PyProperty,
  property,
  StaticMethod,
} from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import type { BinaryOperator } from '../../python/operations/operators.ts';
import { classOf, floatClass, intClass, objectClass, strClass, typeClass } from '../../python/types.ts';
import {
  NOT_IMPLEMENTED,
  normalizeInt,
  PyBoxed,
  PyFloat,
  PyInstance,
  PyList,
  PyObject,
  PyTuple,
  type Value,
} from '../../python/values.ts';
import { CHECKING } from './enumSource.ts';

const MODULE = { module: 'enum' };

/** `auto()`. */
class AutoValue extends PyObject {
  cls: PyClass = autoClass;
  /** Its value, once the member that it was assigned to is made. */
  resolved: Value | undefined = undefined;
}

/** `READ | WRITE` in the body of a flag, where both are still `auto()`. */
class AutoCombination extends PyObject {
  cls: PyClass = autoClass;
  readonly operator: BinaryOperator;
  readonly left: Value;
  readonly right: Value;
  constructor(operator: BinaryOperator, left: Value, right: Value) {
    super();
    this.operator = operator;
    this.left = left;
    this.right = right;
  }
}

const combinations = (
  [
    ['or', 'BitOr'],
    ['and', 'BitAnd'],
    ['xor', 'BitXor'],
  ] as const
).flatMap(([name, operator]) => [
  method(`__${name}__(self, value, /)`, ([self, value]) => new AutoCombination(operator, self, value)),
  method(`__r${name}__(self, value, /)`, ([self, value]) => new AutoCombination(operator, value, self)),
]);

const autoClass = new PyClass(
  'auto',
  [objectClass],
  named(
    native('__new__(cls)', () => new AutoValue()),
    ...combinations,
  ),
  MODULE,
);

/** The members of an enumeration, by name, aliases included. */
const membersOf = new WeakMap<PyClass, Map<string, PyObject>>();

const members = (cls: PyClass): Map<string, PyObject> => membersOf.get(cls) ?? new Map();

/** The members without aliases. */
function distinct(cls: PyClass): PyObject[] {
  const canonical = [...members(cls)]
    .filter(([name, member]) => memberName(member) === name)
    .map(([, member]) => member);
  if (!cls.isSubclassOf(flagClass)) return canonical;
  return canonical.filter(member => {
    const value = BigInt(integerOrNull(memberValue(member)) ?? 0);
    return value > 0n && (value & (value - 1n)) === 0n;
  });
}

const memberValue = (member: Value): Value => (member as PyObject).attributes!.map.get('_value_') ?? null;
const memberName = (member: Value): Value => (member as PyObject).attributes!.map.get('_name_') ?? null;

/** `member(value)` and `nonmember(value)`: what a value is, whatever it looks like. */
class Marked extends PyInstance {
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
const boundaries = new WeakMap<PyClass, string>();

function boundaryOf(cls: PyClass): string {
  const own = cls.mro.find(base => boundaries.has(base));
  return (own && boundaries.get(own)) ?? (cls.isSubclassOf(intFlagClass) ? 'keep' : 'strict');
}

function isMemberValue(name: string, value: Value): boolean {
  if (value instanceof Marked) return value.isMember;
  if (name.startsWith('__') || /^_[a-z_]+_$/.test(name)) return false;
  if (value instanceof PyFunction || value instanceof NativeFunction || value instanceof PyProperty)
    return false;
  if (value instanceof ClassMethod || value instanceof StaticMethod) return false;
  return !(value instanceof PyObject && value.cls.lookup('__get__') !== undefined);
}

/** What `auto()` stands for after the values before it. */
function automatic(py: Interpreter, cls: PyClass, name: string, before: readonly Value[]): Value {
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
function restoreText(cls: PyClass, namespace: ReadonlyMap<string, Value>): void {
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

function makeEnum(
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
function byValue(py: Interpreter, cls: PyClass, value: Value): Value {
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
function composite(py: Interpreter, cls: PyClass, bits: bigint): Value {
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
function functional(py: Interpreter, cls: PyClass, args: readonly Value[], keywords: PyDict): Value {
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

const enumMeta: PyClass = new PyClass(
  'EnumType',
  [typeClass],
  [
    ...named(
      native(
        '__new__(metacls, name, bases, namespace, **kwargs)',
        ([metaclass, name, bases, namespace, keywords], py) => {
          const entries = new Map(
            [...(namespace as PyDict).entries()].map(([key, value]) => [key as string, value]),
          );
          return makeEnum(
            py,
            metaclass,
            stringOf(name, 'name'),
            (bases as PyTuple).items,
            entries,
            keywords as PyDict,
          );
        },
      ),
      method('__init__(cls, *args, **kwargs)', () => null),
      method('__call__(cls, *args, **kwargs)', ([cls, args, keywords], py) => {
        const given = (args as PyTuple).items;
        if (members(cls as PyClass).size === 0 && given.length >= 2)
          return functional(py, cls as PyClass, given, keywords as PyDict);
        return byValue(py, cls as PyClass, given.length === 1 ? given[0] : new PyTuple(given));
      }),
      method('__getitem__(cls, name)', ([cls, name]) => {
        const member = typeof name === 'string' ? members(cls as PyClass).get(name) : undefined;
        if (member === undefined) throw new PythonError(makeException(KeyError, name));
        return member;
      }),
      method('__iter__(cls)', ([cls]) => overArray('generator', distinct(cls as PyClass))),
      method('__reversed__(cls)', ([cls]) => overArray('generator', distinct(cls as PyClass).reverse())),
      method('__getattr__(cls, name)', ([, name]) => {
        throw raise(AttributeError, String(name));
      }),
      method('__len__(cls)', ([cls]) => distinct(cls as PyClass).length),
      method('__bool__(cls)', () => true),
      method('__contains__(cls, member)', ([cls, member], py) => {
        if (classOf(member).cls.isSubclassOf(enumMeta)) return classOf(member).isSubclassOf(cls as PyClass);
        throw raise(
          PyTypeError,
          `unsupported operand type(s) for 'in': '${typeName(member)}' and '${py.str((cls as PyClass).cls.name)}'`,
        );
      }),
      method('__repr__(cls)', ([cls]) => {
        const { qualifiedName } = cls as PyClass;
        return `<${(cls as PyClass).isSubclassOf(flagClass) ? 'flag' : 'enum'} '${qualifiedName}'>`;
      }),
    ),
    property('__members__', cls => PyDict.fromStrings(members(cls as PyClass))),
  ],
  MODULE,
);

function enumeration(name: string, bases: readonly PyClass[], attributes: [string, Value][] = []): PyClass {
  const cls = new PyClass(name, bases, attributes, MODULE);
  cls.cls = enumMeta;
  return cls;
}

const enumClass: PyClass = enumeration(
  'Enum',
  [objectClass],
  [
    ...named(
      method(
        '__repr__(self)',
        ([self], py) => `<${classOf(self).name}.${String(memberName(self))}: ${py.repr(memberValue(self))}>`,
      ),
      method('__str__(self)', ([self]) => `${classOf(self).name}.${String(memberName(self))}`),
      method('__format__(self, format_spec)', ([self, specification], py) =>
        py.callMethod(py.str(self), '__format__', [specification]),
      ),
      method('__hash__(self)', ([self]) => hashText(String(memberName(self)))),
      method('__eq__(self, other)', ([self, other]) => (self === other ? true : NOT_IMPLEMENTED)),
      method(
        '__reduce_ex__(self, protocol)',
        ([self]) => new PyTuple([classOf(self), new PyTuple([memberValue(self)])]),
      ),
      method('__copy__(self)', ([self]) => self),
      method('__deepcopy__(self, memo)', ([self]) => self),
    ),
    property('name', memberName),
    property('value', memberValue),
  ],
);
const reprEnumClass = enumeration('ReprEnum', [enumClass]);
const intEnumClass = enumeration('IntEnum', [intClass, reprEnumClass]);
const strEnumClass = enumeration('StrEnum', [strClass, reprEnumClass]);

type BitOperation = (a: bigint, b: bigint) => bigint;

function flagOperator(name: string, combine: BitOperation): NativeFunction[] {
  return [`__${name}__`, `__r${name}__`].map(dunder =>
    method(`${dunder}(self, other)`, ([self, other], py) => {
      const cls = classOf(self);
      const right = classOf(other) === cls ? memberValue(other) : cls.isSubclassOf(intClass) ? other : null;
      const integer = right === null ? null : integerOrNull(right);
      if (integer === null) return NOT_IMPLEMENTED;
      return composite(py, cls, combine(BigInt(integerOrNull(memberValue(self))!), BigInt(integer)));
    }),
  );
}

const flagAttributes = named(
  ...flagOperator('or', (a, b) => a | b),
  ...flagOperator('and', (a, b) => a & b),
  ...flagOperator('xor', (a, b) => a ^ b),
  method('__invert__(self)', ([self], py) =>
    composite(py, classOf(self), ~BigInt(integerOrNull(memberValue(self))!)),
  ),
  method('__bool__(self)', ([self]) => integerOrNull(memberValue(self)) !== 0),
  method('__contains__(self, other)', ([self, other]) => {
    const [mine, theirs] = [self, other].map(item => BigInt(integerOrNull(memberValue(item)) ?? 0));
    return (mine & theirs) === theirs;
  }),
  method('__iter__(self)', ([self]) => {
    const value = BigInt(integerOrNull(memberValue(self))!);
    return overArray(
      'generator',
      distinct(classOf(self)).filter(member => (BigInt(integerOrNull(memberValue(member))!) & value) !== 0n),
    );
  }),
  method('__repr__(self)', ([self], py) => {
    const name = memberName(self);
    return `<${classOf(self).name}${name === null ? '' : `.${String(name)}`}: ${py.repr(memberValue(self))}>`;
  }),
  method('__str__(self)', ([self], py) => {
    const name = memberName(self);
    return name === null
      ? `${classOf(self).name}(${py.repr(memberValue(self))})`
      : `${classOf(self).name}.${String(name)}`;
  }),
);

const flagClass: PyClass = enumeration('Flag', [enumClass], flagAttributes);
const intFlagClass = enumeration(
  'IntFlag',
  [intClass, reprEnumClass, flagClass],
  flagAttributes.filter(([name]) => name !== '__str__'),
);

for (const cls of [intEnumClass, strEnumClass, intFlagClass]) restoreText(cls, new Map());
intFlagClass.attributes.map.set('__repr__', flagClass.lookup('__repr__')!);

const unique = native('unique(enumeration)', ([cls], py) => {
  const aliases = [...members(cls as PyClass)].filter(([name, member]) => memberName(member) !== name);
  if (aliases.length > 0) {
    const shown = aliases.map(([alias, member]) => `${alias} -> ${String(memberName(member))}`).join(', ');
    throw raise(ValueError, `duplicate values found in ${py.repr(cls)}: ${shown}`);
  }
  return cls;
});

export const module: LibraryModule = {
  name: 'enum',
  entries: () => [
    ...[enumClass, intEnumClass, strEnumClass, flagClass, intFlagClass, reprEnumClass, autoClass].map(
      (cls): [string, Value] => [cls.name, cls],
    ),
    ['EnumMeta', enumMeta],
    ['EnumType', enumMeta],
    ['unique', unique],
    ...named(
      native('member(value)', ([value]) => new Marked(value, true)),
      native('nonmember(value)', ([value]) => new Marked(value, false)),
    ),
  ],
  source: CHECKING,
};
