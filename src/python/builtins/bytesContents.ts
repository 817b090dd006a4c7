/** What bytes and bytearray hold: as binary text, as new objects, and as their repr. */
import type { PyClass } from '../classes.ts';
import { bytearrayClass, bytesClass } from '../types.ts';
import { PyBytes, type Value } from '../values.ts';
import { requireKnown } from './conversions.ts';

export function read(value: Value): PyBytes | null {
  return requireKnown(value) instanceof PyBytes ? (value as PyBytes) : null;
}

/** Binary text, one character a byte, on which the string algorithms work. */
export function latin(data: Uint8Array): string {
  let text = '';
  for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode(...data.subarray(i, i + 8192));
  return text;
}

/** The bytes of binary text. */
export function fromLatin(text: string): Uint8Array {
  const data = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) data[i] = text.charCodeAt(i);
  return data;
}

/** A bytes object of a class. */
export function makeBytes(cls: PyClass, data: Uint8Array): PyBytes {
  return cls.adopt(new PyBytes(data));
}

export const like = (self: PyBytes, data: Uint8Array) =>
  makeBytes(self.cls.isSubclassOf(bytearrayClass) ? bytearrayClass : bytesClass, data);

/** `repr(bytes)` without the class. */
export function bytesRepr(data: Uint8Array): string {
  const text = latin(data);
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = `b${quote}`;
  for (const byte of data) {
    const character = String.fromCharCode(byte);
    if (character === quote || character === '\\') result += `\\${character}`;
    else if (byte === 9) result += '\\t';
    else if (byte === 10) result += '\\n';
    else if (byte === 13) result += '\\r';
    else if (byte < 32 || byte >= 127) result += `\\x${byte.toString(16).padStart(2, '0')}`;
    else result += character;
  }
  return result + quote;
}
