/** The legend inside of axes, as a file shows it. */
import type { FigureAxes } from './figure.ts';
import { type Frame, seriesOf } from './frame.ts';
import { inkOf } from './seriesShapes.ts';
import { type Box, DASHES, path, rectangle, type Shape, textShape } from './shapes.ts';
import { plainWords, textWidth } from './words.ts';

const SIZE = 9;
const LINE = 13;
const HANDLE = 18;
const INSET = 5;

/** The shares of the free room left of and above the legend, for matplotlib's names of places. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  'upper right': [1, 0],
  'upper left': [0, 0],
  'lower left': [0, 1],
  'lower right': [1, 1],
  right: [1, 0.5],
  'center left': [0, 0.5],
  'center right': [1, 0.5],
  'lower center': [0.5, 1],
  'upper center': [0.5, 0],
  center: [0.5, 0.5],
};
const CORNERS = [
  'upper right',
  'upper left',
  'lower left',
  'lower right',
  'center right',
  'lower center',
  'upper center',
];

export function legendShapes(axes: FigureAxes, frame: Frame, drawn: readonly Shape[]): Shape[] {
  const entries = seriesOf(axes)
    .map((series, position) => ({ series, ink: inkOf(series.color, position) }))
    .filter(({ series }) => series.label !== '');
  if (!axes.legend || entries.length === 0) return [];
  const labels = entries.map(({ series }) => plainWords(series.label));
  const titled = axes.legendTitle === '' ? 0 : 1;
  const wide =
    Math.max(...labels.map(label => textWidth(label, SIZE)), textWidth(axes.legendTitle, SIZE) - HANDLE) +
    HANDLE +
    3 * INSET;
  const high = (entries.length + titled) * LINE + 2 * INSET - 2;
  const { left, top } = placeOf(axes.legendPlace, frame, wide, high, drawn);
  const box = { left, top, right: left + wide, bottom: top + high };
  const shapes: Shape[] = [
    path('legend', [rectangle(box)], { fill: 'paper', stroke: 'faint', opacity: 0.85 }),
  ];
  if (titled === 1) {
    shapes.push(
      textShape('tick', plainWords(axes.legendTitle), left + wide / 2, top + INSET + LINE / 2 - 1, {
        size: SIZE,
        align: 'middle',
        vertical: 'middle',
      }),
    );
  }
  for (const [index, { series, ink }] of entries.entries()) {
    const y = top + INSET + (index + titled) * LINE + LINE / 2 - 1;
    const start = left + INSET;
    const shared = { clip: null, opacity: series.opacity };
    const marks = (marker: string, size: number): Shape => ({
      kind: 'marks',
      marker,
      places: [start + HANDLE / 2, y],
      radii: [Math.min(size, 8) / 2],
      fill: ink,
      ...shared,
    });
    if (series.kind === 'line') {
      const dash = (DASHES[series.dash] ?? []).map(share => share * Math.max(series.width, 1));
      shapes.push(
        path('line', [[start, y, start + HANDLE, y]], { ...shared, stroke: ink, width: series.width, dash }),
      );
      if (series.marker !== '') shapes.push(marks(series.marker, series.markerSize));
    } else if (series.kind === 'points') {
      shapes.push(marks(series.marker, series.sizes[0] ?? 6));
    } else {
      const swatch = { left: start, right: start + HANDLE, top: y - 3.2, bottom: y + 3.2 };
      shapes.push(path('bar', [rectangle(swatch)], { ...shared, fill: ink }));
    }
    shapes.push(
      textShape('tick', labels[index]!, start + HANDLE + INSET, y, { size: SIZE, vertical: 'middle' }),
    );
  }
  return shapes;
}

/** Where it was asked for, or where it covers the least of what is drawn. */
function placeOf(
  place: string,
  frame: Frame,
  wide: number,
  high: number,
  drawn: readonly Shape[],
): { left: number; top: number } {
  const at = ([across, down]: readonly [number, number]): { left: number; top: number } => ({
    left: frame.left + INSET + across * (frame.right - frame.left - wide - 2 * INSET),
    top: frame.top + INSET + down * (frame.bottom - frame.top - high - 2 * INSET),
  });
  if (PLACES[place] !== undefined) return at(PLACES[place]);
  const points = drawn.flatMap(shape => pointsOf(shape));
  let best = at(PLACES['upper right']!);
  let fewest = Number.POSITIVE_INFINITY;
  for (const corner of CORNERS) {
    const { left, top } = at(PLACES[corner]!);
    const covered = countInside(points, {
      left: left - 2,
      top: top - 2,
      right: left + wide + 2,
      bottom: top + high + 2,
    });
    if (covered < fewest) [best, fewest] = [{ left, top }, covered];
  }
  return best;
}

/** Places that a shape covers; long lines by places along them. */
function pointsOf(shape: Shape): number[][] {
  if (shape.kind === 'marks') return [[...shape.places]];
  if (shape.kind !== 'path' || !['line', 'area', 'bar'].includes(shape.role)) return [];
  return shape.parts.map(part => {
    const points: number[] = [];
    const steps = part.length > 400 ? 1 : 8;
    for (let index = 2; index < part.length; index += 2) {
      for (let step = 0; step < steps; step++) {
        const share = step / steps;
        points.push(
          part[index - 2]! + share * (part[index]! - part[index - 2]!),
          part[index - 1]! + share * (part[index + 1]! - part[index - 1]!),
        );
      }
    }
    return points;
  });
}

function countInside(parts: readonly number[][], box: Box): number {
  let count = 0;
  for (const part of parts) {
    for (let index = 0; index < part.length; index += 2) {
      const [x, y] = [part[index]!, part[index + 1]!];
      if (x > box.left && x < box.right && y > box.top && y < box.bottom) count++;
    }
  }
  return count;
}
