/** The nodes of a module by their kind, remembered for as long as the parser hands out the same statements. */
import { type Module, type Node, type NodeKind, type NodeOf, type Statement, walk } from './syntax.ts';

const byStatement = new WeakMap<Statement, ReadonlyMap<NodeKind, readonly Node[]>>();

/** All nodes of a kind, in the order of the text, outer before inner. */
export function nodesOfKind<Kind extends NodeKind>(module: Module, kind: Kind): readonly NodeOf<Kind>[] {
  const found: Node[] = [];
  for (const statement of module.body) {
    for (const node of kindsBelow(statement).get(kind) ?? []) found.push(node);
  }
  return found as NodeOf<Kind>[];
}

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
