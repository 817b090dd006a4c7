/** Compiles `raise` and `assert`. */
import { PyClass } from '../classes.ts';
import {
  AssertionError,
  detailOf,
  exceptionFrames,
  makeException,
  PythonError,
  RuntimeError,
  raise,
  type TracedPlace,
  TypeError,
} from '../errors.ts';
import { startNow } from '../operations/calls.ts';
import { Pending, type Suspendable, settle, whenSettled } from '../suspension.ts';
import type { Assert, Raise } from '../syntax.ts';
import { PyInstance, Unknown, type Value } from '../values.ts';
import { type Completion, type Execute, NORMAL } from './code.ts';
import { evaluateOne } from './combine.ts';
import type { Compiler } from './compiler.ts';
import type { Frame } from './frame.ts';
import type { Scope } from './scopes.ts';
import { discard, safeTruth } from './statements.ts';
import { placeTests } from './testPlaces.ts';

export function compileRaise(compiler: Compiler, node: Raise, scope: Scope): Execute {
  if (node.exc === null) {
    return frame => {
      for (let at: Frame | null = frame; at !== null; at = at.caller)
        if (at.handled !== null) throw passedOn(at.handled, frame);
      throw placed(raise(RuntimeError, 'No active exception to reraise'), node);
    };
  }
  const exception = compiler.expression(node.exc, scope);
  const cause = node.cause ? compiler.expression(node.cause, scope) : null;
  const evaluate = evaluateOne(exception, (frame, value) => {
    if (cause === null) throw placed(toError(frame, value, undefined), node);
    return whenSettled(cause(frame), reason => {
      throw placed(toError(frame, value, reason), node);
    });
  });
  return frame => {
    const result = evaluate(frame);
    return result instanceof Pending ? new Pending(discard(result)) : NORMAL;
  };
}

function placed(error: PythonError, node: TracedPlace): PythonError {
  error.place = node;
  return error;
}

/** A bare `raise` leaves no line of its own in the traceback. */
function passedOn(handled: unknown, frame: Frame): unknown {
  if (handled instanceof PythonError) handled.noted = frame;
  return handled;
}

/** What `raise value from cause` throws. */
function toError(frame: Frame, value: Value, cause: Value | undefined): PythonError {
  if (value instanceof Unknown)
    return new PythonError(makeException(RuntimeError, value.reason), { code: 'unknown' });
  let exception = value;
  if (value instanceof PyClass) exception = frame.py.call(value, []);
  if (!(exception instanceof PyInstance) || exception.cls.lookup('with_traceback') === undefined) {
    return raise(TypeError, 'exceptions must derive from BaseException');
  }
  if (cause !== undefined) {
    const reason = cause instanceof PyClass ? frame.py.call(cause, []) : cause;
    if (
      reason !== null &&
      !(reason instanceof PyInstance && reason.cls.lookup('with_traceback') !== undefined)
    ) {
      return raise(TypeError, 'exception causes must derive from BaseException');
    }
    exception.attributes!.set('__cause__', reason);
    exception.attributes!.set('__suppress_context__', true);
  }
  // A library's own `raise` is no statement of the script.
  const error = new PythonError(
    exception,
    detailOf(exception) ?? (frame.file.isLibrary ? {} : { code: 'raised' }),
  );
  // What was raised before keeps the lines that it has.
  error.traceback.push(...(exceptionFrames.get(exception) ?? []));
  return error;
}

export function compileAssert(compiler: Compiler, node: Assert, scope: Scope): Execute {
  const test = compiler.expression(node.test, scope);
  const text = node.msg ? compiler.expression(node.msg, scope) : null;
  const traced = placeTests(compiler, node.test, node);
  function* check(frame: Frame): Suspendable<Completion> {
    const value = yield* settle(test(frame));
    const truth = safeTruth(frame, node.test, value, traced);
    if (truth !== false) return NORMAL;
    const args = text === null ? [] : [yield* settle(text(frame))];
    throw placed(new PythonError(makeException(AssertionError, ...args), { code: 'assertion' }), traced);
  }
  return frame => startNow(check(frame));
}
