/** The loops inside of comprehensions, turn by turn: ordinary calls until a turn has to wait. */
import { assertNever } from '../assertNever.ts';
import type { PyIterator } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { startNow } from '../operations/calls.ts';
import { iteratorOf } from '../operations/iteration.ts';
import { truthOf } from '../operations/truth.ts';
import { Pending, type Suspendable, settle, whenSettled } from '../suspension.ts';
import { Unknown, type Value } from '../values.ts';
import type { Evaluate, Store } from './code.ts';
import { asyncIteratorOf } from './coroutines.ts';
import type { Frame } from './frame.ts';
import { TypicalTurns, typicalOf } from './typicalTurns.ts';

export interface Loop {
  readonly isAsync: boolean;
  readonly store: Store;
  /** Null for the first loop, whose iterable is evaluated outside. */
  readonly iterable: Evaluate | null;
  readonly conditions: readonly Evaluate[];
}

/** What each turn does with the innermost frame. */
export type Take = (frame: Frame) => void | Pending<unknown>;

export function open(py: Interpreter, loop: Loop, iterable: Value): PyIterator {
  return loop.isAsync ? asyncIteratorOf(py, iterable) : iteratorOf(py, iterable);
}

/** How loops end: null at the end of what they go over, an unknown when a condition cannot be decided. */
export type Ended = Unknown | null;

/** What a turn waits for: its item, its start, the item's store, one of the conditions, what the next loop goes over, its end. */
type Stage = 'item' | 'rest' | 'store' | 'condition' | 'iterable' | 'end';

/** One of the loops on its way. */
class Turns {
  private readonly frame: Frame;
  private readonly loops: readonly Loop[];
  private readonly index: number;
  private readonly loop: Loop;
  private readonly iterator: PyIterator;
  private readonly take: Take;
  private readonly mayRepeat: boolean;
  private readonly ticket: number;
  private turn = 0;
  private item: Value | undefined = undefined;

  constructor(
    frame: Frame,
    loops: readonly Loop[],
    index: number,
    iterator: PyIterator,
    take: Take,
    mayRepeat: boolean,
  ) {
    this.frame = frame;
    this.loops = loops;
    this.index = index;
    this.loop = loops[index];
    this.iterator = iterator;
    this.take = take;
    this.mayRepeat = mayRepeat;
    this.ticket = frame.py.policy.beginLoop();
  }

  /** Runs to the end, or to the first turn that has to wait: then gives what is left of that one. */
  run(): Ended | Pending<Ended | undefined> {
    for (;;) {
      const item = this.iterator.next();
      if (item instanceof Pending) return new Pending(this.rest('item', item, 0));
      if (item === undefined) return null;
      this.item = item;
      const ended = this.begin();
      if (ended !== undefined) return ended;
    }
  }

  /** The parts of a turn: undefined where the next one comes after it. */
  private begin(): Ended | undefined | Pending<Ended | undefined> {
    const { policy } = this.frame.py;
    policy.step();
    const rest = policy.rest?.() ?? null;
    return rest === null ? this.store() : new Pending(this.rest('rest', new Pending(resting(rest)), 0));
  }

  private store(): Ended | undefined | Pending<Ended | undefined> {
    if (!this.frame.py.policy.goesOn(this.turn++, this.ticket)) {
      return new Unknown('the comprehension is too long to follow');
    }
    const stored = this.loop.store(this.frame, this.item!);
    return stored instanceof Pending ? new Pending(this.rest('store', stored, 0)) : this.test(0);
  }

  private test(from: number): Ended | undefined | Pending<Ended | undefined> {
    const { conditions } = this.loop;
    for (let index = from; index < conditions.length; index++) {
      const value = conditions[index](this.frame);
      if (value instanceof Pending) return new Pending(this.rest('condition', value, index));
      const truth = truthOf(this.frame.py, value);
      if (truth !== true) return truth === false ? undefined : undecided(truth);
    }
    const next = this.loops[this.index + 1];
    if (next !== undefined) {
      const iterable = next.iterable!(this.frame);
      return iterable instanceof Pending
        ? new Pending(this.rest('iterable', iterable, 0))
        : this.runInner(next, iterable);
    }
    const taken = this.take(this.frame);
    return taken instanceof Pending ? new Pending(this.rest('end', taken, 0)) : undefined;
  }

  private runInner(next: Loop, iterable: Value): Ended | undefined | Pending<Ended | undefined> {
    const iterator = open(this.frame.py, next, iterable);
    const alike = this.mayRepeat ? typicalOf(iterator) : null;
    if (alike !== null) {
      const turns = new TypicalTurns<unknown>(this.frame, this.loops, this.take, null);
      return whenSettled(startNow(turns.all(this.index + 1, alike)), () => alike.reason);
    }
    const ended = runLoops(this.frame, this.loops, this.index + 1, iterator, this.take, this.mayRepeat);
    if (ended instanceof Pending) return new Pending(this.rest('end', ended, 0));
    return ended ?? undefined;
  }

  /** What is left of a turn behind what it waits for. */
  private *rest(stage: Stage, pending: Pending<unknown>, condition: number): Suspendable<Ended | undefined> {
    const answer = yield* pending.rest;
    return yield* settle(this.goOn(stage, answer, condition));
  }

  private goOn(
    stage: Stage,
    answer: unknown,
    condition: number,
  ): Ended | undefined | Pending<Ended | undefined> {
    switch (stage) {
      case 'item':
        if (answer === undefined) return null;
        this.item = answer as Value;
        return this.begin();
      case 'rest':
        return this.store();
      case 'store':
        return this.test(0);
      case 'condition': {
        const truth = truthOf(this.frame.py, answer as Value);
        if (truth !== true) return truth === false ? undefined : undecided(truth);
        return this.test(condition + 1);
      }
      case 'iterable':
        return this.runInner(this.loops[this.index + 1], answer as Value);
      case 'end':
        return answer instanceof Unknown ? answer : undefined;
      default:
        return assertNever(stage);
    }
  }
}

/** What the loops give where a condition cannot be decided: no truth, whatever the condition is. */
function undecided({ reason, madeAt }: Unknown): Unknown {
  return new Unknown(reason, null, madeAt);
}

function* resting(promise: Promise<void>): Suspendable<void> {
  yield { kind: 'wait', promise, optional: true };
}

/** Runs the loops from `index` on. `mayRepeat`: elements may be followed that one stands for. */
export function runLoops(
  frame: Frame,
  loops: readonly Loop[],
  index: number,
  iterator: PyIterator,
  take: Take,
  mayRepeat: boolean,
): Ended | Pending<Ended> {
  const turns = new Turns(frame, loops, index, iterator, take, mayRepeat);
  const ended = turns.run();
  return ended instanceof Pending ? new Pending(loopsLater(turns, ended)) : ended;
}

function* loopsLater(turns: Turns, first: Pending<Ended | undefined>): Suspendable<Ended> {
  for (let turn = first; ; ) {
    const ended = yield* turn.rest;
    if (ended !== undefined) return ended;
    const next = turns.run();
    if (!(next instanceof Pending)) return next;
    turn = next;
  }
}
