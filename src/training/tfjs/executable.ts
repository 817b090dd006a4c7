// A program on a TensorFlow.js backend: steps in order, values freed after their last use.
import * as tf from '@tensorflow/tfjs-core';
import type { DeviceValue, Executable, Feed, HostArray } from '../../graph/engine.ts';
import { type Program, programRoots } from '../../graph/program.ts';
import type { SeedStream } from '../../graph/random.ts';
import { type Cells, newCells } from '../../graph/reference/index.ts';
import { sameShape, sizeOf, staticShape } from '../../graph/shapes.ts';
import { collectStreams } from '../../graph/streams.ts';
import { attributesOf, hostData, type Tensor } from '../../graph/tensor.ts';
import type { Variable } from '../../graph/variable.ts';
import type { Step } from '../host/steps.ts';
import { cellsFor, copyFeed } from '../host/values.ts';
import { castTo, deviceData, deviceType } from './kernels.ts';
import type { StagedVariables } from './staged-variables.ts';
import { TensorSteps } from './steps.ts';

export interface TensorValue extends DeviceValue {
  readonly tensor: tf.Tensor;
}

export interface TensorResident {
  readonly shape: readonly number[];
  readonly dtype: HostArray['dtype'];
  /** Null where the data set is too large for the device; its rows are then sent with each run. */
  readonly tensor: tf.Tensor | null;
  readonly value: HostArray;
  /** The contents as they are sent, once some were. */
  cells: Cells | null;
}

/** Computes a fused step's outputs, in order. */
export type FusedKernel = (inputs: readonly tf.Tensor[]) => tf.Tensor[];

/** What an executable needs of its engine. */
export interface TensorDevice {
  enter(): void;
  /** Runs something that takes memory of the device; for want of it OutOfMemoryError. */
  guard<T>(body: () => T): T;
  variable(variable: Variable): tf.Tensor;
  replace(variable: Variable, tensor: tf.Tensor): void;
  steps(program: Program): readonly Step[];
  fuse(step: Step & { kind: 'elementwise' }): FusedKernel;
  /** What the device is taken to hold. */
  readonly limitBytes: number;
  /** Runs the kernels of a program with the settings that suit them. */
  within<T>(body: () => T): T;
  /** Whether kernels only compile their shaders now, so that what they give means nothing. */
  isRehearsing(): boolean;
  /** The form in which matrix products read a tensor, for those that several read; null where there is one form. */
  readonly packed: ((value: tf.Tensor) => tf.Tensor) | null;
}

/** A tensor with the contents of a host array. */
export function upload(value: HostArray): tf.Tensor {
  const type = deviceType(value.dtype);
  return tf.tensor(deviceData(value.data, value.dtype), [...value.shape], type);
}

/** What TensorFlow.js says where the device gives no more. */
export const noMemory = /memory|allocation|texture size|unable to create webgltexture/i;

export class TensorExecutable implements Executable {
  readonly bytes: number;
  private readonly program: Program;
  private readonly device: TensorDevice;
  private readonly steps: TensorSteps;
  private readonly variables: readonly Tensor[];
  private readonly streams: readonly SeedStream[];

  constructor(device: TensorDevice, program: Program, bytes: number) {
    this.device = device;
    this.program = program;
    this.bytes = bytes;
    this.steps = new TensorSteps({ ...device, bytes }, program);
    this.variables = this.steps.leaves.filter(tensor => tensor.op === 'variable');
    this.streams = collectStreams(programRoots(program));
  }

  run(feeds: readonly Feed[]): DeviceValue[] {
    this.device.enter();
    const results = this.device.guard(() =>
      tf.tidy(() => this.device.within(() => this.steps.run(this.leaves(feeds, null)))),
    );
    const { outputs, updates } = this.program;
    for (let index = 0; index < updates.length; index++) {
      this.device.replace(updates[index].variable, results[outputs.length + index]);
    }
    for (const stream of this.streams) stream.position++;
    return outputs.map((output, index): TensorValue => {
      return { shape: staticShape('output', output.shape), dtype: output.dtype, tensor: results[index] };
    });
  }

  /**
   * Goes through the kernels of a run and leaves everything as it was: what becomes of variables is staged. The results
   * belong to the caller.
   */
  *rehearse(
    feeds: readonly Feed[] | undefined,
    staged: StagedVariables,
    isTired: () => boolean,
  ): Generator<void, tf.Tensor[]> {
    const given = feeds ?? this.program.inputs.map(emptyFeed);
    const results = yield* this.steps.runInParts(
      () => this.leaves(given, staged),
      isTired,
      this.device.within,
    );
    const { outputs, updates } = this.program;
    for (const [index, { variable }] of updates.entries())
      staged.replace(variable, results[outputs.length + index]);
    return results.slice(0, outputs.length);
  }

  /** What the steps begin with. */
  private leaves(feeds: readonly Feed[], staged: StagedVariables | null): Map<Tensor, tf.Tensor> {
    const values = new Map<Tensor, tf.Tensor>();
    for (const tensor of this.variables) {
      const { variable } = attributesOf(tensor, 'variable');
      values.set(tensor, staged?.of(variable) ?? this.device.variable(variable));
    }
    for (const [index, input] of this.program.inputs.entries()) values.set(input, fed(feeds[index], input));
    return values;
  }

  dispose(): void {
    this.steps.dispose();
  }
}

function emptyFeed({ shape, dtype }: Tensor): HostArray {
  const lengths = staticShape('input', shape);
  return { shape: lengths, dtype, data: hostData(new Float32Array(sizeOf(lengths) as number), dtype) };
}

function fed(feed: Feed, input: Tensor): tf.Tensor {
  const shape = staticShape('input', input.shape);
  const value = 'resident' in feed ? rowsOf(feed.resident as TensorResident, feed.rows, input) : upload(feed);
  const typed = castTo(value, deviceType(input.dtype));
  if (!sameShape(typed.shape, shape)) return tf.reshape(typed, [...shape]);
  return typed;
}

function rowsOf(
  data: TensorResident,
  rows: Int32Array | readonly [number, number],
  input: Tensor,
): tf.Tensor {
  const { tensor } = data;
  if (tensor === null) return streamed(data, rows, input);
  if (rows instanceof Int32Array) return tf.gather(tensor, tf.tensor1d(rows, 'int32'));
  const [start, end] = rows;
  if (start === 0 && end === tensor.shape[0]) return tensor;
  return tf.slice(
    tensor,
    [start, ...tensor.shape.slice(1).map(() => 0)],
    [end - start, ...tensor.shape.slice(1)],
  );
}

/** The rows gathered on the host and uploaded. */
function streamed(
  data: TensorResident,
  rows: Int32Array | readonly [number, number],
  input: Tensor,
): tf.Tensor {
  const cells = newCells(input.dtype, sizeOf(staticShape('input', input.shape)) as number);
  data.cells ??= cellsFor(data.value, data.dtype);
  const resident = { shape: data.shape, dtype: data.dtype, cells: data.cells };
  copyFeed({ resident, rows }, input, cells);
  return tf.tensor(
    deviceData(cells, input.dtype),
    [...staticShape('input', input.shape)],
    deviceType(input.dtype),
  );
}
