/** What each version of Keras says of the settings of a training that are no whole numbers, no shares and no pairs. */
import { compiled, testWords } from './versionWords.ts';

const noInteger = (type: string) => `TypeError: '${type}' object cannot be interpreted as an integer`;
const sliced = (size: string) =>
  `TypeError: Expected int32 passed to parameter 'size' of op 'Slice', got [${size}] of type 'list' instead. Error: Expected int32, but got ${size} of type 'float'.`;
const repeated = (value: string) => `TypeError: Cannot convert ${value} to EagerTensor of dtype int64`;
const divided = "TypeError: unsupported operand type(s) for /: 'int' and 'str'";
const ambiguous =
  'ValueError: The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()';
const batches = `${compiled()}import tensorflow as tf\nds = tf.data.Dataset.from_tensor_slices((x, hot)).batch(10)\n`;

testWords({
  'epochs with a fraction': [
    `${compiled()}m.fit(x, hot, epochs=len(x) / 40)`,
    { 1: noInteger('float'), 2: repeated('2.5'), 3: noInteger('float') },
  ],
  'epochs as a text': [
    `${compiled()}m.fit(x, hot, epochs='5')`,
    { 1: noInteger('str'), 2: repeated("'5'"), 3: noInteger('str') },
  ],
  'epochs that someone types': [
    `${compiled()}m.fit(x, hot, epochs=input())`,
    { 1: noInteger('str'), 2: repeated("'…'"), 3: noInteger('str') },
  ],
  'epochs with a fraction over a data set': [
    `${batches}m.fit(ds, epochs=2.5)`,
    { 2: noInteger('float'), 3: noInteger('float') },
  ],
  'epochs of NumPy': [`${compiled()}m.fit(x, hot, epochs=np.int64(2))`, { 1: null, 2: null, 3: null }],
  'a batch size with a fraction': [
    `${compiled()}m.fit(x, hot, batch_size=len(x) / 8)`,
    {
      1: 'TypeError: slice indices must be integers or None or have an __index__ method',
      2: sliced('100.0'),
      3: sliced('100.0'),
    },
  ],
  'a batch size as a text': [
    `${compiled()}m.predict(x, batch_size='32')`,
    { 1: "TypeError: '<' not supported between instances of 'str' and 'int'", 2: divided, 3: divided },
  ],
  'a batch size of nothing': [`${compiled()}m.fit(x, hot, batch_size=0.0)`, { 2: null, 3: null }],
  'steps with a fraction': [
    `${batches}m.fit(ds.repeat(), steps_per_epoch=len(x) / 40)`,
    { 2: null, 3: noInteger('float') },
  ],
  'steps of a validation with a fraction': [
    `${batches}m.fit(ds, validation_data=ds.repeat(), validation_steps=len(x) / 40)`,
    { 2: null, 3: noInteger('float') },
  ],
  'steps of an evaluation with a fraction': [
    `${batches}m.evaluate(ds, steps=2.5)`,
    { 2: null, 3: noInteger('float') },
  ],
  'a data set in batches of a fraction': [
    `${batches}ds.unbatch().batch(len(x) / 8)`,
    { 2: repeated('12.5'), 3: repeated('12.5') },
  ],
  'units in quotes': [
    "Dense('8')",
    {
      2: null,
      3: 'ValueError: Received an invalid value for `units`, expected a positive integer. Received: units=8',
    },
  ],
  'an argument that is none, of numbers that nobody knows': [
    `${compiled()}m.fit(x, labels=hot)`,
    {
      2: "TypeError: Model.fit() got an unexpected keyword argument 'labels'",
      3: "TypeError: TensorFlowTrainer.fit() got an unexpected keyword argument 'labels'",
    },
  ],
  'nothing to predict': [
    `${compiled()}m.predict()`,
    {
      1: "TypeError: predict() missing 1 required positional argument: 'x'",
      2: "TypeError: Model.predict() missing 1 required positional argument: 'x'",
      3: "TypeError: TensorFlowTrainer.predict() missing 1 required positional argument: 'x'",
    },
  ],
  'the outputs of a model by their old name': [
    'i = Input(shape=(10,))\nModel(inputs=i, output=Dense(3)(i))',
    { 1: null, 2: null },
  ],
  'the outputs of a model by their old name, beside TensorFlow': [
    'import tensorflow as tf\ni = Input(shape=(10,))\nModel(inputs=i, output=Dense(3)(i))',
    { 1: null, 2: null },
  ],
  'the outputs of a model by their old name, in TensorFlow': [
    'from tensorflow import keras\ni = Input(shape=(10,))\nModel(inputs=i, output=Dense(3)(i))',
    { 2: "TypeError: ('Keyword argument not understood:', 'output')" },
  ],
  'a share in percent': [
    `${compiled()}m.fit(x, hot, validation_split=20)`,
    {
      1: null,
      2: 'ValueError: Expected input data to be non-empty.',
      3: "TypeError: 'NoneType' object is not iterable",
    },
  ],
  'inputs alone to validate on': [
    `${compiled()}m.fit(x, hot, validation_data=x)`,
    { 1: ambiguous, 2: ambiguous },
  ],
});
