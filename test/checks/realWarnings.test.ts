/** Warnings in scripts as they are written for Keras 2 and TensorFlow: freezing loops, helpers, split tables, generators. */
import { expect, test } from 'vitest';
import { analyse } from './markers.ts';

const start = `import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.layers import Conv2D, Dense, Flatten
from tensorflow.keras.models import Sequential
from sklearn.model_selection import train_test_split

def net(*shape, loss='sparse_categorical_crossentropy'):
    model = Sequential([Flatten(input_shape=shape), Dense(16, activation='relu'), Dense(4, activation='softmax')])
    model.compile(loss=loss, optimizer='adam')
    return model

X = np.random.random((100, 5))
y = np.random.randint(0, 4, 100)
`;

/** A program, the expression that is marked, and the code; '' where nothing is. */
const programs: Readonly<Record<string, readonly [string, string, string]>> = {
  'layers frozen in a loop before compile': [
    "m = Sequential([Dense(4, activation='softmax', input_shape=(5,))])\nfor layer in m.layers:\n    layer.trainable = False\nm.compile(loss='sparse_categorical_crossentropy', optimizer='adam')\nm.fit(X, y)",
    'm.fit(X, y)',
    'frozen-model',
  ],
  'frozen behind compile, which Keras 2 takes no notice of': [
    'm = net(5)\nfor layer in m.layers:\n    layer.trainable = False\nm.fit(X, y)',
    '',
    '',
  ],
  'batch_size beside a data set': [
    'm = net(5)\ndata = tf.data.Dataset.from_tensor_slices((X, y)).batch(10)\nm.fit(data, epochs=2)\nm.evaluate(data, batch_size=32)',
    '32',
    'dead-batch-size',
  ],
  'labels scaled by a function': [
    'def scale(a):\n    return a.astype("float32") / 255\n(a, b), _ = keras.datasets.mnist.load_data()\nmodel = Sequential([Flatten(input_shape=(28, 28)), Dense(10, activation="softmax")])\nmodel.compile(loss="sparse_categorical_crossentropy", optimizer="adam")\nmodel.fit(scale(a), scale(b))',
    'scale(b)',
    'scaled-labels',
  ],
  'validation on some of the rows': [
    'net(5).fit(X, y, validation_data=(X[80:], y[80:]))',
    '(X[80:], y[80:])',
    'validation-is-training',
  ],
  'validation on rows of a split, training on all': [
    'a, b, c, d = train_test_split(X, y)\nnet(5).fit(X, y, validation_data=(b, d))',
    '(b, d)',
    'validation-is-training',
  ],
  'validation on the other rows': [
    'a, b, c, d = train_test_split(X, y)\na, e, c, f = train_test_split(a, c)\nnet(5).fit(a, c, validation_data=(e, f))',
    '',
    '',
  ],
  'test images that are not scaled': [
    '(a, b), (c, d) = keras.datasets.cifar10.load_data()\nmodel = net(32, 32, 3)\nmodel.fit(a / 255.0, b % 4)\nmodel.predict(c)',
    'c',
    'scale-mismatch',
  ],
  'one argmax of all predictions': [
    'm = net(5)\nm.fit(X, y)\nclasses = m.predict(X).argmax()',
    'm.predict(X).argmax()',
    'argmax-without-axis',
  ],
  'an argmax for each row, and of one row': [
    'm = net(5)\nm.fit(X, y)\na = np.argmax(m.predict(X), axis=-1)\nb = np.argmax(m.predict(X)[0])\nc = np.argmax(m.predict(X[:1]))',
    '',
    '',
  ],
  'probabilities beside one-hot rows': [
    'm = net(5)\nm.fit(X, y)\nshare = np.mean(m.predict(X) == np.eye(4, dtype=int)[y])',
    'm.predict(X) == np.eye(4, dtype=int)[y]',
    'probabilities-compared',
  ],
  'probabilities beside their maximum': [
    'm = net(5)\nm.fit(X, y)\np = m.predict(X)\nbest = p == p.max(axis=1, keepdims=True)',
    '',
    '',
  ],
  'test images that are scaled': [
    '(a, b), (c, d) = keras.datasets.cifar10.load_data()\nmodel = net(32, 32, 3)\nmodel.fit(a / 255.0, b % 4)\nmodel.evaluate(c / 255.0, d % 4)',
    '',
    '',
  ],
};

test.each(Object.entries(programs))('%s', async (_name, [program, marked, code]) => {
  const text = `${start}${program}\n`;
  const { findings } = await analyse(text);
  const drawn = findings.map(finding => [
    text.slice(finding.span.start.offset, finding.span.end.offset),
    finding.code,
  ]);
  expect(drawn).toEqual(code === '' ? [] : [[marked, code]]);
});
