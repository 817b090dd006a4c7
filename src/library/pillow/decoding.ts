/// <reference path="./omggif.d.ts" />
/** Files of images as pixels: PNG, JPEG, GIF (its first picture) and BMP. The decoders are loaded at first use. */
import { decodeBitmap } from './bitmap.ts';

/** Pixels row by row, `channels` values of 0..255 for each: grey, grey and alpha, RGB or RGBA. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

export type PictureFormat = 'PNG' | 'JPEG' | 'GIF' | 'BMP';

/** The format by the file's first bytes; null for anything else. */
export function formatOf(bytes: Uint8Array): PictureFormat | null {
  const begins = (...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47)) return 'PNG';
  if (begins(0xff, 0xd8, 0xff)) return 'JPEG';
  if (begins(0x47, 0x49, 0x46, 0x38)) return 'GIF';
  return begins(0x42, 0x4d) ? 'BMP' : null;
}

/** The picture in a file. Rejects with an Error that says what is wrong with the file. */
export async function decodePicture(bytes: Uint8Array): Promise<Picture> {
  switch (formatOf(bytes)) {
    case 'PNG':
      return decodePng(bytes);
    case 'JPEG':
      return decodeJpeg(bytes);
    case 'GIF':
      return decodeGif(bytes);
    case 'BMP':
      return decodeBitmap(bytes);
    case null:
      throw new Error('it is no PNG, JPEG, GIF or BMP image');
  }
}

async function decodePng(bytes: Uint8Array): Promise<Picture> {
  const { convertIndexedToRgb, decode } = await import('fast-png');
  // A checksum that is wrong tells of a damaged file before its pixels do.
  const image = decode(bytes, { checkCrc: true });
  const { width, height } = image;
  if (image.palette) {
    const channels = image.palette[0].length;
    return { width, height, channels, data: Uint8Array.from(convertIndexedToRgb(image)) };
  }
  const count = width * height * image.channels;
  return {
    width,
    height,
    channels: image.channels,
    data: eightBits(image.data, image.depth, image.channels, width, count),
  };
}

/** Values of 1, 2, 4 or 16 bits as values of 0..255. */
function eightBits(
  values: ArrayLike<number>,
  depth: number,
  channels: number,
  width: number,
  count: number,
): Uint8Array {
  if (depth === 8) return Uint8Array.from(values);
  if (depth === 16) return Uint8Array.from(values, value => value >> 8);
  const [perByte, top] = [8 / depth, 2 ** depth - 1];
  const rowBytes = Math.ceil((width * channels) / perByte);
  return Uint8Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / (width * channels));
    const place = index % (width * channels);
    const byte = values[row * rowBytes + Math.floor(place / perByte)];
    return (((byte >> (8 - depth * ((place % perByte) + 1))) & top) * 255) / top;
  });
}

/** How many colours a JPEG holds: the count in its frame header; null when there is none. */
function jpegComponents(bytes: Uint8Array): number | null {
  for (let place = 2; place + 9 < bytes.length; ) {
    if (bytes[place] !== 0xff) return null;
    const marker = bytes[place + 1];
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return bytes[place + 9];
    place += 2 + bytes[place + 2] * 256 + bytes[place + 3];
  }
  return null;
}

// Bundled in pieces, libraries of the older module format have a default export only.
async function decodeJpeg(bytes: Uint8Array): Promise<Picture> {
  const { default: library } = await import('jpeg-js');
  const { width, height, data } = library.decode(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    tolerantDecoding: false,
    maxMemoryUsageInMB: 2048,
  });
  if (jpegComponents(bytes) !== 1) return { width, height, channels: 3, data };
  return { width, height, channels: 1, data: data.filter((_, index) => index % 3 === 0) };
}

async function decodeGif(bytes: Uint8Array): Promise<Picture> {
  const { default: library } = await import('omggif');
  const reader = new library.GifReader(bytes);
  const { width, height } = reader;
  const data = new Uint8Array(width * height * 4);
  reader.decodeAndBlitFrameRGBA(0, data);
  return { width, height, channels: 3, data: data.filter((_, index) => index % 4 !== 3) };
}
