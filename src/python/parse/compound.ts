/** Converts tree-sitter's compound statements: those with blocks. */

import type { ExceptHandler, Expression, MatchCase, Span, Statement, WithItem } from '../syntax.ts';
import { type Concrete, childOfType, contentOf, fieldOf, hasToken, requiredField } from './concrete.ts';
import { callArguments } from './displays.ts';
import { all, expression, identifier, optionalExpression, place, spanOf } from './expressions.ts';
import { parametersOf, typeParametersOf } from './parameters.ts';
import { clausePattern } from './patterns.ts';
import type { Source } from './source.ts';
import { block } from './statements.ts';

function suite(source: Source, node: Concrete | null): Statement[] {
  source.indentation++;
  try {
    const body = block(source, node);
    if (node !== null && body.length === 0) {
      source.misaligned = true;
      source.misread = true;
    }
    return body;
  } finally {
    source.indentation--;
  }
}

const semicolon = /[ \t]*;/y;

/** A compound statement ends with the last statement of its last block. */
function spanTo(source: Source, start: number, ...bodies: (readonly Statement[])[]): Span {
  for (let index = bodies.length - 1; index >= 0; index--) {
    const last = bodies[index]!.at(-1);
    if (last === undefined) continue;
    // A semicolon after the last statement belongs to the block.
    semicolon.lastIndex = last.span.end.offset;
    const after = semicolon.exec(source.text)?.[0].length ?? 0;
    return source.span(start, last.span.end.offset + after);
  }
  return source.span(start, start);
}

export function compoundStatement(source: Source, node: Concrete): Statement {
  switch (node.type) {
    case 'if_statement':
      return ifStatement(source, node);
    case 'for_statement':
      return forStatement(source, node);
    case 'while_statement': {
      const test = expression(source, requiredField(node, 'condition'));
      const body = suite(source, fieldOf(node, 'body'));
      const orelse = elseBody(source, fieldOf(node, 'alternative'));
      return { kind: 'While', test, body, orelse, span: spanTo(source, node.start, body, orelse) };
    }
    case 'try_statement':
      return tryStatement(source, node);
    case 'with_statement':
      return withStatement(source, node);
    case 'function_definition':
      return functionDefinition(source, node, []);
    case 'class_definition':
      return classDefinition(source, node, []);
    case 'decorated_definition': {
      const decorators = node.children.filter(child => child.type === 'decorator');
      const decorator_list = decorators.map(child => expression(source, child.children[1]!));
      const definition = requiredField(node, 'definition');
      return definition.type === 'class_definition'
        ? classDefinition(source, definition, decorator_list)
        : functionDefinition(source, definition, decorator_list);
    }
    case 'match_statement':
      return matchStatement(source, node);
    default:
      return source.fail(node.start, node.end, 'invalid syntax');
  }
}

function elseBody(source: Source, clause: Concrete | null): Statement[] {
  return clause === null ? [] : suite(source, requiredField(clause, 'body'));
}

/** From the last `elif` to the first, since each is the `orelse` of the one before. */
function ifStatement(source: Source, node: Concrete): Statement {
  const test = expression(source, requiredField(node, 'condition'));
  const body = suite(source, requiredField(node, 'consequence'));
  const clauses = node.children.filter(child => child.field === 'alternative');
  const converted = clauses.map(clause =>
    clause.type === 'else_clause'
      ? { clause, test: null, body: elseBody(source, clause) }
      : {
          clause,
          test: expression(source, requiredField(clause, 'condition')),
          body: suite(source, requiredField(clause, 'consequence')),
        },
  );
  let orelse: Statement[] = [];
  for (const each of converted.reverse()) {
    if (each.test === null) orelse = each.body;
    else {
      const span = spanTo(source, each.clause.start, each.body, orelse);
      orelse = [{ kind: 'If', test: each.test, body: each.body, orelse, span }];
    }
  }
  return { kind: 'If', test, body, orelse, span: spanTo(source, node.start, body, orelse) };
}

function forStatement(source: Source, node: Concrete): Statement {
  const target = place(source, requiredField(node, 'left'), 'Store');
  const iter = expression(source, requiredField(node, 'right'));
  const body = suite(source, fieldOf(node, 'body'));
  const orelse = elseBody(source, fieldOf(node, 'alternative'));
  const span = spanTo(source, node.start, body, orelse);
  return { kind: hasToken(node, 'async') ? 'AsyncFor' : 'For', target, iter, body, orelse, span };
}

function tryStatement(source: Source, node: Concrete): Statement {
  const body = suite(source, requiredField(node, 'body'));
  const clauses = node.children.filter(child => child.type === 'except_clause');
  const handlers = clauses.map(clause => exceptHandler(source, clause));
  const orelse = elseBody(source, childOfType(node, 'else_clause'));
  const last = childOfType(node, 'finally_clause');
  const finalbody = last === null ? [] : suite(source, childOfType(last, 'block'));
  if (handlers.length === 0 && last === null) {
    const next = nextToken(source, node.end);
    if (!source.stands.has(next)) source.report(next, next, "expected 'except' or 'finally' block");
  }
  const ends = spanTo(source, node.start, body, ...handlers.map(handler => handler.body), orelse, finalbody);
  const star = clauses.filter(clause => hasToken(clause, '*')).length;
  if (star > 0 && star < clauses.length) {
    const other = clauses.find(clause => hasToken(clause, '*') !== hasToken(clauses[0]!, '*'))!;
    source.report(other.start, other.end, "cannot have both 'except' and 'except*' on the same 'try'");
  }
  return { kind: star > 0 ? 'TryStar' : 'Try', body, handlers, orelse, finalbody, span: ends };
}

/** Where the next thing stands that is no comment. */
function nextToken(source: Source, offset: number): number {
  const between = /(?:\s|#[^\r\n]*)*/y;
  between.lastIndex = offset;
  between.exec(source.text);
  return between.lastIndex;
}

function exceptHandler(source: Source, clause: Concrete): ExceptHandler {
  const values = clause.children.filter(
    child =>
      child.type !== 'block' &&
      child.type !== 'except' &&
      child.field !== 'alias' &&
      /^[a-z]/.test(child.type) &&
      child.type !== 'as',
  );
  if (values.length > 1) {
    const [first, last] = [values[0]!, values[values.length - 1]!];
    source.report(first.start, last.end, 'multiple exception types must be parenthesized');
  }
  let type = values[0] ?? null;
  let alias = fieldOf(clause, 'alias');
  if (type?.type === 'as_pattern') {
    alias = type.children[2]!.children[0]!;
    type = type.children[0]!;
  }
  if (alias !== null && alias.type !== 'identifier') {
    source.fail(alias.start, alias.end, 'cannot use except statement with {0}', alias.type);
  }
  const body = suite(source, childOfType(clause, 'block'));
  return {
    kind: 'ExceptHandler',
    type: type === null ? null : expression(source, type),
    name: alias === null ? null : identifier(source, alias),
    body,
    span: spanTo(source, clause.start, body),
  };
}

function withStatement(source: Source, node: Concrete): Statement {
  const items = withItems(childOfType(node, 'with_clause')!).map(item => withItem(source, item));
  const body = suite(source, fieldOf(node, 'body'));
  const span = spanTo(source, node.start, body);
  return { kind: hasToken(node, 'async') ? 'AsyncWith' : 'With', items, body, span };
}

/** `with (a as b):` and `with (a, b):` hold items in parentheses, which tree-sitter may take for an expression. */
function withItems(clause: Concrete): Concrete[] {
  const items = contentOf(clause).map(item => item.children[0]!);
  const only = items[0]!;
  if (items.length > 1 || hasToken(clause, '(')) return items;
  if (only.type === 'tuple' && only.children.length > 2) {
    const content = contentOf(only);
    if (content.every(child => child.type !== 'list_splat')) return content;
  }
  if (only.type === 'parenthesized_expression' && only.children[1]!.type === 'as_pattern')
    return [only.children[1]!];
  return items;
}

function withItem(source: Source, node: Concrete): WithItem {
  const span = spanOf(source, node);
  if (node.type !== 'as_pattern') {
    return { kind: 'withitem', context_expr: expression(source, node), optional_vars: null, span };
  }
  const [value, , target] = node.children;
  return {
    kind: 'withitem',
    context_expr: expression(source, value!),
    optional_vars: place(source, target!, 'Store'),
    span,
  };
}

function functionDefinition(source: Source, node: Concrete, decorator_list: Expression[]): Statement {
  const name = requiredField(node, 'name');
  const args = parametersOf(source, node);
  const returns = optionalExpression(source, node, 'return_type');
  const type_params = typeParametersOf(source, node);
  const body = suite(source, requiredField(node, 'body'));
  return {
    kind: hasToken(node, 'async') ? 'AsyncFunctionDef' : 'FunctionDef',
    name: identifier(source, name),
    nameSpan: spanOf(source, name),
    args,
    body,
    decorator_list,
    returns,
    type_params,
    span: spanTo(source, node.start, body),
  };
}

function classDefinition(source: Source, node: Concrete, decorator_list: Expression[]): Statement {
  const name = requiredField(node, 'name');
  const list = fieldOf(node, 'superclasses');
  const { args: bases, keywords } = list === null ? { args: [], keywords: [] } : callArguments(source, list);
  const type_params = typeParametersOf(source, node);
  const body = suite(source, requiredField(node, 'body'));
  return {
    kind: 'ClassDef',
    name: identifier(source, name),
    nameSpan: spanOf(source, name),
    bases,
    keywords,
    body,
    decorator_list,
    type_params,
    span: spanTo(source, node.start, body),
  };
}

function matchStatement(source: Source, node: Concrete): Statement {
  const subjects = node.children.filter(child => child.field === 'subject' && child.type !== ',');
  const commas = node.children.filter(child => child.type === ',');
  const first = subjects[0]!;
  let subject: Expression = expression(source, first);
  if (
    source.text[first.start] === '[' &&
    /^(?:tuple|parenthesized_expression|generator_expression)$/.test(first.type)
  ) {
    subject = listSubject(source, first, subject);
  }
  if (commas.length > 0 || subject.kind === 'Starred') {
    const end = Math.max(subjects.at(-1)!.end, commas.at(-1)?.end ?? 0);
    subject = {
      kind: 'Tuple',
      elts: all(source, subjects),
      ctx: 'Load',
      span: source.span(first.start, end),
    };
  }
  const clauses = requiredField(node, 'body').children.filter(child => child.type === 'case_clause');
  const cases = clauses.map(clause => matchCase(source, clause));
  const span = spanTo(source, node.start, ...cases.map(each => each.body));
  return { kind: 'Match', subject, cases, span };
}

/** The list that was read as if it stood in parentheses. */
function listSubject(source: Source, node: Concrete, subject: Expression): Expression {
  const span = spanOf(source, node);
  if (subject.kind === 'GeneratorExp' && node.type === 'generator_expression') {
    return { kind: 'ListComp', elt: subject.elt, generators: subject.generators, span };
  }
  const elts = node.type === 'tuple' && subject.kind === 'Tuple' ? subject.elts : [subject];
  return { kind: 'List', elts, ctx: 'Load', span };
}

function matchCase(source: Source, clause: Concrete): MatchCase {
  const pattern = clausePattern(source, clause);
  const guardClause = fieldOf(clause, 'guard');
  const guard = guardClause === null ? null : expression(source, guardClause.children[1]!);
  const body = suite(source, fieldOf(clause, 'consequence'));
  return { kind: 'match_case', pattern, guard, body, span: spanTo(source, clause.start, body) };
}
