// What runs programs, as the library sees it: types and errors only, implemented by src/training.
import type { HostData } from './attributes.ts';
import type { DType } from './dtypes.ts';
import { describeOrigin, type Origin } from './origin.ts';
import type { Program } from './program.ts';
import type { Tensor } from './tensor.ts';
import type { Variable } from './variable.ts';

/** Row-major contents on the host, in the array that `hostData` makes for the dtype. */
export interface HostArray {
  readonly data: HostData;
  readonly shape: readonly number[];
  readonly dtype: DType;
}

/** A result of a run, on the device until read. */
export interface DeviceValue {
  readonly shape: readonly number[];
  readonly dtype: DType;
}

/** A data set held by the engine, rows along the first axis; streamed in pieces when it is too large. */
export interface Resident {
  readonly shape: readonly number[];
  readonly dtype: DType;
}

/** What a placeholder receives: an array, or rows of resident data by index or by range [start, end). */
export type Feed =
  | HostArray
  | { readonly resident: Resident; readonly rows: Int32Array | readonly [number, number] };

export interface Executable {
  /** Submits one run: feeds in the order of the program's inputs, results in the order of its outputs. */
  run(feeds: readonly Feed[]): DeviceValue[];
  /** Bytes that one run needs besides variables and feeds. */
  readonly bytes: number;
  dispose(): void;
}

export interface MemoryUse {
  /** Live device arrays: variables, resident data and results that were not disposed. */
  readonly tensors: number;
  readonly bytes: number;
}

export type BackendName = 'cpu' | 'wasm' | 'webgl' | 'webgpu';

/** Whether a driver compiles what it computes with, and whether its device can be lost. */
export function isGraphics(backend: BackendName): boolean {
  return backend === 'webgl' || backend === 'webgpu';
}

/** A run to come, as far as what has to be compiled for it depends on it. */
export interface ExpectedRun {
  readonly program: Program;
  /** What it will be fed with; left out for arrays. */
  readonly feeds?: readonly Feed[];
  /** Whether its results are read. */
  readonly isRead?: boolean;
  /** Variables that are written before it. */
  readonly written?: readonly Variable[];
  /** Variables that are read behind it. */
  readonly readBehind?: readonly Variable[];
}

export interface Engine {
  readonly backend: BackendName;
  /** Why this backend, in one sentence for people. */
  readonly reason: string;
  /**
   * Whether the next step of a script's own loop may move it to the fastest backend: `evaluate` waits for that, and
   * `evaluateNow` leaves it to those who can wait.
   */
  readonly choosesForLoop: boolean;
  /**
   * Measures the program on the backends at hand and moves to the fastest; does nothing on a fixed backend.
   * @param stop ends it before it has moved: it rejects with the signal's reason, as do those below
   */
  prepare(program: Program, stop?: AbortSignal): Promise<void>;
  /**
   * Has everything compiled that these runs need, one after the other and from what variables hold now; nothing is
   * computed, and runs may go on meanwhile. Does nothing where no driver compiles.
   */
  rehearse(runs: readonly ExpectedRun[], stop?: AbortSignal): Promise<void>;
  /** Compiles a program with fully static shapes; the caller keeps and disposes the result. */
  compile(program: Program): Executable;
  read(value: DeviceValue | Variable): Promise<HostArray>;
  readMany(values: readonly (DeviceValue | Variable)[]): Promise<HostArray[]>;
  /** Replaces a variable's value. */
  write(variable: Variable, value: HostArray): void;
  /** Keeps an array on the device. */
  upload(value: HostArray): Resident;
  dispose(values: readonly (DeviceValue | Resident | Variable)[]): void;
  /**
   * Computes tensors at once, without placeholders; updates run too. Repeated structures are compiled once.
   * @param stop ends it while it compiles: then nothing has run
   */
  evaluate(
    tensors: readonly Tensor[],
    updates?: Program['updates'],
    stop?: AbortSignal,
  ): Promise<HostArray[]>;
  /**
   * The same without a promise, for code that cannot wait (`if loss < best:`); null where the device lets nobody wait
   * for it. Who can wait as well gets null also where a driver has to compile first, which `evaluate` waits for.
   */
  evaluateNow(
    tensors: readonly Tensor[],
    updates?: Program['updates'],
    canWait?: boolean,
  ): HostArray[] | null;
  /**
   * Counts a computation as done that a run before this one did: what is computed often is compiled, which rounds a
   * little otherwise, and a run that goes on is to round as one that was never lost.
   */
  passOver(tensors: readonly Tensor[], updates?: Program['updates']): void;
  memory(): MemoryUse;
  /** Bytes that a program would need: variables, and the largest sum of values alive at once. */
  estimate(program: Program): ProgramSize;
  /** Calls back once when the device is lost; every later call throws DeviceLostError. */
  onLost(listener: (error: DeviceLostError) => void): void;
  /**
   * After a DeviceLostError: opens another device, on which every variable holds what was last read or written (its
   * initial value, if neither). False where nothing else works; true at once where nothing was lost.
   */
  recover(): Promise<boolean>;
  /** Set while somebody goes back to checkpoints of their own after a loss; otherwise `secure` is what is gone back to. */
  ownCheckpoints: boolean;
  /**
   * Behind a step of a script's own loop: reads now and then what changed on a device that can be lost, so that little
   * is lost with it.
   */
  secure(): Promise<void>;
  /** Resolves when everything submitted has run. */
  finish(): Promise<void>;
  close(): void;
}

export interface ProgramSize {
  readonly variableBytes: number;
  readonly workingBytes: number;
  /** What the device can hold, as far as known. */
  readonly limitBytes: number;
}

/** The graphics context or device went away; open a new engine and write the checkpoint into it. */
export class DeviceLostError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DeviceLostError';
  }
}

/** A program that does not fit, with its numbers and, where one operation found no room, its place. */
export class OutOfMemoryError extends Error {
  readonly size: ProgramSize;
  readonly origin: Origin;
  constructor(message: string, size: ProgramSize, origin: Origin = {}) {
    const place = describeOrigin(origin);
    super(place === '' ? message : `${place}: ${message}`);
    this.name = 'OutOfMemoryError';
    this.size = size;
    this.origin = origin;
  }
}

/** A failure while compiling or running, with the operation and the place it came from. */
export class ExecutionError extends Error {
  readonly operation: string;
  readonly origin: Origin;
  constructor(operation: string, origin: Origin, message: string) {
    const place = describeOrigin(origin);
    super(place === '' ? `${operation}: ${message}` : `${operation} (${place}): ${message}`);
    this.name = 'ExecutionError';
    this.operation = operation;
    this.origin = origin;
  }
}
