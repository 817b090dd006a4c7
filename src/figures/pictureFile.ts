/** A figure as the bytes of a file. */
import { encode } from 'fast-png';
import type { Figure } from './figure.ts';
import { figureShapes } from './figureShapes.ts';
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
}

/** @throws RangeError when the picture would be too large */
export function pictureFile(figure: Figure, { format, dpi, paper }: PictureOptions): Uint8Array {
  const { width, height, shapes } = figureShapes(figure);
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

function pngOf({ width, height, data }: Pixels): Uint8Array {
  return encode({ width, height, data: new Uint8Array(data), channels: 4, depth: 8 });
}

function imageAddress({ rows, columns, channels, values }: ImageShape): string {
  const data = new Uint8ClampedArray(rows * columns * 4);
  for (let index = 0; index < rows * columns; index++) {
    for (let channel = 0; channel < 3; channel++) {
      data[index * 4 + channel] = 255 * (values[index * channels + (channels >= 3 ? channel : 0)] ?? 0);
    }
    data[index * 4 + 3] = channels === 4 ? 255 * (values[index * 4 + 3] ?? 1) : 255;
  }
  let binary = '';
  for (const byte of pngOf({ width: columns, height: rows, data })) binary += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(binary)}`;
}
