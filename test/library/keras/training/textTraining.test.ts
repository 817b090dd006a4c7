/** Training on text: what lookup layers give for a batch are inputs of the traced step. */
import { expect, test } from 'vitest';
import { analyseKeras, runKeras } from '../program.ts';

async function lines(text: string): Promise<string[]> {
  const run = await runKeras(
    `import keras\nimport numpy as np\nimport tensorflow as tf\nfrom keras import layers\n${text}`,
  );
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd().split('\n');
}

const pair = `
v = layers.TextVectorization(vocabulary=["cat", "dog", "sun"], output_sequence_length=3)
x = np.array(["cat dog", "sun", "dog dog cat", "sun sun", "cat"])
y = np.array([0., 1., 0., 1., 0.])
def make(front):
    keras.utils.set_random_seed(3)
    m = keras.Sequential(front + [layers.Embedding(5, 4), layers.GlobalAveragePooling1D(), layers.Dense(1, activation="sigmoid")])
    m.compile(optimizer=keras.optimizers.Adam(0.05), loss="binary_crossentropy", metrics=["accuracy"])
    return m
on_text, on_ids, ids = make([v]), make([]), v(x)
`;

test('a model on text learns what the rest of it learns on the indices', async () => {
  const found = await lines(`${pair}
weights = {0: 1.0, 1: 2.0}
def train(m, x):
    h = m.fit(x, y, batch_size=2, epochs=3, shuffle=False, verbose=0, validation_data=(x, y), class_weight=weights).history
    return [h, m.evaluate(x, y, verbose=0), m.train_on_batch(x, y), m.test_on_batch(x, y)]
first, second = train(on_text, x), train(on_ids, ids)
print(first == second, sorted(first[0]), first[0]["loss"][2] < first[0]["loss"][0])
print(all(np.array_equal(a, b) for a, b in zip(on_text.get_weights(), on_ids.get_weights())))
h = on_text.fit(x, y, epochs=2, batch_size=2, verbose=0, validation_split=0.4)
print(len(h.history["val_loss"]))
`);
  expect(found).toEqual(["True ['accuracy', 'loss', 'val_accuracy', 'val_loss'] True", 'True', '2']);
});

test('each batch is looked up, not the first one again', async () => {
  // The bag of words [UNK], cat, dog through a layer of ones is the number of different tokens.
  const found = await lines(`
v = layers.TextVectorization(vocabulary=["cat", "dog"], output_mode="multi_hot")
m = keras.Sequential([v, layers.Dense(1, kernel_initializer="ones")])
m.compile("sgd", "mse")
x = np.array(["cat", "dog cat", "mouse cat dog", "cat cat"])
y = np.array([1., 2., 3., 1.])
print(m.evaluate(x, y, batch_size=1, verbose=0), m.evaluate(x, y + 2, batch_size=3, verbose=0))
ds = tf.data.Dataset.from_tensor_slices((x, y)).batch(2)
print(m.evaluate(ds, verbose=0), m.predict(ds.map(lambda a, b: a), verbose=0).ravel().tolist())
m.predict(x, batch_size=3)
`);
  expect(found.slice(0, 2)).toEqual(['0.0 4.0', '0.0 [1.0, 2.0, 3.0, 1.0]']);
  expect(found.at(-1)).toContain('2/2');
});

test('text beside numbers, in dicts, of any length and through tf.strings', async () => {
  const found = await lines(`
text = keras.Input((1,), dtype="string", name="text")
size = keras.Input((2,), name="size")
t = layers.Embedding(5, 1, embeddings_initializer="ones")(layers.TextVectorization(vocabulary=["cat", "dog", "sun"])(text))
k = layers.StringLookup(vocabulary=["cat", "sun"], output_mode="one_hot")(text)
n = layers.Lambda(lambda s: tf.cast(tf.strings.length(s), "float32"))(text)
m = keras.Model([text, size], layers.Dense(1, kernel_initializer="ones")(layers.Concatenate()([layers.GlobalAveragePooling1D()(t), k, n, size])))
m.compile("sgd", "mse")
data = {"text": np.array(["cat dog sun", "sun", "dog dog"]), "size": np.array([[1., 2.], [3., 4.], [5., 6.]])}
# 1 for the mean of ones, 1 for the category, the number of letters, and the sizes.
y = np.array([16., 12., 20.])
print(m.evaluate(data, y, verbose=0, batch_size=1), m.predict(data, verbose=0, batch_size=2).ravel().tolist())
ds = tf.data.Dataset.from_tensor_slices((data, y)).batch(2)
print(m.evaluate(ds, verbose=0), m.fit(ds, epochs=1, verbose=0).history["loss"])
`);
  expect(found).toEqual(['0.0 [16.0, 12.0, 20.0]', '0.0 [0.0]']);
});

test('a trained model behind its vectorizer is evaluated on raw text', async () => {
  const found = await lines(`${pair}
train = tf.data.Dataset.from_tensor_slices((x, y)).batch(2).map(lambda a, b: (v(tf.expand_dims(a, -1)), b))
on_ids.compile(loss=keras.losses.BinaryCrossentropy(), optimizer="adam", metrics=[tf.metrics.BinaryAccuracy(threshold=0.5)])
on_ids.fit(train, epochs=2, verbose=0)
export = keras.Sequential([v, on_ids, layers.Activation("linear")])
export.compile(loss=keras.losses.BinaryCrossentropy(from_logits=False), optimizer="adam", metrics=["accuracy"])
raw = tf.data.Dataset.from_tensor_slices((x, y)).batch(2)
print(np.allclose(export.evaluate(raw, verbose=0), on_ids.evaluate(train, verbose=0)))
`);
  expect(found).toEqual(['True']);
});

test('a subclassed model with a step of its own takes text', async () => {
  const found = await lines(`
class Words(keras.Model):
    def __init__(self):
        super().__init__()
        self.v = layers.TextVectorization(vocabulary=["cat", "dog"], output_mode="multi_hot")
        self.d = layers.Dense(1, kernel_initializer="zeros", use_bias=False)
    def call(self, x):
        return self.d(self.v(x))
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((y - self(x, training=True)[:, 0]) ** 2)
        g = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(g, self.trainable_variables))
        return {"loss": loss}
m = Words()
m.compile(keras.optimizers.SGD(0.5), "mse")
h = m.fit(np.array(["cat", "dog"]), np.array([1., 3.]), batch_size=1, shuffle=False, verbose=0)
# A step moves the weight of the batch's only word by 0.5 * 2 * y.
print(h.history["loss"], m.get_weights()[0].ravel().tolist())
`);
  expect(found).toEqual(['[9.0] [0.0, 1.0, 3.0]']);
});

test('typing: text trains without findings, and predictions have their shape', async () => {
  const analysed = await analyseKeras(`import keras
import numpy as np
import tensorflow as tf
from keras import layers
${pair}
on_text.fit(x, y, epochs=2, batch_size=2, class_weight={0: 1.0, 1: 2.0})
on_text.evaluate(tf.data.Dataset.from_tensor_slices((x, y)).batch(2))
p = on_text.predict(x)
print(p.shape)
p.reshape(5, 1)
`);
  expect(analysed.findings).toEqual([]);
  const wrong = await analyseKeras(`import keras
import numpy as np
from keras import layers
${pair}
on_text.fit(x, y[:4])
`);
  expect(wrong.findings.map(finding => finding.code)).toEqual(['cardinality']);
});

test('layers that hash integers train inside a model', async () => {
  const found = await lines(`
x = np.array([[1], [2], [3], [70]])
y = np.arange(4.)
number, text = keras.Input((1,), dtype="int64"), keras.Input((1,), dtype="string")
hashed, crossed = layers.Hashing(5, output_mode="one_hot"), layers.HashedCrossing(7, output_mode="one_hot")
def trained(out, inputs, data, bins):
    m = keras.Model(inputs, layers.Dense(1, kernel_initializer="zeros", use_bias=False)(out))
    m.compile(keras.optimizers.SGD(0.5), "mse")
    m.fit(data, y, batch_size=1, verbose=0, shuffle=False)
    # A step sets the weight of the sample's bin to its label.
    wanted = np.zeros(bins.shape[1])
    for row, label in zip(np.asarray(bins), y):
        wanted[row.argmax()] = label
    return np.allclose(m.get_weights()[0].ravel(), wanted)
print(trained(hashed(number), number, x, hashed(x)))
z = np.array([["a"], ["b"], ["c"], ["a"]])
print(trained(crossed([number, text]), [number, text], [x, z], crossed([x, z])))
`);
  expect(found).toEqual(['True', 'True']);
});

test('labels that are text are refused as such, running and typing', async () => {
  const script = `import keras
import numpy as np
m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
m.compile("adam", "mse")
m.fit(np.zeros((3, 2)), np.array(["cat", "dog", "cat"]))
`;
  const run = await runKeras(script);
  expect(run.stderr).toContain('ValueError: Invalid dtype: str96');
  const { findings } = await analyseKeras(script);
  expect(findings.map(({ code, span }) => [code, span?.start.line])).toEqual([['labels-text', 5]]);
});
