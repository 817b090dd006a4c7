/** Whether a script uses numbers as the probabilities of classes: prints them, compares them, calls them so. */
import type { Expression, Node, NodeOf, Span } from '../python/syntax.ts';
import { flowOf } from './flow.ts';
import { type Call, dottedName, type SourceCode } from './sourceCode.ts';

/** Names of variables and functions that say that they hold probabilities. */
const says = /prob|confiden|calibrat|soft/i;

/** Calls that show numbers or judge them as probabilities. */
const reads =
  /^(print|display|bar|barh|plot|hist|imshow|max|amax|reduce_max|nanmax|choice|multinomial|log_loss|brier\w*|calibration_curve|\w*crossentropy|kldivergence|kl_?div\w*|(scipy_)?entropy|decode_predictions)$/i;
/** Calls of which the result does not depend on the scale of what they are given, or that only look at its form. */
const ignores = /^(argmax|argsort|argpartition|arg_max|top_k|len|type|isinstance|shape|sum|reduce_sum)$/i;

/** How a place uses a value. */
type Use = 'as-probabilities' | 'without-effect' | 'otherwise';

/**
 * Whether the value that a division gives is used as probabilities, and nowhere in another way: in further arithmetic
 * it may be a part of what is right in the end.
 * @param from the division; a statement where it happens in place.
 */
export function isUsedAsProbabilities(code: SourceCode, from: Expression | NodeOf<'AugAssign'>): boolean {
  const uses = new Set(placesOf(code, from).map(place => useOf(code, place)));
  return uses.has('as-probabilities') && !uses.has('otherwise');
}

/** The expressions that have the value, parts of it among them. */
function placesOf(code: SourceCode, from: Expression | NodeOf<'AugAssign'>): readonly Expression[] {
  const scope = code.functionAround(from);
  const isLater = (node: Expression) =>
    node === from ||
    node.span.start.offset >= from.span.end.offset ||
    (!isIn(node, from) && (code.functionAround(node) !== scope || isIn(from, node)));
  const first = from.kind === 'AugAssign' ? laterReads(code, from) : [from];
  const found = new Set(first.flatMap(node => [...flowOf(code, node)]).filter(isLater));
  for (const item of found) {
    const parent = code.parent(item);
    // A set goes on with what is added while it is gone through.
    if (parent?.kind === 'Subscript' && parent.value === item)
      for (const next of flowOf(code, parent)) if (isLater(next)) found.add(next);
  }
  return [...found];
}

/** Where a name or attribute is read behind a statement that changes it in place. */
function laterReads(code: SourceCode, { target, span }: NodeOf<'AugAssign'>): readonly Expression[] {
  const text = code.at(target.span);
  const scope = code.functionAround(target);
  return [...code.all('Name'), ...code.all('Attribute')].filter(
    node =>
      node.span.start.offset >= span.end.offset &&
      code.at(node.span) === text &&
      code.functionAround(node) === scope,
  );
}

function useOf(code: SourceCode, item: Expression): Use {
  const parent = code.parent(item);
  switch (parent?.kind) {
    case 'FormattedValue':
      return 'as-probabilities';
    case 'Compare':
      return 'as-probabilities';
    case 'Assign':
      return parent.targets.some(target => isNamedSo(code, target)) ? 'as-probabilities' : 'without-effect';
    case 'Return':
    case 'Lambda':
      return isReturnedSo(code, parent) ? 'as-probabilities' : 'without-effect';
    case 'Call':
      return parent.func === item ? 'otherwise' : ofCall(code, parent, item);
    case 'keyword': {
      const call = code.parent(parent);
      return call?.kind === 'Call' ? ofCall(code, call, item) : 'otherwise';
    }
    case 'Attribute':
      return ofAttribute(code, parent);
    case 'BinOp':
      return isShareOfSum(code, parent, item) ? 'as-probabilities' : 'otherwise';
    case 'Expr':
    case 'Subscript':
    case 'AnnAssign':
    case 'NamedExpr':
    case 'IfExp':
    case 'For':
      return 'without-effect';
    default:
      return 'otherwise';
  }
}

function isNamedSo(code: SourceCode, target: Expression): boolean {
  return (target.kind === 'Name' || target.kind === 'Attribute') && says.test(code.at(target.span));
}

/** What a function named so gives back, and what a model's own `call` does. */
function isReturnedSo(code: SourceCode, place: Node): boolean {
  const scope = place.kind === 'Lambda' ? place : code.functionAround(place);
  if (scope === null || scope.kind === 'Lambda') {
    const parent = scope === null ? null : code.parent(scope);
    return parent?.kind === 'Assign' && parent.targets.some(target => isNamedSo(code, target));
  }
  const owner = code.enclosing(scope, (node): node is NodeOf<'ClassDef'> => node.kind === 'ClassDef');
  const isCallOfModel =
    scope.name === 'call' &&
    (owner?.bases.some(base => /(^|\.)Model$/.test(dottedName(base) ?? '')) ?? false);
  return isCallOfModel || says.test(scope.name);
}

function ofCall(code: SourceCode, call: Call, item: Expression): Use {
  const name = lastName(call);
  if (reads.test(name)) return 'as-probabilities';
  if (ignores.test(name)) return 'without-effect';
  // The flow goes on in what passes its argument on, and in the script's own functions.
  const flow = flowOf(code, item);
  const goesOn = [...flow].some(
    node => node === call || code.all('FunctionDef').some(made => made.name === name && isIn(node, made)),
  );
  return goesOn ? 'without-effect' : 'otherwise';
}

function isIn(node: Node, { span }: { readonly span: Span }): boolean {
  return node.span.start.offset >= span.start.offset && node.span.end.offset <= span.end.offset;
}

function lastName({ func }: Call): string {
  if (func.kind === 'Attribute') return func.attr;
  if (func.kind === 'Call') return lastName(func);
  return func.kind === 'Name' ? func.id : '';
}

/** Methods and attributes of an array. */
function ofAttribute(code: SourceCode, attribute: NodeOf<'Attribute'>): Use {
  const call = code.parent(attribute);
  const isMethod = call?.kind === 'Call' && call.func === attribute;
  if (isMethod && reads.test(attribute.attr)) return 'as-probabilities';
  const passesOn = /^(item|astype|numpy|squeeze|copy|shape|dtype|ndim|size)$/.test(attribute.attr);
  return passesOn || ignores.test(attribute.attr) ? 'without-effect' : 'otherwise';
}

/** `p / p.sum(axis=1, keepdims=True)`: a number that has divided all of `p` has no effect then. */
function isShareOfSum(code: SourceCode, { op, left, right }: NodeOf<'BinOp'>, item: Expression): boolean {
  if (op !== 'Div' || left !== item || right.kind !== 'Call') return false;
  const given = right.func.kind === 'Attribute' ? code.at(right.func.value.span) : '';
  const first = right.args[0] === undefined ? '' : code.at(right.args[0].span);
  const text = code.at(item.span);
  return /^(sum|reduce_sum)$/.test(lastName(right)) && (given === text || first === text);
}
