/** `int | None` and subscripted generics such as `list[int]`: types that only annotate. */
import { PyClass } from '../classes.ts';
import { method, named, property } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { objectClass } from '../types.ts';
import { PyObject, PyTuple, type Value } from '../values.ts';

/** `A | B`. */
export class UnionType extends PyObject {
  cls: PyClass;
  readonly members: readonly Value[];
  constructor(members: readonly Value[]) {
    super();
    this.cls = unionClass;
    const flat = members.flatMap(member => (member instanceof UnionType ? member.members : [member]));
    this.members = flat.filter((member, index) => flat.indexOf(member) === index);
  }
}

/** `list[int]`: the class and its parameters. Calling it calls the class. */
export class GenericAlias extends PyObject {
  cls: PyClass;
  readonly origin: Value;
  readonly parameters: readonly Value[];
  constructor(origin: Value, parameters: readonly Value[]) {
    super();
    this.cls = genericAliasClass;
    this.origin = origin;
    this.parameters = parameters;
  }
}

/** How annotations show a type: classes by name, None as None. */
export function annotationText(py: Interpreter, value: Value): string {
  if (value === null) return 'None';
  if (value instanceof PyClass) {
    return value.module === 'builtins' ? value.qualifiedName : `${value.module}.${value.qualifiedName}`;
  }
  return py.repr(value);
}

const unionClass = new PyClass(
  'UnionType',
  [objectClass],
  [
    ...named(
      method('__repr__(self)', ([self], py) =>
        (self as UnionType).members.map(item => annotationText(py, item)).join(' | '),
      ),
      method('__or__(self, other)', ([self, other]) => new UnionType([self, other])),
      method('__ror__(self, other)', ([self, other]) => new UnionType([other, self])),
      method('__eq__(self, other)', ([self, other], py) => {
        if (!(other instanceof UnionType)) return false;
        const mine = (self as UnionType).members;
        return (
          mine.length === other.members.length &&
          mine.every(item => other.members.some(it => py.equal(it, item)))
        );
      }),
    ),
    property('__args__', self => new PyTuple((self as UnionType).members)),
  ],
  { module: 'types', subclassable: false },
);

const genericAliasClass = new PyClass(
  'GenericAlias',
  [objectClass],
  [
    ...named(
      method('__repr__(self)', ([self], py) => {
        const alias = self as GenericAlias;
        return `${annotationText(py, alias.origin)}[${alias.parameters.map(item => annotationText(py, item)).join(', ')}]`;
      }),
      method('__call__(self, *args, **kwargs)', ([self, args, keywords], py) =>
        py.call((self as GenericAlias).origin, (args as PyTuple).items, keywords as never),
      ),
      method('__or__(self, other)', ([self, other]) => new UnionType([self, other])),
      method('__ror__(self, other)', ([self, other]) => new UnionType([other, self])),
      method('__getitem__(self, key)', ([self]) => self),
      method('__eq__(self, other)', ([self, other], py) => {
        const alias = self as GenericAlias;
        return (
          other instanceof GenericAlias &&
          alias.origin === other.origin &&
          alias.parameters.length === other.parameters.length &&
          alias.parameters.every((item, index) => py.equal(item, other.parameters[index]))
        );
      }),
    ),
    property('__origin__', self => (self as GenericAlias).origin),
    property('__args__', self => new PyTuple((self as GenericAlias).parameters)),
  ],
  { module: 'types', subclassable: false },
);
