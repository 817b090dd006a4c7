/** The layer `Conv2DTranspose`. */
import { transposedConvolution } from './transposedConvolution.ts';

export const conv2DTranspose = transposedConvolution(
  2,
  '(1, 1)',
  'https://keras.io/api/layers/convolution_layers/convolution2d_transpose/',
  'The transpose of Conv2D: enlarges images by their strides.',
);
