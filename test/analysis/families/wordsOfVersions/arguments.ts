/** Arguments that a layer or an optimizer does not know or cannot use. */
import type { WordsOfVersions } from '../wordsOfVersions.ts';

const unknown = (kind: string, name: string) =>
  `ValueError: Unknown ${kind}: '${name}'. Please ensure you are using a \`keras.utils.custom_object_scope\` and that this object is included in the scope. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details.`;

const reshaped = (text: string) =>
  `ValueError: Exception encountered when calling layer "reshape" (type Reshape).\n\n${text}\n\nCall arguments received by layer "reshape" (type Reshape):\n  • inputs=tf.Tensor(shape=(None, 10), dtype=float32)`;

export const argumentsOfLayers: readonly WordsOfVersions[] = [
  [
    'a misspelt keyword',
    'Dense(3, activations="relu")',
    {
      1: "TypeError: ('Keyword argument not understood:', 'activations')",
      2: "TypeError: ('Keyword argument not understood:', 'activations')",
      3: "ValueError: Unrecognized keyword arguments passed to Dense: {'activations': 'relu'}",
    },
  ],
  [
    'a misspelt keyword of an input',
    'Input(shap=(3,))',
    {
      1: "TypeError: Input() got an unexpected keyword argument 'shap'",
      2: "ValueError: Unrecognized keyword arguments: ['shap']",
    },
  ],
  [
    'a misspelt keyword of an optimizer',
    'keras.optimizers.SGD(momentun=0.9)',
    {
      1: 'TypeError: Unexpected keyword argument passed to optimizer: momentun',
      2: 'TypeError: momentun is not a valid argument, kwargs should be empty  for `optimizer_experimental.Optimizer`.',
      3: "ValueError: Argument(s) not recognized: {'momentun': 0.9}",
    },
  ],
  [
    'an unknown activation',
    "Activation('rleu')",
    {
      1: 'ValueError: Invalid activation function: rleu',
      2: "ValueError: Unknown activation function 'rleu' cannot be deserialized.",
      3: 'ValueError: Could not interpret activation function identifier: rleu',
    },
  ],
  [
    'an unknown initializer',
    "Dense(3, kernel_initializer='gloro')",
    { 1: 'ValueError: Invalid initialization: gloro', 2: unknown('initializer', 'gloro') },
  ],
  [
    'an unknown regularizer',
    "Dense(3, kernel_regularizer='l3')",
    { 1: 'ValueError: Invalid regularizer: l3', 2: "TypeError: 'str' object is not callable" },
  ],
  [
    'an unknown constraint',
    "Dense(3, kernel_constraint='maxnorms')",
    { 1: 'ValueError: Invalid constraint: maxnorms', 2: unknown('constraint', 'maxnorms') },
  ],
  [
    'a padding that there is not',
    "Conv2D(3, (3, 3), padding='vald')",
    {
      1: "ValueError: ('Invalid border mode for Convolution2D:', 'vald')",
      2: 'ValueError: The `padding` argument must be a list/tuple or one of "valid", "same" (or "causal", only for `Conv1D). Received: vald',
      3: "ValueError: The `padding` argument must be one of {'valid', 'same'}. Received: padding=vald",
    },
  ],
  [
    'a window of three sides in two dimensions',
    'Conv2D(3, (3, 3, 3))',
    {
      2: 'ValueError: The `kernel_size` argument must be a tuple of 2 integers. Received: (3, 3, 3)',
      3: 'ValueError: The `kernel_size` argument must be a tuple of 2 integers. Received kernel_size=(3, 3, 3)',
    },
  ],
  [
    'an order of axes that there is not',
    "Conv2D(3, (3, 3), data_format='channel_last')",
    {
      2: 'ValueError: The `data_format` argument must be one of "channels_first", "channels_last". Received: channel_last',
    },
  ],
  [
    'a share above 1 to drop',
    'Dropout(1.5)',
    {
      1: null,
      2: 'ValueError: Invalid value 1.5 received for `rate`, expected a value between 0 and 1.',
    },
  ],
  [
    'a shape of another size',
    'Sequential([Dense(10, input_shape=(4,)), Reshape((3, 4))])',
    {
      1: 'ValueError: total size of new array must be unchanged',
      2: reshaped('total size of new array must be unchanged, input_shape = [10], output_shape = [3, 4]'),
      3: 'ValueError: The total size of the tensor must be unchanged. Received: input_shape=(10,), target_shape=(3, 4)',
    },
  ],
  [
    'two open sizes',
    'Sequential([Dense(10, input_shape=(4,)), Reshape((-1, -1))])',
    {
      1: 'ValueError: Can only specify one unknown dimension.',
      2: reshaped(
        'There must be at most one unknown dimension in output_shape. Received: output_shape=[-1, -1].',
      ),
    },
  ],
  [
    'widths that cannot be joined',
    'Concatenate()([Input(shape=(3, 4)), Input(shape=(4, 5))])',
    {
      2: 'ValueError: A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape=[(None, 3, 4), (None, 4, 5)]',
    },
  ],
  [
    'one tensor to join',
    'Concatenate()(Input(shape=(3, 4)))',
    {
      2: 'ValueError: A `Concatenate` layer should be called on a list of at least 1 input. Received: input_shape=(None, 3, 4)',
    },
  ],
  [
    'a negative number of units',
    'Dense(-1)',
    {
      1: 'ValueError: negative dimensions are not allowed',
      2: 'ValueError: Received an invalid value for `units`, expected a positive integer. Received: units=-1',
    },
  ],
  [
    'half a unit',
    'Dense(7 / 2)',
    {
      1: "TypeError: 'float' object cannot be interpreted as an integer",
      2: null,
      3: 'ValueError: Received an invalid value for `units`, expected a positive integer. Received: units=3.5',
    },
  ],
  [
    'a table without rows',
    'Embedding(0, 8)',
    {
      2: 'ValueError: Both `input_dim` and `output_dim` should be positive, Received input_dim = 0 and output_dim = 8',
    },
  ],
  [
    'a sum of other widths in Keras 1',
    "merge([Input(shape=(3,)), Input(shape=(4,))], mode='sum')",
    {
      1: 'ValueError: Only layers of same output shape can be merged using sum mode. Layer shapes: [(None, 3), (None, 4)]',
    },
  ],
  [
    'other lengths joined in Keras 1',
    "merge([Input(shape=(3, 4)), Input(shape=(4, 5))], mode='concat')",
    {
      1: 'ValueError: "concat" mode can only merge layers with matching output shapes except for the concat axis. Layer shapes: [(None, 3, 4), (None, 4, 5)]',
    },
  ],
  [
    'a mode that there is not in Keras 1',
    "merge([Input(shape=(3,)), Input(shape=(3,))], mode='summ')",
    { 1: 'ValueError: Invalid merge mode: summ' },
  ],
  [
    'what fits together in Keras 1',
    "a, b = Input(shape=(3,)), Input(shape=(3,))\nmerge([a, b], mode='sum')\nmerge([a, Input(shape=(5,))], mode='concat')\nmerge([a, b], mode='dot')",
    { 1: null },
  ],
  [
    'a number for the shape of a sample',
    'Sequential([Dense(3, input_shape=(784))])',
    {
      1: "TypeError: 'int' object is not iterable",
      2: "TypeError: 'int' object is not iterable",
      3: "ValueError: Cannot convert '784' to a shape.",
    },
  ],
  [
    'a number for the shape of what a later layer takes',
    'Sequential([Input(shape=(4,)), Dense(3, input_shape=(784))])',
    { 2: "TypeError: 'int' object is not iterable", 3: null },
  ],
  [
    'both directions of what has none',
    'Bidirectional(Dense(3))',
    { 1: "KeyError: 'go_backwards'", 2: "KeyError: 'go_backwards'" },
  ],
  [
    'a way to merge both directions that there is not',
    "Bidirectional(LSTM(3), merge_mode='add')",
    {
      1: 'ValueError: Invalid merge mode. Merge mode should be one of {"sum", "mul", "ave", "concat", None}',
      2: 'ValueError: Invalid merge mode. Received: add. Merge mode should be one of {"sum", "mul", "ave", "concat", None}',
    },
  ],
  [
    'states without a batch size',
    'Sequential([LSTM(3, stateful=True, input_shape=(5, 2))])',
    {
      1: 'ValueError: If a RNN is stateful, a complete input_shape must be provided (including batch size).',
      2: 'ValueError: If a RNN is stateful, it needs to know its batch size. Specify the batch size of your input tensors: \n- If using a Sequential model, specify the batch size by passing a `batch_input_shape` argument to your first layer.\n- If using the functional API, specify the batch size by passing a `batch_shape` argument to your Input layer.',
    },
  ],
  [
    'steps that there are not',
    'TimeDistributed(Dense(3))(Input(shape=(4,)))',
    {
      1: 'AssertionError',
      2: 'ValueError: `TimeDistributed` Layer should be passed an `input_shape ` with at least 3 dimensions, received: (None, 4)',
    },
  ],
  [
    'an axis that the input does not have',
    'BatchNormalization(axis=4)(Input(shape=(3,)))',
    {
      1: 'IndexError: tuple index out of range',
      2: 'ValueError: Invalid value for `axis` argument. Expected 0 <= axis < inputs.rank (with inputs.rank=2). Received: axis=(4,)',
      3: 'IndexError: tuple index out of range',
    },
  ],
];
