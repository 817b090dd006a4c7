/** Time for tests: no test waits for it. */
import type { Clock } from '../../src/editor/newestOnly.ts';

/** A clock that stands still until it is told to go on. */
export class ManualClock implements Clock {
  #now = 0;
  #timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): { cancel(): void } {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.push(timer);
    return { cancel: () => (this.#timers = this.#timers.filter(other => other !== timer)) };
  }

  /** Passes time, also inside a job. */
  spend(milliseconds: number): void {
    this.#now += milliseconds;
  }

  async advance(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    const due = this.#timers.filter(timer => timer.at <= this.#now);
    this.#timers = this.#timers.filter(timer => timer.at > this.#now);
    for (const timer of due) {
      timer.run();
    }
    for (let turn = 0; turn < 10; turn++) {
      await Promise.resolve();
    }
  }
}
