/** The names of Keras's public API, module by module (Keras 3.3.3, and what versions 1 and 2 had besides). Data from Keras's own export lists. */

/** Names that Keras 3.3.3 exports. */
export const publicNames: Readonly<Record<string, string>> = {
  keras:
    'DTypePolicy FloatDTypePolicy Function Initializer Input InputSpec KerasTensor Layer Loss Metric ' +
    'Model Operation Optimizer Quantizer Regularizer Sequential StatelessScope Variable activations ' +
    'applications backend callbacks config constraints datasets device distribution dtype_policies ' +
    'export initializers layers legacy losses metrics mixed_precision models name_scope ops optimizers ' +
    'preprocessing quantizers random regularizers saving tree utils version',
  'keras.activations':
    'deserialize elu exponential gelu get hard_sigmoid hard_silu hard_swish leaky_relu linear ' +
    'log_softmax mish relu relu6 selu serialize sigmoid silu softmax softplus softsign swish tanh',
  'keras.applications':
    'ConvNeXtBase ConvNeXtLarge ConvNeXtSmall ConvNeXtTiny ConvNeXtXLarge DenseNet121 DenseNet169 ' +
    'DenseNet201 EfficientNetB0 EfficientNetB1 EfficientNetB2 EfficientNetB3 EfficientNetB4 ' +
    'EfficientNetB5 EfficientNetB6 EfficientNetB7 EfficientNetV2B0 EfficientNetV2B1 EfficientNetV2B2 ' +
    'EfficientNetV2B3 EfficientNetV2L EfficientNetV2M EfficientNetV2S InceptionResNetV2 InceptionV3 ' +
    'MobileNet MobileNetV2 MobileNetV3Large MobileNetV3Small NASNetLarge NASNetMobile ResNet101 ' +
    'ResNet101V2 ResNet152 ResNet152V2 ResNet50 ResNet50V2 VGG16 VGG19 Xception convnext densenet ' +
    'efficientnet efficientnet_v2 imagenet_utils inception_resnet_v2 inception_v3 mobilenet mobilenet_v2 ' +
    'mobilenet_v3 nasnet resnet resnet50 resnet_v2 vgg16 vgg19 xception',
  'keras.applications.convnext':
    'ConvNeXtBase ConvNeXtLarge ConvNeXtSmall ConvNeXtTiny ConvNeXtXLarge decode_predictions ' +
    'preprocess_input',
  'keras.applications.densenet': 'DenseNet121 DenseNet169 DenseNet201 decode_predictions preprocess_input',
  'keras.applications.efficientnet':
    'EfficientNetB0 EfficientNetB1 EfficientNetB2 EfficientNetB3 EfficientNetB4 EfficientNetB5 ' +
    'EfficientNetB6 EfficientNetB7 decode_predictions preprocess_input',
  'keras.applications.efficientnet_v2':
    'EfficientNetV2B0 EfficientNetV2B1 EfficientNetV2B2 EfficientNetV2B3 EfficientNetV2L EfficientNetV2M ' +
    'EfficientNetV2S decode_predictions preprocess_input',
  'keras.applications.imagenet_utils': 'decode_predictions preprocess_input',
  'keras.applications.inception_resnet_v2': 'InceptionResNetV2 decode_predictions preprocess_input',
  'keras.applications.inception_v3': 'InceptionV3 decode_predictions preprocess_input',
  'keras.applications.mobilenet': 'MobileNet decode_predictions preprocess_input',
  'keras.applications.mobilenet_v2': 'MobileNetV2 decode_predictions preprocess_input',
  'keras.applications.mobilenet_v3': 'decode_predictions preprocess_input',
  'keras.applications.nasnet': 'NASNetLarge NASNetMobile decode_predictions preprocess_input',
  'keras.applications.resnet': 'ResNet101 ResNet152 ResNet50 decode_predictions preprocess_input',
  'keras.applications.resnet50': 'ResNet50 decode_predictions preprocess_input',
  'keras.applications.resnet_v2': 'ResNet101V2 ResNet152V2 ResNet50V2 decode_predictions preprocess_input',
  'keras.applications.vgg16': 'VGG16 decode_predictions preprocess_input',
  'keras.applications.vgg19': 'VGG19 decode_predictions preprocess_input',
  'keras.applications.xception': 'Xception decode_predictions preprocess_input',
  'keras.backend':
    'backend clear_session epsilon floatx get_uid image_data_format is_float_dtype is_int_dtype ' +
    'is_keras_tensor result_type set_epsilon set_floatx set_image_data_format standardize_dtype',
  'keras.callbacks':
    'BackupAndRestore CSVLogger Callback CallbackList EarlyStopping History LambdaCallback ' +
    'LearningRateScheduler ModelCheckpoint ProgbarLogger ReduceLROnPlateau RemoteMonitor SwapEMAWeights ' +
    'TensorBoard TerminateOnNaN',
  'keras.config':
    'backend disable_interactive_logging disable_traceback_filtering dtype_policy ' +
    'enable_interactive_logging enable_traceback_filtering enable_unsafe_deserialization epsilon floatx ' +
    'image_data_format is_interactive_logging_enabled is_traceback_filtering_enabled set_backend ' +
    'set_dtype_policy set_epsilon set_floatx set_image_data_format',
  'keras.constraints':
    'Constraint MaxNorm MinMaxNorm NonNeg UnitNorm deserialize get max_norm min_max_norm non_neg ' +
    'serialize unit_norm',
  'keras.datasets': 'boston_housing california_housing cifar10 cifar100 fashion_mnist imdb mnist reuters',
  'keras.datasets.boston_housing': 'load_data',
  'keras.datasets.california_housing': 'load_data',
  'keras.datasets.cifar10': 'load_data',
  'keras.datasets.cifar100': 'load_data',
  'keras.datasets.fashion_mnist': 'load_data',
  'keras.datasets.imdb': 'get_word_index load_data',
  'keras.datasets.mnist': 'load_data',
  'keras.datasets.reuters': 'get_label_names get_word_index load_data',
  'keras.distribution':
    'DataParallel DeviceMesh LayoutMap ModelParallel TensorLayout distribute_tensor distribution ' +
    'initialize list_devices set_distribution',
  'keras.dtype_policies':
    'DTypePolicy FloatDTypePolicy QuantizedDTypePolicy QuantizedFloat8DTypePolicy deserialize get ' +
    'serialize',
  'keras.export': 'ExportArchive',
  'keras.initializers':
    'Constant GlorotNormal GlorotUniform HeNormal HeUniform Identity IdentityInitializer Initializer ' +
    'LecunNormal LecunUniform Ones Orthogonal OrthogonalInitializer RandomNormal RandomUniform ' +
    'TruncatedNormal VarianceScaling Zeros constant deserialize get glorot_normal glorot_uniform ' +
    'he_normal he_uniform identity lecun_normal lecun_uniform ones orthogonal random_normal ' +
    'random_uniform serialize truncated_normal variance_scaling zeros',
  'keras.layers':
    'Activation ActivityRegularization Add AdditiveAttention AlphaDropout Attention Average ' +
    'AveragePooling1D AveragePooling2D AveragePooling3D AvgPool1D AvgPool2D AvgPool3D BatchNormalization ' +
    'Bidirectional CategoryEncoding CenterCrop Concatenate Conv1D Conv1DTranspose Conv2D Conv2DTranspose ' +
    'Conv3D Conv3DTranspose ConvLSTM1D ConvLSTM2D ConvLSTM3D Convolution1D Convolution1DTranspose ' +
    'Convolution2D Convolution2DTranspose Convolution3D Convolution3DTranspose Cropping1D Cropping2D ' +
    'Cropping3D Dense DepthwiseConv1D DepthwiseConv2D Discretization Dot Dropout ELU EinsumDense ' +
    'Embedding Flatten FlaxLayer GRU GRUCell GaussianDropout GaussianNoise GlobalAveragePooling1D ' +
    'GlobalAveragePooling2D GlobalAveragePooling3D GlobalAvgPool1D GlobalAvgPool2D GlobalAvgPool3D ' +
    'GlobalMaxPool1D GlobalMaxPool2D GlobalMaxPool3D GlobalMaxPooling1D GlobalMaxPooling2D ' +
    'GlobalMaxPooling3D GroupNormalization GroupQueryAttention HashedCrossing Hashing Identity Input ' +
    'InputLayer InputSpec IntegerLookup JaxLayer LSTM LSTMCell Lambda Layer LayerNormalization LeakyReLU ' +
    'Masking MaxPool1D MaxPool2D MaxPool3D MaxPooling1D MaxPooling2D MaxPooling3D Maximum MelSpectrogram ' +
    'Minimum MultiHeadAttention Multiply Normalization PReLU Permute RNN RandomBrightness RandomContrast ' +
    'RandomCrop RandomFlip RandomRotation RandomTranslation RandomZoom ReLU RepeatVector Rescaling ' +
    'Reshape Resizing SeparableConv1D SeparableConv2D SeparableConvolution1D SeparableConvolution2D ' +
    'SimpleRNN SimpleRNNCell Softmax SpatialDropout1D SpatialDropout2D SpatialDropout3D ' +
    'SpectralNormalization StackedRNNCells StringLookup Subtract TFSMLayer TextVectorization ' +
    'TimeDistributed TorchModuleWrapper UnitNormalization UpSampling1D UpSampling2D UpSampling3D Wrapper ' +
    'ZeroPadding1D ZeroPadding2D ZeroPadding3D add average concatenate deserialize dot maximum minimum ' +
    'multiply serialize subtract',
  'keras.legacy': 'saving',
  'keras.legacy.saving': 'deserialize_keras_object serialize_keras_object',
  'keras.losses':
    'BinaryCrossentropy BinaryFocalCrossentropy CTC CategoricalCrossentropy CategoricalFocalCrossentropy ' +
    'CategoricalHinge CosineSimilarity Dice Hinge Huber KLDivergence LogCosh Loss MeanAbsoluteError ' +
    'MeanAbsolutePercentageError MeanSquaredError MeanSquaredLogarithmicError Poisson ' +
    'SparseCategoricalCrossentropy SquaredHinge Tversky binary_crossentropy binary_focal_crossentropy ' +
    'categorical_crossentropy categorical_focal_crossentropy categorical_hinge cosine_similarity ctc ' +
    'deserialize dice get hinge huber kl_divergence log_cosh mean_absolute_error ' +
    'mean_absolute_percentage_error mean_squared_error mean_squared_logarithmic_error poisson serialize ' +
    'sparse_categorical_crossentropy squared_hinge tversky',
  'keras.metrics':
    'AUC Accuracy BinaryAccuracy BinaryCrossentropy BinaryIoU CategoricalAccuracy ' +
    'CategoricalCrossentropy CategoricalHinge CosineSimilarity F1Score FBetaScore FalseNegatives ' +
    'FalsePositives Hinge IoU KLDivergence LogCoshError Mean MeanAbsoluteError ' +
    'MeanAbsolutePercentageError MeanIoU MeanMetricWrapper MeanSquaredError MeanSquaredLogarithmicError ' +
    'Metric OneHotIoU OneHotMeanIoU Poisson Precision PrecisionAtRecall R2Score Recall RecallAtPrecision ' +
    'RootMeanSquaredError SensitivityAtSpecificity SparseCategoricalAccuracy ' +
    'SparseCategoricalCrossentropy SparseTopKCategoricalAccuracy SpecificityAtSensitivity SquaredHinge ' +
    'Sum TopKCategoricalAccuracy TrueNegatives TruePositives binary_accuracy binary_crossentropy ' +
    'binary_focal_crossentropy categorical_accuracy categorical_crossentropy ' +
    'categorical_focal_crossentropy categorical_hinge deserialize get hinge huber kl_divergence log_cosh ' +
    'mean_absolute_error mean_absolute_percentage_error mean_squared_error ' +
    'mean_squared_logarithmic_error poisson serialize sparse_categorical_accuracy ' +
    'sparse_categorical_crossentropy sparse_top_k_categorical_accuracy squared_hinge ' +
    'top_k_categorical_accuracy',
  'keras.mixed_precision':
    'DTypePolicy LossScaleOptimizer Policy dtype_policy global_policy set_dtype_policy set_global_policy',
  'keras.models': 'Model Sequential clone_model load_model model_from_json save_model',
  'keras.ops':
    'abs absolute add all amax amin any append arange arccos arccosh arcsin arcsinh arctan arctan2 ' +
    'arctanh argmax argmin argsort array average average_pool batch_normalization binary_crossentropy ' +
    'bincount broadcast_to cast categorical_crossentropy ceil cholesky clip concatenate cond conj ' +
    'conjugate conv conv_transpose convert_to_numpy convert_to_tensor copy correlate cos cosh ' +
    'count_nonzero cross ctc_decode ctc_loss cumprod cumsum custom_gradient depthwise_conv det diag ' +
    'diagonal diff digitize divide divide_no_nan dot eig eigh einsum elu empty equal erf erfinv exp ' +
    'expand_dims expm1 extract_sequences eye fft fft2 flip floor floor_divide fori_loop full full_like ' +
    'gelu get_item greater greater_equal hard_sigmoid hard_silu hard_swish hstack identity imag image ' +
    'in_top_k inv irfft is_tensor isclose isfinite isinf isnan istft leaky_relu less less_equal linalg ' +
    'linspace log log10 log1p log2 log_sigmoid log_softmax logaddexp logical_and logical_not logical_or ' +
    'logical_xor logspace logsumexp lu_factor matmul max max_pool maximum mean median meshgrid min ' +
    'minimum mod moments moveaxis multi_hot multiply nan_to_num ndim negative nn nonzero norm normalize ' +
    'not_equal numpy one_hot ones ones_like outer pad power prod psnr qr quantile ravel real reciprocal ' +
    'relu relu6 repeat reshape rfft roll round rsqrt scatter scatter_update segment_max segment_sum ' +
    'select selu separable_conv shape sigmoid sign silu sin sinh size slice slice_update slogdet softmax ' +
    'softplus softsign solve solve_triangular sort sparse_categorical_crossentropy split sqrt square ' +
    'squeeze stack std stft stop_gradient subtract sum svd swapaxes swish take take_along_axis tan tanh ' +
    'tensordot tile top_k trace transpose tri tril triu true_divide unstack var vdot vectorize ' +
    'vectorized_map vstack where while_loop zeros zeros_like',
  'keras.ops.image':
    'affine_transform crop_images extract_patches map_coordinates pad_images resize rgb_to_grayscale',
  'keras.ops.linalg': 'cholesky det eig eigh inv lu_factor norm qr solve solve_triangular svd',
  'keras.ops.nn':
    'average_pool batch_normalization binary_crossentropy categorical_crossentropy conv conv_transpose ' +
    'ctc_decode ctc_loss depthwise_conv elu gelu hard_sigmoid hard_silu hard_swish leaky_relu ' +
    'log_sigmoid log_softmax max_pool moments multi_hot normalize one_hot psnr relu relu6 selu ' +
    'separable_conv sigmoid silu softmax softplus softsign sparse_categorical_crossentropy swish',
  'keras.ops.numpy':
    'abs absolute add all amax amin any append arange arccos arccosh arcsin arcsinh arctan arctan2 ' +
    'arctanh argmax argmin argsort array average bincount broadcast_to ceil clip concatenate conj ' +
    'conjugate copy correlate cos cosh count_nonzero cross cumprod cumsum diag diagonal diff digitize ' +
    'divide divide_no_nan dot einsum empty equal exp expand_dims expm1 eye flip floor floor_divide full ' +
    'full_like get_item greater greater_equal hstack identity imag isclose isfinite isinf isnan less ' +
    'less_equal linspace log log10 log1p log2 logaddexp logical_and logical_not logical_or logical_xor ' +
    'logspace matmul max maximum mean median meshgrid min minimum mod moveaxis multiply nan_to_num ndim ' +
    'negative nonzero not_equal ones ones_like outer pad power prod quantile ravel real reciprocal ' +
    'repeat reshape roll round select sign sin sinh size slogdet sort split sqrt square squeeze stack ' +
    'std subtract sum swapaxes take take_along_axis tan tanh tensordot tile trace transpose tri tril ' +
    'triu true_divide var vdot vectorize vstack where zeros zeros_like',
  'keras.optimizers':
    'Adadelta Adafactor Adagrad Adam AdamW Adamax Ftrl Lion LossScaleOptimizer Nadam Optimizer RMSprop ' +
    'SGD deserialize get legacy schedules serialize',
  'keras.optimizers.legacy': 'Adagrad Adam Ftrl Optimizer RMSprop SGD',
  'keras.optimizers.schedules':
    'CosineDecay CosineDecayRestarts ExponentialDecay InverseTimeDecay LearningRateSchedule ' +
    'PiecewiseConstantDecay PolynomialDecay deserialize serialize',
  'keras.preprocessing':
    'image image_dataset_from_directory sequence text_dataset_from_directory ' +
    'timeseries_dataset_from_array',
  'keras.preprocessing.image': 'array_to_img img_to_array load_img save_img smart_resize',
  'keras.preprocessing.sequence': 'pad_sequences',
  'keras.quantizers':
    'AbsMaxQuantizer Quantizer abs_max_quantize compute_float8_amax_history compute_float8_scale ' +
    'deserialize get quantize_and_dequantize serialize',
  'keras.random':
    'SeedGenerator beta binomial categorical dropout gamma normal randint shuffle truncated_normal ' +
    'uniform',
  'keras.regularizers':
    'L1 L1L2 L2 OrthogonalRegularizer Regularizer deserialize get l1 l1_l2 l2 orthogonal_regularizer ' +
    'serialize',
  'keras.saving':
    'CustomObjectScope custom_object_scope deserialize_keras_object get_custom_objects ' +
    'get_registered_name get_registered_object load_model load_weights register_keras_serializable ' +
    'save_model save_weights serialize_keras_object',
  'keras.tree':
    'assert_same_structure flatten is_nested lists_to_tuples map_shape_structure map_structure ' +
    'map_structure_up_to pack_sequence_as traverse',
  'keras.utils':
    'CustomObjectScope FeatureSpace Progbar PyDataset Sequence array_to_img audio_dataset_from_directory ' +
    'clear_session custom_object_scope deserialize_keras_object disable_interactive_logging ' +
    'enable_interactive_logging get_custom_objects get_file get_registered_name get_registered_object ' +
    'get_source_inputs image_dataset_from_directory img_to_array is_interactive_logging_enabled ' +
    'is_keras_tensor legacy load_img model_to_dot normalize pack_x_y_sample_weight pad_sequences ' +
    'plot_model register_keras_serializable save_img serialize_keras_object set_random_seed ' +
    'split_dataset standardize_dtype text_dataset_from_directory timeseries_dataset_from_array ' +
    'to_categorical unpack_x_y_sample_weight',
  'keras.utils.legacy': 'deserialize_keras_object serialize_keras_object',
};

/** Names that only older versions had. */
export const olderNames: Readonly<Record<string, string>> = {
  keras: '__version__ dtensor estimator experimental',
  'keras.activations': 'Layer absolute_import deserialize_keras_object division print_function',
  'keras.applications':
    'RegNetX002 RegNetX004 RegNetX006 RegNetX008 RegNetX016 RegNetX032 RegNetX040 RegNetX064 RegNetX080 ' +
    'RegNetX120 RegNetX160 RegNetX320 RegNetY002 RegNetY004 RegNetY006 RegNetY008 RegNetY016 RegNetY032 ' +
    'RegNetY040 RegNetY064 RegNetY080 RegNetY120 RegNetY160 RegNetY320 ResNetRS101 ResNetRS152 ' +
    'ResNetRS200 ResNetRS270 ResNetRS350 ResNetRS420 ResNetRS50 regnet resnet_rs',
  'keras.applications.regnet':
    'RegNetX002 RegNetX004 RegNetX006 RegNetX008 RegNetX016 RegNetX032 RegNetX040 RegNetX064 RegNetX080 ' +
    'RegNetX120 RegNetX160 RegNetX320 RegNetY002 RegNetY004 RegNetY006 RegNetY008 RegNetY016 RegNetY032 ' +
    'RegNetY040 RegNetY064 RegNetY080 RegNetY120 RegNetY160 RegNetY320 decode_predictions ' +
    'preprocess_input',
  'keras.applications.resnet_rs':
    'ResNetRS101 ResNetRS152 ResNetRS200 ResNetRS270 ResNetRS350 ResNetRS420 ResNetRS50 ' +
    'decode_predictions preprocess_input',
  'keras.backend':
    'StrictVersion abs absolute_import all any arange argmax argmin batch_dot batch_flatten ' +
    'batch_get_value batch_normalization batch_set_value bias_add binary_crossentropy ' +
    'binary_focal_crossentropy cast cast_to_floatx categorical_crossentropy ' +
    'categorical_focal_crossentropy clip concatenate constant context control_dependencies conv1d conv2d ' +
    'conv2d_transpose conv3d conv3d_transpose cos count_params ctc_batch_cost ctc_decode ' +
    'ctc_label_dense_to_sparse cumprod cumsum depthwise_conv2d division dot dropout dtype eager elu ' +
    'equal eval exp expand_dims experimental eye flatten foldl foldr function functional_ops gather ' +
    'get_graph get_session get_value get_variable_shape gradients greater greater_equal hard_sigmoid ' +
    'identity image_dim_ordering in_test_phase in_top_k in_train_phase int_shape is_placeholder ' +
    'is_sparse is_symbolic is_tensor is_variable l2_normalize learning_phase learning_phase_scope less ' +
    'less_equal local_conv1d local_conv2d log logsumexp manual_variable_initialization map_fn max ' +
    'maximum mean min minimum moving_average_update name_scope ndim normalize_batch_in_training ' +
    'normalize_data_format not_equal one_hot ones ones_like permute_dimensions placeholder pool2d pool3d ' +
    'pow print_function print_tensor prod py_all py_any py_slice py_sum random_bernoulli random_binomial ' +
    'random_normal random_normal_variable random_uniform random_uniform_variable relu repeat ' +
    'repeat_elements reset_uids reshape resize_images resize_volumes reverse rnn round separable_conv1d ' +
    'separable_conv2d set_image_dim_ordering set_learning_phase set_session set_value shape sigmoid sign ' +
    'sin size slice softmax softplus softsign sparse_categorical_crossentropy spatial_2d_padding ' +
    'spatial_3d_padding sqrt square squeeze stack std stop_gradient sum switch symbolic tanh ' +
    'temporal_padding tf_utils tile to_dense transpose transpose_shape truncated_normal update ' +
    'update_add update_sub v1_variable_initialization var variable zeros zeros_like',
  'keras.backend.experimental':
    'disable_tf_random_generator enable_tf_random_generator is_tf_random_generator_enabled',
  'keras.callbacks':
    'BaseLogger Iterable OrderedDict Progbar SidecarEvaluatorModelExport absolute_import defaultdict ' +
    'deque division experimental print_function standardize_input_data',
  'keras.callbacks.experimental': 'BackupAndRestore',
  'keras.constraints':
    'RadialConstraint absolute_import deserialize_keras_object division maxnorm nonneg print_function ' +
    'radial_constraint serialize_keras_object unitnorm',
  'keras.dtensor': 'experimental',
  'keras.dtensor.experimental': 'LayoutMap optimizers',
  'keras.dtensor.experimental.optimizers': 'Adadelta Adagrad Adam AdamW RMSprop SGD',
  'keras.estimator': 'model_to_estimator',
  'keras.experimental':
    'CosineDecay CosineDecayRestarts LinearModel SequenceFeatures SidecarEvaluator WideDeepModel',
  'keras.initializers':
    'absolute_import deserialize_keras_object division normal one print_function serialize_keras_object ' +
    'uniform zero',
  'keras.layers':
    'AbstractRNNCell AtrousConv1D AtrousConv2D AtrousConvolution1D AtrousConvolution2D ConvLSTM2DCell ' +
    'ConvRNN2D ConvRecurrent2D CuDNNGRU CuDNNLSTM Deconv2D Deconvolution2D Deconvolution3D DenseFeatures Highway ' +
    'LocallyConnected1D LocallyConnected2D MaxoutDense Merge RandomHeight RandomWidth Recurrent ' +
    'ThresholdedReLU _generate_dropout_mask _standardize_args absolute_import activations constraints ' +
    'conv_utils deserialize_keras_object disable_tracking disable_v2_dtype_behavior division ' +
    'ParametricSoftplus SReLU TimeDistributedDense enable_v2_dtype_behavior experimental func_dump func_load has_arg initializers interfaces ' +
    'namedtuple object_list_uid print_function recurrent regularizers to_list transpose_shape',
  'keras.layers.experimental': 'EinsumDense RandomFourierFeatures SyncBatchNormalization preprocessing',
  'keras.layers.experimental.preprocessing':
    'CategoryEncoding CenterCrop Discretization HashedCrossing Hashing IntegerLookup Normalization ' +
    'PreprocessingLayer RandomContrast RandomCrop RandomFlip RandomHeight RandomRotation ' +
    'RandomTranslation RandomWidth RandomZoom Rescaling Resizing StringLookup TextVectorization',
  'keras.losses':
    'KLD LossFunctionWrapper MAE MAPE MSE MSLE Reduction absolute_import cosine cosine_proximity ' +
    'deserialize_keras_object division huber_loss is_categorical_crossentropy kld ' +
    'kullback_leibler_divergence logcosh losses_utils mae mape mse msle print_function ' +
    'serialize_keras_object',
  'keras.metrics':
    'BaseMeanIoU KLD Layer MAE MAPE MSE MSLE MeanRelativeError MeanTensor Reduce ' +
    'SensitivitySpecificityBase absolute_import accuracy clone_metric clone_metrics cosine ' +
    'cosine_proximity deserialize_keras_object division experimental kld kullback_leibler_divergence ' +
    'logcosh losses_utils mae mape metrics_utils mse msle print_function serialize_keras_object ' +
    'fbeta_score fmeasure matthews_correlation precision recall',
  'keras.metrics.experimental': 'PyMetric',
  'keras.models':
    'Input InputLayer LinearModel WideDeepModel absolute_import division experimental has_arg ' +
    'model_from_config model_from_yaml print_function slice_X slice_arrays to_list',
  'keras.models.experimental': 'SharpnessAwareMinimization',
  'keras.optimizers':
    'TFOptimizer absolute_import adadelta adagrad adam adamax clip_norm deserialize_keras_object ' +
    'division experimental interfaces nadam print_function rmsprop serialize_keras_object sgd zip',
  'keras.optimizers.experimental':
    'Adadelta Adafactor Adagrad Adam AdamW Adamax Ftrl Nadam Optimizer RMSprop SGD',
  'keras.optimizers.legacy': 'Adadelta Adamax Nadam',
  'keras.preprocessing': 'text',
  'keras.preprocessing.image':
    'DataFrameIterator DirectoryIterator ImageDataGenerator Iterator NumpyArrayIterator absolute_import ' +
    'apply_affine_transform apply_brightness_shift apply_channel_shift backend division generic_utils ' +
    'image print_function random_brightness random_channel_shift random_rotation random_shear ' +
    'random_shift random_zoom utils',
  'keras.preprocessing.sequence':
    'TimeseriesGenerator absolute_import division make_sampling_table print_function sequence skipgrams ' +
    'utils',
  'keras.preprocessing.text':
    'Tokenizer absolute_import division hashing_trick one_hot print_function text text_to_word_sequence ' +
    'tokenizer_from_json',
  'keras.regularizers':
    'EigenvalueRegularizer L1L2Regularizer absolute_import activity_l1 activity_l1l2 activity_l2 ' +
    'deserialize_keras_object division l1l2 print_function serialize_keras_object',
  'keras.utils':
    'AUCCurve AUCSummationMethod BytesIO ConfusionMatrix DeterministicRandomTestTool Enum ' +
    'GeneratorEnqueuer H5Dict HDF5Matrix HTTPError Lambda Model NEG_INF OrderedEnqueuer Reduction ' +
    'SequenceEnqueuer SidecarEvaluator StepsPerExecutionTuner ThreadPool TimedThread URLError Wrapper ' +
    'absolute_import abstractmethod add_edge ask_to_proceed_with_overwrite assert_allclose ' +
    'assert_thresholds_range broadcast_weights check_for_unexpected_keys clone_model closing ' +
    'compute_weighted_loss concatenate conv_input_length conv_output_length conv_utils ' +
    'convert_all_kernels_in_model convert_dense_weights_data_format convert_kernel count_params ' +
    'data_utils deconv_length defaultdict division experimental filter_top_k func_dump func_load ' +
    'generic_utils get_index get_or_create_layer get_test_data getargspec h5dict has_arg init_pool ' +
    'init_pool_generator io_utils is_all_none is_model is_wrapped_model layer_test load_from_binary_h5py ' +
    'losses_utils metrics_utils multi_gpu_model next_sample normalize_padding normalize_tuple np_utils ' +
    'object_list_uid parse_init_thresholds print_function print_summary range reduce_weighted_loss ' +
    'result_wrapper save_to_binary_h5py slice_arrays squeeze_or_expand_dimensions tf_file_io_proxy ' +
    'to_list to_ordinal track_tf1_style_variables transpose_shape unpack_singleton ' +
    'update_confusion_matrix_variables update_state_wrapper urlopen validate_file ' +
    'warmstart_embedding_matrix weighted_assign_add',
  'keras.utils.experimental': 'DatasetCreator',
};
