"""Programs around SciPy's functions for probabilities, and its minimisers where the answer is certain."""

HEAD = "import numpy as np\nz = np.array([[1.0, 2.0, 3.0], [0.5, -1.0, 0.0]])\n"


def programs():
    special = HEAD + "from scipy.special import *\n"
    for name, text in {
        "softmax": "print(softmax(z), softmax(z, axis=1), softmax(z, axis=0))",
        "log_softmax": "print(log_softmax(z, axis=1))",
        "logsumexp": "print(logsumexp(z), logsumexp(z, axis=1), logsumexp(z, axis=1, keepdims=True), logsumexp([1, 2], b=[1, 3]))",
        "expit": "print(expit(z), expit(0.3), logit(0.25), logit([0.1, 0.9]))",
        "xlogy": "print(xlogy(0, 0), xlogy([1, 0], [2, 0]), entr([0.5, 0.0]), rel_entr([0.5, 0.5], [0.9, 0.1]))",
        "erf": "print(np.round(erf(z), 12), np.round(gammaln([3.5, 10.0]), 10))",
    }.items():
        yield name, special + text + "\n"
    stats = HEAD + "from scipy.stats import norm, entropy, zscore\n"
    yield "norm", stats + "print(norm.pdf([0.5, 1]).round(12), norm.cdf([0, 1.96]).round(12), norm.ppf([0.025, 0.5, 0.975]).round(12), norm(2, 3).cdf(2.0), norm.logpdf(0.3).round(12))\n"
    yield "entropy", stats + "print(round(entropy([0.2, 0.3, 0.5]), 12), round(entropy([0.5, 0.5], [0.9, 0.1]), 12), entropy([1, 1], base=2), zscore([1.0, 2.0, 3.0]))\n"
    minimise = HEAD + "from scipy.optimize import minimize, minimize_scalar\nfrom scipy.special import log_softmax\ny = np.array([2, 1])\nloss = lambda T: -np.mean(log_softmax(z / T, axis=1)[[0, 1], y])\n"
    yield "minimize_scalar", minimise + "r = minimize_scalar(lambda t: (t - 2.3) ** 2 + 1, bounds=(0.1, 10), method='bounded')\nprint(round(r.x, 4), round(r.fun, 6), r.success)\nprint(round(minimize_scalar(lambda t: (t - 3) ** 2).x, 4))\n"
    yield "temperature", minimise + "print(round(minimize_scalar(loss, bounds=(0.05, 5), method='bounded').x, 3))\nprint(minimize(lambda t: loss(np.exp(t[0])), [0.0], method='Nelder-Mead', bounds=[(-3, 2)]).x.round(2))\n"
    yield "minimize", minimise + "r = minimize(lambda p: (p[0] - 1) ** 2 + (p[1] + 2) ** 2, [0.0, 0.0])\nprint(r.x.round(3), r.success)\nprint(minimize(lambda t: (t[0] - 5) ** 2, [1.0], bounds=[(0.1, 3)]).x.round(3))\nprint(minimize(lambda p: ((p - [1, 2]) ** 2).sum(), np.zeros(2), method='L-BFGS-B', jac=lambda p: 2 * (p - [1, 2])).x.round(3))\n"
    yield "stats", HEAD + """from scipy import stats
x = np.array([1.0, 2.0, 4.0, 7.0, 7.5, 9.0])
y = np.array([2.0, 1.0, 5.0, 6.0, 9.0, 8.0])
r, p = stats.pearsonr(x, y)
print(round(r, 10), round(p, 10), [round(v, 10) for v in stats.spearmanr(x, y)])
print(stats.pearsonr(x, y).statistic.round(8), stats.rankdata([3, 1, 3, 2]), stats.rankdata([3, 1, 3, 2], method='min'), stats.rankdata([3, 1, 3, 2], method='dense'))
line = stats.linregress(x, y)
print(round(line.slope, 10), round(line.intercept, 10), round(line.rvalue, 10), round(line.pvalue, 10), round(line.stderr, 10))
print([round(float(v), 10) for v in (stats.skew(x), stats.kurtosis(x), stats.gmean(x), stats.hmean(x), stats.iqr(x), stats.trim_mean(x, 0.2), stats.sem(x))])
"""
    yield "mode", HEAD + "from scipy import stats\nm = stats.mode([1, 2, 2, 3], keepdims=False)\nprint(m.mode, m.count)\nm = stats.mode(np.array([[1, 2], [1, 3], [0, 3]]), axis=0, keepdims=False)\nprint(m.mode, m.count)\n"
    yield "uniform", HEAD + "from scipy.stats import uniform, norm\nprint(uniform.cdf([0.2, 2]), uniform(1, 3).pdf([0.5, 2]), uniform.ppf(0.3), norm.rvs(size=3, random_state=0).round(6), uniform.rvs(size=2, random_state=1).round(6), norm.interval(0.95)[1].round(8))\n"
    yield "distance", HEAD + "from scipy.spatial import distance\nu, v = [1.0, 2.0, 3.0], [2.0, 0.0, 4.0]\nprint([round(float(f(u, v)), 10) for f in (distance.euclidean, distance.cosine, distance.cityblock, distance.chebyshev, distance.sqeuclidean, distance.correlation)])\nX = np.array([u, v, [0.0, 1.0, 0.0]])\nprint(distance.cdist(X, X[:2]).round(8), distance.pdist(X).round(8), distance.squareform(distance.pdist(X)).round(6), round(float(distance.jensenshannon([0.5, 0.5], [0.9, 0.1])), 10))\n"
    yield "more special", special + "print(kl_div([0.5, 0.5], [0.9, 0.1]).round(10), ndtr([0.0, 1.96]).round(10), np.round(beta(2.0, 3.0), 12), np.round(betainc(2.0, 3.0, 0.4), 12), softmax([1000.0, 1000.0]), expit([-800.0, 800.0]))\n"
