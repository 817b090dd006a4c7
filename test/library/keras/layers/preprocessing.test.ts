// Preprocessing and augmentation layers: values, what training alone changes, and errors.
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

const images = [null, 6, 8, 3];
const cases: readonly LayerCase[] = [
  { make: 'Rescaling(1 / 255)', input: images, output: images },
  { make: 'Normalization()', input: [null, 3], output: [null, 3], weights: [[3], [3], []] },
  { make: 'Normalization(axis=None, mean=1, variance=4)', input: [null, 3], output: [null, 3] },
  {
    make: 'CategoryEncoding(num_tokens=4)',
    input: [null, 3],
    output: [null, 4],
    dtypes: ['int32'],
    integers: 4,
  },
  {
    make: 'CategoryEncoding(num_tokens=4, output_mode="one_hot")',
    input: [null, 1],
    output: [null, 4],
    dtypes: ['int32'],
    integers: 4,
  },
  { make: 'Discretization([0.0, 0.5])', input: [null, 3], output: [null, 3] },
  { make: 'Resizing(3, 5)', input: images, output: [null, 3, 5, 3] },
  { make: 'Resizing(4, 4, crop_to_aspect_ratio=True)', input: images, output: [null, 4, 4, 3] },
  {
    make: 'Resizing(4, 4, pad_to_aspect_ratio=True, interpolation="nearest")',
    input: images,
    output: [null, 4, 4, 3],
  },
  { make: 'CenterCrop(4, 2)', input: images, output: [null, 4, 2, 3] },
  { make: 'CenterCrop(9, 9, data_format="channels_first")', input: [null, 3, 6, 8], output: [null, 3, 9, 9] },
  ...[
    'RandomFlip()',
    'RandomRotation(0.2)',
    'RandomZoom(0.3, (-0.2, 0.1))',
    'RandomTranslation(0.2, 0.3, fill_mode="wrap")',
    'RandomContrast(0.3)',
    'RandomBrightness(0.2)',
    'RandomZoom(0.5, fill_mode="constant", interpolation="nearest")',
  ].map(make => ({ make, input: images, output: images, training: true })),
  { make: 'RandomCrop(4, 5)', input: images, output: [null, 4, 5, 3], training: true },
];

describe('shapes', () => {
  for (const sample of cases) test(sample.make, () => checkLayer(sample));
});

describe('values', () => {
  const x = numbers([2, 3], 1, 0, 8);

  test('Rescaling scales and shifts', async () => {
    const { outputs } = await runLayer('Rescaling(0.5, offset=-1)', [x]);
    expectClose(
      outputs[0],
      fill([2, 3], (i, j) => 0.5 * at(x, i, j) - 1),
    );
  });

  test('Normalization uses what it is given or has learnt', async () => {
    const given = await runLayer('Normalization(mean=[1.0, 2.0, 3.0], variance=[4.0, 1.0, 9.0])', [x]);
    const wanted = fill([2, 3], (i, j) => (at(x, i, j) - [1, 2, 3][j]) / [2, 1, 3][j]);
    expectClose(given.outputs[0], wanted);
    const inverse = await runLayer('Normalization(mean=2.0, variance=4.0, axis=None, invert=True)', [x]);
    expectClose(
      inverse.outputs[0],
      fill([2, 3], (i, j) => at(x, i, j) * 2 + 2),
    );
    const before = `
def adapted():
    layer = Normalization()
    layer.adapt([[1.0, 4.0, 0.0], [3.0, 8.0, 6.0]])
    return layer
`;
    const learnt = await runLayer('adapted()', [x], { before, keepWeights: true });
    expectClose(
      learnt.outputs[0],
      fill([2, 3], (i, j) => (at(x, i, j) - [2, 6, 3][j]) / [1, 2, 3][j]),
    );
  });

  test('CategoryEncoding marks or counts tokens', async () => {
    const tokens = { shape: [2, 3], data: [0, 2, 2, 3, 3, 3] };
    const marked = await runLayer('CategoryEncoding(num_tokens=4)', [tokens], { dtypes: ['int32'] });
    expectClose(marked.outputs[0], { shape: [2, 4], data: [1, 0, 1, 0, 0, 0, 0, 1] });
    const counted = await runLayer('CategoryEncoding(num_tokens=4, output_mode="count")', [tokens], {
      dtypes: ['int32'],
    });
    expectClose(counted.outputs[0], { shape: [2, 4], data: [1, 0, 2, 0, 0, 0, 0, 3] });
  });

  test('Discretization gives the index of the bin', async () => {
    const values = { shape: [1, 5], data: [-1, 0, 0.4, 0.5, 3] };
    const { outputs } = await runLayer('Discretization([0.0, 0.5])', [values]);
    expectClose(outputs[0], { shape: [1, 5], data: [0, 1, 1, 2, 2] });
  });

  test('CenterCrop takes the middle', async () => {
    const image = numbers([1, 5, 6, 1]);
    const { outputs } = await runLayer('CenterCrop(3, 2)', [image]);
    expectClose(
      outputs[0],
      fill([1, 3, 2, 1], (_b, i, j) => at(image, 0, i + 1, j + 2, 0)),
    );
  });
});

describe('random layers', () => {
  const image = numbers([4, 5, 5, 1], 1, 0, 255);

  test('leave images alone outside training', async () => {
    for (const make of [
      'RandomFlip()',
      'RandomRotation(0.5)',
      'RandomContrast(0.5)',
      'RandomBrightness(0.5)',
    ]) {
      expectClose((await runLayer(make, [image], { training: false })).outputs[0], image);
    }
  });

  test('draw the same again from the same seed', async () => {
    const run = () => runLayer('RandomTranslation(0.4, 0.4, seed=3)', [image], { training: true });
    const [first, second] = [await run(), await run()];
    expect(first.outputs[0].data).toEqual(second.outputs[0].data);
    expect(first.outputs[0].data).not.toEqual(image.data);
  });

  test('RandomFlip mirrors whole images', async () => {
    const { outputs } = await runLayer('RandomFlip("horizontal", seed=1)', [image], { training: true });
    for (let b = 0; b < 4; b++) {
      const same = at(outputs[0], b, 0, 0, 0) === at(image, b, 0, 0, 0);
      for (let i = 0; i < 5; i++) {
        for (let j = 0; j < 5; j++) {
          expect(at(outputs[0], b, i, j, 0)).toBe(at(image, b, i, same ? j : 4 - j, 0));
        }
      }
    }
  });

  test('a rotation by a half turn is the image upside down', async () => {
    const { outputs } = await runLayer('RandomRotation((0.5, 0.5))', [image], { training: true });
    expectClose(
      outputs[0],
      fill([4, 5, 5, 1], (b, i, j) => at(image, b, 4 - i, 4 - j, 0)),
      1e-3,
    );
  });

  test('a zoom by 1 keeps every second cell around the middle', async () => {
    const make = 'RandomZoom((1.0, 1.0), fill_mode="constant", fill_value=7.0)';
    const { outputs } = await runLayer(make, [image], { training: true });
    const taken = (place: number) => 2 * place - 2;
    const wanted = fill([4, 5, 5, 1], (b, i, j) => {
      const [y, x] = [taken(i), taken(j)];
      return y < 0 || x < 0 || y > 4 || x > 4 ? 7 : at(image, b, y, x, 0);
    });
    expectClose(outputs[0], wanted);
  });

  test('a shift by whole cells reflects at the border', async () => {
    const { outputs } = await runLayer('RandomTranslation((0.4, 0.4), (0.0, 0.0))', [image], {
      training: true,
    });
    const row = (i: number) => (i - 2 < 0 ? 1 - i : i - 2);
    expectClose(
      outputs[0],
      fill([4, 5, 5, 1], (b, i, j) => at(image, b, row(i), j, 0)),
      1e-3,
    );
  });
});

describe('errors', () => {
  const errors: readonly [string, string][] = [
    ['CategoryEncoding()', 'num_tokens must be set to use this layer.'],
    ['CategoryEncoding(3, output_mode="int")', 'Unknown arg for output_mode: int'],
    ['Discretization()', 'You need to set either `num_bins` or `bin_boundaries`.'],
    ['Normalization(mean=1.0)', 'both `mean` and `variance` must be set'],
    ['RandomRotation(2.0)', 'in the range [-1.0, 1.0]'],
    ['RandomContrast(-0.1)', 'cannot have negative values'],
    ['RandomZoom(0.1, fill_mode="mirror")', 'Unknown `fill_mode` mirror.'],
  ];
  for (const [make, text] of errors) {
    test(make, async () => {
      expect((await raised(make))?.message).toContain(text);
    });
  }
  test('something that is no image', async () => {
    expect((await raised('CenterCrop(2, 2)', [null, 10]))?.message).toContain(
      'Expected the input image to be rank 3 or 4.',
    );
  });
});
