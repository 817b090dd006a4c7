/** Correct programs that lie next to what the checks warn of: nothing is said about any. */
import { expect, test } from 'vitest';
import { formatMessage } from '../../src/python/message.ts';
import { analyse } from './markers.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras import layers
from keras.models import Model, Sequential
from keras.layers import *

`;

/** A softmax over three classes, trained, and its predictions. */
const trained = `x, y = np.random.random((12, 4)), np.arange(12) % 3
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y, verbose=0)
p = model.predict(x)
`;

const programs: Readonly<Record<string, string>> = {
  'softmax over one unit, attention over axis 1': `x, y = np.random.random((12, 5, 4)), np.arange(12) % 2
i = Input((5, 4))
score = Dense(1, activation='tanh')(i)
weights = Softmax(axis=1)(score)
context = layers.Dot(axes=1)([weights, i])
model = Model(i, Dense(1, activation='sigmoid')(Flatten()(context)))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x, y, verbose=0)
`,
  'a narrow linear layer at each step, flattened before the next': `x, y = np.random.random((12, 10, 8)), np.random.random(12)
model = Sequential([Input((10, 8)), Dense(2), Flatten(), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, verbose=0)
`,
  'a linear layer whose output another model gives': `x, y = np.random.random((12, 10)), np.random.random((12, 6))
i = Input((10,))
code = Dense(8, name='code')(i)
model = Model(i, Dense(6)(code))
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, verbose=0)
encoder = Model(i, code)
print(encoder.predict(x).shape)
`,
  'bce on multi-label float': `x, y = np.random.random((12, 4)), np.random.randint(0, 2, (12, 3)).astype('float32')
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['binary_accuracy'])
model.fit(x, y, verbose=0)
`,
  'logits with from_logits via tf.nn': `x, y = np.random.random((12, 4)), np.arange(12) % 3
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3)])
def loss(y_true, y_pred):
    return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.cast(tf.reshape(y_true, [-1]), tf.int32), logits=y_pred))
model.compile(loss=loss, optimizer='adam')
model.fit(x, y, verbose=0)
`,
  'softmax by layers.Activation later': `x, y = np.random.random((12, 4)), np.arange(12) % 3
model = Sequential()
model.add(Input((4,)))
model.add(Dense(8)); model.add(Activation('relu'))
model.add(Dense(3)); model.add(Activation('softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y, verbose=0)
`,
  'linear hidden after embedding, bottleneck': `i = Input((10,))
z = Dense(2)(Dense(8, activation='relu')(i))
o = Dense(10, activation='sigmoid')(Dense(8, activation='relu')(z))
model = Model(i, o)
model.compile(loss='mse', optimizer='adam')
model.fit(np.random.random((12, 10)), np.random.random((12, 10)), verbose=0)
`,
  'dense then BN then relu': `model = Sequential([Input((4,)), Dense(8, use_bias=False), BatchNormalization(), ReLU(), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(np.random.random((12, 4)), np.random.random((12, 1)), verbose=0)
`,
  'dense then prelu': `model = Sequential([Input((4,)), Dense(8), PReLU(), Dense(8), LeakyReLU(), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(np.random.random((12, 4)), np.random.random((12, 1)), verbose=0)
`,
  'dense two with normalisation between': `model = Sequential([Input((4,)), Dense(8), LayerNormalization(), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(np.random.random((12, 4)), np.random.random((12, 1)), verbose=0)
`,
  'unscaled but normalized by layer': `x = np.random.randint(0, 256, (12, 64)).astype('float32')
norm = Normalization(); norm.adapt(x)
model = Sequential([Input((64,)), norm, Dense(8, activation='relu'), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x, np.arange(12) % 2, verbose=0)
`,
  'embeddings get integers up to 255': `x = np.random.randint(0, 256, (12, 6))
model = Sequential([Input((6,)), Embedding(256, 8), Flatten(), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x, np.arange(12) % 2, verbose=0)
`,
  'autoencoder of pixels scaled': `(x, _), (t, _) = keras.datasets.mnist.load_data()
x = x.reshape(-1, 784).astype('float32') / 255
model = Sequential([Input((784,)), Dense(32, activation='relu'), Dense(784, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x, x, verbose=0)
`,
  gan: `def make_g():
    return Sequential([Input((8,)), Dense(16, activation='relu'), Dense(4, activation='tanh')])
def make_d():
    m = Sequential([Input((4,)), Dense(16, activation='relu'), Dense(1, activation='sigmoid')])
    m.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
    return m
d, g = make_d(), make_g()
d.trainable = False
z = Input((8,))
gan = Model(z, d(g(z)))
gan.compile(loss='binary_crossentropy', optimizer='adam')
for step in range(2):
    d.train_on_batch(np.random.random((4, 4)), np.ones((4, 1)))
    gan.train_on_batch(np.random.normal(size=(4, 8)), np.ones((4, 1)))
`,
  'shuffled with one permutation': `x, y = np.random.random((12, 4)), np.arange(12) % 2
p = np.random.permutation(len(x))
x, y = x[p], y[p]
model = Sequential([Input((4,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x, y, verbose=0)
`,
  'shuffled with the same seed': `x, y = np.random.random((12, 4)), np.arange(12) % 2
np.random.seed(0)
np.random.shuffle(x)
np.random.seed(0)
np.random.shuffle(y)
model = Sequential([Input((4,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x, y, verbose=0)
`,
  'fine tuning: unfreeze': `base = Sequential([Input((4,)), Dense(8, activation='relu')])
base.trainable = False
model = Sequential([base, Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(np.random.random((12, 4)), np.arange(12) % 2, verbose=0)
for layer in base.layers[-1:]:
    layer.trainable = True
model.compile(loss='binary_crossentropy', optimizer=keras.optimizers.Adam(1e-5))
model.fit(np.random.random((12, 4)), np.arange(12) % 2, verbose=0)
`,
  'regression of integers with mae metric': `x, y = np.random.random((12, 4)), np.random.randint(0, 100, 12)
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(1)])
model.compile(loss='mse', optimizer='adam', metrics=['mae'])
model.fit(x, y, verbose=0)
`,
  'non-negative regression with relu output': `x, y = np.random.random((12, 4)), np.random.random((12, 1))
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(1, activation='relu')])
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, verbose=0)
`,
  'temperature above one over logits': `T = 2.0
x, y = np.random.random((12, 4)), np.arange(12) % 3
i = Input((4,))
logits = Dense(3)(Dense(8, activation='relu')(i))
model = Model(i, Softmax()(logits / T))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y, verbose=0)
`,
  distillation: `teacher = Sequential([Input((4,)), Dense(3)])
T = 3
soft = keras.ops.softmax(teacher(np.random.random((12, 4)).astype('float32')) / T)
`,
  'early stopping with patience, restore': `x, y = np.random.random((12, 4)), np.arange(12) % 2
model = Sequential([Input((4,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
cb = [keras.callbacks.EarlyStopping(monitor='val_loss', patience=3, restore_best_weights=True), keras.callbacks.ModelCheckpoint('m.keras', monitor='val_accuracy', save_best_only=True), keras.callbacks.ReduceLROnPlateau(patience=2)]
model.fit(x, y, validation_split=0.25, epochs=3, callbacks=cb, verbose=0)
`,
  'two heads': `x = np.random.random((12, 4))
i = Input((4,))
h = Dense(8, activation='relu')(i)
a = Dense(3, activation='softmax', name='kind')(h)
b = Dense(1, name='price')(h)
model = Model(i, [a, b])
model.compile(loss={'kind': 'sparse_categorical_crossentropy', 'price': 'mse'}, metrics={'kind': 'accuracy', 'price': 'mae'}, optimizer='adam')
model.fit(x, {'kind': np.arange(12) % 3, 'price': np.random.random((12, 1))}, verbose=0)
`,
  'sequence labels': `x, y = np.random.randint(0, 50, (12, 7)), np.random.randint(0, 5, (12, 7))
model = Sequential([Input((7,)), Embedding(50, 8), LSTM(8, return_sequences=True), TimeDistributed(Dense(5, activation='softmax'))])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x, y, verbose=0)
`,
  segmentation: `x, y = np.random.random((4, 16, 16, 3)), np.random.randint(0, 2, (4, 16, 16, 1))
i = Input((16, 16, 3))
h = Conv2D(8, 3, padding='same', activation='relu')(i)
model = Model(i, Conv2D(1, 1, activation='sigmoid')(h))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x, y, verbose=0)
`,
  'hinge with tanh': `x, y = np.random.random((12, 4)), np.arange(12) % 2 * 2 - 1
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(1, activation='tanh')])
model.compile(loss='hinge', optimizer='adam')
model.fit(x, y, verbose=0)
`,
  'soft labels': `x, y = np.random.random((12, 4)), np.random.dirichlet(np.ones(3), 12)
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(x, y, verbose=0)
`,
  'label smoothing': `x, y = np.random.random((12, 4)), keras.utils.to_categorical(np.arange(12) % 3) * 0.9 + 0.1 / 3
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3, activation='softmax')])
model.compile(loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.1), optimizer='adam')
model.fit(x, y, verbose=0)
`,
  'logistic regression: two linear inputs': `a, b = Input((4,)), Input((3,))
o = Dense(1, activation='sigmoid')(Add()([Dense(8)(a), Dense(8)(b)]))
`,
  'residual of linear layers': `i = Input((8,))
h = Dense(8, activation='relu')(i)
o = Dense(1)(Add()([i, Dense(8)(h)]))
model = Model(i, o)
model.compile(loss='mse', optimizer='adam')
model.fit(np.random.random((12, 8)), np.random.random((12, 1)), verbose=0)
`,
  'subclassed with logits': `class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.a = Dense(8, activation='relu')
        self.b = Dense(3)
    def call(self, x):
        return self.b(self.a(x))
model = Net()
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), optimizer='adam')
model.fit(np.random.random((12, 4)), np.arange(12) % 3, verbose=0)
`,
  'dueling q network': `i = Input((4,))
h = Dense(8, activation='relu')(i)
v = Dense(1)(h)
adv = Dense(2)(h)
q = v + adv - keras.ops.mean(adv, axis=1, keepdims=True)
model = Model(i, q)
model.compile(loss='mse', optimizer='adam')
model.fit(np.random.random((12, 4)), np.random.random((12, 2)), verbose=0)
`,
  'images with rescaling': `train = keras.utils.image_dataset_from_directory('data/train', image_size=(32, 32))
model = Sequential([Input((32, 32, 3)), Rescaling(1./255), Conv2D(8, 3, activation='relu'), Flatten(), Dense(2, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(train)
`,
  'images with map': `train = keras.utils.image_dataset_from_directory('data/train', image_size=(32, 32))
norm = layers.Rescaling(1./255)
train = train.map(lambda x, y: (norm(x), y))
model = Sequential([Input((32, 32, 3)), Conv2D(8, 3, activation='relu'), Flatten(), Dense(2, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(train)
`,
  'images with augmentation': `train = keras.utils.image_dataset_from_directory('data/train', image_size=(32, 32))
aug = Sequential([layers.RandomFlip('horizontal'), layers.RandomRotation(0.1)])
i = Input((32, 32, 3))
h = aug(i)
h = layers.Rescaling(1./255)(h)
h = Conv2D(8, 3, activation='relu')(h)
model = Model(i, Dense(2, activation='softmax')(Flatten()(h)))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(train)
`,
  pretrained: `train = keras.utils.image_dataset_from_directory('data/train', image_size=(160, 160))
base = keras.applications.MobileNetV2(input_shape=(160, 160, 3), include_top=False, weights=None)
i = Input((160, 160, 3))
h = keras.applications.mobilenet_v2.preprocess_input(i)
h = base(h)
model = Model(i, Dense(2, activation='softmax')(GlobalAveragePooling2D()(h)))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(train)
`,
  'pretrained vgg': `train = keras.utils.image_dataset_from_directory('data/train', image_size=(160, 160))
base = keras.applications.VGG16(input_shape=(160, 160, 3), include_top=False, weights=None)
i = Input((160, 160, 3))
h = base(i)
model = Model(i, Dense(2, activation='softmax')(GlobalAveragePooling2D()(h)))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(train)
`,
  'mnist slices mapped': `(x, y), _ = keras.datasets.mnist.load_data()
def norm(image, label):
    return tf.cast(image, tf.float32) / 255.0, label
ds = tf.data.Dataset.from_tensor_slices((x[..., None], y)).map(norm, num_parallel_calls=tf.data.AUTOTUNE).shuffle(1000).batch(32)
model = Sequential([Input((28, 28, 1)), Conv2D(8, 3, activation='relu'), Flatten(), Dense(10, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(ds)
`,
  'mnist slices mapped by image ops': `(x, y), _ = keras.datasets.mnist.load_data()
def norm(image, label):
    return tf.image.convert_image_dtype(image, tf.float32), label
ds = tf.data.Dataset.from_tensor_slices((x[..., None], y)).map(norm).batch(32)
model = Sequential([Input((28, 28, 1)), Conv2D(8, 3, activation='relu'), Flatten(), Dense(10, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(ds)
`,
  'place of the largest taken apart in one call': `${trained}row, column = np.unravel_index(np.argmax(p), p.shape)
`,
  'place of the largest taken apart by its name': `${trained}place = int(np.argmax(p))
row = place // 3
column = place % 3
`,
  'place of the largest from a function, divided by another': `${trained}def surest(scores):
    best = scores.argmax()
    return best

def parts(place, width):
    return divmod(place, width)

print(parts(surest(p), 3))
`,
  'place of the largest in scores laid end to end': `${trained}flat = p.ravel()
best = np.argmax(p)
print(flat[best], p.reshape(-1)[best])
`,
  'the largest score by its place': `${trained}best = p.argmax()
print(p.item(best), np.take(p.flatten(), [0]))
`,
};

test.each(Object.entries(programs))('%s', async (_name, program) => {
  const { findings } = await analyse(start + program, '3');
  expect(findings.map(item => `${item.code}: ${formatMessage(item.message)}`)).toEqual([]);
});

test('the vocabulary of an Embedding behind other layers of Keras 2', async () => {
  const { findings } = await analyse(
    `${start}
lookup = tf.keras.layers.StringLookup()
lookup.adapt(tf.constant([['a'], ['b'], ['c']]))
model = tf.keras.Sequential([
    tf.keras.layers.InputLayer(input_shape=[], dtype=tf.string),
    lookup,
    tf.keras.layers.Embedding(input_dim=lookup.vocabulary_size(), output_dim=2),
])
inner = Sequential([Input((4,)), Dropout(0.1), Embedding(input_dim=10, input_length=4, output_dim=3)])
`,
    '2',
  );
  expect(findings.map(item => `${item.code}: ${formatMessage(item.message)}`)).toEqual([]);
});
