/** Posts the worker's messages: buffers are handed over instead of copied, and are never ours to use again. */
import type { WorkerToPanel } from '../../src/protocol.ts';

export type Post = (message: WorkerToPanel) => void;

/** The part of a worker's global scope that posts. */
export interface PostTarget {
  postMessage(message: unknown, transfer: Transferable[]): void;
}

export function outbox(target: PostTarget): Post {
  return message => target.postMessage(message, [...buffersOf(message)]);
}

/** Every buffer in a message. Whoever makes a message gives it arrays of its own. */
export function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer && value.byteLength > 0) found.add(value.buffer);
  } else if (Array.isArray(value)) {
    // Columns of numbers are by far the longest lists and hold no buffers.
    if (typeof value[0] === 'object') for (const item of value) buffersOf(item, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) buffersOf(item, found);
  }
  return found;
}
