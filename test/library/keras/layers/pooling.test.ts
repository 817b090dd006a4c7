// Pooling layers: shapes, values against plain loops, masks and errors.
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
  { make: 'MaxPooling1D()', input: [null, 7, 3], output: [null, 3, 3] },
  { make: 'MaxPooling1D(3, strides=1, padding="same")', input: [null, 7, 3], output: [null, 7, 3] },
  { make: 'MaxPooling2D()', input: [null, 7, 8, 3], output: [null, 3, 4, 3] },
  { make: 'MaxPool2D((2, 3), strides=2, padding="same")', input: [null, 7, 8, 3], output: [null, 4, 4, 3] },
  { make: 'MaxPooling2D(2, data_format="channels_first")', input: [null, 3, 7, 8], output: [null, 3, 3, 4] },
  { make: 'MaxPooling3D()', input: [null, 4, 5, 6, 2], output: [null, 2, 2, 3, 2] },
  { make: 'AveragePooling1D(2)', input: [null, 7, 3], output: [null, 3, 3] },
  { make: 'AveragePooling2D(2)', input: [null, 7, 8, 3], output: [null, 3, 4, 3] },
  { make: 'AveragePooling3D(2)', input: [null, 4, 5, 6, 2], output: [null, 2, 2, 3, 2] },
  { make: 'GlobalMaxPooling1D()', input: [null, 7, 3], output: [null, 3] },
  { make: 'GlobalMaxPooling2D(keepdims=True)', input: [null, 7, 8, 3], output: [null, 1, 1, 3] },
  { make: 'GlobalMaxPooling3D()', input: [null, 4, 5, 6, 2], output: [null, 2] },
  { make: 'GlobalAveragePooling1D(keepdims=True)', input: [null, 7, 3], output: [null, 1, 3] },
  { make: 'GlobalAveragePooling2D(data_format="channels_first")', input: [null, 3, 7, 8], output: [null, 3] },
  { make: 'GlobalAvgPool3D()', input: [null, 4, 5, 6, 2], output: [null, 2] },
];

describe('shapes', () => {
  for (const sample of cases)
    test(`${sample.make} on ${JSON.stringify(sample.input)}`, () => checkLayer(sample));
});

describe('values', () => {
  const x = numbers([2, 5, 5, 2]);
  const cells = (b: number, i: number, j: number, c: number) => {
    const found: number[] = [];
    for (let p = 2 * i; p < Math.min(5, 2 * i + 2); p++)
      for (let q = 2 * j; q < Math.min(5, 2 * j + 2); q++) found.push(at(x, b, p, q, c));
    return found;
  };

  test('padding never wins a maximum and never counts in a mean', async () => {
    const largest = await runLayer('MaxPooling2D(2, padding="same")', [x]);
    expectClose(
      largest.outputs[0],
      fill([2, 3, 3, 2], (...index) => Math.max(...cells(index[0], index[1], index[2], index[3]))),
    );
    const mean = await runLayer('AveragePooling2D(2, padding="same")', [x]);
    const wanted = fill([2, 3, 3, 2], (b, i, j, c) => {
      const found = cells(b, i, j, c);
      return found.reduce((sum, value) => sum + value, 0) / found.length;
    });
    expectClose(mean.outputs[0], wanted);
  });

  test('GlobalAveragePooling1D counts the steps that a mask keeps', async () => {
    const steps = numbers([2, 4, 3]);
    const mask = { shape: [2, 4], data: [1, 1, 0, 0, 1, 1, 1, 0] };
    const { outputs, masks } = await runLayer('GlobalAveragePooling1D()', [steps], { masks: [mask] });
    const lengths = [2, 3];
    const mean = (b: number, c: number) => {
      let sum = 0;
      for (let t = 0; t < lengths[b]; t++) sum += at(steps, b, t, c);
      return sum / lengths[b];
    };
    expectClose(outputs[0], fill([2, 3], mean));
    expect(masks[0]).toBeNull();
  });
});

describe('errors', () => {
  test('a pool larger than the image', async () => {
    expect((await raised('MaxPooling2D(4)', [1, 3, 3, 2]))?.message).toContain(
      'Computed output size would be negative',
    );
  });
  test('images where sequences are expected', async () => {
    expect((await raised('GlobalAveragePooling2D()', [null, 10]))?.message).toBe(
      'Input 0 of layer "global_average_pooling2d" is incompatible with the layer: expected ndim=4, found ndim=2. Full shape received: (None, 10)',
    );
  });
  test('AveragePooling2D needs a size', async () => {
    expect((await raised('AveragePooling2D()'))?.message).toContain(
      "missing 1 required positional argument: 'pool_size'",
    );
  });
});
