/** The layer `SeparableConv2D`. */
import { separableConvolution } from './separableConvolution.ts';

export const separableConv2D = separableConvolution(
  2,
  '(1, 1)',
  'https://keras.io/api/layers/convolution_layers/separable_convolution2d/',
  'A window for each channel of an image, then a mixture of the channels.',
);
