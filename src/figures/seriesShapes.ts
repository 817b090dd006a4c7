/** What a script draws inside of one set of axes, as shapes. */
import type { Drawn, FigurePrimitive, Mark, Stroke } from './figure.ts';
import { type Frame, placing, type Series } from './frame.ts';
import { hatchLines } from './hatch.ts';
import {
  type Box,
  type Ink,
  markOutline,
  type PathShape,
  type Polyline,
  path,
  type Shape,
} from './shapes.ts';

type Of<Kind extends FigurePrimitive['kind']> = Extract<FigurePrimitive, { kind: Kind }>;
type Place = (x: number, y: number) => readonly [number, number];

/** Markers that are lines. */
const LINED = '+x|_1234';

/** Corners that are closer than this, in radians, are joined by a straight line on polar axes. */
const ARC = 0.05;

/** The element's colour of red, green, blue and opacity. */
function ownInk(colors: Float64Array, index: number): Ink {
  const part = (channel: number): number => Math.round(255 * (colors[index * 4 + channel] ?? 0));
  const opacity = colors[index * 4 + 3] ?? 1;
  const rgb = `${part(0)}, ${part(1)}, ${part(2)}`;
  return opacity >= 1 ? `rgb(${rgb})` : `rgba(${rgb}, ${Number(opacity.toFixed(3))})`;
}

function shared(series: Drawn, frame: Frame): { clip: Box | null; opacity: number } {
  return { clip: series.clipped ? frame : null, opacity: series.opacity };
}

/** The pieces of a curve: it breaks off where there is no value. */
function pieces(xs: ArrayLike<number>, ys: ArrayLike<number>, place: Place): number[][] {
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

/** On polar axes, sides of polygons are arcs: places along them; nothing reaches out of the circle. */
function bent(xs: ArrayLike<number>, ys: ArrayLike<number>, frame: Frame): [number[], number[]] {
  const [across, up]: [number[], number[]] = [[], []];
  for (let index = 0; index < xs.length; index++) {
    const [x, y] = [xs[index]!, Math.min(ys[index]!, frame.y.high)];
    const [fromX, fromY] = [across.at(-1) ?? x, up.at(-1) ?? y];
    const steps = Number.isFinite(x - fromX) ? Math.max(1, Math.ceil(Math.abs(x - fromX) / ARC)) : 1;
    for (let step = 1; step < steps; step++) {
      across.push(fromX + ((x - fromX) * step) / steps);
      up.push(fromY + ((y - fromY) * step) / steps);
    }
    across.push(x);
    up.push(y);
  }
  return [across, up];
}

function stroked(stroke: Stroke | null): Partial<PathShape> {
  return stroke === null ? {} : { stroke: stroke.ink, width: stroke.width, dash: stroke.dash };
}

export function seriesShapes(series: Series, frame: Frame): Shape[] {
  switch (series.kind) {
    case 'line':
      return lineShapes(series, frame);
    case 'points':
      return pointShapes(series, frame);
    case 'area':
      return areaShapes(series, frame);
    case 'bars':
      return barShapes(series, frame);
    case 'mesh':
      return meshShapes(series, frame);
    case 'arrows':
      return arrowShapes(series, frame);
  }
}

/** Marks of one look at places. */
export function marksShape(
  mark: Mark,
  places: Polyline,
  look: { clip: Box | null; opacity: number },
  radii: ArrayLike<number> = [mark.size / 2],
): Shape {
  const { marker, face, edge, edgeWidth: width } = mark;
  // An edge in the face's own colour makes the mark larger.
  if (edge !== null && edge === face && !LINED.includes(marker)) {
    const larger = Array.from(radii, radius => radius + width / 2);
    return { kind: 'marks', marker, places, radii: larger, fill: face, stroke: null, width, ...look };
  }
  return { kind: 'marks', marker, places, radii, fill: face, stroke: edge, width, ...look };
}

function lineShapes(line: Of<'line'>, frame: Frame): Shape[] {
  const place = placing(frame, line.measures);
  const inside: Place =
    frame.polar === null ? place : (x, y) => (y > frame.y.high * (1 + 1e-9) ? [Number.NaN, 0] : place(x, y));
  const look = shared(line, frame);
  const drawn: Shape[] = [];
  if (line.stroke !== null)
    drawn.push(path('line', pieces(line.x, line.y, inside), { ...look, ...stroked(line.stroke) }));
  if (line.mark !== null) {
    const chosen = line.marked ?? Array.from(line.x.keys());
    const spots = chosen.map(index => inside(line.x[index]!, line.y[index]!));
    drawn.push(marksShape(line.mark, spots.filter(spot => spot.every(Number.isFinite)).flat(), look));
  }
  return drawn;
}

/** Points with edges are drawn one by one, so that each covers those before it; many more only group by group. */
const MOST_EDGED = 1500;

function pointShapes(points: Of<'points'>, frame: Frame): Shape[] {
  const place = placing(frame, points.measures);
  const { mark, sizes, colors } = points;
  const look = shared(points, frame);
  const alone = !points.edgeIsFace && mark.edge !== null && points.x.length <= MOST_EDGED;
  const groups = new Map<string, { fill: Ink | null; places: number[]; radii: number[] }>();
  for (let index = 0; index < points.x.length; index++) {
    const [x, y] = place(points.x[index]!, points.y[index]!);
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const fill = colors.length > 0 ? ownInk(colors, index) : mark.face;
    const key = alone ? String(index) : String(fill);
    const group = groups.get(key) ?? { fill, places: [], radii: [] };
    groups.set(key, group);
    group.places.push(x, y);
    group.radii.push((sizes[sizes.length === 1 ? 0 : index] ?? 6) / 2);
  }
  return [...groups.values()].map(({ fill, places, radii }) => {
    const edge = points.edgeIsFace ? fill : mark.edge;
    const several = radii.some(radius => radius !== radii[0]);
    return marksShape({ ...mark, face: fill, edge }, places, look, several ? radii : radii.slice(0, 1));
  });
}

function areaShapes(area: Of<'area'>, frame: Frame): Shape[] {
  const isBent = frame.polar !== null && area.measures[0] === 'data';
  const [xs, ys] = isBent ? bent(area.x, area.y, frame) : [area.x, area.y];
  const parts = pieces(xs, ys, placing(frame, area.measures));
  const look = shared(area, frame);
  const closed = area.edge === null ? parts : parts.map(part => [...part, part[0]!, part[1]!]);
  const shapes: Shape[] = [path('area', closed, { ...look, fill: area.fill, ...stroked(area.edge) })];
  if (area.hatch !== '') shapes.push(...hatchLines(parts, area.hatch, area.edge?.ink ?? 'black', look));
  return shapes;
}

function barShapes(bars: Of<'bars'>, frame: Frame): Shape[] {
  const place = placing(frame, bars.measures);
  const look = shared(bars, frame);
  const each = <T>(values: ArrayLike<T>, index: number): T =>
    values[values.length === 1 ? 0 : index % values.length]!;
  // Where the axis is logarithmic, zero is infinitely far below; nothing needs to be that far.
  const near = (value: number): number => Math.max(-1e5, Math.min(1e5, value));
  return Array.from(bars.x).flatMap((at, index): Shape[] => {
    const start = bars.bottom[index] ?? 0;
    const end = start + (bars.height[index] ?? 0);
    const half = (each(bars.widths, index) ?? 0.8) / 2;
    const sides = [at - half, at - half, at + half, at + half];
    const ends = [start, end, end, start];
    const [x, y] = bars.horizontal ? [ends, sides] : [sides, ends];
    if (![...x, ...y].every(value => !Number.isNaN(value))) return [];
    const [across, up] = frame.polar === null ? [x, y] : bent([...x, x[0]!], [...y, y[0]!], frame);
    const outline = across.flatMap((value, corner) => place(value, up[corner]!).map(near));
    const fill = bars.fills.length === 0 ? null : each(bars.fills, index);
    const edge = bars.edges.length === 0 ? '' : each(bars.edges, index);
    const drawn = path('bar', [[...outline, outline[0]!, outline[1]!]], {
      ...look,
      fill: fill === '' ? null : fill,
      stroke: edge === '' || bars.edgeWidth === 0 ? null : edge,
      width: bars.edgeWidth,
      dash: bars.dash,
      hint: String(Number((end - start).toPrecision(6))),
    });
    return bars.hatch === ''
      ? [drawn]
      : [drawn, ...hatchLines([outline], bars.hatch, edge === '' ? 'black' : edge, look)];
  });
}

function meshShapes(mesh: Of<'mesh'>, frame: Frame): Shape[] {
  const place = placing(frame, mesh.measures);
  const shapes: Shape[] = [];
  for (let index = 0; (index + 1) * mesh.corners <= mesh.x.length; index++) {
    const from = index * mesh.corners;
    let [xs, ys]: [ArrayLike<number>, ArrayLike<number>] = [
      mesh.x.subarray(from, from + mesh.corners),
      mesh.y.subarray(from, from + mesh.corners),
    ];
    if (frame.polar !== null)
      [xs, ys] = bent([...Array.from(xs), xs[0]!], [...Array.from(ys), ys[0]!], frame);
    const points = pieces(xs, ys, place);
    const fill = ownInk(mesh.colors, index);
    const opaque = mesh.opacity === 1 && !fill.startsWith('rgba');
    const clear = fill.startsWith('rgba') && fill.endsWith(', 0)');
    if (points.length !== 1 || clear) continue;
    const outline = [...points[0]!, points[0]![0]!, points[0]![1]!];
    // A hairline of its own colour closes the seams between neighbours.
    shapes.push(
      path('mesh', [outline], {
        ...shared(mesh, frame),
        fill,
        stroke: mesh.edge ?? (opaque ? fill : null),
        width: mesh.edge === null ? 1 : mesh.edgeWidth,
      }),
    );
  }
  return shapes;
}

function arrowShapes(arrows: Of<'arrows'>, frame: Frame): Shape[] {
  const place = placing(frame, arrows.measures);
  const byInk = new Map<Ink, { shafts: number[][]; heads: number[][] }>();
  for (let index = 0; index < arrows.x.length; index++) {
    const [x0, y0] = place(arrows.x[index]!, arrows.y[index]!);
    const [dx, dy] = [arrows.dx[index]!, arrows.dy[index]!];
    const to = place(arrows.x[index]! + dx, arrows.y[index]! + dy);
    const [alongX, alongY] = arrows.fixed ? [dx, -dy] : [to[0] - x0, to[1] - y0];
    const back = { tail: 0, middle: 0.5, tip: 1 }[arrows.pivot];
    const [startX, startY] = [x0 - back * alongX, y0 - back * alongY];
    const ink = arrows.colors.length > 0 ? ownInk(arrows.colors, index) : arrows.ink;
    const group = byInk.get(ink) ?? { shafts: [], heads: [] };
    byInk.set(ink, group);
    const made = arrowOutline(startX, startY, startX + alongX, startY + alongY, 2 + 3 * arrows.width);
    if (made === null) continue;
    group.shafts.push(made.shaft);
    group.heads.push(made.head);
  }
  const look = shared(arrows, frame);
  return [...byInk].flatMap(([ink, { shafts, heads }]) => [
    path('line', shafts, { ...look, stroke: ink, width: arrows.width }),
    path('area', heads, { ...look, fill: ink }),
  ]);
}

/** An arrow's line and its head, from one place in the picture to another; null where it has no length. */
export function arrowOutline(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  size: number,
): { shaft: number[]; head: number[] } | null {
  const long = Math.hypot(x1 - x0, y1 - y0);
  if (!Number.isFinite(long) || long === 0) return null;
  const head = Math.min(long, size);
  const [dx, dy] = [(x1 - x0) / long, (y1 - y0) / long];
  const [baseX, baseY] = [x1 - dx * head, y1 - dy * head];
  const half = head * 0.4;
  return {
    shaft: [x0, y0, baseX, baseY],
    head: [x1, y1, baseX - dy * half, baseY + dx * half, baseX + dy * half, baseY - dx * half, x1, y1],
  };
}

/** An image between its edges. */
export function imageShape(image: Of<'image'>, frame: Frame): Shape {
  const place = placing(frame, image.measures);
  const [left, top] = place(image.left, image.top);
  const [right, bottom] = place(image.right, image.bottom);
  return {
    kind: 'image',
    box: {
      left: Math.min(left, right),
      right: Math.max(left, right),
      top: Math.min(top, bottom),
      bottom: Math.max(top, bottom),
    },
    clip: frame,
    rows: image.rows,
    columns: image.columns,
    values: image.values,
    mirrored: { across: right < left, up: bottom < top },
    smooth: image.smooth,
    opacity: image.opacity,
  };
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
