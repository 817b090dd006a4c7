/** The methods, properties and operators of arrays. */
import { PythonError, raise, TypeError, ValueError } from '../../python/errors.ts';
import { method, NativeFunction, named, PyIterator, property, StaticMethod } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import {
  ELLIPSIS,
  NOT_IMPLEMENTED,
  NotKnown,
  PyBytes,
  PyComplex,
  PyFloat,
  PyTuple,
  Unknown,
  type Value,
} from '../../python/values.ts';
import {
  axesArgument,
  integerArgument,
  integersArgument,
  knownShape,
  optionalInteger,
  shapeArgument,
} from './arguments.ts';
import { flagsOf } from './arrayFlags.ts';
import { toBytes } from './bytes.ts';
import { castArray, castData, elementOf } from './casting.ts';
import { arrayOrScalar, elementAt, plainElement, toArray, toNestedList, unknownList } from './conversion.ts';
import { fromBytes } from './creationFunctions.ts';
import { defineMethod, troubleListener } from './definition.ts';
import { DTypeObject, dtypeArgument, requiredDType } from './dtypeObjects.ts';
import { dtypeInfo, kindOf } from './dtypes.ts';
import { applyElementwise, castForOutput } from './elementwise.ts';
import { assign, getItem, setItem } from './indexing.ts';
import { repeat } from './joining.ts';
import { reshapeTo } from './manipulationFunctions.ts';
import {
  abstractArray,
  abstractView,
  concreteArray,
  type NdArray,
  ndarrayClass,
  requireData,
  viewOf,
} from './ndarray.ts';
import { operation } from './operations.ts';
import { arrayRepr, arrayText } from './printing.ts';
import { printOptions } from './printingFunctions.ts';
import { dot, matmul } from './products.ts';
import {
  extremeBody,
  foldBody,
  meanBody,
  positionBody,
  runningBody,
  truthBody,
  varianceBody,
} from './reductionFunctions.ts';
import { sortedAlong } from './sorting.ts';
import { ArrayData, allocate, contiguousItems, fromItems, rowMajorStrides } from './storage.ts';
import { applyToValues } from './ufuncs.ts';
import { copyArray, diagonal, ravel, reshape, squeeze, swapAxes, transpose } from './views.ts';

const self = (value: Value): NdArray => value as NdArray;

function binaryOperator(symbol: string, name: string) {
  const rule = operation(name);
  const apply = (left: Value, right: Value, py: Interpreter): Value => {
    if (typeof right === 'object' && right !== null && defersTo(right)) return NOT_IMPLEMENTED;
    // NumPy squares where the exponent is the number two, which keeps small integer types.
    const squares =
      name === 'power' &&
      (right === 2 ||
        (right instanceof PyFloat && right.value === 2 && 'fc'.includes(kindOf(self(left).dtype))));
    return squares ? applyToValues(operation('square'), [left], py) : applyToValues(rule, [left, right], py);
  };
  return [
    defineMethod(`__${symbol}__(self, other)`, `\`${name}\` with another value.`, ([left, right], py) =>
      apply(left, right, py),
    ),
    defineMethod(
      `__r${symbol}__(self, other)`,
      `\`${name}\` of another value with this array.`,
      ([right, left], py) => applyToValues(rule, [left, right], py),
    ),
    defineMethod(`__i${symbol}__(self, other)`, `\`${name}\` in place.`, ([target, other], py) =>
      inPlace(name, self(target), other, py),
    ),
  ];
}

/** Objects that want to handle arrays on their left themselves (tensors, series) set `__array_priority__`. */
function defersTo(value: object): boolean {
  const cls = 'cls' in value ? (value.cls as NdArray['cls']) : null;
  if (cls === null || cls.isSubclassOf(ndarrayClass) || cls.module === 'numpy') return false;
  return cls.lookup('__array_priority__') !== undefined;
}

function inPlace(name: string, target: NdArray, other: Value, py: Interpreter): Value {
  let result: NdArray;
  try {
    result = applyElementwise(operation(name), [target, toArray(other, py)], {
      py,
      warn: troubleListener(py),
    });
  } catch (error) {
    if (error instanceof NotKnown) target.memory.lose(abstractArray([], target.dtype).facts);
    throw error;
  }
  assign(target, [{ kind: 'ellipsis' }], castForOutput(result, target, name));
  return target;
}

const arithmetic = (
  [
    ['add', 'add'],
    ['sub', 'subtract'],
    ['mul', 'multiply'],
    ['truediv', 'divide'],
    ['floordiv', 'floor_divide'],
    ['mod', 'remainder'],
    ['pow', 'power'],
    ['and', 'bitwise_and'],
    ['or', 'bitwise_or'],
    ['xor', 'bitwise_xor'],
    ['lshift', 'left_shift'],
    ['rshift', 'right_shift'],
  ] as const
).flatMap(([symbol, name]) => binaryOperator(symbol, name));

function comparisonOperator(symbol: string, name: string) {
  return defineMethod(
    `__${symbol}__(self, other)`,
    `\`${name}\` with another value.`,
    ([left, right], py) => {
      if (typeof right === 'object' && right !== null && defersTo(right)) return NOT_IMPLEMENTED;
      const array = self(left);
      if (name === 'equal' || name === 'not_equal') {
        const other = right === null ? null : toArray(right, py);
        const textual = (item: NdArray): boolean => 'US'.includes(kindOf(item.dtype));
        // NumPy 1 gives up on comparing numbers with text and answers once for the whole array.
        if (
          other !== null &&
          textual(other) !== textual(array) &&
          array.dtype !== 'object' &&
          other.dtype !== 'object'
        ) {
          return name === 'not_equal';
        }
      }
      try {
        return applyToValues(operation(name), [left, right], py);
      } catch (error) {
        // NumPy 1 answers once for shapes that do not broadcast (with a DeprecationWarning).
        const gaveUp = error instanceof PythonError && error.exception.cls === ValueError;
        if (gaveUp && (name === 'equal' || name === 'not_equal')) return name === 'not_equal';
        throw error;
      }
    },
  );
}

const comparisons = (
  [
    ['eq', 'equal'],
    ['ne', 'not_equal'],
    ['lt', 'less'],
    ['le', 'less_equal'],
    ['gt', 'greater'],
    ['ge', 'greater_equal'],
  ] as const
).map(([symbol, name]) => comparisonOperator(symbol, name));

const unaries = (
  [
    ['neg', 'negative'],
    ['pos', 'positive'],
    ['abs', 'absolute'],
    ['invert', 'invert'],
  ] as const
).map(([symbol, name]) =>
  defineMethod(`__${symbol}__(self)`, `\`${name}\` of the elements.`, ([array], py) =>
    applyToValues(operation(name), [array], py),
  ),
);

const products = [
  defineMethod('__matmul__(self, other)', 'The matrix product.', ([a, b], py) => {
    if (typeof b === 'object' && b !== null && defersTo(b)) return NOT_IMPLEMENTED;
    return arrayOrScalar(matmul(toArray(a, py), toArray(b, py)));
  }),
  defineMethod('__rmatmul__(self, other)', 'The matrix product.', ([a, b], py) =>
    arrayOrScalar(matmul(toArray(b, py), toArray(a, py))),
  ),
  defineMethod('dot(self, b, out=None)', 'The dot product.', ([a, b], py) =>
    arrayOrScalar(dot(toArray(a, py), toArray(b, py))),
  ),
];

/** The only element as a plain number, for `int()`, `float()` and the like. */
function single(array: NdArray, what: string): Value {
  if (array.size !== 1 && array.size !== null) {
    throw raise(
      TypeError,
      `only ${what === 'index' ? 'integer scalar arrays can be converted to a scalar index' : 'length-1 arrays can be converted to Python scalars'}`,
    );
  }
  const data = requireData(array);
  return plainElement(data.dtype, data.items[data.offset]);
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

const protocol = [
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
    return new PyIterator(() => {
      const step = iterator.next();
      return step.done ? undefined : step.value;
    }, source.shape[0]);
  }),
  method('__contains__(self, item)', ([array, item], py) => {
    const equal = toArray(applyToValues(operation('equal'), [array, item], py));
    const data = requireData(equal);
    return (data.items as Uint8Array).includes(1);
  }),
  method('__bool__(self)', ([array]) => truthOfArray(self(array))),
  method('__int__(self)', ([array]) => elementOf(single(self(array), 'int'), 'int64')),
  method(
    '__float__(self)',
    ([array]) => new PyFloat(elementOf(single(self(array), 'float'), 'float64') as number),
  ),
  method('__complex__(self)', ([array]) => elementOf(single(self(array), 'complex'), 'complex128')),
  method('__index__(self)', ([array]) => {
    if (!'iu'.includes(kindOf(self(array).dtype)) || self(array).rank > 0) {
      throw raise(TypeError, 'only integer scalar arrays can be converted to a scalar index');
    }
    return single(self(array), 'index');
  }),
  method('__round__(self, ndigits=None)', ([array, digits], py) =>
    py.callMethod(array, 'round', [digits ?? 0]),
  ),
  method('__repr__(self)', ([array], py) => {
    const data = requireData(self(array));
    return arrayRepr(data, printOptions(py), value => py.repr(value));
  }),
  method('__str__(self)', ([array], py) => {
    const data = requireData(self(array));
    if (data.rank === 0) return py.str(elementAt(self(array)));
    return arrayText(data, printOptions(py), '', ' ', '', value => py.repr(value));
  }),
  method('__format__(self, spec)', ([array, spec], py) => {
    if (self(array).rank === 0) return py.call(py.getAttribute(plainOf(self(array)), '__format__'), [spec]);
    if (spec !== '') throw raise(TypeError, 'unsupported format string passed to numpy.ndarray.__format__');
    return py.str(array);
  }),
  method('__copy__(self)', ([array]) => copyArray(self(array))),
  method('__deepcopy__(self, memo)', ([array]) => copyArray(self(array))),
];

const plainOf = (array: NdArray): Value => {
  const data = requireData(array);
  return plainElement(data.dtype, data.items[data.offset]);
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

function shapeTuple(array: NdArray): PyTuple {
  return new PyTuple(
    array.shape.map(length => length ?? new Unknown('this length is not known before it runs', 'int')),
  );
}

const properties = [
  property(
    'shape',
    array => shapeTuple(self(array)),
    (array, value, py) => {
      const target = self(array);
      const shaped = reshape(target, integersArgument(value, py));
      target.setLayout(shaped.shape, target.dtype, shaped.data);
    },
  ),
  property('ndim', array => self(array).rank),
  property(
    'size',
    array => self(array).size ?? new Unknown('the size of this array is not known before it runs', 'int'),
  ),
  property('dtype', array => new DTypeObject(self(array).dtype)),
  property('itemsize', array => dtypeInfo(self(array).dtype).itemSize),
  property('nbytes', array => {
    const { size, dtype } = self(array);
    return size === null
      ? new Unknown('the size of this array is not known before it runs', 'int')
      : size * dtypeInfo(dtype).itemSize;
  }),
  property('T', array => transpose(self(array))),
  property('base', array => self(array).base),
  property('flags', array => flagsOf(self(array))),
  property('strides', array => {
    const { data, shape, dtype } = self(array);
    const strides = data?.strides ?? rowMajorStrides(knownShape(shape));
    return new PyTuple(strides.map(stride => stride * dtypeInfo(dtype).itemSize));
  }),
  property('flat', (array, py) => py.iterator(ravel(self(array)))),
  property(
    'real',
    array => part(self(array), 'real'),
    (array, value, py) => setPart(self(array), 'real', value, py),
  ),
  property(
    'imag',
    array => part(self(array), 'imaginary'),
    (array, value, py) => setPart(self(array), 'imaginary', value, py),
  ),
];

/** The real or imaginary part; a copy for complex arrays. */
export function part(array: NdArray, which: 'real' | 'imaginary'): NdArray {
  const type = array.dtype === 'complex64' ? 'float32' : 'float64';
  if (kindOf(array.dtype) !== 'c') {
    if (which === 'real') return array;
    return applyElementwise(operation('multiply'), [array, toArray(0)]);
  }
  if (array.data === null) return abstractArray(array.shape, type);
  const items = contiguousItems(array.data) as PyComplex[];
  return castArray(
    concreteArray(
      fromItems(
        Float64Array.from(items, item => item[which]),
        array.data.shape,
        'float64',
      ),
    ),
    type,
  );
}

function setPart(array: NdArray, which: 'real' | 'imaginary', value: Value, py: Interpreter): void {
  if (kindOf(array.dtype) !== 'c') {
    assign(array, [{ kind: 'ellipsis' }], toArray(value, py));
    return;
  }
  const i = new PyComplex(0, 1);
  const other = part(array, which === 'real' ? 'imaginary' : 'real');
  const [real, imaginary] = which === 'real' ? [toArray(value, py), other] : [other, toArray(value, py)];
  const turned = applyElementwise(operation('multiply'), [imaginary, toArray(i)]);
  assign(
    array,
    [{ kind: 'ellipsis' }],
    castArray(applyElementwise(operation('add'), [real, turned]), array.dtype),
  );
}

const functionMethods = [
  defineMethod(
    'astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True)',
    'A copy in another type.',
    ([array, dtype, , , , copy], py) => {
      const source = self(array);
      const type = requiredDType(dtype, py);
      return type === source.dtype && !py.truth(copy) ? source : castArray(source, type);
    },
  ),
  defineMethod('copy(self, order="C")', 'A copy.', ([array]) => copyArray(self(array))),
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
      return plainOf(source);
    }
    const target = items.length === 1 && typeof items[0] === 'number' ? ravel(source) : source;
    const key = items.length === 1 ? items[0] : (args as PyTuple);
    const found = toArray(getItem(target, key, py), py);
    return plainOf(found);
  }),
  defineMethod('itemset(self, *args)', 'Writes one element.', ([array, args], py) => {
    const items = (args as PyTuple).items;
    const place = items.slice(0, -1);
    const target = place.length === 1 && typeof place[0] === 'number' ? ravel(self(array)) : self(array);
    setItem(target, place.length === 1 ? place[0] : new PyTuple(place), items[items.length - 1], py);
    return null;
  }),
  defineMethod('tolist(self)', 'Nested lists of plain Python values.', ([array]) => {
    const source = self(array);
    return source.data === null ? unknownList(source) : toNestedList(source.data);
  }),
  defineMethod(
    'tobytes(self, order="C")',
    'The bytes of the elements.',
    ([array]) => new PyBytes(toBytes(requireData(self(array)))),
  ),
  defineMethod(
    'tostring(self, order="C")',
    'The bytes of the elements.',
    ([array]) => new PyBytes(toBytes(requireData(self(array)))),
  ),
  defineMethod(
    'view(self, dtype=None, type=None)',
    'The same elements seen as another type.',
    ([array, dtype], py) => {
      const source = self(array);
      const type = dtypeArgument(dtype, py);
      if (type === null || type === source.dtype) return reshapedView(source);
      const bytes = toBytes(requireData(source));
      const size = dtypeInfo(type).itemSize;
      const last = source.shape[source.rank - 1] as number;
      const shape = [
        ...(source.shape.slice(0, -1) as number[]),
        (last * dtypeInfo(source.dtype).itemSize) / size,
      ];
      return concreteArray(fromBytes(bytes, shape, type));
    },
  ),
  defineMethod('conj(self)', 'The complex conjugate.', ([array]) =>
    applyElementwise(operation('conjugate'), [self(array)]),
  ),
  defineMethod('conjugate(self)', 'The complex conjugate.', ([array]) =>
    applyElementwise(operation('conjugate'), [self(array)]),
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

function reshapedView(array: NdArray): NdArray {
  return array.data === null ? abstractView(array, array.shape, array.facts) : viewOf(array, array.data);
}

/** Methods that do what the function of the module of the same name does with the array first. */
const sharedNames = [
  'ptp',
  'clip',
  'round',
  'nonzero',
  'take',
  'put',
  'choose',
  'compress',
  'trace',
  'searchsorted',
  'argsort',
  'partition',
  'argpartition',
];

/** Puts everything into the class; `functions` are the module's, some of which are methods too. */
export function installArrayMethods(functions: ReadonlyMap<string, NativeFunction>): void {
  const entries: [string, Value][] = [
    ...named(...arithmetic, ...comparisons, ...unaries, ...products, ...protocol, ...functionMethods),
    ...properties,
    ['__hash__', null],
    ['__array_priority__', 0],
    [
      '__new__',
      new StaticMethod(
        method(
          '__new__(cls, shape, dtype=float, buffer=None, offset=0, strides=None, order=None)',
          ([, shape, dtype], py) => py.call(functions.get('empty')!, [shape, dtype]),
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
  entries.push(['sort', sortMethod]);
  for (const [name, value] of entries) ndarrayClass.attributes.map.set(name, value);
}

const sortMethod = defineMethod(
  'sort(self, axis=-1, kind=None, order=None)',
  'Sorts in place.',
  ([array, axis], py) => {
    const target = self(array);
    const along = integerArgument(axis, py);
    assign(target, [{ kind: 'ellipsis' }], sortedAlong(target, along, py));
    return null;
  },
);
