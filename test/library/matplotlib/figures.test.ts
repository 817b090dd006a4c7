/** matplotlib's calls as figures: what is shown, when, and that analysis never trips over them. */
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import { memoryFiles } from '../../corpus/memoryFiles.ts';
import { testParser } from '../../python/run.ts';
import { figuresOf, HEAD } from './drawnFigures.ts';

describe('matplotlib.pyplot', () => {
  it('shows lines with their styles, labels and the line of show()', async () => {
    const { figures } = await figuresOf(
      "plt.plot([1, 2, 3], 'r--', label='a')\nplt.plot([0, 1], [4, 5], 'bo')\nplt.title('t')\nplt.xlabel('x')\nplt.legend()\nplt.show()\n",
    );
    expect(figures).toHaveLength(1);
    const [{ line, axes, width, paper }] = figures;
    expect([line, width, paper]).toEqual([8, 6.4, null]);
    expect(axes[0].titles[0]).toMatchObject({ text: 't' });
    expect([axes[0].x.label.text, axes[0].y.label.text]).toEqual(['x', '']);
    expect(axes[0].legends[0].entries.map(({ label }) => label)).toEqual(['a']);
    expect(axes[0].primitives).toMatchObject([
      { kind: 'line', x: Float64Array.of(0, 1, 2), y: Float64Array.of(1, 2, 3), label: 'a', mark: null },
      { kind: 'line', x: Float64Array.of(0, 1), y: Float64Array.of(4, 5), stroke: null },
    ]);
    const [first, second] = axes[0].primitives as unknown as [
      { stroke: { ink: string; dash: number[] } },
      { mark: object },
    ];
    expect(first.stroke.ink).toBe('r');
    expect(first.stroke.dash).toHaveLength(2);
    expect(second.mark).toMatchObject({ marker: 'o', size: 6, face: 'b' });
  });

  it('shows at the end what was never shown, in subplots', async () => {
    const { figures } = await figuresOf(
      "fig, (a, b) = plt.subplots(1, 2)\na.hist([1, 1, 2, 4], bins=3)\nb.imshow(np.eye(2))\nb.set_title('eye')\n",
    );
    const [first, second] = figures[0].axes;
    expect(first.primitives[0]).toMatchObject({
      kind: 'bars',
      widths: Float64Array.of(1, 1, 1),
      height: Float64Array.of(2, 1, 1),
    });
    expect(second.titles[0].text).toBe('eye');
    expect(second.primitives[0]).toMatchObject({ rows: 2, columns: 2, left: -0.5, top: -0.5, bottom: 1.5 });
    // A number's colour is that of the map it is drawn with: yellow and violet of viridis.
    const { values } = second.primitives[0] as unknown as { values: Uint8Array };
    expect([...values.slice(0, 8)]).toEqual([253, 231, 37, 255, 68, 1, 84, 255]);
  });

  it('gives each class of a scatter its own colour, and places names at 0, 1, 2', async () => {
    const { figures } = await figuresOf(
      "plt.scatter([1, 2, 3], [4, 5, 6], c=[0, 1, 0])\nplt.show()\nplt.bar(['u', 'v'], [3, 4])\nplt.show()\n",
    );
    expect(figures.map(({ figure }) => figure)).toEqual([1, 2]);
    const { colors } = figures[0].axes[0].primitives[0] as unknown as { colors: Float64Array };
    const ink = (index: number): number[] =>
      [...colors.slice(index * 4, index * 4 + 4)].map(part => Math.round(part * 255));
    expect([ink(0), ink(1), ink(2)]).toEqual([
      [68, 1, 84, 255],
      [253, 231, 37, 255],
      [68, 1, 84, 255],
    ]);
    expect(figures[1].axes[0].primitives[0]).toMatchObject({ x: Float64Array.of(0, 1) });
    expect(figures[1].axes[0].x.ticks.map(({ at, text }) => [at, text])).toEqual([
      [0, 'u'],
      [1, 'v'],
    ]);
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
    ["plt.pie([1, 2], autopct='%1.1f%%')", 'area text text area text text'],
    ['plt.boxplot([1.0, 2.0, 3.0])', 'line line line line line line line'],
    [
      "plt.rcParams['boxplot.showfliers'] = False\nplt.rcParams['boxplot.patchartist'] = True\nplt.boxplot([1.0, 2.0, 3.0])",
      'area line line line line line',
    ],
    [
      "plt.annotate('a', (0, 0), (1, 1), arrowprops=dict(arrowstyle='->', connectionstyle='arc3,rad=0'))",
      'text',
    ],
    ['plt.errorbar([0, 1], [1, 2], yerr=0.1, capsize=3)', 'line line line line'],
    ['plt.axhline(0.5, color="k")\nplt.axvspan(0, 1)', 'line area'],
    [
      'plt.contourf(np.eye(3))\nplt.contour(np.eye(3), levels=[0.5])',
      'area area area area area area area line',
    ],
    ['plt.stem([1, 2])', 'line line line'],
    ["plt.annotate('a', xy=(0, 1), xytext=(1, 2), arrowprops={})", 'text'],
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
      "fig, a = plt.subplots()\nb = a.twinx()\na.semilogy([1, 10])\nb.plot([0, 1])\na.set_xticks([0, 2], ['low', 'high'])\na.set_xlim(0, 4)\nb.set_ylabel('share')\nplt.colorbar(plt.figure(2).gca().imshow(np.eye(2)))\nplt.show()\n",
    );
    const [first, second] = figures[0].axes;
    expect([first.x.low, first.x.high, first.y.scale.kind]).toEqual([0, 4, 'log']);
    expect(first.x.ticks.map(({ at, text }) => [at, text])).toEqual([
      [0, 'low'],
      [2, 'high'],
    ]);
    expect([second.x.low, second.x.high, second.x.shown, second.face]).toEqual([0, 4, false, null]);
    expect([second.y.label.text, second.y.label.side, second.y.major.named]).toEqual([
      'share',
      'right',
      ['right'],
    ]);
    const [image, bar] = figures[1].axes;
    expect(bar.box.left).toBeGreaterThan(image.box.left + image.box.width);
    expect([bar.y.low, bar.y.high, bar.primitives[0].kind]).toEqual([0, 1, 'mesh']);
  });

  it.each([
    ['plt.gca().barbs([1], [2], [3], [4])', 'matplotlib.axes.Axes.barbs is not supported by Kerascope yet'],
    [
      'plt.plot([1], [2], fillstyle="left", marker="o")',
      "fillstyle='left' is not supported by Kerascope yet",
    ],
    [
      'plt.savefig("a.eps")',
      "saving figures as 'eps' is not supported by Kerascope yet; png, svg, pdf and jpg are",
    ],
    [
      'plt.subplot(projection="lambert")',
      "axes with projection='lambert' are not supported by Kerascope yet",
    ],
    [
      'plt.colorbar(plt.imshow(np.eye(2)), extendfrac=0.1)',
      'colorbar(extendfrac=...) is not supported by Kerascope yet',
    ],
    [
      'plt.annotate("a", (0, 0), (1, 1), arrowprops=dict(arrowstyle="->", connectionstyle="arc3,rad=0.2"))',
      "connectionstyle='arc3,rad=0.2' is not supported by Kerascope yet: arrows are straight",
    ],
  ])('names what is not modelled, when it runs: %s', async (body, words) => {
    const { stderr } = await figuresOf(`${body}\n`);
    expect(stderr.trim().split('\n').at(-1)).toBe(`NotImplementedError: ${words}`);
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
    ['plt.gca().get_xaxis().set_visible(False)\nplt.plot([1])', { x: { shown: false }, y: { shown: true } }],
    [
      "plt.plot([1])\nplt.gca().spines[['top', 'right']].set_visible(False)",
      { sides: [{ name: 'left' }, { name: 'bottom' }] },
    ],
    [
      "plt.plot([1])\nplt.xticks([0, 1], ['a', 'b'], rotation=45)",
      { x: { ticks: [{ text: 'a' }, { text: 'b' }], major: { name: { angle: 45 } } } },
    ],
    [
      'plt.plot([1])\nplt.tick_params(labelsize=7, labelleft=False)',
      { x: { major: { name: { size: 7 } } }, y: { major: { named: [] } } },
    ],
    ["plt.imshow(np.eye(2))\nplt.axis('off')", { x: { shown: false }, sides: [], face: null }],
    [
      "plt.plot([1], label='a')\nplt.legend(loc='upper left', title='t', ncol=2)",
      { legends: [{ place: 'upper left', title: 't', columns: 2 }] },
    ],
    [
      "a, = plt.plot([1], label='a')\nplt.plot([2], label='b')\nplt.legend(handles=[a])",
      { legends: [{ entries: [{ label: 'a' }] }] },
    ],
    ["b = plt.bar([0, 1], [3, 4])\nb[1].set_color('red')", { primitives: [{ fills: ['C0', 'red'] }] }],
    [
      'plt.plot([1])\nplt.plot([2])\nplt.bar([0], [1])',
      { primitives: [{ stroke: { ink: 'C0' } }, { stroke: { ink: 'C1' } }, { fills: ['C0'] }] },
    ],
    [
      "plt.plot([1, 2])\nplt.gca().set_yscale('symlog', linthresh=0.1)",
      { y: { scale: { kind: 'symlog', linthresh: 0.1, linscale: 1, base: 10 } } },
    ],
    ['plt.subplot(polar=True).set_theta_zero_location("N")', { polar: { zero: Math.PI / 2, direction: 1 } }],
  ])('keeps the settings of %s', async (body, settings) => {
    const { figures, stderr } = await figuresOf(`${body}\nplt.text(0, 0, "")\nplt.show()\n`);
    expect(stderr).toBe('');
    const { primitives, ...axes } = figures[0].axes[0];
    expect({ ...axes, primitives: primitives.slice(0, -1) }).toMatchObject(settings);
  });

  it('shares ranges, spans cells and gives a title to all', async () => {
    const { figures } = await figuresOf(
      "fig, (a, b) = plt.subplots(2, 1, sharex=True)\na.plot([0, 1, 2])\nb.plot([0, 1, 2, 3, 4])\nfig.suptitle('both')\nplt.show()\nfig = plt.figure()\ng = fig.add_gridspec(2, 3)\nfor place in (g[0, :], g[1, 0], g[1, 1:]):\n    fig.add_subplot(place).plot([1])\nplt.show()\n",
    );
    const [first, second] = figures;
    expect(first.texts[0].text).toBe('both');
    expect(first.axes.map(({ x }) => [x.low, x.high, x.major.named])).toEqual([
      [expect.closeTo(-0.2), expect.closeTo(4.2), []],
      [expect.closeTo(-0.2), expect.closeTo(4.2), ['bottom']],
    ]);
    const [wide, left, right] = second.axes.map(({ box }) => box);
    expect(wide.width).toBeCloseTo(0.775);
    expect(left.left).toBe(wide.left);
    expect(right.left + right.width).toBeCloseTo(0.9);
  });

  it('cuts a picture to what is drawn, and gives the pixels of the canvas', async () => {
    const { stdout, stderr } = await figuresOf(
      `plt.figure(figsize=(4, 3), dpi=50)
plt.plot([1, 2])
plt.savefig('a.png')
plt.savefig('b.png', bbox_inches='tight', pad_inches=0)
print(plt.imread('a.png').shape[:2], plt.imread('b.png').shape[0] < 150)
canvas = plt.gcf().canvas
canvas.draw()
pixels = np.frombuffer(canvas.tostring_rgb(), dtype=np.uint8).reshape(canvas.get_width_height()[::-1] + (3,))
print(pixels.shape, pixels[0, 0], pixels.min() < 50, len(canvas.tostring_argb()))
`,
    );
    expect(stderr).toBe('');
    expect(stdout).toBe('(150, 200) True\n(150, 200, 3) [255 255 255] True 120000\n');
  });

  it('lays tables out below the axes, or where they are asked for', async () => {
    const { figures, stderr } = await figuresOf(`fig, ax = plt.subplots(figsize=(6, 4))
t = ax.table(cellText=[['0.91', '0.88'], ['0.12', '0.34']], rowLabels=['accuracy', 'loss'], colLabels=['a', 'b'], cellLoc='center')
t[1, 0].set_facecolor('red')
fig, ax = plt.subplots()
t = ax.table(cellText=[['1', '2']], bbox=[0.2, 0.4, 0.6, 0.2], edges='horizontal')
t.auto_set_font_size(False)
plt.show()
`);
    expect(stderr).toBe('');
    const parts = figures[0].axes[0].primitives;
    const cells = parts.filter(({ kind }) => kind === 'area') as unknown as {
      x: Float64Array;
      y: Float64Array;
      fill: string;
    }[];
    expect(cells.length).toBe(8);
    // The names of rows stand at the left of the axes, as wide as they need, and all below.
    expect(Math.min(...cells.flatMap(({ x }) => [...x]))).toBeLessThan(-0.1);
    expect(Math.max(...cells.flatMap(({ y }) => [...y]))).toBeCloseTo(0);
    expect(cells.filter(({ fill }) => fill === 'red').map(({ x }) => [x[0], x[1]])).toEqual([[0, 0.5]]);
    expect(parts.filter(({ kind }) => kind === 'text').length).toBe(8);
    const open = figures[1].axes[0].primitives;
    const lines = open.filter(({ kind }) => kind === 'line') as unknown as {
      x: Float64Array;
      y: Float64Array;
    }[];
    expect(lines.map(({ x, y }) => [...x, ...y].map(value => Math.round(value * 100) / 100))).toEqual([
      [0.2, 0.5, 0.4, 0.4],
      [0.5, 0.2, 0.6, 0.6],
      [0.5, 0.8, 0.4, 0.4],
      [0.8, 0.5, 0.6, 0.6],
    ]);
  });

  it('draws cells without any blue, and leaves out only the clear ones', async () => {
    const { stdout, stderr } = await figuresOf(`fig = plt.figure(figsize=(1, 1), dpi=40)
ax = fig.add_axes([0, 0, 1, 1])
ax.axis('off')
ax.pcolormesh([[0, 1], [2, np.nan]], cmap=plt.matplotlib.colors.ListedColormap(['black', 'yellow', 'red']))
fig.canvas.draw()
pixels = np.asarray(fig.canvas.buffer_rgba())
print([pixels[y, x, :3].tolist() for y in (30, 10) for x in (10, 30)])
`);
    expect(stderr).toBe('');
    expect(stdout).toBe('[[0, 0, 0], [255, 255, 0], [255, 0, 0], [255, 255, 255]]\n');
  });

  it('takes axes of three dimensions that the script makes itself', async () => {
    const { figures, stderr } = await figuresOf(`from mpl_toolkits.mplot3d import Axes3D
fig = plt.figure()
ax = Axes3D(fig, auto_add_to_figure=False)
fig.add_axes(ax)
ax.plot([0, 1], [1, 2], [2, 3])
ax.set_zlabel('z')
alone = Axes3D(fig)
plt.show()
`);
    expect(stderr).toBe('');
    expect(figures[0]!.axes).toHaveLength(1);
    expect(figures[0]!.axes[0]!.primitives.length).toBeGreaterThan(0);
  });
});
