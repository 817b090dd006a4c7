/** dict_keys, dict_values and dict_items. */
import { PyClass } from '../classes.ts';
import { type PyDict, PySet } from '../collections.ts';
import { RuntimeError, raise } from '../errors.ts';
import { method, type NativeFunction, named, type PyIterator, property } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { objectClass } from '../types.ts';
import { NOT_IMPLEMENTED, PyObject, PyTuple, type Value } from '../values.ts';
import { knownDict } from './conversions.ts';
import { iteratorNamed } from './iterators.ts';
import { sameItem } from './sequence.ts';

type ViewKind = 'keys' | 'values' | 'items';

/** A live view of a dict. */
export class DictView extends PyObject {
  cls: PyClass;
  readonly dict: PyDict;
  readonly kind: ViewKind;
  constructor(dict: PyDict, kind: ViewKind) {
    super();
    this.dict = dict;
    this.kind = kind;
    this.cls = viewClasses[kind];
  }

  /** What the view shows now. */
  *values(): IterableIterator<Value> {
    for (const [key, value] of knownDict(this.dict).entries()) {
      yield this.kind === 'keys' ? key : this.kind === 'values' ? value : new PyTuple([key, value]);
    }
  }
}

/** Iterates over a dict and notices changes of its size. */
export function dictIterator(dict: PyDict, kind: ViewKind, reversed = false): PyIterator {
  const size = knownDict(dict).size;
  const view = new DictView(dict, kind);
  const values = reversed ? [...view.values()].reverse()[Symbol.iterator]() : view.values();
  const singular = { keys: 'key', values: 'value', items: 'item' }[kind];
  return iteratorNamed(`dict_${reversed ? 'reverse' : ''}${singular}iterator`, () => {
    if (knownDict(dict).size !== size) throw raise(RuntimeError, 'dictionary changed size during iteration');
    const step = values.next();
    return step.done ? undefined : step.value;
  });
}

const self = (value: Value): DictView => value as DictView;

function contains(py: Interpreter, view: DictView, item: Value): boolean {
  if (view.kind === 'keys') return knownDict(view.dict).has(item, py.keyRules);
  if (view.kind === 'items') {
    if (!(item instanceof PyTuple) || item.items.length !== 2) return false;
    const value = knownDict(view.dict).get(item.items[0], py.keyRules);
    return value !== undefined && sameItem(py, value, item.items[1]);
  }
  for (const value of view.values()) if (sameItem(py, value, item)) return true;
  return false;
}

function setOf(py: Interpreter, values: Iterable<Value>): PySet {
  const set = new PySet();
  for (const value of values) set.add(value, py.keyRules);
  return set;
}

/** Set operators of keys and items. */
function setOperator(name: string): NativeFunction[] {
  return [`__${name}__`, `__r${name}__`].map((dunder, index) =>
    method(`${dunder}(self, other, /)`, ([view, other], py) => {
      const mine = setOf(py, self(view).values());
      const theirs = setOf(py, py.collect(other));
      const operands = index === 0 ? [mine, theirs] : [theirs, mine];
      return py.callMethod(operands[0], `__${name}__`, [operands[1]]);
    }),
  );
}

function comparison(name: string): NativeFunction {
  return method(`${name}(self, other, /)`, ([view, other], py) => {
    const mine = setOf(py, self(view).values());
    if (!(other instanceof PySet) && !(other instanceof DictView && other.kind !== 'values'))
      return NOT_IMPLEMENTED;
    const theirs = other instanceof PySet ? other : setOf(py, other.values());
    return py.callMethod(mine, name, [theirs]);
  });
}

function common(kind: ViewKind): [string, Value][] {
  return [
    ...named(
      method('__len__(self, /)', ([view]) => knownDict(self(view).dict).size),
      method('__iter__(self, /)', ([view]) => dictIterator(self(view).dict, kind)),
      method('__reversed__(self, /)', ([view]) => dictIterator(self(view).dict, kind, true)),
      method('__contains__(self, key, /)', ([view, item], py) => contains(py, self(view), item)),
      method(
        '__repr__(self, /)',
        ([view], py) => `dict_${kind}([${[...self(view).values()].map(value => py.repr(value)).join(', ')}])`,
      ),
    ),
    property('mapping', view => self(view).dict),
  ];
}

function setLike(kind: ViewKind): [string, Value][] {
  return [
    ...common(kind),
    ...named(
      ...['and', 'or', 'sub', 'xor'].flatMap(setOperator),
      ...['__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__'].map(comparison),
      method('isdisjoint(self, other, /)', ([view, other], py) =>
        py.collect(other).every(item => !contains(py, self(view), item)),
      ),
    ),
    ['__hash__', null],
  ];
}

const viewClasses: Readonly<Record<ViewKind, PyClass>> = {
  keys: new PyClass('dict_keys', [objectClass], setLike('keys'), { subclassable: false }),
  values: new PyClass('dict_values', [objectClass], common('values'), { subclassable: false }),
  items: new PyClass('dict_items', [objectClass], setLike('items'), { subclassable: false }),
};
