/** Places in the source text, and the words that several kinds of nodes share. */

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

/** What stands somewhere in the text. */
export interface Spanned {
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
