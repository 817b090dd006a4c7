/** The layer `Conv3DTranspose`. */
import { transposedConvolution } from './transposedConvolution.ts';

export const conv3DTranspose = transposedConvolution(
  3,
  '(1, 1, 1)',
  'https://keras.io/api/layers/convolution_layers/convolution3d_transpose/',
  'The transpose of Conv3D: enlarges volumes by their strides.',
);
