/** What scikit-learn's modules hold, in all versions of the last years. Data from the libraries, by test/oracles/names. */
export const publicNames: Readonly<Record<string, string>> = {
  sklearn:
    'base calibration callback clone cluster compose config_context conftest covariance ' +
    'cross_decomposition datasets decomposition discriminant_analysis dummy ensemble exceptions ' +
    'experimental externals feature_extraction feature_selection frozen gaussian_process get_config ' +
    'impute inspection isotonic kernel_approximation kernel_ridge linear_model manifold metrics mixture ' +
    'model_selection multiclass multioutput naive_bayes neighbors neural_network pipeline preprocessing ' +
    'random_projection semi_supervised set_config setup_module show_versions svm tests tree utils | X_ ' +
    'X_fit_ active_features_ apply ball_tree base_estimator base_estimator_ best_estimator best_params ' +
    'best_score classes coef_ coefs converged_ counts_ covars_ cross_validation cv_scores_ data_min ' +
    'data_range decision_path decision_scores_ dual_coef_ embedding_ estimators_features_ ' +
    'feature_importances_ feature_indices_ fit_ get_feature_names gmm grid_scores_ grid_search hmm ' +
    'importances intercept_ kl_divergence_ label_binarizer_ lambdas_ lda learning_curve logger logging ' +
    'loss_function min_impurity_split multilabel_ n_features n_features_ n_iter_ n_support_ n_values ' +
    'n_values_ named_steps nonzero_mean_ oob_improvement_ os outputs_2d_ partial_dependence pls ' +
    'precompute_distances predict_log_proba presort presort_ probA_ probB_ qda qr random re rescale ' +
    'residues_ score_samples scores_ shape_fit_ sigma_ staged_decision_function standard_coef_ std_ steps ' +
    'stop_words_ support_vectors_ sys theta_ threshold_ to_dict tocsr warnings x_loadings_ x_mean_ ' +
    'x_rotations_ x_scores_ x_std_ x_weights_ y_ y_loadings_ y_mean_ y_rotations_ y_scores_ y_std_ ' +
    'y_weights_',
  'sklearn.base':
    'AttrsDict BaseEstimator BiclusterMixin ClassNamePrefixFeaturesOutMixin ClassifierMixin ' +
    'ClassifierTags ClusterMixin DensityMixin InconsistentVersionWarning MetaEstimatorMixin ' +
    'MultiOutputMixin OneToOneFeatureMixin OutlierMixin ParamsDict RegressorMixin RegressorTags ' +
    'ReprHTMLMixin Tags TargetTags TransformerMixin TransformerTags check_X_y check_array check_is_fitted ' +
    'clone config_context estimator_html_repr get_config get_tags is_classifier is_clusterer ' +
    'is_outlier_detector is_pandas_na is_regressor is_scalar_nan validate_data ' +
    'validate_parameter_constraints | _pprint copy defaultdict functools inspect np numbers numpy ' +
    'platform re signature six warnings',
  'sklearn.calibration':
    'BaseEstimator Bunch CalibratedClassifierCV CalibrationDisplay ClassifierMixin FrozenEstimator ' +
    'HalfBinomialLoss HalfMultinomialLoss HalfMultinomialLossArrayAPI HasMethods Hidden Interval ' +
    'IsotonicRegression LabelEncoder LeaveOneOut LinearSVC MetaEstimatorMixin MetadataRouter ' +
    'MethodMapping Parallel RegressorMixin StrOptions calibration_curve check_array ' +
    'check_classification_targets check_consistent_length check_cv check_is_fitted ' +
    'check_matplotlib_support clone column_or_1d cross_val_predict delayed expit get_namespace ' +
    'get_namespace_and_device get_tags indexable is_classifier label_binarize move_to process_routing ' +
    'softmax validate_params xlogy xpx | Integral Real fmin_bfgs log minimize minimize_scalar np partial ' +
    'signature warnings',
  'sklearn.cluster':
    'AffinityPropagation AgglomerativeClustering Birch BisectingKMeans DBSCAN FeatureAgglomeration ' +
    'HDBSCAN KMeans MeanShift MiniBatchKMeans OPTICS SpectralBiclustering SpectralClustering ' +
    'SpectralCoclustering affinity_propagation cluster_optics_dbscan cluster_optics_xi ' +
    'compute_optics_graph dbscan estimate_bandwidth get_bin_seeds k_means kmeans_plusplus linkage_tree ' +
    'mean_shift spectral_clustering tests ward_tree | Ward WardAgglomeration affinity_propagation_ ' +
    'bicluster birch dbscan_ hierarchical k_means_ mean_shift_ optics_ spectral',
  'sklearn.compose':
    'ColumnTransformer TransformedTargetRegressor make_column_selector make_column_transformer tests',
  'sklearn.datasets':
    'clear_data_home data descr dump_svmlight_file fetch_20newsgroups fetch_20newsgroups_vectorized ' +
    'fetch_california_housing fetch_covtype fetch_file fetch_kddcup99 fetch_lfw_pairs fetch_lfw_people ' +
    'fetch_olivetti_faces fetch_openml fetch_rcv1 fetch_species_distributions get_data_home images ' +
    'load_breast_cancer load_diabetes load_digits load_files load_iris load_linnerud load_sample_image ' +
    'load_sample_images load_svmlight_file load_svmlight_files load_wine make_biclusters make_blobs ' +
    'make_checkerboard make_circles make_classification make_friedman1 make_friedman2 make_friedman3 ' +
    'make_gaussian_quantiles make_hastie_10_2 make_low_rank_matrix make_moons ' +
    'make_multilabel_classification make_regression make_s_curve make_sparse_coded_signal ' +
    'make_sparse_spd_matrix make_sparse_uncorrelated make_spd_matrix make_swiss_roll tests | base ' +
    'california_housing covtype fetch_mldata kddcup99 lfw load_boston load_filenames load_lfw_pairs ' +
    'load_lfw_people load_mlcomp mlcomp mldata mldata_filename olivetti_faces openml rcv1 ' +
    'samples_generator species_distributions svmlight_format textwrap twenty_newsgroups',
  'sklearn.decomposition':
    'DictionaryLearning FactorAnalysis FastICA IncrementalPCA KernelPCA LatentDirichletAllocation ' +
    'MiniBatchDictionaryLearning MiniBatchNMF MiniBatchSparsePCA NMF PCA SparseCoder SparsePCA ' +
    'TruncatedSVD dict_learning dict_learning_online fastica non_negative_factorization randomized_svd ' +
    'sparse_encode tests | ProbabilisticPCA ProjectedGradientNMF RandomizedPCA base factor_analysis ' +
    'fast_ica fastica_ incremental_pca kernel_pca nmf online_lda pca sparse_pca truncated_svd',
  'sklearn.discriminant_analysis':
    'BaseEstimator ClassNamePrefixFeaturesOutMixin ClassifierMixin DiscriminantAnalysisPredictionMixin ' +
    'HasMethods Interval LinearClassifierMixin LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis ' +
    'StandardScaler StrOptions TransformerMixin check_classification_targets check_is_fitted ' +
    'check_same_namespace device empirical_covariance get_namespace ledoit_wolf shrunk_covariance size ' +
    'softmax unique_labels validate_data | Integral LDA QDA Real linalg np scipy warnings',
  'sklearn.dummy':
    'BaseEstimator ClassifierMixin DummyClassifier DummyRegressor Interval MultiOutputMixin ' +
    'RegressorMixin StrOptions check_array check_consistent_length check_is_fitted check_random_state ' +
    'class_distribution validate_data | Integral Real np sp warnings',
  'sklearn.ensemble':
    'AdaBoostClassifier AdaBoostRegressor BaggingClassifier BaggingRegressor BaseEnsemble ' +
    'ExtraTreesClassifier ExtraTreesRegressor GradientBoostingClassifier GradientBoostingRegressor ' +
    'HistGradientBoostingClassifier HistGradientBoostingRegressor IsolationForest RandomForestClassifier ' +
    'RandomForestRegressor RandomTreesEmbedding StackingClassifier StackingRegressor VotingClassifier ' +
    'VotingRegressor tests | bagging base forest gradient_boosting iforest partial_dependence voting ' +
    'voting_classifier weight_boosting',
  'sklearn.exceptions':
    'ConvergenceWarning DataConversionWarning DataDimensionalityWarning EfficiencyWarning ' +
    'EstimatorCheckFailedWarning FitFailedWarning InconsistentVersionWarning NotFittedError ' +
    'PositiveSpectrumWarning SkipTestWarning UndefinedMetricWarning UnsetMetadataPassedError | ' +
    'ChangedBehaviorWarning NonBLASDotWarning',
  'sklearn.feature_extraction':
    'DictVectorizer FeatureHasher grid_to_graph image img_to_graph tests text | dict_vectorizer hashing ' +
    'stop_words',
  'sklearn.feature_extraction.text':
    'BaseEstimator CountVectorizer ENGLISH_STOP_WORDS FLOAT_DTYPES FeatureHasher HasMethods ' +
    'HashingVectorizer Interval NotFittedError OneToOneFeatureMixin RealNotInt SCIPY_VERSION_BELOW_1_12 ' +
    'StrOptions TfidfTransformer TfidfVectorizer TransformerMixin check_array check_is_fitted ' +
    'metadata_routing normalize strip_accents_ascii strip_accents_unicode strip_tags validate_data | ' +
    'Integral Mapping Real array defaultdict itemgetter np partial re six sp stop_words unicodedata ' +
    'warnings',
  'sklearn.feature_selection':
    'GenericUnivariateSelect RFE RFECV SelectFdr SelectFpr SelectFromModel SelectFwe SelectKBest ' +
    'SelectPercentile SelectorMixin SequentialFeatureSelector VarianceThreshold chi2 f_classif f_oneway ' +
    'f_regression mutual_info_classif mutual_info_regression r_regression tests | RandomizedLasso base ' +
    'from_model get_feature_names mutual_info_ rfe univariate_selection variance_threshold',
  'sklearn.gaussian_process':
    'GaussianProcessClassifier GaussianProcessRegressor kernels tests | GaussianProcess ' +
    'correlation_models gaussian_process gpc gpr regression_models',
  'sklearn.impute': 'KNNImputer MissingIndicator SimpleImputer tests | Imputer typing',
  'sklearn.inspection':
    'DecisionBoundaryDisplay PartialDependenceDisplay partial_dependence permutation_importance tests | ' +
    'plot_partial_dependence',
  'sklearn.isotonic':
    'BaseEstimator Interval IsotonicRegression RegressorMixin StrOptions TransformerMixin check_array ' +
    'check_consistent_length check_increasing check_is_fitted isotonic_regression metadata_routing ' +
    'parse_version sp_base_version validate_params | Real interpolate math np optimize spearmanr warnings',
  'sklearn.linear_model':
    'ARDRegression BayesianRidge ElasticNet ElasticNetCV GammaRegressor Hinge Huber HuberRegressor Lars ' +
    'LarsCV Lasso LassoCV LassoLars LassoLarsCV LassoLarsIC LinearRegression Log LogisticRegression ' +
    'LogisticRegressionCV ModifiedHuber MultiTaskElasticNet MultiTaskElasticNetCV MultiTaskLasso ' +
    'MultiTaskLassoCV OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV PassiveAggressiveClassifier ' +
    'PassiveAggressiveRegressor Perceptron PoissonRegressor QuantileRegressor RANSACRegressor Ridge ' +
    'RidgeCV RidgeClassifier RidgeClassifierCV SGDClassifier SGDOneClassSVM SGDRegressor SquaredLoss ' +
    'TheilSenRegressor TweedieRegressor enet_path lars_path lars_path_gram lasso_path orthogonal_mp ' +
    'orthogonal_mp_gram ridge_regression tests | LassoLARS RandomizedLasso RandomizedLogisticRegression ' +
    'base bayes coordinate_descent huber lasso_stability_path least_angle logistic ' +
    'logistic_regression_path omp passive_aggressive perceptron randomized_l1 ransac ridge sag sag_fast ' +
    'sgd_fast sparse_center_data stochastic_gradient theil_sen',
  'sklearn.manifold':
    'ClassicalMDS Isomap LocallyLinearEmbedding MDS SpectralEmbedding TSNE locally_linear_embedding ' +
    'smacof spectral_embedding tests trustworthiness | isomap locally_linear mds spectral_embedding_ ' +
    't_sne',
  'sklearn.metrics':
    'ConfusionMatrixDisplay DetCurveDisplay DistanceMetric PrecisionRecallDisplay PredictionErrorDisplay ' +
    'RocCurveDisplay SCORERS accuracy_score adjusted_mutual_info_score adjusted_rand_score auc ' +
    'average_precision_score balanced_accuracy_score brier_score_loss calinski_harabasz_score ' +
    'check_scoring class_likelihood_ratios classification_report cluster cohen_kappa_score ' +
    'completeness_score confusion_matrix confusion_matrix_at_thresholds consensus_score coverage_error ' +
    'd2_absolute_error_score d2_brier_score d2_log_loss_score d2_pinball_score d2_tweedie_score ' +
    'davies_bouldin_score dcg_score det_curve euclidean_distances explained_variance_score f1_score ' +
    'fbeta_score fowlkes_mallows_score get_scorer get_scorer_names hamming_loss hinge_loss ' +
    'homogeneity_completeness_v_measure homogeneity_score jaccard_score ' +
    'label_ranking_average_precision_score label_ranking_loss log_loss make_scorer matthews_corrcoef ' +
    'max_error mean_absolute_error mean_absolute_percentage_error mean_gamma_deviance mean_pinball_loss ' +
    'mean_poisson_deviance mean_squared_error mean_squared_log_error mean_tweedie_deviance ' +
    'median_absolute_error metric_at_thresholds multilabel_confusion_matrix mutual_info_score ' +
    'nan_euclidean_distances ndcg_score normalized_mutual_info_score pair_confusion_matrix pairwise ' +
    'pairwise_distances pairwise_distances_argmin pairwise_distances_argmin_min ' +
    'pairwise_distances_chunked pairwise_kernels precision_recall_curve precision_recall_fscore_support ' +
    'precision_score r2_score rand_score recall_score roc_auc_score roc_curve root_mean_squared_error ' +
    'root_mean_squared_log_error silhouette_samples silhouette_score tests top_k_accuracy_score ' +
    'v_measure_score zero_one_loss | auc_score base calinski_harabaz_score classification hamming ' +
    'jaccard_similarity_score pairwise_fast plot_confusion_matrix plot_det_curve ' +
    'plot_precision_recall_curve plot_roc_curve ranking ranking_loss regression scorer zero_one ' +
    'zero_one_score',
  'sklearn.metrics.pairwise':
    'ArgKmin DataConversionWarning Hidden Interval KERNEL_PARAMS MissingValues Options PAIRED_DISTANCES ' +
    'PAIRWISE_BOOLEAN_FUNCTIONS PAIRWISE_DISTANCE_FUNCTIONS PAIRWISE_KERNEL_FUNCTIONS Parallel StrOptions ' +
    'additive_chi2_kernel check_array check_non_negative check_paired_arrays check_pairwise_arrays ' +
    'chi2_kernel config_context cosine_distances cosine_similarity delayed device distance_metrics ' +
    'euclidean_distances gen_batches gen_even_slices get_chunk_n_rows get_namespace ' +
    'get_namespace_and_device haversine_distances is_scalar_nan kernel_metrics laplacian_kernel ' +
    'linear_kernel manhattan_distances nan_euclidean_distances normalize paired_cosine_distances ' +
    'paired_distances paired_euclidean_distances paired_manhattan_distances pairwise_distances ' +
    'pairwise_distances_argmin pairwise_distances_argmin_min pairwise_distances_chunked pairwise_kernels ' +
    'parse_version polynomial_kernel rbf_kernel row_norms safe_sparse_dot sigmoid_kernel sp_base_version ' +
    'sp_version validate_params | Integral Real csr_array csr_matrix distance effective_n_jobs issparse ' +
    'itertools math np partial warnings',
  'sklearn.mixture':
    'BayesianGaussianMixture GaussianMixture tests | DPGMM GMM VBGMM base bayesian_mixture ' +
    'distribute_covar_matrix_to_match_covariance_type dpgmm gaussian_mixture gmm ' +
    'log_multivariate_normal_density sample_gaussian',
  'sklearn.model_selection':
    'BaseCrossValidator BaseShuffleSplit FixedThresholdClassifier GridSearchCV GroupKFold ' +
    'GroupShuffleSplit HalvingGridSearchCV HalvingRandomSearchCV KFold LearningCurveDisplay ' +
    'LeaveOneGroupOut LeaveOneOut LeavePGroupsOut LeavePOut ParameterGrid ParameterSampler ' +
    'PredefinedSplit RandomizedSearchCV RepeatedKFold RepeatedStratifiedKFold ShuffleSplit ' +
    'StratifiedGroupKFold StratifiedKFold StratifiedShuffleSplit TimeSeriesSplit ' +
    'TunedThresholdClassifierCV ValidationCurveDisplay check_cv cross_val_predict cross_val_score ' +
    'cross_validate learning_curve permutation_test_score tests train_test_split validation_curve | ' +
    'LabelKFold LabelShuffleSplit LeaveOneLabelOut LeavePLabelOut fit_grid_point typing',
  'sklearn.multiclass':
    'BaseEstimator ClassifierMixin HasMethods Interval LabelBinarizer MetaEstimatorMixin MetadataRouter ' +
    'MethodMapping MultiOutputMixin OneVsOneClassifier OneVsRestClassifier OutputCodeClassifier Parallel ' +
    'available_if check_classification_targets check_is_fitted check_random_state clone delayed ' +
    'euclidean_distances get_tags is_classifier is_regressor pairwise_distances_argmin process_routing ' +
    'validate_data | Integral Real array fit_ecoc fit_ovo fit_ovr itertools np predict_ecoc predict_ovo ' +
    'predict_ovr predict_proba_ovr sp warnings',
  'sklearn.multioutput':
    'BaseEstimator Bunch ClassifierChain ClassifierMixin HasMethods MetaEstimatorMixin MetadataRouter ' +
    'MethodMapping MultiOutputClassifier MultiOutputRegressor Parallel RegressorChain RegressorMixin ' +
    'StrOptions available_if check_classification_targets check_is_fitted check_random_state clone ' +
    'cross_val_predict delayed get_tags has_fit_parameter is_classifier process_routing validate_data | ' +
    'ABCMeta Integral abstractmethod np sp',
  'sklearn.naive_bayes':
    'BaseEstimator BernoulliNB CategoricalNB ClassifierMixin ComplementNB GaussianNB Hidden Interval ' +
    'LabelBinarizer MultinomialNB StrOptions binarize check_is_fitted check_non_negative get_namespace ' +
    'get_namespace_and_device label_binarize move_to safe_sparse_dot size validate_data xpx | ABCMeta ' +
    'Integral Real abstractmethod logsumexp np warnings',
  'sklearn.neighbors':
    'BallTree DistanceMetric KDTree KNeighborsClassifier KNeighborsRegressor KNeighborsTransformer ' +
    'KernelDensity LocalOutlierFactor NearestCentroid NearestNeighbors NeighborhoodComponentsAnalysis ' +
    'RadiusNeighborsClassifier RadiusNeighborsRegressor RadiusNeighborsTransformer VALID_METRICS ' +
    'VALID_METRICS_SPARSE kneighbors_graph radius_neighbors_graph sort_graph_by_row_values tests | ' +
    'LSHForest approximate ball_tree base classification dist_metrics graph kd_tree kde lof nca ' +
    'nearest_centroid quad_tree regression typedefs unsupervised valid_metrics',
  'sklearn.neural_network': 'BernoulliRBM MLPClassifier MLPRegressor tests | multilayer_perceptron rbm',
  'sklearn.pipeline':
    'Bunch CallbackSupportMixin FeatureUnion FunctionTransformer HasMethods Hidden METHODS MetadataRouter ' +
    'MethodMapping NotFittedError Parallel Pipeline TransformerMixin available_if check_is_fitted ' +
    'check_memory check_pandas_support clone delayed get_namespace get_namespace_and_device ' +
    'get_routing_for_object get_tags make_pipeline make_union process_routing | Counter chain ' +
    'contextmanager copy deepcopy defaultdict islice izip np six sparse warnings',
  'sklearn.preprocessing':
    'Binarizer FunctionTransformer KBinsDiscretizer KernelCenterer LabelBinarizer LabelEncoder ' +
    'MaxAbsScaler MinMaxScaler MultiLabelBinarizer Normalizer OneHotEncoder OrdinalEncoder ' +
    'PolynomialFeatures PowerTransformer QuantileTransformer RobustScaler SplineTransformer ' +
    'StandardScaler TargetEncoder add_dummy_feature binarize label_binarize maxabs_scale minmax_scale ' +
    'normalize power_transform quantile_transform robust_scale scale tests | CategoricalEncoder Imputer ' +
    'balance_weights base data imputation label',
  'sklearn.random_projection':
    'BaseEstimator BaseRandomProjection ClassNamePrefixFeaturesOutMixin DataDimensionalityWarning ' +
    'GaussianRandomProjection Interval SparseRandomProjection StrOptions TransformerMixin check_array ' +
    'check_is_fitted check_random_state johnson_lindenstrauss_min_dim safe_sparse_dot ' +
    'sample_without_replacement validate_data validate_params | ABCMeta Integral Real abstractmethod ' +
    'linalg np sp warnings',
  'sklearn.semi_supervised':
    'LabelPropagation LabelSpreading SelfTrainingClassifier tests | label_propagation',
  'sklearn.svm':
    'LinearSVC LinearSVR NuSVC NuSVR OneClassSVM SVC SVR l1_min_c tests | base bounds classes liblinear ' +
    'libsvm libsvm_sparse sparse',
  'sklearn.tree':
    'BaseDecisionTree DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor ' +
    'export_graphviz export_text plot_tree tests | export tree',
  'sklearn.utils':
    'Bunch ClassifierTags DataConversionWarning IS_PYPY InputTags RegressorTags Tags TargetTags ' +
    'TransformerTags all_estimators arrayfuncs as_float_array assert_all_finite axis0_safe_slice ' +
    'check_X_y check_array check_consistent_length check_matplotlib_support check_pandas_support ' +
    'check_random_state check_scalar check_symmetric class_weight column_or_1d compute_class_weight ' +
    'compute_sample_weight deprecated deprecation discovery estimator_checks estimator_html_repr extmath ' +
    'fixes gen_batches gen_even_slices get_chunk_n_rows get_config get_tags graph indexable ' +
    'indices_to_mask is_scalar_nan metadata_routing metaestimators msg multiclass murmurhash ' +
    'murmurhash3_32 optimize parallel parallel_backend parse_version random register_parallel_backend ' +
    'resample safe_mask safe_sqr shuffle sparsefuncs sparsefuncs_fast stats tests threadpool_info ' +
    'tosequence validation | ConvergenceWarning Sequence array2d atleast2d_or_csr bench check_arrays ' +
    'compress contextmanager cpu_count fast_dict if_delegate_has_method islice issparse lgamma ' +
    'linear_assignment_ math mocking np numbers platform ransac safe_asarray safe_indexing seq_dataset ' +
    'sparsetools struct suppress testing timeit warn_if_not_float warnings weight_vector',
  'sklearn.utils.class_weight':
    'StrOptions compute_class_weight compute_sample_weight get_namespace_and_device move_to size ' +
    'validate_params | np sparse',
  'sklearn.utils.multiclass':
    'attach_unique cached_unique check_array check_classification_targets class_distribution ' +
    'get_namespace is_multilabel type_of_target unique_labels | Sequence VisibleDeprecationWarning chain ' +
    'dok_matrix issparse lil_matrix np warnings',
  'sklearn.utils.validation':
    'DataConversionWarning FLOAT_DTYPES FiniteStatus NotFittedError PositiveSpectrumWarning ' +
    'as_float_array assert_all_finite check_X_y check_array check_consistent_length check_is_fitted ' +
    'check_memory check_non_negative check_random_state check_scalar check_symmetric column_or_1d ' +
    'cy_isfinite get_namespace get_namespace_and_device get_tags has_fit_parameter indexable ' +
    'is_pandas_df_or_series move_to validate_data | ComplexWarning Parameter Sequence isclass joblib np ' +
    'numbers nw operator reduce signature sp suppress sys warnings wraps',
};
