/** Decodes the contents of string and bytes literals. */

import { characterNamed } from './namedCharacters.ts';
import type { Source } from './source.ts';

export interface StringPrefix {
  readonly raw: boolean;
  readonly bytes: boolean;
  readonly formatted: boolean;
  readonly unicode: boolean;
  /** One quote or three. */
  readonly quote: string;
}

/** Reads the start of a literal, such as `rb'''`. */
export function readPrefix(start: string): StringPrefix {
  const letters = /^[a-zA-Z]*/.exec(start)![0];
  const lower = letters.toLowerCase();
  return {
    raw: lower.includes('r'),
    bytes: lower.includes('b'),
    formatted: lower.includes('f'),
    unicode: letters === 'u',
    quote: start.slice(letters.length),
  };
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const escapeSequence =
  /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|N\{([^}]*)\}|([xuUN])|([\s\S]))/g;

/** The value of the text `from`..`to` of a str literal. */
export function decodeString(source: Source, from: number, to: number, raw: boolean): string {
  const text = source.text.slice(from, to).replace(/\r\n?/g, '\n');
  if (raw || !text.includes('\\')) return text;
  return text.replace(escapeSequence, (whole, octal, hex, short, long, name, cut, other, offset) => {
    const undecodable = (reason: string, more = 0) => {
      const start = escapedLength(text.slice(0, offset));
      const message = `(unicode error) 'unicodeescape' codec can't decode bytes in position {0}-{1}: ${reason}`;
      return source.fail(from, to, message, String(start), String(start + whole.length + more - 1));
    };
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (hex !== undefined || short !== undefined) {
      return String.fromCharCode(Number.parseInt(hex ?? short, 16));
    }
    if (long !== undefined) {
      const code = Number.parseInt(long, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : undecodable('illegal Unicode character');
    }
    if (name !== undefined) {
      return characterNamed(name) ?? undecodable('unknown Unicode character name');
    }
    if (cut !== undefined) {
      if (cut === 'N') return undecodable('malformed \\N character escape');
      const digits = /^[0-9a-fA-F]*/.exec(text.slice(offset + whole.length))![0].length;
      const kind = cut === 'x' ? '\\xXX' : cut === 'u' ? '\\uXXXX' : '\\UXXXXXXXX';
      return undecodable(`truncated ${kind} escape`, digits);
    }
    if (other === '\n') return '';
    return simpleEscapes[other] ?? whole;
  });
}

/** How long CPython's decoder finds a text: characters beyond ASCII come to it as escapes of ten characters. */
function escapedLength(text: string): number {
  let length = 0;
  for (const character of text) length += character > '\x7f' ? '\\U0001f600'.length : 1;
  return length;
}

/** The value of the text `from`..`to` of a bytes literal. */
export function decodeBytes(source: Source, from: number, to: number, raw: boolean): Uint8Array {
  const text = source.text.slice(from, to).replace(/\r\n?/g, '\n');
  const plain = raw
    ? text
    : text.replace(
        /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|(x)|([\s\S]))/g,
        (whole, octal, hex, cut, other, offset) => {
          if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
          if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
          if (cut !== undefined)
            return source.fail(from, to, '(value error) invalid \\x escape at position {0}', String(offset));
          if (other === '\n') return '';
          return simpleEscapes[other] ?? whole;
        },
      );
  const bytes = new Uint8Array(plain.length);
  for (let index = 0; index < plain.length; index++) {
    bytes[index] = plain.charCodeAt(index);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what ASCII is
  if (/[^\x00-\x7f]/.test(text)) source.fail(from, to, 'bytes can only contain ASCII literal characters');
  return bytes;
}
