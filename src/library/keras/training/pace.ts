/** Keeps a loop of steps answering: events are let in often, and the device never has much waiting in its queue. */
import { type Engine, type ExpectedRun, isGraphics } from '../../../graph/engine.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import type { TrainingMonitor } from '../monitor.ts';
import { monitorOf, stoppable } from '../stoppable.ts';

/** How long training may go on before events are let in, in milliseconds. */
const BREATH_MILLISECONDS = 30;

/** Steps that wait on a graphics device may take this long in all: a Stop has to wait for them. */
const QUEUE_MILLISECONDS = 100;

/** Steps are handed to graphics faster than it computes them; what has not come back yet is counted here. */
export class StepQueue {
  private steps = 0;
  private most = 1;
  private since: number;

  /** @param now monotonic milliseconds */
  constructor(now: number) {
    this.since = now;
  }

  /** Notes a step; true when those before should come back first. */
  add(): boolean {
    this.steps++;
    return this.steps >= this.most;
  }

  /** Everything has come back: from its time follows how many steps may wait. */
  emptied(now: number): void {
    if (this.steps > 0) {
      const each = Math.max(0.01, (now - this.since) / this.steps);
      // The first steps compile programs, so the number grows as it is found to be too small.
      this.most = Math.max(1, Math.min(2 * this.most, Math.floor(QUEUE_MILLISECONDS / each)));
    }
    this.steps = 0;
    this.since = now;
  }
}

export class Pace {
  private readonly py: Interpreter;
  private readonly engine: Engine;
  private readonly monitor: TrainingMonitor;
  private readonly queue: StepQueue;
  private breathed: number;

  constructor(py: Interpreter, engine: Engine, monitor: TrainingMonitor) {
    this.py = py;
    this.engine = engine;
    this.monitor = monitor;
    this.breathed = py.host.monotonic();
    this.queue = new StepQueue(this.breathed);
  }

  /** Waits until the device has computed its steps, or until the run is stopped. @returns whether it has */
  *drain(): Suspendable<boolean> {
    const { engine } = this;
    if (!isGraphics(engine.backend)) return true;
    const isDone = yield* wait(unlessStopped(engine.finish(), this.monitor));
    this.emptied();
    return isDone;
  }

  /** The device was waited for, as by reading from it. */
  emptied(): void {
    this.queue.emptied(this.py.host.monotonic());
  }

  /** After each step; true when events were let in. @throws PythonError KeyboardInterrupt when the run was stopped */
  *stepped(): Suspendable<boolean> {
    const { py } = this;
    const isDone = this.queue.add() ? yield* this.drain() : true;
    if (isDone && py.host.monotonic() - this.breathed < BREATH_MILLISECONDS) return false;
    yield* wait(this.monitor.breathe());
    this.breathed = py.host.monotonic();
    // A pause is no step's time.
    this.emptied();
    return true;
  }
}

/** True when the promise is kept, false as soon as the run is stopped before. */
export function unlessStopped(promise: Promise<unknown>, monitor: TrainingMonitor): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const takeBack = monitor.whenStopped(() => resolve(false));
    promise.then(() => resolve(true), reject).finally(takeBack);
  });
}

/** Waits until these runs can run without compiling. @throws PythonError KeyboardInterrupt when the run was stopped */
export function* rehearsed(py: Interpreter, engine: Engine, runs: readonly ExpectedRun[]): Suspendable<void> {
  if (isGraphics(engine.backend) && runs.length > 0)
    yield* stoppable(py, stop => engine.rehearse(runs, stop));
}

/** Waits for work that a Stop ends the wait for. @throws PythonError KeyboardInterrupt when the run was stopped */
export function* untilDone(py: Interpreter, work: Promise<void>): Suspendable<void> {
  const monitor = monitorOf(py);
  if (!(yield* wait(unlessStopped(work, monitor)))) yield* wait(monitor.breathe());
}
