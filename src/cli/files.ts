/** The files of a script that runs in Node: inside the folders it was given, wherever links lead, and nowhere else. */
import { lstat, mkdir, readdir, readFile, realpath, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { downloadError, type FileErrorName, fileError } from '../execution/sessionFiles.ts';
import { cachedPath, nameOf } from '../library/downloads/dataCache.ts';
import { DownloadFailure } from '../library/downloads/failure.ts';
import type { CacheFile, HostFiles } from '../python/policy.ts';
import { datasetStore } from './datasetStore.ts';

export interface DownloadOptions {
  /** Whether the user has allowed it. */
  readonly allowed: boolean;
  /** Told before a file is fetched. */
  announce(file: CacheFile): void;
  readonly fetch: typeof fetch;
  /** Does the work so that Ctrl+C ends it. */
  stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** A server that sends nothing for so long is given up, in milliseconds. */
  readonly patience?: number;
}

export interface FileFolders {
  /** What relative paths start from; absolute. */
  readonly workingDirectory: string;
  /** The folders whose contents the script may read and write; absolute. */
  readonly permitted: readonly string[];
  /** The folder of Keras (`~/.keras`), where it keeps data sets; may be used as well. */
  readonly home: string;
}

export class NodeFiles implements HostFiles {
  private readonly folders: FileFolders;
  private readonly download: DownloadOptions;
  private roots: Promise<readonly string[]> | null = null;

  constructor(folders: FileFolders, download: DownloadOptions) {
    this.folders = folders;
    this.download = download;
  }

  read(file: string): Promise<Uint8Array> {
    return this.at(file, async place => new Uint8Array(await readFile(place)));
  }

  write(file: string, data: Uint8Array): Promise<void> {
    return this.at(file, place => writeFile(place, data));
  }

  list(folder: string): Promise<{ name: string; kind: 'file' | 'directory' }[]> {
    return this.at(folder, async place => {
      const entries = await readdir(place, { withFileTypes: true });
      return entries.map(entry => ({
        name: entry.name,
        kind: entry.isDirectory() ? ('directory' as const) : ('file' as const),
      }));
    });
  }

  stat(file: string): Promise<{ kind: 'file' | 'directory'; size: number } | null> {
    return this.at(file, async place => {
      try {
        const status = await stat(place);
        return { kind: status.isDirectory() ? ('directory' as const) : ('file' as const), size: status.size };
      } catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
        throw error;
      }
    });
  }

  makeDirectory(folder: string): Promise<void> {
    return this.at(folder, async place => {
      await mkdir(place);
    });
  }

  remove(file: string): Promise<void> {
    return this.at(file, async place => {
      const status = await lstat(place);
      await (status.isDirectory() ? rmdir(place) : unlink(place));
    });
  }

  async cached(file: CacheFile): Promise<string> {
    return this.download.stoppable(signal => this.cachedUnless(signal, file));
  }

  private async cachedUnless(signal: AbortSignal, file: CacheFile): Promise<string> {
    const { fetch, patience } = this.download;
    const store = datasetStore(this.folders.home);
    try {
      return await cachedPath(file, {
        fetch,
        patience,
        signal,
        store,
        onProgress: () => undefined,
        beside: async name => {
          const status = await this.stat(name).catch(() => null);
          return status?.kind === 'file' ? name : null;
        },
        permit: async wanted => {
          if (!this.download.allowed) throw notAllowed(wanted);
          this.download.announce(wanted);
        },
      });
    } catch (error) {
      if (error instanceof DownloadFailure) throw downloadError(error, store.pathOf(file.place));
      throw error;
    }
  }

  /** Does something with a path that the script gave, in Python's words when it fails. */
  private async at<T>(file: string, action: (place: string) => Promise<T>): Promise<T> {
    if (file.includes('\0')) throw fileError('FileNotFoundError', file);
    const place = path.resolve(this.folders.workingDirectory, file);
    if (!(await this.isPermitted(place))) {
      const why = 'outside of the folders that this run may use; --workspace DIR gives it one';
      throw fileError('PermissionError', file, why);
    }
    try {
      return await action(place);
    } catch (error) {
      throw translated(error, file);
    }
  }

  private async isPermitted(place: string): Promise<boolean> {
    this.roots ??= Promise.all(
      [...this.folders.permitted, this.folders.home, path.join(this.folders.home, 'datasets')].map(folder =>
        realpath(folder).catch(() => folder),
      ),
    );
    const real = await realPlace(place);
    return real !== null && (await this.roots).some(root => isInside(real, root));
  }
}

function notAllowed(file: CacheFile): DownloadFailure {
  const why = `${nameOf(file)} is not in the cache of data sets: run with --download, or put ${file.address} there`;
  return new DownloadFailure('FileNotFoundError', why, null);
}

/** Where a path leads once every link on the way is followed; what does not exist yet counts as it is named. */
async function realPlace(place: string): Promise<string | null> {
  try {
    return await realpath(place);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOTDIR') return realPlace(path.dirname(place));
    if (code !== 'ENOENT') return null;
  }
  // A link to nothing could be written through; it is not followed.
  const dangling = await lstat(place).then(
    () => true,
    () => false,
  );
  const parent = path.dirname(place);
  if (dangling || parent === place) return null;
  const folder = await realPlace(parent);
  return folder === null ? null : path.join(folder, path.basename(place));
}

function isInside(place: string, root: string): boolean {
  const way = path.relative(root, place);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

const NAMES: Readonly<Record<string, FileErrorName>> = {
  ENOENT: 'FileNotFoundError',
  EACCES: 'PermissionError',
  EPERM: 'PermissionError',
  EEXIST: 'FileExistsError',
  ENOTDIR: 'NotADirectoryError',
  EISDIR: 'IsADirectoryError',
  ERR_FS_FILE_TOO_LARGE: 'MemoryError',
};

function translated(error: unknown, file: string): Error {
  const name = NAMES[codeOf(error)];
  const text = error instanceof Error ? error.message : String(error);
  if (name === undefined) return fileError('OSError', file, text);
  return name === 'MemoryError' ? fileError(name, file, text) : fileError(name, file);
}
