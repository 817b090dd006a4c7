/** Places of the script that stand for something in another file: the call that led there, which is not the maker itself. */
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Span } from '../../../python/syntax.ts';

const leading = new WeakSet<Span>();

/** A span that stands for what is made in another file, where one is running; otherwise as it is. */
export function ledTo(py: Interpreter, span: Span | null): Span | null {
  if (span === null || !py.isElsewhere) return span;
  const copy = { ...span };
  leading.add(copy);
  return copy;
}

/** Whether a span is only of the call that led to another file: its arguments are not those of what was made there. */
export function leadsElsewhere(span: Span): boolean {
  return leading.has(span);
}
