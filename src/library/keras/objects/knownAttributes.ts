/**
 * Attributes of Keras's models, layers, optimizers, metrics and callbacks in versions 1 to 3 and on every backend (those
 * of torch.nn.Module and tf.Module that scripts use included): what is not modelled among them is no misspelling.
 */
export const knownAttributes: ReadonlySet<string> = new Set(
  `
  accumulator activation activity_regularizer add add_loss add_metric add_optimizer_variables
  add_to_store add_unprocessed_node add_update add_variable add_variable_from_reference add_weight
  aggregation amsgrad append append_header apply apply_gradients argument_names arguments
  arguments_dict assert_input_compatibility assign assign_add assign_sub autocast axes baseline
  batch_input_shape best best_weights beta_1 beta_2 bias build build_from_config build_map built call
  call_signature_parameters callbacks catch_stop_iteration children class_id clear clipnorm clipvalue
  compile compile_from_config compiled compiled_loss compiled_metrics compute_dtype compute_loss
  compute_loss_and_updates compute_mask compute_metrics compute_output_shape compute_output_spec
  config constraint container_nodes convert_revived_tensor cooldown cooldown_counter count
  count_params cpu csv_file cuda curve custom_metric ddp_model decay distribute_reduction_method
  distribute_strategy double dropout dtype dtype_policy eager ema_momentum ema_overwrite_frequency
  entry_layer enumerate_epoch epoch epochs epochs_since_last_save epsilon eval evaluate
  evaluate_generator exclude_from_weight_decay exclusions export extend factor false_negatives
  false_positives field file_flags filename filepath finalize_variable_values fit fit_generator float
  forward from_config get_build_config get_compile_config get_config get_gradients get_initial_state
  get_input_at get_input_mask_at get_input_shape_at get_layer get_losses_for get_metrics_result
  get_monitor_value get_output_at get_output_mask_at get_output_shape_at
  get_quantization_layer_structure get_state_tree get_tensor get_updates get_updates_for get_value
  get_weights global_clipnorm go_backwards gradient_accumulation_steps half headers history
  in_cooldown inbound_layers init_thresholds initial_decay inner input input_dtype input_mask
  input_masks input_names input_shape input_shapes input_spec input_tensors inputs insert
  interpolate_pr_auc is_in_store is_tpu_strat iterations jax_state_sync jit_compile kernel keys
  layers learning_rate load_own_variables load_state_dict load_weights lock locked log_values loss
  loss_functions loss_scale_factor loss_tracker loss_weights loss_weights_list losses lr m_schedule
  make_predict_function make_test_function make_train_function map_tensors max_ndim maybe_cast
  metrics metrics_names metrics_tensors metrics_variables min_delta min_lr min_ndim minimize mode
  model modules momentum momentums monitor monitor_op name name_scope named_children named_modules
  named_parameters ndim nested_tensor_argument_names nesterov node_indices non_trainable_variables
  non_trainable_weights num_thresholds numpy on_batch_begin on_batch_end on_epoch_begin on_epoch_end
  on_predict_batch_begin on_predict_batch_end on_predict_begin on_predict_end on_test_batch_begin
  on_test_batch_end on_test_begin on_test_end on_train_batch_begin on_train_batch_end on_train_begin
  on_train_end optimizer original_scope original_value outbound_layer output output_mask output_masks
  output_names output_shape output_shapes output_tensors outputs overwrite_with_gradient parameters
  params path patience period pop popitem predict predict_classes predict_function predict_generator
  predict_on_batch predict_proba predict_step process_layer process_node progbar quantization_mode
  quantization_summary quantize quantized_build quantized_call queue_length recurrent_kernel
  reduction register_buffer register_forward_hook register_parameter regularizer rematerialized_call
  remove replace_tracked_value requires_grad_ reset_metrics reset_state reset_states
  restore_best_weights result return_sequences return_state rho root run_eagerly run_internal_graph
  sample_weight_mode sample_weight_modes sample_weights save save_best_only save_own_variables
  save_spec save_weights save_weights_only scale_loss schedule schedule_decay seen send_as_json
  sensitivity sep serialize_keras_tensor set_model set_params set_state_tree set_value set_weights
  shape skip_target_indices specificity standardize_shape_or_none state_dict state_size state_updates
  stateful stateful_metrics stateless_apply stateless_call stateless_compute_loss
  stateless_reset_state stateless_result stateless_update_state states steps_per_execution
  stop_evaluating stop_predicting stop_training stopped_epoch stored_ids submodules summary
  summation_method supports_jit supports_masking swap symbolic_call synchronization target targets
  tensor_arguments_dict tensor_arguments_names tensor_indices test_function test_on_batch test_step
  tf_sync thresholds to to_json to_yaml top_k torch_params torchtree_flatten
  torchtree_flatten_with_keys torchtree_unflatten total total_loss totals track tracker train
  train_function train_on_batch train_step trainable trainable_variables trainable_weights training
  tree_flatten tree_unflatten true_negatives true_positives units unlock unroll
  unrolled_steps_per_execution untrack update update_state update_step updates use_ema use_steps
  user_arguments_dict uses_learning_phase validation_data value var variable_dtype variables verbose
  wait weight_decay weights with_name_scope wrapped_fn wrapper writer zero_grad zero_output_for_mask
`
    .trim()
    .split(/\s+/),
);
