// A script's own loop over batches: one program for all of them, on a backend that can compute it.
import { expect, test } from 'vitest';
import type { Engine } from '../../../../src/graph/index.ts';
import { allLibraries } from '../../../../src/library/index.ts';
import { silentMonitor } from '../../../../src/library/keras/monitor.ts';
import { servicesKey } from '../../../../src/library/keras/services.ts';
import { AutoEngine } from '../../../../src/training/auto-engine.ts';
import { openBackend } from '../../../../src/training/open-engine.ts';
import { runPython } from '../../../python/run.ts';
import { graphics, openStandIn } from '../../../training/graphics-stand-in.ts';

async function lines(engine: Engine, text: string): Promise<string[]> {
  const { stdout, stderr } = await runPython(text, {
    libraries: allLibraries(),
    prepare: py => {
      py.state(servicesKey).current = { engine: async () => engine, monitor: silentMonitor, seed: 1 };
    },
  });
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

const start = `
import numpy as np
import keras
from keras import layers
keras.utils.set_random_seed(1)
rng = np.random.default_rng(0)
x = rng.normal(size=(16, 4)).astype('float32')
y = x.sum(axis=1, keepdims=True)
`;

const mixed = `${start}
model = keras.Sequential([keras.Input((4,)), layers.Dense(3), layers.Dense(1, dtype='float64')])
model.compile(keras.optimizers.SGD(0.05), 'mse')
print(model.test_on_batch(x, y) > 0)
losses = [float(model.train_on_batch(x, y)) for _ in range(12)]
print(losses[-1] < losses[0], model.layers[-1].kernel.dtype)
`;

test('a model with layers of float64 moves to the processor where graphics were chosen', async () => {
  const side = await openBackend('wasm', 'doubles');
  const engine = new AutoEngine(await graphics('chosen'), [], openStandIn, undefined, side);
  expect(await lines(engine, mixed)).toEqual(['True', 'True float64']);
  expect(engine.backend).toBe('wasm');
  engine.close();
});

test('a large model is measured, and moves to the faster backend', async () => {
  const engine = new AutoEngine(await openBackend('cpu', 'first'), ['wasm'], openBackend);
  const large = `${start}
model = keras.Sequential([keras.Input((4,)), layers.Dense(1024), layers.Dense(768), layers.Dense(1)])
model.compile('sgd', 'mse')
for _ in range(2):
    model.train_on_batch(x, y)
print(model.optimizer.iterations.numpy())
`;
  expect(await lines(engine, large)).toEqual(['2']);
  expect(engine.timings.map(({ backend }) => backend)).toEqual(['cpu', 'wasm']);
  expect(engine.backend).toBe('wasm');
  engine.close();
});

test('the step and the reading of its metrics are compiled once for the same class weights, and what is left of others goes', async () => {
  const engine = await openBackend('wasm', 'a test');
  let alive = 0;
  let compiled = 0;
  let read = 0;
  const { compile } = engine;
  engine.compile = program => {
    if (program.updates.length > 0) compiled++;
    else read++;
    const executable = compile.call(engine, program);
    alive++;
    const { dispose } = executable;
    executable.dispose = () => {
      alive--;
      dispose.call(executable);
    };
    return executable;
  };
  const classes = `${start}
y = np.eye(2)[(y[:, 0] > 0).astype(int)]
model = keras.Sequential([keras.Input((4,)), layers.Dense(2, activation='softmax')])
model.compile('sgd', 'categorical_crossentropy')
for turn in range(10):
    model.train_on_batch(x, y, class_weight={0: 1.0, 1: 2.0})
for turn in range(5):
    model.train_on_batch(x, y, class_weight={0: 1.0, 1: 2.0 + turn})
`;
  await lines(engine, classes);
  expect(compiled).toBe(5);
  // Reading the metrics is as much a program of its own.
  expect(read).toBe(5);
  expect(alive).toBe(2);
  engine.close();
});
