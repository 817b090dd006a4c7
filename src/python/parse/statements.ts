/** Converts tree-sitter's simple statements, and blocks. */

import type { Alias, Expression, Span, Statement, SyntaxProblem } from '../syntax.ts';
import { compoundStatement } from './compound.ts';
import { type Concrete, childOfType, contentOf, fieldOf, requiredField } from './concrete.ts';
import { lineProblem } from './diagnose.ts';
import { all, expression, identifier, optionalExpression, place, spanOf, textOf } from './expressions.ts';
import { binaryOperator } from './operators.ts';
import { typeParameters } from './parameters.ts';
import { type Source, SyntaxFault } from './source.ts';
import { standing } from './stands.ts';

/** As deep as blocks may nest: CPython's own limit. */
const maximumIndentation = 100;

/** Converts the statements directly below a node; those that cannot be understood become `Invalid`. */
export function statements(source: Source, nodes: readonly Concrete[]): Statement[] {
  const found: Statement[] = [];
  let column = source.indentation === 0 ? 0 : -1;
  for (const node of nodes) {
    // Punctuation between statements and of the block.
    if (node.type === ';' || node.type === ':' || node.end === node.start) continue;
    const before = source.depth;
    const own = lineIndentation(source, node.start);
    if (own !== null && own !== column) {
      if (column >= 0) source.misaligned = true;
      column = own;
    }
    if (own !== null && hasClauseElsewhere(source, node, own)) source.misaligned = true;
    try {
      const converted = statement(source, node);
      const stand = source.stands.get(node.start);
      if (stand === undefined) found.push(converted);
      else found.push(...standing(source, stand, converted));
    } catch (error) {
      source.depth = before;
      if (!(error instanceof SyntaxFault) && !source.faulty) throw error;
      const understood = error instanceof SyntaxFault;
      const problem = explained(
        source,
        understood ? error.problem : source.problem(node.start, node.end, 'invalid syntax'),
      );
      source.problems.push(problem);
      found.push({ kind: 'Invalid', problem, touched: null, span: spanOf(source, node) });
    }
  }
  return found;
}

/** What CPython says of the line, where it finds something wrong with it too. */
function explained(source: Source, problem: SyntaxProblem): SyntaxProblem {
  const line = source.logicalLine(problem.span.start.offset);
  return (line === null ? null : lineProblem(source, line)) ?? problem;
}

/** The width of the white space before a statement, with tabs of 8; null where something else stands before it. */
function lineIndentation(source: Source, start: number): number | null {
  let width = 0;
  const { column } = source.position(start);
  for (let offset = start - column; offset < start; offset++) {
    const character = source.text[offset];
    if (character === '\t') {
      width = (Math.floor(width / 8) + 1) * 8;
      source.misaligned = true;
    } else if (character === ' ') width++;
    else if (character === '\f') width = 0;
    else return null;
  }
  return width;
}

const clause =
  /^(?:(?:elif|else|except|except_group|finally)_clause|decorator|(?:function|class)_definition)$/;

/** Whether an `else` or another clause of a statement, or what is decorated, does not stand exactly below it. */
function hasClauseElsewhere(source: Source, node: Concrete, own: number): boolean {
  return node.children.some(child => {
    if (!clause.test(child.type)) return false;
    const column = lineIndentation(source, child.start);
    return column !== null && column !== own;
  });
}

/** The statements of the block of that field. */
export function block(source: Source, node: Concrete | null): Statement[] {
  if (node === null) return [];
  if (source.indentation > maximumIndentation) {
    const problem = source.problem(
      node.start,
      node.end,
      'too many levels of indentation',
      [],
      'IndentationError',
    );
    source.problems.push(problem);
    return [{ kind: 'Invalid', problem, touched: null, span: spanOf(source, node) }];
  }
  return statements(source, node.children);
}

function statement(source: Source, node: Concrete): Statement {
  const span = spanOf(source, node);
  switch (node.type) {
    case 'expression_statement':
      return expressionStatement(source, node);
    case 'import_statement':
      return { kind: 'Import', names: aliases(source, node), span };
    case 'import_from_statement':
    case 'future_import_statement':
      return importFrom(source, node);
    case 'return_statement':
      return { kind: 'Return', value: optionalAfter(source, node, 1), span };
    case 'raise_statement':
      return raiseStatement(source, node);
    case 'pass_statement':
      return { kind: 'Pass', span };
    case 'break_statement':
      return { kind: 'Break', span };
    case 'continue_statement':
      return { kind: 'Continue', span };
    case 'delete_statement':
      return { kind: 'Delete', targets: deleted(source, node.children[1]!), span };
    case 'assert_statement': {
      const [test, msg] = all(source, contentOf(node).slice(1));
      return { kind: 'Assert', test: test!, msg: msg ?? null, span };
    }
    case 'global_statement':
    case 'nonlocal_statement': {
      const names = node.children
        .filter(child => child.type === 'identifier')
        .map(child => identifier(source, child));
      return { kind: node.type === 'global_statement' ? 'Global' : 'Nonlocal', names, span };
    }
    case 'type_alias_statement':
      return typeAlias(source, node);
    case 'print_statement':
      return printStatement(source, node);
    case 'exec_statement':
      return source.fail(
        node.start,
        node.end,
        "Missing parentheses in call to '{0}'. Did you mean {0}(...)?",
        'exec',
      );
    default:
      return compoundStatement(source, node);
  }
}

function optionalAfter(source: Source, node: Concrete, index: number): Expression | null {
  const child = node.children[index];
  return child === undefined ? null : expression(source, child);
}

function expressionStatement(source: Source, node: Concrete): Statement {
  const span = spanOf(source, node);
  const only = node.children[0]!;
  if (only.type === 'assignment') return assignment(source, only, span);
  if (only.type === 'augmented_assignment') {
    const left = requiredField(only, 'left');
    const target = place(source, left, 'Store');
    if (target.kind === 'Tuple' || target.kind === 'List' || target.kind === 'Starred') {
      const name = target.kind.toLowerCase();
      source.fail(left.start, left.end, "'{0}' is an illegal expression for augmented assignment", name);
    }
    const op = binaryOperator(requiredField(only, 'operator').type.slice(0, -1));
    return { kind: 'AugAssign', target, op, value: rightSide(source, requiredField(only, 'right')), span };
  }
  if (only.type === 'named_expression') {
    source.fail(only.start, only.end, "invalid syntax: ':=' needs parentheses here");
  }
  // tree-sitter lays `a, b` out as children of the statement or as a node of its own.
  if (node.children.length > 1) {
    const elts = all(source, contentOf(node));
    return { kind: 'Expr', value: { kind: 'Tuple', elts, ctx: 'Load', span }, span };
  }
  return { kind: 'Expr', value: expression(source, only), span };
}

function rightSide(source: Source, node: Concrete): Expression {
  if (node.type === 'assignment' || node.type === 'augmented_assignment') {
    source.fail(node.start, node.end, 'invalid syntax');
  }
  return expression(source, node);
}

function assignment(source: Source, node: Concrete, span: Span): Statement {
  const type = fieldOf(node, 'type');
  if (type !== null) return annotated(source, node, type, span);
  const targets: Expression[] = [];
  let rest = node;
  while (rest.type === 'assignment') {
    if (fieldOf(rest, 'type') !== null) source.fail(rest.start, rest.end, 'invalid syntax');
    const left = requiredField(rest, 'left');
    const target = place(source, left, 'Store');
    if (target.kind === 'Starred') {
      source.fail(left.start, left.end, 'starred assignment target must be in a list or tuple');
    }
    targets.push(target);
    rest = fieldOf(rest, 'right') ?? source.fail(rest.start, rest.end, 'invalid syntax');
  }
  return { kind: 'Assign', targets, value: rightSide(source, rest), span };
}

function annotated(source: Source, node: Concrete, type: Concrete, span: Span): Statement {
  const left = requiredField(node, 'left');
  if (/(?<!\\\r?)[\r\n]/.test(source.text.slice(left.end, type.start))) {
    source.misread = true;
    source.fail(left.start, left.end, 'invalid syntax');
  }
  const target = place(source, left, 'Store');
  if (target.kind === 'Tuple' || target.kind === 'List') {
    source.fail(
      left.start,
      left.end,
      'only single target (not {0}) can be annotated',
      target.kind.toLowerCase(),
    );
  }
  const right = fieldOf(node, 'right');
  return {
    kind: 'AnnAssign',
    target,
    annotation: expression(source, type),
    value: right === null ? null : rightSide(source, right),
    simple: left.type === 'identifier' ? 1 : 0,
    span,
  };
}

function deleted(source: Source, node: Concrete): Expression[] {
  const targets = node.type === 'expression_list' ? contentOf(node) : [node];
  return targets.map(target => place(source, target, 'Del'));
}

function raiseStatement(source: Source, node: Concrete): Statement {
  const value = node.children[1];
  const exc = value === undefined || value.type === 'from' ? null : value;
  if (exc?.type === 'expression_list') {
    source.fail(exc.start, exc.end, 'invalid syntax: write raise {0}(...)', textOf(source, exc.children[0]!));
  }
  return {
    kind: 'Raise',
    exc: exc === null ? null : expression(source, exc),
    cause: optionalExpression(source, node, 'cause'),
    span: spanOf(source, node),
  };
}

// ---------------------------------------------------------------------------------------------- imports

function dotted(source: Source, node: Concrete): string {
  return node.children
    .filter(child => child.type === 'identifier')
    .map(child => identifier(source, child))
    .join('.');
}

function aliases(source: Source, node: Concrete): Alias[] {
  const found: Alias[] = [];
  for (const child of node.children) {
    const span = spanOf(source, child);
    if (child.type === 'wildcard_import') found.push({ kind: 'alias', name: '*', asname: null, span });
    else if (child.field !== 'name') continue;
    else if (child.type === 'aliased_import') {
      const name = dotted(source, requiredField(child, 'name'));
      found.push({ kind: 'alias', name, asname: identifier(source, requiredField(child, 'alias')), span });
    } else if (child.type === 'dotted_name') {
      found.push({ kind: 'alias', name: dotted(source, child), asname: null, span });
    }
  }
  const last = node.children[node.children.length - 1]!;
  if (last.type === ',') {
    source.fail(last.start, last.end, 'trailing comma not allowed without surrounding parentheses');
  }
  return found;
}

function importFrom(source: Source, node: Concrete): Statement {
  const span = spanOf(source, node);
  const names = aliases(source, node);
  if (node.type === 'future_import_statement') {
    return { kind: 'ImportFrom', module: '__future__', names, level: 0, span };
  }
  const from = requiredField(node, 'module_name');
  if (from.type === 'dotted_name')
    return { kind: 'ImportFrom', module: dotted(source, from), names, level: 0, span };
  const name = childOfType(from, 'dotted_name');
  const prefix = childOfType(from, 'import_prefix')!;
  const level = textOf(source, prefix).replace(/[^.]/g, '').length;
  return { kind: 'ImportFrom', module: name === null ? null : dotted(source, name), names, level, span };
}

// ------------------------------------------------------------------------------------- soft keywords

function typeAlias(source: Source, node: Concrete): Statement {
  const left = requiredField(node, 'left');
  const right = requiredField(node, 'right');
  const named = left.children[0]!;
  if (!startsWithName(source, node)) return assignmentToType(source, node, left, right);
  const generic = named.type === 'generic_type' ? named : null;
  return {
    kind: 'TypeAlias',
    name: place(source, generic === null ? named : generic.children[0]!, 'Store'),
    type_params: typeParameters(source, generic === null ? null : generic.children[1]!),
    value: expression(source, right),
    span: spanOf(source, node),
  };
}

/** Whether a name follows the word `type`, as in a type alias. */
function startsWithName(source: Source, node: Concrete): boolean {
  return /^\s*[\p{L}_]/u.test(source.text.slice(node.start + 'type'.length, node.end));
}

/** `type(x).y = z`, which tree-sitter takes for an alias, as a call, attribute or item of `type`. */
function assignmentToType(source: Source, node: Concrete, left: Concrete, right: Concrete): Statement {
  const word: Concrete = {
    type: 'identifier',
    start: node.start,
    end: node.start + 'type'.length,
    field: '',
    children: [],
  };
  const target = place(source, appliedTo(source, word, left), 'Store');
  return { kind: 'Assign', targets: [target], value: expression(source, right), span: spanOf(source, node) };
}

/** Puts a function name before what looked like an expression in parentheses or brackets. */
function appliedTo(source: Source, word: Concrete, node: Concrete): Concrete {
  const base = { start: word.start, end: node.end, field: node.field };
  const [first, ...rest] = node.children;
  if (node.type === 'type') return appliedTo(source, word, first!);
  if (
    node.type === 'parenthesized_expression' ||
    node.type === 'tuple' ||
    node.type === 'generator_expression'
  ) {
    const isGenerator = node.type === 'generator_expression';
    const list: Concrete = { ...node, type: isGenerator ? node.type : 'argument_list', field: 'arguments' };
    return { ...base, type: 'call', children: [{ ...word, field: 'function' }, list] };
  }
  if (node.type === 'list') {
    const items = node.children.map(child =>
      /^[a-z]/.test(child.type) ? { ...child, field: 'subscript' } : child,
    );
    return { ...base, type: 'subscript', children: [{ ...word, field: 'value' }, ...items] };
  }
  if (node.type === 'member_type') {
    const [dot, name] = rest;
    const object = { ...appliedTo(source, word, first!), field: 'object' };
    return { ...base, type: 'attribute', children: [object, dot!, { ...name!, field: 'attribute' }] };
  }
  if (first === undefined) return source.fail(node.start, node.end, 'invalid syntax');
  return { ...node, start: word.start, children: [appliedTo(source, word, first), ...rest] };
}

/** `print >> file, x` is an expression to Python 3; any other print statement is not Python 3. */
function printStatement(source: Source, node: Concrete): Statement {
  const [keyword, second, ...rest] = node.children;
  if (second?.type !== 'chevron') {
    return source.fail(
      node.start,
      node.end,
      "Missing parentheses in call to '{0}'. Did you mean {0}(...)?",
      'print',
    );
  }
  const span = spanOf(source, node);
  const shifted: Expression = {
    kind: 'BinOp',
    left: { kind: 'Name', id: 'print', ctx: 'Load', span: spanOf(source, keyword!) },
    op: 'RShift',
    right: expression(source, second.children[1]!),
    span: source.span(node.start, second.end),
  };
  if (rest.length === 0) return { kind: 'Expr', value: shifted, span };
  const elts = [
    shifted,
    ...all(
      source,
      rest.filter(child => child.type !== ','),
    ),
  ];
  return { kind: 'Expr', value: { kind: 'Tuple', elts, ctx: 'Load', span }, span };
}
