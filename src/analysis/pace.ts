/** How long the analysis works before it lets others have their turn. */

/** Milliseconds between two pauses: with what others do in a frame of 16 ms, nobody waits longer than one. */
const STRETCH = 4;

export class Pace {
  private until = 0;
  private readonly now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /** To be told after each pause. */
  begin(): void {
    this.until = this.now() + STRETCH;
  }

  get isOver(): boolean {
    return this.now() >= this.until;
  }
}
