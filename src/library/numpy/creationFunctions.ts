/** Functions that make arrays: `array`, `zeros`, `arange`, `linspace`, `eye`, grids. */
import { raise, TypeError, ValueError, ZeroDivisionError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import {
  NotKnown,
  PyBytes,
  PyComplex,
  PyFloat,
  PyList,
  PyTuple,
  Unknown,
  type Value,
} from '../../python/values.ts';
import { integerArgument, knownShape, numberArgument, optionalInteger, shapeArgument } from './arguments.ts';
import { asType, castArray, elementOf, filledData, itemsOf } from './casting.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { dtypeArgument, requiredDType } from './dtypeObjects.ts';
import { type DTypeName, dtypeInfo, kindOf, promoteTypes } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { certainEnds, type Facts, facts, intervalFacts, noFacts } from './facts.ts';
import { stack } from './joining.ts';
import { abstractArray, concreteArray, NdArray, requireData, type Shape } from './ndarray.ts';
import { operation } from './operations.ts';
import { isNumpyScalar } from './scalars.ts';
import { normalizeAxis } from './shapes.ts';
import { allocate, checkAllocation, fromItems, isWideItems, type NumberItems, sizeOf } from './storage.ts';
import { broadcastTo, copyArray, diagonal, expandDimensions, moveAxes, reshape } from './views.ts';

/** The facts of an array of one value. */
function constantFacts(value: Value, dtype: DTypeName): Facts {
  if (!'biuf'.includes(kindOf(dtype))) return noFacts;
  const number = Number(elementOf(value, dtype));
  return facts({ constant: number, finite: Number.isFinite(number) });
}

/** Zeros of text are empty. */
function emptyForText(value: number, dtype: DTypeName): Value {
  return value === 0 && 'US'.includes(kindOf(dtype)) ? '' : value;
}

/** An array full of one value; abstract where a length is unknown. */
function full(shape: Shape, dtype: DTypeName, value: Value): NdArray {
  if (shape.includes(null)) return abstractArray(shape, dtype, constantFacts(value, dtype));
  return concreteArray(filledData(shape as number[], dtype, value));
}

function filler(name: 'zeros' | 'ones' | 'empty', value: number) {
  return define(
    `${name}(shape, dtype=float, order='C', *, like=None)`,
    `A new array of a shape, ${name === 'empty' ? 'contents left as they are (zeros here)' : `filled with ${name}`}.`,
    ([shape, dtype], py) =>
      full(shapeArgument(shape, py), requiredDType(dtype, py), emptyForText(value, requiredDType(dtype, py))),
    ([shape, dtype], py) => {
      const type = requiredDType(dtype, py);
      return abstractArray(
        shapeArgument(shape, py),
        type,
        name === 'empty' ? noFacts : constantFacts(value, type),
      );
    },
  );
}

function fillerLike(name: 'zeros' | 'ones' | 'empty', value: number) {
  return define(
    `${name}_like(a, dtype=None, order='K', subok=True, shape=None)`,
    `A new array of another's shape and type, ${name === 'empty' ? 'contents left as they are (zeros here)' : `filled with ${name}`}.`,
    ([a, dtype, , , shape], py) => {
      const model = toArray(a, py);
      const type = dtypeArgument(dtype, py) ?? model.dtype;
      return full(shape === null ? model.shape : shapeArgument(shape, py), type, emptyForText(value, type));
    },
    ([a, dtype, , , shape], py) => {
      const model = toArray(a, py);
      const type = dtypeArgument(dtype, py) ?? model.dtype;
      const known = name === 'empty' ? noFacts : constantFacts(value, type);
      return abstractArray(shape === null ? model.shape : shapeArgument(shape, py), type, known);
    },
  );
}

const isExact = (value: Value): boolean =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (isNumpyScalar(value) && 'biu'.includes(kindOf(value.dtype))) ||
  (value instanceof NdArray && 'biu'.includes(kindOf(value.dtype)));

interface Range {
  readonly start: number;
  readonly step: number;
  readonly length: number;
  readonly dtype: DTypeName;
}

function readRange(args: readonly Value[], py: Interpreter): Range {
  const [first, second, stepValue, dtype] = args;
  const [start, stop] = second === null ? [0, first] : [first, second];
  if (first === null) throw raise(TypeError, 'arange() requires stop to be specified.');
  const step = stepValue === null ? 1 : stepValue;
  const whole = [start, stop, step].every(isExact);
  const [from, to, by] = [start, stop, step].map(value => numberArgument(value, py));
  if (by === 0) throw raise(ZeroDivisionError, 'division by zero');
  const length = Math.ceil((to - from) / by);
  if (!Number.isFinite(length)) throw raise(ValueError, 'arange: cannot compute length');
  const natural = whole ? 'int64' : 'float64';
  return { start: from, step: by, length: Math.max(0, length), dtype: dtypeArgument(dtype, py) ?? natural };
}

const arange = define(
  'arange(start, stop=None, step=None, dtype=None, *, like=None)',
  'Evenly spaced values within a half-open interval.',
  (args, py) => {
    const { start, step, length, dtype } = readRange(args, py);
    const data = allocate([length], dtype);
    if (dtype === 'bool' && length > 2) throw raise(ValueError, 'no fill-function for data-type.');
    const items = data.items as NumberItems;
    // NumPy takes the step to be the difference of the first two elements.
    const delta = start + step - start;
    for (let i = 0; i < length; i++) items[i] = i === 1 ? start + step : start + i * delta;
    if (kindOf(dtype) === 'c')
      return castArray(concreteArray(fromItems(Float64Array.from(items), [length], 'float64')), dtype);
    return concreteArray(data);
  },
  (args, py) => {
    try {
      const { start, step, length, dtype } = readRange(args, py);
      const last = start + (length - 1) * step;
      const whole = Number.isInteger(start) && Number.isInteger(step);
      const bounds = { minimum: Math.min(start, last), maximum: Math.max(start, last) };
      return abstractArray(
        [length],
        dtype,
        whole ? { ...intervalFacts(bounds, true, true), occurrence: certainEnds(1 / length) } : noFacts,
      );
    } catch (error) {
      if (!(error instanceof NotKnown)) throw error;
      const exact = args
        .slice(0, 3)
        .every(
          value => value === null || isExact(value) || (value instanceof Unknown && value.kind === 'int'),
        );
      if (!exact) throw error;
      return abstractArray([null], dtypeArgument(args[3], py) ?? 'int64', noFacts);
    }
  },
);

function spaced(
  args: readonly Value[],
  py: Interpreter,
  contents: boolean,
): { array: NdArray; step: number } {
  const [startValue, stopValue, num, endpoint, , dtype] = args;
  const count = integerArgument(num, py);
  if (count < 0) throw raise(ValueError, `Number of samples, ${count}, must be non-negative.`);
  const start = toArray(startValue, py);
  const stop = toArray(stopValue, py);
  const type = dtypeArgument(dtype, py) ?? promoteTypes(promoteTypes(start.dtype, stop.dtype), 'float64');
  const divisions = py.truth(endpoint) ? count - 1 : count;
  if (start.rank === 0 && stop.rank === 0 && kindOf(type) !== 'c') {
    const from = numberArgument(startValue, py);
    const to = numberArgument(stopValue, py);
    const delta = to - from;
    const step = divisions > 0 ? delta / divisions : Number.NaN;
    const bounds = { minimum: Math.min(from, to), maximum: Math.max(from, to) };
    if (!contents) {
      return {
        array: abstractArray(
          [count],
          type,
          'iu'.includes(kindOf(type)) ? noFacts : intervalFacts(bounds, false, true),
        ),
        step,
      };
    }
    const items = allocate([count], 'float64').items as Float64Array;
    for (let i = 0; i < count; i++) {
      items[i] = divisions > 0 ? (step === 0 ? (i / divisions) * delta : i * step) + from : i * delta + from;
    }
    if (py.truth(endpoint) && count > 1) items[count - 1] = to;
    if ('iu'.includes(kindOf(type))) for (let i = 0; i < count; i++) items[i] = Math.floor(items[i]);
    return { array: asType(concreteArray(fromItems(items, [count], 'float64')), type), step };
  }
  const steps = concreteArray(
    fromItems(
      Float64Array.from({ length: count }, (_, i) => (divisions > 0 ? i / divisions : i)),
      [count],
      'float64',
    ),
  );
  const difference = applyElementwise(operation('subtract'), [asType(stop, type), asType(start, type)]);
  const column = reshape(steps, [count, ...difference.shape.map(() => 1)]);
  const product = applyElementwise(operation('multiply'), [column, difference]);
  const sum = applyElementwise(operation('add'), [product, start]);
  return { array: asType(sum, type), step: Number.NaN };
}

const linspace = define(
  'linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0)',
  'Evenly spaced numbers over an interval, its end included by default.',
  (args, py) => {
    const { array: first, step } = spaced(args, py, true);
    const along = normalizeAxis(integerArgument(args[6] ?? 0, py), first.rank);
    const array = along === 0 ? first : moveAxes(first, [0], [along]);
    return py.truth(args[4]) ? new PyTuple([array, new PyFloat(step)]) : array;
  },
  (args, py) => {
    const { array: first, step } = spaced(args, py, false);
    const along = normalizeAxis(integerArgument(args[6] ?? 0, py), first.rank);
    const array = along === 0 ? first : moveAxes(first, [0], [along]);
    return py.truth(args[4]) ? new PyTuple([array, new PyFloat(step)]) : array;
  },
);

const logspace = define(
  'logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0)',
  'Numbers spaced evenly on a log scale.',
  ([start, stop, num, endpoint, base, dtype, axis], py) => {
    const { array } = spaced([start, stop, num, endpoint, false, null, axis], py, true);
    const result = applyElementwise(operation('power'), [toArray(base, py), array]);
    const type = dtypeArgument(dtype, py);
    return type === null ? result : castArray(result, type);
  },
);

const geomspace = define(
  'geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0)',
  'Numbers spaced evenly on a log scale (a geometric progression).',
  ([start, stop, num, endpoint, dtype, axis], py) => {
    const from = numberArgument(start, py);
    const to = numberArgument(stop, py);
    if (from === 0 || to === 0) throw raise(ValueError, 'Geometric sequence cannot include zero');
    const sign = from < 0 && to < 0 ? -1 : 1;
    const logs = [from, to].map(value => new PyFloat(Math.log10(value * sign)));
    const { array } = spaced([logs[0], logs[1], num, endpoint, false, null, axis], py, true);
    const items = Float64Array.from(
      requireData(array).items as NumberItems,
      exponent => sign * 10 ** exponent,
    );
    if (items.length > 0) items[0] = from;
    if (items.length > 1 && py.truth(endpoint)) items[items.length - 1] = to;
    const result = concreteArray(fromItems(items, [items.length], 'float64'));
    const type = dtypeArgument(dtype, py);
    return type === null ? result : castArray(result, type);
  },
);

function identityLike(rows: number, columns: number, offset: number, dtype: DTypeName): NdArray {
  const data = allocate([rows, columns], dtype);
  const one = elementOf(1, dtype);
  for (let row = 0; row < rows; row++) {
    const column = row + offset;
    if (column >= 0 && column < columns) (data.items as Value[])[row * columns + column] = one;
  }
  return concreteArray(data);
}

const eye = define(
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

const identity = define(
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

const array = define(
  "array(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, like=None)",
  'An array from nested sequences, numbers or other arrays.',
  ([object, dtype, copy, , , ndmin], py) => {
    let result = toArray(object, py, dtypeArgument(dtype, py));
    if (result === object && py.truth(copy)) result = copyArray(result);
    const missing = integerArgument(ndmin, py) - result.rank;
    return missing > 0
      ? expandDimensions(
          result,
          Array.from({ length: missing }, (_, axis) => axis),
        )
      : result;
  },
);

function converter(name: string) {
  return define(
    `${name}(a, dtype=None, order=None, *, like=None)`,
    'The value as an array, without a copy if it is one.',
    ([a, dtype], py) => toArray(a, py, dtypeArgument(dtype, py)),
  );
}

const fullFunction = define(
  "full(shape, fill_value, dtype=None, order='C', *, like=None)",
  'A new array filled with a value.',
  ([shape, value, dtype], py) => {
    const source = toArray(value, py);
    const type = dtypeArgument(dtype, py) ?? source.dtype;
    const wanted = shapeArgument(shape, py);
    if (source.rank === 0 && source.data !== null)
      return full(
        wanted,
        type,
        source.data.items[source.data.offset] === null ? null : arrayOrScalar(source),
      );
    return copyArray(broadcastTo(asType(source, type), wanted));
  },
  ([shape, value, dtype], py) => {
    const source = toArray(value, py);
    const type = dtypeArgument(dtype, py) ?? source.dtype;
    const known =
      source.rank === 0 && source.dtype === type ? { ...source.facts, occurrence: null } : noFacts;
    return abstractArray(shapeArgument(shape, py), type, known);
  },
);

const fullLike = define(
  "full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None)",
  "A new array of another's shape and type filled with a value.",
  ([a, value, dtype, , , shape], py) => {
    const model = toArray(a, py);
    const wanted = shape === null ? model.shape : shapeArgument(shape, py);
    const source = asType(toArray(value, py), dtypeArgument(dtype, py) ?? model.dtype);
    return copyArray(broadcastTo(source, wanted));
  },
  ([a, value, dtype, , , shape], py) => {
    const model = toArray(a, py);
    const source = asType(toArray(value, py), dtypeArgument(dtype, py) ?? model.dtype);
    return abstractArray(
      shape === null ? model.shape : shapeArgument(shape, py),
      source.dtype,
      source.rank === 0 ? { ...source.facts, occurrence: null } : noFacts,
    );
  },
);

const diag = define('diag(v, k=0)', 'A diagonal of a matrix, or a matrix with a diagonal.', ([v, k], py) => {
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
});

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
  const copy = copyArray(source);
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

function gridFunctions() {
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

const triangles = [
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

const fromOthers = [
  define(
    'frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None)',
    'An array from the bytes of a buffer.',
    ([buffer, dtype, count, offset], py) => {
      if (!(buffer instanceof PyBytes)) throw raise(TypeError, "a bytes-like object is required, not 'str'");
      const type = requiredDType(dtype, py);
      const bytes = buffer.data.subarray(integerArgument(offset, py));
      const wanted = integerArgument(count, py);
      const { itemSize } = dtypeInfo(type);
      if (wanted < 0 && bytes.length % itemSize !== 0)
        throw raise(ValueError, 'buffer size must be a multiple of element size');
      const length = wanted < 0 ? bytes.length / itemSize : wanted;
      if (length * itemSize > bytes.length) throw raise(ValueError, 'buffer is smaller than requested size');
      const result = concreteArray(fromBytes(bytes.subarray(0, length * itemSize), [length], type));
      result.memory.writeable = false;
      return result;
    },
  ),
  define(
    'fromiter(iter, dtype, count=-1, *, like=None)',
    'A one-dimensional array from an iterable.',
    ([iterable, dtype], py) => toArray(new PyList(py.collect(iterable)), py, requiredDType(dtype, py)),
  ),
  define(
    'fromstring(string, dtype=float, count=-1, *, sep, like=None)',
    'Numbers read from text.',
    ([text, dtype, , sep], py) => {
      if (text instanceof Unknown) throw new NotKnown(text.reason);
      if (sep instanceof Unknown) throw new NotKnown(sep.reason);
      const parts = (text as string)
        .split(sep === ' ' ? /\s+/ : (sep as string))
        .filter(part => part.trim() !== '');
      return toArray(new PyList(parts.map(part => new PyFloat(Number(part)))), py, requiredDType(dtype, py));
    },
  ),
];

/** Elements from little-endian bytes. */
export function fromBytes(bytes: Uint8Array, shape: readonly number[], dtype: DTypeName) {
  const { kind, itemSize } = dtypeInfo(dtype);
  const size = sizeOf(shape);
  if (bytes.byteOffset % 8 !== 0 || bytes.buffer.byteLength !== bytes.length)
    return fromBytesAligned(new Uint8Array(bytes), shape, dtype, kind, itemSize, size);
  return fromBytesAligned(bytes, shape, dtype, kind, itemSize, size);
}

function fromBytesAligned(
  bytes: Uint8Array,
  shape: readonly number[],
  dtype: DTypeName,
  kind: string,
  itemSize: number,
  size: number,
) {
  const { buffer } = bytes;
  const direct: Record<string, () => NumberItems> = {
    bool: () => new Uint8Array(buffer, 0, size).slice(),
    int8: () => new Int8Array(buffer, 0, size).slice(),
    uint8: () => new Uint8Array(buffer, 0, size).slice(),
    int16: () => new Int16Array(buffer, 0, size).slice(),
    uint16: () => new Uint16Array(buffer, 0, size).slice(),
    int32: () => new Int32Array(buffer, 0, size).slice(),
    uint32: () => new Uint32Array(buffer, 0, size).slice(),
    float32: () => new Float32Array(buffer, 0, size).slice(),
    float64: () => new Float64Array(buffer, 0, size).slice(),
  };
  const quick = direct[dtype];
  if (quick) return fromItems(quick(), shape, dtype);
  const view = new DataView(buffer as ArrayBuffer);
  const values: Value[] = new Array(size);
  for (let i = 0; i < size; i++) {
    const at = i * itemSize;
    if (dtype === 'int64') values[i] = normalized(view.getBigInt64(at, true));
    else if (dtype === 'uint64') values[i] = normalized(view.getBigUint64(at, true));
    else if (dtype === 'float16') values[i] = halfFromBits(view.getUint16(at, true));
    else if (kind === 'c') {
      const read =
        itemSize === 8
          ? (place: number) => view.getFloat32(place, true)
          : (place: number) => view.getFloat64(place, true);
      values[i] = elementOf(new PyComplex(read(at), read(at + itemSize / 2)), dtype);
    } else if (kind === 'U') {
      let text = '';
      for (let k = 0; k < itemSize; k += 4) text += String.fromCodePoint(view.getUint32(at + k, true));
      values[i] = text.replace(/\0+$/, '');
    } else values[i] = String.fromCharCode(...bytes.subarray(at, at + itemSize)).replace(/\0+$/, '');
  }
  return fromItems(itemsOf(values, dtype), shape, dtype);
}

function normalized(value: bigint): Value {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}

function halfFromBits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** All functions of this file. */
export const creationFunctions = [
  array,
  ...['asarray', 'asanyarray', 'ascontiguousarray', 'asfortranarray', 'asarray_chkfinite'].map(converter),
  define("copy(a, order='K', subok=False)", 'A copy of an array.', ([a], py) => copyArray(toArray(a, py))),
  filler('zeros', 0),
  filler('ones', 1),
  filler('empty', 0),
  fillerLike('zeros', 0),
  fillerLike('ones', 1),
  fillerLike('empty', 0),
  fullFunction,
  fullLike,
  arange,
  linspace,
  logspace,
  geomspace,
  eye,
  identity,
  diag,
  ...triangles,
  ...gridFunctions(),
  ...fromOthers,
];
