import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partAtLine, startsOf } from '../../src/editor/cellPlaces.ts';

const cells = fc.array(fc.array(fc.constantFrom('a', 'x = 1', '', '  b'), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
});
const firstLinesOf = (texts: readonly string[]) => startsOf(texts.map(text => text.split('\n').length));

describe('the cells of a notebook as one text', () => {
  it('leads from every line of the whole to the same line of its cell', () => {
    fc.assert(
      fc.property(cells, lines => {
        const texts = lines.map(cell => cell.join('\n'));
        const whole = texts.join('\n').split('\n');
        for (const [line, text] of whole.entries()) {
          const place = partAtLine(firstLinesOf(texts), line)!;
          expect(texts[place.index].split('\n')[line - place.firstLine]).toBe(text);
        }
        expect(partAtLine(firstLinesOf(texts), whole.length)).toBeNull();
        expect(partAtLine(firstLinesOf(texts), -1)).toBeNull();
      }),
    );
  });

  it('begins every cell where its text begins in the whole', () => {
    fc.assert(
      fc.property(cells, lines => {
        const texts = lines.map(cell => cell.join('\n'));
        const whole = texts.join('\n');
        const starts = startsOf(texts.map(text => text.length + 1));
        for (const [index, text] of texts.entries()) {
          const start = starts[index]!;
          expect(whole.slice(start, start + text.length)).toBe(text);
        }
      }),
    );
  });
});
