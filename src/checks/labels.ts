/** What is certain enough about labels and inputs to warn of: ranges that are met, rows that are drawn at random. */
import { formatShape } from '../graph/shapes.ts';
import type { RecordedData } from '../library/keras/record.ts';
import { endsOccur, type Facts } from '../library/numpy/facts.ts';
import { type NdArray, numbersOf, spansItsType } from '../library/numpy/ndarray.ts';
import type { Related } from '../python/errors.ts';
import { type Message, message } from '../python/message.ts';
import type { SourceCode } from './sourceCode.ts';

export interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/** The name that people know the data by; long expressions are called by what they are for. */
export function nameOf(data: RecordedData, otherwise: 'x' | 'y'): string {
  const { text } = data;
  return text === null || text.length > 40 || text.includes('\n') ? otherwise : text;
}

export function shapeText(data: RecordedData): string {
  return data.shape === null ? '(…)' : formatShape(data.shape);
}

/** The ends of numbers that a script chooses between, as `np.where(test, 1, -1)` does. */
function meantRange({ meant, minimum, maximum }: Facts): Range | null {
  if (meant === null || !meant.every(Number.isInteger)) return null;
  const range = { minimum: Math.min(...meant), maximum: Math.max(...meant) };
  if (range.minimum < range.maximum) return range;
  // One number put among others, whose bounds are known.
  return minimum === range.minimum && maximum !== null ? { minimum, maximum } : null;
}

/**
 * The range of whole-number labels. The bounds that an element type alone gives (0..255 of uint8) are no range: what
 * is in the array is not known then.
 */
export function integerRange(data: RecordedData | null): Range | null {
  const array = data?.array ?? null;
  if (array === null) return null;
  const { facts } = array;
  const meant = meantRange(facts);
  if (meant !== null) return meant;
  if (!facts.integers || facts.minimum === null || facts.maximum === null) return null;
  if (spansItsType(array) || !endsOccur(facts)) return null;
  return { minimum: facts.minimum, maximum: facts.maximum };
}

/** Whether there surely are numbers that are not whole. */
export function holdsFractions({ facts }: NdArray): boolean {
  const { minimum, maximum } = facts;
  if (minimum === null || maximum === null || !endsOccur(facts)) return false;
  return !Number.isInteger(minimum) || !Number.isInteger(maximum);
}

/** Class labels from 0 (or 1): how many classes there are; null for other numbers. */
export function classesOf(data: RecordedData | null): number | null {
  const range = integerRange(data);
  if (range === null || range.minimum < 0 || range.minimum > 1 || range.maximum < 1) return null;
  return range.maximum + 1;
}

/** Whether rows of zeros and ones surely hold other than one 1 each. */
export function isMultiHot(data: RecordedData, code: SourceCode): boolean {
  const { array } = data;
  if (array === null || array.facts.oneHot !== null || array.shape.length < 2) return false;
  const { integers, minimum, maximum } = array.facts;
  if (!integers || minimum !== 0 || maximum !== 1) return false;
  const columns = array.shape.at(-1) ?? null;
  if (columns === null || columns < 2) return false;
  if (array.data === null) return isDrawn(array, code);
  const numbers = numbersOf(array);
  if (numbers === null) return false;
  for (let row = 0; row < numbers.length; row += columns) {
    let ones = 0;
    for (let column = 0; column < columns; column++) ones += Number(numbers[row + column]);
    if (ones > 1) return true;
  }
  return false;
}

/** Whether each element was drawn on its own: then rows are not one-hot. */
function isDrawn(array: NdArray, code: SourceCode): boolean {
  return (
    array.madeAt !== null &&
    /\.(randint|integers|binomial|choice|random_integers)\s*\(/.test(code.at(array.madeAt))
  );
}

/** "`y` was made here", where that is known and elsewhere than at its use. */
export function madeHere(data: RecordedData, otherwise: 'x' | 'y'): Related[] {
  const span = data.array?.madeAt ?? null;
  if (span === null || span.start.offset === data.span?.start.offset) return [];
  return [{ span, message: madeMessage(nameOf(data, otherwise)) }];
}

function madeMessage(name: string): Message {
  return message('`{0}` is made here.', name);
}
