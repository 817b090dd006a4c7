/** The parts of statements and expressions that are neither: parameters, comprehensions, handlers. */
import type { Expression } from './expressions.ts';
import type { Pattern } from './patterns.ts';
import type { Spanned } from './places.ts';
import type { Statement } from './statements.ts';

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
