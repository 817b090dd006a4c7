/** More places for the same mistakes, by family: windows, reshapes, branches, rows, names, layers of the script, versions. */
import { softmax, sparse, stack, testPlaces, type Variant } from './places.ts';

const variants: readonly Variant[] = [
  // 18: nothing left
  [
    '18: a window larger than the image',
    `i = Input((4, 4, 1))\nConv2D(8, 5)(i)`,
    ['Conv2D(8, 5)', 'shape-too-small', '(5, 5) `Conv2D` (None, 4, 4, 1)'],
  ],
  ['18: the same with padding', `i = Input((4, 4, 1))\nConv2D(8, 5, padding='same')(i)`, null],
  [
    '18: in Keras 2',
    `m = Sequential()\nm.add(Conv2D(8, 5, input_shape=(4, 4, 1)))`,
    ['Conv2D(8, 5, input_shape=(4, 4, 1))', 'shape-too-small', '(5, 5) `Conv2D` (None, 4, 4, 1)'],
    '2',
  ],
  [
    '18: a sequence that is too short',
    `i = Input((3, 2))\nConv1D(8, 5)(i)`,
    ['Conv1D(8, 5)', 'shape-too-small', '`Conv1D` (None, 3, 2)'],
  ],
  // 16: an axis that is open
  [
    '16: weights for an axis that is left open',
    `i = Input((None, 8))\nDense(3)(Flatten()(i))`,
    ['Dense(3)', 'input-shape', '`Dense` (None, None)'],
    '2',
  ],
  [
    '16: an embedding of any length in Keras 2',
    `m = Sequential()\nm.add(Embedding(9, 4))\nm.add(Flatten())\nm.add(Dense(1))`,
    ['Dense(1)', 'input-shape', '`Dense` (None, None)'],
    '2',
  ],
  [
    '16: an embedding of one length in Keras 2',
    `m = Sequential()\nm.add(Embedding(9, 4, input_length=5))\nm.add(Flatten())\nm.add(Dense(1))`,
    null,
    '2',
  ],
  [
    '16: a size that only the run knows',
    `import sys\nn = len(sys.argv) + 3\nDense(3)(Flatten()(Input((n, 8))))`,
    null,
  ],
  [
    '19: two sizes left open',
    `Reshape((-1, -1))(Input((784,)))`,
    ['Reshape((-1, -1))', 'reshape-size', '(-1, -1) 2'],
    '2',
  ],
  // 19: Reshape
  [
    '19: in a functional model',
    `i = Input((784,))\nReshape((28, 29))(i)`,
    ['Reshape((28, 29))', 'reshape-size', '(784,) (28, 29)'],
  ],
  [
    '19: an unknown size that does not divide',
    `i = Input((784,))\nReshape((-1, 30))(i)`,
    ['Reshape((-1, 30))', 'reshape-size', '(784,) (-1, 30)'],
  ],
  [
    '19: in Keras 2',
    `i = Input((784,))\nReshape((28, 29))(i)`,
    ['Reshape((28, 29))', 'reshape-size', '(784,) (28, 29)'],
    '2',
  ],
  [
    '19: of the data',
    `m = images.reshape(96, 28, 29)`,
    ['images.reshape(96, 28, 29)', 'value-error', '(96, 28, 29)'],
  ],
  // 20, 21: branches
  [
    '20: along another axis',
    `a, b = Input((8, 4)), Input((8, 5))\nConcatenate(axis=1)([a, b])`,
    ['Concatenate(axis=1)', 'merge-shapes', '(None, 8, 4) (None, 8, 5)'],
  ],
  [
    '20: by the function',
    `a, b = Input((8, 4)), Input((7, 4))\nconcatenate([a, b])`,
    ['concatenate([a, b])', 'merge-shapes', '(None, 8, 4) (None, 7, 4)'],
  ],
  [
    '20: sequences and rows',
    `a, b = Input((8, 4)), Input((4,))\nConcatenate()([a, b])`,
    ['Concatenate()', 'merge-shapes', '(None, 8, 4) (None, 4)'],
  ],
  [
    '20: one tensor alone',
    `a = Input((8, 4))\nConcatenate()(a)`,
    ['Concatenate()', 'merge-shapes', '(None, 8, 4)'],
  ],
  [
    '21: by the function',
    `i = Input((16, 16, 3))\nadd([i, Conv2D(8, 3, padding='same')(i)])`,
    ["add([i, Conv2D(8, 3, padding='same')(i)])", 'merge-shapes', '(None, 16, 16, 3) (None, 16, 16, 8)'],
  ],
  [
    '21: smaller by its window',
    `i = Input((16, 16, 8))\nAdd()([i, Conv2D(8, 3)(i)])`,
    ['Add()', 'merge-shapes', '(None, 16, 16, 8) (None, 14, 14, 8)'],
  ],
  [
    '21: inside a function that builds',
    `def block(t, filters):
    s = t
    t = Conv2D(filters, 3, padding='same')(t)
    return Add()([s, t])
i = Input((16, 16, 8))
block(i, 16)`,
    ['Add()', 'merge-shapes', '(None, 16, 16, 8) (None, 16, 16, 16)'],
  ],
  [
    '21: a projection beside it',
    `def block(t, filters):
    s = Conv2D(filters, 1)(t)
    t = Conv2D(filters, 3, padding='same')(t)
    return Add()([s, t])
i = Input((16, 16, 8))
block(i, 16)`,
    null,
  ],
  // 22: rows
  [
    '22: in evaluate',
    `${stack(softmax, sparse)}m.evaluate(x, ints[:90])`,
    ['ints[:90]', 'cardinality', '`x` `ints[:90]`'],
  ],
  [
    '22: in Keras 2',
    `${stack(softmax, sparse)}m.fit(x, ints[:90])`,
    ['ints[:90]', 'cardinality', '`x` `ints[:90]`'],
    '2',
  ],
  [
    '22: of two inputs',
    `a, b = Input((10,)), Input((10,))
m = Model([a, b], Dense(1)(Add()([a, b])))
m.compile(loss='mse', optimizer='adam')
m.fit([x, x[:90]], numbers)`,
    ['[x, x[:90]]', 'cardinality', '`[x, x[:90]]`'],
  ],
  // 23: several inputs and outputs
  [
    '23: a key that no input has',
    `a, b = Input((10,), name='a'), Input((10,), name='b')
m = Model([a, b], Dense(1)(Add()([a, b])))
m.compile(loss='mse', optimizer='adam')
m.fit({'a': x, 'c': x}, numbers)`,
    ["{'a': x, 'c': x}", 'input-names', '`b` `a` `c`'],
  ],
  [
    '23: three arrays for two inputs',
    `a, b = Input((10,)), Input((10,))
m = Model([a, b], Dense(1)(Add()([a, b])))
m.predict([x, x, x])`,
    ['[x, x, x]', 'input-count', '`functional` `input_layer` `input_layer_1` (32, 10)'],
  ],
  [
    '23: one array of labels for two outputs, of which Keras 3 leaves the second out',
    `i = Input((10,))
m = Model(i, [Dense(1, name='a')(i), Dense(1, name='b')(i)])
m.compile(loss='mse', optimizer='adam')
m.fit(x, numbers)`,
    null,
  ],
  // 24: embeddings
  [
    '24: in a functional model',
    `w = np.random.randint(0, 50, size=(96, 14))
i = Input((14,))
m = Model(i, Dense(1)(Flatten()(Embedding(20, 4)(i))))
m.compile(loss='mse', optimizer='adam')
m.fit(w, numbers)`,
    ['20', 'embedding-range', '0..49 `Embedding` 0..19 `input_dim`'],
  ],
  [
    '24: by keyword',
    `w = np.random.randint(0, 50, size=(96, 14))
m = Sequential([Embedding(input_dim=20, output_dim=4), Flatten(), Dense(1)])
m.compile(loss='mse', optimizer='adam')
m.fit(w, numbers)`,
    ['20', 'embedding-range', '0..49 `Embedding` 0..19 `input_dim`'],
  ],
  // layers and models of the script
  [
    'a layer of the script on another width',
    `class Scale(Layer):
    def build(self, shape):
        self.w = self.add_weight(shape=(8, 4))
    def call(self, t):
        return ops.matmul(t, self.w)
i = Input((10,))
Scale()(i)`,
    ['ops.matmul(t, self.w)', 'layer-shape', '(None, 10) (8, 4)'],
  ],
  [
    'a layer of the script that fits',
    `class Scale(Layer):
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], 4))
    def call(self, t):
        return ops.matmul(t, self.w)
i = Input((10,))
Scale()(i)`,
    null,
  ],
  [
    'a loss of the script that does not broadcast',
    `def off(t, p):
    return ops.mean(ops.square(t - p), axis=-1)
m = Sequential([Input((10,)), Dense(4)])
m.compile(loss=off, optimizer='adam')
m.fit(x, hot)`,
    ['t - p', 'layer-shape', '(32, 3) (32, 4)'],
  ],
  // versions
  [
    'output_dim alone in Keras 3',
    `Dense(output_dim=3)`,
    ['output_dim', 'renamed-argument', '`output_dim` `units`'],
    '3',
  ],
  ['a misspelt required argument', `Dense(unit=3)`, ['unit', 'unknown-argument', '`unit` `units`']],
  [
    'nothing for a required argument',
    `Dense(activation='relu')`,
    ["Dense(activation='relu')", 'type-error', '`Dense` needs `units`'],
  ],
  [
    'border_mode in Keras 3',
    `Conv2D(4, 3, border_mode='same')`,
    ['border_mode', 'renamed-argument', '`border_mode` `padding`'],
    '3',
  ],
  ['border_mode in Keras 2', `Conv2D(4, 3, border_mode='same')`, null, '2'],
  [
    'fit_generator in Keras 3',
    `${stack(softmax, sparse)}m.fit_generator([])`,
    ['m.fit_generator', 'attribute-error', '`fit_generator` `fit`'],
    '3',
  ],
  [
    'predict_classes in Keras 3',
    `${stack(softmax, sparse)}m.predict_classes(x)`,
    ['m.predict_classes', 'attribute-error', '`predict_classes` `np.argmax(model.predict(x), axis=-1)`'],
    '3',
  ],
  ['predict_classes in Keras 2', `${stack(softmax, sparse)}m.predict_classes(x)`, null, '2'],
  ['decay in Keras 3, which only warns', `keras.optimizers.SGD(decay=0.1)`, null, '3'],
  ['decay in Keras 2', `keras.optimizers.SGD(decay=0.1)`, null, '2'],
  ['init in Keras 2', `Dense(3, init='uniform')`, null, '2'],
];

testPlaces(variants);
