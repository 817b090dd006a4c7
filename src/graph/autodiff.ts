// Reverse-mode differentiation: gradients as further tensors of the same graph.
import { isFloating } from './dtypes.ts';
import { add, concat, matmul, operationOf } from './operations/index.ts';
import { type Origin, setOrigin } from './origin.ts';
import { topologicalOrder } from './program.ts';
import { ShapeError, staticShape } from './shapes.ts';
import { attributesOf, constant, type Tensor } from './tensor.ts';

/** An operation on the way from the loss that has no derivative. */
export class GradientError extends Error {
  readonly operation: string;
  readonly origin: Origin;
  /** `options.cause`: the shape error behind it, if that is the reason. */
  constructor(operation: string, origin: Origin, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GradientError';
    this.operation = operation;
    this.origin = origin;
  }
}

/**
 * Gradients of the sum of `loss` with respect to each tensor, null where it does not depend on it. The rules
 * are graph operations, so gradients of gradients work the same way.
 */
export function gradients(
  loss: Tensor,
  wrt: readonly Tensor[],
  upstream?: Tensor,
  passes?: (tensor: Tensor) => boolean,
): (Tensor | null)[] {
  const gradient = () => upstream ?? constant(1, staticShape('gradient', loss.shape), loss.dtype);
  return gradientsOf([{ value: loss, gradient }], wrt, passes);
}

/** A tensor and how much each of its elements counts. */
export interface Root {
  readonly value: Tensor;
  readonly gradient: () => Tensor;
}

/**
 * The same for several tensors, with given gradients, whose effects add up. `passes`: through which operations they go;
 * left out for all.
 */
export function gradientsOf(
  roots: readonly Root[],
  wrt: readonly Tensor[],
  passes: (tensor: Tensor) => boolean = () => true,
): (Tensor | null)[] {
  const order = topologicalOrder(roots.map(root => root.value));
  const relevant = new Set<Tensor>(wrt);
  for (const tensor of order) {
    if (passes(tensor) && tensor.inputs.some(input => relevant.has(input))) relevant.add(tensor);
  }
  const found = new Map<Tensor, Tensor[]>();
  for (const { value, gradient } of roots) {
    if (relevant.has(value)) found.set(value, [...(found.get(value) ?? []), gradient()]);
  }
  for (let index = order.length - 1; index >= 0; index--) {
    const tensor = order[index];
    const parts = found.get(tensor);
    if (parts === undefined || tensor.inputs.length === 0) continue;
    if (!tensor.inputs.some(input => relevant.has(input)) || !passes(tensor)) continue;
    const gradient = total(parts);
    found.set(tensor, [gradient]);
    propagate(tensor, gradient, relevant, found);
  }
  return wrt.map(tensor => {
    const parts = found.get(tensor);
    return parts === undefined ? null : total(parts);
  });
}

/** A part that is zero except for one stretch of one axis, as slices give it. */
interface Stretch {
  readonly axis: number;
  readonly start: number;
  readonly end: number;
  readonly content: Tensor;
}

function stretchOf(part: Tensor): Stretch | null {
  if (part.op !== 'pad') return null;
  const { padding, value } = attributesOf(part, 'pad');
  const axes = padding.flatMap(([before, after], axis) => (before !== 0 || after !== 0 ? [axis] : []));
  const axis = axes[0];
  if (value !== 0 || axes.length !== 1 || padding[axis][0] < 0 || padding[axis][1] < 0) return null;
  const content = part.inputs[0];
  return { axis, start: padding[axis][0], end: padding[axis][0] + (content.shape[axis] as number), content };
}

/** Whether a part is the gradient of a weight matrix: x transposed by a gradient. */
function isWeightProduct(part: Tensor): boolean {
  if (part.op !== 'matmul' || part.inputs.some(input => input.shape.length !== 2)) return false;
  const { transposeA, transposeB } = attributesOf(part, 'matmul');
  return transposeA && !transposeB;
}

/** The two factors of a weight's gradient, left transposed by right; null for other tensors. */
export function weightFactors(part: Tensor): { left: Tensor; right: Tensor } | null {
  return isWeightProduct(part) ? { left: part.inputs[0], right: part.inputs[1] } : null;
}

/** A weight used at every time step: its products add up to one product of all steps' rows. */
function joinProducts(parts: readonly Tensor[]): readonly Tensor[] {
  const products = parts.filter(isWeightProduct);
  if (products.length < 2) return parts;
  const [left, right] = [0, 1].map(side =>
    concat(
      products.map(product => product.inputs[side]),
      0,
    ),
  );
  return [matmul(left, right, { transposeA: true }), ...parts.filter(part => !products.includes(part))];
}

/** The sum of the parts, joined where that is less work; stretches beside each other become one concatenation instead of padded sums. */
function total(given: readonly Tensor[]): Tensor {
  const parts = joinProducts(given);
  const stretches = parts.map(stretchOf);
  const first = stretches.find(stretch => stretch !== null);
  const same = stretches.filter(stretch => stretch !== null && stretch.axis === first?.axis) as Stretch[];
  same.sort((a, b) => a.start - b.start);
  const apart = same.every((stretch, index) => index === 0 || stretch.start >= same[index - 1].end);
  if (same.length < 2 || !apart) return parts.reduce((sum, part) => add(sum, part));
  const rest = parts.filter(
    (_, index) => stretches[index] === null || stretches[index]?.axis !== first?.axis,
  );
  return [lineUp(same, staticShape('gradient', parts[0].shape)), ...rest].reduce((sum, part) =>
    add(sum, part),
  );
}

/** Stretches in order with zeros in the gaps. */
function lineUp(stretches: readonly Stretch[], shape: readonly number[]): Tensor {
  const { axis } = stretches[0];
  const { dtype } = stretches[0].content;
  const pieces: Tensor[] = [];
  let end = 0;
  const gap = (until: number) => {
    if (until > end)
      pieces.push(
        constant(
          0,
          shape.map((dim, index) => (index === axis ? until - end : dim)),
          dtype,
        ),
      );
  };
  for (const stretch of stretches) {
    gap(stretch.start);
    pieces.push(stretch.content);
    end = stretch.end;
  }
  gap(shape[axis]);
  return concat(pieces, axis);
}

function propagate(
  tensor: Tensor,
  gradient: Tensor,
  relevant: ReadonlySet<Tensor>,
  found: Map<Tensor, Tensor[]>,
): void {
  const { gradient: rule } = operationOf(tensor.op);
  if (rule === 'none') {
    if (tensor.op === 'maxPoolGradient') {
      throw new GradientError(tensor.op, tensor.origin, 'max pooling has no second derivative here');
    }
    return;
  }
  const previous = setOrigin(tensor.origin);
  try {
    const wanted = tensor.inputs.map(input => relevant.has(input) && isFloating(input.dtype));
    rule(tensor, gradient, wanted).forEach((part, position) => {
      const input = tensor.inputs[position];
      if (part === null || !wanted[position]) return;
      const parts = found.get(input);
      if (parts === undefined) found.set(input, [part]);
      else parts.push(part);
    });
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw new GradientError(tensor.op, tensor.origin, error.message, { cause: error });
  } finally {
    setOrigin(previous);
  }
}
