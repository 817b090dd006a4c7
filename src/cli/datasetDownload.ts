/** Fetching the data sets that `keras.datasets` names, where the user has allowed it, into the cache that Keras uses too. */
import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError } from '../execution/sessionFiles.ts';

interface Source {
  readonly address: string;
  /** What the whole file must hash to, as Keras checks it; null where Keras does not. */
  readonly hash: readonly ['sha256' | 'md5', string] | null;
}

const BASE = 'https://storage.googleapis.com/tensorflow/tf-keras-datasets/';
const CIFAR = 'https://www.cs.toronto.edu/~kriz/';

const CHECKED: Readonly<Record<string, readonly [string, 'sha256' | 'md5', string]>> = {
  'mnist.npz': [BASE, 'sha256', '731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1'],
  'imdb.npz': [BASE, 'sha256', '69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f'],
  'imdb_word_index.json': [BASE, 'md5', 'bfafd718b763782e994055a2d397834f'],
  'reuters.npz': [BASE, 'sha256', 'd6586e694ee56d7a4e65172e12b3e987c03096cb01eab99753921ef915959916'],
  'reuters_word_index.json': [BASE, 'md5', '4d44cc38712099c9e383dc6e5f11a921'],
  'boston_housing.npz': [BASE, 'sha256', 'f553886a1f8d56431e820c5b82552d9d95cfcb96d1e678153f8839538947dff5'],
  'california_housing.npz': [
    BASE,
    'sha256',
    '1a2e3a52e0398de6463aebe6f4a8da34fb21fbb6b934cf88c3425e766f2a1a6f',
  ],
  'cifar-10-python.tar.gz': [
    CIFAR,
    'sha256',
    '6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce',
  ],
  'cifar-100-python.tar.gz': [
    CIFAR,
    'sha256',
    '85cd44d02ba6437773c5bbd22e183051d648de2e7d6b014e1ef29b855ba677a7',
  ],
};

/** Names under which our loaders ask for files that their server calls otherwise. */
const SERVED: Readonly<Record<string, string>> = { 'cifar-10-batches-py.tar.gz': 'cifar-10-python.tar.gz' };

const FASHION = /^fashion-mnist\/((?:train|t10k)-(?:images-idx3|labels-idx1)-ubyte\.gz)$/;

/** Where a data set's file comes from; null for a name that Keras does not know. */
export function sourceOf(name: string): Source | null {
  const fashion = FASHION.exec(name);
  if (fashion !== null) return { address: `${BASE}${fashion[1]}`, hash: null };
  const served = SERVED[name] ?? name;
  const known = CHECKED[served];
  return known === undefined ? null : { address: `${known[0]}${served}`, hash: [known[1], known[2]] };
}

export interface DownloadOptions {
  /** Told the address before it is fetched. */
  announce(address: string): void;
  readonly fetch: typeof fetch;
}

/**
 * Fetches a file into the cache and returns its bytes. The file appears there whole or not at all.
 *
 * @throws PythonError (OSError) when it cannot be fetched or is not what it should be
 */
export async function downloadDataset(
  file: string,
  { address, hash }: Source,
  options: DownloadOptions,
): Promise<Uint8Array> {
  options.announce(address);
  const bytes = await fetched(file, address, options.fetch);
  if (hash !== null) {
    const [kind, expected] = hash;
    const found = createHash(kind).update(bytes).digest('hex');
    if (found !== expected)
      throw fileError('OSError', file, `the download from ${address} is damaged: its ${kind} is ${found}`);
  }
  const part = `${file}.${process.pid}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(part, bytes);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return bytes;
}

async function fetched(file: string, address: string, get: typeof fetch): Promise<Uint8Array> {
  try {
    const response = await get(address);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const length = response.headers.get('content-length');
    const isWhole =
      length === null || response.headers.has('content-encoding') || Number(length) === bytes.length;
    if (!isWhole) throw new Error(`${bytes.length} of ${length} bytes came`);
    return bytes;
  } catch (error) {
    const reason =
      error instanceof Error
        ? error.cause instanceof Error
          ? error.cause.message
          : error.message
        : String(error);
    throw fileError('OSError', file, `it could not be fetched from ${address}: ${reason}`);
  }
}
