/** The patterns of `match` statements. */
import type { Expression } from './expressions.ts';
import type { ConstantValue, Spanned } from './places.ts';

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
