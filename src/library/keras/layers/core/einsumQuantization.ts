/** How the kernel of an EinsumDense layer is kept as int8: along which axes it has one scale, and in which shape. */
import { ops } from '../../../../graph/index.ts';
import type { Dim, Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { einsumParts } from './einsumEquation.ts';

/** Axes of a kernel. */
export interface KernelAxes {
  /** Those summed over, which share a scale. */
  readonly reduced: readonly number[];
  /** The order in which the scale has them, to fit the output. */
  readonly order: readonly number[];
  /** Axes of 1 that the scale has besides. */
  readonly added: readonly number[];
  /** Axes of the kernel that the scale lacks. */
  readonly removed: readonly number[];
}

/** Reads the axes out of an equation; `rank` is the number of axes of the input. */
export function kernelAxes(equation: string, rank: number): KernelAxes {
  const { input, weight, output, elided } = einsumParts(equation);
  // Axes that the equation leaves out get labels of their own.
  const hidden = '0123456789'.slice(0, Math.max(0, rank - input.length));
  const whole = elided === 'left' ? hidden + output : elided === 'right' ? output + hidden : output;
  const labels = [...weight];
  const reduced = labels.flatMap((label, axis) => (whole.includes(label) ? [] : [axis]));
  const free = [...whole].flatMap((label, axis) => (weight.includes(label) ? [] : [axis]));
  const order = [...whole].flatMap(label => (weight.includes(label) ? [weight.indexOf(label)] : []));
  const removed: number[] = [];
  let place = free[0] ?? 0;
  for (const axis of reduced) {
    if (free.length > 0) place = free.shift()!;
    else removed.push(axis);
    order.splice(place, 0, axis);
  }
  return { reduced, order, added: free, removed };
}

/** The shape of the scale for a kernel of this shape. */
export function scaleShape(axes: KernelAxes, kernel: Shape): Dim[] {
  const kept = kernel.map((dim, axis) => (axes.reduced.includes(axis) ? 1 : dim));
  const shape = axes.order.map(axis => kept[axis]);
  for (const axis of [...axes.added].sort((a, b) => a - b)) shape.splice(axis, 0, 1);
  for (const axis of [...axes.removed].sort((a, b) => b - a)) shape.splice(axis, 1);
  return shape;
}

/** A scale that has the kernel's axes, in the order of the output's. */
export function arrangedScale(axes: KernelAxes, scale: Tensor, kernel: Shape): Tensor {
  return ops.reshape(ops.transpose(scale, axes.order), scaleShape(axes, kernel) as number[]);
}

/** The scale with the kernel's axes again. */
export function scaleOfKernel(axes: KernelAxes, scale: Tensor, kernel: Shape): Tensor {
  const kept = kernel.map((dim, axis) => (axes.reduced.includes(axis) ? 1 : dim));
  const arranged = axes.order.map(axis => kept[axis]) as number[];
  const back = axes.order.map((_, axis) => axes.order.indexOf(axis));
  return ops.transpose(ops.reshape(scale, arranged), back);
}

/** The axes of the input that are summed over. */
export function inputAxes(equation: string, rank: number): number[] {
  const { input, output, elided } = einsumParts(equation);
  const offset = elided === 'left' ? Math.max(0, rank - input.length) : 0;
  return [...input].flatMap((label, axis) => (output.includes(label) ? [] : [axis + offset]));
}
