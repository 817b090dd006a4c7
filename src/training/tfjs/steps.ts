// The steps of a program, or of one turn of a loop, by TensorFlow.js kernels: in order, values freed after their last use.
import * as tf from '@tensorflow/tfjs-core';
import { ExecutionError, OutOfMemoryError } from '../../graph/engine.ts';
import { loopInputs } from '../../graph/loop.ts';
import { type Program, programRoots } from '../../graph/program.ts';
import { sameShape, staticShape } from '../../graph/shapes.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import { isLeaf, type Step, sourceOf, stepReads, stepWrites } from '../host/steps.ts';
import { type FusedKernel, noMemory, type TensorDevice, upload } from './executable.ts';
import { type DeviceKernel, deviceKernel } from './kernels.ts';
import { type LoopValue, TensorLoop } from './loop.ts';

export interface StepsDevice extends TensorDevice {
  /** What the whole program needs at once. */
  readonly bytes: number;
}

interface Prepared {
  readonly step: Step;
  readonly kernel: DeviceKernel | null;
  readonly fused: FusedKernel | null;
  readonly loop: TensorLoop | null;
  /** Sources that nothing reads after this step. */
  readonly last: readonly Tensor[];
}

/** What has been computed so far. */
interface State {
  readonly values: Map<Tensor, tf.Tensor>;
  /** Results of loops, as the turns left them. */
  readonly loops: Map<Tensor, LoopValue>;
  /** Forms in which matrix products read tensors. */
  readonly packed: Map<Tensor, tf.Tensor>;
}

export class TensorSteps {
  /** Placeholders, variables and constants that are read. */
  readonly leaves: readonly Tensor[];
  /** Those that only matrix products read. */
  readonly operands: ReadonlySet<Tensor>;
  private readonly device: StepsDevice;
  private readonly program: Program;
  private readonly prepared: readonly Prepared[];
  private readonly constants = new Map<Tensor, tf.Tensor>();
  /** Sources that several matrix products read. */
  private readonly shared: ReadonlySet<Tensor>;

  constructor(device: StepsDevice, program: Program) {
    this.device = device;
    this.program = program;
    const steps = device.steps(program);
    const roots = programRoots(program).map(sourceOf);
    this.leaves = [...new Set<Tensor>([...roots, ...steps.flatMap(stepReads)])].filter(isLeaf);
    for (const tensor of this.leaves) {
      if (tensor.op !== 'constant') continue;
      const shape = staticShape('constant', tensor.shape);
      const { data } = attributesOf(tensor, 'constant');
      this.constants.set(tensor, tf.keep(upload({ data, shape, dtype: tensor.dtype })));
    }
    this.operands = readByProductsOnly(steps, this.leaves);
    const last = lastReads(steps, new Set(roots));
    this.prepared = steps.map((step, index) => ({ ...this.prepare(step), last: last.get(index) ?? [] }));
    this.shared = device.packed === null ? new Set() : readBySeveralProducts(steps);
  }

  private prepare(step: Step): Omit<Prepared, 'last'> {
    if (step.kind === 'elementwise') {
      return { step, kernel: null, loop: null, fused: this.device.fuse(step) };
    }
    const { node } = step;
    const loop = node.op === 'loop' ? new TensorLoop(this.device, attributesOf(node, 'loop').body) : null;
    const kernel = loop === null && node.op !== 'loopResult' ? kernelOf(node) : null;
    return { step, kernel, loop, fused: null };
  }

  /** The roots of the program, from the values of its leaves; the map gains what is computed. */
  run(values: Map<Tensor, tf.Tensor>): tf.Tensor[] {
    const state = this.begin(values);
    this.goOn(state, 0, () => false);
    return this.roots(state);
  }

  /** The same with pauses, in which other work may be done: within one of its parts `within` is in force. */
  *runInParts(
    values: () => Map<Tensor, tf.Tensor>,
    isTired: () => boolean,
    within: <T>(body: () => T) => T,
  ): Generator<void, tf.Tensor[]> {
    let state: State | null = null;
    let place = 0;
    let held: tf.Tensor[] = [];
    const part = () => {
      state ??= this.begin(values());
      place = this.goOn(state, place, isTired);
      return heldBy(state);
    };
    try {
      for (;;) {
        held = tf.tidy(() => within(part));
        if (place === this.prepared.length) break;
        yield;
      }
      return tf.tidy(() => within(() => this.roots(state as unknown as State)));
    } finally {
      for (const tensor of held) if (!tensor.kept && !tensor.isDisposed) tensor.dispose();
    }
  }

  private begin(values: Map<Tensor, tf.Tensor>): State {
    for (const [tensor, value] of this.constants) values.set(tensor, value);
    return { values, loops: new Map(), packed: new Map() };
  }

  /** Computes from a step on, to the end or until it is tired. @returns the next step */
  private goOn(state: State, from: number, isTired: () => boolean): number {
    for (let place = from; place < this.prepared.length; place++) {
      const prepared = this.prepared[place];
      this.compute(prepared, state);
      for (const tensor of prepared.last) {
        state.values.get(tensor)?.dispose();
        state.packed.get(tensor)?.dispose();
        state.loops.get(tensor)?.dispose();
      }
      if (isTired()) return place + 1;
    }
    return this.prepared.length;
  }

  private roots(state: State): tf.Tensor[] {
    return programRoots(this.program).map(root => tf.clone(this.resolve(root, state)));
  }

  private compute({ step, kernel, fused, loop }: Prepared, state: State): void {
    const resolve = (tensor: Tensor) => this.resolve(tensor, state);
    const target = step.kind === 'single' ? step.node : step.outputs[0];
    try {
      if (fused !== null && step.kind === 'elementwise') {
        const results = fused(step.inputs.map(resolve));
        for (const [index, output] of step.outputs.entries()) state.values.set(output, results[index]);
      } else if (loop !== null) state.loops.set(target, this.runLoop(loop, target, state));
      else if (kernel !== null) {
        const operand = target.op === 'matmul' ? (tensor: Tensor) => this.operand(tensor, state) : resolve;
        state.values.set(target, kernel(target, target.inputs.map(operand)));
      }
    } catch (error) {
      throw this.failure(target, error as Error);
    }
  }

  private resolve(tensor: Tensor, { values, loops }: State): tf.Tensor {
    const source = sourceOf(tensor);
    let value = values.get(source);
    if (value === undefined && source.op === 'loopResult') {
      const { index } = attributesOf(source, 'loopResult');
      value = (loops.get(source.inputs[0]) as LoopValue).whole(index);
      values.set(source, value);
    }
    if (value === undefined) throw new RangeError(`${source.op} was not computed`);
    return sameShape(source.shape, tensor.shape)
      ? value
      : tf.reshape(value, [...staticShape('reshape', tensor.shape)]);
  }

  private operand(tensor: Tensor, state: State): tf.Tensor {
    const value = this.resolve(tensor, state);
    if (this.device.packed === null || !this.shared.has(tensor)) return value;
    const known = state.packed.get(tensor) ?? this.device.packed(value);
    state.packed.set(tensor, known);
    return known;
  }

  /** What another loop emitted is taken turn by turn, without joining it first. */
  private runLoop(loop: TensorLoop, node: Tensor, state: State): LoopValue {
    const { sequences, starts, captured } = loopInputs(attributesOf(node, 'loop').body, node.inputs);
    const turnsOf = (tensor: Tensor): tf.Tensor | readonly tf.Tensor[] => {
      const emitted =
        tensor.op === 'loopResult' && !state.values.has(tensor)
          ? state.loops.get(tensor.inputs[0])?.turns(attributesOf(tensor, 'loopResult').index)
          : undefined;
      return emitted ?? this.resolve(tensor, state);
    };
    const whole = (tensor: Tensor) => this.resolve(tensor, state);
    return loop.run(sequences.map(turnsOf), starts.map(whole), captured.map(whole));
  }

  /** A kernel's error with its layer and line; for want of memory with what the program and the device hold. */
  private failure({ op, origin }: Tensor, error: Error): Error {
    if (error instanceof ExecutionError || error instanceof OutOfMemoryError) return error;
    if (!noMemory.test(error.message)) return new ExecutionError(op, origin, error.message);
    const { limitBytes, bytes } = this.device;
    const size = { variableBytes: tf.memory().numBytes, workingBytes: bytes, limitBytes };
    return new OutOfMemoryError(error.message, size, origin);
  }

  dispose(): void {
    for (const { loop } of this.prepared) loop?.dispose();
    for (const tensor of this.constants.values()) tensor.dispose();
    this.constants.clear();
  }
}

/** What lives on between parts of a run. */
function heldBy({ values, loops, packed }: State): tf.Tensor[] {
  const held = [...values.values(), ...packed.values(), ...[...loops.values()].flatMap(loop => loop.tensors)];
  return held.filter(tensor => !tensor.isDisposed);
}

/** By step, the sources that nothing reads later; a loop's turns are read where its results are. */
function lastReads(steps: readonly Step[], pinned: ReadonlySet<Tensor>): Map<number, Tensor[]> {
  const lastRead = new Map<Tensor, number>();
  steps.forEach((step, index) => {
    for (const tensor of [...stepReads(step), ...stepWrites(step)]) {
      lastRead.set(tensor, index);
      if (tensor.op === 'loopResult') lastRead.set(tensor.inputs[0], index);
    }
  });
  const kept = new Set(
    [...pinned].flatMap(tensor => [tensor, ...(tensor.op === 'loopResult' ? tensor.inputs : [])]),
  );
  const result = new Map<number, Tensor[]>();
  for (const [tensor, index] of lastRead) {
    if (kept.has(tensor) || isLeaf(tensor)) continue;
    const list = result.get(index);
    if (list === undefined) result.set(index, [tensor]);
    else list.push(tensor);
  }
  return result;
}

function readByProductsOnly(steps: readonly Step[], leaves: readonly Tensor[]): Set<Tensor> {
  const found = new Set<Tensor>();
  for (const step of steps) {
    if (step.kind === 'single' && step.node.op === 'matmul')
      for (const input of step.node.inputs) if (leaves.includes(input)) found.add(input);
  }
  for (const step of steps) {
    if (step.kind === 'single' && step.node.op === 'matmul') continue;
    for (const tensor of stepReads(step)) found.delete(tensor);
  }
  return found;
}

function readBySeveralProducts(steps: readonly Step[]): Set<Tensor> {
  const [once, again] = [new Set<Tensor>(), new Set<Tensor>()];
  for (const step of steps) {
    if (step.kind !== 'single' || step.node.op !== 'matmul') continue;
    for (const input of new Set(step.node.inputs)) (once.has(input) ? again : once).add(input);
  }
  return again;
}

function kernelOf(node: Tensor): DeviceKernel {
  try {
    return deviceKernel(node);
  } catch (error) {
    throw new ExecutionError(node.op, node.origin, (error as Error).message);
  }
}
