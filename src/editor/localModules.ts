/** The texts of modules beside a script, so that the analysis can follow its imports. */
import { type Disposable, EventEmitter, type FileSystemWatcher, Uri, workspace } from 'vscode';
import { importedNames, moduleFiles } from './importedNames.ts';
import type { Script } from './scripts.ts';

export interface ModuleSource {
  /** Relative to the script's folder, as Python's tracebacks show it. */
  readonly path: string;
  readonly text: string;
}

/** Modules that import one another without end are followed this far. */
const MOST_MODULES = 50;

export class LocalModules implements Disposable {
  /** The text of a file, or null where there is none, by its address. */
  readonly #texts = new Map<string, Promise<string | null>>();
  readonly #watcher: FileSystemWatcher;
  readonly #edits: Disposable;
  readonly #changed = new EventEmitter<void>();
  /** A file that some script imports changed, appeared or vanished. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#watcher = workspace.createFileSystemWatcher('**/*.py');
    const forget = (uri: Uri): void => {
      if (this.#texts.delete(uri.toString())) {
        this.#changed.fire();
      }
    };
    this.#watcher.onDidChange(forget);
    this.#watcher.onDidCreate(forget);
    this.#watcher.onDidDelete(forget);
    this.#edits = workspace.onDidChangeTextDocument(({ document }) => forget(document.uri));
  }

  /** The modules beside the script that it imports, and those that they import. */
  async of(script: Script): Promise<ReadonlyMap<string, ModuleSource>> {
    const found = new Map<string, ModuleSource>();
    const folder = Uri.joinPath(script.uri, '..');
    if (!workspace.getWorkspaceFolder(script.uri)) {
      return found;
    }
    const waiting = importedNames(script.text());
    const seen = new Set(waiting);
    for (
      let name = waiting.shift();
      name !== undefined && found.size < MOST_MODULES;
      name = waiting.shift()
    ) {
      const source = await this.#source(folder, name);
      if (source === null) {
        continue;
      }
      found.set(name, source);
      for (const next of importedNames(source.text).filter(other => !seen.has(other))) {
        seen.add(next);
        waiting.push(next);
      }
    }
    return found;
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#edits.dispose();
    this.#changed.dispose();
  }

  async #source(folder: Uri, name: string): Promise<ModuleSource | null> {
    for (const path of moduleFiles(name)) {
      const text = await this.#text(Uri.joinPath(folder, path));
      if (text !== null) {
        return { path, text };
      }
    }
    return null;
  }

  #text(uri: Uri): Promise<string | null> {
    const key = uri.toString();
    let text = this.#texts.get(key);
    if (!text) {
      text = this.#read(uri);
      this.#texts.set(key, text);
    }
    return text;
  }

  async #read(uri: Uri): Promise<string | null> {
    const open = workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
    if (open) {
      return open.getText();
    }
    return workspace.fs.readFile(uri).then(
      bytes => new TextDecoder().decode(bytes),
      () => null,
    );
  }
}
