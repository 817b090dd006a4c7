/** What scikit-learn's Python texts need from the interpreter: facts for analysis, and the toy data sets. */
import { raise, ValueError } from '../../python/errors.ts';
import { type NativeFunction, named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { strOf } from '../../python/operations/text.ts';
import { classOf } from '../../python/types.ts';
import { NotKnown, PyFloat, PyList, PyObject, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { toArray } from '../numpy/conversion.ts';
import type { DTypeName } from '../numpy/dtypes.ts';
import { facts, type Occurrence } from '../numpy/facts.ts';
import { abstractArray, concreteArray, NdArray } from '../numpy/ndarray.ts';
import { RandomStream, sharedStream } from '../numpy/random/streams.ts';
import { drawnPositions, keepRows } from '../numpy/rowOrder.ts';
import { NumpyScalar } from '../numpy/scalars.ts';
import { fromItems } from '../numpy/storage.ts';
import { refuseMixed, refuseRows } from './targetKinds.ts';
import { readToyData } from './toyData.ts';

/** A length that may be unknown. */
function lengthOf(value: Value): number | null {
  if (typeof value === 'number') return value;
  if (value instanceof NumpyScalar && typeof value.value === 'number') return value.value;
  if (value instanceof PyFloat) return value.value;
  return null;
}

function numberOf(value: Value): number | null {
  if (value === null) return null;
  return lengthOf(value);
}

const running = native(
  'running()',
  (_args, py) => py.running,
  'False while a script is analysed: then results that depend on chance or on data keep only their shapes.',
);

/** Positions that chance has put there, each as likely as any other. */
function drawnRows(shape: readonly (number | null)[]): Occurrence | null {
  const [rows] = shape;
  return rows === null || rows === undefined || rows === 0 ? null : { share: 1 / rows, draws: rows };
}

const settled = native(
  'settled(value, shape, dtype="float64", minimum=None, maximum=None, drawn=False)',
  ([value, shape, dtype, minimum, maximum, drawn], py) => {
    if (py.running || (value instanceof NdArray && value.data !== null)) return value;
    if (!(shape instanceof PyTuple) || typeof dtype !== 'string')
      throw new NotKnown('its shape or type is not known');
    const array = abstractArray(
      shape.items.map(lengthOf),
      dtype as DTypeName,
      facts({
        minimum: numberOf(minimum),
        maximum: numberOf(maximum),
        occurrence: drawn === true ? drawnRows(shape.items.map(lengthOf)) : null,
      }),
    );
    return value instanceof NdArray ? keepRows(array, value) : array;
  },
  'The value where it is known; else an array of which shape, type and range are known.',
);

const drawnBy = native(
  'drawn_by(generator, *positions)',
  ([generator, positions], py) => {
    if (py.running) return null;
    const stream = generator instanceof RandomStream ? generator : sharedStream(py);
    for (const array of (positions as PyTuple).items)
      if (array instanceof NdArray && array.data === null) drawnPositions(array, stream, false, py);
    return null;
  },
  'Notes for analysis that these positions are drawn from a stream.',
);

const oneHotRows = native(
  'one_hot_rows(codes, classes, dtype="float64", on=1, off=0, complete=True)',
  ([codes, classes, dtype, on, off, complete], py) => {
    const width = lengthOf(classes);
    const type = dtype as DTypeName;
    const [high, low] = [Number(lengthOf(on)), Number(lengthOf(off))];
    if (codes instanceof NdArray && codes.data !== null && width !== null) {
      const indices = py.collect(py.callMethod(codes, 'tolist')) as number[];
      const values = new Float64Array(indices.length * width).fill(low);
      for (const [row, index] of indices.entries()) if (index >= 0) values[row * width + index] = high;
      const rows = concreteArray(fromItems(values, [indices.length, width], 'float64'));
      return py.callMethod(rows, 'astype', [type]);
    }
    const rows = codes instanceof NdArray ? (codes.shape[0] ?? null) : null;
    const plain = high === 1 && low === 0;
    return abstractArray(
      [rows, width],
      type,
      facts({
        integers: true,
        finite: true,
        minimum: low,
        maximum: high,
        // Codes that may be -1 (a value that was not there at fit) give rows of zeros.
        oneHot: plain && complete === true && width !== null ? { classes: width } : null,
        multiHot: plain && complete === true,
        probabilities: plain && complete === true,
      }),
    );
  },
  'Rows with `on` in the column that the code names (none for -1) and `off` elsewhere.',
);

/** What two equal elements share: text and numbers apart, and 1 equal to 1.0. */
function keyOf(value: Value): string {
  if (value instanceof PyFloat) return `n${value.value}`;
  if (typeof value === 'boolean') return `n${Number(value)}`;
  return typeof value === 'string' ? `s${value}` : `n${String(value)}`;
}

const codesOf = native(
  'codes_of(values, names)',
  ([values, names], py) => {
    if (!(values instanceof NdArray) || !(names instanceof NdArray))
      throw new NotKnown('its values are not known');
    if (values.data === null || names.data === null) {
      const classes = names.shape[0];
      return abstractArray(
        values.shape,
        'int64',
        facts({ minimum: classes === null ? null : -1, maximum: classes === null ? null : classes - 1 }),
      );
    }
    const places = new Map(
      py.collect(py.callMethod(names, 'tolist')).map((name, index) => [keyOf(name), index]),
    );
    const codes = py.collect(py.callMethod(values, 'tolist')).map(value => places.get(keyOf(value)) ?? -1);
    return concreteArray(fromItems(Float64Array.from(codes), [codes.length], 'int64'));
  },
  'The position of each value among the names; -1 for values that are not there.',
);

const shown = native(
  'shown(value)',
  ([value], py) => {
    if (value instanceof Unknown || (value instanceof NdArray && value.data === null)) return '[...]';
    try {
      return strOf(py, value);
    } catch (error) {
      if (error instanceof NotKnown) return '[...]';
      throw error;
    }
  },
  'The text of a value for messages, also where it is not known.',
);

const unknown = native(
  'unknown(reason)',
  ([reason]) => new Unknown(String(reason)),
  'A value that only a run knows.',
);

const known = native(
  'known(value)',
  ([value], py) => {
    if (value instanceof NdArray) return value.data !== null;
    if (value instanceof PyObject && classOf(value).lookup('__array__') !== undefined)
      return toArray(value, py).data !== null;
    if (value instanceof PyList)
      return value.lost === null && !value.items.some(item => item instanceof Unknown);
    if (value instanceof NumpyScalar) return value.value !== null;
    return !(value instanceof Unknown);
  },
  'Whether the contents of a value are known.',
);

const given = native(
  'given(value)',
  ([value]) => value !== null,
  'Whether an optional argument is there; one that is not known is.',
);

const toyData = native(
  'toy_data(name)',
  ([name], py) => {
    const set = readToyData(String(name));
    if (set === null) throw raise(ValueError, `no data set is called ${String(name)}`);
    const data = concreteArray(fromItems(set.data, [set.samples, set.features], 'float64'));
    const target = concreteArray(
      fromItems(set.target, [set.samples], set.wholeTargets ? 'int64' : 'float64'),
    );
    const arrays = [data, target].map(array =>
      !py.running && array.size! > 4096 ? abstractArray(array.shape, array.dtype, array.facts) : array,
    );
    return new PyTuple(arrays);
  },
  'The samples and targets of a data set that comes with scikit-learn.',
);

const functions: readonly NativeFunction[] = [
  running,
  settled,
  drawnBy,
  oneHotRows,
  codesOf,
  shown,
  unknown,
  known,
  given,
  toyData,
  refuseMixed,
  refuseRows,
];

export const supportModule: LibraryModule = {
  name: 'sklearn._support',
  entries: () => named(...functions),
};
