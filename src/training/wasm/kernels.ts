// The kernels of one module: each written once for its geometry and called with addresses.

import type { SeedStream } from '../../graph/random.ts';
import { FunctionWriter, ModuleWriter } from './assembler.ts';
import { laneFunctions } from './lane-functions.ts';

/** An address to call a kernel with: in memory, or so many bytes into the program's working space. */
export type Argument = number | { readonly scratch: number };

export interface KernelCall {
  readonly kernel: number;
  readonly arguments: readonly Argument[];
}

/** Calls that are repeated while pointers move on. */
export interface LoopCall {
  readonly turns: number;
  readonly pointers: readonly Pointer[];
  readonly calls: readonly Call[];
}

export type Call = KernelCall | LoopCall;

/** An address that is `step` bytes further after each turn. */
export interface Pointer {
  readonly start: number;
  readonly step: number;
  /** Stands for the address, and can be counted on from like one. */
  readonly address: number;
}

/** Beyond any address in memory; each pointer has so many numbers of its own. */
const pointerSpan = 2 ** 33;

/** The pointer and the bytes behind it that a number stands for; null for an address in memory. */
export function pointerAt(address: number): { pointer: number; offset: number } | null {
  const pointer = Math.floor(address / pointerSpan) - 1;
  return pointer < 0 ? null : { pointer, offset: address - (pointer + 1) * pointerSpan };
}

export class KernelLibrary {
  readonly module: ModuleWriter;
  readonly fused: boolean;
  /** Bytes of working space that some kernel needs. */
  scratchBytes = 0;
  /** Streams that kernels draw from, by the number that they pass. */
  readonly streams: SeedStream[] = [];
  private pointers = 0;
  private readonly known = new Map<string, number>();

  /** @param functions further functions of doubles that kernels call, by the names of operations */
  constructor(fused: boolean, functions: readonly { name: string; doubles: number }[] = []) {
    this.module = new ModuleWriter([...laneFunctions, ...functions]);
    this.fused = fused;
  }

  /** The kernel with this key, written when it is first asked for. */
  kernel(key: string, parameters: number, write: (writer: FunctionWriter) => void): number {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const writer = new FunctionWriter(parameters);
    write(writer);
    const index = this.module.add(writer);
    this.known.set(key, index);
    return index;
  }

  /** A pointer for the calls of one loop. */
  pointer(start: number, step: number): Pointer {
    this.pointers++;
    return { start, step, address: this.pointers * pointerSpan };
  }

  streamIndex(stream: SeedStream): number {
    if (!this.streams.includes(stream)) this.streams.push(stream);
    return this.streams.indexOf(stream);
  }

  needScratch(bytes: number): void {
    this.scratchBytes = Math.max(this.scratchBytes, bytes);
  }
}
