/** A script's own loop leaves nothing behind a step: neither on the device, nor one more program. */
import { expect, it } from 'vitest';
import type { Engine } from '../../../../src/graph/engine.ts';
import { allLibraries } from '../../../../src/library/index.ts';
import { silentMonitor } from '../../../../src/library/keras/monitor.ts';
import { servicesKey } from '../../../../src/library/keras/services.ts';
import { openEngine } from '../../../../src/training/open-engine.ts';
import { runPython } from '../../../python/run.ts';

const start = `
import numpy as np
import tensorflow as tf
import keras
from keras import layers
X = np.random.normal(size=(32, 4)).astype('float32')
y = (X.sum(axis=1, keepdims=True) > 0).astype('float32')
data = tf.data.Dataset.from_tensor_slices((X, y)).shuffle(32).batch(16)
model = keras.Sequential([keras.Input((4,)), layers.Dense(4, activation='relu'), layers.Dense(1)])
optimizer = keras.optimizers.Adam(0.01)
loss_of = keras.losses.BinaryCrossentropy(from_logits=True)
mean = keras.metrics.Mean()
accuracy = keras.metrics.BinaryAccuracy(threshold=0.0)
losses = []
model.compile(optimizer, loss_of)
`;
const step = `
    with tf.GradientTape() as tape:
        logits = model(images, training=True)
        loss = loss_of(labels, logits)
    slopes = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(slopes, model.trainable_variables))
    mean.update_state(loss)
    accuracy.update_state(labels, logits)
`;
const indent = (text: string) => text.replaceAll('\n', '\n    ');
const loops: Record<string, string> = {
  eager: `${start}
for epoch in range(150):
    for images, labels in data:
        ${indent(step).trim()}
        losses.append(float(loss))
    mean.result().numpy(); mean.reset_state(); accuracy.reset_state()
`,
  traced: `${start}
@tf.function
def step(images, labels):${step}    return loss
for epoch in range(150):
    for images, labels in data:
        loss = step(images, labels)
        losses.append(float(loss))
    mean.reset_state(); accuracy.reset_state()
`,
  train_on_batch: `${start}
for n in range(300):
    losses.append(model.train_on_batch(X, y))
`,
};
it.each(Object.entries(loops))('%s', async (_name, text) => {
  let engine: Engine | null = null;
  const tensors: number[] = [];
  const bytes: number[] = [];
  let steps = 0;
  const run = await runPython(`${text}print(len(losses))`, {
    libraries: allLibraries(),
    prepare: py => {
      py.state(servicesKey).current = {
        engine: async () => (engine ??= await openEngine({ backend: 'wasm' })),
        seed: 1,
        monitor: {
          ...silentMonitor,
          keepsLoops: true,
          onLoopStep: () => {
            if (++steps % 50 !== 0) return;
            const { tensors: count, bytes: size } = engine!.memory();
            tensors.push(count);
            bytes.push(size);
          },
        },
      };
    },
  });
  (engine as Engine | null)?.close();
  expect(run.stdout).toBe('300\n');
  expect(steps).toBe(300);
  expect(new Set(tensors)).toEqual(new Set([tensors[0]]));
  expect(new Set(bytes)).toEqual(new Set([bytes[0]]));
});
