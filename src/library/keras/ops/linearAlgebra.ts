/** keras.ops.linalg: decompositions, inverses, solutions and norms. */
import { ops } from '../../../graph/index.ts';
import type { Axes } from '../../../graph/operations/reduction.ts';
import { normalizeAxes } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { NotImplementedError, raise, ValueError } from '../../../python/errors.ts';
import { type NativeFunction, native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyTuple, type Value } from '../../../python/values.ts';
import { numberOf } from '../objects/arguments.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { tensorFunction } from '../tensors/operation.ts';
import { axesOf, define } from './reading.ts';

/** A tuple of tensors for Python. */
export function tupleOf(py: Interpreter, ...tensors: readonly Tensor[]): PyTuple {
  return new PyTuple(tensors.map(tensor => wrap(py, tensor)));
}

/** The sum of powers of sizes, as `ord` of a vector's norm asks. */
function vectorNorm(x: Tensor, order: number, axes: Axes, keep: boolean): Tensor {
  const size = ops.abs(x);
  if (order === 2) return ops.sqrt(ops.sum(ops.square(size), axes, keep));
  if (order === 1) return ops.sum(size, axes, keep);
  if (order === 0) return ops.sum(ops.cast(ops.notEqual(x, 0), x.dtype), axes, keep);
  if (order === Infinity) return ops.max(size, axes, keep);
  if (order === -Infinity) return ops.min(size, axes, keep);
  return ops.pow(ops.sum(ops.pow(size, order), axes, keep), 1 / order);
}

/** Norms of matrices in two axes. */
function matrixNorm(
  x: Tensor,
  order: number | 'fro' | 'nuc',
  axes: readonly number[],
  keep: boolean,
): Tensor {
  const rank = x.shape.length;
  const [rows, columns] = axes.map(axis => (axis < 0 ? axis + rank : axis));
  const rest = x.shape.map((_, axis) => axis).filter(axis => axis !== rows && axis !== columns);
  const moved = ops.transpose(x, [...rest, rows, columns]);
  const size = ops.abs(moved);
  const largest = (along: number) => ops.max(ops.sum(size, [along]), [-1]);
  const least = (along: number) => ops.min(ops.sum(size, [along]), [-1]);
  const singular = () => ops.svd(moved, false).s;
  let found: Tensor;
  if (order === 'fro') found = ops.sqrt(ops.sum(ops.square(moved), [-2, -1]));
  else if (order === 'nuc') found = ops.sum(singular(), [-1]);
  else if (order === 1) found = largest(-2);
  else if (order === -1) found = least(-2);
  else if (order === Infinity) found = largest(-1);
  else if (order === -Infinity) found = least(-1);
  else if (order === 2) found = ops.max(singular(), [-1]);
  else if (order === -2) found = ops.min(singular(), [-1]);
  else throw raise(ValueError, `Invalid \`ord\` argument for matrix norm. Received: ord=${order}`);
  return keep
    ? ops.reshape(
        found,
        x.shape.map((dim, axis) => (axis === rows || axis === columns ? 1 : dim)),
      )
    : found;
}

/** numpy.linalg.norm. */
export function norm(x: Tensor, order: number | string | null, axes: Axes, keep: boolean): Tensor {
  const tensor = ops.toFloat(x);
  const rank = tensor.shape.length;
  if (axes === null || axes === undefined) {
    const whole = order === null || (order === 2 && rank === 1) || (order === 'fro' && rank === 2);
    if (whole) return ops.sqrt(ops.sum(ops.square(tensor), null, keep));
  }
  const list = typeof axes === 'number' ? [axes] : (axes ?? normalizeAxes('norm', null, rank));
  if (list.length === 1) {
    if (typeof order === 'string')
      throw raise(ValueError, `Invalid \`ord\` argument for vector norm. Received: ord=${order}`);
    return vectorNorm(tensor, order ?? 2, list, keep);
  }
  if (list.length !== 2)
    throw raise(
      ValueError,
      `Invalid axis when expecting 1D or 2D. Received: axis=${list.length === 0 ? '()' : `(${list.join(', ')})`}`,
    );
  return matrixNorm(tensor, (order ?? 'fro') as 'fro', list, keep);
}

function orderOf(py: Interpreter, value: Value): number | string | null {
  return value === null ? null : (numberOf(value) ?? py.str(value));
}

/** What needs complex numbers: not modelled, and one clear error when run. */
function complex(signature: string): NativeFunction {
  return native(signature, (_args, py) => {
    const name = signature.slice(0, signature.indexOf('('));
    if (!py.running) throw new NotKnown(`${name} gives complex numbers`);
    throw raise(NotImplementedError, `${name} gives complex numbers, which Kerascope does not compute with`, {
      code: 'not-supported',
    });
  });
}

export const linearAlgebra = [
  define('cholesky(x)', ([x], py) => ops.cholesky(tensorOf(py, x))),
  define('det(x)', ([x], py) => ops.determinants(tensorOf(py, x)).value),
  tensorFunction('slogdet(x)', ([x], py) => {
    const { sign, logarithm } = ops.determinants(tensorOf(py, x));
    return tupleOf(py, sign, logarithm);
  }),
  complex('eig(x)'),
  tensorFunction('eigh(x)', ([x], py) => {
    const { values, vectors } = ops.eigh(tensorOf(py, x));
    return tupleOf(py, values, vectors);
  }),
  define('inv(x)', ([x], py) => ops.inverse(tensorOf(py, x))),
  tensorFunction('lu_factor(x)', ([x], py) => {
    const { factors, rows } = ops.luFactor(tensorOf(py, x));
    return tupleOf(py, factors, rows);
  }),
  define('norm(x, ord=None, axis=None, keepdims=False)', ([x, order, axis, keep], py) =>
    norm(tensorOf(py, x), orderOf(py, order), axesOf(axis), py.truth(keep)),
  ),
  tensorFunction('qr(x, mode="reduced")', ([x, mode], py) => {
    if (mode !== 'reduced' && mode !== 'complete')
      throw raise(
        ValueError,
        `\`mode\` argument value not supported. Expected one of {'reduced', 'complete'}. Received: mode=${py.str(mode)}`,
      );
    const { q, r } = ops.qr(tensorOf(py, x), mode === 'complete');
    return tupleOf(py, q, r);
  }),
  define('solve(a, b)', ([a, b], py) => ops.solve(tensorOf(py, a), tensorOf(py, b))),
  define('solve_triangular(a, b, lower=False)', ([a, b, lower], py) =>
    ops.solveTriangular(tensorOf(py, a), tensorOf(py, b), py.truth(lower)),
  ),
  tensorFunction('svd(x, full_matrices=True, compute_uv=True)', ([x, full, all], py) => {
    const { u, s, vTransposed } = ops.svd(tensorOf(py, x), py.truth(full));
    return py.truth(all) ? tupleOf(py, u, s, vTransposed) : wrap(py, s);
  }),
  define(
    'cross(x1, x2, axisa=-1, axisb=-1, axisc=-1, axis=None)',
    ([a, b, first, second, third, all], py) => {
      const axisOf = (value: Value) => numberOf(all === null ? value : all) ?? -1;
      const parts = (x: Tensor, axis: number) => ops.unstack(ops.moveAxis(x, axis, -1), -1);
      const left = parts(tensorOf(py, a), axisOf(first));
      const right = parts(tensorOf(py, b), axisOf(second));
      const minor = (i: number, j: number) => ops.sub(ops.mul(left[i], right[j]), ops.mul(left[j], right[i]));
      if (left.length === 2 && right.length === 2) return minor(0, 1);
      const zero = ops.mul((left.length === 3 ? left : right)[0], 0);
      for (const side of [left, right]) if (side.length === 2) side.push(zero);
      return ops.moveAxis(ops.stack([minor(1, 2), minor(2, 0), minor(0, 1)], -1), -1, axisOf(third));
    },
  ),
];
