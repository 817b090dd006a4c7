/** The enum module. */
import { integerOrNull, stringOf, typeName } from '../../python/builtins/conversions.ts';
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
import { method, type NativeFunction, named, native, property } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { classOf, intClass, objectClass, strClass, typeClass } from '../../python/types.ts';
import { NOT_IMPLEMENTED, PyTuple, type Value } from '../../python/values.ts';
import { autoClass } from './enumAuto.ts';
import { byValue, composite, functional, makeEnum, restoreText } from './enumMaking.ts';
import { distinct, Marked, memberName, members, memberValue } from './enumMembers.ts';
import { CHECKING } from './enumSource.ts';

const MODULE = { module: 'enum' };

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

export const enumClass: PyClass = enumeration(
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
export const reprEnumClass = enumeration('ReprEnum', [enumClass]);
const intEnumClass = enumeration('IntEnum', [intClass, reprEnumClass]);
export const strEnumClass = enumeration('StrEnum', [strClass, reprEnumClass]);

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

export const flagClass: PyClass = enumeration('Flag', [enumClass], flagAttributes);
export const intFlagClass = enumeration(
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
