// Merge layers: broadcasting, masks, dot products and Keras's messages.
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

const pair = [
  [null, 4, 3],
  [null, 4, 3],
];
const cases: readonly LayerCase[] = [
  ...['Add', 'Subtract', 'Multiply', 'Average', 'Maximum', 'Minimum'].map(name => ({
    make: `${name}()`,
    input: pair,
    output: [null, 4, 3],
  })),
  {
    make: 'Add()',
    input: [
      [null, 4, 3],
      [null, 1, 3],
    ],
    output: [null, 4, 3],
  },
  {
    make: 'Add()',
    input: [
      [null, 4, 3],
      [null, 3],
    ],
    output: [null, 4, 3],
  },
  {
    make: 'Concatenate()',
    input: [
      [null, 4, 3],
      [null, 4, 5],
    ],
    output: [null, 4, 8],
  },
  {
    make: 'Concatenate(axis=1)',
    input: [
      [null, 4, 3],
      [null, 2, 3],
    ],
    output: [null, 6, 3],
  },
  {
    make: 'Dot(axes=1)',
    input: [
      [null, 8],
      [null, 8],
    ],
    output: [null, 1],
  },
  {
    make: 'Dot(axes=(2, 1))',
    input: [
      [null, 4, 3],
      [null, 3, 5],
    ],
    output: [null, 4, 5],
  },
  {
    make: 'Dot(axes=-1)',
    input: [
      [null, 4, 3],
      [null, 5, 3],
    ],
    output: [null, 4, 5],
  },
  {
    make: 'Dot(axes=(1, 2))',
    input: [
      [null, 3],
      [null, 5, 3],
    ],
    output: [null, 5],
  },
];

describe('shapes', () => {
  for (const sample of cases)
    test(`${sample.make} on ${JSON.stringify(sample.input)}`, () => checkLayer(sample));
});

describe('values', () => {
  const [a, b] = [numbers([2, 3], 1), numbers([2, 3], 2)];
  const rules: readonly [string, (x: number, y: number) => number][] = [
    ['Add', (x, y) => x + y],
    ['Subtract', (x, y) => x - y],
    ['Multiply', (x, y) => x * y],
    ['Average', (x, y) => (x + y) / 2],
    ['Maximum', Math.max],
    ['Minimum', Math.min],
  ];
  for (const [name, rule] of rules) {
    test(name, async () => {
      const { outputs } = await runLayer(`${name}()`, [a, b]);
      expectClose(
        outputs[0],
        fill([2, 3], (i, j) => rule(at(a, i, j), at(b, i, j))),
      );
    });
  }

  test('Dot sums over the axis of both, of unit length where asked', async () => {
    const [x, y] = [numbers([2, 3, 4], 1), numbers([2, 5, 3], 2)];
    const sum = (i: number, j: number, k: number) =>
      [0, 1, 2].reduce((total, s) => total + at(x, i, s, j) * at(y, i, k, s), 0);
    expectClose((await runLayer('Dot(axes=(1, 2))', [x, y])).outputs[0], fill([2, 4, 5], sum));
    const length = (values: number[]) => Math.hypot(...values);
    const cosine = (i: number, j: number, k: number) =>
      sum(i, j, k) / length([0, 1, 2].map(s => at(x, i, s, j))) / length([0, 1, 2].map(s => at(y, i, k, s)));
    expectClose(
      (await runLayer('Dot(axes=(1, 2), normalize=True)', [x, y])).outputs[0],
      fill([2, 4, 5], cosine),
    );
  });
});

describe('masks', () => {
  const inputs = [numbers([1, 3, 2], 1), numbers([1, 3, 2], 2)];
  const mask = { shape: [1, 3], data: [1, 1, 0] };
  const other = { shape: [1, 3], data: [1, 0, 1] };

  test('a merge keeps what all masks keep', async () => {
    expect((await runLayer('Add()', inputs, { masks: [mask, other] })).masks[0]).toEqual({
      shape: [1, 3],
      data: [1, 0, 0],
    });
    expect((await runLayer('Add()', inputs, { masks: [mask, null] })).masks[0]).toEqual(mask);
  });

  test('a concatenation joins them', async () => {
    const features = await runLayer('Concatenate()', inputs, { masks: [mask, null] });
    expect(features.masks[0]).toEqual(mask);
    const steps = await runLayer('Concatenate(axis=1)', inputs, { masks: [mask, null] });
    expect(steps.masks[0]).toEqual({ shape: [1, 6], data: [1, 1, 0, 1, 1, 1] });
  });
});

describe('errors', () => {
  const errors: readonly [string, readonly (readonly (number | null)[])[], string][] = [
    [
      'Add()',
      [
        [null, 16, 16, 32],
        [null, 32, 32, 16],
      ],
      'Inputs have incompatible shapes. Received shapes (16, 16, 32) and (32, 32, 16)',
    ],
    [
      'Add()',
      [
        [2, 3],
        [4, 3],
      ],
      'Cannot merge tensors with different batch sizes. Received tensors with shapes [(2, 3), (4, 3)]',
    ],
    ['Add()', [[null, 8]], 'A merge layer should be called on a list of inputs.'],
    [
      'Subtract()',
      [
        [null, 8],
        [null, 8],
        [null, 8],
      ],
      'A `Subtract` layer should be called on exactly 2 inputs.',
    ],
    [
      'Concatenate()',
      [
        [null, 8, 4],
        [null, 7, 4],
      ],
      'A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape=[(None, 8, 4), (None, 7, 4)]',
    ],
    [
      'Dot(axes=2)',
      [
        [null, 8, 4],
        [null, 8, 5],
      ],
      'Incompatible input shapes: axis values 4 (at axis 2) != 5 (at axis 2). Full input shapes: (None, 8, 4), (None, 8, 5)',
    ],
  ];
  for (const [make, shapes, text] of errors) {
    test(`${make} on ${JSON.stringify(shapes)}`, async () => {
      const error = await raised(make, ...shapes);
      expect(error?.type).toBe('ValueError');
      expect(error?.message).toContain(text);
    });
  }

  test('unknown sizes raise nothing', async () => {
    expect(await raised('Add()', [null, null, 3], [null, 4, 3])).toBeNull();
    expect(await raised('Concatenate()', [null, null, 3], [null, 4, null])).toBeNull();
    expect(await raised('Dot(axes=1)', [null, null], [null, 3])).toBeNull();
  });
});
