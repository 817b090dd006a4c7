/** Answers a running script's requests for files: inside the workspace only, with Python's errors. */
import { FileSystemError, FileType, Uri, type WorkspaceFolder, workspace } from 'vscode';
import type { FileStatus, ReplyMessage, RequestError, RequestMap, RequestMessage } from '../protocol.ts';
import { assertNever } from '../protocol.ts';
import type { CacheFolder } from './cacheFolder.ts';
import { resolvePath } from './workspacePaths.ts';

/** A file request that failed, as the Python exception that the script sees. */
class FileFailure extends Error {
  readonly exception: RequestError['exception'];

  constructor(exception: RequestError['exception'], message: string) {
    super(message);
    this.exception = exception;
  }
}

/** Python's own words for an error number. */
const WORDS = {
  FileNotFoundError: '[Errno 2] No such file or directory',
  PermissionError: '[Errno 13] Permission denied',
  FileExistsError: '[Errno 17] File exists',
  NotADirectoryError: '[Errno 20] Not a directory',
  IsADirectoryError: '[Errno 21] Is a directory',
} as const;

function failure(exception: keyof typeof WORDS, path: string, why = ''): FileFailure {
  return new FileFailure(exception, `${WORDS[exception]}: '${path}'${why === '' ? '' : ` (${why})`}`);
}

/** What is asked of files in the workspace and the cache. */
export type FileRequest = Exclude<RequestMessage, { request: 'cacheFile' }>;

/** A file that a tensor could not be made of anyway. */
const LARGEST_FILE = 1 << 30;

function translated(error: unknown, path: string): FileFailure {
  if (error instanceof FileFailure) {
    return error;
  }
  const code = error instanceof FileSystemError ? error.code : '';
  switch (code) {
    case 'FileNotFound':
      return failure('FileNotFoundError', path);
    case 'FileExists':
      return failure('FileExistsError', path);
    case 'FileNotADirectory':
      return failure('NotADirectoryError', path);
    case 'FileIsADirectory':
      return failure('IsADirectoryError', path);
    case 'NoPermissions':
      return failure('PermissionError', path);
    default:
      return new FileFailure(
        'OSError',
        `${error instanceof Error ? error.message : String(error)}: '${path}'`,
      );
  }
}

function kindOf(type: FileType): FileStatus['kind'] {
  return type & FileType.Directory ? 'folder' : 'file';
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    error => {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') {
        return false;
      }
      throw error;
    },
  );
}

export class WorkspaceFiles {
  readonly #folder: WorkspaceFolder | undefined;
  readonly #workingDirectory: string;
  readonly #cache: CacheFolder;

  /** @param workingDirectory relative to the script's workspace folder, with forward slashes */
  constructor(script: Uri, workingDirectory: string, cache: CacheFolder) {
    this.#folder = workspace.getWorkspaceFolder(script);
    this.#workingDirectory = workingDirectory;
    this.#cache = cache;
  }

  /** The path itself where there is a file, as the run names it; null where there is none. */
  async fileAt(path: string): Promise<string | null> {
    const status = await this.#stat(path).catch(() => null);
    return status?.status.kind === 'file' ? path : null;
  }

  /** Every request gets a reply. */
  async answer(message: FileRequest): Promise<ReplyMessage> {
    const { id, parameters } = message;
    try {
      return { type: 'reply', id, ok: true, result: await this.#perform(message) };
    } catch (error) {
      const { exception, message: text } = translated(error, parameters.path);
      return { type: 'reply', id, ok: false, error: { exception, message: text } };
    }
  }

  #perform(message: FileRequest): Promise<RequestMap[FileRequest['request']]['result']> {
    switch (message.request) {
      case 'readFile':
        return this.#read(message.parameters.path);
      case 'writeFile':
        return this.#write(message.parameters);
      case 'listFolder':
        return this.#list(message.parameters.path);
      case 'statFile':
        return this.#stat(message.parameters.path);
      case 'makeFolder':
        return this.#makeFolder(message.parameters);
      case 'deleteFile':
        return this.#delete(message.parameters.path);
      default:
        return assertNever(message);
    }
  }

  async #read(path: string): Promise<{ bytes: Uint8Array }> {
    const uri = await this.#resolve(path);
    const { type, size } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) {
      throw failure('IsADirectoryError', path);
    }
    if (size > LARGEST_FILE) {
      throw new FileFailure(
        'MemoryError',
        `'${path}' has ${size} bytes; files up to ${LARGEST_FILE} can be read`,
      );
    }
    // A desktop host gives Node's Buffer, which would reach the page as JSON instead of bytes.
    return { bytes: new Uint8Array(await workspace.fs.readFile(uri)) };
  }

  async #write({ path, bytes, append }: RequestMap['writeFile']['parameters']): Promise<{ size: number }> {
    const uri = await this.#resolve(path);
    await this.#demandParent(uri, path);
    const before = append && (await exists(uri)) ? await workspace.fs.readFile(uri) : new Uint8Array();
    const content = new Uint8Array(before.length + bytes.length);
    content.set(before);
    content.set(bytes, before.length);
    await workspace.fs.writeFile(uri, content);
    return { size: content.length };
  }

  async #list(path: string): Promise<RequestMap['listFolder']['result']> {
    const uri = await this.#resolve(path);
    const { type } = await workspace.fs.stat(uri);
    if (!(type & FileType.Directory)) {
      throw failure('NotADirectoryError', path);
    }
    const names = (await workspace.fs.readDirectory(uri)).filter(
      ([, kind]) => !(kind & FileType.SymbolicLink),
    );
    const entries = names.map(async ([name]) => ({
      name,
      status: await this.#statusOf(Uri.joinPath(uri, name)),
    }));
    return { entries: await Promise.all(entries) };
  }

  async #stat(path: string): Promise<{ status: FileStatus }> {
    return { status: await this.#statusOf(await this.#resolve(path)) };
  }

  async #statusOf(uri: Uri): Promise<FileStatus> {
    const { type, size, mtime } = await workspace.fs.stat(uri);
    return { kind: kindOf(type), size, modified: mtime / 1000 };
  }

  async #makeFolder({
    path,
    parents,
  }: RequestMap['makeFolder']['parameters']): Promise<Record<string, never>> {
    const uri = await this.#resolve(path);
    if (await exists(uri)) {
      throw failure('FileExistsError', path);
    }
    if (!parents) {
      await this.#demandParent(uri, path);
    }
    await workspace.fs.createDirectory(uri);
    return {};
  }

  async #delete(path: string): Promise<Record<string, never>> {
    const uri = await this.#resolve(path);
    const { type } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) {
      throw failure('IsADirectoryError', path);
    }
    await workspace.fs.delete(uri, { recursive: false, useTrash: false });
    return {};
  }

  async #demandParent(uri: Uri, path: string): Promise<void> {
    if (!(await exists(Uri.joinPath(uri, '..')))) {
      throw failure('FileNotFoundError', path);
    }
  }

  /** The place that a path means, checked for leading outside, also through symbolic links. */
  async #resolve(path: string): Promise<Uri> {
    const cached = this.#cache.uriOf(path);
    if (cached !== null) {
      return cached;
    }
    if (!this.#folder) {
      throw failure('PermissionError', path, 'open the folder of the script to let it use files');
    }
    const { folder, segments } = this.#inFolder(this.#folder, path);
    let uri = folder.uri;
    for (const segment of segments) {
      uri = Uri.joinPath(uri, segment);
      await this.#refuseLink(uri, path);
    }
    return uri;
  }

  #inFolder(own: WorkspaceFolder, path: string): { folder: WorkspaceFolder; segments: readonly string[] } {
    const folders = [own, ...(workspace.workspaceFolders ?? []).filter(folder => folder !== own)];
    for (const folder of folders) {
      const root = folder.uri.scheme === 'file' ? folder.uri.fsPath : null;
      const resolved = resolvePath(path, this.#workingDirectory, root);
      if (resolved.ok) {
        return { folder, segments: resolved.segments };
      }
      if (resolved.reason === 'invalid') {
        throw failure('FileNotFoundError', path);
      }
    }
    throw failure('PermissionError', path, 'outside the workspace');
  }

  async #refuseLink(uri: Uri, path: string): Promise<void> {
    const status = await workspace.fs.stat(uri).then(
      found => found,
      () => null,
    );
    if (status !== null && status.type & FileType.SymbolicLink) {
      throw failure('PermissionError', path, 'a symbolic link, which may lead outside the workspace');
    }
  }
}
