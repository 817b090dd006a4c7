/** `tf.function`: Python's side effects happen once for each signature, in a run and under analysis. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../checks/markers.ts';
import { runKeras } from '../keras/program.ts';

const start = `import tensorflow as tf
from tensorflow import keras
`;

/** What a program prints, each `assert` in it also holding under analysis. */
async function printed(program: string): Promise<string[]> {
  const text = start + program;
  const { findings } = await analyse(text);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return (await runKeras(text)).stdout.trim().split('\n');
}

describe('a repeated call', () => {
  const traced = `import sys

seen = []
log = {}
count = 0

@tf.function
def f(x):
    global count
    print('traced')
    tf.print('called', output_stream=sys.stdout)
    seen.append(x)
    log['length'] = len(seen)
    count += 1
    return x
`;

  test('of the same signature leaves Python as it was', async () => {
    const calls = `${traced}f(1)\nf(1)\nf(1)\nassert len(seen) == 1 and count == 1 and log == {'length': 1}`;
    expect(await printed(calls)).toEqual(['traced', 'called', 'called', 'called']);
  });

  test.each([
    ['another number', 'f(1)\nf(2)', 2],
    ['another shape', 'f(tf.ones(2))\nf(tf.zeros(2))\nf(tf.ones(3))', 2],
    ['another type', "f(tf.ones(2))\nf(tf.ones(2, dtype='int32'))", 2],
    ['another text, the same text', "f('a')\nf('b')\nf('a')", 2],
    ['another structure', 'f([tf.ones(2)])\nf([tf.ones(2), tf.ones(2)])\nf([tf.zeros(2)])', 2],
    ['another object', 'a, b = object(), object()\nf(a)\nf(b)\nf(a)', 2],
    ['a name', 'f(1)\nf(x=1)\nf(2)', 2],
  ])('with %s', async (_name, calls, traces) => {
    const lines = await printed(`${traced}${calls}\nassert count == ${traces}
print(f.experimental_get_tracing_count())`);
    expect(lines.filter(line => line === 'traced')).toHaveLength(traces);
    expect(lines.at(-1)).toBe(String(traces));
  });

  test('keeps the values that the trace read, and changes variables', async () => {
    const program = `class Counter(tf.Module):
    def __init__(self):
        self.v = tf.Variable(0)
        self.counter = 0

    @tf.function
    def __call__(self):
        if self.counter == 0:
            self.counter += 1
            self.v.assign_add(1)
        return self.v

c = Counter()
for _ in range(3):
    print(c().numpy())
assert c.counter == 1
`;
    expect(await printed(program)).toEqual(['1', '2', '3']);
  });

  test('gives a new list each time', async () => {
    const program = `def powers(x, n):
    found = []
    for i in range(n):
        found.append(x ** i)
    return found
f = tf.function(powers)
a, b = f(tf.constant(2.0), 3), f(tf.constant(3.0), 3)
assert len(a) == 3 and len(b) == 3
print(float(b[2]))
`;
    expect(await printed(program)).toEqual(['9.0']);
  });

  test('makes a variable once', async () => {
    const program = `class Scale(tf.Module):
    def __init__(self):
        self.w = None

    @tf.function
    def __call__(self, x):
        if self.w is None:
            self.w = tf.Variable(2.0)
        self.w.assign_add(1.0)
        return self.w * x

s = Scale()
print([float(s(tf.constant(1.0))) for _ in range(3)])
`;
    expect(await printed(program)).toEqual(['[3.0, 4.0, 5.0]']);
  });
});

test('every step of a training loop trains', async () => {
  const program = `model = keras.Sequential([keras.layers.Dense(1, kernel_initializer='ones')])
optimizer = keras.optimizers.SGD(0.1)
mean = keras.metrics.Mean()
losses = []

@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(x) - y) ** 2)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    mean.update_state(loss)
    return loss

for _ in range(3):
    losses.append(float(step(tf.ones((4, 2)), tf.zeros((4, 1)))))
assert len(losses) == 3
print([round(loss, 4) for loss in losses], round(float(mean.result()), 4))
`;
  expect(await printed(program)).toEqual(['[4.0, 0.64, 0.1024] 1.5808']);
});

test('conditions and loops over tensors', async () => {
  const program = `@tf.function
def collatz(n):
    steps = 0
    while n > 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps

@tf.function
def total(x):
    s = tf.constant(0.0)
    for row in x:
        s += tf.reduce_sum(row)
    return s

print(int(collatz(tf.constant(7))), float(total(tf.ones((3, 2)))))
`;
  expect(await printed(program)).toEqual(['16 6.0']);
});

test('with a signature of its own it is traced once for all shapes', async () => {
  const program = `@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def f(x):
    print('traced')
    return x + 1
f(tf.constant([1.0]))
f(tf.constant([1.0, 2.0]))
print(f.experimental_get_tracing_count())
`;
  expect(await printed(program)).toEqual(['traced', '1']);
});

test('the function that it is made of stays as it is; eagerly all are', async () => {
  const program = `seen = []
def f(x):
    seen.append(x)
g = tf.function(f)
f(1)
f(1)
assert len(seen) == 2
g(1)
g(1)
assert len(seen) == 3
tf.config.run_functions_eagerly(True)
g(1)
g(1)
assert len(seen) == 5 and tf.config.functions_run_eagerly()
g.python_function(1)
print(len(seen))
`;
  expect(await printed(program)).toEqual(['6']);
});

describe('an index that does not exist', () => {
  const gather = (decorator: string, statement: string) => `${decorator}
def f(x):
    ${statement}
    return x
print(f(tf.constant([0.0])).numpy())
`;
  test('is never looked up where nobody uses the result', async () => {
    expect(await printed(gather('@tf.function', 'tf.gather(x, [1])'))).toEqual(['[0.]']);
  });

  test.each([
    ['used', gather('@tf.function', 'x = tf.gather(x, [1])')],
    ['eager', gather('', 'tf.gather(x, [1])')],
  ])('is an error where it is %s', async (_name, program) => {
    const { findings } = await analyse(start + program);
    expect(findings.map(({ code }) => code)).toEqual(['layer-shape']);
  });
});

test('what one of two branches has traced may be traced again', async () => {
  const { findings } = await analyse(`${start}import os
seen = []
@tf.function
def f(x):
    seen.append(x)
if os.environ.get('WARM'):
    f(1)
f(1)
assert len(seen) == 1
assert len(seen) == 2
`);
  expect(findings).toEqual([]);
});

test('of an argument that is not known nobody says whether it traces', async () => {
  const { findings } = await analyse(`${start}import cv2
seen = []
@tf.function
def f(x):
    seen.append(x)
for _ in range(3):
    f(cv2.imread('a.png'))
assert len(seen) == 1
assert len(seen) == 3
`);
  expect(findings).toEqual([]);
});

describe('variables made in a function', () => {
  const guarded = `made = {}

@tf.function
def scale(x):
    print('traced')
    if 'w' not in made:
        made['w'] = tf.Variable(2.0)
    made['w'].assign_add(1.0)
    return made['w'] * x

print(float(scale(tf.constant(1.0))), float(scale(tf.constant(1.0))), len(made))
print(float(scale(tf.ones(2))[0]))
`;
  const methods = `class Times(tf.Module):
    def __init__(self):
        self.w = None

    @tf.function
    def __call__(self, x):
        if self.w is None:
            self.w = tf.Variable(3.0)
        return self.w * x

one, two = Times(), Times()
print(float(one(tf.constant(1.0))), float(two(tf.constant(2.0))))
`;
  const layers = `model = keras.Sequential([keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam()

@tf.function
def step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(model(x) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss

step(tf.ones((4, 3)))
step(tf.ones((2, 3)))
print(int(optimizer.iterations))
`;

  test.each([
    ['once, under a condition', guarded, ['traced', '3.0 4.0 1', 'traced', '5.0']],
    ['once for each object', methods, ['3.0 6.0']],
    ['by layers and an optimizer in the first call', layers, ['2']],
  ])('%s', async (_name, program, expected) => {
    expect(await printed(program)).toEqual(expected);
  });

  test.each([
    ['at each trace', 'tf.Variable(1.0) * x', 'f(tf.ones(2))'],
    ['by a layer of each trace', 'keras.layers.Dense(2)(x)', 'f(tf.ones((2, 2)))'],
    ['in a later call', 'model(x) if deep else x', 'f(tf.ones((2, 2)), False)\nf(tf.ones((2, 2)), True)'],
  ])('%s', async (_name, value, calls) => {
    const program = `${start}model = keras.Sequential([keras.layers.Dense(2)])

@tf.function
def f(x, deep=True):
    return ${value}

${calls}
`;
    const { findings } = await analyse(program);
    expect(findings.map(({ code }) => code)).toEqual(['variable-in-function']);
    expect((await runKeras(program)).stderr).toMatch(
      /ValueError: (tf.function only supports|Creating variables)/,
    );
  });
});

describe('a metric that a function makes', () => {
  const program = (made: string, before = '') => `import keras
import tensorflow as tf
${before}
@tf.function
def f(x):
    return ${made}
print(f(keras.ops.ones(2)))
`;
  test.each(['keras.metrics.Mean()(x)', 'keras.metrics.MeanSquaredError()(x, x)'])('%s', async made => {
    const text = program(made);
    expect((await analyse(text)).findings.map(({ code }) => code)).toEqual(['variable-in-function']);
    expect((await runKeras(text)).stderr).toMatch(/ValueError: tf.function only supports singleton/);
    const earlier = text.replace('keras.ops.ones(2)', 'tf.ones(2)');
    expect((await analyse(earlier, '2')).findings.map(({ code }) => code)).toEqual(['variable-in-function']);
  });

  test('outside is used inside', async () => {
    const text = program('m(x)', 'm = keras.metrics.Mean()');
    expect((await analyse(text)).findings).toEqual([]);
    expect((await runKeras(text)).stdout).toContain('1.0');
  });
});
