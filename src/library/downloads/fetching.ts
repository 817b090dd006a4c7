/** Fetches one whole file over the network: with its progress, an end to silence, and a way to stop. */
import { message } from '../../python/message.ts';
import { DownloadFailure } from './failure.ts';

export interface Progress {
  /** Bytes so far. */
  readonly received: number;
  /** Bytes of the whole file; null where nobody knows. */
  readonly total: number | null;
}

export interface FetchOptions {
  readonly fetch: typeof fetch;
  onProgress(progress: Progress): void;
  /** Ends the download. */
  readonly signal?: AbortSignal;
  /** A server that sends nothing for so long is given up, in milliseconds. */
  readonly patience: number;
}

/** A file that no tensor could be made of anyway. */
const LARGEST = 1 << 30;

/** Whether a run may fetch from there: encrypted, or from this machine itself. */
export function isFetchable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isHere);
}

/**
 * The bytes behind an address.
 *
 * @param size how many bytes there should be, where the server does not say; null for not known
 * @throws DownloadFailure when they cannot be had, or not all of them
 */
export async function fetchWhole(
  address: string,
  size: number | null,
  options: FetchOptions,
): Promise<Uint8Array> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), options.patience);
  };
  const stop = (): void => silence.abort();
  options.signal?.addEventListener('abort', stop);
  if (options.signal?.aborted) stop();
  try {
    heard();
    const response = await options.fetch(address, { signal: silence.signal });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
    if (response.url !== '' && !isFetchable(response.url))
      throw new Error(`it leads to ${response.url}, which is not encrypted`);
    return await receive(response, size, heard, options);
  } catch (error) {
    if (options.signal?.aborted) throw new DownloadFailure('OSError', 'the download was stopped', null);
    if (error instanceof DownloadFailure) throw error;
    const reason = silence.signal.aborted
      ? `the server has sent nothing for ${options.patience / 1000} s`
      : reasonOf(error);
    throw unreachable(address, reason);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
  }
}

/** Reads a response to its end. */
async function receive(
  response: Response,
  size: number | null,
  heard: () => void,
  { onProgress }: FetchOptions,
): Promise<Uint8Array> {
  const stated = Number(response.headers.get('content-length') ?? Number.NaN);
  const isPacked = response.headers.has('content-encoding');
  const total = !isPacked && Number.isFinite(stated) ? stated : size;
  const parts: Uint8Array[] = [];
  let received = 0;
  onProgress({ received, total });
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (next === undefined || next.done) break;
    heard();
    parts.push(next.value);
    received += next.value.length;
    if (received > LARGEST) {
      await reader?.cancel();
      throw new Error(`it is larger than ${LARGEST} bytes`);
    }
    onProgress({ received, total });
  }
  if (!isPacked && received < stated) throw new Error(`${received} of ${stated} bytes came`);
  return joined(parts, received);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What a failed `fetch` knows: the cause behind "fetch failed", where there is one. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

export function unreachable(address: string, reason: string): DownloadFailure {
  return new DownloadFailure(
    'OSError',
    `it could not be fetched from ${address}: ${reason}`,
    message(
      'Check the connection and train again: nothing is lost. Or fetch {0} yourself and put it beside the script.',
      address,
    ),
  );
}
