/** Reductions along axes: sums in NumPy's own order of addition, extremes, positions, truth; and running sums. */
import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyComplex, type Value } from '../../python/values.ts';
import { asType, castFacts, itemsOf, roundItems } from './casting.ts';
import * as complex from './complexNumbers.ts';
import { type DTypeName, dtypeInfo, kindOf } from './dtypes.ts';
import { applyElementwise, UFuncTypeError } from './elementwise.ts';
import { elementFacts, type Facts, facts, intervalFacts, noFacts } from './facts.ts';
import { abstractArray, concreteArray, type NdArray, requireData } from './ndarray.ts';
import { operation } from './operations.ts';
import { scalarClassOf } from './scalars.ts';
import { countOf, normalizeAxis, reducedShape } from './shapes.ts';
import {
  ArrayData,
  allocate,
  contiguousItems,
  forEachPosition,
  fromItems,
  type Items,
  type NumberItems,
  sizeOf,
} from './storage.ts';
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

/** Sums a strided run of doubles the way NumPy does: pairwise, in blocks of eight accumulators. */
function pairwiseSum(items: ArrayLike<number>, start: number, length: number, step: number): number {
  if (length < 8) {
    let sum = 0;
    for (let i = 0, at = start; i < length; i++, at += step) sum += items[at];
    return sum;
  }
  if (length <= 128) {
    const r = new Float64Array(8);
    for (let k = 0; k < 8; k++) r[k] = items[start + k * step];
    let i = 8;
    for (; i < length - (length % 8); i += 8) {
      const at = start + i * step;
      r[0] += items[at];
      r[1] += items[at + step];
      r[2] += items[at + 2 * step];
      r[3] += items[at + 3 * step];
      r[4] += items[at + 4 * step];
      r[5] += items[at + 5 * step];
      r[6] += items[at + 6 * step];
      r[7] += items[at + 7 * step];
    }
    let sum = r[0] + r[1] + (r[2] + r[3]) + (r[4] + r[5] + (r[6] + r[7]));
    for (; i < length; i++) sum += items[start + i * step];
    return sum;
  }
  let half = Math.floor(length / 2);
  half -= half % 8;
  return pairwiseSum(items, start, half, step) + pairwiseSum(items, start + half * step, length - half, step);
}

/** The same in single precision: every addition is rounded. */
function pairwiseSumSingle(items: ArrayLike<number>, start: number, length: number, step: number): number {
  const { fround } = Math;
  if (length < 8) {
    let sum = 0;
    for (let i = 0, at = start; i < length; i++, at += step) sum = fround(sum + items[at]);
    return sum;
  }
  if (length <= 128) {
    const r = new Float32Array(8);
    for (let k = 0; k < 8; k++) r[k] = items[start + k * step];
    let i = 8;
    for (; i < length - (length % 8); i += 8)
      for (let k = 0; k < 8; k++) r[k] += items[start + (i + k) * step];
    const low = fround(fround(r[0] + r[1]) + fround(r[2] + r[3]));
    let sum = fround(low + fround(fround(r[4] + r[5]) + fround(r[6] + r[7])));
    for (; i < length; i++) sum = fround(sum + items[start + i * step]);
    return sum;
  }
  let half = Math.floor(length / 2);
  half -= half % 8;
  return fround(
    pairwiseSumSingle(items, start, half, step) +
      pairwiseSumSingle(items, start + half * step, length - half, step),
  );
}

/** How values are folded: a start, a step, and optionally a faster way along a run. */
interface Fold {
  readonly start: number | null;
  readonly step: (accumulator: number, value: number) => number;
  readonly run?: (items: ArrayLike<number>, start: number, length: number, step: number) => number;
}

const addition: Fold = { start: 0, step: (a, b) => a + b, run: pairwiseSum };
const additionSingle: Fold = { start: 0, step: (a, b) => Math.fround(a + b), run: pairwiseSumSingle };
const multiplicationSingle: Fold = { start: 1, step: (a, b) => Math.fround(a * b) };
const folds: Record<string, Fold> = {
  multiply: { start: 1, step: (a, b) => a * b },
  maximum: { start: null, step: (a, b) => (a >= b || Number.isNaN(a) ? a : b) },
  minimum: { start: null, step: (a, b) => (a <= b || Number.isNaN(a) ? a : b) },
  fmax: { start: null, step: (a, b) => (a >= b || Number.isNaN(b) ? a : b) },
  fmin: { start: null, step: (a, b) => (a <= b || Number.isNaN(b) ? a : b) },
  logical_and: { start: 1, step: (a, b) => (a !== 0 && b !== 0 ? 1 : 0) },
  logical_or: { start: 0, step: (a, b) => (a !== 0 || b !== 0 ? 1 : 0) },
};

/** Folds over axes. The walk follows memory, so additions happen in NumPy's order. */
function foldNumbers(data: ArrayData, axes: readonly number[], fold: Fold, target: ArrayData): void {
  const out = target.items as NumberItems;
  const items = data.items as NumberItems;
  const outStrides = new Array<number>(data.rank).fill(0);
  let next = 0;
  for (let axis = 0; axis < data.rank; axis++)
    if (!axes.includes(axis)) outStrides[axis] = target.strides[next++];
  if (fold.start !== null) out.fill(fold.start);
  const written = fold.start === null ? new Uint8Array(out.length) : null;
  const order = data.shape
    .map((_, axis) => axis)
    .filter(axis => data.shape[axis] !== 1)
    .sort((a, b) => Math.abs(data.strides[b]) - Math.abs(data.strides[a]) || a - b);
  const lengths: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const axis of order) {
    const last = lengths.length - 1;
    const length = data.shape[axis];
    const merges =
      last >= 0 && from[last] === data.strides[axis] * length && to[last] === outStrides[axis] * length;
    if (merges) {
      lengths[last] *= length;
      from[last] = data.strides[axis];
      to[last] = outStrides[axis];
    } else {
      lengths.push(length);
      from.push(data.strides[axis]);
      to.push(outStrides[axis]);
    }
  }
  const body = (position: number, at: number, length: number, step: number, outStep: number): void => {
    if (outStep === 0) {
      if (fold.run && written === null) {
        // NumPy reduces through a buffer of this many elements.
        for (let start = 0; start < length; start += 8192) {
          const count = Math.min(8192, length - start);
          out[at] = fold.step(out[at], fold.run(items, position + start * step, count, step));
        }
        return;
      }
      let i = 0;
      let accumulator = out[at];
      if (written !== null && written[at] === 0) {
        accumulator = items[position];
        written[at] = 1;
        i = 1;
      }
      for (let from = position + i * step; i < length; i++, from += step)
        accumulator = fold.step(accumulator, items[from]);
      out[at] = accumulator;
      return;
    }
    for (let i = 0, from = position, place = at; i < length; i++, from += step, place += outStep) {
      if (written !== null && written[place] === 0) {
        written[place] = 1;
        out[place] = items[from];
      } else out[place] = fold.step(out[place], items[from]);
    }
  };
  walkRuns(lengths, from, to, data.offset, body);
}

function walkRuns(
  lengths: readonly number[],
  from: readonly number[],
  to: readonly number[],
  offset: number,
  body: (position: number, at: number, length: number, step: number, outStep: number) => void,
): void {
  if (lengths.length === 0) {
    body(offset, 0, 1, 1, 0);
    return;
  }
  const last = lengths.length - 1;
  const walk = (level: number, position: number, at: number): void => {
    if (level === last) {
      body(position, at, lengths[last], from[last], to[last]);
      return;
    }
    for (let i = 0; i < lengths[level]; i++) walk(level + 1, position + i * from[level], at + i * to[level]);
  };
  walk(0, offset, 0);
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
  const shape = reducedShape(array.shape, over, keep);
  const accumulate = name === 'add' || name === 'multiply';
  const truth = name.startsWith('logical');
  const type = options.dtype ?? (accumulate ? sumType(array.dtype) : array.dtype);
  if ('US'.includes(kindOf(type))) throw noLoop(name, type);
  const result = truth && type !== 'object' ? 'bool' : type;
  const count = over === null ? countOf(array.shape) : countOf(over.map(axis => array.shape[axis]));
  if (count === 0 && !accumulate && !truth && countOf(shape) !== 0) {
    throw raise(ValueError, `zero-size array to reduction operation ${name} which has no identity`);
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

function noLoop(name: string, type: DTypeName): Error {
  if (name.startsWith('logical')) {
    return raise(
      UFuncTypeError,
      `ufunc '${name}' did not contain a loop with signature matching types (None, <class 'numpy.dtype[${scalarClassOf(type).name}]'>) -> None`,
    );
  }
  const types = `dtype('${type}'), dtype('${type}')`;
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

/** `mean`: sums in the type NumPy sums in, then divides by the count. */
export function mean(
  array: NdArray,
  axes: Axes,
  options: ReduceOptions & { warn?: (text: string) => void } = {},
): NdArray {
  const kind = kindOf(array.dtype);
  const half = array.dtype === 'float16' && !options.dtype;
  const type = options.dtype ?? ('biu'.includes(kind) ? 'float64' : half ? 'float32' : array.dtype);
  const sum = reduce('add', array, axes, { ...options, dtype: type });
  const over = normalizeAxes(axes, array.rank);
  const count = over === null ? countOf(array.shape) : countOf(over.map(axis => array.shape[axis]));
  if (sum.data === null || count === null) {
    return abstractArray(sum.shape, half ? 'float16' : sum.dtype, meanFacts(array.facts));
  }
  if (count === 0) options.warn?.('Mean of empty slice.');
  const divided = divideBy(sum, count, options.py ?? null);
  return half ? asType(divided, 'float16') : asType(divided, type);
}

function meanFacts(known: Facts): Facts {
  const { minimum, maximum } = known;
  if (minimum === null || maximum === null) return noFacts;
  const slack = (Math.abs(minimum) + Math.abs(maximum)) * 1e-3;
  return intervalFacts({ minimum: minimum - slack, maximum: maximum + slack }, false, true);
}

function divideBy(array: NdArray, count: number, py: Interpreter | null): NdArray {
  const divisor = concreteArray(fromItems(Float64Array.of(count), [], 'int64'));
  return applyElementwise(operation('divide'), [array, divisor], { py });
}

/** `var`, and `std` when `root` is set. */
export function variance(
  array: NdArray,
  axes: Axes,
  options: ReduceOptions & { degrees?: number; root?: boolean; warn?: (text: string) => void } = {},
): NdArray {
  const kind = kindOf(array.dtype);
  const half = array.dtype === 'float16' && !options.dtype;
  const type = options.dtype ?? ('biu'.includes(kind) ? 'float64' : half ? 'float32' : array.dtype);
  const over = normalizeAxes(axes, array.rank);
  const count = over === null ? countOf(array.shape) : countOf(over.map(axis => array.shape[axis]));
  if (array.data === null || count === null) {
    const shape = reducedShape(array.shape, over, options.keepDimensions ?? false);
    return abstractArray(shape, half ? 'float16' : type.replace('complex128', 'float64'), noFacts);
  }
  const py = options.py ?? null;
  const source = asType(array, type);
  const average = divideBy(reduce('add', source, over, { keepDimensions: true, py }), count, py);
  const centred = applyElementwise(operation('subtract'), [source, asType(average, type)], { py });
  const squares =
    kindOf(type) === 'c'
      ? squaredMagnitudes(centred)
      : applyElementwise(operation('multiply'), [centred, centred], { py });
  const degrees = Math.max(0, count - (options.degrees ?? 0));
  if (degrees <= 0) options.warn?.('Degrees of freedom <= 0 for slice');
  const sum = reduce('add', squares, over, { keepDimensions: options.keepDimensions, py });
  let result = asType(divideBy(sum, degrees, py), squares.dtype);
  if (options.root) result = applyElementwise(operation('sqrt'), [result], { py });
  return half ? asType(result, 'float16') : result;
}

function squaredMagnitudes(array: NdArray): NdArray {
  const parts = requireData(array);
  const type = array.dtype === 'complex64' ? 'float32' : 'float64';
  const squares = (contiguousItems(parts) as PyComplex[]).map(
    value => value.real * value.real + value.imaginary * value.imaginary,
  );
  return concreteArray(fromItems(itemsOf(squares, type), parts.shape, type));
}

/** `argmax` and `argmin` along one axis, or of the flattened array. */
export function argumentOf(
  name: 'argmax' | 'argmin',
  array: NdArray,
  axis: number | null,
  keep = false,
): NdArray {
  const along = axis === null ? null : normalizeAxis(axis, array.rank);
  const length = along === null ? array.size : array.shape[along];
  if (length === 0) throw raise(ValueError, `attempt to get ${name} of an empty sequence`);
  const flat = along === null ? reshapeFlat(array) : array;
  const shape = reducedShape(
    along === null && !keep ? flat.shape : array.shape,
    along === null ? null : [along],
    keep,
  );
  if (array.data === null) {
    const bound = length === null ? null : length - 1;
    return abstractArray(shape, 'int64', facts({ integers: true, minimum: 0, maximum: bound }));
  }
  const plain = reducedShape(flat.shape, [along ?? 0], false) as number[];
  const data = positionsOfExtremes(name, flat.data!, along ?? 0, plain);
  return reshape(concreteArray(data), shape as number[]);
}

function reshapeFlat(array: NdArray): NdArray {
  return array.size === null ? array : reshape(array, [array.size]);
}

function positionsOfExtremes(
  name: 'argmax' | 'argmin',
  data: ArrayData,
  axis: number,
  shape: readonly number[],
): ArrayData {
  const kept = data.shape.map((_, index) => index).filter(index => index !== axis);
  const outer = data.view(
    shape,
    kept.map(index => data.strides[index]),
  );
  const result = new Float64Array(sizeOf(shape));
  const length = data.shape[axis];
  const step = data.strides[axis];
  const items: Items = data.items;
  const isComplex = kindOf(data.dtype) === 'c';
  forEachPosition(outer, (start, index) => {
    let best: Value = items[start];
    let at = 0;
    for (let i = 1; i < length; i++) {
      const value: Value = items[start + i * step];
      if (typeof best === 'number' && Number.isNaN(best)) break;
      const order = isComplex
        ? complex.compare(value as PyComplex, best as PyComplex)
        : (value as number) > (best as number)
          ? 1
          : (value as number) < (best as number)
            ? -1
            : 0;
      const better = name === 'argmax' ? order > 0 : order < 0;
      if (better || (typeof value === 'number' && Number.isNaN(value))) {
        best = value;
        at = i;
      }
    }
    result[index] = at;
  });
  return fromItems(result, shape, 'int64');
}

/** `cumsum` and `cumprod`. */
export function accumulate(
  name: string,
  array: NdArray,
  axis: number | null,
  dtype: DTypeName | null,
  py: Interpreter | null,
): NdArray {
  const flat = axis === null ? reshapeFlat(array) : array;
  const along = normalizeAxis(axis ?? 0, Math.max(1, flat.rank));
  const summing = name === 'add' || name === 'multiply';
  const type = dtype ?? (summing ? sumType(array.dtype) : array.dtype);
  if (flat.data === null) {
    const whole = 'iu'.includes(kindOf(type));
    return abstractArray(
      axis === null ? [array.size] : array.rank === 0 ? [1] : array.shape,
      type,
      whole ? { ...noFacts, integers: true, finite: true } : noFacts,
    );
  }
  if ('US'.includes(kindOf(type))) throw noLoop(name, type);
  const source = asType(flat, type).data!;
  if (source.shape.length === 0) return concreteArray(fromItems(source.items, [1], type));
  const values: Value[] = new Array(source.size);
  const target = new ArrayData(source.memory, type, source.shape);
  const kept = source.shape.map((_, index) => index).filter(index => index !== along);
  const outerShape = kept.map(index => source.shape[index]);
  const starts: number[] = [];
  forEachPosition(
    target.view(
      outerShape,
      kept.map(index => target.strides[index]),
      0,
    ),
    start => starts.push(start),
  );
  const apply = accumulator(name, type, source, py);
  forEachPosition(
    source.view(
      outerShape,
      kept.map(index => source.strides[index]),
    ),
    (start, index) => {
      let running: Value = null;
      for (let i = 0; i < source.shape[along]; i++) {
        const value = source.items[start + i * source.strides[along]];
        running = i === 0 ? value : apply(running, value);
        values[starts[index] + i * target.strides[along]] = running;
      }
    },
  );
  return concreteArray(fromItems(roundItems(itemsOf(values, type), type), source.shape, type));
}

function accumulator(
  name: string,
  type: DTypeName,
  source: ArrayData,
  py: Interpreter | null,
): (a: Value, b: Value) => Value {
  const rule = operation(name);
  const kind = kindOf(type);
  if (kind === 'c') return (a, b) => rule.complex!(a as PyComplex, b as PyComplex) as Value;
  if (kind === 'O') return (a, b) => rule.object!(a, b, py!);
  const bits = dtypeInfo(type).itemSize * 8;
  const round = type === 'float32' || type === 'float16' ? Math.fround : (value: number): number => value;
  const whole = kind === 'i' || kind === 'u';
  return (a, b) => {
    if (source.numeric && typeof a === 'number') {
      const result = rule.number(a, b as number);
      if (!whole || Math.abs(result) <= 2 ** 53) return round(result);
    }
    const exact = rule.wide!(BigInt(a as number), BigInt(b as number)) as bigint;
    const wrapped = kind === 'u' ? BigInt.asUintN(bits, exact) : BigInt.asIntN(bits, exact);
    return wrapped >= -9007199254740991n && wrapped <= 9007199254740991n ? Number(wrapped) : wrapped;
  };
}
