/** Slopes of a number by finite differences in double precision: what a backend's gradients are held against. */
import type { Tensor, Variable } from '../../src/graph/index.ts';
import type { DoubleEvaluation } from './double-evaluation.ts';
import { spreadNumbers } from './spread-numbers.ts';

/** How fast the number grows where a variable moves in a direction. */
export interface Slope {
  readonly variable: string;
  /** Which variable of those asked for. */
  readonly which: number;
  readonly direction: ArrayLike<number>;
  readonly exact: number;
}

/** Far below the distance of test data from each other, so that no maximum changes its place. */
const STEP = 1e-4;

/** For each variable the slope along one direction in which every element takes part, and along a few elements. */
export function finiteDifferences(
  evaluation: DoubleEvaluation,
  loss: Tensor,
  variables: readonly Variable[],
): Slope[] {
  return variables.flatMap((variable, which) => {
    const { size, name } = variable;
    const elements = [...new Set([0, size >> 1, size - 1])];
    const directions: readonly ArrayLike<number>[] = [
      spreadNumbers(size, -1, 1, 29),
      ...elements.map(element => Float64Array.from({ length: size }, (_, at) => (at === element ? 1 : 0))),
    ];
    return directions.map(direction => {
      const [above, below] = evaluation.along(loss, variable, direction, [STEP, -STEP]);
      return { variable: name, which, direction, exact: (above - below) / (2 * STEP) };
    });
  });
}

/** How far a gradient's slope is from the exact one, relative to one and its size. */
export function slopeError({ direction, exact }: Slope, gradient: ArrayLike<number>): number {
  let slope = 0;
  for (let at = 0; at < direction.length; at++) slope += direction[at] * gradient[at];
  return Math.abs(slope - exact) / (1 + Math.abs(exact));
}
