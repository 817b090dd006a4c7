/** The layer `Conv3D`. */
import { plainConvolution } from './plainConvolution.ts';

export const conv3D = plainConvolution(
  3,
  '(1, 1, 1)',
  'https://keras.io/api/layers/convolution_layers/convolution3d/',
  'Slides a window through volumes: (batch, ...space, channels) to (batch, ...new space, filters).',
);
