/** Walking several strided arrays together, with dimensions merged so that inner loops are long. */
import type { ArrayData } from './storage.ts';

/** The strides that make `data` look like `shape` (0 along repeated axes). The shapes must broadcast. */
export function broadcastStrides(data: ArrayData, shape: readonly number[]): number[] {
  const shift = shape.length - data.shape.length;
  return shape.map((_, axis) => {
    const own = axis - shift;
    return own < 0 || data.shape[own] === 1 ? 0 : data.strides[own];
  });
}

/** One inner loop: the first position of each operand, and how far each moves per element. */
export type InnerLoop = (positions: number[], length: number, steps: readonly number[]) => void;

/**
 * Calls `body` for each run along the innermost axis. `strides[k]` are operand k's strides over `shape`. Axes that
 * all operands walk evenly are merged first.
 */
export function forEachRun(
  shape: readonly number[],
  strides: readonly (readonly number[])[],
  offsets: readonly number[],
  body: InnerLoop,
): void {
  if (shape.includes(0)) return;
  const { lengths, steps } = mergeAxes(shape, strides);
  const positions = [...offsets];
  if (lengths.length === 0) {
    body(
      positions,
      1,
      strides.map(() => 0),
    );
    return;
  }
  const last = lengths.length - 1;
  const inner = steps.map(own => own[last]);
  const counter = new Array<number>(lengths.length).fill(0);
  const start = [...offsets];
  for (;;) {
    for (let k = 0; k < start.length; k++) positions[k] = start[k];
    body(positions, lengths[last], inner);
    let axis = last - 1;
    for (; axis >= 0; axis--) {
      for (let k = 0; k < start.length; k++) start[k] += steps[k][axis];
      if (++counter[axis] < lengths[axis]) break;
      for (let k = 0; k < start.length; k++) start[k] -= steps[k][axis] * lengths[axis];
      counter[axis] = 0;
    }
    if (axis < 0) return;
  }
}

function mergeAxes(
  shape: readonly number[],
  strides: readonly (readonly number[])[],
): { lengths: number[]; steps: number[][] } {
  const lengths: number[] = [];
  const steps: number[][] = strides.map(() => []);
  for (let axis = 0; axis < shape.length; axis++) {
    if (shape[axis] === 1) continue;
    const last = lengths.length - 1;
    const merges = last >= 0 && steps.every((own, k) => own[last] === strides[k][axis] * shape[axis]);
    if (merges) {
      lengths[last] *= shape[axis];
      for (let k = 0; k < steps.length; k++) steps[k][last] = strides[k][axis];
    } else {
      lengths.push(shape[axis]);
      for (let k = 0; k < steps.length; k++) steps[k].push(strides[k][axis]);
    }
  }
  return { lengths, steps };
}
