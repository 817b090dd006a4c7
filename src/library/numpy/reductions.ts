/** Reductions along axes: sums in NumPy's own order of addition, extremes, positions, truth; and running sums. */

import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyComplex, type Value } from '../../python/values.ts';
import { asType, castArray, castFacts, itemsOf, roundItems } from './casting.ts';
import * as complex from './complexNumbers.ts';
import { reduceTimes } from './dates/reductions.ts';
import { isTime } from './dates/units.ts';
import { type DTypeName, dtypeInfo, kindOf } from './dtypes.ts';
import { elementFacts, type Facts, facts, gaplessEnds, intervalFacts, noFacts } from './facts.ts';
import { addition, additionSingle, foldNumbers, folds, multiplicationSingle } from './folding.ts';
import { abstractArray, concreteArray, type NdArray } from './ndarray.ts';
import { operation } from './operations.ts';
import { scalarClassOf } from './scalars.ts';
import { countOf, normalizeAxis, reducedShape } from './shapes.ts';
import { type ArrayData, allocate, forEachPosition, fromItems, type NumberItems } from './storage.ts';
import { isStruct } from './structs/types.ts';
import { UFuncTypeError } from './ufuncErrors.ts';
import { reshape } from './views.ts';

/** Axes to reduce over: null means all. */
export type Axes = readonly number[] | null;

/** Valid axes without repetition. */
export function normalizeAxes(axes: Axes, rank: number): Axes {
  if (axes === null) return null;
  const normalized = axes.map(axis => normalizeAxis(axis, rank));
  if (new Set(normalized).size !== normalized.length) throw raise(ValueError, "duplicate value in 'axis'");
  return normalized;
}

/** The type that sums and products accumulate in. */
export function sumType(dtype: DTypeName): DTypeName {
  const { kind, itemSize } = dtypeInfo(dtype);
  if (kind === 'b' || (kind === 'i' && itemSize < 8)) return 'int64';
  return kind === 'u' && itemSize < 8 ? 'uint64' : dtype;
}

export interface ReduceOptions {
  readonly keepDimensions?: boolean;
  readonly dtype?: DTypeName | null;
  readonly py?: Interpreter | null;
}

/** `ufunc.reduce` for the foldable operations. */
export function reduce(name: string, array: NdArray, axes: Axes, options: ReduceOptions = {}): NdArray {
  const over = normalizeAxes(axes, array.rank);
  const keep = options.keepDimensions ?? false;
  if (isTime(array.dtype)) {
    const { dtype } = options;
    if (dtype && !isTime(dtype)) return reduce(name, castArray(array, dtype), axes, options);
    return reduceTimes(name, array, over, keep);
  }
  const shape = reducedShape(array.shape, over, keep);
  const accumulate = name === 'add' || name === 'multiply';
  const truth = name.startsWith('logical');
  const type = options.dtype ?? (accumulate ? sumType(array.dtype) : array.dtype);
  if ('USV'.includes(kindOf(type))) throw noLoop(name, type);
  const result = truth && type !== 'object' ? 'bool' : type;
  const count = over === null ? countOf(array.shape) : countOf(over.map(axis => array.shape[axis]));
  if (count === 0 && !accumulate && !truth && countOf(shape) !== 0) {
    throw raise(ValueError, `zero-size array to reduction operation ${name} which has no identity`);
  }
  const end = array.data === null && count === array.size ? certainEnd(name, array) : null;
  if (end !== null) {
    const data = allocate(shape as number[], result);
    (data.items as NumberItems).fill(end);
    return concreteArray(data);
  }
  if (array.data === null)
    return abstractArray(
      shape,
      result,
      reducedFacts(name, castFacts(array.facts, array.dtype, type), count, result),
    );
  const source = asType(array, type).data!;
  const reducedAxes = over ?? array.shape.map((_, axis) => axis);
  const plain = reducedShape(array.shape, over, false) as number[];
  const data = foldData(name, source, reducedAxes, plain, result, options.py ?? null);
  return keep ? reshape(concreteArray(data), shape as number[]) : concreteArray(data);
}

/** The greatest or the least element, where it is certain though the contents are not known. */
function certainEnd(name: string, array: NdArray): number | null {
  const ends = gaplessEnds(array.facts, array.size);
  if (name === 'maximum' || name === 'fmax') return ends?.greatest ?? null;
  return name === 'minimum' || name === 'fmin' ? (ends?.least ?? null) : null;
}

export function noLoop(name: string, type: DTypeName): Error {
  if (name.startsWith('logical')) {
    return raise(
      UFuncTypeError,
      `ufunc '${name}' did not contain a loop with signature matching types (None, <class 'numpy.dtype[${scalarClassOf(type).name}]'>) -> None`,
    );
  }
  const text = isStruct(type) ? `dtype(${type})` : `dtype('${type}')`;
  const types = `${text}, ${text}`;
  return raise(
    UFuncTypeError,
    `ufunc '${name}' did not contain a loop with signature matching types (${types}) -> None`,
  );
}

function foldData(
  name: string,
  source: ArrayData,
  axes: readonly number[],
  shape: readonly number[],
  result: DTypeName,
  py: Interpreter | null,
): ArrayData {
  const kind = kindOf(source.dtype);
  if (source.numeric && 'biuf'.includes(kind)) {
    const half = source.dtype === 'float16';
    const single = source.dtype === 'float32' || half;
    const fold =
      name === 'add'
        ? single
          ? additionSingle
          : addition
        : single && name === 'multiply'
          ? multiplicationSingle
          : folds[name];
    if (fold === undefined) throw new NotKnown(`${name}.reduce is not modelled`);
    const target = allocate(shape, result);
    foldNumbers(source, axes, fold, target);
    if (half) roundItems(target.items, 'float16');
    const exact =
      (kind !== 'i' && kind !== 'u') ||
      (target.items as NumberItems).every((value: number) => Math.abs(value) <= 2 ** 53);
    if (exact) return target;
  }
  return foldValues(name, source, axes, shape, result, py);
}

function foldValues(
  name: string,
  source: ArrayData,
  axes: readonly number[],
  shape: readonly number[],
  result: DTypeName,
  py: Interpreter | null,
): ArrayData {
  const kept = source.shape.map((_, axis) => axis).filter(axis => !axes.includes(axis));
  const outer = source.view(
    shape,
    kept.map(axis => source.strides[axis]),
  );
  const inner = source.view(
    axes.map(axis => source.shape[axis]),
    axes.map(axis => source.strides[axis]),
    0,
  );
  const values: Value[] = [];
  const single = name === 'add' || name === 'multiply';
  forEachPosition(outer, start => {
    let accumulator: Value = startOf(name, source.dtype);
    forEachPosition(inner, offset => {
      const value = source.items[start + offset];
      accumulator = accumulator === null ? value : foldStep(name, accumulator, value, source.dtype, py);
    });
    values.push(accumulator ?? (single ? 0 : null));
  });
  const bits = dtypeInfo(result).itemSize * 8;
  const stored = values.map(value => {
    if (typeof value !== 'bigint')
      return typeof value === 'boolean' && result === 'bool' ? Number(value) : value;
    const wrapped = kindOf(result) === 'u' ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value);
    return wrapped >= -9007199254740991n && wrapped <= 9007199254740991n ? Number(wrapped) : wrapped;
  });
  return fromItems(itemsOf(stored, result), shape, result);
}

function startOf(name: string, dtype: DTypeName): Value {
  if (name === 'logical_and') return true;
  if (name === 'logical_or') return false;
  if (kindOf(dtype) === 'c' && name === 'add') return new PyComplex(0, 0);
  return null;
}

function foldStep(name: string, a: Value, b: Value, dtype: DTypeName, py: Interpreter | null): Value {
  const rule = operation(name);
  switch (kindOf(dtype)) {
    case 'c':
      return name === 'add'
        ? complex.add(a as PyComplex, b as PyComplex)
        : (rule.complex!(a as PyComplex, b as PyComplex) as Value);
    case 'O':
      if (py === null) throw new NotKnown('objects need the interpreter');
      return rule.object!(a, b, py);
    default:
      if (name.startsWith('logical'))
        return name === 'logical_and' ? a === true && Number(b) !== 0 : a === true || Number(b) !== 0;
      return rule.wide!(BigInt(a as number), BigInt(b as number)) as Value;
  }
}

function reducedFacts(name: string, known: Facts, count: number | null, result: DTypeName): Facts {
  const element = { ...elementFacts(known), occurrence: null };
  switch (name) {
    case 'maximum':
    case 'minimum':
    case 'fmax':
    case 'fmin':
      return { ...element, multiHot: known.multiHot };
    case 'logical_and':
    case 'logical_or':
      return facts({ integers: true, minimum: 0, maximum: 1 });
    case 'add': {
      const { minimum, maximum } = known;
      const whole = 'iu'.includes(kindOf(result));
      if (minimum === null || maximum === null || count === null)
        return whole ? { ...noFacts, integers: true, finite: true } : noFacts;
      const ends = [minimum * count, maximum * count];
      if (Math.max(...ends.map(Math.abs)) > 2 ** 50 || (result !== 'float64' && !whole)) return noFacts;
      const slack = known.integers ? 0 : 1e-6 * Math.max(...ends.map(Math.abs));
      return intervalFacts({ minimum: ends[0] - slack, maximum: ends[1] + slack }, known.integers, true);
    }
    default:
      return 'iu'.includes(kindOf(result)) ? { ...noFacts, integers: true, finite: true } : noFacts;
  }
}
