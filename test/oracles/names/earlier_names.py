"""Names that versions before the recorded ones had: they are never proposed, and never taken for misspelt.

From what the libraries say of their removals. A name too many here leaves a misspelling untold and does no other harm.
"""

# What arrays of NumPy, PyTorch and JAX have: TensorFlow can be told to behave like NumPy, and Keras to use the others.
ARRAYS = (
    "T astype clip copy cumsum cumprod data dot fill flatten item itemsize max mean min nbytes prod ravel reshape size "
    "squeeze std strides sum swapaxes tolist transpose var view any all argmax argmin argsort sort conj real imag "
    "diagonal trace round repeat take tobytes nonzero compress choose put partition searchsorted flat base flags "
    "detach grad requires_grad requires_grad_ backward clone contiguous permute unsqueeze to type float double long int "
    "half bool is_cuda cuda data_ptr expand dim numel element_size abs add sub mul div matmul mm pow exp log sqrt "
    "sigmoid softmax norm topk unbind chunk split gather scatter stride zero_ fill_ copy_ add_ mul_ layout "
    "at block_until_ready addressable_shards sharding aval weak_type devices device_buffer is_fully_addressable"
)

EARLIER = {
    "modules": {
        "pandas": "Panel Panel4D WidePanel TimeSeries TimeGrouper Term Expr SparseDataFrame SparseSeries SparseArray "
        "Int64Index UInt64Index Float64Index NumericIndex read_msgpack to_msgpack read_ga np datetime datetools ols "
        "match pnow groupby scatter_matrix stats tools json lib tslib parser hashtable index rolling_mean rolling_std "
        "rolling_sum rolling_var rolling_count rolling_median rolling_min rolling_max rolling_apply rolling_quantile "
        "rolling_window rolling_corr rolling_cov rolling_kurt rolling_skew expanding_mean expanding_sum expanding_std "
        "expanding_apply ewma ewmstd ewmvar ewmcorr ewmcov get_store set_eng_float_format isnull notnull  "
        "value_range plot_params Interval NaT NA compat computation ",
        "matplotlib": "verbose Verbose checkdep_ghostscript checkdep_inkscape checkdep_pdftops checkdep_ps_distiller "
        "checkdep_usetex checkdep_dvipng get_home get_data_path get_py2exe_datafiles rcParamsOrig defaultParams "
        "tk_window_focus is_url compare_versions mplDeprecation iterparams URL_REGEX validate_backend compat finance "
        "mpl afm fontconfig_pattern docstring pyparsing blocking_input type1font tight_bbox tight_layout",
        "matplotlib.pyplot": "hold ishold over spectral plotfile plot_date colors normalize csv2rec set_cmap "
        "get_scale_docs get_scale_names register_cmap imsave waitforbuttonpress new_figure_manager dedent silent_list "
        "is_string_like is_numlike deprecated warn_deprecated style_context pylab_setup autogen_docstring rcParamsOrig "
        "MaxNLocator mlab matplotlib os sys warnings types math six unpack_labeled_data subplot_class_factory bar3d "
        "hist2d setp nipy_spectral magma inferno plasma viridis bone cool copper flag gray hot hsv jet pink prism",
        "matplotlib.cm": "spectral spectral_r cmap_d cmaps_listed datad LUTSIZE Vega10 Vega20 Vega20b Vega20c revcmap "
        "get_cmap register_cmap unregister_cmap ScalarMappable",
        "matplotlib.colors": "ColorConverter colorConverter hex2color rgb2hex hex2rgb makeMappingArray no_norm cnames "
        "NoNorm DivergingNorm TwoSlopeNorm MidpointNormalize is_color_like rgb_to_hsv hsv_to_rgb bezier",
        "matplotlib.dates": "seconds minutes hours weeks mx2num IndexDateFormatter strpdate2num bytespdate2num rrulewrapper "
        "epoch2num num2epoch dateutil_warning date2num num2date drange",
        "matplotlib.ticker": "OldScalarFormatter OldAutoLocator IndexFormatter closeto decade_up decade_down nearest_long "
        "is_decade is_close_to_int Base",
        "matplotlib.patches": "YAArrow bbox_artist draw_bbox Arrow ConnectorBase ArrowStyle",
        "seaborn": "tsplot factorplot lvplot timeseries linearmodels coefplot interactplot corrplot symmatplot puppyplot "
        "violin dogplot distplot catplot pairplot miscplot set_color_codes iqr desaturate set_hls_values axlabel "
        "despine mpl_palette xkcd_rgb crayons set external apionly algorithms",
        "PIL.Image": "ANTIALIAS CONTAINER LINEAR CUBIC NONE NEAREST BOX BILINEAR HAMMING BICUBIC LANCZOS DEFAULT_STRATEGY FILTERED "
        "HUFFMAN_ONLY RLE FIXED AFFINE PERSPECTIVE QUAD MESH EXTENT ORDERED RASTERIZE FLOYDSTEINBERG WEB ADAPTIVE MEDIANCUT "
        "MAXCOVERAGE FASTOCTREE LIBIMAGEQUANT FLIP_LEFT_RIGHT FLIP_TOP_BOTTOM ROTATE_90 ROTATE_180 ROTATE_270 TRANSPOSE "
        "TRANSVERSE NORMAL SEQUENCE PILLOW_VERSION VERSION isStringType isNumberType isTupleType isSequenceType isDirectory "
        "isImageType isCallable USE_CFFI_ACCESS HAS_CFFI cffi fromqimage fromqpixmap PyAccess py3 builtins",
        "numpy.random": "random_integers ranf sample random_sample info absolute_import division print_function test Tester "
        "warnings np bytes operator threading Lock RandomState Generator dtypes entropy randomgen pickle mtrand common",
        "numpy.linalg": "info lapack_lite linalg absolute_import division print_function test LinAlgError Tester",
        "numpy.fft": "info fftpack helper fftpack_lite absolute_import division print_function test",
        "scipy": "absolute_import division print_function misc weave maxentropy odr spatial fftpack ndimage rand randn "
        "array zeros ones linspace arange mean median std var sqrt log log2 log10 exp sin cos pi interp polyfit polyval "
        "poly1d sign sum product angle unwrap asarray reshape concatenate stack vstack hstack random fft ifft",
        "scipy.special": "sph_harm sph_inkn sph_jn sph_jnyn sph_kn sph_yn btdtria errprint entr logsumexp lpmn lqmn clpmn lpn lqn",
        "scipy.stats": "itemfreq futil frechet_r frechet_l betai f_value f_value_wilks_lambda f_value_multivariate ss "
        "square_of_sums fastsort chisqprob threshold histogram histogram2 signaltonoise pdf_fromgamma cmedian nanmean "
        "nanmedian nanstd binom_test median_absolute_deviation reciprocal gilbrat trapz erlang rvs_ratio_uniforms "
        "mstats_basic stats distributions contingency mvn statlib vonmises_cython morestats kde",
        "scipy.optimize": "tnc lbfgsb slsqp cobyla minpack nonlin anneal fmin fmin_l_bfgs_b newton broyden line_search",
        "scipy.sparse": "spdiags compressed csgraph extract lil base construct sputils bsr coo csc csr dia dok spfuncs",
        "scipy.spatial.distance": "matching wminkowski kulsinski sokalmichener setdiag braycurtis num_obs_y",
        "scipy.io": "save_as_module numpyio harwell_boeing idl mmio netcdf matlab read_array write_array",
        "scipy.signal": "hanning hamming blackman bartlett kaiser gaussian boxcar triang parzen bohman blackmanharris nuttall "
        "barthann cosine tukey chebwin slepian flattop general_gaussian general_cosine general_hamming exponential hann "
        "lsim2 impulse2 step2 cwt ricker morlet morlet2 daub qmf cascade wavelets signaltools spline bsplines cspline1d "
        "cubic quadratic spline_filter find_peaks_cwt compare lti get_window hilbert2",
        "scipy.ndimage": "imread filters fourier interpolation measurements morphology doccer",
        "scipy.linalg": "lapack blas flapack fblas clapack cblas pinv2 basic decomp matfuncs misc special_matrices det tri tril "
        "triu hadamard solveh_banded kron norm",
        "scipy.interpolate": "spline spleval spltopp splmake ppform interp2d fitpack fitpack2 rbf polyint ndgriddata "
        "interpnd Rbf UnivariateSpline PiecewisePolynomial piecewise_polynomial_interpolate",
        "scipy.integrate": "simps trapz cumtrapz romb romberg quadrature odepack quadpack ode complex_ode",
        "sklearn": "ball_tree cross_validation grid_search learning_curve lda qda hmm gmm pls externals qr logger warnings "
        "preprocessing re sys os setup_module",
        "sklearn.base": "clone six signature warnings copy numpy np is_clusterer _pprint",
        "sklearn.cluster": "Ward WardAgglomeration ward_tree affinity_propagation_ k_means_ mean_shift_ spectral "
        "hierarchical bicluster birch dbscan_ optics_ get_bin_seeds cluster_optics_dbscan SpectralClustering",
        "sklearn.datasets": "load_boston fetch_mldata mldata_filename load_mlcomp fetch_lfw_pairs load_lfw_people "
        "load_lfw_pairs base california_housing covtype kddcup99 lfw mldata olivetti_faces openml rcv1 samples_generator "
        "species_distributions svmlight_format twenty_newsgroups mlcomp get_data_home load_filenames load_svmlight_files",
        "sklearn.decomposition": "RandomizedPCA ProbabilisticPCA ProjectedGradientNMF pca nmf fastica_ factor_analysis "
        "dict_learning kernel_pca sparse_pca truncated_svd incremental_pca online_lda base fast_ica",
        "sklearn.discriminant_analysis": "LDA QDA BaseEstimator",
        "sklearn.ensemble": "partial_dependence bagging base forest gradient_boosting iforest voting voting_classifier "
        "weight_boosting HistGradientBoostingClassifier",
        "sklearn.exceptions": "NonBLASDotWarning ChangedBehaviorWarning ConvergenceWarning",
        "sklearn.feature_extraction": "image text dict_vectorizer hashing stop_words grid_to_graph img_to_graph",
        "sklearn.feature_extraction.text": "ENGLISH_STOP_WORDS stop_words six unicodedata",
        "sklearn.feature_selection": "RandomizedLasso base from_model mutual_info_ rfe univariate_selection "
        "variance_threshold get_feature_names",
        "sklearn.gaussian_process": "GaussianProcess correlation_models regression_models gaussian_process gpc gpr",
        "sklearn.impute": "Imputer MissingIndicator",
        "sklearn.inspection": "plot_partial_dependence partial_dependence permutation_importance",
        "sklearn.linear_model": "RandomizedLasso RandomizedLogisticRegression lasso_stability_path "
        "logistic_regression_path sparse_center_data LassoLARS base bayes coordinate_descent huber least_angle logistic "
        "omp passive_aggressive perceptron randomized_l1 ransac ridge sag sag_fast sgd_fast stochastic_gradient theil_sen "
        "Hinge Log ModifiedHuber SquaredLoss Huber",
        "sklearn.manifold": "isomap locally_linear mds t_sne spectral_embedding_",
        "sklearn.metrics": "auc_score zero_one zero_one_score ranking_loss jaccard_similarity_score "
        "calinski_harabaz_score plot_confusion_matrix plot_roc_curve plot_precision_recall_curve plot_det_curve "
        "classification ranking regression scorer base cluster pairwise_fast hamming pairwise_kernels "
        "matthews_corrcoef mean_squared_error max_error SCORERS get_scorer_names",
        "sklearn.mixture": "GMM VBGMM DPGMM gmm dpgmm base bayesian_mixture gaussian_mixture log_multivariate_normal_density "
        "sample_gaussian distribute_covar_matrix_to_match_covariance_type",
        "sklearn.model_selection": "StratifiedGroupKFold fit_grid_point LabelKFold LabelShuffleSplit LeaveOneLabelOut "
        "LeavePLabelOut cross_val_score KFold",
        "sklearn.multiclass": "fit_ovr predict_ovr predict_proba_ovr fit_ovo predict_ovo fit_ecoc predict_ecoc",
        "sklearn.neighbors": "LSHForest DistanceMetric typedefs dist_metrics ball_tree kd_tree base approximate "
        "classification graph kde lof nca nearest_centroid quad_tree regression unsupervised valid_metrics",
        "sklearn.neural_network": "rbm multilayer_perceptron BernoulliRBM",
        "sklearn.pipeline": "Parallel delayed six izip",
        "sklearn.preprocessing": "Imputer CategoricalEncoder balance_weights data imputation label Binarizer "
        "OneHotEncoder KernelCenterer base",
        "sklearn.semi_supervised": "label_propagation LabelSpreading",
        "sklearn.svm": "base bounds classes liblinear libsvm libsvm_sparse sparse",
        "sklearn.tree": "export tree plot_tree",
        "sklearn.utils": "Bunch check_matplotlib_support check_pandas_support safe_mask safe_indexing cpu_count IS_PYPY "
        "ConvergenceWarning DataConversionWarning compute_class_weight compute_sample_weight if_delegate_has_method "
        "testing fixes linear_assignment_ mocking random seq_dataset sparsetools stats weight_vector fast_dict bench "
        "lgamma ransac warn_if_not_float atleast2d_or_csr array2d column_or_1d check_arrays safe_asarray",
    },
    "attributes": {
        "matplotlib.axes.Axes": "hold ishold get_axis_bgcolor set_axis_bgcolor get_cursor_props set_cursor_props "
        "set_color_cycle is_first_row is_first_col is_last_row is_last_col rowNum colNum update_params figbox numRows "
        "numCols change_geometry get_geometry w_xaxis w_yaxis w_zaxis tunit_cube tunit_edges unit_cube vvec eye sx sy "
        "dist get_proj mouse_init disable_mouse_rotation set_w_zlim3d set_zlim3d set_xlim3d set_ylim3d get_xlim3d "
        "get_ylim3d get_zlim3d set_top_view set_rasterization_zorder get_default_bbox_extra_artists artists collections "
        "images lines patches tables texts legend_ legend mouseover format_cursor_data apply_aspect plot_date "
        "aname axesPatch set_figure fmt_xdata fmt_ydata cla stale autoscale_None",
        "matplotlib.figure.Figure": "hold ishold onRemove figurePatch axobservers add_axobserver callbacks savefig "
        "set_constrained_layout set_constrained_layout_pads set_tight_layout get_constrained_layout "
        "get_constrained_layout_pads execute_constrained_layout init_layoutbox layoutbox set_canvas figimage get_axes "
        "fixed_dpi dpi_scale_trans autofmt_xdate subplotpars",
        "sklearn": "active_features_ feature_indices_ n_values_ n_values grid_scores_ cv_scores_ scores_ std_ data_range "
        "data_min x_mean_ x_std_ y_mean_ y_std_ sigma_ theta_ counts_ n_features_ n_features loss_function residues_ "
        "multilabel_ label_binarizer_ presort presort_ min_impurity_split precompute_distances estimators_features_ "
        "get_feature_names fit_ rescale base_estimator_ base_estimator classes stop_words_ covars_ decision_scores_ "
        "X_ y_ X_fit_ x_weights_ x_loadings_ x_scores_ x_rotations_ y_weights_ y_loadings_ y_scores_ y_rotations_ coefs "
        "nonzero_mean_ partial_dependence outputs_2d_ converged_ staged_decision_function oob_improvement_ "
        "support_vectors_ dual_coef_ intercept_ coef_ n_support_ probA_ probB_ shape_fit_ threshold_ standard_coef_ "
        "feature_importances_ importances best_estimator best_score best_params named_steps steps to_dict tocsr "
        "predict_log_proba score_samples apply decision_path lambdas_ embedding_ kl_divergence_ n_iter_",
        "tensorflow.Tensor": "OVERLOADABLE_OPERATORS consumers cpu device dtype eval experimental_ref get_shape gpu graph "
        "name ndim numpy op ref set_shape shape value_index values indices dense_shape row_splits backing_device "
        "is_packed type_spec is_compatible_with rank sparse record_history stop_gradient " + ARRAYS,
        "tensorflow.Variable": "SaveSliceInfo aggregation assign assign_add assign_sub batch_scatter_update constraint "
        "count_up_to create device dtype eval experimental_ref from_proto gather_nd get_shape graph handle "
        "handle_deleter initial_value initialized_value initializer is_initialized load name ndim numpy op path "
        "read_value read_value_no_copy ref regularizer scatter_add scatter_div scatter_max scatter_min scatter_mul "
        "scatter_nd_add scatter_nd_max scatter_nd_min scatter_nd_sub scatter_nd_update scatter_sub scatter_update "
        "set_shape shape sparse_read synchronization to_proto trainable value values overwrite_with_gradient autocast " + ARRAYS,
        "tensorflow.Dataset": "apply as_numpy_iterator batch bucket_by_sequence_length cache cardinality choose_from_datasets "
        "class_names concatenate counter element_spec enumerate filter filter_with_legacy_function flat_map from_generator "
        "from_sparse_tensor_slices from_tensor_slices from_tensors fingerprint get_single_element group_by_window "
        "ignore_errors interleave list_files load make_initializable_iterator make_one_shot_iterator map "
        "map_with_legacy_function options output_classes output_shapes output_types padded_batch prefetch ragged_batch "
        "random range rebatch reduce rejection_resample repeat sample_from_datasets save scan shard shuffle skip snapshot "
        "sparse_batch take take_while unbatch unique window with_options zip file_paths make_dataset_iterator",
        "tensorflow.Iterator": "get_next get_next_as_optional initializer make_initializer from_structure from_string_handle "
        "string_handle output_shapes output_types output_classes element_spec next",
        "tensorflow.GradientTape": "watch watched_variables gradient jacobian batch_jacobian stop_recording reset",
    },
}
