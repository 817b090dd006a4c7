/** Arrays one behind the other as bytes: what a script read from the device, in the order in which it did. */
import { dtypes } from '../../graph/dtypes.ts';
import type { HostArray } from '../../graph/engine.ts';
import { newHostData } from '../../graph/tensor.ts';

export class ValueLog {
  #bytes: Uint8Array;
  #length = 0;
  #place = 0;

  /** @param bytes what another log held, to be read from its beginning */
  constructor(bytes: Uint8Array = new Uint8Array(0)) {
    this.#bytes = bytes;
    this.#length = bytes.length;
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  /** Where the next array is read. */
  get place(): number {
    return this.#place;
  }

  /** Each array: its dtype, how many axes it has, their lengths, and its contents. */
  append({ data, shape, dtype }: HostArray): void {
    const size = 2 + 4 * shape.length + data.byteLength;
    this.#reserve(size);
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset);
    let at = this.#length;
    view.setUint8(at++, dtypes.indexOf(dtype));
    view.setUint8(at++, shape.length);
    for (const dim of shape) {
      view.setUint32(at, dim);
      at += 4;
    }
    this.#bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    this.#length += size;
  }

  #reserve(size: number): void {
    const needed = this.#length + size;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, needed, 1024));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  /** The next array; null behind the last one. */
  next(): HostArray | null {
    if (this.#place >= this.#length) return null;
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset);
    let at = this.#place;
    const dtype = dtypes[view.getUint8(at++)];
    const axes = view.getUint8(at++);
    const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(at + 4 * axis));
    at += 4 * axes;
    const data = newHostData(
      dtype,
      shape.reduce((size, dim) => size * dim, 1),
    );
    new Uint8Array(data.buffer).set(this.#bytes.subarray(at, at + data.byteLength));
    this.#place = at + data.byteLength;
    return { data, shape, dtype };
  }

  /** The first so many bytes. */
  until(length: number): Uint8Array {
    return this.#bytes.slice(0, length);
  }
}
