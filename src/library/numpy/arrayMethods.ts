/** The methods, properties and operators of arrays. */

import { raise, ValueError } from '../../python/errors.ts';
import { method, NativeFunction, named, StaticMethod } from '../../python/functions.ts';
import { ELLIPSIS, PyTuple, type Value } from '../../python/values.ts';
import {
  axesArgument,
  integerArgument,
  integersArgument,
  knownShape,
  optionalInteger,
  shapeArgument,
} from './arguments.ts';
import { arrayOver, byteMethods } from './arrayBytes.ts';
import { operators, products, self } from './arrayOperators.ts';
import { properties } from './arrayProperties.ts';
import { plainOf, protocol } from './arrayProtocol.ts';
import { castArray, castData } from './casting.ts';
import { converted, toArray } from './conversion.ts';
import { timesAsObjects } from './dates/elements.ts';
import { isTime } from './dates/units.ts';
import { defineMethod } from './definition.ts';
import { orderedType } from './dtypeObjects.ts';
import { kindOf } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { assign, setItem } from './indexAssignment.ts';
import { getItem } from './indexing.ts';
import { repeat } from './joining.ts';
import { reshapeTo } from './manipulationFunctions.ts';
import { concreteArray, inOrder, ndarrayClass, requireData } from './ndarray.ts';
import { operation } from './operations.ts';
import { toNestedList, unknownList } from './plainElements.ts';
import {
  extremeBody,
  foldBody,
  meanBody,
  positionBody,
  runningBody,
  truthBody,
  varianceBody,
} from './reductionFunctions.ts';
import { orderArgument } from './sortFunctions.ts';
import { sortedAlong } from './sorting.ts';
import { ArrayData, allocate, contiguousItems } from './storage.ts';
import { copyArray, diagonal, ravel, squeeze, swapAxes, transpose } from './views.ts';

const functionMethods = [
  ...byteMethods,
  defineMethod(
    'astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True)',
    'A copy in another type.',
    ([array, dtype, , , , copy], py) => {
      const source = self(array);
      const { dtype: type, bigEndian } = orderedType(dtype, py);
      if (type === 'object' && isTime(source.dtype)) return timesAsObjects(source, py);
      const isSame = type === source.dtype && bigEndian === source.bigEndian;
      return isSame && !py.truth(copy) ? source : inOrder(castArray(source, type), bigEndian);
    },
  ),
  defineMethod('copy(self, order="C")', 'A copy.', ([array]) => {
    return self(array).cls.adopt(copyArray(self(array)));
  }),
  defineMethod(
    'reshape(self, *shape, order="C")',
    'The same elements in another shape.',
    ([array, shape, order], py) => {
      const items = (shape as PyTuple).items;
      const wanted = items.length === 1 ? items[0] : (shape as PyTuple);
      return reshapeTo(self(array), wanted, order, py);
    },
  ),
  defineMethod('ravel(self, order="C")', 'The elements as one axis.', ([array, order]) =>
    ravel(self(array), order === 'F' ? 'F' : 'C'),
  ),
  defineMethod('flatten(self, order="C")', 'A copy as one axis.', ([array, order]) =>
    copyArray(ravel(self(array), order === 'F' ? 'F' : 'C')),
  ),
  defineMethod('transpose(self, *axes)', 'Axes in another order.', ([array, axes], py) => {
    const items = (axes as PyTuple).items;
    if (items.length === 0 || items[0] === null) return transpose(self(array));
    return transpose(
      self(array),
      items.length === 1 && typeof items[0] !== 'number'
        ? integersArgument(items[0], py)
        : integersArgument(axes, py),
    );
  }),
  defineMethod('swapaxes(self, axis1, axis2)', 'Two axes exchanged.', ([array, a, b], py) =>
    swapAxes(self(array), integerArgument(a, py), integerArgument(b, py)),
  ),
  defineMethod('squeeze(self, axis=None)', 'Without axes of length one.', ([array, axis], py) =>
    squeeze(self(array), axesArgument(axis, py)),
  ),
  defineMethod('diagonal(self, offset=0, axis1=0, axis2=1)', 'A diagonal.', ([array, offset, a, b], py) =>
    diagonal(self(array), integerArgument(offset, py), integerArgument(a, py), integerArgument(b, py)),
  ),
  defineMethod('repeat(self, repeats, axis=None)', 'Each element repeated.', ([array, counts, axis], py) =>
    repeat(self(array), integersArgument(counts, py), optionalInteger(axis, py)),
  ),
  defineMethod('resize(self, *new_shape, refcheck=True)', 'Another size in place.', ([array, shape], py) => {
    const items = (shape as PyTuple).items;
    const wanted = knownShape(shapeArgument(items.length === 1 ? items[0] : shape, py));
    const target = self(array);
    const source = requireData(target);
    const grown = concreteArray(castData(source, source.dtype));
    const size = wanted.reduce((product, length) => product * length, 1);
    const old = contiguousItems(grown.data!);
    const fresh = allocate(wanted, source.dtype);
    for (let i = 0; i < Math.min(size, old.length); i++) (fresh.items as Value[])[i] = old[i];
    target.memory.beforeWrite();
    target.memory.items = fresh.items;
    target.setLayout(wanted, target.dtype, new ArrayData(target.memory, target.dtype, wanted));
    return null;
  }),
  defineMethod('fill(self, value)', 'Writes one value everywhere.', ([array, value], py) => {
    setItem(self(array), ELLIPSIS, value, py);
    return null;
  }),
  defineMethod('item(self, *args)', 'An element as a plain Python value.', ([array, args], py) => {
    const items = (args as PyTuple).items;
    const source = self(array);
    if (items.length === 0) {
      if (source.size !== 1 && source.size !== null)
        throw raise(ValueError, 'can only convert an array of size 1 to a Python scalar');
      return plainOf(source, py);
    }
    const target = items.length === 1 && typeof items[0] === 'number' ? ravel(source) : source;
    const key = items.length === 1 ? items[0] : (args as PyTuple);
    const found = toArray(getItem(target, key, py), py);
    return plainOf(found, py);
  }),
  defineMethod('itemset(self, *args)', 'Writes one element.', ([array, args], py) => {
    const items = (args as PyTuple).items;
    const place = items.slice(0, -1);
    const target = place.length === 1 && typeof place[0] === 'number' ? ravel(self(array)) : self(array);
    setItem(target, place.length === 1 ? place[0] : new PyTuple(place), items[items.length - 1], py);
    return null;
  }),
  defineMethod('tolist(self)', 'Nested lists of plain Python values.', ([array], py) => {
    const source = self(array);
    return source.data === null ? unknownList(source) : toNestedList(source.data, py);
  }),
  ...['conj', 'conjugate'].map(name =>
    defineMethod(`${name}(self)`, 'The complex conjugate.', ([array]) =>
      'biuf'.includes(kindOf(self(array).dtype))
        ? self(array)
        : applyElementwise(operation('conjugate'), [self(array)]),
    ),
  ),
  defineMethod(
    'compress(self, condition, axis=None, out=None)',
    'Slices along an axis where a condition holds.',
    ([array, condition, axis, out], py) =>
      py.callMethod(py.importModule('numpy'), 'compress', [condition, array, axis, out]),
  ),
  defineMethod(
    '__array__(self, dtype=None, /)',
    'The array itself, or a copy in another type.',
    ([array, dtype], py) => (dtype === null ? array : converted(array, orderedType(dtype, py), py)),
  ),
  defineMethod(
    'setflags(self, write=None, align=None, uic=None)',
    'Sets whether it may be written to.',
    ([array, write], py) => {
      if (write !== null) self(array).memory.writeable = py.truth(write);
      return null;
    },
  ),
  defineMethod(
    'sum(self, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True)',
    'The sum over axes.',
    foldBody('add'),
  ),
  defineMethod(
    'prod(self, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True)',
    'The product over axes.',
    foldBody('multiply'),
  ),
  defineMethod(
    'max(self, axis=None, out=None, keepdims=False, initial=None)',
    'The largest element.',
    extremeBody('maximum'),
  ),
  defineMethod(
    'min(self, axis=None, out=None, keepdims=False, initial=None)',
    'The smallest element.',
    extremeBody('minimum'),
  ),
  defineMethod(
    'all(self, axis=None, out=None, keepdims=False)',
    'Whether all are true.',
    truthBody('logical_and'),
  ),
  defineMethod(
    'any(self, axis=None, out=None, keepdims=False)',
    'Whether any is true.',
    truthBody('logical_or'),
  ),
  defineMethod('mean(self, axis=None, dtype=None, out=None, keepdims=False)', 'The mean.', meanBody),
  defineMethod(
    'std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False)',
    'The standard deviation.',
    varianceBody(true),
  ),
  defineMethod(
    'var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False)',
    'The variance.',
    varianceBody(false),
  ),
  defineMethod(
    'argmax(self, axis=None, out=None, keepdims=False)',
    'Where the largest element is.',
    positionBody('argmax'),
  ),
  defineMethod(
    'argmin(self, axis=None, out=None, keepdims=False)',
    'Where the smallest element is.',
    positionBody('argmin'),
  ),
  defineMethod('cumsum(self, axis=None, dtype=None, out=None)', 'Running sums.', runningBody('add')),
  defineMethod(
    'cumprod(self, axis=None, dtype=None, out=None)',
    'Running products.',
    runningBody('multiply'),
  ),
];

/** Methods that do what the function of the module of the same name does with the array first. */
const sharedNames = [
  'ptp',
  'clip',
  'round',
  'nonzero',
  'take',
  'put',
  'choose',
  'trace',
  'searchsorted',
  'argsort',
  'argpartition',
];

/** Puts everything into the class; `functions` are the module's, some of which are methods too. */
export function installArrayMethods(functions: ReadonlyMap<string, NativeFunction>): void {
  const entries: [string, Value][] = [
    ...named(...operators, ...products, ...protocol, ...functionMethods),
    ...properties,
    ['__hash__', null],
    ['__array_priority__', 0],
    [
      '__new__',
      new StaticMethod(
        method(
          '__new__(cls, shape, dtype=float, buffer=None, offset=0, strides=None, order=None)',
          ([, shape, dtype, buffer, offset, strides, order], py) => {
            if (buffer === null) return py.call(functions.get('empty')!, [shape, dtype]);
            return arrayOver(buffer, { shape, dtype, offset, strides, order }, functions, py);
          },
        ),
      ),
    ],
  ];
  for (const name of sharedNames) {
    const shared = functions.get(name);
    if (!shared) throw new Error(`no function ${name} to make a method of`);
    const { signature, body, documentation } = shared;
    entries.push([
      name,
      new NativeFunction({
        name,
        signature,
        body: body!,
        isMethod: true,
        documentation: documentation ?? '',
      }),
    ]);
  }
  const partition = functions.get('partition')!;
  entries.push(['sort', sortMethod], ['partition', partitionMethod(partition)]);
  for (const [name, value] of entries) ndarrayClass.attributes.map.set(name, value);
}

const sortMethod = defineMethod(
  'sort(self, axis=-1, kind=None, order=None)',
  'Sorts in place.',
  ([array, axis, , order], py) => {
    const target = self(array);
    const along = integerArgument(axis, py);
    const fields = orderArgument(order, target, py);
    assign(target, [{ kind: 'ellipsis' }], sortedAlong(target, along, py, fields));
    return null;
  },
);

function partitionMethod(copying: NativeFunction): NativeFunction {
  return defineMethod(
    "partition(self, kth, axis=-1, kind='introselect', order=None)",
    'Partitions in place.',
    ([array, ...rest], py) => {
      assign(self(array), [{ kind: 'ellipsis' }], toArray(py.call(copying, [array, ...rest]), py));
      return null;
    },
  );
}
