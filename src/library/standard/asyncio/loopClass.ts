/** The event loop as a Python object, and the functions of asyncio that give one. */
import { doubleOf } from '../../../python/builtins/conversions.ts';
import { PyClass } from '../../../python/classes.ts';
import { PySet } from '../../../python/collections.ts';
import { RuntimeError, raise, ValueError } from '../../../python/errors.ts';
import {
  AwaitIterator,
  openAsyncGenerators,
  PyAwaitable,
  PyCoroutine,
} from '../../../python/evaluate/coroutines.ts';
import {
  method,
  type NativeFunction,
  named,
  native,
  suspendable,
  suspendableMethod,
} from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { objectClass } from '../../../python/types.ts';
import { NotKnown, PyFloat, type PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { EventLoop, Handle, loopState, noRunningLoop } from './eventLoop.ts';
import { futureClass, handleClass, PyFuture, timerClass } from './futures.ts';
import { makeTask, reportUnheard, taskState } from './tasks.ts';
import { runInThread } from './threads.ts';

const loopOf = (self: Value): EventLoop => self as EventLoop;

function pythonCallback(func: Value, args: Value): (py: Interpreter) => Suspendable<void> {
  return function* (py) {
    yield* py.callAndWait(func, (args as PyTuple).items);
  };
}

function soon(self: Value, func: Value, args: Value): Value {
  const handle = new Handle(handleClass, pythonCallback(func, args));
  loopOf(self).soon(handle);
  return handle;
}

function later(self: Value, when: number, func: Value, args: Value): Value {
  const handle = new Handle(timerClass, pythonCallback(func, args), when);
  loopOf(self).later(handle);
  return handle;
}

/** Seconds; what is not known cannot be waited for in any order. */
function secondsOf(py: Interpreter, value: Value): number {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  return doubleOf(py, value);
}

export const loopClass: PyClass = new PyClass(
  '_UnixSelectorEventLoop',
  [objectClass],
  named(
    suspendableMethod('run_until_complete(self, future)', function* ([self, future], py) {
      return yield* runUntilComplete(py, loopOf(self), future);
    }),
    suspendableMethod('run_forever(self)', function* ([self], py) {
      const loop = loopOf(self);
      yield* running(py, loop, function* () {
        loop.isStopping = false;
        while (!loop.isStopping) if (!(yield* loop.turn(py))) throw waitsForever();
      });
      return null;
    }),
    method('stop(self)', ([self]) => {
      loopOf(self).isStopping = true;
      return null;
    }),
    method('close(self)', ([self]) => {
      if (loopOf(self).isRunning) throw raise(RuntimeError, 'Cannot close a running event loop');
      loopOf(self).isClosed = true;
      return null;
    }),
    method('is_running(self)', ([self]) => loopOf(self).isRunning),
    method('is_closed(self)', ([self]) => loopOf(self).isClosed),
    method('create_task(self, coro, *, name=None, context=None)', ([self, coroutine, name], py) =>
      makeTask(py, loopOf(self), coroutine, name),
    ),
    method('create_future(self)', ([self]) => new PyFuture(futureClass, loopOf(self))),
    method('call_soon(self, callback, *args, context=None)', ([self, func, args]) => soon(self, func, args)),
    method('call_soon_threadsafe(self, callback, *args, context=None)', ([self, func, args]) =>
      soon(self, func, args),
    ),
    method('call_later(self, delay, callback, *args, context=None)', ([self, delay, func, args], py) =>
      later(self, loopOf(self).now(py) + secondsOf(py, delay), func, args),
    ),
    method('call_at(self, when, callback, *args, context=None)', ([self, when, func, args], py) =>
      later(self, secondsOf(py, when), func, args),
    ),
    method('time(self)', ([self], py) => new PyFloat(loopOf(self).now(py))),
    suspendableMethod('run_in_executor(self, executor, func, *args)', function* ([self, , func, args], py) {
      return yield* runInThread(py, loopOf(self), func, args as PyTuple);
    }),
    method('shutdown_asyncgens(self)', (_args, py) => atOnce(() => closeGenerators(py))),
    method('shutdown_default_executor(self)', () => atOnce(function* () {})),
    method('set_debug(self, enabled)', () => null),
    method('get_debug(self)', () => false),
    method('set_exception_handler(self, handler)', () => null),
    method('set_default_executor(self, executor)', () => null),
    method(
      '__repr__(self)',
      ([self]) =>
        `<_UnixSelectorEventLoop running=${loopOf(self).isRunning ? 'True' : 'False'} closed=${loopOf(self).isClosed ? 'True' : 'False'} debug=False>`,
    ),
  ),
  { module: 'asyncio.unix_events', subclassable: false },
);

const awaitableClass = new PyClass(
  'coroutine',
  [objectClass],
  named(method('__await__(self)', ([self]) => new AwaitIterator((self as PyAwaitable).start()))),
);

function atOnce(body: () => Suspendable<void>): Value {
  return new PyAwaitable(awaitableClass, function* () {
    yield* body();
    return null;
  });
}

function* closeGenerators(py: Interpreter): Suspendable<void> {
  for (const generator of [...py.state(openAsyncGenerators)]) yield* generator.finish();
}

function waitsForever(): Error {
  return raise(RuntimeError, 'the event loop waits forever: nothing is left that could wake it');
}

/** Makes the loop the running one while the body runs. */
function* running<T>(py: Interpreter, loop: EventLoop, body: () => Suspendable<T>): Suspendable<T> {
  if (loop.isClosed) throw raise(RuntimeError, 'Event loop is closed');
  const state = py.state(loopState);
  if (loop.isRunning) throw raise(RuntimeError, 'This event loop is already running');
  if (state.running !== null)
    throw raise(RuntimeError, 'Cannot run the event loop while another loop is running');
  state.running = loop;
  loop.isRunning = true;
  try {
    return yield* body();
  } finally {
    state.running = null;
    loop.isRunning = false;
  }
}

/** Runs the loop until a future is done, or a coroutine as a task of its own. */
function* runUntilComplete(py: Interpreter, loop: EventLoop, awaited: Value): Suspendable<Value> {
  if (awaited instanceof Unknown) throw new NotKnown(awaited.reason);
  return yield* running(py, loop, function* () {
    const future = awaited instanceof PyFuture ? awaited : makeTask(py, loop, awaited, null, true);
    while (!future.isDone) {
      if (yield* loop.turn(py)) continue;
      if (!py.running) throw new NotKnown('what the event loop waits for is not known');
      throw waitsForever();
    }
    return future.result(py);
  });
}

/** Cancels what is left when the main task has ended, and lets it end. */
function* finish(py: Interpreter, loop: EventLoop): Suspendable<void> {
  const left = py.state(taskState).all.filter(task => task.loop === loop && !task.isDone);
  for (const task of left) task.cancel(py, null);
  yield* running(py, loop, function* () {
    while (left.some(task => !task.isDone)) if (!(yield* loop.turn(py))) break;
    yield* closeGenerators(py);
  });
  reportUnheard(py);
  loop.isClosed = true;
}

function newLoop(): EventLoop {
  return new EventLoop(loopClass);
}

export const loopFunctions: readonly NativeFunction[] = [
  native('get_running_loop()', (_args, py) => {
    const { running: loop } = py.state(loopState);
    if (loop === null) throw noRunningLoop(py);
    return loop;
  }),
  native('_get_running_loop()', (_args, py) => py.state(loopState).running),
  native('get_event_loop()', (_args, py) => {
    const state = py.state(loopState);
    state.current ??= newLoop();
    return state.running ?? state.current;
  }),
  native('new_event_loop()', () => newLoop()),
  native('set_event_loop(loop)', ([loop], py) => {
    py.state(loopState).current = loop as EventLoop | null;
    return null;
  }),
  suspendable('run(main, *, debug=None)', function* ([main], py) {
    if (main instanceof Unknown) throw new NotKnown(main.reason);
    if (py.state(loopState).running !== null) {
      throw raise(RuntimeError, 'asyncio.run() cannot be called from a running event loop');
    }
    if (!(main instanceof PyCoroutine)) {
      throw raise(ValueError, `a coroutine was expected, got ${py.repr(main)}`);
    }
    const loop = newLoop();
    try {
      return yield* runUntilComplete(py, loop, main);
    } finally {
      yield* finish(py, loop);
    }
  }),
  suspendable('_finish(loop)', function* ([loop], py) {
    yield* finish(py, loopOf(loop));
    return null;
  }),
  native('current_task(loop=None)', (_args, py) => {
    const { current } = py.state(taskState);
    if (current === null && !py.running) throw noRunningLoop(py);
    return current;
  }),
  native('all_tasks(loop=None)', ([given], py) => {
    const loop = given ?? py.state(loopState).running;
    if (loop === null) throw noRunningLoop(py);
    const open = py.state(taskState).all.filter(task => task.loop === loop && !task.isDone);
    const set = new PySet();
    for (const task of open) set.add(task, py.keyRules);
    return set;
  }),
];
