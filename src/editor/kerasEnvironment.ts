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
    if (choice !== 'auto' || !folder) {
      return choice;
    }
    const key = folder.uri.toString();
    let found = this.#found.get(key);
    if (!found) {
      found = this.#look(folder);
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
