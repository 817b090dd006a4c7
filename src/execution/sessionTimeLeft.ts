/** Estimates how long a fit will still take, from the steps and epochs it has done. */

/** Weight of the newest measurement in the running means. */
const NEWEST = 0.3;

/** Steps to see before the first guess: the first ones compile programs and fill caches. */
const WARM_UP_STEPS = 3;

export interface FitLength {
  /** The epoch the fit begins with, from 0. */
  readonly initialEpoch: number;
  readonly epochs: number;
  /** Null when the data source does not tell. */
  readonly steps: number | null;
}

/**
 * An epoch costs its steps and what comes behind them (validation, callbacks). The second part is known only after
 * an epoch has ended; the first epoch also holds what is done once, so a later one replaces its measurement whole.
 */
export class TimeLeft {
  private readonly length: FitLength;
  private steps: number | null;
  private stepTime: number | null = null;
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
    if (this.seenSteps > WARM_UP_STEPS) {
      this.stepTime = mean(this.stepTime, (now - this.last) / done);
    }
    this.last = now;
  }

  /** The epoch ended, its validation and callbacks included. */
  epochDone(epoch: number, now: number): void {
    const rest = now - this.last;
    this.restTime = this.seenEpochs === 1 ? rest : mean(this.restTime, rest);
    this.seenEpochs++;
    if (this.steps === null && this.step > 0) this.steps = this.step;
    this.epoch = epoch + 1;
    this.step = 0;
    this.last = now;
  }

  /** Seconds; null while too little was seen to say. An early stop of the script's own may make it less. */
  seconds(now: number): number | null {
    if (this.stepTime === null || this.steps === null) return null;
    const stepsLeft = Math.max(0, this.steps - this.step);
    const epochsAfter = Math.max(0, this.length.epochs - this.epoch);
    const whole = this.steps * this.stepTime + (this.restTime ?? 0);
    const open = this.epoch > this.length.epochs ? 0 : stepsLeft * this.stepTime + (this.restTime ?? 0);
    // What has passed since the last step is part of what was estimated.
    const passed = Math.min(now - this.last, this.stepTime);
    return Math.max(0, open + epochsAfter * whole - passed) / 1000;
  }
}

function mean(known: number | null, value: number): number {
  return known === null ? value : known + NEWEST * (value - known);
}
