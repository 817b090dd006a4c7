/**
 * Names that modules of Keras hold in some version and no list of exports has: their submodules, what they import, what
 * their files define. Data from Keras's own folders, 1.0 to 3.15.
 */

export const insideNames: Readonly<Record<string, string>> = {
  keras: '__internal__',
  'keras.__internal__':
    'KerasTensor RaggedKerasTensor SparseKerasTensor apply_name_scope_on_model_declaration backend ' +
    'enable_unsafe_deserialization layers losses models optimizers utils',
  'keras.__internal__.backend': 'initialize_variables track_variable',
  'keras.__internal__.layers': 'BaseDenseAttention BaseImageAugmentationLayer BaseRandomLayer',
  'keras.__internal__.losses': 'LossFunctionWrapper compute_weighted_loss',
  'keras.__internal__.models': 'clone_and_build_model in_place_subclassed_model_state_restoration',
  'keras.__internal__.optimizers': 'convert_to_legacy_optimizer',
  'keras.__internal__.utils': 'get_data_handler layer_test register_symbolic_tensor_type',
  'keras.backend':
    'AutocastScope BackendVariable C ContextValueCache ConvertToBatch ConvertToStatic Function ' +
    'GraphExecutionFunction IS_THREAD_SAFE KerasTensor KerasVariable LambdaFunc NAME_SCOPE_STACK ' +
    'NumpyVariable OBSERVED_NAMES PER_GRAPH_OBJECT_NAME_UIDS Print RandomGenerator RandomStreams ' +
    'ReshapeBatch SUPPORTS_COMPLEX_DTYPES SUPPORTS_RAGGED_TENSORS SUPPORTS_SPARSE_TENSORS ' +
    'SessionLocal StatelessScope SymbolicScope T T_softsign Variable any_symbolic_tensors ' +
    'asymmetric_spatial_2d_padding asymmetric_temporal_padding atrous_conv2d b_any backend_config ' +
    'backend_module backend_name_scope backend_utils bidirectional_gru bidirectional_lstm ' +
    'binary_weighted_focal_crossentropy cast_variables_to_tensor classification_error cntk_backend ' +
    'collections common compute_output_spec cond config config_pb2 ' +
    'configure_and_create_distributed_session contextmanager control_flow_ops control_flow_util conv ' +
    'conv3d2d conv_transpose convert_inputs_if_ragged convert_to_numpy convert_to_tensor copy core ' +
    'ctc ctc_cost ctc_create_skip_idxs ctc_interleave_blanks ctc_path_probs ctc_update_log_p cudnn_ok ' +
    'dc deconv2d defaultdict deprecated_internal_learning_phase_scope ' +
    'deprecated_internal_set_learning_phase depthwise_conv dev device device_lib device_scope ' +
    'disable_generator_for_rng disable_tf_random_generator distribution_lib doc_controls dtensor ' +
    'dtype_numpy eager_learning_phase_scope enable_tf_random_generator enabled_generator_for_rng ' +
    'entries exports functools get_autocast_scope get_config get_default_graph_uid_map ' +
    'get_default_session_config get_keras_mask get_num_dynamic_axis get_stateless_scope ' +
    'global_learning_phase_is_set grad_parameter_dict gru has_arg has_seq_axis ifelse image importlib ' +
    'in_stateless_scope in_symbolic_scope inspect is_explicit_shape is_tf_random_generator_enabled ' +
    'is_tpu_strategy itertools jax json keras_export keras_home keras_tensor legacy_weight_ordering ' +
    'lesser lesser_equal linalg load_backend local_conv logging lstm math maybe_convert_to_ragged ' +
    'moving_averages namespace nn normalize_conv np numpy numpy_backend object_identity ' +
    'observe_object_name openvino os pack pad pattern_broadcast pool random random_seed_dtype ' +
    'required_entries scatter separable_conv set_keras_mask set_legacy_weight_ordering signal sp ' +
    'standardize_data_format standardize_shape symbolic_learning_phase sys tensor_array_ops ' +
    'tensorboard tensorflow tensorflow_backend tf tf_contextlib tf_image_ops tf_inspect ' +
    'tf_keras_backend tf_major_version tf_math_ops tf_minor_version tf_ops tf_state_ops tf_variables ' +
    'tfdev th_sparse_module theano theano_backend threading to_categorical torch track_tf_optimizer ' +
    'track_variable unique_object_name use_generator_for_rng vectorized_map warnings weakref',
  'keras.dtensor.experimental': 'layout_map_scope',
  'keras.experimental': 'PeepholeLSTMCell',
  'keras.layers.experimental.preprocessing': 'CategoryCrossing',
  'keras.mixed_precision': 'experimental get_layer_policy',
  'keras.mixed_precision.experimental': 'LossScaleOptimizer Policy get_layer_policy global_policy set_policy',
  'keras.preprocessing':
    'absolute_import backend dataset_utils division image_dataset keras_preprocessing print_function ' +
    'text_dataset timeseries utils',
  'keras.utils':
    'K SidecarEvaluatorModelExport ThreadsafeIter accuracy all_utils argument_validation ' +
    'audio_dataset audio_dataset_utils backend_utils binary_logloss categorical_probas_to_classes ' +
    'code_stats config control_flow_util dataset_creator dataset_utils default ' +
    'dont_use_multiprocessing_pool dtype_utils feature_space file_utils functools get_pool_class ' +
    'get_worker_id_queue grain_utils hashlib image_dataset image_dataset_utils image_utils is_default ' +
    'is_generator_or_sequence iter_sequence_infinite jax_layer jax_utils keras_export keras_logging ' +
    'kernelized_utils kpl_test_utils layer_utils mode_keys model_visualization module_utils mp ' +
    'multi_gpu_utils multiclass_logloss multiprocessing naming nest np numerical_utils ' +
    'object_identity os path_to_string pathlib probas_to_classes progbar python_utils queue random ' +
    'removeprefix removesuffix rng_utils sequence_utils shape_utils shutil sidecar_evaluator six sp ' +
    'steps_per_execution_tuning summary_utils sys tarfile text_dataset text_dataset_utils tf ' +
    'tf_contextlib tf_inspect tf_utils threading threadsafe_generator time timed_threads ' +
    'timeseries_dataset timeseries_dataset_utils torch_utils traceback traceback_utils tracking ' +
    'training_utils tree typing urllib urlretrieve urlsplit version_utils vis_utils visualize_util ' +
    'warnings weakref zip zipfile',
  'keras.wrappers': 'scikit_learn',
  'keras.wrappers.scikit_learn': 'KerasClassifier KerasRegressor',
};
