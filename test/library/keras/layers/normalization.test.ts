// Normalization layers: weights, moving averages, masks and values against plain loops.
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
  {
    make: 'BatchNormalization()',
    input: [null, 6],
    output: [null, 6],
    weights: [[6], [6], [6], [6]],
    training: true,
  },
  {
    make: 'BatchNormalization(scale=False)',
    input: [null, 4, 4, 3],
    output: [null, 4, 4, 3],
    weights: [[3], [3], [3]],
  },
  {
    make: 'BatchNormalization(axis=1, center=False)',
    input: [null, 3, 4],
    output: [null, 3, 4],
    weights: [[3], [3], [3]],
    training: true,
  },
  { make: 'LayerNormalization()', input: [null, 4, 3], output: [null, 4, 3], weights: [[3], [3]] },
  {
    make: 'LayerNormalization(axis=[1, 2])',
    input: [null, 4, 3],
    output: [null, 4, 3],
    weights: [
      [4, 3],
      [4, 3],
    ],
  },
  {
    make: 'LayerNormalization(axis=1, scale=False)',
    input: [null, 4, 3],
    output: [null, 4, 3],
    weights: [[4]],
  },
  { make: 'LayerNormalization(rms_scaling=True)', input: [null, 4, 3], output: [null, 4, 3], weights: [[3]] },
  { make: 'GroupNormalization(groups=2)', input: [null, 4, 6], output: [null, 4, 6], weights: [[6], [6]] },
  {
    make: 'GroupNormalization(groups=-1, axis=1)',
    input: [null, 4, 6],
    output: [null, 4, 6],
    weights: [[4], [4]],
  },
  { make: 'UnitNormalization()', input: [null, 4, 6], output: [null, 4, 6] },
  {
    make: 'SpectralNormalization(Dense(3))',
    input: [null, 4],
    output: [null, 3],
    weights: [[1, 3], [4, 3], [3]],
  },
];

describe('shapes and weights', () => {
  for (const sample of cases)
    test(`${sample.make} on ${JSON.stringify(sample.input)}`, () => checkLayer(sample));
});

/** Mean and biased variance of the elements that a predicate picks. */
function moments(x: Numbers, picked: (...index: number[]) => boolean): { mean: number; variance: number } {
  const values: number[] = [];
  fill(x.shape, (...index) => {
    if (picked(...index)) values.push(at(x, ...index));
    return 0;
  });
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

describe('BatchNormalization', () => {
  const x = numbers([3, 4, 2], 1, 0, 5);

  test('uses the batch while training and moves its averages towards it', async () => {
    const { outputs, weights, assigned } = await runLayer('BatchNormalization(momentum=0.9)', [x], {
      training: true,
    });
    const [gamma, beta] = [weights.get('gamma')!, weights.get('beta')!];
    const channel = [0, 1].map(c => moments(x, (_b, _t, other) => other === c));
    const wanted = fill([3, 4, 2], (b, t, c) => {
      const { mean, variance } = channel[c];
      return ((at(x, b, t, c) - mean) / Math.sqrt(variance + 1e-3)) * gamma.data[c] + beta.data[c];
    });
    expectClose(outputs[0], wanted);
    const before = weights.get('moving_mean')!;
    expectClose(
      assigned.get('moving_mean')!,
      fill([2], c => 0.9 * before.data[c] + 0.1 * channel[c].mean),
    );
    const spread = weights.get('moving_variance')!;
    expectClose(
      assigned.get('moving_variance')!,
      fill([2], c => 0.9 * spread.data[c] + 0.1 * channel[c].variance),
    );
  });

  test('uses its averages and changes nothing otherwise', async () => {
    const fresh = { keepWeights: true };
    const { outputs, assigned } = await runLayer('BatchNormalization()', [x], fresh);
    expect(assigned.size).toBe(0);
    expectClose(
      outputs[0],
      fill([3, 4, 2], (...index) => at(x, ...index) / Math.sqrt(1.001)),
    );
    const frozen = await runLayer('BatchNormalization(trainable=False)', [x], { ...fresh, training: true });
    expect(frozen.assigned.size).toBe(0);
  });

  test('leaves masked steps out of the moments', async () => {
    const mask = { shape: [3, 4], data: [1, 1, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1] };
    const { assigned, masks } = await runLayer('BatchNormalization(momentum=0.0)', [x], {
      training: true,
      masks: [mask],
    });
    const channel = [0, 1].map(c => moments(x, (b, t, other) => other === c && at(mask, b, t) === 1));
    expectClose(
      assigned.get('moving_mean')!,
      fill([2], c => channel[c].mean),
    );
    expect(masks[0]).toEqual(mask);
  });
});

test('LayerNormalization normalizes each sample over its axes', async () => {
  const x = numbers([2, 3, 4], 2, 0, 5);
  const { outputs, weights } = await runLayer('LayerNormalization(axis=[1, 2], epsilon=0.01)', [x]);
  const [gamma, beta] = [weights.get('gamma')!, weights.get('beta')!];
  const sample = [0, 1].map(b => moments(x, other => other === b));
  const wanted = fill([2, 3, 4], (b, t, c) => {
    const { mean, variance } = sample[b];
    return ((at(x, b, t, c) - mean) / Math.sqrt(variance + 0.01)) * at(gamma, t, c) + at(beta, t, c);
  });
  expectClose(outputs[0], wanted);
});

test('GroupNormalization normalizes groups of neighbouring channels over all of space', async () => {
  const x = numbers([2, 3, 4], 3, 0, 5);
  const { outputs, weights } = await runLayer('GroupNormalization(groups=2)', [x]);
  const [gamma, beta] = [weights.get('gamma')!, weights.get('beta')!];
  const wanted = fill([2, 3, 4], (b, t, c) => {
    const group = Math.floor(c / 2);
    const { mean, variance } = moments(
      x,
      (other, _t, channel) => other === b && Math.floor(channel / 2) === group,
    );
    return ((at(x, b, t, c) - mean) / Math.sqrt(variance + 1e-3)) * gamma.data[c] + beta.data[c];
  });
  expectClose(outputs[0], wanted);
});

test('UnitNormalization gives length 1', async () => {
  const { outputs } = await runLayer('UnitNormalization()', [numbers([2, 3])]);
  for (const b of [0, 1]) expect(Math.hypot(...[0, 1, 2].map(c => at(outputs[0], b, c)))).toBeCloseTo(1, 5);
});

test('SpectralNormalization divides by the largest singular value', async () => {
  // A diagonal kernel has its singular values on the diagonal; u starts between them and is led to the larger.
  const weights = [
    [0.6, 0.8],
    [3, 0, 0, 1],
    [0, 0],
  ];
  const options = { training: true, weights };
  const { outputs } = await runLayer(
    'SpectralNormalization(Dense(2), power_iterations=20)',
    [{ shape: [1, 2], data: [1, 1] }],
    options,
  );
  expectClose(outputs[0], { shape: [1, 2], data: [1, 1 / 3] });
});

describe('errors', () => {
  test('an axis that is not there', async () => {
    const error = await raised('BatchNormalization(axis=3)', [null, 10]);
    expect([error?.type, error?.message]).toEqual(['IndexError', 'tuple index out of range']);
  });
  test('groups that do not divide the channels', async () => {
    expect((await raised('GroupNormalization()', [null, 10]))?.message).toBe(
      'Number of groups (32) cannot be more than the number of channels (10).',
    );
    expect((await raised('GroupNormalization(groups=3)', [null, 10]))?.message).toContain(
      'must be a multiple',
    );
  });
  test('something that is no layer', async () => {
    expect((await raised('SpectralNormalization(3)'))?.message).toContain(
      "supplied to Wrapper isn't a supported layer type",
    );
  });
});
