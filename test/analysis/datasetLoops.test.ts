/** Loops over data sets: the shapes of batches reach what the script does with each of them. */
import { expect, test } from 'vitest';
import { analyse, compare } from '../checks/markers.ts';

const start = `import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.random((100, 10)).astype('float32')
y = np.random.randint(0, 3, size=100)
batches = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100).batch(32)
`;

/** A marker under what the line's call of `model` takes. */
function underArgument(line: string): string {
  const [argument] = /(?<=model\()[^)]+/.exec(line) ?? [''];
  return `#${'^'.repeat(argument.length).padStart(line.indexOf('model(') + 'model('.length + argument.length - 1)}`;
}

const found: Readonly<Record<string, string>> = {
  'for a batch': `${start}
model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(3)])
for xs, ys in batches:
    model(xs)
#         ^^ error[input-shape]: (None, 10)
`,
  'enumerated, in a function that TensorFlow traces': `${start}
@tf.function
def step(xs, ys):
    return tf.matmul(xs, tf.ones((3, 4)))
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[layer-shape]: (None, 10)
for epoch in range(3):
    for index, (xs, ys) in enumerate(batches):
        step(xs, ys)
`,
  'the first one': `${start}
xs, ys = next(iter(batches))
tf.reshape(xs[0], (3, 4))
#^^^^^^^^^^^^^^^^^^^^^^^^ error[layer-shape]: (10,)
`,
  ...Object.fromEntries(
    [
      '[model(xs) for xs, ys in batches if len(xs.shape) == 2]',
      '[model(xs) for xs, ys in batches if xs[0, 0] > 0.5]',
      '[model(xs) for xs, ys in batches for turn in range(2)]',
      '[model(xs) for turn in range(2) for xs, ys in batches]',
      '{index: model(xs) for index, (xs, ys) in enumerate(batches)}',
      '{model(xs).shape for xs, ys in batches}',
      'sum(float(tf.reduce_sum(model(xs))) for xs, ys in batches)',
      'any(model(xs) is None for xs, ys in batches)',
      'np.concatenate([model(xs) for xs, ys in batches if True])',
      'list(model(xs) for xs, ys in batches.filter(lambda xs, ys: ys[0] > 0))',
      'next(model(xs) for xs, ys in batches)',
      'list(map(lambda batch: model(batch[0]), batches))',
    ].map(expression => [
      expression,
      `${start}
model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(3)])
result = ${expression}
${underArgument(`result = ${expression}`)} error[input-shape]: 10)
`,
    ]),
  ),
  'what comprehensions over batches give': `${start}
four = batches.take(4)
counts = [
    len([1 for xs, ys in four if len(xs.shape) == 2]),
    len([1 for xs, ys in four for turn in range(3)]),
    len({turn: xs for xs, ys in four for turn in range(3)}),
    len({xs.shape[1] for xs, ys in four}),
    len([xs for xs, ys in four if len(xs.shape) == 3]),
    sum(1 for xs, ys in four),
    len(list(xs for xs, ys in four)),
]
np.zeros(3)[3 if counts == [4, 12, 3, 1, 0, 4, 4] else 0]
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[index-error]
`,
};

test.each(Object.entries(found))('%s', async (_, snippet) => {
  expect(await compare(snippet)).toEqual([]);
});

const silent: Readonly<Record<string, string>> = {
  'a model that its first batch builds': `${start}
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.LSTM(4)
        self.out = keras.layers.Dense(3)
    def call(self, inputs):
        return self.out(self.hidden(inputs[..., None]))
net = Net()
optimizer = keras.optimizers.Adam()
for xs, ys in batches.repeat().take(5):
    with tf.GradientTape() as tape:
        loss = keras.losses.sparse_categorical_crossentropy(ys, net(xs), from_logits=True)
    optimizer.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))
net.summary()
print(net.out.kernel.shape[0] + 1)
`,
  'sums over batches whose last one is smaller': `${start}
seen, total = 0, []
for xs, ys in batches:
    seen += xs.shape[0]
    for row in range(ys.shape[0]):
        total.append(float(ys[row]))
    noise = tf.random.normal((xs.shape[0], 4))
print(seen / 100, np.mean(total))
`,
  'gradients of a mean over rows that are not counted': `${start}
w = tf.Variable(1.0)
for xs, ys in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(w * xs))
    w.assign_sub(0.1 * tape.gradient(loss, w))
`,
  'what only a later batch may have': `${start}
best = None
for index, (xs, ys) in enumerate(batches):
    if index > 0 and float(ys[0]) > 1:
        best.append(xs)
    best = [xs]
`,
  'comprehensions over batches': `${start}
model = keras.Sequential([keras.Input((10,)), keras.layers.Dense(3, activation='softmax')])
predicted = np.concatenate([model(xs).numpy() for xs, ys in batches if xs.shape[0] == 32])
labels = np.concatenate(list(ys for xs, ys in batches))
never = (xs.nothing for xs, ys in batches)
wide = [model(xs[:, :12]) for xs, ys in batches if xs.shape[1] == 12]
by_index = {index: model(xs) for index, (xs, ys) in enumerate(batches)}
print(predicted.shape, labels.shape, by_index[0].shape, sum(len(ys) for xs, ys in batches) / 100)
worst = max(float(tf.reduce_max(model(xs))) for xs, ys in batches)
right = sum(int(np.sum(np.argmax(model(xs), axis=1) == ys)) for xs, ys in batches)
print(f'{worst:.2f} {right / len(x):.1%}', [row.shape for xs, ys in batches for row in xs][0])
`,
  'an iterator of its own': `${start}
batch = iter(batches)
for _ in range(3):
    xs, ys = batch.get_next()
    xs, ys = next(batch)
for xs, ys in batches.as_numpy_iterator():
    xs.mean().round(2)
`,
};

test.each(Object.entries(silent))('silent: %s', async (_, snippet) => {
  expect((await analyse(snippet)).findings).toEqual([]);
});
