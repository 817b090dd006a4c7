/** What analysis says of a result (shape, type, facts) never contradicts what a run gives. */
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { castData } from '../../../src/library/numpy/casting.ts';
import { numericDTypes } from '../../../src/library/numpy/dtypes.ts';
import type { Facts } from '../../../src/library/numpy/facts.ts';
import { numpyFunctions, numpyModules } from '../../../src/library/numpy/module.ts';
import { abstractArray, concreteArray, NdArray, numbersOf } from '../../../src/library/numpy/ndarray.ts';
import { operations } from '../../../src/library/numpy/operations.ts';
import { isNumpyScalar, NumpyScalar } from '../../../src/library/numpy/scalars.ts';
import { fromItems } from '../../../src/library/numpy/storage.ts';
import { applyToValues } from '../../../src/library/numpy/ufuncs.ts';
import { PythonError } from '../../../src/python/errors.ts';
import type { Interpreter } from '../../../src/python/interpreter.ts';
import { libraryRegistry } from '../../../src/python/modules.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../src/python/values.ts';
import { runPython } from '../../python/run.ts';

let running: Interpreter;
let analysing: Interpreter;

beforeAll(async () => {
  await runPython('pass', {
    libraries: libraryRegistry(numpyModules),
    prepare: py => {
      running = py;
    },
  });
  analysing = Object.create(running, { running: { value: false } }) as Interpreter;
});

const dtypes = numericDTypes.filter(name => !name.startsWith('complex') && name !== 'float16');

interface Recipe {
  readonly shape: number[];
  readonly dtype: string;
  readonly seed: number;
  readonly oneHot: boolean;
}

const recipes: fc.Arbitrary<Recipe> = fc.record({
  shape: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 0, maxLength: 3 }),
  dtype: fc.constantFrom(...dtypes),
  seed: fc.integer({ min: 0, max: 1000 }),
  oneHot: fc.boolean(),
});

function arrayOf({ shape, dtype, seed, oneHot }: Recipe): NdArray {
  const size = shape.reduce((product, length) => product * length, 1);
  const last = shape[shape.length - 1] ?? 1;
  const values = Float64Array.from({ length: size }, (_, i) =>
    oneHot
      ? Number(i % last === (Math.floor(i / last) * 7 + seed) % last)
      : ((i * 37 + seed * 11) % 23) / 2 - 4,
  );
  return concreteArray(castData(fromItems(values, shape, 'float64'), dtype));
}

/** The same array with its contents forgotten: only what its facts say remains. */
function forgotten(array: NdArray): NdArray {
  return abstractArray(array.shape, array.dtype, array.facts);
}

type Outcome = { readonly value: Value } | { readonly error: string } | { readonly unknown: true };

function outcome(compute: () => Value): Outcome {
  try {
    return { value: compute() };
  } catch (error) {
    if (error instanceof NotKnown) return { unknown: true };
    if (error instanceof PythonError) return { error: error.exception.cls.name };
    throw error;
  }
}

function factsHold(known: Facts, numbers: ArrayLike<number>, last: number | undefined): string | null {
  const values = Array.from(numbers);
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
  if (known.oneHot && values.length > 0) {
    if (last !== known.oneHot.classes) return 'one-hot classes';
    for (let i = 0; i < values.length; i += last) {
      if (values.slice(i, i + last).reduce((sum, value) => sum + value, 0) !== 1) return 'one-hot rows';
    }
  }
  return null;
}

/** Null when the analysed value covers the real one, else what is wrong. */
function contradiction(analysed: Value, real: Value): string | null {
  if (analysed instanceof Unknown) return null;
  if (analysed instanceof NumpyScalar && analysed.value === null) {
    if (!isNumpyScalar(real)) return `scalar against ${String(real)}`;
    if (analysed.dtype !== (real instanceof NumpyScalar ? real.dtype : 'float64'))
      return `dtype ${analysed.dtype}`;
    const number = Number(real.value);
    return factsHold(analysed.facts, [number], undefined);
  }
  if (analysed instanceof NdArray) {
    if (!(real instanceof NdArray)) return 'an array against something else';
    if (analysed.dtype !== real.dtype) return `dtype ${analysed.dtype}, really ${real.dtype}`;
    const fits =
      analysed.rank === real.rank &&
      analysed.shape.every((length, axis) => length === null || length === real.shape[axis]);
    if (!fits) return `shape (${analysed.shape.join(',')}), really (${real.shape.join(',')})`;
    const numbers = numbersOf(real);
    const wrong =
      numbers === null ? null : factsHold(analysed.facts, numbers, real.shape.at(-1) ?? undefined);
    return wrong;
  }
  const items = (value: Value): readonly Value[] | null =>
    value instanceof PyTuple || value instanceof PyList ? value.items : null;
  const [left, right] = [items(analysed), items(real)];
  if (left && right) {
    if (left.length !== right.length) return 'another number of results';
    return left.map((item, index) => contradiction(item, right[index])).find(found => found !== null) ?? null;
  }
  return null;
}

function compare(name: string, real: Outcome, analysed: Outcome): void {
  if ('unknown' in analysed || 'unknown' in real) return;
  // Analysis may not see an error that depends on contents, but must not invent one.
  if ('error' in analysed) {
    expect('error' in real, `${name}: analysis raises ${analysed.error}, the run does not`).toBe(true);
    return;
  }
  if ('error' in real) return;
  const wrong = contradiction(analysed.value, real.value);
  expect(wrong, `${name}: ${wrong}`).toBeNull();
}

/** Checks a property and notes its failure, so that one run shows every rule that is wrong. */
let problems: string[] = [];
function collect<T>(property: fc.IProperty<T>, parameters: fc.Parameters<T>): void {
  const details = fc.check(property, parameters);
  if (details.failed)
    problems.push(`${String(details.errorInstance)} for ${JSON.stringify(details.counterexample)}`);
}

describe('analysis rules', () => {
  beforeEach(() => {
    problems = [];
  });
  afterEach(() => {
    expect(problems).toEqual([]);
  });

  it('hold for every element-by-element operation', () => {
    for (const rule of operations.values()) {
      collect(
        fc.property(recipes, recipes, (first, second) => {
          const [a, b] = [arrayOf(first), arrayOf(second)];
          const operands = rule.inputs === 1 ? [a] : [a, b];
          const real = outcome(() => applyToValues(rule, operands, running));
          const analysed = outcome(() => applyToValues(rule, operands.map(forgotten), analysing));
          compare(rule.name, real, analysed);
        }),
        { numRuns: 60 },
      );
    }
  });

  it('hold for every function of one array', () => {
    const skipped = new Set([
      'load',
      'save',
      'savez',
      'savez_compressed',
      'loadtxt',
      'genfromtxt',
      'savetxt',
      'empty',
      'empty_like',
    ]);
    for (const item of numpyFunctions) {
      if (skipped.has(item.name) || item.body === null) continue;
      const required = item.signature.parameters.filter(
        parameter =>
          parameter.default === undefined && parameter.kind !== 'variadic' && parameter.kind !== 'keywords',
      );
      if (required.length !== 1) continue;
      collect(
        fc.property(recipes, recipe => {
          const a = arrayOf(recipe);
          const call = (py: Interpreter, array: NdArray) =>
            outcome(() => item.body!(py.bind(item.signature, { positional: [array], keywords: null }), py));
          compare(item.name, call(running, a), call(analysing, forgotten(a)));
        }),
        { numRuns: 25 },
      );
    }
  });
});
