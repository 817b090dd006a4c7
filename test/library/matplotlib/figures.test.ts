/** matplotlib's calls as figures: what is shown, when, and that analysis never trips over them. */
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import type { Figure, FigurePrimitive } from '../../../src/figures/figure.ts';
import { allLibraries } from '../../../src/library/index.ts';
import { figureSinkKey, showRemainingFigures } from '../../../src/library/matplotlib/figures.ts';
import { memoryFiles } from '../../corpus/memoryFiles.ts';
import { runPython, testParser } from '../../python/run.ts';

const HEAD = 'import numpy as np\nimport matplotlib.pyplot as plt\n';

async function figuresOf(
  body: string,
  files = memoryFiles(),
): Promise<{ figures: Figure[]; stderr: string; stdout: string }> {
  const figures: Figure[] = [];
  const { result, stderr, stdout } = await runPython(HEAD + body, {
    libraries: allLibraries(),
    files,
    prepare: py => {
      py.state(figureSinkKey).current = figure => figures.push(figure);
    },
  });
  if (result.error === null) showRemainingFigures(result.interpreter);
  return { figures, stderr, stdout };
}

describe('matplotlib.pyplot', () => {
  it('shows lines with their styles, labels and the line of show()', async () => {
    const { figures } = await figuresOf(
      "plt.plot([1, 2, 3], 'r--', label='a')\nplt.plot([0, 1], [4, 5], 'bo')\nplt.title('t')\nplt.xlabel('x')\nplt.legend()\nplt.show()\n",
    );
    expect(figures).toHaveLength(1);
    const [{ line, axes, rows, columns }] = figures;
    expect([line, rows, columns]).toEqual([8, 1, 1]);
    expect(axes[0]).toMatchObject({ title: 't', xLabel: 'x', yLabel: '', legend: true });
    expect(axes[0].primitives).toMatchObject([
      {
        kind: 'line',
        x: Float32Array.of(0, 1, 2),
        y: Float32Array.of(1, 2, 3),
        label: 'a',
        color: 'r',
        dash: 'dashed',
        marker: '',
        right: false,
      },
      {
        kind: 'points',
        x: Float32Array.of(0, 1),
        y: Float32Array.of(4, 5),
        label: '',
        color: 'b',
        marker: 'o',
        sizes: Float32Array.of(6),
        right: false,
      },
    ]);
  });

  it('shows at the end what was never shown, in subplots', async () => {
    const { figures } = await figuresOf(
      "fig, (a, b) = plt.subplots(1, 2)\na.hist([1, 1, 2, 4], bins=3)\nb.imshow(np.eye(2))\nb.set_title('eye')\n",
    );
    expect(figures.map(({ rows, columns }) => [rows, columns])).toEqual([[1, 2]]);
    const [first, second] = figures[0].axes;
    expect(first.primitives[0]).toMatchObject({
      kind: 'bars',
      widths: Float32Array.of(1, 1, 1),
      height: Float32Array.of(2, 1, 1),
    });
    expect(second.title).toBe('eye');
    expect(second.primitives[0]).toMatchObject({
      rows: 2,
      columns: 2,
      channels: 3,
      left: -0.5,
      top: -0.5,
      bottom: 1.5,
    });
    // A number's colour is that of the map it is drawn with: yellow and violet of viridis.
    const [red, green, blue] = (second.primitives[0] as { values: Float32Array }).values;
    expect([red, green, blue].map(part => Math.round(part * 255))).toEqual([253, 231, 37]);
  });

  it('gives each class of a scatter its own colour, and places names at 0, 1, 2', async () => {
    const { figures } = await figuresOf(
      "plt.scatter([1, 2, 3], [4, 5, 6], c=[0, 1, 0])\nplt.show()\nplt.bar(['u', 'v'], [3, 4])\nplt.show()\n",
    );
    expect(figures.map(({ figure }) => figure)).toEqual([1, 2]);
    const [points] = figures[0].axes[0].primitives as [Extract<FigurePrimitive, { kind: 'points' }>];
    const ink = (index: number): number[] =>
      [...points.colors.slice(index * 3, index * 3 + 3)].map(part => Math.round(part * 255));
    expect([ink(0), ink(1), ink(2)]).toEqual([
      [68, 1, 84],
      [253, 231, 37],
      [68, 1, 84],
    ]);
    expect(figures[1].axes[0].primitives[0]).toMatchObject({ x: Float32Array.of(0, 1) });
  });

  it('forgets figures that were closed', async () => {
    const { figures } = await figuresOf('plt.plot([1, 2])\nplt.close()\n');
    expect(figures).toEqual([]);
  });

  it("refuses lengths that differ, in matplotlib's words", async () => {
    const { stderr } = await figuresOf('plt.plot([1, 2, 3], [1, 2])\n');
    expect(stderr.trim().split('\n').at(-1)).toBe(
      'ValueError: x and y must have same first dimension, but have shapes (3,) and (2,)',
    );
  });

  it('has no findings under analysis, whatever is not known', async () => {
    const text = `${HEAD}x = np.random.rand(50, 2)
y = np.load('unread.npy')
plt.plot(x[:, 0], x[:, 1], 'o', label=str(y))
plt.scatter(y, y, c=y)
plt.hist(y, bins=7)
fig, axes = plt.subplots(2, 3)
for image, ax in zip(y, axes.flat):
    ax.imshow(image, cmap='gray')
    ax.axis('off')
plt.subplot(1, 2, 1)
plt.axhline(y.mean())
plt.show()
`;
    const followed = followProgram(await testParser(), text, 'script.py', { kerasVersion: 'auto' });
    expect(followed.program.findings).toEqual([]);
    expect(followed.policy.faults).toEqual([]);
  });

  it.each([
    ["plt.plot([1, 2], zorder=3, alpha=0.5, linewidth=2, drawstyle='default')", 'line'],
    ['plt.fill_between([0, 1, 2], [1, 2, 1], 0, alpha=0.2)', 'area'],
    ["plt.barh(['a', 'b'], [1, 2], edgecolor='k')", 'bars'],
    ["plt.pie([1, 2], autopct='%1.1f%%')", 'area text area text'],
    ['plt.boxplot([1.0, 2.0, 3.0])', 'line line line line line line'],
    ['plt.errorbar([0, 1], [1, 2], yerr=0.1, capsize=3)', 'line line points points'],
    ['plt.axhline(0.5, color="k")\nplt.axvspan(0, 1)', 'line area'],
    ['plt.contourf(np.eye(3))\nplt.contour(np.eye(3), levels=[0.5])', 'image line'],
    ['plt.stem([1, 2])', 'line points line'],
    ["plt.annotate('a', xy=(0, 1), xytext=(1, 2), arrowprops={})", 'arrows text'],
    ['import seaborn as sns\nsns.set_theme()\nsns.heatmap([[1, 2]], annot=True)', 'image text text'],
    ["import seaborn as sns\nsns.countplot(x=['a', 'b', 'a'])", 'bars'],
  ])('keeps what %s draws', async (body, kinds) => {
    const { figures, stderr } = await figuresOf(
      `plt.style.use('ggplot')\n${body}\nplt.grid(True)\nplt.tight_layout()\nplt.savefig('a.png')\n`,
    );
    expect(stderr).toBe('');
    expect(figures[0].axes[0].primitives.map(({ kind }) => kind).join(' ')).toBe(kinds);
  });

  it('keeps limits, scales, ticks, a second axis and a colour bar', async () => {
    const { figures } = await figuresOf(
      "fig, a = plt.subplots()\nb = a.twinx()\na.semilogy([1, 10])\nb.plot([0, 1])\na.set_xlim(0, 4)\na.set_xticks([0, 2], ['low', 'high'])\nb.set_ylabel('share')\nplt.colorbar(a.imshow(np.eye(2)), ax=a)\nplt.show()\n",
    );
    const [axes] = figures[0].axes;
    expect(axes.x).toMatchObject({
      low: 0,
      high: 4,
      log: false,
      ticks: Float32Array.of(0, 2),
      names: ['low', 'high'],
    });
    expect(axes.y.log).toBe(true);
    expect([axes.right?.log, axes.rightLabel]).toEqual([false, 'share']);
    expect(axes.primitives.map(each => 'right' in each && each.right)).toEqual([false, true, false]);
    expect(axes.colorBar).toMatchObject({ low: 0, high: 1, label: '' });
    expect(axes.colorBar?.colors[0]).toBe('rgb(68, 1, 84)');
  });

  it('names what is not modelled, when it runs', async () => {
    const { stderr } = await figuresOf('plt.gca().streamplot([1], [2], [3], [4])\n');
    expect(stderr.trim().split('\n').at(-1)).toBe(
      'NotImplementedError: matplotlib.axes.Axes.streamplot is not supported by Kerascope yet',
    );
  });

  it('writes pictures into files, also without anyone who shows them', async () => {
    const files = memoryFiles();
    const { stdout, stderr } = await figuresOf(
      "plt.plot([1, 4, 2])\nfor name in ['a.png', 'a.svg', 'a.pdf', 'a.jpg', 'b']:\n    plt.savefig(name, dpi=50)\nprint(plt.imread('a.png').shape, plt.imread('b.png')[0, 0])\n",
      files,
    );
    expect(stderr).toBe('');
    expect(stdout).toBe('(240, 320, 4) [1. 1. 1. 1.]\n');
    const beginning = async (name: string): Promise<string> =>
      String.fromCharCode(...(await files.read(name)).slice(0, 5));
    expect(await beginning('a.png')).toBe('\x89PNG\r');
    expect(await beginning('a.svg')).toBe('<?xml');
    expect(await beginning('a.pdf')).toBe('%PDF-');
    expect(await beginning('a.jpg')).toBe('\xff\xd8\xff\xe0\0');
  });

  it("refuses formats that are none in matplotlib's words", async () => {
    const bad = await figuresOf("plt.plot([1])\nplt.savefig('a.foo')\n");
    expect(bad.stderr).toContain("ValueError: Format 'foo' is not supported (supported formats: eps, ");
  });

  it.each([
    [
      'plt.gca().get_xaxis().set_visible(False)\nplt.plot([1])',
      { x: { marked: false }, y: { marked: true } },
    ],
    ["plt.plot([1])\nplt.gca().spines[['top', 'right']].set_visible(False)", { sides: ['left', 'bottom'] }],
    ["plt.plot([1])\nplt.xticks([0, 1], ['a', 'b'], rotation=45)", { x: { names: ['a', 'b'], angle: 45 } }],
    ['plt.plot([1])\nplt.tick_params(labelsize=7, labelleft=False)', { x: { size: 7 }, y: { named: false } }],
    ["plt.imshow(np.eye(2))\nplt.axis('off')", { bare: true, equal: 'axes' }],
    [
      "plt.plot([1], label='a')\nplt.legend(loc='upper left', title='t')",
      { legendPlace: 'upper left', legendTitle: 't' },
    ],
    [
      "a, = plt.plot([1], label='a')\nplt.plot([2], label='b')\nplt.legend(handles=[a])",
      { primitives: [{ label: 'a' }, { label: '' }] },
    ],
    [
      "b = plt.bar([0, 1], [3, 4])\nb[1].set_color('red')",
      { primitives: [{ color: 'C0' }, { color: 'red' }] },
    ],
    [
      'plt.plot([1])\nplt.plot([2])\nplt.bar([0], [1])',
      { primitives: [{ color: 'C0' }, { color: 'C1' }, { color: 'C0' }] },
    ],
    [
      'import matplotlib.ticker as t\nplt.plot([0, 4])\nplt.gca().xaxis.set_major_locator(t.MultipleLocator(0.5))',
      { x: { ticks: Float32Array.of(0, 0.5, 1) } },
    ],
    [
      'import matplotlib.ticker as t\nplt.plot([0, 1])\nplt.yticks([0, 1])\nplt.gca().yaxis.set_major_formatter(t.PercentFormatter(1))',
      { y: { names: ['0%', '100%'] } },
    ],
  ])('keeps the settings of %s', async (body, settings) => {
    const { figures, stderr } = await figuresOf(`${body}\nplt.show()\n`);
    expect(stderr).toBe('');
    expect(figures[0].axes[0]).toMatchObject(settings);
  });

  it('shares ranges, spans cells and gives a title to all', async () => {
    const { figures } = await figuresOf(
      "fig, (a, b) = plt.subplots(2, 1, sharex=True)\na.plot([0, 1, 2])\nb.plot([0, 1, 2, 3, 4])\nfig.suptitle('both')\nplt.show()\nfig = plt.figure()\ng = fig.add_gridspec(2, 3)\nfor place in (g[0, :], g[1, 0], g[1, 1:]):\n    fig.add_subplot(place).plot([1])\nplt.show()\n",
    );
    const [first, second] = figures;
    expect(first.title).toBe('both');
    expect(first.axes.map(({ x }) => [x.low, x.high, x.named])).toEqual([
      [expect.closeTo(-0.2), expect.closeTo(4.2), false],
      [expect.closeTo(-0.2), expect.closeTo(4.2), true],
    ]);
    expect(second.axes.map(({ place }) => [place.row, place.column, place.rows, place.columns])).toEqual([
      [0, 0, 1, 3],
      [1, 0, 1, 1],
      [1, 1, 1, 2],
    ]);
  });
});
