/** Converts the patterns of `case` clauses. */

import type { Expression, Pattern } from '../syntax.ts';
import { type Concrete, hasToken } from './concrete.ts';
import { expression, identifier, spanOf } from './expressions.ts';
import type { Source } from './source.ts';

/** The pattern of a whole clause: several separated by commas are a sequence. */
export function clausePattern(source: Source, clause: Concrete): Pattern {
  const patterns = clause.children.filter(child => child.type === 'case_pattern');
  const first = patterns[0] ?? source.fail(clause.start, clause.end, 'invalid syntax');
  const commas = clause.children.filter(child => child.type === ',');
  if (commas.length === 0 && firstOf(first)?.type !== 'splat_pattern') return pattern(source, first);
  const end = Math.max(patterns[patterns.length - 1]!.end, commas.at(-1)?.end ?? 0);
  const span = source.span(first.start, end);
  return { kind: 'MatchSequence', patterns: patterns.map(each => pattern(source, each)), span };
}

function firstOf(node: Concrete): Concrete | undefined {
  return node.children[0];
}

/** Converts one `case_pattern`, which holds one pattern, of several tokens where it has a sign. */
function pattern(source: Source, node: Concrete): Pattern {
  if (node.type !== 'case_pattern') return simplePatterns(source, [node])[0]!;
  const only = node.children[0];
  if (only?.type === 'as_pattern') return asPattern(source, only);
  return simplePatterns(source, node.children)[0] ?? source.fail(node.start, node.end, 'invalid syntax');
}

function asPattern(source: Source, node: Concrete): Pattern {
  const [inside, , name] = node.children;
  const captured = identifier(source, name!);
  if (captured === '_') source.fail(name!.start, name!.end, "cannot use '_' as a target");
  const matched = pattern(source, inside!);
  return { kind: 'MatchAs', pattern: matched, name: captured, span: spanOf(source, node) };
}

/** Converts neighbouring patterns; signs and separators stand between them as tokens. */
function simplePatterns(source: Source, nodes: readonly Concrete[]): Pattern[] {
  const found: Pattern[] = [];
  let sign: Concrete | null = null;
  for (const node of nodes) {
    if (node.type === '-') sign = node;
    else if (node.type === 'case_pattern') found.push(pattern(source, node));
    else if (node.type === '_' || /^[a-z]/.test(node.type)) {
      found.push(sign === null ? simplePattern(source, node) : negative(source, sign, node));
      sign = null;
    }
  }
  return found;
}

function negative(source: Source, sign: Concrete, node: Concrete): Pattern {
  const span = source.span(sign.start, node.end);
  const operand = expression(source, node);
  return { kind: 'MatchValue', value: { kind: 'UnaryOp', op: 'USub', operand, span }, span };
}

function simplePattern(source: Source, node: Concrete): Pattern {
  const span = spanOf(source, node);
  switch (node.type) {
    case '_':
      return { kind: 'MatchAs', pattern: null, name: null, span };
    case 'as_pattern':
      return asPattern(source, node);
    case 'union_pattern':
      return { kind: 'MatchOr', patterns: simplePatterns(source, node.children), span };
    case 'splat_pattern': {
      const name = node.children[1]!;
      return { kind: 'MatchStar', name: name.type === '_' ? null : captureName(source, name), span };
    }
    case 'list_pattern':
      return { kind: 'MatchSequence', patterns: simplePatterns(source, node.children), span };
    case 'tuple_pattern': {
      const patterns = simplePatterns(source, node.children);
      // Parentheses around one pattern only group it.
      if (patterns.length === 1 && !hasToken(node, ',') && patterns[0]!.kind !== 'MatchStar')
        return patterns[0]!;
      return { kind: 'MatchSequence', patterns, span };
    }
    case 'dict_pattern':
      return mappingPattern(source, node);
    case 'class_pattern':
      return classPattern(source, node);
    case 'true':
    case 'false':
      return { kind: 'MatchSingleton', value: { type: 'bool', value: node.type === 'true' }, span };
    case 'none':
      return { kind: 'MatchSingleton', value: { type: 'None' }, span };
    case 'dotted_name':
      if (node.children.length > 1) return { kind: 'MatchValue', value: dottedName(source, node), span };
      return { kind: 'MatchAs', pattern: null, name: captureName(source, node), span };
    case 'complex_pattern':
      return { kind: 'MatchValue', value: complexValue(source, node), span };
    case 'keyword_pattern':
      return source.fail(node.start, node.end, 'invalid syntax');
    default:
      return { kind: 'MatchValue', value: expression(source, node), span };
  }
}

/** The name that a pattern binds; null for `_`. */
function captureName(source: Source, node: Concrete): string | null {
  const name = identifier(source, node);
  return name === '_' ? null : name;
}

/** `a.b.c` as an expression. */
export function dottedName(source: Source, node: Concrete): Expression {
  const [first, ...rest] = node.children.filter(child => child.type === 'identifier');
  let value: Expression = {
    kind: 'Name',
    id: identifier(source, first!),
    ctx: 'Load',
    span: spanOf(source, first!),
  };
  for (const name of rest) {
    value = {
      kind: 'Attribute',
      value,
      attr: identifier(source, name),
      attrSpan: spanOf(source, name),
      ctx: 'Load',
      span: source.span(node.start, name.end),
    };
  }
  return value;
}

function complexValue(source: Source, node: Concrete): Expression {
  const tokens = [...node.children];
  const sign = tokens[0]!.type === '-' ? tokens.shift()! : null;
  const [real, operator, imaginary] = tokens;
  let left = expression(source, real!);
  if (sign !== null) {
    left = { kind: 'UnaryOp', op: 'USub', operand: left, span: source.span(sign.start, real!.end) };
  }
  const op = operator!.type === '+' ? 'Add' : 'Sub';
  return { kind: 'BinOp', left, op, right: expression(source, imaginary!), span: spanOf(source, node) };
}

function mappingPattern(source: Source, node: Concrete): Pattern {
  const keys: Expression[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  let sign: Concrete | null = null;
  for (const child of node.children) {
    if (child.type === 'splat_pattern') rest = identifier(source, child.children[1]!);
    else if (child.type === 'case_pattern') patterns.push(pattern(source, child));
    else if (child.type === '-') sign = child;
    else if (/^[a-z]/.test(child.type)) {
      keys.push(mappingKey(source, sign, child));
      sign = null;
    }
  }
  return { kind: 'MatchMapping', keys, patterns, rest, span: spanOf(source, node) };
}

function mappingKey(source: Source, sign: Concrete | null, node: Concrete): Expression {
  const key = sign === null ? simplePattern(source, node) : negative(source, sign, node);
  if (key.kind === 'MatchValue') return key.value;
  if (key.kind === 'MatchSingleton') return { kind: 'Constant', value: key.value, span: key.span };
  return source.fail(
    node.start,
    node.end,
    'mapping pattern keys may only match literals and attribute lookups',
  );
}

function classPattern(source: Source, node: Concrete): Pattern {
  const [cls, ...rest] = node.children;
  const patterns: Pattern[] = [];
  const kwd_attrs: string[] = [];
  const kwd_patterns: Pattern[] = [];
  for (const child of rest) {
    if (child.type !== 'case_pattern') continue;
    const keyword = keywordPattern(source, child);
    if (keyword !== null) {
      kwd_attrs.push(keyword.name);
      kwd_patterns.push(keyword.pattern);
    } else if (kwd_attrs.length > 0) {
      source.fail(child.start, child.end, 'positional patterns follow keyword patterns');
    } else patterns.push(pattern(source, child));
  }
  const span = spanOf(source, node);
  return { kind: 'MatchClass', cls: dottedName(source, cls!), patterns, kwd_attrs, kwd_patterns, span };
}

/** `name=pattern`; tree-sitter reads `name=pattern as other` as `(name=pattern) as other`. */
function keywordPattern(source: Source, node: Concrete): { name: string; pattern: Pattern } | null {
  const only = node.children[0]!;
  if (only.type === 'keyword_pattern') {
    const [name, , ...value] = only.children;
    return { name: identifier(source, name!), pattern: simplePatterns(source, value)[0]! };
  }
  if (only.type !== 'as_pattern') return null;
  const inside = keywordPattern(source, only.children[0]!);
  if (inside === null) return null;
  const span = source.span(inside.pattern.span.start.offset, only.end);
  const name = identifier(source, only.children[2]!);
  return { name: inside.name, pattern: { kind: 'MatchAs', pattern: inside.pattern, name, span } };
}
