/** The beginnings of data files that scripts name, so that the analysis knows the columns and shapes in them. */
import { type Disposable, EventEmitter, FileSystemError, FileType, Uri, workspace } from 'vscode';
import { glimpsedLength } from '../analysis/glimpsedLength.ts';
import type { FileGlimpse, Host } from '../python/policy.ts';
import { workingDirectory } from './runRequests.ts';
import type { Script } from './scripts.ts';
import { resolvePath } from './workspacePaths.ts';

type Glimpse = FileGlimpse | 'missing' | null;

/** Larger files are not opened: the editor's file system only reads whole ones. */
const LARGEST_READ = 64 << 20;

/** Paths are typed letter by letter: of those that lead nowhere so many are remembered. */
const MOST_FILES = 200;

/** Reads in the background; what is not there yet is unknown until {@link onDidChange}. */
export class DataFiles implements Disposable {
  /** By the file's address. */
  readonly #glimpses = new Map<string, Glimpse>();
  readonly #changed = new EventEmitter<void>();
  #watcher: Disposable | null = null;
  /** A file was read for the first time, changed, appeared or vanished. */
  readonly onDidChange = this.#changed.event;

  /** Looks where a run would read, then beside the script. */
  glimpsesFor(script: Script): NonNullable<Host['glimpse']> {
    const folder = workspace.getWorkspaceFolder(script.uri);
    if (!folder) {
      return () => null;
    }
    const root = folder.uri.scheme === 'file' ? folder.uri.fsPath : null;
    const own = workspace.asRelativePath(script.uri, false);
    const starts = new Set([workingDirectory(script), own.slice(0, Math.max(0, own.lastIndexOf('/')))]);
    return path => {
      let seen: Glimpse = null;
      for (const start of starts) {
        const resolved = resolvePath(path, start, root);
        if (!resolved.ok) {
          return null;
        }
        seen = this.#at(Uri.joinPath(folder.uri, ...resolved.segments));
        if (seen !== 'missing') {
          break;
        }
      }
      return seen;
    };
  }

  dispose(): void {
    this.#watcher?.dispose();
    this.#changed.dispose();
  }

  #at(uri: Uri): Glimpse {
    const key = uri.toString();
    const known = this.#glimpses.get(key);
    if (known === undefined) {
      this.#watch();
      this.#forgetOldest();
      this.#glimpses.set(key, null);
      void this.#load(uri);
    }
    return known ?? null;
  }

  async #load(uri: Uri): Promise<void> {
    const glimpse = await look(uri);
    if (this.#glimpses.has(uri.toString()) && this.#glimpses.get(uri.toString()) !== glimpse) {
      this.#glimpses.set(uri.toString(), glimpse);
      this.#changed.fire();
    }
  }

  #watch(): void {
    if (this.#watcher !== null) {
      return;
    }
    const watcher = workspace.createFileSystemWatcher('**/*');
    const again = (uri: Uri): void => {
      if (this.#glimpses.has(uri.toString())) {
        void this.#load(uri);
      }
    };
    watcher.onDidChange(again);
    watcher.onDidCreate(again);
    watcher.onDidDelete(again);
    this.#watcher = watcher;
  }

  #forgetOldest(): void {
    if (this.#glimpses.size < MOST_FILES) {
      return;
    }
    for (const [key, glimpse] of this.#glimpses) {
      if (glimpse === 'missing') {
        this.#glimpses.delete(key);
        return;
      }
    }
  }
}

async function look(uri: Uri): Promise<Glimpse> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if (type !== FileType.File || size > LARGEST_READ) {
      return null;
    }
    const bytes = await workspace.fs.readFile(uri);
    const length = glimpsedLength(uri.path, bytes.length);
    return { size: bytes.length, head: length === bytes.length ? bytes : bytes.slice(0, length) };
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'FileNotFound' ? 'missing' : null;
  }
}
