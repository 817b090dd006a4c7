import { expect, it } from 'vitest';
import { namedCharacters } from '../../../src/python/parse/namedCharacters.ts';

it.each([
  ['NO-BREAK SPACE', '\u00a0'],
  ['GREEK SMALL LETTER SIGMA', 'σ'],
  ['EM SPACE', '\u2003'],
  ['SNAKE', '🐍'],
])('knows %s', (name, character) => {
  expect(namedCharacters.get(name)).toBe(character);
});
