/** Repetition of sequences: `'ab' * 3`. */
import { MemoryError, OverflowError, TypeError as PyTypeError, raise } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf } from '../types.ts';
import { NotKnown, type Value } from '../values.ts';
import { integerOf, requireKnown, typeName } from './conversions.ts';

/** More items than this are refused with MemoryError before the machine runs out of memory. */
const MAXIMUM_ITEMS = 2 ** 27;

/** Under analysis longer results become unknown. */
const ANALYSIS_ITEMS = 2 ** 16;

/** How often a sequence of `length` items is repeated; null when the value is no integer (NotImplemented). */
export function repeatCount(py: Interpreter, value: Value, length: number): number | null {
  requireKnown(value);
  if (
    typeof value !== 'number' &&
    typeof value !== 'boolean' &&
    classOf(value).lookup('__index__') === undefined
  ) {
    // Arrays of libraries multiply by a sequence in their own way.
    if (classOf(value).module !== 'builtins') return null;
    throw raise(PyTypeError, `can't multiply sequence by non-int of type '${typeName(value)}'`);
  }
  const count = integerOf(py, value);
  if (count <= 0) return 0;
  if (typeof count === 'bigint') throw raise(OverflowError, "cannot fit 'int' into an index-sized integer");
  if (length === 0) return count > 0 ? 1 : 0;
  const items = count * length;
  if (items > MAXIMUM_ITEMS) throw raise(MemoryError, '');
  if (!py.running && items > ANALYSIS_ITEMS) throw new NotKnown('it is too long to follow while editing');
  return count;
}
