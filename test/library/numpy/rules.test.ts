/** What analysis says of a result (shape, type, facts) never contradicts what a run gives. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { numpyFunctions } from '../../../src/library/numpy/module.ts';
import type { NdArray } from '../../../src/library/numpy/ndarray.ts';
import { operations } from '../../../src/library/numpy/operations.ts';
import { applyToValues } from '../../../src/library/numpy/ufuncs.ts';
import type { NativeFunction } from '../../../src/python/functions.ts';
import type { Interpreter } from '../../../src/python/interpreter.ts';
import {
  arrayOf,
  bothPolicies,
  compare,
  failure,
  forgotten,
  outcome,
  type Policies,
  recipes,
} from './analysedRules.ts';

let policies: Policies;

beforeAll(async () => {
  policies = await bothPolicies();
});

/** Functions of files, of chance and of memory as it was found: two runs differ by themselves. */
const skipped = new Set([
  'load',
  'save',
  'savez',
  'savez_compressed',
  'loadtxt',
  'genfromtxt',
  'savetxt',
  'fromfile',
  'empty',
  'empty_like',
]);

const required = (item: NativeFunction): number =>
  item.signature.parameters.filter(
    parameter =>
      parameter.default === undefined && parameter.kind !== 'variadic' && parameter.kind !== 'keywords',
  ).length;

function call(item: NativeFunction, arrays: readonly NdArray[], py: Interpreter) {
  return outcome(() => item.body!(py.bind(item.signature, { positional: arrays, keywords: null }), py));
}

describe('analysis rules', () => {
  it('hold for every element-by-element operation', () => {
    const problems = [...operations.values()].map(rule =>
      failure(
        fc.property(recipes, recipes, fc.boolean(), (first, second, onlyFirst) => {
          const [a, b] = [arrayOf(first), arrayOf(second)];
          const operands = rule.inputs === 1 ? [a] : [a, b];
          const hidden = operands.map((operand, index) =>
            index === 1 && onlyFirst ? operand : forgotten(operand),
          );
          const real = outcome(() => applyToValues(rule, operands, policies.running));
          const analysed = outcome(() => applyToValues(rule, hidden, policies.analysing));
          compare(rule.name, real, analysed);
        }),
        { numRuns: 60 },
      ),
    );
    expect(problems.filter(problem => problem !== null)).toEqual([]);
  });

  it.each([1, 2, 3])('hold for every function of %i required arguments, given arrays', count => {
    const problems = numpyFunctions
      .filter(item => !skipped.has(item.name) && item.body !== null && required(item) === count)
      .map(item =>
        failure(
          fc.property(
            fc.array(recipes, { minLength: count, maxLength: count }),
            fc.boolean(),
            (chosen, onlyFirst) => {
              const arrays = chosen.map(arrayOf);
              // Arrays that are changed in place must not be shared between the two.
              const copies = chosen.map(arrayOf);
              const hidden = copies.map((array, index) =>
                index > 0 && onlyFirst ? array : forgotten(array),
              );
              compare(
                item.name,
                call(item, arrays, policies.running),
                call(item, hidden, policies.analysing),
              );
            },
          ),
          { numRuns: 30 },
        ),
      );
    expect(problems.filter(problem => problem !== null)).toEqual([]);
  });
});
