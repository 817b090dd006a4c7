/**
 * Expressions as scripts write them: several arguments, options, methods, indexing, assignment. Analysis follows each
 * with the contents of arrays forgotten; what it says must hold for the run.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { runLibrarySource } from '../../../src/python/evaluate/librarySource.ts';
import { PyModule } from '../../../src/python/functions.ts';
import type { Value } from '../../../src/python/values.ts';
import { assignments, expressions, names } from './analysedExpressions.ts';
import {
  arrayOf,
  bothPolicies,
  compare,
  failure,
  forgotten,
  outcome,
  type Policies,
  type Recipe,
  recipesOf,
} from './analysedRules.ts';

const length = fc.integer({ min: 1, max: 4 });
const anyShape = fc.array(length, { minLength: 0, maxLength: 3 });

interface Operands {
  /** Any shape; `b` has the same one, `c` any. */
  readonly a: Recipe;
  readonly b: Recipe;
  readonly c: Recipe;
  /** One dimension of n; two of n by m, m by n. */
  readonly v: Recipe;
  readonly m: Recipe;
  readonly t: Recipe;
  readonly z: Recipe;
  /** A mask of `v`, and one of `m`. */
  readonly mask: Recipe;
  readonly grid: Recipe;
  readonly k: number;
  readonly j: number;
}

const operands: fc.Arbitrary<Operands> = fc.tuple(anyShape, length, length).chain(([shape, n, m]) =>
  fc.record({
    a: recipesOf(fc.constant(shape)),
    b: recipesOf(fc.constant(shape)),
    c: recipesOf(anyShape),
    v: recipesOf(fc.constant([n])),
    m: recipesOf(fc.constant([n, m])),
    t: recipesOf(fc.constant([m, n])),
    z: recipesOf(fc.constant([])),
    mask: recipesOf(fc.constant([n]), ['bool']),
    grid: recipesOf(fc.constant([n, m]), ['bool']),
    k: fc.integer({ min: -3, max: 3 }),
    j: fc.integer({ min: 0, max: 4 }),
  }),
);
const programs = [
  ...expressions.map(text => ({ text, body: `return ${text}` })),
  ...assignments.map(([source, text]) => ({
    text: `x = ${source}.copy(); ${text}`,
    body: `x = ${source}.copy()\n    ${text}\n    return x`,
  })),
];

let policies: Policies;
let functions: PyModule[];

beforeAll(async () => {
  policies = await bothPolicies();
  const source = programs
    .map(({ body }, index) => `def f${index}(${[...names, 'k', 'j'].join(', ')}):\n    ${body}\n`)
    .join('\n');
  functions = [policies.running, policies.analysing].map(py => {
    const module = new PyModule('expressions', []);
    const text = `import numpy as np\n${source}`;
    runLibrarySource(py, { name: 'expressions', text, withoutEffect: undefined }, module);
    return module;
  });
});

test('analysis is right about expressions', () => {
  const problems = programs.map(({ text }, index) =>
    failure(
      fc.property(operands, chosen => {
        const arrays = names.map(name => arrayOf(chosen[name]));
        const numbers: Value[] = [chosen.k, chosen.j];
        const [real, analysed] = functions.map((module, policy) =>
          outcome(() => {
            const py = policy === 0 ? policies.running : policies.analysing;
            const given = policy === 0 ? arrays : arrays.map(forgotten);
            return py.call(module.attributes.map.get(`f${index}`)!, [...given, ...numbers]);
          }),
        );
        compare(text, real, analysed);
      }),
      { numRuns: 15 },
    ),
  );
  expect(problems.filter(problem => problem !== null)).toEqual([]);
});
