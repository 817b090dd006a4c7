/** Lines with a width as polygons, all turning the same way. */
import type { Box, Polyline } from './shapes.ts';

/** The polygons of polylines' strokes, near `bounds`; all in pixels. */
export function strokeOutlines(
  parts: readonly Polyline[],
  width: number,
  dash: readonly number[],
  bounds: Box,
): Polyline[] {
  const near = {
    left: bounds.left - 50,
    top: bounds.top - 50,
    right: bounds.right + 50,
    bottom: bounds.bottom + 50,
  };
  const polygons: Polyline[] = [];
  for (const part of parts) {
    const snapped = isUpright(part) ? snap(part, width) : part;
    for (const piece of dash.length === 0 ? [snapped] : dashed(inside(snapped, near), dash)) {
      addStroke(piece, width, near, polygons);
    }
  }
  return polygons;
}

/** Lines along the pixels' rows or columns stay sharp when they lie on them. */
function isUpright(part: Polyline): boolean {
  return part.length === 4 && (Math.abs(part[0]! - part[2]!) < 1e-6 || Math.abs(part[1]! - part[3]!) < 1e-6);
}

function snap(part: Polyline, width: number): number[] {
  const shift = Math.round(width) % 2 === 1 ? 0.5 : 0;
  const snapped = [...part];
  const fixed = Math.abs(part[0]! - part[2]!) < 1e-6 ? [0, 2] : [1, 3];
  for (const index of fixed) snapped[index] = Math.round(part[index]! - shift) + shift;
  return snapped;
}

function addStroke(part: Polyline, width: number, near: Box, polygons: Polyline[]): void {
  const half = width / 2;
  for (let index = 2; index < part.length; index += 2) {
    const segment = cut(part[index - 2]!, part[index - 1]!, part[index]!, part[index + 1]!, near);
    if (segment === null) continue;
    const [x0, y0, x1, y1] = segment;
    const long = Math.hypot(x1 - x0, y1 - y0);
    if (long > 0) {
      const [nx, ny] = [(-(y1 - y0) / long) * half, ((x1 - x0) / long) * half];
      polygons.push([x0 + nx, y0 + ny, x0 - nx, y0 - ny, x1 - nx, y1 - ny, x1 + nx, y1 + ny]);
    }
    // Joints are round.
    if (index > 2) polygons.push(disc(x0, y0, half));
  }
}

function disc(x: number, y: number, radius: number): number[] {
  const count = Math.max(6, Math.ceil(radius * 4));
  const points: number[] = [];
  for (let step = 0; step < count; step++) {
    const angle = (step / count) * 2 * Math.PI;
    points.push(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  return points;
}

/** The part of a segment that is inside the box. */
function cut(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  box: Box,
): [number, number, number, number] | null {
  let [from, to] = [0, 1];
  const sides: [number, number][] = [
    [x0 - x1, x0 - box.left],
    [x1 - x0, box.right - x0],
    [y0 - y1, y0 - box.top],
    [y1 - y0, box.bottom - y0],
  ];
  for (const [towards, room] of sides) {
    if (towards === 0) {
      if (room < 0) return null;
      continue;
    }
    const share = room / towards;
    if (towards < 0) from = Math.max(from, share);
    else to = Math.min(to, share);
  }
  if (from > to) return null;
  return [x0 + from * (x1 - x0), y0 + from * (y1 - y0), x0 + to * (x1 - x0), y0 + to * (y1 - y0)];
}

/** A polyline without its far ends, so that dashes are not laid out for kilometres. */
function inside(part: Polyline, near: Box): Polyline {
  if (part.length !== 4) return part;
  return cut(part[0]!, part[1]!, part[2]!, part[3]!, near) ?? [];
}

function dashed(part: Polyline, dash: readonly number[]): number[][] {
  const pieces: number[][] = [];
  let [phase, left] = [0, dash[0]!];
  let open: number[] | null = part.length >= 2 ? [part[0]!, part[1]!] : null;
  for (let index = 2; index < part.length; index += 2) {
    let [x, y] = [part[index - 2]!, part[index - 1]!];
    let rest = Math.hypot(part[index]! - x, part[index + 1]! - y);
    const [dx, dy] = rest === 0 ? [0, 0] : [(part[index]! - x) / rest, (part[index + 1]! - y) / rest];
    while (rest > left) {
      [x, y] = [x + dx * left, y + dy * left];
      rest -= left;
      if (open !== null) {
        pieces.push([...open, x, y]);
        open = null;
      } else {
        open = [x, y];
      }
      phase = (phase + 1) % dash.length;
      left = dash[phase]!;
      if (pieces.length > 20_000) return pieces;
    }
    left -= rest;
    open?.push(part[index]!, part[index + 1]!);
  }
  if (open !== null && open.length > 2) pieces.push(open);
  return pieces;
}
