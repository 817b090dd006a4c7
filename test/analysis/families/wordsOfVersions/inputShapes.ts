/** Inputs that a layer does not take, and windows larger than what they move over. */
import type { WordsOfVersions } from '../wordsOfVersions.ts';

const called = (layer: string, text: string, input: string) =>
  `ValueError: Exception encountered when calling ${layer}.\n\n${text}\n\nCall arguments received by ${layer}:\n  • inputs=tf.Tensor(shape=${input}, dtype=float32)`;

const convolution = (layer: string, inputs: string) =>
  `'{{node ${layer}}} = Conv2D[T=DT_FLOAT, data_format="NHWC", dilations=[1, 1, 1, 1], explicit_paddings=[], padding="VALID", strides=[1, 1, 1, 1], use_cudnn_on_gpu=true](${inputs})'`;

export const inputShapes: readonly WordsOfVersions[] = [
  [
    'pictures without channels',
    'Sequential([Conv2D(4, (3, 3), input_shape=(28, 28))])',
    {
      1: 'ValueError: Input 0 is incompatible with layer convolution2d_1: expected ndim=4, found ndim=3',
      2: 'ValueError: Input 0 of layer "conv2d" is incompatible with the layer: expected min_ndim=4, found ndim=3. Full shape received: (None, 28, 28)',
    },
  ],
  [
    'the number of samples in the shape of pictures',
    'Sequential([Conv2D(4, (3, 3), input_shape=(100, 28, 28, 1))])',
    {
      1: 'ValueError: Input 0 is incompatible with layer convolution2d_1: expected ndim=4, found ndim=5',
      // Any number of axes is a batch there.
      2: null,
      3: 'ValueError: Kernel shape must have the same length as input, but received kernel of shape (3, 3, 1, 4) and input of shape (None, 100, 28, 28, 1).',
    },
  ],
  [
    'pooling of what has an axis too many',
    'Sequential([Conv2D(4, (3, 3), input_shape=(100, 28, 28, 1)), MaxPooling2D()])',
    {
      2: 'ValueError: Input 0 of layer "max_pooling2d" is incompatible with the layer: expected ndim=4, found ndim=5. Full shape received: (None, 100, 26, 26, 4)',
    },
  ],
  [
    'stacked recurrent layers',
    'Sequential([LSTM(4, input_shape=(5, 2)), LSTM(3)])',
    {
      1: 'ValueError: Input 0 is incompatible with layer lstm_2: expected ndim=3, found ndim=2',
      2: 'ValueError: Input 0 of layer "lstm_1" is incompatible with the layer: expected ndim=3, found ndim=2. Full shape received: (None, 4)',
    },
  ],
  [
    'flat rows to flatten',
    'Sequential([Dense(4, input_shape=(28,)), Flatten()])',
    {
      1: 'ValueError: Input 0 is incompatible with layer flatten_1: expected ndim >= 3, found ndim=2',
      2: null,
      3: null,
    },
  ],
  [
    'a shared layer of another width',
    'd = Dense(3)\nd(Input(shape=(4,)))\nd(Input(shape=(5,)))',
    {
      1: "ValueError: Dimensions must be equal, but are 5 and 4 for 'MatMul' (op: 'MatMul') with input shapes: [?,5], [4,3].",
      2: 'ValueError: Input 0 of layer "dense" is incompatible with the layer: expected axis -1 of input shape to have value 4, but received input with shape (None, 5)',
    },
  ],
  [
    'a kernel one larger than the picture',
    'Sequential([Conv2D(4, (5, 5), input_shape=(4, 4, 1))])',
    {
      1: "ValueError: Negative dimension size caused by subtracting 5 from 4 for 'Conv2D' (op: 'Conv2D') with input shapes: [?,4,4,1], [5,5,1,4].",
      2: called(
        'layer "conv2d" (type Conv2D)',
        `Negative dimension size caused by subtracting 5 from 4 for ${convolution('conv2d/Conv2D', 'Placeholder, conv2d/Conv2D/ReadVariableOp')} with input shapes: [?,4,4,1], [5,5,1,4].`,
        '(None, 4, 4, 1)',
      ),
    },
  ],
  [
    'a kernel much larger than the picture',
    'Sequential([Conv2D(4, (6, 6), input_shape=(4, 4, 1))])',
    {
      1: "ValueError: Negative dimension size caused by subtracting 6 from 4 for 'Conv2D' (op: 'Conv2D') with input shapes: [?,4,4,1], [6,6,1,4].",
      2: 'ValueError: One of the dimensions in the output is <= 0 due to downsampling in conv2d. Consider increasing the input size. Received input shape [None, 4, 4, 1] which would produce output shape with a zero or negative value in a dimension.',
    },
  ],
  [
    'a kernel longer than the sequence',
    'Sequential([Conv1D(4, 5, input_shape=(4, 1))])',
    {
      1: "ValueError: Negative dimension size caused by subtracting 5 from 4 for 'Conv2D' (op: 'Conv2D') with input shapes: [?,4,1,1], [5,1,1,4].",
      2: called(
        'layer "conv1d" (type Conv1D)',
        `Negative dimension size caused by subtracting 5 from 4 for ${convolution('conv1d/Conv1D', 'conv1d/Conv1D/ExpandDims, conv1d/Conv1D/ExpandDims_1')} with input shapes: [?,1,4,1], [1,5,1,4].`,
        '(None, 4, 1)',
      ),
    },
  ],
  [
    'a pool larger than what is left',
    'Sequential([Conv2D(4, (3, 3), input_shape=(4, 4, 1)), MaxPooling2D((3, 3))])',
    {
      1: "ValueError: Negative dimension size caused by subtracting 3 from 2 for 'MaxPool' (op: 'MaxPool') with input shapes: [?,2,2,4].",
      2: called(
        'layer "max_pooling2d" (type MaxPooling2D)',
        `Negative dimension size caused by subtracting 3 from 2 for '{{node max_pooling2d/MaxPool}} = MaxPool[T=DT_FLOAT, data_format="NHWC", explicit_paddings=[], ksize=[1, 3, 3, 1], padding="VALID", strides=[1, 3, 3, 1]](Placeholder)' with input shapes: [?,2,2,4].`,
        '(None, 2, 2, 4)',
      ),
    },
  ],
  [
    'a sum inside of a layer',
    'class Shifted(Layer):\n    def call(self, x):\n        return x + np.zeros((4,))\nShifted()(Input(shape=(3,)))',
    {
      1: "ValueError: Dimensions must be equal, but are 3 and 4 for 'add' (op: 'Add') with input shapes: [?,3], [4].",
    },
  ],
];
