// A program on a TensorFlow.js backend: steps in order, values freed after their last use.
import * as tf from '@tensorflow/tfjs-core';
import {
  type DeviceValue,
  type Executable,
  ExecutionError,
  type Feed,
  type HostArray,
  OutOfMemoryError,
} from '../../graph/engine.ts';
import { type Program, programRoots } from '../../graph/program.ts';
import type { SeedStream } from '../../graph/random.ts';
import { type Cells, newCells } from '../../graph/reference/index.ts';
import { sameShape, sizeOf, staticShape } from '../../graph/shapes.ts';
import { collectStreams } from '../../graph/streams.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import type { Variable } from '../../graph/variable.ts';
import { isLeaf, type Step, sourceOf, stepReads, stepWrites } from '../host/steps.ts';
import { cellsFor, copyFeed } from '../host/values.ts';
import { type DeviceKernel, deviceKernel, deviceType } from './kernels.ts';

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
  /** The form in which matrix products read a tensor, for those that several read; null where there is one form. */
  readonly packed: ((value: tf.Tensor) => tf.Tensor) | null;
}

/** A tensor with the contents of a host array. */
export function upload(value: HostArray): tf.Tensor {
  const type = deviceType(value.dtype);
  const data =
    type === 'float32' && !(value.data instanceof Float32Array) ? Float32Array.from(value.data) : value.data;
  return tf.tensor(data, [...value.shape], type);
}

/** What TensorFlow.js says where the device gives no more. */
export const noMemory = /memory|allocation|texture size|unable to create webgltexture/i;

interface Prepared {
  readonly step: Step;
  readonly kernel: DeviceKernel | null;
  readonly fused: FusedKernel | null;
  /** Sources that nothing reads after this step. */
  readonly last: readonly Tensor[];
}

export class TensorExecutable implements Executable {
  readonly bytes: number;
  private readonly program: Program;
  private readonly device: TensorDevice;
  private readonly prepared: readonly Prepared[];
  private readonly constants = new Map<Tensor, tf.Tensor>();
  private readonly variables: readonly Tensor[];
  private readonly streams: readonly SeedStream[];
  /** Sources that several matrix products read. */
  private readonly shared: ReadonlySet<Tensor>;

  constructor(device: TensorDevice, program: Program, bytes: number) {
    this.device = device;
    this.program = program;
    this.bytes = bytes;
    const steps = device.steps(program);
    const leaves = new Set<Tensor>([...programRoots(program).map(sourceOf), ...steps.flatMap(stepReads)]);
    this.variables = [...leaves].filter(tensor => tensor.op === 'variable');
    for (const tensor of leaves) {
      if (tensor.op !== 'constant') continue;
      const shape = staticShape('constant', tensor.shape);
      const { data } = attributesOf(tensor, 'constant');
      this.constants.set(tensor, tf.keep(upload({ data, shape, dtype: tensor.dtype })));
    }
    const pinned = new Set(programRoots(program).map(sourceOf));
    const lastRead = new Map<Tensor, number>();
    steps.forEach((step, index) => {
      for (const tensor of [...stepReads(step), ...stepWrites(step)]) lastRead.set(tensor, index);
    });
    this.prepared = steps.map((step, index) => ({
      step,
      kernel: step.kind === 'single' ? prepare(step.node) : null,
      fused: step.kind === 'elementwise' ? device.fuse(step) : null,
      last: [...lastRead]
        .filter(([tensor, at]) => at === index && !pinned.has(tensor) && !isLeaf(tensor))
        .map(([tensor]) => tensor),
    }));
    this.streams = collectStreams(programRoots(program));
    this.shared = device.packed === null ? new Set() : readBySeveralProducts(steps);
  }

  run(feeds: readonly Feed[]): DeviceValue[] {
    this.device.enter();
    const results = this.device.guard(() => tf.tidy(() => this.device.within(() => this.compute(feeds))));
    const { outputs, updates } = this.program;
    for (let index = 0; index < updates.length; index++) {
      this.device.replace(updates[index].variable, results[outputs.length + index]);
    }
    for (const stream of this.streams) stream.position++;
    return outputs.map((output, index): TensorValue => {
      return { shape: staticShape('output', output.shape), dtype: output.dtype, tensor: results[index] };
    });
  }

  private compute(feeds: readonly Feed[]): tf.Tensor[] {
    const values = new Map<Tensor, tf.Tensor>(this.constants);
    for (const tensor of this.variables)
      values.set(tensor, this.device.variable(attributesOf(tensor, 'variable').variable));
    for (const [index, input] of this.program.inputs.entries()) values.set(input, fed(feeds[index], input));
    const resolve = (tensor: Tensor): tf.Tensor => {
      const source = sourceOf(tensor);
      const value = values.get(source) as tf.Tensor;
      return sameShape(source.shape, tensor.shape)
        ? value
        : tf.reshape(value, [...staticShape('reshape', tensor.shape)]);
    };
    const packed = new Map<Tensor, tf.Tensor>();
    const operand = (tensor: Tensor): tf.Tensor => {
      const value = resolve(tensor);
      if (this.device.packed === null || !this.shared.has(tensor)) return value;
      const known = packed.get(tensor) ?? this.device.packed(value);
      packed.set(tensor, known);
      return known;
    };
    for (const { step, kernel, fused, last } of this.prepared) {
      if (step.kind === 'single') {
        try {
          values.set(
            step.node,
            (kernel as DeviceKernel)(
              step.node,
              step.node.inputs.map(step.node.op === 'matmul' ? operand : resolve),
            ),
          );
        } catch (error) {
          throw this.failure(step.node, error as Error);
        }
      } else {
        const results = this.fusedResults(step, fused as FusedKernel, resolve);
        for (const [index, output] of step.outputs.entries()) values.set(output, results[index]);
      }
      for (const tensor of last) {
        values.get(tensor)?.dispose();
        packed.get(tensor)?.dispose();
      }
    }
    return programRoots(this.program).map(root => tf.clone(resolve(root)));
  }

  private fusedResults(
    step: Step & { kind: 'elementwise' },
    kernel: FusedKernel,
    resolve: (tensor: Tensor) => tf.Tensor,
  ): tf.Tensor[] {
    try {
      return kernel(step.inputs.map(resolve));
    } catch (error) {
      throw this.failure(step.outputs[0], error as Error);
    }
  }

  /** A kernel's error with its layer and line; for want of memory with what the program and the device hold. */
  private failure({ op, origin }: Tensor, error: Error): Error {
    if (!noMemory.test(error.message)) return new ExecutionError(op, origin, error.message);
    const { limitBytes } = this.device;
    const size = { variableBytes: tf.memory().numBytes, workingBytes: this.bytes, limitBytes };
    return new OutOfMemoryError(error.message, size, origin);
  }

  dispose(): void {
    for (const tensor of this.constants.values()) tensor.dispose();
    this.constants.clear();
  }
}

function readBySeveralProducts(steps: readonly Step[]): Set<Tensor> {
  const [once, again] = [new Set<Tensor>(), new Set<Tensor>()];
  for (const step of steps) {
    if (step.kind !== 'single' || step.node.op !== 'matmul') continue;
    for (const input of new Set(step.node.inputs)) (once.has(input) ? again : once).add(input);
  }
  return again;
}

function prepare(node: Tensor): DeviceKernel {
  try {
    return deviceKernel(node);
  } catch (error) {
    throw new ExecutionError(node.op, node.origin, (error as Error).message);
  }
}

function fed(feed: Feed, input: Tensor): tf.Tensor {
  const shape = staticShape('input', input.shape);
  const value = 'resident' in feed ? rowsOf(feed.resident as TensorResident, feed.rows, input) : upload(feed);
  const typed = tf.cast(value, deviceType(input.dtype));
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
  return tf.tensor(cells, [...staticShape('input', input.shape)], deviceType(input.dtype));
}
