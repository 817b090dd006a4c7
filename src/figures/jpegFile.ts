/** Pictures as JPEG files. */
import library from 'jpeg-js';

/** The library hands its bytes to Node's Buffer, which browsers and their workers do not have. */
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

/**
 * @param data red, green, blue and opacity of each pixel; what is behind is not known to the format
 * @param quality 1 to 100
 */
export function jpegOf(
  { width, height, data }: { readonly width: number; readonly height: number; readonly data: Uint8Array },
  quality: number,
): Uint8Array {
  const made = withBuffer(() => library.encode({ width, height, data }, quality).data);
  return new Uint8Array(made.buffer, made.byteOffset, made.byteLength);
}
