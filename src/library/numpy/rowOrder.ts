/**
 * Under analysis: which draws of chance have put the rows of an array into their order, and since when there are these
 * rows. Inputs and labels that different draws have reordered are no pairs any longer. Nothing is noted under run.
 */
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import type { Span } from '../../python/syntax.ts';
import type { NdArray } from './ndarray.ts';
import type { Memory } from './storage.ts';

/** One draw of an order. */
export interface RowDraw {
  /** The expression that drew. */
  readonly at: Span | null;
  /** The stream, with how it was last seeded: `null` by chance, else the number; `undefined` where that is not known. */
  readonly stream: object;
  readonly seed: number | null | undefined;
  readonly seedings: number;
  readonly when: number;
  /** Whether all rows are there once behind it. */
  readonly isWhole: boolean;
}

export interface RowOrder {
  /** When the rows were made; draws come later. */
  readonly since: number;
  readonly draws: readonly RowDraw[];
  /** The memory whose rows they are, where some of another array's were taken at drawn positions. */
  readonly of?: Memory;
}

/** What a stream of random numbers tells of its orders. */
export interface SeededStream {
  readonly seed: number | null | undefined;
  readonly seedings: number;
}

const clock = new StateKey<{ now: number }>('numpy.rowOrder', () => ({ now: 0 }));

function tick(py: Interpreter): number {
  return py.state(clock).now++;
}

/** Notes that an array has just been made, where nothing else is known of its rows. */
export function noteRowsMade(array: NdArray, py: Interpreter): void {
  if (array.rank > 0) array.memory.rows ??= { since: tick(py), draws: [] };
}

function drawOf(stream: SeededStream, isWhole: boolean, py: Interpreter): RowDraw {
  const { seed, seedings } = stream;
  return { at: py.span, stream, seed, seedings, when: tick(py), isWhole };
}

/** An array that holds drawn positions. */
export function drawnPositions(
  array: NdArray,
  stream: SeededStream,
  isWhole: boolean,
  py: Interpreter,
): NdArray {
  const draw = drawOf(stream, isWhole, py);
  array.memory.rows = { since: tick(py), draws: [draw] };
  return array;
}

/** The rows of `array`, whose contents have just been lost or copied, in a drawn order. */
export function shuffledRows(
  array: NdArray,
  before: RowOrder | null,
  stream: SeededStream,
  py: Interpreter,
): void {
  const draw = drawOf(stream, true, py);
  if (before === null) return;
  array.memory.rows = { since: before.since, draws: [...before.draws, draw] };
}

/** Gives a new array the row order of the one it was made from, row by row. */
export function keepRows(made: NdArray, from: NdArray): NdArray {
  if (from.memory.rows !== null && made.memory !== from.memory && made.rank > 0 && from.rank > 0)
    made.memory.rows = from.memory.rows;
  return made;
}

/** The row order of several arrays that are put together side by side; null where it is not the same. */
export function commonRows(arrays: readonly NdArray[]): RowOrder | null {
  const [first, ...others] = arrays.map(array => array.memory.rows);
  if (first == null) return null;
  let { since } = first;
  for (const rows of others) {
    if (rows === null || !hasSameDraws(rows, first)) return null;
    since = Math.max(since, rows.since);
  }
  return { since, draws: first.draws };
}

/** Rows at positions that an array holds. */
export function selectedRows(made: NdArray, from: NdArray, positions: NdArray): NdArray {
  const [rows, order] = [from.memory.rows, positions.memory.rows];
  if (rows !== null && order !== null && order.draws.length > 0 && positions.rank === 1)
    made.memory.rows = {
      since: rows.since,
      draws: [...rows.draws, ...order.draws],
      of: from.memory,
    };
  return made;
}

function hasSameDraws(a: RowOrder, b: RowOrder): boolean {
  return a.draws.length === b.draws.length && a.draws.every((draw, index) => draw === b.draws[index]);
}

/** Whether two draws certainly give different orders. */
function differ(a: RowDraw, b: RowDraw): boolean {
  if (a === b) return false;
  if (a.stream === b.stream && a.seedings === b.seedings) return true;
  if (a.seed === undefined || b.seed === undefined) return false;
  return a.stream === b.stream ? false : a.seed === null || b.seed === null || a.seed !== b.seed;
}

/** The draw that took the rows of one array, as they were once, away from those of the other; null where none did. */
export function drawApart(mine: RowOrder | null, other: RowOrder | null): RowDraw | null {
  if (mine === null || other === null) return null;
  let shared = 0;
  while (shared < mine.draws.length && mine.draws[shared] === other.draws[shared]) shared++;
  const [first] = mine.draws.slice(shared);
  if (first === undefined || mine.since > first.when || other.since > first.when) return null;
  const against = other.draws[shared];
  if (against !== undefined) return differ(first, against) ? first : null;
  return first.isWhole ? first : null;
}
