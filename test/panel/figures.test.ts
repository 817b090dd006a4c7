/** Figures of a script in the Output tab: drawn whole, with a legend, an image, a table behind, in every theme. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureReport } from '../../src/protocol.ts';
import { figuresOf } from '../library/matplotlib/drawnFigures.ts';
import { Harness, type ThemeName } from './harness.ts';
import { INITIALISE, RUN } from './scenario.ts';

const { runId } = RUN;
const SCRIPT = `x = np.linspace(0, 6.5, 40)
plt.plot(x, np.sin(x), 'r--', label='sin')
plt.plot(x, np.cos(x), 'o-', label='cos')
plt.annotate('a crest', (1.6, 1.0), xytext=(2.5, 0.6), arrowprops={'arrowstyle': '->'})
plt.suptitle('Both')
plt.title('Waves')
plt.xlabel('time (s)')
plt.ylabel('height (m)')
plt.legend()
plt.show()
fig, axes = plt.subplots(2, 2, figsize=(10, 7))
axes[0, 0].bar(['a', 'b', 'c'], [5, 9, 3])
axes[0, 0].set_title('Counts')
image = axes[0, 1].imshow(np.arange(64).reshape(8, 8) * 7 % 64)
fig.colorbar(image)
for group in range(3):
    axes[1, 0].scatter(np.sin(x * 18 + group) + group * 3, np.cos(x * 30) + group, label='group %d' % group)
axes[1, 0].legend(loc='upper left')
axes[1, 1].remove()
fig.add_subplot(2, 2, 4, projection='polar').plot(x, x)
fig.tight_layout()
plt.show()
plt.style.use('dark_background')
plt.plot([1, 3, 2])
plt.title('Own paper')
plt.show()
`;

let harness: Harness;
let reports: FigureReport[];
beforeAll(async () => {
  harness = await Harness.start();
  const { figures, stderr } = await figuresOf(SCRIPT);
  expect(stderr).toBe('');
  reports = figures.map(figure => ({ type: 'figure', runId, ...figure }));
});
afterAll(() => harness.stop());

describe.each<[ThemeName, number]>([
  ['dark', 700],
  ['light', 1200],
  ['light', 350],
  ['high-contrast', 700],
])('figures in %s at %i px', (theme, width) => {
  it('are drawn with axes, legend and a table', async () => {
    const panel = await harness.open({ theme, width, height: 1100 });
    await panel.host(INITIALISE, { type: 'run', run: RUN, checkpoint: null });
    await panel.toWorker('start');
    await panel.worker({ type: 'started', runId, time: 0 }, ...reports);
    await panel.tab('Output');
    await panel.settle();
    const { page } = panel;
    await panel.screenshot(`${theme}-${width}-figures`);
    const drawn = page.locator('.drawn-figure');
    expect(await drawn.count()).toBe(3);
    const texts = await drawn.first().locator('svg text').allTextContents();
    for (const text of ['Both', 'Waves', 'time (s)', 'height (m)', 'sin', 'cos', 'a crest', '−1.00'])
      expect(texts).toContain(text);
    expect(await drawn.nth(1).locator('canvas.figure-image').count()).toBe(1);
    const angles = await drawn.nth(1).locator('svg text').allTextContents();
    expect(angles).toContain('315°');
    // A figure with a paper of its own stands on it in every theme.
    expect(await page.locator('.figure-paper').count()).toBe(1);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await drawn.first().getByRole('button', { name: 'Show as a table' }).click();
    expect(await drawn.first().locator('tbody tr').count()).toBe(80);
    expect(await panel.violations()).toEqual([]);
    await panel.close();
  });
});
