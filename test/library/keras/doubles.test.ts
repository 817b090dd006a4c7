// float64 from the script's side: models, tapes, metrics and files in double precision, and TensorFlow's rules for types.
import { describe, expect, test } from 'vitest';
import { analyseKeras, runKeras } from './program.ts';
import { runSaving } from './saving/program.ts';

async function lines(text: string, backend: 'cpu' | 'wasm' = 'wasm'): Promise<string[]> {
  const run = await runKeras(text, undefined, 1, backend);
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd().split('\n');
}

const isTrue = (text: string[]) => expect(text.filter(line => line !== 'True')).toEqual([]);

describe.each(['cpu', 'wasm'] as const)('float64 on %s', backend => {
  test('logistic regression converges to what Newton finds, to 12 digits', async () => {
    isTrue(
      await lines(
        `
import numpy as np, keras
keras.backend.set_floatx('float64')
rng = np.random.default_rng(3)
X = rng.normal(size=(40, 3))
y = (X @ np.array([1.0, -2.0, 0.5]) + rng.normal(size=40) > 0).astype('float64')
A = np.column_stack([X, np.ones(40)])
b = np.zeros(4)
for _ in range(30):
    p = 1 / (1 + np.exp(-A @ b))
    H = A.T @ (A * (p * (1 - p))[:, None]) / 40 + 0.2 * np.eye(4)
    b = b - np.linalg.solve(H, A.T @ (p - y) / 40 + 0.2 * b)
l2 = keras.regularizers.L2(0.1)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, kernel_regularizer=l2, bias_regularizer=l2)])
model.compile(keras.optimizers.SGD(2.0), keras.losses.BinaryCrossentropy(from_logits=True), metrics=['mae'])
history = model.fit(X, y, batch_size=40, epochs=150, verbose=0)
w, c = model.get_weights()
print(np.abs(np.append(w[:, 0], c) - b).max() < 1e-12, w.dtype == 'float64')
z = X @ w[:, 0] + c[0]
loss, mae = model.evaluate(X, y, verbose=0)
exact = np.mean(np.log1p(np.exp(-np.abs(z))) + np.maximum(z, 0) - z * y) + 0.1 * (np.sum(w ** 2) + c[0] ** 2)
print(abs(loss - exact) < 1e-15, abs(mae - np.mean(np.abs(z - y))) < 1e-15)
print(np.abs(model.predict(X, verbose=0)[:, 0] - z).max() < 1e-14, abs(history.history['loss'][-1] - exact) < 1e-15)`,
        backend,
      ).then(text => text.flatMap(line => line.split(' '))),
    );
  });

  test('every layer of a convolutional and a recurrent model keeps doubles', async () => {
    isTrue(
      await lines(
        `
import numpy as np, keras
from keras import layers
keras.backend.set_floatx('float64')
rng = np.random.default_rng(0)
def slope(model, x, y):
    # The loss along one weight, against the step that SGD takes.
    model.compile(keras.optimizers.SGD(1.0), 'mse')
    before = model.get_weights()
    at = lambda change: (model.set_weights([w + change * (i == 0) for i, w in enumerate(before)]), model.evaluate(x, y, batch_size=len(x), verbose=0))[1]
    estimate = (at(1e-5) - at(-1e-5)) / 2e-5
    model.set_weights(before)
    model.train_on_batch(x, y)
    return abs((before[0] - model.get_weights()[0]).sum() - estimate) < 1e-8
image = keras.Sequential([keras.Input((6, 6, 2)), layers.Conv2D(3, 3, activation='softplus'), layers.LayerNormalization(),
                          layers.AveragePooling2D(2), layers.Flatten(), layers.Dense(2, activation='tanh')])
print(slope(image, rng.normal(size=(4, 6, 6, 2)), rng.normal(size=(4, 2))))
for layer in (layers.LSTM(3), layers.GRU(3), layers.SimpleRNN(3)):
    print(slope(keras.Sequential([keras.Input((5, 2)), layer, layers.Dense(1)]), rng.normal(size=(4, 5, 2)), rng.normal(size=(4, 1))))`,
        backend,
      ),
    );
  });
});

test('a tape, a variable and an optimizer in float64 follow the formulas', async () => {
  isTrue(
    await lines(`
import numpy as np, tensorflow as tf
x = tf.Variable([0.3, -1.7], dtype=tf.float64)
with tf.GradientTape() as tape:
    y = tf.reduce_sum(tf.sin(x) * tf.exp(x) / 3)
g = tape.gradient(y, x).numpy()
v = x.numpy()
print(g.dtype == 'float64', np.abs(g - (np.cos(v) + np.sin(v)) * np.exp(v) / 3).max() < 1e-16)
optimizer = tf.keras.optimizers.Adam(0.1)
m, s, w = np.zeros(2), np.zeros(2), v
for step in range(1, 6):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(x ** 4)
    optimizer.apply_gradients([(tape.gradient(loss, x), x)])
    d = 4 * w ** 3
    m, s = m + (d - m) * (1 - 0.9), s + (d * d - s) * (1 - 0.999)
    rate = 0.1 * np.sqrt(1 - 0.999 ** step) / (1 - 0.9 ** step)
    w = w - m * rate / (np.sqrt(s) + 1e-7)
print(np.abs(x.numpy() - w).max() < 1e-7)
a = tf.constant([[4.0, 1.0], [2.0, 3.0]], tf.float64) / 7
print(np.abs((tf.linalg.inv(a) @ a).numpy() - np.eye(2)).max() < 1e-15)
print(tf.constant(np.array([1 / 3])).numpy()[0] == 1 / 3, tf.cast(tf.constant([1 / 3], tf.float64), tf.float32).numpy()[0] == np.float32(1 / 3))`).then(
      text => text.flatMap(line => line.split(' ')),
    ),
  );
});

test('files keep doubles, and the summary counts 8 bytes', async () => {
  const run = await runSaving(`
import numpy as np, keras
keras.backend.set_floatx('float64')
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, kernel_initializer=keras.initializers.Constant(1 / 3))])
model.summary()
model.save_weights('a.weights.h5')
model.save('a.keras')
model.save('a.h5')
again = keras.models.clone_model(model)
again.load_weights('a.weights.h5')
for item in (again, keras.models.load_model('a.keras'), keras.models.load_model('a.h5')):
    print(item.get_weights()[0][0, 0] == 1 / 3, item.get_weights()[0].dtype)
keras.backend.set_floatx('float32')`);
  expect(run.stdout).toContain('Total params: 8 (64.00 B)');
  expect(run.stdout.trimEnd().split('\n').slice(-3)).toEqual(Array(3).fill('True float64'));
});

test("tensors print with their types, and whole numbers keep to their bits as TensorFlow's", async () => {
  expect(
    await lines(`
import numpy as np, tensorflow as tf
print(tf.constant([1 / 3, 2.0], tf.float64))
print(repr(tf.constant(0.1, tf.float64)))
print(tf.constant(250, tf.uint8) + tf.constant(10, tf.uint8), tf.constant(2 ** 31 - 1) + 1)
print(tf.constant(16777217, tf.int64) * 3, tf.cast(300, tf.uint8), tf.cast([-1], tf.uint32))
print(tf.constant(7) / 2, tf.constant(-7) // 2, tf.constant(-7) % 3, tf.reduce_mean(tf.constant([1, 2])))
print(tf.bitwise.bitwise_and(12, 10), tf.constant(6) & 3, ~tf.constant(5), tf.bitwise.right_shift(tf.constant([64]), 3))
print(tf.fill([2], tf.constant(0.1, tf.float64)), tf.ones(2) * np.array([1.0, 3.0]))`),
  ).toEqual([
    'tf.Tensor([0.33333333 2.        ], shape=(2,), dtype=float64)',
    '<tf.Tensor: shape=(), dtype=float64, numpy=0.1>',
    'tf.Tensor(4, shape=(), dtype=uint8) tf.Tensor(-2147483648, shape=(), dtype=int32)',
    'tf.Tensor(50331651, shape=(), dtype=int64) tf.Tensor(44, shape=(), dtype=uint8) tf.Tensor([4294967295], shape=(1,), dtype=uint32)',
    'tf.Tensor(3.5, shape=(), dtype=float64) tf.Tensor(-4, shape=(), dtype=int32) tf.Tensor(2, shape=(), dtype=int32) tf.Tensor(1, shape=(), dtype=int32)',
    'tf.Tensor(8, shape=(), dtype=int32) tf.Tensor(2, shape=(), dtype=int32) tf.Tensor(-6, shape=(), dtype=int32) tf.Tensor([8], shape=(1,), dtype=int32)',
    'tf.Tensor([0.1 0.1], shape=(2,), dtype=float64) tf.Tensor([1. 3.], shape=(2,), dtype=float32)',
  ]);
});

const mixture = `
import tensorflow as tf
import keras
x = tf.constant([1.0, 2.0])
y = tf.constant([1.0, 2.0], tf.float64)
print(keras.ops.add(x, y).dtype, (keras.Input((2,)) * keras.Input((2,), dtype='float64')).dtype)
z = x * y
`;

test('TensorFlow refuses to mix float32 and float64, and Keras promotes', async () => {
  const run = await runKeras(mixture);
  expect(run.stdout).toBe("<dtype: 'float64'> float64\n");
  expect(run.stderr).toContain(
    'InvalidArgumentError: cannot compute Mul as input #1(zero-based) was expected to be a float tensor but is a double tensor [Op:Mul] name: ',
  );
  const { findings } = await analyseKeras(mixture);
  expect(findings.map(({ code, span }) => [code, span.start.line])).toEqual([['dtype-mismatch', 7]]);
});

test('what the script writes into its array afterwards is not in the tensor', async () => {
  expect(
    await lines(`
import numpy as np, tensorflow as tf
for dtype in ('float32', 'float64', 'int64'):
    a = np.zeros(2, dtype)
    t = tf.constant(a)
    a[0] = 5
    print(t.numpy())`),
  ).toEqual(['[0. 0.]', '[0. 0.]', '[0 0]']);
});
