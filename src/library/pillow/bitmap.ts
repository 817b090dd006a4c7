/** BMP images without compression: the header, then rows from the bottom up, each padded to four bytes. */
import type { Picture } from './decoding.ts';

const headerSize = 54;

/** @throws Error for compressed images and damaged files */
export function decodeBitmap(bytes: Uint8Array): Picture {
  if (bytes.length < headerSize) throw new Error('the file is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = view.getUint32(10, true);
  const infoSize = view.getUint32(14, true);
  const [width, rows] = [view.getInt32(18, true), view.getInt32(22, true)];
  const [bits, compression] = [view.getUint16(28, true), view.getUint32(30, true)];
  const height = Math.abs(rows);
  const stored = Math.ceil((width * bits) / 32) * 4;
  if (compression !== 0 || ![8, 24, 32].includes(bits))
    throw new Error(`BMP images with ${bits} bits and compression ${compression} are not supported`);
  if (width <= 0 || start + stored * height > bytes.length) throw new Error('the file is cut off');
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const line = start + stored * (rows > 0 ? height - 1 - row : row);
    for (let column = 0; column < width; column++) {
      const place = bits === 8 ? 14 + infoSize + 4 * bytes[line + column] : line + column * (bits / 8);
      const target = (row * width + column) * 3;
      // Blue, green, red.
      for (let channel = 0; channel < 3; channel++) data[target + channel] = bytes[place + 2 - channel];
    }
  }
  return { width, height, channels: 3, data };
}

/** An image with 24 bits a pixel; alpha is left out. */
export function encodeBitmap({ width, height, channels, data }: Picture): Uint8Array {
  const stored = Math.ceil((width * 3) / 4) * 4;
  const bytes = new Uint8Array(headerSize + stored * height);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, headerSize, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  view.setUint32(34, stored * height, true);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const source = (row * width + column) * channels;
      const target = headerSize + stored * (height - 1 - row) + column * 3;
      for (let channel = 0; channel < 3; channel++)
        bytes[target + 2 - channel] = data[channels < 3 ? source : source + channel];
    }
  }
  return bytes;
}
