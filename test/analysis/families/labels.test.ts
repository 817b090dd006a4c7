/** Labels, losses and last layers that do not fit together. */
import { classifier, testFamilies } from './families.ts';

const integers = 'np.random.randint(0, 3, size=(100, 1))';
const oneHot = 'np.eye(3)[np.random.randint(0, 3, size=100)]';
const softmax = "Dense(3, activation='softmax')";
const sigmoid = "Dense(1, activation='sigmoid')";
const sparse = "'sparse_categorical_crossentropy'";
const categorical = "'categorical_crossentropy'";
const binary = "'binary_crossentropy'";
const binaryLabels = 'np.random.randint(0, 2, size=(100, 1))';

testFamilies([
  {
    name: '1: integer labels with a categorical loss',
    failing: classifier(
      integers,
      softmax,
      categorical,
      '#            ^ error[label-shape]: `y` is (100, 1) integers 0..2, `categorical_crossentropy` needs one-hot rows (100, 3)',
    ),
    fixed: classifier(integers, softmax, sparse),
    nearMiss: classifier(oneHot, softmax, categorical),
  },
  {
    name: '2: more units than classes',
    failing: classifier(
      oneHot,
      "Dense(10, activation='softmax')",
      categorical,
      '#            ^ error[label-shape]: `y` is (100, 3) and the model outputs (100, 10)',
    ),
    fixed: classifier(oneHot, softmax, categorical),
    nearMiss: classifier(integers, "Dense(10, activation='softmax')", sparse),
  },
  {
    name: '3: one-hot labels with a sparse loss',
    failing: classifier(
      oneHot,
      softmax,
      sparse,
      '#            ^ error[label-shape]: one-hot rows; `sparse_categorical_crossentropy` needs one integer',
    ),
    fixed: classifier(oneHot, softmax, categorical),
    nearMiss: classifier(`np.argmax(${oneHot}, axis=-1)`, softmax, sparse),
  },
  {
    name: '4: labels that begin at 1',
    failing: classifier(
      'np.random.randint(1, 4, size=100)',
      softmax,
      sparse,
      '#            ^ error[label-range]: labels must lie in 0..2',
    ),
    fixed: classifier('np.random.randint(1, 4, size=100) - 1', softmax, sparse),
    nearMiss: classifier('np.random.randint(1, 4, size=100)', "Dense(4, activation='softmax')", sparse),
  },
  {
    name: '5: binary crossentropy over two units',
    failing: classifier(
      binaryLabels,
      "Dense(2, activation='sigmoid')",
      binary,
      '#            ^ error[label-shape]: the model outputs (100, 2)',
    ),
    fixed: classifier(binaryLabels, sigmoid, binary),
    nearMiss: classifier('np.random.randint(0, 2, size=(100, 2))', "Dense(2, activation='sigmoid')", binary),
  },
  {
    name: '6: softmax over one unit',
    failing: `y = ${binaryLabels}
model = Sequential()
model.add(Input((4,)))
model.add(Dense(1, activation='softmax'))
#                             ^^^^^^^^^ warning[softmax-single-unit]: always 1
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(x, y)
`,
    fixed: classifier(binaryLabels, sigmoid, binary),
    nearMiss: classifier('np.random.randint(0, 2, size=100)', "Dense(2, activation='softmax')", sparse),
  },
  {
    name: '7: three classes into a sigmoid',
    failing: classifier(
      integers,
      sigmoid,
      binary,
      '#            ^ warning[sigmoid-many-classes]: expects 0 or 1',
    ),
    fixed: classifier(integers, softmax, sparse),
    nearMiss: classifier(binaryLabels, sigmoid, binary),
  },
  {
    name: '8: crossentropy on raw outputs',
    failing: `y = ${integers}
model = Sequential()
model.add(Input((4,)))
model.add(Dense(3))
#         ^^^^^^^^ warning[crossentropy-on-logits]: has no softmax
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y)
`,
    fixed: classifier(integers, 'Dense(3)', 'keras.losses.SparseCategoricalCrossentropy(from_logits=True)'),
    nearMiss: classifier(integers, softmax, sparse),
  },
  {
    name: '9: softmax twice',
    failing: `y = ${integers}
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
#                                                             ^^^^^^^^^^^^^^^^ warning[from-logits-after-softmax]
model.fit(x, y)
`,
    fixed: classifier(integers, 'Dense(3)', 'keras.losses.SparseCategoricalCrossentropy(from_logits=True)'),
    nearMiss: classifier(integers, softmax, 'keras.losses.SparseCategoricalCrossentropy(from_logits=False)'),
  },
  {
    name: '10: a regression that broadcasts',
    failing: classifier(
      'np.random.random((100, 1))',
      'Dense(3)',
      "'mse'",
      '#            ^ warning[regression-broadcast]: the model outputs (None, 3)',
    ),
    fixed: classifier('np.random.random((100, 1))', 'Dense(1)', "'mse'"),
    nearMiss: classifier('np.random.random((100, 3))', 'Dense(3)', "'mse'"),
  },
  {
    name: '22: fewer labels than samples',
    failing: classifier(
      'np.random.randint(0, 3, size=99)',
      softmax,
      sparse,
      '#            ^ error[cardinality]: `x` has 100 rows and `y` has 99',
    ),
    fixed: classifier('np.random.randint(0, 3, size=100)', softmax, sparse),
    nearMiss: classifier('np.random.randint(0, 3, size=len(x))', softmax, sparse),
  },
]);
