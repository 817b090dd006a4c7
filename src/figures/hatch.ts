/** Hatching: matplotlib's patterns as lines inside of polygons. */
import { type Box, type Polyline, path, rectangle, type Shape } from './shapes.ts';

/** Between lines of a single letter, in points; twice the letter is twice as dense. */
const STEP = 12;
/** Letters of lines, by their angles in degrees. */
const LINES: Readonly<Record<string, readonly number[]>> = {
  '/': [45],
  '\\': [-45],
  '|': [90],
  '-': [0],
  '+': [0, 90],
  x: [45, -45],
};
/** Letters of rings and dots, by their radius. */
const ROUND: Readonly<Record<string, { radius: number; filled: boolean }>> = {
  o: { radius: 2, filled: false },
  O: { radius: 3.5, filled: false },
  '.': { radius: 1, filled: true },
  '*': { radius: 2, filled: true },
};

export function hatchLines(
  parts: readonly Polyline[],
  pattern: string,
  ink: string,
  look: { clip: Box | null; opacity: number },
): Shape[] {
  const counts = new Map<string, number>();
  for (const letter of pattern) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const lines: number[][] = [];
  const rings: number[][] = [];
  const dots: number[][] = [];
  for (const [letter, count] of counts) {
    for (const angle of LINES[letter] ?? []) lines.push(...linesInside(parts, angle, STEP / count));
    const round = ROUND[letter];
    if (round !== undefined)
      (round.filled ? dots : rings).push(...roundsInside(parts, round.radius, STEP / count));
  }
  const shapes: Shape[] = [];
  if (lines.length + rings.length > 0)
    shapes.push(path('hatch', [...lines, ...rings], { ...look, stroke: ink, width: 1 }));
  if (dots.length > 0) shapes.push(path('hatch', dots, { ...look, fill: ink }));
  return shapes;
}

/** Where a line across turned polygons enters and leaves them. */
function crossings(parts: readonly Polyline[], height: number): number[] {
  const found: number[] = [];
  for (const part of parts) {
    for (let index = 0; index < part.length; index += 2) {
      const next = (index + 2) % part.length;
      const [y0, y1] = [part[index + 1]!, part[next + 1]!];
      if (y0 <= height === y1 <= height) continue;
      found.push(part[index]! + ((height - y0) / (y1 - y0)) * (part[next]! - part[index]!));
    }
  }
  return found.sort((a, b) => a - b);
}

function turnedBy(parts: readonly Polyline[], angle: number): number[][] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return parts.map(part =>
    part.map((_value, at) => {
      const [x, y] = [part[at - (at % 2)]!, part[at - (at % 2) + 1]!];
      return at % 2 === 0 ? x * cos - y * sin : x * sin + y * cos;
    }),
  );
}

function heightsOf(parts: readonly Polyline[], step: number): number[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const part of parts) {
    for (let index = 1; index < part.length; index += 2) {
      low = Math.min(low, part[index]!);
      high = Math.max(high, part[index]!);
    }
  }
  const heights: number[] = [];
  for (let place = Math.ceil(low / step); place * step < high && heights.length < 2000; place++)
    heights.push(place * step);
  return heights;
}

function linesInside(parts: readonly Polyline[], degrees: number, step: number): number[][] {
  const angle = (degrees * Math.PI) / 180;
  const turned = turnedBy(parts, angle);
  const lines: number[][] = [];
  for (const height of heightsOf(turned, step)) {
    const ends = crossings(turned, height);
    for (let index = 0; index + 1 < ends.length; index += 2)
      lines.push([ends[index]!, height, ends[index + 1]!, height]);
  }
  return turnedBy(lines, -angle);
}

function roundsInside(parts: readonly Polyline[], radius: number, step: number): number[][] {
  const rounds: number[][] = [];
  for (const [row, height] of heightsOf(parts, step).entries()) {
    const ends = crossings(parts, height);
    for (let index = 0; index + 1 < ends.length; index += 2) {
      const shift = row % 2 === 0 ? 0 : step / 2;
      for (let x = Math.ceil((ends[index]! - shift) / step) * step + shift; x < ends[index + 1]!; x += step) {
        rounds.push(circle(x, height, radius));
      }
    }
  }
  return rounds;
}

function circle(x: number, y: number, radius: number): number[] {
  const points: number[] = [];
  for (let turn = 0; turn <= 12; turn++) {
    const angle = (turn / 12) * 2 * Math.PI;
    points.push(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  return points;
}

/** A swatch of a legend, hatched. */
export function hatchedBox(box: Box, pattern: string, ink: string, opacity: number): Shape[] {
  return hatchLines([rectangle(box)], pattern, ink, { clip: box, opacity });
}
