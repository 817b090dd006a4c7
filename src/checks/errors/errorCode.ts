/** How the code of an error is documented: what Keras or Python says, why, and what to do. */

/** Its examples are in `examples/<code>.py`: a failing program, the same put right, and one that only looks alike. */
export interface ErrorCode {
  readonly code: string;
  /** A few words, the heading of its page: English, Chinese. */
  readonly title: readonly [string, string];
  /** The beginning of the words of Keras or Python; null where they vary. */
  readonly says: string | null;
  readonly why: readonly [string, string];
  readonly fix: readonly [string, string];
  /** What happens in the panel only, as an answer to people or to a lost worker: no script by itself shows it. */
  readonly onlyInPanel?: boolean;
}
