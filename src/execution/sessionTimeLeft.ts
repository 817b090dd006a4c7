/** Estimates how long a fit will still take, from the steps and epochs it has done. */

/** The pace is that of about this last part of the time so far, and of so many milliseconds at least: steps vary. */
const RECENT_SHARE = 1 / 6;
const RECENT_MILLISECONDS = 1000;

/** What comes behind an epoch's steps is the mean of the epochs so far, and later of about so many. */
const RECENT_EPOCHS = 20;

/** Steps to see before the first guess: the first ones compile programs and fill caches. */
const WARM_UP_STEPS = 3;

/** A batch of the validation costs the forward pass alone: about this part of a training step. Until one was seen. */
const FORWARD_SHARE = 1 / 3;

export interface FitLength {
  /** The epoch the fit begins with, from 0. */
  readonly initialEpoch: number;
  readonly epochs: number;
  /** Null when the data source does not tell. */
  readonly steps: number | null;
  /** Batches of the validation behind an epoch; null where there is none, or the data source does not tell. */
  readonly validationSteps: number | null;
}

/**
 * An epoch costs its steps and what comes behind them (validation, callbacks). The second part is known only after
 * an epoch has ended; the first epoch also holds what is done once, so a later one replaces its measurement whole.
 */
export class TimeLeft {
  private readonly length: FitLength;
  private steps: number | null;
  private readonly began: number;
  /** Steps of late and their milliseconds; older ones count less and less. */
  private recent = { steps: 0, time: 0 };
  private restTime: number | null = null;
  private seenSteps = 0;
  private seenEpochs = 0;
  private last: number;
  private epoch: number;
  private step = 0;

  /** @param now milliseconds of work when the fit begins */
  constructor(length: FitLength, now: number) {
    this.length = length;
    this.steps = length.steps;
    this.epoch = length.initialEpoch + 1;
    this.began = now;
    this.last = now;
  }

  /** Goes on with another epoch after a return to a checkpoint. @param epoch from 1 */
  goOn(epoch: number, now: number): void {
    this.epoch = epoch;
    this.step = 0;
    this.last = now;
  }

  /** A step was done. @param epoch from 1 @param step from 1 within the epoch */
  stepDone(epoch: number, step: number, now: number): void {
    const done = epoch === this.epoch ? step - this.step : step;
    this.epoch = epoch;
    this.step = step;
    if (done <= 0) return;
    this.seenSteps += done;
    if (this.seenSteps > WARM_UP_STEPS) this.note(done, now - this.last, now);
    this.last = now;
  }

  private note(steps: number, time: number, now: number): void {
    const span = Math.max(RECENT_MILLISECONDS, RECENT_SHARE * (now - this.began));
    const kept = Math.exp(-time / span);
    this.recent = { steps: kept * this.recent.steps + steps, time: kept * this.recent.time + time };
  }

  /** The epoch ended, its validation and callbacks included. */
  epochDone(epoch: number, now: number): void {
    const rest = now - this.last;
    const known = this.restTime ?? rest;
    // The second epoch's replaces the first one's; from then on it is a mean.
    const share = 1 / Math.min(RECENT_EPOCHS, Math.max(1, this.seenEpochs));
    this.restTime = known + share * (rest - known);
    this.seenEpochs++;
    if (this.steps === null && this.step > 0) this.steps = this.step;
    this.epoch = epoch + 1;
    this.step = 0;
    this.last = now;
  }

  /** Seconds; null while too little was seen to say. An early stop of the script's own may make it less. */
  seconds(now: number): number | null {
    if (this.recent.steps === 0 || this.steps === null) return null;
    const stepTime = this.recent.time / this.recent.steps;
    const rest = this.restTime ?? (this.length.validationSteps ?? 0) * FORWARD_SHARE * stepTime;
    const stepsLeft = Math.max(0, this.steps - this.step);
    const epochsAfter = Math.max(0, this.length.epochs - this.epoch);
    const whole = this.steps * stepTime + rest;
    const open = this.epoch > this.length.epochs ? 0 : stepsLeft * stepTime + rest;
    // What has passed since the last step is part of what was estimated.
    const passed = Math.min(now - this.last, stepsLeft > 0 ? stepTime : rest);
    return Math.max(0, open + epochsAfter * whole - passed) / 1000;
  }
}
