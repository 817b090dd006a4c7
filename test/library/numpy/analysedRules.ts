/**
 * The law that every rule must obey: what analysis says of a result (shape, type, facts) holds for the result of a
 * run. Arrays are made from recipes; analysis gets them with their contents forgotten.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { castData } from '../../../src/library/numpy/casting.ts';
import { numericDTypes } from '../../../src/library/numpy/dtypes.ts';
import type { Facts } from '../../../src/library/numpy/facts.ts';
import { numpyModules } from '../../../src/library/numpy/module.ts';
import {
  abstractArray,
  concreteArray,
  inOrder,
  likeIn,
  NdArray,
  numbersOf,
} from '../../../src/library/numpy/ndarray.ts';
import { isNumpyScalar, NumpyScalar } from '../../../src/library/numpy/scalars.ts';
import { fromItems } from '../../../src/library/numpy/storage.ts';
import { makeStruct } from '../../../src/library/numpy/structs/types.ts';
import { PyDict } from '../../../src/python/collections.ts';
import { PythonError } from '../../../src/python/errors.ts';
import type { Interpreter } from '../../../src/python/interpreter.ts';
import { libraryRegistry } from '../../../src/python/modules.ts';
import { NotKnown, PyFloat, PyList, PyTuple, Unknown, type Value } from '../../../src/python/values.ts';
import { runPython } from '../../python/run.ts';

/** Two interpreters of one program: one that runs, one that only analyses. */
export interface Policies {
  readonly running: Interpreter;
  readonly analysing: Interpreter;
}

export async function bothPolicies(): Promise<Policies> {
  let running: Interpreter | null = null;
  await runPython('import numpy as np', {
    libraries: libraryRegistry(numpyModules),
    prepare: py => {
      running = py;
    },
  });
  const notKnown = (_: unknown, unknown: Unknown): never => {
    throw new NotKnown(unknown.reason);
  };
  // What is written in Python may branch on what is not known, or call it.
  const policy = Object.create((running! as Interpreter).policy, {
    branch: { value: notKnown },
    loop: { value: notKnown },
    callUnknown: { value: (callee: Unknown) => notKnown(null, callee) },
  });
  return {
    running: running!,
    analysing: Object.create(running, {
      running: { value: false },
      policy: { value: policy },
    }) as Interpreter,
  };
}

export const ruleTypes = [
  ...numericDTypes.filter(name => !name.startsWith('complex') && name !== 'float16'),
  'datetime64[D]',
  'timedelta64[h]',
  makeStruct([
    { name: 'x', dtype: 'int32', bigEndian: false, shape: [] },
    { name: 'y', dtype: 'float64', bigEndian: false, shape: [2] },
  ]),
];

/** How an array is made. */
export interface Recipe {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly seed: number;
  readonly oneHot: boolean;
  readonly bigEndian: boolean;
}

export const shapes: fc.Arbitrary<number[]> = fc.array(fc.integer({ min: 1, max: 4 }), {
  minLength: 0,
  maxLength: 3,
});

export function recipesOf(
  shape: fc.Arbitrary<number[]>,
  dtypes: readonly string[] = ruleTypes,
): fc.Arbitrary<Recipe> {
  return fc.record({
    shape,
    dtype: fc.constantFrom(...dtypes),
    seed: fc.integer({ min: 0, max: 1000 }),
    oneHot: fc.boolean(),
    bigEndian: fc.boolean(),
  });
}

export const recipes = recipesOf(shapes);

export function arrayOf({ shape, dtype, seed, oneHot, bigEndian }: Recipe): NdArray {
  const size = shape.reduce((product, length) => product * length, 1);
  const last = shape[shape.length - 1] ?? 1;
  const values = Float64Array.from({ length: size }, (_, i) =>
    oneHot
      ? Number(i % last === (Math.floor(i / last) * 7 + seed) % last)
      : ((i * 37 + seed * 11) % 23) / 2 - 4,
  );
  return inOrder(concreteArray(castData(fromItems(values, shape, 'float64'), dtype)), bigEndian);
}

/** The same array with its contents forgotten: only what its facts say remains. */
export function forgotten(array: NdArray): NdArray {
  return likeIn(abstractArray(array.shape, array.dtype, array.facts), array);
}

export type Outcome =
  | { readonly value: Value }
  | { readonly error: string; readonly text: string }
  | { readonly unknown: true };

export function outcome(compute: () => Value): Outcome {
  try {
    return { value: compute() };
  } catch (error) {
    if (error instanceof NotKnown) return { unknown: true };
    if (!(error instanceof PythonError))
      throw new Error(`no Python error: ${(error as Error).stack?.slice(0, 700)}`);
    const { name } = error.exception.cls;
    const text = String(error.message);
    return name === 'NotImplementedError' ? { unknown: true } : { error: name, text };
  }
}

/** The first fact that does not hold of these numbers, or null. */
export function brokenFact(
  known: Facts,
  numbers: ArrayLike<number>,
  last: number | undefined,
): string | null {
  const values = Array.from(numbers, Number);
  if (known.integers && !values.every(Number.isInteger)) return 'integers';
  if (known.finite && !values.every(Number.isFinite)) return 'finite';
  if (known.minimum !== null && !values.every(value => value >= known.minimum!))
    return `minimum ${known.minimum}`;
  if (known.maximum !== null && !values.every(value => value <= known.maximum!))
    return `maximum ${known.maximum}`;
  if (known.constant !== null && !values.every(value => value === known.constant))
    return `constant ${known.constant}`;
  if (known.multiHot && !values.every(value => value === 0 || value === 1)) return 'multi-hot';
  if (known.distinct !== null && new Set(values).size > known.distinct) return `distinct ${known.distinct}`;
  // Of other numbers the ends are there but for rounding.
  if (known.integers && known.occurrence?.draws === Number.POSITIVE_INFINITY && values.length > 0) {
    for (const end of [known.minimum, known.maximum])
      if (end !== null && !values.includes(end)) return `occurrence of ${end}`;
  }
  if (known.oneHot && values.length > 0 && last !== known.oneHot.classes) return 'one-hot classes';
  if ((known.oneHot || known.probabilities) && values.length > 0 && last !== undefined) {
    for (let i = 0; i < values.length; i += last) {
      const sum = values.slice(i, i + last).reduce((total, value) => total + value, 0);
      if (Math.abs(sum - 1) > 1e-3) return known.oneHot ? 'one-hot rows' : 'rows that sum to one';
    }
  }
  return null;
}

/** Null when the analysed value covers the real one, else what is wrong. */
export function contradiction(analysed: Value, real: Value): string | null {
  if (analysed instanceof Unknown) {
    if (analysed.kind === null || real instanceof Unknown) return null;
    const isA = {
      int: Number.isInteger(real) || typeof real === 'bigint',
      float: real instanceof PyFloat,
      bool: typeof real === 'boolean',
      str: typeof real === 'string',
    };
    return (isA as Record<string, boolean>)[analysed.kind] === false ? `some ${analysed.kind}` : null;
  }
  if (analysed instanceof NumpyScalar && analysed.value === null) {
    if (!isNumpyScalar(real)) return `scalar of ${analysed.dtype} against ${String(real)}`;
    if (analysed.dtype !== real.dtype) return `dtype ${analysed.dtype}, really ${real.dtype}`;
    return brokenFact(analysed.facts, [Number(real.value)], undefined);
  }
  if (analysed instanceof NdArray) return arrayContradiction(analysed, real);
  if (analysed instanceof PyFloat)
    return real instanceof PyFloat && Object.is(real.value, analysed.value) ? null : 'another float';
  if (typeof analysed === 'number' || typeof analysed === 'boolean' || typeof analysed === 'string')
    return analysed === real ? null : `${String(analysed)}, really ${String(real)}`;
  const items = (value: Value): readonly Value[] | null =>
    value instanceof PyTuple || value instanceof PyList
      ? value.items
      : value instanceof PyDict
        ? [...value.values()]
        : null;
  const [left, right] = [items(analysed), items(real)];
  if (left && right) {
    if (left.length !== right.length) return `${left.length} results, really ${right.length}`;
    return left.map((item, index) => contradiction(item, right[index])).find(found => found !== null) ?? null;
  }
  return null;
}

function arrayContradiction(analysed: NdArray, real: Value): string | null {
  if (!(real instanceof NdArray)) return 'an array against something else';
  if (analysed.dtype !== real.dtype) return `dtype ${analysed.dtype}, really ${real.dtype}`;
  if (analysed.bigEndian !== real.bigEndian) return 'bytes in another order';
  const fits =
    analysed.rank === real.rank &&
    analysed.shape.every((length, axis) => length === null || length === real.shape[axis]);
  if (!fits) return `shape (${analysed.shape.join(',')}), really (${real.shape.join(',')})`;
  const isReadable = real.data?.numeric && real.size! < 100_000;
  const numbers = isReadable ? numbersOf(real) : null;
  return numbers === null ? null : brokenFact(analysed.facts, numbers, real.shape.at(-1) ?? undefined);
}

/** Expects that analysis is right about a run. It may not see an error, but must not invent one. */
export function compare(name: string, real: Outcome, analysed: Outcome): void {
  if ('unknown' in analysed || 'unknown' in real) return;
  if ('error' in analysed) {
    expect(
      'error' in real,
      `${name}: analysis raises ${analysed.error} ${analysed.text}, the run does not`,
    ).toBe(true);
    return;
  }
  if ('error' in real) return;
  const wrong = contradiction(analysed.value, real.value);
  expect(wrong, `${name}: ${wrong}`).toBeNull();
}

/** Checks a property; null, or a text that tells what fails, so that one run shows every rule that is wrong. */
export function failure<T>(property: fc.IProperty<T>, parameters: fc.Parameters<T>): string | null {
  const details = fc.check(property, parameters);
  return details.failed
    ? `${String(details.errorInstance).slice(0, 900)} for ${JSON.stringify(details.counterexample)}`
    : null;
}
