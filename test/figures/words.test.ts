/** Formulas between dollar signs in plain letters, and how wide words are. */
import { describe, expect, it } from 'vitest';
import { lineWidth } from '../../src/figures/glyphOutlines.ts';
import { plainWords, textWidth } from '../../src/figures/words.ts';

describe('words', () => {
  it.each([
    ['loss $\\alpha^2$', 'loss α²'],
    ['$R^{2}$ and $x_1$', 'R² and x₁'],
    ['$\\mathrm{val}$ in 5 $', 'val in 5 $'],
    ['$\\frac{1}{n}\\sum x$', '1/n∑x'],
    ['$\\mathdefault{-10^{-3}}$', '−10⁻³'],
    ['$\\mathdefault{2\\times10^{5}}$', '2×10⁵'],
  ])('reads %s', (formula, words) => {
    expect(plainWords(formula)).toBe(words);
  });

  it('are as wide as the letters that files are drawn with', () => {
    const words = 'The quick brown fox, 0.25 (loss)';
    expect(textWidth(words, 10)).toBeCloseTo(lineWidth(words, 10), 0);
    expect(textWidth(`a\n${words}`, 10)).toBe(textWidth(words, 10));
  });
});
