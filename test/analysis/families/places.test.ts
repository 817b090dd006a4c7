/** More places for the same mistakes, by family: labels, ranks and sizes of the data, as people write them, in Keras 1, 2 and 3. */
import {
  binary,
  categorical,
  graph,
  sigmoid,
  softmax,
  sparse,
  stack,
  testPlaces,
  type Variant,
} from './places.ts';

const variants: readonly Variant[] = [
  // 1: integers into a categorical loss
  [
    '1: in a functional model',
    `${graph(softmax, categorical)}m.fit(x, ints)`,
    ['ints', 'label-shape', '`ints` (96,) 0..2 `categorical_crossentropy` (96, 3)'],
  ],
  [
    '1: with a loss object',
    `${graph(softmax, 'keras.losses.CategoricalCrossentropy()')}m.fit(x, ints)`,
    ['ints', 'label-shape', '`ints` (96,) 0..2 `categorical_crossentropy` (96, 3)'],
  ],
  [
    '1: by keyword',
    `${stack(softmax, categorical)}m.fit(x=x, y=ints, epochs=2)`,
    ['ints', 'label-shape', '`ints` (96,) 0..2 `categorical_crossentropy` (96, 3)'],
  ],
  [
    '1: in a data set',
    `${stack(softmax, categorical)}d = tf.data.Dataset.from_tensor_slices((x, ints)).batch(8)\nm.fit(d, epochs=2)`,
    ['d', 'label-shape', '`y` (8,) 0..2 `categorical_crossentropy` (8, 3)'],
  ],
  [
    '1: in validation data by keyword',
    `${stack(softmax, categorical)}v = (x, ints)\nm.fit(x, hot, validation_data=v)`,
    ['v', 'label-shape', '`y` (96,) 0..2 `categorical_crossentropy` (96, 3)'],
  ],
  [
    '1: in Keras 2',
    `${stack(softmax, categorical)}m.fit(x, ints)`,
    ['ints', 'label-shape', '`ints` (96,) 0..2 `categorical_crossentropy` (96, 3)'],
    '2',
  ],
  [
    '1: in Keras 1',
    `${stack(softmax, categorical)}m.fit(x, ints)`,
    ['ints', 'label-shape', '`ints` (96,) 0..2 `categorical_crossentropy` (96, 3)'],
    '1',
  ],
  [
    '1: test_on_batch',
    `${stack(softmax, categorical)}m.test_on_batch(x, ints)`,
    ['ints', 'label-shape', '`ints` (96,) 0..2 `categorical_crossentropy` (96, 3)'],
  ],
  [
    '1: after to_categorical',
    `${stack(softmax, categorical)}m.fit(x, keras.utils.to_categorical(ints, 3))`,
    null,
  ],
  // 2: another number of classes
  [
    '2: to_categorical with another number',
    `${stack(softmax, categorical)}m.fit(x, keras.utils.to_categorical(ints, 5))`,
    [
      'keras.utils.to_categorical(ints, 5)',
      'label-shape',
      '`keras.utils.to_categorical(ints, 5)` (96, 5) (96, 3)',
    ],
  ],
  [
    '2: pd.get_dummies',
    `import pandas as pd
s = pd.Series(['a', 'b', 'c', 'd'] * 24)
${stack(softmax, categorical)}y = pd.get_dummies(s).values
m.fit(x, y)`,
    ['y', 'label-shape', '`y` (96, 4) (96, 3)'],
  ],
  [
    '2: in Keras 2',
    `${stack("Dense(10, activation='softmax')", categorical)}m.fit(x, hot)`,
    ['hot', 'label-shape', '`hot` (96, 3) (96, 10)'],
    '2',
  ],
  [
    '2: a second output of another width',
    `i = Input((10,))
m = Model(i, [Dense(3, activation='softmax', name='a')(i), Dense(4, activation='softmax', name='b')(i)])
m.compile(loss='categorical_crossentropy', optimizer='adam')
m.fit(x, [hot, hot])`,
    ['hot', 'label-shape', '`hot` (96, 3) (96, 4)'],
  ],
  [
    '2: a generator with five classes',
    `${stack(softmax, categorical)}def g():
    while True:
        yield x[:8], np.eye(5)[ints[:8]]
m.fit(g(), steps_per_epoch=3)`,
    ['g()', 'label-shape', '`y` (8, 5) (8, 3)'],
  ],
  // 3: one-hot rows into a sparse loss
  [
    '3: in a functional model',
    `${graph(softmax, sparse)}m.fit(x, hot)`,
    ['hot', 'label-shape', '`hot` (96, 3) `sparse_categorical_crossentropy`'],
  ],
  [
    '3: in evaluate',
    `${stack(softmax, sparse)}m.evaluate(x, hot, verbose=0)`,
    ['hot', 'label-shape', '`hot` (96, 3) `sparse_categorical_crossentropy`'],
  ],
  [
    '3: from to_categorical',
    `${stack(softmax, sparse)}y = keras.utils.to_categorical(ints)\nm.fit(x, y)`,
    ['y', 'label-shape', '`y` (96, None) `sparse_categorical_crossentropy`'],
  ],
  [
    '3: an output among others',
    `i = Input((10,))
m = Model(i, {'a': Dense(3, activation='softmax', name='a')(i), 'b': Dense(1, name='b')(i)})
m.compile(loss={'a': 'sparse_categorical_crossentropy', 'b': 'mse'}, optimizer='adam')
m.fit(x, {'a': hot, 'b': numbers})`,
    ['hot', 'label-shape', '`hot` (96, 3) `sparse_categorical_crossentropy`'],
  ],
  // 4: labels out of range
  [
    '4: from 1, in place',
    `${stack(softmax, sparse)}y = ints.copy()\ny += 1\nm.fit(x, y)`,
    ['y', 'label-range', '`y` 1..3 0..2'],
  ],
  [
    '4: below zero',
    `${stack(softmax, sparse)}m.fit(x, ints - 1)`,
    ['ints - 1', 'label-range', '`ints - 1` -1..1 0..2'],
  ],
  [
    '4: in validation data',
    `${stack(softmax, sparse)}m.fit(x, ints, validation_data=(x, ints + 1))`,
    ['ints + 1', 'label-range', '`ints + 1` 1..3 0..2'],
  ],
  ['4: with room', `${stack("Dense(4, activation='softmax')", sparse)}m.fit(x, ints + 1)`, null],
  // 5: two units under binary crossentropy
  [
    '5: softmax of two units',
    `${stack("Dense(2, activation='softmax')", binary)}m.fit(x, flags)`,
    ['flags', 'label-shape', '`flags` (96, 1) (96, 2)'],
  ],
  [
    '5: flat labels',
    `${stack("Dense(2, activation='sigmoid')", binary)}m.fit(x, flags.ravel())`,
    ['flags.ravel()', 'label-shape', '`flags.ravel()` (96,) (96, 2) `binary_crossentropy`'],
  ],
  [
    '5: in Keras 2',
    `${stack("Dense(2, activation='sigmoid')", binary)}m.fit(x, flags)`,
    ['flags', 'label-shape', '`flags` (96, 1) (96, 2)'],
    '2',
  ],
  ['5: flat labels for one unit', `${stack(sigmoid, binary)}m.fit(x, flags.ravel())`, null],
  // 11, 12: image axes
  [
    '11: in Keras 2',
    `m = Sequential()\nm.add(Conv2D(4, 3, input_shape=(28, 28)))`,
    ['Conv2D(4, 3, input_shape=(28, 28))', 'input-rank', '`Conv2D` (None, 28, 28)'],
    '2',
  ],
  [
    '11: as Keras 1 wrote it',
    `m = Sequential()\nm.add(Convolution2D(4, 3, 3, input_shape=(28, 28)))`,
    ['Convolution2D(4, 3, 3, input_shape=(28, 28))', 'input-rank', '`Convolution2D` (None, 28, 28)'],
    '1',
  ],
  [
    '11: data without channels',
    `m = Sequential([Input((28, 28, 1)), Conv2D(4, 3), Flatten(), Dense(3, activation='softmax')])
m.compile(loss=${sparse}, optimizer='adam')
m.fit(images.reshape(96, 784), ints)`,
    ['images.reshape(96, 784)', 'input-rank', '`images.reshape(96, 784)` (96, 784) (None, 28, 28, 1)'],
  ],
  [
    '11: pooling',
    `i = Input((28, 28))\nMaxPooling2D(2)(i)`,
    ['MaxPooling2D(2)', 'input-rank', '`MaxPooling2D` (None, 28, 28)'],
  ],
  [
    '11: data without channels for a model with one',
    `m = Sequential([Input((28, 28, 1)), Flatten(), Dense(1)])\nm.predict(images)`,
    null,
  ],
  [
    '12: the whole shape of the data',
    `m = Sequential()\nm.add(Conv2D(4, 3, input_shape=images.reshape(-1, 28, 28, 1).shape))`,
    [
      'Conv2D(4, 3, input_shape=images.reshape(-1, 28, 28, 1).shape)',
      'input-rank',
      '`Conv2D` (None, 96, 28, 28, 1)',
    ],
  ],
  [
    '12: an LSTM with the number of samples',
    `m = Sequential()\nm.add(LSTM(4, input_shape=steps.shape))`,
    ['LSTM(4, input_shape=steps.shape)', 'input-rank', '`LSTM` (None, 96, 15, 4)'],
  ],
  ['12: without the number', `m = Sequential()\nm.add(LSTM(4, input_shape=steps.shape[1:]))`, null],
  // 13, 14: ranks between layers
  [
    '13: a convolution behind Flatten',
    `i = Input((28, 28, 1))\nConv2D(4, 3)(Flatten()(i))`,
    ['Conv2D(4, 3)', 'input-rank', '`Conv2D` (None, 784)'],
  ],
  [
    '13: an LSTM on rows of numbers',
    `m = Sequential()\nm.add(LSTM(4, input_shape=(10,)))`,
    ['LSTM(4, input_shape=(10,))', 'input-rank', '`LSTM` (None, 10)'],
  ],
  [
    '13: Conv1D on rows',
    `m = Sequential([Input((10,)), Conv1D(4, 3)])`,
    ['Conv1D(4, 3)', 'input-rank', '`Conv1D` (None, 10)'],
  ],
  [
    '14: GRU behind GRU',
    `m = Sequential()\nm.add(GRU(4, input_shape=(15, 4)))\nm.add(GRU(3))`,
    ['GRU(3)', 'input-rank', '`GRU` (None, 4)'],
    '2',
  ],
  [
    '14: Conv1D behind an LSTM',
    `i = Input((15, 4))\nConv1D(4, 3)(LSTM(8)(i))`,
    ['Conv1D(4, 3)', 'input-rank', '`Conv1D` (None, 8)'],
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
    ['hot', 'label-shape', '`hot` (96, 3) (96, 15, 3) `categorical_crossentropy`'],
  ],
  [
    '15: a convolution that is not flattened',
    `m = Sequential([Input((28, 28, 1)), Conv2D(4, 3, activation='relu'), Dense(3, activation='softmax')])
m.compile(loss=${categorical}, optimizer='adam')
m.fit(images, hot)`,
    ['hot', 'label-shape', '`hot` (96, 3) (96, 26, 26, 3) `categorical_crossentropy`'],
  ],
  // 16, 17: sizes of the data
  [
    '16: in predict',
    `${stack(softmax, sparse, 8)}m.predict(x)`,
    ['x', 'input-shape', '`x` (96, 10) (None, 8)'],
  ],
  [
    '16: in evaluate',
    `${stack(softmax, sparse, 8)}m.evaluate(x, ints)`,
    ['x', 'input-shape', '`x` (96, 10) (None, 8)'],
  ],
  [
    '16: input_dim',
    `m = Sequential([Dense(3, input_dim=9)])\nm.predict(x)`,
    ['x', 'input-shape', '`x` (96, 10) (None, 9)'],
  ],
  [
    '16: in Keras 2',
    `${stack(softmax, sparse, 8)}m.fit(x, ints)`,
    ['x', 'input-shape', '`x` (96, 10) (None, 8)'],
    '2',
  ],
  [
    '16: in Keras 1',
    `${stack(softmax, sparse, 8)}m.fit(x, ints, nb_epoch=2)`,
    ['x', 'input-shape', '`x` (96, 10) (None, 8)'],
    '1',
  ],
  [
    '16: a model called on an array',
    `${stack(softmax, sparse, 8)}m(x)`,
    ['x', 'input-shape', '`x` (96, 10) (None, 8)'],
  ],
  [
    '16: a data set of another width',
    `${stack(softmax, sparse, 8)}d = tf.data.Dataset.from_tensor_slices((x, ints)).batch(8)\nm.fit(d)`,
    ['d', 'input-shape', '`d` (8, 10) (None, 8)'],
  ],
  [
    '16: a column dropped by slicing',
    `${stack(softmax, sparse)}m.fit(x[:, 1:], ints)`,
    ['x[:, 1:]', 'input-shape', '`x[:, 1:]` (96, 9) (None, 10)'],
  ],
  [
    '17: images of another size in predict',
    `m = Sequential([Input((32, 32, 1)), Flatten(), Dense(3)])\nm.predict(images[..., None])`,
    ['images[..., None]', 'input-shape', '`images[..., None]` (96, 28, 28, 1) (None, 32, 32, 1)'],
  ],
  [
    '17: any size where it does not matter',
    `m = Sequential([Input((None, None, 1)), Conv2D(4, 3), GlobalAveragePooling2D(), Dense(3)])\nm.predict(images[..., None])`,
    null,
  ],
];

testPlaces(variants);
