/** What a script that is run again may do until it stands where its checkpoint was taken: nothing that is seen. */
import type { CacheFile, HostFiles } from '../python/policy.ts';
import { fileError } from './sessionFiles.ts';

/** Numbers in [0, 1) from a seed (splitmix32): the chance of a run, the same when it is run again. */
export function chanceFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return ((word ^ (word >>> 15)) >>> 0) / 4294967296;
  };
}

/**
 * Files of a run. While it is replayed, what it writes stays in memory and is read from there: the files themselves
 * hold what the run wrote before, and perhaps more. Once it goes on they are written as always.
 */
export class ReplayFiles implements HostFiles {
  /** Whether the run is still on its way to its checkpoint. */
  replaying: boolean;
  private readonly inner: HostFiles;
  private readonly written = new Map<string, Uint8Array | null>();

  constructor(inner: HostFiles, replaying: boolean) {
    this.inner = inner;
    this.replaying = replaying;
  }

  async read(path: string): Promise<Uint8Array> {
    const known = this.replaying ? this.written.get(path) : undefined;
    if (known === null) throw fileError('FileNotFoundError', path);
    return known ?? this.inner.read(path);
  }

  async write(path: string, data: Uint8Array): Promise<void> {
    if (this.replaying) this.written.set(path, data.slice());
    else await this.inner.write(path, data);
  }

  list(path: string): Promise<{ name: string; kind: 'file' | 'directory' }[]> {
    return this.inner.list(path);
  }

  async stat(path: string): Promise<{ kind: 'file' | 'directory'; size: number } | null> {
    const known = this.replaying ? this.written.get(path) : undefined;
    if (known === undefined) return this.inner.stat(path);
    return known && { kind: 'file', size: known.length };
  }

  async makeDirectory(path: string): Promise<void> {
    // A folder that the run made is there.
    if (!this.replaying || (await this.inner.stat(path)) === null) await this.inner.makeDirectory(path);
  }

  async remove(path: string): Promise<void> {
    if (this.replaying) this.written.set(path, null);
    else await this.inner.remove(path);
  }

  cached(file: CacheFile): Promise<string> {
    return this.inner.cached(file);
  }
}
