// Activation layers, Lambda and EinsumDense.
import { describe, expect, test } from 'vitest';
import {
  at,
  checkLayer,
  expectClose,
  fill,
  type LayerCase,
  numbers,
  raised,
  runLayer,
} from './layer-harness.ts';

const cases: readonly LayerCase[] = [
  { make: 'ReLU()', input: [null, 3], output: [null, 3] },
  { make: 'PReLU()', input: [null, 4, 3], output: [null, 4, 3], weights: [[4, 3]] },
  {
    make: 'PReLU(shared_axes=[1, 2])',
    input: [null, 4, 5, 3],
    output: [null, 4, 5, 3],
    weights: [[1, 1, 3]],
  },
  { make: 'Softmax(axis=[1, 2])', input: [null, 4, 3], output: [null, 4, 3] },
  { make: 'Lambda(lambda x: x * 2)', input: [null, 3], output: [null, 3] },
  {
    make: 'EinsumDense("ab,bc->ac", output_shape=8, bias_axes="c")',
    input: [null, 4],
    output: [null, 8],
    weights: [[4, 8], [8]],
  },
  {
    make: 'EinsumDense("abc,cd->abd", output_shape=(None, 8), bias_axes="d", activation="relu")',
    input: [null, 5, 4],
    output: [null, 5, 8],
    weights: [[4, 8], [8]],
  },
  {
    make: 'EinsumDense("...x,xy->...y", output_shape=8)',
    input: [null, 5, 2, 4],
    output: [null, 5, 2, 8],
    weights: [[4, 8]],
  },
  {
    make: 'EinsumDense("abc,cde->abde", output_shape=(None, 2, 3), bias_axes="de")',
    input: [null, 5, 4],
    output: [null, 5, 2, 3],
    weights: [
      [4, 2, 3],
      [2, 3],
    ],
  },
];

describe('shapes and weights', () => {
  for (const sample of cases)
    test(`${sample.make} on ${JSON.stringify(sample.input)}`, () => checkLayer(sample));
});

describe('values', () => {
  const x = numbers([2, 6], 1, -3, 3);
  const rules: readonly [string, (value: number) => number][] = [
    ['ReLU()', value => Math.max(0, value)],
    [
      'ReLU(max_value=1.5, negative_slope=0.1, threshold=0.5)',
      value => (value > 0.5 ? Math.min(1.5, value) : 0.1 * (value - 0.5)),
    ],
    ['LeakyReLU()', value => (value > 0 ? value : 0.3 * value)],
    ['LeakyReLU(alpha=0.1)', value => (value > 0 ? value : 0.1 * value)],
    ['ELU(alpha=0.5)', value => (value > 0 ? value : 0.5 * Math.expm1(value))],
    ['Lambda(lambda x, k: x * k + 1, arguments={"k": 3})', value => 3 * value + 1],
  ];
  for (const [make, rule] of rules) {
    test(make, async () => {
      const { outputs } = await runLayer(make, [x]);
      expectClose(
        outputs[0],
        fill([2, 6], (i, j) => rule(at(x, i, j))),
      );
    });
  }

  test('PReLU has a slope for each place', async () => {
    const { outputs, weights } = await runLayer('PReLU()', [x]);
    const slope = weights.get('alpha')!;
    expectClose(
      outputs[0],
      fill([2, 6], (i, j) => (at(x, i, j) > 0 ? at(x, i, j) : slope.data[j] * at(x, i, j))),
    );
  });

  test('Softmax leaves masked places out', async () => {
    const mask = { shape: [2, 6], data: [1, 1, 0, 1, 0, 0, 1, 1, 1, 1, 1, 1] };
    const { outputs } = await runLayer('Softmax()', [x], { keywords: { mask } });
    const part = (i: number, j: number) => at(mask, i, j) * Math.exp(at(x, i, j));
    const total = (i: number) => [0, 1, 2, 3, 4, 5].reduce((sum, j) => sum + part(i, j), 0);
    expectClose(
      outputs[0],
      fill([2, 6], (i, j) => part(i, j) / total(i)),
    );
  });

  test('Lambda takes a list of tensors', async () => {
    const other = numbers([2, 6], 2);
    const { outputs } = await runLayer('Lambda(lambda t: t[0] - t[1])', [x, other]);
    expectClose(
      outputs[0],
      fill([2, 6], (i, j) => at(x, i, j) - at(other, i, j)),
    );
  });
});

describe('errors', () => {
  test('an axis that is not there', async () => {
    const error = await raised('Softmax(axis=2)', [null, 3]);
    expect(error?.type).toBe('IndexError');
    expect(error?.message).toContain('Exception encountered when calling Softmax.call().');
  });
  test('a negative slope', async () => {
    expect((await raised('ReLU(negative_slope=-1)'))?.message).toBe(
      'negative_slope of a ReLU layer cannot be a negative value. Received: negative_slope=-1',
    );
    expect((await raised('LeakyReLU(None)'))?.message).toContain('cannot be None or negative value');
  });
  test('an equation that is none', async () => {
    expect((await raised('EinsumDense("ab,bc,ac", 8)', [null, 4]))?.message).toContain(
      "Invalid einsum equation 'ab,bc,ac'",
    );
    expect((await raised('EinsumDense("ab,bc->ad", 8)', [null, 4]))?.message).toContain(
      "Dimension 'd' was specified in the output",
    );
  });
});
