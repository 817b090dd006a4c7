/** Normal and exponential numbers in single precision, which NumPy draws from 32 bits each. */
import { preciseExp } from '../../preciseFunctions.ts';
import {
  type Draws,
  EXPONENTIAL_EDGE,
  exponentialTables,
  NORMAL_EDGE,
  NORMAL_EDGE_INVERSE,
  normalTables,
} from './distributions.ts';

interface Tables {
  readonly heights: Float32Array;
  readonly widths: Float32Array;
  readonly limits: Float64Array;
}

/** The tables of the ziggurat scaled from the bits of a double to 23 bits. */
function scaled(tables: typeof normalTables, factor: number): Tables {
  return {
    heights: Float32Array.from(tables.heights),
    widths: Float32Array.from(tables.widths, width => width * factor),
    limits: Float64Array.from(tables.limits, limit => Math.floor(limit / factor)),
  };
}

const normals = scaled(normalTables, 2 ** 29);
const exponentials = scaled(exponentialTables, 2 ** 30);
// This width lies in the middle between two floats; NumPy's table has the upper one.
exponentials.widths[226] += 2 ** -45;
const { fround } = Math;

/** A single-precision number in [0, 1). */
export const nextSingle = (draws: Draws): number => (draws.bits.next32() >>> 8) / 16777216;

const [normalEdge, normalEdgeInverse, exponentialEdge] = [
  NORMAL_EDGE,
  NORMAL_EDGE_INVERSE,
  EXPONENTIAL_EDGE,
].map(fround);

const singleLog = (draws: Draws): number => fround(Math.log1p(-nextSingle(draws)));

/** A standard normal. */
export function singleNormal(draws: Draws): number {
  const { heights, widths, limits } = normals;
  for (;;) {
    const word = draws.bits.next32();
    const layer = word & 0xff;
    const magnitude = word >>> 9;
    const x = fround(magnitude * widths[layer]) * ((word >>> 8) & 1 ? -1 : 1);
    if (magnitude < limits[layer]) return x;
    if (layer === 0) return normalTail(draws, ((magnitude >>> 8) & 1) === 1);
    const height = (heights[layer - 1] - heights[layer]) * nextSingle(draws) + heights[layer];
    if (height < preciseExp(-0.5 * x * x)) return x;
  }
}

function normalTail(draws: Draws, negative: boolean): number {
  for (;;) {
    const far = fround(-normalEdgeInverse * singleLog(draws));
    const test = -singleLog(draws);
    if (test + test > fround(far * far)) return fround(negative ? -(normalEdge + far) : normalEdge + far);
  }
}

/** A standard exponential. */
export function singleExponential(draws: Draws): number {
  const { heights, widths, limits } = exponentials;
  for (;;) {
    const word = draws.bits.next32() >>> 1;
    const layer = word & 0xff;
    const magnitude = word >>> 8;
    const x = fround(magnitude * widths[layer]);
    if (magnitude < limits[layer]) return x;
    if (layer === 0) return fround(exponentialEdge - singleLog(draws));
    const height = (heights[layer - 1] - heights[layer]) * nextSingle(draws) + heights[layer];
    if (height < preciseExp(-x)) return x;
  }
}
