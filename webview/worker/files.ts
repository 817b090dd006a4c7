/** The script's files, which only the host can reach. */

import type { SessionControl } from '../../src/execution/sessionControl.ts';
import type { ScriptFolder } from '../../src/execution/sessionModules.ts';
import { nameOf } from '../../src/library/downloads/dataCache.ts';
import type { RunRequest } from '../../src/protocol.ts';
import { PythonError } from '../../src/python/errors.ts';
import type { CacheFile, HostFiles } from '../../src/python/policy.ts';
import type { Requests } from './requests.ts';

export class RequestedFiles implements HostFiles {
  readonly #requests: Requests;
  readonly #runId: string;
  readonly #control: SessionControl;

  /** Called before a file is read. */
  onRead: (path: string) => void = () => {};
  /** Called while a file is being downloaded, with its bytes so far and in all. */
  onDownload: (name: string, received: number, total: number | null) => void = () => {};

  constructor(requests: Requests, runId: string, control: SessionControl) {
    this.#requests = requests;
    this.#runId = runId;
    this.#control = control;
  }

  async read(path: string): Promise<Uint8Array> {
    this.onRead(path);
    return (await this.#requests.ask(this.#runId, 'readFile', { path })).bytes;
  }

  async write(path: string, data: Uint8Array): Promise<void> {
    // A copy travels: the script may go on using its bytes.
    await this.#requests.ask(this.#runId, 'writeFile', { path, bytes: data.slice(), append: false });
  }

  async list(path: string): Promise<{ name: string; kind: 'file' | 'directory' }[]> {
    const { entries } = await this.#requests.ask(this.#runId, 'listFolder', { path });
    return entries.map(({ name, status }) => ({ name, kind: kindOf(status.kind) }));
  }

  async stat(path: string): Promise<{ kind: 'file' | 'directory'; size: number } | null> {
    try {
      const { status } = await this.#requests.ask(this.#runId, 'statFile', { path });
      return { kind: kindOf(status.kind), size: status.size };
    } catch (error) {
      if (error instanceof PythonError && /^(FileNotFound|NotADirectory)/.test(error.exception.cls.name)) {
        return null;
      }
      throw error;
    }
  }

  async makeDirectory(path: string): Promise<void> {
    await this.#requests.ask(this.#runId, 'makeFolder', { path, parents: false });
  }

  async remove(path: string): Promise<void> {
    await this.#requests.ask(this.#runId, 'deleteFile', { path });
  }

  /** A stop lets go of a download at once; the host ends it with the run. */
  async cached(file: CacheFile): Promise<string> {
    const path = `~/.keras/${file.place}`;
    this.onRead(path);
    const ask = () =>
      this.#requests.ask(this.#runId, 'cacheFile', { path, file }, (received, total) =>
        this.onDownload(nameOf(file), received, total),
      );
    return (await this.#control.stoppable(ask)).path;
  }
}

function kindOf(kind: 'file' | 'folder'): 'file' | 'directory' {
  return kind === 'folder' ? 'directory' : 'file';
}

/** The folder of the script, for its imports; where the host gives no access there are no modules in it. */
export function scriptFolder(run: RunRequest, files: HostFiles): ScriptFolder {
  const own = folderOf(run.path);
  const way = relativePath(run.workingDirectory, own);
  return {
    list: async path => {
      const names = await files.list(joined(way, path) || '.').catch(() => null);
      return names && new Set(names.map(({ name }) => name));
    },
    text: async path => {
      const bytes = await files.read(joined(way, path)).catch(() => null);
      return bytes && new TextDecoder().decode(bytes);
    },
    shown: path => joined(own, path),
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function joined(folder: string, path: string): string {
  return folder === '' || path === '' ? folder + path : `${folder}/${path}`;
}

/** How to get from one folder to another, both relative to the same one. */
export function relativePath(from: string, to: string): string {
  const start = from.split('/').filter(part => part !== '');
  const end = to.split('/').filter(part => part !== '');
  let same = 0;
  while (same < start.length && same < end.length && start[same] === end[same]) {
    same++;
  }
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
}
