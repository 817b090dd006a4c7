/** Element-by-element operations on dates and durations: which types they take and give, and their loops. */
import { raise, TypeError } from '../../../python/errors.ts';
import type { Value } from '../../../python/values.ts';
import { castArray } from '../casting.ts';
import { type DTypeName, isSubtype, kindOf, typeString } from '../dtypes.ts';
import type { ElementwiseOptions, Operation } from '../elementwise.ts';
import { broadcastStrides, forEachRun } from '../iteration.ts';
import { abstractArray, concreteArray, type NdArray } from '../ndarray.ts';
import { scalarClassOf } from '../scalars.ts';
import { broadcastShapes } from '../shapes.ts';
import { allocate, type NumberItems } from '../storage.ts';
import { UFuncTypeError } from '../ufuncErrors.ts';
import { floorDivide } from './calendar.ts';
import { timeType } from './elements.ts';
import { commonTimeType, earlierOf, isFiner, isTime, laterOf, NOT_A_TIME, timeTypeName } from './units.ts';

/** The loop for certain types: what the operands are converted to, what comes out. */
interface Loop {
  readonly operands: readonly DTypeName[];
  readonly result: DTypeName;
  readonly apply: (a: Value, b: Value) => Value;
}

const missing = (...values: Value[]): boolean => values.includes(NOT_A_TIME);

/** A computation on counts that gives NaT where an operand is NaT. */
const keepingNaT =
  (compute: (a: bigint, b: bigint) => bigint) =>
  (a: Value, b: Value): Value =>
    missing(a, b) ? NOT_A_TIME : BigInt.asIntN(64, compute(a as bigint, b as bigint));

const comparisons: Record<string, (a: bigint, b: bigint) => boolean> = {
  equal: (a, b) => a === b,
  less: (a, b) => a < b,
  less_equal: (a, b) => a <= b,
  greater: (a, b) => a > b,
  greater_equal: (a, b) => a >= b,
};

const extremes: Record<string, (a: bigint, b: bigint) => bigint> = {
  maximum: laterOf,
  minimum: earlierOf,
  fmax: laterOf,
  fmin: earlierOf,
};

const isDuration = (dtype: DTypeName): boolean => kindOf(dtype) === 'm';
const isWhole = (dtype: DTypeName): boolean => 'biu'.includes(kindOf(dtype));

/** The common type of two operands that are both to be of one kind; integers count in the other's unit. */
function sharedType(a: DTypeName, b: DTypeName, kind: 'M' | 'm'): DTypeName {
  const types = [a, b].filter(isTime).map(timeType);
  const common = types.length === 1 ? types[0] : commonTimeType(types[0], types[1]);
  return timeTypeName({ ...common, kind });
}

/** The loop of two operands, or null where NumPy has none. */
function pairLoop(name: string, a: DTypeName, b: DTypeName): Loop | null {
  switch (name) {
    case 'add':
      return sumLoop(a, b, (x, y) => x + y, false);
    case 'subtract':
      return sumLoop(a, b, (x, y) => x - y, true);
    case 'multiply':
      return isDuration(a) ? scaleLoop(a, b, true) : scaleLoop(b, a, false);
    case 'divide':
    case 'floor_divide':
    case 'remainder':
    case 'fmod':
      return quotientLoop(name, a, b);
    default:
      return orderLoop(name, a, b);
  }
}

function sumLoop(
  a: DTypeName,
  b: DTypeName,
  compute: (x: bigint, y: bigint) => bigint,
  isDifference: boolean,
): Loop | null {
  const [first, second] = [kindOf(a), kindOf(b)];
  if (first === 'M' && second === 'M') {
    if (!isDifference) return null;
    const type = sharedType(a, b, 'M');
    return { operands: [type, type], result: sharedType(a, b, 'm'), apply: keepingNaT(compute) };
  }
  if (first === 'M' || second === 'M') {
    const other = first === 'M' ? b : a;
    if ((first !== 'M' && isDifference) || !(isDuration(other) || isWhole(other))) return null;
    const date = sharedType(a, b, 'M');
    const duration = sharedType(a, b, 'm');
    const operands = first === 'M' ? [date, duration] : [duration, date];
    return { operands, result: date, apply: keepingNaT(compute) };
  }
  if (![a, b].every(type => isDuration(type) || isWhole(type))) return null;
  const type = sharedType(a, b, 'm');
  return { operands: [type, type], result: type, apply: keepingNaT(compute) };
}

function scaleLoop(duration: DTypeName, factor: DTypeName, isFirst: boolean): Loop | null {
  if (!isDuration(duration)) return null;
  const scale = isWhole(factor)
    ? (count: Value, by: Value) =>
        missing(count, by) ? NOT_A_TIME : BigInt.asIntN(64, (count as bigint) * BigInt(by as number))
    : kindOf(factor) === 'f'
      ? (count: Value, by: Value) => truncated(Number(count) * (by as number), missing(count))
      : null;
  if (scale === null) return null;
  const converted = isWhole(factor) ? 'int64' : 'float64';
  return {
    operands: isFirst ? [duration, converted] : [converted, duration],
    result: duration,
    apply: isFirst ? scale : (by, count) => scale(count, by),
  };
}

function truncated(value: number, isMissing: boolean): bigint {
  return isMissing || !Number.isFinite(value) ? NOT_A_TIME : BigInt(Math.trunc(value));
}

function quotientLoop(name: string, a: DTypeName, b: DTypeName): Loop | null {
  if (!isDuration(a)) return null;
  if (isDuration(b)) {
    const type = sharedType(a, b, 'm');
    const operands = [type, type];
    switch (name) {
      case 'divide':
        return {
          operands,
          result: 'float64',
          apply: (x, y) => (missing(x, y) ? Number.NaN : Number(x) / Number(y)),
        };
      case 'floor_divide':
        return {
          operands,
          result: 'int64',
          apply: (x, y) => (missing(x, y) || y === 0n ? 0n : floorDivide(x as bigint, y as bigint)),
        };
      default: {
        const rest = (x: bigint, y: bigint): bigint =>
          y === 0n ? NOT_A_TIME : name === 'fmod' ? x % y : x - floorDivide(x, y) * y;
        return { operands, result: type, apply: keepingNaT(rest) };
      }
    }
  }
  if (name !== 'divide' && name !== 'floor_divide') return null;
  if (isWhole(b)) {
    return {
      operands: [a, 'int64'],
      result: a,
      apply: (x, y) => (missing(x) || Number(y) === 0 ? NOT_A_TIME : (x as bigint) / BigInt(y as number)),
    };
  }
  if (kindOf(b) !== 'f') return null;
  const round = name === 'divide' ? Math.trunc : Math.floor;
  return {
    operands: [a, 'float64'],
    result: a,
    apply: (x, y) => truncated(round(Number(x) / (y as number)), missing(x)),
  };
}

function orderLoop(name: string, a: DTypeName, b: DTypeName): Loop | null {
  const compares = name === 'not_equal' || comparisons[name] !== undefined;
  const extreme = extremes[name];
  if (!compares && extreme === undefined) return null;
  const kind = kindOf(a) === 'M' || kindOf(b) === 'M' ? 'M' : 'm';
  if (a === 'object' || b === 'object') return orderLoop(name, ...withObjects(a, b, kind));
  if (kind === 'M' ? kindOf(a) !== kindOf(b) : ![a, b].every(type => isDuration(type) || isWhole(type)))
    return null;
  const type = sharedType(a, b, kind);
  const counted = [a, b].findIndex(isWhole);
  // Numbers are durations of no unit, which no unit converts to.
  if (counted >= 0 && timeType(type).unit !== 'generic')
    throw castRefused(name, 1 - counted, type, 'timedelta64');
  const operands = [type, type];
  if (name === 'not_equal')
    return { operands, result: 'bool', apply: (x, y) => Number(missing(x, y) || x !== y) };
  if (compares) {
    const test = comparisons[name];
    return {
      operands,
      result: 'bool',
      apply: (x, y) => Number(!missing(x, y) && test(x as bigint, y as bigint)),
    };
  }
  const ignores = name === 'fmax' || name === 'fmin';
  return {
    operands,
    result: type,
    apply: (x, y) => {
      if (ignores && missing(x, y)) return x === NOT_A_TIME ? y : x;
      return keepingNaT(extreme)(x, y);
    },
  };
}

/** Python's own dates and durations are compared to the microsecond. */
function withObjects(a: DTypeName, b: DTypeName, kind: 'M' | 'm'): [DTypeName, DTypeName] {
  const precise = timeTypeName({ kind, unit: 'us', multiple: 1 });
  return [a === 'object' ? precise : a, b === 'object' ? precise : b];
}

const signOf = (count: bigint): bigint => (count < 0n ? -1n : count > 0n ? 1n : 0n);

const durationFunctions: Record<string, (count: bigint) => bigint> = {
  negative: count => -count,
  positive: count => count,
  absolute: count => (count < 0n ? -count : count),
  sign: signOf,
};

const timeTests: Record<string, (count: Value) => boolean> = {
  isnat: count => count === NOT_A_TIME,
  isnan: count => count === NOT_A_TIME,
  isfinite: count => count !== NOT_A_TIME,
  isinf: () => false,
};

function singleLoop(name: string, a: DTypeName): Loop | null {
  const test = timeTests[name];
  if (test !== undefined) return { operands: [a], result: 'bool', apply: x => Number(test(x)) };
  if (name === 'conjugate') return null;
  const compute = durationFunctions[name];
  if (compute === undefined || !isDuration(a)) return null;
  return { operands: [a], result: a, apply: x => keepingNaT(compute)(x, x) };
}

/** Applies an operation some of whose operands are dates or durations. */
export function applyToTimes(
  operation: Operation,
  operands: readonly NdArray[],
  options: ElementwiseOptions,
): NdArray {
  const types = operands.map(operand => operand.dtype);
  const loop =
    operation.inputs === 1
      ? singleLoop(operation.name, types[0])
      : pairLoop(operation.name, types[0], types[1]);
  if (loop === null) throw noLoop(operation.name, types, operation.inputs);
  checkConversions(operation.name, types, loop);
  const shape = broadcastShapes(operands.map(operand => operand.shape));
  if (operands.some(operand => operand.data === null)) return abstractArray(shape, loop.result);
  const inputs = operands.map((operand, index) => castArray(operand, loop.operands[index]).data!);
  if (divides(operation.name) && isWhole(types[1])) warnOfZero(operation, inputs[1].items, options);
  const target = allocate(shape as number[], loop.result);
  const to = target.items as Value[];
  const left = inputs[0].items;
  const right = (inputs[1] ?? inputs[0]).items;
  const strides = [target.strides, ...inputs.map(input => broadcastStrides(input, target.shape))];
  const offsets = [0, ...inputs.map(input => input.offset)];
  const asNumber = !isTime(loop.result);
  forEachRun(target.shape, strides, offsets, (positions, length, steps) => {
    for (let i = 0; i < length; i++) {
      const a = left[positions[1] + i * steps[1]];
      const b = inputs.length > 1 ? right[positions[2] + i * steps[2]] : a;
      const result = loop.apply(a, b);
      (to as unknown as NumberItems)[positions[0] + i * steps[0]] = (
        asNumber ? Number(result) : result
      ) as number;
    }
  });
  return concreteArray(target);
}

const divides = (name: string): boolean => name === 'divide' || name === 'floor_divide';

function warnOfZero(operation: Operation, divisors: ArrayLike<unknown>, options: ElementwiseOptions): void {
  for (let i = 0; i < divisors.length; i++)
    if (Number(divisors[i]) === 0) {
      options.warn?.('divide by zero', operation.name);
      return;
    }
}

/** Months and years of durations do not become days of dates. */
function checkConversions(name: string, types: readonly DTypeName[], loop: Loop): void {
  types.forEach((type, index) => {
    const wanted = loop.operands[index];
    if (!isTime(type) || type === wanted || isFiner(timeType(type), timeType(wanted))) return;
    throw castRefused(name, index, type, wanted);
  });
}

function castRefused(name: string, index: number, from: DTypeName, to: DTypeName): Error {
  return raise(
    UFuncTypeError,
    `Cannot cast ufunc '${name}' input ${index} from dtype('${typeString(from)}') to dtype('${typeString(to)}') with casting rule 'same_kind'`,
  );
}

const typeText = (dtype: DTypeName): string =>
  dtype === 'object' || isTime(dtype) ? typeString(dtype).replace('|', '') : dtype;

function classText(dtype: DTypeName): string {
  return `<class 'numpy.dtype[${scalarClassOf(dtype).name}]'>`;
}

const arithmetic = new Set(['add', 'subtract', 'multiply', 'divide', 'floor_divide', 'remainder']);

function noLoop(name: string, types: readonly DTypeName[], inputs: number): Error {
  if (name === 'isnat') {
    return raise(TypeError, "ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.");
  }
  if (arithmetic.has(name)) {
    const text = types.map(type => `dtype('${typeText(type)}')`).join(' and ');
    return raise(UFuncTypeError, `ufunc '${name}' cannot use operands with types ${text}`);
  }
  if (inputs === 1 && durationFunctions[name] !== undefined) {
    return raise(
      UFuncTypeError,
      `ufunc '${name}' did not contain a loop with signature matching types ${classText(types[0])} -> None`,
    );
  }
  const compares = inputs === 2 && (comparisons[name] !== undefined || extremes[name] !== undefined);
  if (compares && types.every(type => isTime(type) || isSubtype(type, 'number'))) {
    const [a, b] = types.map(classText);
    const [time, other] = isTime(types[0]) ? [a, b] : [b, a];
    return raise(
      TypeError,
      `The DType ${time} could not be promoted by ${other}. This means that no common DType exists for the given inputs. For example they cannot be stored in a single array unless the dtype is \`object\`. The full list of DTypes is: (${a}, ${b})`,
    );
  }
  return raise(
    TypeError,
    `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
  );
}
