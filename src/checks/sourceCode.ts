/** The script's text as checks ask for it: which call stands at a place, what surrounds it, what a name stands for. */
import { leadsElsewhere } from '../library/keras/objects/madeElsewhere.ts';
import { nodesOfKind } from '../python/nodeKinds.ts';
import type {
  Comment,
  Expression,
  Module,
  Node,
  NodeOf,
  Position,
  Span,
  Statement,
} from '../python/syntax.ts';
import { children } from '../python/syntax.ts';

export type Call = NodeOf<'Call'>;
export type FunctionNode = NodeOf<'FunctionDef'> | NodeOf<'AsyncFunctionDef'> | NodeOf<'Lambda'>;

export class SourceCode {
  readonly module: Module;
  readonly text: string;
  readonly comments: readonly Comment[];
  private starts: number[] | null = null;
  private preferred: string | null = null;

  constructor(module: Module, text: string, comments: readonly Comment[]) {
    this.module = module;
    this.text = text;
    this.comments = comments;
  }

  /** The text of a span. */
  at(span: Span): string {
    return this.text.slice(span.start.offset, span.end.offset);
  }

  /** The quotes that the script uses more often. */
  get quote(): string {
    this.preferred ??= this.text.split('"').length > this.text.split("'").length ? '"' : "'";
    return this.preferred;
  }

  /** The call that stands exactly at a span. */
  callAt(span: Span | null): Call | null {
    if (span !== null && leadsElsewhere(span)) return null;
    const found = this.nodesAt(span).find(node => node.kind === 'Call');
    return (found as Call | undefined) ?? null;
  }

  /** The outermost expression that stands exactly at a span. */
  expressionAt(span: Span | null): Expression | null {
    return this.nodesAt(span).find(isExpression) ?? null;
  }

  /** The node directly around `node`; null for the module and for nodes of other texts. */
  parent(node: Node): Node | null {
    const path = this.pathTo(node.span, candidate => candidate === node);
    return path?.at(-2) ?? null;
  }

  /** The innermost node around `node` for which `test` holds. */
  enclosing<Found extends Node>(node: Node, test: (candidate: Node) => candidate is Found): Found | null {
    const path = this.pathTo(node.span, candidate => candidate === node) ?? [];
    return path.slice(0, -1).findLast(test) ?? null;
  }

  /** The function whose body a node belongs to; null at the top of the module. */
  functionAround(node: Node): FunctionNode | null {
    return this.enclosing(node, isFunction);
  }

  /** The statement a node is part of. */
  statementAround(node: Node): Statement | null {
    return this.enclosing(node, isStatement);
  }

  /** All nodes of a kind, in the order of the text. */
  all<Kind extends Node['kind']>(kind: Kind): readonly NodeOf<Kind>[] {
    return nodesOfKind(this.module, kind);
  }

  position(offset: number): Position {
    this.starts ??= lineStarts(this.text);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.starts[low]!, offset };
  }

  span(start: number, end: number): Span {
    return { start: this.position(start), end: this.position(end) };
  }

  /** The comment on the line of a place, and those on the lines directly above it. */
  commentsNear(span: Span): string {
    const found: string[] = [];
    for (const comment of this.comments) {
      if (comment.span.start.line === span.start.line) found.push(comment.text);
    }
    let line = span.start.line - 1;
    for (;;) {
      const above = this.comments.find(comment => comment.span.start.line === line);
      if (above === undefined || this.lineBefore(above).trim() !== '') break;
      found.push(above.text);
      line--;
    }
    return found.join('\n');
  }

  private lineBefore(comment: Comment): string {
    const { offset, column } = comment.span.start;
    return this.text.slice(offset - column, offset);
  }

  /** The nodes that stand exactly at a span, outer before inner. */
  private nodesAt(span: Span | null): readonly Node[] {
    if (span === null) return [];
    const exact = (node: Node) => sameEnds(node.span, span);
    const path = this.pathTo(span, exact) ?? [];
    const found = path.filter(exact);
    // An `Expr` statement and its value share their ends, as does an argument that is the whole of a generator.
    for (let inner = found.at(-1); inner !== undefined; ) {
      inner = children(inner).find(exact);
      if (inner !== undefined) found.push(inner);
    }
    return found;
  }

  /**
   * From the module down to the first node that passes, through nodes around that span only. A tree is deep in few
   * places, so that looking is cheaper than keeping an index of a text that changes with every key.
   */
  private pathTo(span: Span, passes: (node: Node) => boolean): Node[] | null {
    const statement = statementAt(this.module.body, span.start.offset);
    return statement === null ? null : downTo(statement, span, passes, [this.module]);
  }
}

function downTo(node: Node, span: Span, passes: (node: Node) => boolean, above: Node[]): Node[] | null {
  const path = [...above, node];
  if (passes(node)) return path;
  for (const child of children(node)) {
    if (startOf(child) > span.start.offset || child.span.end.offset < span.end.offset) continue;
    const found = downTo(child, span, passes, path);
    if (found !== null) return found;
  }
  return null;
}

/** Where a node begins, decorators included: the span of a definition begins at its keyword. */
function startOf(node: Node): number {
  const decorators = 'decorator_list' in node ? node.decorator_list : [];
  return (decorators[0] ?? node).span.start.offset;
}

/** The last statement of a block that starts at or before an offset. */
function statementAt(body: readonly Statement[], offset: number): Statement | null {
  let low = 0;
  let high = body.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(body[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  return body[low - 1] ?? null;
}

function sameEnds(a: Span, b: Span): boolean {
  return a.start.offset === b.start.offset && a.end.offset === b.end.offset;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

export function isFunction(node: Node): node is FunctionNode {
  return node.kind === 'FunctionDef' || node.kind === 'AsyncFunctionDef' || node.kind === 'Lambda';
}

const statementKinds = new Set<Node['kind']>([
  'FunctionDef',
  'AsyncFunctionDef',
  'ClassDef',
  'Return',
  'Delete',
  'Assign',
  'TypeAlias',
  'AugAssign',
  'AnnAssign',
  'For',
  'AsyncFor',
  'While',
  'If',
  'With',
  'AsyncWith',
  'Match',
  'Raise',
  'Try',
  'TryStar',
  'Assert',
  'Import',
  'ImportFrom',
  'Global',
  'Nonlocal',
  'Expr',
  'Pass',
  'Break',
  'Continue',
  'Invalid',
]);

export function isStatement(node: Node): node is Statement {
  return statementKinds.has(node.kind);
}

const partKinds = new Set<Node['kind']>([
  'Module',
  'comprehension',
  'ExceptHandler',
  'arguments',
  'arg',
  'keyword',
  'alias',
  'withitem',
  'match_case',
]);

function isExpression(node: Node): node is Expression {
  return !statementKinds.has(node.kind) && !partKinds.has(node.kind);
}

/** `np.random.shuffle` of an attribute chain on a name; null for anything else. */
export function dottedName(node: Expression): string | null {
  if (node.kind === 'Name') return node.id;
  if (node.kind !== 'Attribute') return null;
  const before = dottedName(node.value);
  return before === null ? null : `${before}.${node.attr}`;
}

/** The number that an expression spells out; null for anything but a literal with an optional sign. */
export function literalNumber(node: Expression): number | null {
  if (node.kind === 'UnaryOp' && node.op === 'USub') {
    const value = literalNumber(node.operand);
    return value === null ? null : -value;
  }
  if (node.kind !== 'Constant') return null;
  const { value } = node;
  return value.type === 'int' || value.type === 'float' ? Number(value.value) : null;
}
