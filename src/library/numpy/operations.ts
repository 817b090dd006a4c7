/** The element-by-element operations by name: types, formulas, facts. One table; ufuncs and operators use it. */
import { arithmetic } from './arithmeticOperations.ts';
import { bits } from './bitOperations.ts';
import { comparisons, predicates } from './comparisonOperations.ts';
import type { Operation } from './elementwise.ts';
import { sameKind, transcendental } from './unaryOperations.ts';

/** Every element-by-element operation by its NumPy name. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  [...arithmetic, ...bits, ...comparisons, ...predicates, ...sameKind, ...transcendental].map(item => [
    item.name,
    item,
  ]),
);

/** The operation of that name; names are those of the table. */
export function operation(name: string): Operation {
  const found = operations.get(name);
  if (!found) throw new Error(`no operation ${name}`);
  return found;
}
