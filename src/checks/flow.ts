/** Where the value of an expression goes in the script's text: through names, conversions, and calls of its own functions. */
import type { Expression, Node, NodeOf } from '../python/syntax.ts';
import { dottedName, type FunctionNode, type SourceCode } from './sourceCode.ts';

/** What gives its argument on as it is, as far as the number goes. */
const conversions = /^(int|float|(\w+\.)?(u?int\d*|intp|asarray|array|asscalar|squeeze|as_tensor))$/;
const methods = new Set(['item', 'astype', 'numpy', 'squeeze', 'copy']);

/** So far a value is followed at most. */
const MOST_STEPS = 12;

/**
 * The expressions that a value becomes unchanged, itself first: `np.argmax(p)`, `int(np.argmax(p))`, each use of the
 * name that it is assigned to, what a function of the script returns, and the parameter that it is passed for.
 */
export function flowOf(code: SourceCode, from: Expression): ReadonlySet<Expression> {
  const found = new Set<Expression>([from]);
  let steps = MOST_STEPS;
  // A set goes on with what is added while it is gone through.
  for (const item of found) {
    if (steps-- === 0) break;
    for (const next of nextOf(code, item)) found.add(next);
  }
  return found;
}

function nextOf(code: SourceCode, item: Expression): readonly Expression[] {
  const parent = code.parent(item);
  switch (parent?.kind) {
    case 'Call':
      return throughCall(code, item, parent);
    case 'keyword': {
      const call = code.parent(parent);
      return call?.kind === 'Call' ? throughCall(code, item, call) : [];
    }
    case 'Attribute': {
      const call = code.parent(parent);
      const isMethod = call?.kind === 'Call' && call.func === parent && methods.has(parent.attr);
      return isMethod ? [call] : [];
    }
    case 'Assign':
      return parent.value === item ? parent.targets.flatMap(target => usesOf(code, target, parent)) : [];
    case 'AnnAssign':
      return parent.value === item ? usesOf(code, parent.target, parent) : [];
    case 'NamedExpr':
      return parent.value === item ? [parent, ...usesOf(code, parent.target, parent)] : [];
    case 'Return': {
      const scope = code.functionAround(item);
      return scope === null ? [] : callsOf(code, scope);
    }
    case 'Lambda':
      return parent.body === item ? callsOf(code, parent) : [];
    case 'IfExp':
      return parent.test === item ? [] : [parent];
    default:
      return [];
  }
}

function throughCall(code: SourceCode, item: Expression, call: NodeOf<'Call'>): readonly Expression[] {
  if (call.func === item) return [];
  const name = dottedName(call.func) ?? '';
  if (conversions.test(name)) return [call];
  const keyword = call.keywords.find(({ value }) => value === item)?.arg ?? null;
  const place = call.args.indexOf(item);
  return code
    .all('FunctionDef')
    .filter(({ name: defined }) => defined === name.split('.').at(-1))
    .flatMap(({ args: { posonlyargs, args, kwonlyargs }, body }) => {
      const ordered = [...posonlyargs, ...args];
      const shift = name.includes('.') && ordered[0]?.arg === 'self' ? 1 : 0;
      const parameter =
        keyword === null
          ? ordered[place + shift]
          : [...ordered, ...kwonlyargs].find(({ arg }) => arg === keyword);
      if (parameter === undefined) return [];
      const [first, last] = [body[0]!.span.start.offset, body.at(-1)!.span.end.offset];
      return readsOf(code, parameter.arg).filter(
        ({ span }) => first <= span.start.offset && span.end.offset <= last,
      );
    });
}

/** Where a name or attribute that was bound is read: in the function of its own, or anywhere for one of the module. */
function usesOf(code: SourceCode, target: Expression, binding: Node): readonly Expression[] {
  const text = code.at(target.span);
  if (target.kind === 'Attribute')
    return code.all('Attribute').filter(node => node !== target && code.at(node.span) === text);
  if (target.kind !== 'Name') return [];
  const scope = code.functionAround(binding);
  return readsOf(code, target.id).filter(
    node => node !== target && (scope === null || code.functionAround(node) === scope),
  );
}

function readsOf(code: SourceCode, name: string): readonly NodeOf<'Name'>[] {
  return code.all('Name').filter(node => node.id === name);
}

function callsOf(code: SourceCode, scope: FunctionNode): readonly Expression[] {
  const parent = scope.kind === 'Lambda' ? code.parent(scope) : null;
  const name =
    scope.kind !== 'Lambda' ? scope.name : parent?.kind === 'Assign' ? code.at(parent.targets[0]!.span) : '';
  return code
    .all('Call')
    .filter(({ func }) => (func.kind === 'Attribute' ? func.attr : dottedName(func)) === name);
}

/** Whether a place in an array laid end to end is taken apart into its row and column, or used in such an array. */
export function isFlatPlace(code: SourceCode, from: Expression): boolean {
  for (const item of flowOf(code, from)) {
    const parent = code.parent(item);
    if (parent?.kind === 'BinOp' && parent.left === item && (parent.op === 'FloorDiv' || parent.op === 'Mod'))
      return true;
    if (parent?.kind === 'AugAssign' && (parent.op === 'FloorDiv' || parent.op === 'Mod')) return true;
    if (parent?.kind === 'Subscript' && parent.slice === item && isFlat(code, parent.value, 2)) return true;
    const call = parent?.kind === 'keyword' ? code.parent(parent) : parent;
    if (call?.kind !== 'Call' || call.func === item) continue;
    const name = (dottedName(call.func) ?? '').split('.').at(-1) ?? '';
    if (/^(unravel_index|divmod|floor_divide|remainder|mod|floormod|floordiv)$/.test(name)) return true;
    const taken = call.func.kind === 'Attribute' && /^(item|take)$/.test(call.func.attr);
    if (taken && call.args.length === 1) return true;
  }
  return false;
}

/** Whether an expression lays an array end to end, or a name stands for one that was. */
function isFlat(code: SourceCode, node: Expression, depth: number): boolean {
  if (node.kind === 'Attribute') return node.attr === 'flat';
  if (node.kind === 'Name' && depth > 0)
    return code
      .all('Assign')
      .some(
        ({ targets, value }) =>
          targets.some(target => target.kind === 'Name' && target.id === node.id) &&
          isFlat(code, value, depth - 1),
      );
  if (node.kind !== 'Call') return false;
  const name = (dottedName(node.func) ?? (node.func.kind === 'Attribute' ? node.func.attr : ''))
    .split('.')
    .at(-1)!;
  if (name === 'ravel' || name === 'flatten') return true;
  const shape = node.args.at(-1);
  return (
    name === 'reshape' && shape !== undefined && /^[([]?\s*-\s*1\s*,?\s*[)\]]?$/.test(code.at(shape.span))
  );
}
