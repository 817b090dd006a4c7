/** Where the texts of several documents, joined by line breaks, stand in the whole: a notebook's cells as one script. */

/** A document's size. */
export interface Part {
  /** At least one: an empty text is one empty line. */
  readonly lines: number;
  readonly length: number;
}

export interface Place {
  /** Which part. */
  readonly index: number;
  /** The line of the whole, from 0, at which it begins. */
  readonly firstLine: number;
}

/** The part that holds a line of the whole, from 0; null behind the last one. */
export function partAtLine(parts: readonly Part[], line: number): Place | null {
  let firstLine = 0;
  for (const [index, part] of parts.entries()) {
    if (line < firstLine + part.lines) return line < 0 ? null : { index, firstLine };
    firstLine += part.lines;
  }
  return null;
}

/** The offset in the whole at which a part begins. */
export function offsetOfPart(parts: readonly Part[], index: number): number {
  return parts.slice(0, index).reduce((offset, part) => offset + part.length + 1, 0);
}
