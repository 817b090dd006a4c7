/** The nodes of a module by their kind, remembered for as long as the parser hands out the same statements. */
import { type Module, type Node, type NodeKind, type NodeOf, type Statement, walk } from './syntax.ts';

/** Of whole modules, which are asked for the same kinds by many: a module holds other statements only as another object. */
const byModule = new WeakMap<Module, Map<NodeKind, readonly Node[]>>();

const byStatement = new WeakMap<Statement, ReadonlyMap<NodeKind, readonly Node[]>>();

/** All nodes of a kind, in the order of the text, outer before inner. */
export function nodesOfKind<Kind extends NodeKind>(module: Module, kind: Kind): readonly NodeOf<Kind>[] {
  let kinds = byModule.get(module);
  if (kinds === undefined) byModule.set(module, (kinds = new Map()));
  let found = kinds.get(kind);
  if (found === undefined) kinds.set(kind, (found = module.body.flatMap(item => nodesBelow(item, kind))));
  return found as NodeOf<Kind>[];
}

/** The same for one statement. */
export function nodesBelow<Kind extends NodeKind>(statement: Statement, kind: Kind): readonly NodeOf<Kind>[] {
  return (kindsBelow(statement).get(kind) ?? NONE) as NodeOf<Kind>[];
}

const NONE: readonly Node[] = [];

function kindsBelow(statement: Statement): ReadonlyMap<NodeKind, readonly Node[]> {
  const known = byStatement.get(statement);
  if (known !== undefined) return known;
  const kinds = new Map<NodeKind, Node[]>();
  walk(statement, node => {
    const group = kinds.get(node.kind);
    if (group) group.push(node);
    else kinds.set(node.kind, [node]);
  });
  byStatement.set(statement, kinds);
  return kinds;
}
