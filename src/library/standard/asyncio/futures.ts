/** asyncio's futures: results that will be there. */
import { PyClass } from '../../../python/classes.ts';
import { BaseException, PythonError, RuntimeError, raise } from '../../../python/errors.ts';
import { AwaitIterator } from '../../../python/evaluate/coroutines.ts';
import { method, named, native, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import type { Statement } from '../../../python/syntax.ts';
import { classOf, objectClass } from '../../../python/types.ts';
import { type Mutable, PyInstance, touch, Unknown, type Value } from '../../../python/values.ts';
import { cancelledError, invalidState } from './errors.ts';
import { type Callback, type EventLoop, Handle, loopState, noRunningLoop } from './eventLoop.ts';

export const handleClass = new PyClass(
  'Handle',
  [objectClass],
  named(
    method('cancel(self)', ([self]) => {
      (self as Handle).cancelled = true;
      return null;
    }),
    method('cancelled(self)', ([self]) => (self as Handle).cancelled),
  ),
  { module: 'asyncio.events' },
);

export const timerClass = new PyClass('TimerHandle', [handleClass], [], { module: 'asyncio.events' });

/** A callback of the loop itself, or of the script with its own function to compare with. */
interface Waiting {
  readonly run: (py: Interpreter, future: PyFuture) => Suspendable<void>;
  readonly func: Value;
}

type Outcome =
  | { readonly kind: 'pending' }
  | { readonly kind: 'result'; readonly value: Value }
  | { readonly kind: 'error'; readonly error: PythonError }
  | { readonly kind: 'cancelled'; readonly message: Value };

const PENDING: Outcome = { kind: 'pending' };

export class PyFuture extends PyInstance implements Mutable {
  readonly loop: EventLoop;
  outcome: Outcome = PENDING;
  /** Whether somebody has asked for its exception. */
  isHeard = false;
  private callbacks: Waiting[] = [];

  constructor(cls: PyClass, loop: EventLoop) {
    super(cls);
    this.loop = loop;
  }

  get isDone(): boolean {
    return this.outcome.kind !== 'pending';
  }

  settle(outcome: Outcome): void {
    if (this.isDone) throw invalidState('invalid state');
    touch(this);
    this.outcome = outcome;
    for (const waiting of this.callbacks.splice(0)) this.call(waiting);
  }

  /** Calls back, at a later turn of the loop, when it is done. */
  whenDone(waiting: Waiting): void {
    touch(this);
    if (this.isDone) this.call(waiting);
    else this.callbacks.push(waiting);
  }

  /** Takes callbacks back; how many there were. */
  forget(func: Value): number {
    touch(this);
    const before = this.callbacks.length;
    this.callbacks = this.callbacks.filter(waiting => !isSame(waiting.func, func));
    return before - this.callbacks.length;
  }

  private call({ run }: Waiting): void {
    const callback: Callback = py => run(py, this);
    this.loop.soon(new Handle(handleClass, callback));
  }

  /** False when it is done already. */
  cancel(_py: Interpreter, message: Value): boolean {
    if (this.isDone) return false;
    this.settle({ kind: 'cancelled', message });
    return true;
  }

  /** What `result()` gives or raises. */
  result(py: Interpreter): Value {
    const { outcome } = this;
    switch (outcome.kind) {
      case 'pending':
        throw invalidState('Result is not set.');
      case 'cancelled':
        throw cancelledError(outcome.message);
      case 'error':
        this.isHeard = true;
        return raiseAgain(py, outcome.error);
      default:
        return outcome.value;
    }
  }

  /** `await future`. */
  *awaited(py: Interpreter): Suspendable<Value> {
    if (!this.isDone) {
      const answer = yield { kind: 'await', value: this };
      // Analysis does not wait in a branch that is not certain.
      if (answer instanceof Unknown) return answer;
      if (!this.isDone) throw raise(RuntimeError, "await wasn't used with future");
    }
    return this.result(py);
  }

  capture(): { outcome: Outcome; callbacks: Waiting[] } {
    return { outcome: this.outcome, callbacks: this.callbacks.slice() };
  }

  restore(state: unknown): void {
    const saved = state as { outcome: Outcome; callbacks: Waiting[] };
    this.outcome = saved.outcome;
    this.callbacks = saved.callbacks.slice();
  }

  join(state: unknown): void {
    const saved = state as { outcome: Outcome; callbacks: Waiting[] };
    this.callbacks = [...new Set([...this.callbacks, ...saved.callbacks])];
    if (this.outcome === saved.outcome) return;
    const value = new Unknown('how the task ends depends on a condition');
    this.outcome = { kind: 'result', value };
    for (const waiting of this.callbacks.splice(0)) this.call(waiting);
  }
}

function isSame(mine: Value, other: Value): boolean {
  return mine === other;
}

/**
 * Raises a task's exception where its result is asked for. Analysis tells of it at the place where it was raised, unless
 * something handles it here.
 */
function raiseAgain(py: Interpreter, error: PythonError): Value {
  const [innermost] = error.traceback;
  if (!py.running && py.frame !== null && innermost?.span) {
    const place: Statement = { kind: 'Pass', span: innermost.span };
    const value = py.policy.recover(error, place, py.frame);
    if (value !== null) return value;
  }
  throw error;
}

/** The loop that a future without one belongs to. */
export function currentLoop(py: Interpreter): EventLoop {
  const { running, current } = py.state(loopState);
  const loop = running ?? current;
  if (loop === null) throw noRunningLoop(py);
  return loop;
}

const future = (self: Value): PyFuture => self as PyFuture;

/** The words by which a future's repr tells how it stands. */
export function stateText(py: Interpreter, { outcome }: PyFuture): string {
  switch (outcome.kind) {
    case 'pending':
      return 'pending';
    case 'cancelled':
      return 'cancelled';
    case 'error':
      return `finished exception=${py.repr(outcome.error.exception)}`;
    default:
      return `finished result=${py.repr(outcome.value)}`;
  }
}

export const futureClass: PyClass = new PyClass(
  'Future',
  [objectClass],
  [
    ...named(
      native('__new__(cls, *args, loop=None, **kwargs)', ([cls, , loop], py) => {
        return new PyFuture(cls as PyClass, (loop as EventLoop | null) ?? currentLoop(py));
      }),
      method('__init__(self, *, loop=None)', () => null),
      method('done(self)', ([self]) => future(self).isDone),
      method('cancelled(self)', ([self]) => future(self).outcome.kind === 'cancelled'),
      method('cancel(self, msg=None)', ([self, message], py) => future(self).cancel(py, message)),
      method('result(self)', ([self], py) => future(self).result(py)),
      method('exception(self)', ([self]) => {
        const { outcome } = future(self);
        if (outcome.kind === 'pending') throw invalidState('Exception is not set.');
        if (outcome.kind === 'cancelled') throw cancelledError(outcome.message);
        future(self).isHeard = true;
        return outcome.kind === 'error' ? outcome.error.exception : null;
      }),
      method('set_result(self, result)', ([self, value]) => {
        future(self).settle({ kind: 'result', value });
        return null;
      }),
      method('set_exception(self, exception)', ([self, given], py) => {
        const exception = given instanceof PyClass ? py.call(given, []) : given;
        if (!(exception instanceof PyInstance) || !exception.cls.isSubclassOf(BaseException)) {
          throw raise(RuntimeError, `invalid exception object: ${classOf(exception).name}`);
        }
        const before = future(self).outcome;
        if (before.kind !== 'pending') throw invalidState('invalid state');
        future(self).settle({ kind: 'error', error: errorOf(exception) });
        return null;
      }),
      method('add_done_callback(self, callback, /, *, context=None)', ([self, func]) => {
        future(self).whenDone({
          func,
          *run(py, done) {
            yield* py.callAndWait(func, [done]);
          },
        });
        return null;
      }),
      method('remove_done_callback(self, callback, /)', ([self, func]) => future(self).forget(func)),
      method('get_loop(self)', ([self]) => future(self).loop),
      method('__await__(self)', ([self], py) => new AwaitIterator(future(self).awaited(py))),
      method('__repr__(self)', ([self], py) => `<${future(self).cls.name} ${stateText(py, future(self))}>`),
    ),
    property('_exception', self => {
      const { outcome } = future(self);
      return outcome.kind === 'error' ? outcome.error.exception : null;
    }),
  ],
  { module: '_asyncio' },
);
(futureClass.attributes.map as Map<string, Value>).set(
  '__iter__',
  futureClass.attributes.map.get('__await__')!,
);

/** Errors by their exception, so that one that was raised keeps its traceback when it is set on another future. */
const raisedBefore = new WeakMap<PyInstance, PythonError>();

export function rememberError(error: PythonError): PythonError {
  raisedBefore.set(error.exception, error);
  return error;
}

function errorOf(exception: PyInstance): PythonError {
  return raisedBefore.get(exception) ?? new PythonError(exception, { code: 'raised' });
}

/** Sets an exception that was raised before, with its traceback. */
export function settleError(target: PyFuture, error: PythonError): void {
  target.settle({ kind: 'error', error: rememberError(error) });
}
