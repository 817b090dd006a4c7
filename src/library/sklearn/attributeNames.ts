/** What the objects of scikit-learn hold, in all versions of the last years. Data from the libraries, by test/oracles/names. */
export const attributeNames: Readonly<Record<string, string>> = {
  sklearn:
    'C C_ Cs Cs_ K K_fit_all_ K_fit_rows_ L_ U_init V_init W_sr_ X X_ X_binned X_fit_ X_max_ X_mean ' +
    'X_min_ X_offset_ X_scale_ X_thresholds_ X_train_ X_transformed_fit_ X_val a_ accept_sparse action ' +
    'activation active_ adapters add add_indicator add_note add_self_request affinity affinity_matrix_ ' +
    'aggressive_elimination aic algorithm all_finite allow_nan allow_single_cluster allowed_features ' +
    'alpha alpha_ alpha_1 alpha_2 alpha_H alpha_W alpha_bounds alpha_init alpha_per_target alphas alphas_ ' +
    'alternate_sign analyzer ancestor angle anisotropic append_subcluster apply approx_hessian args array ' +
    'array_api_support arrow_args as_integer_ratio assign_labels assume_centered atol attribute_name ' +
    'average average_precision ax_ axes_ b_ bandwidth bandwidth_ bars_ base_cv base_estimator ' +
    'base_estimator_ base_loss batch_size batch_size_ bbox_args begin_at_stage best_estimator_ ' +
    'best_index_ best_loss_ best_params_ best_score_ best_threshold_ best_validation_score_ beta_ beta_1 ' +
    'beta_2 beta_loss bic biclusters_ bin_edges_ bin_seeding bin_thresholds_ binarize binary ' +
    'binned_left_cat_bitsets bisecting_strategy bitHash_ bit_count bit_length block_size bootstrap ' +
    'bootstrap_features bound_ bounding_ax_ bounds branching_factor breadth_first break_ties breakdown_ ' +
    'bsplines_ build_analyzer build_preprocessor build_tokenizer cache_size calibrated_classifiers_ ' +
    'calibrators callback categorical categorical_features categories categories_ category ' +
    'category_count_ ccp_alpha center center_ centroid_ centroids_ chain_method chain_method_ ' +
    'chance_level_ change characters check check_X check_X_params check_convergence check_inverse ' +
    'check_name check_y check_y_params child_ children children_ children_lower_bound ' +
    'children_upper_bound class_count_ class_indexing_offsets class_log_prior_ class_names class_prior ' +
    'class_prior_ class_weight class_weight_ classes classes_ classifier_tags clear clip clone_with_theta ' +
    'closed closs cluster_all cluster_centers_ cluster_centers_indices_ cluster_hierarchy_ cluster_method ' +
    'cluster_selection_epsilon cluster_selection_method code_book_ code_init code_size coef coef0 coef_ ' +
    'coef_newton coef_old coef_path_ coefs_ coefs_paths_ colors column_labels_ columns_ completed ' +
    'component_indices_ components_ compute compute_distances compute_full_tree ' +
    'compute_inverse_components compute_labels compute_score config confusion_matrix conjugate ' +
    'connectivity constant constant_ constant_hessian constant_to_optimal_zero constant_value ' +
    'constant_value_bounds constraint consumes contamination contours_ converged converged_ ' +
    'convergence_iter copy copy_X copy_X_train copy_x core_distances_ core_sample_indices_ ' +
    'correct_covariance cost_complexity_pruning_path costs_ count covariance covariance_ ' +
    'covariance_estimator covariance_prior covariance_prior_ covariance_type covariances_ criterion ' +
    'criterion_ current_sklearn_version cv cv_alphas_ cv_results_ cv_values_ cvargs damping dash_wrapped ' +
    'data data_max_ data_min_ data_range_ dbscan_clustering debug deciles deciles_hlines_ deciles_vlines_ ' +
    'decision_function decision_function_shape decision_path decode decode_error deflation_mode degree ' +
    'degrees_of_freedom_ degrees_of_freedom_prior degrees_of_freedom_prior_ delegate_names denominator ' +
    'dense_output densify density density_ deprecated depth dev deviations_ device dict dict_init ' +
    'dictionary differentiable direction dispatch_next dispatch_one_batch display_labels dissimilarity ' +
    'dissimilarity_matrix_ dist_ dist_matrix_ dist_to_rdist distance_threshold distances_ ' +
    'do_early_stopping_ doc_link doc_link_label doc_topic_prior doc_topic_prior_ docstring drop drop_idx_ ' +
    'dtype dtype_exclude dtype_include dtypes dual dual_coef_ dual_gap_ dummy_leaf_ early_exaggeration ' +
    'early_stopping effective_metric_ effective_metric_params_ eigen_solver eigen_tol eigenvalues_ ' +
    'eigenvectors_ embedding_ empty_description encode encoded_missing_value encoding encodings_ enet_tol ' +
    'ensemble eof epoch eps eps_ epsilon epsilon_ err_msg error_ error_on_new error_score errorbar_ est ' +
    'estimator estimator_ estimator_class estimator_errors_ estimator_name estimator_params ' +
    'estimator_type estimator_weights_ estimators estimators_ estimators_features_ estimators_samples_ ' +
    'eta0 evaluate_every exception exp_dirichlet_component_ expected_exc_types expected_fit_params ' +
    'expected_sample_weight expected_to_fail expected_to_fail_reason explained_variance_ ' +
    'explained_variance_ratio_ exponent extra extra_public_methods extrapolation f_ f_cached factor ' +
    'fallback_lbfgs_solve family feature_all_ feature_count_ feature_importances_ feature_log_prob_ ' +
    'feature_name_combiner feature_names feature_names_ feature_names_in_ feature_names_out feature_range ' +
    'features features_ figure_ fill_between_ fill_value filled final_estimator final_estimator_ finalize ' +
    'finalized_leaves fit fit_algorithm fit_intercept fit_intercept_only fit_inverse_transform fit_path ' +
    'fit_predict fit_prior fit_status_ fit_transform fixed fixed_vocabulary_ flatten_transform fn fnr ' +
    'fontname fontsize foo_param force_alpha force_int_remainder_cols forget_factor format fpr fraction ' +
    'fresh_restarts fresh_restarts_max_iter from_bytes from_cv_results from_estimator from_predictions ' +
    'fromkeys fun fun_args func function future_dtype gamma gamma_ gamma_bounds gap gcv_mode get ' +
    'get_arrays get_color get_covariance get_depth get_feature_names_out get_fill_color get_func ' +
    'get_indices get_metadata_routing get_metric get_n_calls get_n_leaves get_n_splits get_params ' +
    'get_precision get_shape get_stop_words get_submatrix get_support get_tree_stats gibbs gradient ' +
    'gradient_hessian gradient_old gradient_proba gradient_times_newton h_samples_ handle_missing ' +
    'handle_unknown has_infinite has_missing_values has_nan head heatmaps_ hessian hessian_tol ' +
    'hessian_warning hidden hidden_layer_sizes high high_inclusive histogram_builder histograms ' +
    'hyperparameter_alpha hyperparameter_constant_value hyperparameter_gamma hyperparameter_length_scale ' +
    'hyperparameter_noise_level hyperparameter_periodicity hyperparameter_sigma_0 hyperparameters id idf_ ' +
    'idx_array ignore_implicit_zeros iloc im_ imag importance_getter impurity imputation_order ' +
    'imputation_sequence_ in_y_pred_range in_y_true_range include_bias increasing increasing_ indexHash_ ' +
    'indicator_ indices inertia_ info infrequent_categories_ init init_ init_centroids_ ' +
    'init_gradient_and_hessian init_params init_size init_sq_norm_ initial_imputer_ initial_strategy ' +
    'inlier_mask_ inner_solve inner_stats_ input input_tags input_type interaction_cst ' +
    'interaction_cst_indices interaction_only intercept_ intercept_hidden_ intercept_scaling ' +
    'intercept_visible_ intercepts_ interval_y_pred interval_y_true inv_kw_args inverse_components_ ' +
    'inverse_func inverse_transform is_categorical is_categorical_ is_clf is_data_valid is_fitted_ ' +
    'is_leaf is_model_valid is_multiclass is_multinomial_no_penalty is_multinomial_with_intercept ' +
    'is_satisfied_by is_usable_for items iter_encode iter_leaves iter_offset_ iterated_power iteration ' +
    'jitter k k1 k2 k_best keep_empty_features kernel kernel_ kernel_density kernel_params kernel_pca_ ' +
    'kernels keys kind kl_divergence_ kneighbors kneighbors_graph knots known_categories kw_args l1_ratio ' +
    'l1_ratio_ l1_ratios l1_ratios_ l2_penalty l2_reg_strength l2_regularization label label_binarizer_ ' +
    'label_distributions_ labeled_iter_ labels_ lambda_ lambda_1 lambda_2 lambda_init lambdas lambdas_ ' +
    'latent_mean_and_variance le_ leaf_size learning_decay learning_method learning_offset learning_rate ' +
    'learning_rate_ learning_rate_init leaves_parallel left left_child length_scale length_scale_bounds ' +
    'like line line_ line_search linear_loss linear_sum_ lines_ link linkage local location_ log ' +
    'log_marginal_likelihood log_marginal_likelihood_value_ loglike_ loss loss_ loss_curve_ ' +
    'loss_function_ loss_functions loss_gradient loss_value loss_value_old low low_inclusive lower_bound_ ' +
    'lower_bounds_ lowercase lr_schedule mahalanobis make_tasks_table matches max_abs_ max_bins ' +
    'max_categories max_cluster_size max_count max_depth max_df max_doc_update_iter max_eps max_features ' +
    'max_features_ max_fun max_iter max_iter_predict max_leaf_nodes max_n_alphas max_no_improvement ' +
    'max_patches max_propagation_depth max_resources max_resources_ max_samples max_samples_ max_skips ' +
    'max_subpopulation max_subtasks max_train_size max_trials max_value may_pass mean_ mean_change_tol ' +
    'mean_precision_ mean_precision_prior mean_precision_prior_ mean_prior mean_prior_ means_ means_init ' +
    'medoids_ memory message method methods methods_to_check metric metric_mds metric_params min_ ' +
    'min_bin_freq min_categories min_cluster_size min_df min_features_to_select min_frequency ' +
    'min_gain_to_split min_grad_norm min_impurity_decrease min_resources min_resources_ min_samples ' +
    'min_samples_leaf min_samples_split min_value min_weight_fraction_leaf mini_batch missing_values ' +
    'missing_values_bin_idx missing_values_bin_idx_ mixing_ mmap_mode mod mode modified_tol modname ' +
    'momentum monotonic_cst ms mse_path_ msg multi_class multi_label multi_output multiclass_colors ' +
    'multiclass_colors_ multilabel_ multimetric_ n_alphas n_batch_iter_ n_best n_bins n_bins_ ' +
    'n_bins_non_missing n_bins_non_missing_ n_candidates n_candidates_ n_categorical_splits n_categories_ ' +
    'n_classes n_classes_ n_clusters n_clusters_ n_components n_components_ n_connected_components_ ' +
    'n_elements n_estimators n_estimators_ n_features n_features_ n_features_in_ n_features_out_ ' +
    'n_features_to_select n_features_to_select_ n_features_with_missing_ n_groups n_init n_iter n_iter_ ' +
    'n_iter_no_change n_iter_without_progress n_iterations_ n_jobs n_knots n_layers_ n_leaves_ ' +
    'n_max_elements_to_show n_nearest_features n_neighbors n_neighbors_ n_nodes n_nonzero_coefs ' +
    'n_nonzero_coefs_ n_output_features_ n_outputs_ n_oversamples n_possible_iterations_ n_quantiles ' +
    'n_quantiles_ n_refinements n_remaining_candidates_ n_repeats n_required_iterations_ n_resources_ ' +
    'n_restarts_optimizer n_samples n_samples_ n_samples_fit_ n_samples_seen_ n_skips_invalid_data_ ' +
    'n_skips_invalid_model_ n_skips_no_inliers_ n_splits n_splits_ n_steps_ n_subpopulation_ n_subsamples ' +
    'n_support_ n_svd_vecs n_targets n_threads n_trees_per_iteration_ n_trials_ name name_caption ' +
    'name_details named_estimators named_estimators_ named_steps named_transformers named_transformers_ ' +
    'names nan nan_count nan_value nbrs_ ndim need_update_leaves_values neg_label ' +
    'negative_outlier_factor_ neighbors_algorithm nesterov nesterovs_momentum next_leaf_ ngram_range ' +
    'nn_fit no_validation node_bounds node_data node_id node_ids node_to_str nodes noise_level ' +
    'noise_level_bounds noise_variance noise_variance_ noise_variance_init non_default non_deterministic ' +
    'none norm norm_order normalization_ normalize normalize_y normalized_stress novelty nu number ' +
    'numerator numeric_only obj offset_ one_d_array one_d_labels one_hot_encoder_ oob_decision_function_ ' +
    'oob_improvement_ oob_prediction_ oob_score oob_score_ oob_scores_ optimizer options order order_ ' +
    'ordering_ original_sklearn_version out_activation_ out_file out_of_bounds outlier_label ' +
    'outlier_label_ outliers_ output_distribution output_indices_ outputs_2d_ owner p pairwise ' +
    'pairwise_indices_ pairwise_kernels_kwargs param param_distributions param_grid param_name ' +
    'param_range parameter parent partial_fit partition_start partition_stop passthrough patch_size path ' +
    'path_method pattern pd_results pdp_lim penalty percentile periodicity periodicity_bounds perp_tol ' +
    'perplexity pi_ plot pooling_func poor_score pop popitem pos_label positive positive_code ' +
    'positive_dict positive_only post power power_iteration_normalizer power_t powers_ pre pre_dispatch ' +
    'precision precision_ precisions_ precisions_cholesky_ precisions_init precompute predecessor_ ' +
    'predecessor_correction predict predict_joint_log_proba predict_log_proba predict_proba preference ' +
    'prefit prefix preprocessor preserves_dtype prev_leaf_ prevalence_pos_label print_progress priors ' +
    'priors_ probA_ probB_ prob_pred prob_true probabilities_ probability progress_ctx properties ' +
    'proportion pvalues_ py_dloss py_loss quantile quantile_method quantile_range quantiles_ query ' +
    'query_radius queue radius radius_neighbors radius_neighbors_graph raised_and_matched random_offset_ ' +
    'random_state random_state_ random_weights_ rank_ ranking_ ranks raw_covariance_ raw_left_cat_bitsets ' +
    'raw_location_ raw_prediction raw_predictions raw_support_ rdist_to_dist reachability_ ' +
    'read_to_condition real reassignment_ratio recall reconstruction_err_ reconstruction_error ' +
    'reconstruction_error_ recurse references_ refit refit_time_ reg reg_covar reg_param regressor ' +
    'regressor_ regressor_tags release remainder remove_zero_eig rename_columns required requires_fit ' +
    'reset reset_n_calls residual_threshold resource response response_method response_methods restrict ' +
    'retrieve return_train_score reweight_covariance ridge_alpha right right_child rng roc_auc root root_ ' +
    'root_rich_task root_uuid rotate rotation rotations_ rounded route_params routed_params row_labels_ ' +
    'rows_ rtol run_id sample sample_indices sample_interval sample_interval_ sample_posterior ' +
    'sample_steps sample_weight sample_weight_val sample_y scale scale_ scalings_ scatter_ score ' +
    'score_func score_name score_samples scorer_ scores_ scoring sections seeds seek_next_non_empty_line ' +
    'selection separator sequential_subtasks set_callbacks set_children_bounds set_fit_request ' +
    'set_inverse_transform_request set_output set_params set_partial_fit_request set_predict_request ' +
    'set_score_request set_split_request set_transform_request setdefault setup shape shape_fit_ shift ' +
    'show_inherited_members shrink_threshold shrinkage shrinkage_ shrinking shuffle sigma_ sigma_0 ' +
    'sigma_0_bounds single_output singular_ singular_values_ skewedness skip_complete smooth smooth_idf ' +
    'solver solver_ solver_options sort source_estimator_name source_task_name sparse sparse_coef_ ' +
    'sparse_input_ sparse_output sparse_output_ sparse_threshold sparsify special_characters split ' +
    'split_info split_next split_sign splittable_nodes splitter sq_norm_ sqrt_sw square_distances ' +
    'squared_norm_ squared_sum_ stack_method stack_method_ staged_decision_function staged_predict ' +
    'staged_predict_proba staged_score standardize start_time statistcs_ statistics_ status step ' +
    'step_n_features_ step_ranking_ step_scores_ step_support_ steps stop_n_inliers stop_probability ' +
    'stop_score stop_words stop_words_ store_centers store_covariance store_cv_results store_cv_values ' +
    'store_precision str_escape strategy stress_ string strip_accents subcluster_centers_ ' +
    'subcluster_labels_ subclusters_ sublinear_tf subsample subsample_test sum_gradients sum_hessians ' +
    'sum_weight support_ support_fraction support_vectors_ surface_ svd_method svd_solver t t_ tail ' +
    'target_idx target_mean_ target_tags target_type target_type_ task_id task_name temp_folder ' +
    'termination_condition_ test_fold test_scores test_size text_ theta theta_ thread three_d_array ' +
    'threshold threshold_ threshold_lambda thresholds timestamp to_bytes token_pattern tokenizer tol ' +
    'topic_word_prior topic_word_prior_ total total_apply_split_time total_compute_hist_time ' +
    'total_find_split_time total_samples tpr train_score_ train_scores train_size train_sizes ' +
    'transduction_ transform transform_algorithm transform_alpha transform_input transform_max_iter ' +
    'transform_n_nonzero_coefs transformer transformer_ transformer_list transformer_tags ' +
    'transformer_weights transformers transformers_ tree tree_ two_d_array two_d_labels ' +
    'two_point_correlation type unique_folds unit_deviance unit_deviance_derivative unit_variance ' +
    'unknown_value unregister unrequested_params unused_param update update_gradient_hessian ' +
    'update_split_subclusters use_fallback_lbfgs_solve use_idf use_legacy_attributes valid_metrics ' +
    'validate validate_keys validate_metadata validation_fraction validation_score_ validation_scores_ ' +
    'value value_type values var_ var_smoothing variances_ velocities verbose verbose_feature_names_out ' +
    'verbose_fmt verbose_interval verbose_mod vocabulary vocabulary_ voting vs w_init warm_start warn ' +
    'warning_enabled warning_filters warning_was_emitted weight_concentration_ weight_concentration_prior ' +
    'weight_concentration_prior_ weight_concentration_prior_type weight_intercept weight_intercept_raw ' +
    'weights weights_ weights_init whiten whiten_solver whitening_ with_centering with_mean ' +
    'with_monotonic_cst with_scaling with_std with_traceback within_class_std_dev_ x x_bounds x_loadings_ ' +
    'x_rotations_ x_scores_ x_weights_ xbar_ xi xlabel xp xx0 xx1 y y_ y_loadings_ y_max y_min y_pred ' +
    'y_prob y_rotations_ y_scores_ y_thresholds_ y_train_ y_true y_true_int y_true_one_hot y_type_ y_val ' +
    'y_weights_ ylabel zero_value | active_features_ ball_tree best_estimator best_params best_score ' +
    'coefs counts_ covars_ cross_validation cv_scores_ data_min data_range decision_scores_ externals ' +
    'feature_indices_ fit_ get_feature_names gmm grid_scores_ grid_search hmm importances lda ' +
    'learning_curve logger loss_function min_impurity_split n_values n_values_ nonzero_mean_ os ' +
    'partial_dependence pls precompute_distances preprocessing presort presort_ qda qr re rescale ' +
    'residues_ setup_module standard_coef_ std_ sys to_dict tocsr warnings x_mean_ x_std_ y_mean_ y_std_',
};
