/** What the checks warn of, in the styles that people write: functions, classes, loops, settings, data sets. */
import { expect, test } from 'vitest';
import { analyse } from './markers.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras import layers
from keras.models import Model, Sequential
from keras.layers import *

`;

/** A name, a program, and what is found: the text that is marked and the code. */
const programs: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  [
    'softmax-single-unit: config dict, loop',
    `cfg = {'hidden': [16, 8], 'out': 1, 'act': 'softmax'}
def build(cfg):
    m = Sequential()
    m.add(Input((4,)))
    for n in cfg['hidden']:
        m.add(Dense(n, activation='relu'))
    m.add(Dense(cfg['out'], activation=cfg['act']))
    return m
model = build(cfg)
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(np.random.random((12, 4)), np.arange(12) % 2)
`,
    [["cfg['act']", 'softmax-single-unit']],
  ],
  [
    'softmax-single-unit: class',
    `class Net(keras.Model):
    def __init__(self, classes=1):
        super().__init__()
        self.hidden = Dense(8, activation='relu')
        self.out = Dense(classes, activation='softmax')
    def call(self, x):
        return self.out(self.hidden(x))
model = Net()
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(np.random.random((12, 4)), np.arange(12) % 2)
`,
    [["'softmax'", 'softmax-single-unit']],
  ],
  [
    'softmax-single-unit: in the call of a class',
    `class Net(keras.Model):
    def __init__(self, classes=1):
        super().__init__()
        self.hidden = Dense(8, activation='relu')
        self.out = Dense(classes)
    def call(self, x):
        return tf.nn.softmax(self.out(self.hidden(x)))
model = Net()
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(np.random.random((12, 4)), np.arange(12) % 2)
`,
    [['tf.nn.softmax(self.out(self.hidden(x)))', 'softmax-single-unit']],
  ],
  [
    'crossentropy-on-logits: argparse',
    `import argparse
p = argparse.ArgumentParser()
p.add_argument('--classes', type=int, default=3)
p.add_argument('--loss', default='sparse_categorical_crossentropy')
args = p.parse_args()
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(args.classes)])
model.compile(loss=args.loss, optimizer='adam')
model.fit(np.random.random((12, 4)), np.arange(12) % 3)
`,
    [['Dense(args.classes)', 'crossentropy-on-logits']],
  ],
  [
    'crossentropy-on-logits: subclass',
    `class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.a = Dense(8, activation='relu')
        self.b = Dense(3)
    def call(self, x):
        return self.b(self.a(x))
model = Net()
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(np.random.random((12, 4)), np.arange(12) % 3)
`,
    [['Dense(3)', 'crossentropy-on-logits']],
  ],
  [
    'from-logits-after-softmax: subclass',
    `class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.a = Dense(8, activation='relu')
        self.b = Dense(3, activation='softmax')
    def call(self, x):
        return self.b(self.a(x))
model = Net()
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), optimizer='adam')
model.fit(np.random.random((12, 4)), np.arange(12) % 3)
`,
    [['from_logits=True', 'from-logits-after-softmax']],
  ],
  [
    'from-logits-after-softmax: custom train_step',
    `class Net(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            p = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=p)
        g = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(g, self.trainable_variables))
        return {'loss': loss}
i = Input((4,))
model = Net(i, Dense(3, activation='softmax')(i))
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), optimizer='adam')
model.fit(np.random.random((12, 4)), np.arange(12) % 3)
`,
    [['from_logits=True', 'from-logits-after-softmax']],
  ],
  [
    'sigmoid many classes: function',
    `def get_data():
    return np.random.random((12, 4)), np.random.randint(0, 5, size=(1200,))[:12]
x, y = np.random.random((1200, 4)), np.random.randint(0, 5, size=1200)
def make_model(n_in):
    i = Input((n_in,))
    return Model(i, Dense(1, activation='sigmoid')(Dense(8, activation='relu')(i)))
model = make_model(x.shape[1])
model.compile('adam', 'binary_crossentropy')
model.fit(x, y)
`,
    [['y', 'sigmoid-many-classes']],
  ],
  [
    'mse broadcast: subclass in class',
    `class Trainer:
    def __init__(self):
        self.model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3)])
        self.model.compile(optimizer='adam', loss='mse')
    def run(self, x, y):
        return self.model.fit(x, y, epochs=2)
Trainer().run(np.random.random((12, 4)), np.random.random((12, 1)))
`,
    [['y', 'regression-broadcast']],
  ],
  [
    'accuracy on regression: loop',
    `for units in (8, 16):
    model = Sequential([Input((4,)), Dense(units, activation='relu'), Dense(1)])
    model.compile(loss='mse', optimizer='adam', metrics=['accuracy'])
    model.fit(np.random.random((12, 4)), np.random.random((12, 1)))
`,
    [["'accuracy'", 'accuracy-on-regression']],
  ],
  [
    'relu head: dict',
    `params = dict(loss='categorical_crossentropy', optimizer='adam')
model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(3, activation='relu')])
model.compile(**params)
model.fit(np.random.random((12, 4)), keras.utils.to_categorical(np.arange(12) % 3))
`,
    [["'relu'", 'activation-not-probability']],
  ],
  [
    'dense without nonlinearity: loop',
    `model = Sequential()
model.add(Input((4,)))
for n in [64, 32, 16]:
    model.add(Dense(n))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam')
`,
    [['Dense(n)', 'dense-without-nonlinearity']],
  ],
  [
    'unscaled: function',
    `def load():
    (x, y), (t, u) = keras.datasets.cifar10.load_data()
    return x.astype('float32'), y, t.astype('float32'), u
x, y, t, u = load()
model = Sequential([Input((32, 32, 3)), Conv2D(8, 3, activation='relu'), Flatten(), Dense(10, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y, validation_data=(t, u))
`,
    [['x', 'unscaled-inputs']],
  ],
  [
    'scaled labels',
    `(x, y), (t, u) = keras.datasets.mnist.load_data()
x, y = x / 255.0, y / 255.0
model = Sequential([Input((28, 28)), Flatten(), Dense(10, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y)
`,
    [['y', 'scaled-labels']],
  ],
  [
    'shuffled apart',
    `x, y = np.random.random((12, 4)), np.arange(12) % 2
np.random.shuffle(x)
model = Sequential([Input((4,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x, y)
`,
    [['np.random.shuffle(x)', 'shuffled-apart']],
  ],
  [
    'shuffled apart by permutation twice',
    `x, y = np.random.random((12, 4)), np.arange(12) % 2
x = x[np.random.permutation(len(x))]
y = y[np.random.permutation(len(y))]
model = Sequential([Input((4,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x, y)
`,
    [['np.random.permutation(len(y))', 'shuffled-apart']],
  ],
  [
    'validation is training, tf.data',
    `ds = tf.data.Dataset.from_tensor_slices((np.random.random((12, 4)), np.arange(12) % 2)).batch(4)
model = Sequential([Input((4,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(ds, validation_data=ds)
`,
    [['ds', 'validation-is-training']],
  ],
  [
    'frozen',
    `model = Sequential([Input((4,)), Dense(8, activation='relu'), Dense(1, activation='sigmoid')])
for l in model.layers:
    l.trainable = False
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(np.random.random((12, 4)), np.arange(12) % 2)
`,
    [['model.fit(np.random.random((12, 4)), np.arange(12) % 2)', 'frozen-model']],
  ],
  [
    'temperature',
    `class Scaled(keras.layers.Layer):
    def __init__(self, temperature=0.0, **kw):
        super().__init__(**kw)
        self.temperature = temperature
    def call(self, x):
        return keras.ops.softmax(x / self.temperature)
i = Input((4,))
model = Model(i, Scaled()(Dense(3)(i)))
`,
    [['0.0', 'temperature-not-positive']],
  ],
  [
    'temperature after softmax',
    `T = 2.0
i = Input((4,))
p = Dense(3, activation='softmax')(i)
model = Model(i, Softmax()(p / T))
`,
    [['Softmax()', 'softmax-twice']],
  ],
  [
    'dead settings',
    `x, y = np.random.random((12, 4)), np.arange(12) % 2
model = Sequential([Input((4,)), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
options = dict(validation_split=0.2, validation_data=(x[:3], y[:3]), epochs=2)
model.fit(x[3:], y[3:], **options)
`,
    [['model.fit(x[3:], y[3:], **options)', 'dead-validation-split']],
  ],
  [
    'one-hot labels with sparse: subclass custom step',
    `class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.d = Dense(3, activation='softmax')
    def call(self, x):
        return self.d(x)
model = Net()
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(np.random.random((12, 4)), np.eye(3)[np.arange(12) % 3])
`,
    [['np.eye(3)[np.arange(12) % 3]', 'label-shape']],
  ],
  [
    'multi-hot softmax',
    `x, y = np.random.random((120, 4)), np.random.randint(0, 2, size=(120, 5))
model = Sequential([Input((4,)), Dense(5, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(x, y)
`,
    [['y', 'softmax-multi-hot']],
  ],
  [
    'mnist slices',
    `(x, y), _ = keras.datasets.mnist.load_data()
ds = tf.data.Dataset.from_tensor_slices((x[..., None], y)).shuffle(1000).batch(32)
model = Sequential([Input((28, 28, 1)), Conv2D(8, 3, activation='relu'), Flatten(), Dense(10, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(ds)
`,
    [['ds', 'unscaled-inputs']],
  ],
];

test.each(programs)('%s', async (_name, program, expected) => {
  const text = start + program;
  const { findings } = await analyse(text, '3');
  const found = findings.map(({ span, code }) => [text.slice(span.start.offset, span.end.offset), code]);
  expect(found).toEqual(expected);
});
