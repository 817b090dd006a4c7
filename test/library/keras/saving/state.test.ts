/** What layers keep besides their weights, options of `save`, and what `summary` is told to show. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runSaving } from './program.ts';

async function printed(text: string, files = new Map<string, Uint8Array>()): Promise<string> {
  const run = await runSaving(text, files);
  expect(run.stderr.replace(/^WARNING:absl.*\n/gm, '')).toBe('');
  return run.stdout;
}

describe('a saved model', () => {
  it('has the vocabulary that its layer has learnt, as a file beside its weights', async () => {
    const files = new Map<string, Uint8Array>();
    const out = await printed(
      `
v = layers.TextVectorization(output_sequence_length=4)
v.adapt(["the cat sat", "the dog"])
m = keras.Sequential([keras.Input((1,), dtype="string"), v, layers.Embedding(10, 4), layers.Flatten(), layers.Dense(1)])
m.save("v.keras")
again = keras.models.load_model("v.keras")
x = np.array([["the cat"], ["a dog"]])
print(again.layers[0].get_vocabulary() == v.get_vocabulary(), np.allclose(again.predict(x, verbose=0), m.predict(x, verbose=0)))`,
      files,
    );
    expect(out).toBe('True True\n');
    const words = unzipSync(files.get('v.keras')!)['assets/layers/text_vectorization/vocabulary.txt'];
    expect(new TextDecoder().decode(words)).toBe('\n[UNK]\nthe\nsat\ndog\ncat');
  });

  it('has the bins and the means that its layers have learnt', async () => {
    const out = await printed(`
bins = layers.Discretization(num_bins=3)
bins.adapt(np.arange(9.).reshape(9, 1))
keras.Sequential([keras.Input((1,)), bins]).save("b.keras")
print(keras.models.load_model("b.keras").predict(np.array([[1.], [4.], [8.]]), verbose=0).ravel().tolist())
means = layers.Normalization()
means.adapt(np.array([[1., 2.], [3., 6.]]))
keras.Sequential([keras.Input((2,)), means]).save("n.keras")
print(keras.models.load_model("n.keras").predict(np.array([[3., 2.]]), verbose=0).tolist())`);
    expect(out).toBe('[0, 1, 2]\n[[1.0, -1.0]]\n');
  });

  it('holds what a layer of the script itself writes, and gives it back', async () => {
    const out = await printed(`
class Kept(layers.Layer):
    def build(self, shape):
        self.w = self.add_weight(shape=(2,), name="w", initializer="ones")
    def call(self, x):
        return x * self.w
    def save_own_variables(self, store):
        super().save_own_variables(store)
        store["seen"] = np.array([5.0])
    def load_own_variables(self, store):
        self.w.assign(store["0"])
        self.seen = float(store["seen"][0])
m = keras.Sequential([keras.Input((2,)), Kept()])
m.layers[0].w.assign([3., 4.])
m.save("k.keras")
again = keras.models.load_model("k.keras", custom_objects={"Kept": Kept})
print(again.layers[0].w.numpy().tolist(), again.layers[0].seen)`);
    expect(out).toBe('[3.0, 4.0] 5.0\n');
  });

  it('may be saved without its optimizer, and in no format that is gone', async () => {
    const out = await printed(`
m = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
m.compile("adam", "mse")
m.save("m.h5", include_optimizer=False)
print(keras.models.load_model("m.h5").compiled)
keras.saving.save_weights(m, "m.weights.h5")
other = keras.models.clone_model(m)
keras.saving.load_weights(other, "m.weights.h5")
print(np.array_equal(other.get_weights()[0], m.get_weights()[0]))
for call in [lambda: m.save("m", save_format="tf"), lambda: m.save("m.keras", signatures=1)]:
    try:
        call()
    except ValueError as error:
        print(error)`);
    expect(out.split('\n').slice(0, 4)).toEqual([
      'False',
      'True',
      'The `save_format` argument is deprecated in Keras 3. Please remove this argument and pass a file path with either `.keras` or `.h5` extension.Received: save_format=tf',
      "The following argument(s) are not supported: ['signatures']",
    ]);
    expect(
      (await runSaving('keras.Sequential([keras.Input((2,)), layers.Dense(1)]).export("m")')).stderr,
    ).toContain('Model.export is not supported by Kerascope: it writes a SavedModel of TensorFlow.');
  });
});

describe('summary', () => {
  const model = `
m = keras.Sequential([keras.Input((4,)), layers.Dense(3, name="first"), layers.Dense(3, name="middle"), layers.Dense(1, name="last")])
`;

  it('shows the layers between two names, whichever comes first', async () => {
    const shown = await printed(`${model}m.summary(layer_range=["middle", "first"])`);
    expect(shown).toContain('first (Dense)');
    expect(shown).toContain('middle (Dense)');
    expect(shown).not.toContain('last (Dense)');
    expect(shown).toContain('Total params: 31');
  });

  it('puts columns where it is told', async () => {
    const shown = await printed(
      `${model}m.summary(line_length=60, positions=[0.5, 0.8, 1.0], print_fn=print)`,
    );
    const [top] = shown.split('\n').slice(1);
    // 30, 18 and 12 of 60; the ten for borders are taken from each column alike: 3, 4 (3.5, to even) and 3.
    expect(top).toHaveLength(60);
    expect(
      top
        .slice(1)
        .split(/[┳┓]/)
        .map(part => part.length)
        .slice(0, 3),
    ).toEqual([29, 16, 11]);
  });

  it('says what is wrong with a range', async () => {
    expect((await runSaving(`${model}m.summary(layer_range=["none", "last"])`)).stderr).toContain(
      "ValueError: Passed layer_names do not match the layer names in the model. Received: ['none', 'last']",
    );
    expect((await runSaving(`${model}m.summary(layer_range=["first"])`)).stderr).toContain(
      "layer_range must be a list or tuple of length 2. Received: layer_range = ['first'] of length 1",
    );
  });
});

describe('keras.utils', () => {
  it('packs and unpacks batches, finds inputs, and draws progress', async () => {
    const out = await printed(`
from keras import utils
print(utils.pack_x_y_sample_weight(1), utils.pack_x_y_sample_weight(1, 2), utils.pack_x_y_sample_weight(1, 2, 3), utils.pack_x_y_sample_weight([1, 2]))
print(utils.unpack_x_y_sample_weight((1, 2)), utils.unpack_x_y_sample_weight([7]))
i = keras.Input((2,))
print(utils.get_source_inputs(layers.Dense(1)(layers.Dense(2)(i)))[0] is i)
keras.config.disable_interactive_logging()
print(keras.config.is_interactive_logging_enabled(), keras.utils.is_interactive_logging_enabled())
keras.config.enable_interactive_logging()
bar = utils.Progbar(2, stateful_metrics=["b"])
bar.update(1, [("a", 1.0), ("b", 1.0)])
bar.update(2, [("a", 3.0), ("b", 3.0)])`);
    const lines = out.split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '1 (1, 2) (1, 2, 3) ([1, 2],)',
      '(1, 2, None) (7, None, None)',
      'True',
      'False False',
    ]);
    // A mean over the steps, and the last value of what is one already.
    expect(out).toContain('a: 2.0000 - b: 3.0000');
  });
});
