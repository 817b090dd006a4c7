/** Delaunay's triangles between scattered points: no point lies inside the circle around another triangle. */

interface Triangle {
  readonly corners: readonly [number, number, number];
  readonly x: number;
  readonly y: number;
  /** The square of the circle's radius. */
  readonly reach: number;
}

/** Three indices for each triangle, against the clock (Bowyer and Watson's method). */
export function trianglesOf(xs: ArrayLike<number>, ys: ArrayLike<number>): number[] {
  const count = xs.length;
  const [x, y] = [Array.from(xs), Array.from(ys)];
  const [left, right] = [Math.min(...x), Math.max(...x)];
  const [bottom, top] = [Math.min(...y), Math.max(...y)];
  const reach = Math.max(right - left, top - bottom, 1e-9) * 1e4;
  const [middleX, middleY] = [(left + right) / 2, (bottom + top) / 2];
  x.push(middleX - 2 * reach, middleX + 2 * reach, middleX);
  y.push(middleY - reach, middleY - reach, middleY + 2 * reach);
  let open: Triangle[] = [around(count, count + 1, count + 2, x, y)!];
  const done: Triangle[] = [];
  const order = Array.from({ length: count }, (_unused, index) => index).sort(
    (a, b) => x[a]! - x[b]! || y[a]! - y[b]!,
  );
  for (const point of order) {
    const edges = new Map<string, readonly [number, number]>();
    const kept: Triangle[] = [];
    for (const triangle of open) {
      const [dx, dy] = [x[point]! - triangle.x, y[point]! - triangle.y];
      // Points come from the left: a circle that is passed can hold none of them.
      if (dx > 0 && dx * dx > triangle.reach) done.push(triangle);
      else if (dx * dx + dy * dy > triangle.reach * (1 + 1e-12)) kept.push(triangle);
      else addEdges(edges, triangle.corners);
    }
    open = kept;
    for (const [from, to] of edges.values()) {
      const made = around(from, to, point, x, y);
      if (made !== null) open.push(made);
    }
  }
  return [...done, ...open]
    .map(({ corners }) => corners)
    .filter(corners => corners.every(corner => corner < count))
    .flatMap(([a, b, c]) => (turns(a, b, c, x, y) > 0 ? [a, b, c] : [a, c, b]));
}

/** The hole's rim: edges of two triangles that are taken away cancel each other. */
function addEdges(
  edges: Map<string, readonly [number, number]>,
  [a, b, c]: readonly [number, number, number],
): void {
  for (const [from, to] of [
    [a, b],
    [b, c],
    [c, a],
  ] as const) {
    const name = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (edges.has(name)) edges.delete(name);
    else edges.set(name, [from, to]);
  }
}

function turns(a: number, b: number, c: number, x: readonly number[], y: readonly number[]): number {
  return (x[b]! - x[a]!) * (y[c]! - y[a]!) - (x[c]! - x[a]!) * (y[b]! - y[a]!);
}

/** The triangle with the circle around it; null where its corners lie on one line. */
function around(
  a: number,
  b: number,
  c: number,
  x: readonly number[],
  y: readonly number[],
): Triangle | null {
  const [bx, by] = [x[b]! - x[a]!, y[b]! - y[a]!];
  const [cx, cy] = [x[c]! - x[a]!, y[c]! - y[a]!];
  const twice = 2 * (bx * cy - by * cx);
  if (Math.abs(twice) < 1e-12 * (Math.hypot(bx, by) * Math.hypot(cx, cy))) return null;
  const ux = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / twice;
  const uy = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / twice;
  return { corners: [a, b, c], x: x[a]! + ux, y: y[a]! + uy, reach: ux * ux + uy * uy };
}
