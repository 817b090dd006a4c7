/** Name resolution: which variables of a function live in slots, which in cells shared with inner functions. */
import {
  type Arguments,
  type ClassDef,
  type Comprehension,
  children,
  type Expression,
  type Node,
  type Statement,
} from '../syntax.ts';

export type ScopeKind = 'module' | 'class' | 'function' | 'comprehension';

/** Where a name is found at run time. */
export type Location =
  | { readonly kind: 'slot'; readonly index: number }
  | { readonly kind: 'cell'; readonly index: number }
  /** In the dictionary of the module or class body, then globals, then builtins. */
  | { readonly kind: 'name' }
  /** In the globals, then builtins. */
  | { readonly kind: 'global' };

export class Scope {
  readonly kind: ScopeKind;
  readonly parent: Scope | null;
  /** As `__qualname__` shows it. */
  readonly name: string;
  readonly bound = new Set<string>();
  readonly used = new Set<string>();
  readonly globalNames = new Set<string>();
  readonly nonlocalNames = new Set<string>();
  readonly ownCells: string[] = [];
  readonly freeNames: string[] = [];
  readonly children: Scope[] = [];
  isGenerator = false;
  private readonly slots = new Map<string, number>();

  constructor(kind: ScopeKind, parent: Scope | null, name: string) {
    this.kind = kind;
    this.parent = parent;
    this.name = name;
    parent?.children.push(this);
  }

  get isFunction(): boolean {
    return this.kind === 'function' || this.kind === 'comprehension';
  }

  get slotCount(): number {
    return this.slots.size;
  }

  get ownCellCount(): number {
    return this.ownCells.length;
  }

  get slotNames(): readonly string[] {
    return [...this.slots.keys()];
  }

  /** Index of a cell in the frame: own cells first, then the free ones. */
  cellIndex(name: string): number {
    const own = this.ownCells.indexOf(name);
    if (own >= 0) return own;
    const free = this.freeNames.indexOf(name);
    return free < 0 ? -1 : this.ownCells.length + free;
  }

  locate(name: string): Location {
    if (this.globalNames.has(name)) return { kind: 'global' };
    const cell = this.cellIndex(name);
    if (cell >= 0 && (this.isFunction || !this.bound.has(name))) return { kind: 'cell', index: cell };
    if (!this.isFunction) return { kind: 'name' };
    const slot = this.slots.get(name);
    return slot === undefined ? { kind: 'global' } : { kind: 'slot', index: slot };
  }

  assignSlots(): void {
    for (const name of this.bound) {
      if (
        this.isFunction &&
        !this.ownCells.includes(name) &&
        !this.globalNames.has(name) &&
        !this.nonlocalNames.has(name)
      ) {
        this.slots.set(name, this.slots.size);
      }
    }
  }
}

/** Every scope of a module, by the node that opens it. */
export type ScopeTable = ReadonlyMap<Node, Scope>;

/** Finds the scopes of a module and where every name lives. */
export function resolveScopes(module: Node & { kind: 'Module' }): ScopeTable {
  const builder = new ScopeBuilder();
  const root = builder.open(module, 'module', null, '');
  for (const statement of module.body) builder.visit(statement, root);
  for (const scope of builder.table.values()) resolveFreeNames(scope);
  for (const scope of builder.table.values()) scope.assignSlots();
  return builder.table;
}

/** Names used but not bound here belong to the nearest enclosing function that binds them. */
function resolveFreeNames(scope: Scope): void {
  for (const name of scope.used) {
    if (scope.globalNames.has(name)) continue;
    if (scope.bound.has(name) && !scope.nonlocalNames.has(name)) continue;
    const owner = owningFunction(scope, name);
    if (owner === null) continue;
    if (!owner.ownCells.includes(name)) owner.ownCells.push(name);
    for (let inner: Scope | null = scope; inner !== null && inner !== owner; inner = inner.parent) {
      if (!inner.freeNames.includes(name)) inner.freeNames.push(name);
    }
  }
}

function owningFunction(scope: Scope, name: string): Scope | null {
  for (let outer = scope.parent; outer !== null; outer = outer.parent) {
    if (!outer.isFunction) continue;
    if (outer.globalNames.has(name)) return null;
    if (outer.bound.has(name) && !outer.nonlocalNames.has(name)) return outer;
  }
  return null;
}

class ScopeBuilder {
  readonly table = new Map<Node, Scope>();

  open(node: Node, kind: ScopeKind, parent: Scope | null, name: string): Scope {
    const scope = new Scope(kind, parent, name);
    this.table.set(node, scope);
    return scope;
  }

  private visitAll(nodes: readonly Node[], scope: Scope): void {
    for (const node of nodes) this.visit(node, scope);
  }

  visit(node: Node, scope: Scope): void {
    switch (node.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef': {
        scope.bound.add(node.name);
        scope.used.add(node.name);
        this.visitAll(node.decorator_list, scope);
        this.visitDefaults(node.args, scope);
        if (node.returns) this.visit(node.returns, scope);
        this.openFunction(node, node.args, node.body, scope, node.name);
        return;
      }
      case 'Lambda':
        this.visitDefaults(node.args, scope);
        this.openFunction(node, node.args, [node.body], scope, '<lambda>');
        return;
      case 'ClassDef':
        this.visitClass(node, scope);
        return;
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        this.visitComprehension(node, [node.elt], node.generators, scope);
        return;
      case 'DictComp':
        this.visitComprehension(node, [node.key, node.value], node.generators, scope);
        return;
      case 'Name':
        if (node.ctx === 'Load') scope.used.add(node.id);
        else this.bind(node.id, scope);
        return;
      case 'NamedExpr': {
        // Inside comprehensions := binds in the function around them.
        let target = scope;
        while (target.kind === 'comprehension' && target.parent) target = target.parent;
        this.bind(node.target.id, target);
        if (target !== scope) scope.used.add(node.target.id);
        this.visit(node.value, scope);
        return;
      }
      case 'Yield':
      case 'YieldFrom':
      case 'Await':
        scope.isGenerator = scope.isGenerator || node.kind !== 'Await';
        break;
      case 'Global':
        for (const name of node.names) scope.globalNames.add(name);
        return;
      case 'Nonlocal':
        for (const name of node.names) {
          scope.nonlocalNames.add(name);
          scope.used.add(name);
        }
        return;
      case 'Import':
      case 'ImportFrom':
        for (const alias of node.names) {
          if (alias.name !== '*') this.bind(alias.asname ?? alias.name.split('.')[0], scope);
        }
        return;
      case 'ExceptHandler':
        if (node.name !== null) this.bind(node.name, scope);
        break;
      case 'MatchAs':
      case 'MatchStar':
        if (node.name !== null) this.bind(node.name, scope);
        break;
      case 'MatchMapping':
        if (node.rest !== null) this.bind(node.rest, scope);
        break;
      default:
        break;
    }
    this.visitAll(children(node), scope);
  }

  private bind(name: string, scope: Scope): void {
    scope.bound.add(name);
    // A name both bound and shared must be seen as used so that nonlocal declarations resolve.
    if (scope.nonlocalNames.has(name)) scope.used.add(name);
  }

  private visitDefaults(args: Arguments, scope: Scope): void {
    this.visitAll(args.defaults, scope);
    for (const value of args.kw_defaults) if (value) this.visit(value, scope);
    for (const arg of allParameters(args)) if (arg.annotation) this.visit(arg.annotation, scope);
  }

  private openFunction(
    node: Node,
    args: Arguments,
    body: readonly (Statement | Expression)[],
    parent: Scope,
    name: string,
  ): void {
    const scope = this.open(node, 'function', parent, qualified(parent, name));
    for (const arg of allParameters(args)) scope.bound.add(arg.arg);
    this.visitAll(body, scope);
  }

  private visitClass(node: ClassDef, scope: Scope): void {
    scope.bound.add(node.name);
    this.visitAll(node.decorator_list, scope);
    this.visitAll(node.bases, scope);
    this.visitAll(node.keywords, scope);
    const inner = this.open(node, 'class', scope, qualified(scope, node.name));
    this.visitAll(node.body, inner);
  }

  private visitComprehension(
    node: Node,
    elements: readonly Expression[],
    generators: readonly Comprehension[],
    scope: Scope,
  ): void {
    // The first iterable belongs to the scope outside.
    this.visit(generators[0].iter, scope);
    const inner = this.open(node, 'comprehension', scope, qualified(scope, comprehensionName(node)));
    generators.forEach((generator, index) => {
      this.visit(generator.target, inner);
      if (index > 0) this.visit(generator.iter, inner);
      this.visitAll(generator.ifs, inner);
    });
    this.visitAll(elements, inner);
    if (inner.isGenerator) scope.isGenerator = true;
  }
}

/** `__qualname__` of what stands in a scope. */
function qualified(scope: Scope, name: string): string {
  if (scope.kind === 'module') return name;
  return scope.isFunction ? `${scope.name}.<locals>.${name}` : `${scope.name}.${name}`;
}

function comprehensionName(node: Node): string {
  return node.kind === 'GeneratorExp' ? '<genexpr>' : `<${node.kind.toLowerCase()}>`;
}

/** All parameters of a function in the order of their kinds. */
export function allParameters(args: Arguments): Arguments['args'][number][] {
  return [
    ...args.posonlyargs,
    ...args.args,
    ...(args.vararg ? [args.vararg] : []),
    ...args.kwonlyargs,
    ...(args.kwarg ? [args.kwarg] : []),
  ];
}
