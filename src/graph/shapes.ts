// Shapes with unknown dimensions: printing, broadcasting, and the error that a shape rule raises.

/** One dimension: its size, or null where it is not known before data arrives (a batch). */
export type Dim = number | null;
export type Shape = readonly Dim[];

/** What does not fit, for those who say it in other words. */
export type ShapeProblem =
  | {
      readonly kind: 'broadcast';
      readonly shapes: readonly [Shape, Shape];
      readonly sizes: readonly [Dim, Dim];
    }
  | {
      readonly kind: 'product';
      readonly shapes: readonly [Shape, Shape];
      readonly sizes: readonly [Dim, Dim];
    }
  | { readonly kind: 'axis'; readonly axis: number; readonly rank: number }
  | { readonly kind: 'reshape'; readonly from: Shape; readonly to: Shape }
  | { readonly kind: 'concat'; readonly shapes: readonly Shape[]; readonly axis: number }
  | { readonly kind: 'squeeze'; readonly shape: Shape; readonly axis: number }
  | { readonly kind: 'split'; readonly shape: Shape; readonly axis: number; readonly parts: number }
  | { readonly kind: 'index'; readonly index: number; readonly axis: number; readonly size: number };

/** A shape rule that does not hold; `operation` is the primitive or builder that refused. */
export class ShapeError extends Error {
  readonly operation: string;
  readonly problem: ShapeProblem | null;
  constructor(operation: string, message: string, problem: ShapeProblem | null = null) {
    super(`${operation}: ${message}`);
    this.name = 'ShapeError';
    this.operation = operation;
    this.problem = problem;
  }
}

/** What is asked for depends on sizes that are not known before data arrives, or is not provided: no mistake of a program. */
export class UnknownShape extends ShapeError {}

/** A shape as Python prints it: `(None, 3)`, `(5,)`, `()`. */
export function formatShape(shape: Shape): string {
  const dims = shape.map(dim => (dim === null ? 'None' : String(dim)));
  return dims.length === 1 ? `(${dims[0]},)` : `(${dims.join(', ')})`;
}

/** Number of elements, or null when a dimension is unknown. */
export function sizeOf(shape: Shape): Dim {
  let size = 1;
  for (const dim of shape) {
    if (dim === null) return shape.includes(0) ? 0 : null;
    size *= dim;
  }
  return size;
}

export function isStatic(shape: Shape): shape is readonly number[] {
  return !shape.includes(null);
}

/** The shape with every dimension known; throws where one is not. */
export function staticShape(operation: string, shape: Shape): readonly number[] {
  if (isStatic(shape)) return shape;
  throw new UnknownShape(operation, `needs a fully known shape, received ${formatShape(shape)}`);
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((dim, index) => dim === b[index]);
}

/** Whether two dimensions can be the same one: equal, or one of them unknown. */
export function dimsAgree(a: Dim, b: Dim): boolean {
  return a === null || b === null || a === b;
}

/** NumPy's broadcasting rule; an unknown dimension meets a known one above 1 as that one. */
export function broadcastShapes(operation: string, a: Shape, b: Shape): Dim[] {
  const rank = Math.max(a.length, b.length);
  const result: Dim[] = [];
  for (let index = 0; index < rank; index++) {
    const left = index < rank - a.length ? 1 : a[index - rank + a.length];
    const right = index < rank - b.length ? 1 : b[index - rank + b.length];
    if (left === 1) result.push(right);
    else if (right === 1 || left === right) result.push(left);
    else if (left === null) result.push(right);
    else if (right === null) result.push(left);
    else {
      throw new ShapeError(
        operation,
        `shapes ${formatShape(a)} and ${formatShape(b)} do not broadcast: ${left} against ${right}`,
        { kind: 'broadcast', shapes: [a, b], sizes: [left, right] },
      );
    }
  }
  return result;
}

/** An axis counted from the front; negative ones count from the back. */
export function normalizeAxis(operation: string, axis: number, rank: number): number {
  if (!Number.isInteger(axis) || axis < -rank || axis >= rank) {
    throw new ShapeError(operation, `axis ${axis} is out of bounds for ${rank} dimensions`, {
      kind: 'axis',
      axis,
      rank,
    });
  }
  return axis < 0 ? axis + rank : axis;
}

/** Axes counted from the front, sorted, each once; all of them when none are given. */
export function normalizeAxes(
  operation: string,
  axes: number | readonly number[] | null | undefined,
  rank: number,
): number[] {
  if (axes === null || axes === undefined) return Array.from({ length: rank }, (_, index) => index);
  const list = typeof axes === 'number' ? [axes] : axes;
  const normalized = list.map(axis => normalizeAxis(operation, axis, rank)).sort((a, b) => a - b);
  if (new Set(normalized).size !== normalized.length) throw new ShapeError(operation, 'repeated axis');
  return normalized;
}

/** Row-major strides, in elements. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis];
  }
  return strides;
}
