/** Steps of a script's own that call the model's. */
import { expect, it } from 'vitest';
import { runKeras } from './program.ts';

it('super().train_step and test_step train and test as fit does', async () => {
  const run = await runKeras(`
import numpy as np
import keras
class Own(keras.Sequential):
    def train_step(self, data):
        logs = super().train_step(data)
        return {**logs, "twice": logs["loss"] * 2}
    def test_step(self, data):
        return super().test_step(data)
x = np.random.RandomState(0).rand(32, 3).astype("float32")
y = (x.sum(axis=1) > 1.5).astype("float32")
def history(cls):
    keras.utils.set_random_seed(1)
    model = cls([keras.Input((3,)), keras.layers.Dense(4, activation="tanh"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(x, y, epochs=3, batch_size=8, shuffle=False, validation_data=(x, y), verbose=0).history
plain, own = history(keras.Sequential), history(Own)
print(np.allclose(plain["val_loss"], own["val_loss"], atol=1e-5), np.allclose(plain["val_accuracy"], own["val_accuracy"]))
print(np.allclose(np.array(own["twice"]), 2 * np.array(own["loss"]), atol=1e-5), np.allclose(plain["loss"], own["loss"], atol=1e-5))
`);
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe('True True\nTrue True\n');
});

it("a model's own compute_loss and compute_metrics take part in Keras's steps", async () => {
  const run = await runKeras(`
import numpy as np
import keras
class Own(keras.Sequential):
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None):
        return keras.ops.mean(keras.ops.square(y - y_pred))
    def compute_metrics(self, x, y, y_pred, sample_weight=None):
        logs = super().compute_metrics(x, y, y_pred, sample_weight)
        return {**logs, "twice": logs["loss"] * 2}
x = np.random.RandomState(0).rand(32, 3).astype("float32")
y = x.sum(axis=1, keepdims=True)
def history(cls, loss):
    keras.utils.set_random_seed(1)
    model = cls([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile("sgd", loss)
    return model.fit(x, y, epochs=3, batch_size=8, shuffle=False, validation_data=(x, y), verbose=0).history
plain, own = history(keras.Sequential, "mse"), history(Own, None)
print(sorted(own))
print(np.allclose(plain["loss"], own["loss"], atol=1e-5), np.allclose(plain["val_loss"], own["val_loss"], atol=1e-5))
print(np.allclose(np.array(own["twice"]), 2 * np.array(own["loss"]), atol=1e-5))
`);
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe("['loss', 'twice', 'val_loss', 'val_twice']\nTrue True\nTrue\n");
});

it('outputs in a dict come back under their own keys, whatever the order of these', async () => {
  const run = await runKeras(`
import numpy as np
import keras
inputs = keras.Input((3,))
outputs = {"z": keras.layers.Dense(1)(inputs), "a": keras.layers.Dense(4)(inputs)}
model = keras.Model(inputs, outputs)
x = np.ones((2, 3))
print({name: value.shape for name, value in model.predict(x, verbose=0).items()})
print({name: tuple(value.shape) for name, value in model(x).items()})
`);
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe("{'z': (2, 1), 'a': (2, 4)}\n".repeat(2));
});

it('a tensor of an index takes part in slices', async () => {
  const run = await runKeras(`
import numpy as np
import tensorflow as tf
values = tf.constant(np.arange(24).reshape(2, 3, 4))
best = tf.argmax(values[0, 0])
print(values[:, best - 1].numpy().tolist())
print(values[..., best].numpy().tolist(), values[1, 0, best].numpy())
print(values[:, tf.constant([0, 2]), 1:3].numpy().shape, values[None, best - 2].numpy().shape)
`);
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe(
    '[[8, 9, 10, 11], [20, 21, 22, 23]]\n[[3, 7, 11], [15, 19, 23]] 15\n(2, 2, 2) (1, 3, 4)\n',
  );
});
