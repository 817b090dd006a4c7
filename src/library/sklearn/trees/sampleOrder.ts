/** The order in which scikit-learn's trees sort samples by a feature: equal values end where its introsort puts them. */

/** Sorts `values[from, from + length)` upwards and moves `samples` along; both are changed. */
export function sortSamples(values: Float32Array, samples: Int32Array, from: number, length: number): void {
  if (length === 0) return;
  sortPart(values, samples, from, length, 2 * Math.floor(Math.log2(length)));
}

function swap(values: Float32Array, samples: Int32Array, i: number, j: number): void {
  const value = values[i];
  values[i] = values[j];
  values[j] = value;
  const sample = samples[i];
  samples[i] = samples[j];
  samples[j] = sample;
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function sortPart(
  values: Float32Array,
  samples: Int32Array,
  from: number,
  length: number,
  depth: number,
): void {
  let [start, count, left] = [from, length, depth];
  while (count > 1) {
    if (left <= 0) {
      heapSort(values, samples, start, count);
      return;
    }
    left--;
    const pivot = middleOfThree(values[start], values[start + (count >> 1)], values[start + count - 1]);
    // Three parts: smaller than the pivot, equal to it, larger.
    let [i, smaller, larger] = [0, 0, count];
    while (i < larger) {
      const value = values[start + i];
      if (value < pivot) swap(values, samples, start + i++, start + smaller++);
      else if (value > pivot) swap(values, samples, start + i, start + --larger);
      else i++;
    }
    sortPart(values, samples, start, smaller, left);
    start += larger;
    count -= larger;
  }
}

function siftDown(values: Float32Array, samples: Int32Array, from: number, start: number, end: number): void {
  let root = start;
  for (;;) {
    const child = root * 2 + 1;
    let largest = root;
    if (child < end && values[from + largest] < values[from + child]) largest = child;
    if (child + 1 < end && values[from + largest] < values[from + child + 1]) largest = child + 1;
    if (largest === root) return;
    swap(values, samples, from + root, from + largest);
    root = largest;
  }
}

function heapSort(values: Float32Array, samples: Int32Array, from: number, length: number): void {
  for (let start = Math.floor((length - 2) / 2); ; start--) {
    siftDown(values, samples, from, start, length);
    if (start === 0) break;
  }
  for (let end = length - 1; end > 0; end--) {
    swap(values, samples, from, from + end);
    siftDown(values, samples, from, 0, end);
  }
}
