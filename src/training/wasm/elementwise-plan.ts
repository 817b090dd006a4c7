// What the loop for a group of elementwise operations reads: its axes, its operands, and what each operation takes.
import { storageOf } from '../../graph/dtypes.ts';
import { uniformConstant } from '../../graph/operations/index.ts';
import { broadcastStrides } from '../../graph/reference/elementwise.ts';
import { staticShape } from '../../graph/shapes.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { type ElementwiseStep, sourceOf } from '../host/steps.ts';

/** An operand of the loop: its address parameter and its stride along each loop axis, in elements. */
interface Operand {
  readonly strides: readonly number[];
}

interface Loops {
  readonly dims: readonly number[];
  readonly operands: readonly Operand[];
}

/** Drops axes of size 1 and joins axes along which every operand runs on. */
function collapse(shape: readonly number[], strides: readonly (readonly number[])[]): Loops {
  const dims: number[] = [];
  const kept: number[][] = strides.map(() => []);
  shape.forEach((dim, axis) => {
    if (dim === 1) return;
    const last = dims.length - 1;
    if (last >= 0 && kept.every((list, index) => list[last] === strides[index][axis] * dim)) {
      dims[last] *= dim;
      kept.forEach((list, index) => {
        list[last] = strides[index][axis];
      });
    } else {
      dims.push(dim);
      kept.forEach((list, index) => {
        list.push(strides[index][axis]);
      });
    }
  });
  return { dims, operands: kept.map(list => ({ strides: list })) };
}

/** How a node reads an input: which operand, constant or earlier node. */
export type Reading =
  | { readonly kind: 'node'; readonly index: number }
  | { readonly kind: 'operand'; readonly index: number }
  | { readonly kind: 'constant'; readonly value: number };

export interface GroupPlan {
  readonly loops: Loops;
  readonly operands: readonly Tensor[];
  readonly readings: readonly (readonly Reading[])[];
  readonly key: string;
}

/** An input seen through a reshape broadcasts by the shape at the edge, so operands differ by both. */
export function planGroup(step: ElementwiseStep): GroupPlan {
  const operands: Tensor[] = [];
  const strides: number[][] = [];
  const found = new Map<string, number>();
  const place = new Map(step.nodes.map((node, index) => [node, index]));
  const readings = step.nodes.map(node =>
    node.inputs.map((input): Reading => {
      const inside = place.get(input);
      if (inside !== undefined) return { kind: 'node', index: inside };
      const value = uniformConstant(input);
      if (value !== undefined) return { kind: 'constant', value };
      const shape = staticShape(node.op, input.shape);
      const key = `${sourceOf(input).id}:${shape.join()}`;
      let index = found.get(key);
      if (index === undefined) {
        index = operands.length;
        found.set(key, index);
        operands.push(input);
        strides.push(broadcastStrides(shape, step.shape));
      }
      return { kind: 'operand', index };
    }),
  );
  const own = broadcastStrides(step.shape, step.shape);
  const loops = collapse(step.shape, [...strides, own]);
  const outputs = step.outputs.map(node => place.get(node)).join();
  const storages = operands.map(tensor => storageOf(tensor.dtype));
  const nodes = step.nodes.map((node, index) => [
    node.op === 'wrap' ? `wrap ${node.dtype}` : node.op,
    storageOf(node.dtype),
    node.inputs.map(input => storageOf(input.dtype)),
    readings[index].map(readingKey),
  ]);
  return { loops, operands, readings, key: JSON.stringify(['elementwise', loops, storages, nodes, outputs]) };
}

function readingKey(reading: Reading): string {
  if (reading.kind === 'constant') return Object.is(reading.value, -0) ? 'c-0' : `c${reading.value}`;
  return `${reading.kind}${reading.index}`;
}
