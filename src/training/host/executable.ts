// A compiled program of the engines on the CPU: steps over fixed addresses in linear memory.

import { type DeviceValue, type Executable, ExecutionError, type Feed } from '../../graph/engine.ts';
import { type Program, programRoots } from '../../graph/program.ts';
import type { SeedStream } from '../../graph/random.ts';
import { type Cells, cellArray, prepareKernel, toCells, toHost } from '../../graph/reference/index.ts';
import { staticShape } from '../../graph/shapes.ts';
import { collectStreams } from '../../graph/streams.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import type { Variable } from '../../graph/variable.ts';
import { bytesOf, type Layout, layOut } from './layout.ts';
import type { LinearMemory } from './linear-memory.ts';
import { fusedSteps, type Step, separateSteps, sourceOf, widthOf } from './steps.ts';
import { copyFeed } from './values.ts';

export interface HostValue extends DeviceValue {
  readonly data: ReturnType<typeof toHost>;
}

/** Turns steps into something faster than the reference kernels; leaves out what it has no code for. */
export interface StepCompiler {
  compile(steps: readonly Step[], addressOf: (tensor: Tensor) => number): CompiledSteps;
}

export interface CompiledSteps {
  /** Runs of consecutive steps, in order: code, or the index of a step left to its reference kernel. */
  readonly parts: readonly ((() => void) | number)[];
  /** Address of working space to free with the program, or null. */
  readonly scratch: number | null;
}

/** What an executable needs of its engine. */
export interface HostDevice {
  readonly memory: LinearMemory;
  addressOfVariable(variable: Variable): number;
}

type Part = { kind: 'code'; run: () => void } | { kind: 'kernel'; node: Tensor; run: () => void };

export class HostExecutable implements Executable {
  readonly bytes: number;
  private readonly program: Program;
  private readonly device: HostDevice;
  private readonly layout: Layout;
  private readonly arena: number;
  private readonly scratch: number | null;
  private readonly streams: readonly SeedStream[];
  private readonly makers: readonly (() => Part)[];
  private parts: readonly Part[] = [];
  private inputs: readonly Cells[] = [];
  private bound: ArrayBuffer | null = null;

  constructor(device: HostDevice, program: Program, compiler: StepCompiler | null) {
    this.device = device;
    this.program = program;
    const steps = compiler === null ? separateSteps(program) : fusedSteps(program, widthOf);
    this.layout = layOut(program, steps);
    this.bytes = this.layout.arenaBytes;
    this.arena = device.memory.allocate(this.bytes);
    for (const place of this.layout.places.values()) {
      if (place.kind === 'variable') device.addressOfVariable(place.variable);
    }
    for (const { variable } of this.layout.copies) device.addressOfVariable(variable);
    this.fillConstants();
    this.streams = collectStreams(programRoots(program));
    const compiled = compiler?.compile(steps, tensor => this.addressOf(tensor)) ?? null;
    this.scratch = compiled?.scratch ?? null;
    const parts = compiled?.parts ?? steps.map((_, index) => index);
    this.makers = parts.map(part => {
      if (typeof part !== 'number') return (): Part => ({ kind: 'code', run: part });
      const step = steps[part];
      if (step.kind !== 'single') throw new TypeError('a fused step has no reference kernel');
      return this.kernelMaker(step.node);
    });
  }

  private addressOf(tensor: Tensor): number {
    // A variable that is only written has no place among the values that the program reads.
    if (tensor.op === 'variable')
      return this.device.addressOfVariable(attributesOf(tensor, 'variable').variable);
    const place = this.layout.places.get(sourceOf(tensor));
    if (place === undefined) throw new RangeError(`${tensor.op} has no place`);
    return place.kind === 'variable'
      ? this.device.addressOfVariable(place.variable)
      : this.arena + place.offset;
  }

  private cells(tensor: Tensor): Cells {
    const Type = cellArray(tensor.dtype);
    const { buffer } = this.device.memory;
    return new Type(buffer, this.addressOf(tensor), bytesOf(tensor) / Type.BYTES_PER_ELEMENT);
  }

  private fillConstants(): void {
    for (const tensor of this.layout.places.keys()) {
      if (tensor.op === 'constant') this.cells(tensor).set(toCells(attributesOf(tensor, 'constant').data));
    }
  }

  /** Prepares the kernel once; the result binds it to the memory as it is now. */
  private kernelMaker(node: Tensor): () => Part {
    // It lies where the loop put it.
    if (node.op === 'loopResult') return () => ({ kind: 'code', run: () => undefined });
    let kernel: ReturnType<typeof prepareKernel>;
    try {
      kernel = prepareKernel(node);
    } catch (error) {
      throw new ExecutionError(node.op, node.origin, (error as Error).message);
    }
    return () => {
      const inputs = node.inputs.map(input => this.cells(input));
      const output = this.cells(node);
      return { kind: 'kernel', node, run: () => kernel(inputs, output) };
    };
  }

  private bind(): void {
    const { buffer } = this.device.memory;
    if (this.bound === buffer) return;
    this.bound = buffer;
    this.parts = this.makers.map(make => make());
    this.inputs = this.program.inputs.map(input => this.cells(input));
  }

  run(feeds: readonly Feed[]): HostValue[] {
    if (feeds.length !== this.program.inputs.length) {
      throw new RangeError(
        `the program takes ${this.program.inputs.length} inputs, received ${feeds.length}`,
      );
    }
    this.bind();
    for (let index = 0; index < feeds.length; index++) {
      copyFeed(feeds[index], this.program.inputs[index], this.inputs[index]);
    }
    for (const part of this.parts) {
      try {
        part.run();
      } catch (error) {
        if (part.kind === 'code') throw error;
        throw new ExecutionError(part.node.op, part.node.origin, (error as Error).message);
      }
    }
    const outputs = this.program.outputs.map(output => this.result(output));
    this.finishUpdates();
    for (const stream of this.streams) stream.position++;
    return outputs;
  }

  private result(output: Tensor): HostValue {
    const data = toHost(this.cells(output).slice(), output.dtype);
    return { shape: staticShape('output', output.shape), dtype: output.dtype, data };
  }

  /** Copies values into variables; those that are other variables are saved before any is overwritten. */
  private finishUpdates(): void {
    const saved = this.layout.copies.map(({ value }) =>
      sourceOf(value).op === 'variable' ? this.cells(value).slice() : this.cells(value),
    );
    this.layout.copies.forEach(({ variable }, index) => {
      this.cells(variable.read()).set(saved[index]);
    });
  }

  dispose(): void {
    this.device.memory.free(this.arena);
    if (this.scratch !== null) this.device.memory.free(this.scratch);
  }
}
