// Fused elementwise steps on WebGPU.

import type { WebGPUBackend, WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { sameShape, sizeOf, staticShape } from '../../graph/shapes.ts';
import type { ElementwiseStep } from '../host/steps.ts';
import type { FusedKernel } from './executable.ts';
import { type Dialect, type Fragment, fragmentsOf, runFragments, separately } from './fragments.ts';
import { deviceType } from './kernels.ts';

/**
 * What the built-in functions leave open: devices may assume that there is neither NaN nor infinity, and some give
 * a number for the logarithm of zero or of NaN. Bits tell in any case.
 */
const functions = `
  const sizeBits = 0x7fffffffu;
  fn isNotANumber(x: f32) -> bool { return (bitcast<u32>(x) & sizeBits) > 0x7f800000u; }
  fn isFiniteNumber(x: f32) -> bool { return (bitcast<u32>(x) & sizeBits) < 0x7f800000u; }
  fn expOf(x: f32) -> f32 { return select(exp(x), x, isNotANumber(x)); }
  fn logOf(x: f32) -> f32 {
    if (isNotANumber(x) || x < 0.0) { return uniforms.NAN; }
    return select(log(x), -uniforms.INFINITY, (bitcast<u32>(x) & sizeBits) == 0u);
  }
  fn log1pOf(x: f32) -> f32 {
    let shifted = 1.0 + x;
    let rounded = shifted - 1.0;
    if (rounded == 0.0) { return x; }
    return select(logOf(shifted), logOf(shifted) * (x / rounded), isFiniteNumber(shifted));
  }
  fn powOf(a: f32, b: f32) -> f32 {
    if (a == 1.0 || b == 0.0) { return 1.0; }
    if (isNotANumber(a) || isNotANumber(b) || (a < 0.0 && isFiniteNumber(a) && floor(b) < b)) { return uniforms.NAN; }
    if (a == 0.0) { return select(uniforms.INFINITY, 0.0, b > 0.0); }
    let size = pow(abs(a), b);
    return select(size, -size, a < 0.0 && abs(b) - 2.0 * floor(abs(b) / 2.0) == 1.0);
  }
  fn greater(a: f32, b: f32) -> f32 { return select(select(max(a, b), b, isNotANumber(b)), a, isNotANumber(a)); }
  fn smaller(a: f32, b: f32) -> f32 { return select(select(min(a, b), b, isNotANumber(b)), a, isNotANumber(a)); }
`;

const truth = (condition: string) => `select(0.0, 1.0, ${condition})`;

const dialect: Dialect = {
  unary: {
    neg: '(-(x))',
    exp: 'expOf(x)',
    log: 'logOf(x)',
    log1p: 'log1pOf(x)',
    sqrt: 'sqrt(x)',
    rsqrt: 'inverseSqrt(x)',
    abs: 'abs(x)',
    sign: 'select(sign(x), x, isNotANumber(x))',
    sin: 'sin(x)',
    cos: 'cos(x)',
    tanh: '(1.0 - 2.0 / (expOf(2.0 * x) + 1.0))',
    sigmoid: '(1.0 / (1.0 + expOf(-(x))))',
    softplus: '(greater(x, 0.0) + log(1.0 + exp(-abs(x))))',
    relu: 'select(x, 0.0, x < 0.0)',
    floor: 'floor(x)',
    ceil: 'ceil(x)',
    round: 'round(x)',
    reciprocal: '(1.0 / (x))',
    isNaN: truth('isNotANumber(x)'),
    isFinite: truth('isFiniteNumber(x)'),
    isInf: truth('!isFiniteNumber(x) && !isNotANumber(x)'),
    logicalNot: truth('x == 0.0'),
    flush: '(x)',
    broadcastTo: '(x)',
  },
  binary: {
    add: '(a + b)',
    sub: '(a - b)',
    mul: '(a * b)',
    div: '(a / b)',
    pow: 'powOf(a, b)',
    maximum: 'greater(a, b)',
    minimum: 'smaller(a, b)',
    equal: truth('a == b'),
    notEqual: truth('a != b'),
    less: truth('a < b'),
    lessEqual: truth('a <= b'),
    greater: truth('a > b'),
    greaterEqual: truth('a >= b'),
    logicalAnd: truth('a != 0.0 && b != 0.0'),
    logicalOr: truth('a != 0.0 || b != 0.0'),
    logicalXor: truth('(a != 0.0) != (b != 0.0)'),
  },
  // Every device binds eight buffers to a program, of which one is written.
  inputLimit: 7,
  truth,
  select: (condition, a, b) => `select(${b}, ${a}, ${condition})`,
  declare: (name, value) => `let ${name} = ${value};`,
  read: index => `p${index}`,
  infinity: 'uniforms.INFINITY',
  notANumber: 'uniforms.NAN',
};

const WORKGROUP: [number, number, number] = [64, 1, 1];

interface Program {
  readonly code: string;
  /** How many elements one thread computes. */
  readonly width: 1 | 4;
  /** How many elements of each tensor it reads for them. */
  readonly widths: readonly number[];
}

/** How many values of an input four neighbours of the output read: 4, 1, or null where that differs. */
function widthOf(input: readonly number[], output: readonly number[]): 4 | 1 | null {
  if (sameShape(input, output)) return 4;
  const last = input.at(-1) ?? 1;
  if (output[output.length - 1] % 4 !== 0) return sizeOf(input) === 1 ? 1 : null;
  return last === 1 ? 1 : 4;
}

function programFor(fragment: Fragment): Program {
  const { lines, result, inputs, shape } = fragment;
  const shapes = inputs.map(input => staticShape('input', input.shape));
  const found = shapes.map(input => widthOf(input, shape));
  const wide = (sizeOf(shape) as number) % 4 === 0 && !found.includes(null);
  const widths = wide ? (found as number[]) : found.map(() => 1);
  const width = wide ? 4 : 1;
  const reads = shapes.map((input, index) => {
    const isFlat = sameShape(input, shape) || !wide;
    return `let v${index} = getIn${index}ByOutput${isFlat ? 'Index(index)' : 'Coords(coords)'};`;
  });
  const needsCoordinates = reads.some(read => read.includes('coords'));
  const value = (lane: string) =>
    `value(${widths.map((each, index) => (each === 4 ? `v${index}.${lane}` : `v${index}`)).join(', ')})`;
  const code = `${functions}
    fn value(${inputs.map((_, index) => `p${index}: f32`).join(', ')}) -> f32 {
      ${lines.join('\n')}
      return ${result};
    }
    fn main(index: i32) {
      if (index < uniforms.size) {
        ${needsCoordinates ? 'let coords = getCoordsFromIndex(index * 4);' : ''}
        ${reads.join('\n')}
        setOutputAtIndex(index, ${wide ? `vec4<f32>(${[...'xyzw'].map(value).join(', ')})` : value('x')});
      }
    }`;
  return { code, width, widths };
}

/** What TensorFlow.js runs, made for one run since it writes into it. */
function runnable({ inputs, shape }: Fragment, { code, width, widths }: Program): WebGPUProgram {
  const threads = (sizeOf(shape) as number) / width;
  return {
    variableNames: inputs.map((_, index) => `In${index}`),
    variableComponents: [...widths],
    outputComponent: width,
    outputShape: [...shape],
    workgroupSize: WORKGROUP,
    dispatchLayout: { x: shape.map((_, axis) => axis) },
    dispatch: [Math.ceil(threads / WORKGROUP[0]), 1, 1],
    size: true,
    shaderKey: code,
    getUserCode: () => code,
  };
}

/** Whole numbers are computed as floats here, exact up to 2^24: what would go on as whole numbers is not fused. */
function keepsIntegers({ nodes }: ElementwiseStep): boolean {
  return nodes.some(
    node =>
      deviceType(node.dtype) === 'int32' ||
      (node.op !== 'cast' && node.inputs.some(input => deviceType(input.dtype) === 'int32')),
  );
}

/** Fuses a step for WebGPU; what cannot be written as a program runs node by node. */
export function fuseForWebgpu(step: ElementwiseStep): FusedKernel {
  const fragments = keepsIntegers(step) ? null : fragmentsOf(step, dialect);
  if (fragments === null) return separately(step);
  const programs = fragments.map(programFor);
  return values => {
    const backend = tf.backend() as WebGPUBackend;
    return runFragments(step, fragments, values, (index, operands) =>
      tf
        .engine()
        .makeTensorFromTensorInfo(
          backend.runWebGPUProgram(
            runnable(fragments[index], programs[index]),
            [...operands],
            fragments[index].dtype,
          ),
        ),
    );
  };
}
