/** The packed letters as polylines. */
import { GLYPHS } from './glyphs.ts';
import type { Polyline } from './shapes.ts';

interface Glyph {
  /** In the font's size. */
  readonly advance: number;
  /** Contours in the font's size, upwards from the baseline. */
  readonly contours: readonly Polyline[];
}

let packed: Map<string, readonly [string, string]> | null = null;
const unpacked = new Map<string, Glyph>();

/** How many lines a curve of a letter becomes. */
const STEPS = 4;

function contoursOf(outline: string): Polyline[] {
  const contours: number[][] = [];
  let [x, y] = [0, 0];
  for (const [, operation, text] of outline.matchAll(/([mlq])([^mlq]*)/g)) {
    const numbers = (text!.match(/-?[\d.]+/g) ?? []).map(Number);
    if (operation === 'q') {
      const [cx, cy, ex, ey] = [x + numbers[0]!, y + numbers[1]!, x + numbers[2]!, y + numbers[3]!];
      for (let step = 1; step <= STEPS; step++) {
        const t = step / STEPS;
        const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
        contours.at(-1)!.push(a * x + b * cx + c * ex, a * y + b * cy + c * ey);
      }
      [x, y] = [ex, ey];
    } else {
      [x, y] = [x + numbers[0]!, y + numbers[1]!];
      if (operation === 'm') contours.push([]);
      contours.at(-1)!.push(x, y);
    }
  }
  return contours.map(contour => contour.map(value => value / 1000));
}

function packedGlyphs(): Map<string, readonly [string, string]> {
  packed ??= new Map(
    GLYPHS.split('\n').map(line => {
      const [name, advance, outline] = line.split('\t') as [string, string, string];
      return [name, [advance, outline]];
    }),
  );
  return packed;
}

/** Whether the font has a character. */
export function hasGlyph(character: string): boolean {
  return packedGlyphs().has(character);
}

/** A character's glyph; an empty box for one that the font has not. */
export function glyphOf(character: string): Glyph {
  const known = unpacked.get(character);
  if (known !== undefined) return known;
  const glyphs = packedGlyphs();
  const [advance, outline] = glyphs.get(character) ?? glyphs.get('??')!;
  const glyph = { advance: Number(advance) / 1000, contours: contoursOf(outline) };
  unpacked.set(character, glyph);
  return glyph;
}

/** How wide a line of text is, in the unit of its size. */
export function lineWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += glyphOf(character).advance;
  return width * size;
}
