/** The operators of arrays: arithmetic, comparisons, products, and the same in place. */
import { PythonError, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NOT_IMPLEMENTED, NotKnown, PyFloat, type Value } from '../../python/values.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { defineMethod, troubleListener } from './definition.ts';
import { kindOf } from './dtypes.ts';
import { applyElementwise, castForOutput } from './elementwise.ts';
import { assign } from './indexAssignment.ts';
import { abstractArray, type NdArray, ndarrayClass } from './ndarray.ts';
import { operation } from './operations.ts';
import { dot, matmul } from './products.ts';
import { applyToValues } from './ufuncs.ts';

export const self = (value: Value): NdArray => value as NdArray;

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

export const arithmetic = (
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

export const comparisons = (
  [
    ['eq', 'equal'],
    ['ne', 'not_equal'],
    ['lt', 'less'],
    ['le', 'less_equal'],
    ['gt', 'greater'],
    ['ge', 'greater_equal'],
  ] as const
).map(([symbol, name]) => comparisonOperator(symbol, name));

export const unaries = (
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
