/** The expressions of the tree. */
import type { Arguments, Comprehension, Keyword } from './parts.ts';
import type {
  BinaryOperator,
  BooleanOperator,
  ComparisonOperator,
  ConstantValue,
  ExpressionContext,
  Span,
  Spanned,
  UnaryOperator,
} from './places.ts';

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
