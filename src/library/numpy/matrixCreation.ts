/** Matrices by diagonals and triangles, and grids of coordinates. */

import { raise, TypeError, ValueError } from '../../python/errors.ts';
import { PyList, type PyTuple, type Value } from '../../python/values.ts';
import { integerArgument, knownShape, optionalInteger, shapeArgument } from './arguments.ts';
import { asType, elementOf } from './casting.ts';
import { toArray } from './conversion.ts';
import { define } from './definition.ts';
import { requiredDType } from './dtypeObjects.ts';
import { type DTypeName, promoteTypes } from './dtypes.ts';
import { facts, noFacts } from './facts.ts';
import { emptyForText, full } from './filling.ts';
import { stack } from './joining.ts';
import { abstractArray, concreteArray, inOrder, type NdArray, requireData } from './ndarray.ts';
import { allocate, checkAllocation, fromItems, isWideItems } from './storage.ts';
import { broadcastTo, copyArray, diagonal, expandDimensions, reshape } from './views.ts';

function identityLike(rows: number, columns: number, offset: number, dtype: DTypeName): NdArray {
  const data = allocate([rows, columns], dtype);
  const one = elementOf(1, dtype);
  for (let row = 0; row < rows; row++) {
    const column = row + offset;
    if (column >= 0 && column < columns) (data.items as Value[])[row * columns + column] = one;
  }
  return concreteArray(data);
}

export const eye = define(
  "eye(N, M=None, k=0, dtype=float, order='C')",
  'Ones on a diagonal, zeros elsewhere. `np.eye(n)[labels]` makes labels one-hot.',
  ([rows, columns, offset, dtype], py) => {
    const n = integerArgument(rows, py);
    return identityLike(
      n,
      optionalInteger(columns, py) ?? n,
      integerArgument(offset, py),
      requiredDType(dtype, py),
    );
  },
  ([rows, columns, offset, dtype], py) => {
    const [n] = shapeArgument(rows, py);
    const [m] = columns === null ? [n] : shapeArgument(columns, py);
    const square = columns === null && offset === 0 && n !== null;
    const known = square
      ? facts({ oneHot: { classes: n } })
      : facts({ integers: true, minimum: 0, maximum: 1 });
    return abstractArray([n, m], requiredDType(dtype, py), known);
  },
);

export const identity = define(
  'identity(n, dtype=None, *, like=None)',
  'The identity matrix.',
  ([rows, dtype], py) => {
    const n = integerArgument(rows, py);
    return identityLike(n, n, 0, requiredDType(dtype, py));
  },
  ([rows, dtype], py) => {
    const [n] = shapeArgument(rows, py);
    return abstractArray(
      [n, n],
      requiredDType(dtype, py),
      n === null ? noFacts : facts({ oneHot: { classes: n } }),
    );
  },
);

export const diag = define(
  'diag(v, k=0)',
  'A diagonal of a matrix, or a matrix with a diagonal.',
  ([v, k], py) => {
    const source = toArray(v, py);
    const offset = integerArgument(k, py);
    if (source.rank === 2) return diagonal(source, offset);
    if (source.rank !== 1) throw raise(ValueError, 'Input must be 1- or 2-d.');
    const [length] = source.shape;
    const size = length === null ? null : length + Math.abs(offset);
    if (source.data === null || size === null) return abstractArray([size, size], source.dtype);
    const empty = allocate([size, size], source.dtype);
    const data = isWideItems(source.data.items)
      ? fromItems(
          new (source.data.items.constructor as BigInt64ArrayConstructor)(size * size),
          empty.shape,
          source.dtype,
        )
      : empty;
    for (let i = 0; i < length!; i++) {
      const row = i + Math.max(0, -offset);
      (data.items as Value[])[row * size + i + Math.max(0, offset)] = source.data.items[
        source.data.offset + i * source.data.strides[0]
      ] as Value;
    }
    return concreteArray(data);
  },
);

/** Keeps one side of a diagonal and clears the other. */

/** The lower or upper triangle; the mask is `tri(*shape)` of the last two axes, which a scalar does not have. */
function triangleOf(array: NdArray, k: number, lower: boolean): NdArray {
  if (array.rank === 0) throw raise(TypeError, "tri() missing 1 required positional argument: 'N'");
  return triangle(array, k, lower);
}

function triangle(source: NdArray, offset: number, lower: boolean): NdArray {
  if (source.rank === 1)
    return triangle(broadcastTo(source, [source.shape[0], source.shape[0]]), offset, lower);
  if (source.data === null) {
    const { minimum, maximum, integers } = source.facts;
    const known =
      minimum === null || maximum === null
        ? noFacts
        : facts({ integers, minimum: Math.min(0, minimum), maximum: Math.max(0, maximum) });
    return abstractArray(source.shape, source.dtype, known);
  }
  const copy = inOrder(copyArray(source), false);
  const data = copy.data!;
  const [rows, columns] = data.shape.slice(-2);
  const items = data.items as Value[];
  // Memory that holds numbers beyond 2**53 takes big integers only.
  const zero: unknown = isWideItems(data.items) ? 0n : elementOf(emptyForText(0, data.dtype), data.dtype);
  for (let start = 0; start < data.size; start += rows * columns) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const below = column - row <= offset;
        if (lower ? !below : column - row < offset) items[start + row * columns + column] = zero as Value;
      }
    }
  }
  return copy;
}

export function gridFunctions() {
  return [
    define(
      "meshgrid(*xi, copy=True, sparse=False, indexing='xy')",
      'Coordinate matrices from coordinate vectors.',
      ([xi, copy, sparse, indexing], py) => {
        const vectors = (xi as PyTuple).items.map(item => {
          const vector = toArray(item, py);
          return vector.rank === 0 ? reshape(vector, [1]) : reshape(vector, [vector.size ?? -1]);
        });
        const count = vectors.length;
        const swap = indexing === 'xy' && count > 1;
        const place = (index: number): number => (swap && index < 2 ? 1 - index : index);
        const shape: (number | null)[] = new Array(count).fill(1);
        vectors.forEach((vector, index) => {
          shape[place(index)] = vector.shape[0];
        });
        const grids = vectors.map((vector, index) => {
          const axes = shape.map((_, axis) => axis).filter(axis => axis !== place(index));
          const lifted = expandDimensions(vector, axes);
          if (py.truth(sparse)) return lifted;
          const wide = broadcastTo(lifted, shape);
          return py.truth(copy) ? copyArray(wide) : wide;
        });
        return new PyList(grids);
      },
    ),
    define(
      'indices(dimensions, dtype=int, sparse=False)',
      'The indices of a grid.',
      ([dimensions, dtype], py) => {
        const shape = knownShape(shapeArgument(dimensions, py));
        return indexGrid(shape, requiredDType(dtype, py));
      },
    ),
    define(
      'fromfunction(function, shape, *, dtype=float, like=None)',
      'An array made by calling a function on coordinates.',
      ([callback, shape, dtype], py) => {
        const lengths = knownShape(shapeArgument(shape, py));
        const grid = indexGrid(lengths, requiredDType(dtype, py));
        return py.call(
          callback,
          lengths.map((_, axis) => coordinate(grid, axis)),
        );
      },
    ),
  ];
}

function coordinate(grid: NdArray, axis: number): NdArray {
  const { data } = grid;
  return concreteArray(
    data!.view(data!.shape.slice(1), data!.strides.slice(1), data!.offset + axis * data!.strides[0]),
  );
}

/** `indices`: for every axis the array of positions along it. */
export function indexGrid(shape: readonly number[], dtype: DTypeName): NdArray {
  if (shape.length === 0) return concreteArray(allocate([0], dtype));
  // Refused with NumPy's words before anything is filled.
  checkAllocation([shape.length, ...shape], dtype);
  const axes = shape.map((length, axis) => {
    const vector = concreteArray(
      fromItems(
        Float64Array.from({ length }, (_, i) => i),
        [length],
        'int64',
      ),
    );
    const others = shape.map((_, index) => index).filter(index => index !== axis);
    return broadcastTo(expandDimensions(vector, others), shape);
  });
  return asType(stack(axes, 0), dtype);
}

export const triangles = [
  define(
    'tri(N, M=None, k=0, dtype=float, *, like=None)',
    'Ones at and below a diagonal.',
    ([rows, columns, k, dtype], py) => {
      const n = integerArgument(rows, py);
      const m = optionalInteger(columns, py) ?? n;
      return triangle(full([n, m], requiredDType(dtype, py), 1), integerArgument(k, py), true);
    },
  ),
  define('tril(m, k=0)', 'The lower triangle of an array.', ([m, k], py) =>
    triangleOf(toArray(m, py), integerArgument(k, py), true),
  ),
  define('triu(m, k=0)', 'The upper triangle of an array.', ([m, k], py) =>
    triangleOf(toArray(m, py), integerArgument(k, py), false),
  ),
  define('diagflat(v, k=0)', 'A matrix with the flattened input as a diagonal.', ([v, k], py) => {
    const source = toArray(v, py);
    return py.call(diag, [reshape(source, [-1]), k]);
  }),
  define('vander(x, N=None, increasing=False)', 'A Vandermonde matrix.', ([x, count, increasing], py) => {
    const values = toArray(x, py);
    const data = requireData(values);
    const n = optionalInteger(count, py) ?? data.size;
    const type = promoteTypes(values.dtype, 'int64');
    const result = new Float64Array(data.size * n);
    for (let row = 0; row < data.size; row++) {
      const base = Number(data.items[data.offset + row * data.strides[0]]);
      let power = 1;
      for (let column = 0; column < n; column++, power *= base) {
        result[row * n + (py.truth(increasing) ? column : n - 1 - column)] = power;
      }
    }
    return asType(concreteArray(fromItems(result, [data.size, n], 'float64')), type);
  }),
];
