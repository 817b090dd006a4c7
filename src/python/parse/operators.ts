/** Converts operations, and what is awaited or yielded. */

import type { BinaryOperator, BooleanOperator, ComparisonOperator, Expression } from '../syntax.ts';
import { type Concrete, hasToken, requiredField } from './concrete.ts';
import { all, expression, spanOf } from './expressions.ts';
import type { Source } from './source.ts';

const binaryOperators: Readonly<Record<string, BinaryOperator>> = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mult',
  '@': 'MatMult',
  '/': 'Div',
  '%': 'Mod',
  '**': 'Pow',
  '<<': 'LShift',
  '>>': 'RShift',
  '|': 'BitOr',
  '^': 'BitXor',
  '&': 'BitAnd',
  '//': 'FloorDiv',
};
const comparisonOperators: Readonly<Record<string, ComparisonOperator>> = {
  '==': 'Eq',
  '!=': 'NotEq',
  '<': 'Lt',
  '<=': 'LtE',
  '>': 'Gt',
  '>=': 'GtE',
  is: 'Is',
  'is not': 'IsNot',
  in: 'In',
  'not in': 'NotIn',
};
export function binaryOperator(token: string): BinaryOperator {
  return binaryOperators[token]!;
}

/** How tightly `|`, `^` and `&` bind; tree-sitter has the last two the wrong way round. */
const bitwisePrecedence: Readonly<Record<string, number>> = { '|': 1, '^': 2, '&': 3 };

/** Regroups a chain of bitwise operators by their precedence. */
function bitwise(source: Source, node: Concrete): Expression {
  const operands: Concrete[] = [];
  const operators: string[] = [];
  const pending: (Concrete | string)[] = [node];
  while (pending.length > 0) {
    const next = pending.pop()!;
    if (typeof next === 'string') operators.push(next);
    else if (next.type === 'binary_operator' && Object.hasOwn(bitwisePrecedence, next.children[1]!.type)) {
      pending.push(next.children[2]!, next.children[1]!.type, next.children[0]!);
    } else operands.push(next);
  }
  const values = [expression(source, operands[0]!)];
  const waiting: string[] = [];
  const reduce = () => {
    const right = values.pop()!;
    const left = values.pop()!;
    const start = starts.pop()!;
    const end = ends.pop()!;
    starts[starts.length - 1] = Math.min(starts[starts.length - 1]!, start);
    ends[ends.length - 1] = end;
    const op = binaryOperators[waiting.pop()!]!;
    values.push({ kind: 'BinOp', left, op, right, span: source.span(starts[starts.length - 1]!, end) });
  };
  // Kept beside the values, since the parentheses of an operand belong to the operation's span.
  const starts = [operands[0]!.start];
  const ends = [operands[0]!.end];
  operators.forEach((operator, index) => {
    while (waiting.length > 0 && bitwisePrecedence[waiting.at(-1)!]! >= bitwisePrecedence[operator]!)
      reduce();
    const operand = operands[index + 1]!;
    waiting.push(operator);
    values.push(expression(source, operand));
    starts.push(operand.start);
    ends.push(operand.end);
  });
  while (waiting.length > 0) reduce();
  return values[0]!;
}

/** Goes down the left side without recursion: sums can be long. */
export function binary(source: Source, node: Concrete): Expression {
  if (node.children[1]!.type === '&' || node.children[1]!.type === '|' || node.children[1]!.type === '^') {
    return bitwise(source, node);
  }
  const pending: Concrete[] = [];
  let leftmost = node;
  while (leftmost.type === 'binary_operator') {
    pending.push(leftmost);
    leftmost = requiredField(leftmost, 'left');
  }
  let left = expression(source, leftmost);
  while (pending.length > 0) {
    const operation = pending.pop()!;
    const op = binaryOperators[requiredField(operation, 'operator').type]!;
    const right = expression(source, requiredField(operation, 'right'));
    left = { kind: 'BinOp', left, op, right, span: spanOf(source, operation) };
  }
  return left;
}

export function boolean(source: Source, node: Concrete): Expression {
  const operator = requiredField(node, 'operator').type;
  const operands: Concrete[] = [];
  let left = node;
  while (left.type === 'boolean_operator' && requiredField(left, 'operator').type === operator) {
    operands.push(requiredField(left, 'right'));
    left = requiredField(left, 'left');
  }
  operands.push(left);
  const op: BooleanOperator = operator === 'and' ? 'And' : 'Or';
  return { kind: 'BoolOp', op, values: all(source, operands.reverse()), span: spanOf(source, node) };
}

export function comparison(source: Source, node: Concrete): Expression {
  const operands: Concrete[] = [];
  const ops: ComparisonOperator[] = [];
  for (const child of node.children) {
    if (child.field !== 'operators') operands.push(child);
    else {
      const op = comparisonOperators[child.type];
      if (op === undefined)
        return source.fail(child.start, child.end, "invalid syntax: '{0}' is '!=' in Python 3", '<>');
      ops.push(op);
    }
  }
  const [left, ...comparators] = all(source, operands);
  return { kind: 'Compare', left: left!, ops, comparators, span: spanOf(source, node) };
}

/** `await x ** 2` is `(await x) ** 2`, which tree-sitter reads the other way round. */
export function awaited(source: Source, node: Concrete): Expression {
  const operand = node.children[1] ?? source.fail(node.start, node.end, 'invalid syntax');
  if (operand.type === 'binary_operator' && requiredField(operand, 'operator').type === '**') {
    const base = requiredField(operand, 'left');
    return {
      kind: 'BinOp',
      left: { kind: 'Await', value: expression(source, base), span: source.span(node.start, base.end) },
      op: 'Pow',
      right: expression(source, requiredField(operand, 'right')),
      span: spanOf(source, node),
    };
  }
  return { kind: 'Await', value: expression(source, operand), span: spanOf(source, node) };
}

export function yielded(source: Source, node: Concrete): Expression {
  const span = spanOf(source, node);
  const last = node.children[node.children.length - 1]!;
  if (hasToken(node, 'from')) return { kind: 'YieldFrom', value: expression(source, last), span };
  return { kind: 'Yield', value: node.children.length > 1 ? expression(source, last) : null, span };
}
