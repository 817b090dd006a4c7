/** The layer `SeparableConv1D`. */
import { separableConvolution } from './separableConvolution.ts';

export const separableConv1D = separableConvolution(
  1,
  '1',
  'https://keras.io/api/layers/convolution_layers/separable_convolution1d/',
  'A window for each channel of a sequence, then a mixture of the channels.',
);
