/** What a script's own training is brought back from, without computing its steps again: plain data for a checkpoint. */
import type { HostArray } from '../../graph/engine.ts';
import type { Tensor } from '../../graph/tensor.ts';

export interface LoopCheckpoint {
  /** How often the script's own code had changed variables: a place in the script, the same when it runs again. */
  readonly changes: number;
  /** How many of these were steps of training. */
  readonly steps: number;
  /** Learning rates that were set from outside. */
  readonly rates: readonly GivenRate[];
  /** Null where too much was read to be kept: what the script computed is then computed again. */
  readonly journal: LoopJournal | null;
}

export interface GivenRate {
  /** Before which of the steps that the script asked its optimizers for, from 1. */
  readonly place: number;
  readonly rate: number;
}

export interface LoopJournal {
  /** What the script read from the device up to the change, one array behind the other (`ValueLog`). */
  readonly read: Uint8Array;
  /** Says whether a script that runs again has gone the same way. */
  readonly way: number;
  /** Variables in the order in which the script changed them first; null for those that are gone. */
  readonly variables: readonly (NamedArray | null)[];
  /** Tensors that the script may still hold and has not read, by their numbers. */
  readonly tensors: readonly NumberedArray[];
}

export interface NamedArray {
  readonly name: string;
  readonly value: HostArray;
}

export interface NumberedArray {
  readonly number: number;
  readonly value: HostArray;
}

/** A script that runs again does not do what it did before: what was kept of it is of no use. */
export class WayLost extends Error {
  constructor() {
    super('the script went another way than before its run was lost');
    this.name = 'WayLost';
  }
}

/** Whether a tensor is the same whenever it is computed: of numbers alone, without variables or chance. */
export class Repeatable {
  readonly #known = new WeakMap<Tensor, boolean>();

  /** Constants that stand for what was not repeatable. */
  exclude(constant: Tensor): void {
    this.#known.set(constant, false);
  }

  has(tensor: Tensor): boolean {
    const stack = [tensor];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const open = this.#known.has(top) ? [] : top.inputs.filter(input => !this.#known.has(input));
      stack.push(...open);
      if (open.length > 0) continue;
      if (!this.#known.has(top))
        this.#known.set(top, !isChanging(top) && top.inputs.every(input => this.#known.get(input)));
      stack.pop();
    }
    return this.#known.get(tensor) as boolean;
  }
}

function isChanging({ op }: Tensor): boolean {
  return op === 'variable' || op.startsWith('random');
}
