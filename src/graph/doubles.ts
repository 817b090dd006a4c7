// Which programs need doubles, which graphics devices do not have.
import { type Program, programRoots, topologicalOrder } from './program.ts';
import { attributesOf, type Tensor } from './tensor.ts';

/**
 * The first value of a program that is a float64; null where it has none. Contents that only their float32 is taken of,
 * as of NumPy's arrays that a script hands to a model, do not count: they are sent as such.
 */
export function doublesOf(program: Program): Tensor | null {
  const roots = programRoots(program);
  const order = topologicalOrder([...program.inputs, ...roots]);
  return firstDouble(order, narrowed(order, new Set(roots)));
}

/** Contents in float64 that nothing but casts to float32 read. */
function narrowed(order: readonly Tensor[], roots: ReadonlySet<Tensor>): ReadonlySet<Tensor> {
  const isGiven = ({ op, dtype }: Tensor) =>
    dtype === 'float64' && (op === 'constant' || op === 'placeholder');
  const found = new Set(order.filter(tensor => isGiven(tensor) && !roots.has(tensor)));
  if (found.size === 0) return found;
  for (const { op, dtype, inputs } of order) {
    if (op !== 'cast' || dtype !== 'float32') for (const input of inputs) found.delete(input);
  }
  return found;
}

const NONE: ReadonlySet<Tensor> = new Set();

function firstDouble(order: readonly Tensor[], besides: ReadonlySet<Tensor>): Tensor | null {
  for (const tensor of order) {
    if (tensor.dtype === 'float64' && !besides.has(tensor)) return tensor;
    if (tensor.op !== 'loop') continue;
    const { next, emitted } = attributesOf(tensor, 'loop').body;
    const inner = firstDouble(topologicalOrder([...next, ...emitted]), NONE);
    if (inner !== null) return inner;
  }
  return null;
}

const titles: Readonly<Record<string, string>> = { webgl: 'WebGL', webgpu: 'WebGPU' };

/** Why a program of doubles is not computed there. */
export function missingDoubles(backend: string): string {
  return `float64 is not available on ${titles[backend] ?? backend}`;
}
