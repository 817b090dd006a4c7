/** What is told about a place in a script, by the checks and by the analysis alike. */
import type { Fix, Related } from '../python/errors.ts';
import { type Message, message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import { raisedBy } from './errors/raisers.ts';

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
  /** The name that is meant by one that is not there; of attributes and names alone. */
  readonly meant?: string | null;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** What an exception says of itself, where nothing more is known of it: "ValueError: …". */
export function ownWords(className: string, text: string): Message {
  return text === '' ? message('{0}', className) : message('{0}: {1}', className, text);
}

/** Whether somebody has said more than the exception says of itself. */
export function isExplained({ message: { template } }: Finding): boolean {
  return template !== '{0}: {1}' && template !== '{0}';
}

/** So much of a message is read at a glance; those that list every layer of a large model are many times as long. */
const LONGEST_WORDS = 500;
const END_OF_WORDS = 60;

/** What an error's exception says, as people are shown it: without the middle of a very long list. */
export function raisesMessage(code: string, raises: string): Message {
  const words =
    raises.length <= LONGEST_WORDS
      ? raises
      : `${raises.slice(0, LONGEST_WORDS - END_OF_WORDS).trimEnd()} … ${raises.slice(-END_OF_WORDS).trimStart()}`;
  return raisedBy(code, words);
}
