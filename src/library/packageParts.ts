/**
 * The parts that packages have, or had in any version: what is close to one of them and is none is misspelt. Private
 * parts are left out. Data from the packages' folders.
 */
export const packageParts: Readonly<Record<string, string>> = {
  PIL:
    'ArgImagePlugin AvifImagePlugin BdfFontFile BlpImagePlugin BmpImagePlugin BufrStubImagePlugin ' +
    'ContainerIO CurImagePlugin DcxImagePlugin DdsImagePlugin EpsImagePlugin ExifTags FitsImagePlugin ' +
    'FitsStubImagePlugin FliImagePlugin FontFile FpxImagePlugin FtexImagePlugin GbrImagePlugin ' +
    'GdImageFile GifImagePlugin GimpGradientFile GimpPaletteFile GribStubImagePlugin Hdf5StubImagePlugin ' +
    'IcnsImagePlugin IcoImagePlugin ImImagePlugin Image ImageChops ImageCms ImageColor ImageDraw ' +
    'ImageDraw2 ImageEnhance ImageFile ImageFileIO ImageFilter ImageFont ImageGrab ImageMath ImageMode ' +
    'ImageMorph ImageOps ImagePalette ImagePath ImageQt ImageSequence ImageShow ImageStat ImageText ' +
    'ImageTk ImageTransform ImageWin ImtImagePlugin IptcImagePlugin Jpeg2KImagePlugin JpegImagePlugin ' +
    'JpegPresets McIdasImagePlugin MicImagePlugin MpegImagePlugin MpoImagePlugin MspImagePlugin OleFileIO ' +
    'PSDraw PaletteFile PalmImagePlugin PcdImagePlugin PcfFontFile PcxImagePlugin PdfImagePlugin ' +
    'PdfParser PixarImagePlugin PngImagePlugin PpmImagePlugin PsdImagePlugin PyAccess QoiImagePlugin ' +
    'SgiImagePlugin SpiderImagePlugin SunImagePlugin TarIO TgaImagePlugin TiffImagePlugin TiffTags ' +
    'WalImageFile WebPImagePlugin WmfImagePlugin XVThumbImagePlugin XbmImagePlugin XpmImagePlugin ' +
    'features report tests',
  keras:
    'activations api api_export applications backend backend_config benchmarks callbacks callbacks_v1 ' +
    'combinations config constraints contrib create_python_api_wrapper datasets distillation distribute ' +
    'distribution dtensor dtype_policies engine estimator experimental export extractor_wrapper ' +
    'feature_column generator_wrapper initializations initializers keras_parameterized layers layers_v1 ' +
    'legacy legacy_tf_layers losses metrics mixed_precision models objectives ops optimizer_experimental ' +
    'optimizer_v1 optimizer_v2 optimizers premade premade_models preprocessing quantizers random ' +
    'regularizers saving src testing testing_infra testing_utils tests tools trainers tree type utils ' +
    'version visualization wrappers',
  'keras.applications':
    'audio_conv_utils convnext densenet efficientnet efficientnet_v2 efficientnet_weight_update_util ' +
    'imagenet_utils inception_resnet_v2 inception_v3 mobilenet mobilenet_v2 mobilenet_v3 mobilenetv2 ' +
    'music_tagger_crnn nasnet regnet resnet resnet50 resnet_rs resnet_v2 vgg16 vgg19 xception',
  'keras.callbacks':
    'backup_and_restore backup_and_restore_callback callback callback_list callbacks csv_logger ' +
    'early_stopping experimental history lambda_callback learning_rate_scheduler model_checkpoint ' +
    'monitor_callback orbax_checkpoint progbar_logger reduce_lr_on_plateau remote_monitor ' +
    'swap_ema_weights tensorboard tensorboard_v1 tensorboard_v2 terminate_on_nan',
  'keras.datasets':
    'boston_housing california_housing cifar cifar10 cifar100 data_utils fashion_mnist imdb mnist ' +
    'npz_utils reuters',
  'keras.initializers':
    'constant_initializers initializer initializers initializers_v1 initializers_v2 random_initializers',
  'keras.layers':
    'activation activations advanced_activations attention containers convolutional ' +
    'convolutional_recurrent core cudnn_recurrent dense_attention einsum_dense embeddings experimental ' +
    'input_spec kernelized layer legacy_rnn local locally_connected merge merging multi_head_attention ' +
    'noise normalization ntm pooling preprocessing recurrent recurrent_v2 regularization reshaping rnn ' +
    'rnn_cell_wrapper_v2 serialization wrappers',
  'keras.losses': 'loss losses',
  'keras.metrics':
    'accuracy_metrics base_metric confusion_metrics correlation_metrics experimental f_score_metrics ' +
    'hinge_metrics iou_metrics metric metrics metrics_utils probabilistic_metrics py_metric ' +
    'reduction_metrics regression_metrics',
  'keras.models':
    'cloning experimental functional model sequential sharpness_aware_minimization variable_mapping',
  'keras.optimizers':
    'adadelta adafactor adagrad adam adamax adamw base_optimizer experimental ftrl lamb legacy ' +
    'legacy_learning_rate_decay lion loss_scale_optimizer multi_optimizer muon nadam optimizer ' +
    'optimizer_experimental optimizer_v1 optimizer_v2 rmsprop schedule_free_adamw schedules sgd utils',
  'keras.preprocessing': 'dataset_utils image image_dataset sequence text text_dataset timeseries',
  'keras.regularizers': 'regularizers',
  'keras.utils':
    'all_utils argument_validation audio_dataset audio_dataset_utils backend_utils bounding_boxes ' +
    'code_stats config control_flow_util conv_utils data_utils dataset_creator dataset_utils dot_utils ' +
    'dtype_utils experimental feature_space file_utils generic_utils grain_utils image_dataset ' +
    'image_dataset_utils image_utils io_utils jax_layer jax_utils keras_logging kernelized_utils ' +
    'kpl_test_utils layer_utils legacy losses_utils metrics_utils mode_keys model_visualization ' +
    'module_utils multi_gpu_utils naming nest np_utils numerical_utils object_identity progbar ' +
    'python_utils rng_utils sequence_utils shape_utils sidecar_evaluator steps_per_execution_tuning ' +
    'summary_utils test_utils text_dataset text_dataset_utils tf_contextlib tf_inspect tf_utils ' +
    'theano_utils timed_threads timeseries_dataset timeseries_dataset_utils torch_utils traceback_utils ' +
    'tracking training_utils tree version_utils vis_utils visualize_util',
  'keras.wrappers': 'fixes scikit_learn sklearn_wrapper utils',
  matplotlib:
    'afm animation artist axes axis backend_bases backend_managers backend_tools backends bezier ' +
    'blocking_input category cbook cm collections colorbar colorizer colors compat config container ' +
    'contour cxx dates delaunay docstring dviread enthought figure finance font_manager ' +
    'fontconfig_pattern ft2font gridspec hatch image inset layout_engine legend legend_handler lines ' +
    'markers mathtext mlab mpl numerix nxutils offsetbox patches path patheffects projections pylab ' +
    'pyparsing pyparsing_py2 pyparsing_py3 pyplot quiver rcparams rcsetup sankey scale sphinxext spines ' +
    'stackplot streamplot style table testing tests texmanager text textpath ticker tight_bbox ' +
    'tight_layout toolkits transforms tri ttconv ttf2ps type1font typing units widgets windowing',
  numpy:
    'array_api char compat conftest core ctypeslib defchararray distutils doc dtypes dual emath ' +
    'exceptions f2py fft fftpack lib lib_scimath linalg ma matlib matrixlib ndarray numarray numerictypes ' +
    'oldnumarray oldnumeric polynomial random rec setup strings testing tests typing version',
  pandas:
    'algos api arrays compat computation conftest core datetools errors formats hashtable index indexes ' +
    'info io json lib msgpack parser plotting rpy sandbox sparse src stats testing tests tools tseries ' +
    'tslib types util',
  scipy:
    'cluster conftest constants datasets differentiate fft fftpack integrate interpolate io lib linalg ' +
    'linsolve maxentropy misc ndimage odr optimize sandbox sandsox setup signal sparse spatial special ' +
    'splinalg stats stsci test tests version weave',
  sklearn:
    'ball_tree base calibration callback clone cluster compose config_context conftest covariance ' +
    'cross_decomposition cross_validation datasets decomposition discriminant_analysis dummy ensemble ' +
    'exceptions experimental externals feature_extraction feature_selection fixes frozen gaussian_process ' +
    'get_config glm gmm grid_search hmm impute inspection isotonic kernel_approximation kernel_ridge lda ' +
    'learning_curve linear_model logger manifold metrics mixture model_selection multiclass multioutput ' +
    'naive_bayes neighbors neural_network pipeline pls preprocessing qda random_projection ' +
    'semi_supervised set_config setup setup_module show_versions sparse src svm tests tree utils',
  tensorflow:
    'api app audio autodiff autograph bitwise c cc compat compiler config contrib core data debugging ' +
    'distribute distributions dtensor dtypes errors estimator examples experimental feature_column g3doc ' +
    'gfile go graph_util image include initializers io java js keras layers linalg lite logging lookup ' +
    'losses manip math metrics mixed_precision mlir models nest nn optimizers profiler python python_io ' +
    'quantization queue ragged random raw_ops resource_loader saved_model security sets signal sparse ' +
    'spectral stream_executor strings summary sysconfig test third_party tools tpu train tsl types ' +
    'user_ops version virtual_root_template_v1 workspace xla xla_aot_runtime_src',
};
