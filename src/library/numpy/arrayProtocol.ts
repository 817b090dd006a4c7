/** What Python's own functions and statements ask of an array: items, length, iteration, truth, numbers, text. */

import { raise, TypeError, ValueError } from '../../python/errors.ts';
import { method, PyIterator } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyFloat, Unknown, type Value } from '../../python/values.ts';
import { self } from './arrayOperators.ts';
import { elementOf } from './casting.ts';
import { elementAt, toArray } from './conversion.ts';
import { defineMethod } from './definition.ts';
import { kindOf } from './dtypes.ts';
import { gaplessEnds } from './facts.ts';
import { setItem } from './indexAssignment.ts';
import { getItem } from './indexing.ts';
import { type NdArray, requireData } from './ndarray.ts';
import { operation } from './operations.ts';
import { plainElement } from './plainElements.ts';
import { arrayRepr, arrayText } from './printing.ts';
import { printOptions } from './printingFunctions.ts';
import { distinctBefore } from './setFunctions.ts';
import { applyToValues } from './ufuncs.ts';
import { copyArray } from './views.ts';

/** The only element as a plain number, for `int()`, `float()` and the like. */
function single(array: NdArray, what: string, py: Interpreter): Value {
  if (array.size !== 1 && array.size !== null) {
    throw raise(
      TypeError,
      `only ${what === 'index' ? 'integer scalar arrays can be converted to a scalar index' : 'length-1 arrays can be converted to Python scalars'}`,
    );
  }
  const data = requireData(array);
  return plainElement(data.dtype, data.items[data.offset], py);
}

function truthOfArray(array: NdArray): Value {
  const { size } = array;
  if (size !== null && size > 1) {
    throw raise(
      ValueError,
      'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
    );
  }
  if (size === null) throw new NotKnown('how many elements the array has is not known');
  if (size === 0) return false;
  const data = requireData(array);
  return elementOf(elementAt(array, data.offset), 'bool') === 1;
}

function* rows(array: NdArray, py: Interpreter): Generator<Value> {
  if (array.rank === 0) throw raise(TypeError, 'iteration over a 0-d array');
  const [length] = array.shape;
  if (length === null) throw new NotKnown('how many rows the array has is not known');
  for (let i = 0; i < length; i++) yield getItem(array, i, py);
}

/** Each element of an array without known contents once, where every number of a range is there; else null. */
function distinctElements(array: NdArray, py: Interpreter): (() => readonly Value[]) | null {
  if (array.rank !== 1 || array.data !== null || gaplessEnds(array.facts, array.size) === null) return null;
  return () => [...rows(distinctBefore(array), py)];
}

export const protocol = [
  method('__getitem__(self, key)', ([array, key], py) => getItemGuarded(self(array), key, py)),
  method('__setitem__(self, key, value)', ([array, key, value], py) => {
    setItemGuarded([array, key, value], py);
    return null;
  }),
  method('__len__(self)', ([array]) => {
    const { shape } = self(array);
    if (shape.length === 0) throw raise(TypeError, 'len() of unsized object');
    return shape[0] ?? new Unknown('the length of this array is not known before it runs', 'int');
  }),
  method('__iter__(self)', ([array], py) => {
    const source = self(array);
    if (source.rank === 0) throw raise(TypeError, 'iteration over a 0-d array');
    const iterator = rows(source, py);
    const next = () => {
      const step = iterator.next();
      return step.done ? undefined : step.value;
    };
    return new PyIterator(next, source.shape[0], null, null, distinctElements(source, py));
  }),
  method('__contains__(self, item)', ([array, item], py) => {
    const equal = toArray(applyToValues(operation('equal'), [array, item], py));
    const data = requireData(equal);
    return (data.items as Uint8Array).includes(1);
  }),
  method('__bool__(self)', ([array]) => truthOfArray(self(array))),
  method('__int__(self)', ([array], py) => elementOf(single(self(array), 'int', py), 'int64')),
  method(
    '__float__(self)',
    ([array], py) => new PyFloat(elementOf(single(self(array), 'float', py), 'float64') as number),
  ),
  method('__complex__(self)', ([array], py) => elementOf(single(self(array), 'complex', py), 'complex128')),
  method('__index__(self)', ([array], py) => {
    if (!'iu'.includes(kindOf(self(array).dtype)) || self(array).rank > 0) {
      throw raise(TypeError, 'only integer scalar arrays can be converted to a scalar index');
    }
    return single(self(array), 'index', py);
  }),
  method('__round__(self, ndigits=None)', ([array, digits], py) =>
    py.callMethod(array, 'round', [digits ?? 0]),
  ),
  method('__repr__(self)', ([array], py) => {
    return arrayRepr(self(array), printOptions(py), value => py.repr(value));
  }),
  method('__str__(self)', ([array], py) => {
    const data = requireData(self(array));
    if (data.rank === 0) return py.str(elementAt(self(array)));
    return arrayText(data, printOptions(py), '', ' ', '', value => py.repr(value));
  }),
  method('__format__(self, spec)', ([array, spec], py) => {
    if (self(array).rank === 0)
      return py.call(py.getAttribute(plainOf(self(array), py), '__format__'), [spec]);
    if (spec !== '') throw raise(TypeError, 'unsupported format string passed to numpy.ndarray.__format__');
    return py.str(array);
  }),
  method('__copy__(self)', ([array]) => copyArray(self(array))),
  method('__deepcopy__(self, memo)', ([array]) => copyArray(self(array))),
];

export const plainOf = (array: NdArray, py: Interpreter): Value => {
  const data = requireData(array);
  return plainElement(data.dtype, data.items[data.offset], py);
};

const getItemBody = defineMethod(
  '__getitem__(self, key)',
  'Elements, slices, masks, index arrays.',
  ([array, key], py) => getItem(self(array), key, py),
);

const setItemBody = defineMethod(
  '__setitem__(self, key, value)',
  'Writes elements.',
  ([array, key, value], py) => {
    setItem(self(array), key, value, py);
    return null;
  },
);

function getItemGuarded(array: NdArray, key: Value, py: Interpreter): Value {
  return getItemBody.body!([array, key], py);
}

function setItemGuarded(args: readonly Value[], py: Interpreter): void {
  setItemBody.body!(args, py);
}
