/**
 * Lists that a loop of a known number of turns appends to, once or more in each turn: how long they become is known
 * although not every turn is followed.
 */
import { LONGEST_LIST } from '../operations/iteration.ts';
import { Pending } from '../suspension.ts';
import { type Expression, type Statement, walk } from '../syntax.ts';
import { PyList, touch, type Value } from '../values.ts';
import type { Evaluate } from './code.ts';
import type { Compiler } from './compiler.ts';
import type { Frame } from './frame.ts';
import type { Scope } from './scopes.ts';

/** A list before the loop, and what the last turn that was followed appended. */
interface Growing {
  readonly list: PyList;
  readonly before: readonly Value[];
  appended: readonly Value[];
}

/** What a loop's body does to a list in every turn. */
interface Appends {
  readonly list: Evaluate;
  readonly count: number;
}

/** The lists of one run of a loop. */
export class GrowingLists {
  private readonly lists: readonly (Growing & Pick<Appends, 'count'>)[];

  constructor(appends: readonly Appends[], frame: Frame) {
    this.lists = appends.flatMap(({ list: evaluate, count }) => {
      const list = evaluate(frame);
      if (list instanceof Pending || !(list instanceof PyList) || list.lost !== null) return [];
      return [{ list, before: list.items.slice(), appended: [], count }];
    });
  }

  /** Before a turn is followed: the list is what it was before the loop, so that its additions show. */
  beforeTurn(): void {
    for (const growing of this.lists) put(growing.list, growing.before);
  }

  afterTurn(): void {
    for (const growing of this.lists) {
      const { list, before } = growing;
      growing.appended = list.lost === null ? list.items.slice(before.length) : [];
    }
  }

  /** Makes each list as long as that many turns make it. */
  afterLoop(turns: number): void {
    for (const { list, before, appended, count } of this.lists) {
      // Anything else that a turn did to the list shows in the number of items.
      if (appended.length !== count || before.length + turns * count > LONGEST_LIST) continue;
      put(list, [...before, ...Array.from({ length: turns * count }, (_, index) => appended[index % count])]);
    }
  }
}

function put(list: PyList, items: readonly Value[]): void {
  touch(list);
  list.items = items.slice();
  list.lost = null;
}

/** The names that a body uses for nothing but `name.append(…)`, as statements that every turn reaches. */
export function appendsOf(compiler: Compiler, body: readonly Statement[], scope: Scope): readonly Appends[] {
  const appended = new Map<string, { expression: Expression; count: number }>();
  const mentioned = new Map<string, number>();
  let skips = false;
  for (const statement of body) {
    const target = appendTarget(statement);
    if (target !== null) {
      const count = (appended.get(target.id)?.count ?? 0) + 1;
      appended.set(target.id, { expression: target, count });
    }
    walk(statement, node => {
      if (node.kind === 'Continue') skips = true;
      if (node.kind === 'Name') mentioned.set(node.id, (mentioned.get(node.id) ?? 0) + 1);
    });
  }
  if (skips) return [];
  return [...appended]
    .filter(([name, { count }]) => mentioned.get(name) === count)
    .map(([, { expression, count }]) => ({ list: compiler.expression(expression, scope), count }));
}

function appendTarget(statement: Statement): (Expression & { readonly kind: 'Name' }) | null {
  if (statement.kind !== 'Expr' || statement.value.kind !== 'Call') return null;
  const { func, args, keywords } = statement.value;
  const isAppend = func.kind === 'Attribute' && func.attr === 'append' && func.value.kind === 'Name';
  return isAppend && args.length === 1 && keywords.length === 0 && args[0].kind !== 'Starred'
    ? (func.value as Expression & { readonly kind: 'Name' })
    : null;
}
