/** Reports a script's own training outside of fits: how far it is, its checkpoints, and where it went on. */
import type { LoopCheckpoint } from '../../src/library/keras/loopJournal.ts';
import { message } from '../../src/python/message.ts';
import { type MonitorSurroundings, REPORT_MILLISECONDS, type Replay } from './monitor-surroundings.ts';

export class LoopReports {
  readonly #surroundings: MonitorSurroundings;
  readonly #replay: Replay;
  #steps = 0;
  #checkpointBegan = 0;
  #lastReport = Number.NEGATIVE_INFINITY;

  constructor(surroundings: MonitorSurroundings, replay: Replay) {
    this.#surroundings = surroundings;
    this.#replay = replay;
  }

  onStep(steps: number): void {
    this.#steps = steps;
    if (this.#isDue()) {
      this.#reportStanding(false);
    }
  }

  checkpointDue(): boolean {
    this.#checkpointBegan = performance.now();
    return !this.#replay.isOn && this.#surroundings.checkpoints.due;
  }

  onCheckpoint(checkpoint: LoopCheckpoint, held: boolean): void {
    const { checkpoints } = this.#surroundings;
    if (held) {
      checkpoints.holdLoop(checkpoint);
      return;
    }
    this.#reportStanding(false);
    checkpoints.takeLoop(checkpoint, this.#checkpointBegan);
    this.#checkpointBegan = 0;
  }

  /** A script that goes through a long training of its own again says how far it is. */
  onReplayed(steps: number, goal: LoopCheckpoint): void {
    if (!this.#isDue()) {
      return;
    }
    const { runId, localise } = this.#surroundings;
    const text =
      goal.journal === null
        ? message('step {0} of {1}, computed again', steps, goal.steps)
        : message('step {0} of {1}', steps, goal.steps);
    const share = Math.min(1, steps / goal.steps);
    const detail = localise(text);
    this.#surroundings.report({ type: 'preparing', runId, stage: 'checkpoint', detail, share });
  }

  onResumed(steps: number): void {
    if (!this.#surroundings.checkpoints.inLoop) {
      return;
    }
    this.#replay.end();
    this.#steps = steps;
    this.#reportStanding(true);
  }

  /** Tells the last of it. */
  close(): void {
    if (this.#steps > 0) {
      this.#reportStanding(false);
    }
  }

  #isDue(): boolean {
    const now = this.#surroundings.control.workTime();
    if (now - this.#lastReport < REPORT_MILLISECONDS) {
      return false;
    }
    this.#lastReport = now;
    return true;
  }

  #reportStanding(seam: boolean): void {
    if (!this.#replay.isOn) {
      this.#surroundings.report({
        type: 'loop',
        runId: this.#surroundings.runId,
        steps: this.#steps,
        seam,
      });
    }
  }
}
