// The engine on the CPU: reference kernels, or WebAssembly made for each program.

import { cellBytes } from '../../graph/dtypes.ts';
import type {
  BackendName,
  DeviceLostError,
  DeviceValue,
  Engine,
  Executable,
  ExpectedRun,
  HostArray,
  MemoryUse,
  ProgramSize,
  Resident,
} from '../../graph/engine.ts';
import { roundNumbers } from '../../graph/precision.ts';
import { type Program, programVariables, type Update } from '../../graph/program.ts';
import { type Cells, cellArray, toCells, toHost } from '../../graph/reference/index.ts';
import { simplify } from '../../graph/simplify.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { Variable } from '../../graph/variable.ts';
import { EagerCache } from '../eager.ts';
import { HostExecutable, type HostValue, type StepCompiler } from './executable.ts';
import { layOut } from './layout.ts';
import { LinearMemory } from './linear-memory.ts';
import { fusedSteps, separateSteps, widthOf } from './steps.ts';
import { cellsFor, type HostResident } from './values.ts';

export class HostEngine implements Engine {
  readonly choosesForLoop = false;
  readonly backend: BackendName;
  readonly reason: string;
  ownCheckpoints = false;
  readonly memoryBlock = new LinearMemory();
  private readonly variables = new Map<Variable, number>();
  private readonly residents = new Set<HostResident>();
  private readonly executables = new Set<HostExecutable>();
  private readonly compiler: StepCompiler | null;
  private readonly eager: EagerCache;

  constructor(
    backend: 'cpu' | 'wasm',
    reason: string,
    makeCompiler: ((memory: LinearMemory) => StepCompiler) | null,
  ) {
    this.backend = backend;
    this.reason = reason;
    this.compiler = makeCompiler?.(this.memoryBlock) ?? null;
    this.eager = new EagerCache((program, seen) => this.build(program, seen > 0 ? this.compiler : null));
  }

  async prepare(_program: Program): Promise<void> {
    // This engine has one backend.
  }

  async rehearse(_runs: readonly ExpectedRun[]): Promise<void> {
    // Programs are compiled when they are made, which takes no driver.
  }

  compile(program: Program): Executable {
    return this.build(program, this.compiler);
  }

  private build(program: Program, compiler: StepCompiler | null): HostExecutable {
    const device = {
      memory: this.memoryBlock,
      addressOfVariable: (variable: Variable) => this.addressOfVariable(variable),
    };
    const executable = new HostExecutable(device, simplify(program), compiler);
    this.executables.add(executable);
    const dispose = executable.dispose.bind(executable);
    executable.dispose = () => {
      if (this.executables.delete(executable)) dispose();
    };
    return executable;
  }

  private addressOfVariable(variable: Variable): number {
    const known = this.variables.get(variable);
    if (known !== undefined) return known;
    const initial = toCells(variable.initialValue());
    const address = this.memoryBlock.allocate(cellBytes(variable.dtype) * variable.size);
    this.variables.set(variable, address);
    this.variableCells(variable, address).set(initial);
    return address;
  }

  private variableCells(variable: Variable, address = this.addressOfVariable(variable)): Cells {
    const Type = cellArray(variable.dtype);
    return new Type(this.memoryBlock.buffer, address, variable.size);
  }

  async read(value: DeviceValue | Variable): Promise<HostArray> {
    return this.readNow(value);
  }

  async readMany(values: readonly (DeviceValue | Variable)[]): Promise<HostArray[]> {
    return values.map(value => this.readNow(value));
  }

  private readNow(value: DeviceValue | Variable): HostArray {
    if (!(value instanceof Variable)) return value as HostValue;
    const data = toHost(this.variableCells(value).slice(), value.dtype);
    return { shape: value.shape, dtype: value.dtype, data };
  }

  write(variable: Variable, value: HostArray): void {
    const cells = roundNumbers(cellsFor(value, variable.dtype), variable.dtype);
    if (cells.length !== variable.size) {
      throw new RangeError(
        `variable ${variable.name} holds ${variable.size} numbers, received ${cells.length}`,
      );
    }
    this.variableCells(variable).set(cells);
  }

  upload(value: HostArray): Resident {
    const resident: HostResident = {
      shape: value.shape,
      dtype: value.dtype,
      cells: cellsFor(value, value.dtype),
    };
    this.residents.add(resident);
    return resident;
  }

  dispose(values: readonly (DeviceValue | Resident | Variable)[]): void {
    for (const value of values) {
      if (!(value instanceof Variable)) {
        this.residents.delete(value as HostResident);
        continue;
      }
      const address = this.variables.get(value);
      if (address === undefined) continue;
      this.memoryBlock.free(address);
      this.variables.delete(value);
    }
  }

  async evaluate(tensors: readonly Tensor[], updates: readonly Update[] = []): Promise<HostArray[]> {
    return this.evaluateNow(tensors, updates);
  }

  evaluateNow(tensors: readonly Tensor[], updates: readonly Update[] = []): HostArray[] {
    return this.eager.run(tensors, updates).map(value => value as HostValue);
  }

  passOver(tensors: readonly Tensor[], updates: readonly Update[] = []): void {
    this.eager.passOver(tensors, updates);
  }

  memory(): MemoryUse {
    let bytes = this.memoryBlock.used;
    for (const resident of this.residents) bytes += resident.cells.byteLength;
    return { tensors: this.variables.size + this.residents.size + this.executables.size, bytes };
  }

  estimate(program: Program): ProgramSize {
    const simple = simplify(program);
    const steps = this.compiler === null ? separateSteps(simple) : fusedSteps(simple, widthOf);
    const variableBytes = programVariables(simple).reduce(
      (total, variable) => total + cellBytes(variable.dtype) * variable.size,
      0,
    );
    return {
      variableBytes,
      workingBytes: layOut(simple, steps).arenaBytes,
      limitBytes: this.memoryBlock.limit,
    };
  }

  async secure(): Promise<void> {
    // Nothing is lost here without the engine, which opens no other.
  }

  onLost(_listener: (error: DeviceLostError) => void): void {
    // The CPU is not lost.
  }

  async recover(): Promise<boolean> {
    return true;
  }

  async finish(): Promise<void> {
    // Every run has finished when it returns.
  }

  close(): void {
    this.eager.clear();
    for (const executable of [...this.executables]) executable.dispose();
    this.dispose([...this.variables.keys()]);
    this.residents.clear();
  }
}
