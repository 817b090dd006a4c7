/**
 * The folder that Keras keeps data sets in (`~/.keras`), as the editor and the command line share it: what is there is
 * used, what is missing or damaged is fetched where the user has allowed it.
 */
import { message } from '../../python/message.ts';
import type { CacheFile } from '../../python/policy.ts';
import { Md5 } from '../standard/digests.ts';
import { DownloadFailure } from './failure.ts';
import { fetchWhole, isFetchable, type Progress } from './fetching.ts';

/** The cache's files, which each host reaches in its own way. Places are under the cache, with forward slashes. */
export interface CacheStore {
  /** Changes whenever the file does; null where there is none. */
  stamp(place: string): Promise<string | null>;
  read(place: string): Promise<Uint8Array>;
  /** The file appears whole or not at all; its folders are made. */
  write(place: string, bytes: Uint8Array): Promise<void>;
  /** How a script names the file. */
  pathOf(place: string): string;
}

export interface CacheOptions {
  readonly store: CacheStore;
  readonly fetch: typeof fetch;
  /** The path of a file of that name which somebody has put beside the script; null where there is none. */
  beside(name: string): Promise<string | null>;
  /** Returns when the file may be fetched; else throws a DownloadFailure that says why not. */
  permit(file: CacheFile): Promise<void>;
  onProgress(progress: Progress): void;
  readonly signal?: AbortSignal;
  /** A server that sends nothing for so long is given up, in milliseconds. */
  readonly patience?: number;
  /** Files whose hash was right before, by place and stamp: large ones take seconds to hash. */
  readonly verified?: Set<string>;
}

const PATIENCE_MILLISECONDS = 30_000;

/** Hashed at a time, in bytes. */
const PIECE = 1 << 22;

/**
 * Makes sure that a file is in the cache and returns its path.
 *
 * @throws DownloadFailure when it is not there and cannot be fetched, or is not what it should be
 */
export async function cachedPath(file: CacheFile, options: CacheOptions): Promise<string> {
  const { store } = options;
  if (!isInside(file.place))
    throw new DownloadFailure('PermissionError', 'outside of the folder that data sets are kept in', null);
  if (!file.again && (await isWhole(file, store, options.verified))) return store.pathOf(file.place);
  const beside = file.again ? null : await options.beside(nameOf(file));
  if (beside !== null) return beside;
  if (!isFetchable(file.address)) throw notEncrypted(file.address);
  await options.permit(file);
  const { fetch, onProgress, signal, patience = PATIENCE_MILLISECONDS } = options;
  const bytes = await fetchWhole(file.address, file.size, { fetch, onProgress, patience, signal });
  const found = file.hash && (await digestOf(bytes, file.hash.algorithm));
  if (file.hash !== null && found !== file.hash.digest) throw damaged(file, found!);
  await write(file, bytes, store);
  return store.pathOf(file.place);
}

/** The name of the file itself, without its folders. */
export function nameOf({ place }: CacheFile): string {
  return place.slice(place.lastIndexOf('/') + 1);
}

async function isWhole(
  { place, hash }: CacheFile,
  store: CacheStore,
  verified: Set<string> = new Set(),
): Promise<boolean> {
  const stamp = await store.stamp(place);
  if (stamp === null) return false;
  const key = `${place} ${stamp} ${hash?.digest}`;
  if (hash === null || verified.has(key)) return true;
  const isRight = (await digestOf(await store.read(place), hash.algorithm)) === hash.digest;
  if (isRight) verified.add(key);
  return isRight;
}

async function write(file: CacheFile, bytes: Uint8Array, store: CacheStore): Promise<void> {
  try {
    await store.write(file.place, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DownloadFailure('OSError', `the download could not be kept: ${reason}`, null);
  }
}

async function digestOf(bytes: Uint8Array, algorithm: 'sha256' | 'md5'): Promise<string> {
  const digest =
    algorithm === 'md5'
      ? await md5InPieces(bytes)
      : new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Weights can have hundreds of megabytes: between pieces of them the editor stays awake. */
async function md5InPieces(bytes: Uint8Array): Promise<Uint8Array> {
  const sum = new Md5();
  let at = 0;
  for (; at + PIECE < bytes.length; at += PIECE) {
    sum.update(bytes.subarray(at, at + PIECE));
    await new Promise<void>(resolve => setTimeout(resolve, 0));
  }
  return sum.digest(bytes.subarray(at));
}

/** Names of folders and a file, which lead nowhere else on any system. */
function isInside(place: string): boolean {
  const segments = place.split('/');
  return segments.every(name => !['', '.', '..'].includes(name) && !/[\\:*?"<>|\0]/.test(name));
}

function notEncrypted(address: string): DownloadFailure {
  return new DownloadFailure(
    'PermissionError',
    `runs fetch from https addresses only, not from ${address}`,
    message('Fetch {0} yourself and put it beside the script.', address),
  );
}

function damaged({ address, hash }: CacheFile, found: string): DownloadFailure {
  return new DownloadFailure(
    'OSError',
    `the download from ${address} is damaged: its ${hash!.algorithm} is ${found}, not ${hash!.digest}`,
    message(
      'Train again to fetch {0} once more: nothing damaged was kept. If it happens again, the server has another file now.',
      address,
    ),
  );
}
