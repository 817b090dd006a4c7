/** str methods that answer yes or no about every character. */

import type { NativeFunction } from '../functions.ts';
import { isPrintable } from '../operations/text.ts';
import { isAscii, SPACES } from './codePoints.ts';
import { stringOrNull } from './conversions.ts';
import { reading } from './operatorMethods.ts';

function every(text: string, test: (character: string) => boolean): boolean {
  if (text === '') return false;
  for (const character of text) if (!test(character)) return false;
  return true;
}

/** Superscripts and the like: digits that are not decimal numbers. */
const DIGIT =
  /[\p{Nd}\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490]/u;
const NUMERIC =
  /[\p{N}\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u842c\u4e07\u5104\u4ebf\u96f6]/u;
const LETTER = /\p{L}/u;

function isUniformCase(text: string, wanted: RegExp, refused: RegExp): boolean {
  return wanted.test(text) && !refused.test(text);
}

function isTitle(text: string): boolean {
  let cased = false;
  let previousCased = false;
  for (const character of text) {
    if (/[\p{Lu}\p{Lt}]/u.test(character)) {
      if (previousCased) return false;
      previousCased = cased = true;
    } else if (/\p{Ll}/u.test(character)) {
      if (!previousCased) return false;
      cased = true;
    } else previousCased = false;
  }
  return cased;
}

/** Whether the text is a valid Python name (keywords included). */
export function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(text);
}

const tests: readonly (readonly [string, (text: string) => boolean])[] = [
  ['isalpha', text => every(text, character => LETTER.test(character))],
  ['isdecimal', text => every(text, character => /\p{Nd}/u.test(character))],
  ['isdigit', text => every(text, character => DIGIT.test(character))],
  ['isnumeric', text => every(text, character => NUMERIC.test(character))],
  ['isalnum', text => every(text, character => LETTER.test(character) || NUMERIC.test(character))],
  ['isspace', text => every(text, character => SPACES.has(character))],
  ['islower', text => isUniformCase(text, /\p{Lowercase}/u, /[\p{Uppercase}\p{Lt}]/u)],
  ['isupper', text => isUniformCase(text, /\p{Uppercase}/u, /[\p{Lowercase}\p{Lt}]/u)],
  ['istitle', isTitle],
  ['isascii', isAscii],
  ['isidentifier', isIdentifier],
  ['isprintable', text => text === '' || every(text, isPrintable)],
];

/** isalpha, isdigit, islower… */
export const testMethods: NativeFunction[] = tests.map(([name, test]) =>
  reading('str', `${name}(self, /)`, stringOrNull, test),
);
