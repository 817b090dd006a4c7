/** `sklearn.naive_bayes` and `sklearn.dummy`: classes by their means or counts, and constant answers. */
import { pythonModule } from '../../python/modules.ts';

export const naiveBayesModule = pythonModule(
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

export const dummyModule = pythonModule(
  'sklearn.dummy',
  `
import numpy as np
from sklearn.utils._param_validation import InvalidParameterError
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.utils import check_random_state

class DummyClassifier(ClassifierMixin, BaseEstimator):
    _defaults = {"strategy": "prior", "random_state": None, "constant": None}

    def __init__(self, *, strategy="prior", random_state=None, constant=None):
        self.strategy, self.random_state, self.constant = strategy, random_state, constant

    def fit(self, X, y, sample_weight=None):
        if self.strategy not in ("most_frequent", "stratified", "uniform", "constant", "prior"):
            raise InvalidParameterError("The 'strategy' parameter of DummyClassifier must be a str among {'most_frequent', 'prior', 'stratified', 'uniform', 'constant'}. Got %r instead." % self.strategy)
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
