// Fused elementwise steps on WebGL.

import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import type { ElementwiseStep } from '../host/steps.ts';
import type { FusedKernel } from './executable.ts';
import { type Dialect, type Fragment, fragmentsOf, runFragments, separately } from './fragments.ts';

/** Rounds to even by the bits of the number, of which the lower ones are dropped. */
function roundedBits(dropped: number): string {
  const kept = `((floatBitsToUint(x) >> ${dropped}u) & 1u)`;
  return `uintBitsToFloat(((floatBitsToUint(x) + ${2 ** (dropped - 1) - 1}u + ${kept}) >> ${dropped}u) << ${dropped}u)`;
}

const halfNormal = '0.00006103515625';

/**
 * What the built-in functions leave open: devices may assume that there is neither NaN nor infinity, and some give
 * a number for the logarithm of zero and the exponential of NaN. Bits tell in any case.
 */
const functions = `
  const uint sizeBits = 0x7fffffffu;
  bool isNotANumber(float x) { return (floatBitsToUint(x) & sizeBits) > 0x7f800000u; }
  bool isFiniteNumber(float x) { return (floatBitsToUint(x) & sizeBits) < 0x7f800000u; }
  float infinite() { return uintBitsToFloat(0x7f800000u); }
  float notANumber() { return uintBitsToFloat(0x7fc00000u); }
  float expOf(float x) { return isNotANumber(x) ? x : exp(x); }
  float logOf(float x) {
    if (isNotANumber(x) || x < 0.0) return notANumber();
    return (floatBitsToUint(x) & sizeBits) == 0u ? -infinite() : log(x);
  }
  float log1pOf(float x) {
    float shifted = 1.0 + x;
    float rounded = shifted - 1.0;
    return rounded == 0.0 ? x : isFiniteNumber(shifted) ? logOf(shifted) * (x / rounded) : logOf(shifted);
  }
  float powOf(float a, float b) {
    if (a == 1.0 || b == 0.0) return 1.0;
    if (isNotANumber(a) || isNotANumber(b) || (a < 0.0 && isFiniteNumber(a) && floor(b) < b)) return notANumber();
    if (a == 0.0) return b > 0.0 ? 0.0 : infinite();
    float size = pow(abs(a), b);
    return a < 0.0 && mod(abs(b), 2.0) == 1.0 ? -size : size;
  }
  float greater(float a, float b) { return isNotANumber(a) ? a : isNotANumber(b) ? b : max(a, b); }
  float smaller(float a, float b) { return isNotANumber(a) ? a : isNotANumber(b) ? b : min(a, b); }
`;

const dialect: Dialect = {
  unary: {
    neg: '-(x)',
    exp: 'expOf(x)',
    log: 'logOf(x)',
    log1p: 'log1pOf(x)',
    sqrt: 'sqrt(x)',
    rsqrt: 'inversesqrt(x)',
    abs: 'abs(x)',
    sign: '(isNotANumber(x) ? x : sign(x))',
    sin: 'sin(x)',
    cos: 'cos(x)',
    tanh: '(1.0 - 2.0 / (expOf(2.0 * x) + 1.0))',
    sigmoid: '(1.0 / (1.0 + expOf(-(x))))',
    softplus: '(greater(x, 0.0) + log(1.0 + exp(-abs(x))))',
    relu: '((x) < 0.0 ? 0.0 : (x))',
    floor: 'floor(x)',
    ceil: 'ceil(x)',
    reciprocal: '(1.0 / (x))',
    isNaN: 'float(isNotANumber(x))',
    isFinite: 'float(isFiniteNumber(x))',
    isInf: 'float(!isFiniteNumber(x) && !isNotANumber(x))',
    logicalNot: 'float((x) == 0.0)',
    flush: '(x)',
    toHalf: `(abs(x) < ${halfNormal} ? sign(x) * ((abs(x) + 0.75) - 0.75) : !(abs(x) < 65520.0) ? x * 1.0e39 : ${roundedBits(13)})`,
    toBfloat16: `(isFiniteNumber(x) ? ${roundedBits(16)} : x)`,
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
    equal: 'float(a == b)',
    notEqual: 'float(a != b)',
    less: 'float(a < b)',
    lessEqual: 'float(a <= b)',
    greater: 'float(a > b)',
    greaterEqual: 'float(a >= b)',
    logicalAnd: 'float(a != 0.0 && b != 0.0)',
    logicalOr: 'float(a != 0.0 || b != 0.0)',
    logicalXor: 'float((a != 0.0) != (b != 0.0))',
  },
  // What every WebGL 2 device has, less those that the program itself may need.
  inputLimit: 14,
  truth: condition => `float(${condition})`,
  select: (condition, a, b) => `(${condition} ? ${a} : ${b})`,
  declare: (name, value) => `float ${name} = ${value};`,
  read: index => `getIn${index}AtOutCoords()`,
  infinity: 'infinite()',
  notANumber: 'notANumber()',
};

function programOf({ lines, result, inputs, shape }: Fragment): GPGPUProgram {
  return {
    variableNames: inputs.map((_, index) => `In${index}`),
    outputShape: [...shape],
    userCode: `${functions} void main() { ${lines.join('\n')} setOutput(${result}); }`,
  };
}

/** Fuses a step for WebGL; what cannot be written as a program runs node by node. */
export function fuseForWebgl(step: ElementwiseStep): FusedKernel {
  const fragments = fragmentsOf(step, dialect);
  if (fragments === null) return separately(step);
  const programs = fragments.map(programOf);
  return values => {
    const backend = tf.backend() as MathBackendWebGL;
    // Unpacked once for all fragments; one by one they would each unpack their own.
    const unpacked = fragments.length < 2 ? values : values.map(value => plain(backend, value));
    const results = runFragments(step, fragments, unpacked, (index, operands) =>
      tf
        .engine()
        .makeTensorFromTensorInfo(
          backend.runWebGLProgram(programs[index], [...operands], fragments[index].dtype),
        ),
    );
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
