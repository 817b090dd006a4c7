/** How an optimizer is described: one file each, collected in index.ts. */

import type { Shape } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { ArgumentReader } from '../objects/arguments.ts';

/** Memory that an optimizer keeps for one variable. */
export interface Slot {
  read(): Tensor;
  /** Replaces the value and returns it. */
  assign(value: Tensor): Tensor;
}

/** One variable's turn in one step. */
export interface UpdateStep {
  readonly gradient: Tensor;
  /** The variable's value before this step (after weight decay). */
  readonly value: Tensor;
  readonly rate: Tensor;
  /** The number of this step, from 1, as a float. */
  readonly step: Tensor;
  /** Memory of this variable's own. */
  slot(name: string, initial?: number, shape?: Shape): Slot;
  /** A number shared by all variables that changes once a step. */
  shared(name: string, initial: number): Slot;
}

/** The variable's next value. */
export type UpdateRule = (step: UpdateStep) => Tensor;

export interface OptimizerDefinition {
  /** The class's name; strings name it in any case. */
  readonly name: string;
  /** Parameters of its own, as Python writes them, learning rate first. */
  readonly parameters: string;
  /** The default of the `name` argument. */
  readonly defaultName: string;
  /** The default of `weight_decay`. */
  readonly weightDecay?: number;
  readonly documentation: string;
  readonly source: string;
  readonly init: (args: ArgumentReader) => UpdateRule;
}
