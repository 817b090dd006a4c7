/** Converts tree-sitter's expressions. */

import type { Expression, ExpressionContext, Name, Span, UnaryOperator } from '../syntax.ts';
import { type Concrete, contentOf, fieldOf, hasToken, requiredField } from './concrete.ts';
import { call, comprehension, dictionary } from './displays.ts';
import { stringLiteral } from './literals.ts';
import { numberValue } from './numbers.ts';
import { awaited, binary, boolean, comparison, yielded } from './operators.ts';
import { lambdaArguments } from './parameters.ts';
import type { Source } from './source.ts';

/** As deep as expressions may nest; CPython gives up at 200 brackets. */
const maximumDepth = 400;

const unaryOperators: Readonly<Record<string, UnaryOperator>> = { '+': 'UAdd', '-': 'USub', '~': 'Invert' };

export function spanOf(source: Source, node: Concrete): Span {
  return source.span(node.start, node.end);
}

export function textOf(source: Source, node: Concrete): string {
  return source.text.slice(node.start, node.end);
}

/** An identifier as Python compares it: in normal form NFKC. */
export function identifier(source: Source, node: Concrete): string {
  const text = textOf(source, node);
  if (text === 'async' || text === 'await') source.fail(node.end, node.end + 1, 'invalid syntax');
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

/** The expression of that field, or null where there is none. */
export function optionalExpression(source: Source, node: Concrete, field: string): Expression | null {
  const child = fieldOf(node, field);
  return child === null ? null : expression(source, child);
}
