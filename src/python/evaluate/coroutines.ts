/** Coroutines, asynchronous generators, and what `await`, `async for` and `async with` do with them. */
import type { PyClass } from '../classes.ts';
import {
  GeneratorExit,
  makeException,
  PythonError,
  RuntimeError,
  raise,
  StopAsyncIteration,
  TypeError,
} from '../errors.ts';
import { PyIterator } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { startNow } from '../operations/calls.ts';
import { StateKey } from '../state.ts';
import { Pending, type Signal, type Suspendable, settle } from '../suspension.ts';
import type { Await } from '../syntax.ts';
import { asyncGeneratorClass, classOf, coroutineClass } from '../types.ts';
import { NotKnown, PyObject, Unknown, type Value } from '../values.ts';
import type { Evaluate, Execute } from './code.ts';
import { evaluateOne } from './combine.ts';
import type { Compiler } from './compiler.ts';
import type { Frame } from './frame.ts';
import { FrameRun } from './generators.ts';
import { guard } from './guard.ts';
import { ResumableIterator } from './resumable.ts';
import type { Scope } from './scopes.ts';
import { delegate } from './yielding.ts';

/** An iterator that no one goes through: it stands for a frame in the journal. */
const mark = (): PyIterator => new PyIterator(() => undefined);

/** What calling an `async def` gives. */
export class PyCoroutine extends PyObject {
  declare cls: PyClass;
  readonly run: FrameRun;

  constructor(frame: Frame, body: Execute) {
    super();
    this.run = new FrameRun('coroutine', frame, body, mark());
  }

  /** Runs it to its end inside another computation, which then waits for what this one waits for. */
  *awaited(): Suspendable<Value> {
    this.demandFresh();
    if (this.run.state !== 'created') throw raise(RuntimeError, 'coroutine is being awaited already');
    let kind: 'next' | 'throw' = 'next';
    let input: unknown = null;
    for (;;) {
      const piece = yield* settle(this.run.resume(kind, input));
      if (piece === 'end') return this.run.returned;
      try {
        input = yield piece;
        kind = 'next';
      } catch (error) {
        input = error;
        kind = 'throw';
      }
    }
  }

  /** @throws PythonError when it has run to its end */
  demandFresh(): void {
    if (this.run.state !== 'closed') return;
    // Under analysis another branch may have run it.
    if (!this.run.frame.py.running) throw new NotKnown('whether the coroutine has been awaited is not known');
    throw raise(RuntimeError, 'cannot reuse already awaited coroutine');
  }
}
PyCoroutine.prototype.cls = coroutineClass;

/** Those that have begun and not ended: the event loop closes them when it ends. */
export const openAsyncGenerators = new StateKey<Set<PyAsyncGenerator>>('async generators', () => new Set());

/** What calling an `async def` with a `yield` gives, and an asynchronous generator expression. */
export class PyAsyncGenerator extends PyObject {
  declare cls: PyClass;
  readonly run: FrameRun;

  constructor(frame: Frame, body: Execute) {
    super();
    this.run = new FrameRun('async generator', frame, body, mark());
  }

  /** Runs to the next value; undefined at the end. */
  *step(firstKind: 'next' | 'throw', firstInput: unknown): Suspendable<Value | undefined> {
    const open = this.run.frame.py.state(openAsyncGenerators);
    open.add(this);
    try {
      return yield* this.advance(firstKind, firstInput);
    } finally {
      if (this.run.state === 'closed') open.delete(this);
    }
  }

  private *advance(firstKind: 'next' | 'throw', firstInput: unknown): Suspendable<Value | undefined> {
    let kind = firstKind;
    let input = firstInput;
    for (;;) {
      const piece = yield* settle(this.run.resume(kind, input));
      if (piece === 'end') return undefined;
      if (piece.kind === 'yield') return piece.value;
      try {
        input = yield piece;
        kind = 'next';
      } catch (error) {
        input = error;
        kind = 'throw';
      }
    }
  }

  /** `aclose()`: lets the body run its `finally` clauses. */
  *finish(): Suspendable<Value> {
    if (this.run.state === 'created') this.run.close();
    if (this.run.state !== 'suspended') return null;
    let value: Value | undefined;
    try {
      value = yield* this.step('throw', new PythonError(makeException(GeneratorExit)));
    } catch (error) {
      if (error instanceof PythonError && isEnd(error)) return null;
      throw error;
    }
    if (value !== undefined) throw raise(RuntimeError, 'async generator ignored GeneratorExit');
    return null;
  }
}
PyAsyncGenerator.prototype.cls = asyncGeneratorClass;

function isEnd({ exception }: PythonError): boolean {
  return exception.cls.isSubclassOf(GeneratorExit) || exception.cls.isSubclassOf(StopAsyncIteration);
}

/** An object whose `await` runs a computation of the library. */
export class PyAwaitable extends PyObject {
  cls: PyClass;
  readonly start: () => Suspendable<Value>;

  constructor(cls: PyClass, start: () => Suspendable<Value>) {
    super();
    this.cls = cls;
    this.start = start;
  }
}

/** A computation as the iterator that `__await__` gives. */
export class AwaitIterator extends ResumableIterator {
  private readonly computation: Suspendable<Value>;
  returned: Value = null;

  constructor(computation: Suspendable<Value>) {
    super(() => this.resume('next', null));
    this.computation = computation;
  }

  resume(kind: 'next' | 'throw', input: unknown): Value | Pending | undefined {
    const { computation } = this;
    const step = kind === 'next' ? computation.next(input) : computation.throw(input);
    if (!step.done && step.value.kind === 'wait') return new Pending(this.waitOn(step.value));
    return this.take(step);
  }

  private take(step: IteratorResult<Signal, Value>): Value | undefined {
    if (!step.done) return step.value.kind === 'wait' ? null : step.value.value;
    this.returned = step.value;
    return undefined;
  }

  private *waitOn(first: Signal): Suspendable<Value> {
    let signal = first;
    for (;;) {
      let step: IteratorResult<Signal, Value>;
      let answer: unknown;
      let failed = false;
      try {
        answer = yield signal;
      } catch (error) {
        answer = error;
        failed = true;
      }
      step = failed ? this.computation.throw(answer) : this.computation.next(answer);
      if (!step.done && step.value.kind === 'wait') signal = step.value;
      else return this.take(step) as Value;
    }
  }

  close(): void {
    this.computation.return(null);
  }
}

export function compileAwait(compiler: Compiler, node: Await, scope: Scope): Evaluate {
  const value = compiler.expression(node.value, scope);
  return guard(
    node,
    evaluateOne(value, (frame, awaited) => startNow(awaitValue(frame.py, awaited))),
  );
}

/** `await value`, inside a computation of a coroutine. */
export function* awaitValue(py: Interpreter, value: Value): Suspendable<Value> {
  if (value instanceof Unknown) return new Unknown(value.reason);
  if (value instanceof PyCoroutine) return yield* value.awaited();
  if (value instanceof PyAwaitable) return yield* value.start();
  const method = classOf(value).lookup('__await__');
  if (method === undefined || method === null) {
    throw raise(TypeError, `object ${classOf(value).name} can't be used in 'await' expression`);
  }
  const iterator = yield* py.callAndWait(method, [value]);
  if (iterator instanceof Unknown) return new Unknown(iterator.reason);
  if (iterator instanceof PyCoroutine) throw raise(TypeError, '__await__() returned a coroutine');
  if (classOf(iterator).lookup('__next__') === undefined && !(iterator instanceof PyIterator)) {
    throw raise(TypeError, `__await__() returned non-iterator of type '${classOf(iterator).name}'`);
  }
  return yield* delegate(py, iterator, 'await');
}

/** The iterator of `async for`: its values have to be waited for. */
export function asyncIteratorOf(py: Interpreter, value: Value): PyIterator {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof PyAsyncGenerator) {
    return new PyIterator(() => startNow(value.step('next', null)) as Value | Pending | undefined);
  }
  const open = classOf(value).lookup('__aiter__');
  if (open === undefined || open === null) {
    const name = classOf(value).name;
    throw raise(TypeError, `'async for' requires an object with __aiter__ method, got ${name}`);
  }
  const iterator = py.call(open, [value]);
  if (iterator instanceof Unknown) throw new NotKnown(iterator.reason);
  if (iterator instanceof PyAsyncGenerator) return asyncIteratorOf(py, iterator);
  const next = classOf(iterator).lookup('__anext__');
  if (next === undefined || next === null) {
    throw raise(
      TypeError,
      `'async for' received an object from __aiter__ that does not implement __anext__: ${classOf(iterator).name}`,
    );
  }
  return new PyIterator(() => startNow(nextItem(py, next, iterator)) as Value | Pending | undefined);
}

function* nextItem(py: Interpreter, next: Value, iterator: Value): Suspendable<Value | undefined> {
  try {
    return yield* awaitValue(py, yield* py.callAndWait(next, [iterator]));
  } catch (error) {
    if (error instanceof PythonError && error.exception.cls.isSubclassOf(StopAsyncIteration))
      return undefined;
    throw error;
  }
}

/** Python warns when a coroutine is dropped that never began. */
export function warnOfUnawaited(frame: Frame, { run }: PyCoroutine): void {
  if (!frame.py.running || run.state !== 'created') return;
  const { path, text } = frame.file;
  const line = frame.span?.start.line ?? 0;
  const source = text.split(/\r\n|\r|\n/)[line - 1]?.trim() ?? '';
  frame.py.host.write(
    'stderr',
    `${path}:${line}: RuntimeWarning: coroutine '${run.frame.scope.name}' was never awaited\n  ${source}\n` +
      'RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n',
  );
}

/** Whether `await` takes it. */
export function isAwaitable(value: Value): boolean {
  if (value instanceof PyCoroutine || value instanceof PyAwaitable) return true;
  return (classOf(value).lookup('__await__') ?? null) !== null;
}
