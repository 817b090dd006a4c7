/** What arrays show of their bytes: as bytes, under other types, and over the memory of other objects. */
import { PyClass } from '../../python/classes.ts';
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import type { NativeFunction } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { bytesClass } from '../../python/types.ts';
import { ELLIPSIS, NotKnown, PyBytes, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { integerArgument, knownShape, shapeArgument } from './arguments.ts';
import { self } from './arrayOperators.ts';
import { turned } from './byteOrder.ts';
import { arrayFromBytes, bufferBytes } from './byteReading.ts';
import { bytesOf } from './bytes.ts';
import { toArray } from './conversion.ts';
import { defineMethod } from './definition.ts';
import { orderChange, orderedType, typeArgument } from './dtypeObjects.ts';
import { dtypeInfo, type OrderedType } from './dtypes.ts';
import { assign } from './indexAssignment.ts';
import { getItem } from './indexing.ts';
import { reshapeTo } from './manipulationFunctions.ts';
import { abstractArray, likeIn, type NdArray, ndarrayClass, requireData } from './ndarray.ts';
import { recordArrayClass } from './structs/classes.ts';
import { asRecordType, isStruct } from './structs/types.ts';
import { sameView, viewAs, viewInOrder } from './typedViews.ts';
import { expandDimensions, transpose } from './views.ts';

/** The methods of arrays that see bytes. */
export const byteMethods = [
  defineMethod(
    'tobytes(self, order="C")',
    'The bytes of the elements.',
    ([array, order]) => new PyBytes(bytesOf(inMemoryOrder(self(array), order))),
  ),
  defineMethod(
    'tostring(self, order="C")',
    'The bytes of the elements.',
    ([array, order]) => new PyBytes(bytesOf(inMemoryOrder(self(array), order))),
  ),
  defineMethod(
    '__bytes__(self)',
    'The bytes of the elements.',
    ([array]) => new PyBytes(bytesOf(self(array))),
  ),
  defineMethod(
    'view(self, dtype=None, type=None)',
    'The same elements seen as another type.',
    ([array, dtype, cls], py) => {
      const source = self(array);
      const asked = dtype instanceof PyClass && dtype.isSubclassOf(ndarrayClass) ? dtype : cls;
      if (asked instanceof PyClass) return viewAsClass(source, asked, asked === dtype ? null : dtype, py);
      const type = typeArgument(dtype, py);
      return source.cls.adopt(type === null ? sameView(source) : viewAs(source, type, py.running));
    },
  ),
  defineMethod(
    'byteswap(self, inplace=False)',
    'The bytes of each element turned round.',
    ([array, inplace], py) => {
      const target = self(array);
      if (target.data === null && !py.truth(inplace))
        return likeIn(abstractArray(target.shape, target.dtype), target);
      const bytes = turned(bytesOf(target), target.dtype);
      const swapped = arrayFromBytes(bytes, requireData(target).shape, target.type);
      if (!py.truth(inplace)) return swapped;
      assign(target, [{ kind: 'ellipsis' }], swapped);
      return target;
    },
  ),
  defineMethod(
    'newbyteorder(self, new_order="S", /)',
    'The same bytes read in another order.',
    ([array, order], py) => viewInOrder(self(array), orderChange(order, py), py.running),
  ),
  defineMethod(
    'getfield(self, dtype, offset=0)',
    'The bytes of each element from a place on, as another type.',
    ([array, dtype, offset], py) =>
      partAs(self(array), orderedType(dtype, py), integerArgument(offset, py), py),
  ),
];

/** A view of another class of arrays; record arrays hold records. */
function viewAsClass(array: NdArray, cls: PyClass, dtype: Value, py: Interpreter): NdArray {
  let type = typeArgument(dtype, py) ?? array.type;
  if (cls === recordArrayClass && isStruct(type.dtype))
    type = { dtype: asRecordType(type.dtype, true), bigEndian: false };
  return cls.adopt(viewAs(array, type, py.running));
}

/** A part of the bytes of each element as another type; they are shared where it lies at a multiple of its size. */
function partAs(array: NdArray, type: OrderedType, offset: number, py: Interpreter): NdArray {
  const from = dtypeInfo(array.dtype).itemSize;
  const size = dtypeInfo(type.dtype).itemSize;
  if (offset < 0 || offset + size > from)
    throw raise(
      ValueError,
      `Need 0 <= offset <= ${from - size} for requested type but received offset = ${offset}`,
    );
  if (from % size !== 0 || offset % size !== 0)
    throw new NotKnown('parts of elements at odd places are not modelled');
  const parts = viewAs(expandDimensions(array, [array.rank]), type, py.running);
  return toArray(getItem(parts, new PyTuple([ELLIPSIS, offset / size]), py), py);
}

/** The array whose rows lie as its elements are asked for: by columns for 'F', or for 'A' where they lie so already. */
function inMemoryOrder(array: NdArray, order: Value): NdArray {
  const lies = (candidate: NdArray): boolean => candidate.data?.contiguous ?? false;
  const turnedRound = transpose(array);
  const byColumns = order === 'F' || (order === 'A' && !lies(array) && lies(turnedRound));
  return byColumns ? turnedRound : array;
}

/** `np.ndarray(shape, dtype, buffer)`: the bytes of another object as an array; those of an array are shared. */
export function arrayOver(
  buffer: Value,
  { shape, dtype, offset, strides, order }: Record<'shape' | 'dtype' | 'offset' | 'strides' | 'order', Value>,
  functions: ReadonlyMap<string, NativeFunction>,
  py: Interpreter,
): Value {
  if (strides !== null) throw new NotKnown('strides over the bytes of another object are not modelled');
  const wanted = knownShape(shapeArgument(shape, py));
  const count = wanted.reduce((product, length) => product * length, 1);
  const there =
    buffer instanceof Unknown ? null : bufferBytes(buffer, py).length - integerArgument(offset, py);
  if (there !== null && count * dtypeInfo(orderedType(dtype, py).dtype).itemSize > there)
    throw raise(TypeError, 'buffer is too small for requested array');
  const writes = !(buffer instanceof PyBytes) || buffer.cls !== bytesClass;
  if (writes && py.running) throw new NotKnown('an array over memory that can be written to is not modelled');
  const flat = py.call(functions.get('frombuffer')!, [buffer, dtype, count, offset]) as NdArray;
  return reshapeTo(flat, new PyTuple(wanted), order, py);
}
