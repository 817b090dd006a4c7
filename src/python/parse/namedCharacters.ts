/** The characters that `\N{…}` escapes and `unicodedata` know by name. */

import { unzlibSync } from 'fflate';
import { packedCharacterNames } from './packedCharacterNames.ts';

interface CharacterNames {
  readonly codes: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<number, string>;
}

/** Unpacked when the first name is asked for: few scripts ever do. */
let unpacked: CharacterNames | null = null;

function characterNames(): CharacterNames {
  unpacked ??= unpack();
  return unpacked;
}

/** See test/oracles/unicode/pack_names.py for what a line holds. */
function unpack(): CharacterNames {
  const bytes = Uint8Array.from(atob(packedCharacterNames), character => character.charCodeAt(0));
  const [table, aliases] = new TextDecoder().decode(unzlibSync(bytes)).split('\n\n');
  const codes = new Map<string, number>();
  const names = new Map<number, string>();
  let code = -1;
  let words: string[] = [];
  for (const line of table!.split('\n')) {
    const [, skipped, shared, rest] = /^([0-9a-f]*)([g-z])(.*)$/.exec(line)!;
    code += 1 + (skipped === '' ? 0 : Number.parseInt(skipped!, 16));
    words = words.slice(0, shared!.charCodeAt(0) - 'g'.charCodeAt(0));
    if (rest !== '') words.push(...rest!.split(' '));
    const name = words.join(' ');
    codes.set(name, code);
    names.set(code, name);
  }
  for (const line of aliases!.split('\n')) {
    const [hex, alias] = line.split('=');
    codes.set(alias!, Number.parseInt(hex!, 16));
  }
  return { codes, names };
}

// Ideographs are named after their code, in these ranges of Unicode 14.
const ideographs: readonly (readonly [prefix: string, first: number, last: number])[] = [
  ['CJK UNIFIED IDEOGRAPH-', 0x3400, 0x4dbf],
  ['CJK UNIFIED IDEOGRAPH-', 0x4e00, 0x9fff],
  ['CJK COMPATIBILITY IDEOGRAPH-', 0xf900, 0xfa6d],
  ['CJK COMPATIBILITY IDEOGRAPH-', 0xfa70, 0xfad9],
  ['KHITAN SMALL SCRIPT CHARACTER-', 0x18b00, 0x18cd5],
  ['NUSHU CHARACTER-', 0x1b170, 0x1b2fb],
  ['CJK UNIFIED IDEOGRAPH-', 0x20000, 0x2a6df],
  ['CJK UNIFIED IDEOGRAPH-', 0x2a700, 0x2b738],
  ['CJK UNIFIED IDEOGRAPH-', 0x2b740, 0x2b81d],
  ['CJK UNIFIED IDEOGRAPH-', 0x2b820, 0x2cea1],
  ['CJK UNIFIED IDEOGRAPH-', 0x2ceb0, 0x2ebe0],
  ['CJK COMPATIBILITY IDEOGRAPH-', 0x2f800, 0x2fa1d],
  ['CJK UNIFIED IDEOGRAPH-', 0x30000, 0x3134a],
];

// The sounds that Hangul syllables are spelled by: the Unicode Standard, section 3.12.
const initials = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ');
const medials = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ');
const finals = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ');
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;

function syllableName(code: number): string {
  const index = code - firstSyllable;
  const final = index % finals.length;
  const medial = Math.floor(index / finals.length) % medials.length;
  const initial = Math.floor(index / (finals.length * medials.length));
  return `HANGUL SYLLABLE ${initials[initial]}${medials[medial]}${finals[final]}`;
}

function syllableOf(name: string): number | null {
  for (let code = firstSyllable; code <= lastSyllable; code++) if (syllableName(code) === name) return code;
  return null;
}

/** The character of a Unicode name, in any case; null where there is none. */
export function characterNamed(name: string): string | null {
  const upper = name.toUpperCase();
  const code = codeNamed(upper);
  return code === null ? null : String.fromCodePoint(code);
}

function codeNamed(name: string): number | null {
  if (name.startsWith('HANGUL SYLLABLE ')) return syllableOf(name);
  const ideograph = /^(.*-)([0-9A-F]{4,5})$/.exec(name);
  if (ideograph !== null) {
    const code = Number.parseInt(ideograph[2]!, 16);
    const range = ideographs.find(
      ([prefix, first, last]) => prefix === ideograph[1] && first <= code && code <= last,
    );
    if (range !== undefined) return code;
  }
  return characterNames().codes.get(name) ?? null;
}

/** The Unicode name of a character; null where it has none. */
export function nameOfCharacter(code: number): string | null {
  if (code >= firstSyllable && code <= lastSyllable) return syllableName(code);
  const range = ideographs.find(([, first, last]) => first <= code && code <= last);
  if (range !== undefined) return range[0] + code.toString(16).toUpperCase().padStart(4, '0');
  return characterNames().names.get(code) ?? null;
}
