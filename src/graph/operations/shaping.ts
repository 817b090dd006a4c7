// Changing a tensor's shape or the order of its axes without changing its elements.
import {
  broadcastShapes,
  type Dim,
  formatShape,
  isStatic,
  normalizeAxis,
  type Shape,
  ShapeError,
  sameShape,
  sizeOf,
  staticShape,
} from '../shapes.ts';
import { attributesOf, Tensor } from '../tensor.ts';
import { unbroadcast } from './binary.ts';
import { abstractValue, apply, defineOperation, type Operand, toTensor } from './registry.ts';

function fixedShape(
  name: 'reshape' | 'broadcastTo',
  documentation: string,
  back: (g: Tensor, x: Tensor) => Tensor,
): void {
  defineOperation({
    name,
    documentation,
    gradient: (output, gradient) => [back(gradient, output.inputs[0])],
    infer() {
      throw new ShapeError(name, 'takes its shape from its builder');
    },
  });
}

fixedShape('reshape', 'The same elements in row-major order under another shape.', (g, x) =>
  reshape(g, staticShape('reshape', x.shape)),
);
fixedShape('broadcastTo', 'Repeats along axes of size 1 and new leading axes.', (g, x) =>
  unbroadcast(g, x.shape),
);

/** The shape that `target` stands for: at most one -1, known sizes checked against the input's. */
function resolveReshape(from: Shape, target: readonly Dim[]): Dim[] {
  const wild = target.indexOf(-1);
  if (wild !== target.lastIndexOf(-1)) throw new ShapeError('reshape', 'only one dimension can be -1');
  const total = sizeOf(from);
  const rest = sizeOf(target.filter(dim => dim !== -1));
  const complaint = () =>
    new ShapeError(
      'reshape',
      `cannot reshape ${formatShape(from)} (${total} elements) into ${formatShape(target)}`,
      { kind: 'reshape', from, to: target },
    );
  if (wild < 0) {
    if (total !== null && rest !== null && total !== rest) throw complaint();
    const holes = target.filter(dim => dim === null).length;
    if (total !== null && holes === 1) {
      const known = sizeOf(target.filter(dim => dim !== null)) as number;
      if (known > 0 && total % known !== 0) throw complaint();
      return target.map(dim => (dim === null ? total / known : dim));
    }
    return [...target];
  }
  if (total === null || rest === null) {
    const filled = cancelUnknown(from, target);
    return target.map(dim => (dim === -1 ? filled : dim));
  }
  if (rest === 0 ? total !== 0 : total % rest !== 0) throw complaint();
  return target.map(dim => (dim === -1 ? (rest === 0 ? 0 : total / rest) : dim));
}

/** What -1 stands for when both shapes have one unknown dimension, taken to be the same one (a batch). */
function cancelUnknown(from: Shape, target: readonly Dim[]): Dim {
  const left = from.filter(dim => dim === null).length;
  const right = target.filter(dim => dim === null).length;
  if (left !== 1 || right !== 1) return null;
  const total = sizeOf(from.filter(dim => dim !== null)) as number;
  const rest = sizeOf(target.filter(dim => dim !== null && dim !== -1)) as number;
  if (rest === 0 || total % rest !== 0) {
    throw new ShapeError('reshape', `cannot reshape ${formatShape(from)} into ${formatShape(target)}`, {
      kind: 'reshape',
      from,
      to: target,
    });
  }
  return total / rest;
}

export function reshape(x: Operand, shape: readonly Dim[]): Tensor {
  const tensor = toTensor(x);
  const resolved = resolveReshape(tensor.shape, shape);
  if (sameShape(resolved, tensor.shape)) return tensor;
  return new Tensor('reshape', [tensor], {}, resolved, tensor.dtype);
}

export function flatten(x: Tensor): Tensor {
  return reshape(x, [-1]);
}

export function broadcastTo(x: Operand, shape: readonly Dim[]): Tensor {
  const tensor = toTensor(x);
  const result = broadcastShapes('broadcastTo', tensor.shape, shape);
  if (
    shape.length < tensor.shape.length ||
    result.some((dim, axis) => dim !== shape[axis] && shape[axis] !== null)
  ) {
    throw new ShapeError(
      'broadcastTo',
      `${formatShape(tensor.shape)} does not broadcast to ${formatShape(shape)}`,
    );
  }
  if (sameShape(result, tensor.shape) && isStatic(result)) return tensor;
  return new Tensor('broadcastTo', [tensor], {}, result, tensor.dtype);
}

defineOperation({
  name: 'transpose',
  documentation: 'Axes in another order.',
  infer: ([x], { permutation }) => ({ shape: permutation.map(axis => x.shape[axis]), dtype: x.dtype }),
  gradient(output, gradient) {
    const { permutation } = attributesOf(output, 'transpose');
    return [
      transpose(
        gradient,
        permutation.map((_, axis) => permutation.indexOf(axis)),
      ),
    ];
  },
});

/** Axes in the given order; reversed when none is given. */
export function transpose(x: Tensor, permutation?: readonly number[] | null): Tensor {
  const rank = x.shape.length;
  const order = (permutation ?? x.shape.map((_, axis) => rank - 1 - axis)).map(axis =>
    normalizeAxis('transpose', axis, rank),
  );
  if (order.length !== rank || new Set(order).size !== rank) {
    throw new ShapeError(
      'transpose',
      `axes [${order.join(', ')}] do not name each of ${rank} dimensions once`,
    );
  }
  if (order.every((axis, index) => axis === index)) return x;
  return apply('transpose', [x], { permutation: order });
}

export function moveAxis(x: Tensor, from: number, to: number): Tensor {
  const rank = x.shape.length;
  const source = normalizeAxis('moveAxis', from, rank);
  const order = x.shape.map((_, axis) => axis).filter(axis => axis !== source);
  order.splice(normalizeAxis('moveAxis', to, rank), 0, source);
  return transpose(x, order);
}

export function swapAxes(x: Tensor, first: number, second: number): Tensor {
  const rank = x.shape.length;
  const [a, b] = [normalizeAxis('swapAxes', first, rank), normalizeAxis('swapAxes', second, rank)];
  return transpose(
    x,
    x.shape.map((_, axis) => (axis === a ? b : axis === b ? a : axis)),
  );
}

export function expandDims(x: Operand, axis: number | readonly number[]): Tensor {
  const tensor = toTensor(x);
  const list = typeof axis === 'number' ? [axis] : axis;
  const rank = tensor.shape.length + list.length;
  const places = list.map(item => normalizeAxis('expandDims', item, rank));
  const shape: Dim[] = [];
  let next = 0;
  for (let index = 0; index < rank; index++) shape.push(places.includes(index) ? 1 : tensor.shape[next++]);
  return reshapeFreely(tensor, shape);
}

/** Drops the given axes of size 1, or all of them. */
export function squeeze(x: Tensor, axis?: number | readonly number[] | null): Tensor {
  const rank = x.shape.length;
  const list =
    axis === null || axis === undefined
      ? x.shape.flatMap((dim, index) => (dim === 1 ? [index] : []))
      : (typeof axis === 'number' ? [axis] : axis).map(item => normalizeAxis('squeeze', item, rank));
  for (const item of list) {
    if (x.shape[item] !== 1 && x.shape[item] !== null) {
      throw new ShapeError('squeeze', `axis ${item} of ${formatShape(x.shape)} is not of size 1`, {
        kind: 'squeeze',
        shape: x.shape,
        axis: item,
      });
    }
  }
  return reshapeFreely(
    x,
    x.shape.filter((_, index) => !list.includes(index)),
  );
}

/** A reshape whose unknown dimensions stay what they were. */
function reshapeFreely(x: Tensor, shape: readonly Dim[]): Tensor {
  return sameShape(shape, x.shape) ? x : new Tensor('reshape', [x], {}, shape, x.dtype);
}

/** Repeats the whole tensor along each axis. */
export function tile(x: Tensor, repeats: readonly number[]): Tensor {
  const rank = Math.max(x.shape.length, repeats.length);
  const counts = [...new Array<number>(rank - repeats.length).fill(1), ...repeats];
  const from: Dim[] = [...new Array<number>(rank - x.shape.length).fill(1), ...x.shape];
  const shape = from.map((dim, axis) =>
    dim === null ? (counts[axis] === 0 ? 0 : null) : dim * counts[axis],
  );
  if (!isStatic(from)) {
    if (counts.every(count => count === 1)) return reshapeFreely(x, from);
    return abstractValue('tile', [x], shape, x.dtype);
  }
  const split = from.flatMap(dim => [1, dim]);
  const wide = from.flatMap((dim, axis) => [counts[axis], dim]);
  return reshape(broadcastTo(reshape(x, split), wide), shape);
}

/** Repeats each element along an axis. */
export function repeat(x: Tensor, count: number, axis: number): Tensor {
  const along = normalizeAxis('repeat', axis, x.shape.length);
  const shape = x.shape.map((dim, index) => (index === along && dim !== null ? dim * count : dim));
  if (!isStatic(x.shape)) return abstractValue('repeat', [x], shape, x.dtype);
  const wide = x.shape.flatMap((dim, index) => (index === along ? [dim, count] : [dim]));
  return reshape(broadcastTo(expandDims(x, along + 1), wide), shape);
}
