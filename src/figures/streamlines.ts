/** Lines along a field of arrows on an even grid, spread so that they keep apart from one another. */

export interface Field {
  /** Along the grid's columns and rows; rows of `u` and `v` follow one another. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly u: ArrayLike<number>;
  readonly v: ArrayLike<number>;
  /** Cells that only one line may pass through, across and up. */
  readonly cells: readonly [number, number];
  /** Lengths in shares of the axes. */
  readonly shortest: number;
  readonly longest: number;
  readonly both: boolean;
  /** Places to start from, x and y in turn; null for anywhere. */
  readonly starts: ArrayLike<number> | null;
}

export interface Streamline {
  readonly x: number[];
  readonly y: number[];
}

/** A step, in shares of the axes. */
const STEP = 0.003;

export function streamlinesOf(field: Field): Streamline[] {
  const tracer = new Tracer(field);
  const lines: Streamline[] = [];
  const take = (x: number, y: number): void => {
    const line = tracer.from(x, y);
    if (line !== null) lines.push(line);
  };
  const { starts } = field;
  if (starts === null) {
    for (const [column, row] of inwards(...field.cells)) {
      const place = [(column + 0.5) / field.cells[0], (row + 0.5) / field.cells[1]] as const;
      if (!tracer.isTaken(...place)) take(...place);
    }
  } else {
    for (let index = 0; index + 1 < starts.length; index += 2)
      take(...tracer.share(starts[index]!, starts[index + 1]!));
  }
  return lines;
}

/** The cells of a grid from its rim to the middle, around and around. */
function* inwards(columns: number, rows: number): Generator<readonly [number, number]> {
  for (let ring = 0; ring * 2 < Math.min(columns, rows); ring++) {
    const [right, top] = [columns - 1 - ring, rows - 1 - ring];
    for (let column = ring; column <= right; column++) yield [column, ring];
    for (let row = ring + 1; row <= top; row++) yield [right, row];
    for (let column = right - 1; column >= ring; column--) yield [column, top];
    for (let row = top - 1; row > ring; row--) yield [ring, row];
  }
}

class Tracer {
  private readonly field: Field;
  private readonly taken: Uint8Array;
  private readonly wide: number;
  private readonly high: number;
  private readonly fastest: number;

  constructor(field: Field) {
    this.field = field;
    this.taken = new Uint8Array(field.cells[0] * field.cells[1]);
    this.wide = field.x[field.x.length - 1]! - field.x[0]!;
    this.high = field.y[field.y.length - 1]! - field.y[0]!;
    let fastest = 0;
    for (let index = 0; index < field.u.length; index++) {
      const speed = Math.hypot(field.u[index]! / this.wide, field.v[index]! / this.high);
      if (Number.isFinite(speed)) fastest = Math.max(fastest, speed);
    }
    this.fastest = fastest;
  }

  share(x: number, y: number): [number, number] {
    return [(x - this.field.x[0]!) / this.wide, (y - this.field.y[0]!) / this.high];
  }

  private cell(x: number, y: number): number {
    const [columns, rows] = this.field.cells;
    const column = Math.min(columns - 1, Math.floor(x * columns));
    return Math.min(rows - 1, Math.floor(y * rows)) * columns + column;
  }

  isTaken(x: number, y: number): boolean {
    return this.taken[this.cell(x, y)] === 1;
  }

  /** The direction at a place, of length 1 in shares of the axes; null where there is none. */
  private along(x: number, y: number): readonly [number, number] | null {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) return null;
    const { u, v } = this.field;
    const [columns, rows] = [this.field.x.length, this.field.y.length];
    const [atX, atY] = [x * (columns - 1), y * (rows - 1)];
    const [column, row] = [Math.min(columns - 2, Math.floor(atX)), Math.min(rows - 2, Math.floor(atY))];
    const [dx, dy] = [atX - column, atY - row];
    const blend = (values: ArrayLike<number>): number => {
      const first = row * columns + column;
      return (
        (values[first]! * (1 - dx) + values[first + 1]! * dx) * (1 - dy) +
        (values[first + columns]! * (1 - dx) + values[first + columns + 1]! * dx) * dy
      );
    };
    const [across, up] = [blend(u) / this.wide, blend(v) / this.high];
    const speed = Math.hypot(across, up);
    return speed > 1e-9 * this.fastest ? [across / speed, up / speed] : null;
  }

  /** The line through a place, or null where it would be too short; its cells are taken then. */
  from(x: number, y: number): Streamline | null {
    const passed = new Set<number>();
    const back = this.field.both ? this.trace(x, y, -1, passed) : [];
    const forth = this.trace(x, y, 1, passed);
    const places = [...back.reverse(), [x, y] as const, ...forth];
    const long = (places.length - 1) * STEP;
    if (long < this.field.shortest) return null;
    for (const cell of passed) this.taken[cell] = 1;
    return {
      x: places.map(([across]) => this.field.x[0]! + across * this.wide),
      y: places.map(([, up]) => this.field.y[0]! + up * this.high),
    };
  }

  /** Steps by the direction half a step ahead, until the edge, another line, or its own end. */
  private trace(x: number, y: number, sign: 1 | -1, passed: Set<number>): (readonly [number, number])[] {
    const places: (readonly [number, number])[] = [];
    const most = this.field.longest / STEP / (this.field.both ? 2 : 1);
    let last = this.cell(x, y);
    passed.add(last);
    for (let step = 0; step < most; step++) {
      const here = this.along(x, y);
      if (here === null) break;
      const ahead = this.along(x + (sign * here[0] * STEP) / 2, y + (sign * here[1] * STEP) / 2);
      if (ahead === null) break;
      [x, y] = [x + sign * ahead[0] * STEP, y + sign * ahead[1] * STEP];
      if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) break;
      const cell = this.cell(x, y);
      if (cell !== last) {
        if (this.taken[cell] === 1 || passed.has(cell)) break;
        passed.add(cell);
        last = cell;
      }
      places.push([x, y]);
    }
    return places;
  }
}
