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

export class KernelLibrary {
  readonly module = new ModuleWriter(laneFunctions);
  readonly fused: boolean;
  /** Bytes of working space that some kernel needs. */
  scratchBytes = 0;
  /** Streams that kernels draw from, by the number that they pass. */
  readonly streams: SeedStream[] = [];
  private readonly known = new Map<string, number>();

  constructor(fused: boolean) {
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

  streamIndex(stream: SeedStream): number {
    if (!this.streams.includes(stream)) this.streams.push(stream);
    return this.streams.indexOf(stream);
  }

  needScratch(bytes: number): void {
    this.scratchBytes = Math.max(this.scratchBytes, bytes);
  }
}
