/** What a script draws inside of one set of axes, as shapes. */
import type { FigurePrimitive } from './figure.ts';
import type { Axis, Frame, Series } from './frame.ts';
import { DASHES, type Ink, markOutline, type Polyline, path, rectangle, type Shape } from './shapes.ts';

/** A colour as ink; `position` counts in the cycle where the script named none. */
export function inkOf(color: string | null, position: number): Ink {
  return color ?? `C${position % 10}`;
}

/** Red, green and blue of the element at `index`. */
function ownInk(colors: Float32Array, index: number): Ink {
  const part = (channel: number): number => Math.round(255 * (colors[index * 3 + channel] ?? 0));
  return `rgb(${part(0)}, ${part(1)}, ${part(2)})`;
}

function axesOf(series: Series, frame: Frame): { x: Axis; y: Axis } {
  return { x: frame.x, y: series.right && frame.second !== null ? frame.second : frame.y };
}

/** From coordinates of a curve to the picture: data, or shares of the axes. */
function placing(
  series: { shares: string } & Series,
  frame: Frame,
): (x: number, y: number) => [number, number] {
  const { x, y } = axesOf(series, frame);
  const across = series.shares.includes('x')
    ? (value: number): number => frame.left + value * (frame.right - frame.left)
    : x.place;
  const up = series.shares.includes('y')
    ? (value: number): number => frame.bottom - value * (frame.bottom - frame.top)
    : y.place;
  return (left, height) => [across(left), up(height)];
}

/** The pieces of a curve: it breaks off where there is no value. */
function pieces(
  xs: Float32Array,
  ys: Float32Array,
  place: (x: number, y: number) => [number, number],
): Polyline[] {
  const parts: number[][] = [];
  let open: number[] | null = null;
  for (let index = 0; index < xs.length; index++) {
    const [across, up] = place(xs[index]!, ys[index]!);
    if (!Number.isFinite(across) || !Number.isFinite(up)) {
      open = null;
      continue;
    }
    if (open === null) {
      open = [];
      parts.push(open);
    }
    open.push(across, up);
  }
  return parts;
}

/** One drawing; `position` counts in the cycle of colours. */
export function seriesShapes(series: Series, position: number, frame: Frame): Shape[] {
  const ink = inkOf(series.color, position);
  const shared = { clip: frame, opacity: series.opacity };
  switch (series.kind) {
    case 'line':
      return lineShapes(series, ink, frame);
    case 'points':
      return pointShapes(series, ink, frame);
    case 'area': {
      const parts = pieces(series.x, series.y, placing(series, frame));
      const stroke = series.edge;
      return [path('area', parts, { ...shared, fill: ink, stroke, width: 1 })];
    }
    case 'bars':
      return barShapes(series, ink, frame);
    case 'mesh':
      return meshShapes(series, frame);
    case 'arrows':
      return arrowShapes(series, ink, frame);
  }
}

function lineShapes(line: Extract<Series, { kind: 'line' }>, ink: Ink, frame: Frame): Shape[] {
  const parts = pieces(line.x, line.y, placing(line, frame));
  const dash = (DASHES[line.dash] ?? []).map(share => share * Math.max(line.width, 1));
  const shared = { clip: frame, opacity: line.opacity };
  const drawn: Shape[] = [path('line', parts, { ...shared, stroke: ink, width: line.width, dash })];
  if (line.marker !== '') {
    const radii = [line.markerSize / 2];
    drawn.push({ kind: 'marks', marker: line.marker, places: parts.flat(), radii, fill: ink, ...shared });
  }
  return drawn;
}

function pointShapes(points: Extract<Series, { kind: 'points' }>, ink: Ink, frame: Frame): Shape[] {
  const place = placing(points, frame);
  const { marker, opacity, sizes, colors } = points;
  const byInk = new Map<Ink, { places: number[]; radii: number[] }>();
  for (let index = 0; index < points.x.length; index++) {
    const [x, y] = place(points.x[index]!, points.y[index]!);
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const own = colors.length > 0 ? ownInk(colors, index) : ink;
    const group = byInk.get(own) ?? { places: [], radii: [] };
    byInk.set(own, group);
    group.places.push(x, y);
    if (sizes.length > 1) group.radii.push((sizes[index] ?? 6) / 2);
  }
  return [...byInk].map(([fill, { places, radii }]) => ({
    kind: 'marks',
    marker,
    places,
    radii: radii.length > 0 ? radii : [(sizes[0] ?? 6) / 2],
    fill,
    clip: frame,
    opacity,
  }));
}

function barShapes(bars: Extract<Series, { kind: 'bars' }>, ink: Ink, frame: Frame): Shape[] {
  const { x, y } = axesOf(bars, frame);
  const [along, across] = bars.horizontal ? [x, y] : [y, x];
  // Where the axis is logarithmic, zero is infinitely far below.
  const floor = along.place(Math.min(along.range.low, along.range.high));
  return [...bars.x].map((at, index) => {
    const start = bars.bottom[index] ?? 0;
    const end = start + (bars.height[index] ?? 0);
    const half = (bars.widths[index] ?? bars.widths[0] ?? 0.8) / 2;
    const sides = [across.place(at - half), across.place(at + half)];
    const ends = [start, end].map(value => {
      const place = along.place(value);
      return Number.isFinite(place) ? place : floor;
    });
    const [wide, high] = bars.horizontal ? [ends, sides] : [sides, ends];
    const box = {
      left: Math.min(...wide),
      right: Math.max(...wide),
      top: Math.min(...high),
      bottom: Math.max(...high),
    };
    return path('bar', [rectangle(box)], {
      fill: ink,
      stroke: bars.edge,
      clip: frame,
      opacity: bars.opacity,
      hint: String(Number((end - start).toPrecision(6))),
    });
  });
}

function meshShapes(mesh: Extract<FigurePrimitive, { kind: 'mesh' }>, frame: Frame): Shape[] {
  const { x, y } = axesOf(mesh, frame);
  const shapes: Shape[] = [];
  for (let index = 0; (index + 1) * mesh.corners <= mesh.x.length; index++) {
    const points: number[] = [];
    for (let corner = index * mesh.corners; corner < (index + 1) * mesh.corners; corner++) {
      points.push(x.place(mesh.x[corner]!), y.place(mesh.y[corner]!));
    }
    if (!points.every(Number.isFinite)) continue;
    const fill = ownInk(mesh.colors, index);
    points.push(points[0]!, points[1]!);
    // A hairline of its own colour closes the seams between neighbours.
    shapes.push(
      path('mesh', [points], {
        fill,
        stroke: mesh.edge ?? (mesh.opacity === 1 ? fill : null),
        width: 0.4,
        clip: frame,
        opacity: mesh.opacity,
      }),
    );
  }
  return shapes;
}

function arrowShapes(arrows: Extract<Series, { kind: 'arrows' }>, ink: Ink, frame: Frame): Shape[] {
  const place = placing(arrows, frame);
  const shafts: Polyline[] = [];
  const heads: Polyline[] = [];
  for (let index = 0; index < arrows.x.length; index++) {
    const [x0, y0] = place(arrows.x[index]!, arrows.y[index]!);
    const [x1, y1] = place(arrows.x[index]! + arrows.dx[index]!, arrows.y[index]! + arrows.dy[index]!);
    const long = Math.hypot(x1 - x0, y1 - y0);
    if (!Number.isFinite(long) || long === 0) continue;
    const head = Math.min(long, 2 + 3 * arrows.width);
    const [dx, dy] = [(x1 - x0) / long, (y1 - y0) / long];
    const [baseX, baseY] = [x1 - dx * head, y1 - dy * head];
    const half = head * 0.4;
    shafts.push([x0, y0, baseX, baseY]);
    heads.push([x1, y1, baseX - dy * half, baseY + dx * half, baseX + dy * half, baseY - dx * half, x1, y1]);
  }
  const shared = { clip: frame, opacity: arrows.opacity };
  return [
    path('line', shafts, { ...shared, stroke: ink, width: arrows.width }),
    path('area', heads, { ...shared, fill: ink }),
  ];
}

/** A mark as polylines around each of its places. */
export function marksAsPaths(shape: Extract<Shape, { kind: 'marks' }>): {
  lines: boolean;
  parts: Polyline[];
} {
  const parts: Polyline[] = [];
  let lines = false;
  for (let index = 0; index * 2 < shape.places.length; index++) {
    const radius = shape.radii[shape.radii.length === 1 ? 0 : index] ?? 3;
    const outline = markOutline(
      shape.marker,
      shape.marker === '.' ? radius / 2 : shape.marker === ',' ? 0.5 : radius,
    );
    lines = outline.lines;
    const [x, y] = [shape.places[index * 2]!, shape.places[index * 2 + 1]!];
    for (const part of outline.parts) parts.push(part.map((value, at) => value + (at % 2 === 0 ? x : y)));
  }
  return { lines, parts };
}
