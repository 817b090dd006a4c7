/** What is known of an array's contents though the contents are not: carried through operations, never wrong. */
import { type Message, message } from '../../python/message.ts';

/** Everything that is certain of an array's elements. Absent knowledge is null or false. */
export interface Facts {
  /** Every element is a whole number (whatever the dtype). */
  readonly integers: boolean;
  /** No element is less than this. NaN is never covered: bounds imply that there is none. */
  readonly minimum: number | null;
  /** No element is greater than this. */
  readonly maximum: number | null;
  /** Rows (along the last axis) hold a single 1 among zeros; how many classes there are. */
  readonly oneHot: { readonly classes: number } | null;
  /** Elements are zeros and ones, with any number of ones in a row. */
  readonly multiHot: boolean;
  /** Elements lie in 0..1 and sum to one along the last axis. */
  readonly probabilities: boolean;
  /** Neither NaN nor infinite anywhere. */
  readonly finite: boolean;
  /** Every element is this number. */
  readonly constant: number | null;
  /** How many different values there are, at most. */
  readonly distinct: number | null;
  /** How sure it is that the least and the greatest number are really there; null where they are bounds only. */
  readonly occurrence: Occurrence | null;
  /**
   * Numbers that the script itself puts among the elements, as `np.where(test, 1, -1)` does: whether each is there
   * depends on data, that it shall be there does not. No bounds, and never the ground of an error.
   */
  readonly meant: readonly number[] | null;
}

/** A bound is no occurrence: `randint(0, 4, 2)` may hold no 3, and `clip(y, 0, 3)` need not reach 3. */
export interface Occurrence {
  /** The share of elements that are the least, or the greatest, whichever is smaller. */
  readonly share: number;
  /** How many elements chance has put there; infinite where chance has no part in it. */
  readonly draws: number;
  /**
   * Where every whole number between the two is there for certain as well: how many elements the array has of which
   * that is so. A part of it has fewer, and may lack some.
   */
  readonly gaplessIn?: number;
  /** Whether every whole number between the two is drawn as often as these. */
  readonly isUniform?: boolean;
}

/** What is taken to be impossible: a class missing by chance. */
const IMPOSSIBLE = 1e-6;

/** Whether the minimum and the maximum are really among the elements. */
export function endsOccur(known: Facts): boolean {
  const { occurrence } = known;
  if (occurrence === null) return false;
  return occurrence.draws === Number.POSITIVE_INFINITY
    ? true
    : (1 - occurrence.share) ** occurrence.draws < IMPOSSIBLE;
}

/** Whether a number of this size or a greater one is really among the elements. */
export function surelyReaches(known: Facts, size: number): boolean {
  const { maximum, occurrence } = known;
  if (maximum === null || maximum < size) return false;
  if (endsOccur(known)) return true;
  if (occurrence === null || occurrence.isUniform !== true) return false;
  return (1 - occurrence.share * (maximum - size + 1)) ** occurrence.draws < IMPOSSIBLE;
}

/** Both ends are there for certain. */
export const certainEnds = (share: number): Occurrence => ({ share, draws: Number.POSITIVE_INFINITY });

/** The least and the greatest of so many elements that hold every whole number from one to the other for certain. */
export function gaplessEnds(known: Facts, size: number | null): { least: number; greatest: number } | null {
  const { integers, minimum, maximum, occurrence } = known;
  const isGapless = integers && size !== null && occurrence !== null && occurrence.gaplessIn === size;
  return isGapless && minimum !== null && maximum !== null ? { least: minimum, greatest: maximum } : null;
}

/** What is there once all elements were multiplied: the ends still, but no longer all between them. */
export function scaledOccurrence(occurrence: Occurrence | null): Occurrence | null {
  return occurrence && { share: occurrence.share, draws: occurrence.draws };
}

/** The facts of so many of the elements, chosen without regard to their values or (`byChance`) by chance. */
export function partFacts(known: Facts, size: number | null, byChance: boolean): Facts {
  const { occurrence } = known;
  if (occurrence === null) return known;
  const isDrawn = byChance || occurrence.draws !== Number.POSITIVE_INFINITY;
  if (!isDrawn || size === null) return { ...known, occurrence: null };
  const { share, draws, isUniform = false } = occurrence;
  return { ...known, occurrence: { share, draws: Math.min(draws, size), isUniform } };
}

/** Nothing is known. */
export const noFacts: Facts = {
  integers: false,
  minimum: null,
  maximum: null,
  oneHot: null,
  multiHot: false,
  probabilities: false,
  finite: false,
  constant: null,
  distinct: null,
  occurrence: null,
  meant: null,
};

/** Facts from the parts that are known; completes what follows from them. */
export function facts(known: Partial<Facts>): Facts {
  let result: Facts = { ...noFacts, ...known };
  if (result.oneHot) {
    result = { ...result, integers: true, multiHot: true, probabilities: true };
    const single = result.oneHot!.classes === 1;
    result = { ...result, ...raise01(result), distinct: least(result.distinct, single ? 1 : 2) };
  }
  if (result.multiHot)
    result = { ...result, integers: true, ...raise01(result), distinct: least(result.distinct, 2) };
  if (result.probabilities) result = { ...result, ...raise01(result) };
  if (result.constant !== null && Number.isFinite(result.constant)) {
    const value = result.constant;
    result = { ...result, minimum: value, maximum: value, finite: true, distinct: 1 };
    if (Number.isInteger(value)) result = { ...result, integers: true };
  }
  const { minimum, maximum } = result;
  if (minimum !== null && maximum !== null && Number.isFinite(minimum) && Number.isFinite(maximum)) {
    const range = result.integers ? Math.floor(maximum) - Math.ceil(minimum) + 1 : null;
    result = {
      ...result,
      finite: true,
      distinct: range === null ? result.distinct : least(result.distinct, range),
    };
    if (minimum === maximum && result.constant === null) result = { ...result, constant: minimum };
  }
  return result;
}

function raise01(known: Facts): Pick<Facts, 'minimum' | 'maximum' | 'finite'> {
  return {
    minimum: known.minimum === null ? 0 : Math.max(0, known.minimum),
    maximum: known.maximum === null ? 1 : Math.min(1, known.maximum),
    finite: true,
  };
}

function least(a: number | null, b: number): number {
  return a === null ? b : Math.min(a, b);
}

/** The facts that hold of both (the weaker of two). */
export function joinFacts(a: Facts, b: Facts): Facts {
  if (a === b) return a;
  const sameClasses = a.oneHot && b.oneHot && a.oneHot.classes === b.oneHot.classes ? a.oneHot : null;
  return {
    integers: a.integers && b.integers,
    minimum: a.minimum === null || b.minimum === null ? null : Math.min(a.minimum, b.minimum),
    maximum: a.maximum === null || b.maximum === null ? null : Math.max(a.maximum, b.maximum),
    oneHot: sameClasses,
    multiHot: a.multiHot && b.multiHot,
    probabilities: a.probabilities && b.probabilities,
    finite: a.finite && b.finite,
    constant: a.constant !== null && Object.is(a.constant, b.constant) ? a.constant : null,
    distinct: a.distinct === null || b.distinct === null ? null : a.distinct + b.distinct,
    occurrence: null,
    meant: null,
  };
}

/** The facts of single elements, without those about rows: what stays true under any rearrangement. */
export function elementFacts(known: Facts): Facts {
  if (!known.oneHot && !known.probabilities) return known;
  return { ...known, oneHot: null, probabilities: false };
}

/** An interval with an optional end on each side; both null says nothing. */
export interface Interval {
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** Facts of numbers within an interval; infinite or NaN ends count as unknown. */
export function intervalFacts(interval: Interval, integers: boolean, finite: boolean): Facts {
  const end = (value: number | null): number | null =>
    value !== null && Number.isFinite(value) ? value : null;
  return facts({ integers, minimum: end(interval.minimum), maximum: end(interval.maximum), finite });
}

/** Facts computed from contents that are there. `last` is the length of the last axis (null for 0-d arrays). */
export function factsOfNumbers(values: ArrayLike<number>, last: number | null): Facts {
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  let least = 0;
  let greatest = 0;
  let integers = true;
  let finite = true;
  let zeroOne = true;
  const seen = new Set<number>();
  for (let i = 0; i < values.length; i++) {
    const value = Number(values[i]);
    if (value < minimum) {
      minimum = value;
      least = 0;
    }
    if (value > maximum) {
      maximum = value;
      greatest = 0;
    }
    if (value === minimum) least++;
    if (value === maximum) greatest++;
    if (!Number.isFinite(value)) finite = false;
    if (!Number.isInteger(value)) integers = false;
    if (value !== 0 && value !== 1) zeroOne = false;
    if (seen.size <= 1024) seen.add(value);
  }
  if (values.length === 0) return noFacts;
  const rows = last === null ? null : rowFacts(values, last, zeroOne);
  const hasNaN = !finite && seen.has(Number.NaN);
  return {
    integers,
    minimum: finite || !hasNaN ? finiteOrNull(minimum, finite) : null,
    maximum: finite || !hasNaN ? finiteOrNull(maximum, finite) : null,
    oneHot: rows?.oneHot ? { classes: last! } : null,
    multiHot: zeroOne,
    probabilities: finite && minimum >= 0 && maximum <= 1 && (rows?.sumToOne ?? false),
    finite,
    constant: seen.size === 1 ? values[0] : null,
    distinct: seen.size <= 1024 ? seen.size : null,
    occurrence: finite ? certainEnds(Math.min(least, greatest) / values.length) : null,
    meant: null,
  };
}

function finiteOrNull(value: number, finite: boolean): number | null {
  return finite ? value : null;
}

function rowFacts(
  values: ArrayLike<number>,
  last: number,
  zeroOne: boolean,
): { oneHot: boolean; sumToOne: boolean } {
  if (last === 0 || last > values.length) return { oneHot: false, sumToOne: false };
  let sumToOne = true;
  for (let row = 0; row < values.length && sumToOne; row += last) {
    let sum = 0;
    for (let i = row; i < row + last; i++) sum += Number(values[i]);
    if (!(Math.abs(sum - 1) <= 1e-4)) sumToOne = false;
  }
  return { oneHot: sumToOne && zeroOne, sumToOne };
}

/** The facts as short texts for hints and hovers: "one-hot, {0} classes", "integers {0}..{1}", "values {0}..{1}". */
export function describeKnownFacts(known: Facts): Message[] {
  const lines: Message[] = [];
  const { minimum, maximum } = known;
  if (known.oneHot) return [message('one-hot, {0} classes', known.oneHot.classes)];
  if (known.constant !== null) lines.push(message('all {0}', known.constant));
  else if (known.multiHot) lines.push(message('zeros and ones'));
  else if (minimum !== null && maximum !== null) {
    lines.push(
      known.integers
        ? message('integers {0}..{1}', minimum, maximum)
        : message('values {0}..{1}', minimum, maximum),
    );
  } else if (known.integers && minimum !== null) lines.push(message('integers from {0}', minimum));
  else if (known.integers) lines.push(message('integers'));
  if (known.probabilities) lines.push(message('rows sum to one'));
  return lines;
}
