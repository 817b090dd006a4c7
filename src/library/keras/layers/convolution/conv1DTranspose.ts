/** The layer `Conv1DTranspose`. */
import { transposedConvolution } from './transposedConvolution.ts';

export const conv1DTranspose = transposedConvolution(
  1,
  '1',
  'https://keras.io/api/layers/convolution_layers/convolution1d_transpose/',
  'The transpose of Conv1D: lengthens sequences by their strides.',
);
