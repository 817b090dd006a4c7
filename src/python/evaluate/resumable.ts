/** Iterators that take what is sent and thrown, and whose end has a value. */
import { PyIterator } from '../functions.ts';
import type { Pending } from '../suspension.ts';
import type { Value } from '../values.ts';

export abstract class ResumableIterator extends PyIterator {
  /** What it gave at its end. */
  abstract readonly returned: Value;
  /** Goes on with a sent value or a thrown exception; undefined at the end. */
  abstract resume(kind: 'next' | 'throw', input: unknown): Value | Pending | undefined;
  abstract close(): void;
}
