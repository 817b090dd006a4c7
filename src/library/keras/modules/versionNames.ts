/** Names of Keras's public API that only some versions have. Data from Keras's own export lists, 2.6 to 3.16. */

/** Names that versions after 3.3.3 export: known, and not modelled. */
export const laterNames: Readonly<Record<string, string>> = {
  keras: 'RematScope SymbolicScope distillation remat visualization wrappers',
  'keras.activations':
    'celu glu hard_shrink hard_tanh log_sigmoid soft_shrink sparse_plus sparse_sigmoid sparsemax ' +
    'squareplus tanh_shrink threshold',
  'keras.callbacks': 'OrbaxCheckpoint',
  'keras.config':
    'disable_flash_attention enable_flash_attention is_flash_attention_enabled is_nnx_enabled ' +
    'max_epochs max_steps_per_epoch set_max_epochs set_max_steps_per_epoch',
  'keras.distillation': 'DistillationLoss Distiller FeatureDistillation LogitsDistillation',
  'keras.distribution': 'get_device_count',
  'keras.dtype_policies': 'AWQDTypePolicy DTypePolicyMap GPTQDTypePolicy Int4DTypePolicy TernaryDTypePolicy',
  'keras.initializers': 'STFT STFTInitializer stft',
  'keras.layers':
    'AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D AdaptiveMaxPooling1D ' +
    'AdaptiveMaxPooling2D AdaptiveMaxPooling3D AugMix AutoContrast ' +
    'ContrastLimitedAdaptiveHistogramEqualization CutMix Equalization MaxNumBoundingBoxes MixUp ' +
    'Pipeline RMSNormalization RandAugment RandomColorDegeneration RandomColorJitter ' +
    'RandomElasticTransform RandomErasing RandomGaussianBlur RandomGrayscale RandomHue RandomInvert ' +
    'RandomPerspective RandomPosterization RandomSaturation RandomSharpness RandomShear ' +
    'ReversibleEmbedding STFTSpectrogram Solarization TernaryDense',
  'keras.losses': 'CategoricalGeneralizedCrossEntropy Circle categorical_generalized_cross_entropy circle',
  'keras.metrics': 'ConcordanceCorrelation PearsonCorrelation concordance_correlation pearson_correlation',
  'keras.ops':
    'adaptive_average_pool adaptive_max_pool allclose angle argpartition array_split associative_scan ' +
    'bartlett bitwise_and bitwise_invert bitwise_left_shift bitwise_not bitwise_or ' +
    'bitwise_right_shift bitwise_xor blackman cbrt cdist celu cholesky_inverse column_stack corrcoef ' +
    'deg2rad depth_to_space diagflat dot_product_attention dsplit dstack dtype empty_like erfc exp2 ' +
    'fabs fliplr flipud fmax fmin fmod fold gammainc gcd geomspace glu hamming hanning hard_shrink ' +
    'hard_tanh heaviside histogram hsplit hypot i0 ifft2 inner isin isneginf isposinf isreal jvp ' +
    'kaiser kron layer_normalization lcm ldexp left_shift logaddexp2 logdet lstsq map matrix_power ' +
    'matrix_rank nanargmax nanargmin nancumprod nancumsum nanmax nanmean nanmedian nanmin ' +
    'nanpercentile nanprod nanquantile nanstd nansum nanvar nextafter percentile pinv polar ptp ' +
    'rad2deg rearrange right_shift rms_normalization rot90 saturate_cast scan searchsorted ' +
    'segment_min segment_prod signbit sinc soft_shrink space_to_depth sparse_plus sparse_sigmoid ' +
    'sparsemax squareplus switch tanh_shrink threshold trapezoid trunc unfold unique unravel_index ' +
    'vander view view_as_complex view_as_real vsplit',
  'keras.ops.image':
    'elastic_transform extract_patches_3d gaussian_blur hsv_to_rgb perspective_transform ' +
    'reconstruct_patches rgb_to_hsv scale_and_translate sobel_edges ssim',
  'keras.ops.linalg': 'cholesky_inverse jvp lstsq matrix_power matrix_rank pinv',
  'keras.ops.nn':
    'adaptive_average_pool adaptive_max_pool celu depth_to_space dot_product_attention fold glu ' +
    'hard_shrink hard_tanh layer_normalization polar rms_normalization soft_shrink space_to_depth ' +
    'sparse_plus sparse_sigmoid sparsemax squareplus tanh_shrink threshold unfold',
  'keras.ops.numpy':
    'allclose angle argpartition array_split bartlett bitwise_and bitwise_invert bitwise_left_shift ' +
    'bitwise_not bitwise_or bitwise_right_shift bitwise_xor blackman cbrt column_stack corrcoef ' +
    'deg2rad diagflat dsplit dstack empty_like exp2 fabs fliplr flipud fmax fmin fmod gcd geomspace ' +
    'hamming hanning heaviside histogram hsplit hypot i0 inner isin isneginf isposinf isreal kaiser ' +
    'kron lcm ldexp left_shift logaddexp2 nanargmax nanargmin nancumprod nancumsum nanmax nanmean ' +
    'nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum nanvar nextafter percentile ptp ' +
    'rad2deg right_shift rot90 searchsorted signbit sinc trapezoid trunc unique unravel_index vander ' +
    'view vsplit',
  'keras.optimizers': 'Lamb MultiOptimizer Muon OptimizerMap ScheduleFreeAdamW',
  'keras.quantizers':
    'AWQConfig Float8QuantizationConfig GPTQConfig Int4QuantizationConfig Int8QuantizationConfig ' +
    'QuantizationConfig QuantizationReport TernaryQuantizationConfig ' +
    'abs_max_quantize_grouped_with_zero_point fake_quant_with_min_max_vars pack_int2 pack_int4 ' +
    'pack_ternary unpack_int2 unpack_int4 unpack_ternary',
  'keras.saving': 'KerasFileEditor',
  'keras.tree': 'MAP_TO_NONE assert_same_paths flatten_with_path',
  'keras.utils': 'Config bounding_boxes',
  'keras.utils.bounding_boxes':
    'affine_transform clip_to_image_size compute_ciou compute_iou convert_format crop ' +
    'decode_deltas_to_boxes encode_box_to_deltas pad',
  'keras.visualization':
    'draw_bounding_boxes draw_segmentation_masks plot_bounding_box_gallery plot_image_gallery ' +
    'plot_segmentation_mask_gallery',
  'keras.wrappers': 'SKLearnClassifier SKLearnRegressor SKLearnTransformer',
};

/** Names of Keras 3.3.3 that no version 2 had, neither exported nor in its modules. */
export const newNames: Readonly<Record<string, string>> = {
  keras:
    'DTypePolicy FloatDTypePolicy Function Initializer InputSpec KerasTensor Layer Loss Metric ' +
    'Operation Optimizer Quantizer Regularizer StatelessScope Variable config device distribution ' +
    'dtype_policies name_scope ops quantizers random tree',
  'keras.activations': 'hard_silu',
  'keras.backend': 'is_float_dtype is_int_dtype result_type standardize_dtype',
  'keras.callbacks': 'SwapEMAWeights',
  'keras.datasets': 'california_housing',
  'keras.layers': 'FlaxLayer GroupQueryAttention JaxLayer MelSpectrogram TFSMLayer TorchModuleWrapper',
  'keras.losses': 'CTC Dice Tversky dice tversky',
  'keras.mixed_precision': 'DTypePolicy dtype_policy set_dtype_policy',
  'keras.utils': 'PyDataset standardize_dtype',
};

/** Names of Keras 2 that `tf.keras` has beside Keras 3, and Keras 3 itself has not. */
export const namesBesideTensorFlow: Readonly<Record<string, string>> = {
  keras: 'backend layers losses metrics preprocessing',
  'keras.backend':
    'abs all any arange argmax argmin batch_dot batch_flatten batch_get_value batch_normalization ' +
    'batch_set_value bias_add binary_crossentropy binary_focal_crossentropy cast cast_to_floatx ' +
    'categorical_crossentropy categorical_focal_crossentropy clip concatenate constant conv1d conv2d ' +
    'conv2d_transpose conv3d cos count_params ctc_batch_cost ctc_decode ctc_label_dense_to_sparse ' +
    'cumprod cumsum depthwise_conv2d dot dropout dtype elu equal eval exp expand_dims eye flatten ' +
    'foldl foldr gather get_value gradients greater greater_equal hard_sigmoid in_top_k int_shape ' +
    'is_sparse l2_normalize less less_equal log map_fn max maximum mean min minimum ' +
    'moving_average_update name_scope ndim not_equal one_hot ones ones_like permute_dimensions pool2d ' +
    'pool3d pow prod random_bernoulli random_normal random_normal_variable random_uniform ' +
    'random_uniform_variable relu repeat repeat_elements reshape resize_images resize_volumes reverse ' +
    'rnn round separable_conv2d set_value shape sigmoid sign sin softmax softplus softsign ' +
    'sparse_categorical_crossentropy spatial_2d_padding spatial_3d_padding sqrt square squeeze stack ' +
    'std stop_gradient sum switch tanh temporal_padding tile to_dense transpose truncated_normal ' +
    'update update_add update_sub var variable zeros zeros_like',
  'keras.layers': 'AlphaDropout RandomHeight RandomWidth ThresholdedReLU',
  'keras.losses': 'KLD MAE MAPE MSE MSLE Reduction kld kullback_leibler_divergence logcosh mae mape mse msle',
  'keras.metrics': 'KLD MAE MAPE MSE MSLE kld kullback_leibler_divergence logcosh mae mape mse msle',
  'keras.preprocessing': 'image sequence text',
  'keras.preprocessing.image':
    'DirectoryIterator ImageDataGenerator Iterator NumpyArrayIterator apply_affine_transform ' +
    'apply_brightness_shift apply_channel_shift random_brightness random_channel_shift ' +
    'random_rotation random_shear random_shift random_zoom',
  'keras.preprocessing.sequence': 'TimeseriesGenerator make_sampling_table skipgrams',
  'keras.preprocessing.text': 'Tokenizer hashing_trick one_hot text_to_word_sequence tokenizer_from_json',
};
