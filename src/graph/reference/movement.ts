// Kernels that move elements: transpose, concat, slice, pad, reverse, gather and scatter.
import type { OperationName } from '../attributes.ts';
import { staticShape, stridesOf } from '../shapes.ts';
import { attributesOf, type Tensor } from '../tensor.ts';
import type { Kernel } from './kernel.ts';

/** A copy between two arrays along nested loops; strides and offsets are in elements. */
export interface StridedCopy {
  readonly dims: readonly number[];
  readonly from: readonly number[];
  readonly fromOffset: number;
  readonly to: readonly number[];
  readonly toOffset: number;
}

/** The copies that make up a movement, from input number `input`, and what fills the rest first. */
export interface Movement {
  readonly fill: number | null;
  readonly copies: readonly { readonly input: number; readonly copy: StridedCopy }[];
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((total, value, axis) => total + value * b[axis], 0);

/** How a moving operation copies; null for operations that do more than move. */
export function movementOf(node: Tensor): Movement | null {
  const out = staticShape(node.op, node.shape);
  const shape = staticShape(node.op, node.inputs[0]?.shape ?? []);
  const [from, to] = [stridesOf(shape), stridesOf(out)];
  const one = (copy: StridedCopy, fill: number | null = null): Movement => ({
    fill,
    copies: [{ input: 0, copy }],
  });
  switch (node.op) {
    case 'transpose': {
      const { permutation } = attributesOf(node, 'transpose');
      return one({ dims: out, from: permutation.map(axis => from[axis]), fromOffset: 0, to, toOffset: 0 });
    }
    case 'slice': {
      const { begin, strides } = attributesOf(node, 'slice');
      const steps = from.map((stride, axis) => stride * strides[axis]);
      return one({ dims: out, from: steps, fromOffset: dot(begin, from), to, toOffset: 0 });
    }
    case 'reverse': {
      const { axes } = attributesOf(node, 'reverse');
      const turned = from.map((stride, axis) => (axes.includes(axis) ? -stride : stride));
      const fromOffset = axes.reduce((total, axis) => total + (shape[axis] - 1) * from[axis], 0);
      return one({ dims: out, from: turned, fromOffset, to, toOffset: 0 });
    }
    case 'pad': {
      const { padding, value } = attributesOf(node, 'pad');
      const skip = padding.map(([before]) => Math.max(0, -before));
      const dims = shape.map((dim, axis) => dim - skip[axis] - Math.max(0, -padding[axis][1]));
      const toOffset = dot(
        padding.map(([before]) => Math.max(0, before)),
        to,
      );
      const grows = padding.some(([before, after]) => before > 0 || after > 0);
      return one({ dims, from, fromOffset: dot(skip, from), to, toOffset }, grows ? value : null);
    }
    case 'concat': {
      const { axis } = attributesOf(node, 'concat');
      let start = 0;
      const copies = node.inputs.map((tensor, input) => {
        const dims = staticShape('concat', tensor.shape);
        const copy = { dims, from: stridesOf(dims), fromOffset: 0, to, toOffset: start * to[axis] };
        start += dims[axis];
        return { input, copy };
      });
      return { fill: null, copies };
    }
    default:
      return null;
  }
}

/** The same copy with axes of size 1 dropped and axes that run on from each other joined. */
export function collapseCopy(copy: StridedCopy): StridedCopy {
  const dims: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  copy.dims.forEach((dim, axis) => {
    if (dim === 1) return;
    const last = dims.length - 1;
    if (last >= 0 && from[last] === copy.from[axis] * dim && to[last] === copy.to[axis] * dim) {
      dims[last] *= dim;
      from[last] = copy.from[axis];
      to[last] = copy.to[axis];
    } else {
      dims.push(dim);
      from.push(copy.from[axis]);
      to.push(copy.to[axis]);
    }
  });
  return { ...copy, dims, from, to };
}

const move: Kernel = node => {
  const movement = movementOf(node) as Movement;
  const copies = movement.copies.map(({ input, copy }) => ({ input, copy: collapseCopy(copy) }));
  return (inputs, out) => {
    if (movement.fill !== null) out.fill(movement.fill);
    for (const { input, copy } of copies) {
      if (copy.dims.includes(0)) continue;
      const source = inputs[input];
      const visit = (axis: number, from: number, to: number): void => {
        if (axis === copy.dims.length) {
          out[to] = source[from];
          return;
        }
        const [dim, step, stride] = [copy.dims[axis], copy.from[axis], copy.to[axis]];
        if (axis === copy.dims.length - 1) {
          for (let index = 0; index < dim; index++) out[to + index * stride] = source[from + index * step];
        } else {
          for (let index = 0; index < dim; index++) visit(axis + 1, from + index * step, to + index * stride);
        }
      };
      visit(0, copy.fromOffset, copy.toOffset);
    }
  };
};

const product = (dims: readonly number[]) => dims.reduce((total, dim) => total * dim, 1);

/** Extents of a gather: entries before the axis, the axis, how many indices, entries after. */
export function gatherExtents(node: Tensor): { outer: number; dim: number; count: number; inner: number } {
  if (node.op === 'gather') {
    const shape = staticShape('gather', node.inputs[0].shape);
    const { axis } = attributesOf(node, 'gather');
    const count = product(staticShape('gather', node.inputs[1].shape));
    return {
      outer: product(shape.slice(0, axis)),
      dim: shape[axis],
      count,
      inner: product(shape.slice(axis + 1)),
    };
  }
  if (node.op === 'scatterAdd') {
    const [dim, ...row] = staticShape('scatterAdd', node.shape);
    const count = product(staticShape('scatterAdd', node.inputs[1].shape));
    return { outer: 1, dim, count, inner: product(row) };
  }
  const { axis, size } = attributesOf(node, 'scatterSum');
  const count = product(staticShape('scatterSum', node.inputs[0].shape));
  const shape = staticShape('scatterSum', node.shape);
  return { outer: product(shape.slice(0, axis)), dim: size, count, inner: product(shape.slice(axis + 1)) };
}

const gather: Kernel = node => {
  const { outer, dim, count, inner } = gatherExtents(node);
  return ([x, indices], out) => {
    for (let row = 0; row < outer; row++) {
      for (let place = 0; place < count; place++) {
        const index = indices[place];
        const to = (row * count + place) * inner;
        if (index < 0 || index >= dim) out.fill(0, to, to + inner);
        else {
          const from = (row * dim + index) * inner;
          for (let cell = 0; cell < inner; cell++) out[to + cell] = x[from + cell];
        }
      }
    }
  };
};

const scatterSum: Kernel = node => {
  const add = addRows(node);
  return ([indices, updates], out) => {
    out.fill(0);
    add([indices, updates], out);
  };
};

const scatterAdd: Kernel = node => {
  const add = addRows(node);
  return ([x, indices, updates], out) => {
    if (x !== out) out.set(x);
    add([indices, updates], out);
  };
};

/** Adds rows to what the output holds. */
const addRows: Kernel = node => {
  const { outer, dim, count, inner } = gatherExtents(node);
  return ([indices, updates], out) => {
    for (let row = 0; row < outer; row++) {
      for (let place = 0; place < count; place++) {
        const index = indices[place];
        if (index < 0 || index >= dim) continue;
        const from = (row * count + place) * inner;
        const to = (row * dim + index) * inner;
        for (let cell = 0; cell < inner; cell++) out[to + cell] += updates[from + cell];
      }
    }
  };
};

export const movementKernels: ReadonlyMap<OperationName, Kernel> = new Map<OperationName, Kernel>([
  ['transpose', move],
  ['slice', move],
  ['reverse', move],
  ['pad', move],
  ['concat', move],
  ['gather', gather],
  ['scatterSum', scatterSum],
  ['scatterAdd', scatterAdd],
]);
