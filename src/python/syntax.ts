/**
 * The syntax tree of Python programs: the classes and fields of CPython 3.12's `ast` module, as
 * unions discriminated on `kind`.
 *
 * Names of kinds and fields are CPython's own (https://docs.python.org/3.12/library/ast.html), snake case
 * included, so that its documentation describes this tree too. Four things differ: every node has a `span`;
 * definitions carry a `nameSpan`; constants are tagged (`ConstantValue`); and a statement that could not
 * be understood is an `Invalid` node, so that the rest of a broken file still has a tree.
 */

/** A place in the source text. */
export interface Position {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 0 in UTF-16 code units, as VS Code does. */
  readonly column: number;
  /** Counted from 0 in UTF-16 code units from the start of the text. */
  readonly offset: number;
}

/** A stretch of the source text; `end` is exclusive. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

interface Spanned {
  readonly span: Span;
}

/** Whether a name, attribute, item, list or tuple is read, bound or deleted. */
export type ExpressionContext = 'Load' | 'Store' | 'Del';

export type BinaryOperator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type BooleanOperator = 'And' | 'Or';
export type ComparisonOperator =
  | 'Eq'
  | 'NotEq'
  | 'Lt'
  | 'LtE'
  | 'Gt'
  | 'GtE'
  | 'Is'
  | 'IsNot'
  | 'In'
  | 'NotIn';

/** The value of a `Constant`. Integers are `bigint` only where a double could not hold them exactly. */
export type ConstantValue =
  | { readonly type: 'int'; readonly value: number | bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly imag: number }
  | { readonly type: 'str'; readonly value: string; readonly prefix?: 'u' }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'None' }
  | { readonly type: 'Ellipsis' };

// ---------------------------------------------------------------------------------------------- module

export interface Module extends Spanned {
  readonly kind: 'Module';
  readonly body: readonly Statement[];
}

// ------------------------------------------------------------------------------------------ statements

interface FunctionFields extends Spanned {
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: Arguments;
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly returns: Expression | null;
  readonly type_params: readonly TypeParameter[];
}
export interface FunctionDef extends FunctionFields {
  readonly kind: 'FunctionDef';
}
export interface AsyncFunctionDef extends FunctionFields {
  readonly kind: 'AsyncFunctionDef';
}
export interface ClassDef extends Spanned {
  readonly kind: 'ClassDef';
  readonly name: string;
  readonly nameSpan: Span;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly type_params: readonly TypeParameter[];
}
export interface Return extends Spanned {
  readonly kind: 'Return';
  readonly value: Expression | null;
}
export interface Delete extends Spanned {
  readonly kind: 'Delete';
  readonly targets: readonly Expression[];
}
export interface Assign extends Spanned {
  readonly kind: 'Assign';
  /** More than one in `a = b = value`. */
  readonly targets: readonly Expression[];
  readonly value: Expression;
}
export interface TypeAlias extends Spanned {
  readonly kind: 'TypeAlias';
  readonly name: Expression;
  readonly type_params: readonly TypeParameter[];
  readonly value: Expression;
}
export interface AugAssign extends Spanned {
  readonly kind: 'AugAssign';
  readonly target: Expression;
  readonly op: BinaryOperator;
  readonly value: Expression;
}
export interface AnnAssign extends Spanned {
  readonly kind: 'AnnAssign';
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
  /** 1 where the target is a bare name without parentheses, else 0. */
  readonly simple: 0 | 1;
}
interface ForFields extends Spanned {
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface For extends ForFields {
  readonly kind: 'For';
}
export interface AsyncFor extends ForFields {
  readonly kind: 'AsyncFor';
}
export interface While extends Spanned {
  readonly kind: 'While';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface If extends Spanned {
  readonly kind: 'If';
  readonly test: Expression;
  readonly body: readonly Statement[];
  /** For `elif` one `If`. */
  readonly orelse: readonly Statement[];
}
interface WithFields extends Spanned {
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}
export interface With extends WithFields {
  readonly kind: 'With';
}
export interface AsyncWith extends WithFields {
  readonly kind: 'AsyncWith';
}
export interface Match extends Spanned {
  readonly kind: 'Match';
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
export interface Raise extends Spanned {
  readonly kind: 'Raise';
  readonly exc: Expression | null;
  readonly cause: Expression | null;
}
interface TryFields extends Spanned {
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}
export interface Try extends TryFields {
  readonly kind: 'Try';
}
/** `try` with `except*`. */
export interface TryStar extends TryFields {
  readonly kind: 'TryStar';
}
export interface Assert extends Spanned {
  readonly kind: 'Assert';
  readonly test: Expression;
  readonly msg: Expression | null;
}
export interface Import extends Spanned {
  readonly kind: 'Import';
  readonly names: readonly Alias[];
}
export interface ImportFrom extends Spanned {
  readonly kind: 'ImportFrom';
  /** null in `from . import x`. */
  readonly module: string | null;
  readonly names: readonly Alias[];
  /** The number of leading dots. */
  readonly level: number;
}
export interface Global extends Spanned {
  readonly kind: 'Global';
  readonly names: readonly string[];
}
export interface Nonlocal extends Spanned {
  readonly kind: 'Nonlocal';
  readonly names: readonly string[];
}
/** An expression as a statement. */
export interface Expr extends Spanned {
  readonly kind: 'Expr';
  readonly value: Expression;
}
export interface Pass extends Spanned {
  readonly kind: 'Pass';
}
export interface Break extends Spanned {
  readonly kind: 'Break';
}
export interface Continue extends Spanned {
  readonly kind: 'Continue';
}
/** Source text that is not a statement of Python; what is wrong with it is told by `problem`. */
export interface Invalid extends Spanned {
  readonly kind: 'Invalid';
  readonly problem: SyntaxProblem;
}

export type Statement =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | Expr
  | Pass
  | Break
  | Continue
  | Invalid;

// ----------------------------------------------------------------------------------------- expressions

export interface BoolOp extends Spanned {
  readonly kind: 'BoolOp';
  readonly op: BooleanOperator;
  /** At least two: `a or b or c` is one node. */
  readonly values: readonly Expression[];
}
export interface NamedExpr extends Spanned {
  readonly kind: 'NamedExpr';
  readonly target: Name;
  readonly value: Expression;
}
export interface BinOp extends Spanned {
  readonly kind: 'BinOp';
  readonly left: Expression;
  readonly op: BinaryOperator;
  readonly right: Expression;
}
export interface UnaryOp extends Spanned {
  readonly kind: 'UnaryOp';
  readonly op: UnaryOperator;
  readonly operand: Expression;
}
export interface Lambda extends Spanned {
  readonly kind: 'Lambda';
  readonly args: Arguments;
  readonly body: Expression;
}
export interface IfExp extends Spanned {
  readonly kind: 'IfExp';
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}
export interface Dict extends Spanned {
  readonly kind: 'Dict';
  /** null where the value is unpacked with `**`. */
  readonly keys: readonly (Expression | null)[];
  readonly values: readonly Expression[];
}
export interface SetDisplay extends Spanned {
  readonly kind: 'Set';
  readonly elts: readonly Expression[];
}
interface ComprehensionFields extends Spanned {
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}
export interface ListComp extends ComprehensionFields {
  readonly kind: 'ListComp';
}
export interface SetComp extends ComprehensionFields {
  readonly kind: 'SetComp';
}
export interface GeneratorExp extends ComprehensionFields {
  readonly kind: 'GeneratorExp';
}
export interface DictComp extends Spanned {
  readonly kind: 'DictComp';
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}
export interface Await extends Spanned {
  readonly kind: 'Await';
  readonly value: Expression;
}
export interface Yield extends Spanned {
  readonly kind: 'Yield';
  readonly value: Expression | null;
}
export interface YieldFrom extends Spanned {
  readonly kind: 'YieldFrom';
  readonly value: Expression;
}
export interface Compare extends Spanned {
  readonly kind: 'Compare';
  readonly left: Expression;
  readonly ops: readonly ComparisonOperator[];
  readonly comparators: readonly Expression[];
}
export interface Call extends Spanned {
  readonly kind: 'Call';
  readonly func: Expression;
  /** Positional arguments; `*x` is a `Starred`. */
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}
/** A replacement field `{value!r:spec}` of an f-string. */
export interface FormattedValue extends Spanned {
  readonly kind: 'FormattedValue';
  readonly value: Expression;
  /** -1, or the code of `s` (115), `r` (114) or `a` (97). */
  readonly conversion: -1 | 97 | 114 | 115;
  readonly format_spec: JoinedStr | null;
}
/** An f-string: string `Constant`s and `FormattedValue`s. */
export interface JoinedStr extends Spanned {
  readonly kind: 'JoinedStr';
  readonly values: readonly Expression[];
}
export interface Constant extends Spanned {
  readonly kind: 'Constant';
  readonly value: ConstantValue;
}
export interface Attribute extends Spanned {
  readonly kind: 'Attribute';
  readonly value: Expression;
  readonly attr: string;
  /** Where the attribute's name stands. */
  readonly attrSpan: Span;
  readonly ctx: ExpressionContext;
}
export interface Subscript extends Spanned {
  readonly kind: 'Subscript';
  readonly value: Expression;
  /** A `Slice`, a `Tuple` (which may hold slices) or any other expression. */
  readonly slice: Expression;
  readonly ctx: ExpressionContext;
}
export interface Starred extends Spanned {
  readonly kind: 'Starred';
  readonly value: Expression;
  readonly ctx: ExpressionContext;
}
export interface Name extends Spanned {
  readonly kind: 'Name';
  readonly id: string;
  readonly ctx: ExpressionContext;
}
export interface List extends Spanned {
  readonly kind: 'List';
  readonly elts: readonly Expression[];
  readonly ctx: ExpressionContext;
}
export interface Tuple extends Spanned {
  readonly kind: 'Tuple';
  readonly elts: readonly Expression[];
  readonly ctx: ExpressionContext;
}
export interface Slice extends Spanned {
  readonly kind: 'Slice';
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

export type Expression =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetDisplay
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

// ------------------------------------------------------------------------------------- parts of others

/** One `for … in … if …` of a comprehension. */
export interface Comprehension extends Spanned {
  readonly kind: 'comprehension';
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly is_async: 0 | 1;
}
export interface ExceptHandler extends Spanned {
  readonly kind: 'ExceptHandler';
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}
/** The parameters of a function. `defaults` belong to the last of `posonlyargs` followed by `args`. */
export interface Arguments extends Spanned {
  readonly kind: 'arguments';
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  /** One for each of `kwonlyargs`: null where it is required. */
  readonly kw_defaults: readonly (Expression | null)[];
  readonly kwarg: Arg | null;
  readonly defaults: readonly Expression[];
}
export interface Arg extends Spanned {
  readonly kind: 'arg';
  readonly arg: string;
  readonly annotation: Expression | null;
}
/** A keyword argument; `arg` is null for `**value`. */
export interface Keyword extends Spanned {
  readonly kind: 'keyword';
  readonly arg: string | null;
  readonly value: Expression;
}
/** `name as asname` of an import; the name is dotted, or `*`. */
export interface Alias extends Spanned {
  readonly kind: 'alias';
  readonly name: string;
  readonly asname: string | null;
}
export interface WithItem extends Spanned {
  readonly kind: 'withitem';
  readonly context_expr: Expression;
  readonly optional_vars: Expression | null;
}
export interface MatchCase extends Spanned {
  readonly kind: 'match_case';
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}

// -------------------------------------------------------------------------------------------- patterns

export interface MatchValue extends Spanned {
  readonly kind: 'MatchValue';
  readonly value: Expression;
}
export interface MatchSingleton extends Spanned {
  readonly kind: 'MatchSingleton';
  readonly value: ConstantValue;
}
export interface MatchSequence extends Spanned {
  readonly kind: 'MatchSequence';
  readonly patterns: readonly Pattern[];
}
export interface MatchMapping extends Spanned {
  readonly kind: 'MatchMapping';
  readonly keys: readonly Expression[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}
export interface MatchClass extends Spanned {
  readonly kind: 'MatchClass';
  readonly cls: Expression;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly string[];
  readonly kwd_patterns: readonly Pattern[];
}
export interface MatchStar extends Spanned {
  readonly kind: 'MatchStar';
  readonly name: string | null;
}
/** A capture (`x`), a wildcard (`_`: both null) or `pattern as name`. */
export interface MatchAs extends Spanned {
  readonly kind: 'MatchAs';
  readonly pattern: Pattern | null;
  readonly name: string | null;
}
export interface MatchOr extends Spanned {
  readonly kind: 'MatchOr';
  readonly patterns: readonly Pattern[];
}
export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

// ------------------------------------------------------------------------------------- type parameters

export interface TypeVar extends Spanned {
  readonly kind: 'TypeVar';
  readonly name: string;
  readonly bound: Expression | null;
}
export interface ParamSpec extends Spanned {
  readonly kind: 'ParamSpec';
  readonly name: string;
}
export interface TypeVarTuple extends Spanned {
  readonly kind: 'TypeVarTuple';
  readonly name: string;
}
export type TypeParameter = TypeVar | ParamSpec | TypeVarTuple;

// ------------------------------------------------------------------------------------------- any node

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

/** What CPython would raise as a `SyntaxError`, with the message as an English template. */
export interface SyntaxProblem {
  /** CPython's class: an `IndentationError` or `TabError` is a `SyntaxError` of that name. */
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError';
  /** An English sentence with `{0}`, `{1}`… for `args`: the key of its translations. */
  readonly template: string;
  readonly args: readonly string[];
  readonly span: Span;
  /** Found only when all of the text can be parsed: other problems come first, wherever they stand. */
  readonly late?: boolean;
  /** Whether a cell of a notebook may do it: IPython lets cells wait at their top level. */
  readonly inCell?: boolean;
  /** What CPython shows where that is no line of the text: an expression of an f-string, with the columns it marks. */
  readonly shown?: { readonly line: string; readonly start: number; readonly end: number };
}

/** The problem that CPython tells of; undefined where there is none. */
export function firstProblem(problems: readonly SyntaxProblem[]): SyntaxProblem | undefined {
  return problems.find(problem => problem.late !== true) ?? problems[0];
}

/** The English message of a problem. */
export function problemMessage(problem: SyntaxProblem): string {
  return problem.template.replace(/\{(\d+)\}/g, (_, index: string) => problem.args[Number(index)] ?? '');
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
