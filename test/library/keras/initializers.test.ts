/** Initializers draw what their names say: bounds, means and deviations of many numbers. */
import { describe, expect, it } from 'vitest';
import { runKeras } from './program.ts';

/** The initializer, the shape, the deviation it should have, and the largest absolute value (null: unbounded). */
const cases: readonly [string, string, number, number | null][] = [
  ['GlorotUniform()', '(300, 200)', Math.sqrt(2 / 500), Math.sqrt(6 / 500)],
  ['GlorotNormal()', '(300, 200)', Math.sqrt(2 / 500), (2 * Math.sqrt(2 / 500)) / 0.87962566103423978],
  ['HeUniform()', '(300, 200)', Math.sqrt(2 / 300), Math.sqrt(6 / 300)],
  ['HeNormal()', '(300, 200)', Math.sqrt(2 / 300), (2 * Math.sqrt(2 / 300)) / 0.87962566103423978],
  ['LecunUniform()', '(300, 200)', Math.sqrt(1 / 300), Math.sqrt(3 / 300)],
  ['LecunNormal()', '(300, 200)', Math.sqrt(1 / 300), (2 * Math.sqrt(1 / 300)) / 0.87962566103423978],
  // A 3 x 3 kernel from 16 to 32 channels: 144 units in, 288 out.
  ['GlorotUniform()', '(3, 3, 16, 32)', Math.sqrt(2 / 432), Math.sqrt(6 / 432)],
  ['RandomNormal(stddev=0.5)', '(300, 200)', 0.5, null],
  ['TruncatedNormal(stddev=0.5)', '(300, 200)', 0.5 * 0.87962566103423978, 1],
  ['RandomUniform(-0.5, 0.5)', '(300, 200)', 1 / Math.sqrt(12), 0.5],
  ["VarianceScaling(2.0, 'fan_out', 'uniform')", '(300, 200)', Math.sqrt(2 / 200), Math.sqrt(6 / 200)],
];

describe('initializers', () => {
  it('have the spread that their formulas give', async () => {
    const run = await runKeras(`import numpy as np
import keras
keras.utils.set_random_seed(3)
${cases.map(([made, shape]) => `v = keras.initializers.${made}(${shape}).numpy(); print(v.mean(), v.std(), np.abs(v).max())`).join('\n')}`);
    expect(run.stderr).toBe('');
    const lines = run.stdout
      .trim()
      .split('\n')
      .map(line => line.split(' ').map(Number));
    cases.forEach(([name, , deviation, bound], index) => {
      const [mean, spread, largest] = lines[index];
      expect(Math.abs(mean), name).toBeLessThan((6 * deviation) / Math.sqrt(4000));
      expect(spread / deviation, name).toBeGreaterThan(0.97);
      expect(spread / deviation, name).toBeLessThan(1.03);
      if (bound === null) return;
      expect(largest, name).toBeLessThanOrEqual(bound * 1.0001);
      expect(largest, name).toBeGreaterThan(bound * 0.9);
    });
  });

  it('make orthonormal matrices and identities', async () => {
    const run = await runKeras(`import numpy as np
import keras
for shape in [(8, 8), (12, 5), (5, 12)]:
    q = keras.initializers.Orthogonal(gain=2.0)(shape).numpy()
    gram = q @ q.T if shape[0] < shape[1] else q.T @ q
    print(np.abs(gram - 4 * np.eye(len(gram))).max() < 1e-4)
print(keras.initializers.Identity(3.0)((2, 3)).numpy().tolist())`);
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe('True\nTrue\nTrue\n[[3.0, 0.0, 0.0], [0.0, 3.0, 0.0]]\n');
  });

  it('repeat themselves under a seed and differ between layers', async () => {
    const run = await runKeras(
      `import numpy as np
import keras
def weights():
    keras.utils.set_random_seed(7)
    m = keras.Sequential([keras.layers.Input((6,)), keras.layers.Dense(6), keras.layers.Dense(6)])
    return m.get_weights()
a, b = weights(), weights()
print(all((p == q).all() for p, q in zip(a, b)), (a[0] == a[2]).any())`,
      undefined,
      null,
    );
    expect(run.stdout).toBe('True False\n');
  });
});
