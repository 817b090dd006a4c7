/** Files of models and weights: what is written is read again, under the names that Keras gives. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openHdf5 } from '../../../../src/cli/hdf5.ts';
import { groupAt } from '../../../../src/library/keras/saving/hdf5.ts';
import { analyseKeras } from '../program.ts';
import { runSaving } from './program.ts';

const model = `
def make():
    model = keras.Sequential([layers.Input((4,)), layers.Dense(8, activation="relu"), layers.BatchNormalization(), layers.Dense(2, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
model = make()
rng = np.random.RandomState(0)
x = rng.rand(64, 4).astype("float32")
y = (x.sum(axis=1) > 2).astype("int32")
`;

async function printed(text: string, files = new Map<string, Uint8Array>()): Promise<string[]> {
  const run = await runSaving(model + text, files);
  expect(run.stderr.replace(/^WARNING:absl.*\n/gm, '')).toBe('');
  return run.stdout.trimEnd().split('\n');
}

describe('weights', () => {
  it('give the same predictions in another model', async () => {
    const files = new Map<string, Uint8Array>();
    const lines = await printed(
      `
model.save_weights("w.weights.h5")
other = make()
print(np.allclose(other.predict(x, verbose=0), model.predict(x, verbose=0)))
other.load_weights("w.weights.h5")
print(np.allclose(other.predict(x, verbose=0), model.predict(x, verbose=0)))`,
      files,
    );
    expect(lines).toEqual(['False', 'True']);
    const tree = (await openHdf5()).read(files.get('w.weights.h5')!);
    expect([...tree.groups.keys()].sort()).toEqual(['layers', 'optimizer', 'vars']);
    expect([...groupAt(tree, 'layers')!.groups.keys()].sort()).toEqual([
      'batch_normalization',
      'dense',
      'dense_1',
    ]);
    expect(groupAt(tree, 'layers/dense/vars')!.datasets.get('0')!.shape).toEqual([4, 8]);
    expect(groupAt(tree, 'layers/batch_normalization/vars')!.datasets.size).toBe(4);
  });

  it('that do not fit are an error that names the layer', async () => {
    const run = await runSaving(`${model}
model.save_weights("w.weights.h5")
other = keras.Sequential([layers.Input((4,)), layers.Dense(9), layers.BatchNormalization(), layers.Dense(2)])
other.load_weights("w.weights.h5")`);
    expect(run.stderr).toContain('ValueError: A total of 3 objects could not be loaded.');
  });

  it('need the ending .weights.h5', async () => {
    const run = await runSaving(`${model}model.save_weights("w.h5")`);
    expect(run.stderr).toContain(
      'ValueError: The filename must end in `.weights.h5`. Received: filepath=w.h5',
    );
  });
});

describe('models', () => {
  for (const name of ['m.keras', 'm.h5']) {
    it(`in ${name} come back with weights and what they were compiled with`, async () => {
      const lines = await printed(`
model.fit(x, y, epochs=2, verbose=0)
model.save("${name}")
again = keras.models.load_model("${name}")
print(np.allclose(again.predict(x, verbose=0), model.predict(x, verbose=0)))
print([float(v) for v in again.evaluate(x, y, verbose=0)] == [float(v) for v in model.evaluate(x, y, verbose=0)])
print(type(again.optimizer).__name__)
print(keras.models.load_model("${name}", compile=False).compiled)`);
      expect(lines).toEqual(['True', 'True', 'Adam', 'False']);
    });
  }

  it('go on training with the optimizer state they were saved with', async () => {
    const lines = await printed(`
model.fit(x, y, epochs=2, verbose=0, shuffle=False)
model.save("m.keras")
again = keras.models.load_model("m.keras")
print(int(again.optimizer.iterations.numpy()))
model.fit(x, y, epochs=1, verbose=0, shuffle=False)
again.fit(x, y, epochs=1, verbose=0, shuffle=False)
print(np.allclose(again.predict(x, verbose=0), model.predict(x, verbose=0), atol=1e-6))`);
    expect(lines).toEqual(['4', 'True']);
  });

  it('are archives of metadata, config and weights', async () => {
    const files = new Map<string, Uint8Array>();
    await printed('model.save("m.keras")', files);
    const parts = unzipSync(files.get('m.keras')!);
    expect(Object.keys(parts)).toEqual(['metadata.json', 'config.json', 'model.weights.h5']);
    const config = JSON.parse(strFromU8(parts['config.json']));
    expect(config).toMatchObject({ module: 'keras', class_name: 'Sequential', registered_name: null });
    expect(config.compile_config.optimizer.config.learning_rate).toBe(0.0010000000474974513);
  });

  it('of the script itself are built before their weights are read', async () => {
    const lines = await printed(`
class Net(keras.Model):
    def __init__(self, units=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.hidden = layers.Dense(units)
        self.out = layers.Dense(1)
    def call(self, x):
        return self.out(self.hidden(x))
    def get_config(self):
        return {**super().get_config(), "units": self.units}
net = Net(5)
before = net.predict(x, verbose=0)
net.save("n.keras")
again = keras.models.load_model("n.keras")
print(np.allclose(again.predict(x, verbose=0), before), again.units)`);
    expect(lines).toEqual(['True 5']);
  });

  it('that are not there are an error', async () => {
    const run = await runSaving('keras.models.load_model("none.keras")');
    expect(run.stderr).toContain('ValueError: File not found: filepath=none.keras.');
  });

  it('cannot be saved where there is no library for it', async () => {
    const run = await runSaving(`${model}model.save("m.keras")`, new Map(), false);
    expect(run.stderr).toContain('is not supported in the panel; run the script with `kerascope run`.');
  });
});

describe('ModelCheckpoint', () => {
  it('writes files by epoch and metric', async () => {
    const files = new Map<string, Uint8Array>();
    await printed(
      `
model.fit(x, y, epochs=2, verbose=0, callbacks=[keras.callbacks.ModelCheckpoint("at-{epoch:02d}.keras")])
model.fit(x, y, epochs=1, verbose=0, callbacks=[keras.callbacks.ModelCheckpoint("only-{epoch}.weights.h5", save_weights_only=True)])`,
      files,
    );
    expect([...files.keys()]).toEqual(['at-01.keras', 'at-02.keras', 'only-1.weights.h5']);
  });

  it('keeps the best alone with save_best_only', async () => {
    const files = new Map<string, Uint8Array>();
    await printed(
      `
best = keras.callbacks.ModelCheckpoint("best-{epoch}.keras", monitor="loss", mode="max", save_best_only=True)
model.optimizer.learning_rate = 0.01
model.fit(x, y, epochs=3, verbose=0, callbacks=[best])`,
      files,
    );
    expect([...files.keys()]).toEqual(['best-1.keras']);
  });
});

describe('under analysis', () => {
  it('saving does nothing and a loaded model is unknown', async () => {
    const program = await analyseKeras(`
import keras
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.save("m.keras")
model.load_weights("none.weights.h5")
other = keras.models.load_model("none.keras")
other.fit([1], [2])
`);
    expect(program.findings).toEqual([]);
  });
});
