/** Training loops of the script's own, each with a learner's mistake, put right, and one that looks alike. */

export interface LoopExamples {
  /** With the finding drawn under the code. */
  readonly failing: string;
  readonly fixed: string;
  readonly nearMiss: string;
}

interface Parts {
  readonly labels?: string;
  readonly inputs?: string;
  readonly layers?: string;
  readonly setup?: string;
  readonly call?: string;
  readonly value: string;
  readonly after?: string;
}

/** A loop over batches; `value` is the loss of `ys` and `out`. */
export const loop = ({
  labels = 'np.random.randint(0, 3, size=96)',
  inputs = "np.random.random((96, 10)).astype('float32')",
  layers = "    keras.layers.Dense(32, activation='relu'),\n    keras.layers.Dense(3),\n",
  setup = '',
  call = 'model(xs, training=True)\n',
  value,
  after = '',
}: Parts): string => `import numpy as np
import tensorflow as tf
from tensorflow import keras

x = ${inputs}
y = ${labels}
batches = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(96).batch(32)
model = keras.Sequential([
${layers}])
optimizer = keras.optimizers.Adam()
${setup}
@tf.function
def step(xs, ys):
    with tf.GradientTape() as tape:
        out = ${call}        loss = tf.reduce_mean(${value})
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
${after}    return loss

for epoch in range(2):
    for xs, ys in batches:
        step(xs, ys)
`;

const layers = (last: string, marker = '') =>
  `    keras.layers.Dense(32, activation='relu'),\n    ${last},\n${marker}`;
const of = (count: number, activation: string) => `keras.layers.Dense(${count}, activation='${activation}')`;
const sparse = (argument: string) => `loss_fn = keras.losses.SparseCategoricalCrossentropy(${argument})\n`;
const oneHot = 'np.eye(3)[np.random.randint(0, 3, size=96)]';
const rows = "np.random.random((96, 1)).astype('float32')";

export const ownLoops: Readonly<Record<string, LoopExamples>> = {
  'crossentropy-on-logits': {
    failing: loop({
      layers: layers(
        'keras.layers.Dense(3)',
        '#   ^^^^^^^^^^^^^^^^^^^^^ warning[crossentropy-on-logits]: no softmax\n',
      ),
      setup: sparse(''),
      value: 'loss_fn(ys, out)',
    }),
    fixed: loop({ setup: sparse('from_logits=True'), value: 'loss_fn(ys, out)' }),
    nearMiss: loop({
      call: 'tf.nn.softmax(model(xs, training=True))\n',
      setup: sparse(''),
      value: 'loss_fn(ys, out)',
    }),
  },
  'from-logits-after-softmax': {
    failing: loop({
      layers: layers(of(3, 'softmax')),
      value:
        'keras.losses.sparse_categorical_crossentropy(ys, out, from_logits=True))\n' +
        '#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[from-logits-after-softmax]: softmax\n' +
        '        loss = tf.identity(loss',
    }),
    fixed: loop({
      layers: layers(of(3, 'softmax')),
      value: 'keras.losses.sparse_categorical_crossentropy(ys, out)',
    }),
    nearMiss: loop({ value: 'keras.losses.sparse_categorical_crossentropy(ys, out, from_logits=True)' }),
  },
  'softmax-twice': {
    failing: loop({
      layers: layers(of(3, 'softmax')),
      call:
        'tf.nn.softmax(model(xs, training=True))\n' +
        '#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[softmax-twice]: already\n',
      setup: sparse(''),
      value: 'loss_fn(ys, out)',
    }),
    fixed: loop({ layers: layers(of(3, 'softmax')), setup: sparse(''), value: 'loss_fn(ys, out)' }),
    nearMiss: loop({
      layers: layers(of(3, 'sigmoid')),
      call: 'tf.nn.softmax(tf.math.log(model(xs, training=True) + 1e-6))\n',
      setup: sparse(''),
      value: 'loss_fn(ys, out)',
    }),
  },
  'softmax-single-unit': {
    failing: loop({
      labels: 'np.random.randint(0, 2, size=(96, 1))',
      layers: layers(
        of(1, 'softmax'),
        '#                                    ^^^^^^^^^ warning[softmax-single-unit]: always 1\n',
      ),
      setup: 'loss_fn = keras.losses.BinaryCrossentropy()\n',
      value: 'loss_fn(ys, out)',
    }),
    fixed: loop({
      labels: 'np.random.randint(0, 2, size=(96, 1))',
      layers: layers(of(1, 'sigmoid')),
      setup: 'loss_fn = keras.losses.BinaryCrossentropy()\n',
      value: 'loss_fn(ys, out)',
    }),
    nearMiss: loop({ layers: layers(of(3, 'softmax')), setup: sparse(''), value: 'loss_fn(ys, out)' }),
  },
  'categorical-single-unit': {
    failing: loop({
      labels: 'np.random.randint(0, 2, size=(96, 1))',
      layers: layers(of(1, 'sigmoid')),
      setup:
        'loss_fn = keras.losses.CategoricalCrossentropy()\n' +
        '#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[categorical-single-unit]: always 0\n',
      value: 'loss_fn(ys, out)',
    }),
    fixed: loop({
      labels: 'np.random.randint(0, 2, size=(96, 1))',
      layers: layers(of(1, 'sigmoid')),
      setup: 'loss_fn = keras.losses.BinaryCrossentropy()\n',
      value: 'loss_fn(ys, out)',
    }),
    nearMiss: loop({
      labels: oneHot,
      layers: layers(of(3, 'softmax')),
      setup: 'loss_fn = keras.losses.CategoricalCrossentropy()\n',
      value: 'loss_fn(ys, out)',
    }),
  },
  'activation-not-probability': {
    failing: loop({
      layers: layers(
        of(3, 'relu'),
        '#                                    ^^^^^^ warning[activation-not-probability]: gives none\n',
      ),
      setup: sparse(''),
      value: 'loss_fn(ys, out)',
    }),
    fixed: loop({ layers: layers(of(3, 'softmax')), setup: sparse(''), value: 'loss_fn(ys, out)' }),
    nearMiss: loop({ layers: layers(of(3, 'relu')), value: 'tf.square(out - tf.one_hot(ys, 3))' }),
  },
  'sigmoid-many-classes': {
    failing: loop({
      labels: 'np.random.randint(0, 3, size=(96, 1))',
      layers: layers(of(1, 'sigmoid')),
      setup: 'loss_fn = keras.losses.BinaryCrossentropy()\n',
      value:
        'loss_fn(ys, out))\n' +
        '#                                     ^^ warning[sigmoid-many-classes]: integers 0..2\n' +
        '        loss = tf.identity(loss',
    }),
    fixed: loop({
      labels: 'np.random.randint(0, 2, size=(96, 1))',
      layers: layers(of(1, 'sigmoid')),
      setup: 'loss_fn = keras.losses.BinaryCrossentropy()\n',
      value: 'loss_fn(ys, out)',
    }),
    nearMiss: loop({
      labels: 'np.random.randint(0, 3, size=(96, 1))',
      layers: layers(of(1, 'sigmoid')),
      setup: 'loss_fn = keras.losses.BinaryCrossentropy()\n',
      value: 'loss_fn(tf.cast(ys > 0, tf.float32), out)',
    }),
  },
  'softmax-multi-hot': {
    failing: loop({
      labels: 'np.random.randint(0, 2, size=(96, 3))',
      layers: layers(of(3, 'softmax')),
      setup: 'loss_fn = keras.losses.CategoricalCrossentropy()\n',
      value:
        'loss_fn(ys, out))\n' +
        '#                                     ^^ warning[softmax-multi-hot]: several ones\n' +
        '        loss = tf.identity(loss',
    }),
    fixed: loop({
      labels: 'np.random.randint(0, 2, size=(96, 3))',
      layers: layers(of(3, 'sigmoid')),
      setup: 'loss_fn = keras.losses.BinaryCrossentropy()\n',
      value: 'loss_fn(ys, out)',
    }),
    nearMiss: loop({
      labels: oneHot,
      layers: layers(of(3, 'softmax')),
      setup: 'loss_fn = keras.losses.CategoricalCrossentropy()\n',
      value: 'loss_fn(ys, out)',
    }),
  },
  'one-hot-sparse-loss': {
    failing: loop({
      inputs: "np.random.random((96, 4, 10)).astype('float32')",
      labels: 'np.eye(4)[np.random.randint(0, 4, size=96)]',
      value:
        'tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.cast(ys, tf.int32), logits=out))\n' +
        '#                                                                                   ^^^^^^^^^^^^^^^^^^^^^ warning[one-hot-sparse-loss]: one-hot\n' +
        '        loss = tf.identity(loss',
    }),
    fixed: loop({
      inputs: "np.random.random((96, 4, 10)).astype('float32')",
      labels: 'np.random.randint(0, 3, size=(96, 4))',
      value: 'tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.cast(ys, tf.int32), logits=out)',
    }),
    nearMiss: loop({
      labels: 'np.eye(3)[np.random.randint(0, 3, size=96)]',
      value: 'tf.nn.softmax_cross_entropy_with_logits(labels=ys, logits=out)',
    }),
  },
  'labels-out-of-range': {
    failing: loop({
      labels: 'np.random.randint(1, 4, size=96)',
      setup: sparse('from_logits=True'),
      value:
        'loss_fn(ys, out))\n' +
        '#                                     ^^ warning[labels-out-of-range]: integers 1..3\n' +
        '        loss = tf.identity(loss',
    }),
    fixed: loop({
      labels: 'np.random.randint(0, 3, size=96)',
      setup: sparse('from_logits=True'),
      value: 'loss_fn(ys, out)',
    }),
    nearMiss: loop({
      labels: 'np.random.randint(1, 4, size=96)',
      setup: sparse('from_logits=True'),
      value: 'loss_fn(ys - 1, out)',
    }),
  },
  'regression-broadcast': {
    failing: loop({
      labels: rows,
      setup: 'loss_fn = keras.losses.MeanSquaredError()\n',
      value:
        'loss_fn(ys, out))\n' +
        '#                                     ^^ warning[regression-broadcast]: repeats\n' +
        '        loss = tf.identity(loss',
    }),
    fixed: loop({
      labels: rows,
      layers: layers('keras.layers.Dense(1)'),
      setup: 'loss_fn = keras.losses.MeanSquaredError()\n',
      value: 'loss_fn(ys, out)',
    }),
    nearMiss: loop({
      labels: "np.random.random((96, 3)).astype('float32')",
      setup: 'loss_fn = keras.losses.MeanSquaredError()\n',
      value: 'loss_fn(ys, out)',
    }),
  },
  'flat-labels-broadcast': {
    failing: loop({
      labels: "np.random.random(96).astype('float32')",
      layers: layers('keras.layers.Dense(1)'),
      value:
        '(ys - out) ** 2)\n' +
        '#                              ^^^^^^^^ warning[flat-labels-broadcast]: (32, 32)\n' +
        '        loss = tf.identity(loss',
    }),
    fixed: loop({
      labels: "np.random.random(96).astype('float32')",
      layers: layers('keras.layers.Dense(1)'),
      value: '(ys - out[:, 0]) ** 2',
    }),
    nearMiss: loop({ labels: rows, layers: layers('keras.layers.Dense(1)'), value: '(ys - out) ** 2' }),
  },
  'unscaled-inputs': {
    failing: loop({
      inputs: "np.random.randint(0, 256, size=(96, 10)).astype('float32')",
      call: 'model(xs, training=True)\n' + '#                   ^^ warning[unscaled-inputs]: 0..255\n',
      setup: sparse('from_logits=True'),
      value: 'loss_fn(ys, out)',
    }),
    fixed: loop({
      inputs: "np.random.randint(0, 256, size=(96, 10)).astype('float32') / 255",
      setup: sparse('from_logits=True'),
      value: 'loss_fn(ys, out)',
    }),
    nearMiss: loop({
      inputs: "np.random.randint(0, 256, size=(96, 10)).astype('float32')",
      layers: '    keras.layers.Rescaling(1 / 255),\n    keras.layers.Dense(3),\n',
      setup: sparse('from_logits=True'),
      value: 'loss_fn(ys, out)',
    }),
  },
  'accuracy-on-regression': {
    failing: loop({
      labels: rows,
      layers: layers('keras.layers.Dense(1)'),
      setup: 'accuracy = keras.metrics.BinaryAccuracy()\n',
      value: 'tf.square(ys - out)',
      after:
        '    accuracy.update_state(ys, out)\n' +
        '#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[accuracy-on-regression]: numbers\n',
    }),
    fixed: loop({
      labels: rows,
      layers: layers('keras.layers.Dense(1)'),
      setup: 'error = keras.metrics.MeanAbsoluteError()\n',
      value: 'tf.square(ys - out)',
      after: '    error.update_state(ys, out)\n',
    }),
    nearMiss: loop({
      labels: 'np.random.randint(0, 2, size=(96, 1))',
      layers: layers('keras.layers.Dense(1)'),
      setup: 'accuracy = keras.metrics.BinaryAccuracy(threshold=0.0)\n',
      value: 'keras.losses.binary_crossentropy(ys, out, from_logits=True)',
      after: '    accuracy.update_state(ys, out)\n',
    }),
  },
  'accuracy-kind': {
    failing: loop({
      setup:
        `${sparse('from_logits=True')}accuracy = keras.metrics.CategoricalAccuracy()\n` +
        '#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[accuracy-kind]: class numbers\n',
      value: 'loss_fn(ys, out)',
      after: '    accuracy.update_state(ys, out)\n',
    }),
    fixed: loop({
      setup: `${sparse('from_logits=True')}accuracy = keras.metrics.SparseCategoricalAccuracy()\n`,
      value: 'loss_fn(ys, out)',
      after: '    accuracy.update_state(ys, out)\n',
    }),
    nearMiss: loop({
      setup: `${sparse('from_logits=True')}accuracy = keras.metrics.CategoricalAccuracy()\n`,
      value: 'loss_fn(ys, out)',
      after: '    accuracy.update_state(tf.one_hot(ys, 3), out)\n',
    }),
  },
};
