/**
 * More places for the same mistakes: by family, each written in the other ways that people write it, in Keras 1, 2 and 3.
 * A null says that the program runs; what Keras raises, it raises at the expression that is named.
 */
import { describe, expect, it } from 'vitest';
import { analyse, type KerasVersionOption } from '../../checks/markers.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras import layers, ops
from keras.models import Model, Sequential
from keras.layers import *

x = np.random.random((96, 10))
ints = np.random.randint(0, 3, size=96)
hot = np.eye(3)[ints]
flags = np.random.randint(0, 2, size=(96, 1))
numbers = np.random.random((96, 1))
images = np.random.random((96, 28, 28))
steps = np.random.random((96, 15, 4))
`;

/** The same for versions that lack what Keras 3 brought. */
const earlier = start.replace('import layers, ops', 'import layers');

const stack = (last: string, loss: string, width = 10) =>
  `m = Sequential()
m.add(Dense(8, activation='relu', input_shape=(${width},)))
m.add(${last})
m.compile(loss=${loss}, optimizer='adam')
`;
const graph = (last: string, loss: string) => `i = Input((10,))
h = Dense(8, activation='relu')(i)
m = Model(i, ${last}(h))
m.compile(loss=${loss}, optimizer='adam')
`;
const softmax = "Dense(3, activation='softmax')";
const sigmoid = "Dense(1, activation='sigmoid')";
const categorical = "'categorical_crossentropy'";
const sparse = "'sparse_categorical_crossentropy'";
const binary = "'binary_crossentropy'";

type Variant = readonly [string, string, readonly [string, string] | null, KerasVersionOption?];

const variants: readonly Variant[] = [
  // 1: integers into a categorical loss
  ['1: in a functional model', `${graph(softmax, categorical)}m.fit(x, ints)`, ['ints', 'label-shape']],
  [
    '1: with a loss object',
    `${graph(softmax, 'keras.losses.CategoricalCrossentropy()')}m.fit(x, ints)`,
    ['ints', 'label-shape'],
  ],
  ['1: by keyword', `${stack(softmax, categorical)}m.fit(x=x, y=ints, epochs=2)`, ['ints', 'label-shape']],
  [
    '1: in a data set',
    `${stack(softmax, categorical)}d = tf.data.Dataset.from_tensor_slices((x, ints)).batch(8)\nm.fit(d, epochs=2)`,
    ['d', 'label-shape'],
  ],
  [
    '1: in validation data by keyword',
    `${stack(softmax, categorical)}v = (x, ints)\nm.fit(x, hot, validation_data=v)`,
    ['v', 'label-shape'],
  ],
  ['1: in Keras 2', `${stack(softmax, categorical)}m.fit(x, ints)`, ['ints', 'label-shape'], '2'],
  ['1: in Keras 1', `${stack(softmax, categorical)}m.fit(x, ints)`, ['ints', 'label-shape'], '1'],
  ['1: test_on_batch', `${stack(softmax, categorical)}m.test_on_batch(x, ints)`, ['ints', 'label-shape']],
  [
    '1: after to_categorical',
    `${stack(softmax, categorical)}m.fit(x, keras.utils.to_categorical(ints, 3))`,
    null,
  ],
  // 2: another number of classes
  [
    '2: to_categorical with another number',
    `${stack(softmax, categorical)}m.fit(x, keras.utils.to_categorical(ints, 5))`,
    ['keras.utils.to_categorical(ints, 5)', 'label-shape'],
  ],
  [
    '2: pd.get_dummies',
    `import pandas as pd
s = pd.Series(['a', 'b', 'c', 'd'] * 24)
${stack(softmax, categorical)}y = pd.get_dummies(s).values
m.fit(x, y)`,
    ['y', 'label-shape'],
  ],
  [
    '2: in Keras 2',
    `${stack("Dense(10, activation='softmax')", categorical)}m.fit(x, hot)`,
    ['hot', 'label-shape'],
    '2',
  ],
  [
    '2: a second output of another width',
    `i = Input((10,))
m = Model(i, [Dense(3, activation='softmax', name='a')(i), Dense(4, activation='softmax', name='b')(i)])
m.compile(loss='categorical_crossentropy', optimizer='adam')
m.fit(x, [hot, hot])`,
    ['[hot, hot]', 'label-shape'],
  ],
  [
    '2: a generator with five classes',
    `${stack(softmax, categorical)}def g():
    while True:
        yield x[:8], np.eye(5)[ints[:8]]
m.fit(g(), steps_per_epoch=3)`,
    ['g()', 'label-shape'],
  ],
  // 3: one-hot rows into a sparse loss
  ['3: in a functional model', `${graph(softmax, sparse)}m.fit(x, hot)`, ['hot', 'label-shape']],
  ['3: in evaluate', `${stack(softmax, sparse)}m.evaluate(x, hot, verbose=0)`, ['hot', 'label-shape']],
  [
    '3: from to_categorical',
    `${stack(softmax, sparse)}y = keras.utils.to_categorical(ints)\nm.fit(x, y)`,
    ['y', 'label-shape'],
  ],
  [
    '3: an output among others',
    `i = Input((10,))
m = Model(i, {'a': Dense(3, activation='softmax', name='a')(i), 'b': Dense(1, name='b')(i)})
m.compile(loss={'a': 'sparse_categorical_crossentropy', 'b': 'mse'}, optimizer='adam')
m.fit(x, {'a': hot, 'b': numbers})`,
    ["{'a': hot, 'b': numbers}", 'label-shape'],
  ],
  // 4: labels out of range
  [
    '4: from 1, in place',
    `${stack(softmax, sparse)}y = ints.copy()\ny += 1\nm.fit(x, y)`,
    ['y', 'label-range'],
  ],
  ['4: below zero', `${stack(softmax, sparse)}m.fit(x, ints - 1)`, ['ints - 1', 'label-range']],
  [
    '4: in validation data',
    `${stack(softmax, sparse)}m.fit(x, ints, validation_data=(x, ints + 1))`,
    ['(x, ints + 1)', 'label-range'],
  ],
  ['4: with room', `${stack("Dense(4, activation='softmax')", sparse)}m.fit(x, ints + 1)`, null],
  // 5: two units under binary crossentropy
  [
    '5: softmax of two units',
    `${stack("Dense(2, activation='softmax')", binary)}m.fit(x, flags)`,
    ['flags', 'label-shape'],
  ],
  [
    '5: flat labels',
    `${stack("Dense(2, activation='sigmoid')", binary)}m.fit(x, flags.ravel())`,
    ['flags.ravel()', 'label-shape'],
  ],
  [
    '5: in Keras 2',
    `${stack("Dense(2, activation='sigmoid')", binary)}m.fit(x, flags)`,
    ['flags', 'label-shape'],
    '2',
  ],
  ['5: flat labels for one unit', `${stack(sigmoid, binary)}m.fit(x, flags.ravel())`, null],
  // 11, 12: image axes
  [
    '11: in Keras 2',
    `m = Sequential()\nm.add(Conv2D(4, 3, input_shape=(28, 28)))`,
    ['Conv2D(4, 3, input_shape=(28, 28))', 'input-rank'],
    '2',
  ],
  [
    '11: as Keras 1 wrote it',
    `m = Sequential()\nm.add(Convolution2D(4, 3, 3, input_shape=(28, 28)))`,
    ['Convolution2D(4, 3, 3, input_shape=(28, 28))', 'input-rank'],
    '1',
  ],
  [
    '11: data without channels',
    `m = Sequential([Input((28, 28, 1)), Conv2D(4, 3), Flatten(), Dense(3, activation='softmax')])
m.compile(loss=${sparse}, optimizer='adam')
m.fit(images.reshape(96, 784), ints)`,
    ['images.reshape(96, 784)', 'input-rank'],
  ],
  ['11: pooling', `i = Input((28, 28))\nMaxPooling2D(2)(i)`, ['MaxPooling2D(2)', 'input-rank']],
  [
    '11: data without channels for a model with one',
    `m = Sequential([Input((28, 28, 1)), Flatten(), Dense(1)])\nm.predict(images)`,
    null,
  ],
  [
    '12: the whole shape of the data',
    `m = Sequential()\nm.add(Conv2D(4, 3, input_shape=images.reshape(-1, 28, 28, 1).shape))`,
    ['Conv2D(4, 3, input_shape=images.reshape(-1, 28, 28, 1).shape)', 'input-rank'],
  ],
  [
    '12: an LSTM with the number of samples',
    `m = Sequential()\nm.add(LSTM(4, input_shape=steps.shape))`,
    ['LSTM(4, input_shape=steps.shape)', 'input-rank'],
  ],
  ['12: without the number', `m = Sequential()\nm.add(LSTM(4, input_shape=steps.shape[1:]))`, null],
  // 13, 14: ranks between layers
  [
    '13: a convolution behind Flatten',
    `i = Input((28, 28, 1))\nConv2D(4, 3)(Flatten()(i))`,
    ['Conv2D(4, 3)', 'input-rank'],
  ],
  [
    '13: an LSTM on rows of numbers',
    `m = Sequential()\nm.add(LSTM(4, input_shape=(10,)))`,
    ['LSTM(4, input_shape=(10,))', 'input-rank'],
  ],
  ['13: Conv1D on rows', `m = Sequential([Input((10,)), Conv1D(4, 3)])`, ['Conv1D(4, 3)', 'input-rank']],
  [
    '14: GRU behind GRU',
    `m = Sequential()\nm.add(GRU(4, input_shape=(15, 4)))\nm.add(GRU(3))`,
    ['GRU(3)', 'input-rank'],
    '2',
  ],
  [
    '14: Conv1D behind an LSTM',
    `i = Input((15, 4))\nConv1D(4, 3)(LSTM(8)(i))`,
    ['Conv1D(4, 3)', 'input-rank'],
  ],
  [
    '14: TimeDistributed behind an LSTM',
    `i = Input((15, 4))\nTimeDistributed(Dense(3))(LSTM(8, return_sequences=True)(i))`,
    null,
  ],
  // 15: a sequence where one answer is wanted
  [
    '15: in a functional model',
    `i = Input((15, 4))
m = Model(i, Dense(3, activation='softmax')(GRU(4, return_sequences=True)(i)))
m.compile(loss=${categorical}, optimizer='adam')
m.fit(steps, hot)`,
    ['hot', 'label-shape'],
  ],
  [
    '15: a convolution that is not flattened',
    `m = Sequential([Input((28, 28, 1)), Conv2D(4, 3, activation='relu'), Dense(3, activation='softmax')])
m.compile(loss=${categorical}, optimizer='adam')
m.fit(images, hot)`,
    ['hot', 'label-shape'],
  ],
  // 16, 17: sizes of the data
  ['16: in predict', `${stack(softmax, sparse, 8)}m.predict(x)`, ['x', 'input-shape']],
  ['16: in evaluate', `${stack(softmax, sparse, 8)}m.evaluate(x, ints)`, ['x', 'input-shape']],
  ['16: input_dim', `m = Sequential([Dense(3, input_dim=9)])\nm.predict(x)`, ['x', 'input-shape']],
  ['16: in Keras 2', `${stack(softmax, sparse, 8)}m.fit(x, ints)`, ['x', 'input-shape'], '2'],
  ['16: in Keras 1', `${stack(softmax, sparse, 8)}m.fit(x, ints, nb_epoch=2)`, ['x', 'input-shape'], '1'],
  [
    '16: a model called on an array',
    `${stack(softmax, sparse, 8)}m(x)`,
    ["Dense(8, activation='relu', input_shape=(8,))", 'input-shape'],
  ],
  [
    '16: a data set of another width',
    `${stack(softmax, sparse, 8)}d = tf.data.Dataset.from_tensor_slices((x, ints)).batch(8)\nm.fit(d)`,
    ['d', 'input-shape'],
  ],
  [
    '16: a column dropped by slicing',
    `${stack(softmax, sparse)}m.fit(x[:, 1:], ints)`,
    ['x[:, 1:]', 'input-shape'],
  ],
  [
    '17: images of another size in predict',
    `m = Sequential([Input((32, 32, 1)), Flatten(), Dense(3)])\nm.predict(images[..., None])`,
    ['images[..., None]', 'input-shape'],
  ],
  [
    '17: any size where it does not matter',
    `m = Sequential([Input((None, None, 1)), Conv2D(4, 3), GlobalAveragePooling2D(), Dense(3)])\nm.predict(images[..., None])`,
    null,
  ],
  // 18: nothing left
  [
    '18: a window larger than the image',
    `i = Input((4, 4, 1))\nConv2D(8, 5)(i)`,
    ['Conv2D(8, 5)', 'shape-too-small'],
  ],
  ['18: the same with padding', `i = Input((4, 4, 1))\nConv2D(8, 5, padding='same')(i)`, null],
  [
    '18: in Keras 2',
    `m = Sequential()\nm.add(Conv2D(8, 5, input_shape=(4, 4, 1)))`,
    ['Conv2D(8, 5, input_shape=(4, 4, 1))', 'shape-too-small'],
    '2',
  ],
  [
    '18: a sequence that is too short',
    `i = Input((3, 2))\nConv1D(8, 5)(i)`,
    ['Conv1D(8, 5)', 'shape-too-small'],
  ],
  // 19: Reshape
  [
    '19: in a functional model',
    `i = Input((784,))\nReshape((28, 29))(i)`,
    ['Reshape((28, 29))', 'reshape-size'],
  ],
  [
    '19: an unknown size that does not divide',
    `i = Input((784,))\nReshape((-1, 30))(i)`,
    ['Reshape((-1, 30))', 'reshape-size'],
  ],
  ['19: in Keras 2', `i = Input((784,))\nReshape((28, 29))(i)`, ['Reshape((28, 29))', 'reshape-size'], '2'],
  ['19: of the data', `m = images.reshape(96, 28, 29)`, ['images.reshape(96, 28, 29)', 'value-error']],
  // 20, 21: branches
  [
    '20: along another axis',
    `a, b = Input((8, 4)), Input((8, 5))\nConcatenate(axis=1)([a, b])`,
    ['Concatenate(axis=1)', 'merge-shapes'],
  ],
  [
    '20: by the function',
    `a, b = Input((8, 4)), Input((7, 4))\nconcatenate([a, b])`,
    ['concatenate([a, b])', 'merge-shapes'],
  ],
  [
    '20: sequences and rows',
    `a, b = Input((8, 4)), Input((4,))\nConcatenate()([a, b])`,
    ['Concatenate()', 'merge-shapes'],
  ],
  ['20: one tensor alone', `a = Input((8, 4))\nConcatenate()(a)`, ['Concatenate()', 'merge-shapes']],
  [
    '21: by the function',
    `i = Input((16, 16, 3))\nadd([i, Conv2D(8, 3, padding='same')(i)])`,
    ["add([i, Conv2D(8, 3, padding='same')(i)])", 'merge-shapes'],
  ],
  [
    '21: smaller by its window',
    `i = Input((16, 16, 8))\nAdd()([i, Conv2D(8, 3)(i)])`,
    ['Add()', 'merge-shapes'],
  ],
  [
    '21: inside a function that builds',
    `def block(t, filters):
    s = t
    t = Conv2D(filters, 3, padding='same')(t)
    return Add()([s, t])
i = Input((16, 16, 8))
block(i, 16)`,
    ['Add()', 'merge-shapes'],
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
  ['22: in evaluate', `${stack(softmax, sparse)}m.evaluate(x, ints[:90])`, ['ints[:90]', 'cardinality']],
  ['22: in Keras 2', `${stack(softmax, sparse)}m.fit(x, ints[:90])`, ['ints[:90]', 'cardinality'], '2'],
  [
    '22: of two inputs',
    `a, b = Input((10,)), Input((10,))
m = Model([a, b], Dense(1)(Add()([a, b])))
m.compile(loss='mse', optimizer='adam')
m.fit([x, x[:90]], numbers)`,
    ['[x, x[:90]]', 'cardinality'],
  ],
  // 23: several inputs and outputs
  [
    '23: a key that no input has',
    `a, b = Input((10,), name='a'), Input((10,), name='b')
m = Model([a, b], Dense(1)(Add()([a, b])))
m.compile(loss='mse', optimizer='adam')
m.fit({'a': x, 'c': x}, numbers)`,
    ["{'a': x, 'c': x}", 'input-names'],
  ],
  [
    '23: three arrays for two inputs',
    `a, b = Input((10,)), Input((10,))
m = Model([a, b], Dense(1)(Add()([a, b])))
m.predict([x, x, x])`,
    ['[x, x, x]', 'input-count'],
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
    ['20', 'embedding-range'],
  ],
  [
    '24: by keyword',
    `w = np.random.randint(0, 50, size=(96, 14))
m = Sequential([Embedding(input_dim=20, output_dim=4), Flatten(), Dense(1)])
m.compile(loss='mse', optimizer='adam')
m.fit(w, numbers)`,
    ['20', 'embedding-range'],
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
    ['ops.matmul(t, self.w)', 'layer-shape'],
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
    ['t - p', 'layer-shape'],
  ],
  // versions
  ['output_dim alone in Keras 3', `Dense(output_dim=3)`, ['output_dim', 'renamed-argument'], '3'],
  ['a misspelt required argument', `Dense(unit=3)`, ['unit', 'unknown-argument']],
  ['nothing for a required argument', `Dense(activation='relu')`, ["Dense(activation='relu')", 'type-error']],
  ['border_mode in Keras 3', `Conv2D(4, 3, border_mode='same')`, ['border_mode', 'renamed-argument'], '3'],
  ['border_mode in Keras 2', `Conv2D(4, 3, border_mode='same')`, null, '2'],
  [
    'fit_generator in Keras 3',
    `${stack(softmax, sparse)}m.fit_generator([])`,
    ['m.fit_generator', 'attribute-error'],
    '3',
  ],
  [
    'predict_classes in Keras 3',
    `${stack(softmax, sparse)}m.predict_classes(x)`,
    ['m.predict_classes', 'attribute-error'],
    '3',
  ],
  ['predict_classes in Keras 2', `${stack(softmax, sparse)}m.predict_classes(x)`, null, '2'],
  ['decay in Keras 3, which only warns', `keras.optimizers.SGD(decay=0.1)`, null, '3'],
  ['decay in Keras 2', `keras.optimizers.SGD(decay=0.1)`, null, '2'],
  ['init in Keras 2', `Dense(3, init='uniform')`, null, '2'],
];

describe.each(variants.map(([name, ...rest]) => [name, rest] as const))('%s', (_name, rest) => {
  const [body, expected, version = '3'] = rest;
  const text = `${version === '3' ? start : earlier}${body}\n`;
  it(expected === null ? 'runs' : `is ${expected[1]} at ${expected[0]}`, async () => {
    const { findings } = await analyse(text, version);
    const errors = findings
      .filter(item => item.severity === 'error')
      .map(item => [text.slice(item.span.start.offset, item.span.end.offset), item.code]);
    expect(errors).toEqual(expected === null ? [] : [expected]);
  });
});
