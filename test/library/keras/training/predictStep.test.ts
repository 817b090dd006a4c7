/** Models that say themselves what `predict` gives. */
import { expect, it } from 'vitest';
import { runSaving } from '../saving/program.ts';

it('predict goes through a predict_step of the model', async () => {
  const run = await runSaving(`
class Sure(keras.Model):
    def predict_step(self, data):
        x, _, _ = keras.utils.unpack_x_y_sample_weight(data)
        return keras.ops.cast(self(x, training=False) > 0.5, "int32")

class Doubled(keras.Model):
    def predict_step(self, data):
        return 2 * super().predict_step(data)

x = np.arange(12, dtype="float32").reshape(6, 2) - 5
inputs = keras.Input((2,))
outputs = layers.Dense(1, kernel_initializer="ones", activation="sigmoid")(layers.Dropout(0.9)(inputs))
print(Sure(inputs, outputs).predict(x, batch_size=4, verbose=0).ravel())
plain = keras.Model(inputs, outputs)
print(np.allclose(Doubled(inputs, outputs).predict(x, verbose=0), 2 * plain.predict(x, verbose=0)))
print(plain.predict_step(x).shape)
`);
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe('[0 0 0 1 1 1]\nTrue\n(6, 1)\n');
});
