/** Programs with what they must give: exact numbers, promised shapes, and slopes by finite differences. */
import type { BackendName, Shape, Tensor, Variable } from '../../src/graph/index.ts';
import { DoubleEvaluation } from '../graph/double-evaluation.ts';
import { finiteDifferences, type Slope, slopeError } from '../graph/finite-differences.ts';
import type { NamedProgram } from './backend-programs.ts';
import type { Computed } from './chromium/programs.ts';

export interface HeldProgram extends NamedProgram {
  /** Shapes of the first roots, where something was promised. */
  readonly shapes: readonly Shape[];
  readonly expected: readonly ArrayLike<number>[];
  readonly slopes: readonly Slope[];
  /** The root that is the gradient of the first variable; the others follow. */
  readonly firstGradient: number;
}

/** A number with its gradients with respect to variables. */
export interface Loss {
  readonly loss: Tensor;
  readonly gradients: readonly Tensor[];
  readonly movable: readonly Variable[];
}

/** How far numbers in 32 bits may be off; sines, exponentials and roots of graphics are approximations. */
export const tolerances: Readonly<Record<BackendName, number>> = {
  cpu: 5e-4,
  wasm: 5e-4,
  webgl: 5e-3,
  webgpu: 5e-3,
};

/** How far a gradient in double precision may be off finite differences. */
const EXACT = 1e-6;

/** The program of some outputs, and of the gradients of a loss behind them. */
export function hold(
  name: string,
  outputs: readonly Tensor[],
  shapes: readonly Shape[],
  loss: Loss | null,
): HeldProgram {
  const roots = [...outputs, ...(loss?.gradients ?? [])];
  const evaluation = new DoubleEvaluation(loss === null ? roots : [...roots, loss.loss]);
  return {
    name,
    roots,
    shapes,
    expected: roots.map(root => Float64Array.from(evaluation.of(root))),
    slopes: loss === null ? [] : finiteDifferences(evaluation, loss.loss, loss.movable),
    firstGradient: outputs.length,
  };
}

/** Where numbers are not the wanted ones; null where they are. */
export function firstDifference(
  got: ArrayLike<number>,
  want: ArrayLike<number>,
  tolerance: number,
): string | null {
  if (got.length !== want.length) return `${got.length} numbers for ${want.length}`;
  for (let at = 0; at < want.length; at++) {
    const isClose = Math.abs(got[at] - want[at]) / (1 + Math.abs(want[at])) < tolerance;
    if (!isClose && !Object.is(got[at], want[at])) return `at ${at} is ${got[at]}, not ${want[at]}`;
  }
  return null;
}

/** What is wrong with what a backend computed. */
export function faultsOf(
  program: HeldProgram,
  got: readonly Computed[] | string,
  tolerance: number,
): string[] {
  const { name, shapes, expected, slopes, firstGradient } = program;
  if (typeof got === 'string') return [`${name}: ${got}`];
  const wrongShapes = shapes.flatMap((shape, which) =>
    String(got[which].shape) === String(shape) ? [] : [`shape (${got[which].shape}), not (${shape})`],
  );
  const wrongNumbers = expected.flatMap((want, which) => {
    const difference = firstDifference(got[which].data, want, tolerance);
    return difference === null ? [] : [`root ${which} ${difference}`];
  });
  const wrongSlopes = slopes.flatMap(slope => {
    const error = slopeError(slope, got[firstGradient + slope.which].data);
    return error < tolerance ? [] : [`slope of ${slope.variable} is ${error} off ${slope.exact}`];
  });
  return [...wrongShapes, ...wrongNumbers, ...wrongSlopes].map(text => `${name}: ${text}`);
}

/** Where the gradient in double precision is not what finite differences give. */
export function gradientFaultsOf({ name, slopes, expected, firstGradient }: HeldProgram): string[] {
  return slopes
    .filter(slope => !(slopeError(slope, expected[firstGradient + slope.which]) < EXACT))
    .map(({ variable, exact }) => `${name}: the slope of ${variable} is ${exact}`);
}
