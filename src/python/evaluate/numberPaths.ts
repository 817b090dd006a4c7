/**
 * Short ways for what loops do most: arithmetic and comparison of small ints and of floats. Anything else, and what
 * leaves the safe integers, goes the general way.
 */
import type { BinaryOperator, ComparisonOperator } from '../syntax.ts';
import { floatClass } from '../types.ts';
import { PyFloat, type Value } from '../values.ts';

/** Undefined where the general way must be taken. */
export type ShortWay = (left: Value, right: Value) => Value | undefined;

function plainFloat(value: Value): value is PyFloat {
  return value instanceof PyFloat && value.cls === floatClass;
}

const arithmetic: { readonly [operator in BinaryOperator]?: ShortWay } = {
  Add: (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') {
      const sum = left + right;
      return Number.isSafeInteger(sum) ? sum : undefined;
    }
    return plainFloat(left) && plainFloat(right) ? new PyFloat(left.value + right.value) : undefined;
  },
  Sub: (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') {
      const difference = left - right;
      return Number.isSafeInteger(difference) ? difference : undefined;
    }
    return plainFloat(left) && plainFloat(right) ? new PyFloat(left.value - right.value) : undefined;
  },
  Mult: (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') {
      const product = left * right;
      // Zero has no sign in Python.
      return Number.isSafeInteger(product) ? product + 0 : undefined;
    }
    return plainFloat(left) && plainFloat(right) ? new PyFloat(left.value * right.value) : undefined;
  },
};

const comparisons: { readonly [operator in ComparisonOperator]?: (left: number, right: number) => boolean } =
  {
    Eq: (left, right) => left === right,
    NotEq: (left, right) => left !== right,
    Lt: (left, right) => left < right,
    LtE: (left, right) => left <= right,
    Gt: (left, right) => left > right,
    GtE: (left, right) => left >= right,
  };

export function shortArithmetic(operator: BinaryOperator): ShortWay | null {
  return arithmetic[operator] ?? null;
}

export function shortComparison(operator: ComparisonOperator): ShortWay | null {
  const compare = comparisons[operator];
  if (compare === undefined) return null;
  return (left, right) =>
    typeof left === 'number' && typeof right === 'number' ? compare(left, right) : undefined;
}
