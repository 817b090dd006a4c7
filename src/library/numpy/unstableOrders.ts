/**
 * The orders that NumPy's `quicksort`, `heapsort` and `introselect` give positions: equal elements end up where these
 * algorithms put them, which `argsort` and `argpartition` show.
 */

/** Whether the element at one position belongs before that at another. */
export type Less = (a: number, b: number) => boolean;

/** Pieces of up to sixteen elements are sorted by insertion. */
const SMALL = 15;

function positions(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => i);
}

function swap(order: Int32Array, i: number, j: number): void {
  const position = order[i];
  order[i] = order[j];
  order[j] = position;
}

/** Twice the number of halvings until one element is left: deeper partitions mean that the pivots are bad. */
function depthLimit(count: number): number {
  return count < 1 ? 0 : 2 * (31 - Math.clz32(count));
}

/** The positions of `count` elements as NumPy's quicksort orders them. */
export function quickOrder(count: number, less: Less): Int32Array {
  const order = positions(count);
  const waiting: [left: number, right: number, depth: number][] = [[0, count - 1, depthLimit(count)]];
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    let [left, right, depth] = piece;
    if (depth < 0) {
      heapSort(order, left, right - left + 1, less);
      continue;
    }
    while (right - left > SMALL) {
      const middle = left + ((right - left) >> 1);
      if (less(order[middle], order[left])) swap(order, middle, left);
      if (less(order[right], order[middle])) swap(order, right, middle);
      if (less(order[middle], order[left])) swap(order, middle, left);
      const pivot = order[middle];
      let i = left;
      let j = right - 1;
      swap(order, middle, j);
      for (;;) {
        do i++;
        while (less(order[i], pivot));
        do j--;
        while (less(pivot, order[j]));
        if (i >= j) break;
        swap(order, i, j);
      }
      swap(order, i, right - 1);
      depth--;
      // The larger part waits.
      if (i - left < right - i) {
        waiting.push([i + 1, right, depth]);
        right = i - 1;
      } else {
        waiting.push([left, i - 1, depth]);
        left = i + 1;
      }
    }
    insertionSort(order, left, right, less);
  }
  return order;
}

function insertionSort(order: Int32Array, left: number, right: number, less: Less): void {
  for (let i = left + 1; i <= right; i++) {
    const position = order[i];
    let j = i;
    for (; j > left && less(position, order[j - 1]); j--) order[j] = order[j - 1];
    order[j] = position;
  }
}

/** The positions of `count` elements as NumPy's heapsort orders them. */
export function heapOrder(count: number, less: Less): Int32Array {
  const order = positions(count);
  heapSort(order, 0, count, less);
  return order;
}

function heapSort(order: Int32Array, from: number, count: number, less: Less): void {
  const base = from - 1;
  const sink = (start: number, size: number, position: number): void => {
    let i = start;
    for (let j = 2 * start; j <= size; j *= 2) {
      if (j < size && less(order[base + j], order[base + j + 1])) j++;
      if (!less(position, order[base + j])) break;
      order[base + i] = order[base + j];
      i = j;
    }
    order[base + i] = position;
  };
  for (let start = count >> 1; start > 0; start--) sink(start, count, order[base + start]);
  for (let size = count; size > 1; ) {
    const position = order[base + size];
    order[base + size] = order[base + 1];
    size--;
    sink(1, size, position);
  }
}

/**
 * The positions of `count` elements as NumPy's introselect leaves them, with each of `ranks` in its sorted place. Of
 * floats the last rank alone is looked for by the largest, to find out about NaN (`floats`).
 */
export function partitionOrder(
  count: number,
  ranks: readonly number[],
  less: Less,
  floats: boolean,
): Int32Array {
  const order = positions(count);
  const pivots: number[] = [];
  for (const rank of [...ranks].sort((a, b) => a - b)) {
    if (floats && rank === count - 1 && rank >= 3 && pivots.length === 0) moveLargest(order, rank, less);
    else select(order, 0, count, rank, pivots, less);
  }
  return order;
}

function moveLargest(order: Int32Array, rank: number, less: Less): void {
  let largest = 0;
  for (let k = 1; k < order.length; k++) if (!less(order[k], order[largest])) largest = k;
  swap(order, rank, largest);
}

const MOST_PIVOTS = 50;

function keepPivot(pivots: number[], pivot: number, rank: number): void {
  if (pivot === rank && pivots.length === MOST_PIVOTS) pivots[MOST_PIVOTS - 1] = pivot;
  else if (pivot >= rank && pivots.length < MOST_PIVOTS) pivots.push(pivot);
}

/** Selects within `order[from, from + count)`; ranks and pivots count from there. */
function select(
  order: Int32Array,
  from: number,
  count: number,
  rank: number,
  pivots: number[] | null,
  less: Less,
): void {
  let [low, high] = [0, count - 1];
  while (pivots !== null && pivots.length > 0) {
    const last = pivots[pivots.length - 1];
    if (last > rank) {
      high = last - 1;
      break;
    }
    if (last === rank) return;
    low = last + 1;
    pivots.pop();
  }
  const at = (i: number): number => order[from + i];
  const exchange = (i: number, j: number): void => swap(order, from + i, from + j);
  if (rank - low < 3) {
    for (let i = low; i <= rank; i++) {
      let least = i;
      for (let k = i + 1; k <= high; k++) if (less(at(k), at(least))) least = k;
      exchange(i, least);
    }
    if (pivots !== null) keepPivot(pivots, rank, rank);
    return;
  }
  let depth = depthLimit(count);
  while (low + 1 < high) {
    let [left, right] = [low + 1, high];
    if (depth > 0 || right - left < 5) {
      const middle = low + ((high - low) >> 1);
      if (less(at(high), at(middle))) exchange(high, middle);
      if (less(at(high), at(low))) exchange(high, low);
      if (less(at(low), at(middle))) exchange(low, middle);
      exchange(middle, low + 1);
    } else {
      exchange(left + middleOfMiddles(order, from + left, right - left, less), low);
      left--;
      right++;
    }
    depth--;
    const pivot = at(low);
    for (;;) {
      do left++;
      while (less(at(left), pivot));
      do right--;
      while (less(pivot, at(right)));
      if (right < left) break;
      exchange(left, right);
    }
    exchange(low, right);
    if (right !== rank && pivots !== null) keepPivot(pivots, right, rank);
    if (right >= rank) high = right - 1;
    if (right <= rank) low = left;
  }
  if (high === low + 1 && less(at(high), at(low))) exchange(high, low);
  if (pivots !== null) keepPivot(pivots, rank, rank);
}

/** Where the median of the medians of five lies, after these have been moved to the front. */
function middleOfMiddles(order: Int32Array, from: number, count: number, less: Less): number {
  const groups = Math.floor(count / 5);
  for (let i = 0; i < groups; i++)
    swap(order, from + 5 * i + middleOfFive(order, from + 5 * i, less), from + i);
  if (groups > 2) select(order, from, groups, groups >> 1, null, less);
  return groups >> 1;
}

function middleOfFive(order: Int32Array, from: number, less: Less): number {
  const settle = (later: number, earlier: number): void => {
    if (less(order[from + later], order[from + earlier])) swap(order, from + later, from + earlier);
  };
  settle(1, 0);
  settle(4, 3);
  settle(3, 0);
  settle(4, 1);
  settle(2, 1);
  if (!less(order[from + 3], order[from + 2])) return 2;
  return less(order[from + 3], order[from + 1]) ? 1 : 3;
}
