// float16, bfloat16 and mixed policies: NumPy's half precision after every operation is what layers have to give.
import { expect, test } from 'vitest';
import { runKeras } from './program.ts';
import { runSaving } from './saving/program.ts';

async function output(text: string): Promise<string> {
  const run = await runKeras(
    `import numpy as np\nimport keras\nfrom keras import layers, ops\n${text}`,
    undefined,
    1,
    'wasm',
  );
  expect(run.stderr).toBe('');
  return run.stdout;
}

test('a policy says what layers compute in and what weights are kept in', async () => {
  const text = `
keras.mixed_precision.set_global_policy('mixed_float16')
x = keras.Input((6,))
layer = layers.Dense(4)
y = layer(x)
print(x.dtype, y.dtype, layer.kernel.dtype, layer.compute_dtype, layer.variable_dtype, layer.dtype_policy.name)
print(layers.Dense(2, dtype='float32')(y).dtype, layers.Dense(2, dtype='mixed_bfloat16')(y).dtype)
print(layer.get_config()['dtype'], layers.Dense.from_config(layer.get_config()).compute_dtype)
class Own(layers.Layer):
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], 2))
        self.kept = self.add_weight(shape=(2,), autocast=False)
    def call(self, x):
        print(x.dtype, self.w.dtype, self.kept.dtype)
        return ops.matmul(x, self.w)
own = Own()
print(own(np.ones((1, 3))).dtype, own.w.dtype)
for shape, make in [((1, 8, 8, 2), lambda: layers.Conv2D(2, 3)), ((1, 4), lambda: layers.Embedding(5, 3)),
                    ((1, 5, 3), lambda: layers.LSTM(2)), ((1, 20, 3), lambda: layers.GRU(2, return_sequences=True)),
                    ((1, 4, 2), lambda: layers.BatchNormalization()), ((1, 4, 2), lambda: layers.LayerNormalization())]:
    print(make()(np.ones(shape, 'float32')).dtype)
keras.mixed_precision.set_global_policy('float32')
print(layers.Dense(2)(np.ones((1, 2))).dtype)`;
  expect(await output(text)).toBe(
    `float32 float16 float32 float16 float32 mixed_float16
float32 bfloat16
mixed_float16 float16
float16 float16 float32
float16 float32
${'float16\n'.repeat(6)}float32
`,
  );
});

test('a dense layer in half precision gives what NumPy gives', async () => {
  const text = `
rng = np.random.default_rng(1)
x = rng.normal(size=(5, 7)).astype('float32')
layer = layers.Dense(3, activation='relu', dtype='mixed_float16', bias_initializer='normal')
y = np.asarray(layer(x))
half = lambda a: np.asarray(a).astype('float16')
product = (half(x).astype('float32') @ half(layer.kernel).astype('float32')).astype('float16')
print(y.dtype, np.array_equal(y, np.maximum(product + half(layer.bias), 0)))
whole = layers.Dense(3, dtype='float16')
whole.build((None, 7))
kernel = whole.get_weights()[0]
print(kernel.dtype, np.array_equal(kernel, kernel.astype('float16').astype(kernel.dtype)))`;
  expect(await output(text)).toBe('float16 True\nfloat16 True\n');
});

test('half precision overflows and loses small numbers', async () => {
  const text = `
a = ops.cast([300.0, 200.0, 1e-4], 'float16')
print(np.asarray(a * a), np.asarray(ops.cast(1e-8, 'float16')), np.asarray(ops.cast(2049.0, 'float16')))
print(float(ops.mean(ops.full((1000,), 1000.0, dtype='float16'))))
print(float(ops.cast(1 / 3, 'bfloat16')), float(ops.cast(3.0e38, 'bfloat16') * 2))`;
  expect(await output(text)).toBe('[   inf 40000.     0.] 0.0 2048.0\n1000.0\n0.333984375 inf\n');
});

test('an overflow leaves a step out and halves the scale', async () => {
  const text = `
keras.mixed_precision.set_global_policy('mixed_float16')
model = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer='ones')])
model.compile(optimizer=keras.optimizers.SGD(1e-3), loss='mse')
print(type(model.optimizer).__name__, float(model.optimizer.initial_scale))
x, y = np.full((4, 2), 50.0), np.zeros((4, 1))
model.fit(x, y, epochs=1, verbose=0)
print(model.get_weights()[0].ravel(), float(model.optimizer.dynamic_scale), int(model.optimizer.inner_optimizer.iterations))
model.fit(x / 100, y, epochs=1, verbose=0)
print(int(model.optimizer.inner_optimizer.iterations), bool((model.get_weights()[0] < 1).all()))
plain = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
plain.compile(optimizer='sgd', loss='mse', auto_scale_loss=False)
print(type(plain.optimizer).__name__)`;
  expect(await output(text)).toBe('LossScaleOptimizer 32768.0\n[1. 1.] 16384.0 0\n1 True\nSGD\n');
});

test('a loop of its own scales its loss as Keras 3 or as Keras 2 does, with the same result', async () => {
  const text = `
import tensorflow as tf
def train(older):
    optimizer = keras.optimizers.LossScaleOptimizer(keras.optimizers.SGD(0.125))
    w = tf.Variable([1.0, -2.0])
    for step in range(2):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(w * w)
            scaled = optimizer.get_scaled_loss(loss) if older else optimizer.scale_loss(loss)
        grads = tape.gradient(scaled, [w])
        print(float(scaled / loss), np.asarray(grads[0])[0] > 1000)
        if older:
            grads = optimizer.get_unscaled_gradients(grads)
        optimizer.apply_gradients(zip(grads, [w]))
    return w.numpy()
print(train(False), train(True))`;
  expect(await output(text)).toBe(`${'32768.0 True\n'.repeat(4)}[ 0.5625 -1.125 ] [ 0.5625 -1.125 ]
`);
});

test('an optimizer that scales losses lists and saves the memories of the one inside', async () => {
  const text = `
keras.mixed_precision.set_global_policy('mixed_float16')
model = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
model.compile('adam', 'mse')
x, y = np.ones((4, 2)), np.zeros((4, 1))
model.fit(x, y, epochs=2, verbose=0)
names = [v.name for v in model.optimizer.variables]
print(names[:6], len(names), any('kernel' in name for name in names))
model.save('scaled.keras')
again = keras.models.load_model('scaled.keras')
print(int(again.optimizer.inner_optimizer.iterations), again.layers[0].compute_dtype)
model.fit(x, y, epochs=1, verbose=0)
again.fit(x, y, epochs=1, verbose=0)
print(np.array_equal(again.get_weights()[0], model.get_weights()[0]))`;
  const run = await runSaving(text);
  expect(run.stderr).toBe('');
  expect(
    run.stdout,
  ).toBe(`['iteration', 'learning_rate', 'step_counter', 'dynamic_scale', 'iteration', 'learning_rate'] 10 True
2 float16
True
`);
});
