/**
 * The event loop of asyncio: one thread, callbacks in CPython's order, and a clock of its own. The clock stands still
 * while code runs (but for a moment at every turn) and moves on to the next timer when nothing is left to do, so that a
 * program takes the same course on every machine, and under analysis the one that it takes at run.
 */

import type { PyClass } from '../../../python/classes.ts';
import { KeyboardInterrupt, PythonError, RuntimeError, raise, SystemExit } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { StateKey } from '../../../python/state.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { formatTraceback } from '../../../python/traceback.ts';
import { type Mutable, NotKnown, PyInstance, touch } from '../../../python/values.ts';
import { pause, sleeping } from '../time.ts';

/** What the loop calls at its next turn. */
export type Callback = (py: Interpreter) => Suspendable<void>;

/** A callback that waits for its turn. */
export class Handle extends PyInstance {
  readonly run: Callback;
  /** When it is due, by the loop's clock; null for the next turn. */
  readonly when: number | null;
  cancelled = false;

  constructor(cls: PyClass, run: Callback, when: number | null = null) {
    super(cls);
    this.run = run;
    this.when = when;
  }
}

/** Seconds that a turn of the loop counts for, so that waiting in a busy loop ends. */
const TURN = 1e-5;

interface Queues {
  readonly ready: Handle[];
  readonly timers: Handle[];
}

export class EventLoop extends PyInstance implements Mutable {
  private ready: Handle[] = [];
  /** By when they are due; those due at the same time in the order they were made. */
  private timers: Handle[] = [];
  private clock = 0;
  private sleptBefore = 0;
  isRunning = false;
  isClosed = false;
  /** Set by `stop()`. */
  isStopping = false;

  /** Seconds on the loop's own clock. */
  now(py: Interpreter): number {
    const { slept } = py.state(sleeping);
    this.clock += slept - this.sleptBefore;
    this.sleptBefore = slept;
    return this.clock;
  }

  /** Runs a callback at the next turn. */
  soon(handle: Handle): void {
    touch(this);
    this.ready.push(handle);
  }

  /** Runs a callback when its time has come. */
  later(handle: Handle): void {
    touch(this);
    const at = this.timers.findIndex(other => other.when! > handle.when!);
    this.timers.splice(at < 0 ? this.timers.length : at, 0, handle);
  }

  /** One turn: what is due and what was ready before it. False when nothing is left that could ever run. */
  *turn(py: Interpreter): Suspendable<boolean> {
    this.timers = this.timers.filter(timer => !timer.cancelled);
    if (this.ready.length === 0) {
      if (this.timers.length === 0) return false;
      yield* this.waitUntil(py, this.timers[0].when!);
    }
    const now = this.now(py);
    while (this.timers.length > 0 && this.timers[0].when! <= now) this.ready.push(this.timers.shift()!);
    for (let left = this.ready.length; left > 0; left--) {
      const handle = this.ready.shift()!;
      if (!handle.cancelled) yield* this.call(py, handle);
    }
    this.clock += TURN;
    return true;
  }

  private *waitUntil(py: Interpreter, when: number): Suspendable<void> {
    const left = when - this.now(py);
    if (left <= 0) return;
    if (py.running) yield* pause(py, left * 1000);
    this.clock += left;
  }

  /** A callback's exception ends the callback alone, and is told. */
  private *call(py: Interpreter, handle: Handle): Suspendable<void> {
    py.policy.step();
    try {
      yield* handle.run(py);
    } catch (error) {
      if (error instanceof NotKnown && !py.running) return;
      if (!(error instanceof PythonError) || endsProgram(error)) throw error;
      report(py, 'Exception in callback', error);
    }
  }

  capture(): Queues {
    return { ready: this.ready.slice(), timers: this.timers.slice() };
  }

  restore(state: unknown): void {
    const { ready, timers } = state as Queues;
    this.ready = ready.slice();
    this.timers = timers.slice();
  }

  /** What either branch left to do is done. */
  join(state: unknown): void {
    const { ready, timers } = state as Queues;
    this.ready = [...new Set([...this.ready, ...ready])];
    for (const timer of timers) if (!this.timers.includes(timer)) this.later(timer);
  }
}

/** Whether an exception leaves the loop at once. */
export function endsProgram({ exception }: PythonError): boolean {
  return exception.cls.isSubclassOf(SystemExit) || exception.cls.isSubclassOf(KeyboardInterrupt);
}

/** Tells of an exception that nobody waits for. */
export function report(py: Interpreter, headline: string, error: PythonError): void {
  if (!py.running) return;
  const text = formatTraceback(py, error, path => py.modules.sourceOf(path));
  py.host.write('stderr', `${headline}\n${text}`);
}

/**
 * The error where a loop is needed and none runs. A coroutine that nobody calls is followed without one, and analysis
 * knows no more of it.
 */
export function noRunningLoop(py: Interpreter): Error {
  if (!py.running) return new NotKnown('in which event loop this runs is not known');
  return raise(RuntimeError, 'no running event loop');
}

/** What asyncio keeps for a program. */
export interface LoopState {
  running: EventLoop | null;
  current: EventLoop | null;
  tasks: number;
}

export const loopState = new StateKey<LoopState>('asyncio', () => ({
  running: null,
  current: null,
  tasks: 0,
}));
