/** Asks the host for files and matches its replies. */

import { fileErrorFromText } from '../../src/execution/sessionFiles.ts';
import type { ReplyMessage, RequestMap, RequestMessage, RequestName } from '../../src/protocol.ts';
import type { Post } from './outbox.ts';

interface Waiting {
  readonly path: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export class Requests {
  readonly #post: Post;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;

  constructor(post: Post) {
    this.#post = post;
  }

  /** Rejects with the Python exception that the script is to see. */
  ask<Name extends RequestName>(
    runId: string,
    request: Name,
    parameters: RequestMap[Name]['parameters'],
  ): Promise<RequestMap[Name]['result']> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        path: parameters.path,
        resolve: result => resolve(result as RequestMap[Name]['result']),
        reject,
      });
      this.#post({ type: 'request', runId, id, request, parameters } as RequestMessage);
    });
  }

  onReply(reply: ReplyMessage): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.ok) {
      waiting?.resolve(reply.result);
    } else {
      waiting?.reject(fileErrorFromText(reply.error.exception, reply.error.message, waiting.path));
    }
  }
}
