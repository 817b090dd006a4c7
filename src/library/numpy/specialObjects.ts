/** Objects of the module that are not plain functions: grids, `r_`, `c_`, `s_`, `errstate`, `vectorize`, `apply_along_axis`. */
import { PyClass } from '../../python/classes.ts';
import type { PyDict } from '../../python/collections.ts';
import { method, named, suspendable } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { Suspendable } from '../../python/suspension.ts';
import { objectClass } from '../../python/types.ts';
import {
  PyComplex,
  PyInstance,
  PyList,
  PyObject,
  PySlice,
  PyTuple,
  type Value,
} from '../../python/values.ts';
import { integerArgument, numberArgument } from './arguments.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { numpySettings } from './definition.ts';
import { concatenate, stack } from './joining.ts';
import { concreteArray, likeIn, type NdArray, requireData, viewOf } from './ndarray.ts';
import { plainElement } from './plainElements.ts';
import { applyPrintOptions, printOptions } from './printingFunctions.ts';
import { broadcastShapes, normalizeAxis } from './shapes.ts';
import { forEachPosition, fromItems } from './storage.ts';
import { atLeast, broadcastTo, expandDimensions, moveAxes, reshape, transpose } from './views.ts';

/** An object that only answers to `[…]`. */
class Subscripted extends PyObject {
  declare cls: PyClass;
}

function subscripted(name: string, read: (key: Value, py: Interpreter) => Value): Value {
  const object = new Subscripted();
  object.cls = new PyClass(
    name,
    [objectClass],
    named(method('__getitem__(self, key)', ([, key], py) => read(key, py))),
    { module: 'numpy' },
  );
  return object;
}

/** `a:b:step`, or `a:b:5j` for five points with both ends. */
function rangeOf(slice: PySlice, py: Interpreter): NdArray {
  const start = slice.start ?? 0;
  if (slice.step instanceof PyComplex) {
    const numpy = py.importModule('numpy');
    return py.callMethod(numpy, 'linspace', [
      start,
      slice.stop,
      Math.trunc(Math.abs(slice.step.imaginary)),
    ]) as NdArray;
  }
  return py.callMethod(py.importModule('numpy'), 'arange', [start, slice.stop, slice.step ?? 1]) as NdArray;
}

function grid(key: Value, sparse: boolean, py: Interpreter): Value {
  if (key instanceof PySlice) return rangeOf(key, py);
  const vectors = (key as PyTuple).items.map(item => rangeOf(item as PySlice, py));
  const lifted = vectors.map((vector, axis) =>
    expandDimensions(
      vector,
      vectors.map((_, other) => other).filter(other => other !== axis),
    ),
  );
  if (sparse) return new PyList(lifted);
  const shape = broadcastShapes(lifted.map(item => item.shape));
  return stack(
    lifted.map(item => broadcastTo(item, shape)),
    0,
  );
}

function joined(key: Value, columns: boolean, py: Interpreter): Value {
  const items = key instanceof PyTuple ? key.items : [key];
  const parts = items.map(item =>
    item instanceof PySlice ? rangeOf(item, py) : atLeast(toArray(item, py), 1),
  );
  if (!columns) return concatenate(parts, 0);
  return concatenate(
    parts.map(part => (part.rank === 1 ? transpose(atLeast(part, 2)) : part)),
    -1,
  );
}

/** A context manager that changes settings and puts them back. */
function settingsContext(name: string, enter: (given: PyDict, py: Interpreter) => () => void): PyClass {
  const undo = new WeakMap<object, () => void>();
  return new PyClass(
    name,
    [objectClass],
    named(
      method('__init__(self, **kwargs)', ([self, given]) => {
        (self as PyInstance).attributes!.map.set('_settings', given);
        return null;
      }),
      method('__enter__(self)', ([self], py) => {
        undo.set(
          self as PyInstance,
          enter((self as PyInstance).attributes!.map.get('_settings') as PyDict, py),
        );
        return self;
      }),
      method('__exit__(self, *args)', ([self]) => {
        undo.get(self as PyInstance)?.();
        return null;
      }),
    ),
    { module: 'numpy', allocate: cls => new PyInstance(cls) },
  );
}

const errorState = settingsContext('errstate', (given, py) => {
  const { errorHandling } = py.state(numpySettings);
  const before = new Map(errorHandling);
  const all = given.getString('all') ?? null;
  for (const kind of ['divide', 'over', 'under', 'invalid']) {
    const value = given.getString(kind) ?? all;
    if (value !== null) errorHandling.set(kind, String(value));
  }
  return () => {
    for (const [kind, value] of before) errorHandling.set(kind, value);
  };
});

const printContext = settingsContext('printoptions', (given, py) => {
  const options = printOptions(py);
  const before = { ...options };
  applyPrintOptions(options, name => given.getString(name) ?? null, py);
  return () => {
    Object.assign(options, before);
  };
});

function* alongAxis(args: readonly Value[], py: Interpreter): Suspendable<Value> {
  const [callback, axis, value, extra, keywords] = args;
  const array = toArray(value, py);
  const along = normalizeAxis(integerArgument(axis, py), array.rank);
  const moved = moveAxes(array, [along], [array.rank - 1]);
  const data = requireData(moved);
  const outer = data.view(data.shape.slice(0, -1), data.strides.slice(0, -1));
  const starts: number[] = [];
  forEachPosition(outer, position => starts.push(position));
  const results: NdArray[] = [];
  for (const start of starts) {
    const line = viewOf(array, data.view(data.shape.slice(-1), data.strides.slice(-1), start));
    const result = yield* py.callAndWait(callback, [line, ...(extra as PyTuple).items], keywords as PyDict);
    results.push(toArray(result, py));
  }
  const joinedResult = likeIn(stack(results, 0), results[0]);
  const inner = results[0].shape as number[];
  const shaped = reshape(joinedResult, [...outer.shape, ...inner]);
  if (inner.length === 0) return arrayOrScalar(shaped);
  const places = inner.map((_, index) => outer.shape.length + index);
  return moveAxes(
    shaped,
    places,
    inner.map((_, index) => along + index),
  );
}

/** The objects by name. */
export function specialObjects(): [string, Value][] {
  return [
    ['mgrid', subscripted('nd_grid', (key, py) => grid(key, false, py))],
    ['ogrid', subscripted('nd_grid', (key, py) => grid(key, true, py))],
    ['r_', subscripted('RClass', (key, py) => joined(key, false, py))],
    ['c_', subscripted('CClass', (key, py) => joined(key, true, py))],
    ['s_', subscripted('IndexExpression', key => key)],
    ['index_exp', subscripted('IndexExpression', key => (key instanceof PyTuple ? key : new PyTuple([key])))],
    ['errstate', errorState],
    ['printoptions', printContext],
    [
      'apply_along_axis',
      suspendable(
        'apply_along_axis(func1d, axis, arr, *args, **kwargs)',
        alongAxis,
        'Calls a function on every line along an axis.',
      ),
    ],
    [
      'ndenumerate',
      method('ndenumerate(arr)', ([value], py) => {
        const array = toArray(value, py);
        const data = requireData(array);
        const items: Value[] = [];
        forEachPosition(data, (position, index) => {
          let rest = index;
          const place: number[] = new Array(data.rank);
          for (let axis = data.rank - 1; axis >= 0; axis--) {
            place[axis] = rest % data.shape[axis];
            rest = Math.floor(rest / data.shape[axis]);
          }
          items.push(
            new PyTuple([
              new PyTuple(place),
              arrayOrScalar(
                concreteArray(fromItems([plainElement(data.dtype, data.items[position])], [], 'object')),
              ),
            ]),
          );
        });
        return py.iterator(new PyList(items));
      }),
    ],
    [
      'ndindex',
      method('ndindex(*shape)', ([shape], py) => {
        const given = (shape as PyTuple).items;
        const lengths = (given.length === 1 && given[0] instanceof PyTuple ? given[0].items : given).map(
          item => numberArgument(item, py),
        );
        const size = lengths.reduce((product, length) => product * length, 1);
        const items = Array.from({ length: size }, (_, index) => {
          let rest = index;
          const place: number[] = new Array(lengths.length);
          for (let axis = lengths.length - 1; axis >= 0; axis--) {
            place[axis] = rest % lengths[axis];
            rest = Math.floor(rest / lengths[axis]);
          }
          return new PyTuple(place);
        });
        return py.iterator(new PyList(items));
      }),
    ],
  ];
}
