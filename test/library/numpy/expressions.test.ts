/**
 * Expressions as scripts write them: several arguments, options, methods, indexing, assignment. Analysis follows each
 * with the contents of arrays forgotten; what it says must hold for the run.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { runLibrarySource } from '../../../src/python/evaluate/librarySource.ts';
import { PyModule } from '../../../src/python/functions.ts';
import type { Value } from '../../../src/python/values.ts';
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
const names = ['a', 'b', 'c', 'v', 'm', 't', 'z', 'mask', 'grid'] as const;

/** Reductions and the like with `axis=` and `keepdims=`. */
const reductions = [
  'sum',
  'prod',
  'mean',
  'std',
  'var',
  'max',
  'min',
  'any',
  'all',
  'argmax',
  'argmin',
  'median',
  'ptp',
].flatMap(name => {
  const function_ = [`np.${name}(a, axis=k)`, `np.${name}(a)`];
  const kept =
    name === 'ptp' ? [] : [`np.${name}(a, axis=k, keepdims=True)`, `np.${name}(a, None, keepdims=True)`];
  const several = name.startsWith('arg') ? [] : [`np.${name}(a, axis=(0, k))`];
  const methods = name === 'median' ? [] : [`a.${name}(k)`, `a.${name}()`, `a.${name}(axis=k)`];
  return [...function_, ...kept, ...several, ...methods];
});

const expressions = [
  ...reductions,
  ...[
    'nansum',
    'nanmean',
    'nanmax',
    'nanmin',
    'nanstd',
    'nanvar',
    'nanprod',
    'nanargmax',
    'count_nonzero',
  ].map(name => `np.${name}(a, axis=k)`),
  'np.sum(a, axis=k, dtype=np.float32)',
  'np.mean(a, axis=k, dtype="float32")',
  'a.sum(dtype=int)',
  'np.average(m, axis=1, weights=t[0])',
  'np.average(v, weights=v * v + 1)',
  'np.percentile(a, 30, axis=k)',
  'np.quantile(a, [0.2, 0.5])',
  'np.cumsum(a, axis=k)',
  'a.cumsum()',
  'np.cumprod(a)',
  'np.diff(v)',
  'np.diff(m, axis=0)',
  'np.diff(a, n=j)',
  'np.gradient(v)',
  'np.trapz(v)',
  'np.clip(a, 0, 2)',
  'np.clip(a, z, None)',
  'a.clip(-1, 1)',
  'a.clip(max=j)',
  'np.round(a, 1)',
  'a.round(j)',
  'np.where(a > 0, a, c)',
  'np.where(a > k, a, 0)',
  'np.where(mask, v, -1.5)',
  'np.where(mask)',
  'np.where(grid)[0]',
  'np.nonzero(m)',
  'np.argwhere(m > 0)',
  'a + c',
  'a * z',
  'z - a',
  'a / 2',
  '2 / (a + 10)',
  'a // 3',
  'a % 3',
  'a ** 2',
  '2.5 * a',
  'a + k',
  'a - 300',
  'a * 70000',
  'a * 1.5',
  'a + 1e300',
  'a + 2**40',
  '-a',
  'abs(a)',
  '~grid',
  'a == c',
  'a < j',
  'a >= b',
  'a & 3',
  'mask | mask',
  'a @ c',
  'm @ t',
  'v @ m',
  't @ v',
  'np.dot(m, t)',
  'np.dot(a, 2)',
  'np.outer(v, v)',
  'np.inner(v, v)',
  'np.tensordot(m, t, 1)',
  'np.vdot(v, v)',
  'np.kron(v, v)',
  'np.einsum("ij,jk->ik", m, t)',
  'np.einsum("ij->j", m)',
  'np.einsum("i,i->", v, v)',
  'np.einsum("ij->ji", m)',
  'np.concatenate([a, b], axis=k)',
  'np.concatenate((v, v, z.reshape(1)))',
  'np.concatenate([a, c], axis=None)',
  'np.stack([a, b], axis=k)',
  'np.vstack((m, m))',
  'np.hstack([m, m * 2])',
  'np.dstack([v, v])',
  'np.column_stack((v, m))',
  'np.append(v, 3)',
  'np.append(m, m, axis=0)',
  'np.r_[v, 0, v]',
  'np.c_[v, v]',
  'np.split(v, j)',
  'np.array_split(v, 2)',
  'np.split(m, [1, 2], axis=1)',
  'np.hsplit(m, 1)',
  'a.reshape(-1)',
  'a.reshape(-1, 1)',
  'm.reshape(t.shape)',
  'a.reshape(2, -1)',
  'np.reshape(a, (1, -1), order="F")',
  'a.ravel()',
  'a.flatten()',
  'a.T',
  'a.transpose()',
  'np.transpose(m, (1, 0))',
  'np.swapaxes(a, 0, k)',
  'np.moveaxis(a, 0, -1)',
  'np.expand_dims(a, k)',
  'np.expand_dims(a, (0, -1))',
  'np.squeeze(a)',
  'np.squeeze(a, axis=k)',
  'a[np.newaxis].squeeze(0)',
  'np.atleast_1d(a)',
  'np.atleast_2d(a)',
  'np.atleast_3d(a)',
  'np.broadcast_to(v, (3, len(v)))',
  'np.broadcast_to(z, (2, j))',
  'np.tile(a, 2)',
  'np.tile(v, (2, j))',
  'np.repeat(a, 2)',
  'np.repeat(a, j, axis=k)',
  'np.repeat(v, np.arange(len(v)))',
  'np.roll(a, k)',
  'np.roll(a, 1, axis=k)',
  'np.flip(a)',
  'np.flip(a, axis=k)',
  'np.rot90(m, k)',
  'np.pad(v, j)',
  'np.pad(m, ((1, 0), (0, 2)), constant_values=9)',
  'np.pad(v, 1, mode="edge")',
  'np.pad(v, (0, j), mode="wrap")',
  'np.insert(v, 0, 5)',
  'np.insert(m, 1, 0, axis=1)',
  'np.delete(v, 0)',
  'np.delete(m, [0], axis=1)',
  'np.resize(a, (2, 3))',
  'np.diag(v)',
  'np.diag(m)',
  'np.diag(v, k)',
  'np.diagonal(m)',
  'np.trace(m)',
  'np.tril(m, k)',
  'np.triu(m)',
  'np.sort(a)',
  'np.sort(a, axis=k)',
  'np.argsort(a, axis=k)',
  'np.sort(a, axis=None)',
  'np.searchsorted(np.sort(v), c)',
  'np.unique(a)',
  'np.unique(a, return_counts=True)',
  'np.unique(a, return_inverse=True)',
  'np.isin(a, v)',
  'np.digitize(a, [0, 1, 2])',
  'np.bincount(v.astype(int) % 3)',
  'np.bincount(abs(v.astype("int64")), minlength=5)',
  'np.histogram(a, bins=3)',
  'np.interp(v, [0, 1], [2, 3])',
  'np.partition(v, 0)',
  'np.take(v, [0, -1])',
  'np.take(m, [[0]], axis=1)',
  'np.take_along_axis(m, np.argsort(m, axis=1), axis=1)',
  'np.choose(mask.astype(int), [v, -v])',
  'np.select([v > 1, v < 0], [v, v * 2], 7)',
  'np.compress(mask, v)',
  'np.extract(mask, v)',
  'np.meshgrid(v, t[0])',
  'np.linspace(0, j, 5)',
  'np.arange(j)',
  'np.arange(k, 3, 0.5)',
  'np.full((2, j), k)',
  'np.full_like(a, 3)',
  'np.zeros_like(a)',
  'np.ones_like(a, dtype=bool)',
  'np.eye(j)',
  'np.eye(j)[v.astype(int) % max(j, 1)]',
  'np.zeros(a.shape)',
  'np.ones((j, 2), dtype="uint8")',
  'np.identity(j)',
  'np.tri(3, j)',
  'np.vander(v)',
  'np.indices((2, j))',
  'a.astype("float32")',
  'a.astype(int)',
  'a.astype(bool)',
  'a.astype("uint8")',
  'np.array([a, b])',
  'np.array([v, v], dtype="float32")',
  'np.array([k, j, 0.5])',
  'np.asarray(a, dtype="int8")',
  'np.array(a, ndmin=3)',
  'a.copy()',
  'a.dtype == "int64"',
  'a.shape',
  'a.ndim',
  'a.size',
  'len(v)',
  'a.nbytes',
  'np.ndim(a)',
  'np.shape(a)',
  'np.size(m, 1)',
  'v.tolist()',
  'float(z)',
  'int(z)',
  'z.item()',
  'bool(v.any())',
  'list(v)',
  '[x + 1 for x in v]',
  'np.array([r.sum() for r in m])',
  'v.max() - v.min()',
  'np.sqrt(np.mean((a - c) ** 2))',
  '(a - a.mean()) / (a.std() + 1)',
  'np.exp(a) / np.exp(a).sum()',
  'np.isclose(a, b)',
  'np.allclose(a, b)',
  'np.array_equal(a, b)',
  'np.nan_to_num(a / b)',
  'np.isnan(a)',
  'np.maximum(a, 0)',
  'np.minimum(a, c)',
  'np.add.reduce(a)',
  'np.multiply.outer(v, v)',
  'np.maximum.accumulate(v)',
  'np.logical_not(a)',
  'np.linalg.norm(v)',
  'np.linalg.norm(m, axis=k)',
  'np.linalg.norm(m, axis=1, keepdims=True)',
  'np.cov(m)',
  'np.corrcoef(v, v)',
  'np.convolve(v, [1, 2])',
  'np.cross(np.ones(3), np.ones((j, 3)))',
  'np.unravel_index(v.astype(int) % 4, (2, 2))',
  'np.cumsum(m, axis=0)[-1]',
  'np.nanmean(m)',
  'np.ptp(m, axis=0)',
  'np.eye(3)[[0, 2]]',
  'np.float32(z) * a',
  'np.int8(3) + a',
  'np.bool_(True) & mask',
  'a.max() * a',
  'np.einsum("ij,j->i", m, t[:, 0])',
  // Indexing.
  'a[0]',
  'a[k]',
  'a[-1]',
  'a[...]',
  'a[..., 0]',
  'a[None]',
  'a[:, None]',
  'a[1:]',
  'a[::2]',
  'a[::-1]',
  'a[k:j]',
  'm[:, 0]',
  'm[0, :]',
  'm[:, -1:]',
  'm[..., None]',
  'm[0][0]',
  'm[0, 0]',
  'm[[0]]',
  'm[[0, 0], [0, -1]]',
  'm[:, [0, 0, 0]]',
  'm[np.newaxis, :, [0]]',
  'm[[[0], [0]]]',
  'v[mask]',
  'm[mask]',
  'm[grid]',
  'm[mask, 0]',
  'm[:, m[0] > 0]',
  'v[v > 1]',
  'm[v < 2][:, 0]',
  'v[np.argsort(v)]',
  'm[np.argmax(m, axis=0), 0]',
  'v[~mask]',
  'a[()]',
  'a[k, ..., 0]',
  'np.arange(24).reshape(2, 3, 4)[:, [0, 2], 1]',
  'np.arange(24).reshape(2, 3, 4)[[0, 1], :, [0, 3]]',
  'np.arange(24).reshape(2, 3, 4)[k, j:]',
  'v[np.where(mask)]',
  'v[np.flatnonzero(v)]',
  'm[np.ix_([0], [0, 0])]',
  'v[v.argmax()]',
  'a.flat[0]',
  'z[()]',
  'z[None]',
  'z[...]',
  'v[1.5:]',
  'v["x"]',
  'm[0, 0, 0]',
];

/** Statements that change `x`, a copy of an operand, in place. */
const assignments: readonly (readonly [string, string])[] = [
  ['a', 'x[...] = c'],
  ['a', 'x[0] = k'],
  ['a', 'x[:] = 1.5'],
  ['a', 'x += 1'],
  ['a', 'x *= 2'],
  ['a', 'x -= b'],
  ['a', 'x /= 2'],
  ['a', 'x **= 2'],
  ['a', 'x[x > 0] = 0'],
  ['a', 'x[x < 0] *= -1'],
  ['v', 'x[mask] = 7'],
  ['v', 'x[mask] = v[mask]'],
  ['v', 'x[[0, -1]] = [k, j]'],
  ['v', 'x[k:] = 300'],
  ['m', 'x[:, 0] = v'],
  ['m', 'x[0] = 5'],
  ['m', 'x[grid] = -1'],
  ['m', 'x[mask] = 0'],
  ['m', 'x[np.arange(len(x)), 0] = 1'],
  ['m', 'x.T[0] = 9'],
  ['m', 'x[:, ::2] = 0'],
  ['v', 'x.sort()'],
  ['v', 'x.fill(k)'],
  ['v', 'x[0], x[-1] = x[-1], x[0]'],
  ['m', 'y = x[0]\n    y += 1'],
  ['m', 'np.fill_diagonal(x, 3)'],
  ['v', 'np.add.at(x, [0, 0], 1)'],
  ['m', 'np.copyto(x, 2)'],
  ['v', 'np.put(x, [0], [9])'],
  ['m', 'x[x == x.max()] = 0'],
  ['v', 'for i in range(len(x)):\n        x[i] = i'],
  ['m', 'x.shape = (-1,)'],
  ['a', 'x = x.reshape(-1)\n    x[0] = 100'],
];

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
    runLibrarySource(py, 'expressions', `import numpy as np\n${source}`, module);
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
