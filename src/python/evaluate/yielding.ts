/** Compiles `yield` and `yield from`. */
import { GeneratorExit, PythonError, StopIteration } from '../errors.ts';
import { PyIterator } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { iterationObject } from '../operations/iteration.ts';
import { Pending, type Suspendable, settle } from '../suspension.ts';
import type { Expression, Yield, YieldFrom } from '../syntax.ts';
import { PyTuple, type Value } from '../values.ts';
import type { Evaluate } from './code.ts';
import { evaluateOne } from './combine.ts';
import type { Compiler } from './compiler.ts';
import { ResumableIterator } from './resumable.ts';
import type { Scope } from './scopes.ts';

export function compileYield(compiler: Compiler, node: Yield, scope: Scope): Evaluate {
  const value = node.value ? compiler.expression(node.value, scope) : () => null;
  return evaluateOne(value, (_, given) => new Pending(yieldOut(given, node)));
}

function* yieldOut(value: Value, node: Yield): Suspendable<Value> {
  try {
    return (yield { kind: 'yield', value }) as Value;
  } catch (error) {
    if (error instanceof PythonError) error.place ??= node;
    throw error;
  }
}

export function compileYieldFrom(compiler: Compiler, node: YieldFrom, scope: Scope): Evaluate {
  return evaluateOne(compiler.expression(node.value, scope), (frame, iterable) => {
    const source = iterationObject(frame.py, iterable);
    return new Pending(tracedRest(delegate(frame.py, source, 'yield'), node));
  });
}

/** Marks where an exception of what waits came through. */
export function* tracedRest(rest: Suspendable<Value>, node: Expression): Suspendable<Value> {
  try {
    return yield* rest;
  } catch (error) {
    if (error instanceof PythonError) error.place ??= node;
    throw error;
  }
}

/** What an iterator is resumed with. */
type Input =
  | { readonly kind: 'next'; readonly value: Value }
  | { readonly kind: 'throw'; readonly error: PythonError };

/**
 * Hands every value of the inner iterator out and what is sent or thrown in, until it ends; gives what it returned.
 * `kind` says to whom the values go: to whoever resumes a generator, or to the event loop.
 */
export function* delegate(py: Interpreter, iterator: Value, kind: 'yield' | 'await'): Suspendable<Value> {
  const over: { value: Value } = { value: null };
  let input: Input = { kind: 'next', value: null };
  for (;;) {
    const value: Value | undefined = yield* step(py, iterator, input, over);
    if (value === undefined) return over.value;
    try {
      input = { kind: 'next', value: (yield { kind, value }) as Value };
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      input = { kind: 'throw', error };
    }
  }
}

/** The next value of the inner iterator; undefined at its end, whose value is then in `over`. */
function* step(
  py: Interpreter,
  iterator: Value,
  input: Input,
  over: { value: Value },
): Suspendable<Value | undefined> {
  if (input.kind === 'throw' && input.error.exception.cls.isSubclassOf(GeneratorExit)) {
    yield* close(py, iterator);
    throw input.error;
  }
  if (iterator instanceof ResumableIterator) {
    const given = input.kind === 'next' ? input.value : input.error;
    const value = yield* settle<Value | undefined>(iterator.resume(input.kind, given) as Value | undefined);
    if (value === undefined) over.value = iterator.returned;
    return value;
  }
  if (iterator instanceof PyIterator) {
    if (input.kind === 'throw') throw input.error;
    return yield* settle<Value | undefined>(iterator.next() as Value | undefined);
  }
  try {
    return yield* callIterator(py, iterator, input);
  } catch (error) {
    if (!(error instanceof PythonError) || !error.exception.cls.isSubclassOf(StopIteration)) throw error;
    const args = error.exception.attributes?.map.get('args');
    over.value = args instanceof PyTuple ? (args.items[0] ?? null) : null;
    return undefined;
  }
}

/** An iterator of a class written in Python. */
function* callIterator(py: Interpreter, iterator: Value, input: Input): Suspendable<Value> {
  if (input.kind === 'throw') {
    const method = py.getAttributeOrUndefined(iterator, 'throw');
    if (method === undefined) throw input.error;
    return yield* py.callAndWait(method, [input.error.exception]);
  }
  if (input.value === null) return yield* py.callAndWait(py.getAttribute(iterator, '__next__'), []);
  return yield* py.callAndWait(py.getAttribute(iterator, 'send'), [input.value]);
}

function* close(py: Interpreter, iterator: Value): Suspendable<void> {
  if (iterator instanceof ResumableIterator) iterator.close();
  else if (!(iterator instanceof PyIterator)) {
    const method = py.getAttributeOrUndefined(iterator, 'close');
    if (method !== undefined) yield* py.callAndWait(method, []);
  }
}
