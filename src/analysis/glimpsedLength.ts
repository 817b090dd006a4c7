/** How much of a data file the analysis is shown. */

/** Tables and arrays up to this size are seen whole. */
const WHOLE = 2 << 20;
/** An archive's table of contents stands at its end, so that a part of it says nothing. */
const WHOLE_ARCHIVE = 32 << 20;
/** Enough for the header and the first rows of a longer file. */
const BEGINNING = 256 << 10;

/** Bytes of a file of this name and size that are worth reading. */
export function glimpsedLength(file: string, size: number): number {
  if (size <= (/\.(npz|zip)$/i.test(file) ? WHOLE_ARCHIVE : WHOLE)) return size;
  return BEGINNING;
}
