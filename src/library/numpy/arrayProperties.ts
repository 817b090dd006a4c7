import { property } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyComplex, PySlice, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { integerArgument, integersArgument, knownShape } from './arguments.ts';
import { flagsOf } from './arrayFlags.ts';
import { self } from './arrayOperators.ts';
import { castArray } from './casting.ts';
import { toArray } from './conversion.ts';
import { DTypeObject, orderedType } from './dtypeObjects.ts';
import { dtypeInfo, kindOf } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { assign } from './indexAssignment.ts';
import { abstractArray, concreteArray, likeIn, type NdArray, viewOf } from './ndarray.ts';
import { operation } from './operations.ts';
import { memoryAs } from './sharedBytes.ts';
import { ArrayData, contiguousItems, fromItems, rowMajorStrides } from './storage.ts';
import { viewAs } from './typedViews.ts';
import { reshape, transpose } from './views.ts';

function shapeTuple(array: NdArray): PyTuple {
  return new PyTuple(
    array.shape.map(length => length ?? new Unknown('this length is not known before it runs', 'int')),
  );
}

export const properties = [
  property(
    'shape',
    array => shapeTuple(self(array)),
    (array, value, py) => {
      const target = self(array);
      if (value instanceof PyTuple && value.items.some(item => item instanceof Unknown)) {
        const lengths = value.items.map(item => (item instanceof Unknown ? null : integerArgument(item, py)));
        target.setLayout(
          lengths.map(length => (length === -1 ? null : length)),
          target.dtype,
          null,
        );
        return;
      }
      const shaped = reshape(target, integersArgument(value, py));
      target.setLayout(shaped.shape, target.dtype, shaped.data);
    },
  ),
  property('ndim', array => self(array).rank),
  property(
    'size',
    array => self(array).size ?? new Unknown('the size of this array is not known before it runs', 'int'),
  ),
  property(
    'dtype',
    array => new DTypeObject(self(array).type, self(array)),
    (array, value, py) => {
      self(array).adopt(viewAs(self(array), orderedType(value, py), py.running));
    },
  ),
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
  property(
    'flat',
    (array, py) => py.callMethod(py.importModule('numpy'), 'flatiter', [array]),
    (array, value, py) => {
      const flat = py.callMethod(py.importModule('numpy'), 'flatiter', [array]);
      py.callMethod(flat, '__setitem__', [new PySlice(null, null, null), value]);
    },
  ),
  property(
    'real',
    (array, py) => partView(self(array), 'real', py),
    (array, value, py) => setPart(self(array), 'real', value, py),
  ),
  property(
    'imag',
    (array, py) => partView(self(array), 'imaginary', py),
    (array, value, py) => setPart(self(array), 'imaginary', value, py),
  ),
];

/** The real or imaginary part of an array as a view of it. */
function partView(array: NdArray, which: 'real' | 'imaginary', py: Interpreter): NdArray {
  const { data } = array;
  if (!py.running || data === null || kindOf(array.dtype) !== 'c') return part(array, which);
  const type = array.dtype === 'complex64' ? 'float32' : 'float64';
  const strides = data.strides.map(stride => 2 * stride);
  const offset = 2 * data.offset + (which === 'real' ? 0 : 1);
  const memory = memoryAs(array.memory, array.type, { dtype: type, bigEndian: array.bigEndian });
  return likeIn(viewOf(array, new ArrayData(memory, type, data.shape, strides, offset)), array);
}

/** The real or imaginary part; a copy for complex arrays. */
export function part(array: NdArray, which: 'real' | 'imaginary'): NdArray {
  const type = array.dtype === 'complex64' ? 'float32' : 'float64';
  if (kindOf(array.dtype) !== 'c') {
    if (which === 'real') return array;
    return likeIn(applyElementwise(operation('multiply'), [array, toArray(0)]), array);
  }
  if (array.data === null) return likeIn(abstractArray(array.shape, type), array);
  const items = contiguousItems(array.data) as PyComplex[];
  const parts = Float64Array.from(items, item => item[which]);
  return likeIn(castArray(concreteArray(fromItems(parts, array.data.shape, 'float64')), type), array);
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
