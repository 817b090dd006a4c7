/** The parts of VS Code's API that runs, their storage and their panel use, for tests without an editor. */
import { posix } from 'node:path';

type Listener<T> = (event: T) => void;

export class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();
  readonly event = (listener: Listener<T>): { dispose(): void } => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export class Disposable {
  readonly #dispose: () => void;
  constructor(dispose: () => void) {
    this.#dispose = dispose;
  }
  static from(...all: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const each of all) each.dispose();
    });
  }
  dispose(): void {
    this.#dispose();
  }
}

export class Uri {
  readonly scheme: string;
  readonly path: string;
  private constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }
  static parse(text: string): Uri {
    const [, scheme, path] = /^([\w-]+):(?:\/\/)?(.*)$/.exec(text)!;
    return new Uri(scheme!, path!);
  }
  static file(path: string): Uri {
    return new Uri('file', path);
  }
  get fsPath(): string {
    return this.path;
  }
  with({ path }: { path: string }): Uri {
    return new Uri(this.scheme, path);
  }
  static joinPath(uri: Uri, ...names: string[]): Uri {
    return new Uri(uri.scheme, posix.join(uri.path, ...names));
  }
  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
}

/** Files in memory; every write is a second later than the one before. */
export const files = new Map<string, { bytes: Uint8Array; mtime: number }>();
let time = 0;
const FILE = 1;

function fileAt(uri: Uri): { bytes: Uint8Array; mtime: number } {
  const file = files.get(uri.path);
  if (file === undefined) throw new FileSystemError(`no file ${uri.path}`);
  return file;
}

export const FileType = { File: FILE };

export class FileSystemError extends Error {
  code = 'FileNotFound';
}
export const ViewColumn = { Beside: -2 };
export const env = { language: 'en' };
export const l10n = {
  t: (text: string, ...values: unknown[]): string =>
    text.replace(/\{(\d+)\}/g, (_match, index: string) => String(values[Number(index)])),
};

export const workspace = {
  isTrusted: true,
  getWorkspaceFolder: () => undefined,
  fs: {
    readFile: async (uri: Uri) => fileAt(uri).bytes,
    stat: async (uri: Uri) => {
      const { bytes, mtime } = fileAt(uri);
      return { type: FILE, size: bytes.length, mtime };
    },
    rename: async (from: Uri, to: Uri) => {
      files.set(to.path, fileAt(from));
      files.delete(from.path);
    },
    createDirectory: async () => {},
    writeFile: async (uri: Uri, bytes: Uint8Array) => {
      files.set(uri.path, { bytes, mtime: (time += 1000) });
    },
    delete: async (uri: Uri) => {
      files.delete(uri.path);
    },
    readDirectory: async (uri: Uri) =>
      [...files.keys()]
        .filter(path => path.startsWith(`${uri.path}/`))
        .map(path => [path.slice(uri.path.length + 1), FILE] as const),
  },
};

/** A webview that keeps what it was sent; the test speaks for its page. */
export class StandInPanel {
  readonly sent: { type: string }[] = [];
  visible = true;
  readonly received = new EventEmitter<unknown>();
  readonly disposed = new EventEmitter<void>();
  readonly stateChanged = new EventEmitter<unknown>();
  readonly onDidDispose = this.disposed.event;
  readonly onDidChangeViewState = this.stateChanged.event;
  iconPath: unknown;
  readonly webview = {
    html: '',
    options: {},
    cspSource: 'stand-in',
    asWebviewUri: (uri: Uri) => uri,
    onDidReceiveMessage: this.received.event,
    postMessage: async (message: { type: string }) => this.sent.push(message),
  };
  reveal(): void {}
  dispose(): void {
    this.disposed.fire();
  }
}

export const panels: StandInPanel[] = [];
/** What notifications were answered with, by their button; the text of each is kept. */
export const notifications: string[] = [];

/** What a test answers dialogs with: a button, or undefined for Cancel. */
export const dialogs: {
  answer:
    | ((text: string, buttons: readonly string[]) => string | undefined | Promise<string | undefined>)
    | null;
} = { answer: null };

export const commands = { executeCommand: async () => undefined };

export const window = {
  createWebviewPanel: () => {
    const panel = new StandInPanel();
    panels.push(panel);
    return panel;
  },
  /** The first button is clicked, unless {@link dialogs} says otherwise. */
  showInformationMessage: async (text: string, ...rest: (string | object)[]) => {
    notifications.push(text);
    const buttons = rest.filter(item => typeof item === 'string');
    return (await dialogs.answer?.(text, buttons)) ?? (dialogs.answer === null ? buttons[0] : undefined);
  },
  showWarningMessage: async () => undefined,
  showErrorMessage: async () => undefined,
};
