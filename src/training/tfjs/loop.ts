// Loops turn by turn: the body's steps are prepared once, and what turns emit stays apart until somebody needs it whole.
import * as tf from '@tensorflow/tfjs-core';
import type { LoopBody } from '../../graph/loop.ts';
import type { Program } from '../../graph/program.ts';
import { staticShape } from '../../graph/shapes.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { type StepsDevice, TensorSteps } from './steps.ts';

/** The results of a loop: last states, and for everything emitted a tensor a turn. */
export class LoopValue {
  private readonly states: readonly tf.Tensor[];
  private readonly emitted: readonly (readonly tf.Tensor[])[];

  constructor(states: readonly tf.Tensor[], emitted: readonly (readonly tf.Tensor[])[]) {
    this.states = states;
    this.emitted = emitted;
  }

  /** A result as one tensor. */
  whole(index: number): tf.Tensor {
    if (index < this.states.length) return tf.clone(this.states[index]);
    return tf.stack([...this.emitted[index - this.states.length]]);
  }

  /** What the turns emitted; undefined for a state. */
  turns(index: number): readonly tf.Tensor[] | undefined {
    return this.emitted[index - this.states.length];
  }

  get tensors(): readonly tf.Tensor[] {
    return [...this.states, ...this.emitted.flat()];
  }

  dispose(): void {
    for (const tensor of this.tensors) tensor.dispose();
  }
}

/**
 * The first turns find states as they begin and as turns leave them, the last one what another loop emitted first; those
 * between need no other shaders.
 */
const REHEARSED = 3;

export class TensorLoop {
  private readonly body: LoopBody;
  private readonly steps: TensorSteps;
  private readonly device: StepsDevice;

  constructor(device: StepsDevice, body: LoopBody) {
    this.body = body;
    this.device = device;
    const program: Program = {
      inputs: [...body.slices, ...body.captured],
      outputs: [...body.next, ...body.emitted],
      updates: [],
    };
    this.steps = new TensorSteps(device, program);
  }

  /** Runs all turns; a sequence is one tensor, or one for each turn. */
  run(
    sequences: readonly (tf.Tensor | readonly tf.Tensor[])[],
    starts: readonly tf.Tensor[],
    captured: readonly tf.Tensor[],
  ): LoopValue {
    const { body } = this;
    const { packed } = this.device;
    const { operands } = this.steps;
    // What products of every turn read is brought into their form once.
    const fixed = captured.map((tensor, place) =>
      packed !== null && operands.has(body.captured[place]) ? packed(tensor) : tensor,
    );
    const emitted = body.emitted.map(() => new Array<tf.Tensor>(body.turns));
    let states = starts.map(start => tf.clone(start));
    const rehearsing = this.device.isRehearsing();
    for (let turn = 0; turn < body.turns; turn++) {
      const index = body.backwards ? body.turns - 1 - turn : turn;
      if (rehearsing && turn >= REHEARSED && turn < body.turns - 1) {
        const like = body.backwards ? index + 1 : index - 1;
        for (const list of emitted) list[index] = tf.clone(list[like]);
        continue;
      }
      const results = tf.tidy(() => {
        const values = new Map<Tensor, tf.Tensor>();
        body.slices.forEach((leaf, place) => {
          values.set(leaf, turnOf(sequences[place], index, leaf));
        });
        body.captured.forEach((leaf, place) => {
          values.set(leaf, fixed[place]);
        });
        body.states.forEach((state, place) => {
          values.set(state.read(), states[place]);
        });
        return this.steps.run(values);
      });
      for (const state of states) state.dispose();
      states = results.slice(0, states.length);
      for (const [place, list] of emitted.entries()) list[index] = results[states.length + place];
    }
    fixed.forEach((tensor, place) => {
      if (tensor !== captured[place]) tensor.dispose();
    });
    return new LoopValue(states, emitted);
  }

  dispose(): void {
    this.steps.dispose();
  }
}

function turnOf(sequence: tf.Tensor | readonly tf.Tensor[], index: number, leaf: Tensor): tf.Tensor {
  if (!(sequence instanceof tf.Tensor)) return sequence[index];
  const shape = [...staticShape('slice', leaf.shape)];
  return tf.reshape(tf.slice(sequence, [index, ...shape.map(() => 0)], [1, ...shape]), shape);
}
