/** Pictures as JPEG files. */
import type { Picture } from './decoding.ts';

/** The library hands its bytes to Node's Buffer, which browsers do not have. */
function withBuffer<T>(body: () => T): T {
  const host = globalThis as { Buffer?: unknown };
  if (host.Buffer !== undefined) return body();
  host.Buffer = Uint8Array;
  try {
    return body();
  } finally {
    delete host.Buffer;
  }
}

/** @param quality 1 to 100, as Pillow counts it */
export async function encodeJpeg(
  { width, height, channels, data }: Picture,
  quality: number,
): Promise<Uint8Array> {
  const { default: library } = await import('jpeg-js');
  const pixels = new Uint8Array(width * height * 4);
  for (let index = 0; index < width * height; index++) {
    for (let channel = 0; channel < 3; channel++)
      pixels[index * 4 + channel] = data[index * channels + (channels >= 3 ? channel : 0)];
    pixels[index * 4 + 3] = 255;
  }
  const made = withBuffer(() => library.encode({ width, height, data: pixels }, quality).data);
  return new Uint8Array(made.buffer, made.byteOffset, made.byteLength);
}
