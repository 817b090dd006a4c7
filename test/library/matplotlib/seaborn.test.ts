/** seaborn's plots as figures: groups, points beside each other, and options that are not drawn. */
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import { testParser } from '../../python/run.ts';
import { figuresOf, HEAD } from './drawnFigures.ts';

const TABLE = `import seaborn as sns
import pandas as pd
days = ['Mon', 'Tue', 'Wed']
rows = [(days[i % 3], 'ab'[i % 2], i * 7 % 12 + 0.5, i % 5 / 4) for i in range(24)]
df = pd.DataFrame(rows, columns=['day', 'sex', 'v', 'w'])
`;

async function kindsOf(body: string): Promise<string[]> {
  const { figures, stderr } = await figuresOf(`${TABLE}${body}\n`);
  expect(stderr).toBe('');
  return figures[0].axes.map(({ primitives }) => primitives.map(({ kind }) => kind).join(' '));
}

/** Printed by seaborn 0.13.2. */
const RECORDED_PALETTES = `[[0.92, 0.95, 0.93], [0.55, 0.75, 0.63], [0.18, 0.55, 0.34]]
[[0.4, 0.6, 0.87], [0.27, 0.37, 0.51], [0.14, 0.15, 0.16]]
[[0.25, 0.5, 0.58], [0.6, 0.73, 0.77], [0.95, 0.95, 0.95], [0.86, 0.64, 0.58], [0.76, 0.33, 0.23]]
[[0.97, 0.44, 0.54], [0.31, 0.69, 0.19], [0.23, 0.64, 0.93]]
[[0.86, 0.37, 0.34], [0.34, 0.86, 0.37], [0.37, 0.34, 0.86]]
[[0.93, 0.82, 0.8], [0.67, 0.41, 0.56], [0.18, 0.12, 0.24]]
[[0.94, 0.94, 0.95], [0.47, 0.47, 0.98], [0.0, 0.0, 1.0]]
[[0.4, 0.47, 0.59], [0.73, 0.56, 0.46]]
b ['SimHei']
`;

describe('seaborn', () => {
  it('draws a box for each category and hue, beside each other and named', async () => {
    const { figures, stderr } = await figuresOf(
      `${TABLE}sns.boxplot(data=df, x='day', y='v', hue='sex', palette=['r', 'b'], saturation=1)\nplt.show()\n`,
    );
    expect(stderr).toBe('');
    const [{ primitives, x, y, legends }] = figures[0].axes;
    const boxes = primitives.filter(({ kind }) => kind === 'area') as unknown as {
      x: Float64Array;
      fill: string;
    }[];
    expect(boxes.map(box => Math.min(...box.x))).toEqual(
      [-0.4, 0.6, 1.6, 0, 1, 2].map(left => expect.closeTo(left)),
    );
    expect(new Set(boxes.slice(0, 3).map(({ fill }) => fill)).size).toBe(1);
    expect(boxes[0].fill).not.toBe(boxes[3].fill);
    expect(x.ticks.map(({ text }) => text)).toEqual(['Mon', 'Tue', 'Wed']);
    expect([x.low, x.high, x.label.text, y.label.text]).toEqual([-0.5, 2.5, 'day', 'v']);
    expect([legends[0].title, legends[0].entries.map(({ label }) => label)]).toEqual(['sex', ['a', 'b']]);
  });

  it('puts the points of a swarm beside each other, and leaves single ones in the middle', async () => {
    const { figures } = await figuresOf(
      `${TABLE}sns.swarmplot(x=['a'] * 5 + ['b'], y=[1, 1, 1, 1.001, 3, 2], size=10)\nplt.show()\n`,
    );
    const [first, second] = figures[0].axes[0].primitives as unknown as {
      x: Float64Array;
      y: Float64Array;
    }[];
    expect([...second.x]).toEqual([1]);
    expect(first.x[4]).toBe(0);
    // Ten points of the 357 that two categories share across.
    const apart = 10 / (357.12 / 2);
    const together = [...first.x].slice(0, 4).sort((a, b) => a - b);
    for (let index = 1; index < together.length; index++) {
      expect(together[index] - together[index - 1]).toBeGreaterThanOrEqual(apart * 0.99);
    }
    expect([...first.y]).toEqual([1, 1, 1, 1.001, 3]);
  });

  it('halves the tails of a distribution in boxes that get narrower', async () => {
    const { figures } = await figuresOf(`${TABLE}sns.boxenplot(y=np.arange(129.0))\nplt.show()\n`);
    const bars = figures[0].axes[0].primitives.filter(({ kind }) => kind === 'bars') as unknown as {
      widths: Float64Array;
      height: Float64Array;
    }[];
    expect(bars.map(({ widths }) => widths[0])).toEqual([0.1, 0.2, 0.4, 0.8, 0.4, 0.2, 0.1]);
    expect(bars.map(({ height }) => height[0])).toEqual([4, 8, 16, 64, 16, 8, 4]);
  });

  it.each([
    ["sns.catplot(df, x='day', y='v', col='sex', kind='bar', errorbar=None)", ['bars', 'bars']],
    [
      "g = sns.FacetGrid(df, col='day', hue='sex')\ng.map(plt.scatter, 'v', 'w')\ng.add_legend()",
      Array(3).fill('points points'),
    ],
    ["sns.FacetGrid(df, col='sex').map_dataframe(sns.histplot, x='v', bins=3)", ['bars', 'bars']],
    ["sns.displot(df, x='v', row='sex', bins=3)", ['bars', 'bars']],
    ["sns.regplot(df, x='v', y='w')", ['points line area']],
    ["sns.countplot(df, y='day', hue='sex')", ['bars bars']],
  ])('draws %s', async (body, kinds) => {
    expect(await kindsOf(body)).toEqual(kinds);
  });

  it('tells colours and styles apart in the legend', async () => {
    const { figures, stderr } = await figuresOf(
      `${TABLE}sns.lineplot(df, x='v', y='w', hue='day', style='sex', errorbar=None)
plt.show()
sns.lineplot(pd.DataFrame({'loss': [2, 1], 'val_loss': [3, 2]}))
plt.show()
sns.scatterplot(df, x='w', y='w', hue='v', legend='auto')
plt.show()
sns.scatterplot(df, x='v', y='w', hue='sex')
plt.legend(title='s')
plt.show()
sns.boxplot(df, x='day', y='v', hue='sex')
plt.legend(title='s')
plt.show()
sns.stripplot(df, x='day', y='v', hue='sex')
plt.show()
`,
    );
    expect(stderr).toBe('');
    const told = figures.map(({ axes }) => axes[0].legends[0].entries.map(({ label }) => label));
    expect(told).toEqual([
      ['day', 'Mon', 'Tue', 'Wed', 'sex', 'a', 'b'],
      ['loss', 'val_loss'],
      ['2', '4', '6', '8', '10'],
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
    const dashes = figures[1].axes[0].primitives.map(
      primitive => (primitive as unknown as { stroke: { dash: number[] } }).stroke.dash.length,
    );
    expect(dashes).toEqual([0, 2]);
  });

  it('measures each hue by itself where norms are not shared, and centres whole numbers', async () => {
    const { figures, stderr } = await figuresOf(
      `${TABLE}sns.histplot(x=[1, 1, 3, 2], hue=['a', 'a', 'a', 'b'], stat='density', common_norm=False, discrete=True, shrink=0.5)\n`,
    );
    expect(stderr).toBe('');
    expect(figures[0].axes[0].primitives).toMatchObject([
      {
        x: Float64Array.of(1, 2, 3),
        height: Float64Array.of(2 / 3, 0, 1 / 3),
        widths: Float64Array.of(0.5, 0.5, 0.5),
      },
      { height: Float64Array.of(0, 1, 0) },
    ]);
  });

  it('names each facet, and what is measured only outside', async () => {
    const { figures } = await figuresOf(
      `${TABLE}sns.relplot(df, x='v', y='w', col='day', row='sex')\nplt.show()\n`,
    );
    const { axes } = figures[0];
    expect(axes.map(({ titles }) => titles[0]?.text)[4]).toBe('sex = b | day = Tue');
    expect(axes.map(({ x }) => x.label.text)).toEqual(['', '', '', 'v', 'v', 'v']);
    expect(axes.map(({ y }) => y.label.text)).toEqual(['w', '', '', 'w', '', '']);
  });

  it.each([
    ["sns.boxplot(df, x='day', y='v', gap=0.1)", 'seaborn.boxplot(gap=...)'],
    ["sns.barplot(df, x='day', y='v', weights='w')", 'seaborn.barplot(weights=...)'],
    ["sns.histplot(df, x='v', hue='sex', multiple='dodge')", "seaborn.histplot(multiple='dodge')"],
    ["sns.scatterplot(df, x='v', y='w', size='w')", 'seaborn.scatterplot(size=...)'],
    ["sns.kdeplot(df, x='v', y='w')", 'seaborn.kdeplot of two variables'],
    ["sns.catplot(df, x='day', y='v', native_scale=True)", 'seaborn.stripplot(native_scale=...)'],
    ['sns.PairGrid(df)', 'seaborn.PairGrid'],
    ["sns.jointplot(df, x='v', y='w', kind='kde')", "seaborn.jointplot(kind='kde')"],
    ["sns.clustermap(df[['v', 'w']])", 'seaborn.clustermap'],
  ])('names what is not drawn: %s', async (body, named) => {
    const { stderr } = await figuresOf(`${TABLE}${body}\n`);
    expect(stderr.trim().split('\n').at(-1)).toBe(
      `NotImplementedError: ${named} is not supported by Kerascope yet`,
    );
  });

  it.each([
    ["sns.regplot(df, x='v', y='w', foo=1)", "TypeError: regplot() got an unexpected keyword argument 'foo'"],
    [
      "sns.lineplot(df, x='v', y='w', foo=1)",
      "AttributeError: Line2D.set() got an unexpected keyword argument 'foo'",
    ],
    [
      "sns.stripplot(df, x='day', y='v', foo=1)",
      "AttributeError: PathCollection.set() got an unexpected keyword argument 'foo'",
    ],
    [
      "sns.countplot(df, x='day', foo=1)",
      "AttributeError: Rectangle.set() got an unexpected keyword argument 'foo'",
    ],
  ])('refuses what seaborn does not know: %s', async (body, words) => {
    const { stderr } = await figuresOf(`${TABLE}${body}\n`);
    expect(stderr.trim().split('\n').at(-1)).toBe(words);
  });

  it('has no findings under analysis, whatever is not known', async () => {
    const text = `${HEAD}import seaborn as sns
import pandas as pd
df = pd.read_csv('unread.csv')
sns.boxplot(data=df, x='day', y='v', hue='sex')
sns.swarmplot(data=df, x='day', y='v', log_scale=True)
g = sns.FacetGrid(df, col='day')
g.map(plt.scatter, 'v', 'w').add_legend()
sns.regplot(data=df, x='v', y='w', lowess=True)
sns.histplot(df, x='v', hue='sex', multiple='dodge')
`;
    const followed = followProgram(await testParser(), text, 'script.py', { kerasVersion: 'auto' });
    expect(followed.program.findings).toEqual([]);
    expect(followed.policy.faults).toEqual([]);
  });

  it('makes palettes by hue and lightness as seaborn 0.13 does', async () => {
    const { stdout, stderr } = await figuresOf(`import seaborn as sns
def show(rows): print(np.round(np.array(rows, dtype=float)[:, :3], 2).tolist())
show(sns.light_palette('seagreen', 3)); show(sns.dark_palette('#69d', 3, reverse=True))
show(sns.diverging_palette(220, 20, n=5)); show(sns.husl_palette(3)); show(sns.color_palette('hls', 3))
show(sns.cubehelix_palette(3)); show(sns.color_palette('light:b', 3)); show(sns.color_palette('deep', 2, desat=.5))
sns.set_theme(palette='muted', font='SimHei')
plt.plot([1, 2], 'b')
print(plt.gca().lines[0].get_color(), plt.rcParams['font.family'])
sns.set_color_codes('reset')
`);
    expect(stderr).toBe('');
    expect(stdout).toBe(RECORDED_PALETTES);
  });

  it('draws two variables with each by itself at the edges', async () => {
    const { figures, stderr } = await figuresOf(`${TABLE}g = sns.jointplot(data=df, x='v', y='w', kind='reg')
g.refline(x=1)
sns.jointplot(data=df, x='v', y='w', hue='sex')
sns.jointplot(x=df['v'], y=df['w'], kind='hex')
plt.show()
`);
    expect(stderr).toBe('');
    const kinds = (place: number) =>
      figures[place].axes.map(({ primitives }) => [...new Set(primitives.map(({ kind }) => kind))].join(' '));
    expect(kinds(0)).toEqual(['points line area', 'bars line', 'bars line']);
    expect(kinds(1)).toEqual(['points', 'area line', 'area line']);
    expect(kinds(2)).toEqual(['mesh', 'bars', 'bars']);
    const [joint, above, right] = figures[0].axes;
    expect([joint.x.label.text, joint.y.label.text, above.x.label.text]).toEqual(['v', 'w', '']);
    expect([above.x.low, right.y.high]).toEqual([joint.x.low, joint.y.high]);
    expect(above.box.bottom).toBeGreaterThan(joint.box.bottom + joint.box.height);
    expect((await figuresOf(`${TABLE}sns.jointplot(data=df, x='v', y='w', kind='kde')\n`)).stderr).toContain(
      "seaborn.jointplot(kind='kde') is not supported by Kerascope yet",
    );
  });
});
