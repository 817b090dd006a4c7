/** The operators of arrays: arithmetic, comparisons, products, and the same in place. */
import { PythonError, TypeError, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NOT_IMPLEMENTED, NotKnown, PyFloat, type Value } from '../../python/values.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { isTime } from './dates/units.ts';
import { defineMethod, troubleListener } from './definition.ts';
import { kindOf } from './dtypes.ts';
import { applyElementwise, castForOutput } from './elementwise.ts';
import { assign } from './indexAssignment.ts';
import { abstractArray, type NdArray, ndarrayClass } from './ndarray.ts';
import { operation } from './operations.ts';
import { operatorMethods } from './operators.ts';
import { dot, matmul } from './products.ts';
import { isStruct } from './structs/types.ts';
import { applyToValues } from './ufuncs.ts';

export const self = (value: Value): NdArray => value as NdArray;

function binary(name: string, self: Value, other: Value, reflected: boolean, py: Interpreter): Value {
  const rule = operation(name);
  if (reflected) return applyToValues(rule, [other, self], py);
  if (typeof other === 'object' && other !== null && defersTo(other)) return NOT_IMPLEMENTED;
  // NumPy squares where the exponent is the number two, which keeps small integer types.
  const squares =
    name === 'power' &&
    (other === 2 ||
      (other instanceof PyFloat && other.value === 2 && 'fc'.includes(kindOf((self as NdArray).dtype))));
  return squares ? applyToValues(operation('square'), [self], py) : applyToValues(rule, [self, other], py);
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

const isTypeError = (error: PythonError): boolean => error.exception.cls.isSubclassOf(TypeError);

function compare(name: string, left: Value, right: Value, py: Interpreter): Value {
  if (typeof right === 'object' && right !== null && defersTo(right)) return NOT_IMPLEMENTED;
  const array = self(left);
  const ordered = name !== 'equal' && name !== 'not_equal';
  if (ordered && (isStruct(array.dtype) || (typeof right === 'string' && isTime(array.dtype))))
    return NOT_IMPLEMENTED;
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
    const gaveUp =
      error instanceof PythonError &&
      (error.exception.cls === ValueError || (isTime(array.dtype) && isTypeError(error)));
    if (gaveUp && (name === 'equal' || name === 'not_equal')) return name === 'not_equal';
    throw error;
  }
}

/** Arithmetic, comparisons and signs, and the same in place. */
export const operators = operatorMethods({
  binary,
  compare,
  unary: (name, array, py) => applyToValues(operation(name), [array], py),
  inPlace: (name, target, other, py) => inPlace(name, self(target), other, py),
});

export const products = [
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
