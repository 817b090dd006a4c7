/** What a name or attribute stands for at one place of a script: found when somebody asks, by following it once more. */
import type { Watch } from '../python/evaluate/compiler.ts';
import type { ParseResult } from '../python/parse/parser.ts';
import { children, type Module, type Node, type Span, type Statement } from '../python/syntax.ts';
import { Unknown, type Value } from '../python/values.ts';
import { describeUsed } from './describeUsed.ts';
import type { Following, Glimpses } from './following.ts';
import type { Use, UsedValue } from './program.ts';

/** Values that are told apart; a place that takes more of them (in a loop, in several calls) shows the first ones. */
const MOST_VALUES = 4;

/** A name, attribute or parameter in the text. */
interface Place {
  readonly node: Node;
  readonly name: string;
  /** Where the name itself stands. */
  readonly span: Span;
  /** The statement of the top level around it. */
  readonly statement: number;
  /** Whether it stands in a body that is run when later statements ask for it. */
  readonly isLater: boolean;
}

const BODIES_FOR_LATER = new Set<Node['kind']>(['FunctionDef', 'AsyncFunctionDef', 'Lambda', 'GeneratorExp']);

/** The name at an offset; null for everything else. */
function placeAt(module: Module, offset: number): Place | null {
  const statement = module.body.findLastIndex(item => startOf(item) <= offset);
  if (statement < 0) return null;
  return placeBelow(module.body[statement], offset, statement, false);
}

function startOf(statement: Statement): number {
  const first = 'decorator_list' in statement ? statement.decorator_list[0] : undefined;
  return (first ?? statement).span.start.offset;
}

function holds(span: Span, offset: number): boolean {
  return span.start.offset <= offset && offset <= span.end.offset;
}

function placeBelow(node: Node, offset: number, statement: number, isLater: boolean): Place | null {
  if (node.kind === 'Name') {
    return holds(node.span, offset) ? { node, name: node.id, span: node.span, statement, isLater } : null;
  }
  if (node.kind === 'Attribute' && holds(node.attrSpan, offset)) {
    return { node, name: node.attr, span: node.attrSpan, statement, isLater };
  }
  if (node.kind === 'arg') {
    const { start } = node.span;
    const end = { ...start, column: start.column + node.arg.length, offset: start.offset + node.arg.length };
    const span = { start, end };
    if (holds(span, offset)) return { node, name: node.arg, span, statement, isLater };
  }
  const later = isLater || BODIES_FOR_LATER.has(node.kind);
  for (const child of children(node)) {
    // Decorators, and the parameters of a function, stand outside of what spans cover.
    const place = mayHold(child, offset) ? placeBelow(child, offset, statement, later) : null;
    if (place !== null) return place;
  }
  return null;
}

function mayHold(node: Node, offset: number): boolean {
  return node.kind === 'arguments' || 'decorator_list' in node || holds(node.span, offset);
}

/** Where the script's modules and data files are found. */
interface Sight {
  readonly moduleSource: Parameters<Following['watching']>[2]['moduleSource'];
  readonly glimpse: Glimpses;
}

/** Follows the script as far as needed to tell what stands at an offset; null where there is nothing to tell. */
export function* useAt(
  following: Following,
  parsed: ParseResult,
  text: string,
  sight: Sight,
  offset: number,
): Generator<void, Use | null> {
  const place = placeAt(parsed.module, offset);
  if (place === null) return null;
  const { interpreter, policy } = following;
  /** By their descriptions, in the order in which they came. */
  const seen = new Map<string, () => UsedValue>();
  let open = true;
  const see = (value: Value): void => {
    if (!open || value instanceof Unknown || seen.size > MOST_VALUES) return;
    const described = policy.describing(() => describeUsed(value, interpreter));
    if (described !== null) seen.set(described.key, described.describe);
  };
  const watch: Watch = { node: place.node, see };
  yield* following.watching(parsed, text, sight, { ...place, watch });
  for (const { node, value } of policy.bindings) if (node === place.node) see(value);
  open = false;
  const values = withoutSizedBatches(policy.describing(() => [...seen.values()].map(describe => describe())));
  if (values.length === 0) return null;
  return {
    name: place.name,
    span: copyOf(place.span),
    values: values.slice(0, MOST_VALUES),
    hasMore: values.length > MOST_VALUES,
  };
}

/** A layer meets tensors of any number of rows, and then those of a batch of its `fit`: that says nothing new. */
function withoutSizedBatches(values: readonly UsedValue[]): UsedValue[] {
  const shapes = new Set(values.map(value => keyOf(value, null)).filter(key => key !== null));
  return values.filter(value => {
    const rows = value.kind === 'value' ? value.value.shape?.[0] : null;
    return typeof rows !== 'number' || !shapes.has(keyOf(value, rows) ?? '');
  });
}

/** A tensor's type and shape without its first axis, if that has so many rows. */
function keyOf(value: UsedValue, rows: number | null): string | null {
  if (value.kind !== 'value' || value.value.type !== 'tensor') return null;
  const { shape, dtype } = value.value;
  return shape === null || shape[0] !== rows ? null : `${dtype} ${shape.slice(1).join()}`;
}

/** The parser moves its nodes when the text changes. */
function copyOf({ start, end }: Span): Span {
  return { start: { ...start }, end: { ...end } };
}
