/** Finds what CPython's compiler rejects in comprehensions: `:=` where it cannot bind, `yield`, `async`. */

import {
  children,
  type DictComp,
  type Expression,
  type GeneratorExp,
  type ListComp,
  type Node,
  type SetComp,
  type Span,
  walk,
} from '../syntax.ts';

type Report = (span: Span, template: string, ...args: string[]) => void;
export type AnyComprehension = ListComp | SetComp | DictComp | GeneratorExp;

const kinds = {
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  GeneratorExp: 'generator expression',
} as const;

export function checkComprehension(
  node: AnyComprehension,
  place: { readonly inAsync: boolean; readonly inClass: boolean },
  report: Report,
): void {
  if (node.kind !== 'GeneratorExp' && !place.inAsync && node.generators.some(each => each.is_async === 1)) {
    report(node.span, 'asynchronous comprehension outside of an asynchronous function');
  }
  const variables = new Set<string>();
  for (const { target, iter } of node.generators) {
    walk(target, each => {
      if (each.kind === 'Name') variables.add(each.id);
    });
    inside(iter, each => {
      if (each.kind !== 'NamedExpr') return;
      report(each.span, 'assignment expression cannot be used in a comprehension iterable expression');
    });
  }
  const elements: Expression[] = node.kind === 'DictComp' ? [node.key, node.value] : [node.elt];
  for (const part of [...elements, ...node.generators.flatMap(each => each.ifs)]) {
    inside(part, each => {
      if (each.kind === 'Yield' || each.kind === 'YieldFrom') {
        report(each.span, `'{0}' inside ${kinds[node.kind]}`, 'yield');
      }
      if (each.kind !== 'NamedExpr') return;
      const name = each.target.id;
      if (variables.has(name)) {
        report(each.span, "assignment expression cannot rebind comprehension iteration variable '{0}'", name);
      } else if (place.inClass) {
        report(each.span, 'assignment expression within a comprehension cannot be used in a class body');
      }
    });
  }
}

/** Visits what is evaluated in the comprehension itself, not in functions made there. */
function inside(node: Node, visit: (node: Node) => void): void {
  visit(node);
  if (node.kind === 'Lambda') return;
  for (const below of children(node)) inside(below, visit);
}
