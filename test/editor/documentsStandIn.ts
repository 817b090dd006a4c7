/** The parts of VS Code's API that documents, notebooks and their findings use, for tests without an editor. */
import { Disposable, EventEmitter, env, l10n, Uri } from './vscodeStandIn.ts';

export { Disposable, EventEmitter, env, l10n, Uri };

export class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(start: Position, end: Position) {
    this.start = start;
    this.end = end;
  }
}

export class Location {
  readonly uri: Uri;
  readonly range: Range;
  constructor(uri: Uri, range: Range) {
    this.uri = uri;
    this.range = range;
  }
}

export class RelativePattern {
  readonly folder: { uri: Uri };
  readonly pattern: string;
  constructor(folder: { uri: Uri }, pattern: string) {
    this.folder = folder;
    this.pattern = pattern;
  }
}

export class Diagnostic {
  readonly range: Range;
  readonly message: string;
  readonly severity: number;
  constructor(range: Range, message: string, severity: number) {
    this.range = range;
    this.message = message;
    this.severity = severity;
  }
}

export class DiagnosticRelatedInformation {
  readonly location: Location;
  readonly message: string;
  constructor(location: Location, message: string) {
    this.location = location;
    this.message = message;
  }
}

export class FileSystemError extends Error {
  readonly code = 'FileNotFound';
}

export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };
export const DiagnosticTag = { Unnecessary: 1, Deprecated: 2 };
export const NotebookCellKind = { Markup: 1, Code: 2 };
export const FileType = { File: 1 };

/** A document that counts how often its text is asked for. */
export class StandInDocument {
  readonly uri: Uri;
  languageId: string;
  version = 1;
  reads = 0;
  #text: string;

  constructor(address: string, text: string, languageId = 'python') {
    this.uri = Uri.parse(address);
    this.languageId = languageId;
    this.#text = text;
  }

  getText(): string {
    this.reads++;
    return this.#text;
  }

  get lineCount(): number {
    return this.#text.split('\n').length;
  }

  validateRange(range: Range): Range {
    return range;
  }

  /** Opens it as the editor does. */
  open(): this {
    workspace.textDocuments.push(this);
    events.opened.fire(this);
    return this;
  }

  close(): void {
    workspace.textDocuments.splice(workspace.textDocuments.indexOf(this), 1);
    events.closed.fire(this);
  }

  edit(text: string): void {
    this.#text = text;
    this.version++;
    events.changed.fire({ document: this, contentChanges: [{}] });
  }

  /** As the editor does it: the document is closed and opened again. */
  speak(languageId: string): void {
    this.close();
    this.languageId = languageId;
    this.open();
  }
}

export interface StandInCell {
  readonly kind: number;
  readonly document: StandInDocument;
}

let cells = 0;

/** A cell with this source; `markdown` makes a cell of text. */
export function cell(text: string, languageId = 'python'): StandInCell {
  const document = new StandInDocument(`vscode-notebook-cell:///lesson.ipynb#${cells++}`, text, languageId);
  return { kind: languageId === 'markdown' ? NotebookCellKind.Markup : NotebookCellKind.Code, document };
}

export class StandInNotebook {
  readonly uri = Uri.parse('file:///lesson.ipynb');
  #cells: StandInCell[] = [];

  getCells(): readonly StandInCell[] {
    return this.#cells;
  }

  open(...all: StandInCell[]): this {
    this.#cells = all;
    workspace.notebookDocuments.push(this);
    for (const { document } of all) document.open();
    return this;
  }

  /** Other cells, or the same in another order. */
  change(...all: StandInCell[]): void {
    const before = this.#cells;
    this.#cells = all;
    for (const { document } of all.filter(each => !before.includes(each))) document.open();
    events.notebookChanged.fire({ notebook: this, contentChanges: [{}] });
    for (const { document } of before.filter(each => !all.includes(each))) document.close();
  }

  close(): void {
    events.notebookClosed.fire(this);
    workspace.notebookDocuments.splice(workspace.notebookDocuments.indexOf(this), 1);
    for (const { document } of this.#cells) document.close();
  }
}

export const events = {
  opened: new EventEmitter<StandInDocument>(),
  closed: new EventEmitter<StandInDocument>(),
  changed: new EventEmitter<{ document: StandInDocument; contentChanges: object[] }>(),
  notebookChanged: new EventEmitter<{ notebook: StandInNotebook; contentChanges: object[] }>(),
  notebookClosed: new EventEmitter<StandInNotebook>(),
  configured: new EventEmitter<{ affectsConfiguration(name: string): boolean }>(),
  folders: new EventEmitter<object>(),
};

/** Settings other than the defaults, by their full names. */
export const settings = new Map<string, unknown>();
/** What a search of a workspace folder finds, by the folder's address; an error where it cannot be searched. */
export const found = new Map<string, readonly Uri[] | Error>();
/** The searches that were made. */
export const searches: RelativePattern[] = [];
/** Watchers of files, in the order in which they were made. */
export const watchers: {
  pattern: unknown;
  created: EventEmitter<Uri>;
  changed: EventEmitter<Uri>;
  deleted: EventEmitter<Uri>;
}[] = [];
/** The folders of the workspace. */
export const folders: { uri: Uri }[] = [];
/** What the file systems hold, by address: bytes, the size of what is too large to hold, or why it cannot be read. */
export const files = new Map<string, Uint8Array | number | Error>();
/** Schemes whose file systems can be written to; those of others are not known. */
export const writable = new Set<string>();

function fileAt(uri: Uri): Uint8Array | number {
  const file = files.get(uri.toString());
  if (file === undefined) throw new FileSystemError();
  if (file instanceof Error) throw file;
  return file;
}

export const workspace = {
  textDocuments: [] as StandInDocument[],
  notebookDocuments: [] as StandInNotebook[],
  onDidOpenTextDocument: events.opened.event,
  onDidCloseTextDocument: events.closed.event,
  onDidChangeTextDocument: events.changed.event,
  onDidChangeNotebookDocument: events.notebookChanged.event,
  onDidCloseNotebookDocument: events.notebookClosed.event,
  onDidChangeConfiguration: events.configured.event,
  onDidChangeWorkspaceFolders: events.folders.event,
  getConfiguration: () => ({ get: (name: string) => settings.get(name) }),
  getWorkspaceFolder: (uri: Uri) =>
    folders.find(folder => uri.scheme === folder.uri.scheme && uri.path.startsWith(`${folder.uri.path}/`)),
  asRelativePath: (uri: Uri) =>
    uri.path.slice((workspace.getWorkspaceFolder(uri)?.uri.path.length ?? -1) + 1),
  fs: {
    isWritableFileSystem: (scheme: string) => (writable.has(scheme) ? true : undefined),
    stat: async (uri: Uri) => {
      const file = fileAt(uri);
      return { type: FileType.File, size: typeof file === 'number' ? file : file.length };
    },
    readFile: async (uri: Uri) => {
      const file = fileAt(uri);
      if (typeof file === 'number') throw new Error('it is too large to be read');
      return file;
    },
  },
  findFiles: async (pattern: RelativePattern) => {
    searches.push(pattern);
    const answer = found.get(pattern.folder.uri.toString()) ?? [];
    if (answer instanceof Error) throw answer;
    return answer;
  },
  createFileSystemWatcher: (pattern: unknown) => {
    const watcher = {
      pattern,
      created: new EventEmitter<Uri>(),
      deleted: new EventEmitter<Uri>(),
      changed: new EventEmitter<Uri>(),
    };
    watchers.push(watcher);
    return {
      onDidCreate: watcher.created.event,
      onDidDelete: watcher.deleted.event,
      onDidChange: watcher.changed.event,
      dispose: () => watchers.splice(watchers.indexOf(watcher), 1),
    };
  },
};

/** What the Problems view would hold: by address, the texts. */
export const problems = new Map<string, string[]>();

export const languages = {
  createDiagnosticCollection: () => ({
    set: (uri: Uri, diagnostics: readonly Diagnostic[]) =>
      problems.set(
        uri.toString(),
        diagnostics.map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`),
      ),
    delete: (uri: Uri) => problems.delete(uri.toString()),
    dispose: () => problems.clear(),
  }),
};

/** Forgets everything, as a new window does. */
export function newWindow(): void {
  workspace.textDocuments.length = 0;
  workspace.notebookDocuments.length = 0;
  for (const each of [settings, found, problems, files, writable]) each.clear();
  for (const list of [searches, watchers, folders]) list.length = 0;
}
