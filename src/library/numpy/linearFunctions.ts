/** Products of vectors and matrices as functions: `dot`, `matmul`, `outer`, `einsum`, `kron`, `cross`. */
import type { PyDict } from '../../python/collections.ts';
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { ELLIPSIS, NotKnown, type PyTuple, type Value } from '../../python/values.ts';
import { integerArgument, integersArgument, sequenceOf } from './arguments.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { nativeDType } from './dtypeObjects.ts';
import { applyElementwise } from './elementwise.ts';
import { indexArray } from './indexing.ts';
import { stack } from './joining.ts';
import type { NdArray } from './ndarray.ts';
import { operation } from './operations.ts';
import { dot, einsum, matmul, tensordot } from './products.ts';
import { deliver } from './reductionOptions.ts';
import { compactShape } from './shapes.ts';
import { expandDimensions, moveAxes, ravel, reshape, swapAxes } from './views.ts';

const multiply = (a: NdArray, b: NdArray, py: Interpreter): NdArray =>
  applyElementwise(operation('multiply'), [a, b], { py });

function outer(a: NdArray, b: NdArray, py: Interpreter): NdArray {
  return multiply(expandDimensions(ravel(a), [1]), expandDimensions(ravel(b), [0]), py);
}

function contractionAxes(axes: Value, rank: number, py: Interpreter): [number[], number[]] {
  const items = sequenceOf(axes, py);
  if (items === null) {
    const count = integerArgument(axes, py);
    return [
      Array.from({ length: count }, (_, i) => rank - count + i),
      Array.from({ length: count }, (_, i) => i),
    ];
  }
  return [integersArgument(items[0], py), integersArgument(items[1], py)];
}

function kronecker(a: NdArray, b: NdArray, py: Interpreter): NdArray {
  const rank = Math.max(a.rank, b.rank);
  const lift = (array: NdArray): NdArray =>
    expandDimensions(
      array,
      Array.from({ length: rank - array.rank }, (_, axis) => axis),
    );
  const [left, right] = [lift(a), lift(b)];
  const interleaved = multiply(
    expandDimensions(
      left,
      Array.from({ length: rank }, (_, axis) => 2 * axis + 1),
    ),
    expandDimensions(
      right,
      Array.from({ length: rank }, (_, axis) => 2 * axis),
    ),
    py,
  );
  return reshape(
    interleaved,
    left.shape.map((length, axis) => (length as number) * (right.shape[axis] as number)),
  );
}

function component(array: NdArray, index: number): NdArray {
  return indexArray(array, [{ kind: 'ellipsis' }, { kind: 'integer', value: index }]);
}

function cross(a: NdArray, b: NdArray, py: Interpreter): NdArray {
  const [m, n] = [a.shape[a.rank - 1], b.shape[b.rank - 1]];
  if ((m !== 2 && m !== 3) || (n !== 2 && n !== 3)) {
    throw raise(ValueError, 'incompatible dimensions for cross product\n(dimension must be 2 or 3)');
  }
  const times = (i: number, j: number): NdArray =>
    applyElementwise(
      operation('subtract'),
      [multiply(component(a, i), component(b, j), py), multiply(component(a, j), component(b, i), py)],
      { py },
    );
  if (m === 2 && n === 2) return times(0, 1);
  // A vector of two numbers has no third one: products with it fall away.
  const product = (i: number, j: number): NdArray => multiply(component(a, i), component(b, j), py);
  const turned = (array: NdArray): NdArray => applyElementwise(operation('negative'), [array], { py });
  if (m === 2) return stack([product(1, 2), turned(product(0, 2)), times(0, 1)], -1);
  if (n === 2) return stack([turned(product(2, 1)), product(2, 0), times(0, 1)], -1);
  return stack([times(1, 2), times(2, 0), times(0, 1)], -1);
}

/** `einsum(a, [0, 1], b, [1, 2], [0, 2])`: labels as numbers. */
function einsumByLists(given: readonly Value[], py: Interpreter): Value {
  const text = (list: Value): string =>
    py
      .collect(list)
      .map(label => (label === ELLIPSIS ? '...' : String.fromCharCode(97 + integerArgument(label, py))))
      .join('');
  const inputs: string[] = [];
  const arrays: NdArray[] = [];
  for (let i = 0; i + 1 < given.length; i += 2) {
    arrays.push(toArray(given[i], py));
    inputs.push(text(given[i + 1]));
  }
  const output = given.length % 2 === 1 ? `->${text(given[given.length - 1])}` : '';
  return arrayOrScalar(einsum(inputs.join(',') + output, arrays, py));
}

const einsumOptions = ['out', 'dtype', 'order', 'casting', 'optimize'];

/** All functions of this file. */
export const linearFunctions = [
  define('dot(a, b, out=None)', 'The dot product.', ([a, b, out], py) =>
    deliver(dot(toArray(a, py), toArray(b, py)), out),
  ),
  define('matmul(x1, x2, out=None)', 'The matrix product.', ([a, b, out], py) =>
    deliver(matmul(toArray(a, py), toArray(b, py)), out),
  ),
  define('inner(a, b)', 'The inner product over the last axes.', ([a, b], py) => {
    const [left, right] = [toArray(a, py), toArray(b, py)];
    if (left.rank === 0 || right.rank === 0) return arrayOrScalar(multiply(left, right, py));
    const [m, n] = [left.shape[left.rank - 1], right.shape[right.rank - 1]];
    if (m !== null && n !== null && m !== n) {
      throw raise(
        ValueError,
        `shapes ${compactShape(left.shape)} and ${compactShape(right.shape)} not aligned: ${m} (dim ${left.rank - 1}) != ${n} (dim ${right.rank - 1})`,
      );
    }
    return arrayOrScalar(tensordot(left, right, [-1], [-1]));
  }),
  define('outer(a, b, out=None)', 'All products of two vectors.', ([a, b, out], py) =>
    deliver(outer(toArray(a, py), toArray(b, py), py), out),
  ),
  define('vdot(a, b)', 'The dot product of flattened arrays, the first conjugated.', ([a, b], py) =>
    arrayOrScalar(
      dot(applyElementwise(operation('conjugate'), [ravel(toArray(a, py))]), ravel(toArray(b, py))),
    ),
  ),
  define('tensordot(a, b, axes=2)', 'The sum of products over pairs of axes.', ([a, b, axes], py) => {
    const [left, right] = [toArray(a, py), toArray(b, py)];
    const [first, second] = contractionAxes(axes, left.rank, py);
    return tensordot(left, right, first, second);
  }),
  define(
    'einsum(subscripts, *operands, **kwargs)',
    'Sums of products by Einstein’s convention.',
    ([subscripts, operands, keywords], py) => {
      const items = (operands as PyTuple).items;
      const options = keywords as PyDict;
      for (const name of options.keys())
        if (!einsumOptions.includes(String(name)))
          throw raise(TypeError, `'${String(name)}' is an invalid keyword for einsum`);
      const type = nativeDType(options.getString('dtype') ?? null, py);
      const out = options.getString('out') ?? null;
      if (typeof subscripts === 'string') {
        const arrays = items.map(item => toArray(item, py, type));
        return deliver(einsum(subscripts, arrays, py), out);
      }
      if (type !== null) throw new NotKnown('`dtype` of einsum with lists of labels is not modelled');
      return deliver(toArray(einsumByLists([subscripts, ...items], py)), out);
    },
  ),
  define('kron(a, b)', 'The Kronecker product.', ([a, b], py) =>
    kronecker(toArray(a, py), toArray(b, py), py),
  ),
  define(
    'cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None)',
    'The cross product of vectors.',
    ([a, b, axisA, axisB, axisC, axis], py) => {
      const [x, y, z] = axis === null ? [axisA, axisB, axisC] : [axis, axis, axis];
      const result = cross(
        moveAxes(toArray(a, py), [integerArgument(x, py)], [-1]),
        moveAxes(toArray(b, py), [integerArgument(y, py)], [-1]),
        py,
      );
      const out =
        result.rank > 0 && result.shape[result.rank - 1] === 3
          ? moveAxes(result, [-1], [integerArgument(z, py)])
          : result;
      return arrayOrScalar(out);
    },
  ),
  define('matrix_transpose(x)', 'The last two axes exchanged.', ([x], py) =>
    swapAxes(toArray(x, py), -1, -2),
  ),
];
