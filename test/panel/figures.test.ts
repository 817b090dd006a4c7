/** Figures of a script in the Output tab: drawn, with a legend, an image, a table behind, in every theme. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureAxes, FigureScale } from '../../src/figures/figure.ts';
import type { FigureReport } from '../../src/protocol.ts';
import { Harness, type ThemeName } from './harness.ts';
import { INITIALISE, RUN } from './scenario.ts';

const { runId } = RUN;
const steps = Float32Array.from({ length: 40 }, (_unused, index) => index / 6);

const SCALE: FigureScale = {
  low: null,
  high: null,
  log: false,
  ticks: null,
  names: [],
  marked: true,
  named: true,
  angle: 0,
  size: 10,
};
const PLAIN: Omit<FigureAxes, 'title' | 'xLabel' | 'yLabel' | 'legend' | 'primitives'> = {
  place: { row: 0, column: 0, rows: 1, columns: 1 },
  titleSize: 12,
  rightLabel: '',
  labelSize: 10,
  legendPlace: 'best',
  legendTitle: '',
  grid: '',
  bare: false,
  equal: '',
  sides: ['left', 'right', 'top', 'bottom'],
  face: null,
  x: SCALE,
  y: SCALE,
  right: null,
  colorBar: null,
};
const CURVE = { right: false, opacity: 1, shares: '' } as const;
const SIZE = { title: '', titleSize: 12, width: 6.4, height: 4.8 };

const FIGURES: FigureReport[] = [
  {
    type: 'figure',
    runId,
    figure: 1,
    ...SIZE,
    title: 'Both',
    rows: 1,
    columns: 1,
    line: 12,
    axes: [
      {
        ...PLAIN,
        title: 'Waves',
        xLabel: 'time (s)',
        yLabel: 'height (m)',
        legend: true,
        primitives: [
          {
            kind: 'line',
            x: steps,
            y: steps.map(Math.sin),
            label: 'sin',
            color: 'red',
            ...CURVE,
            width: 1.5,
            dash: 'dashed',
            marker: '',
            markerSize: 6,
          },
          {
            kind: 'line',
            x: steps,
            y: steps.map(Math.cos),
            label: 'cos',
            color: null,
            ...CURVE,
            width: 1.5,
            dash: 'solid',
            marker: 'o',
            markerSize: 6,
          },
          {
            kind: 'text',
            x: 1,
            y: 0.9,
            text: 'a crest',
            align: 'middle',
            vertical: 'bottom',
            size: 10,
            bold: false,
            color: null,
            angle: 0,
            shares: '',
            box: null,
          },
        ],
      },
    ],
  },
  {
    type: 'figure',
    runId,
    figure: 2,
    ...SIZE,
    width: 10,
    height: 7,
    rows: 2,
    columns: 2,
    line: null,
    axes: [
      {
        ...PLAIN,
        title: 'Counts',
        xLabel: '',
        yLabel: 'samples',
        legend: false,
        primitives: [
          {
            kind: 'bars',
            x: Float32Array.of(0, 1, 2),
            height: Float32Array.of(5, 9, 3),
            bottom: new Float32Array(3),
            horizontal: false,
            right: false,
            opacity: 1,
            edge: null,
            widths: Float32Array.of(0.8),
            label: '',
            color: null,
          },
        ],
      },
      {
        ...PLAIN,
        place: { row: 1, column: 0, rows: 1, columns: 1 },
        equal: 'axes',
        title: 'Digit',
        xLabel: '',
        yLabel: '',
        legend: false,
        primitives: [
          {
            kind: 'image',
            rows: 8,
            columns: 8,
            channels: 1,
            left: -0.5,
            rightEdge: 7.5,
            bottom: 7.5,
            top: -0.5,
            values: Float32Array.from({ length: 64 }, (_unused, index) => ((index * 7) % 64) / 63),
          },
        ],
      },
      {
        ...PLAIN,
        place: { row: 1, column: 1, rows: 1, columns: 1 },
        title: 'Clusters',
        xLabel: 'x',
        yLabel: 'y',
        legend: true,
        primitives: [0, 1, 2].map(group => ({
          kind: 'points' as const,
          x: steps.map((value, index) => Math.sin(index * 3 + group) + group * 3 + value * 0),
          y: steps.map((_value, index) => Math.cos(index * 5) + group),
          ...CURVE,
          label: `group ${group}`,
          color: `C${group}`,
          marker: 'o',
          sizes: Float32Array.of(6),
          colors: new Float32Array(0),
        })),
      },
    ],
  },
];

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
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
    await panel.worker({ type: 'started', runId, time: 0 }, ...FIGURES);
    await panel.tab('Output');
    await panel.settle();
    const { page } = panel;
    await panel.screenshot(`${theme}-${width}-figures`);
    expect(await page.locator('.drawn-figure').count()).toBe(2);
    expect(await page.locator('.figure-line').count()).toBe(2);
    expect(await page.locator('.figure-bar').count()).toBe(3);
    expect(await page.locator('.figure-legend li').allTextContents()).toEqual([
      'sin',
      'cos',
      'group 0',
      'group 1',
      'group 2',
    ]);
    expect(await page.locator('canvas.figure-image').count()).toBe(1);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.locator('.drawn-figure').first().getByRole('button', { name: 'Show as a table' }).click();
    expect(await page.locator('.drawn-figure').first().locator('tbody tr').count()).toBe(80);
    expect(await panel.violations()).toEqual([]);
    await panel.close();
  });
});
