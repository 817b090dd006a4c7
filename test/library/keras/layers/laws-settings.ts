/** Keyword arguments that several layers of a family share, for the law configurations: each value once. */
export const convolutions = [
  '4, 3',
  '4, 2, strides=2, padding="same", use_bias=False',
  '4, 2, groups=2, dilation_rate=2, activation="tanh"',
  '2, 2, data_format="channels_first", activity_regularizer="l2"',
];
export const transposed = [
  '3, 3',
  '2, 2, strides=2, padding="same", use_bias=False',
  '2, 3, strides=2, output_padding=1, activation="tanh"',
  '2, 2, dilation_rate=2, activity_regularizer="l2"',
  '2, 2, data_format="channels_first"',
];
export const depthwise = [
  '3, depth_multiplier=2, activation="tanh"',
  '2, strides=2, padding="same", use_bias=False',
  '2, dilation_rate=2, activity_regularizer="l2"',
  '2, data_format="channels_first"',
];
export const pooling = [
  'pool_size=2',
  '3, strides=2, padding="same"',
  '2, strides=1, data_format="channels_first"',
];
export const recurrent = [
  'use_bias=False, return_sequences=True, go_backwards=True',
  'unroll=True, return_state=True',
  'activation="sigmoid", activity_regularizer="l2", dropout=0.3, recurrent_dropout=0.3',
];
export const gated = [...recurrent, 'recurrent_activation="tanh"'];
export const convolutionalRecurrent = [
  'strides=2, padding="same", use_bias=False, go_backwards=True, activation="sigmoid", return_sequences=True, return_state=True',
  'dilation_rate=2, recurrent_activation="tanh", unit_forget_bias=False, activity_regularizer="l2"',
  'data_format="channels_first", dropout=0.3, recurrent_dropout=0.3',
];
export const attentionFlags = [['return_attention_scores'], ['use_causal_mask']];
export const sampling = [
  'fill_mode="constant", fill_value=0.5, interpolation="nearest"',
  'fill_mode="nearest", data_format="channels_first"',
  'fill_mode="wrap"',
];
export const resampled = ['nearest', 'bicubic', 'lanczos3', 'lanczos5'].map(
  name => `interpolation="${name}"`,
);
