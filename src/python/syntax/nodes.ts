/** All nodes of the tree: the module, what lies below a node, and how to walk there. */
import type { Expression } from './expressions.ts';
import type {
  Alias,
  Arg,
  Arguments,
  Comprehension,
  ExceptHandler,
  Keyword,
  MatchCase,
  TypeParameter,
  WithItem,
} from './parts.ts';
import type { Pattern } from './patterns.ts';
import type { Span, Spanned } from './places.ts';
import type { Statement } from './statements.ts';

export interface Module extends Spanned {
  readonly kind: 'Module';
  readonly body: readonly Statement[];
}

export type Node =
  | Module
  | Statement
  | Expression
  | Comprehension
  | ExceptHandler
  | Arguments
  | Arg
  | Keyword
  | Alias
  | WithItem
  | MatchCase
  | Pattern
  | TypeParameter;
export type NodeKind = Node['kind'];
/** The node type of a kind: `NodeOf<'Call'>` is `Call`. */
export type NodeOf<Kind extends NodeKind> = Extract<Node, { readonly kind: Kind }>;

/** A comment with its `#`, without the line break. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** The fields of every kind that hold nodes, in CPython's order. */
const childFields: { readonly [Kind in NodeKind]: readonly (keyof NodeOf<Kind> & string)[] } = {
  Module: ['body'],
  FunctionDef: ['decorator_list', 'type_params', 'args', 'returns', 'body'],
  AsyncFunctionDef: ['decorator_list', 'type_params', 'args', 'returns', 'body'],
  ClassDef: ['decorator_list', 'type_params', 'bases', 'keywords', 'body'],
  Return: ['value'],
  Delete: ['targets'],
  Assign: ['targets', 'value'],
  TypeAlias: ['name', 'type_params', 'value'],
  AugAssign: ['target', 'value'],
  AnnAssign: ['target', 'annotation', 'value'],
  For: ['target', 'iter', 'body', 'orelse'],
  AsyncFor: ['target', 'iter', 'body', 'orelse'],
  While: ['test', 'body', 'orelse'],
  If: ['test', 'body', 'orelse'],
  With: ['items', 'body'],
  AsyncWith: ['items', 'body'],
  Match: ['subject', 'cases'],
  Raise: ['exc', 'cause'],
  Try: ['body', 'handlers', 'orelse', 'finalbody'],
  TryStar: ['body', 'handlers', 'orelse', 'finalbody'],
  Assert: ['test', 'msg'],
  Import: ['names'],
  ImportFrom: ['names'],
  Global: [],
  Nonlocal: [],
  Expr: ['value'],
  Pass: [],
  Break: [],
  Continue: [],
  Invalid: [],
  BoolOp: ['values'],
  NamedExpr: ['target', 'value'],
  BinOp: ['left', 'right'],
  UnaryOp: ['operand'],
  Lambda: ['args', 'body'],
  IfExp: ['test', 'body', 'orelse'],
  Dict: ['keys', 'values'],
  Set: ['elts'],
  ListComp: ['elt', 'generators'],
  SetComp: ['elt', 'generators'],
  DictComp: ['key', 'value', 'generators'],
  GeneratorExp: ['elt', 'generators'],
  Await: ['value'],
  Yield: ['value'],
  YieldFrom: ['value'],
  Compare: ['left', 'comparators'],
  Call: ['func', 'args', 'keywords'],
  FormattedValue: ['value', 'format_spec'],
  JoinedStr: ['values'],
  Constant: [],
  Attribute: ['value'],
  Subscript: ['value', 'slice'],
  Starred: ['value'],
  Name: [],
  List: ['elts'],
  Tuple: ['elts'],
  Slice: ['lower', 'upper', 'step'],
  comprehension: ['target', 'iter', 'ifs'],
  ExceptHandler: ['type', 'body'],
  arguments: ['posonlyargs', 'args', 'vararg', 'kwonlyargs', 'kw_defaults', 'kwarg', 'defaults'],
  arg: ['annotation'],
  keyword: ['value'],
  alias: [],
  withitem: ['context_expr', 'optional_vars'],
  match_case: ['pattern', 'guard', 'body'],
  MatchValue: ['value'],
  MatchSingleton: [],
  MatchSequence: ['patterns'],
  MatchMapping: ['keys', 'patterns'],
  MatchClass: ['cls', 'patterns', 'kwd_patterns'],
  MatchStar: [],
  MatchAs: ['pattern'],
  MatchOr: ['patterns'],
  TypeVar: ['bound'],
  ParamSpec: [],
  TypeVarTuple: [],
};

/** The nodes directly below a node, field by field (so the keys of a `Dict` come before its values). */
export function children(node: Node): Node[] {
  const found: Node[] = [];
  for (const field of childFields[node.kind]) {
    const value = (node as unknown as Record<string, Node | readonly (Node | null)[] | null>)[field];
    if (value === null || value === undefined) continue;
    if ('kind' in value) found.push(value);
    else for (const item of value) if (item !== null) found.push(item);
  }
  return found;
}

/**
 * Visits a node and all below it, outer before inner and without recursion. A visitor that answers false
 * keeps the walk out of what lies below that node.
 */
export function walk(node: Node, visit: (node: Node) => boolean | void): void {
  const pending: Node[] = [node];
  while (pending.length > 0) {
    const next = pending.pop()!;
    if (visit(next) === false) continue;
    const below = children(next);
    for (let index = below.length - 1; index >= 0; index--) pending.push(below[index]!);
  }
}
