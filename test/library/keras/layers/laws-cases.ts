/** Valid configurations of every layer, with the kind of input each takes, for the laws that hold of all of them. */

/** Sizes drawn at random; `features` is even, so that groups and heads divide it. */
export interface Sizes {
  readonly batch: number;
  readonly steps: number;
  readonly height: number;
  readonly width: number;
  readonly features: number;
}

/** The shapes of one sample for every input. */
export type Inputs = (sizes: Sizes) => readonly (readonly number[])[];

export interface LawCase {
  readonly makes: readonly string[];
  readonly inputs: Inputs;
  /** Integers below this in place of floats. */
  readonly integers?: number;
  /** How several inputs are passed: one list, or one argument each. */
  readonly passed?: 'list' | 'arguments';
}

const flat: Inputs = ({ features }) => [[features]];
const sequence: Inputs = ({ steps, features }) => [[steps, features]];
const image: Inputs = ({ height, width, features }) => [[height, width, features]];
const volume: Inputs = ({ features }) => [[4, 5, 4, features]];
const frames =
  (rank: number): Inputs =>
  sizes => [[2, ...[sizes.height, sizes.width, 4].slice(0, rank), sizes.features]];
const pair: Inputs = sizes => [...sequence(sizes), ...sequence(sizes)];
const tokens: Inputs = ({ steps }) => [[steps]];
const spatial = [sequence, image, volume];

const one = (inputs: Inputs, ...makes: string[]): LawCase => ({ makes, inputs });

/** The same layer for one, two and three spatial axes. */
function ranked(
  names: readonly string[],
  settings: readonly string[],
  ranks = [1, 2, 3],
): [string, LawCase][] {
  return names.flatMap(name =>
    ranks.map((rank): [string, LawCase] => {
      const full = name.replace('#', `${rank}D`);
      return [full, one(spatial[rank - 1], ...settings.map(text => `${full}(${text})`))];
    }),
  );
}

const merges = ['Add', 'Average', 'Maximum', 'Minimum', 'Multiply', 'Subtract'].map(
  (name): [string, LawCase] => [name, { makes: [`${name}()`], inputs: pair, passed: 'list' }],
);

export const lawCases: ReadonlyMap<string, LawCase> = new Map<string, LawCase>([
  ['Dense', one(sequence, 'Dense(3)', 'Dense(2, activation="tanh", use_bias=False)')],
  ['Activation', one(flat, 'Activation("sigmoid")')],
  ['Identity', one(flat, 'Identity()')],
  ['Lambda', one(sequence, 'Lambda(lambda x: x * 2)', 'Lambda(lambda x: x[:, :2])')],
  ['Masking', one(sequence, 'Masking()')],
  ['Embedding', { ...one(tokens, 'Embedding(5, 3)'), integers: 5 }],
  ['Dropout', one(sequence, 'Dropout(0.5)', 'Dropout(0.5, noise_shape=(None, 1, None))')],
  ['SpatialDropout1D', one(sequence, 'SpatialDropout1D(0.5)')],
  ['SpatialDropout2D', one(image, 'SpatialDropout2D(0.5)')],
  ['SpatialDropout3D', one(volume, 'SpatialDropout3D(0.5)')],
  ['GaussianNoise', one(flat, 'GaussianNoise(0.5)')],
  ['GaussianDropout', one(flat, 'GaussianDropout(0.5)')],
  ['AlphaDropout', one(flat, 'AlphaDropout(0.5)')],
  ['ActivityRegularization', one(flat, 'ActivityRegularization(0.1)')],
  ['Flatten', one(image, 'Flatten()', 'Flatten(data_format="channels_first")')],
  ['Reshape', one(sequence, 'Reshape((-1, 2))', 'Reshape((-1,))')],
  ['Permute', one(image, 'Permute((3, 1, 2))')],
  ['RepeatVector', one(flat, 'RepeatVector(3)')],
  [
    'EinsumDense',
    one(
      sequence,
      'EinsumDense("abc,cd->abd", output_shape=(None, 3), bias_axes="d")',
      'EinsumDense("...x,xy->...y", output_shape=2)',
    ),
  ],
  ...ranked(['Conv#'], ['4, 3', '4, 2, strides=2, padding="same"', '4, 2, groups=2, dilation_rate=2']),
  ...ranked(['Conv#Transpose'], ['3, 3', '2, 2, strides=2, padding="same"']),
  ...ranked(['DepthwiseConv#'], ['3, depth_multiplier=2', '2, strides=2, padding="same"'], [1, 2]),
  ...ranked(['SeparableConv#'], ['3, 3', '3, 2, padding="same", depth_multiplier=2'], [1, 2]),
  ...ranked(['AveragePooling#', 'MaxPooling#'], ['2', '3, strides=2, padding="same"']),
  ...ranked(['GlobalAveragePooling#', 'GlobalMaxPooling#'], ['', 'keepdims=True']),
  ...ranked(['Cropping#', 'ZeroPadding#', 'UpSampling#'], ['']),
  ['BatchNormalization', one(image, 'BatchNormalization()', 'BatchNormalization(axis=1, scale=False)')],
  ['GroupNormalization', one(image, 'GroupNormalization(groups=2)', 'GroupNormalization(groups=-1, axis=1)')],
  ['LayerNormalization', one(sequence, 'LayerNormalization()', 'LayerNormalization(axis=[1, 2])')],
  ['SpectralNormalization', one(flat, 'SpectralNormalization(Dense(3))')],
  ['UnitNormalization', one(sequence, 'UnitNormalization()')],
  ...merges,
  ['Concatenate', { makes: ['Concatenate()', 'Concatenate(axis=1)'], inputs: pair, passed: 'list' }],
  ['Dot', { makes: ['Dot(axes=1)', 'Dot(axes=2, normalize=True)'], inputs: pair, passed: 'list' }],
  [
    'RNN',
    one(
      sequence,
      'RNN([LSTMCell(3), GRUCell(2)], return_sequences=True)',
      'RNN(SimpleRNNCell(3), unroll=True)',
    ),
  ],
  ['SimpleRNN', one(sequence, 'SimpleRNN(3)', 'SimpleRNN(2, return_sequences=True, go_backwards=True)')],
  ['LSTM', one(sequence, 'LSTM(3)', 'LSTM(2, return_sequences=True, return_state=True)')],
  ['GRU', one(sequence, 'GRU(3)', 'GRU(2, reset_after=False, return_sequences=True)')],
  [
    'Bidirectional',
    one(sequence, 'Bidirectional(LSTM(2))', 'Bidirectional(GRU(2, return_sequences=True), merge_mode="sum")'),
  ],
  ['TimeDistributed', one(sequence, 'TimeDistributed(Dense(3))')],
  ...[1, 2].map((rank): [string, LawCase] => [
    `ConvLSTM${rank}D`,
    one(
      frames(rank),
      `ConvLSTM${rank}D(2, 2)`,
      `ConvLSTM${rank}D(2, 2, padding="same", return_sequences=True)`,
    ),
  ]),
  ['ConvLSTM3D', one(() => [[2, 3, 3, 3, 2]], 'ConvLSTM3D(2, 2)')],
  ['AdditiveAttention', { makes: ['AdditiveAttention()'], inputs: pair, passed: 'list' }],
  ['Attention', { makes: ['Attention()', 'Attention(use_scale=True)'], inputs: pair, passed: 'list' }],
  ['MultiHeadAttention', { makes: ['MultiHeadAttention(2, 2)'], inputs: pair, passed: 'arguments' }],
  ['GroupedQueryAttention', { makes: ['GroupedQueryAttention(2, 4, 2)'], inputs: pair, passed: 'arguments' }],
  ['ELU', one(flat, 'ELU()')],
  ['LeakyReLU', one(flat, 'LeakyReLU()')],
  ['PReLU', one(sequence, 'PReLU()', 'PReLU(shared_axes=[1])')],
  ['ReLU', one(flat, 'ReLU(max_value=0.5)')],
  ['Softmax', one(sequence, 'Softmax()', 'Softmax(axis=1)')],
  [
    'CategoryEncoding',
    { ...one(tokens, 'CategoryEncoding(5)', 'CategoryEncoding(5, output_mode="count")'), integers: 5 },
  ],
  ['CenterCrop', one(image, 'CenterCrop(4, 3)', 'CenterCrop(10, 10)')],
  ['Discretization', one(sequence, 'Discretization([0.0, 0.5])')],
  [
    'IntegerLookup',
    {
      ...one(
        tokens,
        'IntegerLookup(vocabulary=[1, 3])',
        'IntegerLookup(vocabulary=[1, 3], output_mode="count")',
      ),
      integers: 5,
    },
  ],
  ['Normalization', one(sequence, 'Normalization()', 'Normalization(axis=1)')],
  ...[
    'Brightness(0.2)',
    'Contrast(0.2)',
    'Crop(4, 5)',
    'Flip()',
    'Rotation(0.2)',
    'Translation(0.2, 0.2)',
    'Zoom(0.2)',
  ].map((text): [string, LawCase] => [`Random${text.split('(')[0]}`, one(image, `Random${text}`)]),
  ['Rescaling', one(image, 'Rescaling(0.5)')],
  ['Resizing', one(image, 'Resizing(4, 9)', 'Resizing(5, 5, crop_to_aspect_ratio=True)')],
]);

/** Layers of which the laws do not speak, and why. */
export const lawless: ReadonlyMap<string, string> = new Map([
  ['InputLayer', 'takes no input'],
  ['Wrapper', 'is a base of other layers and has no call of its own'],
  ['SimpleRNNCell', 'takes a state besides its input; runs inside RNN here'],
  ['LSTMCell', 'takes states besides its input; runs inside RNN here'],
  ['GRUCell', 'takes a state besides its input; runs inside RNN here'],
  ['StackedRNNCells', 'takes states besides its input; runs inside RNN here'],
  ['StringLookup', 'works on text, on the host'],
  ['TextVectorization', 'works on text, on the host'],
  ['Hashing', 'works on text, on the host'],
  ['HashedCrossing', 'works on text, on the host'],
]);
