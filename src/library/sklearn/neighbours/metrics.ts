/** Distances between points in their reduced form, which grows with the distance and costs less. */

export interface Metric {
  /** Minkowski's exponent; infinity for the largest difference. */
  readonly exponent: number;
}

/** The points of an array, row by row. */
export interface Points {
  readonly items: Float64Array;
  readonly count: number;
  readonly width: number;
}

export function reduced(metric: Metric, a: Points, i: number, b: Points, j: number): number {
  const { width } = a;
  const [from, to] = [i * width, j * width];
  let sum = 0;
  for (let k = 0; k < width; k++) {
    const apart = Math.abs(a.items[from + k] - b.items[to + k]);
    if (metric.exponent === 2) sum += apart * apart;
    else if (metric.exponent === 1) sum += apart;
    else if (metric.exponent === Number.POSITIVE_INFINITY) sum = Math.max(sum, apart);
    else sum += apart ** metric.exponent;
  }
  return sum;
}

export function distanceOf(metric: Metric, value: number): number {
  if (metric.exponent === 2) return Math.sqrt(value);
  if (metric.exponent === 1 || metric.exponent === Number.POSITIVE_INFINITY) return value;
  return value ** (1 / metric.exponent);
}

export function reducedOf(metric: Metric, distance: number): number {
  if (metric.exponent === 2) return distance * distance;
  if (metric.exponent === 1 || metric.exponent === Number.POSITIVE_INFINITY) return distance;
  return distance ** metric.exponent;
}
