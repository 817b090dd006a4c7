/** Evenly spaced numbers: `arange`, `linspace`, `logspace`, `geomspace`. */

import { raise, TypeError, ValueError, ZeroDivisionError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyFloat, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { integerArgument, numberArgument } from './arguments.ts';
import { asType, castArray } from './casting.ts';
import { toArray } from './conversion.ts';
import { arangeOfTimes } from './dates/functions.ts';
import { define } from './definition.ts';
import { dtypeArgument } from './dtypeObjects.ts';
import { type DTypeName, kindOf, promoteTypes } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { certainEnds, intervalFacts, noFacts } from './facts.ts';
import { abstractArray, concreteArray, NdArray, requireData } from './ndarray.ts';
import { operation } from './operations.ts';
import { isNumpyScalar } from './scalars.ts';
import { normalizeAxis } from './shapes.ts';
import { allocate, fromItems, type NumberItems } from './storage.ts';
import { moveAxes, reshape } from './views.ts';

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

export const arange = define(
  'arange(start, stop=None, step=None, dtype=None, *, like=None)',
  'Evenly spaced values within a half-open interval.',
  (args, py) => {
    const times = arangeOfTimes(args, true, py);
    if (times !== null) return times;
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
    const times = arangeOfTimes(args, false, py);
    if (times !== null) return times;
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

export const linspace = define(
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

export const logspace = define(
  'logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0)',
  'Numbers spaced evenly on a log scale.',
  ([start, stop, num, endpoint, base, dtype, axis], py) => {
    const { array } = spaced([start, stop, num, endpoint, false, null, axis], py, true);
    const result = applyElementwise(operation('power'), [toArray(base, py), array]);
    const type = dtypeArgument(dtype, py);
    return type === null ? result : castArray(result, type);
  },
);

export const geomspace = define(
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
