/**
 * Under analysis: the number of a turn where a loop over a range is too long to follow each. Which one it is is not
 * known; between which bounds it lies is, and so is how far two numbers of the same turn are apart, as in `w[i:i + 30]`.
 */
import type { BinaryOperator } from './syntax.ts';
import { Unknown, type Value } from './values.ts';

/** The least and the greatest of whole numbers. */
export interface Bounds {
  readonly least: number;
  readonly greatest: number;
}

/** `factor * number + offset` of the number of one turn. */
export class TurnNumber extends Unknown {
  /** What tells the turns apart: a number that a turn kept for the next one belongs to its own. */
  private readonly turn: Bounds;
  private readonly factor: number;
  private readonly offset: number;

  private constructor(reason: string, turn: Bounds, factor: number, offset: number) {
    super(reason, 'int');
    this.turn = turn;
    this.factor = factor;
    this.offset = offset;
  }

  /** The number of a turn of its own. */
  static of(reason: string, { least, greatest }: Bounds): TurnNumber {
    return new TurnNumber(reason, { least, greatest }, 1, 0);
  }

  get bounds(): Bounds {
    const ends = [this.turn.least, this.turn.greatest].map(end => this.factor * end + this.offset);
    return { least: Math.min(...ends), greatest: Math.max(...ends) };
  }

  /** How much less it is than another number; null where that is different in each turn, or not known. */
  distanceTo(other: Value): number | null {
    if (!(other instanceof TurnNumber) || other.turn !== this.turn || other.factor !== this.factor)
      return null;
    return other.offset - this.offset;
  }

  /** This number, some times, and another one more. */
  changed(times: number, plus: number): TurnNumber {
    return new TurnNumber(this.reason, this.turn, this.factor * times, this.offset * times + plus);
  }
}

/** Arithmetic with the number of a turn; null where the result is no such number. */
export function turnArithmetic(
  operator: BinaryOperator,
  left: Value,
  right: Value,
): TurnNumber | number | null {
  if (left instanceof TurnNumber && typeof right === 'number') {
    if (operator === 'Add') return left.changed(1, right);
    if (operator === 'Sub') return left.changed(1, -right);
    return operator === 'Mult' ? left.changed(right, 0) : null;
  }
  if (typeof left === 'number' && right instanceof TurnNumber) {
    if (operator === 'Add') return right.changed(1, left);
    if (operator === 'Sub') return right.changed(-1, left);
    return operator === 'Mult' ? right.changed(left, 0) : null;
  }
  return operator === 'Sub' && right instanceof TurnNumber ? right.distanceTo(left) : null;
}

/** How many items lie from one number of a turn to another, and between which bounds; null where that is not known. */
export function turnWindow(start: Value, stop: Value): (Bounds & { readonly length: number }) | null {
  const length = start instanceof TurnNumber ? start.distanceTo(stop) : null;
  if (length === null || length < 0) return null;
  const { least } = (start as TurnNumber).bounds;
  const { greatest } = (stop as TurnNumber).bounds;
  return { length, least, greatest };
}
