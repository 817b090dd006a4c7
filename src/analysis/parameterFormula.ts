/** How a layer's number of parameters came to be: the shapes of its weights as arithmetic. */
import type { KnownShape } from './program.ts';

/**
 * `(10 + 1) × 32 = 352` for weights that share their last axis (kernel and bias), sums of products for others; null
 * where a size is not known or there is nothing to compute.
 * @param count writes the result
 */
export function parameterFormula(
  shapes: readonly KnownShape[],
  count: (total: number) => string = String,
): string | null {
  if (shapes.length === 0) return null;
  const known = shapes.map(shape => shape.filter(dim => dim !== null));
  if (known.some((shape, index) => shape.length !== shapes[index].length || shape.length === 0)) return null;
  if (known.length === 1 && known[0].length === 1) return null;
  const total = known.reduce((sum, shape) => sum + shape.reduce((size, dim) => size * dim, 1), 0);
  const last = known[0].at(-1)!;
  const shared = known.length > 1 && known.every(shape => shape.at(-1) === last);
  if (!shared) return `${known.map(shape => shape.join(' × ')).join(' + ')} = ${count(total)}`;
  const rows = known.map(shape => shape.slice(0, -1).join(' × ') || '1');
  const head = rows.every(row => row === '1') ? `${rows.length}` : `(${rows.join(' + ')})`;
  return `${head} × ${last} = ${count(total)}`;
}
