/** asyncio's tasks: coroutines that the event loop runs step by step. */
import { PyClass } from '../../../python/classes.ts';
import { PythonError, RuntimeError, raise, TypeError } from '../../../python/errors.ts';
import { PyCoroutine } from '../../../python/evaluate/coroutines.ts';
import type { Piece } from '../../../python/evaluate/generators.ts';
import { method, named, native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { StateKey } from '../../../python/state.ts';
import { type Suspendable, settle } from '../../../python/suspension.ts';
import { NotKnown, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { cancelledError, isCancelled } from './errors.ts';
import { type EventLoop, endsProgram, Handle, loopState, noRunningLoop, report } from './eventLoop.ts';
import { futureClass, handleClass, PyFuture, settleError, stateText } from './futures.ts';

/** The tasks of a program: the one that runs now, and all that were made. */
export const taskState = new StateKey<{ current: PyTask | null; all: PyTask[] }>('asyncio.tasks', () => ({
  current: null,
  all: [],
}));

export class PyTask extends PyFuture {
  readonly coroutine: PyCoroutine;
  name: Value;
  /** What it waits for. */
  private waiter: PyFuture | null = null;
  private mustCancel = false;
  cancelRequests = 0;
  private cancelMessage: Value = null;
  /** Under analysis: whether errors are told where they are raised, since nobody can take them from the task. */
  private readonly isMain: boolean;

  constructor(py: Interpreter, loop: EventLoop, coroutine: PyCoroutine, name: Value, isMain = false) {
    super(taskClass, loop);
    this.coroutine = coroutine;
    const state = py.state(loopState);
    this.name = name ?? `Task-${++state.tasks}`;
    this.isMain = isMain;
    py.state(taskState).all.push(this);
    this.schedule(null);
  }

  private schedule(thrown: PythonError | null): void {
    this.loop.soon(new Handle(handleClass, py => this.step(py, thrown)));
  }

  override cancel(py: Interpreter, message: Value): boolean {
    if (this.isDone) return false;
    this.cancelRequests++;
    if (this.waiter?.cancel(py, message)) return true;
    this.mustCancel = true;
    this.cancelMessage = message;
    return true;
  }

  /** Runs the coroutine to the next thing it waits for. */
  private *step(py: Interpreter, given: PythonError | null): Suspendable<void> {
    if (this.isDone) return;
    let thrown = given;
    if (this.mustCancel) {
      if (thrown === null || !isCancelled(thrown)) thrown = cancelledError(this.cancelMessage);
      this.mustCancel = false;
    }
    this.waiter = null;
    const tasks = py.state(taskState);
    const outer = tasks.current;
    tasks.current = this;
    const attempt = this.isMain ? null : py.policy.enterTry(true);
    let piece: Piece;
    try {
      const { run } = this.coroutine;
      piece = yield* settle(run.resume(thrown === null ? 'next' : 'throw', thrown));
    } catch (error) {
      this.fail(error, py);
      return;
    } finally {
      if (attempt !== null) py.policy.leaveTry(attempt);
      tasks.current = outer;
    }
    this.take(py, piece);
  }

  private fail(error: unknown, py: Interpreter): void {
    if (error instanceof NotKnown && !py.running) {
      this.settle({ kind: 'result', value: new Unknown(error.reason) });
      return;
    }
    if (!(error instanceof PythonError)) throw error;
    if (isCancelled(error)) super.cancel(py, messageOf(error));
    else settleError(this, error);
    if (endsProgram(error)) throw error;
  }

  /** What the coroutine stopped at. */
  private take(py: Interpreter, piece: Piece): void {
    if (piece === 'end') {
      if (this.mustCancel) {
        this.mustCancel = false;
        super.cancel(py, this.cancelMessage);
      } else this.settle({ kind: 'result', value: this.coroutine.run.returned });
      return;
    }
    const { value } = piece;
    if (value === null || value instanceof Unknown) this.schedule(null);
    else if (value === this) {
      this.schedule(raise(RuntimeError, `Task cannot await on itself: ${py.repr(this)}`));
    } else if (value instanceof PyFuture) this.waitFor(py, value);
    else this.schedule(raise(RuntimeError, `Task got bad yield: ${py.repr(value)}`));
  }

  private waitFor(py: Interpreter, awaited: PyFuture): void {
    const task = this;
    this.waiter = awaited;
    awaited.whenDone({
      func: null,
      *run(inner) {
        yield* task.step(inner, inner.running ? errorToThrow(awaited) : null);
      },
    });
    if (this.mustCancel && awaited.cancel(py, this.cancelMessage)) this.mustCancel = false;
  }
}

/** What `cancel()` was given. */
function messageOf({ exception }: PythonError): Value {
  const args = exception.attributes?.map.get('args');
  return args instanceof PyTuple ? (args.items[0] ?? null) : null;
}

function errorToThrow(awaited: PyFuture): PythonError | null {
  const { outcome } = awaited;
  if (outcome.kind === 'cancelled') return cancelledError(outcome.message);
  if (outcome.kind !== 'error') return null;
  awaited.isHeard = true;
  return outcome.error;
}

const task = (self: Value): PyTask => self as PyTask;

export const taskClass: PyClass = new PyClass(
  'Task',
  [futureClass],
  named(
    native('__new__(cls, coro, *, loop=None, name=None, context=None)', ([, coroutine, loop, name], py) =>
      makeTask(py, loop as EventLoop | null, coroutine, name),
    ),
    method('get_name(self)', ([self]) => task(self).name),
    method('set_name(self, value, /)', ([self, name], py) => {
      task(self).name = py.str(name);
      return null;
    }),
    method('get_coro(self)', ([self]) => task(self).coroutine),
    method('cancelling(self)', ([self]) => task(self).cancelRequests),
    method('uncancel(self)', ([self]) => {
      if (task(self).cancelRequests > 0) task(self).cancelRequests--;
      return task(self).cancelRequests;
    }),
    method('__init__(self, *args, **kwargs)', () => null),
    method('__repr__(self)', ([self], py) => {
      const { coroutine, name } = task(self);
      const [state, ...rest] = stateText(py, task(self)).split(' ');
      const line = coroutine.run.frame.func?.code.node.span.start.line ?? 0;
      const { path } = coroutine.run.frame.file;
      const qualified = coroutine.run.frame.scope.name;
      const place =
        coroutine.run.state === 'closed'
          ? `<${qualified}() done, defined at ${path}:${line}>`
          : `<${qualified}() running at ${path}:${coroutine.run.frame.span?.start.line ?? line}>`;
      return `<Task ${[state, `name=${py.repr(name)}`, `coro=${place}`, ...rest].join(' ')}>`;
    }),
  ),
  { module: '_asyncio' },
);

/** A task for a coroutine, to begin at the loop's next turn. */
export function makeTask(
  py: Interpreter,
  loop: EventLoop | null,
  coroutine: Value,
  name: Value,
  isMain = false,
): PyTask {
  if (coroutine instanceof Unknown) throw new NotKnown(coroutine.reason);
  if (!(coroutine instanceof PyCoroutine)) {
    throw raise(TypeError, `a coroutine was expected, got ${py.repr(coroutine)}`);
  }
  const { running, current } = py.state(loopState);
  const owner = loop ?? running ?? current;
  if (owner === null) throw noRunningLoop(py);
  return new PyTask(py, owner, coroutine, name, isMain);
}

/** Tells of exceptions of tasks whose result nobody has asked for. */
export function reportUnheard(py: Interpreter): void {
  const tasks = py.state(taskState);
  for (const made of tasks.all) {
    if (made.outcome.kind !== 'error' || made.isHeard) continue;
    report(py, `Task exception was never retrieved\nfuture: ${py.repr(made)}`, made.outcome.error);
  }
  tasks.all = tasks.all.filter(made => !made.isDone);
}
