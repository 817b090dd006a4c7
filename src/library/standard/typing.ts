/** The typing module: everything may be subscripted and called, and nothing is checked. */

import { stringOf } from '../../python/builtins/conversions.ts';
import { GenericAlias, UnionType } from '../../python/builtins/union.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import { ClassMethod, method, named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import {
  dictClass,
  frozensetClass,
  listClass,
  objectClass,
  setClass,
  tupleClass,
  typeClass,
} from '../../python/types.ts';
import { PyObject, PyTuple, type Value } from '../../python/values.ts';
import { protocolClasses } from './abc.ts';
import { namedTuple } from './namedTuples.ts';

/** A special form such as `Any` or `Optional`. */
class SpecialForm extends PyObject {
  cls: PyClass = formClass;
  readonly name: string;
  readonly parameters: readonly Value[];
  constructor(name: string, parameters: readonly Value[] = []) {
    super();
    this.name = name;
    this.parameters = parameters;
  }
}

const formClass: PyClass = new PyClass(
  '_SpecialForm',
  [objectClass],
  named(
    method('__getitem__(self, key)', ([self, key]) => {
      const form = self as SpecialForm;
      const parameters = key instanceof PyTuple ? key.items : [key];
      return new SpecialForm(form.name, parameters);
    }),
    method('__call__(self, *args, **kwargs)', ([self]) => self),
    method('__or__(self, other)', ([self, other]) => new UnionType([self, other])),
    method('__ror__(self, other)', ([self, other]) => new UnionType([other, self])),
    method('__repr__(self)', ([self], py) => {
      const { name, parameters } = self as SpecialForm;
      const shown = parameters.map(item =>
        item instanceof PyClass ? item.qualifiedName : item === null ? 'None' : py.repr(item),
      );
      return `typing.${name}${parameters.length === 0 ? '' : `[${shown.join(', ')}]`}`;
    }),
    method('__eq__(self, other)', ([self, other], py) => {
      const form = self as SpecialForm;
      return (
        other instanceof SpecialForm &&
        form.name === other.name &&
        py.equal(new PyTuple(form.parameters), new PyTuple(other.parameters))
      );
    }),
    method('__hash__(self)', ([self]) => (self as SpecialForm).name.length),
  ),
  { module: 'typing', subclassable: false },
);

const FORMS =
  'Any Optional Union Callable Type ClassVar Final Literal Annotated NoReturn Never Self TypeAlias Concatenate TypeGuard Unpack Required NotRequired LiteralString AnyStr Text'.split(
    ' ',
  );

const ALIASES: readonly (readonly [string, PyClass])[] = [
  ['List', listClass],
  ['Dict', dictClass],
  ['Tuple', tupleClass],
  ['Set', setClass],
  ['FrozenSet', frozensetClass],
];

const genericClass = new PyClass(
  'Generic',
  [objectClass],
  [['__class_getitem__', new ClassMethod(native('__class_getitem__(cls, key)', ([cls]) => cls))]],
  { module: 'typing' },
) as PyClass;
const protocolClass: PyClass = new PyClass(
  'Protocol',
  [objectClass],
  [['__class_getitem__', new ClassMethod(native('__class_getitem__(cls, key)', ([cls]) => cls))]],
  { module: 'typing' },
);

/** The metaclass that turns `class Point(NamedTuple)` into a named tuple. */
const namedTupleMeta: PyClass = new PyClass(
  'NamedTupleMeta',
  [typeClass],
  named(
    native('__new__(cls, name, bases, namespace, **kwargs)', ([, name, bases, namespace], py) => {
      const text = stringOf(name, 'name');
      const members = namespace as PyDict;
      const annotations = members.getString('__annotations__');
      const fields = annotations instanceof PyDict ? [...annotations.keys()].map(String) : [];
      const defaults = fields.map(field => members.getString(field)).filter(value => value !== undefined);
      const module = members.getString('__module__');
      const base = namedTuple(text, fields, typeof module === 'string' ? module : '__main__', defaults);
      const rest = [...members.entries()].filter(
        ([key]) => !fields.includes(key as string) && !['__qualname__', '__module__'].includes(key as string),
      );
      for (const [key, value] of rest) base.attributes.map.set(key as string, value);
      void bases;
      void py;
      return base;
    }),
  ),
  { module: 'typing' },
);
const namedTupleClass = new PyClass('NamedTuple', [objectClass], [], { module: 'typing' });
namedTupleClass.cls = namedTupleMeta;
const typedDictClass = new PyClass('TypedDict', [dictClass], [], { module: 'typing' });

const identity = (signature: string) => native(signature, ([value]: readonly Value[]) => value);

export const module: LibraryModule = {
  name: 'typing',
  aliases: ['typing_extensions'],
  entries: py => [
    ...FORMS.map((name): [string, Value] => [name, new SpecialForm(name)]),
    ...protocolClasses(py).filter(([name]) => name !== 'Callable' && name !== 'Set'),
    ...ALIASES.map(([name, cls]): [string, Value] => [name, new GenericAliasFactory(name, cls)]),
    ['DefaultDict', new SpecialForm('DefaultDict')],
    ['OrderedDict', new SpecialForm('OrderedDict')],
    ['Counter', new SpecialForm('Counter')],
    ['Deque', new SpecialForm('Deque')],
    ['IO', new SpecialForm('IO')],
    ['TextIO', new SpecialForm('TextIO')],
    ['BinaryIO', new SpecialForm('BinaryIO')],
    ['Pattern', new SpecialForm('Pattern')],
    ['Match', new SpecialForm('Match')],
    ['AbstractSet', new SpecialForm('AbstractSet')],
    ['Generic', genericClass],
    ['Protocol', protocolClass],
    ['NamedTuple', namedTupleClass],
    ['TypedDict', typedDictClass],
    ['SupportsFloat', new SpecialForm('SupportsFloat')],
    ['SupportsInt', new SpecialForm('SupportsInt')],
    ['TYPE_CHECKING', false],
    ...named(
      native(
        'TypeVar(name, *constraints, bound=None, covariant=False, contravariant=False)',
        ([name]) => new SpecialForm(stringOf(name, 'name')),
      ),
      native('ParamSpec(name)', ([name]) => new SpecialForm(stringOf(name, 'name'))),
      native('NewType(name, tp)', ([name, base], py) => {
        void base;
        void py;
        return native(`${stringOf(name, 'name')}(value)`, ([value]) => value);
      }),
      native('cast(typ, val)', ([, value]) => value),
      native(
        'get_type_hints(obj, globalns=None, localns=None, include_extras=False)',
        ([object], py) => py.getAttributeOrUndefined(object, '__annotations__') ?? new PyDict(),
      ),
      native('get_origin(tp)', ([type]) => (type instanceof GenericAlias ? type.origin : null)),
      native(
        'get_args(tp)',
        ([type]) =>
          new PyTuple(
            type instanceof GenericAlias ? type.parameters : type instanceof UnionType ? type.members : [],
          ),
      ),
      identity('overload(func)'),
      identity('final(f)'),
      identity('no_type_check(arg)'),
      identity('runtime_checkable(cls)'),
      identity('override(f)'),
      identity('assert_type(val, typ=None)'),
      identity('reveal_type(obj)'),
    ),
  ],
};

/** `List`, `Dict`…: subscripted like the class they stand for. */
class GenericAliasFactory extends SpecialForm {
  readonly origin: PyClass;
  constructor(name: string, origin: PyClass) {
    super(name);
    this.origin = origin;
  }
}
