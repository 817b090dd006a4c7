/** The layer `Conv1D`. */
import { plainConvolution } from './plainConvolution.ts';

export const conv1D = plainConvolution(
  1,
  '1',
  'https://keras.io/api/layers/convolution_layers/convolution1d/',
  'Slides a window along a sequence: (batch, steps, channels) to (batch, new steps, filters).',
);
