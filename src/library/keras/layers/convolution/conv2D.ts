/** The layer `Conv2D`. */
import { plainConvolution } from './plainConvolution.ts';

export const conv2D = plainConvolution(
  2,
  '(1, 1)',
  'https://keras.io/api/layers/convolution_layers/convolution2d/',
  'Slides a window over images: (batch, rows, columns, channels) to (batch, new rows, new columns, filters).',
);
