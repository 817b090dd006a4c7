/** `keras.utils.get_file`: a file from the net in the folder that Keras keeps such files in, unpacked if it is to be. */
import { NotImplementedError, raise, ValueError } from '../../../python/errors.ts';
import { type NativeFunction, suspendable } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { CacheFile } from '../../../python/policy.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { NotKnown, type Value } from '../../../python/values.ts';
import { filesOfArchive, unreadPacking } from '../../downloads/archives.ts';
import { hostFiles, makeFolders, statOf } from '../../standard/os.ts';
import { joinPaths, splitPath } from '../../standard/paths.ts';
import { warn } from '../callbacks/monitoring.ts';
import { hashOf } from '../datasets/sources.ts';

type Kind = 'tar' | 'zip';

const isAbsolute = (path: string): boolean => /^([/\\]|[A-Za-z]:)/.test(path);

/** The name that the address ends with. */
function nameIn(origin: string): string {
  const path = URL.canParse(origin) ? decodeURIComponent(new URL(origin).pathname) : origin;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === '')
    throw raise(
      ValueError,
      `Can't parse the file name from the origin provided: '${origin}'.Please specify the \`fname\` as the input param.`,
      { blame: { kind: 'argument', name: 'origin' } },
    );
  return name;
}

/** The kinds of archives that `archive_format` means. */
function kindsOf(format: Value, py: Interpreter): readonly Kind[] {
  if (format === null) return [];
  const names = typeof format === 'string' ? [format] : [...py.iterate(format)].map(item => py.str(item));
  if (names.includes('auto')) return ['tar', 'zip'];
  return (['tar', 'zip'] as const).filter(kind => names.includes(kind));
}

/**
 * Fetches into the cache; where the script names a folder of its own, the file is put there.
 * @returns its path
 */
function* fetched(py: Interpreter, file: CacheFile, own: string | null): Suspendable<string> {
  const files = hostFiles(py);
  if (own !== null && !file.again && (yield* statOf(py, own)) !== null) return own;
  const path = yield* wait(files.cached(file));
  if (own === null) return path;
  const [folder] = splitPath(own);
  if (folder !== '') yield* makeFolders(py, folder, true);
  yield* wait(files.write(own, yield* wait(files.read(path))));
  return own;
}

/** Unpacks an archive beside it; files that are there with the same size stay. */
function* unpack(py: Interpreter, path: string, kinds: readonly Kind[]): Suspendable<boolean> {
  const files = hostFiles(py);
  const bytes = yield* wait(files.read(path));
  const packing = unreadPacking(bytes);
  if (packing !== null)
    throw raise(
      NotImplementedError,
      `keras.utils.get_file unpacks tar, tar.gz and zip, not ${packing}. Unpack ${path} yourself and name its folder.`,
      { code: 'not-supported' },
    );
  const contents = unpacked(path, bytes, kinds);
  if (contents === null) return false;
  const [folder] = splitPath(path);
  const made = new Set<string>();
  for (const [name, content] of contents) {
    const target = joinPaths([folder, name]);
    if ((yield* statOf(py, target))?.size === content.length) continue;
    const [parent] = splitPath(target);
    if (!made.has(parent) && parent !== '') yield* makeFolders(py, parent, true);
    made.add(parent);
    yield* wait(files.write(target, content));
  }
  return true;
}

function unpacked(path: string, bytes: Uint8Array, kinds: readonly Kind[]): Map<string, Uint8Array> | null {
  try {
    return filesOfArchive(bytes, kinds);
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw raise(ValueError, `${path} cannot be unpacked: ${error.message}`);
    throw error;
  }
}

export const getFile: NativeFunction = suspendable(
  'get_file(fname=None, origin=None, untar=False, md5_hash=None, file_hash=None, cache_subdir="datasets", hash_algorithm="auto", extract=False, archive_format="auto", cache_dir=None, force_download=False)',
  function* (values, py) {
    const [fname, origin, untar, md5Hash, fileHash, subfolder, algorithm, extract, format, home, again] =
      values;
    if (origin === null)
      throw raise(ValueError, 'Please specify the "origin" argument (URL of the file to download).');
    if (!py.running) throw new NotKnown('where a downloaded file lies is known when the script runs');
    const address = py.str(origin);
    const given = fname === null ? '' : py.str(fname);
    const name = given === '' ? nameIn(address) : given;
    const stem = name.endsWith('.tar.gz') ? name.slice(0, -'.tar.gz'.length) : name;
    const unpacks = py.truth(untar);
    const saved = unpacks ? `${stem}.tar.gz` : name;
    const below = py.str(subfolder);
    const digest = fileHash ?? md5Hash;
    const hash = digest === null ? null : hashOf(py.str(digest).toLowerCase());
    const isMd5 = (fileHash === null && md5Hash !== null) || algorithm === 'md5';
    const ownFolder = home === null ? (isAbsolute(below) ? below : null) : joinPaths([py.str(home), below]);
    const ownPath = isAbsolute(saved) ? saved : ownFolder && joinPaths([ownFolder, saved]);
    const place = ownPath === null ? joinPaths([below, saved]) : joinPaths(['datasets', splitPath(saved)[1]]);
    const file: CacheFile = {
      place,
      address,
      hash: hash && isMd5 ? { ...hash, algorithm: 'md5' } : hash,
      size: null,
      collection: null,
      again: py.truth(again),
    };
    const path = yield* fetched(py, file, ownPath);
    if (!unpacks && !py.truth(extract)) return path;
    const target = unpacks ? path.slice(0, path.length - (saved.length - stem.length)) : path;
    if (unpacks && (yield* statOf(py, target)) !== null) return target;
    const isDone = yield* unpack(py, path, unpacks ? ['tar'] : kindsOf(format, py));
    if (!isDone) warn(py, 'Could not extract archive.');
    return target;
  },
  'Fetches a file into `~/.keras` where the user allows it, or takes the file of that name beside the script; returns its path.',
);
