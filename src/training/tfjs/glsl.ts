// Fused elementwise steps on WebGL: one fragment program for each value that is needed outside.

import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import type { OperationName } from '../../graph/attributes.ts';
import { storageOf } from '../../graph/dtypes.ts';
import { uniformConstant } from '../../graph/operations/index.ts';
import { sameShape, staticShape } from '../../graph/shapes.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { type ElementwiseStep, sourceOf } from '../host/steps.ts';
import type { FusedKernel } from './executable.ts';
import { deviceKernel, deviceType } from './kernels.ts';

/** Rounds to even by the bits of the number, of which the lower ones are dropped. */
function roundedBits(dropped: number): string {
  const kept = `((floatBitsToUint(x) >> ${dropped}u) & 1u)`;
  return `uintBitsToFloat(((floatBitsToUint(x) + ${2 ** (dropped - 1) - 1}u + ${kept}) >> ${dropped}u) << ${dropped}u)`;
}

const halfNormal = '0.00006103515625';

const unary: Partial<Record<OperationName, string>> = {
  neg: '-(x)',
  exp: 'exp(x)',
  log: 'log(x)',
  sqrt: 'sqrt(x)',
  rsqrt: 'inversesqrt(x)',
  abs: 'abs(x)',
  sign: 'sign(x)',
  sin: 'sin(x)',
  cos: 'cos(x)',
  tanh: '(1.0 - 2.0 / (exp(2.0 * x) + 1.0))',
  sigmoid: '(1.0 / (1.0 + exp(-(x))))',
  softplus: '(max(x, 0.0) + log(1.0 + exp(-abs(x))))',
  relu: '((x) < 0.0 ? 0.0 : (x))',
  floor: 'floor(x)',
  ceil: 'ceil(x)',
  reciprocal: '(1.0 / (x))',
  logicalNot: 'float((x) == 0.0)',
  flush: '(x)',
  toHalf: `(abs(x) < ${halfNormal} ? sign(x) * ((abs(x) + 0.75) - 0.75) : !(abs(x) < 65520.0) ? x * 1.0e39 : ${roundedBits(13)})`,
  toBfloat16: `(isnan(x) || isinf(x) ? x : ${roundedBits(16)})`,
  broadcastTo: '(x)',
};

const binary: Partial<Record<OperationName, string>> = {
  add: '(a + b)',
  sub: '(a - b)',
  mul: '(a * b)',
  div: '(a / b)',
  maximum: 'max(a, b)',
  minimum: 'min(a, b)',
  equal: 'float(a == b)',
  notEqual: 'float(a != b)',
  less: 'float(a < b)',
  lessEqual: 'float(a <= b)',
  greater: 'float(a > b)',
  greaterEqual: 'float(a >= b)',
  logicalAnd: 'float(a != 0.0 && b != 0.0)',
  logicalOr: 'float(a != 0.0 || b != 0.0)',
  logicalXor: 'float((a != 0.0) != (b != 0.0))',
};

/** The node's value as an expression of names, or null where there is none. */
function expression(node: Tensor, names: readonly string[]): string | null {
  if (node.op === 'select') return `(${names[0]} != 0.0 ? ${names[1]} : ${names[2]})`;
  if (node.op === 'cast') {
    const to = storageOf(node.dtype);
    if (to === 'bool') return `float(${names[0]} != 0.0)`;
    return to === 'int32' ? `trunc(${names[0]})` : names[0];
  }
  if (names.length === 1) return unary[node.op]?.replaceAll(/\bx\b/g, names[0]) ?? null;
  return binary[node.op]?.replaceAll(/\b[ab]\b/g, name => (name === 'a' ? names[0] : names[1])) ?? null;
}

function literal(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  const text = String(value);
  return value < 0 || Object.is(value, -0) ? `(${decimal(text)})` : decimal(text);
}

function decimal(text: string): string {
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** The most textures that every WebGL 2 device reads in one program. */
const textureLimit = 14;

interface Fragment {
  readonly program: GPGPUProgram;
  readonly inputs: readonly Tensor[];
  readonly dtype: 'float32' | 'int32' | 'bool';
}

/** The program for one output with only the nodes that it needs beyond the outputs before it, or null. */
function fragment(step: ElementwiseStep, output: Tensor): Fragment | null {
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
  for (const node of step.nodes) {
    if (!needed.has(node)) continue;
    const list = node.inputs.map(input => names.get(input) ?? outside(input, inputs, names, lines));
    if (list.includes(null)) return null;
    const value = expression(node, list as string[]);
    if (value === null) return null;
    const name = `n${names.size}`;
    names.set(node, name);
    lines.push(`float ${name} = ${value};`);
  }
  if (inputs.length > textureLimit || inputs.length === 0) return null;
  const program: GPGPUProgram = {
    variableNames: inputs.map((_, index) => `In${index}`),
    outputShape: [...step.shape],
    userCode: `void main() { ${lines.join('\n')} setOutput(${names.get(output)}); }`,
  };
  return { program, inputs, dtype: deviceType(output.dtype) };
}

function outside(
  input: Tensor,
  inputs: Tensor[],
  names: Map<Tensor, string>,
  lines: string[],
): string | null {
  const value = uniformConstant(input);
  if (value !== undefined) return literal(value);
  const name = `x${inputs.length}`;
  lines.push(`float ${name} = getIn${inputs.length}AtOutCoords();`);
  inputs.push(input);
  names.set(input, name);
  return name;
}

/** Fuses a step for WebGL; what cannot be written as a program runs node by node. */
export function fuseForWebgl(step: ElementwiseStep): FusedKernel {
  if (step.nodes.every(node => node.op === 'flush')) return separately(step);
  const fragments = step.shape.length <= 4 ? step.outputs.map(output => fragment(step, output)) : [null];
  if (fragments.includes(null)) return separately(step);
  return values => {
    const backend = tf.backend() as MathBackendWebGL;
    // Unpacked once for all fragments; one by one they would each unpack their own.
    const unpacked = fragments.length < 2 ? values : values.map(value => plain(backend, value));
    const known = new Map<Tensor, tf.Tensor>(step.inputs.map((input, index) => [input, unpacked[index]]));
    const results = (fragments as Fragment[]).map(({ program, inputs, dtype }, index) => {
      const operands = inputs.map(input => {
        const value = known.get(input) ?? (known.get(sourceOf(input)) as tf.Tensor);
        const shape = staticShape('input', input.shape);
        return sameShape(value.shape, shape) ? value : tf.reshape(value, [...shape]);
      });
      const result = tf.engine().makeTensorFromTensorInfo(backend.runWebGLProgram(program, operands, dtype));
      known.set(step.outputs[index], result);
      return result;
    });
    unpacked.forEach((value, index) => {
      if (value !== values[index]) value.dispose();
    });
    return results;
  };
}

/** The tensor with one value a texel. */
function plain(backend: MathBackendWebGL, value: tf.Tensor): tf.Tensor {
  if (!backend.texData.get(value.dataId).isPacked) return value;
  return tf.engine().makeTensorFromTensorInfo(backend.unpackTensor(value));
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
