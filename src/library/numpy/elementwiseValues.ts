/** Operations on elements that are no plain numbers: 64-bit integers beyond doubles, complex numbers, text, objects. */
import { raise, TypeError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { missingAttribute } from '../../python/operations/attributes.ts';
import { classOf } from '../../python/types.ts';
import { NotKnown, PyComplex, type Value } from '../../python/values.ts';
import { itemsOf } from './casting.ts';
import { type DTypeName, dtypeInfo, kindOf } from './dtypes.ts';
import type { ElementwiseOptions, Operation } from './elementwise.ts';
import { broadcastStrides, forEachRun } from './iteration.ts';
import { ArrayData, fromItems, sizeOf } from './storage.ts';

/** The operation element by element, on whatever values they are. */
export function computeValues(
  operation: Operation,
  inputs: readonly ArrayData[],
  shape: readonly number[],
  computed: DTypeName,
  result: DTypeName,
  options: ElementwiseOptions,
): ArrayData {
  const size = sizeOf(shape);
  const values: Value[] = new Array(size);
  const apply = valueFunction(operation, computed, options.py ?? null);
  const strides = [new ArrayData(inputs[0].memory, computed, shape).strides].concat(
    inputs.map(input => broadcastStrides(input, shape)),
  );
  const left = inputs[0].items;
  const right = (inputs[1] ?? inputs[0]).items;
  forEachRun(shape, strides, [0, ...inputs.map(input => input.offset)], (positions, length, steps) => {
    for (let i = 0; i < length; i++) {
      const a = left[positions[1] + i * steps[1]];
      const b = inputs.length > 1 ? right[positions[2] + i * steps[2]] : a;
      values[positions[0] + i * steps[0]] = apply(a, b);
    }
  });
  const wrapped = 'iu'.includes(kindOf(result)) ? values.map(value => wrap(value, result)) : values;
  return fromItems(
    itemsOf(
      wrapped.map(value => storable(value, result)),
      result,
    ),
    shape,
    result,
  );
}

function wrap(value: Value, dtype: DTypeName): Value {
  const big = typeof value === 'bigint' ? value : BigInt(Math.trunc(Number(value)));
  const bits = dtypeInfo(dtype).itemSize * 8;
  const inRange = kindOf(dtype) === 'u' ? BigInt.asUintN(bits, big) : BigInt.asIntN(bits, big);
  return inRange >= -9007199254740991n && inRange <= 9007199254740991n ? Number(inRange) : inRange;
}

function storable(value: Value, dtype: DTypeName): Value {
  if (typeof value === 'boolean' && dtype === 'bool') return value ? 1 : 0;
  if (value instanceof PyComplex && dtype === 'complex64') {
    return new PyComplex(Math.fround(value.real), Math.fround(value.imaginary));
  }
  return typeof value === 'bigint' && kindOf(dtype) === 'f' ? Number(value) : value;
}

function valueFunction(
  operation: Operation,
  computed: DTypeName,
  py: Interpreter | null,
): (a: Value, b: Value) => Value {
  switch (kindOf(computed)) {
    case 'O':
      if (py === null) throw new NotKnown('objects need the interpreter');
      return operation.object === undefined
        ? (a, b) => ownMethod(operation, a, b, py)
        : (a, b) => operation.object!(a, b, py);
    case 'c':
      return (a, b) => operation.complex!(a as PyComplex, b as PyComplex);
    case 'U':
    case 'S':
      return (a, b) => operation.text!(a as string, b as string);
    default:
      return (a, b) =>
        operation.wide === undefined
          ? operation.number(Number(a), Number(b))
          : operation.wide(BigInt(a as number), BigInt(b as number));
  }
}

/** What an object's own method of the function's name gives. */
function ownMethod(operation: Operation, a: Value, b: Value, py: Interpreter): Value {
  const own = py.getAttributeOrUndefined(a, operation.name);
  if (own !== undefined) return py.call(own, operation.inputs === 1 ? [] : [b]);
  if (operation.inputs === 2) throw missingAttribute(a, operation.name);
  throw raise(
    TypeError,
    `loop of ufunc does not support argument 0 of type ${classOf(a).name} which has no callable ${operation.name} method`,
  );
}
