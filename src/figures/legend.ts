/** Legends, inside of axes or of the figure. */
import type { FigureLegend, LegendEntry } from './figure.ts';
import { hatchedBox } from './hatch.ts';
import { marksShape } from './seriesShapes.ts';
import { type Box, path, rectangle, type Shape, textShape } from './shapes.ts';
import { plainWords, textWidth } from './words.ts';

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
  'center left',
  'lower center',
  'upper center',
  'center',
];

interface Measured {
  readonly columns: readonly (readonly LegendEntry[])[];
  readonly widths: readonly number[];
  readonly line: number;
  readonly titled: number;
  readonly wide: number;
  readonly high: number;
}

function measured(legend: FigureLegend): Measured {
  const { size, entries, handleLength, handleTextPad, labelSpacing, columnSpacing, borderPad } = legend;
  const count = Math.max(1, Math.min(legend.columns, entries.length));
  // As matplotlib fills them: the first columns take one more where they do not come out even.
  const [few, more] = [Math.floor(entries.length / count), entries.length % count];
  const columns: LegendEntry[][] = [];
  for (let column = 0, from = 0; column < count; column++) {
    const to = from + few + (column < more ? 1 : 0);
    columns.push(entries.slice(from, to));
    from = to;
  }
  const handle = (handleLength + handleTextPad) * size;
  const widths = columns.map(
    column => handle + Math.max(0, ...column.map(({ label }) => textWidth(plainWords(label), size))),
  );
  const lines = columns.map(column =>
    column.reduce((sum, { label }) => sum + plainWords(label).split('\n').length, 0),
  );
  const line = size * (1.08 + labelSpacing);
  const titled = legend.title === '' ? 0 : legend.titleSize * 1.2 + size * labelSpacing;
  const pad = borderPad * size;
  const inner = widths.reduce((sum, width) => sum + width, 0) + (count - 1) * columnSpacing * size;
  const wide = Math.max(inner, textWidth(plainWords(legend.title), legend.titleSize)) + 2 * pad;
  const high = Math.max(...lines) * line - size * labelSpacing + titled + 2 * pad;
  return { columns, widths, line, titled, wide, high };
}

/** `drawn` is what the legend should not cover where it looks for the best place. */
export function legendShapes(legend: FigureLegend, frame: Box, drawn: readonly Shape[]): Shape[] {
  const measures = measured(legend);
  const { wide, high } = measures;
  const { left, top } = placeOf(legend, frame, wide, high, drawn);
  const shapes: Shape[] = [];
  if (legend.framed) {
    const box = rectangle({ left, top, right: left + wide, bottom: top + high });
    if (legend.shadow) {
      const below = rectangle({
        left: left + 2,
        top: top + 2,
        right: left + wide + 2,
        bottom: top + high + 2,
      });
      shapes.push(path('legend', [below], { fill: 'black', stroke: null, opacity: 0.5 }));
    }
    const look = { fill: legend.fill ?? 'paper', stroke: legend.edge ?? 'faint', opacity: legend.opacity };
    shapes.push(path('legend', [box], look));
  }
  const pad = legend.borderPad * legend.size;
  const ink = legend.ink ?? 'ink';
  if (legend.title !== '') {
    const look = { size: legend.titleSize, align: 'middle', vertical: 'top', ink } as const;
    shapes.push(textShape('tick', plainWords(legend.title), left + wide / 2, top + pad, look));
  }
  let x = left + pad;
  for (const [column, entries] of measures.columns.entries()) {
    let y = top + pad + measures.titled + legend.size * 0.5;
    for (const entry of entries) {
      const words = plainWords(entry.label);
      const lines = words.split('\n').length;
      const middle = y + ((lines - 1) * measures.line) / 2;
      shapes.push(...handleShapes(entry, x, middle, legend));
      const look = { size: legend.size, vertical: 'middle', ink } as const;
      shapes.push(
        textShape(
          'tick',
          words,
          x + (legend.handleLength + legend.handleTextPad) * legend.size,
          middle,
          look,
        ),
      );
      y += lines * measures.line;
    }
    x += measures.widths[column]! + legend.columnSpacing * legend.size;
  }
  return shapes;
}

/** What stands before an entry's words. */
function handleShapes(
  entry: LegendEntry,
  start: number,
  y: number,
  { size, handleLength }: FigureLegend,
): Shape[] {
  const wide = handleLength * size;
  const look = { clip: null, opacity: entry.opacity };
  const shapes: Shape[] = [];
  if (entry.patch !== null) {
    const { fill, edge, width, hatch } = entry.patch;
    const swatch = { left: start, right: start + wide, top: y - size * 0.35, bottom: y + size * 0.35 };
    shapes.push(path('bar', [rectangle(swatch)], { ...look, fill, stroke: edge, width }));
    if (hatch !== '') shapes.push(...hatchedBox(swatch, hatch, edge ?? 'black', entry.opacity));
  }
  if (entry.stroke !== null) {
    const { ink, width, dash } = entry.stroke;
    shapes.push(path('line', [[start, y, start + wide, y]], { ...look, stroke: ink, width, dash }));
  }
  if (entry.mark !== null) shapes.push(marksShape(entry.mark, [start + wide / 2, y], look));
  return shapes;
}

/** Where it was asked for, or where it covers the least of what is drawn. */
function placeOf(
  legend: FigureLegend,
  frame: Box,
  wide: number,
  high: number,
  drawn: readonly Shape[],
): { left: number; top: number } {
  const { place, anchor, size } = legend;
  const [width, height] = [frame.right - frame.left, frame.bottom - frame.top];
  const room: Box =
    anchor === null
      ? frame
      : {
          left: frame.left + anchor[0]! * width,
          right: frame.left + (anchor[0]! + (anchor[2] ?? 0)) * width,
          bottom: frame.bottom - anchor[1]! * height,
          top: frame.bottom - (anchor[1]! + (anchor[3] ?? 0)) * height,
        };
  const inset = legend.borderAxesPad * size;
  const at = ([across, down]: readonly [number, number]): { left: number; top: number } => ({
    left: room.left + inset + across * (room.right - room.left - wide - 2 * inset),
    top: room.top + inset + down * (room.bottom - room.top - high - 2 * inset),
  });
  // Without a name the lower left corner of the legend stands at the anchor.
  if (place === '') return { left: room.left, top: room.bottom - high };
  if (PLACES[place] !== undefined) return at(PLACES[place]);
  const points = drawn.flatMap(pointsOf);
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
