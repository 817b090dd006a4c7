/** The folder of Keras (`~/.keras`), in which data sets are kept; in a browser a folder of the extension's own. */
import { Uri, workspace } from 'vscode';
import type { CacheStore } from '../library/downloads/dataCache.ts';
import { resolvePath } from './workspacePaths.ts';

/** How scripts see the cache where there is no home folder: in the browser. */
const VIRTUAL_ROOT = '/.keras';

const ABSOLUTE = /^([/\\]|[A-Za-z]:)/;

/** The variables of the process; in the browser's extension host there is none. */
function variables(): Readonly<Record<string, string | undefined>> {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env ?? {};
}

export class CacheFolder {
  readonly #folder: Uri;
  /** The folder as scripts and people read it, with forward slashes. */
  readonly root: string;

  /** @param storage the extension's own folder, for hosts without a home folder */
  constructor(storage: Uri, { KERAS_HOME, HOME, USERPROFILE } = variables()) {
    const home = HOME ?? USERPROFILE;
    const root = KERAS_HOME ?? (home === undefined ? undefined : `${home}/.keras`);
    this.#folder = root === undefined ? Uri.joinPath(storage, 'keras') : Uri.file(root);
    this.root = root === undefined ? VIRTUAL_ROOT : root.replaceAll('\\', '/').replace(/\/+$/, '');
  }

  /** The file that an absolute path means, if it lies in the cache. */
  uriOf(path: string): Uri | null {
    const resolved = ABSOLUTE.test(path) ? resolvePath(path, '', this.root) : null;
    return resolved?.ok && resolved.segments.length > 0
      ? Uri.joinPath(this.#folder, ...resolved.segments)
      : null;
  }

  store(): CacheStore {
    const uriOf = (place: string): Uri => Uri.joinPath(this.#folder, ...place.split('/'));
    return {
      stamp: async place =>
        workspace.fs.stat(uriOf(place)).then(
          ({ size, mtime }) => `${size} ${mtime}`,
          () => null,
        ),
      read: async place => new Uint8Array(await workspace.fs.readFile(uriOf(place))),
      write: (place, bytes) => writeWhole(uriOf(place), bytes),
      pathOf: place => `${this.root}/${place}`,
    };
  }
}

/** What is cut off in the middle never stands under the file's own name. */
async function writeWhole(file: Uri, bytes: Uint8Array): Promise<void> {
  const part = file.with({ path: `${file.path}.${crypto.randomUUID()}.part` });
  await workspace.fs.createDirectory(Uri.joinPath(file, '..'));
  try {
    await workspace.fs.writeFile(part, bytes);
    await workspace.fs.rename(part, file, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(part).then(undefined, () => undefined);
    throw error;
  }
}
