// One growing block of bytes that holds everything an engine on the CPU computes with.
import { OutOfMemoryError } from '../../graph/engine.ts';
import { type AssemblyMemory, requireAssembly } from '../wasm/platform.ts';

export const alignment = 64;
/** Bytes behind every block that vector kernels may overwrite. */
export const slack = 64;
const pageBytes = 65536;

export function roundUp(bytes: number, to = alignment): number {
  return Math.ceil(bytes / to) * to;
}

interface Hole {
  start: number;
  bytes: number;
}

export class LinearMemory {
  readonly memory: AssemblyMemory;
  readonly limit: number;
  /** Bytes handed out. */
  used = 0;
  private end = alignment;
  private readonly holes: Hole[] = [];
  private readonly sizes = new Map<number, number>();

  constructor(limit = 4 * 1024 ** 3 - pageBytes) {
    this.limit = limit;
    this.memory = new (requireAssembly().Memory)({ initial: 16, maximum: 65536 });
  }

  /** Changes when the memory has grown; typed arrays over the old one are then detached. */
  get buffer(): ArrayBuffer {
    return this.memory.buffer as ArrayBuffer;
  }

  /** The address of a free block; its contents are anything. */
  allocate(bytes: number): number {
    const size = roundUp(bytes + slack);
    const at = this.holes.findIndex(hole => hole.bytes >= size);
    let start: number;
    if (at >= 0) {
      const hole = this.holes[at];
      start = hole.start;
      hole.start += size;
      hole.bytes -= size;
      if (hole.bytes === 0) this.holes.splice(at, 1);
    } else {
      start = this.end;
      this.growTo(start + size);
      this.end = start + size;
    }
    this.sizes.set(start, size);
    this.used += size;
    return start;
  }

  private growTo(bytes: number): void {
    const missing = bytes + pageBytes - this.buffer.byteLength;
    if (missing <= 0) return;
    const size = { variableBytes: this.used, workingBytes: bytes - this.used, limitBytes: this.limit };
    const complaint = `needs ${bytes} bytes of memory, and at most ${this.limit} can be had`;
    if (bytes > this.limit) throw new OutOfMemoryError(complaint, size);
    const wish = Math.min(
      Math.max(missing, this.buffer.byteLength >> 2),
      this.limit - this.buffer.byteLength,
    );
    try {
      this.memory.grow(Math.ceil(Math.max(wish, missing) / pageBytes));
    } catch {
      throw new OutOfMemoryError(complaint, size);
    }
  }

  free(start: number): void {
    const bytes = this.sizes.get(start);
    if (bytes === undefined) throw new RangeError(`address ${start} was not allocated`);
    this.sizes.delete(start);
    this.used -= bytes;
    let index = this.holes.findIndex(hole => hole.start > start);
    if (index < 0) index = this.holes.length;
    this.holes.splice(index, 0, { start, bytes });
    this.join(index);
    if (index > 0) this.join(index - 1);
    const last = this.holes.at(-1);
    if (last !== undefined && last.start + last.bytes === this.end) {
      this.end = last.start;
      this.holes.pop();
    }
  }

  /** Joins a hole with its right neighbour where they touch. */
  private join(index: number): void {
    const [hole, next] = [this.holes[index], this.holes[index + 1]];
    if (next !== undefined && hole.start + hole.bytes === next.start) {
      hole.bytes += next.bytes;
      this.holes.splice(index + 1, 1);
    }
  }
}
