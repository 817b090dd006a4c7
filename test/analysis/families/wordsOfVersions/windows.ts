/** Windows, margins and orders of axes that a layer cannot take. */
import type { WordsOfVersions } from '../wordsOfVersions.ts';

const called = (layer: string, type: string, text: string, input: string) =>
  `ValueError: Exception encountered when calling layer "${layer}" (type ${type}).\n\n${text}\n\nCall arguments received by layer "${layer}" (type ${type}):\n  • inputs=tf.Tensor(shape=${input}, dtype=float32)`;

const notIterable = "TypeError: 'int' object is not iterable";

export const windowsOfLayers: readonly WordsOfVersions[] = [
  [
    'one number for the sides of a pool',
    'MaxPooling2D(2)\nAveragePooling2D(pool_size=3)',
    { 2: null, 3: null },
  ],
  ['one number for the sides of a pool in Keras 1', 'MaxPooling2D(2)', { 1: notIterable }],
  ['one number for the steps of a pool in Keras 1', 'MaxPooling2D((2, 2), strides=2)', { 1: notIterable }],
  ['one number to enlarge by in Keras 1', 'UpSampling2D(2)', { 1: notIterable }],
  [
    'one number over time, and tuples over images',
    'MaxPooling1D(2)\nUpSampling1D(2)\nZeroPadding1D(2)\nMaxPooling2D((2, 2), strides=(1, 1))\nConvLSTM2D(3, 3, 3)\nCropping1D((1, 1))',
    { 1: null },
  ],
  [
    'margins that Keras 1 takes',
    "ZeroPadding2D((1, 2, 3, 4))(Input(shape=(8, 8, 3)))\nZeroPadding2D({'top_pad': 1, 'left_pad': 2})\nZeroPadding1D({'left_pad': 3})\nZeroPadding3D((1, 2, 3))",
    { 1: null },
  ],
  [
    'a word for a window',
    "MaxPooling2D('a')",
    {
      2: 'ValueError: The `pool_size` argument must be a tuple of 2 integers. Received: a',
      3: 'ValueError: The `pool_size` argument must be a tuple of 2 integers. Received pool_size=a',
    },
  ],
  [
    'a word for a side',
    "MaxPooling2D((2, 'a'))",
    {
      2: "ValueError: The `pool_size` argument must be a tuple of 2 integers. Received: (2, 'a')including element a of type <class 'str'>",
      3: "ValueError: The `pool_size` argument must be a tuple of 2 integers. Received pool_size=(2, 'a')including element a of type <class 'str'>",
    },
  ],
  ['sides in an array', 'MaxPooling2D(np.array([2, 2]))', { 1: null, 2: null, 3: null }],
  [
    'a factor that is a word',
    "UpSampling1D('a')",
    {
      2: "ValueError: invalid literal for int() with base 10: 'a'",
      3: "ValueError: The `size` argument must be a tuple of 1 integers. Received size=aincluding element a of type <class 'str'>",
    },
  ],
  [
    'a way between cells that there is not',
    "UpSampling2D(2, interpolation='cubic')",
    {
      2: "NotImplementedError: Value not recognized for `interpolation`: cubic. Supported values are: dict_keys(['bilinear', 'nearest', 'bicubic', 'area', 'lanczos3', 'lanczos5', 'gaussian', 'mitchellcubic'])",
      3: "ValueError: The `interpolation` argument must be one of {'nearest', 'bilinear', 'bicubic', 'lanczos3', 'lanczos5', 'area'}. Received: interpolation=cubic",
    },
  ],
  [
    'three margins for images',
    'ZeroPadding2D((1, 2, 3))',
    {
      1: 'TypeError: `padding` should be tuple of int of length 2 or 4, or dict. Found: (1, 2, 3)',
      2: 'ValueError: `padding` should have two elements. Received: (1, 2, 3).',
      3: 'ValueError: `padding` should have two elements. Received: padding=(1, 2, 3).',
    },
  ],
  [
    'three margins for sequences',
    'ZeroPadding1D((1, 2, 3))',
    {
      1: 'ValueError: `padding` should be int, or dict with keys {"left_pad", "right_pad"}, or tuple of length 2. Found: (1, 2, 3)',
      2: 'ValueError: The `padding` argument must be a tuple of 2 integers. Received: (1, 2, 3)',
      3: 'ValueError: The `padding` argument must be a tuple of 2 integers. Received padding=(1, 2, 3)',
    },
  ],
  [
    'a key that margins do not have',
    "ZeroPadding2D({'top': 1})",
    {
      1: 'ValueError: Unexpected key found in `padding` dictionary. Keys have to be in {"top_pad", "bottom_pad", "left_pad", "right_pad"}.Found: dict_keys([\'top\'])',
    },
  ],
  [
    'half a margin',
    'ZeroPadding2D(1.5)',
    {
      2: 'ValueError: `padding` should be either an int, a tuple of 2 ints (symmetric_height_pad, symmetric_width_pad), or a tuple of 2 tuples of 2 ints ((top_pad, bottom_pad), (left_pad, right_pad)). Received: 1.5.',
      3: 'ValueError: `padding` should be either an int, a tuple of 2 ints (symmetric_height_crop, symmetric_width_crop), or a tuple of 2 tuples of 2 ints ((top_crop, bottom_crop), (left_crop, right_crop)). Received: padding=1.5.',
    },
  ],
  [
    'numbers for the sides to crop',
    'Cropping2D((1, 2))',
    { 1: "TypeError: object of type 'int' has no len()", 2: null, 3: null },
  ],
  [
    'three sides to crop from images',
    'Cropping2D((1, 2, 3))',
    {
      1: 'ValueError: `cropping` must be a tuple length of 2.',
      2: 'ValueError: `cropping` should have two elements. Received: (1, 2, 3).',
      3: 'ValueError: `cropping` should have two elements. Received: cropping=(1, 2, 3).',
    },
  ],
  [
    'all of the steps cropped',
    'Cropping1D((2, 2))(Input(shape=(4, 3)))',
    {
      1: null,
      2: called(
        'cropping1d',
        'Cropping1D',
        'cropping parameter of Cropping layer must be greater than the input shape. Received: inputs.shape=(None, 4, 3), and cropping=(2, 2)',
        '(None, 4, 3)',
      ),
      3: 'ValueError: `cropping` parameter of `Cropping1D` layer must be smaller than the input length. Received: input_shape=(None, 4, 3), cropping=(2, 2)',
    },
  ],
  [
    'all of an image cropped',
    'Cropping2D(((2, 2), (2, 2)))(Input(shape=(4, 4, 3)))',
    {
      1: null,
      2: called(
        'cropping2d',
        'Cropping2D',
        'Argument `cropping` must be greater than the input shape. Received: inputs.shape=(None, 4, 4, 3), and cropping=((2, 2), (2, 2))',
        '(None, 4, 4, 3)',
      ),
    },
  ],
  [
    'all of a volume cropped',
    'Cropping3D(((2, 2), (2, 2), (2, 2)))(Input(shape=(4, 4, 4, 3)))',
    { 1: null, 2: null },
  ],
  [
    'an order of axes with a gap',
    'Permute((1, 3))',
    {
      1: null,
      2: 'ValueError: Invalid permutation argument `dims` for Permute Layer. The set of indices in `dims` must be consecutive and start from 1. Received dims=(1, 3)',
    },
  ],
  [
    'an order of more axes than there are',
    'Permute((2, 1))(Input(shape=(3,)))',
    {
      1: "ValueError: Dimension must be 2 but is 3 for 'transpose' (op: 'Transpose') with input shapes: [?,3], [3].",
      2: 'ValueError: Input 0 of layer "permute" is incompatible with the layer: expected ndim=3, found ndim=2. Full shape received: (None, 3)',
    },
  ],
  [
    'half a repetition',
    'RepeatVector(2.5)',
    {
      1: null,
      2: "TypeError: Expected an integer value for `n`, got <class 'float'>.",
      3: 'ValueError: Expected an integer value for `n`, got 2.5.',
    },
  ],
  [
    'a padding that separable convolutions do not know',
    "SeparableConv2D(3, (3, 3), padding='vald')",
    {
      1: "ValueError: ('Invalid border mode for SeparableConv2D:', 'vald')",
      2: 'ValueError: The `padding` argument must be a list/tuple or one of "valid", "same" (or "causal", only for `Conv1D). Received: vald',
    },
  ],
  [
    'a padding that recurrent convolutions do not know',
    "ConvLSTM2D(3, (3, 3), padding='vald')",
    {
      1: null,
      2: 'ValueError: The `padding` argument must be a list/tuple or one of "valid", "same" (or "causal", only for `Conv1D). Received: vald',
    },
  ],
  [
    'an axis too many for windows of each channel',
    'DepthwiseConv2D(3)(Input(shape=(2, 28, 28, 1)))',
    {
      2: 'ValueError: Inputs to `DepthwiseConv` should have rank 4. Received input_shape=(None, 2, 28, 28, 1).',
      3: 'ValueError: Kernel shape must have the same length as input, but received kernel of shape (3, 3, 1, 1) and input of shape (None, 2, 28, 28, 1).',
    },
  ],
  [
    'an axis too many for a transposed convolution',
    'Conv2DTranspose(3, (3, 3))(Input(shape=(2, 28, 28, 1)))',
    { 2: 'ValueError: Inputs should have rank 4. Received input_shape=(None, 2, 28, 28, 1).' },
  ],
  [
    'an axis too many for a separable convolution',
    'SeparableConv2D(3, (3, 3))(Input(shape=(2, 28, 28, 1)))',
    {
      2: called(
        'separable_conv2d',
        'SeparableConv2D',
        'Shape must be rank 4 but is rank 5 for \'{{node separable_conv2d/separable_conv2d/depthwise}} = DepthwiseConv2dNative[T=DT_FLOAT, data_format="NHWC", dilations=[1, 1, 1, 1], explicit_paddings=[], padding="VALID", strides=[1, 1, 1, 1]](Placeholder, separable_conv2d/separable_conv2d/ReadVariableOp)\' with input shapes: [?,2,28,28,1], [3,3,1,1].',
        '(None, 2, 28, 28, 1)',
      ),
    },
  ],
  [
    'a window of each channel longer than the sequence',
    'DepthwiseConv1D(6, strides=2)(Input(shape=(4, 1)))',
    {
      2: called(
        'depthwise_conv1d',
        'DepthwiseConv1D',
        'Negative dimension size caused by subtracting 6 from 4 for \'{{node depthwise_conv1d/depthwise}} = DepthwiseConv2dNative[T=DT_FLOAT, data_format="NHWC", dilations=[1, 1, 1, 1], explicit_paddings=[], padding="VALID", strides=[1, 2, 2, 1]](depthwise_conv1d/ExpandDims, depthwise_conv1d/ExpandDims_1)\' with input shapes: [?,1,4,1], [1,6,1,1].',
        '(None, 4, 1)',
      ),
    },
  ],
  [
    'more added behind a step than the step is long',
    'Conv2DTranspose(3, (3, 3), output_padding=1)',
    {
      2: 'ValueError: Strides must be greater than output padding. Received strides=(1, 1), output_padding=(1, 1).',
    },
  ],
  [
    'a word for the number of filters',
    "Conv2D('a', (3, 3))",
    { 3: "TypeError: '<=' not supported between instances of 'str' and 'int'" },
  ],
  [
    'a negative slope',
    'LeakyReLU(-1.0)',
    {
      1: null,
      2: null,
      3: 'ValueError: The negative_slope value of a Leaky ReLU layer cannot be None or negative value. Expected a float. Received: negative_slope=-1.0',
    },
  ],
  [
    'no slope',
    'LeakyReLU(None)',
    {
      2: 'ValueError: The alpha value of a Leaky ReLU layer cannot be None, Expecting a float. Received: None',
    },
  ],
  [
    'a negative ceiling',
    'ReLU(max_value=-1)',
    {
      2: 'ValueError: max_value of a ReLU layer cannot be a negative value. Received: -1',
      3: 'ValueError: max_value of a ReLU layer cannot be a negative value. Received: max_value=-1',
    },
  ],
  [
    'an order of axes that dropping does not know',
    "SpatialDropout2D(0.5, data_format='channel_last')",
    {
      2: 'ValueError: `data_format` must be "channels_last" or "channels_first". Received: data_format=channel_last.',
    },
  ],
];
