/** Shapes as pixels: polygons cover their area wherever they lie, strokes their length times their width. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rasterised } from '../../src/figures/raster.ts';
import { path, rectangle, type Shape, textShape } from '../../src/figures/shapes.ts';
import '../seed.ts';

const SIZE = { width: 40, height: 30 };

/** How much ink is on the picture, in pixels. */
function inkOf(shapes: readonly Shape[]): number {
  const { data } = rasterised(SIZE, shapes, 1, 'white');
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) ink += 1 - data[at]! / 255;
  return ink;
}

const across = fc.double({ min: 1, max: 39, noNaN: true });
const down = fc.double({ min: 1, max: 29, noNaN: true });

describe('filled polygons', () => {
  it('cover their area', () => {
    fc.assert(
      fc.property(across, down, across, down, across, down, (x0, y0, x1, y1, x2, y2) => {
        const area = Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2;
        const drawn = inkOf([path('area', [[x0, y0, x1, y1, x2, y2]], { fill: 'black' })]);
        expect(Math.abs(drawn - area)).toBeLessThan(0.5 + area * 0.01);
      }),
      { numRuns: 200 },
    );
  });

  it('count once where they overlap, and end at the clip', () => {
    const box = { left: 5, top: 5, right: 15, bottom: 15 };
    const twice = path('area', [rectangle(box), rectangle(box)], { fill: 'black' });
    expect(inkOf([twice])).toBeCloseTo(100, 0);
    const clip = { left: 0, top: 0, right: 10, bottom: 30 };
    expect(inkOf([path('area', [rectangle(box)], { fill: 'black', clip })])).toBeCloseTo(50, 0);
  });

  it('are lighter with less opacity', () => {
    const box = { left: 5, top: 5, right: 15, bottom: 15 };
    expect(inkOf([path('area', [rectangle(box)], { fill: 'black', opacity: 0.25 })])).toBeCloseTo(25, 0);
  });
});

describe('strokes', () => {
  it('cover their length times their width, in dashes a part of it', () => {
    const line = [[3.2, 4.1, 33.2, 24.1]];
    const long = Math.hypot(30, 20);
    expect(inkOf([path('line', line, { stroke: 'black', width: 2 })])).toBeCloseTo(2 * long, -0.3);
    const dashed = inkOf([path('line', line, { stroke: 'black', width: 2, dash: [3, 3] })]);
    expect(dashed / long).toBeGreaterThan(0.85);
    expect(dashed / long).toBeLessThan(1.15);
  });

  it('are the same however far they reach beyond the picture', () => {
    const near = inkOf([path('line', [[-10, 15, 50, 15]], { stroke: 'black', width: 1 })]);
    expect(inkOf([path('line', [[-1e9, 15, 1e9, 15]], { stroke: 'black', width: 1 })])).toBeCloseTo(near, 5);
    expect(near).toBeCloseTo(40, 3);
  });
});

describe('texts', () => {
  it('stand where they are asked to', () => {
    const { data } = rasterised(
      SIZE,
      [textShape('said', 'Hlx', 39, 15, { align: 'end', vertical: 'middle' })],
      1,
      'white',
    );
    const columns = [...Array(40).keys()].filter(x =>
      [...Array(30).keys()].some(y => data[(y * 40 + x) * 4]! < 128),
    );
    expect(columns.at(-1)).toBeLessThan(40);
    expect(columns[0]).toBeGreaterThan(12);
  });

  it('of letters that the font lacks are boxes', () => {
    expect(inkOf([textShape('said', '字', 5, 20)])).toBeGreaterThan(5);
  });
});
