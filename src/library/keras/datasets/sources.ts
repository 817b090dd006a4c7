/** Where the files of `keras.datasets` come from: addresses, sizes and hashes as Keras 3.3.3 has them. */
import type { CacheFile } from '../../../python/policy.ts';

const BASE = 'https://storage.googleapis.com/tensorflow/tf-keras-datasets/';
const CIFAR = 'https://www.cs.toronto.edu/~kriz/';

interface Collection {
  /** As people know it. */
  readonly name: string;
  readonly base: string;
  /** By the place in the cache: the name at the server, its bytes, and its hash where Keras checks one. */
  readonly files: Readonly<Record<string, readonly [name: string, size: number, hash: string | null]>>;
}

/** The files of a collection that have the same name here and there. */
function named(name: string, base: string, ...files: [string, number, string][]): Collection {
  return { name, base, files: Object.fromEntries(files.map(file => [file[0], file])) };
}

const COLLECTIONS: readonly Collection[] = [
  named('MNIST', BASE, [
    'mnist.npz',
    11_490_434,
    '731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1',
  ]),
  {
    name: 'Fashion MNIST',
    base: BASE,
    files: {
      'fashion-mnist/train-labels-idx1-ubyte.gz': ['train-labels-idx1-ubyte.gz', 29_515, null],
      'fashion-mnist/train-images-idx3-ubyte.gz': ['train-images-idx3-ubyte.gz', 26_421_880, null],
      'fashion-mnist/t10k-labels-idx1-ubyte.gz': ['t10k-labels-idx1-ubyte.gz', 5_148, null],
      'fashion-mnist/t10k-images-idx3-ubyte.gz': ['t10k-images-idx3-ubyte.gz', 4_422_102, null],
    },
  },
  {
    name: 'CIFAR-10',
    base: CIFAR,
    files: {
      'cifar-10-batches-py.tar.gz': [
        'cifar-10-python.tar.gz',
        170_498_071,
        '6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce',
      ],
    },
  },
  named('CIFAR-100', CIFAR, [
    'cifar-100-python.tar.gz',
    169_001_437,
    '85cd44d02ba6437773c5bbd22e183051d648de2e7d6b014e1ef29b855ba677a7',
  ]),
  named('IMDB', BASE, [
    'imdb.npz',
    17_464_789,
    '69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f',
  ]),
  named('IMDB', BASE, ['imdb_word_index.json', 1_641_221, 'bfafd718b763782e994055a2d397834f']),
  named('Reuters', BASE, [
    'reuters.npz',
    2_110_848,
    'd6586e694ee56d7a4e65172e12b3e987c03096cb01eab99753921ef915959916',
  ]),
  named('Reuters', BASE, ['reuters_word_index.json', 550_378, '4d44cc38712099c9e383dc6e5f11a921']),
  named('Boston Housing', BASE, [
    'boston_housing.npz',
    57_026,
    'f553886a1f8d56431e820c5b82552d9d95cfcb96d1e678153f8839538947dff5',
  ]),
  named('California Housing', BASE, [
    'california_housing.npz',
    743_530,
    '1a2e3a52e0398de6463aebe6f4a8da34fb21fbb6b934cf88c3425e766f2a1a6f',
  ]),
];

/** MD5 and SHA-256 are told apart by their length, as Keras does. */
export function hashOf(digest: string | null): CacheFile['hash'] {
  if (digest === null) return null;
  return { algorithm: digest.length === 64 ? 'sha256' : 'md5', digest };
}

/** A file of `keras.datasets` by its place under `~/.keras/datasets`; null for a name that Keras does not know. */
export function sourceOf(place: string): CacheFile | null {
  for (const { name, base, files } of COLLECTIONS) {
    const found = Object.hasOwn(files, place) ? files[place] : undefined;
    if (found === undefined) continue;
    const [served, size, digest] = found;
    const whole = Object.values(files).reduce((sum, [, bytes]) => sum + bytes, 0);
    return {
      place: `datasets/${place}`,
      address: base + served,
      hash: hashOf(digest),
      size,
      collection: { name, size: whole },
      again: false,
    };
  }
  return null;
}
