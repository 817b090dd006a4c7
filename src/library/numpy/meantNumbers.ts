/** Which numbers a script means to be in an array, through the operations that choose them and move them along. */
import type { DTypeName } from './dtypes.ts';
import { endsOccur, type Facts } from './facts.ts';
import type { NdArray } from './ndarray.ts';

/** More different numbers than these are quantities, not names that somebody has chosen. */
export const MOST_MEANT = 64;

/** Of two numbers, or of more in choices within choices, each is meant to be chosen somewhere. */
export function meantChoice(chosen: Facts, other: Facts): readonly number[] | null {
  const [first, second] = [chosenFrom(chosen), chosenFrom(other)];
  if (first === null || second === null) return null;
  const numbers = [...new Set([...first, ...second])];
  return numbers.length > 1 && numbers.length <= MOST_MEANT ? numbers.sort((a, b) => a - b) : null;
}

function chosenFrom({ constant, meant }: Facts): readonly number[] | null {
  return constant !== null && Number.isFinite(constant) ? [constant] : meant;
}

interface Computing {
  readonly name: string;
  readonly number: (a: number, b: number) => number;
}

const comparisons = new Set(['greater', 'greater_equal', 'less', 'less_equal', 'equal', 'not_equal']);
const moving = new Set(['add', 'subtract', 'multiply', 'divide', 'floor_divide', 'remainder', 'negative']);

/** What is meant to be in the result of an operation, element by element. */
export function meantAfter(
  operation: Computing,
  a: NdArray,
  b: NdArray,
  computed: DTypeName,
): readonly number[] | null {
  const { name } = operation;
  if (comparisons.has(name)) return a.rank + b.rank > 0 ? [0, 1] : null;
  if (name === 'sign') return computed.startsWith('u') ? null : signs(a.facts);
  if (!moving.has(name)) return null;
  const [left, right] = [a.facts, b.facts];
  if (name === 'negative') return a.rank > 0 ? meantWhenMoved(left.meant, value => -value) : null;
  if (a.rank > 0 && b.rank === 0 && right.constant !== null) {
    const by = right.constant;
    if (name === 'remainder' && left.meant === null) return remainders(left, by);
    return meantWhenMoved(left.meant, value => operation.number(value, by));
  }
  if (b.rank > 0 && a.rank === 0 && left.constant !== null) {
    const from = left.constant;
    return meantWhenMoved(right.meant, value => operation.number(from, value));
  }
  return null;
}

/** Where each number becomes another one. */
export function meantWhenMoved(
  meant: readonly number[] | null,
  move: (value: number) => number,
): readonly number[] | null {
  const numbers = meant === null ? [] : [...new Set(meant.map(move))];
  return numbers.length > 1 && numbers.every(Number.isFinite) ? numbers.sort((a, b) => a - b) : null;
}

/** Both signs of numbers that may have either. */
function signs({ minimum, maximum }: Facts): readonly number[] | null {
  return (minimum !== null && minimum >= 0) || (maximum !== null && maximum <= 0) ? null : [-1, 1];
}

/** What is meant to be among rows that are chosen without regard to their values. */
export function meantAmong(known: Facts): readonly number[] | null {
  const isOfNames = known.integers && known.distinct !== null && known.distinct <= MOST_MEANT;
  if (known.meant !== null || !isOfNames || !endsOccur(known)) return known.meant;
  return known.minimum === known.maximum ? null : [known.minimum!, known.maximum!];
}

/** `y % 2` of whole numbers that reach further. */
function remainders(known: Facts, by: number): readonly number[] | null {
  const reaches = endsOccur(known) && known.minimum! <= 0 && known.maximum! >= by - 1;
  if (!known.integers || !Number.isInteger(by) || by < 2 || by > MOST_MEANT || !reaches) return null;
  return Array.from({ length: by }, (_, index) => index);
}
