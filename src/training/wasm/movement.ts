// Copies along nested loops: transpose, slice, pad, concat, reverse, gather and scatter.

import { storageOf } from '../../graph/dtypes.ts';
import { collapseCopy, gatherExtents, movementOf, type StridedCopy } from '../../graph/reference/movement.ts';
import type { Tensor } from '../../graph/tensor.ts';
import type { FunctionWriter } from './assembler.ts';
import { i32Type, op, simd } from './instructions.ts';
import type { KernelCall, KernelLibrary } from './kernels.ts';

/** Copies `count` floats between two addresses, exactly; the locals move on past them. */
export function copyRun(f: FunctionWriter, from: number, to: number, count: number): void {
  f.repeat(Math.floor(count / 4), () => {
    f.get(to);
    f.get(from);
    f.vectorAccess(simd.load, 0);
    f.vectorAccess(simd.store, 0);
    f.advance(from, 16);
    f.advance(to, 16);
  });
  for (let index = 0; index < count % 4; index++) {
    f.get(to);
    f.get(from);
    f.access(op.i32Load, index * 4);
    f.access(op.i32Store, index * 4);
  }
  f.advance(from, (count % 4) * 4);
  f.advance(to, (count % 4) * 4);
}

/** A kernel (from, to); offsets are left to the caller. */
export function copyKernel(library: KernelLibrary, copy: StridedCopy): number {
  const { dims, from, to } = collapseCopy(copy);
  return library.kernel(`copy ${dims} ${from} ${to}`, 2, f => {
    const loop = (axis: number): void => {
      if (axis === dims.length) {
        f.get(1);
        f.get(0);
        f.access(op.i32Load, 0);
        f.access(op.i32Store, 0);
        return;
      }
      const last = axis === dims.length - 1;
      if (last && from[axis] === 1 && to[axis] === 1) {
        copyRun(f, 0, 1, dims[axis]);
        f.advance(0, -4 * dims[axis]);
        f.advance(1, -4 * dims[axis]);
        return;
      }
      f.repeat(dims[axis], () => {
        loop(axis + 1);
        f.advance(0, 4 * from[axis]);
        f.advance(1, 4 * to[axis]);
      });
      f.advance(0, -4 * from[axis] * dims[axis]);
      f.advance(1, -4 * to[axis] * dims[axis]);
    };
    if (!dims.includes(0)) loop(0);
  });
}

/** A kernel (to) that writes one value everywhere. */
export function fillKernel(library: KernelLibrary, size: number, value: number, float: boolean): number {
  return library.kernel(`fill ${size} ${Object.is(value, -0) ? '-0' : value} ${float}`, 1, f => {
    if (size === 0) return;
    if (value === 0 && !Object.is(value, -0)) {
      f.get(0);
      f.i32(0);
      f.i32(size * 4);
      f.emit(0xfc, 0x0b, 0);
      return;
    }
    f.repeat(Math.ceil(size / 4), () => {
      f.get(0);
      if (float) f.constF32(value);
      else f.constI32(value);
      f.vectorAccess(simd.store, 0);
      f.advance(0, 16);
    });
  });
}

/** Calls for a moving operation, or null for other operations. */
export function callMovement(
  library: KernelLibrary,
  node: Tensor,
  address: (tensor: Tensor) => number,
): KernelCall[] | null {
  const movement = movementOf(node);
  if (movement === null) return null;
  const calls: KernelCall[] = [];
  const target = address(node);
  if (movement.fill !== null) {
    const size = node.shape.reduce<number>((total, dim) => total * (dim as number), 1);
    const float = storageOf(node.dtype) === 'float32';
    calls.push({ kernel: fillKernel(library, size, movement.fill, float), arguments: [target] });
  }
  for (const { input, copy } of movement.copies) {
    const from = address(node.inputs[input]) + 4 * copy.fromOffset;
    calls.push({ kernel: copyKernel(library, copy), arguments: [from, target + 4 * copy.toOffset] });
  }
  return calls;
}

/** Rows by index: kernel (x, indices, out). */
export function callGather(
  library: KernelLibrary,
  node: Tensor,
  address: (tensor: Tensor) => number,
): KernelCall[] {
  const { outer, dim, count, inner } = gatherExtents(node);
  const kernel = library.kernel(`gather ${outer} ${dim} ${count} ${inner}`, 3, f => {
    if (outer * count * inner === 0) return;
    const [x, indices, out] = [0, 1, 2];
    const index = f.local(i32Type);
    const from = f.local(i32Type);
    f.repeat(outer, () => {
      f.repeat(count, () => {
        f.get(indices);
        f.access(op.i32Load, 0);
        f.tee(index);
        f.i32(dim);
        f.emit(op.i32LtU, 0x04, 0x40);
        rowAddress(f, x, index, inner);
        f.set(from);
        copyRun(f, from, out, inner);
        f.emit(0x05);
        f.get(out);
        f.i32(0);
        f.i32(inner * 4);
        f.emit(0xfc, 0x0b, 0);
        f.advance(out, inner * 4);
        f.emit(op.end);
        f.advance(indices, 4);
      });
      f.advance(indices, -4 * count);
      f.advance(x, dim * inner * 4);
    });
  });
  return [{ kernel, arguments: [...node.inputs.map(address), address(node)] }];
}

function rowAddress(f: FunctionWriter, base: number, index: number, inner: number): void {
  f.get(base);
  f.get(index);
  f.i32(inner * 4);
  f.emit(op.i32Mul, op.i32Add);
}

/** Rows of floats added up in places by index. */
export function callScatterSum(
  library: KernelLibrary,
  node: Tensor,
  address: (tensor: Tensor) => number,
): KernelCall[] | null {
  if (storageOf(node.dtype) !== 'float32') return null;
  const { outer, dim, inner } = gatherExtents(node);
  const fill = fillKernel(library, outer * dim * inner, 0, true);
  return [
    { kernel: fill, arguments: [address(node)] },
    { kernel: addRows(library, node), arguments: [...node.inputs.map(address), address(node)] },
  ];
}

/** Rows added to a table: to the table itself where the result lies in its place. */
export function callScatterAdd(
  library: KernelLibrary,
  node: Tensor,
  address: (tensor: Tensor) => number,
): KernelCall[] | null {
  if (storageOf(node.dtype) !== 'float32') return null;
  const { dim, inner } = gatherExtents(node);
  const [from, indices, updates] = node.inputs.map(address);
  const to = address(node);
  const add = { kernel: addRows(library, node), arguments: [indices, updates, to] };
  if (from === to) return [add];
  const whole = { dims: [dim * inner], from: [1], fromOffset: 0, to: [1], toOffset: 0 };
  return [{ kernel: copyKernel(library, whole), arguments: [from, to] }, add];
}

/** A kernel (indices, updates, out) that adds rows of floats to places by index. */
function addRows(library: KernelLibrary, node: Tensor): number {
  const { outer, dim, count, inner } = gatherExtents(node);
  return library.kernel(`scatter ${outer} ${dim} ${count} ${inner}`, 3, f => {
    if (outer * count * inner === 0) return;
    const [indices, updates, out] = [0, 1, 2];
    const index = f.local(i32Type);
    const to = f.local(i32Type);
    f.repeat(outer, () => {
      f.repeat(count, () => {
        f.get(indices);
        f.access(op.i32Load, 0);
        f.tee(index);
        f.i32(dim);
        f.emit(op.i32LtU, 0x04, 0x40);
        rowAddress(f, out, index, inner);
        f.set(to);
        addRun(f, updates, to, inner);
        f.advance(updates, -inner * 4);
        f.emit(op.end);
        f.advance(indices, 4);
        f.advance(updates, inner * 4);
      });
      f.advance(indices, -4 * count);
      f.advance(out, dim * inner * 4);
    });
  });
}

/** Adds `count` floats to those at another address, exactly; the locals move on past them. */
export function addRun(f: FunctionWriter, from: number, to: number, count: number): void {
  f.repeat(Math.floor(count / 4), () => {
    f.get(to);
    f.get(to);
    f.vectorAccess(simd.load, 0);
    f.get(from);
    f.vectorAccess(simd.load, 0);
    f.simd(simd.f32Add);
    f.vectorAccess(simd.store, 0);
    f.advance(from, 16);
    f.advance(to, 16);
  });
  for (let index = 0; index < count % 4; index++) {
    f.get(to);
    f.get(to);
    f.access(op.f32Load, index * 4);
    f.get(from);
    f.access(op.f32Load, index * 4);
    f.emit(op.f32Add);
    f.access(op.f32Store, index * 4);
  }
  f.advance(from, (count % 4) * 4);
  f.advance(to, (count % 4) * 4);
}
