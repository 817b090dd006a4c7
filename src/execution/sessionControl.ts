/** Stop, pause and pace of one run, shared by the panel's worker and the command line. */
import type { RunPolicy } from './runPolicy.ts';

/** What a session needs from its surroundings. */
export interface Surroundings {
  /** Lets events that wait (messages, signals) be handled, and resolves behind them. */
  turn(): Promise<void>;
  /** Monotonic milliseconds. */
  monotonic(): number;
}

/** How long a run may go on before events are let in, in milliseconds: a Stop is heard within this time. */
const BREATH_MILLISECONDS = 30;

/** How often a loop looks at the clock, about, in milliseconds; and how many turns it takes between at most. */
const CHECK_MILLISECONDS = 2;
const LONGEST_STRIDE = 1 << 14;

/**
 * Stop raises KeyboardInterrupt in the script, as Ctrl+C does: `except Exception` lets it pass, `finally` runs, and a
 * script that catches KeyboardInterrupt to save its model does so.
 */
export class SessionControl {
  /** Called when the run begins to wait in a pause, and when it goes on. */
  onPaused: (paused: boolean) => void = () => {};
  /** Called whenever events have been let in. */
  onTurn: () => void = () => {};

  private readonly policy: RunPolicy;
  private readonly stopListeners = new Set<() => void>();
  private readonly surroundings: Surroundings;
  private lastTurn: number;
  private lastCheck: number;
  private stride = 1;
  private turnsUntilCheck = 1;
  private pausing = false;
  private release: (() => void) | null = null;
  private waiting: Promise<void> | null = null;
  private pausedTime = 0;
  private readonly learningRates = new Map<number | null, number>();

  constructor(policy: RunPolicy, surroundings: Surroundings) {
    this.policy = policy;
    this.surroundings = surroundings;
    this.lastTurn = surroundings.monotonic();
    this.lastCheck = this.lastTurn;
    policy.rest = () => this.restInLoop();
  }

  /** Ends the script at its next step; a paused run ends as well. */
  stop(): void {
    this.policy.stop();
    this.resume();
    for (const listener of [...this.stopListeners]) listener();
  }

  /** Calls back at a stop; returns how to take that back. */
  whenStopped(listener: () => void): () => void {
    this.stopListeners.add(listener);
    return () => this.stopListeners.delete(listener);
  }

  /** Does something that is waited for; a stop aborts it and raises KeyboardInterrupt at once. */
  stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    return new Promise((resolve, reject) => {
      const takeBack = this.whenStopped(() => {
        try {
          this.policy.step();
        } catch (interrupt) {
          reject(interrupt);
        }
        controller.abort();
      });
      work(controller.signal).then(resolve, reject).finally(takeBack);
    });
  }

  pause(): void {
    this.pausing = true;
  }

  resume(): void {
    this.pausing = false;
    this.release?.();
    this.release = null;
  }

  /**
   * A learning rate for the next step of the training that goes on.
   * @param optimizer of a script that trains in a loop of its own, from 0; null for that of a fit
   */
  setLearningRate(value: number, optimizer: number | null = null): void {
    this.learningRates.set(optimizer, value);
  }

  takeLearningRate(optimizer: number | null = null): number | null {
    const value = this.learningRates.get(optimizer) ?? null;
    this.learningRates.delete(optimizer);
    return value;
  }

  /** Monotonic milliseconds of work: time spent in pauses does not count. */
  workTime(): number {
    return this.surroundings.monotonic() - this.pausedTime;
  }

  /**
   * Lets events in when it is time, and waits while the run is paused.
   * @throws PythonError KeyboardInterrupt when the run was stopped
   */
  async breathe(): Promise<void> {
    await this.rest();
    this.policy.step();
  }

  /** The same without the interrupt; null when it is not time yet. */
  rest(): Promise<void> | null {
    const due = this.surroundings.monotonic() - this.lastTurn >= BREATH_MILLISECONDS;
    if (!due && !this.pausing) return null;
    // Code that cannot be suspended passes over the wait and asks again: one at a time is enough.
    this.waiting ??= this.letIn().finally(() => {
      this.waiting = null;
    });
    return this.waiting;
  }

  /** {@link rest} for the turns of a loop, which may be far too short to read the clock at each. */
  private restInLoop(): Promise<void> | null {
    if (--this.turnsUntilCheck > 0 && !this.pausing) return null;
    const now = this.surroundings.monotonic();
    const elapsed = now - this.lastCheck;
    this.lastCheck = now;
    if (elapsed < CHECK_MILLISECONDS) this.stride = Math.min(2 * this.stride, LONGEST_STRIDE);
    else this.stride = Math.max(1, Math.floor((this.stride * CHECK_MILLISECONDS) / elapsed));
    this.turnsUntilCheck = this.stride;
    return this.rest();
  }

  private async letIn(): Promise<void> {
    await this.surroundings.turn();
    this.onTurn();
    while (this.pausing) await this.untilResumed();
    this.lastTurn = this.surroundings.monotonic();
  }

  private async untilResumed(): Promise<void> {
    const since = this.surroundings.monotonic();
    this.onPaused(true);
    await new Promise<void>(resolve => {
      this.release = resolve;
    });
    this.pausedTime += this.surroundings.monotonic() - since;
    this.onPaused(false);
  }
}
