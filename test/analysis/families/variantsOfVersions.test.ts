/** Programs that one version of Keras refuses and another one runs. */
import { model, sparse, testVariants } from './variants.ts';

const pictures = `m = Sequential([Conv2D(4, 3, 3, input_shape=(8, 8, 1)), Flatten(), Dense(1)])
m.compile(loss='mse', optimizer='adam')
`;
testVariants([
  ['lr in Keras 3', `keras.optimizers.Adam(lr=0.1)`, ['lr', 'renamed-argument'], '3'],
  ['lr in Keras 2', `keras.optimizers.Adam(lr=0.1)`, null, '2'],
  ['init in Keras 3', `Dense(3, init='uniform')`, ['init', 'renamed-argument'], '3'],
  ['init in Keras 1', `Dense(3, init='uniform')`, null, '1'],
  ['nb_epoch in Keras 3', `${sparse}m.fit(x, ints, nb_epoch=2)`, ['nb_epoch', 'renamed-argument'], '3'],
  // Keras 1 adds, drops and repeats no axis.
  [
    'numbers for three outputs in Keras 1',
    `${model('Dense(3)', 'mse')}m.fit(x, numbers)`,
    ['numbers', 'label-shape'],
    '1',
  ],
  ['flat numbers for one output in Keras 1', `${model('Dense(1)', 'mse')}m.fit(x, numbers[:, 0])`, null, '1'],
  ['integers under a sparse loss in Keras 1', `${sparse}m.fit(x, ints)`, null, '1'],
  [
    'one-hot rows under a sparse loss in Keras 1, to validate on',
    `${sparse}m.fit(x, ints, validation_data=(x, hot))`,
    ['hot', 'label-shape'],
    '1',
  ],
  [
    'labels under a loss of the script in Keras 1',
    `def distance(labels, outputs):
    return (labels - outputs) ** 2
${model('Dense(3)', 'mse').replace("'mse'", 'distance')}m.fit(x, numbers)`,
    null,
    '1',
  ],
  [
    'pictures without channels in Keras 1',
    `${pictures}m.fit(np.random.random((96, 8, 8)), numbers)`,
    ['np.random.random((96, 8, 8))', 'input-rank'],
    '1',
  ],
  [
    'pictures without channels in Keras 3',
    `${pictures}m.fit(np.random.random((96, 8, 8)), numbers)`,
    null,
    '3',
  ],
  ['nb_epoch in Keras 1', `${sparse}m.fit(x, ints, nb_epoch=2)`, null, '1'],
  ['a number as a shape in Keras 3', `Input(shape=(10))`, ['10', 'shape-not-a-tuple'], '3'],
  [
    'an input left out in Keras 2',
    `a, b = Input((4,)), Input((3,))\nModel(a, Dense(1)(Concatenate()([a, b])))`,
    ['a', 'graph-disconnected'],
    '2',
  ],
  [
    'an input left out in Keras 3',
    `a, b = Input((4,)), Input((3,))\nModel(a, Dense(1)(Concatenate()([a, b])))`,
    null,
    '3',
  ],
]);
