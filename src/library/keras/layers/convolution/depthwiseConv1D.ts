/** The layer `DepthwiseConv1D`. */
import { depthwiseConvolution } from './depthwiseConvolution.ts';

export const depthwiseConv1D = depthwiseConvolution(
  1,
  '1',
  'https://keras.io/api/layers/convolution_layers/depthwise_convolution1d/',
  'Windows of its own for each channel of a sequence.',
);
