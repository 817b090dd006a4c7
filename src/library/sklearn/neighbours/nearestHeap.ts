/** The nearest points found so far: a heap as scikit-learn keeps it, which decides among points at equal distance. */

/** The `size` smallest distances, the largest of them in front. */
export class NearestHeap {
  readonly distances: Float64Array;
  readonly places: Int32Array;

  constructor(size: number) {
    this.distances = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.places = new Int32Array(size);
  }

  get largest(): number {
    return this.distances[0];
  }

  /** Takes a point in the place of the one furthest away, if it is nearer. */
  push(distance: number, place: number): void {
    const { distances, places } = this;
    const size = distances.length;
    if (distance >= distances[0]) return;
    let i = 0;
    for (;;) {
      const left = 2 * i + 1;
      const right = left + 1;
      let next: number;
      if (left >= size) break;
      if (right >= size || distances[left] >= distances[right]) next = left;
      else next = right;
      if (!(distance < distances[next])) break;
      distances[i] = distances[next];
      places[i] = places[next];
      i = next;
    }
    distances[i] = distance;
    places[i] = place;
  }

  /** Sorts by distance; afterwards it is a heap no more. */
  sort(): void {
    sortTogether(this.distances, this.places, 0, this.distances.length);
  }
}

/** Scikit-learn's quicksort of distances with their places. */
function sortTogether(distances: Float64Array, places: Int32Array, from: number, size: number): void {
  const exchange = (i: number, j: number): void => {
    const distance = distances[from + i];
    distances[from + i] = distances[from + j];
    distances[from + j] = distance;
    const place = places[from + i];
    places[from + i] = places[from + j];
    places[from + j] = place;
  };
  const settle = (i: number, j: number): void => {
    if (distances[from + i] > distances[from + j]) exchange(i, j);
  };
  if (size <= 1) return;
  const last = size - 1;
  if (size === 2) {
    settle(0, 1);
    return;
  }
  if (size === 3) {
    settle(0, 1);
    settle(1, 2);
    settle(0, 1);
    return;
  }
  const middle = size >> 1;
  settle(0, last);
  if (distances[from + last] > distances[from + middle]) {
    exchange(last, middle);
    settle(0, last);
  }
  const pivot = distances[from + last];
  let kept = 0;
  for (let i = 0; i < last; i++) if (distances[from + i] < pivot) exchange(i, kept++);
  exchange(kept, last);
  if (kept > 1) sortTogether(distances, places, from, kept);
  if (kept + 2 < size) sortTogether(distances, places, from + kept + 1, size - kept - 1);
}
