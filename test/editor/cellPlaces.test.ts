import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetOfPart, partAtLine } from '../../src/editor/cellPlaces.ts';

const cells = fc.array(fc.array(fc.constantFrom('a', 'x = 1', '', '  b'), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
});
const partsOf = (texts: readonly string[]) =>
  texts.map(text => ({ lines: text.split('\n').length, length: text.length }));

describe('the cells of a notebook as one text', () => {
  it('leads from every line of the whole to the same line of its cell', () => {
    fc.assert(
      fc.property(cells, lines => {
        const texts = lines.map(cell => cell.join('\n'));
        const whole = texts.join('\n').split('\n');
        for (const [line, text] of whole.entries()) {
          const place = partAtLine(partsOf(texts), line)!;
          expect(texts[place.index].split('\n')[line - place.firstLine]).toBe(text);
        }
        expect(partAtLine(partsOf(texts), whole.length)).toBeNull();
        expect(partAtLine(partsOf(texts), -1)).toBeNull();
      }),
    );
  });

  it('begins every cell where its text begins in the whole', () => {
    fc.assert(
      fc.property(cells, lines => {
        const texts = lines.map(cell => cell.join('\n'));
        const whole = texts.join('\n');
        for (const [index, text] of texts.entries()) {
          const start = offsetOfPart(partsOf(texts), index);
          expect(whole.slice(start, start + text.length)).toBe(text);
        }
      }),
    );
  });
});
