// When the backend for a script's own loop of training is chosen: at its second step, as the first one still makes slots.
import type { Program } from '../graph/program.ts';

/** Steps after which a loop stays where it is: they could not wait, or are too small to be worth it. */
const MOST_STEPS = 16;

export class LoopPlacement {
  private steps = 0;
  /** Whether a step is worth measuring. */
  private readonly isWorthIt: (program: Program) => boolean;

  constructor(isWorthIt: (program: Program) => boolean) {
    this.isWorthIt = isWorthIt;
  }

  /** Whether the next step may be the one that is measured, which somebody has to wait for. */
  get isOpen(): boolean {
    return this.steps > 0 && this.steps <= MOST_STEPS;
  }

  /** Counts a step that was done before, in a run that goes on. */
  pass(program: Program): void {
    if (learns(program) && this.steps === 0) this.steps = 1;
  }

  /** Whether the backend is to be chosen for this program now, before it runs; counts it where it is a step. */
  isDue(program: Program): boolean {
    if (this.steps > MOST_STEPS || !learns(program)) return false;
    return ++this.steps > 1 && this.isWorthIt(program);
  }

  /** Nothing is chosen any more. */
  close(): void {
    this.steps = MOST_STEPS + 1;
  }
}

function learns({ updates }: Program): boolean {
  return updates.some(({ variable }) => variable.trainable);
}
