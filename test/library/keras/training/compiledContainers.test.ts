/** Training steps that use `compiled_loss` and `compiled_metrics`, as they were written for Keras 2. */
import { expect, test } from 'vitest';
import { allLibraries } from '../../../../src/library/index.ts';
import { silentMonitor } from '../../../../src/library/keras/monitor.ts';
import { servicesKey } from '../../../../src/library/keras/services.ts';
import { openEngine } from '../../../../src/training/open-engine.ts';
import { analyse } from '../../../checks/markers.ts';
import { runPython } from '../../../python/run.ts';

const step = `    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compiled_loss(y, y_pred, regularization_losses=self.losses)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        self.compiled_metrics.update_state(y, y_pred)
        return {metric.name: metric.result() for metric in self.metrics}
`;

const program = (body: string) => `import numpy as np
import tensorflow as tf
from tensorflow import keras

class Own(keras.Model):
${body}
x = np.linspace(0, 1, 96).reshape(32, 3)
y = x.sum(axis=1, keepdims=True)
inputs = keras.Input(shape=(3,))
model = Own(inputs, keras.layers.Dense(1, kernel_regularizer='l2', kernel_initializer='ones')(inputs))
model.compile(optimizer='sgd', loss='mse', metrics=['mae'])
history = model.fit(x, y, batch_size=8, epochs=2, verbose=0, shuffle=False)
print({name: [round(value, 6) for value in values] for name, values in history.history.items()})
`;

async function printed(body: string, kerasVersion: '2' | '3') {
  const engine = await openEngine({ backend: 'cpu' });
  const run = await runPython(program(body), {
    kerasVersion,
    libraries: allLibraries(),
    prepare: py => {
      py.state(servicesKey).current = { engine: async () => engine, monitor: silentMonitor, seed: 1 };
    },
  });
  await engine.close();
  return run;
}

test('Keras 2: the step trains as its own does, and shows the same', async () => {
  const own = await printed(step, '2');
  expect(own.stderr).toBe('');
  expect(own.stdout).toContain('loss');
  expect(own.stdout).toBe((await printed('    pass\n', '2')).stdout);
});

test('Keras 3: it warns, and leaves the penalties to compute_loss', async () => {
  const own = await printed(step, '3');
  expect(own.stderr).toContain('`model.compiled_loss()` is deprecated.');
  expect(own.stderr).toContain('`model.compiled_metrics()` is deprecated.');
  const shown = (text: string) => /'mae': \[[^\]]*\]/.exec(text)?.[0];
  expect(shown(own.stdout)).toBe(shown((await printed('    pass\n', '3')).stdout));
});

test('a model may be given a loss of its own there', async () => {
  const code = `from tensorflow import keras
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.compiled_loss = keras.losses.MeanSquaredError()
    def judge(self, y, y_pred):
        return self.compiled_loss(y, y_pred)
Own().judge([[1.0]], [[2.0]])
`;
  for (const version of ['2', '3'] as const) expect((await analyse(code, version)).findings).toEqual([]);
});

test('while typing the step is clean', async () => {
  for (const version of ['2', '3'] as const)
    expect((await analyse(program(step), version)).findings).toEqual([]);
});
