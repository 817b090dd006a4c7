/** Checks `global` and `nonlocal` against what else a scope does with the names. */

import { type Arguments, children, type Node, type Span, type Statement } from '../syntax.ts';

type Report = (span: Span, template: string, ...args: string[]) => void;
type Declared = 'global' | 'nonlocal';

interface Scope {
  readonly kind: 'module' | 'class' | 'function';
  readonly parameters: ReadonlySet<string>;
  readonly used: Set<string>;
  readonly bound: Set<string>;
  readonly declared: Map<string, { readonly as: Declared; readonly span: Span }>;
  readonly outer: Scope | null;
}

export function checkNames(body: readonly Statement[], report: Report): void {
  const checks: (() => void)[] = [];
  readScope(body, newScope('module', new Set(), null), report, checks);
  for (const check of checks) check();
}

function newScope(kind: Scope['kind'], parameters: ReadonlySet<string>, outer: Scope | null): Scope {
  return { kind, parameters, used: new Set(), bound: new Set(), declared: new Map(), outer };
}

function parameterNames(args: Arguments): Set<string> {
  const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs, args.vararg, args.kwarg];
  return new Set(all.flatMap(arg => (arg === null ? [] : [arg.arg])));
}

/** Reads in the order of the text. What lies outside of the scope is asked when all of it is known. */
function readScope(nodes: readonly Node[], scope: Scope, report: Report, checks: (() => void)[]): void {
  const pending: Node[] = [...nodes].reverse();
  const next = (below: readonly Node[]) => pending.push(...[...below].reverse());
  while (pending.length > 0) {
    const node = pending.pop()!;
    switch (node.kind) {
      case 'Global':
      case 'Nonlocal':
        for (const name of node.names)
          declare(scope, name, node.kind === 'Global' ? 'global' : 'nonlocal', node.span, report);
        if (node.kind === 'Nonlocal' && scope.kind !== 'module') {
          checks.push(() => {
            for (const name of node.names) {
              if (!boundOutside(scope, name)) report(node.span, "no binding for nonlocal '{0}' found", name);
            }
          });
        }
        break;
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        scope.bound.add(node.name);
        readScope(node.body, newScope('function', parameterNames(node.args), scope), report, checks);
        next([...node.decorator_list, node.args]);
        break;
      case 'ClassDef':
        scope.bound.add(node.name);
        readScope(node.body, newScope('class', new Set(), scope), report, checks);
        next([...node.decorator_list, ...node.bases, ...node.keywords]);
        break;
      case 'Lambda':
        readScope([node.body], newScope('function', parameterNames(node.args), scope), report, checks);
        next([node.args]);
        break;
      case 'Name':
        (node.ctx === 'Load' ? scope.used : scope.bound).add(node.id);
        break;
      case 'alias':
        scope.bound.add((node.asname ?? node.name).split('.')[0]!);
        break;
      case 'ExceptHandler':
        if (node.name !== null) scope.bound.add(node.name);
        next(children(node));
        break;
      default:
        next(children(node));
    }
  }
}

function declare(scope: Scope, name: string, as: Declared, span: Span, report: Report): void {
  const before = scope.declared.get(name);
  if (scope.parameters.has(name)) report(span, `name '{0}' is parameter and ${as}`, name);
  else if (scope.used.has(name)) report(span, `name '{0}' is used prior to ${as} declaration`, name);
  else if (scope.bound.has(name)) report(span, `name '{0}' is assigned to before ${as} declaration`, name);
  else if (before !== undefined && before.as !== as)
    report(before.span, "name '{0}' is nonlocal and global", name);
  if (before === undefined) scope.declared.set(name, { as, span });
}

function boundOutside(scope: Scope, name: string): boolean {
  for (let outer = scope.outer; outer !== null; outer = outer.outer) {
    if (outer.kind !== 'function') continue;
    if (outer.declared.get(name)?.as === 'nonlocal') return true;
    if (outer.declared.get(name)?.as !== 'global' && (outer.bound.has(name) || outer.parameters.has(name)))
      return true;
  }
  // A method's own class.
  if (name === '__class__') return true;
  // What another problem is reported for is not reported twice.
  return scope.parameters.has(name) || scope.declared.get(name)?.as === 'global';
}
