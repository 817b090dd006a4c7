/**
 * The same mistakes in other programs: functional graphs, several inputs and outputs, data sets, generators, validation
 * data, weights, nested and subclassed models. What Keras raises is an error at the expression to blame; what it runs is
 * none. The outcomes follow from Keras 3.3.3's own code.
 */
import { model, sparse, testVariants, type Variant } from './variants.ts';

const two = (losses: string) => `i = Input((10,))
h = Dense(8, activation='relu')(i)
m = Model(i, [Dense(3, activation='softmax', name='kind')(h), Dense(1, name='size')(h)])
m.compile(loss=${losses}, optimizer='adam')
`;
const both = "{'kind': 'sparse_categorical_crossentropy', 'size': 'mse'}";
const own = (body: string, members = '') => `class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = Dense(8, activation='relu')
        self.out = Dense(3, activation='softmax')

    def call(self, inputs):
        ${body}
${members}
m = Net()
m.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
`;

const variants: readonly Variant[] = [
  // validation data, evaluate, train_on_batch
  [
    'validation labels of another kind',
    `${model()}m.fit(x, hot, validation_data=(x, ints))`,
    ['ints', 'label-shape'],
  ],
  ['validation labels that fit', `${model()}m.fit(x, hot, validation_data=(x[:32] * 0.5, hot[:32]))`, null],
  [
    'validation data of another width',
    `${model()}m.fit(x, hot, validation_data=(x[:, :9], hot))`,
    ['x[:, :9]', 'input-shape'],
  ],
  [
    'fewer validation labels',
    `${model()}m.fit(x, hot, validation_data=(x, hot[:9]))`,
    ['hot[:9]', 'cardinality'],
  ],
  ['evaluate with other labels', `${model()}m.evaluate(x, ints)`, ['ints', 'label-shape']],
  ['evaluate that fits', `${sparse}m.evaluate(x, ints)`, null],
  ['train_on_batch with other labels', `${model()}m.train_on_batch(x, ints)`, ['ints', 'label-shape']],
  ['predict of a single row', `${model()}m.predict(x[0])`, ['x[0]', 'input-rank']],
  ['predict of one row kept', `${model()}m.predict(x[:1])`, null],
  ['predict without compile', `m = Sequential([Input((10,)), Dense(3)])\nm.predict(x)`, null],
  [
    'evaluate without compile',
    `m = Sequential([Input((10,)), Dense(3)])\nm.evaluate(x, hot)`,
    ['m.evaluate(x, hot)', 'not-compiled'],
  ],
  // weights
  [
    'class weights in a list',
    `${sparse}m.fit(x, ints, class_weight=[1, 2, 3])`,
    ['[1, 2, 3]', 'class-weight'],
  ],
  ['class weights in a dict', `${sparse}m.fit(x, ints, class_weight={0: 1.0, 1: 2.0, 2: 3.0})`, null],
  ['unknown class weights', `${model()}m.fit(x, ints, class_weight=np.load('w'))`, ['ints', 'label-shape']],
  [
    'fewer sample weights',
    `${sparse}m.fit(x, ints, sample_weight=np.ones(95))`,
    ['np.ones(95)', 'cardinality'],
  ],
  ['a weight for each sample', `${sparse}m.fit(x, ints, sample_weight=np.ones(96))`, null],
  // ranges: a bound is no occurrence
  ['labels from 1', `${sparse}m.fit(x, ints + 1)`, ['ints + 1', 'label-range']],
  ['labels that are clipped', `${sparse}m.fit(x, np.clip(ints, 0, 5))`, null],
  ['few labels that may not reach the bound', `${sparse}m.fit(x[:2], np.random.randint(0, 4, size=2))`, null],
  [
    'many labels that do',
    `${sparse}m.fit(x, np.random.randint(0, 4, size=96))`,
    ['np.random.randint(0, 4, size=96)', 'label-range'],
  ],
  [
    'the first of many',
    `${sparse}w = np.random.randint(0, 4, size=960)\nm.fit(x, w[:96])`,
    ['w[:96]', 'label-range'],
  ],
  [
    'chosen by their value',
    `${sparse}w = np.random.randint(0, 4, size=960)\nw = w[w < 3][:96]\nm.fit(x[:len(w)], w)`,
    null,
  ],
  [
    'sorted, and the smallest',
    `${sparse}w = np.random.randint(0, 4, size=96)\nm.fit(x[:20], w[np.argsort(w)[:20]])`,
    null,
  ],
  ['remapped in place', `${sparse}w = np.random.randint(0, 4, size=96)\nw[w == 3] = 0\nm.fit(x, w)`, null],
  [
    'split by chance',
    `${sparse}from sklearn.model_selection import train_test_split
w = np.random.randint(0, 4, size=96)
a, b, c, d = train_test_split(x, w, test_size=0.25)
m.fit(a, c)`,
    ['c', 'label-range'],
  ],
  // several inputs and outputs
  [
    'labels for one of two outputs in a list',
    `${two("['sparse_categorical_crossentropy', 'mse']")}m.fit(x, [ints, numbers])`,
    null,
  ],
  [
    'losses in a list that is too short',
    `${two("['mse']")}m.fit(x, [ints, numbers])`,
    ["['mse']", 'output-count'],
  ],
  [
    'a key that no output has',
    `${two("{'kinds': 'mse', 'size': 'mse'}")}m.fit(x, [hot, numbers])`,
    ["{'kinds': 'mse', 'size': 'mse'}", 'output-names'],
  ],
  ['labels by name', `${two(both)}m.fit(x, {'kind': ints, 'size': numbers})`, null],
  [
    'one-hot labels by name under a sparse loss',
    `${two(both)}m.fit(x, {'kind': hot, 'size': numbers})`,
    ['hot', 'label-shape'],
  ],
  [
    'one array for two inputs',
    `a, b = Input((10,)), Input((4,))
m = Model([a, b], Dense(1)(Concatenate()([a, b])))
m.compile(loss='mse', optimizer='adam')
m.fit(x, numbers)`,
    ['x', 'input-count'],
  ],
  [
    'inputs in the wrong order',
    `a, b = Input((10,)), Input((4,))
m = Model([a, b], Dense(1)(Concatenate()([a, b])))
m.compile(loss='mse', optimizer='adam')
m.fit([x[:, :4], x], numbers)`,
    ['[x[:, :4], x]', 'input-shape'],
  ],
  [
    'inputs by name',
    `a, b = Input((10,), name='a'), Input((4,), name='b')
m = Model([a, b], Dense(1)(Concatenate()([a, b])))
m.compile(loss='mse', optimizer='adam')
m.fit({'b': x[:, :4], 'a': x}, numbers)`,
    null,
  ],
  // functional graphs, nested models
  ['a shortcut of another width', `i = Input((10,))\nAdd()([i, Dense(8)(i)])`, ['Add()', 'merge-shapes']],
  ['a shortcut that broadcasts', `i = Input((10,))\nAdd()([i, Dense(1)(i)])`, null],
  [
    'a nested model on another width',
    `e = Sequential([Input((8,)), Dense(4)])\ni = Input((10,))\nModel(i, e(i))`,
    ['Dense(4)', 'input-shape'],
  ],
  [
    'a nested model that fits',
    `e = Sequential([Input((10,)), Dense(4)])\ni = Input((10,))\nModel(i, e(i))`,
    null,
  ],
  [
    'a layer called twice on two widths',
    `i, j = Input((10,)), Input((9,))\nd = Dense(4)\nd(i)\nd(j)`,
    ['Dense(4)', 'input-shape'],
  ],
  [
    'a layer shared by equal inputs',
    `i, j = Input((10,)), Input((10,))\nd = Dense(4)\nAdd()([d(i), d(j)])`,
    null,
  ],
  [
    'a matmul that does not fit',
    `i = Input((10,))\nops.matmul(i, np.ones((9, 2)))`,
    ['ops.matmul(i, np.ones((9, 2)))', 'layer-shape'],
  ],
  ['a reshape by ops', `i = Input((10,))\nops.reshape(i, (-1, 5, 2))`, null],
  [
    'too many poolings in a loop',
    `i = Input((8, 8, 1))
h = i
for _ in range(4):
    h = MaxPooling2D(2)(h)`,
    ['MaxPooling2D(2)', 'shape-too-small'],
  ],
  [
    'three poolings in a loop',
    `i = Input((8, 8, 1))
h = i
for _ in range(3):
    h = MaxPooling2D(2)(h)`,
    null,
  ],
  // data sets and generators
  [
    'a data set with one-hot labels',
    `${sparse}d = tf.data.Dataset.from_tensor_slices((x, hot)).batch(8)\nm.fit(d)`,
    ['d', 'label-shape'],
  ],
  [
    'a data set without batches',
    `${sparse}d = tf.data.Dataset.from_tensor_slices((x, ints))\nm.fit(d)`,
    ['d', 'input-rank'],
  ],
  [
    'a data set that fits',
    `${sparse}d = tf.data.Dataset.from_tensor_slices((x, ints)).shuffle(9).batch(8)\nm.fit(d)`,
    null,
  ],
  [
    'a data set beside labels',
    `${sparse}d = tf.data.Dataset.from_tensor_slices((x, ints)).batch(8)\nm.fit(d, ints)`,
    ['ints', 'data-labels-twice'],
  ],
  [
    'a generator with one-hot labels',
    `${sparse}def g():
    while True:
        yield x[:8], hot[:8]
m.fit(g(), steps_per_epoch=4)`,
    ['g()', 'label-shape'],
  ],
  [
    'a generator of another width',
    `${sparse}def g():
    while True:
        yield x[:8, :9], ints[:8]
m.fit(g(), steps_per_epoch=4)`,
    ['g()', 'input-shape'],
  ],
  [
    'a generator that fits',
    `${sparse}def g():
    for k in range(0, 96, 8):
        yield x[k:k + 8], ints[k:k + 8]
m.fit(g())`,
    null,
  ],
  [
    'a generator over what is not known',
    `${sparse}import somewhere
def g():
    for a, b in somewhere.rows():
        yield a, b
m.fit(g(), steps_per_epoch=4)`,
    null,
  ],
  [
    'a Sequence of the script',
    `${sparse}class Rows(keras.utils.Sequence):
    def __len__(self):
        return 12
    def __getitem__(self, k):
        return x[8 * k:8 * k + 8], hot[8 * k:8 * k + 8]
m.fit(Rows())`,
    ['Rows()', 'label-shape'],
  ],
  // subclassed models, custom steps and losses
  ['a subclassed model that fits', `${own('return self.out(self.hidden(inputs))')}m.fit(x, ints)`, null],
  [
    'a subclassed model and one-hot labels',
    `${own('return self.out(self.hidden(inputs))')}m.fit(x, hot)`,
    ['hot', 'label-shape'],
  ],
  [
    'a custom train_step',
    `${own(
      'return self.out(self.hidden(inputs))',
      `
    def train_step(self, data):
        a, b = data
        loss = self.compute_loss(a, b, self(a, training=True))
        return {'loss': loss}
`,
    )}m.fit(x, ints)`,
    null,
  ],
  [
    'a train_step that goes over the metrics',
    `class Net(keras.Model):
    def train_step(self, data):
        a, b = data
        p = self(a, training=True)
        loss = self.compute_loss(y=b, y_pred=p)
        for metric in self.metrics:
            if metric.name == 'loss':
                metric.update_state(loss)
            else:
                metric.update_state(b, p)
        return {metric.name: metric.result() for metric in self.metrics}
i = Input((10,))
m = Net(i, Dense(1)(i))
m.compile(loss='mse', optimizer='adam', metrics=['mae'])
m.fit(x, numbers)`,
    null,
  ],
  [
    'a loss of the script',
    `def off(t, p):
    return ops.mean(ops.square(t - p), axis=-1)
m = Sequential([Input((10,)), Dense(3)])
m.compile(loss=off, optimizer='adam')
m.fit(x, hot)`,
    null,
  ],
  [
    'super().__init__() after an attribute',
    `class Half(Layer):
    def __init__(self):
        self.part = 2
        super().__init__()
    def call(self, inputs):
        return inputs / 2
Sequential([Input((10,)), Half()])`,
    null,
  ],
  // embeddings
  [
    'an Embedding that is too small',
    `w = np.random.randint(0, 50, size=(96, 14))
m = Sequential([Embedding(20, 4), Flatten(), Dense(1)])
m.compile(loss='mse', optimizer='adam')
m.fit(w, numbers)`,
    ['20', 'embedding-range'],
  ],
  [
    'an Embedding of the right size',
    `w = np.random.randint(0, 50, size=(96, 14))
m = Sequential([Embedding(50, 4), Flatten(), Dense(1)])
m.compile(loss='mse', optimizer='adam')
m.fit(w, numbers)`,
    null,
  ],
  [
    'tokens cut to the vocabulary',
    `w = np.minimum(np.random.randint(0, 50, size=(96, 7)), 19)
m = Sequential([Embedding(20, 4), Flatten(), Dense(1)])
m.compile(loss='mse', optimizer='adam')
m.fit(w, numbers)`,
    null,
  ],
];

testVariants(variants);
