/** Converts tree-sitter's expressions. */

import type {
  BinaryOperator,
  BooleanOperator,
  ComparisonOperator,
  Comprehension,
  Expression,
  ExpressionContext,
  Keyword,
  Name,
  Span,
  UnaryOperator,
} from '../syntax.ts';
import { type Concrete, contentOf, fieldOf, hasToken, requiredField } from './concrete.ts';
import { stringLiteral } from './literals.ts';
import { numberValue } from './numbers.ts';
import { lambdaArguments } from './parameters.ts';
import type { Source } from './source.ts';

/** As deep as expressions may nest; CPython gives up at 200 brackets. */
const maximumDepth = 400;

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
const unaryOperators: Readonly<Record<string, UnaryOperator>> = { '+': 'UAdd', '-': 'USub', '~': 'Invert' };

export function binaryOperator(token: string): BinaryOperator {
  return binaryOperators[token]!;
}

export function spanOf(source: Source, node: Concrete): Span {
  return source.span(node.start, node.end);
}

export function textOf(source: Source, node: Concrete): string {
  return source.text.slice(node.start, node.end);
}

/** An identifier as Python compares it: in normal form NFKC. */
export function identifier(source: Source, node: Concrete): string {
  const text = textOf(source, node);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what ASCII is
  return /^[\x00-\x7f]*$/.test(text) ? text : text.normalize('NFKC');
}

/** Converts an expression that is read. */
export function expression(source: Source, node: Concrete): Expression {
  if (++source.depth > maximumDepth) {
    source.depth--;
    return source.fail(node.start, node.end, 'too many nested parentheses');
  }
  try {
    return source.text[node.start] === '*' ? starredOperand(source, node) : convert(source, node);
  } finally {
    source.depth--;
  }
}

/** `*a.b()` unpacks `a.b()`; tree-sitter takes the attribute and the call of `*a`. */
function starredOperand(source: Source, node: Concrete): Expression {
  const splats = ['list_splat', 'list_splat_pattern', 'splat_type'];
  const first = node.children[0];
  const collects = /_list$|^type$|^tuple_expression$/.test(node.type);
  if (first === undefined || collects || splats.includes(node.type)) return convert(source, node);
  const without = (part: Concrete): Concrete => {
    if (splats.includes(part.type)) return { ...part.children[1]!, field: part.field };
    const [head, ...rest] = part.children;
    if (head === undefined) return source.fail(part.start, part.end, 'invalid syntax');
    const inside = without(head);
    return { ...part, start: inside.start, children: [inside, ...rest] };
  };
  return {
    kind: 'Starred',
    value: expression(source, without(node)),
    ctx: 'Load',
    span: spanOf(source, node),
  };
}

function convert(source: Source, node: Concrete): Expression {
  switch (node.type) {
    case 'identifier':
      return { kind: 'Name', id: identifier(source, node), ctx: 'Load', span: spanOf(source, node) };
    case 'integer':
    case 'float':
      return number(source, node);
    case 'true':
    case 'false':
      return {
        kind: 'Constant',
        value: { type: 'bool', value: node.type === 'true' },
        span: spanOf(source, node),
      };
    case 'none':
      return { kind: 'Constant', value: { type: 'None' }, span: spanOf(source, node) };
    case 'ellipsis':
      return { kind: 'Constant', value: { type: 'Ellipsis' }, span: spanOf(source, node) };
    case 'string':
    case 'concatenated_string':
      return stringLiteral(source, node);
    case 'call':
      return call(source, node);
    case 'attribute':
    case 'subscript':
    case 'list_splat':
    case 'list_splat_pattern':
    case 'list':
    case 'list_pattern':
    case 'tuple':
    case 'tuple_pattern':
    case 'expression_list':
    case 'pattern_list':
    case 'tuple_expression':
      return place(source, node, 'Load');
    case 'splat_type':
      return starred(source, node, 'Load');
    case 'parenthesized_expression':
    case 'type':
      return expression(source, inner(source, node));
    case 'binary_operator':
      return binary(source, node);
    case 'boolean_operator':
      return boolean(source, node);
    case 'comparison_operator':
      return comparison(source, node);
    case 'unary_operator': {
      const op = unaryOperators[requiredField(node, 'operator').type]!;
      const operand = expression(source, requiredField(node, 'argument'));
      return { kind: 'UnaryOp', op, operand, span: spanOf(source, node) };
    }
    case 'not_operator': {
      const operand = expression(source, requiredField(node, 'argument'));
      return { kind: 'UnaryOp', op: 'Not', operand, span: spanOf(source, node) };
    }
    case 'await':
      return awaited(source, node);
    case 'conditional_expression': {
      const [body, , test, , orelse] = node.children;
      if (orelse === undefined)
        return source.fail(node.start, node.end, "expected 'else' after 'if' expression");
      return {
        kind: 'IfExp',
        test: expression(source, test!),
        body: expression(source, body!),
        orelse: expression(source, orelse),
        span: spanOf(source, node),
      };
    }
    case 'lambda':
      return {
        kind: 'Lambda',
        args: lambdaArguments(source, node),
        body: expression(source, requiredField(node, 'body')),
        span: spanOf(source, node),
      };
    case 'named_expression':
      return {
        kind: 'NamedExpr',
        target: place(source, requiredField(node, 'name'), 'Store') as Name,
        value: expression(source, requiredField(node, 'value')),
        span: spanOf(source, node),
      };
    case 'yield':
      return yielded(source, node);
    case 'dictionary':
      return dictionary(source, node);
    case 'set':
      return { kind: 'Set', elts: all(source, contentOf(node)), span: spanOf(source, node) };
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
    case 'dictionary_comprehension':
      return comprehension(source, node);
    case 'slice':
      return slice(source, node);
    case 'generic_type':
      return genericType(source, node);
    case 'union_type':
      return unionType(source, node);
    case 'member_type': {
      const [value, , name] = node.children;
      return {
        kind: 'Attribute',
        value: expression(source, value!),
        attr: identifier(source, name!),
        attrSpan: spanOf(source, name!),
        ctx: 'Load',
        span: spanOf(source, node),
      };
    }
    default:
      return source.fail(node.start, node.end, 'invalid syntax');
  }
}

export function all(source: Source, nodes: readonly Concrete[]): Expression[] {
  return nodes.map(node => expression(source, node));
}

/** What stands in the parentheses. */
function inner(source: Source, node: Concrete): Concrete {
  return contentOf(node)[0] ?? source.fail(node.start, node.end, 'invalid syntax');
}

function number(source: Source, node: Concrete): Expression {
  const text = textOf(source, node);
  const value = numberValue(text);
  if (value !== null) return { kind: 'Constant', value, span: spanOf(source, node) };
  if (/^0[0-9_]+$/.test(text)) {
    const message =
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';
    return source.fail(node.start, node.end, message);
  }
  return source.fail(node.start, node.end, 'invalid decimal literal');
}

// ------------------------------------------------------------------------------ what can be assigned to

/** How CPython calls what cannot be assigned to. */
const notAssignable: Readonly<Record<string, string>> = {
  call: 'function call',
  integer: 'literal',
  float: 'literal',
  string: 'literal',
  concatenated_string: 'literal',
  true: 'True',
  false: 'False',
  none: 'None',
  ellipsis: 'ellipsis',
  comparison_operator: 'comparison',
  conditional_expression: 'conditional expression',
  lambda: 'lambda',
  await: 'await expression',
  yield: 'yield expression',
  dictionary: 'dict literal',
  set: 'set display',
  list_comprehension: 'list comprehension',
  set_comprehension: 'set comprehension',
  dictionary_comprehension: 'dict comprehension',
  generator_expression: 'generator expression',
  named_expression: 'named expression',
};

/** Converts a name, attribute, item, list, tuple or starred one of these, for reading or as a target. */
export function place(source: Source, node: Concrete, ctx: ExpressionContext): Expression {
  const span = () => spanOf(source, node);
  switch (node.type) {
    case 'identifier':
      return { kind: 'Name', id: identifier(source, node), ctx, span: span() };
    case 'attribute': {
      const name = requiredField(node, 'attribute');
      return {
        kind: 'Attribute',
        value: expression(source, requiredField(node, 'object')),
        attr: identifier(source, name),
        attrSpan: spanOf(source, name),
        ctx,
        span: span(),
      };
    }
    case 'subscript':
      return {
        kind: 'Subscript',
        value: expression(source, requiredField(node, 'value')),
        slice: subscriptIndex(source, node),
        ctx,
        span: span(),
      };
    case 'list_splat':
    case 'list_splat_pattern':
      return starred(source, node, ctx);
    case 'list':
    case 'list_pattern':
      return { kind: 'List', elts: places(source, contentOf(node), ctx), ctx, span: span() };
    case 'tuple_pattern':
    case 'tuple': {
      const content = contentOf(node);
      // `(x) = 1` is a tuple pattern to tree-sitter.
      if (content.length === 1 && !hasToken(node, ',')) return place(source, content[0]!, ctx);
      return { kind: 'Tuple', elts: places(source, content, ctx), ctx, span: span() };
    }
    case 'expression_list':
    case 'pattern_list':
    case 'tuple_expression':
      return { kind: 'Tuple', elts: places(source, contentOf(node), ctx), ctx, span: span() };
    case 'parenthesized_expression':
    case 'as_pattern_target':
      return place(source, inner(source, node), ctx);
    default: {
      if (ctx === 'Load') return expression(source, node);
      const name = notAssignable[node.type] ?? 'expression';
      return source.fail(
        node.start,
        node.end,
        ctx === 'Del' ? 'cannot delete {0}' : 'cannot assign to {0}',
        name,
      );
    }
  }
}

function places(source: Source, nodes: readonly Concrete[], ctx: ExpressionContext): Expression[] {
  return nodes.map(node => (ctx === 'Load' ? expression(source, node) : place(source, node, ctx)));
}

function starred(source: Source, node: Concrete, ctx: ExpressionContext): Expression {
  const value = node.children[1] ?? source.fail(node.start, node.end, 'invalid syntax');
  return {
    kind: 'Starred',
    value: ctx === 'Load' ? expression(source, value) : place(source, value, ctx),
    ctx,
    span: spanOf(source, node),
  };
}

/** The index of `value[index]`: a tuple where there is a comma outside of brackets. */
function subscriptIndex(source: Source, node: Concrete): Expression {
  const items = node.children.filter(child => child.field === 'subscript' && child.type !== ',');
  const closing = node.children[node.children.length - 1]!;
  return indexOf(source, node, items, closing);
}

function indexOf(source: Source, node: Concrete, items: readonly Concrete[], closing: Concrete): Expression {
  const first = items[0] ?? source.fail(node.start, node.end, 'invalid syntax');
  const elts = all(source, items);
  if (!hasToken(node, ',') && elts[0]!.kind !== 'Starred') return elts[0]!;
  let end = items[items.length - 1]!.end;
  for (const child of node.children) {
    if (child.type === ',' && child.start >= end && child.end <= closing.start) end = child.end;
  }
  return { kind: 'Tuple', elts, ctx: 'Load', span: source.span(first.start, end) };
}

/** `list[int]` in an annotation. */
function genericType(source: Source, node: Concrete): Expression {
  const [value, parameters] = node.children;
  const items = contentOf(parameters!);
  return {
    kind: 'Subscript',
    value: { kind: 'Name', id: identifier(source, value!), ctx: 'Load', span: spanOf(source, value!) },
    slice: indexOf(source, parameters!, items, parameters!.children[parameters!.children.length - 1]!),
    ctx: 'Load',
    span: spanOf(source, node),
  };
}

/** `A | B | C` in an annotation, whose parts tree-sitter groups in any way. */
function unionType(source: Source, node: Concrete): Expression {
  const parts: Concrete[] = [];
  const gather = (part: Concrete): void => {
    const bitOr = part.type === 'binary_operator' && part.children[1]!.type === '|';
    if (part.type === 'type') gather(part.children[0]!);
    else if (part.type === 'union_type' || bitOr) {
      gather(part.children[0]!);
      gather(part.children[2]!);
    } else parts.push(part);
  };
  gather(node);
  const [first, ...rest] = parts;
  let left = expression(source, first!);
  for (const part of rest) {
    const span = source.span(node.start, part.end);
    left = { kind: 'BinOp', left, op: 'BitOr', right: expression(source, part), span };
  }
  return left;
}

function slice(source: Source, node: Concrete): Expression {
  const parts: (Expression | null)[] = [null, null, null];
  let part = 0;
  for (const child of node.children) {
    if (child.type === ':') part++;
    else parts[part] = expression(source, child);
  }
  return { kind: 'Slice', lower: parts[0]!, upper: parts[1]!, step: parts[2]!, span: spanOf(source, node) };
}

// -------------------------------------------------------------------------------------------- operators

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
function binary(source: Source, node: Concrete): Expression {
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

function boolean(source: Source, node: Concrete): Expression {
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

function comparison(source: Source, node: Concrete): Expression {
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
function awaited(source: Source, node: Concrete): Expression {
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

function yielded(source: Source, node: Concrete): Expression {
  const span = spanOf(source, node);
  const last = node.children[node.children.length - 1]!;
  if (hasToken(node, 'from')) return { kind: 'YieldFrom', value: expression(source, last), span };
  return { kind: 'Yield', value: node.children.length > 1 ? expression(source, last) : null, span };
}

// -------------------------------------------------------------------------------- displays and calls

function dictionary(source: Source, node: Concrete): Expression {
  const keys: (Expression | null)[] = [];
  const values: Expression[] = [];
  for (const child of contentOf(node)) {
    if (child.type === 'dictionary_splat') {
      keys.push(null);
      values.push(expression(source, child.children[1]!));
    } else {
      keys.push(expression(source, requiredField(child, 'key')));
      values.push(expression(source, requiredField(child, 'value')));
    }
  }
  return { kind: 'Dict', keys, values, span: spanOf(source, node) };
}

function comprehension(source: Source, node: Concrete): Expression {
  const body = requiredField(node, 'body');
  const span = spanOf(source, node);
  const generators = comprehensionClauses(source, node);
  if (node.type === 'dictionary_comprehension') {
    return {
      kind: 'DictComp',
      key: expression(source, requiredField(body, 'key')),
      value: expression(source, requiredField(body, 'value')),
      generators,
      span,
    };
  }
  const elt = expression(source, body);
  if (elt.kind === 'Starred') {
    source.fail(body.start, body.end, 'iterable unpacking cannot be used in comprehension');
  }
  if (node.type === 'list_comprehension') return { kind: 'ListComp', elt, generators, span };
  if (node.type === 'set_comprehension') return { kind: 'SetComp', elt, generators, span };
  return { kind: 'GeneratorExp', elt, generators, span };
}

function comprehensionClauses(source: Source, node: Concrete): Comprehension[] {
  const clauses: (Comprehension & { ifs: Expression[] })[] = [];
  for (const child of node.children) {
    if (child.type === 'if_clause') {
      const clause = clauses[clauses.length - 1]!;
      clause.ifs.push(expression(source, child.children[1]!));
    } else if (child.type === 'for_in_clause') {
      // Python 2 allowed `for x in 1, 2` here; in a call the second is an argument too many.
      if (hasToken(child, ',') && child.children.filter(part => part.field === 'right').length > 1) {
        source.fail(node.start, node.end, 'Generator expression must be parenthesized');
      }
      clauses.push({
        kind: 'comprehension',
        target: place(source, requiredField(child, 'left'), 'Store'),
        iter: expression(source, requiredField(child, 'right')),
        ifs: [],
        is_async: hasToken(child, 'async') ? 1 : 0,
        span: spanOf(source, child),
      });
    }
  }
  return clauses;
}

function call(source: Source, node: Concrete): Expression {
  const func = expression(source, requiredField(node, 'function'));
  const list = requiredField(node, 'arguments');
  if (list.type === 'generator_expression') {
    return { kind: 'Call', func, args: [expression(source, list)], keywords: [], span: spanOf(source, node) };
  }
  return { kind: 'Call', func, ...callArguments(source, list), span: spanOf(source, node) };
}

/** The arguments between the parentheses of a call or class definition. */
export function callArguments(source: Source, list: Concrete): { args: Expression[]; keywords: Keyword[] } {
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  for (const child of contentOf(list)) {
    if (child.type === 'keyword_argument') {
      const arg = identifier(source, requiredField(child, 'name'));
      if (keywords.some(keyword => keyword.arg === arg)) {
        source.report(child.start, child.end, 'keyword argument repeated: {0}', arg);
      }
      const value = expression(source, requiredField(child, 'value'));
      keywords.push({ kind: 'keyword', arg, value, span: spanOf(source, child) });
    } else if (child.type === 'dictionary_splat') {
      const value = expression(source, child.children[1]!);
      keywords.push({ kind: 'keyword', arg: null, value, span: spanOf(source, child) });
    } else {
      const value = expression(source, child);
      if (value.kind === 'Starred') {
        if (keywords.some(keyword => keyword.arg === null)) {
          source.report(
            child.start,
            child.end,
            'iterable argument unpacking follows keyword argument unpacking',
          );
        }
      } else if (keywords.some(keyword => keyword.arg === null)) {
        source.report(child.start, child.end, 'positional argument follows keyword argument unpacking');
      } else if (keywords.length > 0) {
        source.report(child.start, child.end, 'positional argument follows keyword argument');
      }
      args.push(value);
    }
  }
  return { args, keywords };
}

/** The expression of that field, or null where there is none. */
export function optionalExpression(source: Source, node: Concrete, field: string): Expression | null {
  const child = fieldOf(node, field);
  return child === null ? null : expression(source, child);
}
