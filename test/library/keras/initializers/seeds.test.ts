// Random initializers with a seed: the same numbers from the same seed, others from another, whatever the program's seed.
import { expect, test } from 'vitest';
import { runKeras } from '../program.ts';

const random = [
  'GlorotUniform',
  'GlorotNormal',
  'HeUniform',
  'HeNormal',
  'LecunUniform',
  'LecunNormal',
  'RandomNormal',
  'RandomUniform',
  'TruncatedNormal',
  'VarianceScaling',
  'Orthogonal',
];

test.each(random)('%s repeats itself under its seed', async name => {
  const run = await runKeras(`import numpy as np
import keras
made = lambda seed: keras.initializers.${name}(seed=seed)((20, 30)).numpy()
keras.utils.set_random_seed(1)
first, other, free = made(5), made(6), made(None)
keras.utils.set_random_seed(2)
print((first == made(5)).all(), (first == other).any(), (free == made(None)).any())
once = keras.initializers.${name}(seed=5)
print((once((20, 30)).numpy() == once((20, 30)).numpy()).all())
own = keras.initializers.${name}()
print((own((20, 30)).numpy() == own((20, 30)).numpy()).all(), (own((20, 30)).numpy() == own.clone()((20, 30)).numpy()).any())
stream = keras.initializers.${name}(seed=keras.random.SeedGenerator(5))
print((stream((20, 30)).numpy() == stream((20, 30)).numpy()).any(), own((2, 2), dtype='float16').dtype)
`);
  expect(run.stderr).toBe('');
  // In Keras 3 one without a seed takes one when it is made; a generator gives another each time.
  expect(run.stdout).toBe('True False False\nTrue\nTrue False\nFalse float16\n');
});

test.each([
  ['RandomNormal(2.0, 0.5)', 2, 0.5, null],
  ['TruncatedNormal(-1.0, 0.5)', -1, 0.5 * 0.87962566103423978, [-2, 0]],
  ['RandomUniform(1.0, 3.0)', 2, 2 / Math.sqrt(12), [1, 3]],
  ["VarianceScaling(3.0, 'fan_avg', 'untruncated_normal')", 0, Math.sqrt(3 / 250), null],
] as const)('%s has its mean, deviation and bounds', async (made, mean, deviation, bounds) => {
  const run = await runKeras(`import keras
v = keras.initializers.${made}((300, 200)).numpy()
print(v.mean(), v.std(), v.min(), v.max())
`);
  expect(run.stderr).toBe('');
  const [average, spread, least, most] = run.stdout.trim().split(' ').map(Number);
  // Six standard errors of a mean and of a deviation over 60 000 numbers.
  expect(Math.abs(average - mean)).toBeLessThan((6 * deviation) / Math.sqrt(60_000));
  expect(Math.abs(spread / deviation - 1)).toBeLessThan(6 / Math.sqrt(120_000));
  if (bounds === null) return;
  expect(least).toBeGreaterThanOrEqual(bounds[0] - 1e-6);
  expect(most).toBeLessThanOrEqual(bounds[1] + 1e-6);
  expect(most - least).toBeGreaterThan(0.98 * (bounds[1] - bounds[0]));
});
