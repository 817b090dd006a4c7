/** The run policy: everything is real, exceptions travel, and a run can be told to stop. */

import { shapeFailureOf } from '../library/keras/tensors/operation.ts';
import { KeyboardInterrupt, ModuleNotFoundError, raise } from '../python/errors.ts';
import type { Completion } from '../python/evaluate/code.ts';
import type { Frame } from '../python/evaluate/frame.ts';
import type { Interpreter } from '../python/interpreter.ts';
import type { Policy } from '../python/policy.ts';
import type { Pending } from '../python/suspension.ts';
import type { Expression } from '../python/syntax.ts';
import type { Unknown, Value } from '../python/values.ts';

/** Sees values as they come into being; for tests that compare a run with its analysis. */
export interface RunObserver {
  bound?(node: Expression, value: Value, frame: Frame): void;
  evaluated?(node: Expression, value: Value, frame: Frame): void;
}

/**
 * Ends a script that took the KeyboardInterrupt of a stop and goes on regardless. It is no Python exception: neither
 * `except` nor `finally` sees it.
 */
export class EndedForGood extends Error {}

/** Turns of loops and calls of the script's functions that may follow a stop: enough to save and to sum up. */
export const TURNS_AFTER_STOP = 100_000;

export class RunPolicy implements Policy {
  readonly kind = 'run';
  /** Lets events in during long loops; set by the session that runs the script. */
  rest: () => Promise<void> | null = () => null;
  private stopRequested = false;
  /** Whether a KeyboardInterrupt has been raised, and the turns that are left to the script since. */
  private interrupted = false;
  private turnsLeft = TURNS_AFTER_STOP;
  private readonly observer: RunObserver;

  constructor(observer: RunObserver = {}) {
    this.observer = observer;
  }

  /**
   * Ends the script with KeyboardInterrupt at its next step. One that took it before is ended for good, as is one that
   * goes on for long.
   */
  stop(): void {
    this.stopRequested = true;
  }

  /** The script has ended: what is left to do (files, the traceback) is not stopped. */
  scriptEnded(): void {
    this.stopRequested = false;
    this.interrupted = false;
  }

  step(): void {
    if (!this.stopRequested) return;
    if (this.interrupted) throw new EndedForGood();
    this.stopRequested = false;
    this.interrupted = true;
    throw raise(KeyboardInterrupt, '');
  }

  enter(): void {
    this.step();
    if (this.interrupted) this.spendTurn();
  }

  private spendTurn(): void {
    if (--this.turnsLeft >= 0) return;
    throw new EndedForGood();
  }

  tooLong(): boolean {
    return false;
  }

  beginLoop(): number {
    return 0;
  }

  goesOn(): boolean {
    if (this.interrupted) this.spendTurn();
    return true;
  }

  openNamespace(): void {}

  recover(): Value | null {
    return null;
  }

  inPython(failure: unknown, py: Interpreter): unknown {
    return shapeFailureOf(failure, py);
  }

  recoverFault(): Value | null {
    return null;
  }

  branch(_frame: Frame, reason: Unknown): Completion | Pending<Completion> {
    throw unknownUnderRun(reason);
  }

  loop(_frame: Frame, reason: Unknown): Completion | Pending<Completion> {
    throw unknownUnderRun(reason);
  }

  join(a: Value): Value {
    return a;
  }

  bound(node: Expression, value: Value, frame: Frame): void {
    this.observer.bound?.(node, value, frame);
  }

  evaluated(node: Expression, value: Value, frame: Frame): void {
    this.observer.evaluated?.(node, value, frame);
  }

  callUnknown(callee: Unknown): Value {
    throw unknownUnderRun(callee);
  }

  undefinedName(): Value | null {
    return null;
  }

  defined(): void {}

  enterTry(): number {
    return 0;
  }

  leaveTry(): Unknown | null {
    return null;
  }

  unknownModule(name: string): Value {
    throw raise(ModuleNotFoundError, `No module named '${name}' (Kerascope does not provide it)`);
  }
}

function unknownUnderRun(unknown: Unknown): Error {
  return new Error(`an unknown value came up in a run: ${unknown.reason}`);
}
