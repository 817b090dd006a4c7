/** Compiles `for` and `while`. */
import type { PyIterator, TypicalValue } from '../functions.ts';
import { startNow } from '../operations/calls.ts';
import { iteratorOf } from '../operations/iteration.ts';
import { Pending, type Suspendable, settle, whenSettled } from '../suspension.ts';
import { type AsyncFor, type For, type Statement, type While, walk } from '../syntax.ts';
import { TurnNumber } from '../turnNumbers.ts';
import { NotKnown, Unknown, type Value } from '../values.ts';
import { BREAK, type Completion, type Execute, NORMAL, RETURN } from './code.ts';
import type { Compiler } from './compiler.ts';
import { asyncIteratorOf } from './coroutines.ts';
import type { Frame } from './frame.ts';
import { appendsOf, GrowingLists } from './growingLists.ts';
import { recover } from './guard.ts';
import type { Scope } from './scopes.ts';
import { safeTruth } from './statements.ts';
import { compileStore } from './targets.ts';
import { placeTests } from './testPlaces.ts';

export function compileFor(compiler: Compiler, node: For | AsyncFor, scope: Scope): Execute {
  const iterable = compiler.expression(node.iter, scope);
  const store = compileStore(compiler, node.target, scope);
  const body = compiler.block(node.body, scope);
  const otherwise = compiler.block(node.orelse, scope);
  const mayLeave = leaves(node.body);
  const appends = mayLeave ? [] : appendsOf(compiler, node.body, scope);

  /** The rest of the loop, when how often it turns (or over what) is not known. */
  function unknownTurns(frame: Frame, reason: Unknown): Completion | Pending<Completion> {
    return frame.py.policy.loop(frame, reason, () => {
      store(frame, new Unknown(reason.reason, null, node.iter.span));
      return body(frame);
    });
  }

  /** All of the loop, when it turns too often for each turn to be followed. */
  function manyTurns(frame: Frame, { remaining, bounds }: PyIterator): Completion | Pending<Completion> {
    const turns = remaining!;
    const lists = new GrowingLists(appends, frame);
    const reason = tooLong();
    const completion = frame.py.policy.loop(frame, reason, () => {
      lists.beforeTurn();
      store(
        frame,
        bounds === null
          ? new Unknown(reason.reason, null, node.iter.span)
          : TurnNumber.of(reason.reason, bounds),
      );
      return whenSettled<Completion, Completion>(body(frame), result => {
        lists.afterTurn();
        return result;
      });
    });
    return whenSettled<Completion, Completion>(completion, result => {
      lists.afterLoop(turns);
      return result;
    });
  }

  /** All of the loop, over values that one of them stands for: batches of data that come only when the program runs. */
  function typicalTurns(frame: Frame, typical: TypicalValue, turns: number | null) {
    const lists = new GrowingLists(turns === null ? [] : appends, frame);
    const turn = (index: 0 | null) => () => {
      lists.beforeTurn();
      store(frame, typical(index));
      return whenSettled<Completion, Completion>(body(frame), result => {
        lists.afterTurn();
        return result;
      });
    };
    const completion = frame.py.policy.loop(frame, eachTurn(), turn(null), turns ? turn(0) : undefined);
    return whenSettled<Completion, Completion>(completion, result => {
      if (turns !== null) lists.afterLoop(turns);
      return result;
    });
  }

  function* run(frame: Frame): Suspendable<Completion> {
    const policy = frame.py.policy;
    const source = yield* settle(iterable(frame));
    const iterator = open(frame, node, source);
    if (iterator instanceof Unknown) return yield* settle(unknownTurns(frame, iterator));
    if (iterator.typical !== null) {
      const ended = yield* settle(typicalTurns(frame, iterator.typical, iterator.remaining));
      return ended === RETURN || mayLeave ? ended : yield* settle(otherwise(frame));
    }
    if (!mayLeave && policy.tooLong(iterator.remaining)) {
      yield* settle(manyTurns(frame, iterator));
      return yield* settle(otherwise(frame));
    }
    const ticket = policy.beginLoop();
    for (let turn = 0; ; turn++) {
      let item: Value | undefined | Pending;
      try {
        item = iterator.next();
        if (item instanceof Pending) item = yield* item.rest;
      } catch (error) {
        // Errors of the iterator are the loop header's.
        const unknown = asUnknown(recover(frame, node.iter, error, null, node));
        return yield* settle(unknownTurns(frame, unknown));
      }
      if (item === undefined) break;
      policy.step();
      const rest = policy.rest?.() ?? null;
      if (rest !== null) yield { kind: 'wait', promise: rest, optional: true };
      if (!policy.goesOn(turn, ticket)) {
        return yield* settle(unknownTurns(frame, tooLong()));
      }
      const stored = store(frame, item);
      if (stored instanceof Pending) yield* stored.rest;
      let completion = body(frame);
      if (completion instanceof Pending) completion = yield* completion.rest;
      if (completion === BREAK) return NORMAL;
      if (completion === RETURN) return RETURN;
    }
    return yield* settle(otherwise(frame));
  }
  return frame => startNow(run(frame));
}

function eachTurn(): Unknown {
  return new Unknown('how the loop goes on depends on its data');
}

function tooLong(): Unknown {
  return new Unknown('the loop is too long to follow');
}

/** Whether a `break` or `return` may end the loop before its items do. */
function leaves(body: readonly Statement[]): boolean {
  let found = false;
  for (const statement of body) {
    walk(statement, node => {
      if (node.kind === 'Break' || node.kind === 'Return') found = true;
      return !found && node.kind !== 'FunctionDef' && node.kind !== 'ClassDef';
    });
  }
  return found;
}

function open(frame: Frame, node: For | AsyncFor, source: Value): PyIterator | Unknown {
  if (source instanceof Unknown) return source;
  try {
    return node.kind === 'For' ? iteratorOf(frame.py, source) : asyncIteratorOf(frame.py, source);
  } catch (error) {
    if (error instanceof NotKnown) return new Unknown(error.reason);
    return asUnknown(recover(frame, node.iter, error, null, node));
  }
}

function asUnknown(value: Value): Unknown {
  return value instanceof Unknown ? value : new Unknown('what the loop goes over is not known');
}

export function compileWhile(compiler: Compiler, node: While, scope: Scope): Execute {
  const traced = placeTests(compiler, node.test, node);
  const test = compiler.expression(node.test, scope);
  const body = compiler.block(node.body, scope);
  const otherwise = compiler.block(node.orelse, scope);

  function* run(frame: Frame): Suspendable<Completion> {
    const policy = frame.py.policy;
    const ticket = policy.beginLoop();
    for (let turn = 0; ; turn++) {
      policy.step();
      const rest = policy.rest?.() ?? null;
      if (rest !== null) yield { kind: 'wait', promise: rest, optional: true };
      frame.statement = node;
      let value = test(frame);
      if (value instanceof Pending) value = yield* value.rest;
      const truth = value === true ? true : safeTruth(frame, node.test, value, traced);
      if (truth === false) break;
      if (truth instanceof Unknown) return yield* settle(policy.loop(frame, truth, () => body(frame)));
      if (!policy.goesOn(turn, ticket)) {
        return yield* settle(policy.loop(frame, tooLong(), () => body(frame)));
      }
      let completion = body(frame);
      if (completion instanceof Pending) completion = yield* completion.rest;
      if (completion === BREAK) return NORMAL;
      if (completion === RETURN) return RETURN;
    }
    return yield* settle(otherwise(frame));
  }
  return frame => startNow(run(frame));
}
