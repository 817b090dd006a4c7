/** Element-by-element operations on Python objects: what the language's own operators give. */
import type { Interpreter } from '../../python/interpreter.ts';
import type { Value } from '../../python/values.ts';

export type BinaryName = Parameters<Interpreter['binary']>[0];
export type CompareName = Parameters<Interpreter['compare']>[0];

/** What Python's own operator gives for objects. */
export const byPython =
  (operator: BinaryName) =>
  (a: Value, b: Value, py: Interpreter): Value =>
    py.binary(operator, a, b);
