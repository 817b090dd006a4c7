// The engine on a TensorFlow.js backend: WebGL or WebGPU in a worker.
import * as tf from '@tensorflow/tfjs-core';
import { doublesOf, missingDoubles } from '../../graph/doubles.ts';
import {
  type BackendName,
  DeviceLostError,
  type DeviceValue,
  type Engine,
  type Executable,
  ExecutionError,
  type ExpectedRun,
  type HostArray,
  type MemoryUse,
  OutOfMemoryError,
  type ProgramSize,
  type Resident,
} from '../../graph/engine.ts';
import { roundNumbers } from '../../graph/precision.ts';
import { type Program, programVariables, type Update } from '../../graph/program.ts';
import { simplify } from '../../graph/simplify.ts';
import { hostData, type Tensor } from '../../graph/tensor.ts';
import { Variable } from '../../graph/variable.ts';
import { EagerCache } from '../eager.ts';
import { layOut } from '../host/layout.ts';
import { fusedSteps, separateSteps } from '../host/steps.ts';
import { noMemory, TensorExecutable, type TensorResident, type TensorValue, upload } from './executable.ts';
import { goThrough, type RunThroughEngine } from './run-through.ts';
import { StagedVariables } from './staged-variables.ts';
import type { Rehearsal, TensorBackend } from './tensor-backend.ts';

/** Programs with doubles belong on the processor: graphics devices have none. */
function requireNarrow(program: Program, backend: BackendName): void {
  const wide = doublesOf(program);
  if (wide !== null) throw new ExecutionError(wide.op, wide.origin, missingDoubles(backend));
}

/** Data sets take this part of a device at most; the rest is for weights and what a step computes. */
const dataShare = 1 / 4;

export class TensorEngine implements Engine {
  readonly choosesForLoop = false;
  readonly backend: BackendName;
  readonly reason: string;
  ownCheckpoints = false;
  private readonly device: TensorBackend;
  private readonly variables = new Map<Variable, tf.Tensor>();
  private readonly residents = new Set<TensorResident>();
  private readonly executables = new Set<TensorExecutable>();
  private readonly eager: EagerCache;
  private readonly listeners: ((error: DeviceLostError) => void)[] = [];
  private lost: DeviceLostError | null = null;
  /** Whether kernels only compile their shaders now. */
  private isRehearsing = false;
  /** Programs that were rehearsed and not asked for yet. */
  private readonly prepared = new WeakMap<Program, TensorExecutable>();
  /** Those that were asked for. */
  private readonly built = new WeakMap<Program, TensorExecutable>();
  /** Bytes of data sets that lie on the device. */
  private residentBytes = 0;

  constructor(backend: BackendName, reason: string, device: TensorBackend) {
    this.backend = backend;
    this.reason = reason;
    this.device = device;
    this.eager = new EagerCache(program => this.compile(program));
    device.watch(reason => this.lose(reason));
  }

  private lose(reason: string): void {
    if (this.lost !== null) return;
    this.lost = new DeviceLostError(`the ${this.backend} device was lost: ${reason}`);
    for (const listener of this.listeners) listener(this.lost);
  }

  /** Makes this engine's backend the current one. */
  private enter(): void {
    this.throwIfLost();
    if (tf.getBackend() !== this.device.registered) void tf.setBackend(this.device.registered);
  }

  private throwIfLost(): void {
    // The event comes later than the loss, and what is computed in between is garbage.
    if (this.lost === null && this.device.isLost?.()) this.lose('it does not answer');
    if (this.lost !== null) throw this.lost;
  }

  /** What takes memory of the device says so with its numbers where there is none. */
  private guard<T>(body: () => T): T {
    try {
      return body();
    } catch (error) {
      throw this.withSizes(error);
    }
  }

  private withSizes(error: unknown): unknown {
    const isKnown = error instanceof OutOfMemoryError || error instanceof ExecutionError;
    if (isKnown || !(error instanceof Error) || !noMemory.test(error.message)) return error;
    const { limitBytes } = this.device;
    // Outside a step, as while something is read, it is the largest program that takes the room.
    const workingBytes = Math.max(0, ...[...this.executables].map(({ bytes }) => bytes));
    return new OutOfMemoryError(error.message, {
      variableBytes: tf.memory().numBytes,
      workingBytes,
      limitBytes,
    });
  }

  async prepare(_program: Program, _stop?: AbortSignal): Promise<void> {
    // This engine has one backend.
  }

  async rehearse(runs: readonly ExpectedRun[], stop?: AbortSignal): Promise<void> {
    const { compileAhead } = this.device;
    if (compileAhead === undefined) return;
    this.enter();
    const staged = new StagedVariables();
    const through: RunThroughEngine = {
      device: this.device,
      staged,
      enter: () => this.enter(),
      executableOf: run => this.rehearsed(run.program),
      tensorOf: variable => this.tensorOf(variable),
      rehearsing: body => this.rehearsing(body),
    };
    const rehearsals = runs.map(
      (run): Rehearsal =>
        isTired =>
          goThrough(run, through, isTired),
    );
    try {
      await this.orLost(compileAhead(rehearsals, stop));
    } finally {
      if (this.lost === null) staged.dispose();
    }
  }

  private rehearsed(program: Program): TensorExecutable {
    const known = this.built.get(program) ?? this.prepared.get(program);
    const executable = known ?? this.build(program);
    if (known === undefined) this.prepared.set(program, executable);
    return executable;
  }

  private rehearsing<T>(body: () => T): T {
    this.isRehearsing = true;
    try {
      return body();
    } finally {
      this.isRehearsing = false;
    }
  }

  compile(program: Program): Executable {
    const ready = this.prepared.get(program) ?? this.build(program);
    this.prepared.delete(program);
    this.built.set(program, ready);
    return ready;
  }

  private build(program: Program): TensorExecutable {
    this.enter();
    requireNarrow(program, this.backend);
    const simple = simplify(program);
    const executable = this.guard(
      () =>
        new TensorExecutable(
          {
            enter: () => this.enter(),
            guard: body => this.guard(body),
            within: this.device.within ?? (body => body()),
            packed: this.device.packed ?? null,
            isRehearsing: () => this.isRehearsing,
            limitBytes: this.device.limitBytes,
            variable: variable => this.tensorOf(variable),
            replace: (variable, tensor) => this.replace(variable, tensor),
            steps: fusedSteps,
            fuse: this.device.fuse,
          },
          simple,
          this.sizeOf(simple).workingBytes,
        ),
    );
    this.executables.add(executable);
    const dispose = executable.dispose.bind(executable);
    executable.dispose = () => {
      if (this.built.get(program) === executable) this.built.delete(program);
      if (this.executables.delete(executable) && this.lost === null) dispose();
    };
    return executable;
  }

  private tensorOf(variable: Variable): tf.Tensor {
    const known = this.variables.get(variable);
    if (known !== undefined) return known;
    const { shape, dtype } = variable;
    const tensor = this.guard(() => tf.keep(upload({ data: variable.initialValue().slice(), shape, dtype })));
    this.variables.set(variable, tensor);
    return tensor;
  }

  private replace(variable: Variable, tensor: tf.Tensor): void {
    this.variables.get(variable)?.dispose();
    this.variables.set(variable, tf.keep(tensor));
  }

  async read(value: DeviceValue | Variable): Promise<HostArray> {
    return (await this.readMany([value]))[0];
  }

  async readMany(values: readonly (DeviceValue | Variable)[]): Promise<HostArray[]> {
    this.enter();
    const tensors = values.map(value =>
      value instanceof Variable ? this.tensorOf(value) : (value as TensorValue).tensor,
    );
    const data = await this.orLost(this.guard(() => Promise.all(tensors.map(tensor => tensor.data()))));
    this.throwIfLost();
    this.throwIfRefused();
    return values.map((value, index) => ({
      shape: value.shape,
      dtype: value.dtype,
      data: hostData(data[index], value.dtype),
    }));
  }

  /** Values behind something that the device refused are no results. */
  private throwIfRefused(): void {
    const message = this.device.refused?.() ?? null;
    if (message === null) return;
    const error = this.withSizes(new Error(message));
    throw error instanceof OutOfMemoryError ? error : new ExecutionError(this.backend, {}, message);
  }

  /** The promise, or a rejection as soon as the device is lost. */
  private orLost<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const listener = (error: DeviceLostError) => reject(error);
      this.listeners.push(listener);
      const settle = () => this.listeners.splice(this.listeners.indexOf(listener), 1);
      promise.then(
        value => {
          settle();
          if (this.lost !== null) reject(this.lost);
          else resolve(value);
        },
        (error: unknown) => {
          settle();
          reject(this.lost ?? this.withSizes(error));
        },
      );
    });
  }

  write(variable: Variable, value: HostArray): void {
    this.enter();
    if (value.data.length !== variable.size) {
      throw new RangeError(
        `variable ${variable.name} holds ${variable.size} numbers, received ${value.data.length}`,
      );
    }
    const { shape, dtype } = variable;
    this.replace(
      variable,
      this.guard(() => upload({ data: roundNumbers(value.data, dtype).slice(), shape, dtype })),
    );
  }

  upload(value: HostArray): Resident {
    this.enter();
    const bytes = value.data.length * 4;
    const fits = this.residentBytes + bytes <= this.device.limitBytes * dataShare;
    const tensor = fits ? this.uploadIfRoom(value) : null;
    if (tensor !== null) this.residentBytes += bytes;
    const resident: TensorResident = { shape: value.shape, dtype: value.dtype, tensor, value, cells: null };
    this.residents.add(resident);
    return resident;
  }

  /** Null where the device gives no memory for it: its rows are then sent with each batch, while others compute. */
  private uploadIfRoom(value: HostArray): tf.Tensor | null {
    try {
      return tf.keep(upload(value));
    } catch (error) {
      if (noMemory.test((error as Error).message)) return null;
      throw error;
    }
  }

  dispose(values: readonly (DeviceValue | Resident | Variable)[]): void {
    if (this.lost !== null) return;
    for (const value of values) {
      if (value instanceof Variable) {
        this.variables.get(value)?.dispose();
        this.variables.delete(value);
      } else {
        const { tensor } = value as TensorValue | TensorResident;
        if (tensor !== null && !tensor.isDisposed) tensor.dispose();
        const resident = value as TensorResident;
        if (this.residents.delete(resident) && tensor !== null)
          this.residentBytes -= 4 * resident.value.data.length;
      }
    }
  }

  async evaluate(
    tensors: readonly Tensor[],
    updates: readonly Update[] = [],
    stop?: AbortSignal,
  ): Promise<HostArray[]> {
    const { program, feeds, isNew, run, forget } = this.eager.find(tensors, updates);
    if (isNew) {
      // Where it updates variables, what a second run needs besides the first is known as well, and they are secured.
      const expected = { program, feeds, isRead: true, readBehind: updates.map(({ variable }) => variable) };
      const runs = updates.length > 0 ? [expected, expected] : [expected];
      try {
        await this.rehearse(runs, stop);
      } catch (error) {
        // Nothing was computed: whoever asks again waits again.
        forget();
        throw error;
      }
    }
    const values = run();
    const arrays = await this.readMany(values);
    this.dispose(values);
    return arrays;
  }

  evaluateNow(
    tensors: readonly Tensor[],
    updates: readonly Update[] = [],
    canWait = false,
  ): HostArray[] | null {
    if (this.backend === 'webgpu') return null;
    const found = canWait ? this.eager.findKnown(tensors, updates) : this.eager.find(tensors, updates);
    if (found === null) return null;
    const values = found.run();
    const arrays = values.map(value => ({
      shape: value.shape,
      dtype: value.dtype,
      data: hostData((value as TensorValue).tensor.dataSync(), value.dtype),
    }));
    this.throwIfLost();
    this.dispose(values);
    return arrays;
  }

  passOver(): void {
    // Everything is compiled at its first use.
  }

  memory(): MemoryUse {
    const { numTensors, numBytes } = tf.memory();
    return { tensors: numTensors, bytes: numBytes };
  }

  estimate(program: Program): ProgramSize {
    return this.sizeOf(simplify(program));
  }

  private sizeOf(simple: Program): ProgramSize {
    const variableBytes = programVariables(simple).reduce((total, variable) => total + 4 * variable.size, 0);
    const { arenaBytes } = layOut(simple, separateSteps(simple));
    return { variableBytes, workingBytes: arenaBytes, limitBytes: this.device.limitBytes };
  }

  async secure(): Promise<void> {
    // Nothing is lost here without the engine, which opens no other.
  }

  onLost(listener: (error: DeviceLostError) => void): void {
    if (this.lost !== null) listener(this.lost);
    else this.listeners.push(listener);
  }

  /** Another device is another engine: who opened this one opens it. */
  async recover(): Promise<boolean> {
    return this.lost === null;
  }

  async finish(): Promise<void> {
    this.enter();
    if (this.device.finish !== undefined) return this.orLost(this.device.finish());
    const probe = tf.tidy(() => tf.add(tf.scalar(1), tf.scalar(1)));
    await this.orLost(probe.data());
    probe.dispose();
  }

  close(): void {
    // What a lost device held went with it.
    if (this.lost !== null) return;
    this.enter();
    this.eager.clear();
    for (const executable of [...this.executables]) executable.dispose();
    this.dispose([...this.variables.keys(), ...this.residents]);
  }
}
