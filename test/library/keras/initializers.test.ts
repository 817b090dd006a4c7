/** Initializers draw what their names say: bounds, means and deviations of many numbers. */
import { describe, expect, it } from 'vitest';
import { initializerCases } from './initializer-cases.ts';
import { runKeras } from './program.ts';

describe('initializers', () => {
  it('have the spread that their formulas give', async () => {
    const run = await runKeras(`import numpy as np
import keras
keras.utils.set_random_seed(3)
${initializerCases.map(([made, shape]) => `v = keras.initializers.${made}(${shape}).numpy(); print(v.mean(), v.std(), np.abs(v).max())`).join('\n')}`);
    expect(run.stderr).toBe('');
    const lines = run.stdout
      .trim()
      .split('\n')
      .map(line => line.split(' ').map(Number));
    initializerCases.forEach(([name, , deviation, bound], index) => {
      const [mean, spread, largest] = lines[index];
      expect(Math.abs(mean), name).toBeLessThan((6 * deviation) / Math.sqrt(4000));
      expect(spread / deviation, name).toBeGreaterThan(0.95);
      expect(spread / deviation, name).toBeLessThan(1.05);
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
