/** Pictures of any number of channels as JPEG files. */
import { jpegOf } from '../../figures/jpegFile.ts';
import type { Picture } from './decoding.ts';
import { greyJpeg } from './greyJpeg.ts';

/** @param quality 1 to 100, as Pillow counts it */
export function encodeJpeg({ width, height, channels, data }: Picture, quality: number): Uint8Array {
  if (channels === 1) return greyJpeg(width, height, data, quality);
  const pixels = new Uint8Array(width * height * 4);
  for (let index = 0; index < width * height; index++) {
    for (let channel = 0; channel < 3; channel++)
      pixels[index * 4 + channel] = data[index * channels + (channels >= 3 ? channel : 0)];
    pixels[index * 4 + 3] = 255;
  }
  return jpegOf({ width, height, data: pixels }, quality);
}
