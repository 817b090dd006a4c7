import type { ArrayData, NumberItems } from './storage.ts';

/** Sums a strided run of doubles the way NumPy does: pairwise, in blocks of eight accumulators. */
function pairwiseSum(items: ArrayLike<number>, start: number, length: number, step: number): number {
  if (length < 8) {
    let sum = 0;
    for (let i = 0, at = start; i < length; i++, at += step) sum += items[at];
    return sum;
  }
  if (length <= 128) {
    const r = new Float64Array(8);
    for (let k = 0; k < 8; k++) r[k] = items[start + k * step];
    let i = 8;
    for (; i < length - (length % 8); i += 8) {
      const at = start + i * step;
      r[0] += items[at];
      r[1] += items[at + step];
      r[2] += items[at + 2 * step];
      r[3] += items[at + 3 * step];
      r[4] += items[at + 4 * step];
      r[5] += items[at + 5 * step];
      r[6] += items[at + 6 * step];
      r[7] += items[at + 7 * step];
    }
    let sum = r[0] + r[1] + (r[2] + r[3]) + (r[4] + r[5] + (r[6] + r[7]));
    for (; i < length; i++) sum += items[start + i * step];
    return sum;
  }
  let half = Math.floor(length / 2);
  half -= half % 8;
  return pairwiseSum(items, start, half, step) + pairwiseSum(items, start + half * step, length - half, step);
}

/** The same in single precision: every addition is rounded. */
function pairwiseSumSingle(items: ArrayLike<number>, start: number, length: number, step: number): number {
  const { fround } = Math;
  if (length < 8) {
    let sum = 0;
    for (let i = 0, at = start; i < length; i++, at += step) sum = fround(sum + items[at]);
    return sum;
  }
  if (length <= 128) {
    const r = new Float32Array(8);
    for (let k = 0; k < 8; k++) r[k] = items[start + k * step];
    let i = 8;
    for (; i < length - (length % 8); i += 8)
      for (let k = 0; k < 8; k++) r[k] += items[start + (i + k) * step];
    const low = fround(fround(r[0] + r[1]) + fround(r[2] + r[3]));
    let sum = fround(low + fround(fround(r[4] + r[5]) + fround(r[6] + r[7])));
    for (; i < length; i++) sum = fround(sum + items[start + i * step]);
    return sum;
  }
  let half = Math.floor(length / 2);
  half -= half % 8;
  return fround(
    pairwiseSumSingle(items, start, half, step) +
      pairwiseSumSingle(items, start + half * step, length - half, step),
  );
}

/** How values are folded: a start, a step, and optionally a faster way along a run. */
interface Fold {
  readonly start: number | null;
  readonly step: (accumulator: number, value: number) => number;
  readonly run?: (items: ArrayLike<number>, start: number, length: number, step: number) => number;
}

export const addition: Fold = { start: 0, step: (a, b) => a + b, run: pairwiseSum };

export const additionSingle: Fold = { start: 0, step: (a, b) => Math.fround(a + b), run: pairwiseSumSingle };

export const multiplicationSingle: Fold = { start: 1, step: (a, b) => Math.fround(a * b) };

export const folds: Record<string, Fold> = {
  multiply: { start: 1, step: (a, b) => a * b },
  maximum: { start: null, step: (a, b) => (a >= b || Number.isNaN(a) ? a : b) },
  minimum: { start: null, step: (a, b) => (a <= b || Number.isNaN(a) ? a : b) },
  fmax: { start: null, step: (a, b) => (a >= b || Number.isNaN(b) ? a : b) },
  fmin: { start: null, step: (a, b) => (a <= b || Number.isNaN(b) ? a : b) },
  logical_and: { start: 1, step: (a, b) => (a !== 0 && b !== 0 ? 1 : 0) },
  logical_or: { start: 0, step: (a, b) => (a !== 0 || b !== 0 ? 1 : 0) },
};

/** Folds over axes. The walk follows memory, so additions happen in NumPy's order. */
export function foldNumbers(data: ArrayData, axes: readonly number[], fold: Fold, target: ArrayData): void {
  const out = target.items as NumberItems;
  const items = data.items as NumberItems;
  const outStrides = new Array<number>(data.rank).fill(0);
  let next = 0;
  for (let axis = 0; axis < data.rank; axis++)
    if (!axes.includes(axis)) outStrides[axis] = target.strides[next++];
  if (fold.start !== null) out.fill(fold.start);
  const written = fold.start === null ? new Uint8Array(out.length) : null;
  const order = data.shape
    .map((_, axis) => axis)
    .filter(axis => data.shape[axis] !== 1)
    .sort((a, b) => Math.abs(data.strides[b]) - Math.abs(data.strides[a]) || a - b);
  const lengths: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const axis of order) {
    const last = lengths.length - 1;
    const length = data.shape[axis];
    const merges =
      last >= 0 && from[last] === data.strides[axis] * length && to[last] === outStrides[axis] * length;
    if (merges) {
      lengths[last] *= length;
      from[last] = data.strides[axis];
      to[last] = outStrides[axis];
    } else {
      lengths.push(length);
      from.push(data.strides[axis]);
      to.push(outStrides[axis]);
    }
  }
  const body = (position: number, at: number, length: number, step: number, outStep: number): void => {
    if (outStep === 0) {
      if (fold.run && written === null) {
        // NumPy reduces through a buffer of this many elements.
        for (let start = 0; start < length; start += 8192) {
          const count = Math.min(8192, length - start);
          out[at] = fold.step(out[at], fold.run(items, position + start * step, count, step));
        }
        return;
      }
      let i = 0;
      let accumulator = out[at];
      if (written !== null && written[at] === 0) {
        accumulator = items[position];
        written[at] = 1;
        i = 1;
      }
      for (let from = position + i * step; i < length; i++, from += step)
        accumulator = fold.step(accumulator, items[from]);
      out[at] = accumulator;
      return;
    }
    for (let i = 0, from = position, place = at; i < length; i++, from += step, place += outStep) {
      if (written !== null && written[place] === 0) {
        written[place] = 1;
        out[place] = items[from];
      } else out[place] = fold.step(out[place], items[from]);
    }
  };
  walkRuns(lengths, from, to, data.offset, body);
}

function walkRuns(
  lengths: readonly number[],
  from: readonly number[],
  to: readonly number[],
  offset: number,
  body: (position: number, at: number, length: number, step: number, outStep: number) => void,
): void {
  if (lengths.length === 0) {
    body(offset, 0, 1, 1, 0);
    return;
  }
  const last = lengths.length - 1;
  const walk = (level: number, position: number, at: number): void => {
    if (level === last) {
      body(position, at, lengths[last], from[last], to[last]);
      return;
    }
    for (let i = 0; i < lengths[level]; i++) walk(level + 1, position + i * from[level], at + i * to[level]);
  };
  walk(0, offset, 0);
}
