/** Text encodings: UTF-8, UTF-16/32, ASCII, Latin-1, with Python's error handlers and messages. */
import {
  LookupError,
  makeException,
  PythonError,
  raise,
  UnicodeDecodeError,
  UnicodeEncodeError,
} from '../errors.ts';
import { PyBytes } from '../values.ts';

type Codec =
  | 'utf-8'
  | 'utf-8-sig'
  | 'ascii'
  | 'latin-1'
  | 'utf-16'
  | 'utf-16-le'
  | 'utf-16-be'
  | 'utf-32'
  | 'utf-32-le'
  | 'utf-32-be';

const ALIASES: Readonly<Record<string, Codec>> = {
  utf8: 'utf-8',
  u8: 'utf-8',
  cp65001: 'utf-8',
  utf8sig: 'utf-8-sig',
  ascii: 'ascii',
  usascii: 'ascii',
  '646': 'ascii',
  latin1: 'latin-1',
  latin: 'latin-1',
  iso88591: 'latin-1',
  l1: 'latin-1',
  cp1252: 'latin-1',
  utf16: 'utf-16',
  utf16le: 'utf-16-le',
  utf16be: 'utf-16-be',
  utf32: 'utf-32',
  utf32le: 'utf-32-le',
  utf32be: 'utf-32-be',
};

function codecOf(encoding: string): Codec {
  const codec = ALIASES[encoding.toLowerCase().replace(/[-_ ]/g, '')];
  if (codec === undefined) throw raise(LookupError, `unknown encoding: ${encoding}`);
  return codec;
}

function decodeError(
  codec: string,
  data: Uint8Array,
  start: number,
  end: number,
  reason: string,
): PythonError {
  const where =
    end - start === 1
      ? `byte 0x${data[start].toString(16).padStart(2, '0')} in position ${start}`
      : `bytes in position ${start}-${end - 1}`;
  const exception = makeException(UnicodeDecodeError, codec, new PyBytes(data), start, end, reason);
  exception.attributes!.map.set('__text__', `'${codec}' codec can't decode ${where}: ${reason}`);
  return new PythonError(exception);
}

function encodeError(codec: string, text: string, start: number, end: number, reason: string): PythonError {
  const points = [...text];
  const code = points[start].codePointAt(0)!;
  const escaped =
    code <= 0xff
      ? `\\x${code.toString(16).padStart(2, '0')}`
      : code <= 0xffff
        ? `\\u${code.toString(16).padStart(4, '0')}`
        : `\\U${code.toString(16).padStart(8, '0')}`;
  const where =
    end - start === 1
      ? `character '${escaped}' in position ${start}`
      : `characters in position ${start}-${end - 1}`;
  const exception = makeException(UnicodeEncodeError, codec, text, start, end, reason);
  exception.attributes!.map.set('__text__', `'${codec}' codec can't encode ${where}: ${reason}`);
  return new PythonError(exception);
}

/** `text.encode(encoding, errors)`. */
export function encodeText(text: string, encoding: string, errors: string): Uint8Array {
  const codec = codecOf(encoding);
  switch (codec) {
    case 'utf-8':
    case 'utf-8-sig': {
      const bytes = encodeUtf8(text, errors);
      return codec === 'utf-8' ? bytes : Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]);
    }
    case 'ascii':
      return encodeNarrow(text, 128, 'ascii', errors);
    case 'latin-1':
      return encodeNarrow(text, 256, 'latin-1', errors);
    default:
      return encodeWide(text, codec);
  }
}

function encodeUtf8(text: string, errors: string): Uint8Array {
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  if (lone !== null && errors === 'strict') {
    const at = [...text.slice(0, lone.index)].length;
    throw encodeError('utf-8', text, at, at + 1, 'surrogates not allowed');
  }
  const repaired = lone === null ? text : text.replace(/\p{Surrogate}/gu, errors === 'ignore' ? '' : '?');
  return new TextEncoder().encode(repaired);
}

function encodeNarrow(text: string, limit: number, codec: string, errors: string): Uint8Array {
  const bytes: number[] = [];
  const points = [...text];
  points.forEach((character, index) => {
    const code = character.codePointAt(0)!;
    if (code < limit) bytes.push(code);
    else for (const byte of substitute(points, index, codec, limit, errors, text)) bytes.push(byte);
  });
  return Uint8Array.from(bytes);
}

function substitute(
  points: string[],
  index: number,
  codec: string,
  limit: number,
  errors: string,
  text: string,
): readonly number[] {
  const code = points[index].codePointAt(0)!;
  const ascii = (replacement: string) => [...replacement].map(character => character.charCodeAt(0));
  switch (errors) {
    case 'ignore':
      return [];
    case 'replace':
      return [63];
    case 'xmlcharrefreplace':
      return ascii(`&#${code};`);
    case 'backslashreplace':
      return ascii(
        code <= 0xff
          ? `\\x${code.toString(16)}`
          : code <= 0xffff
            ? `\\u${code.toString(16).padStart(4, '0')}`
            : `\\U${code.toString(16).padStart(8, '0')}`,
      );
    case 'strict': {
      let end = index;
      while (end < points.length && points[end].codePointAt(0)! >= limit) end++;
      throw encodeError(codec, text, index, end, `ordinal not in range(${limit})`);
    }
    default:
      throw raise(LookupError, `unknown error handler name '${errors}'`);
  }
}

function encodeWide(text: string, codec: Codec): Uint8Array {
  const size = codec.startsWith('utf-16') ? 2 : 4;
  const littleEndian = !codec.endsWith('be');
  const units: number[] = codec === 'utf-16' || codec === 'utf-32' ? [0xfeff] : [];
  if (size === 2) for (let i = 0; i < text.length; i++) units.push(text.charCodeAt(i));
  else for (const character of text) units.push(character.codePointAt(0)!);
  const view = new DataView(new ArrayBuffer(units.length * size));
  units.forEach((unit, index) => {
    if (size === 2) view.setUint16(index * 2, unit, littleEndian);
    else view.setUint32(index * 4, unit, littleEndian);
  });
  return new Uint8Array(view.buffer);
}

/** `data.decode(encoding, errors)`. */
export function decodeBytes(data: Uint8Array, encoding: string, errors: string): string {
  const codec = codecOf(encoding);
  switch (codec) {
    case 'utf-8':
      return decodeUtf8(data, errors);
    case 'utf-8-sig':
      return decodeUtf8(
        data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf ? data.subarray(3) : data,
        errors,
      );
    case 'ascii':
    case 'latin-1':
      return decodeNarrow(data, codec, errors);
    default:
      return decodeWide(data, codec);
  }
}

function decodeNarrow(data: Uint8Array, codec: 'ascii' | 'latin-1', errors: string): string {
  let text = '';
  for (let i = 0; i < data.length; i++) {
    if (codec === 'latin-1' || data[i] < 128) text += String.fromCharCode(data[i]);
    else if (errors === 'strict') throw decodeError('ascii', data, i, i + 1, 'ordinal not in range(128)');
    else if (errors === 'replace') text += '\ufffd';
    else if (errors === 'backslashreplace') text += `\\x${data[i].toString(16)}`;
  }
  return text;
}

function decodeWide(data: Uint8Array, codec: Codec): string {
  const size = codec.startsWith('utf-16') ? 2 : 4;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let littleEndian = !codec.endsWith('be');
  let at = 0;
  if ((codec === 'utf-16' || codec === 'utf-32') && data.length >= size) {
    const mark = size === 2 ? view.getUint16(0, true) : view.getUint32(0, true);
    if (mark === 0xfeff) at = size;
    else if (mark === (size === 2 ? 0xfffe : 0xfffe0000)) {
      littleEndian = false;
      at = size;
    }
  }
  let text = '';
  for (; at + size <= data.length; at += size) {
    text +=
      size === 2
        ? String.fromCharCode(view.getUint16(at, littleEndian))
        : String.fromCodePoint(view.getUint32(at, littleEndian));
  }
  if (at < data.length) throw decodeError(codec, data, at, data.length, 'truncated data');
  return text;
}

function decodeUtf8(data: Uint8Array, errors: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    return decodeBrokenUtf8(data, errors);
  }
}

function decodeBrokenUtf8(data: Uint8Array, errors: string): string {
  let text = '';
  let at = 0;
  while (at < data.length) {
    const { length, problem, end } = sequenceAt(data, at);
    if (problem === null) {
      text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(data.subarray(at, at + length));
      at += length;
      continue;
    }
    if (errors === 'strict') throw decodeError('utf-8', data, at, end, problem);
    if (errors === 'replace') text += '\ufffd';
    else if (errors === 'backslashreplace') {
      for (let i = at; i < end; i++) text += `\\x${data[i].toString(16).padStart(2, '0')}`;
    } else if (errors === 'surrogateescape') {
      for (let i = at; i < end; i++) text += String.fromCharCode(0xdc00 + data[i]);
    } else if (errors !== 'ignore') throw raise(LookupError, `unknown error handler name '${errors}'`);
    at = end;
  }
  return text;
}

function sequenceAt(data: Uint8Array, at: number): { length: number; problem: string | null; end: number } {
  const first = data[at];
  if (first < 0x80) return { length: 1, problem: null, end: at + 1 };
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0;
  if (length === 0) return { length: 0, problem: 'invalid start byte', end: at + 1 };
  for (let i = 1; i < length; i++) {
    const byte = data[at + i];
    if (byte === undefined) return { length: 0, problem: 'unexpected end of data', end: data.length };
    const low = i === 1 ? (first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80) : 0x80;
    const high = i === 1 ? (first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf) : 0xbf;
    if (byte < low || byte > high) return { length: 0, problem: 'invalid continuation byte', end: at + i };
  }
  return { length, problem: null, end: at + length };
}
