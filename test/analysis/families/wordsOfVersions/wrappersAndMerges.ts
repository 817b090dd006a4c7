/** Layers around others, over steps and of several inputs: what they cannot take. */
import type { WordsOfVersions } from '../wordsOfVersions.ts';

const pair = '[Input(shape=(3, 4)), Input(shape=(3, 4))]';
const notList =
  'Attention layer must be called on a list of inputs, namely [query, value] or [query, value, key].';

export const wrappersAndMerges: readonly WordsOfVersions[] = [
  [
    'both directions of a number',
    'Bidirectional(3)',
    {
      1: "AttributeError: 'int' object has no attribute 'get_config'",
      2: 'ValueError: Please initialize `Bidirectional` layer with a `tf.keras.layers.Layer` instance. Received: 3',
      3: 'ValueError: Please initialize `Bidirectional` layer with a `keras.layers.Layer` instance. Received: 3',
    },
  ],
  [
    'both directions of a class',
    'Bidirectional(LSTM)',
    {
      1: "TypeError: get_config() missing 1 required positional argument: 'self'",
      2: "ValueError: Please initialize `Bidirectional` layer with a `tf.keras.layers.Layer` instance. Received: <class 'keras.src.layers.rnn.lstm.LSTM'>",
    },
  ],
  [
    'a class at each step',
    'TimeDistributed(Dense)',
    {
      1: "AttributeError: type object 'Dense' has no attribute 'uses_learning_phase'",
      2: "ValueError: Please initialize `TimeDistributed` layer with a `tf.keras.layers.Layer` instance. Received: <class 'keras.src.layers.core.dense.Dense'>",
      3: "ValueError: Please initialize `TimeDistributed` layer with a `keras.layers.Layer` instance. Received: <class 'keras.src.layers.core.dense.Dense'>",
    },
  ],
  [
    'a number for the way back',
    'Bidirectional(LSTM(3), backward_layer=4)',
    {
      2: 'ValueError: `backward_layer` need to be a `tf.keras.layers.Layer` instance. Received: 4',
      3: 'ValueError: `backward_layer` need to be a `keras.layers.Layer` instance. Received: 4',
    },
  ],
  [
    'half a unit over steps',
    'LSTM(2.5)',
    {
      1: "TypeError: 'float' object cannot be interpreted as an integer",
      2: "TypeError: Dimension value must be integer or None or have an __index__ method, got value '2.5' with type '<class 'float'>'",
      3: 'ValueError: Received an invalid value for argument `units`, expected a positive integer, got 2.5.',
    },
  ],
  [
    'a number for a cell',
    'RNN(3)',
    {
      2: 'ValueError: Argument `cell` should have a `call` method. The RNN was passed: cell=3',
      3: 'ValueError: Argument `cell` should have a `call` method. Received: cell=3',
    },
  ],
  [
    'a sum of one tensor alone',
    'Add()(Input(shape=(3,)))',
    {
      2: 'ValueError: A merge layer should be called on a list of inputs. Received: input_shape=(None, 3) (not a list of shapes)',
    },
  ],
  [
    'a difference of three',
    'Subtract()([Input(shape=(3,)), Input(shape=(3,)), Input(shape=(3,))])',
    {
      2: 'ValueError: A `Subtract` layer should be called on exactly 2 inputs. Received: input_shape=[(None, 3), (None, 3), (None, 3)]',
      3: 'ValueError: A `Subtract` layer should be called on exactly 2 inputs. Received: input_shape=[(None, 3), (None, 3), (None, 3)]',
    },
  ],
  [
    'batches of other sizes',
    'Add()([Input(batch_shape=(2, 3)), Input(batch_shape=(4, 3))])',
    {
      2: 'ValueError: Cannot merge tensors with different batch sizes. Got tensors with shapes [(2, 3), (4, 3)]',
      3: 'ValueError: Cannot merge tensors with different batch sizes. Received tensors with shapes [(2, 3), (4, 3)]',
    },
  ],
  [
    'an axis to join along that there is not',
    'Concatenate(axis=5)([Input(shape=(3,)), Input(shape=(3,))])',
    {
      2: 'IndexError: list assignment index out of range',
      3: 'IndexError: list assignment index out of range',
    },
  ],
  [
    'an axis to sum over that there is not',
    'Dot(axes=3)([Input(shape=(3,)), Input(shape=(4,))])',
    { 2: 'IndexError: tuple index out of range', 3: 'IndexError: tuple index out of range' },
  ],
  [
    'attention to one tensor alone',
    'Attention()(Input(shape=(3, 4)))',
    {
      2: `ValueError: Exception encountered when calling layer "attention" (type Attention).\n\n${notList} Received: Tensor("Placeholder:0", shape=(None, 3, 4), dtype=float32).\n\nCall arguments received by layer "attention" (type Attention):\n  • inputs=tf.Tensor(shape=(None, 3, 4), dtype=float32)`,
      3: `ValueError: ${notList} Received: inputs=(None, 3, 4).`,
    },
  ],
  [
    'a score that attention does not know',
    "Attention(score_mode='add')",
    {
      2: 'ValueError: Received: score_mode=add. Acceptable values are: ["dot", "concat"]',
      3: "ValueError: Invalid value for argument score_mode. Expected one of {'dot', 'concat'}. Received: score_mode=add",
    },
  ],
  [
    'queries of another width than the values',
    'MultiHeadAttention(2, 3)(Input(shape=(3, 4)), Input(shape=(5, 6)))',
    { 2: null },
  ],
  [
    'as many keys as values',
    `MultiHeadAttention(2, 3)(Input(shape=(3, 4)), Input(shape=(5, 4)), key=Input(shape=(5, 6)))\nAttention()(${pair})`,
    { 2: null, 3: null },
  ],
  [
    'more keys than values',
    'MultiHeadAttention(2, 3)(Input(shape=(3, 4)), Input(shape=(5, 4)), key=Input(shape=(6, 4)))',
    {
      2: 'ValueError: Exception encountered when calling layer "multi_head_attention" (type MultiHeadAttention).\n\nDimensions must be equal, but are 6 and 5 for \'{{node multi_head_attention/einsum_1/Einsum}} = Einsum[N=2, T=DT_FLOAT, equation="acbe,aecd->abcd"](multi_head_attention/dropout/Identity, multi_head_attention/value/add)\' with input shapes: [?,2,3,6], [?,5,2,3].\n\nCall arguments received by layer "multi_head_attention" (type MultiHeadAttention):\n  • query=tf.Tensor(shape=(None, 3, 4), dtype=float32)\n  • value=tf.Tensor(shape=(None, 5, 4), dtype=float32)',
    },
  ],
  [
    'several axes of a batch',
    'BatchNormalization(axis=[1, 2])(Input(shape=(4, 5, 3)))\nBatchNormalization(axis=[-1])(Input(shape=(3,)))',
    { 2: null },
  ],
  [
    'an axis of a batch in a list',
    'BatchNormalization(axis=[-1])(Input(shape=(3,)))',
    {
      2: null,
      3: "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'",
    },
  ],
  [
    'a word for an axis',
    "BatchNormalization(axis='last')",
    {
      1: null,
      2: "TypeError: Expected an int or a list/tuple of ints for the argument 'axis', but received: 'last'",
      3: "ValueError: invalid literal for int() with base 10: 'last'",
    },
  ],
  [
    'an axis twice',
    'LayerNormalization(axis=[1, -1])(Input(shape=(3,)))',
    { 2: 'ValueError: Duplicate axis: (1, 1)' },
  ],
  [
    'an axis of unit length that there is not',
    'UnitNormalization(axis=5)(Input(shape=(3,)))',
    {
      2: 'ValueError: Invalid value for `axis` argument. Expected 0 <= axis < inputs.rank (with inputs.rank=2). Received: axis=(5,)',
    },
  ],
  [
    'rates that Keras 2 does not look at',
    'GaussianDropout(1.5)\nAlphaDropout(-1)\nAttention(dropout=2)',
    { 2: null },
  ],
  [
    'a number for a shape to take',
    'Reshape(3)',
    {
      1: "TypeError: 'int' object is not iterable",
      2: "TypeError: 'int' object is not iterable",
      3: "TypeError: 'int' object is not iterable",
    },
  ],
  [
    'samples of one number without an axis',
    'Dense(3)(Input(shape=()))',
    {
      1: 'ValueError: Input 0 is incompatible with layer dense_1: expected ndim >= 2, found ndim=1',
      2: 'ValueError: Input 0 of layer "dense" is incompatible with the layer: expected min_ndim=2, found ndim=1. Full shape received: (None,)',
    },
  ],
  [
    'one state for two',
    'a, s = Input(shape=(5, 3)), Input(shape=(4,))\nLSTM(4)(a, initial_state=[s])',
    {
      1: "TypeError: __call__() got an unexpected keyword argument 'initial_state'",
      2: 'ValueError: An `initial_state` was passed that is not compatible with `cell.state_size`. Received `state_spec`=ListWrapper([InputSpec(shape=(None, 4), ndim=2)]); however `cell.state_size` is [4, 4]',
      3: 'IndexError: Exception encountered when calling LSTM.call().\n\n\u001b[1mlist index out of range\u001b[0m\n\nArguments received by LSTM.call():\n  • inputs=tensor(shape=(None, 5, 3), dtype=float32)',
    },
  ],
  [
    'states of another width',
    'a, s = Input(shape=(5, 3)), Input(shape=(3,))\nGRU(4)(a, initial_state=s)',
    {
      2: 'ValueError: An `initial_state` was passed that is not compatible with `cell.state_size`. Received `state_spec`=ListWrapper([InputSpec(shape=(None, 3), ndim=2)]); however `cell.state_size` is [4]',
    },
  ],
  [
    'half of the states for both directions',
    'a, s = Input(shape=(5, 3)), Input(shape=(4,))\nBidirectional(LSTM(4))(a, initial_state=[s, s])',
    {
      2: 'ValueError: An `initial_state` was passed that is not compatible with `cell.state_size`. Received `state_spec`=ListWrapper([InputSpec(shape=(None, 4), ndim=2)]); however `cell.state_size` is [4, 4]',
    },
  ],
  [
    'states that fit',
    'a, s = Input(shape=(5, 3)), Input(shape=(4,))\nLSTM(4)(a, initial_state=[s, s])\nGRU(4)(a, initial_state=s)\nBidirectional(LSTM(4))(a, initial_state=[s, s, s, s])',
    { 2: null, 3: null },
  ],
];
