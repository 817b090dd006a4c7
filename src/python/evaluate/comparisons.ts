/** Compiles comparisons, chained ones too. */
import { compareValues, containsValue } from '../operations/operators.ts';
import { truthOf } from '../operations/truth.ts';
import { type Pending, whenSettled } from '../suspension.ts';
import type { Compare, ComparisonOperator } from '../syntax.ts';
import { PyFloat, Unknown, type Value } from '../values.ts';
import type { Evaluate } from './code.ts';
import { guardTwo } from './combine.ts';
import type { Compiler } from './compiler.ts';
import type { Frame } from './frame.ts';
import { guard } from './guard.ts';
import { shortComparison } from './numberPaths.ts';
import type { Scope } from './scopes.ts';

export function compileComparison(compiler: Compiler, node: Compare, scope: Scope): Evaluate {
  if (node.ops.length === 1) {
    const operator = node.ops[0];
    return guardTwo(
      node,
      compiler.expression(node.left, scope),
      compiler.expression(node.comparators[0], scope),
      (frame, left, right) => compareOnce(frame, operator, left, right),
      shortComparison(operator),
    );
  }
  const operands = [node.left, ...node.comparators].map(part => compiler.expression(part, scope));
  return guard(node, frame =>
    whenSettled(operands[0](frame), first => compareChain(frame, node.ops, operands, 0, first)),
  );
}

function compareChain(
  frame: Frame,
  operators: readonly ComparisonOperator[],
  operands: readonly Evaluate[],
  index: number,
  left: Value,
): Value | Pending {
  return whenSettled(operands[index + 1](frame), right => {
    const result = compareOnce(frame, operators[index], left, right);
    if (index === operators.length - 1) return result;
    const truth = truthOf(frame.py, result);
    if (truth === false) return result;
    return whenSettled(compareChain(frame, operators, operands, index + 1, right), rest =>
      truth === true ? rest : new Unknown(truth.reason, 'bool'),
    );
  });
}

function compareOnce(frame: Frame, operator: ComparisonOperator, left: Value, right: Value): Value {
  switch (operator) {
    case 'Is':
      return isSame(left, right);
    case 'IsNot': {
      const same = isSame(left, right);
      return same instanceof Unknown ? same : !same;
    }
    case 'In':
      return containsValue(frame.py, right, left);
    case 'NotIn': {
      const contains = containsValue(frame.py, right, left);
      return contains instanceof Unknown ? contains : !frame.py.truth(contains);
    }
    default:
      frame.py.site = null;
      return compareValues(frame.py, operator, left, right);
  }
}

function isSame(left: Value, right: Value): boolean | Unknown {
  if (left instanceof Unknown || right instanceof Unknown) {
    const unknown = left instanceof Unknown ? left : (right as Unknown);
    const other = left instanceof Unknown ? right : left;
    // "is None" is decided when the type is known to be something else.
    if (other === null && unknown.kind !== null && unknown.kind !== 'NoneType') return false;
    return new Unknown(unknown.reason, 'bool');
  }
  return (
    left === right ||
    (left instanceof PyFloat &&
      right instanceof PyFloat &&
      Object.is(left.value, right.value) &&
      left === right)
  );
}
