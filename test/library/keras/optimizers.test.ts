/** Optimizers follow their published update rules, written out here in NumPy. */
import { describe, expect, it } from 'vitest';
import { runKeras } from './program.ts';

/** The constructor, the state before the first step, and one step on `w` with gradient `g` as step `t` (from 1). */
const rules: readonly [string, string, string][] = [
  ['SGD(0.1, momentum=0.9)', 'v = 0', 'v = 0.9 * v - 0.1 * g; w = w + v'],
  ['SGD(0.1, momentum=0.9, nesterov=True)', 'v = 0', 'v = 0.9 * v - 0.1 * g; w = w + 0.9 * v - 0.1 * g'],
  [
    'Adam(0.1, amsgrad=True)',
    'm = v = h = 0',
    'm = .9 * m + .1 * g; v = .999 * v + .001 * g * g; h = np.maximum(h, v); w = w - 0.1 * np.sqrt(1 - .999 ** t) / (1 - .9 ** t) * m / (np.sqrt(h) + 1e-7)',
  ],
  [
    'AdamW(0.1, weight_decay=0.05)',
    'm = v = 0',
    'w = w - w * 0.05 * 0.1; m = .9 * m + .1 * g; v = .999 * v + .001 * g * g; w = w - 0.1 * (m / (1 - .9 ** t)) / (np.sqrt(v / (1 - .999 ** t)) + 1e-7)',
  ],
  ['Adagrad(0.1)', 'a = 0.1', 'a = a + g * g; w = w - 0.1 * g / np.sqrt(a + 1e-7)'],
  [
    'Nadam(0.1)',
    'm = v = 0; p = 1',
    'u = .9 * (1 - .5 * .96 ** t); u1 = .9 * (1 - .5 * .96 ** (t + 1)); p = p * u; m = .9 * m + .1 * g; v = .999 * v + .001 * g * g; w = w - 0.1 * (u1 * m / (1 - p * u1) + (1 - u) * g / (1 - p)) / (np.sqrt(v / (1 - .999 ** t)) + 1e-7)',
  ],
  [
    'Ftrl(0.1, l1_regularization_strength=0.01)',
    'a = 0.1; z = 0',
    'n = a + g * g; z = z + g - (np.sqrt(n) - np.sqrt(a)) / 0.1 * w; w = (np.clip(z, -.01, .01) - z) / (np.sqrt(n) / 0.1); a = n',
  ],
  ['SGD(0.1, clipnorm=0.5)', 'pass', 'w = w - 0.1 * g * min(1, 0.5 / np.linalg.norm(g))'],
  ['SGD(0.1, clipvalue=0.3)', 'pass', 'w = w - 0.1 * np.clip(g, -.3, .3)'],
  [
    'SGD(0.1, gradient_accumulation_steps=2)',
    's = 0',
    's = s + g; w = w - (0.1 * s / 2 if t % 2 == 0 else 0); s = s * (t % 2)',
  ],
];

const schedules: readonly [string, string][] = [
  ['ExponentialDecay(1.0, 10, 0.5)', '0.5 ** (s / 10)'],
  ['ExponentialDecay(1.0, 10, 0.5, staircase=True)', '0.5 ** (s // 10)'],
  ['InverseTimeDecay(1.0, 10, 0.5)', '1 / (1 + 0.5 * s / 10)'],
  ['PiecewiseConstantDecay([5, 10], [1.0, 0.5, 0.1])', '1.0 if s <= 5 else 0.5 if s <= 10 else 0.1'],
  ['PolynomialDecay(1.0, 10, 0.1, power=2.0)', '0.9 * (1 - min(s, 10) / 10) ** 2 + 0.1'],
  ['CosineDecay(1.0, 10, alpha=0.1)', '0.9 * 0.5 * (1 + np.cos(np.pi * min(s, 10) / 10)) + 0.1'],
];

describe('optimizers', () => {
  for (const [optimizer, start, step] of rules) {
    it(optimizer, async () => {
      const run = await runKeras(`import numpy as np
import tensorflow as tf
import keras
rng = np.random.RandomState(0)
x = rng.rand(5)
w = x.copy()
variable = tf.Variable(x, dtype="float32")
optimizer = keras.optimizers.${optimizer}
${start.replace('pass', 's = 0')}
for t in range(1, 5):
    g = rng.normal(size=5)
    ${step}
    optimizer.apply_gradients([(tf.constant(g, dtype="float32"), variable)])
print(np.abs(variable.numpy() - w).max() < 2e-5, np.abs(w - x).max() > 0.01)`);
      expect(run.stderr).toBe('');
      expect(run.stdout).toBe('True True\n');
    });
  }

  it('take their rates from schedules', async () => {
    const run = await runKeras(`import numpy as np
import keras
for schedule, rule in [${schedules.map(([made, rule]) => `(keras.optimizers.schedules.${made}, lambda s: ${rule})`).join(', ')}]:
    print(all(abs(float(schedule(s)) - rule(s)) < 1e-5 for s in range(0, 14)))`);
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe('True\n'.repeat(schedules.length));
  });
});
