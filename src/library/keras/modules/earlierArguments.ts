/** Arguments that functions and classes took in Keras 1 and 2, or under other names, and that are not modelled. */
import type { Interpreter } from '../../../python/interpreter.ts';
import { type OtherArgument, takeOtherArguments } from '../../../python/operations/olderKeywords.ts';

const images =
  'dim_ordering border_mode image_shape filter_shape volume_shape filter_dilation stride pool_mode';
const iterators =
  'data_format dim_ordering dtype follow_links save_format save_prefix save_to_dir weight_col';
const operands = 'x y a b ndim';

/** By the name of what is called; the arguments are apart by spaces. */
const arguments_: Readonly<Record<string, string>> = {
  DataFrameIterator: iterators,
  DirectoryIterator: iterators,
  NumpyArrayIterator: iterators,
  ImageDataGenerator: 'dim_ordering dtype',
  GRU: 'time_major',
  LSTM: 'time_major',
  RNN: 'time_major',
  SimpleRNN: 'time_major',
  MaxNorm: 'm',
  ModelCheckpoint: 'load_weights_on_restart',
  MinMaxNorm: 'low high',
  OneHotEncoder: 'n_values categorical_features sparse',
  array_to_img: 'dim_ordering',
  batch_get_value: 'ops xs',
  bias_add: operands,
  compute_mask: 'input mask',
  conv: operands,
  conv1d: images,
  conv2d: images,
  conv2d_transpose: images,
  conv3d: images,
  conv_transpose: operands,
  count_params: operands,
  ctc_decode: 'merge_repeated',
  deserialize: 'name use_legacy_format',
  depthwise_conv: operands,
  dot: operands,
  equal: operands,
  expand_dims: 'dim',
  from_config: 'layer_cache',
  get: 'kwargs',
  greater: operands,
  greater_equal: operands,
  img_to_array: 'dim_ordering',
  L1: 'l',
  L2: 'l',
  less: operands,
  less_equal: operands,
  load_img: 'grayscale',
  maximum: operands,
  minimum: operands,
  moving_average_update: 'variable',
  normalize: 'a',
  not_equal: operands,
  one_hot: 'nb_classes',
  pool2d: images,
  pool3d: images,
  random_channel_shift: 'intensity',
  random_uniform: 'low high',
  relu: 'alpha',
  resize_images: 'X dim_ordering',
  resize_volumes: 'X dim_ordering',
  save_weights: 'options save_format',
  separable_conv: operands,
  separable_conv2d: images,
  serialize: 'constraint loss metric regularizer use_legacy_format',
  set_epsilon: 'e',
  set_floatx: 'floatx',
  size: 'name',
  slice: operands,
  sparse_categorical_crossentropy: 'ignore_class',
  spatial_2d_padding: 'dim_ordering',
  spatial_3d_padding: 'dim_ordering',
  stop_gradient: 'variables',
  text_to_word_sequence: 'input_text',
  to_categorical: 'dtype',
};

/** Scripts for Keras 1 and 2 are also written for the scikit-learn of their time, which took all by position. */
const took: OtherArgument = (module, callable, keyword) =>
  keyword === null ? module.startsWith('sklearn') : (arguments_[callable] ?? '').split(' ').includes(keyword);

/** Leaves calls with such arguments unknown in this program. */
export function openFormerArguments(py: Interpreter): void {
  takeOtherArguments(py, took);
}
