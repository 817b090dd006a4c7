/** How a family of errors is recognised by its words, and what to do about it. */
import type { Message } from '../../python/message.ts';

export interface ErrorFamily {
  /** The codes of findings for the same mistake, the page of the first one explains it. */
  readonly codes: readonly string[];
  /** What Keras 2, Keras 3 and TensorFlow say, matched within the text of the error. */
  readonly says: readonly RegExp[];
  /** One sentence: why, and what to do. */
  readonly advice: Message;
}
