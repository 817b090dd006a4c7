// Convolution layers: shapes and parameters by Keras's formulas, values against plain loops.
import { describe, expect, test } from 'vitest';
import {
  at,
  checkLayer,
  expectClose,
  fill,
  type LayerCase,
  type Numbers,
  numbers,
  raised,
  runLayer,
} from './layer-harness.ts';

const cases: readonly LayerCase[] = [
  { make: 'Conv1D(4, 3)', input: [null, 8, 2], output: [null, 6, 4], weights: [[3, 2, 4], [4]] },
  {
    make: 'Conv1D(4, 3, padding="causal", dilation_rate=2)',
    input: [null, 8, 2],
    output: [null, 8, 4],
    weights: [[3, 2, 4], [4]],
  },
  {
    make: 'Conv1D(4, 3, strides=2, padding="causal")',
    input: [null, 9, 2],
    output: [null, 5, 4],
    weights: [[3, 2, 4], [4]],
  },
  {
    make: 'Conv1D(4, 3, data_format="channels_first", use_bias=False)',
    input: [null, 2, 8],
    output: [null, 4, 6],
    weights: [[3, 2, 4]],
  },
  { make: 'Conv2D(4, 3)', input: [null, 8, 9, 3], output: [null, 6, 7, 4], weights: [[3, 3, 3, 4], [4]] },
  {
    make: 'Conv2D(6, (3, 2), strides=(2, 1), padding="same")',
    input: [null, 7, 8, 3],
    output: [null, 4, 8, 6],
    weights: [[3, 2, 3, 6], [6]],
  },
  {
    make: 'Conv2D(6, 3, groups=3, activation="relu")',
    input: [null, 8, 8, 3],
    output: [null, 6, 6, 6],
    weights: [[3, 3, 1, 6], [6]],
  },
  {
    make: 'Conv2D(6, 3, dilation_rate=2)',
    input: [null, 8, 8, 3],
    output: [null, 4, 4, 6],
    weights: [[3, 3, 3, 6], [6]],
  },
  {
    make: 'Conv2D(6, 3, data_format="channels_first")',
    input: [null, 3, 8, 7],
    output: [null, 6, 6, 5],
    weights: [[3, 3, 3, 6], [6]],
  },
  {
    make: 'Conv3D(2, 2)',
    input: [null, 4, 5, 6, 2],
    output: [null, 3, 4, 5, 2],
    weights: [[2, 2, 2, 2, 2], [2]],
  },
  {
    make: 'SeparableConv1D(5, 3, depth_multiplier=2)',
    input: [null, 8, 3],
    output: [null, 6, 5],
    weights: [[3, 3, 2], [1, 6, 5], [5]],
  },
  {
    make: 'SeparableConv1D(5, 3, padding="causal")',
    input: [null, 8, 3],
    output: [null, 8, 5],
    weights: [[3, 3, 1], [1, 3, 5], [5]],
  },
  {
    make: 'SeparableConv2D(5, 3, strides=2)',
    input: [null, 8, 8, 3],
    output: [null, 3, 3, 5],
    weights: [[3, 3, 3, 1], [1, 1, 3, 5], [5]],
  },
  {
    make: 'DepthwiseConv1D(3, depth_multiplier=2)',
    input: [null, 8, 3],
    output: [null, 6, 6],
    weights: [[3, 3, 2], [6]],
  },
  {
    make: 'DepthwiseConv2D(3, padding="same", strides=2)',
    input: [null, 7, 7, 3],
    output: [null, 4, 4, 3],
    weights: [[3, 3, 3, 1], [3]],
  },
  {
    make: 'DepthwiseConv2D(3, data_format="channels_first")',
    input: [null, 3, 7, 8],
    output: [null, 3, 5, 6],
    weights: [[3, 3, 3, 1], [3]],
  },
  {
    make: 'Conv1DTranspose(4, 3, strides=2)',
    input: [null, 5, 2],
    output: [null, 11, 4],
    weights: [[3, 4, 2], [4]],
  },
  {
    make: 'Conv2DTranspose(4, 3)',
    input: [null, 5, 6, 2],
    output: [null, 7, 8, 4],
    weights: [[3, 3, 4, 2], [4]],
  },
  {
    make: 'Conv2DTranspose(4, 3, strides=2, padding="same")',
    input: [null, 5, 6, 2],
    output: [null, 10, 12, 4],
    weights: [[3, 3, 4, 2], [4]],
  },
  {
    make: 'Conv2DTranspose(4, 3, strides=2, data_format="channels_first")',
    input: [null, 2, 5, 6],
    output: [null, 4, 11, 13],
    weights: [[3, 3, 4, 2], [4]],
  },
  {
    make: 'Conv3DTranspose(2, 2, strides=2)',
    input: [null, 2, 3, 2, 1],
    output: [null, 4, 6, 4, 2],
    weights: [[2, 2, 2, 2, 1], [2]],
  },
];

describe('shapes, weights and gradients', () => {
  for (const sample of cases) {
    test(`${sample.make} on ${JSON.stringify(sample.input)}`, () => checkLayer(sample));
  }
});

/** Sum over a window of (batch, rows, columns, channels) with its first cell at (top, left). */
function windowSum(
  x: Numbers,
  kernel: Numbers,
  b: number,
  top: number,
  left: number,
  filter: number,
  dilation = 1,
): number {
  let sum = 0;
  for (let i = 0; i < kernel.shape[0]; i++)
    for (let j = 0; j < kernel.shape[1]; j++)
      for (let c = 0; c < kernel.shape[2]; c++)
        sum += at(x, b, top + i * dilation, left + j * dilation, c) * at(kernel, i, j, c, filter);
  return sum;
}

describe('values', () => {
  test('Conv2D sums over its window and adds the bias', async () => {
    const x = numbers([2, 6, 5, 3]);
    const { outputs, weights } = await runLayer('Conv2D(4, 3, strides=2, padding="same")', [x]);
    const [kernel, bias] = [weights.get('kernel')!, weights.get('bias')!];
    // 'same' with stride 2 pads 6 rows by (0, 1) and 5 columns by (1, 1).
    expectClose(
      outputs[0],
      fill([2, 3, 3, 4], (b, i, j, f) => bias.data[f] + windowSum(x, kernel, b, 2 * i, 2 * j - 1, f)),
    );
  });

  test('Conv2D with channels first equals channels last with its axes moved', async () => {
    const x = numbers([2, 3, 5, 6]);
    const last = fill([2, 5, 6, 3], (b, i, j, c) => at(x, b, c, i, j));
    const first = await runLayer('Conv2D(4, 3, data_format="channels_first")', [x]);
    const wanted = await runLayer('Conv2D(4, 3)', [last]);
    expectClose(
      first.outputs[0],
      fill([2, 4, 3, 4], (b, f, i, j) => at(wanted.outputs[0], b, i, j, f)),
    );
  });

  test('Conv1D with causal padding sees nothing of the future', async () => {
    const x = numbers([2, 7, 2]);
    const { outputs, weights } = await runLayer(
      'Conv1D(3, 3, padding="causal", dilation_rate=2, use_bias=False)',
      [x],
    );
    const kernel = weights.get('kernel')!;
    const sum = (b: number, t: number, f: number) => {
      let total = 0;
      for (let k = 0; k < 3; k++)
        for (let c = 0; c < 2; c++) total += at(x, b, t - 4 + 2 * k, c) * at(kernel, k, c, f);
      return total;
    };
    expectClose(outputs[0], fill([2, 7, 3], sum));
  });

  test('groups see their own channels only', async () => {
    const x = numbers([1, 4, 4, 4]);
    const { outputs, weights } = await runLayer('Conv2D(4, 2, groups=2, use_bias=False)', [x]);
    const half = (group: number) => fill([1, 4, 4, 2], (b, i, j, c) => at(x, b, i, j, 2 * group + c));
    const wanted = fill([1, 3, 3, 4], (b, i, j, f) =>
      windowSum(half(f < 2 ? 0 : 1), weights.get('kernel')!, b, i, j, f),
    );
    expectClose(outputs[0], wanted);
  });

  test('DepthwiseConv2D keeps the filters of one channel together', async () => {
    const x = numbers([1, 4, 4, 2]);
    const { outputs, weights } = await runLayer('DepthwiseConv2D(2, depth_multiplier=3, use_bias=False)', [
      x,
    ]);
    const kernel = weights.get('kernel')!;
    const sum = (b: number, i: number, j: number, f: number) => {
      const [c, m] = [Math.floor(f / 3), f % 3];
      let total = 0;
      for (let p = 0; p < 2; p++)
        for (let q = 0; q < 2; q++) total += at(x, b, i + p, j + q, c) * at(kernel, p, q, c, m);
      return total;
    };
    expectClose(outputs[0], fill([1, 3, 3, 6], sum));
  });

  test('SeparableConv2D mixes what its depthwise part gives', async () => {
    const x = numbers([1, 4, 4, 2]);
    const { outputs, weights } = await runLayer('SeparableConv2D(3, 2, use_bias=False)', [x]);
    const [depthwise, pointwise] = [weights.get('depthwise_kernel')!, weights.get('pointwise_kernel')!];
    const sum = (b: number, i: number, j: number, f: number) => {
      let total = 0;
      for (let c = 0; c < 2; c++)
        for (let p = 0; p < 2; p++)
          for (let q = 0; q < 2; q++)
            total += at(x, b, i + p, j + q, c) * at(depthwise, p, q, c, 0) * at(pointwise, 0, 0, c, f);
      return total;
    };
    expectClose(outputs[0], fill([1, 3, 3, 3], sum));
  });

  test('Conv2DTranspose scatters each input cell over its window', async () => {
    const x = numbers([1, 3, 3, 2]);
    const { outputs, weights } = await runLayer('Conv2DTranspose(2, 3, strides=2, use_bias=False)', [x]);
    const kernel = weights.get('kernel')!;
    const sum = (b: number, i: number, j: number, f: number) => {
      let total = 0;
      for (let p = 0; p < 3; p++)
        for (let q = 0; q < 3; q++)
          for (let c = 0; c < 2; c++) {
            if ((i - p) % 2 || (j - q) % 2) continue;
            total += at(x, b, (i - p) / 2, (j - q) / 2, c) * at(kernel, p, q, f, c);
          }
      return total;
    };
    expectClose(outputs[0], fill([1, 7, 7, 2], sum));
  });
});

describe('errors', () => {
  const errors: readonly [string, readonly number[] | null, string][] = [
    [
      'Conv2D(4, 3, groups=2)',
      [1, 8, 8, 3],
      'The number of input channels must be evenly divisible by the number of groups. Received groups=2, but the input has 3 channels (full input shape is (1, 8, 8, 3)).',
    ],
    [
      'Conv2D(5, 3, groups=2)',
      null,
      'The number of filters must be evenly divisible by the number of groups. Received: groups=2, filters=5.',
    ],
    [
      'Conv2D(4, 3, strides=0)',
      null,
      'The `strides` argument must be a tuple of 2 integers. Received strides=0, including values {0} that do not satisfy `value > 0`',
    ],
    ['Conv2D(4, 9)', [1, 8, 8, 1], 'Computed output size would be negative'],
    ['Conv1D(4, 5)', [1, 4, 3], 'Computed output size would be negative'],
    [
      'Conv2D(4, 3)',
      [1, 8, 8],
      'Input 0 of layer "conv2d" is incompatible with the layer: expected min_ndim=4, found ndim=3. Full shape received: (1, 8, 8)',
    ],
    ['Conv2D(4, 3)', [1, 2, 8, 8, 3], 'Kernel shape must have the same length as input'],
    [
      'Conv2D(-1, 3)',
      null,
      'Invalid value for argument `filters`. Expected a strictly positive value. Received filters=-1.',
    ],
    [
      'Conv2D(4, 3, strides=2, dilation_rate=2)',
      null,
      '`strides > 1` not supported in conjunction with `dilation_rate > 1`. Received: strides=(2, 2) and dilation_rate=(2, 2)',
    ],
    ['Conv2D(4, 3, padding="causal")', null, 'The `padding` argument must be one of'],
    ['Conv2D(4)', null, "Conv2D.__init__() missing 1 required positional argument: 'kernel_size'"],
  ];
  for (const [make, shape, text] of errors) {
    test(`${make} on ${JSON.stringify(shape)}`, async () => {
      const error = shape === null ? await raised(make) : await raised(make, shape);
      expect(error?.message).toContain(text);
    });
  }

  test('unknown sizes raise nothing', async () => {
    expect(await raised('Conv2D(4, 9)', [null, null, null, null])).toBeNull();
    expect(await raised('SeparableConv2D(4, 3, padding="same")', [null, null, null, null])).toBeNull();
    expect(await raised('DepthwiseConv1D(3)', [null, 9, null])).toBeNull();
    expect(await raised('Conv3DTranspose(4, 3)', [null, 2, 2, 2, null])).toBeNull();
    expect(await raised('Conv2DTranspose(4, 3, padding="same")', [null, null, 8, 3])).toBeNull();
  });
});
