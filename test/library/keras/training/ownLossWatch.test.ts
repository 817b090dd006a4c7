/** A loss that is no number in a script's own training is told once, with the place. */
import { expect, it } from 'vitest';
import type { Engine } from '../../../../src/graph/engine.ts';
import { allLibraries } from '../../../../src/library/index.ts';
import { type NoticeReport, silentMonitor } from '../../../../src/library/keras/monitor.ts';
import { servicesKey } from '../../../../src/library/keras/services.ts';
import { formatMessage } from '../../../../src/python/message.ts';
import { findNonFinite } from '../../../../src/training/index.ts';
import { openEngine } from '../../../../src/training/open-engine.ts';
import { runPython } from '../../../python/run.ts';

async function noticesOf(text: string) {
  const notices: NoticeReport[] = [];
  let engine: Promise<Engine> | null = null;
  const { stdout, stderr } = await runPython(text, {
    libraries: allLibraries(),
    prepare: py => {
      py.state(servicesKey).current = {
        engine: () => (engine ??= openEngine({ backend: 'wasm' })),
        monitor: { ...silentMonitor, onNotice: notice => notices.push(notice) },
        findNonFinite,
        seed: 1,
      };
    },
  });
  (await (engine as Promise<Engine> | null))?.close();
  expect(stderr).toBe('');
  return {
    stdout,
    told: notices.map(({ code, text: said, line }) => ({ code, line, said: formatMessage(said) })),
  };
}

const start = `import numpy as np
import tensorflow as tf
import keras
from keras import layers
keras.utils.set_random_seed(2)
X = np.random.normal(size=(32, 3)).astype('float32')
y = X.sum(axis=1, keepdims=True)
model = keras.Sequential([keras.Input((3,)), layers.Dense(8, name='wide'), layers.Dense(1, name='out')])
`;

/** Line 9 and what follows. */
const tape = (options: { rate: string; loss: string; decorated?: boolean; read?: 'before' | 'after' }) => {
  const body = `with tf.GradientTape() as tape:
        loss = ${options.loss}
    slopes = tape.gradient(loss, model.trainable_variables)
`;
  const apply = '    optimizer.apply_gradients(zip(slopes, model.trainable_variables))\n';
  const step = options.decorated
    ? `@tf.function
def step(X, y):
    ${body}${apply}    return loss
`
    : '';
  const loop = options.decorated ? `    loss = step(X, y)\n    losses.append(float(loss))\n` : '';
  const read = '    losses.append(float(loss))\n';
  const eager = options.read === 'before' ? `    ${body}${read}${apply}` : `    ${body}${apply}${read}`;
  return `${start}optimizer = keras.optimizers.SGD(${options.rate})
losses = []
${step}for n in range(60):
${loop || eager}print(model.get_weights()[0].shape, np.isfinite(losses).all())
`;
};

const square = 'tf.reduce_mean(tf.square(y - model(X)))';

it.each([
  ['eager', tape({ rate: '10.0', loss: square }), /in `\w+`( \((wide|out)\))? grew/],
  ['read before the step', tape({ rate: '10.0', loss: square, read: 'before' }), /in `\w+`.* grew/],
  ['in a tf.function', tape({ rate: '10.0', loss: square, decorated: true }), /in `\w+`.* grew/],
  ['a logarithm', tape({ rate: '0.1', loss: 'tf.reduce_mean(tf.math.log(model(X)))' }), /`log` got a value/],
  [
    'the data',
    `${tape({ rate: '0.1', loss: square }).replace('y = X', 'X[3, 1] = np.nan\ny = X')}`,
    /the data hold NaN/,
  ],
])('%s', async (_name, text, wanted) => {
  const { stdout, told } = await noticesOf(text);
  expect(stdout).toBe('(3, 8) False\n');
  expect(told).toEqual([
    { code: 'loss-not-finite', line: expect.any(Number), said: expect.stringMatching(wanted) },
  ]);
});

it('train_on_batch', async () => {
  const { told } = await noticesOf(`${start}model.compile(keras.optimizers.SGD(10.0), 'mse')
for n in range(60):
    loss = model.train_on_batch(X, y)
`);
  expect(told).toMatchObject([{ code: 'loss-not-finite', said: expect.stringMatching(/in `\w+`.* grew/) }]);
});

it('says nothing of a number that is none while the weights are', async () => {
  const text = tape({ rate: '0.01', loss: square }).replace(
    'losses.append(float(loss))',
    'losses.append(float(tf.reduce_mean(tf.zeros((0,)))))',
  );
  expect(await noticesOf(text)).toEqual({ stdout: '(3, 8) False\n', told: [] });
});
