/** Ways out of labels that do not fit in losses and metrics that a script calls itself. */
import type { FixCase } from '../fixing.ts';

interface Parts {
  readonly imports?: string;
  readonly labels: string;
  readonly layers?: string;
  readonly setup?: string;
  readonly loss: string;
  readonly after?: string;
}

const loop = ({
  imports = '',
  labels,
  layers,
  setup = '',
  loss,
  after = '',
}: Parts): string => `import numpy as np
import tensorflow as tf
from tensorflow import keras
${imports}
x = np.random.random((12, 4)).astype('float32')
y = ${labels}
batches = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(12).batch(4)
model = keras.Sequential([
    keras.layers.Dense(8, activation='relu'),
    keras.layers.Dense(${layers ?? "3, activation='softmax'"}),
])
optimizer = keras.optimizers.Adam()
${setup}
for xs, ys in batches:
    with tf.GradientTape() as tape:
        out = model(xs, training=True)
        loss = tf.reduce_mean(${loss})
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
${after}`;

const integers = 'np.arange(12) % 3';
const hot = 'np.eye(3)[np.arange(12) % 3]';
const encoded = 'Make the labels one-hot with `one_hot`';
const argmax = 'Turn the one-hot rows into integers with `argmax`';

export const ownLoopFixes: Readonly<Record<string, FixCase>> = {
  'class numbers for an object': {
    program: loop({
      labels: integers,
      setup: 'loss_fn = keras.losses.CategoricalCrossentropy()',
      loss: 'loss_fn(ys, out)',
    }),
    code: 'label-shape',
    titles: [encoded, 'Change the loss to `SparseCategoricalCrossentropy`'],
  },
  'a column of class numbers for a function that was imported': {
    program: loop({
      imports: 'from tensorflow.keras.losses import categorical_crossentropy\n',
      labels: '(np.arange(12) % 3).reshape(-1, 1)',
      loss: 'categorical_crossentropy(ys, out)',
    }),
    code: 'label-shape',
    titles: [encoded, 'Change the loss to `sparse_categorical_crossentropy`'],
  },
  'one-hot rows for a function': {
    program: loop({ labels: hot, loss: 'keras.losses.sparse_categorical_crossentropy(ys, out)' }),
    code: 'label-shape',
    titles: ['Change the loss to `categorical_crossentropy`', argmax],
  },
  'more classes than units': {
    program: loop({
      labels: 'np.eye(5)[np.arange(12) % 5]',
      setup: 'loss_fn = keras.losses.CategoricalCrossentropy()',
      loss: 'loss_fn(ys, out)',
    }),
    code: 'label-shape',
    titles: ['Give the last layer 5 units'],
  },
  'flat labels for a function': {
    program: loop({
      labels: "(np.arange(12) % 2).astype('float32')",
      layers: "1, activation='sigmoid'",
      loss: 'keras.losses.binary_crossentropy(ys, out)',
    }),
    code: 'label-shape',
    titles: ['Make the labels a column, as the output is'],
  },
  'two units for zeros and ones': {
    program: loop({
      labels: "(np.arange(12) % 2).astype('float32')",
      layers: "2, activation='sigmoid'",
      loss: 'keras.losses.binary_crossentropy(ys, out)',
    }),
    code: 'label-shape',
    titles: ['Use one unit with a sigmoid'],
  },
  'one-hot rows for a crossentropy of TensorFlow': {
    program: loop({
      labels: hot,
      layers: '3',
      loss: 'tf.nn.sparse_softmax_cross_entropy_with_logits(labels=ys, logits=out)',
    }),
    code: 'label-shape',
    titles: ['Change the loss to `softmax_cross_entropy_with_logits`', argmax],
  },
  'one-hot rows for a metric': {
    program: loop({
      labels: hot,
      setup: 'metric = keras.metrics.SparseCategoricalAccuracy()',
      loss: 'keras.losses.categorical_crossentropy(ys, out)',
      after: '    metric.update_state(ys, out)\nprint(float(metric.result()))\n',
    }),
    code: 'label-shape',
    titles: ['Use `CategoricalAccuracy`', argmax],
  },
  'class numbers for an F score that is called': {
    program: loop({
      labels: integers,
      setup: 'score = keras.metrics.F1Score()',
      loss: 'keras.losses.sparse_categorical_crossentropy(ys, out)',
      after: '    score(ys, out)\n',
    }),
    code: 'metric-shape',
    titles: [encoded],
  },
  'arrays without batches': {
    program: `import numpy as np
import keras

x, y = np.random.random((12, 4)).astype('float32'), np.arange(12) % 3
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation='softmax')])
print(keras.losses.categorical_crossentropy(y, model(x)))
`,
    code: 'label-shape',
    titles: [
      'Make the labels one-hot with `to_categorical`',
      'Change the loss to `sparse_categorical_crossentropy`',
    ],
  },
  'the step of a model that asks for its own loss': {
    program: `import numpy as np
import tensorflow as tf
from tensorflow import keras

class Own(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            out = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=out)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {'loss': loss}

x, y = np.random.random((12, 4)).astype('float32'), np.arange(12) % 3
inputs = keras.Input((4,))
model = Own(inputs, keras.layers.Dense(3, activation='softmax')(inputs))
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(x, y, epochs=1, verbose=0)
`,
    code: 'label-shape',
  },
  'a constant that the tape does not watch': {
    program: `import tensorflow as tf

x = tf.constant([1.0, 2.0])
with tf.GradientTape() as tape:
    y = tf.reduce_sum(x**2)
print(2.0 * tape.gradient(y, x).numpy())
`,
    code: 'tensor-not-watched',
  },
  'what the block of the tape itself computes': {
    program: `import tensorflow as tf

def slopes(weights):
    with tf.GradientTape(persistent=True) as tape:
        scaled = weights / 2.0
        scaled = tf.nn.relu(scaled)
        total = tf.reduce_sum(scaled * scaled)
    return tape.gradient(total, [scaled])

print(slopes(tf.ones(3)))
`,
    code: 'tensor-not-watched',
    titles: ['Let the tape watch `scaled`'],
  },
  'data of another size than the input': {
    program: `${loop({
      labels: integers,
      loss: 'keras.losses.sparse_categorical_crossentropy(ys, out)',
    }).replace('    keras.layers.Dense(8', '    keras.Input((5,)),\n    keras.layers.Dense(8')}`,
    code: 'input-shape',
    titles: ['Change the shape of the input to (4,)'],
  },
};
