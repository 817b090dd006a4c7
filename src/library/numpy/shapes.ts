/**
 * Shape rules with lengths that may not be known (null). They raise NumPy's own errors where the shapes that are
 * known cannot fit; an unknown length never raises.
 */
import { PyClass } from '../../python/classes.ts';
import { type ErrorDetail, IndexError, raise, ValueError } from '../../python/errors.ts';
import type { Shape } from './ndarray.ts';

/** `numpy.AxisError`. */
export const AxisError = new PyClass('AxisError', [ValueError, IndexError], [], { module: 'numpy' });

/** A shape as NumPy's C messages print it: `(100,10)`, `(100,)`. */
export function compactShape(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(',')})`;
}

/** A shape as Python prints a tuple: `(100, 10)`; an unknown length is `None`. */
export function shapeText(shape: Shape): string {
  return shape.length === 1
    ? `(${shape[0] ?? 'None'},)`
    : `(${shape.map(length => length ?? 'None').join(', ')})`;
}

/** Number of elements, null when a length is unknown (0 when any is 0). */
export function countOf(shape: Shape): number | null {
  let count: number | null = 1;
  for (const length of shape) {
    if (length === 0) return 0;
    count = count === null || length === null ? null : count * length;
  }
  return count;
}

/** The shape that all broadcast to. `text` makes the message of the error from the shapes. */
export function broadcastShapes(
  shapes: readonly Shape[],
  text: (shapes: readonly Shape[]) => string = operandsText,
  detail: ErrorDetail = {},
): Shape {
  const rank = Math.max(0, ...shapes.map(shape => shape.length));
  const result: (number | null)[] = new Array(rank).fill(1);
  for (const shape of shapes) {
    const shift = rank - shape.length;
    for (let axis = 0; axis < shape.length; axis++) {
      const length = shape[axis];
      const before = result[axis + shift];
      if (length === 1 || length === before) continue;
      if (before === 1) result[axis + shift] = length;
      else if (length !== null && before !== null) throw raise(ValueError, text(shapes), detail);
      // One of the two is unknown: it is 1 or the known one.
      else result[axis + shift] = before ?? length;
    }
  }
  return result;
}

function operandsText(shapes: readonly Shape[]): string {
  return `operands could not be broadcast together with shapes ${shapes.map(compactShape).join(' ')} `;
}

/** Checks that `shape` broadcasts to `target`, for assignments and `out=`. */
export function checkBroadcastInto(shape: Shape, target: Shape): void {
  let extra = shape.length - target.length;
  let axis = 0;
  while (extra > 0 && shape[axis] === 1) {
    axis++;
    extra--;
  }
  const rest = shape.slice(axis);
  const fits =
    rest.length <= target.length &&
    rest.every((length, index) => {
      const wanted = target[target.length - rest.length + index];
      return length === 1 || length === null || wanted === null || length === wanted;
    });
  if (!fits && extra > 0 && shape.slice(axis).includes(null)) return;
  if (!fits) {
    throw raise(
      ValueError,
      `could not broadcast input array from shape ${compactShape(shape)} into shape ${compactShape(target)}`,
    );
  }
}

/** A valid, non-negative axis; AxisError otherwise. */
export function normalizeAxis(axis: number, rank: number, prefix = ''): number {
  if (axis < -rank || axis >= rank) {
    throw raise(AxisError, `${prefix}axis ${axis} is out of bounds for array of dimension ${rank}`);
  }
  return axis < 0 ? axis + rank : axis;
}

/** The shape after reducing over axes (null: over all). */
export function reducedShape(shape: Shape, axes: readonly number[] | null, keepDimensions: boolean): Shape {
  if (axes === null) return keepDimensions ? shape.map(() => 1) : [];
  if (keepDimensions) return shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
  return shape.filter((_, axis) => !axes.includes(axis));
}

/** The shape of `reshape(shape, wanted)`; one entry of `wanted` may be -1. */
export function reshapedShape(shape: Shape, wanted: readonly number[]): Shape {
  const count = countOf(shape);
  const unknown = wanted.filter(length => length < 0).length;
  if (unknown > 1) throw raise(ValueError, 'can only specify one unknown dimension');
  const rest = wanted.reduce((product, length) => (length < 0 ? product : product * length), 1);
  const mismatch = () =>
    raise(ValueError, `cannot reshape array of size ${count} into shape ${compactShape(wanted)}`);
  if (unknown === 0) {
    if (count !== null && count !== rest) throw mismatch();
    return wanted;
  }
  // (None, 8, 8) -> (-1, 64): the unknown length itself, which has no number.
  if (count === null) return wanted.map(length => (length < 0 ? null : length));
  if (rest === 0 || count % rest !== 0) throw mismatch();
  return wanted.map(length => (length < 0 ? count / rest : length));
}

/** The shape of `a @ b`. */
export function matmulShape(a: Shape, b: Shape): Shape {
  const core = '(n?,k),(k,m?)->(n?,m?)';
  const signature = `gufunc signature ${core}`;
  for (const [index, operand] of [a, b].entries()) {
    if (operand.length === 0) {
      throw raise(
        ValueError,
        `matmul: Input operand ${index} does not have enough dimensions (has 0, gufunc core with signature ${core} requires 1)`,
      );
    }
  }
  const inner = a[a.length - 1];
  const innerAxis = b.length === 1 ? 0 : b.length - 2;
  const other = b[innerAxis];
  if (inner !== null && other !== null && inner !== other) {
    throw raise(
      ValueError,
      `matmul: Input operand 1 has a mismatch in its core dimension 0, with ${signature} ` +
        `(size ${other} is different from ${inner})`,
    );
  }
  const batch = broadcastShapes([a.slice(0, -2), b.slice(0, -2)], () => operandsRemapped(a, b));
  const rows = a.length === 1 ? [] : [a[a.length - 2]];
  const columns = b.length === 1 ? [] : [b[b.length - 1]];
  return [...batch, ...rows, ...columns];
}

function operandsRemapped(a: Shape, b: Shape): string {
  const remap = (shape: Shape): string =>
    shape.length > 2 ? `(${[...shape.slice(0, -2), 'newaxis', 'newaxis'].join(',')})` : compactShape(shape);
  const pairs = [a, b].map(shape => `${compactShape(shape)}->${remap(shape)}`).join(' ');
  return `operands could not be broadcast together with remapped shapes [original->remapped]: ${pairs} `;
}

/** The shape of `np.dot(a, b)`. */
export function dotShape(a: Shape, b: Shape): Shape {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const left = a.length - 1;
  const right = b.length === 1 ? 0 : b.length - 2;
  if (a[left] !== null && b[right] !== null && a[left] !== b[right]) {
    throw raise(
      ValueError,
      `shapes ${compactShape(a)} and ${compactShape(b)} not aligned: ${a[left]} (dim ${left}) != ${b[right]} (dim ${right})`,
    );
  }
  return [...a.slice(0, -1), ...b.filter((_, axis) => axis !== right)];
}

/** The shape of concatenating along an axis. */
export function concatenatedShape(shapes: readonly Shape[], axis: number): Shape {
  if (shapes.length === 0) throw raise(ValueError, 'need at least one array to concatenate');
  const [first] = shapes;
  if (first.length === 0) throw raise(ValueError, 'zero-dimensional arrays cannot be concatenated');
  const along = normalizeAxis(axis, first.length);
  const result = [...first];
  for (let index = 1; index < shapes.length; index++) {
    const shape = shapes[index];
    if (shape.length === 0) throw raise(ValueError, 'zero-dimensional arrays cannot be concatenated');
    if (shape.length !== first.length) {
      throw raise(
        ValueError,
        `all the input arrays must have same number of dimensions, but the array at index 0 has ${first.length} ` +
          `dimension(s) and the array at index ${index} has ${shape.length} dimension(s)`,
      );
    }
    for (let dimension = 0; dimension < shape.length; dimension++) {
      const length = shape[dimension];
      const before = result[dimension];
      if (dimension === along) {
        result[dimension] = before === null || length === null ? null : before + length;
      } else if (before === null) result[dimension] = length;
      else if (length !== null && length !== before) {
        throw raise(
          ValueError,
          'all the input array dimensions except for the concatenation axis must match exactly, but along ' +
            `dimension ${dimension}, the array at index 0 has size ${before} and the array at index ${index} ` +
            `has size ${length}`,
        );
      }
    }
  }
  return result;
}

/** The shape of stacking along a new axis. */
export function stackedShape(shapes: readonly Shape[], axis: number): Shape {
  if (shapes.length === 0) throw raise(ValueError, 'need at least one array to stack');
  const merged = [...shapes[0]];
  for (const shape of shapes) {
    const same =
      shape.length === merged.length &&
      shape.every((length, index) => length === null || merged[index] === null || length === merged[index]);
    if (!same) throw raise(ValueError, 'all input arrays must have the same shape');
    for (const [index, length] of shape.entries()) merged[index] ??= length;
  }
  const at = normalizeAxis(axis, merged.length + 1);
  return [...merged.slice(0, at), shapes.length, ...merged.slice(at)];
}

/** The axes of `transpose(axes)` as non-negative numbers. */
export function transposeAxes(rank: number, axes: readonly number[] | null): number[] {
  if (axes === null) return Array.from({ length: rank }, (_, axis) => rank - 1 - axis);
  if (axes.length !== rank) throw raise(ValueError, "axes don't match array");
  const normalized = axes.map(axis => normalizeAxis(axis, rank));
  if (new Set(normalized).size !== rank) throw raise(ValueError, 'repeated axis in transpose');
  return normalized;
}

/** The position an integer index means; IndexError when it lies outside. Unknown lengths accept everything. */
export function normalizeIndex(index: number, length: number | null, axis: number): number {
  if (length === null) return index;
  if (index < -length || index >= length) {
    throw raise(IndexError, `index ${index} is out of bounds for axis ${axis} with size ${length}`);
  }
  return index < 0 ? index + length : index;
}

/** Raises NumPy's error for more indices than dimensions. */
export function tooManyIndices(rank: number, used: number): Error {
  if (rank === 0) {
    return raise(IndexError, `too many indices for array: array is 0-dimensional, but ${used} were indexed`);
  }
  return raise(
    IndexError,
    `too many indices for array: array is ${rank}-dimensional, but ${used} were indexed`,
  );
}

/** The start, step and length that a slice selects from an axis (Python's `slice.indices`). */
export function sliceRange(
  start: number | null,
  stop: number | null,
  step: number | null,
  length: number,
): { start: number; step: number; length: number } {
  const stride = step ?? 1;
  if (stride === 0) throw raise(ValueError, 'slice step cannot be zero');
  const lower = stride < 0 ? -1 : 0;
  const upper = stride < 0 ? length - 1 : length;
  const clip = (value: number | null, fallback: number): number => {
    if (value === null) return fallback;
    return value < 0 ? Math.max(value + length, lower) : Math.min(value, upper);
  };
  const from = clip(start, stride < 0 ? upper : lower);
  const to = clip(stop, stride < 0 ? lower : upper);
  const count = stride < 0 ? Math.ceil((from - to) / -stride) : Math.ceil((to - from) / stride);
  return { start: from, step: stride, length: Math.max(0, count) };
}

/** A shape argument of negative length. */
export function checkShape(shape: readonly number[]): void {
  if (shape.some(length => length < 0)) throw raise(ValueError, 'negative dimensions are not allowed');
  if (shape.length > 32)
    throw raise(ValueError, `maximum supported dimension for an ndarray is 32, found ${shape.length}`);
}
