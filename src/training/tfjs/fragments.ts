// Fused elementwise steps as programs of a shading language: one program for each value that is needed outside.
import * as tf from '@tensorflow/tfjs-core';
import type { OperationName } from '../../graph/attributes.ts';
import { uniformConstant } from '../../graph/operations/index.ts';
import { sameShape, staticShape } from '../../graph/shapes.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { type ElementwiseStep, sourceOf } from '../host/steps.ts';
import type { FusedKernel } from './executable.ts';
import { deviceKernel, deviceType } from './kernels.ts';

/** How a shading language writes what steps are made of. */
export interface Dialect {
  /** Expressions of `x`; what is missing cannot be fused. */
  readonly unary: Partial<Record<OperationName, string>>;
  /** Expressions of `a` and `b`. */
  readonly binary: Partial<Record<OperationName, string>>;
  /** The most tensors that every device reads in one program. */
  readonly inputLimit: number;
  /** 1 or 0 for a condition. */
  truth(condition: string): string;
  select(condition: string, a: string, b: string): string;
  declare(name: string, value: string): string;
  /** The value of the tensor with this number at the element at hand. */
  read(index: number): string;
  infinity: string;
  notANumber: string;
}

export interface Fragment {
  readonly lines: readonly string[];
  /** The name of the value. */
  readonly result: string;
  readonly inputs: readonly Tensor[];
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32' | 'bool';
}

/** The node's value as an expression of names, or null where there is none. */
function expression(node: Tensor, names: readonly string[], dialect: Dialect): string | null {
  if (node.op === 'select') return dialect.select(`${names[0]} != 0.0`, names[1], names[2]);
  if (node.op === 'cast') {
    const to = deviceType(node.dtype);
    if (to === 'bool') return dialect.truth(`${names[0]} != 0.0`);
    return to === 'int32' ? `trunc(${names[0]})` : names[0];
  }
  if (names.length === 1) return dialect.unary[node.op]?.replaceAll(/\bx\b/g, names[0]) ?? null;
  const [first, second] = names;
  return dialect.binary[node.op]?.replaceAll(/\b[ab]\b/g, name => (name === 'a' ? first : second)) ?? null;
}

function literal(value: number, dialect: Dialect): string {
  if (Number.isNaN(value)) return dialect.notANumber;
  if (!Number.isFinite(value)) return value > 0 ? dialect.infinity : `(-${dialect.infinity})`;
  const text = String(value);
  const decimal = /[.e]/.test(text) ? text : `${text}.0`;
  return value < 0 ? `(${decimal})` : Object.is(value, -0) ? '(-0.0)' : decimal;
}

/** The program for one output with only the nodes that it needs beyond the outputs before it, or null. */
function fragment(step: ElementwiseStep, output: Tensor, dialect: Dialect): Fragment | null {
  const ready = step.outputs.slice(0, step.outputs.indexOf(output));
  const inside = new Set(step.nodes.filter(node => !ready.includes(node)));
  const needed = new Set<Tensor>();
  const visit = (node: Tensor): void => {
    if (needed.has(node)) return;
    needed.add(node);
    for (const input of node.inputs) if (inside.has(input)) visit(input);
  };
  visit(output);
  const inputs: Tensor[] = [];
  const names = new Map<Tensor, string>();
  const lines: string[] = [];
  const outside = (input: Tensor): string => {
    const value = uniformConstant(input);
    if (value !== undefined) return literal(value, dialect);
    const name = `x${inputs.length}`;
    lines.push(dialect.declare(name, dialect.read(inputs.length)));
    inputs.push(input);
    names.set(input, name);
    return name;
  };
  for (const node of step.nodes) {
    if (!needed.has(node)) continue;
    const value = expression(
      node,
      node.inputs.map(input => names.get(input) ?? outside(input)),
      dialect,
    );
    if (value === null) return null;
    const name = `n${names.size}`;
    names.set(node, name);
    lines.push(dialect.declare(name, value));
  }
  if (inputs.length > dialect.inputLimit || inputs.length === 0) return null;
  const result = names.get(output) as string;
  return { lines, result, inputs, shape: step.shape, dtype: deviceType(output.dtype) };
}

/** The programs of a step's outputs, in order; null where it cannot be written as programs. */
export function fragmentsOf(step: ElementwiseStep, dialect: Dialect): Fragment[] | null {
  if (step.shape.length > 4 || step.nodes.every(node => node.op === 'flush')) return null;
  const fragments: Fragment[] = [];
  for (const output of step.outputs) {
    const made = fragment(step, output, dialect);
    if (made === null) return null;
    fragments.push(made);
  }
  return fragments;
}

/** Computes fragments one after the other; later ones may read what earlier ones gave. */
export function runFragments(
  step: ElementwiseStep,
  fragments: readonly Fragment[],
  values: readonly tf.Tensor[],
  compute: (index: number, operands: readonly tf.Tensor[]) => tf.Tensor,
): tf.Tensor[] {
  const known = new Map<Tensor, tf.Tensor>(step.inputs.map((input, index) => [input, values[index]]));
  return fragments.map(({ inputs }, index) => {
    const operands = inputs.map(input => {
      const value = known.get(input) ?? (known.get(sourceOf(input)) as tf.Tensor);
      const shape = staticShape('input', input.shape);
      return sameShape(value.shape, shape) ? value : tf.reshape(value, [...shape]);
    });
    const result = compute(index, operands);
    known.set(step.outputs[index], result);
    return result;
  });
}

/** A fused step by the kernels of its nodes. */
export function separately(step: ElementwiseStep): FusedKernel {
  const kernels = step.nodes.map(deviceKernel);
  return values => {
    const known = new Map<Tensor, tf.Tensor>(step.inputs.map((input, index) => [input, values[index]]));
    const resolve = (tensor: Tensor): tf.Tensor =>
      known.get(tensor) ??
      tf.reshape(known.get(sourceOf(tensor)) as tf.Tensor, [...staticShape('input', tensor.shape)]);
    step.nodes.forEach((node, index) => {
      known.set(node, kernels[index](node, node.inputs.map(resolve)));
    });
    for (const node of step.nodes) if (!step.outputs.includes(node)) known.get(node)?.dispose();
    return step.outputs.map(output => known.get(output) as tf.Tensor);
  };
}
