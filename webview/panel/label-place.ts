/**
 * Where the name of a horizontal line stands in a chart: beside the line, and where no curve runs if there is such a place.
 */

/** In pixels of the canvas. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Points from left to right. */
export type Polyline = readonly (readonly [x: number, y: number])[];

/** How wide a column is within which only the lowest and highest point of the curves count, in pixels. */
const COLUMN = 4;
/** How much room a name wants to the curves and to the frame, in pixels. */
const ROOM = 4;
/** How many places along the line are looked at. */
const PLACES = 12;

/** The curves' lowest and highest point in each column of the area. */
class Skyline {
  readonly #left: number;
  readonly #low: Float64Array;
  readonly #high: Float64Array;

  constructor(curves: readonly Polyline[], area: Box) {
    this.#left = area.left;
    const columns = Math.max(1, Math.ceil(area.width / COLUMN));
    this.#low = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
    this.#high = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
    for (const curve of curves) {
      for (const [index, point] of curve.entries()) {
        this.#add(curve[index - 1] ?? point, point);
      }
    }
  }

  #add([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): void {
    const last = this.#low.length - 1;
    const columnOf = (x: number): number => Math.floor((x - this.#left) / COLUMN);
    for (let column = Math.max(0, columnOf(x1)); column <= Math.min(last, columnOf(x2)); column++) {
      const start = Math.max(x1, this.#left + column * COLUMN);
      const end = Math.min(x2, this.#left + (column + 1) * COLUMN);
      for (const x of [start, end]) {
        const y = x2 === x1 ? y2 : y1 + ((y2 - y1) * (x - x1)) / (x2 - x1);
        this.#low[column] = Math.min(this.#low[column]!, y);
        this.#high[column] = Math.max(this.#high[column]!, y);
      }
    }
  }

  /** In how many columns a curve runs through the box. */
  crossings({ left, top, width, height }: Box): number {
    const first = Math.max(0, Math.floor((left - this.#left) / COLUMN));
    const last = Math.min(this.#low.length - 1, Math.floor((left + width - this.#left) / COLUMN));
    let count = 0;
    for (let column = first; column <= last; column++) {
      if (this.#high[column]! >= top && this.#low[column]! <= top + height) {
        count++;
      }
    }
    return count;
  }
}

/**
 * The place of a name of a size beside the line at `y`: the right end above the line if that is free, else the free place
 * nearest to it, else the one that the curves touch least. Null where the area is too small.
 */
export function labelPlace(
  curves: readonly Polyline[],
  area: Box,
  y: number,
  size: { width: number; height: number },
): Box | null {
  const skyline = new Skyline(curves, area);
  const free = area.width - size.width - 2 * ROOM;
  const tops = [y - size.height - 2, y + 2].filter(
    top => top >= area.top && top + size.height <= area.top + area.height,
  );
  let best: { box: Box; crossings: number } | null = null;
  for (let place = 0; place < PLACES && free >= 0; place++) {
    for (const top of tops) {
      const left = area.left + ROOM + free * (1 - place / (PLACES - 1));
      const crossings = skyline.crossings({
        left: left - ROOM,
        top: top - ROOM / 2,
        width: size.width + 2 * ROOM,
        height: size.height + ROOM,
      });
      if (best === null || crossings < best.crossings) {
        best = { box: { left, top, ...size }, crossings };
      }
    }
  }
  return best?.box ?? null;
}
