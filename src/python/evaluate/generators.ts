/** Frames that are run piece by piece, and the generators made of them. */
import {
  exceptionFrames,
  GeneratorExit,
  makeException,
  PythonError,
  RuntimeError,
  raise,
  StopIteration,
  TypeError,
  ValueError,
} from '../errors.ts';
import type { PyIterator, TypicalValue } from '../functions.ts';
import { Pending, type Signal, type Suspendable } from '../suspension.ts';
import { generatorClass } from '../types.ts';
import { NotKnown, touch, type Value } from '../values.ts';
import { type Completion, type Execute, RETURN } from './code.ts';
import type { Frame } from './frame.ts';
import { leaveByError } from './function.ts';
import { ResumableIterator } from './resumable.ts';

/** What one piece of a frame ends with: a value for whoever resumed it, or the end. */
export type Piece = Exclude<Signal, { kind: 'wait' }> | 'end';

/** How the kinds of frames are called in messages. */
export type FrameKind = 'generator' | 'coroutine' | 'async generator';

/** A frame that is run piece by piece. */
export class FrameRun {
  readonly frame: Frame;
  readonly kind: FrameKind;
  private readonly body: Execute;
  /** What the journal knows it by: where it stands cannot be put back, as with every iterator. */
  private readonly mark: PyIterator;
  private rest: Suspendable<Completion> | null = null;
  state: 'created' | 'suspended' | 'running' | 'closed' = 'created';
  /** What the body returned: `StopIteration.value`. */
  returned: Value = null;

  constructor(kind: FrameKind, frame: Frame, body: Execute, mark: PyIterator) {
    this.kind = kind;
    this.frame = frame;
    this.body = body;
    this.mark = mark;
  }

  /** Why analysis could not follow the frame to its end: whether there is more is not known then. */
  private lost: string | null = null;

  /** Goes on with a sent value or a thrown exception. */
  resume(kind: 'next' | 'throw', input: unknown): Piece | Pending<Piece> {
    touch(this.mark);
    if (this.state === 'running') throw raise(ValueError, `${this.kind} already executing`);
    if (this.state === 'closed') {
      if (this.lost !== null) throw new NotKnown(this.lost);
      if (kind === 'throw') throw input;
      return 'end';
    }
    if (this.state === 'created') {
      if (kind === 'throw') {
        this.state = 'closed';
        throw input;
      }
      if (input !== null) throw raise(TypeError, `can't send non-None value to a just-started ${this.kind}`);
    }
    const step = this.advance(kind, input);
    return step === 'end' || step.kind !== 'wait' ? step : new Pending(this.waitOn(step));
  }

  /** Runs to the next signal. */
  private advance(kind: 'next' | 'throw', input: unknown): Signal | 'end' {
    const py = this.frame.py;
    const caller = py.frame;
    const fresh = this.state === 'created';
    this.state = 'running';
    py.frame = this.frame;
    try {
      if (fresh) {
        const completion = this.body(this.frame);
        if (!(completion instanceof Pending)) return this.end(completion);
        this.rest = completion.rest;
        return this.take(this.rest.next());
      }
      return this.take(kind === 'next' ? this.rest!.next(input) : this.rest!.throw(input));
    } catch (error) {
      this.state = 'closed';
      if (error instanceof NotKnown) this.lost = error.reason;
      throw this.left(error);
    } finally {
      py.frame = caller;
    }
  }

  /** The exception that leaves the frame: one that would read as the end of an iteration becomes a RuntimeError. */
  private left(error: unknown): unknown {
    const left = leaveByError(error, this.frame);
    if (!(left instanceof PythonError)) return left;
    const { cls } = left.exception;
    const { py, possibleReturns } = this.frame;
    if (!py.running && possibleReturns !== null)
      return new NotKnown('whether it raises depends on a condition');
    const reserved =
      cls.isSubclassOf(StopIteration) ||
      (this.kind === 'async generator' && cls.mro.some(base => base.name === 'StopAsyncIteration'));
    if (!reserved) return left;
    exceptionFrames.set(left.exception, [...left.traceback]);
    const name = cls.isSubclassOf(StopIteration) ? 'StopIteration' : 'StopAsyncIteration';
    const stopped = raise(RuntimeError, `${this.kind} raised ${name}`);
    stopped.exception.attributes!.map.set('__cause__', left.exception);
    stopped.exception.attributes!.map.set('__context__', left.exception);
    return stopped;
  }

  private take(step: IteratorResult<Signal, Completion>): Signal | 'end' {
    if (step.done) return this.end(step.value);
    this.state = 'suspended';
    return step.value;
  }

  private end(completion: Completion): 'end' {
    this.state = 'closed';
    this.returned = completion === RETURN ? this.frame.returnValue : null;
    const { possibleReturns, py } = this.frame;
    for (const value of possibleReturns ?? []) this.returned = py.policy.join(this.returned, value);
    return 'end';
  }

  private *waitOn(first: Signal): Suspendable<Piece> {
    let signal = first;
    for (;;) {
      let answer: unknown;
      let failed = false;
      try {
        answer = yield signal;
      } catch (error) {
        failed = true;
        answer = error;
      }
      const next = this.advance(failed ? 'throw' : 'next', answer);
      if (next === 'end' || next.kind !== 'wait') return next;
      signal = next;
    }
  }

  /** `close()`: lets the body run its `finally` clauses. */
  close(): void {
    if (this.state === 'created') this.state = 'closed';
    if (this.state !== 'suspended') return;
    try {
      const { py } = this.frame;
      const next = py.settleNow(this.resume('throw', new PythonError(makeException(GeneratorExit))));
      if (next !== 'end') throw raise(RuntimeError, `${this.kind} ignored GeneratorExit`);
    } catch (error) {
      if (error instanceof PythonError && error.exception.cls === GeneratorExit) return;
      throw error;
    }
  }
}

/** A generator object. */
export class PyGenerator extends ResumableIterator {
  readonly run: FrameRun;

  /** `values`: what is known of them where they are not known one by one. */
  constructor(
    frame: Frame,
    body: Execute,
    values: { readonly typical: TypicalValue; readonly length: number | null } | null = null,
  ) {
    super(() => this.resume('next', null), values?.length ?? null, values?.typical ?? null);
    this.run = new FrameRun('generator', frame, body, this);
  }

  get frame(): Frame {
    return this.run.frame;
  }

  get state(): FrameRun['state'] {
    return this.run.state;
  }

  get returned(): Value {
    return this.run.returned;
  }

  /** Goes on with a sent value or a thrown exception; undefined at the end. */
  resume(kind: 'next' | 'throw', input: unknown): Value | Pending | undefined {
    const piece = this.run.resume(kind, input);
    return piece instanceof Pending ? new Pending(valueLater(piece)) : valueOf(piece);
  }

  close(): void {
    this.run.close();
  }
}
PyGenerator.prototype.cls = generatorClass;

function valueOf(piece: Piece): Value | undefined {
  return piece === 'end' ? undefined : piece.value;
}

/** The end of the iteration travels as undefined, which the type of Value leaves out on purpose. */
function* valueLater(pending: Pending<Piece>): Suspendable<Value> {
  return valueOf(yield* pending.rest) as Value;
}
