/** The Keras version that a workspace has installed, read from its environment's folder names. */
import {
  type Disposable,
  EventEmitter,
  RelativePattern,
  type Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import type { KerasVersionChoice } from '../protocol.ts';

/** Metadata folders of installed packages, such as `.venv/lib/python3.12/site-packages/keras-3.3.3.dist-info`. */
const INSTALLED = '{.venv,venv,env,.env}/{lib/python*,Lib}/site-packages/keras-*.dist-info/METADATA';
const VERSION = /\/keras-([123])\.[^/]*\.dist-info\/METADATA$/;

/** Kinds of folders that may hold an environment: on this machine or on another one, not in a virtual workspace. */
const MACHINES = new Set(['file', 'vscode-remote']);

/** Milliseconds: a search of a large folder takes longer, and one that nothing answers for ever. */
const PATIENCE = 500;

/** The major version in the path of a package's metadata, or null. */
export function majorVersion(path: string): KerasVersionChoice | null {
  const match = VERSION.exec(path);
  return match ? (match[1] as KerasVersionChoice) : null;
}

/** Looks once for each workspace folder, and again when a Keras is installed there or removed. */
export class KerasEnvironment implements Disposable {
  readonly #found = new Map<string, Promise<KerasVersionChoice>>();
  readonly #watchers = new Map<string, Disposable>();
  readonly #changed = new EventEmitter<void>();
  readonly #folders = workspace.onDidChangeWorkspaceFolders(() => this.refresh());
  readonly onDidChange = this.#changed.event;

  /** The user's choice; for `auto` the installed version, else `auto` still, for the file's own idiom to decide. */
  async version(script: Uri, choice: KerasVersionChoice): Promise<KerasVersionChoice> {
    const folder = workspace.getWorkspaceFolder(script);
    if (choice !== 'auto' || !folder || !MACHINES.has(folder.uri.scheme)) {
      return choice;
    }
    const key = folder.uri.toString();
    let found = this.#found.get(key);
    if (!found) {
      found = this.#soon(key, this.#look(folder));
      this.#found.set(key, found);
      this.#watch(folder);
    }
    return found;
  }

  /** Forgets what was found. */
  refresh(): void {
    this.#found.clear();
    this.#changed.fire();
  }

  dispose(): void {
    this.#folders.dispose();
    for (const watcher of this.#watchers.values()) {
      watcher.dispose();
    }
    this.#changed.dispose();
  }

  #watch(folder: WorkspaceFolder): void {
    const key = folder.uri.toString();
    if (!this.#watchers.has(key)) {
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, INSTALLED), false, true);
      watcher.onDidCreate(() => this.refresh());
      watcher.onDidDelete(() => this.refresh());
      this.#watchers.set(key, watcher);
    }
  }

  /** Says `auto` where the search takes long, and tells when it has found something else. */
  #soon(key: string, search: Promise<KerasVersionChoice>): Promise<KerasVersionChoice> {
    return new Promise(resolve => {
      const timer = setTimeout(() => {
        resolve('auto');
        void search.then(version => {
          if (version !== 'auto') {
            this.#found.set(key, Promise.resolve(version));
            this.#changed.fire();
          }
        });
      }, PATIENCE);
      void search.then(version => {
        clearTimeout(timer);
        resolve(version);
      });
    });
  }

  async #look(folder: WorkspaceFolder): Promise<KerasVersionChoice> {
    try {
      const files = await workspace.findFiles(new RelativePattern(folder, INSTALLED), null, 1);
      return (files[0] && majorVersion(files[0].path)) ?? 'auto';
    } catch {
      // No search in this kind of workspace.
      return 'auto';
    }
  }
}
