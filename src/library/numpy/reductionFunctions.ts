/** Reductions as functions: sums, means, extremes, truth, positions, running sums; and those that skip NaN. */
import { raise, TypeError, ValueError, ZeroDivisionError } from '../../python/errors.ts';
import type { Bound } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyTuple, Unknown, type Value } from '../../python/values.ts';
import { accumulate } from './accumulation.ts';
import { axesArgument, numberArgument, optionalInteger } from './arguments.ts';
import { castArray } from './casting.ts';
import { choose } from './choosing.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define, troubleListener, warn } from './definition.ts';
import { dtypeArgument, nativeDType } from './dtypeObjects.ts';
import { kindOf } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { argumentOf } from './extremePositions.ts';
import { noteArgmax } from './modelScores.ts';
import { mean, variance } from './moments.ts';
import { nanFunctions } from './nanFunctions.ts';
import { concreteArray, NdArray, requireNumbers } from './ndarray.ts';
import { operation } from './operations.ts';
import { common, deliver, keepDefault } from './reductionOptions.ts';
import { type Axes, reduce } from './reductions.ts';
import { fromItems } from './storage.ts';
import { reshape } from './views.ts';

/** Sum-like: `(a, axis, dtype, out, keepdims, initial, where)`. */
export function foldBody(name: string) {
  return ([value, axis, dtype, out, keep, initial, where]: Bound, py: Interpreter): Value => {
    const options = common(axis, keep, py);
    let array = toArray(value, py);
    if (where !== undefined && where !== true && where !== null)
      array = masked(array, where, name === 'multiply' ? 1 : 0, py);
    const type = nativeDType(dtype, py);
    let result = reduce(name, array, options.axes, { ...options, dtype: type });
    if (initial !== undefined && initial !== null && typeof initial !== 'string') {
      result = applyElementwise(operation(name), [result, toArray(initial, py)], { py });
    }
    return deliver(result, out);
  };
}

function masked(array: NdArray, where: Value, neutral: number, py: Interpreter): NdArray {
  return choose(toArray(where, py, 'bool'), array, castArray(toArray(neutral), array.dtype));
}

/** Extremes: `(a, axis, out, keepdims, initial)`. */
export function extremeBody(name: string) {
  return ([value, axis, out, keep, initial]: Bound, py: Interpreter): Value => {
    const options = common(axis, keep, py);
    const array = toArray(value, py);
    if (initial !== undefined && initial !== null && typeof initial !== 'string') {
      const start = toArray(initial, py);
      if (array.size === 0) return deliver(castArray(start, array.dtype), out);
      return deliver(
        applyElementwise(operation(name), [reduce(name, array, options.axes, options), start], { py }),
        out,
      );
    }
    return deliver(reduce(name, array, options.axes, options), out);
  };
}

/** Truth: `(a, axis, out, keepdims)`. */
export function truthBody(name: string) {
  return ([value, axis, out, keep]: Bound, py: Interpreter): Value => {
    const options = common(axis, keep, py);
    return deliver(reduce(name, toArray(value, py), options.axes, options), out);
  };
}

/** `(a, axis, dtype, out, keepdims)`. */
export function meanBody([value, axis, dtype, out, keep]: Bound, py: Interpreter): Value {
  const options = common(axis, keep, py);
  const array = toArray(value, py);
  const result = mean(array, options.axes, {
    ...options,
    dtype: nativeDType(dtype, py),
    warn: text => warn(py, 'RuntimeWarning', text),
  });
  return deliver(result, out);
}

/** `(a, axis, dtype, out, ddof, keepdims)`. */
export function varianceBody(root: boolean) {
  return ([value, axis, dtype, out, degrees, keep]: Bound, py: Interpreter): Value => {
    const options = common(axis, keep, py);
    const result = variance(toArray(value, py), options.axes, {
      ...options,
      dtype: nativeDType(dtype, py),
      degrees: numberArgument(degrees, py),
      root,
      warn: text => warn(py, 'RuntimeWarning', text),
    });
    return deliver(result, out);
  };
}

/** `(a, axis, out, keepdims)`. */
export function positionBody(name: 'argmax' | 'argmin') {
  return ([value, axis, out, keep]: Bound, py: Interpreter): Value => {
    const keepDimensions = keep !== undefined && typeof keep !== 'string' && py.truth(keep);
    const [array, along] = [toArray(value, py), optionalInteger(axis, py)];
    if (name === 'argmax') noteArgmax(array, along, py);
    return deliver(argumentOf(name, array, along, keepDimensions), out);
  };
}

/** `(a, axis, dtype, out)`. */
export function runningBody(name: string) {
  return ([value, axis, dtype, out]: Bound, py: Interpreter): Value => {
    const result = accumulate(
      name,
      toArray(value, py),
      optionalInteger(axis, py),
      dtypeArgument(dtype, py),
      py,
    );
    return out instanceof NdArray ? deliver(result, out) : result;
  };
}

/** All functions of this file. */
export const reductionFunctions = [
  define(
    `sum(a, axis=None, dtype=None, out=None, ${keepDefault}, initial=<no value>, where=True)`,
    'The sum over axes.',
    foldBody('add'),
  ),
  define(
    `prod(a, axis=None, dtype=None, out=None, ${keepDefault}, initial=<no value>, where=True)`,
    'The product over axes.',
    foldBody('multiply'),
  ),
  define(
    `product(a, axis=None, dtype=None, out=None, ${keepDefault}, initial=<no value>, where=True)`,
    'The product over axes.',
    foldBody('multiply'),
  ),
  ...['max', 'amax'].map(name =>
    define(
      `${name}(a, axis=None, out=None, ${keepDefault}, initial=<no value>)`,
      'The largest element over axes.',
      extremeBody('maximum'),
    ),
  ),
  ...['min', 'amin'].map(name =>
    define(
      `${name}(a, axis=None, out=None, ${keepDefault}, initial=<no value>)`,
      'The smallest element over axes.',
      extremeBody('minimum'),
    ),
  ),
  define(
    `all(a, axis=None, out=None, ${keepDefault})`,
    'Whether all elements are true.',
    truthBody('logical_and'),
  ),
  define(
    `any(a, axis=None, out=None, ${keepDefault})`,
    'Whether any element is true.',
    truthBody('logical_or'),
  ),
  define(`mean(a, axis=None, dtype=None, out=None, ${keepDefault})`, 'The mean over axes.', meanBody),
  define(
    `std(a, axis=None, dtype=None, out=None, ddof=0, ${keepDefault})`,
    'The standard deviation over axes.',
    varianceBody(true),
  ),
  define(
    `var(a, axis=None, dtype=None, out=None, ddof=0, ${keepDefault})`,
    'The variance over axes.',
    varianceBody(false),
  ),
  define(
    `argmax(a, axis=None, out=None, ${keepDefault})`,
    'The position of the largest element.',
    positionBody('argmax'),
  ),
  define(
    `argmin(a, axis=None, out=None, ${keepDefault})`,
    'The position of the smallest element.',
    positionBody('argmin'),
  ),
  define('cumsum(a, axis=None, dtype=None, out=None)', 'Running sums.', runningBody('add')),
  define('cumprod(a, axis=None, dtype=None, out=None)', 'Running products.', runningBody('multiply')),
  define(
    `ptp(a, axis=None, out=None, ${keepDefault})`,
    'The range: largest minus smallest.',
    ([value, axis, out, keep], py) => {
      const options = common(axis, keep, py);
      const array = toArray(value, py);
      const ends = ['maximum', 'minimum'].map(name => reduce(name, array, options.axes, options));
      return deliver(applyElementwise(operation('subtract'), ends, { py }), out);
    },
  ),
  define(
    'average(a, axis=None, weights=None, returned=False)',
    'The weighted mean.',
    ([value, axis, weights, returned], py) => {
      const array = toArray(value, py);
      const axes = axesArgument(axis, py);
      if (weights === null) {
        const result = mean(array, axes, { py });
        if (!py.truth(returned)) return arrayOrScalar(result);
        const count = (array.size ?? 1) / (result.size ?? 1);
        return new PyTuple([
          arrayOrScalar(result),
          arrayOrScalar(
            applyElementwise(operation('multiply'), [
              castArray(applyElementwise(operation('equal'), [result, result]), 'float64'),
              concreteArray(fromItems(Float64Array.of(count), [], 'float64')),
            ]),
          ),
        ]);
      }
      return weighted(array, toArray(weights, py), axes, py.truth(returned), py);
    },
  ),
  define(
    `count_nonzero(a, axis=None, *, keepdims=False)`,
    'How many elements are not zero.',
    ([value, axis, keep], py) => {
      const array = toArray(value, py);
      const truth = 'US'.includes(kindOf(array.dtype))
        ? castArray(array, 'bool')
        : applyElementwise(operation('not_equal'), [
            castArray(array, array.dtype === 'object' ? 'bool' : array.dtype),
            toArray(0),
          ]);
      const result = reduce('add', truth, axesArgument(axis, py), { keepDimensions: py.truth(keep) });
      if (axis === null && result.rank === 0 && result.data === null)
        return new Unknown('the count is not known before it runs', 'int');
      if (axis === null && result.data !== null && result.rank === 0) return Number(result.data.items[0]);
      return arrayOrScalar(result);
    },
  ),
  ...nanFunctions(),
];

function weighted(array: NdArray, weights: NdArray, axes: Axes, returned: boolean, py: Interpreter): Value {
  let shaped = weights;
  if (weights.rank !== array.rank || weights.shape.some((length, axis) => length !== array.shape[axis])) {
    if (axes === null) throw raise(TypeError, 'Axis must be specified when shapes of a and weights differ.');
    if (weights.rank !== 1)
      throw raise(TypeError, '1D weights expected when shapes of a and weights differ.');
    const along = axes[0] < 0 ? axes[0] + array.rank : axes[0];
    if (weights.shape[0] !== array.shape[along])
      throw raise(ValueError, 'Length of weights not compatible with specified axis.');
    shaped = reshape(
      weights,
      array.shape.map((_, axis) => (axis === along ? -1 : 1)),
    );
  }
  const listener = troubleListener(py);
  const product = applyElementwise(operation('multiply'), [array, shaped], { py, warn: listener });
  const scale = reduce(
    'add',
    applyElementwise(operation('multiply'), [shaped, applyElementwise(operation('equal'), [array, array])]),
    axes,
    { dtype: 'float64', py },
  );
  if (scale.data !== null && Array.from(requireNumbers(scale)).includes(0))
    throw raise(ZeroDivisionError, "Weights sum to zero, can't be normalized");
  const total = applyElementwise(operation('divide'), [reduce('add', product, axes, { py }), scale], { py });
  return returned ? new PyTuple([arrayOrScalar(total), arrayOrScalar(scale)]) : arrayOrScalar(total);
}
