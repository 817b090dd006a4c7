// Which programs need doubles, which graphics devices do not have.
import { type Program, programRoots, topologicalOrder } from './program.ts';
import { attributesOf, type Tensor } from './tensor.ts';

/** The first value of a program that is a float64; null where it has none. */
export function doublesOf(program: Program): Tensor | null {
  return firstDouble([...program.inputs, ...programRoots(program)]);
}

function firstDouble(roots: readonly Tensor[]): Tensor | null {
  for (const tensor of topologicalOrder(roots)) {
    if (tensor.dtype === 'float64') return tensor;
    if (tensor.op !== 'loop') continue;
    const { next, emitted } = attributesOf(tensor, 'loop').body;
    const inner = firstDouble([...next, ...emitted]);
    if (inner !== null) return inner;
  }
  return null;
}

const titles: Readonly<Record<string, string>> = { webgl: 'WebGL', webgpu: 'WebGPU' };

/** Why a program of doubles is not computed there. */
export function missingDoubles(backend: string): string {
  return `float64 is not available on ${titles[backend] ?? backend}`;
}
