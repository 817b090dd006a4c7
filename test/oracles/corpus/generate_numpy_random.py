"""NumPy programs: the streams of the legacy functions and of the Generator, number by number."""

PRELUDE = """import numpy as np

def show(text, compute):
    try:
        r = compute()
        if isinstance(r, float) or getattr(getattr(r, 'dtype', None), 'kind', '') == 'f':
            # The last digits of logarithms and exponentials depend on the processor.
            r = np.array2string(np.asarray(r), precision=6, floatmode='maxprec')
        print(text, '->', r if isinstance(r, str) else repr(r))
    except Exception as error:
        print(text, '->', type(error).__name__ + ':', error)

"""

BOTH = [
    "uniform(size=3)", "uniform(-1, [1, 2], 2)", "normal(size=5)", "normal(10, 0.5)", "normal([0, 100], [1, 2])", "standard_normal((2, 2))", "lognormal(0, 0.25, 3)", "exponential(2.0, 4)",
    "standard_exponential(3)", "gamma(0.5, 1.0, 4)", "gamma(3.0, 2.0, 4)", "gamma(1.0, size=2)", "standard_gamma(2.5, 3)", "beta(0.5, 0.5, 3)", "beta(2, 5, 3)", "beta(1, 3)", "chisquare(2, 3)",
    "poisson(3, 5)", "poisson(50, 5)", "poisson([1, 20])", "binomial(10, 0.3, 5)", "binomial(100, 0.5, 5)", "binomial(100, 0.9, 5)", "binomial(1000, 0.01)", "geometric(0.5, 5)", "geometric(0.1, 5)",
    "laplace(0, 1, 3)", "logistic(0, 1, 3)", "gumbel(0, 1, 3)", "rayleigh(1, 3)", "weibull(1.5, 3)", "pareto(3, 3)", "power(2, 3)", "standard_cauchy(3)", "standard_t(4, 3)", "triangular(0, 1, 3, 3)",
    "f(3, 4, 3)", "noncentral_chisquare(3, 2, 3)", "noncentral_chisquare(0.5, 2, 3)", "noncentral_f(3, 4, 1, 3)", "wald(1, 2, 4)", "vonmises(0, 2, 4)", "vonmises(1, 0.000001, 2)", "negative_binomial(3, 0.4, 5)",
    "hypergeometric(5, 8, 4, 6)", "hypergeometric(50, 80, 40, 6)", "hypergeometric(80, 20, 30, 6)", "logseries(0.7, 6)", "zipf(2.5, 6)", "multinomial(20, [0.2, 0.3, 0.5])", "multinomial(5, [0.5, 0.5], 3)", "dirichlet([1, 2, 3])", "dirichlet([0.5, 0.5], 2)",
    "choice(5, 3)", "choice(5, 3, replace=False)", "choice(['a', 'b', 'c'], 4)", "choice(4, 6, p=[0.1, 0.2, 0.3, 0.4])", "choice(4, 2, replace=False, p=[0.1, 0.2, 0.3, 0.4])", "choice([10, 20])", "choice(20000, 3, replace=False)",
    "permutation(6)", "permutation([3, 1, 2])", "permutation(np.arange(6).reshape(3, 2))", "bytes(5)", "normal(0, -1)", "poisson(-1)", "binomial(-1, 0.5)", "choice(0)", "choice(3, 5, replace=False)", "choice(2, p=[0.5, 0.6])", "wald(-1, 1)", "zipf(1.0)", "hypergeometric(1, 1, 5)",
    "multivariate_normal([0, 0], [[1, 0], [0, 1]], 2)", "multivariate_normal([1, 2], [[2, 0], [0, 3]])", "multivariate_normal([0, 0], [[1, 0.5], [0.5, 1]], 2)", "multivariate_normal([0], [[4]], 2)", "multivariate_normal([0, 0], [[2, -1], [-1, 2]], 2)", "multivariate_normal([0, 0, 0], np.eye(3), 1)", "multivariate_normal([0, 0], np.eye(3))",
    "choice(2, 3, p=np.array([0.3, 0.7001], 'float32'))", "choice(2, p=np.array([0.3, 0.71], 'float32'))", "choice(2, p=np.array([0.5, 0.52], 'float16'))", "choice(2, p=list(np.array([0.3, 0.7001], 'float32')))", "choice(2, p=[-0.5, np.nan])",
]
LEGACY = [
    "rand(3)", "rand()", "rand(2, 2)", "randn(4)", "randn()", "random_sample(2)", "random(2)", "randint(10, size=6)", "randint(1, 7)", "randint(0, 2, (2, 3))", "randint(0, 256, 8, dtype=np.uint8)", "randint(0, 2**40, 3)", "randint(-5, 5, 4, dtype='int8')", "randint(0, 2, 5, dtype=bool)", "randint(2**31, size=2)", "randint(5, 5)", "randint(300, size=2, dtype=np.uint8)", "randint([1, 5, 10])", "random_integers(3)", "ranf(2)", "sample(2)", "tomaxint(2).dtype",
]
GENERATOR = [
    "random(3)", "random((2, 2))", "random(dtype=np.float32)", "random(3, dtype='float32')", "integers(10, size=6)", "integers(1, 7)", "integers(1, 6, 5, endpoint=True)", "integers(0, 256, 8, dtype=np.uint8)", "integers(0, 2**40, 3)", "integers(0, 2, 5, dtype=bool)", "integers(5, 5)", "integers(0, 1000, 4, dtype=np.int16)", "integers(2**32, size=2)", "standard_normal(3)", "standard_exponential(3)", "choice(5, 3, replace=False, shuffle=False)", "choice(np.arange(6).reshape(3, 2), 2)", "choice(np.arange(6).reshape(2, 3), 2, axis=1)", "permutation(np.arange(6).reshape(2, 3), axis=1)", "shuffle", "multivariate_normal([0, 0], [[1, 0.5], [0.5, 1]], 2, method='svd')",
]
SEQUENCES = {
    "seeds": [
        "np.random.seed(0); print(np.random.rand(2))", "np.random.seed([1, 2, 3]); print(np.random.rand(2))", "np.random.seed(2**32 - 1); print(np.random.rand(2))", "print(np.random.default_rng(2**40).random(2))", "print(np.random.default_rng([1, 2]).random(2))",
        "print(np.random.Generator(np.random.PCG64(7)).random(2))", "print(np.random.RandomState(5).permutation(4))", "r = np.random.RandomState(3); r.shuffle(a := list(range(6))); print(a)", "g = np.random.default_rng(3); a = np.arange(6); g.shuffle(a); print(a)",
        "g = np.random.default_rng(3); a = np.arange(6).reshape(2, 3); g.shuffle(a, axis=1); print(a)", "np.random.seed(1); s = np.random.get_state(); a = np.random.rand(); np.random.set_state(s); print(a == np.random.rand(), s[0], s[2])", "np.random.seed(1); np.random.randn(1); print(np.random.get_state()[3:5])",
        "np.random.seed(9); x = np.arange(12).reshape(4, 3); np.random.shuffle(x); print(x)", "g = np.random.default_rng(0); print(g.integers(0, 10, 3), g.random(), g.integers(0, 10, 3))", "np.random.seed(0); print(np.random.randint(10), np.random.rand(), np.random.randint(10, size=2))", "print(repr(np.random.RandomState(0))[:12], repr(np.random.default_rng(0))[:16])",
    ],
}


def programs():
    for start in range(0, len(BOTH), 6):
        lines = []
        for call in BOTH[start : start + 6]:
            lines += [f"np.random.seed(42)", f"show({call!r}, lambda: np.random.{call})", "rng = np.random.default_rng(42)", f"show({call!r}, lambda: rng.{call})"]
        yield f"both {start // 6}", PRELUDE + "\n".join(lines) + "\n"
    for label, calls, make in [("legacy", LEGACY, "np.random.RandomState(7)"), ("generator", GENERATOR, "np.random.default_rng(7)")]:
        for start in range(0, len(calls), 6):
            lines = [f"rng = {make}"] + [f"show({call!r}, lambda: rng.{call})" for call in calls[start : start + 6] if call != "shuffle"]
            yield f"{label} {start // 6}", PRELUDE + "\n".join(lines) + "\n"
    for label, statements in SEQUENCES.items():
        yield label, "import numpy as np\n" + "\n".join(statements) + "\n"
