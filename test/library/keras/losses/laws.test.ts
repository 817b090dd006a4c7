/** What holds of every loss: its shape before and after running, gradients as finite differences have them, reductions. */
import { describe, expect, test } from 'vitest';
import { losses } from '../../../../src/library/keras/losses/index.ts';
import { runKeras } from '../program.ts';

/** Labels and outputs, as Python, that each kind of loss takes: (batch, 3) unless the loss says otherwise. */
const samples: Readonly<Record<string, readonly [string, string]>> = {
  'one-hot': ['np.eye(3, dtype="float32")[[0, 2, 1, 2]]', 'soft'],
  sparse: ['np.array([0, 2, 1, 2])', 'soft'],
  binary: ['(spread(4, 3) > 0).astype("float32")', '0.5 + 0.4 * spread(4, 3, 1)'],
  same: ['spread(4, 3)', 'spread(4, 3, 1)'],
  'plus-minus-one': ['np.sign(spread(4, 3))', '0.6 * spread(4, 3, 1)'],
  distribution: ['soft[::-1].copy()', 'soft'],
};
const others: Readonly<Record<string, readonly [string, string]>> = {
  CTC: [
    'np.array([[1, 2], [2, 0], [1, 1], [2, 1]])',
    'spread(4, 6, 1).reshape(4, 6, 1) * spread(1, 3).reshape(1, 1, 3)',
  ],
  MeanSquaredLogarithmicError: ['1 + 0.5 * spread(4, 3)', '1.2 + 0.5 * spread(4, 3, 1)'],
  Poisson: ['1 + spread(4, 3)', '1.5 + spread(4, 3, 1)'],
};

const script = (name: string, labels: string, outputs: string) => `
import numpy as np
import keras
import tensorflow as tf

def spread(rows, columns, start=0):
    return np.sin(1.7 * np.arange(rows * columns) + 0.3 + start).reshape(rows, columns).astype('float32')

soft = np.exp(spread(4, 3, 2))
soft = (soft / soft.sum(-1, keepdims=True)).astype('float32')
y, p = ${labels}, (${outputs}).astype('float32')
loss = keras.losses.${name}(reduction='none')
symbolic = loss.call(keras.Input(y.shape[1:], dtype=str(y.dtype)), keras.Input(p.shape[1:]))
each = loss(y, p).numpy()
wanted = tuple(len(y) if size is None else size for size in symbolic.shape)
print(wanted == each.shape, wanted, each.shape)
total = keras.losses.${name}(reduction='sum')
mean = keras.losses.${name}(reduction='sum_over_batch_size')
print(np.allclose(total(y, p).numpy(), each.sum(), rtol=1e-4), np.allclose(mean(y, p).numpy(), each.mean(), rtol=1e-4))
v = tf.Variable(p)
with tf.GradientTape() as tape:
    value = total(y, v)
slope = tape.gradient(value, v).numpy().ravel()
worst = 0.0
for place in range(0, p.size, 5):
    ends = []
    for step in (0.005, -0.005):
        moved = p.copy().ravel()
        moved[place] += step
        ends.append(float(total(y, moved.reshape(p.shape))))
    exact = (ends[0] - ends[1]) / 0.01
    worst = max(worst, abs(slope[place] - exact) / (1 + abs(exact)))
print(worst < 0.02, worst)
`;

describe.each(['cpu', 'wasm'] as const)('the laws of losses on %s', backend => {
  test.each(losses.map(loss => [loss.className, loss.expects] as const))('%s', async (name, kind) => {
    const [labels, outputs] = others[name] ?? samples[kind];
    const run = await runKeras(script(name, labels, outputs), undefined, 1, backend);
    expect(run.stderr).toBe('');
    const [shape, reductions, gradient] = run.stdout.trim().split('\n');
    expect(shape).toMatch(/^True /);
    expect(reductions).toBe('True True');
    expect(gradient).toMatch(/^True /);
  });
});
