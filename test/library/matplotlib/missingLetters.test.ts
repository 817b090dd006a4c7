/** Letters that pictures cannot show are warned of, as matplotlib warns; what only the panel draws is not. */
import { describe, expect, it } from 'vitest';
import { figuresOf } from './drawnFigures.ts';

const CHINESE = `plt.rcParams['font.sans-serif'] = ['SimHei']
plt.rcParams['axes.unicode_minus'] = False
plt.plot([-1, 0, 1], label='训练')
plt.title('中文')
plt.legend()
`;

describe('letters that the font of files has not', () => {
  it('are named at the line that saves the picture, once each', async () => {
    const { stderr } = await figuresOf(`${CHINESE}plt.savefig('a.png')\n`);
    const glyph = (code: number, name: string) =>
      `script.py:8: UserWarning: Glyph ${code} (\\N{${name}}) missing from font(s) DejaVu Sans.\n  plt.savefig('a.png')\n`;
    expect(stderr).toBe(
      [
        glyph(20013, 'CJK UNIFIED IDEOGRAPH-4E2D'),
        glyph(25991, 'CJK UNIFIED IDEOGRAPH-6587'),
        glyph(35757, 'CJK UNIFIED IDEOGRAPH-8BAD'),
        glyph(32451, 'CJK UNIFIED IDEOGRAPH-7EC3'),
      ].join(''),
    );
  });

  it('are drawn by the panel and by who opens an SVG, without a word', async () => {
    const { stderr, figures } = await figuresOf(`${CHINESE}plt.savefig('a.svg')\nplt.show()\n`);
    expect(stderr).toBe('');
    expect(figures[0].axes[0].titles[0].text).toBe('中文');
    expect(figures[0].axes[0].y.ticks.some(({ text }) => text.startsWith('-'))).toBe(true);
  });
});
