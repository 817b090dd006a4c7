/** Contours of values on triangles or on the cells of a grid: lines where they cross a level, areas between two. */

/** Cells as corners into the values: each of `corners` indices. */
export interface Cells {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly z: ArrayLike<number>;
  readonly corners: 3 | 4;
  /** Indices into `x`, `y` and `z`, cell by cell, around each cell. */
  readonly cells: ArrayLike<number>;
}

type Corner = readonly [x: number, y: number, z: number];

/** The cells of a grid of `rows` by `columns` values. */
export function gridCells(rows: number, columns: number): number[] {
  const cells: number[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const first = row * columns + column;
      cells.push(first, first + 1, first + columns + 1, first + columns);
    }
  }
  return cells;
}

/** Each cell's corners; cells that lack a value are left out, saddles become triangles around their middle. */
function* simpleCells({ x, y, z, corners, cells }: Cells, level: number | null): Generator<Corner[]> {
  for (let index = 0; index + corners <= cells.length; index += corners) {
    const found: Corner[] = [];
    for (let corner = 0; corner < corners; corner++) {
      const at = cells[index + corner]!;
      found.push([x[at]!, y[at]!, z[at]!]);
    }
    if (!found.every(([, , value]) => Number.isFinite(value))) continue;
    if (level === null || corners === 3 || !isSaddle(found, level)) {
      yield found;
      continue;
    }
    const mean = (part: 0 | 1 | 2): number => found.reduce((sum, corner) => sum + corner[part], 0) / 4;
    const middle: Corner = [mean(0), mean(1), mean(2)];
    for (let corner = 0; corner < 4; corner++) yield [found[corner]!, found[(corner + 1) % 4]!, middle];
  }
}

function isSaddle(corners: readonly Corner[], level: number): boolean {
  const [a, b, c, d] = corners.map(([, , value]) => value >= level);
  return a === c && b === d && a !== b;
}

/** The polygons between two levels, each with its corners in turn; a gap (NaN) stands behind each. */
export function bandOf(cells: Cells, low: number, high: number): { x: number[]; y: number[] } {
  const [x, y]: [number[], number[]] = [[], []];
  for (const cell of simpleCells(cells, null)) {
    for (const part of saddleParts(cell, low, high)) {
      const above = cutAt(part, low, 1);
      const between = cutAt(above, high, -1);
      if (between.length < 3) continue;
      for (const [across, up] of between) {
        x.push(across);
        y.push(up);
      }
      x.push(Number.NaN);
      y.push(Number.NaN);
    }
  }
  return { x, y };
}

function saddleParts(cell: Corner[], low: number, high: number): Corner[][] {
  if (cell.length === 3 || !(isSaddle(cell, low) || isSaddle(cell, high))) return [cell];
  const mean = (part: 0 | 1 | 2): number => cell.reduce((sum, corner) => sum + corner[part], 0) / 4;
  const middle: Corner = [mean(0), mean(1), mean(2)];
  return cell.map((corner, index) => [corner, cell[(index + 1) % 4]!, middle]);
}

/** The part of a polygon where the value is above the level (`side` 1) or below it (-1). */
function cutAt(corners: readonly Corner[], level: number, side: 1 | -1): Corner[] {
  const kept: Corner[] = [];
  for (let index = 0; index < corners.length; index++) {
    const [from, to] = [corners[index]!, corners[(index + 1) % corners.length]!];
    const [before, after] = [(from[2] - level) * side, (to[2] - level) * side];
    if (before >= 0) kept.push(from);
    if (before >= 0 !== after >= 0) kept.push(crossing(from, to, level));
  }
  return kept;
}

function crossing(from: Corner, to: Corner, level: number): Corner {
  const share = (level - from[2]) / (to[2] - from[2]);
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]), level];
}

/** Lines along which the values are the level, joined end to end, with gaps (NaN) between them. */
export function isolinesOf(cells: Cells, level: number): { x: number[]; y: number[] } {
  const chains = new Map<string, (readonly [number, number])[]>();
  const closed: (readonly [number, number])[][] = [];
  const key = ([x, y]: readonly [number, number]): string => `${x.toPrecision(12)} ${y.toPrecision(12)}`;
  for (const cell of simpleCells(cells, level)) {
    const ends: (readonly [number, number])[] = [];
    for (let index = 0; index < cell.length; index++) {
      const [from, to] = [cell[index]!, cell[(index + 1) % cell.length]!];
      if (from[2] >= level === to[2] >= level) continue;
      const [x, y] = from[2] < to[2] ? crossing(from, to, level) : crossing(to, from, level);
      ends.push([x, y]);
    }
    if (ends.length === 2 && key(ends[0]!) !== key(ends[1]!)) join(ends[0]!, ends[1]!, chains, closed, key);
  }
  const [x, y]: [number[], number[]] = [[], []];
  for (const chain of [...closed, ...new Set(chains.values())]) {
    for (const [across, up] of chain) {
      x.push(across);
      y.push(up);
    }
    x.push(Number.NaN);
    y.push(Number.NaN);
  }
  return { x, y };
}

/** Puts a piece to the lines that end where it begins; `chains` finds each open line by both its ends. */
function join(
  from: readonly [number, number],
  to: readonly [number, number],
  chains: Map<string, (readonly [number, number])[]>,
  closed: (readonly [number, number])[][],
  key: (place: readonly [number, number]) => string,
): void {
  const [first, second] = [chains.get(key(from)), chains.get(key(to))];
  for (const chain of [first, second]) {
    if (chain === undefined) continue;
    chains.delete(key(chain[0]!));
    chains.delete(key(chain.at(-1)!));
  }
  let line: (readonly [number, number])[] = [from, to];
  if (first !== undefined) line = [...(key(first.at(-1)!) === key(from) ? first : first.reverse()), to];
  if (second !== undefined && second === first) {
    closed.push(line);
    return;
  }
  if (second !== undefined)
    line = [...line.slice(0, -1), ...(key(second[0]!) === key(to) ? second : second.reverse())];
  chains.set(key(line[0]!), line);
  chains.set(key(line.at(-1)!), line);
}
