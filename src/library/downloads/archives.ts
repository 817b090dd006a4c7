/** Reads the archives that data sets come in: tar, plain or gzipped, and zip. */
import { gunzipSync, unzipSync } from 'fflate';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const BLOCK = 512;

/** A field of a header: text up to its first zero. */
function field(header: Uint8Array, at: number, length: number): string {
  return decode(header.subarray(at, at + length))
    .replace(/\0[\s\S]*$/, '')
    .trim();
}

/** `path` of a record that speaks of the next entry: lines of `length key=value`. */
function pathInRecord(text: string): string | null {
  return /(?:^|\n)\d+ path=(.*)\n/.exec(text)?.[1] ?? null;
}

/** The files in a tar archive, by their paths. Numbers in its headers are octal text; long names have entries of their own. */
export function filesOfTar(bytes: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let longName: string | null = null;
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0; ) {
    const header = bytes.subarray(at, at + BLOCK);
    const size = Number.parseInt(field(header, 124, 12) || '0', 8);
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    const kind = String.fromCharCode(header[156]);
    if (kind === 'L') longName = decode(content).replace(/\0[\s\S]*$/, '');
    else if (kind === 'x') longName = pathInRecord(decode(content));
    else if (kind !== 'g') {
      const prefix = field(header, 257, 5) === 'ustar' ? field(header, 345, 155) : '';
      const name = field(header, 0, 100);
      const path = longName ?? (prefix === '' ? name : `${prefix}/${name}`);
      if (kind === '0' || kind === '\0') files.set(path, content);
      longName = null;
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
const isZip = (bytes: Uint8Array): boolean => decode(bytes.subarray(0, 2)) === 'PK';
const isTar = (bytes: Uint8Array): boolean => decode(bytes.subarray(257, 262)) === 'ustar';

/** Archives whose packing is not read here. */
export function unreadPacking(bytes: Uint8Array): string | null {
  if (decode(bytes.subarray(0, 3)) === 'BZh') return 'bzip2';
  return bytes[0] === 0xfd && decode(bytes.subarray(1, 5)) === '7zXZ' ? 'xz' : null;
}

/**
 * The files in an archive of one of the given kinds, by paths that lead nowhere else; null where it is none.
 *
 * @throws Error of the unpacking library when the archive is broken
 */
export function filesOfArchive(
  bytes: Uint8Array,
  kinds: readonly ('tar' | 'zip')[],
): Map<string, Uint8Array> | null {
  let found: Map<string, Uint8Array> | null = null;
  if (kinds.includes('zip') && isZip(bytes)) {
    found = new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/')));
  } else if (kinds.includes('tar')) {
    const plain = isGzip(bytes) ? gunzipSync(bytes) : bytes;
    if (isTar(plain)) found = filesOfTar(plain);
  }
  if (found === null) return null;
  const inside = [...found].map(([path, content]) => [path.replace(/^(\.?\/)+/, ''), content] as const);
  return new Map(inside.filter(([path]) => !path.split('/').includes('..')));
}
