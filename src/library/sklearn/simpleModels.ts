/** Estimators that are compared with networks: naive Bayes, constant answers, clusters, features chosen by scores. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';

const naiveBayes = pythonModule(
  'sklearn.naive_bayes',
  `
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_consistent_length, check_is_fitted

class _Bayes(ClassifierMixin, BaseEstimator):
    def predict(self, X):
        X = self._checked(X)
        if not running():
            return unknown("its contents depend on the data")
        return self.classes_[self._joint(X.astype(np.float64)).argmax(axis=1)]

    def predict_log_proba(self, X):
        X = self._checked(X)
        if not running():
            return settled(None, (X.shape[0], None), "float64")
        joint = self._joint(X.astype(np.float64))
        most = joint.max(axis=1, keepdims=True)
        return joint - (np.log(np.exp(joint - most).sum(axis=1, keepdims=True)) + most)

    def predict_proba(self, X):
        return np.exp(self.predict_log_proba(X))

    def _begun(self, X, y):
        X = self._checked(X, reset=True).astype(np.float64)
        y = np.asarray(y)
        check_consistent_length(X, y)
        return X, y

class GaussianNB(_Bayes):
    _defaults = {"priors": None, "var_smoothing": 1e-9}

    def __init__(self, *, priors=None, var_smoothing=1e-9):
        self.priors, self.var_smoothing = priors, var_smoothing

    def fit(self, X, y, sample_weight=None):
        X, y = self._begun(X, y)
        if not running():
            return self
        self.classes_, codes = np.unique(y, return_inverse=True)
        self.epsilon_ = self.var_smoothing * np.var(X, axis=0).max()
        parts = [X[codes == code] for code in range(len(self.classes_))]
        self.theta_ = np.array([part.mean(axis=0) for part in parts])
        self.var_ = np.array([part.var(axis=0) for part in parts]) + self.epsilon_
        self.class_count_ = np.array([float(len(part)) for part in parts])
        self.class_prior_ = self.class_count_ / self.class_count_.sum() if self.priors is None else np.asarray(self.priors)
        return self

    def _joint(self, X):
        check_is_fitted(self, "theta_")
        found = []
        for mean, spread, prior in zip(self.theta_, self.var_, self.class_prior_):
            part = -0.5 * np.sum(np.log(2.0 * np.pi * spread)) - 0.5 * np.sum((X - mean) ** 2 / spread, axis=1)
            found.append(np.log(prior) + part)
        return np.array(found).T

class MultinomialNB(_Bayes):
    _defaults = {"alpha": 1.0, "force_alpha": "warn", "fit_prior": True, "class_prior": None}

    def __init__(self, *, alpha=1.0, force_alpha="warn", fit_prior=True, class_prior=None):
        self.alpha, self.force_alpha, self.fit_prior, self.class_prior = alpha, force_alpha, fit_prior, class_prior

    def fit(self, X, y, sample_weight=None):
        X = X.toarray() if hasattr(X, "toarray") else X
        X, y = self._begun(X, y)
        if not running():
            return self
        if (X < 0).any():
            raise ValueError("Negative values in data passed to MultinomialNB (input X)")
        self.classes_, codes = np.unique(y, return_inverse=True)
        self.class_count_ = np.bincount(codes).astype(np.float64)
        self.feature_count_ = np.array([X[codes == code].sum(axis=0) for code in range(len(self.classes_))])
        smooth = self.feature_count_ + self.alpha
        self.feature_log_prob_ = np.log(smooth) - np.log(smooth.sum(axis=1)).reshape(-1, 1)
        self.class_log_prior_ = np.log(self.class_count_) - np.log(self.class_count_.sum()) if self.fit_prior else np.full(len(self.classes_), -np.log(len(self.classes_)))
        return self

    def _checked(self, X, reset=False, **options):
        return BaseEstimator._checked(self, X.toarray() if hasattr(X, "toarray") else X, reset, **options)

    def _joint(self, X):
        check_is_fitted(self, "feature_log_prob_")
        return X @ self.feature_log_prob_.T + self.class_log_prior_
`,
);

const dummy = pythonModule(
  'sklearn.dummy',
  `
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.utils import check_random_state

class DummyClassifier(ClassifierMixin, BaseEstimator):
    _defaults = {"strategy": "prior", "random_state": None, "constant": None}

    def __init__(self, *, strategy="prior", random_state=None, constant=None):
        self.strategy, self.random_state, self.constant = strategy, random_state, constant

    def fit(self, X, y, sample_weight=None):
        if self.strategy not in ("most_frequent", "stratified", "uniform", "constant", "prior"):
            raise ValueError("The 'strategy' parameter of DummyClassifier must be a str among {'most_frequent', 'prior', 'stratified', 'uniform', 'constant'}. Got %r instead." % self.strategy)
        if running():
            self.classes_, codes = np.unique(np.asarray(y), return_inverse=True)
            self.n_classes_ = len(self.classes_)
            self.class_prior_ = np.bincount(codes) / len(codes)
        return self

    def predict_proba(self, X):
        rows = len(X)
        if not running():
            return settled(None, (rows, None), "float64", 0, 1)
        one = np.zeros(self.n_classes_)
        if self.strategy == "prior":
            one = self.class_prior_
        elif self.strategy == "most_frequent":
            one[self.class_prior_.argmax()] = 1.0
        elif self.strategy == "uniform":
            one = np.ones(self.n_classes_) / self.n_classes_
        elif self.strategy == "constant":
            one[np.flatnonzero(self.classes_ == self.constant)] = 1.0
        else:
            return check_random_state(self.random_state).multinomial(1, self.class_prior_, size=rows).astype(np.float64)
        return np.tile(one, (rows, 1))

    def predict(self, X):
        rows = len(X)
        if not running():
            return unknown("its contents depend on the data")
        if self.strategy == "uniform":
            return self.classes_[check_random_state(self.random_state).randint(self.n_classes_, size=rows)]
        return self.classes_[self.predict_proba(X).argmax(axis=1)]

class DummyRegressor(RegressorMixin, BaseEstimator):
    _defaults = {"strategy": "mean", "constant": None, "quantile": None}

    def __init__(self, *, strategy="mean", constant=None, quantile=None):
        self.strategy, self.constant, self.quantile = strategy, constant, quantile

    def fit(self, X, y, sample_weight=None):
        if running():
            y = np.asarray(y)
            self.constant_ = np.array([[float(y.mean() if self.strategy == "mean" else np.median(y) if self.strategy == "median" else np.percentile(y, self.quantile * 100) if self.strategy == "quantile" else self.constant)]])
        return self

    def predict(self, X):
        return np.full(len(X), self.constant_[0, 0]) if running() else settled(None, (len(X),), "float64")
`,
);

const cluster = pythonModule(
  'sklearn.cluster',
  `
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils import check_random_state
from sklearn.utils.validation import check_is_fitted

def _squares(X, Y):
    apart = (X * X).sum(axis=1)[:, np.newaxis] - 2.0 * (X @ Y.T) + (Y * Y).sum(axis=1)[np.newaxis, :]
    return np.maximum(apart, 0)

class KMeans(TransformerMixin, BaseEstimator):
    _estimator_type = "clusterer"
    _defaults = {"n_clusters": 8, "init": "k-means++", "n_init": "warn", "max_iter": 300, "tol": 1e-4, "verbose": 0, "random_state": None, "copy_x": True,
                 "algorithm": "lloyd"}

    def __init__(self, n_clusters=8, *, init="k-means++", n_init="warn", max_iter=300, tol=1e-4, verbose=0, random_state=None, copy_x=True, algorithm="lloyd"):
        self.n_clusters, self.init, self.n_init, self.max_iter, self.tol = n_clusters, init, n_init, max_iter, tol
        self.verbose, self.random_state, self.copy_x, self.algorithm = verbose, random_state, copy_x, algorithm

    def _spread_centres(self, X, generator):
        """The first centres: each as far from those before as chance has it (k-means++)."""
        trials = 2 + int(np.log(self.n_clusters))
        chosen = [int(generator.randint(X.shape[0]))]
        closest = _squares(X[chosen], X)[0]
        for turn in range(1, self.n_clusters):
            drawn = generator.random_sample(trials) * closest.sum()
            places = np.minimum(np.searchsorted(np.cumsum(closest), drawn), X.shape[0] - 1)
            apart = np.minimum(closest, _squares(X[places], X))
            best = int(np.argmin(apart.sum(axis=1)))
            closest = apart[best]
            chosen.append(int(places[best]))
        return X[chosen]

    def _settled(self, X, centres, tolerance):
        labels = None
        for turn in range(self.max_iter):
            apart = _squares(X, centres)
            fresh = apart.argmin(axis=1)
            moved = centres.copy()
            for place in range(self.n_clusters):
                part = X[fresh == place]
                moved[place] = part.mean(axis=0) if len(part) else X[int(apart.min(axis=1).argmax())]
            same = labels is not None and bool((fresh == labels).all())
            shift = float(((moved - centres) ** 2).sum())
            labels, centres = fresh, moved
            if same or shift <= tolerance:
                break
        labels = _squares(X, centres).argmin(axis=1)
        return labels, centres, float(((X - centres[labels]) ** 2).sum()), turn + 1

    def fit(self, X, y=None, sample_weight=None):
        X = self._checked(X, reset=True).astype(np.float64)
        if not running():
            self.cluster_centers_ = settled(None, (self.n_clusters, X.shape[1]), "float64")
            self.labels_ = settled(None, (X.shape[0],), "int32", 0, self.n_clusters - 1)
            return self
        if X.shape[0] < self.n_clusters:
            raise ValueError("n_samples=%d should be >= n_clusters=%d." % (X.shape[0], self.n_clusters))
        generator = check_random_state(self.random_state)
        middle = X.mean(axis=0)
        shifted = X - middle
        tolerance = float(np.mean(np.var(X, axis=0)) * self.tol)
        given = not isinstance(self.init, str) and not callable(self.init)
        best = None
        for turn in range(1 if given else 10 if self.n_init == "warn" else 1 if self.n_init == "auto" else self.n_init):
            if given:
                centres = np.asarray(self.init, dtype=np.float64) - middle
            elif self.init == "random":
                centres = shifted[generator.permutation(X.shape[0])[:self.n_clusters]]
            else:
                centres = self._spread_centres(shifted, generator)
            found = self._settled(shifted, centres, tolerance)
            if best is None or found[2] < best[2]:
                best = found
        self.labels_, self.cluster_centers_, self.inertia_, self.n_iter_ = best[0].astype(np.int32), best[1] + middle, best[2], best[3]
        return self

    def predict(self, X):
        X = self._checked(X).astype(np.float64)
        if not running():
            return settled(None, (X.shape[0],), "int32", 0, self.n_clusters - 1)
        check_is_fitted(self, "cluster_centers_")
        return _squares(X, self.cluster_centers_).argmin(axis=1).astype(np.int32)

    def fit_predict(self, X, y=None): return self.fit(X).labels_

    def transform(self, X):
        X = self._checked(X).astype(np.float64)
        return np.sqrt(_squares(X, self.cluster_centers_)) if running() else settled(None, (X.shape[0], self.n_clusters), "float64", 0)

    def score(self, X, y=None):
        return -float(_squares(self._checked(X).astype(np.float64), self.cluster_centers_).min(axis=1).sum()) if running() else unknown("it depends on the data")
`,
);

const featureSelection = pythonModule(
  'sklearn.feature_selection',
  `
import math
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, TransformerMixin

def _beyond_f(scores, first, second):
    """The share of Fisher's distribution beyond each score."""
    from scipy.special import betainc
    return np.array([float(betainc(second / 2, first / 2, second / (second + first * score))) if np.isfinite(score) else 0.0 for score in scores.tolist()])

def _beyond_chi2(score, freedom):
    """The share of the chi-squared distribution beyond a score: the upper incomplete gamma function."""
    a, x = freedom / 2, score / 2
    front = math.exp(a * math.log(x) - x - math.lgamma(a)) if x > 0 else 0.0
    if x < a + 1:
        term = total = 1.0 / a
        place = a
        while abs(term) > abs(total) * 1e-16:
            place += 1
            term *= x / place
            total += term
        return 1.0 - front * total
    b = x + 1 - a
    c, d = 1e300, 1 / b
    total = d
    for step in range(1, 500):
        factor = -step * (step - a)
        b += 2
        d = 1 / (factor * d + b)
        c = b + factor / c
        total *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return front * total

def f_classif(X, y):
    """One-way analysis of variance of each feature over the classes."""
    X, y = np.asarray(X, dtype=np.float64), np.asarray(y)
    parts = [X[y == name] for name in np.unique(y).tolist()]
    count, groups = X.shape[0], len(parts)
    total = sum([part.sum(axis=0) for part in parts])
    squares = sum([(part ** 2).sum(axis=0) for part in parts])
    between = sum([part.sum(axis=0) ** 2 / part.shape[0] for part in parts]) - total ** 2 / count
    within = squares - total ** 2 / count - between
    scores = (between / (groups - 1)) / (within / (count - groups))
    return scores, _beyond_f(scores, groups - 1, count - groups)

def f_regression(X, y, *, center=True, force_finite=True):
    X, y = np.asarray(X, dtype=np.float64), np.asarray(y, dtype=np.float64)
    correlation = np.array([np.corrcoef(X[:, place], y)[0, 1] for place in range(X.shape[1])])
    scores = correlation ** 2 / (1 - correlation ** 2) * (len(y) - 2)
    return scores, _beyond_f(scores, 1, len(y) - 2)

def chi2(X, y):
    X, y = np.asarray(X, dtype=np.float64), np.asarray(y)
    names = np.unique(y)
    observed = np.array([X[y == name].sum(axis=0) for name in names.tolist()])
    expected = np.outer(np.array([(y == name).mean() for name in names.tolist()]), X.sum(axis=0))
    scores = ((observed - expected) ** 2 / expected).sum(axis=0)
    return scores, np.array([_beyond_chi2(score, len(names) - 1) for score in scores.tolist()])

class _Selector(TransformerMixin, BaseEstimator):
    def get_support(self, indices=False):
        mask = self._mask()
        return np.flatnonzero(mask) if indices else mask

    def transform(self, X):
        checked = self._checked(X)
        return checked[:, self._mask()] if running() else settled(None, (checked.shape[0], getattr(self, "_kept", None)), "float64")

    def get_feature_names_out(self, input_features=None):
        names = list(input_features) if input_features is not None else list(getattr(self, "feature_names_in_", ["x%d" % place for place in range(self.n_features_in_)]))
        return np.array([name for name, kept in zip(names, self._mask().tolist()) if kept], dtype=object)

class VarianceThreshold(_Selector):
    _defaults = {"threshold": 0.0}

    def __init__(self, threshold=0.0):
        self.threshold = threshold

    def fit(self, X, y=None):
        X = self._checked(X, reset=True)
        if running():
            self.variances_ = X.var(axis=0)
            if not (self.variances_ > self.threshold).any():
                raise ValueError("No feature in X meets the variance threshold {0:.5f}".format(self.threshold))
        return self

    def _mask(self): return self.variances_ > self.threshold

class SelectKBest(_Selector):
    _defaults = {"score_func": f_classif, "k": 10}

    def __init__(self, score_func=f_classif, *, k=10):
        self.score_func, self.k = score_func, k

    def fit(self, X, y=None):
        checked = self._checked(X, reset=True)
        self._kept = checked.shape[1] if self.k == "all" else self.k
        if running():
            found = self.score_func(checked, np.asarray(y))
            self.scores_, self.pvalues_ = found if isinstance(found, tuple) else (found, None)
        return self

    def _mask(self):
        if self.k == "all":
            return np.ones(len(self.scores_), dtype=bool)
        mask = np.zeros(len(self.scores_), dtype=bool)
        mask[np.argsort(np.nan_to_num(self.scores_, nan=-np.inf), kind="mergesort")[-self.k:]] = True
        return mask
`,
);

/** What would need another implementation's choices by chance, digit by digit, to be right: named with the reason. */
function refused(name: string, reason: string, classes: string): LibraryModule {
  const body = classes
    .split(' ')
    .map(
      each => `
class ${each}:
    def __init__(self, *args, **options):
        if running():
            raise NotImplementedError("${name}.${each} is not supported by Kerascope: ${reason}")

    def __new__(cls, *args, **options):
        return object.__new__(cls) if running() else unknown("${each} is not modelled")
`,
    )
    .join('');
  return pythonModule(name, `from sklearn._support import running, unknown\n${body}`);
}

const TREES =
  'its trees depend on the order of ties and draws inside of scikit-learn, and others would give other results';

export const simpleModelModules: readonly LibraryModule[] = [
  naiveBayes,
  dummy,
  cluster,
  featureSelection,
  refused(
    'sklearn.tree',
    TREES,
    'DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor',
  ),
  refused(
    'sklearn.ensemble',
    TREES,
    'RandomForestClassifier RandomForestRegressor GradientBoostingClassifier GradientBoostingRegressor AdaBoostClassifier AdaBoostRegressor ExtraTreesClassifier ExtraTreesRegressor HistGradientBoostingClassifier HistGradientBoostingRegressor IsolationForest BaggingClassifier BaggingRegressor VotingClassifier VotingRegressor StackingClassifier StackingRegressor',
  ),
  refused(
    'sklearn.manifold',
    'its places depend on the order of rounding in its descent; use PCA to look at features',
    'TSNE MDS Isomap LocallyLinearEmbedding SpectralEmbedding',
  ),
  refused(
    'sklearn.svm',
    'its solver is not part of it',
    'SVC SVR LinearSVC LinearSVR NuSVC NuSVR OneClassSVM',
  ),
  refused(
    'sklearn.neural_network',
    'build the network with Keras',
    'MLPClassifier MLPRegressor BernoulliRBM',
  ),
];
