// Padding, cropping and enlarging layers: shapes, values, errors.
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
  { make: 'ZeroPadding1D((1, 2))', input: [null, 5, 2], output: [null, 8, 2] },
  { make: 'ZeroPadding2D()', input: [null, 5, 6, 2], output: [null, 7, 8, 2] },
  {
    make: 'ZeroPadding2D(((1, 2), (0, 3)), data_format="channels_first")',
    input: [null, 2, 5, 6],
    output: [null, 2, 8, 9],
  },
  { make: 'ZeroPadding3D(2)', input: [null, 2, 3, 4, 1], output: [null, 6, 7, 8, 1] },
  { make: 'Cropping1D()', input: [null, 5, 2], output: [null, 3, 2] },
  { make: 'Cropping2D((1, 2))', input: [null, 5, 6, 2], output: [null, 3, 2, 2] },
  { make: 'Cropping3D()', input: [null, 3, 4, 5, 1], output: [null, 1, 2, 3, 1] },
  { make: 'UpSampling1D()', input: [null, 5, 2], output: [null, 10, 2] },
  { make: 'UpSampling2D((2, 3))', input: [null, 2, 3, 2], output: [null, 4, 9, 2] },
  { make: 'UpSampling2D(2, interpolation="bicubic")', input: [null, 4, 3, 2], output: [null, 8, 6, 2] },
  { make: 'UpSampling2D(2, data_format="channels_first")', input: [null, 2, 4, 3], output: [null, 2, 8, 6] },
  { make: 'UpSampling3D(2)', input: [null, 2, 3, 1, 2], output: [null, 4, 6, 2, 2] },
];

describe('shapes', () => {
  for (const sample of cases)
    test(`${sample.make} on ${JSON.stringify(sample.input)}`, () => checkLayer(sample));
});

describe('values', () => {
  const x = numbers([2, 4, 3, 2]);
  test('zeros surround the image', async () => {
    const { outputs } = await runLayer('ZeroPadding2D(((1, 0), (2, 1)))', [x]);
    expectClose(
      outputs[0],
      fill([2, 5, 6, 2], (b, i, j, c) => at(x, b, i - 1, j - 2, c)),
    );
  });
  test('cropping cuts both ends', async () => {
    const { outputs } = await runLayer('Cropping2D(((1, 1), (0, 2)))', [x]);
    expectClose(
      outputs[0],
      fill([2, 2, 1, 2], (b, i, j, c) => at(x, b, i + 1, j, c)),
    );
  });
  test('nearest repeats cells', async () => {
    const { outputs } = await runLayer('UpSampling2D((2, 3))', [x]);
    expectClose(
      outputs[0],
      fill([2, 8, 9, 2], (b, i, j, c) => at(x, b, Math.floor(i / 2), Math.floor(j / 3), c)),
    );
  });
  test('bilinear mixes neighbours by their distance', async () => {
    const line = { shape: [1, 1, 2, 1], data: [0, 4] };
    const { outputs } = await runLayer('UpSampling2D((1, 2), interpolation="bilinear")', [line]);
    expectClose(outputs[0], { shape: [1, 1, 4, 1], data: [0, 1, 3, 4] });
  });
  test('bicubic leaves a straight slope straight away from the border', async () => {
    const slope = fill([1, 1, 8, 1], (_b, _i, j) => j);
    const { outputs } = await runLayer('UpSampling2D((1, 2), interpolation="bicubic")', [slope]);
    for (let j = 4; j < 12; j++) expect(at(outputs[0], 0, 0, j, 0)).toBeCloseTo((j + 0.5) / 2 - 0.5, 5);
  });
});

describe('errors', () => {
  const errors: readonly [string, readonly number[] | null, string][] = [
    [
      'Cropping1D(3)',
      [1, 6, 2],
      '`cropping` parameter of `Cropping1D` layer must be smaller than the input length. Received: input_shape=(1, 6, 2), cropping=(3, 3)',
    ],
    [
      'Cropping2D(2)',
      [1, 4, 8, 1],
      'Values in `cropping` argument should be smaller than the corresponding spatial dimension of the input. Received: input_shape=(1, 4, 8, 1), cropping=((2, 2), (2, 2))',
    ],
    ['ZeroPadding2D((1, 2, 3))', null, '`padding` should have two elements. Received: padding=(1, 2, 3).'],
    ['ZeroPadding2D()', [1, 4, 8], 'expected ndim=4, found ndim=3'],
    ['UpSampling2D(0)', null, 'including values {0} that do not satisfy `value > 0`'],
  ];
  for (const [make, shape, text] of errors) {
    test(`${make} on ${JSON.stringify(shape)}`, async () => {
      const error = shape === null ? await raised(make) : await raised(make, shape);
      expect(error?.message).toContain(text);
    });
  }
  test('unknown sizes raise nothing', async () => {
    expect(await raised('Cropping2D(2)', [null, null, null, 1])).toBeNull();
    expect(await raised('UpSampling2D(2, interpolation="bilinear")', [null, null, 4, 1])).toBeNull();
  });
});
