/** Errors about the shapes of inputs and layers. */
import { message } from '../../python/message.ts';
import type { ErrorFamily } from './family.ts';

export const shapeFamilies: readonly ErrorFamily[] = [
  {
    codes: ['input-rank'],
    says: [/expected ndim=3, found ndim=2/],
    advice: message(
      'A layer over sequences receives single vectors: give the recurrent layer before it `return_sequences=True`, or the data an axis of steps.',
    ),
  },
  {
    codes: ['input-rank'],
    says: [/expected ndim=(\d+), found ndim=2(?!\d)/, /expected min_ndim=(\d+), found ndim=2(?!\d)/],
    advice: message(
      'A layer over images or sequences receives flat rows: reshape the data to have its axes.',
    ),
  },
  {
    codes: ['input-rank'],
    says: [/expected ndim=4, found ndim=5/, /expected ndim=3, found ndim=4/],
    advice: message(
      'The shape of one sample has an axis too many: leave the number of samples out of `input_shape`.',
    ),
  },
  {
    // Data with an axis less than the model's is told as a shape of its own.
    codes: ['input-rank', 'input-shape'],
    says: [
      /expected (?:min_)?ndim=(\d+), found ndim=(\d+)/,
      /Kernel shape must have the same length as input/,
      /Shape must be rank \d+ but is rank \d+/,
      /Input \d+ is incompatible with layer \S+: expected ndim=\d+, found ndim=\d+/,
      /expected .* to have (\d+) dimensions, but got array with shape/,
    ],
    advice: message(
      'The data has too few axes for the layer, mostly the channels are missing: add them with `x[..., None]` and `input_shape=(height, width, 1)`.',
    ),
  },
  {
    codes: ['input-shape'],
    says: [
      /expected axis -?\d+ of input shape to have value/,
      /expected shape=\(.*\), found shape=\(/,
      /Error when checking input: expected .* to have shape/,
      /Matrix size-incompatible/,
      /Cannot feed value of shape \(.*\) for Tensor/,
      /Invalid input shape for input/,
      /mat1 and mat2 shapes cannot be multiplied/,
      /expected input\[.*\] to have \d+ channels, but got \d+ channels instead/,
      /dot_general requires contracting dimensions to have the same shape/,
      /Dimensions must be equal, but are \d+ and \d+ for '.*MatMul/,
    ],
    advice: message(
      'The data has another size than the model was built for: make `input_shape` the shape of one sample, or reshape the data.',
    ),
  },
  {
    codes: ['shape-too-small'],
    says: [
      /Computed output size would be (?:zero or )?negative/,
      /Negative dimension size caused by subtracting/,
      /One of the dimensions in the output is <= 0/,
      /Kernel size can't be greater than actual input size/,
    ],
    advice: message(
      'Nothing of the image is left for this window: use `padding="same"`, fewer pooling layers or a larger input.',
    ),
  },
  {
    codes: ['reshape-size'],
    says: [
      /[Tt]otal size of (?:the tensor|new array) must be unchanged/,
      /cannot reshape array of size (\d+) into shape/,
      /shape '\[.*\]' is invalid for input of size \d+/,
      /cannot reshape tensor of (?:size )?\d+/,
      /Input to reshape is a tensor with \d+ values, but the requested shape has \d+/,
    ],
    advice: message(
      'The target shape has another number of elements than the input: make the products of both shapes equal.',
    ),
  },
  {
    codes: ['merge-shapes'],
    says: [/A `Concatenate` layer requires inputs with matching shapes/],
    advice: message(
      'Branches can be joined only where all other axes agree: bring them to the same size before.',
    ),
  },
  {
    codes: ['merge-shapes'],
    says: [
      /Inputs have incompatible shapes/,
      /Operands could not be broadcast together with shapes/,
      /Incompatible input shapes/,
      /Dimension \d+ in both shapes must be equal/,
    ],
    advice: message(
      'The branches have different shapes: a 1x1 convolution gives both the same channels, equal strides and padding the same size.',
    ),
  },
  {
    codes: ['label-shape', 'merge-shapes', 'regression-broadcast'],
    says: [/[Ii]ncompatible shapes for broadcasting/],
    advice: message(
      'Two arrays meet whose shapes do not fit: labels and outputs in the loss, or two branches that are added.',
    ),
  },
  {
    codes: ['embedding-range'],
    says: [/indices\[.*\] = -?\d+ is not in \[0, \d+\)/, /index out of range in self/],
    advice: message(
      'A token is larger than the table of the Embedding: its `input_dim` is the largest token + 1, the size of the vocabulary + 1 when 0 pads.',
    ),
  },
];
