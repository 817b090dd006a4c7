/** Operators of tensors and variables: arithmetic, comparison, logic, matrix products. */

import { isInteger } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import { Tensor } from '../../../graph/tensor.ts';
import { method, type NativeBody } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NOT_IMPLEMENTED, PyObject, Unknown, type Value } from '../../../python/values.ts';
import { numberOf } from '../objects/arguments.ts';
import { isTensorLike, operandOf, tensorOf, wrap } from './conversion.ts';
import { tensorflowOperands } from './mixedTypes.ts';
import { applyOperation } from './operation.ts';
import { isText, onText } from './textOperators.ts';

type Binary = (a: ops.Operand, b: ops.Operand) => Tensor;

const arithmetic: readonly [string, string, Binary][] = [
  ['add', 'add', ops.add],
  ['sub', 'subtract', ops.sub],
  ['mul', 'multiply', ops.mul],
  ['truediv', 'true_divide', ops.div],
  ['floordiv', 'floor_divide', ops.floorDivide],
  ['mod', 'mod', ops.mod],
  ['pow', 'power', ops.pow],
];
const comparisons: readonly [string, string, Binary][] = [
  ['lt', 'less', ops.less],
  ['le', 'less_equal', ops.lessEqual],
  ['gt', 'greater', ops.greater],
  ['ge', 'greater_equal', ops.greaterEqual],
  ['eq', 'equal', ops.equal],
  ['ne', 'not_equal', ops.notEqual],
];
/** Whole numbers by their bits, as TensorFlow's operators do; anything else by its truth. */
const bitsOr =
  (truth: Binary, bits: Binary): Binary =>
  (a, b) =>
    [a, b].every(isWhole) ? bits(a, b) : truth(a, b);
const isWhole = (operand: ops.Operand): boolean =>
  operand instanceof Tensor ? isInteger(operand.dtype) : Number.isInteger(operand);
const logical: readonly [string, string, Binary][] = [
  ['and', 'logical_and', bitsOr(ops.logicalAnd, ops.bitwiseAnd)],
  ['or', 'logical_or', bitsOr(ops.logicalOr, ops.bitwiseOr)],
  ['xor', 'logical_xor', bitsOr(ops.logicalXor, ops.bitwiseXor)],
];

function convertible(value: Value): boolean {
  return (
    isTensorLike(value) ||
    numberOf(value) !== undefined ||
    (value instanceof PyObject && ['list', 'tuple'].includes(value.cls.name))
  );
}

function operate(name: string, compute: Binary): (left: Value, right: Value, py: Interpreter) => Value {
  const body: NativeBody = ([left, right], py) =>
    wrap(
      py,
      onText(py, name, left, right) ?? compute(operandOf(py, left, right), operandOf(py, right, left)),
    );
  return (left, right, py) => {
    if (right instanceof Unknown) return right;
    if (left instanceof Unknown) return left;
    const areTexts = isText(left) && isText(right);
    if (!areTexts && (!convertible(left) || !convertible(right))) return NOT_IMPLEMENTED;
    return applyOperation(
      py,
      name,
      areTexts ? [left, right] : tensorflowOperands(py, name, left, right),
      body,
    );
  };
}

export function operatorEntries(): [string, Value][] {
  const entries: [string, Value][] = [];
  for (const [dunder, name, compute] of [...arithmetic, ...logical]) {
    const run = operate(name, compute);
    entries.push([
      `__${dunder}__`,
      method(`__${dunder}__(self, other)`, ([self, other], py) => run(self, other, py)),
    ]);
    entries.push([
      `__r${dunder}__`,
      method(`__r${dunder}__(self, other)`, ([self, other], py) => run(other, self, py)),
    ]);
  }
  for (const [dunder, name, compute] of comparisons) {
    const run = operate(name, compute);
    entries.push([
      `__${dunder}__`,
      method(`__${dunder}__(self, other)`, ([self, other], py) => run(self, other, py)),
    ]);
  }
  const product: NativeBody = ([left, right], py) =>
    wrap(py, ops.matmul(tensorOf(py, left), tensorOf(py, right)));
  const multiply = (left: Value, right: Value, py: Interpreter): Value =>
    applyOperation(py, 'matmul', tensorflowOperands(py, 'matmul', left, right), product);
  entries.push(['__matmul__', method('__matmul__(self, other)', ([a, b], py) => multiply(a, b, py))]);
  entries.push(['__rmatmul__', method('__rmatmul__(self, other)', ([a, b], py) => multiply(b, a, py))]);
  const unary: readonly [string, string, (x: ops.Operand) => Tensor][] = [
    ['neg', 'negative', ops.neg],
    ['abs', 'absolute', ops.abs],
    ['invert', 'logical_not', x => (isWhole(x) ? ops.invert(x) : ops.logicalNot(x))],
  ];
  for (const [dunder, name, compute] of unary) {
    const body: NativeBody = ([self], py) => wrap(py, compute(tensorOf(py, self)));
    entries.push([
      `__${dunder}__`,
      method(`__${dunder}__(self)`, (args, py) => applyOperation(py, name, args, body)),
    ]);
  }
  entries.push(['__hash__', method('__hash__(self)', () => 0)]);
  return entries;
}
