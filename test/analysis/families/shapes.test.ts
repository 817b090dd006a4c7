/** Shapes of inputs and layers that do not fit together. */
import { testFamilies } from './families.ts';

const image = (shape: string, size: string) => `images = np.random.random((100, ${size}))
y = np.random.randint(0, 3, size=100)
model = Sequential([Input((${shape})), Conv2D(4, 3), Flatten(), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(images, y)
`;
const sequence = (keep: string) => `steps = np.random.random((100, 15, 4))
y = np.eye(2)[np.random.randint(0, 2, size=100)]
model = Sequential([Input((15, 4)), LSTM(8${keep}), Dense(2, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(steps, y)
`;
const two = (inputs: string, losses = "'mse'") => `a, b = Input((4,)), Input((5,))
both = Concatenate()([a, b])
model = Model([a, b], [Dense(1, name='p')(both), Dense(1, name='q')(both)])
model.compile(loss=${losses}, optimizer='adam')
model.fit(${inputs}, [np.zeros((10, 1)), np.zeros((10, 1))])
`;
const pair = '[np.zeros((10, 4)), np.zeros((10, 5))]';

testFamilies([
  {
    name: '11: no channel axis',
    failing: `model = Sequential()
model.add(Conv2D(8, 3, input_shape=(28, 28)))
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[input-rank]: at least 4 dimensions and receives (None, 28, 28)
`,
    fixed: 'model = Sequential()\nmodel.add(Conv2D(8, 3, input_shape=(28, 28, 1)))\n',
    nearMiss: 'model = Sequential()\nmodel.add(Conv1D(8, 3, input_shape=(28, 28)))\n',
  },
  {
    name: '12: the number of samples in the input shape',
    failing: `model = Sequential()
model.add(Conv2D(8, 3, input_shape=(100, 28, 28, 1)))
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[input-rank]: receives (None, 100, 28, 28, 1)
`,
    fixed: 'model = Sequential()\nmodel.add(Conv2D(8, 3, input_shape=(28, 28, 1)))\n',
    nearMiss: 'model = Sequential()\nmodel.add(Conv3D(8, 3, input_shape=(100, 28, 28, 1)))\n',
  },
  {
    name: '13: a convolution on flat data',
    failing: `model = Sequential()
model.add(Input((784,)))
model.add(Conv2D(8, 3))
#         ^^^^^^^^^^^^ error[input-rank]: receives (None, 784)
`,
    fixed:
      'model = Sequential()\nmodel.add(Input((784,)))\nmodel.add(Reshape((28, 28, 1)))\nmodel.add(Conv2D(8, 3))\n',
    nearMiss: "model = Sequential()\nmodel.add(Input((784,)))\nmodel.add(Dense(8, activation='relu'))\n",
  },
  {
    name: '14: stacked recurrent layers without sequences',
    failing: `model = Sequential()
model.add(Input((20, 4)))
model.add(LSTM(8))
model.add(LSTM(6))
#         ^^^^^^^ error[input-rank]: needs input with 3 dimensions and receives (None, 8)
`,
    fixed:
      'model = Sequential()\nmodel.add(Input((20, 4)))\nmodel.add(LSTM(8, return_sequences=True))\nmodel.add(LSTM(6))\n',
    nearMiss:
      'model = Sequential()\nmodel.add(Input((20, 4)))\nmodel.add(LSTM(8))\nmodel.add(RepeatVector(3))\nmodel.add(LSTM(6))\n',
  },
  {
    name: '15: the last recurrent layer keeps the sequence',
    failing: `${sequence(', return_sequences=True')}#                ^ error[label-shape]: the model outputs (100, 15, 2)`,
    fixed: sequence(''),
    nearMiss: sequence(', return_sequences=False'),
  },
  {
    name: '16: another number of features',
    failing: `y = np.random.randint(0, 3, size=100)
model = Sequential([Input((784,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y)
#         ^ error[input-shape]: \`x\` is (100, 4), and the model takes (None, 784)
`,
    fixed: `y = np.random.randint(0, 3, size=100)
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y)
`,
    nearMiss: `y = np.random.randint(0, 3, size=100)
model = Sequential([Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y)
`,
  },
  {
    name: '17: images of another size',
    failing: `${image('28, 28, 3', '32, 32, 3')}#         ^^^^^^ error[input-shape]: \`images\` is (100, 32, 32, 3), and the model takes (None, 28, 28, 3)`,
    fixed: image('32, 32, 3', '32, 32, 3'),
    nearMiss: image('28, 28, 1', '28, 28'),
  },
  {
    name: '18: nothing left to pool',
    failing: `model = Sequential()
model.add(Input((2, 2, 8)))
model.add(MaxPooling2D(2))
model.add(MaxPooling2D((2, 2)))
#         ^^^^^^^^^^^^^^^^^^^^ error[shape-too-small]: axis 1 has only 1
`,
    fixed:
      "model = Sequential()\nmodel.add(Input((2, 2, 8)))\nmodel.add(MaxPooling2D(2))\nmodel.add(MaxPooling2D(2, padding='same'))\n",
    nearMiss:
      'model = Sequential()\nmodel.add(Input((4, 4, 8)))\nmodel.add(MaxPooling2D(2))\nmodel.add(MaxPooling2D(2))\n',
  },
  {
    name: '19: another number of elements',
    failing: `model = Sequential()
model.add(Input((784,)))
model.add(Reshape((30, 28)))
#         ^^^^^^^^^^^^^^^^^ error[reshape-size]: (784,) holds 784 elements and (30, 28) holds 840
`,
    fixed: 'model = Sequential()\nmodel.add(Input((784,)))\nmodel.add(Reshape((28, 28)))\n',
    nearMiss: 'model = Sequential()\nmodel.add(Input((784,)))\nmodel.add(Reshape((-1, 28)))\n',
  },
  {
    name: '20: branches of different size',
    failing: `a, b = Input((8, 4)), Input((7, 4))
both = Concatenate()([a, b])
#      ^^^^^^^^^^^^^ error[merge-shapes]: (None, 8, 4) and (None, 7, 4)
`,
    fixed: 'a, b = Input((8, 4)), Input((8, 4))\nboth = Concatenate()([a, b])\n',
    nearMiss: 'a, b = Input((8, 4)), Input((7, 4))\nboth = Concatenate(axis=1)([a, b])\n',
  },
  {
    name: '21: a shortcut with other channels',
    failing: `a = Input((16, 16, 32))
b = Conv2D(16, 3, padding='same')(a)
c = Add()([a, b])
#   ^^^^^ error[merge-shapes]: (None, 16, 16, 32), (None, 16, 16, 16)
`,
    fixed: "a = Input((16, 16, 32))\nb = Conv2D(32, 3, padding='same')(a)\nc = Add()([a, b])\n",
    nearMiss: "a = Input((16, 16, 32))\nb = Conv2D(1, 3, padding='same')(a)\nc = Multiply()([a, b])\n",
  },
  {
    name: '23: one array for two inputs',
    failing: two('np.zeros((10, 4))').replace(/\n$/, '\n#         ^^^^^^^^^^^^^^^^^ error[input-count]\n'),
    fixed: two(pair),
    nearMiss: two(pair, "{'p': 'mse', 'q': 'mae'}"),
  },
]);
