/** Whether what analysis says of a value holds for the value of a run. */
import type { Facts } from '../../src/library/numpy/facts.ts';
import { NdArray, numbersOf } from '../../src/library/numpy/ndarray.ts';
import { PyDict, PySet } from '../../src/python/collections.ts';
import { classOf } from '../../src/python/types.ts';
import { PyFloat, PyList, PyTuple, Unknown, type Value } from '../../src/python/values.ts';

/** What a comparison found: agreement, an unknown (allowed), or a contradiction in words. */
export type Verdict = 'agrees' | 'unknown' | { readonly contradiction: string };

const agrees: Verdict = 'agrees';

/** Compares the value of analysis with the value of the run. */
export function covers(analysed: Value, run: Value, depth = 0): Verdict {
  if (analysed instanceof Unknown) return coversUnknown(analysed, run);
  if (depth > 20) return agrees;
  if (analysed instanceof NdArray) return coversArray(analysed, run);
  if (analysed instanceof PyList) {
    if (analysed.lost !== null) return 'unknown';
    return run instanceof PyList ? coversItems(analysed.items, run.items, depth) : differs(analysed, run);
  }
  if (analysed instanceof PyTuple) {
    return run instanceof PyTuple ? coversItems(analysed.items, run.items, depth) : differs(analysed, run);
  }
  if (analysed instanceof PyDict) return coversDict(analysed, run, depth);
  if (analysed instanceof PySet) {
    if (analysed.lost !== null) return 'unknown';
    return run instanceof PySet && run.size === analysed.size ? agrees : differs(analysed, run);
  }
  if (analysed instanceof PyFloat) {
    return run instanceof PyFloat && Object.is(analysed.value, run.value) ? agrees : differs(analysed, run);
  }
  if (typeof analysed !== 'object' || analysed === null)
    return analysed === run ? agrees : differs(analysed, run);
  return classOf(analysed).qualifiedName === classOf(run).qualifiedName ? agrees : differs(analysed, run);
}

function coversUnknown(analysed: Unknown, run: Value): Verdict {
  const cls = classOf(run);
  if (analysed.kind === null || cls.mro.some(base => base.name === analysed.kind)) return 'unknown';
  return { contradiction: `analysis says some ${analysed.kind}, the run has a ${cls.name}` };
}

function differs(analysed: Value, run: Value): Verdict {
  return { contradiction: `analysis says ${show(analysed)}, the run has ${show(run)}` };
}

function show(value: Value): string {
  if (value instanceof PyFloat) return `float ${value.value}`;
  if (typeof value === 'object' && value !== null) {
    return value instanceof PyList || value instanceof PyTuple
      ? `a ${classOf(value).name} of ${value.items.length}`
      : `a ${classOf(value).name}`;
  }
  return `${classOf(value).name} ${String(value)}`;
}

function coversItems(analysed: readonly Value[], run: readonly Value[], depth: number): Verdict {
  if (analysed.length !== run.length) {
    return { contradiction: `analysis says ${analysed.length} items, the run has ${run.length}` };
  }
  let result: Verdict = agrees;
  for (const [index, item] of analysed.entries()) {
    const verdict = covers(item, run[index], depth + 1);
    if (typeof verdict === 'object') return verdict;
    if (verdict === 'unknown') result = verdict;
  }
  return result;
}

function coversDict(analysed: PyDict, run: Value, depth: number): Verdict {
  if (analysed.lost !== null) return 'unknown';
  if (!(run instanceof PyDict)) return differs(analysed, run);
  return coversItems([...analysed.values()], [...run.values()], depth);
}

function coversArray(analysed: NdArray, run: Value): Verdict {
  if (!(run instanceof NdArray)) return differs(analysed, run);
  if (analysed.dtype !== run.dtype) {
    return { contradiction: `analysis says dtype ${analysed.dtype}, the run has ${run.dtype}` };
  }
  const fits =
    analysed.shape.length === run.shape.length &&
    analysed.shape.every((length, axis) => length === null || length === run.shape[axis]);
  if (!fits) return { contradiction: `analysis says shape ${analysed.shape}, the run has ${run.shape}` };
  const numbers = run.data?.numeric ? numbersOf(run) : null;
  return numbers === null ? agrees : coversFacts(analysed.facts, numbers, run.shape.at(-1) ?? null);
}

/** Checks every fact against the real contents. */
export function coversFacts(facts: Facts, numbers: ArrayLike<number>, last: number | null): Verdict {
  for (let index = 0; index < numbers.length; index++) {
    const value = Number(numbers[index]);
    if (facts.finite && !Number.isFinite(value))
      return { contradiction: `facts say finite, the run has ${value}` };
    if (facts.integers && !Number.isInteger(value))
      return { contradiction: `facts say integers, the run has ${value}` };
    if (facts.minimum !== null && value < facts.minimum) {
      return { contradiction: `facts say at least ${facts.minimum}, the run has ${value}` };
    }
    if (facts.maximum !== null && value > facts.maximum) {
      return { contradiction: `facts say at most ${facts.maximum}, the run has ${value}` };
    }
  }
  if (facts.oneHot !== null && last !== null && !isOneHot(numbers, last)) {
    return { contradiction: 'facts say one-hot, the rows of the run are not' };
  }
  return agrees;
}

function isOneHot(numbers: ArrayLike<number>, width: number): boolean {
  for (let start = 0; start + width <= numbers.length; start += width) {
    let ones = 0;
    for (let at = start; at < start + width; at++) {
      const value = Number(numbers[at]);
      if (value === 1) ones++;
      else if (value !== 0) return false;
    }
    if (ones !== 1) return false;
  }
  return true;
}
