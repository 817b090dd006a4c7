/** What an error of Python or NumPy means in the script around it: its own words, and the sentence that is made of them. */
import type { Fix, Related } from '../../python/errors.ts';
import type { Message } from '../../python/message.ts';
import type { Span } from '../../python/syntax.ts';
import type { Place } from './place.ts';

/** What is said of an error instead of its own words, which follow below it. */
export interface Explained {
  readonly message: Message;
  /** What to mark, where that is less than what raised. */
  readonly span?: Span;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

export interface Meaning {
  /** Python's own words behind the name of the class, with what is told apart in groups. */
  readonly says: RegExp;
  /** Null where the script around it shows something else than these words usually mean. */
  readonly explain: (words: RegExpExecArray, place: Place) => Explained | null;
}
