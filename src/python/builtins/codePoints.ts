/** Text by code points, as Python counts it, with a fast path for text without surrogate pairs. */

let lastText = '';
let lastPaired = false;

/** Whether the text has characters beyond the basic plane, so that code units and code points differ. */
export function hasPairs(text: string): boolean {
  // Loops ask again and again for the same long text.
  if (text === lastText) return lastPaired;
  const paired = /[\ud800-\udbff][\udc00-\udfff]/.test(text);
  if (text.length > 64) {
    lastText = text;
    lastPaired = paired;
  }
  return paired;
}

/** `len(text)`. */
export function textLength(text: string): number {
  if (!hasPairs(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The characters as an indexable sequence of code points. */
export function characters(text: string): ArrayLike<string> {
  return hasPairs(text) ? [...text] : text;
}

/** `text[start:stop]` by code points, both within 0..len. */
export function textSlice(text: string, start: number, stop: number): string {
  return hasPairs(text) ? [...text].slice(start, stop).join('') : text.slice(start, stop);
}

/** A position in code units as one in code points. */
export function toCodePoints(text: string, units: number): number {
  return units < 0 || !hasPairs(text) ? units : textLength(text.slice(0, units));
}

/** A position in code points as one in code units. */
export function toCodeUnits(text: string, points: number): number {
  if (!hasPairs(text)) return points;
  let units = 0;
  let count = 0;
  for (const character of text) {
    if (count++ === points) break;
    units += character.length;
  }
  return units;
}

/** Every character that `str.split()` and `str.strip()` take for white space. */
export const SPACES: ReadonlySet<string> = new Set(
  '\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
);

const LINE_ENDS: ReadonlySet<string> = new Set('\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029');

/** Length of the line boundary at a position, 0 when there is none. */
export function lineBreakAt(text: string, at: number): number {
  if (!LINE_ENDS.has(text[at])) return 0;
  return text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
}

/** The text without white space at its ends, as numbers and `str.strip()` see it. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACES.has(text[start])) start++;
  while (end > start && SPACES.has(text[end - 1])) end--;
  return text.slice(start, end);
}

/** Whether every character is ASCII. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
