/** What layers do to the scale of the values that they are given, by their names. */

/** Layers that leave the scale of their input alone. */
export const passing = new Set([
  'InputLayer',
  'Flatten',
  'Reshape',
  'Permute',
  'Dropout',
  'GaussianNoise',
  'ZeroPadding2D',
  'Cropping2D',
  'RandomFlip',
  'RandomRotation',
  'RandomTranslation',
  'RandomZoom',
  'RandomCrop',
  'Resizing',
  'CenterCrop',
  'MaxPooling2D',
  'AveragePooling2D',
]);
/** Layers whose weights meet the values themselves. */
export const meeting = new Set([
  'Dense',
  'Conv1D',
  'Conv2D',
  'Conv3D',
  'SeparableConv2D',
  'DepthwiseConv2D',
  'LSTM',
  'GRU',
  'SimpleRNN',
]);

/** Activations under which outputs of another scale stay the same but for the scale. */
export const homogeneous = new Set(['linear', 'relu', 'leaky_relu']);

/** Layers that give their values a scale of their own. */
export const normalising = new Set(['BatchNormalization', 'LayerNormalization', 'GroupNormalization']);
