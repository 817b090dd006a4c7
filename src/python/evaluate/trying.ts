/** Compiles `try` and `with`. */
import { PyClass } from '../classes.ts';
import {
  AttributeError,
  BaseException,
  PythonError,
  raise,
  type TracebackFrame,
  TypeError,
} from '../errors.ts';
import { callWithSelf, startNow } from '../operations/calls.ts';
import { Pending, type Suspendable, settle } from '../suspension.ts';
import type { AsyncWith, ExceptHandler, Span, Try, TryStar, With } from '../syntax.ts';
import { classOf } from '../types.ts';
import { PyTuple, touch, Unknown, type Value } from '../values.ts';
import type { Store } from './code.ts';
import { type Completion, type Evaluate, type Execute, NORMAL } from './code.ts';
import type { Compiler } from './compiler.ts';
import type { Frame } from './frame.ts';
import { recover } from './guard.ts';
import { compileBinding } from './names.ts';
import type { Scope } from './scopes.ts';
import { compileStore } from './targets.ts';

interface Handler {
  readonly node: ExceptHandler;
  readonly type: Evaluate | null;
  readonly bind: ((frame: Frame, value: Value) => void) | null;
  readonly body: Execute;
}

export function compileTry(compiler: Compiler, node: Try | TryStar, scope: Scope): Execute {
  const body = compiler.block(node.body, scope);
  const handlers = node.handlers.map(
    (handler): Handler => ({
      node: handler,
      type: handler.type ? compiler.expression(handler.type, scope) : null,
      bind: handler.name === null ? null : compileBinding(handler.name, scope),
      body: compiler.block(handler.body, scope),
    }),
  );
  const otherwise = compiler.block(node.orelse, scope);
  const final = node.finalbody.length > 0 ? compiler.block(node.finalbody, scope) : null;

  function* guarded(frame: Frame): Suspendable<Completion> {
    const policy = frame.py.policy;
    let completion: Completion;
    const attempt = policy.enterTry(handlers.length > 0);
    try {
      completion = yield* settle(body(frame));
    } catch (error) {
      policy.leaveTry(attempt);
      const handler = yield* pick(frame, handlers, error);
      if (handler === null) throw error;
      return yield* handle(frame, handler, error as PythonError);
    }
    const doubtful = policy.leaveTry(attempt);
    if (doubtful && handlers.length > 0 && completion === NORMAL) {
      // Something in the body is not modelled and may raise: the handlers may run as well.
      const alternatives = [
        () => otherwise(frame),
        ...handlers.map(handler => () => startNow(handle(frame, handler, null))),
      ];
      return yield* settle(policy.branch(frame, doubtful, alternatives));
    }
    return completion === NORMAL ? yield* settle(otherwise(frame)) : completion;
  }

  function* run(frame: Frame): Suspendable<Completion> {
    if (final === null) return yield* guarded(frame);
    let completion: Completion;
    try {
      completion = yield* guarded(frame);
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      const place = error.place;
      const last = yield* settle(final(frame));
      if (last !== NORMAL) return last;
      error.place = place;
      throw error;
    }
    const returned = frame.returnValue;
    const last = yield* settle(final(frame));
    if (last !== NORMAL) return last;
    frame.returnValue = returned;
    return completion;
  }
  return frame => startNow(run(frame));
}

function* pick(frame: Frame, handlers: readonly Handler[], error: unknown): Suspendable<Handler | null> {
  if (!(error instanceof PythonError)) return null;
  for (const handler of handlers) {
    if (handler.type === null) return handler;
    const type = yield* settle(handler.type(frame));
    if (matches(error, type)) return handler;
  }
  return null;
}

function matches(error: PythonError, type: Value): boolean {
  if (type instanceof PyTuple) return type.items.some(item => matches(error, item));
  if (type instanceof Unknown) return true;
  if (!(type instanceof PyClass) || !type.isSubclassOf(BaseException)) {
    throw raise(TypeError, 'catching classes that do not inherit from BaseException is not allowed');
  }
  return error.exception.cls.isSubclassOf(type);
}

/** Runs a handler; `error` is null when analysis only assumes that something was raised. */
function* handle(frame: Frame, handler: Handler, error: PythonError | null): Suspendable<Completion> {
  const outer = frame.handled;
  frame.handled = error;
  if (error !== null) {
    error.caught = [...error.traceback, placeIn(frame, error.place?.span ?? frame.span)];
    error.place = null;
    // The traceback starts here again: the frames below have been left.
    error.traceback.length = 0;
  }
  handler.bind?.(frame, error?.exception ?? new Unknown('which exception was raised is not known'));
  try {
    return yield* settle(handler.body(frame));
  } catch (next) {
    if (next instanceof PythonError && error !== null && next !== error) chain(next, error);
    throw next;
  } finally {
    frame.handled = outer;
    // Python unbinds the name; it is kept here, as a later read is an error nobody makes on purpose.
  }
}

function placeIn(frame: Frame, span: Span | null): TracebackFrame {
  const functionName = frame.func?.code.name ?? '<module>';
  return { path: frame.file.path, line: span?.start.line ?? 0, functionName, span };
}

/** Sets `__context__`, so that tracebacks say "During handling of the above exception…". */
function chain(next: PythonError, error: PythonError): void {
  const attributes = next.exception.attributes!;
  if (attributes.map.get('__context__') === null && next.exception !== error.exception) {
    touch(attributes);
    attributes.map.set('__context__', error.exception);
  }
}

// --- with --------------------------------------------------------------------------------------------------------

interface Item {
  readonly node: With['items'][number];
  readonly context: Evaluate;
  readonly store: Store | null;
}

export function compileWith(compiler: Compiler, node: With | AsyncWith, scope: Scope): Execute {
  const items = node.items.map(
    (item): Item => ({
      node: item,
      context: compiler.expression(item.context_expr, scope),
      store: item.optional_vars ? compileStore(compiler, item.optional_vars, scope) : null,
    }),
  );
  const body = compiler.block(node.body, scope);
  return frame => startNow(enter(frame, items, 0, body));
}

function* enter(frame: Frame, items: readonly Item[], index: number, body: Execute): Suspendable<Completion> {
  if (index === items.length) return yield* settle(body(frame));
  const item = items[index];
  const manager = yield* settle(item.context(frame));
  let entered: Value;
  try {
    entered = yield* settle(callSpecial(frame, manager, '__enter__', []));
  } catch (error) {
    entered = recover(frame, item.node.context_expr, error);
  }
  if (item.store !== null) {
    const stored = item.store(frame, entered);
    if (stored instanceof Pending) yield* stored.rest;
  }
  let completion: Completion;
  try {
    completion = yield* enter(frame, items, index + 1, body);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const place = error.place;
    const exception = error.exception;
    const swallowed = yield* settle(
      callSpecial(frame, manager, '__exit__', [exception.cls, exception, null]),
    );
    error.place = place;
    if (swallowed instanceof Unknown || !frame.py.truth(swallowed)) throw error;
    return NORMAL;
  }
  const returned = frame.returnValue;
  yield* settle(callSpecial(frame, manager, '__exit__', [null, null, null]));
  frame.returnValue = returned;
  return completion;
}

function callSpecial(frame: Frame, manager: Value, name: string, args: Value[]): Value | Pending {
  if (manager instanceof Unknown) return new Unknown(manager.reason, name === '__exit__' ? 'bool' : null);
  const method = classOf(manager).lookup(name);
  if (method === undefined || method === null) {
    throw raise(
      name === '__enter__' ? TypeError : AttributeError,
      `'${classOf(manager).name}' object does not support the context manager protocol`,
    );
  }
  return callWithSelf(frame.py, method, manager, { positional: args, keywords: null });
}
