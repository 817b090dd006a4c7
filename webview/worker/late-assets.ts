/** Files that a run may need and most do not: the page hands them over when they are asked for. */
import { type Hdf5Library, hdf5With } from '../../src/execution/sessionHdf5.ts';
import type { Hdf5 } from '../../src/library/keras/saving/hdf5.ts';
import type { LateAssetMessage, LateAssetName } from '../../src/protocol.ts';
import type { Post } from './outbox.ts';

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
}

export class LateAssets {
  readonly #post: Post;
  readonly #waiting = new Map<string, Waiting>();
  #hdf5: Promise<Hdf5> | null = null;

  constructor(post: Post) {
    this.#post = post;
  }

  /** The library for HDF5 files. After a failure the next call asks again. */
  hdf5(): Promise<Hdf5> {
    this.#hdf5 ??= this.#loadHdf5().catch(error => {
      this.#hdf5 = null;
      throw error;
    });
    return this.#hdf5;
  }

  onAsset({ name, bytes, reason }: LateAssetMessage): void {
    const waiting = this.#waiting.get(name);
    this.#waiting.delete(name);
    if (bytes === null) waiting?.reject(new Error(`${name} could not be loaded: ${reason}`));
    else waiting?.resolve(bytes);
  }

  #ask(name: LateAssetName): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(name, { resolve, reject });
      this.#post({ type: 'assetWanted', name });
    });
  }

  async #loadHdf5(): Promise<Hdf5> {
    // The bytes of a script of ours; a worker can load it from a blob only.
    const bytes = (await this.#ask('hdf5.js')) as Uint8Array<ArrayBuffer>;
    const url = URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' }));
    try {
      importScripts(url);
    } finally {
      URL.revokeObjectURL(url);
    }
    return hdf5With((globalThis as unknown as { kerascopeHdf5: Hdf5Library }).kerascopeHdf5);
  }
}
