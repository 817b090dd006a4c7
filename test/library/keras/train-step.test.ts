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
