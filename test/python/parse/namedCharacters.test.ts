import { expect, it } from 'vitest';
import { characterNamed, nameOfCharacter } from '../../../src/python/parse/namedCharacters.ts';

it.each([
  ['NO-BREAK SPACE', '\u00a0'],
  ['GREEK SMALL LETTER SIGMA', 'σ'],
  ['EM SPACE', '\u2003'],
  ['SNAKE', '🐍'],
  ['SNOWMAN', '☃'],
  ['HANGUL SYLLABLE GAG', '각'],
  ['CJK UNIFIED IDEOGRAPH-4E2D', '中'],
])('knows %s', (name, character) => {
  expect(characterNamed(name)).toBe(character);
  expect(characterNamed(name.toLowerCase())).toBe(character);
  expect(nameOfCharacter(character.codePointAt(0)!)).toBe(name);
});

it.each([
  ['LINE FEED', '\n'],
  ['ZWJ', '\u200d'],
])('knows the alias %s', (name, character) => {
  expect(characterNamed(name)).toBe(character);
});

it.each(['', 'NO SUCH CHARACTER', 'CJK UNIFIED IDEOGRAPH-0041', 'HANGUL SYLLABLE XYZ'])(
  'has none for %j',
  name => {
    expect(characterNamed(name)).toBeNull();
  },
);
