/** How long the analysis works before it lets others have their turn. */

/** Milliseconds between two pauses: with what others do in a frame of 16 ms, nobody waits longer than one. */
const STRETCH = 4;

/** Steps between two looks at the clock, which costs more than most of them: some 0.1 ms of work. */
const STEPS = 16;

export class Pace {
  private until = 0;
  private nextLook = 0;
  private readonly now: () => number;
  private readonly steps: number;

  /** @param steps how much work lies between two looks at the clock */
  constructor(now: () => number = () => performance.now(), steps = STEPS) {
    this.now = now;
    this.steps = steps;
  }

  /** To be told after each pause. */
  begin(): void {
    this.until = this.now() + STRETCH;
    this.nextLook = 0;
  }

  /** @param work the steps that were done so far, as they are counted since the beginning of the program */
  isOverAt(work: number): boolean {
    if (work < this.nextLook) return false;
    this.nextLook = work + this.steps;
    return this.now() >= this.until;
  }
}
