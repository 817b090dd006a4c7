/** The statements of the tree. */
import type { Expression, Name } from './expressions.ts';
import type {
  Alias,
  Arguments,
  ExceptHandler,
  Keyword,
  MatchCase,
  TypeParameter,
  WithItem,
} from './parts.ts';
import type { BinaryOperator, Span, Spanned } from './places.ts';
import type { SyntaxProblem } from './problems.ts';

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
  /** What the statement seems to be about: `model` in `model.add(`. It may change what the name holds; null for none. */
  readonly touched: Name | null;
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
