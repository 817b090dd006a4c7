/** Keeps a run across a reload of the window, as a file in the workspace's storage. */
import type { RunRecord } from '../run-record.ts';
import { fromWire, toWire } from '../wire.ts';

/** Typed arrays by name, so that what is read back is what was written. */
const ARRAYS = {
  Float32Array,
  Int32Array,
  Uint8Array,
} as const;
type ArrayName = keyof typeof ARRAYS;

interface Packed {
  readonly $array: ArrayName;
  readonly base64: string;
}

function isPacked(value: unknown): value is Packed {
  return typeof value === 'object' && value !== null && '$array' in value && 'base64' in value;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(binary);
}

function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) {
    bytes[index] = binary.charCodeAt(index);
  }
  return bytes.buffer;
}

function nameOf(value: ArrayBufferView): ArrayName | null {
  const names = Object.keys(ARRAYS) as ArrayName[];
  return names.find(name => value instanceof ARRAYS[name]) ?? null;
}

function pack(_key: string, value: unknown): unknown {
  if (!ArrayBuffer.isView(value)) {
    return value;
  }
  const name = nameOf(value);
  return name === null
    ? null
    : { $array: name, base64: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
}

function unpack(_key: string, value: unknown): unknown {
  return isPacked(value) && Object.hasOwn(ARRAYS, value.$array)
    ? new ARRAYS[value.$array](fromBase64(value.base64))
    : value;
}

/** The version of what is written; another one is not read. */
const VERSION = 3;

export function encodeRecord(record: RunRecord): string {
  return JSON.stringify({ version: VERSION, record: toWire(record) }, pack);
}

/** The record, or null where the text is of another version or damaged. */
export function decodeRecord(text: string): RunRecord | null {
  try {
    const stored = JSON.parse(text, unpack) as { version?: unknown; record?: unknown };
    return stored.version === VERSION ? (fromWire(stored.record) as RunRecord) : null;
  } catch {
    return null;
  }
}

/** The file that keeps the run of a script: the end of its name, and what tells scripts of the same name apart. */
export function fileNameOf(script: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(script)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  const name = script.slice(script.lastIndexOf('/') + 1).replace(/[^\w.-]/g, '_');
  return `${name.slice(-40)}-${hash.toString(16).padStart(16, '0')}.json`;
}
