/** What tensors, variables, data sets, iterators and tapes of TensorFlow and Keras hold, in all versions of the last years. Data from the libraries, by test/oracles/names. */
export const attributeNames: Readonly<Record<string, string>> = {
  'tensorflow.Dataset':
    'apply as_numpy_iterator batch bucket_by_sequence_length cache cardinality choose_from_datasets ' +
    'concatenate counter element_spec enumerate filter filter_with_legacy_function fingerprint flat_map ' +
    'from_generator from_sparse_tensor_slices from_tensor_slices from_tensors get_single_element ' +
    'group_by_window ignore_errors interleave list_files load make_initializable_iterator ' +
    'make_one_shot_iterator map map_with_legacy_function options output_classes output_shapes ' +
    'output_types padded_batch prefetch ragged_batch random range rebatch reduce rejection_resample ' +
    'repeat sample_from_datasets save scan shard shuffle skip snapshot sparse_batch take take_while ' +
    'unbatch unique window with_options zip | class_names file_paths make_dataset_iterator',
  'tensorflow.GradientTape': 'batch_jacobian gradient jacobian reset stop_recording watch watched_variables',
  'tensorflow.Iterator':
    'element_spec from_string_handle from_structure get_next get_next_as_optional initializer ' +
    'make_initializer next output_classes output_shapes output_types restore save string_handle',
  'tensorflow.Tensor':
    'OVERLOADABLE_OPERATORS backing_device bounding_shape close concat consumers cpu dense_shape device ' +
    'dtype dynamic_size element_shape eval experimental_ref flat_values flow from_nested_row_lengths ' +
    'from_nested_row_splits from_nested_value_rowids from_row_lengths from_row_limits from_row_splits ' +
    'from_row_starts from_sparse from_tensor from_uniform_row_length from_value from_value_rowids gather ' +
    'get_shape gpu grad graph handle identity indices is_packed merge_dims name ndim nested_row_lengths ' +
    'nested_row_splits nested_value_rowids nrows numpy op ragged ragged_rank read record_history ref ' +
    'reshape row_lengths row_limits row_splits row_splits_dtype row_starts scatter set_shape shape size ' +
    'sparse split squeeze stack to_list to_sparse to_tensor uniform_row_length unstack value_index ' +
    'value_rowids values with_flat_values with_row_splits_dtype with_values write | T abs add add_ ' +
    'addressable_shards all any argmax argmin argsort astype at aval backward base block_until_ready bool ' +
    'choose chunk clip clone compress conj contiguous copy copy_ cuda cumprod cumsum data data_ptr detach ' +
    'device_buffer devices diagonal dim div dot double element_size exp expand fill fill_ flags flat ' +
    'flatten float half imag int is_compatible_with is_cuda is_fully_addressable item itemsize layout log ' +
    'long matmul max mean min mm mul mul_ nbytes nonzero norm numel partition permute pow prod put rank ' +
    'ravel real repeat requires_grad requires_grad_ round searchsorted sharding sigmoid softmax sort sqrt ' +
    'std stop_gradient stride strides sub sum swapaxes take to tobytes tolist topk trace transpose type ' +
    'type_spec unbind unsqueeze var view weak_type zero_',
  'tensorflow.Variable':
    'SaveSliceInfo aggregation assign assign_add assign_sub batch_scatter_update constraint count_up_to ' +
    'create device dtype eval experimental_ref from_proto gather_nd get_shape graph handle initial_value ' +
    'initialized_value initializer is_initialized load name ndim numpy op overwrite_with_gradient path ' +
    'read_value read_value_no_copy ref regularizer scatter_add scatter_div scatter_max scatter_min ' +
    'scatter_mul scatter_nd_add scatter_nd_max scatter_nd_min scatter_nd_sub scatter_nd_update ' +
    'scatter_sub scatter_update set_shape shape sparse_read synchronization to_proto trainable value | T ' +
    'abs add add_ addressable_shards all any argmax argmin argsort astype at autocast aval backward base ' +
    'block_until_ready bool choose chunk clip clone compress conj contiguous copy copy_ cuda cumprod ' +
    'cumsum data data_ptr detach device_buffer devices diagonal dim div dot double element_size exp ' +
    'expand fill fill_ flags flat flatten float gather grad half handle_deleter imag int is_cuda ' +
    'is_fully_addressable item itemsize layout log long matmul max mean min mm mul mul_ nbytes nonzero ' +
    'norm numel partition permute pow prod put ravel real repeat requires_grad requires_grad_ reshape ' +
    'round scatter searchsorted sharding sigmoid size softmax sort split sqrt squeeze std stride strides ' +
    'sub sum swapaxes take to tobytes tolist topk trace transpose type unbind unsqueeze values var view ' +
    'weak_type zero_',
};
