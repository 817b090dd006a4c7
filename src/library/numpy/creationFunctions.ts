import { integerArgument } from './arguments.ts';
import { fromOthers } from './byteReading.ts';
import { converted, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { typeArgument } from './dtypeObjects.ts';
import { filler, fillerLike, fullFunction, fullLike } from './filling.ts';
import { diag, eye, gridFunctions, identity, triangles } from './matrixCreation.ts';
import { ndarrayClass } from './ndarray.ts';
import { arange, geomspace, linspace, logspace } from './ranges.ts';
import { sameView } from './typedViews.ts';
import { copyArray, expandDimensions } from './views.ts';

export const array = define(
  "array(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, like=None)",
  'An array from nested sequences, numbers or other arrays.',
  ([object, dtype, copy, , , ndmin], py) => {
    const type = typeArgument(dtype, py);
    let result = type === null ? toArray(object, py) : converted(object, type, py);
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
    ([a, dtype], py) => {
      const type = typeArgument(dtype, py);
      const array = type === null ? toArray(a, py) : converted(a, type, py);
      return name === 'asanyarray' || array.cls === ndarrayClass ? array : sameView(array);
    },
  );
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
