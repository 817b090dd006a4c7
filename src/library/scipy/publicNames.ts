/** What SciPy's modules hold, in all versions of the last years. Data from the libraries, by test/oracles/names. */
export const publicNames: Readonly<Record<string, string>> = {
  scipy:
    'LowLevelCallable cluster conftest constants datasets differentiate fft fftpack integrate interpolate ' +
    'io linalg misc ndimage odr optimize show_config signal sparse spatial special stats test version | ' +
    'absolute_import angle arange array asarray concatenate cos division exp hstack ifft interp linspace ' +
    'log log10 log2 maxentropy mean median ones pi poly1d polyfit polyval print_function product rand ' +
    'randn random reshape sign sin sqrt stack std sum unwrap var vstack weave zeros',
  'scipy.integrate':
    'AccuracyWarning BDF DOP853 DenseOutput IntegrationWarning LSODA ODEintWarning OdeSolution OdeSolver ' +
    'RK23 RK45 Radau complex_ode cubature cumtrapz cumulative_simpson cumulative_trapezoid dblquad dop ' +
    'fixed_quad lebedev_rule lsoda newton_cotes nquad nsum ode odeint odepack qmc_quad quad quad_vec ' +
    'quadpack quadrature romb romberg simps simpson solve_bvp solve_ivp tanhsinh test tests tplquad ' +
    'trapezoid trapz vode',
  'scipy.interpolate':
    'AAA Akima1DInterpolator BPoly BSpline BarycentricInterpolator BivariateSpline ' +
    'CloughTocher2DInterpolator CubicHermiteSpline CubicSpline FloaterHormannInterpolator ' +
    'InterpolatedUnivariateSpline KroghInterpolator LSQBivariateSpline LSQSphereBivariateSpline ' +
    'LSQUnivariateSpline LinearNDInterpolator NdBSpline NdPPoly NearestNDInterpolator PPoly ' +
    'PchipInterpolator RBFInterpolator Rbf RectBivariateSpline RectSphereBivariateSpline ' +
    'RegularGridInterpolator SmoothBivariateSpline SmoothSphereBivariateSpline UnivariateSpline ' +
    'approximate_taylor_polynomial barycentric_interpolate bisplev bisplrep dfitpack fitpack fitpack2 ' +
    'generate_knots griddata insert interp1d interp2d interpn interpnd interpolate krogh_interpolate ' +
    'lagrange make_interp_spline make_lsq_spline make_smoothing_spline make_splprep make_splrep ' +
    'ndgriddata pade pchip pchip_interpolate polyint rbf spalde splantider splder splev splint splprep ' +
    'splrep sproot test tests | PiecewisePolynomial piecewise_polynomial_interpolate ppform spleval ' +
    'spline splmake spltopp',
  'scipy.io':
    'FortranEOFError FortranFile FortranFormattingError arff harwell_boeing hb_read hb_write idl loadmat ' +
    'matlab mminfo mmio mmread mmwrite netcdf netcdf_file netcdf_variable readsav savemat test tests ' +
    'wavfile whosmat | numpyio read_array save_as_module write_array',
  'scipy.linalg':
    'LinAlgError LinAlgWarning bandwidth basic blas block_diag cdf2rdf cho_factor cho_solve ' +
    'cho_solve_banded cholesky cholesky_banded circulant clarkson_woodruff_transform companion ' +
    'convolution_matrix coshm cosm cossin cython_blas cython_lapack decomp decomp_cholesky decomp_lu ' +
    'decomp_qr decomp_schur decomp_svd det dft diagsvd eig eig_banded eigh eigh_tridiagonal eigvals ' +
    'eigvals_banded eigvalsh eigvalsh_tridiagonal expm expm_cond expm_frechet fiedler fiedler_companion ' +
    'find_best_blas_type flinalg fractional_matrix_power funm get_blas_funcs get_lapack_funcs hadamard ' +
    'hankel helmert hessenberg hilbert interpolative inv invhilbert invpascal ishermitian issymmetric ' +
    'khatri_rao kron lapack ldl leslie logm lstsq lu lu_factor lu_solve matfuncs matmul_toeplitz ' +
    'matrix_balance misc norm null_space ordqz orth orthogonal_procrustes pascal pinv pinvh polar qr ' +
    'qr_delete qr_insert qr_multiply qr_update qz rq rsf2csf schur signm sinhm sinm solve solve_banded ' +
    'solve_circulant solve_continuous_are solve_continuous_lyapunov solve_discrete_are ' +
    'solve_discrete_lyapunov solve_lyapunov solve_sylvester solve_toeplitz solve_triangular solveh_banded ' +
    'special_matrices sqrtm subspace_angles svd svdvals tanhm tanm test tests toeplitz tri tril triu | ' +
    'cblas clapack fblas flapack pinv2',
  'scipy.ndimage':
    'affine_transform binary_closing binary_dilation binary_erosion binary_fill_holes binary_hit_or_miss ' +
    'binary_opening binary_propagation black_tophat center_of_mass convolve convolve1d correlate ' +
    'correlate1d distance_transform_bf distance_transform_cdt distance_transform_edt extrema filters ' +
    'find_objects fourier fourier_ellipsoid fourier_gaussian fourier_shift fourier_uniform ' +
    'gaussian_filter gaussian_filter1d gaussian_gradient_magnitude gaussian_laplace ' +
    'generate_binary_structure generic_filter generic_filter1d generic_gradient_magnitude generic_laplace ' +
    'geometric_transform grey_closing grey_dilation grey_erosion grey_opening histogram interpolation ' +
    'iterate_structure label labeled_comprehension laplace map_coordinates maximum maximum_filter ' +
    'maximum_filter1d maximum_position mean measurements median median_filter minimum minimum_filter ' +
    'minimum_filter1d minimum_position morphological_gradient morphological_laplace morphology ' +
    'percentile_filter prewitt rank_filter rotate shift sobel spline_filter spline_filter1d ' +
    'standard_deviation sum sum_labels test tests uniform_filter uniform_filter1d value_indices variance ' +
    'vectorized_filter watershed_ift white_tophat zoom | doccer imread',
  'scipy.optimize':
    'BFGS Bounds BroydenFirst HessianUpdateStrategy InverseJacobian KrylovJacobian LbfgsInvHessProduct ' +
    'LinearConstraint NoConvergence NonlinearConstraint OptimizeResult OptimizeWarning RootResults SR1 ' +
    'anderson approx_fprime basinhopping bisect bracket brent brenth brentq broyden1 broyden2 brute ' +
    'check_grad cobyla curve_fit cython_optimize diagbroyden differential_evolution direct dual_annealing ' +
    'elementwise excitingmixing fixed_point fmin fmin_bfgs fmin_cg fmin_cobyla fmin_l_bfgs_b fmin_ncg ' +
    'fmin_powell fmin_slsqp fmin_tnc fminbound fsolve golden isotonic_regression lbfgsb least_squares ' +
    'leastsq line_search linear_sum_assignment linearmixing linesearch linprog linprog_verbose_callback ' +
    'lsq_linear milp minimize minimize_scalar minpack minpack2 moduleTNC newton newton_krylov nnls nonlin ' +
    'optimize quadratic_assignment ridder root root_scalar rosen rosen_der rosen_hess rosen_hess_prod ' +
    'shgo show_options slsqp test tests tnc toms748 zeros | anneal broyden',
  'scipy.signal':
    'BadCoefficients CZT ShortTimeFFT StateSpace TransferFunction ZerosPolesGain ZoomFFT abcd_normalize ' +
    'argrelextrema argrelmax argrelmin band_stop_obj barthann bartlett bessel besselap bilinear ' +
    'bilinear_zpk blackman blackmanharris bode bohman boxcar bspline bsplines buttap butter buttord ' +
    'cascade cheb1ap cheb1ord cheb2ap cheb2ord chebwin cheby1 cheby2 check_COLA check_NOLA chirp ' +
    'choose_conv_method closest_STFT_dual_window cmplx_sort coherence cont2discrete convolve convolve2d ' +
    'correlate correlate2d correlation_lags cosine csd cspline1d cspline1d_eval cspline2d cubic cwt czt ' +
    'czt_points daub dbode decimate deconvolve detrend dfreqresp dimpulse dlsim dlti dstep ellip ellipap ' +
    'ellipord envelope exponential fftconvolve filter_design filtfilt find_peaks find_peaks_cwt findfreqs ' +
    'fir_filter_design firls firwin firwin2 firwin_2d flattop freqresp freqs freqs_zpk freqz freqz_sos ' +
    'freqz_zpk gammatone gauss_spline gaussian gausspulse general_gaussian get_window group_delay hamming ' +
    'hann hilbert hilbert2 iircomb iirdesign iirfilter iirnotch iirpeak impulse impulse2 invres invresz ' +
    'istft kaiser kaiser_atten kaiser_beta kaiserord lfilter lfilter_zi lfiltic lombscargle lp2bp ' +
    'lp2bp_zpk lp2bs lp2bs_zpk lp2hp lp2hp_zpk lp2lp lp2lp_zpk lsim lsim2 lti lti_conversion ltisys ' +
    'max_len_seq medfilt medfilt2d minimum_phase morlet morlet2 normalize nuttall oaconvolve order_filter ' +
    'parzen peak_prominences peak_widths periodogram place_poles qmf qspline1d qspline1d_eval qspline2d ' +
    'quadratic remez resample resample_poly residue residuez ricker savgol_coeffs savgol_filter sawtooth ' +
    'sepfir2d signaltools sos2tf sos2zpk sosfilt sosfilt_zi sosfiltfilt sosfreqz spectral spectrogram ' +
    'spline spline_filter square ss2tf ss2zpk step step2 stft sweep_poly symiirorder1 symiirorder2 test ' +
    'tests tf2sos tf2ss tf2zpk triang tukey unique_roots unit_impulse upfirdn vectorstrength waveforms ' +
    'wavelets welch wiener windows zoom_fft zpk2sos zpk2ss zpk2tf | compare general_cosine ' +
    'general_hamming hanning slepian',
  'scipy.sparse':
    'SparseEfficiencyWarning SparseWarning base block_array block_diag bmat bsr bsr_array bsr_matrix ' +
    'compressed construct coo coo_array coo_matrix csc csc_array csc_matrix csgraph csr csr_array ' +
    'csr_matrix data dia dia_array dia_matrix diags diags_array dok dok_array dok_matrix expand_dims ' +
    'extract eye eye_array find get_index_dtype hstack identity issparse isspmatrix isspmatrix_bsr ' +
    'isspmatrix_coo isspmatrix_csc isspmatrix_csr isspmatrix_dia isspmatrix_dok isspmatrix_lil kron ' +
    'kronsum lil lil_array lil_matrix linalg load_npz msg permute_dims rand random random_array ' +
    'safely_cast_index_arrays save_npz sparray sparsetools spdiags spfuncs spmatrix sputils swapaxes test ' +
    'tests tril triu vstack',
  'scipy.spatial.distance':
    'CDistMetricWrapper CDistWeightedMetricWrapper MetricInfo PDistMetricWrapper ' +
    'PDistWeightedMetricWrapper braycurtis canberra cdist chebyshev cityblock correlation cosine dice ' +
    'directed_hausdorff euclidean hamming is_valid_dm is_valid_y jaccard jensenshannon kulczynski1 ' +
    'kulsinski mahalanobis minkowski norm num_obs_dm num_obs_y pdist rel_entr rogerstanimoto russellrao ' +
    'seuclidean sokalmichener sokalsneath sqeuclidean squareform xpx yule | Callable List Optional Set ' +
    'dataclasses matching math np partial setdiag warnings wminkowski',
  'scipy.special':
    'SpecialFunctionError SpecialFunctionWarning add_newdocs agm ai_zeros airy airye assoc_laguerre ' +
    'assoc_legendre_p assoc_legendre_p_all basic bdtr bdtrc bdtri bdtrik bdtrin bei bei_zeros beip ' +
    'beip_zeros ber ber_zeros bernoulli berp berp_zeros besselpoly beta betainc betaincc betainccinv ' +
    'betaincinv betaln bi_zeros binom boxcox boxcox1p btdtr btdtri btdtria btdtrib c_roots cbrt cg_roots ' +
    'chdtr chdtrc chdtri chdtriv chebyc chebys chebyt chebyu chndtr chndtridf chndtrinc chndtrix clpmn ' +
    'comb cosdg cosm1 cotdg cython_special dawsn digamma diric ellip_harm ellip_harm_2 ellip_normal ' +
    'ellipe ellipeinc ellipj ellipk ellipkinc ellipkm1 elliprc elliprd elliprf elliprg elliprj entr erf ' +
    'erf_zeros erfc erfcinv erfcx erfi erfinv errstate euler eval_chebyc eval_chebys eval_chebyt ' +
    'eval_chebyu eval_gegenbauer eval_genlaguerre eval_hermite eval_hermitenorm eval_jacobi eval_laguerre ' +
    'eval_legendre eval_sh_chebyt eval_sh_chebyu eval_sh_jacobi eval_sh_legendre exp1 exp10 exp2 expi ' +
    'expit expm1 expn exprel factorial factorial2 factorialk fdtr fdtrc fdtri fdtridfd fresnel ' +
    'fresnel_zeros fresnelc_zeros fresnels_zeros gamma gammainc gammaincc gammainccinv gammaincinv ' +
    'gammaln gammasgn gdtr gdtrc gdtria gdtrib gdtrix gegenbauer genlaguerre geterr h1vp h2vp h_roots ' +
    'hankel1 hankel1e hankel2 hankel2e he_roots hermite hermitenorm huber hyp0f1 hyp1f1 hyp2f1 hyperu i0 ' +
    'i0e i1 i1e inv_boxcox inv_boxcox1p it2i0k0 it2j0y0 it2struve0 itairy iti0k0 itj0y0 itmodstruve0 ' +
    'itstruve0 iv ive ivp j0 j1 j_roots jacobi jn jn_zeros jnjnp_zeros jnp_zeros jnyn_zeros js_roots jv ' +
    'jve jvp k0 k0e k1 k1e kei kei_zeros keip keip_zeros kelvin kelvin_zeros ker ker_zeros kerp ' +
    'kerp_zeros kl_div kn kolmogi kolmogorov kv kve kvp l_roots la_roots laguerre lambertw legendre ' +
    'legendre_p legendre_p_all lmbda log1p log_expit log_ndtr log_softmax log_wright_bessel loggamma ' +
    'logit logsumexp lpmn lpmv lpn lqmn lqn mathieu_a mathieu_b mathieu_cem mathieu_even_coef ' +
    'mathieu_modcem1 mathieu_modcem2 mathieu_modsem1 mathieu_modsem2 mathieu_odd_coef mathieu_sem ' +
    'modfresnelm modfresnelp modstruve multigammaln nbdtr nbdtrc nbdtri nbdtrik nbdtrin ncfdtr ncfdtri ' +
    'ncfdtridfd ncfdtridfn ncfdtrinc nctdtr nctdtridf nctdtrinc nctdtrit ndtr ndtri ndtri_exp nrdtrimn ' +
    'nrdtrisd obl_ang1 obl_ang1_cv obl_cv obl_cv_seq obl_rad1 obl_rad1_cv obl_rad2 obl_rad2_cv orthogonal ' +
    'owens_t p_roots pbdn_seq pbdv pbdv_seq pbvv pbvv_seq pbwa pdtr pdtrc pdtri pdtrik perm poch ' +
    'polygamma powm1 pro_ang1 pro_ang1_cv pro_cv pro_cv_seq pro_rad1 pro_rad1_cv pro_rad2 pro_rad2_cv ' +
    'ps_roots pseudo_huber psi radian rel_entr rgamma riccati_jn riccati_yn roots_chebyc roots_chebys ' +
    'roots_chebyt roots_chebyu roots_gegenbauer roots_genlaguerre roots_hermite roots_hermitenorm ' +
    'roots_jacobi roots_laguerre roots_legendre roots_sh_chebyt roots_sh_chebyu roots_sh_jacobi ' +
    'roots_sh_legendre round s_roots seterr sf_error sh_chebyt sh_chebyu sh_jacobi sh_legendre shichi ' +
    'sici sinc sindg smirnov smirnovi softmax softplus specfun spence spfun_stats sph_harm sph_harm_y ' +
    'sph_harm_y_all sph_legendre_p sph_legendre_p_all spherical_in spherical_jn spherical_kn spherical_yn ' +
    'stdtr stdtridf stdtrit stirling2 struve t_roots tandg test tests tklmbda ts_roots u_roots us_roots ' +
    'voigt_profile wofz wright_bessel wrightomega xlog1py xlogy y0 y0_zeros y1 y1_zeros y1p_zeros yn ' +
    'yn_zeros ynp_zeros yv yve yvp zeta zetac | errprint sph_inkn sph_jn sph_jnyn sph_kn sph_yn warnings',
  'scipy.stats':
    'Binomial BootstrapMethod CensoredData ConstantInputWarning Covariance DegenerateDataWarning FitError ' +
    'Logistic Mixture MonteCarloMethod NearConstantInputWarning Normal PermutationMethod Uniform abs ' +
    'alexandergovern alpha anderson anderson_ksamp anglit ansari arcsine argus barnard_exact bartlett ' +
    'bayes_mvs bernoulli beta betabinom betanbinom betaprime biasedurn binned_statistic ' +
    'binned_statistic_2d binned_statistic_dd binom binom_test binomtest boltzmann bootstrap ' +
    'boschloo_exact boxcox boxcox_llf boxcox_normmax boxcox_normplot bradford brunnermunzel burr burr12 ' +
    'bws_test cauchy chatterjeexi chi chi2 chi2_contingency chisquare circmean circstd circvar ' +
    'combine_pvalues contingency cosine cramervonmises cramervonmises_2samp crystalball cumfreq describe ' +
    'dgamma differential_entropy directional_stats dirichlet dirichlet_multinomial distributions dlaplace ' +
    'dpareto_lognorm dunnett dweibull ecdf energy_distance entropy epps_singleton_2samp erlang exp ' +
    'expectile expon exponnorm exponpow exponweib f f_oneway false_discovery_control fatiguelife ' +
    'find_repeats fisher_exact fisk fit fligner foldcauchy foldnorm friedmanchisquare gamma gausshyper ' +
    'gaussian_kde genexpon genextreme gengamma genhalflogistic genhyperbolic geninvgauss genlogistic ' +
    'gennorm genpareto geom gibrat gilbrat gmean gompertz goodness_of_fit gstd gumbel_l gumbel_r gzscore ' +
    'halfcauchy halfgennorm halflogistic halfnorm hmean hypergeom hypsecant invgamma invgauss invweibull ' +
    'invwishart iqr irwinhall jarque_bera jf_skew_t johnsonsb johnsonsu kappa3 kappa4 kde kendalltau ' +
    'kruskal ks_1samp ks_2samp ksone kstat kstatvar kstest kstwo kstwobign kurtosis kurtosistest landau ' +
    'laplace laplace_asymmetric levene levy levy_l levy_stable linregress lmoment log loggamma logistic ' +
    'loglaplace lognorm logrank logser loguniform lomax make_distribution mannwhitneyu matrix_normal ' +
    'matrix_t maxwell median_abs_deviation median_test mielke mode moment monte_carlo_test mood morestats ' +
    'moyal mstats mstats_basic mstats_extras multinomial multiscale_graphcorr multivariate_hypergeom ' +
    'multivariate_normal multivariate_t mvn mvsdist nakagami nbinom ncf nchypergeom_fisher ' +
    'nchypergeom_wallenius nct ncx2 nhypergeom norm normal_inverse_gamma normaltest norminvgauss ' +
    'obrientransform order_statistic ortho_group page_trend_test pareto pearson3 pearsonr ' +
    'percentileofscore permutation_test planck pmean pointbiserialr poisson poisson_binom ' +
    'poisson_means_test power power_divergence powerlaw powerlognorm powernorm ppcc_max ppcc_plot ' +
    'probplot qmc quantile quantile_test randint random_correlation random_table rankdata ranksums ' +
    'rayleigh rdist recipinvgauss reciprocal rel_breitwigner relfreq rice rv_continuous rv_discrete ' +
    'rv_histogram rvs_ratio_uniforms sampling scoreatpercentile sem semicircular shapiro siegelslopes ' +
    'sigmaclip skellam skew skewcauchy skewnorm skewtest sobol_indices somersd spearmanr spearmanrho ' +
    'special_ortho_group statlib stats studentized_range t test tests theilslopes tiecorrect tmax tmean ' +
    'tmin trapezoid trapz triang trim1 trim_mean trimboth truncate truncexpon truncnorm truncpareto ' +
    'truncweibull_min tsem tstd ttest_1samp ttest_ind ttest_ind_from_stats ttest_rel tukey_hsd ' +
    'tukeylambda tvar uniform uniform_direction unitary_group variation vonmises vonmises_fisher ' +
    'vonmises_line wald wasserstein_distance wasserstein_distance_nd weibull_max weibull_min weightedtau ' +
    'wilcoxon wishart wrapcauchy yeojohnson yeojohnson_llf yeojohnson_normmax yeojohnson_normplot ' +
    'yulesimon zipf zipfian zmap zscore | betai chisqprob cmedian f_value f_value_multivariate ' +
    'f_value_wilks_lambda fastsort frechet_l frechet_r futil histogram histogram2 itemfreq ' +
    'median_absolute_deviation nanmean nanmedian nanstd pdf_fromgamma signaltonoise square_of_sums ss ' +
    'threshold vonmises_cython',
};
