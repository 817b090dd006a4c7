/** Labels that do not fit the loss and the output, in the words of each version of Keras. */
import { compiled, testWords } from './versionWords.ts';

const sparse = compiled(undefined, 'sparse_categorical_crossentropy');
const binary = (units: number) => compiled(`Dense(${units}, activation='sigmoid')`, 'binary_crossentropy');
const onModel = (place: string, given: string) =>
  `ValueError: Error when checking model target: expected dense_2 to have ${place} but got array with shape ${given}`;

testWords({
  'class numbers for a loss that takes one-hot rows': [
    `${compiled()}m.fit(x, ints, epochs=2)`,
    {
      1: onModel('shape (None, 3)', '(100, 1)'),
      2: 'ValueError: Shapes (None, 1) and (None, 3) are incompatible',
    },
  ],
  'the same in batches of one size': [
    `${compiled()}m.fit(x, ints, batch_size=50, epochs=2)`,
    { 2: 'ValueError: Shapes (50, 1) and (50, 3) are incompatible' },
  ],
  'the same on a test': [
    `${compiled()}m.fit(x, hot)\nm.evaluate(x, ints)`,
    { 2: 'ValueError: Shapes (None, 1) and (None, 3) are incompatible' },
  ],
  'one-hot rows for a loss that takes class numbers': [
    `${sparse}m.fit(x, hot)`,
    {
      1: onModel('shape (None, 1)', '(100, 3)'),
      2: 'InvalidArgumentError: Graph execution error:\n\nlogits and labels must have the same first dimension, got logits shape [32,3] and labels shape [96]',
    },
  ],
  'one-hot rows in batches of one size': [
    `${sparse}m.fit(x, hot, batch_size=50)`,
    {
      2: 'ValueError: `labels.shape` must equal `logits.shape` except for the last dimension. Received: labels.shape=(150,) and logits.shape=(50, 3)',
    },
  ],
  'words for class numbers': [
    `words = np.array(['a', 'b', 'c', 'a'] * 25)\n${sparse}m.fit(x, words)`,
    {
      1: "ValueError: could not convert string to float: 'a'",
      2: 'UnimplementedError: Graph execution error:\n\nCast string to int64 is not supported',
      3: 'ValueError: Invalid dtype: str32',
    },
  ],
  'words for one-hot rows': [
    `words = np.array(['a', 'b', 'c', 'a'] * 25)\n${compiled()}m.fit(x, words)`,
    {
      2: 'ValueError: Shapes (None, 1) and (None, 3) are incompatible',
      3: 'ValueError: Invalid dtype: str32',
    },
  ],
  'words for flags': [
    `words = np.array(['no', 'yes'] * 50)\n${compiled("Dense(1, activation='sigmoid')", 'binary_crossentropy')}m.fit(x, words)`,
    {
      1: "ValueError: could not convert string to float: 'no'",
      2: 'UnimplementedError: Graph execution error:\n\nCast string to float is not supported',
    },
  ],
  'a class without a unit': [
    `${sparse}m.fit(x, ints + 1)`,
    {
      1: 'InvalidArgumentError: Received a label value of 3 which is outside the valid range of [0, 3).',
      2: 'InvalidArgumentError: Graph execution error:\n\nReceived a label value of 3 which is outside the valid range of [0, 3).',
    },
  ],
  'one flag for two units': [
    `${binary(2)}m.fit(x, flags)`,
    {
      1: onModel('shape (None, 2)', '(100, 1)'),
      2: 'ValueError: `logits` and `labels` must have the same shape, received ((None, 2) vs (None, 1)).',
    },
  ],
  'one flag for two units without a sigmoid, which tf.keras repeats': [
    `${compiled('Dense(2)', 'binary_crossentropy')}m.fit(x, flags)`,
    {
      1: onModel('shape (None, 2)', '(100, 1)'),
      2: null,
      3: 'ValueError: Arguments `target` and `output` must have the same shape. Received: target.shape=(32, 1), output.shape=(32, 2)',
    },
  ],
  'two columns for three units': [
    `${compiled('Dense(3)', 'mse')}m.fit(x, hot[:, :2])`,
    {
      1: onModel('shape (None, 3)', '(100, 2)'),
      2: "ValueError: Dimensions must be equal, but are 3 and 2 for '{{node mean_squared_error/SquaredDifference}} = SquaredDifference[T=DT_FLOAT](sequential/dense_1/BiasAdd, IteratorGetNext:1)' with input shapes: [?,3], [?,2].",
    },
  ],
  'a weight for each class of each sample': [
    `${compiled()}m.fit(x, hot, sample_weight=np.ones((100, 3)))`,
    {
      1: 'ValueError: Found a sample_weight array with shape (100, 3). In order to use timestep-wise sample weights, you should specify sample_weight_mode="temporal" in compile(). If you just mean to use sample-wise weights, make sure your sample_weight array is 1D.',
      2: "ValueError: Can not squeeze dim[1], expected a dimension of 1, got 3 for '{{node categorical_crossentropy/weighted_loss/Squeeze}} = Squeeze[T=DT_FLOAT, squeeze_dims=[-1]](IteratorGetNext:2)' with input shapes: [?,3].",
      3: 'ValueError: Cannot broadcast shape, the failure dim has value 32, which cannot be broadcasted to 3. Input shapes are: [32] and [32, 3].',
    },
  ],
  'a weight for each sample, in a column': [
    `${compiled()}m.fit(x, hot, sample_weight=np.ones((100, 1)))`,
    { 2: null, 3: null },
  ],
  'two columns for three units, absolutely': [
    `${compiled("Dense(3, activation='relu')", 'mae')}m.fit(x, hot[:, :2], batch_size=50)`,
    {
      2: "ValueError: Dimensions must be equal, but are 3 and 2 for '{{node mean_absolute_error/sub}} = Sub[T=DT_FLOAT](sequential/dense_1/Relu, IteratorGetNext:1)' with input shapes: [50,3], [50,2].",
    },
  ],
});
