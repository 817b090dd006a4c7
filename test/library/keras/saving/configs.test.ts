/** Configs: what `get_config` gives, and models made again from it. */
import { describe, expect, it } from 'vitest';
import { runSaving } from './program.ts';

async function printed(text: string): Promise<string[]> {
  const run = await runSaving(text);
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd().split('\n');
}

describe('layers', () => {
  it('give every parameter, with initializers as dicts', async () => {
    const [text] = await printed(`
print(json.dumps(layers.Dense(3, activation="relu", name="d", kernel_regularizer=keras.regularizers.L2(0.5)).get_config()))`);
    const config = JSON.parse(text);
    expect(config).toMatchObject({
      name: 'd',
      trainable: true,
      dtype: 'float32',
      units: 3,
      activation: 'relu',
      use_bias: true,
      kernel_initializer: {
        module: 'keras.initializers',
        class_name: 'GlorotUniform',
        config: { seed: null },
        registered_name: null,
      },
      kernel_regularizer: { module: 'keras.regularizers', class_name: 'L2', config: { l2: 0.5 } },
      kernel_constraint: null,
    });
    expect(config).not.toHaveProperty('lora_rank');
  });

  it('write one window size as a tuple of all axes', async () => {
    const text = await printed(`
config = layers.Conv2D(4, 3, padding="same").get_config()
print(config["kernel_size"], config["strides"], config["data_format"])`);
    expect(text).toEqual(['(3, 3) (1, 1) channels_last']);
  });

  it('of the script without a get_config keep what their constructor was given, where that is plain', async () => {
    const text = await printed(`
class Linear(layers.Layer):
    def __init__(self, units=32, sizes=(1, 2), **kwargs):
        super().__init__(**kwargs)
        self.units = units
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.units))
    def call(self, x):
        return x @ self.w
class Bare(layers.Layer):
    def __init__(self, other):
        super().__init__()
layer = Linear(20, name='mine')
print(layer.get_config())
print(Linear.from_config(layer.get_config()).units)
print(Bare(3).get_config())
model = keras.Sequential([keras.Input((4,)), Linear(units=20), layers.Dense(2)])
model.save('own.keras')
again = keras.models.load_model('own.keras', custom_objects={'Linear': Linear})
print(np.allclose(again.get_weights()[0], model.get_weights()[0]))
try:
    Bare(layers.Dense(2)).get_config()
except NotImplementedError as error:
    print(str(error).strip().splitlines()[0])
`);
    expect(text).toEqual([
      "{'name': 'mine', 'units': 20, 'trainable': True, 'dtype': 'float32'}",
      '20',
      "{'other': 3, 'trainable': True, 'dtype': 'float32'}",
      'True',
      'Object Bare was created by passing',
    ]);
  });

  it('are made again with the layers inside them', async () => {
    const text = await printed(`
layer = layers.Bidirectional(layers.LSTM(4, return_sequences=True), merge_mode="sum")
again = layers.Bidirectional.from_config(layer.get_config())
print(again.name == layer.name, again.compute_output_shape((None, 5, 2)))
inner = layers.deserialize(layers.serialize(layers.TimeDistributed(layers.Dense(6))))
print(inner.layer.units)`);
    expect(text).toEqual(['True (None, 5, 4)', '6']);
  });
});

const sequential = `
model = keras.Sequential([layers.Input((4,)), layers.Dense(8, activation="relu"), layers.Dropout(0.2), layers.Dense(3, activation="softmax")], name="stack")
`;
const graph = `
a = keras.Input((4,), name="a")
b = keras.Input((2,), name="b")
shared = layers.Dense(5, name="shared")
h = layers.Concatenate(name="both")([shared(a), layers.Dense(5, name="other")(b)])
h = layers.Add(name="sum")([h, layers.Dense(10, name="skip")(a)])
out = layers.Dense(2, name="out")(h * 0.5)
model = keras.Model([a, b], [out, shared(a)], name="graph")
`;

describe('models', () => {
  for (const [kind, text] of [
    ['a stack', sequential],
    ['a graph', graph],
  ]) {
    it(`${kind} has the same summary when made again`, async () => {
      const lines = await printed(`${text}
def lines(model):
    found = []
    model.summary(print_fn=found.append)
    return found
again = model.__class__.from_config(model.get_config())
print(lines(again) == lines(model))
from_json = keras.models.model_from_json(model.to_json())
print(lines(from_json) == lines(model))
print([w.shape for w in again.weights] == [w.shape for w in model.weights])`);
      expect(lines).toEqual(['True', 'True', 'True']);
    });

    it(`${kind} is cloned with weights of its own`, async () => {
      const lines = await printed(`${text}
clone = keras.models.clone_model(model)
print([w.shape for w in clone.weights] == [w.shape for w in model.weights])
print(np.allclose(clone.get_weights()[0], model.get_weights()[0]))
print([layer.name for layer in clone.layers] == [layer.name for layer in model.layers])
print(any(x is y for x in clone.layers for y in model.layers))`);
      expect(lines).toEqual(['True', 'False', 'True', 'False']);
    });
  }

  it('clone_function makes each layer', async () => {
    const lines = await printed(`${sequential}
def wider(layer):
    config = layer.get_config()
    if isinstance(layer, layers.Dense):
        config["units"] *= 2
    return layer.__class__.from_config(config)
print(keras.models.clone_model(model, clone_function=wider).output_shape)`);
    expect(lines).toEqual(['(None, 6)']);
  });

  it('to_json names classes by their public modules and calls by their tensors', async () => {
    const [text] = await printed(`${graph}print(model.to_json())`);
    const config = JSON.parse(text);
    expect([config.class_name, config.module]).toEqual(['Functional', 'keras.src.models.functional']);
    const out = config.config.layers.find((layer: { name: string }) => layer.name === 'both');
    expect(out.module).toBe('keras.layers');
    expect(out.inbound_nodes[0].args[0][0].config.keras_history).toEqual(['shared', 0, 0]);
    expect(config.config.output_layers).toEqual([
      ['out', 0, 0],
      ['shared', 0, 0].map((part, index) => (index === 1 ? 1 : part)),
    ]);
  });
});

describe('classes of the script', () => {
  const scale = `
@keras.saving.register_keras_serializable(package="mine")
class Scale(layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
    def call(self, x):
        return x * self.factor
    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
`;
  it('are found by their registered name', async () => {
    const lines = await printed(`${scale}
data = keras.saving.serialize_keras_object(Scale(3.0, name="s"))
print(data["registered_name"], data["class_name"], data["config"]["factor"])
again = keras.saving.deserialize_keras_object(data)
print(type(again).__name__, again.factor, again.name)`);
    expect(lines).toEqual(['mine>Scale Scale 3.0', 'Scale 3.0 s']);
  });

  it('are found in a scope and in custom_objects, and nowhere else', async () => {
    const run = await runSaving(`
config = {"class_name": "Other", "config": {}, "module": None, "registered_name": "Other"}
class Thing:
    @classmethod
    def from_config(cls, config):
        return cls()
with keras.saving.custom_object_scope({"Other": Thing}):
    print(type(keras.saving.deserialize_keras_object(config)).__name__)
print(type(keras.saving.deserialize_keras_object(config, custom_objects={"Other": Thing})).__name__)
keras.saving.deserialize_keras_object(config)`);
    expect(run.stdout).toBe('Thing\nThing\n');
    expect(run.stderr).toContain("TypeError: Could not locate class 'Other'.");
  });
});

describe('losses, metrics, optimizers', () => {
  it('are made again from their configs', async () => {
    const lines = await printed(`
loss = keras.losses.get(keras.losses.serialize(keras.losses.BinaryCrossentropy(from_logits=True)))
print(type(loss).__name__, loss.get_config()["from_logits"])
print(keras.losses.get("mse").__name__)
metric = keras.metrics.deserialize(keras.metrics.serialize(keras.metrics.TopKCategoricalAccuracy(k=2, name="top")))
print(metric.name, metric.get_config()["k"])
optimizer = keras.optimizers.deserialize(keras.optimizers.serialize(keras.optimizers.SGD(0.25, momentum=0.5)))
print(type(optimizer).__name__, optimizer.get_config()["learning_rate"], optimizer.get_config()["momentum"])
print(keras.activations.serialize(keras.activations.relu), keras.activations.deserialize("tanh").__name__)
decay = keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5))
again = keras.optimizers.Adam.from_config(decay.get_config())
print(again.get_config()["learning_rate"]["class_name"])`);
    expect(lines).toEqual([
      'BinaryCrossentropy True',
      'mean_squared_error',
      'top 2',
      'SGD 0.25 0.5',
      'relu tanh',
      'ExponentialDecay',
    ]);
  });
});
