/** Reports a script's own training outside of fits: how far it is, its checkpoints, and where it went on. */
import type { LoopCheckpoint } from '../../src/library/keras/loopJournal.ts';
import type { LoopCurve, LoopOptimizer } from '../../src/library/keras/monitor.ts';
import { message } from '../../src/python/message.ts';
import { LoopPoints, writtenModel } from './loop-points.ts';
import { type MonitorSurroundings, REPORT_MILLISECONDS, type Replay } from './monitor-surroundings.ts';

export class LoopReports {
  readonly #surroundings: MonitorSurroundings;
  readonly #replay: Replay;
  readonly #points: LoopPoints;
  readonly #optimizers: LoopOptimizer[] = [];
  #steps = 0;
  /** Milliseconds of work at which the first step would have begun had nothing been lost; null before. */
  #startedAt: number | null = null;
  #checkpointBegan = 0;
  #lastReport = Number.NEGATIVE_INFINITY;
  /** The next step is the first one on another device. */
  #goesOn = false;

  constructor(surroundings: MonitorSurroundings, replay: Replay) {
    this.#surroundings = surroundings;
    this.#replay = replay;
    this.#points = new LoopPoints(model => surroundings.nameOf(model));
  }

  onOptimizer(optimizer: LoopOptimizer): void {
    this.#optimizers.push(optimizer);
  }

  onStep(steps: number, point: ReadonlyMap<LoopCurve, number>): void {
    if (this.#goesOn) {
      this.#goesOn = false;
      this.#reportStanding(true);
    }
    this.#steps = steps;
    this.#points.step(steps, this.#seconds, point);
    if (this.#isDue()) {
      this.#reportStanding(false);
    }
  }

  onMetric(steps: number, curve: LoopCurve, value: number): void {
    if (!this.#replay.isOn) {
      this.#points.add(steps, this.#seconds, curve, value);
    }
  }

  /** Seconds since the script's own training began. */
  get #seconds(): number {
    const now = this.#surroundings.control.workTime();
    this.#startedAt ??= now;
    return (now - this.#startedAt) / 1000;
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
    checkpoints.takeLoop(checkpoint, this.#seconds, this.#checkpointBegan);
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
    const { control, checkpoints } = this.#surroundings;
    this.#replay.end();
    this.#startedAt = control.workTime() - 1000 * checkpoints.seconds;
    this.#points.take();
    this.#steps = steps;
    this.#reportStanding(true);
  }

  /** What comes behind the steps so far is computed elsewhere; where nothing comes, there is no seam. */
  onDeviceReplaced(): void {
    this.#goesOn = this.#steps > 0;
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
    const { runId, nameOf } = this.#surroundings;
    if (!this.#replay.isOn) {
      this.#surroundings.report({
        type: 'loop',
        runId,
        steps: this.#steps,
        seam,
        optimizers: this.#optimizers.map(({ name, model, rate }) => ({
          name: model === null ? name : writtenModel(model, name, nameOf),
          learningRate: rate(),
        })),
        curves: this.#points.take(),
      });
    }
  }
}
