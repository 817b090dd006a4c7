/** The typing module: everything may be subscripted and called, and nothing is checked. */

import { stringOf } from '../../python/builtins/conversions.ts';
import { GenericAlias, UnionType } from '../../python/builtins/union.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import { AssertionError, raise } from '../../python/errors.ts';
import { ClassMethod, method, named, native, property } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import {
  dictClass,
  frozensetClass,
  listClass,
  noneClass,
  objectClass,
  setClass,
  tupleClass,
  typeClass,
} from '../../python/types.ts';
import { PyList, PyObject, PyTuple, type Value } from '../../python/values.ts';
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
  'Any Optional Union Callable Type ClassVar Final Literal Annotated NoReturn Never Self TypeAlias Concatenate TypeGuard Unpack Required NotRequired LiteralString AnyStr Text ContextManager AsyncContextManager ChainMap SupportsAbs SupportsBytes SupportsComplex SupportsIndex SupportsRound ForwardRef ParamSpecArgs ParamSpecKwargs ReadOnly TypeIs NoDefault'.split(
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

/** `TypeVar('T')`. */
class TypeVariable extends SpecialForm {
  override cls: PyClass = variableClass;
}

const variableClass: PyClass = new PyClass(
  'TypeVar',
  [formClass],
  [
    property('__name__', self => (self as TypeVariable).name),
    ...named(
      method('__repr__(self)', ([self]) => `~${(self as TypeVariable).name}`),
      method('__eq__(self, other)', ([self, other]) => self === other),
      method('__hash__(self)', ([self]) => (self as TypeVariable).name.length),
    ),
  ],
  { module: 'typing', subclassable: false },
);

/** What a subscripted type is made of: `list` of `List[int]`, `Union` of `Optional[int]`. */
function originOf(py: Interpreter, type: Value): Value {
  if (type instanceof GenericAlias) return type.origin;
  if (!(type instanceof SpecialForm) || type.parameters.length === 0) return null;
  if (type.name === 'Optional') return new SpecialForm('Union');
  const [, cls] = ALIASES.find(([name]) => name === type.name) ?? [];
  if (cls !== undefined) return cls;
  if (type.name === 'Type') return typeClass;
  const abstract =
    type.name === 'Callable' ? protocolClasses(py).find(([name]) => name === 'Callable') : null;
  return abstract?.[1] ?? new SpecialForm(type.name);
}

function argumentsOf(type: Value): readonly Value[] {
  if (type instanceof GenericAlias) return type.parameters;
  if (type instanceof UnionType) return type.members;
  if (!(type instanceof SpecialForm)) return [];
  return type.name === 'Optional' ? [...type.parameters, noneClass] : type.parameters;
}

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
        ([name]) => new TypeVariable(stringOf(name, 'name')),
      ),
      native(
        'ParamSpec(name, *, bound=None, covariant=False, contravariant=False)',
        ([name]) => new TypeVariable(stringOf(name, 'name')),
      ),
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
      native('get_origin(tp)', ([type], py) => originOf(py, type)),
      native('get_args(tp)', ([type]) => new PyTuple(argumentsOf(type))),
      native('TypeVarTuple(name, *, default=None)', ([name]) => new TypeVariable(stringOf(name, 'name'))),
      native('assert_never(arg, /)', ([value], py) => {
        throw raise(AssertionError, `Expected code to be unreachable, but got: ${py.repr(value)}`);
      }),
      native('dataclass_transform(**kwargs)', () => native('decorator(cls)', ([cls]) => cls)),
      native('is_typeddict(tp)', ([type]) => type instanceof PyClass && type.isSubclassOf(typedDictClass)),
      native('get_overloads(func)', () => new PyList([])),
      native('clear_overloads()', () => null),
      native('deprecated(message, *, category=None, stacklevel=1)', () =>
        native('decorator(arg)', ([value]) => value),
      ),
      identity('no_type_check_decorator(decorator)'),
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
