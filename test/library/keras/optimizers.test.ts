/** Optimizers follow their published update rules, written out here in NumPy. */
import { describe, expect, it } from 'vitest';
import { fourSteps, optimizerRules } from './optimizer-rules.ts';
import { runKeras } from './program.ts';

const schedules: readonly [string, string][] = [
  ['ExponentialDecay(1.0, 10, 0.5)', '0.5 ** (s / 10)'],
  ['ExponentialDecay(1.0, 10, 0.5, staircase=True)', '0.5 ** (s // 10)'],
  ['InverseTimeDecay(1.0, 10, 0.5)', '1 / (1 + 0.5 * s / 10)'],
  ['PiecewiseConstantDecay([5, 10], [1.0, 0.5, 0.1])', '1.0 if s <= 5 else 0.5 if s <= 10 else 0.1'],
  ['PolynomialDecay(1.0, 10, 0.1, power=2.0)', '0.9 * (1 - min(s, 10) / 10) ** 2 + 0.1'],
  ['CosineDecay(1.0, 10, alpha=0.1)', '0.9 * 0.5 * (1 + np.cos(np.pi * min(s, 10) / 10)) + 0.1'],
];

describe('optimizers', () => {
  for (const [optimizer, start, step] of optimizerRules) {
    it(optimizer, async () => {
      const run = await runKeras(`import numpy as np
import tensorflow as tf
import keras
variable = tf.Variable(np.random.RandomState(0).rand(5), dtype="float32")
optimizer = keras.optimizers.${optimizer}
${fourSteps(start, step, 'optimizer.apply_gradients([(tf.constant(g, dtype="float32"), variable)])')}
print(np.abs(variable.numpy() - w).max() < 2e-5, np.abs(w - x).max() > 0.001)`);
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

  it('tell the learning rate of now, and let a schedule be', async () => {
    const run = await runKeras(`import numpy as np
import keras
import tensorflow as tf
optimizer = keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.8, 2, 0.5))
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(optimizer, 'mse')
print('%.3f' % float(optimizer.learning_rate))
model.fit(np.ones((4, 1)), np.ones(4), batch_size=1, verbose=0)
print('%.3f' % optimizer.learning_rate.numpy())
try:
    optimizer.learning_rate = 0.1
except TypeError as error:
    print(str(error).split(' object')[0])
plain = keras.optimizers.SGD(0.1)
plain.learning_rate.assign(plain.learning_rate * 0.5)
print('%.3f' % float(plain.learning_rate))
plain.learning_rate = tf.constant(0.025)
print('%.3f' % float(plain.learning_rate))`);
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe(
      '0.800\n0.200\nThis optimizer was created with a `LearningRateSchedule`\n0.050\n0.025\n',
    );
  });
});
