/** The script's text as checks ask for it: which call stands at a place, what surrounds it, what a name stands for. */
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
import { children, walk } from '../python/syntax.ts';

export type Call = NodeOf<'Call'>;
export type FunctionNode = NodeOf<'FunctionDef'> | NodeOf<'AsyncFunctionDef'> | NodeOf<'Lambda'>;

interface SourceIndex {
  readonly nodes: ReadonlyMap<number, readonly Node[]>;
  readonly parents: ReadonlyMap<Node, Node>;
  readonly kinds: ReadonlyMap<Node['kind'], readonly Node[]>;
}

export class SourceCode {
  readonly module: Module;
  readonly text: string;
  readonly comments: readonly Comment[];
  private index: SourceIndex | null = null;
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
    if (span === null) return null;
    const found = this.indexed.nodes.get(keyOf(span))?.find(node => node.kind === 'Call');
    return (found as Call | undefined) ?? null;
  }

  /** The outermost expression that stands exactly at a span. */
  expressionAt(span: Span | null): Expression | null {
    if (span === null) return null;
    const found = this.indexed.nodes.get(keyOf(span))?.find(node => isExpression(node));
    return (found as Expression | undefined) ?? null;
  }

  parent(node: Node): Node | null {
    return this.indexed.parents.get(node) ?? null;
  }

  /** The innermost node around `node` for which `test` holds. */
  enclosing<Found extends Node>(node: Node, test: (candidate: Node) => candidate is Found): Found | null {
    for (let current = this.parent(node); current !== null; current = this.parent(current)) {
      if (test(current)) return current;
    }
    return null;
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
    return (this.indexed.kinds.get(kind) ?? []) as NodeOf<Kind>[];
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

  private get indexed(): SourceIndex {
    this.index ??= indexOf(this.module);
    return this.index;
  }
}

/** One number for both ends: texts are shorter than 2^26 characters. */
function keyOf(span: Span): number {
  return span.start.offset * 2 ** 26 + span.end.offset;
}

function indexOf(module: Module): SourceIndex {
  const nodes = new Map<number, Node[]>();
  const parents = new Map<Node, Node>();
  const kinds = new Map<Node['kind'], Node[]>();
  walk(module, node => {
    add(nodes, keyOf(node.span), node);
    add(kinds, node.kind, node);
    for (const child of children(node)) parents.set(child, node);
  });
  return { nodes, parents, kinds };
}

function add<Key>(groups: Map<Key, Node[]>, key: Key, node: Node): void {
  const group = groups.get(key);
  if (group) group.push(node);
  else groups.set(key, [node]);
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
