/** What is told about a place in a script, by the checks and by the analysis alike. */
import type { Fix, Related } from '../python/errors.ts';
import type { Message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Something to tell about a place in the script. Error: Keras (or Python) raises here. Warning: it runs and the
 * result is meaningless. Hint: worth knowing (a temperature below 1 sharpens).
 */
export interface Finding {
  /** Names its page in docs/diagnostics.md, e.g. `label-shape`. */
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Message;
  /** Python's or Keras's own words: "ValueError: …". */
  readonly raises: string | null;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}
