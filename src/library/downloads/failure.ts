/** Why a file did not get into the cache of data sets: what Python's error says, and what to do about it. */
import type { Message } from '../../python/message.ts';

/** The Python exception that a failed download becomes. */
export type DownloadException = 'FileNotFoundError' | 'OSError' | 'PermissionError';

export class DownloadFailure extends Error {
  readonly exception: DownloadException;
  /** What to do, for people in their language; null where the error itself says it. */
  readonly advice: Message | null;

  /** @param why what stands in the Python error, in English */
  constructor(exception: DownloadException, why: string, advice: Message | null) {
    super(why);
    this.exception = exception;
    this.advice = advice;
  }
}
