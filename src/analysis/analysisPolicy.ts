/** The analysis policy: follows the whole program without effects, within bounds, and collects what it learns. */

import { tensorsMade } from '../graph/tensor.ts';
import { shapeFailureOf } from '../library/keras/tensors/operation.ts';
import { PyDict } from '../python/collections.ts';
import { KeyboardInterrupt, NotImplementedError, PythonError, SystemExit } from '../python/errors.ts';
import { BREAK, type Completion, NORMAL, RETURN } from '../python/evaluate/code.ts';
import type { Frame } from '../python/evaluate/frame.ts';
import type { PyFunction } from '../python/evaluate/function.ts';
import type { Interpreter } from '../python/interpreter.ts';
import { type Arguments, startNow } from '../python/operations/calls.ts';
import { loseCandidates } from '../python/operations/items.ts';
import type { Policy } from '../python/policy.ts';
import { type Pending, type Suspendable, settle } from '../python/suspension.ts';
import type { Expression, Name, Span, Statement } from '../python/syntax.ts';
import { NotKnown, PyList, PyTuple, touch, Unknown, type Value } from '../python/values.ts';
import { type Alternative, followAlternatives } from './branches.ts';
import { mayBeShown } from './describe.ts';
import { joinValues } from './join.ts';
import { Pace } from './pace.ts';
import { isProtocol } from './protocols.ts';
import { scriptSpan } from './scriptCalls.ts';

/** Thrown when the analysis has used up its steps; what was learnt so far stands. */
export class CutShort extends Error {}

/** An error that the program will run into. */
export interface Raised {
  readonly error: PythonError;
  readonly node: Expression | Statement;
  /** The script's statement or call that led there, when it happens in another file; else null. */
  readonly scriptSpan: Span | null;
  /** Whether a library's text raises. */
  readonly isInLibrary: boolean;
  /** In how many undecided branches it stood. */
  readonly depth: number;
}

/** A name that was bound, or a call that was evaluated. */
export interface Observed {
  readonly node: Expression;
  readonly value: Value;
}

/** Supplies values for names that the script uses without importing them. */
export type NameSource = (name: string) => Value | null;

export interface AnalysisLimits {
  /** Steps (loop turns, calls; a traced tensor counts as one) before the analysis ends. */
  readonly steps: number;
  /** Turns of one loop that are followed. */
  readonly turns: number;
  /** Steps that one loop may use before it is followed no further. */
  readonly loopSteps: number;
}

/** A recursion whose end is not known nests branches without end; so many are followed. */
const maximumBranchDepth = 10;

/** What is waited for in a pause: whoever drives the analysis decides when it goes on. */
const AT_ONCE = Promise.resolve();

const defaultLimits: AnalysisLimits = { steps: 300_000, turns: 256, loopSteps: 20_000 };

/** What a library of ours says when it lacks something: real Keras does not raise there. Null for other exceptions. */
function notModelled({ exception, detail }: PythonError): string | null {
  if (!exception.cls.isSubclassOf(NotImplementedError)) return null;
  const args = exception.attributes?.map.get('args');
  const text = args instanceof PyTuple && typeof args.items[0] === 'string' ? args.items[0] : '';
  return detail.code === 'not-supported' || OURS.test(text) ? text : null;
}

const OURS = / (?:is|are) not supported by Kerascope yet/;

export class AnalysisPolicy implements Policy {
  readonly kind = 'analysis';
  readonly raised: Raised[] = [];
  /** Failures of the interpreter or a library; none in a correct Kerascope (tests check), and none may end it. */
  readonly faults: unknown[] = [];
  /** What the script bound: values that may be shown, and whatever came to their places; all when `keepsPlain`. */
  readonly bindings: Observed[] = [];
  keepsPlain = false;
  private readonly boundToShown = new WeakSet<Expression>();
  /** Names used without an import for which the name source had a value. */
  readonly undefinedNames: Name[] = [];
  readonly functions = new Set<PyFunction>();
  readonly entered = new Set<PyFunction['code']>();
  readonly unknowns: { readonly span: Span; readonly reason: string }[] = [];
  private readonly limits: AnalysisLimits;
  private readonly nameSource: NameSource;
  private steps = 0;
  private isDescribing = false;
  private firstTensor = tensorsMade();
  /** Open `try` statements that have handlers, with the number of doubts when they were entered. */
  /** By ticket. Generators leave theirs in any order. */
  private readonly tries = new Map<number, { readonly handles: boolean; readonly doubts: number }>();
  private lastTicket = 0;
  /** Undecided branches that are being followed, one inside the other. */
  private branchDepth = 0;
  private doubts = 0;
  private lastDoubt: Unknown | null = null;
  /** A star import or a broken statement may bind any name: then an unbound one is unknown, not an error. */
  private openNames: Unknown | null = null;

  private readonly pace: Pace;
  /** Tensors that were made before the last pause: others make theirs in it. */
  private tensorsAtPause = tensorsMade();

  constructor(nameSource: NameSource, pace: Pace = new Pace(), limits: Partial<AnalysisLimits> = {}) {
    this.nameSource = nameSource;
    this.pace = pace;
    this.limits = { ...defaultLimits, ...limits };
  }

  private get work(): number {
    return this.steps + (tensorsMade() - this.firstTensor);
  }

  step(): void {
    if (this.isDescribing) return;
    this.steps++;
    if (this.work > this.limits.steps) throw new CutShort('the program is too long to follow to its end');
  }

  /** Asks for a pause when it is time. */
  rest(): Promise<void> | null {
    return !this.isDescribing && this.pace.isOverAt(this.work) ? AT_ONCE : null;
  }

  /** The work begins, or goes on after a pause. */
  goOn(): void {
    this.firstTensor += tensorsMade() - this.tensorsAtPause;
    this.pace.begin();
  }

  pause(): void {
    this.tensorsAtPause = tensorsMade();
  }

  /** Runs what tells of the program after it was followed: reading texts and values has no bound. */
  describing<T>(body: () => T): T {
    this.isDescribing = true;
    try {
      return body();
    } finally {
      this.isDescribing = false;
    }
  }

  enter(func: PyFunction, caller: Frame | null): void {
    if (this.branchDepth > maximumBranchDepth || isOpenRecursion(func, caller)) {
      throw new NotKnown('how deep this goes depends on what is not known');
    }
    this.entered.add(func.code);
    this.step();
  }

  tooLong(items: number | null): boolean {
    return items !== null && items > this.limits.turns;
  }

  beginLoop(): number {
    return this.work;
  }

  goesOn(turn: number, ticket: number): boolean {
    return turn < this.limits.turns && (turn < 2 || this.work - ticket < this.limits.loopSteps);
  }

  recover(error: PythonError, node: Expression | Statement, frame: Frame): Value | null {
    const cls = error.exception.cls;
    if (cls.isSubclassOf(SystemExit) || cls.isSubclassOf(KeyboardInterrupt)) return null;
    const unmodelled = notModelled(error);
    // A library written in Python ends there: the call of the script's own is unknown.
    if (unmodelled !== null) return frame.file.isScript ? new Unknown(unmodelled, null, node.span) : null;
    if (this.isHandled() || isProtocol(error, frame)) return null;
    if (error.detail.code === 'unknown') return new Unknown('an exception that is not known');
    if (error.detail.code !== 'reported') {
      const { isLibrary = false } = frame.file;
      this.raise({ error, node, scriptSpan: scriptSpan(frame), isInLibrary: isLibrary });
    }
    return new Unknown(`an error stands before it: ${cls.name}`, null, node.span);
  }

  inPython(failure: unknown, py: Interpreter): unknown {
    return shapeFailureOf(failure, py);
  }

  recoverFault(fault: unknown, node: Expression | Statement): Value | null {
    if (fault instanceof CutShort) return null;
    this.faults.push(fault);
    return new Unknown('Kerascope could not follow this', null, node.span);
  }

  /** An exception that left the script: a `raise` of its own, outside of any call. */
  uncaught(error: PythonError): void {
    const span = error.traceback[0]?.span ?? null;
    if (AnalysisPolicy.isExit(error) || span === null || error.detail.code === 'unknown') return;
    this.raise({ error, node: { kind: 'Pass', span }, scriptSpan: null, isInLibrary: false });
  }

  private raise(raised: Omit<Raised, 'depth'>): void {
    this.raised.push({ ...raised, depth: this.branchDepth });
  }

  branch(
    frame: Frame,
    reason: Unknown,
    alternatives: readonly Alternative[],
  ): Completion | Pending<Completion> {
    return startNow(this.branching(frame, reason, alternatives));
  }

  private *branching(
    frame: Frame,
    reason: Unknown,
    alternatives: readonly Alternative[],
  ): Suspendable<Completion> {
    this.step();
    this.doubt(reason);
    this.branchDepth++;
    try {
      return yield* followAlternatives(frame, alternatives);
    } finally {
      this.branchDepth--;
    }
  }

  loop(
    frame: Frame,
    reason: Unknown,
    body: Alternative,
    first?: Alternative,
  ): Completion | Pending<Completion> {
    return startNow(this.looping(frame, reason, body, first ?? null));
  }

  private *looping(
    frame: Frame,
    reason: Unknown,
    body: Alternative,
    first: Alternative | null,
  ): Suspendable<Completion> {
    const skip = () => NORMAL as Completion;
    // The second round starts from what the first may have left, so that what a turn changes for the next is seen.
    const known = this.raised.length;
    if (first === null) yield* this.branching(frame, reason, [skip, body]);
    else {
      const completion = yield* settle(first());
      if (completion === BREAK) return NORMAL;
      if (completion === RETURN) return RETURN;
    }
    // Under a condition, an error of the first turn counts only where later turns have it too: an earlier turn may
    // have made what it lacks before the condition ever holds.
    const certain = this.branchDepth + (first === null ? 1 : 0);
    const kept = this.raised.splice(known).filter(({ depth }) => depth <= certain);
    this.raised.push(...kept);
    yield* this.branching(frame, reason, [skip, body]);
    return NORMAL;
  }

  join(a: Value, b: Value): Value {
    return joinValues(a, b);
  }

  bound(node: Expression, value: Value, frame: Frame): void {
    if (!frame.file.isScript) return;
    // Loops bind numbers and text by the thousand: they are of no use but behind a value that is shown.
    if (mayBeShown(value)) this.boundToShown.add(node);
    else if (!this.keepsPlain && !this.boundToShown.has(node)) return;
    this.bindings.push({ node, value });
  }

  evaluated(node: Expression, value: Value, frame: Frame): void {
    if (!(value instanceof Unknown)) return;
    this.doubt(value);
    if (frame.file.isScript) this.unknowns.push({ span: node.span, reason: value.reason });
  }

  callUnknown(callee: Unknown, args: Arguments): Value {
    loseCandidates(callee);
    for (const value of args.positional) this.escape(value, callee);
    if (args.keywords) for (const value of args.keywords.values()) this.escape(value, callee);
    return new Unknown(callee.reason);
  }

  /** An unknown function may change the containers it is given. */
  private escape(value: Value, callee: Unknown): void {
    if (!(value instanceof PyList || value instanceof PyDict)) return;
    touch(value);
    value.lost = new Unknown(`it was passed to something unknown: ${callee.reason}`);
  }

  undefinedName(name: string, node: Name): Value | null {
    if (this.openNames !== null) return new Unknown(this.openNames.reason);
    const value = this.nameSource(name);
    if (value !== null) this.undefinedNames.push(node);
    return value;
  }

  defined(func: PyFunction, frame: Frame): void {
    if (frame.file.isScript) this.functions.add(func);
  }

  private isHandled(): boolean {
    for (const attempt of this.tries.values()) if (attempt.handles) return true;
    return false;
  }

  enterTry(handles: boolean): number {
    this.tries.set(++this.lastTicket, { handles, doubts: this.doubts });
    return this.lastTicket;
  }

  leaveTry(ticket: number): Unknown | null {
    const attempt = this.tries.get(ticket);
    this.tries.delete(ticket);
    return attempt?.handles && this.doubts > attempt.doubts ? this.lastDoubt : null;
  }

  /** Whether anything so far was not modelled, or depends on what is not known: it may have had any effect. */
  get isInDoubt(): boolean {
    return this.doubts > 0;
  }

  private doubt(reason: Unknown): void {
    this.doubts++;
    this.lastDoubt = reason;
  }

  unknownModule(name: string, span: Span): Value {
    const unknown = new Unknown(`the module ${name} is not modelled`, null, span);
    this.unknowns.push({ span, reason: unknown.reason });
    this.doubt(unknown);
    return unknown;
  }

  openNamespace(reason: Unknown): void {
    this.openNames ??= reason;
  }

  /** Remembers what has been learnt so far; what is returned forgets what came later. */
  save(): () => void {
    const lists = [this.raised, this.faults, this.bindings, this.undefinedNames, this.unknowns];
    const lengths = lists.map(list => list.length);
    const functions = [...this.functions];
    const entered = [...this.entered];
    const { steps, doubts, lastDoubt, openNames } = this;
    const tensors = this.tensorsAtPause - this.firstTensor;
    return () => {
      for (const [index, list] of lists.entries()) list.length = lengths[index];
      this.functions.clear();
      for (const func of functions) this.functions.add(func);
      this.entered.clear();
      for (const code of entered) this.entered.add(code);
      Object.assign(this, { steps, doubts, lastDoubt, openNames });
      this.tensorsAtPause = tensorsMade();
      this.firstTensor = this.tensorsAtPause - tensors;
      this.tries.clear();
      // What was dropped in a pause may have been inside of branches.
      this.branchDepth = 0;
    };
  }

  /** Whether an exception of this kind ends the program without being a mistake. */
  static isExit(error: unknown): boolean {
    if (!(error instanceof PythonError)) return false;
    return (
      error.exception.cls.isSubclassOf(SystemExit) || error.exception.cls.isSubclassOf(KeyboardInterrupt)
    );
  }
}

/** Whether calls of this function that may never have been made wait for it: a recursion whose end is not known. */
function isOpenRecursion(func: PyFunction, caller: Frame | null): boolean {
  let waiting = 0;
  for (let at = caller; at !== null; at = at.caller) {
    const mayEnd = at.possibleReturns !== null || at.isUndecided;
    if (mayEnd && at.func?.code === func.code && ++waiting > 2) return true;
  }
  return false;
}
