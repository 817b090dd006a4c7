import { raise, ValueError } from '../../python/errors.ts';
import { PyFloat } from '../../python/values.ts';
import { accumulate } from './accumulation.ts';
import { integerArgument, optionalInteger } from './arguments.ts';
import { castArray } from './casting.ts';
import { choose } from './choosing.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { dtypeArgument, nativeDType } from './dtypeObjects.ts';
import { kindOf } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { argumentOf } from './extremePositions.ts';
import { mean, variance } from './moments.ts';
import { type NdArray, requireNumbers } from './ndarray.ts';
import { operation } from './operations.ts';
import { type Common, common, deliver, keepDefault } from './reductionOptions.ts';
import { reduce } from './reductions.ts';

function nanMask(array: NdArray): NdArray {
  return applyElementwise(operation('isnan'), [array]);
}

/** Replaces NaN by a neutral number, for the nan-functions. */
function withoutNaN(array: NdArray, neutral: number): NdArray {
  if (!'fc'.includes(kindOf(array.dtype))) return array;
  return choose(nanMask(array), castArray(toArray(new PyFloat(neutral)), array.dtype), array);
}

function countWithoutNaN(array: NdArray, options: Common): NdArray {
  const valid = applyElementwise(operation('logical_not'), [nanMask(array)]);
  return reduce('add', valid, options.axes, options);
}

/** All functions of this file. */
export function nanFunctions() {
  const extremes = (['nanmax', 'nanmin'] as const).map(name =>
    define(
      `${name}(a, axis=None, out=None, ${keepDefault})`,
      'The extreme that is not NaN.',
      ([value, axis, out, keep], py) => {
        const options = common(axis, keep, py);
        return deliver(
          reduce(name === 'nanmax' ? 'fmax' : 'fmin', toArray(value, py), options.axes, options),
          out,
        );
      },
    ),
  );
  const sums = (['nansum', 'nanprod'] as const).map(name =>
    define(
      `${name}(a, axis=None, dtype=None, out=None, ${keepDefault})`,
      'The sum or product without NaN.',
      ([value, axis, dtype, out, keep], py) => {
        const options = common(axis, keep, py);
        const array = withoutNaN(toArray(value, py), name === 'nansum' ? 0 : 1);
        return deliver(
          reduce(name === 'nansum' ? 'add' : 'multiply', array, options.axes, {
            ...options,
            dtype: nativeDType(dtype, py),
          }),
          out,
        );
      },
    ),
  );
  const averages = define(
    `nanmean(a, axis=None, dtype=None, out=None, ${keepDefault})`,
    'The mean without NaN.',
    ([value, axis, , out, keep], py) => {
      const options = common(axis, keep, py);
      const array = toArray(value, py);
      if (!'fc'.includes(kindOf(array.dtype))) return deliver(mean(array, options.axes, options), out);
      const sum = reduce('add', withoutNaN(array, 0), options.axes, options);
      const result = applyElementwise(operation('divide'), [sum, countWithoutNaN(array, options)], { py });
      return deliver(castArray(result, array.dtype), out);
    },
  );
  const spreads = (
    [
      ['nanvar', false],
      ['nanstd', true],
    ] as const
  ).map(([name, root]) =>
    define(
      `${name}(a, axis=None, dtype=None, out=None, ddof=0, ${keepDefault})`,
      'The spread without NaN.',
      ([value, axis, , out, ddof, keep], py) => {
        const options = common(axis, keep, py);
        const array = toArray(value, py);
        if (!'fc'.includes(kindOf(array.dtype))) {
          return deliver(
            variance(array, options.axes, { ...options, degrees: integerArgument(ddof, py), root }),
            out,
          );
        }
        const wide = { ...options, keepDimensions: true };
        const average = applyElementwise(
          operation('divide'),
          [reduce('add', withoutNaN(array, 0), options.axes, wide), countWithoutNaN(array, wide)],
          { py },
        );
        const differences = applyElementwise(operation('subtract'), [array, average], { py });
        const centred = choose(nanMask(array), castArray(toArray(new PyFloat(0)), array.dtype), differences);
        const squares = applyElementwise(operation('multiply'), [centred, centred], { py });
        const degrees = applyElementwise(
          operation('subtract'),
          [countWithoutNaN(array, options), toArray(ddof, py)],
          { py },
        );
        const spread = applyElementwise(
          operation('divide'),
          [reduce('add', squares, options.axes, options), degrees],
          { py },
        );
        return deliver(
          castArray(root ? applyElementwise(operation('sqrt'), [spread], { py }) : spread, array.dtype),
          out,
        );
      },
    ),
  );
  const positions = (['nanargmax', 'nanargmin'] as const).map(name =>
    define(
      `${name}(a, axis=None, out=None, ${keepDefault})`,
      'The position of the extreme that is not NaN.',
      ([value, axis], py) => {
        const given = toArray(value, py);
        const empty = reduce(
          'logical_and',
          nanMask(given),
          axis === null ? null : [integerArgument(axis, py)],
        );
        const numbers = empty.data === null ? [] : requireNumbers(empty);
        if (Array.from(numbers).includes(1)) throw raise(ValueError, 'All-NaN slice encountered');
        const array = withoutNaN(
          given,
          name === 'nanargmax' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
        );
        return arrayOrScalar(
          argumentOf(name === 'nanargmax' ? 'argmax' : 'argmin', array, optionalInteger(axis, py)),
        );
      },
    ),
  );
  const running = (
    [
      ['nancumsum', 'add', 0],
      ['nancumprod', 'multiply', 1],
    ] as const
  ).map(([name, fold, neutral]) =>
    define(
      `${name}(a, axis=None, dtype=None, out=None)`,
      'The running sum or product without NaN.',
      ([value, axis, dtype], py) =>
        accumulate(
          fold,
          withoutNaN(toArray(value, py), neutral),
          optionalInteger(axis, py),
          dtypeArgument(dtype, py),
          py,
        ),
    ),
  );
  return [...extremes, ...sums, averages, ...spreads, ...positions, ...running];
}
