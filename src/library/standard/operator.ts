/** The operator module. */

import { integerOf, stringOf } from '../../python/builtins/conversions.ts';
import { countItems, findItem } from '../../python/builtins/sequence.ts';
import { PyClass } from '../../python/classes.ts';
import type { PyDict } from '../../python/collections.ts';
import { method, type NativeFunction, named, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import type { BinaryOperator, CompareOperator } from '../../python/operations/operators.ts';
import { classOf, objectClass } from '../../python/types.ts';
import { PyObject, PyTuple, type Value } from '../../python/values.ts';

const BINARY: readonly (readonly [string, BinaryOperator])[] = [
  ['add', 'Add'],
  ['sub', 'Sub'],
  ['mul', 'Mult'],
  ['matmul', 'MatMult'],
  ['truediv', 'Div'],
  ['floordiv', 'FloorDiv'],
  ['mod', 'Mod'],
  ['pow', 'Pow'],
  ['lshift', 'LShift'],
  ['rshift', 'RShift'],
  ['and_', 'BitAnd'],
  ['or_', 'BitOr'],
  ['xor', 'BitXor'],
  ['concat', 'Add'],
];

const COMPARISON: readonly (readonly [string, CompareOperator])[] = [
  ['lt', 'Lt'],
  ['le', 'LtE'],
  ['eq', 'Eq'],
  ['ne', 'NotEq'],
  ['gt', 'Gt'],
  ['ge', 'GtE'],
];

/** `itemgetter(…)`, `attrgetter(…)` and `methodcaller(…)`: callables that remember what to fetch. */
class Getter extends PyObject {
  cls: PyClass;
  readonly fetch: (object: Value, py: Interpreter) => Value;
  readonly shown: (py: Interpreter) => string;
  constructor(
    cls: PyClass,
    fetch: (object: Value, py: Interpreter) => Value,
    shown: (py: Interpreter) => string,
  ) {
    super();
    this.cls = cls;
    this.fetch = fetch;
    this.shown = shown;
  }
}

function getterClass(
  signature: string,
  make: (cls: PyClass, args: readonly Value[], py: Interpreter) => Getter,
): PyClass {
  const name = signature.slice(0, signature.indexOf('('));
  return new PyClass(
    name,
    [objectClass],
    named(
      native(signature.replace(name, '__new__').replace('(', '(cls, '), ([cls, ...args], py) =>
        make(cls as PyClass, args, py),
      ),
      method('__call__(self, obj, /)', ([self, object], py) => (self as Getter).fetch(object, py)),
      method('__repr__(self)', ([self], py) => (self as Getter).shown(py)),
    ),
    { module: 'operator' },
  );
}

const dotted = (object: Value, path: string, py: Interpreter): Value =>
  path.split('.').reduce((value, name) => py.getAttribute(value, name), object);

const list = (py: Interpreter, values: readonly Value[]) => values.map(value => py.repr(value)).join(', ');

const getters: readonly PyClass[] = [
  getterClass('itemgetter(item, *items)', (cls, [item, items]) => {
    const all = [item, ...(items as PyTuple).items];
    return new Getter(
      cls,
      (object, py) =>
        all.length === 1 ? py.getItem(object, item) : new PyTuple(all.map(key => py.getItem(object, key))),
      py => `operator.itemgetter(${list(py, all)})`,
    );
  }),
  getterClass('attrgetter(attr, *attrs)', (cls, [attr, attrs]) => {
    const all = [attr, ...(attrs as PyTuple).items].map(value => stringOf(value, 'attribute name'));
    return new Getter(
      cls,
      (object, py) =>
        all.length === 1
          ? dotted(object, all[0], py)
          : new PyTuple(all.map(path => dotted(object, path, py))),
      py => `operator.attrgetter(${list(py, all)})`,
    );
  }),
  getterClass('methodcaller(name, /, *args, **kwargs)', (cls, [name, args, keywords]) => {
    const text = stringOf(name, 'method name');
    const given = (args as PyTuple).items;
    return new Getter(
      cls,
      (object, py) => py.callMethod(object, text, given, keywords as PyDict),
      py => `operator.methodcaller(${list(py, [text, ...given])})`,
    );
  }),
];

const functions: NativeFunction[] = [
  ...BINARY.map(([name, operator]) => native(`${name}(a, b, /)`, ([a, b], py) => py.binary(operator, a, b))),
  ...BINARY.map(([name, operator]) =>
    native(`i${name.replace('_', '')}(a, b, /)`, ([a, b], py) => {
      const inPlace = classOf(a).lookup(`__i${name.replace('_', '')}__`);
      return inPlace === undefined ? py.binary(operator, a, b) : py.call(inPlace, [a, b]);
    }),
  ),
  ...COMPARISON.map(([name, operator]) =>
    native(`${name}(a, b, /)`, ([a, b], py) => py.compare(operator, a, b)),
  ),
  ...(
    [
      ['neg', '__neg__'],
      ['pos', '__pos__'],
      ['abs', '__abs__'],
      ['inv', '__invert__'],
      ['invert', '__invert__'],
    ] as const
  ).map(([name, dunder]) => native(`${name}(a, /)`, ([a], py) => py.callMethod(a, dunder))),
  native('not_(a, /)', ([a], py) => !py.truth(a)),
  native('truth(a, /)', ([a], py) => py.truth(a)),
  native('is_(a, b, /)', ([a, b]) => a === b),
  native('is_not(a, b, /)', ([a, b]) => a !== b),
  native('index(a, /)', ([a], py) => integerOf(py, a)),
  native('contains(a, b, /)', ([a, b], py) => py.contains(a, b)),
  native('getitem(a, b, /)', ([a, b], py) => py.getItem(a, b)),
  native('setitem(a, b, c, /)', ([a, b, c], py) => {
    py.setItem(a, b, c);
    return null;
  }),
  native('delitem(a, b, /)', ([a, b], py) => {
    py.deleteItem(a, b);
    return null;
  }),
  native('countOf(a, b, /)', ([a, b], py) => countItems(py, py.collect(a), b)),
  native('indexOf(a, b, /)', ([a, b], py) =>
    findItem(py, py.collect(a), b, null, null, () => 'sequence.index(x): x not in sequence'),
  ),
  native('length_hint(obj, default=0, /)', ([object, fallback], py) =>
    classOf(object).lookup('__len__') === undefined ? fallback : py.length(object),
  ),
];

export const module: LibraryModule = {
  name: 'operator',
  entries: () => [...named(...functions), ...getters.map((cls): [string, Value] => [cls.name, cls])],
};
