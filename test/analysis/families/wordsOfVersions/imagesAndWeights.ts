/** Image layers, and how weights begin and are penalised, with numbers and words that they do not take. */
import type { WordsOfVersions } from '../wordsOfVersions.ts';

const range =
  'ValueError: The `factor` argument should be a number (or a list of two numbers) in the range [-1.0, 1.0].';

export const imagesAndWeights: readonly WordsOfVersions[] = [
  ['more than a full turn', 'RandomRotation(1.5)', { 2: null, 3: `${range} Received: input_number=1.5` }],
  [
    'a turn from the higher to the lower',
    'RandomRotation((0.2, 0.1))',
    {
      2: 'ValueError: `factor` argument cannot have a negative value. Received: factor=(0.2, 0.1)',
      3: null,
    },
  ],
  [
    'a word for a turn',
    "RandomRotation('a')",
    { 2: "TypeError: bad operand type for unary -: 'str'", 3: `${range} Received: factor=a` },
  ],
  [
    'a zoom by two',
    'RandomZoom(2)',
    {
      2: 'ValueError: `height_factor` argument must have values between [-1, 1]. Received: height_factor=2',
      3: `${range} Received: input_number=2`,
    },
  ],
  [
    'a width to zoom that is too large at one end',
    'RandomZoom(0.2, (-0.5, 1.5))',
    { 2: null, 3: `${range} Received: input_number=1.5` },
  ],
  [
    'a move by two widths',
    'RandomTranslation(0.1, 2)',
    {
      2: 'ValueError: `width_factor` must have values between [-1, 1], got 2',
      3: `${range} Received: input_number=2`,
    },
  ],
  [
    'a move from the higher to the lower',
    'RandomTranslation((0.2, 0.1), 0.1)',
    {
      2: 'ValueError: `height_factor` cannot have upper bound less than lower bound, got (0.2, 0.1)',
      3: null,
    },
  ],
  ['a light of two', 'RandomBrightness(2)', { 2: `${range} Got 2`, 3: `${range} Received: input_number=2` }],
  [
    'one number for a range of values',
    'RandomBrightness(0.2, value_range=255)',
    {
      2: 'ValueError: The `value_range` argument should be a list of two numbers. Got 255',
      3: 'ValueError: The `value_range` argument should be a list of two numbers. Received: value_range=255',
    },
  ],
  [
    'a direction that there is not',
    "RandomFlip('both')",
    { 2: 'ValueError: RandomFlip layer random_flip received an unknown mode argument both', 3: null },
  ],
  [
    'a way to fill that there is not',
    "RandomZoom(0.2, fill_mode='mirror')",
    {
      2: 'NotImplementedError: Unknown `fill_mode` mirror. Only `reflect`, `wrap`, `constant` and `nearest` are supported.',
      3: "NotImplementedError: Unknown `fill_mode` mirror. Expected of one ('reflect', 'wrap', 'constant', 'nearest').",
    },
  ],
  [
    'a way between pixels that there is not',
    "Resizing(8, 8, interpolation='cubic')",
    {
      2: "NotImplementedError: Value not recognized for `interpolation`: cubic. Supported values are: dict_keys(['bilinear', 'nearest', 'bicubic', 'area', 'lanczos3', 'lanczos5', 'gaussian', 'mitchellcubic'])",
      3: "ValueError: Invalid value for argument `interpolation`. Expected of one ('bilinear', 'nearest', 'lanczos3', 'lanczos5', 'bicubic'). Received: interpolation=cubic",
    },
  ],
  [
    'ways between pixels that only tf.keras knows',
    "Resizing(8, 8, 'gaussian')\nUpSampling2D(interpolation='mitchellcubic')",
    { 2: null },
  ],
  [
    'a mean without a variance',
    'Normalization(mean=1.0)',
    {
      2: 'ValueError: When setting values directly, both `mean` and `variance` must be set. Got mean: 1.0 and variance: None',
      3: 'ValueError: When setting values directly, both `mean` and `variance` must be set. Received: mean=1.0 and variance=None',
    },
  ],
  [
    'an axis that is not there to be scaled',
    'Normalization(axis=3)(Input(shape=(3,)))',
    {
      2: 'ValueError: All `axis` values must be in the range [-ndim, ndim). Found ndim: `2`, axis: (3,)',
      3: 'ValueError: All `axis` values must be in the range [-ndim, ndim). Received inputs with ndim=2, while axis=(3,)',
    },
  ],
  [
    'a scale below 0',
    'keras.initializers.VarianceScaling(scale=-1)',
    {
      2: 'ValueError: `scale` must be positive float. Received: scale=-1.',
      3: 'ValueError: Argument `scale` must be positive float. Received: scale=-1',
    },
  ],
  [
    'a mode of scaling that there is not',
    "keras.initializers.VarianceScaling(mode='fan')",
    {
      2: "ValueError: Invalid `mode` argument: fan. Please use one of the {'fan_in', 'fan_out', 'fan_avg'}.",
      3: "ValueError: Invalid `mode` argument: fan. Please use one of {'fan_in', 'fan_out', 'fan_avg'}",
    },
  ],
  [
    'a distribution that there is not',
    "keras.initializers.VarianceScaling(distribution='gauss')",
    {
      2: "ValueError: Invalid `distribution` argument: gauss.Allowed distributions: {'uniform', 'truncated_normal', 'untruncated_normal'}.",
      3: "ValueError: Invalid `distribution` argument: gauss.Please use one of {'uniform', 'truncated_normal', 'untruncated_normal'}",
    },
  ],
  [
    'a penalty below 0',
    'keras.regularizers.l2(-0.1)',
    {
      1: null,
      2: null,
      3: 'ValueError: Invalid value for argument l2: expected a non-negative float.Received: l2=-0.1',
    },
  ],
  [
    'a word for a penalty',
    "keras.regularizers.l1('a')",
    {
      1: "ValueError: could not convert string to float: 'a'",
      2: 'ValueError: Value a is not a valid regularization penalty number, expected an int or float value.',
      3: 'ValueError: Invalid value for argument l1: expected a non-negative float.Received: l1=a',
    },
  ],
];
