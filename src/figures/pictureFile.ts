/** A figure as the bytes of a file. */
import { encode } from 'fast-png';
import { cutToFit } from './bounds.ts';
import type { Figure } from './figure.ts';
import { figureShapes } from './figureShapes.ts';
import { hasGlyph } from './glyphOutlines.ts';
import { jpegOf } from './jpegFile.ts';
import { pdfOfPicture } from './pdf.ts';
import { type Pixels, rasterised } from './raster.ts';
import type { ImageShape } from './shapes.ts';
import { svgText } from './svg.ts';

export const PICTURE_FORMATS = ['png', 'svg', 'pdf', 'jpg', 'jpeg'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Beyond this many pixels a picture would need hundreds of megabytes. */
const MOST_PIXELS = 60_000_000;

export interface PictureOptions {
  readonly format: PictureFormat;
  /** Pixels in an inch. */
  readonly dpi: number;
  /** What is behind; null leaves it clear where the format can. */
  readonly paper: string | null;
  /** Points to leave around what is drawn when the picture is cut to it; null leaves the figure as it is. */
  readonly fitted: number | null;
}

/** @throws RangeError when the picture would be too large */
export function pictureFile(figure: Figure, { format, dpi, paper, fitted }: PictureOptions): Uint8Array {
  const drawing = figureShapes(figure);
  const { width, height, shapes } = fitted === null ? drawing : cutToFit(drawing, fitted);
  if (format === 'svg') {
    return new TextEncoder().encode(svgText(width, height, shapes, { paper, imageAddress }));
  }
  // A PDF is printed: twice the density of a screen, at least.
  const density = format === 'pdf' ? Math.max(dpi, 200) : dpi;
  if ((width * height * density ** 2) / 72 ** 2 > MOST_PIXELS)
    throw new RangeError('the picture is too large');
  const pixels = rasterised(
    { width, height },
    shapes,
    density / 72,
    format === 'png' ? paper : (paper ?? 'paper'),
  );
  if (format === 'png') return pngOf(pixels);
  const bytes = jpegOf({ ...pixels, data: new Uint8Array(pixels.data) }, 92);
  return format === 'pdf' ? pdfOfPicture(bytes, pixels, { width, height }) : bytes;
}

/** The figure's pixels, red, green, blue and opacity of each, row by row; its rendered canvas. */
export function figurePixels(figure: Figure, dpi: number, paper: string | null): Pixels {
  const { width, height, shapes } = figureShapes(figure);
  if ((width * height * dpi ** 2) / 72 ** 2 > MOST_PIXELS) throw new RangeError('the picture is too large');
  return rasterised({ width, height }, shapes, dpi / 72, paper);
}

/** The characters of a figure that files show as empty boxes, in the order in which they are drawn. */
export function missingCharacters(figure: Figure): string[] {
  const missing = new Set<string>();
  for (const shape of figureShapes(figure).shapes) {
    if (shape.kind !== 'text') continue;
    for (const character of shape.text)
      if (character !== '\n' && !hasGlyph(character)) missing.add(character);
  }
  return [...missing];
}

function pngOf({ width, height, data }: Pixels): Uint8Array {
  return encode({ width, height, data: new Uint8Array(data), channels: 4, depth: 8 });
}

function imageAddress({ rows, columns, values }: ImageShape): string {
  const data = new Uint8ClampedArray(values);
  let binary = '';
  for (const byte of pngOf({ width: columns, height: rows, data })) binary += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(binary)}`;
}
