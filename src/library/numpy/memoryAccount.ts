/**
 * How much memory a program's arrays take together, so that a script is refused more with a MemoryError before the
 * page that runs it dies. What was allocated is added up; when that passes the budget, the arrays that the program
 * still reaches are counted, and only they weigh.
 */
import type { Interpreter } from '../../python/interpreter.ts';
import { Memory } from './storage.ts';

/** Objects of the interpreter that hold no values of the program. */
const WITHOUT_VALUES = new Set([
  'py',
  'scope',
  'file',
  'node',
  'statement',
  'span',
  'madeAt',
  'code',
  'body',
  'signature',
]);

export class MemoryAccount {
  /** Bytes of all arrays together. */
  budget: number;
  /** At least as many bytes as are in use: garbage counts until the next inventory. */
  private taken = 0;

  constructor(budget: number) {
    this.budget = budget;
  }

  /** Takes bytes for a new array; false when they would pass the budget. */
  take(bytes: number, py: Interpreter): boolean {
    if (this.taken + bytes > this.budget) {
      this.taken = reachableBytes([py.frame, py.modules]);
      if (this.taken + bytes > this.budget) return false;
    }
    this.taken += bytes;
    return true;
  }
}

/** The bytes of every array memory that is reached from these objects, each counted once. */
export function reachableBytes(roots: readonly unknown[]): number {
  const seen = new Set<object>();
  const waiting: unknown[] = [...roots];
  let bytes = 0;
  const visit = (value: unknown): void => {
    if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) waiting.push(value);
  };
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (typeof object !== 'object' || object === null || seen.has(object)) continue;
    seen.add(object);
    if (object instanceof Memory && object.items !== null && !Array.isArray(object.items)) {
      bytes += object.items.byteLength;
    } else if (object instanceof Memory && object.items !== null) {
      bytes += object.items.length * 8;
      visit(object.items);
    } else if (Array.isArray(object)) for (const item of object) visit(item);
    else if (object instanceof Map) {
      for (const [key, value] of object) {
        visit(key);
        visit(value);
      }
    } else if (object instanceof Set) for (const item of object) visit(item);
    else for (const [name, value] of Object.entries(object)) if (!WITHOUT_VALUES.has(name)) visit(value);
  }
  return bytes;
}
