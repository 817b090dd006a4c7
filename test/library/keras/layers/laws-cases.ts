/** Valid configurations of every layer, with the kind of input each takes, for the laws that hold of all of them. */
import { activationFunctions } from '../../../../src/library/keras/activations/index.ts';
import {
  attentionFlags,
  convolutionalRecurrent,
  convolutions,
  depthwise,
  gated,
  pooling,
  recurrent,
  resampled,
  sampling,
  transposed,
} from './laws-settings.ts';

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
  /** Further calls of the first configuration, each with these flags. */
  readonly flags?: readonly (readonly string[])[];
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

const activations = [...activationFunctions.keys()];

const merges = ['Add', 'Average', 'Maximum', 'Minimum', 'Multiply', 'Subtract'].map(
  (name): [string, LawCase] => [name, { makes: [`${name}()`], inputs: pair, passed: 'list' }],
);

export const lawCases: ReadonlyMap<string, LawCase> = new Map<string, LawCase>([
  [
    'Dense',
    one(sequence, 'Dense(3)', 'Dense(2, activation="tanh", use_bias=False, activity_regularizer="l2")'),
  ],
  ['Activation', one(flat, ...activations.map(name => `Activation("${name}")`))],
  ['Identity', one(flat, 'Identity()')],
  [
    'Lambda',
    one(
      sequence,
      'Lambda(lambda x: x * 2)',
      'Lambda(lambda x: x[:, :2])',
      'Lambda(lambda x, by: x * by, arguments={"by": 3})',
    ),
  ],
  ['Masking', one(sequence, 'Masking()', 'Masking(mask_value=0.5)')],
  ['Embedding', { ...one(tokens, 'Embedding(5, 3)', 'Embedding(5, 3, mask_zero=True)'), integers: 5 }],
  ['Dropout', one(sequence, 'Dropout(0.5)', 'Dropout(0.5, noise_shape=(None, 1, None))')],
  ['SpatialDropout1D', one(sequence, 'SpatialDropout1D(0.5)')],
  [
    'SpatialDropout2D',
    one(image, 'SpatialDropout2D(0.5)', 'SpatialDropout2D(0.5, data_format="channels_first")'),
  ],
  [
    'SpatialDropout3D',
    one(volume, 'SpatialDropout3D(0.5)', 'SpatialDropout3D(0.5, data_format="channels_first")'),
  ],
  ['GaussianNoise', one(flat, 'GaussianNoise(0.5)')],
  ['GaussianDropout', one(flat, 'GaussianDropout(0.5)')],
  ['AlphaDropout', one(sequence, 'AlphaDropout(0.5)', 'AlphaDropout(0.5, noise_shape=(None, 1, None))')],
  ['ActivityRegularization', one(flat, 'ActivityRegularization(l1=0.1)', 'ActivityRegularization(l2=0.1)')],
  ['Flatten', one(image, 'Flatten()', 'Flatten(data_format="channels_first")')],
  ['Reshape', one(sequence, 'Reshape((-1, 2))', 'Reshape((-1,))')],
  ['Permute', one(image, 'Permute((3, 1, 2))', 'Permute((2, 1, 3))')],
  ['RepeatVector', one(flat, 'RepeatVector(3)')],
  [
    'EinsumDense',
    one(
      sequence,
      'EinsumDense("abc,cd->abd", output_shape=(None, 3), bias_axes="d", activation="tanh")',
      'EinsumDense("...x,xy->...y", output_shape=2)',
    ),
  ],
  ...ranked(['Conv#'], convolutions, [2, 3]),
  ...ranked(['Conv#'], [...convolutions, '3, 2, padding="causal"'], [1]),
  ...ranked(['Conv#Transpose'], transposed),
  ...ranked(['DepthwiseConv#'], depthwise, [1, 2]),
  ...ranked(
    ['SeparableConv#'],
    depthwise.map(text => `3, ${text}`),
    [1, 2],
  ),
  ...ranked(['AveragePooling#', 'MaxPooling#'], pooling),
  ...ranked(
    ['GlobalAveragePooling#', 'GlobalMaxPooling#'],
    ['', 'keepdims=True', 'data_format="channels_first"'],
  ),
  ...ranked(['Cropping#'], ['', 'cropping=(0, 1)'], [1]),
  ...ranked(['Cropping#'], ['', 'cropping=((1, 1), (1, 0)), data_format="channels_first"'], [2]),
  ...ranked(['Cropping#'], ['', 'cropping=((0, 1), (1, 0), (0, 1)), data_format="channels_first"'], [3]),
  ...ranked(['ZeroPadding#'], ['', 'padding=(0, 2)'], [1]),
  ...ranked(['ZeroPadding#'], ['', 'padding=((1, 0), (0, 2)), data_format="channels_first"'], [2]),
  ...ranked(['ZeroPadding#'], ['', 'padding=(1, 0, 2), data_format="channels_first"'], [3]),
  ...ranked(['UpSampling#'], ['', 'size=3'], [1]),
  ...ranked(
    ['UpSampling#'],
    ['', 'size=(2, 3), data_format="channels_first"', 'interpolation="bilinear"', ...resampled.slice(1)],
    [2],
  ),
  ...ranked(['UpSampling#'], ['', 'size=(1, 2, 3), data_format="channels_first"'], [3]),
  [
    'BatchNormalization',
    one(
      image,
      'BatchNormalization()',
      'BatchNormalization(axis=1, scale=False, momentum=0.5)',
      'BatchNormalization(center=False, epsilon=0.1)',
    ),
  ],
  [
    'GroupNormalization',
    one(
      image,
      'GroupNormalization(groups=2)',
      'GroupNormalization(groups=-1, axis=1, scale=False)',
      'GroupNormalization(groups=1, center=False, epsilon=0.1)',
    ),
  ],
  [
    'LayerNormalization',
    one(
      sequence,
      'LayerNormalization()',
      'LayerNormalization(axis=[1, 2], scale=False)',
      'LayerNormalization(center=False, epsilon=0.1)',
      'LayerNormalization(rms_scaling=True)',
    ),
  ],
  [
    'SpectralNormalization',
    one(flat, 'SpectralNormalization(Dense(3))', 'SpectralNormalization(Dense(3), power_iterations=2)'),
  ],
  ['UnitNormalization', one(sequence, 'UnitNormalization()', 'UnitNormalization(axis=1)')],
  ...merges,
  ['Concatenate', { makes: ['Concatenate()', 'Concatenate(axis=1)'], inputs: pair, passed: 'list' }],
  ['Dot', { makes: ['Dot(axes=1)', 'Dot(axes=2, normalize=True)'], inputs: pair, passed: 'list' }],
  [
    'RNN',
    one(
      sequence,
      'RNN([LSTMCell(3), GRUCell(2)], return_sequences=True)',
      'RNN(SimpleRNNCell(3), unroll=True, return_state=True)',
      'RNN(SimpleRNNCell(3), go_backwards=True)',
    ),
  ],
  ['SimpleRNN', one(sequence, 'SimpleRNN(3)', ...recurrent.map(text => `SimpleRNN(2, ${text})`))],
  [
    'LSTM',
    one(sequence, 'LSTM(3)', 'LSTM(2, unit_forget_bias=False)', ...gated.map(text => `LSTM(2, ${text})`)),
  ],
  ['GRU', one(sequence, 'GRU(3)', 'GRU(2, reset_after=False)', ...gated.map(text => `GRU(2, ${text})`))],
  [
    'Bidirectional',
    one(
      sequence,
      'Bidirectional(LSTM(2))',
      'Bidirectional(GRU(2, return_sequences=True), merge_mode="sum")',
      'Bidirectional(SimpleRNN(2), merge_mode="mul")',
      'Bidirectional(SimpleRNN(2), merge_mode="ave")',
      'Bidirectional(SimpleRNN(2), merge_mode=None)',
      'Bidirectional(SimpleRNN(2), backward_layer=GRU(2, go_backwards=True))',
    ),
  ],
  ['TimeDistributed', one(sequence, 'TimeDistributed(Dense(3))')],
  ...[1, 2].map((rank): [string, LawCase] => [
    `ConvLSTM${rank}D`,
    one(
      frames(rank),
      `ConvLSTM${rank}D(2, 2)`,
      ...convolutionalRecurrent.map(text => `ConvLSTM${rank}D(2, 2, ${text})`),
    ),
  ]),
  [
    'ConvLSTM3D',
    one(
      () => [[2, 3, 3, 3, 2]],
      'ConvLSTM3D(2, 2)',
      ...convolutionalRecurrent.map(text => `ConvLSTM3D(2, 2, ${text})`),
    ),
  ],
  [
    'AdditiveAttention',
    {
      makes: ['AdditiveAttention()', 'AdditiveAttention(use_scale=False, dropout=0.3)'],
      inputs: pair,
      passed: 'list',
      flags: attentionFlags,
    },
  ],
  [
    'Attention',
    {
      makes: ['Attention()', 'Attention(use_scale=True, dropout=0.3)', 'Attention(score_mode="concat")'],
      inputs: pair,
      passed: 'list',
      flags: attentionFlags,
    },
  ],
  [
    'MultiHeadAttention',
    {
      makes: [
        'MultiHeadAttention(2, 2)',
        'MultiHeadAttention(2, 2, value_dim=3, use_bias=False, output_shape=5)',
        'MultiHeadAttention(2, 2, attention_axes=1, dropout=0.3, activity_regularizer="l2")',
      ],
      inputs: pair,
      passed: 'arguments',
      flags: attentionFlags,
    },
  ],
  [
    'GroupedQueryAttention',
    {
      makes: [
        'GroupedQueryAttention(2, 4, 2)',
        'GroupedQueryAttention(2, 4, 2, use_bias=False, dropout=0.3, activity_regularizer="l2")',
      ],
      inputs: pair,
      passed: 'arguments',
      flags: attentionFlags,
    },
  ],
  ['ELU', one(flat, 'ELU()', 'ELU(alpha=0.5)')],
  ['LeakyReLU', one(flat, 'LeakyReLU()', 'LeakyReLU(negative_slope=0.1)', 'LeakyReLU(alpha=0.2)')],
  ['PReLU', one(sequence, 'PReLU()', 'PReLU(shared_axes=[1])')],
  ['ReLU', one(flat, 'ReLU(max_value=0.5)', 'ReLU(negative_slope=0.1, threshold=0.3)')],
  ['Softmax', one(sequence, 'Softmax()', 'Softmax(axis=1)')],
  [
    'CategoryEncoding',
    {
      ...one(
        tokens,
        'CategoryEncoding(num_tokens=5)',
        'CategoryEncoding(5, output_mode="count")',
        'CategoryEncoding(5, output_mode="one_hot")',
      ),
      integers: 5,
    },
  ],
  [
    'CenterCrop',
    one(image, 'CenterCrop(4, 3)', 'CenterCrop(10, 10)', 'CenterCrop(4, 2, data_format="channels_first")'),
  ],
  [
    'Discretization',
    one(
      sequence,
      'Discretization(bin_boundaries=[0.0, 0.5])',
      ...['one_hot', 'multi_hot', 'count'].map(mode => `Discretization([0.0, 0.5], output_mode="${mode}")`),
    ),
  ],
  [
    'IntegerLookup',
    {
      ...one(
        tokens,
        'IntegerLookup(vocabulary=[1, 3])',
        'IntegerLookup(vocabulary=[1, 3], output_mode="count", num_oov_indices=2)',
        'IntegerLookup(vocabulary=[1, 3], output_mode="multi_hot", max_tokens=6, pad_to_max_tokens=True)',
        'IntegerLookup(vocabulary=[1, 3], output_mode="tf_idf", idf_weights=[0.5, 1.5])',
        'IntegerLookup(vocabulary=[1, 3], mask_token=0)',
      ),
      integers: 5,
    },
  ],
  [
    'MelSpectrogram',
    one(
      ({ steps }) => [[8 * steps]],
      'MelSpectrogram(fft_length=8, sequence_stride=4, num_mel_bins=3, sampling_rate=100, min_power=1e-3)',
      'MelSpectrogram(8, 4, sequence_length=6, window="hamming", num_mel_bins=3, sampling_rate=100, min_freq=5.0, max_freq=40.0, power_to_db=False)',
      'MelSpectrogram(8, 4, window=None, num_mel_bins=2, sampling_rate=100, mag_exp=3.0, power_to_db=False)',
      'MelSpectrogram(8, 4, num_mel_bins=3, sampling_rate=100, top_db=10.0, min_power=1e-3, ref_power=2.0)',
    ),
  ],
  [
    'Normalization',
    one(
      sequence,
      'Normalization()',
      'Normalization(axis=1)',
      'Normalization(axis=None, mean=0.5, variance=4.0, invert=True)',
    ),
  ],
  ['RandomBrightness', one(image, 'RandomBrightness(0.2)', 'RandomBrightness(0.2, value_range=(-2, 2))')],
  ['RandomContrast', one(image, 'RandomContrast(0.2)')],
  ['RandomCrop', one(image, 'RandomCrop(4, 5)', 'RandomCrop(4, 2, data_format="channels_first")')],
  ['RandomFlip', one(image, 'RandomFlip()', 'RandomFlip(mode="horizontal")', 'RandomFlip(mode="vertical")')],
  [
    'RandomRotation',
    one(
      image,
      'RandomRotation(0.2, value_range=(0, 1))',
      ...sampling.map(text => `RandomRotation(0.2, ${text})`),
    ),
  ],
  [
    'RandomTranslation',
    one(
      image,
      'RandomTranslation(0.2, 0.2)',
      ...sampling.map(text => `RandomTranslation(0.2, 0.2, ${text})`),
    ),
  ],
  [
    'RandomZoom',
    one(image, 'RandomZoom(0.2, width_factor=0.3)', ...sampling.map(text => `RandomZoom(0.2, ${text})`)),
  ],
  ['Rescaling', one(image, 'Rescaling(0.5)', 'Rescaling(0.5, offset=1.0)')],
  [
    'Resizing',
    one(
      image,
      'Resizing(4, 9)',
      'Resizing(5, 5, crop_to_aspect_ratio=True)',
      'Resizing(4, 9, pad_to_aspect_ratio=True, fill_mode="constant", fill_value=0.5)',
      'Resizing(4, 4, data_format="channels_first")',
      ...resampled.map(text => `Resizing(4, 9, ${text})`),
    ),
  ],
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
