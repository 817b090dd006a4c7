/** What NumPy's smaller modules hold, in all versions of the last years. Data from the libraries, by test/oracles/names. */
export const publicNames: Readonly<Record<string, string>> = {
  'numpy.fft':
    'fft fft2 fftfreq fftn fftshift helper hfft ifft ifft2 ifftn ifftshift ihfft irfft irfft2 irfftn rfft ' +
    'rfft2 rfftfreq rfftn setup test tests | absolute_import division fftpack fftpack_lite info ' +
    'print_function',
  'numpy.linalg':
    'LinAlgError cholesky cond cross det diagonal eig eigh eigvals eigvalsh inv lapack_lite linalg lstsq ' +
    'matmul matrix_norm matrix_power matrix_rank matrix_transpose multi_dot norm outer pinv qr setup ' +
    'slogdet solve svd svdvals tensordot tensorinv tensorsolve test tests trace vecdot vector_norm | ' +
    'Tester absolute_import division info print_function',
  'numpy.random':
    'BitGenerator Generator MT19937 PCG64 PCG64DXSM Philox RandomState SFC64 SeedSequence beta binomial ' +
    'bit_generator bytes chisquare choice default_rng dirichlet exponential f gamma geometric ' +
    'get_bit_generator get_state gumbel hypergeometric laplace logistic lognormal logseries mtrand ' +
    'multinomial multivariate_normal negative_binomial noncentral_chisquare noncentral_f normal pareto ' +
    'permutation poisson power rand randint randn random random_integers random_sample ranf rayleigh ' +
    'sample seed set_bit_generator set_state setup shuffle standard_cauchy standard_exponential ' +
    'standard_gamma standard_normal standard_t test tests triangular uniform vonmises wald weibull zipf | ' +
    'Lock Tester absolute_import common division dtypes entropy info np operator pickle print_function ' +
    'randomgen threading warnings',
};
