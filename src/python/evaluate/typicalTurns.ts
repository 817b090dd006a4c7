/** Comprehensions over values that one stands for, as over the batches of a data set: what any turn gives. */
import type { PyIterator, TypicalValue } from '../functions.ts';
import { startNow } from '../operations/calls.ts';
import { LONGEST_LIST } from '../operations/iteration.ts';
import { truthOf } from '../operations/truth.ts';
import { type Pending, type Suspendable, settle } from '../suspension.ts';
import { TurnNumber } from '../turnNumbers.ts';
import { NotKnown, Unknown, type Value } from '../values.ts';
import { type Completion, NORMAL } from './code.ts';
import type { Frame } from './frame.ts';
import { type Loop, open } from './turns.ts';

/** What a loop goes over where its values are not known one by one. */
export interface Alike {
  readonly of: TypicalValue;
  readonly length: number | null;
  /** Whether the first turn is followed by itself, which is certain where there is one. */
  readonly isFollowed: boolean;
  readonly reason: Unknown;
}

export function typicalOf({ typical, remaining }: PyIterator): Alike | null {
  if (typical === null) return null;
  const reason = new Unknown('how many items come is not known');
  return { of: typical, length: remaining, isFollowed: true, reason };
}

/** Too many items to follow each, and few enough for a list of that length. */
export function tooManyOf(frame: Frame, { remaining, bounds }: PyIterator): Alike | null {
  if (!frame.py.policy.tooLong(remaining) || remaining! > LONGEST_LIST) return null;
  const reason = new Unknown('the comprehension is too long to follow each item');
  const of = () => (bounds === null ? reason : TurnNumber.of(reason.reason, bounds));
  return { of, length: remaining, isFollowed: false, reason };
}

/** The loops of one comprehension, and what its element is in each turn. */
export class TypicalTurns<Item> {
  private readonly frame: Frame;
  private readonly loops: readonly Loop[];
  private readonly take: (frame: Frame) => Item | Pending<Item>;
  /** What stands for the element of a turn that raises. */
  private readonly failed: Item;
  /** The element of the turn that was followed last, also of one that may not come; undefined where none was. */
  last: Item | undefined = undefined;

  constructor(
    frame: Frame,
    loops: readonly Loop[],
    take: (frame: Frame) => Item | Pending<Item>,
    failed: Item,
  ) {
    this.frame = frame;
    this.loops = loops;
    this.take = take;
    this.failed = failed;
  }

  /** The elements that all turns of a loop give together; null where their number is not known. */
  *all(index: number, { of, length, isFollowed, reason }: Alike): Suspendable<readonly Item[] | null> {
    const isPlain = index === this.loops.length - 1 && this.loops[index].conditions.length === 0;
    let given: readonly Item[] | null = null;
    const turn = (which: 0 | null) => () =>
      startNow(
        function* (this: TypicalTurns<Item>): Suspendable<Completion> {
          given = isPlain ? [this.failed] : null;
          given = yield* this.turn(index, of(which));
          return NORMAL;
        }.call(this),
      );
    yield* settle(
      this.frame.py.policy.loop(this.frame, reason, turn(null), isFollowed && length ? turn(0) : undefined),
    );
    return repeated(given, length);
  }

  /** The elements of one turn. */
  *turn(index: number, value: Value): Suspendable<readonly Item[] | null> {
    yield* settle(this.loops[index].store(this.frame, value));
    return yield* this.behindConditions(index, 0);
  }

  private *behindConditions(index: number, from: number): Suspendable<readonly Item[] | null> {
    const { conditions } = this.loops[index];
    const { py } = this.frame;
    for (let place = from; place < conditions.length; place++) {
      const truth = this.truth(yield* settle(conditions[place](this.frame)));
      if (truth === false) return [];
      if (truth === true) continue;
      const rest = () => startNow(this.untilEnd(index, place + 1));
      yield* settle(py.policy.branch(this.frame, truth, [() => NORMAL, rest]));
      return null;
    }
    return yield* this.inside(index);
  }

  private truth(value: Value): boolean | Unknown {
    try {
      return truthOf(this.frame.py, value);
    } catch (error) {
      if (error instanceof NotKnown) return new Unknown(error.reason);
      throw error;
    }
  }

  private *untilEnd(index: number, from: number): Suspendable<Completion> {
    yield* this.behindConditions(index, from);
    return NORMAL;
  }

  /** The element, or all that the next loop gives. */
  private *inside(index: number): Suspendable<readonly Item[] | null> {
    const next = this.loops[index + 1];
    if (next === undefined) {
      this.last = yield* settle(this.take(this.frame));
      return [this.last];
    }
    const { py } = this.frame;
    const iterator = open(py, next, yield* settle(next.iterable!(this.frame)));
    const alike = typicalOf(iterator) ?? tooManyOf(this.frame, iterator);
    if (alike !== null) return yield* this.all(index + 1, alike);
    const ticket = py.policy.beginLoop();
    let items: Item[] | null = [];
    for (let turn = 0; ; turn++) {
      const value = yield* settle(iterator.next() as Value | Pending);
      // The end of an iteration is undefined, which the type of Value leaves out on purpose.
      if ((value as typeof value | undefined) === undefined) return items;
      py.policy.step();
      if (!py.policy.goesOn(turn, ticket)) return null;
      const given: readonly Item[] | null = yield* this.turn(index + 1, value);
      items = given === null || items === null ? null : [...items, ...given];
    }
  }
}

function repeated<Item>(items: readonly Item[] | null, turns: number | null): readonly Item[] | null {
  if (items === null) return null;
  if (items.length === 0) return [];
  if (turns === null || items.length * turns > LONGEST_LIST) return null;
  return Array.from({ length: turns }, () => items).flat();
}
