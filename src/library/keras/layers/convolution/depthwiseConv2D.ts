/** The layer `DepthwiseConv2D`. */
import { depthwiseConvolution } from './depthwiseConvolution.ts';

export const depthwiseConv2D = depthwiseConvolution(
  2,
  '(1, 1)',
  'https://keras.io/api/layers/convolution_layers/depthwise_convolution2d/',
  'Windows of its own for each channel of an image.',
);
