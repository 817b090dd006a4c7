/** Runs a job for the newest state only: debounced as briefly as the job allows, dropped when overtaken. */

/** What is to be run, and how to tell whether its result still fits. */
export interface Job<Result> {
  /** Changes whenever the input changes. */
  stamp(): string;
  /** Gives null when it gave up, as it may once it is overtaken. */
  run(isOvertaken: () => boolean): Result | null | Promise<Result | null>;
  /** The result of the newest input, and how long it took. */
  done(result: Result, milliseconds: number): void;
  failed(error: unknown): void;
}

/** Time and timers, so that tests need not wait. */
export interface Clock {
  now(): number;
  after(milliseconds: number, run: () => void): { cancel(): void };
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    if (milliseconds <= SHORTEST_DELAY) return inNextTurn(run);
    const timer = setTimeout(run, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
};

/** Runs something when what waits now has had its turn: the least that a timer takes is a millisecond more. */
function inNextTurn(run: () => void): { cancel(): void } {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    run();
  });
  port1.start();
  port2.postMessage(null);
  return { cancel: () => port1.close() };
}

/** A job of at most this many milliseconds is through before the next key: it runs as soon as the edit is through. */
const SHORT_JOB = 100;
const SHORTEST_DELAY = 1;
const LONGEST_DELAY = 300;

interface Finished<Result> {
  readonly stamp: string;
  readonly result: Result;
}

/**
 * One per input. A job that took 10 ms is run again right after an edit; one that took 160 ms waits for a pause of
 * 180 ms, so that typing never queues work.
 */
export class NewestOnly<Result> {
  readonly #job: Job<Result>;
  readonly #clock: Clock;
  #timer: { cancel(): void } | null = null;
  #finished: Finished<Result> | null = null;
  #running: string | null = null;
  #milliseconds = 0;
  #waiting: ((result: Result | null) => void)[] = [];
  #disposed = false;

  constructor(job: Job<Result>, clock: Clock = systemClock) {
    this.#job = job;
    this.#clock = clock;
  }

  /** The input changed: run soon, later again if it changes before that. */
  changed(): void {
    if (this.#disposed) {
      return;
    }
    this.#timer?.cancel();
    const delay = Math.min(LONGEST_DELAY, Math.max(SHORTEST_DELAY, 3 * (this.#milliseconds - SHORT_JOB)));
    this.#schedule(this.#finished === null && this.#running === null ? 0 : delay);
  }

  /** The last result, of the newest input or of an older one. */
  get latest(): Result | null {
    return this.#finished?.result ?? null;
  }

  /** The result of the newest input as soon as there is one; null when it failed or this was disposed. */
  newest(): Promise<Result | null> {
    if (this.#disposed) {
      return Promise.resolve(null);
    }
    const stamp = this.#job.stamp();
    if (this.#finished?.stamp === stamp) {
      return Promise.resolve(this.#finished.result);
    }
    if (this.#timer === null && this.#running !== stamp) {
      this.changed();
    }
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  /** The result of the newest input when it is there so soon, else the last one; null where there is none. */
  soon(milliseconds: number): Promise<Result | null> {
    return new Promise(resolve => {
      const timer = this.#clock.after(milliseconds, () => resolve(this.latest));
      void this.newest().then(result => {
        timer.cancel();
        resolve(result ?? this.latest);
      });
    });
  }

  /** Forgets results, as when settings change that they depend on, and runs again. */
  restart(): void {
    this.#finished = null;
    this.#running = null;
    this.changed();
  }

  dispose(): void {
    this.#disposed = true;
    this.#timer?.cancel();
    this.#timer = null;
    this.#answer(null);
  }

  #schedule(delay: number): void {
    this.#timer = this.#clock.after(delay, () => {
      this.#timer = null;
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    const stamp = this.#job.stamp();
    const started = this.#clock.now();
    this.#running = stamp;
    try {
      const result = await this.#job.run(() => this.#overtaken(stamp));
      if (this.#overtaken(stamp)) {
        return;
      }
      if (result === null) {
        this.#running = null;
        this.changed();
        return;
      }
      this.#milliseconds = this.#clock.now() - started;
      this.#finished = { stamp, result };
      this.#running = null;
      this.#job.done(result, this.#milliseconds);
      this.#answer(result);
    } catch (error) {
      if (!this.#overtaken(stamp)) {
        this.#running = null;
        this.#job.failed(error);
        this.#answer(null);
      }
    }
  }

  /** Whether a newer run has begun, or the input has changed and a newer one is on its way. */
  #overtaken(stamp: string): boolean {
    if (this.#disposed || this.#running !== stamp) {
      return true;
    }
    if (this.#job.stamp() !== stamp) {
      if (this.#timer === null) {
        this.#running = null;
        this.changed();
      }
      return true;
    }
    return false;
  }

  #answer(result: Result | null): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) {
      resolve(result);
    }
  }
}
