/** Compiles `try` and `with`. */
import { PyClass } from '../classes.ts';
import { BaseException, exceptionFrames, PythonError, raise, TypeError } from '../errors.ts';
import { groupOf, isGroup, leavesOf, split } from '../exceptionGroups.ts';
import { callWithSelf, startNow } from '../operations/calls.ts';
import { Pending, type Suspendable, settle } from '../suspension.ts';
import {
  type AsyncWith,
  type ExceptHandler,
  type Expression,
  type Node,
  type Statement,
  type Try,
  type TryStar,
  type With,
  walk,
} from '../syntax.ts';
import { tracebackOf } from '../tracebackObjects.ts';
import { classOf } from '../types.ts';
import { type PyInstance, PyObject, PyTuple, touch, Unknown, type Value } from '../values.ts';
import type { Store } from './code.ts';
import { type Completion, type Evaluate, type Execute, NORMAL } from './code.ts';
import type { Compiler } from './compiler.ts';
import { awaitValue } from './coroutines.ts';
import type { Frame } from './frame.ts';
import { noteFrame, PyFunction } from './function.ts';
import type { PyGenerator } from './generators.ts';
import { recover } from './guard.ts';
import { compileBinding, compileUnbinding } from './names.ts';
import type { Scope } from './scopes.ts';
import { compileStore } from './targets.ts';

interface Handler {
  readonly node: ExceptHandler;
  readonly type: Evaluate | null;
  readonly bind: ((frame: Frame, value: Value) => void) | null;
  readonly unbind: ((frame: Frame) => void) | null;
  readonly body: Execute;
}

export function compileTry(compiler: Compiler, node: Try | TryStar, scope: Scope): Execute {
  const body = compiler.block(node.body, scope);
  const handlers = node.handlers.map(
    (handler): Handler => ({
      node: handler,
      type: handler.type ? compiler.expression(handler.type, scope) : null,
      bind: handler.name === null ? null : compileBinding(handler.name, scope),
      unbind: handler.name === null ? null : compileUnbinding(handler.name, scope),
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
      if (node.kind === 'TryStar' && error instanceof PythonError)
        return yield* handleParts(frame, handlers, error);
      const handler = yield* pick(frame, handlers, error);
      if (handler === null && saysThatAnErrorIsMissing(frame, node.body, error)) return NORMAL;
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
    if (completion !== NORMAL) return completion;
    try {
      return yield* settle(otherwise(frame));
    } catch (error) {
      if (saysThatAnErrorIsMissing(frame, node.orelse, error)) return NORMAL;
      throw error;
    }
  }

  function* run(frame: Frame): Suspendable<Completion> {
    if (final === null) return yield* guarded(frame);
    let completion: Completion;
    try {
      completion = yield* guarded(frame);
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      noteFrame(error, frame);
      const last = yield* settle(final(frame));
      if (last !== NORMAL) return last;
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

/**
 * Whether a script that expects an error raises its own because there was none: `assert False` or `raise` at the end of
 * a `try` or in its `else`. While editing that says only that something which raises is not modelled.
 */
function saysThatAnErrorIsMissing(frame: Frame, block: readonly Statement[], error: unknown): boolean {
  if (frame.py.running || !(error instanceof PythonError)) return false;
  const last = block.at(-1);
  return frame.statement === last && (last?.kind === 'Raise' || last?.kind === 'Assert');
}

/** `except*`: each handler takes the exceptions of its types out of the group; what nobody takes goes on. */
function* handleParts(
  frame: Frame,
  handlers: readonly Handler[],
  error: PythonError,
): Suspendable<Completion> {
  const grouped = isGroup(error.exception);
  noteFrame(error, frame);
  exceptionFrames.set(error.exception, [...error.traceback]);
  let rest: PyInstance | null = grouped ? error.exception : groupOf('', [error.exception]);
  const raised: PyInstance[] = [];
  const passed = new Set<PyInstance>();
  for (const handler of handlers) {
    if (rest === null) break;
    const type = handler.type === null ? BaseException : yield* settle(handler.type(frame));
    const [taken, left]: [PyInstance | null, PyInstance | null] = split(rest, leaf =>
      matches(new PythonError(leaf), type),
    );
    rest = left;
    if (taken === null) continue;
    try {
      yield* handle(frame, handler, new PythonError(taken));
    } catch (next) {
      if (!(next instanceof PythonError)) throw next;
      // What a handler passes on stays where it was in the group.
      if (next.exception === taken) for (const leaf of leavesOf(taken)) passed.add(leaf);
      else raised.push(next.exception);
    }
  }
  if (passed.size > 0) {
    for (const leaf of rest === null ? [] : leavesOf(rest)) passed.add(leaf);
    rest = split(error.exception, leaf => passed.has(leaf))[0];
  }
  if (raised.length > 0) throw new PythonError(groupOf('', rest === null ? raised : [...raised, rest]));
  if (rest === null) return NORMAL;
  if (rest === error.exception || !grouped) throw error;
  // What nobody took goes on from where the group came.
  const left = new PythonError(rest, error.detail);
  left.traceback.push(...error.traceback);
  left.place = error.place;
  left.noted = error.noted;
  throw left;
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
  if (error.exception.cls.isSubclassOf(type)) return true;
  // A library's own errors for which others are raised here.
  const others = type.lookup('_also_catches');
  return others instanceof PyTuple && others.items.some(item => matches(error, item));
}

/** Runs a handler; `error` is null when analysis only assumes that something was raised. */
function* handle(frame: Frame, handler: Handler, error: PythonError | null): Suspendable<Completion> {
  const outer = frame.handled;
  frame.handled = error;
  if (error !== null) {
    noteFrame(error, frame);
    exceptionFrames.set(error.exception, [...error.traceback]);
  }
  handler.bind?.(frame, error?.exception ?? new Unknown('which exception was raised is not known'));
  try {
    return yield* settle(handler.body(frame));
  } catch (next) {
    if (next instanceof PythonError && error !== null && next !== error) chain(next, error);
    throw next;
  } finally {
    frame.handled = outer;
    if (frame.py.running) forget(frame, handler);
  }
}

/** Python unbinds the exception's name when its handler ends. */
function forget(frame: Frame, handler: Handler): void {
  try {
    handler.unbind?.(frame);
  } catch (error) {
    // The handler has unbound it itself.
    if (!(error instanceof PythonError)) throw error;
  }
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
  /** What tracebacks show when entering or leaving fails. */
  readonly statement: With | AsyncWith;
  readonly context: Evaluate;
  readonly store: Store | null;
}

export function compileWith(compiler: Compiler, node: With | AsyncWith, scope: Scope): Execute {
  const items = node.items.map(
    (item): Item => ({
      node: item,
      statement: node,
      context: compiler.expression(item.context_expr, scope),
      store: item.optional_vars ? compileStore(compiler, item.optional_vars, scope) : null,
    }),
  );
  const body = compiler.block(node.body, scope);
  const isAsync = node.kind === 'AsyncWith';
  return frame => startNow(enter(frame, items, 0, body, isAsync));
}

function* enter(
  frame: Frame,
  items: readonly Item[],
  index: number,
  body: Execute,
  isAsync: boolean,
): Suspendable<Completion> {
  if (index === items.length) return yield* settle(body(frame));
  const item = items[index];
  const manager = yield* settle(item.context(frame));
  const protocol = isAsync ? ASYNCHRONOUS : SYNCHRONOUS;
  let entered: Value;
  try {
    demandProtocol(manager, protocol);
    entered = yield* callSpecial(frame, manager, protocol.enter, []);
  } catch (error) {
    entered = recover(frame, item.node.context_expr, error, null, item.statement);
  }
  if (item.store !== null) {
    const stored = item.store(frame, entered);
    if (stored instanceof Pending) yield* stored.rest;
  }
  let completion: Completion;
  const attempt = frame.py.policy.enterTry(maySwallow(manager, protocol.exit));
  try {
    completion = yield* enter(frame, items, index + 1, body, isAsync);
  } catch (error) {
    frame.py.policy.leaveTry(attempt);
    if (!(error instanceof PythonError)) throw error;
    const swallowed = yield* leave(frame, item, manager, protocol.exit, error);
    if (swallowed instanceof Unknown || !frame.py.truth(swallowed)) throw error;
    return NORMAL;
  }
  frame.py.policy.leaveTry(attempt);
  const returned = frame.returnValue;
  try {
    yield* callSpecial(frame, manager, protocol.exit, [null, null, null]);
  } catch (error) {
    if (error instanceof PythonError) error.place ??= item.statement;
    throw error;
  }
  frame.returnValue = returned;
  return completion;
}

/** Tells the manager of the exception that ends its block; gives what it answers. */
function* leave(
  frame: Frame,
  item: Item,
  manager: Value,
  exit: string,
  error: PythonError,
): Suspendable<Value> {
  const { exception } = error;
  noteFrame(error, frame);
  exceptionFrames.set(exception, [...error.traceback]);
  const outer = frame.handled;
  frame.handled = error;
  try {
    const trace = tracebackOf(frame.py, exception);
    return yield* callSpecial(frame, manager, exit, [exception.cls, exception, trace]);
  } catch (next) {
    if (!(next instanceof PythonError)) throw next;
    next.place ??= item.statement;
    if (next !== error) chain(next, error);
    throw next;
  } finally {
    frame.handled = outer;
  }
}

/** Classes of the libraries whose context managers take exceptions, such as `suppress`. */
export const swallowing = new WeakSet<PyClass>();

/** A library's context manager that may take the exception of its block. */
export interface Swallowing {
  maySwallow(): boolean;
}

/** Whether a function has handlers, and so may take what is raised where it yields. */
export function hasHandlers(generator: PyGenerator): boolean {
  const node = generator.frame.func?.code.node;
  return node !== undefined && contains(node, each => each.kind === 'Try' && each.handlers.length > 0);
}

/** Whether the end of a `with` may take an exception: where a written `__exit__` returns something. */
function maySwallow(manager: Value, name: string): boolean {
  if (!(manager instanceof PyObject)) return false;
  if (manager.cls.mro.some(cls => swallowing.has(cls))) return true;
  if ('maySwallow' in manager) return (manager as Partial<Swallowing>).maySwallow?.() ?? false;
  const exit = manager.cls.lookup(name);
  if (!(exit instanceof PyFunction)) return false;
  return contains(
    exit.code.node,
    node => node.kind === 'Return' && node.value !== null && !isFalse(node.value),
  );
}

function contains(definition: Node, test: (node: Node) => boolean): boolean {
  let found = false;
  walk(definition, node => {
    found ||= test(node);
    return !found;
  });
  return found;
}

function isFalse(node: Expression): boolean {
  if (node.kind !== 'Constant') return false;
  return node.value.type === 'None' || (node.value.type === 'bool' && !node.value.value);
}

/** The methods that a `with` calls, and how messages call what has them. */
interface WithProtocol {
  readonly name: string;
  readonly enter: string;
  readonly exit: string;
}
const SYNCHRONOUS: WithProtocol = { name: 'context manager', enter: '__enter__', exit: '__exit__' };
const ASYNCHRONOUS: WithProtocol = {
  name: 'asynchronous context manager',
  enter: '__aenter__',
  exit: '__aexit__',
};

/** Both methods are looked up before the first one is called. */
function demandProtocol(manager: Value, protocol: WithProtocol): void {
  if (manager instanceof Unknown) return;
  const lacks = (name: string) => (classOf(manager).lookup(name) ?? null) === null;
  const missesEnter = lacks(protocol.enter);
  if (!missesEnter && !lacks(protocol.exit)) return;
  const missed = missesEnter ? '' : ` (missed ${protocol.exit} method)`;
  const { name } = classOf(manager);
  throw raise(TypeError, `'${name}' object does not support the ${protocol.name} protocol${missed}`);
}

function* callSpecial(frame: Frame, manager: Value, name: string, args: Value[]): Suspendable<Value> {
  const isExit = name === '__exit__' || name === '__aexit__';
  if (manager instanceof Unknown) return new Unknown(manager.reason, isExit ? 'bool' : null);
  const method = classOf(manager).lookup(name) ?? null;
  const result = yield* settle(callWithSelf(frame.py, method, manager, { positional: args, keywords: null }));
  return name.startsWith('__a') ? yield* awaitValue(frame.py, result) : result;
}
