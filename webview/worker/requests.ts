/** Asks the host for files and matches its replies. */

import { fileErrorFromText } from '../../src/execution/sessionFiles.ts';
import type {
  ReplyMessage,
  RequestMap,
  RequestMessage,
  RequestName,
  RequestProgressMessage,
} from '../../src/protocol.ts';
import type { Post } from './outbox.ts';

interface Waiting {
  readonly path: string;
  onProgress(received: number, total: number | null): void;
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
    onProgress: Waiting['onProgress'] = () => {},
  ): Promise<RequestMap[Name]['result']> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        path: parameters.path,
        onProgress,
        resolve: result => resolve(result as RequestMap[Name]['result']),
        reject,
      });
      this.#post({ type: 'request', runId, id, request, parameters } as RequestMessage);
    });
  }

  onProgress({ id, received, total }: RequestProgressMessage): void {
    this.#waiting.get(id)?.onProgress(received, total);
  }

  onReply(reply: ReplyMessage): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.ok) {
      waiting?.resolve(reply.result);
    } else {
      const { exception, message, advice } = reply.error;
      waiting?.reject(fileErrorFromText(exception, message, waiting.path, advice));
    }
  }
}
