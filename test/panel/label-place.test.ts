import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, labelPlace, type Polyline } from '../../webview/panel/label-place.ts';

const area: Box = { left: 50, top: 10, width: 400, height: 200 };
const size = { width: 80, height: 12 };

/** Whether any of many points along the curve lies within the box. */
function touches(curve: Polyline, { left, top, width, height }: Box): boolean {
  return curve.slice(1).some(([x2, y2], index) => {
    const [x1, y1] = curve[index]!;
    return Array.from({ length: 101 }, (_, step) => step / 100).some(share => {
      const [x, y] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
      return x >= left && x <= left + width && y >= top && y <= top + height;
    });
  });
}

describe('the name of a line', () => {
  it('stands at its right end, above it', () => {
    expect(labelPlace([], area, 100, size)).toEqual({ left: 366, top: 86, ...size });
  });

  it('moves below the line, or along it, away from a curve', () => {
    const above: Polyline = [
      [300, 90],
      [450, 90],
    ];
    expect(labelPlace([above], area, 100, size)).toEqual({ left: 366, top: 102, ...size });
    const across: Polyline = [
      [440, 10],
      [440, 210],
    ];
    const place = labelPlace([across], area, 100, size)!;
    expect(place.left).toBeLessThan(366);
    expect(touches(across, place)).toBe(false);
  });

  it('stays inside, and off a single curve that leaves room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 10, max: 210, noNaN: true }), { minLength: 2, maxLength: 12 }),
        heights => {
          const curve = heights.map((y, index): [number, number] => [
            50 + (400 * index) / (heights.length - 1),
            y,
          ]);
          const place = labelPlace([curve], area, 100, size)!;
          expect(place.left).toBeGreaterThanOrEqual(area.left);
          expect(place.left + size.width).toBeLessThanOrEqual(area.left + area.width);
          const isFree = [86, 102].some(top => !touches(curve, { ...area, top, height: 12 }));
          return !isFree || !touches(curve, place);
        },
      ),
    );
  });

  it('is left out where it has no room', () => {
    expect(labelPlace([], { ...area, width: 60 }, 100, size)).toBeNull();
  });
});
