/** Running sums and products. */

import type { Interpreter } from '../../python/interpreter.ts';
import type { PyComplex, Value } from '../../python/values.ts';
import { asType, itemsOf, roundItems } from './casting.ts';
import { foldTimes } from './dates/reductions.ts';
import { isTime } from './dates/units.ts';
import { type DTypeName, dtypeInfo, kindOf } from './dtypes.ts';
import { reshapeFlat } from './extremePositions.ts';
import { noFacts } from './facts.ts';
import { abstractArray, concreteArray, type NdArray } from './ndarray.ts';
import { operation } from './operations.ts';
import { noLoop, sumType } from './reductions.ts';
import { normalizeAxis } from './shapes.ts';
import { ArrayData, forEachPosition, fromItems } from './storage.ts';

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
  if ('USV'.includes(kindOf(type))) throw noLoop(name, type);
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

export function accumulator(
  name: string,
  type: DTypeName,
  source: ArrayData,
  py: Interpreter | null,
): (a: Value, b: Value) => Value {
  if (isTime(type)) return foldTimes(name, type) as (a: Value, b: Value) => Value;
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
