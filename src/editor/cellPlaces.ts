/** Where the texts of several documents, joined by line breaks, stand in the whole: a notebook's cells as one script. */

export interface Place {
  /** Which part. */
  readonly index: number;
  /** The line of the whole, from 0, at which it begins. */
  readonly firstLine: number;
}

/**
 * Where each part begins in the whole, and last where a further one would.
 * @param sizes of the parts: their lines, each part having at least one, or their lengths and the line break
 */
export function startsOf(sizes: readonly number[]): number[] {
  const starts = [0];
  for (const size of sizes) starts.push(starts.at(-1)! + size);
  return starts;
}

/**
 * The part that holds a line of the whole, from 0; null behind the last one.
 * @param firstLines what {@link startsOf} gives for the numbers of lines
 */
export function partAtLine(firstLines: readonly number[], line: number): Place | null {
  if (line < 0 || line >= firstLines.at(-1)!) return null;
  let low = 0;
  let high = firstLines.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstLines[middle]! <= line) low = middle;
    else high = middle - 1;
  }
  return { index: low, firstLine: firstLines[low]! };
}
