/** Polynomials as coefficient sequences, highest power first. */
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import { integerArgument } from './arguments.ts';
import { asType } from './casting.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { promoteTypes } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { householder } from './matrixAlgorithms.ts';
import { concreteArray, type NdArray, requireNumbers } from './ndarray.ts';
import { operation } from './operations.ts';
import { fromItems } from './storage.ts';
import { ravel } from './views.ts';

function coefficients(items: ArrayLike<number>, dtype = 'float64'): NdArray {
  return asType(concreteArray(fromItems(Float64Array.from(items), [items.length], 'float64')), dtype);
}

/** Least squares by QR on columns scaled to length one. */
function fit(x: ArrayLike<number>, y: ArrayLike<number>, degree: number): Float64Array {
  const rows = x.length;
  const columns = degree + 1;
  const matrix = new Float64Array(rows * columns);
  const scales = new Float64Array(columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) matrix[i * columns + j] = x[i] ** (degree - j);
  for (let j = 0; j < columns; j++) {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += matrix[i * columns + j] ** 2;
    scales[j] = Math.sqrt(sum) || 1;
    for (let i = 0; i < rows; i++) matrix[i * columns + j] /= scales[j];
  }
  const { q, r } = householder(matrix, rows, columns, columns);
  const result = new Float64Array(columns);
  for (let j = columns - 1; j >= 0; j--) {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += q[i * columns + j] * y[i];
    for (let k = j + 1; k < columns; k++) sum -= r[j * columns + k] * result[k];
    result[j] = sum / r[j * columns + j];
  }
  return result.map((value, j) => value / scales[j]);
}

/** All functions of this file. */
export const polynomialFunctions = [
  define(
    'polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False)',
    'The polynomial of least squared error.',
    ([x, y, degree, rcond, full, weights, covariance], py) => {
      const [points, heights] = [toArray(x, py), toArray(y, py)];
      if (points.rank !== 1) throw raise(TypeError, 'expected 1D vector for x');
      if (points.size === 0) throw raise(TypeError, 'expected non-empty vector for x');
      if (points.size !== heights.shape[0]) throw raise(TypeError, 'expected x and y to have same length');
      const plain = rcond === null && full === false && weights === null && covariance === false;
      if (!plain || heights.rank !== 1) {
        const module = py.importModule('numpy.lib.polynomial');
        return py.callMethod(module, '_polyfit', [points, heights, degree, rcond, full, weights, covariance]);
      }
      return coefficients(fit(requireNumbers(points), requireNumbers(heights), integerArgument(degree, py)));
    },
  ),
  define('polyval(p, x)', 'The value of a polynomial.', ([p, x], py) => {
    const list = py.collect(toArray(p, py));
    const at = toArray(x, py);
    let value = applyElementwise(operation('multiply'), [at, toArray(0)], { py });
    for (const coefficient of list) {
      value = applyElementwise(
        operation('add'),
        [applyElementwise(operation('multiply'), [value, at], { py }), toArray(coefficient, py)],
        { py },
      );
    }
    return arrayOrScalar(value);
  }),
  define('polyder(p, m=1)', 'The derivative of a polynomial.', ([p, m], py) => {
    const source = toArray(p, py);
    let items = [...requireNumbers(source)];
    for (let i = integerArgument(m, py); i > 0; i--)
      items = items.slice(0, -1).map((value, index) => value * (items.length - 1 - index));
    return coefficients(items, source.dtype);
  }),
  define('polyint(p, m=1, k=None)', 'The integral of a polynomial.', ([p, m, k], py) => {
    let items = [...requireNumbers(toArray(p, py))];
    const times = integerArgument(m, py);
    if (times < 0) throw raise(ValueError, 'Order of integral must be positive (see polyder)');
    const given = k === null ? [0] : [...requireNumbers(ravel(toArray(k, py)))];
    const constants = given.length === 1 ? new Array<number>(times).fill(given[0]) : given;
    if (constants.length < times)
      throw raise(ValueError, 'k must be a scalar or a rank-1 array of length 1 or >m.');
    for (let i = 0; i < times; i++)
      items = [...items.map((value, index) => value / (items.length - index)), constants[i]];
    return coefficients(items);
  }),
  define('polymul(a1, a2)', 'The product of polynomials.', ([a, b], py) => {
    const [left, right] = [toArray(a, py), toArray(b, py)];
    const [x, y] = [requireNumbers(left), requireNumbers(right)];
    const result = new Float64Array(x.length + y.length - 1);
    x.forEach((u: number, i: number) => {
      y.forEach((v: number, j: number) => {
        result[i + j] += u * v;
      });
    });
    return coefficients(result, promoteTypes(left.dtype, right.dtype));
  }),
];
