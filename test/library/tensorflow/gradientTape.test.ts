/** What tapes record: gradients are None for what they have not seen, as in TensorFlow's guide to automatic differentiation. */
import { expect, test } from 'vitest';
import { allLibraries } from '../../../src/library/index.ts';
import { silentMonitor } from '../../../src/library/keras/monitor.ts';
import { servicesKey } from '../../../src/library/keras/services.ts';
import { openEngine } from '../../../src/training/open-engine.ts';
import { analyse } from '../../checks/markers.ts';
import { runPython } from '../../python/run.ts';

const program = `import tensorflow as tf
w = tf.Variable(2.0)
x = tf.constant(3.0)
def show(*found):
    print(*[None if item is None else float(item) for item in found])
with tf.GradientTape() as tape:
    y = x * x
show(tape.gradient(y, x))
with tf.GradientTape() as tape:
    tape.watch(x)
    y = x * x
show(tape.gradient(y, x))
with tf.GradientTape() as tape:
    y = x * x
    tape.watch(x)
show(tape.gradient(y, x))
x0 = tf.Variable(3.0)
x1 = tf.Variable(3.0, trainable=False)
x2 = tf.Variable(2.0) + 1.0
x3 = tf.constant(3.0)
with tf.GradientTape() as tape:
    y = (x0**2) + (x1**2) + (x2**2)
show(*tape.gradient(y, [x0, x1, x2, x3]))
with tf.GradientTape(persistent=True) as outer:
    with tf.GradientTape() as inner:
        y = w ** 3
    slope = inner.gradient(y, w)
show(outer.gradient(slope, w), outer.gradient(y, w))
with tf.GradientTape() as tape:
    y = w * w
show(tape.gradient(y * 2, w))
with tf.GradientTape(watch_accessed_variables=False) as tape:
    tape.watch(w)
    y = w * x0
show(*tape.gradient(y, [w, x0]))
with tf.GradientTape() as tape:
    with tape.stop_recording():
        a = w * w
    y = a * w
show(tape.gradient(y, w))
with tf.GradientTape() as tape:
    y = w * w
    tape.reset()
    z = y + w
show(tape.gradient(z, w))
with tf.GradientTape() as tape:
    y = w * w
show(y)
show(tape.gradient(y, w))
v = tf.Variable(5.0)
sgd = tf.keras.optimizers.SGD(1.0)
with tf.GradientTape() as first, tf.GradientTape() as second:
    y = w * v
sgd.apply_gradients([(first.gradient(y, w), w)])
sgd.apply_gradients([(second.gradient(y, v), v)])
show(w, v, y)
`;

const gradients = [
  'None',
  '6.0',
  'None',
  '6.0 None None None',
  '12.0 12.0',
  'None',
  '3.0 None',
  '4.0',
  '1.0',
  '4.0',
  '4.0',
  '-3.0 3.0 10.0',
];

test('tapes give gradients of what they recorded', async () => {
  const engine = await openEngine({ backend: 'cpu' });
  const { stdout, stderr } = await runPython(program, {
    libraries: allLibraries(),
    prepare: py => {
      py.state(servicesKey).current = {
        engine: async () => engine,
        monitor: silentMonitor,
        seed: 1,
      };
    },
  });
  await engine.close();
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n')).toEqual(gradients);
});

/** Where while typing it is told that the tape should have watched a tensor. */
const unwatched = [
  ['tensor-not-watched', 'show(tape.gradient(y, x))'],
  ['tensor-not-watched', 'show(tape.gradient(y, x))'],
  ['tensor-not-watched', 'show(*tape.gradient(y, [x0, x1, x2, x3]))'],
];

test('while typing, a gradient that is None is no error by itself', async () => {
  const found = (await analyse(program)).findings;
  expect(found.map(({ code, span }) => [code, program.split('\n')[span.start.line - 1]])).toEqual(unwatched);
});
