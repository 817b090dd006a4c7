/** The module unicodedata: names, normal forms and categories of characters, of Unicode 14 as CPython 3.11 has it. */

import { stringOf } from '../../python/builtins/conversions.ts';
import { KeyError, TypeError as PyTypeError, raise, ValueError } from '../../python/errors.ts';
import { named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { characterNamed, nameOfCharacter } from '../../python/parse/namedCharacters.ts';
import type { Value } from '../../python/values.ts';

const categories =
  'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co'.split(' ');
const categoryPatterns = categories.map(
  category => [category, new RegExp(`^\\p{${category}}$`, 'u')] as const,
);

const missing = Symbol('no default');

function characterOf(value: Value, name: string): string {
  const text = stringOf(value, `${name}() argument 1`);
  if ([...text].length !== 1) {
    throw raise(PyTypeError, `${name}() argument 1 must be a unicode character, not str`);
  }
  return text;
}

/** The default that was passed behind the character. */
function fallbackOf(rest: Value): Value | typeof missing {
  const items = (rest as { items?: readonly Value[] }).items ?? [];
  return items.length > 0 ? items[0]! : missing;
}

function digitOf(character: string): number | null {
  if (!/^\p{Nd}$/u.test(character)) return null;
  // The digits of a script stand side by side, from zero on.
  const code = character.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

const forms: readonly string[] = ['NFC', 'NFD', 'NFKC', 'NFKD'];

export const module: LibraryModule = {
  name: 'unicodedata',
  entries: () => [
    ['unidata_version', '14.0.0'],
    ...named(
      native('name(chr, *default)', ([value, rest]) => {
        const found = nameOfCharacter(characterOf(value, 'name').codePointAt(0)!);
        if (found !== null) return found;
        const fallback = fallbackOf(rest);
        if (fallback === missing) throw raise(ValueError, 'no such name');
        return fallback as Value;
      }),
      native('lookup(name, /)', ([name]) => {
        const text = stringOf(name, 'lookup() argument');
        const found = characterNamed(text);
        if (found === null) throw raise(KeyError, `undefined character name '${text}'`);
        return found;
      }),
      native('category(chr, /)', ([value]) => {
        const character = characterOf(value, 'category');
        return categoryPatterns.find(([, pattern]) => pattern.test(character))?.[0] ?? 'Cn';
      }),
      native('normalize(form, unistr, /)', ([form, text]) => {
        const kind = stringOf(form, 'normalize() argument 1');
        if (!forms.includes(kind)) throw raise(ValueError, 'invalid normalization form');
        return stringOf(text, 'normalize() argument 2').normalize(kind);
      }),
      native('is_normalized(form, unistr, /)', ([form, text]) => {
        const kind = stringOf(form, 'is_normalized() argument 1');
        if (!forms.includes(kind)) throw raise(ValueError, 'invalid normalization form');
        const given = stringOf(text, 'is_normalized() argument 2');
        return given.normalize(kind) === given;
      }),
      native('decimal(chr, *default)', ([value, rest]) => {
        const digit = digitOf(characterOf(value, 'decimal'));
        if (digit !== null) return digit;
        const fallback = fallbackOf(rest);
        if (fallback === missing) throw raise(ValueError, 'not a decimal');
        return fallback as Value;
      }),
    ),
  ],
  unmodelled: new Set([
    'digit',
    'numeric',
    'bidirectional',
    'combining',
    'east_asian_width',
    'mirrored',
    'decomposition',
  ]),
};
