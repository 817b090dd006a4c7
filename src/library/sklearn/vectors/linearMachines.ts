/** `LinearSVC`, `LinearSVR` and what `LogisticRegression(solver='liblinear')` shares with them. */
import { pythonModule } from '../../../python/modules.ts';

export const linearMachinesModule = pythonModule(
  'sklearn.svm._linear',
  String.raw`
import warnings
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn._vectors import fit_linear
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.exceptions import ConvergenceWarning
from sklearn.svm._machines import _answers, _check_range
from sklearn.utils._param_validation import InvalidParameterError
from sklearn.utils.class_weight import compute_class_weight
from sklearn.utils.validation import check_consistent_length, check_is_fitted, check_random_state, column_or_1d

_KINDS = {("hinge", "l2", True): "hinge", ("squared_hinge", "l2", True): "squared_hinge", ("squared_hinge", "l2", False): "smooth_squared_hinge",
          ("logistic_regression", "l2", False): "smooth_logistic", ("epsilon_insensitive", "l2", True): "tube",
          ("squared_epsilon_insensitive", "l2", True): "squared_tube", ("squared_epsilon_insensitive", "l2", False): "smooth_squared_tube"}
_REFUSED = {("squared_hinge", "l1", False), ("logistic_regression", "l1", False), ("logistic_regression", "l2", True)}

def _kind(name, loss, penalty, dual):
    kind = _KINDS.get((loss, penalty, dual))
    if kind is None and (loss, penalty, dual) in _REFUSED:
        raise NotImplementedError("%s(penalty=%r, dual=%r) is not supported by Kerascope yet" % (name, penalty, dual))
    if kind is None:
        if not [each for each in list(_KINDS) + list(_REFUSED) if each[:2] == (loss, penalty)]:
            what = "The combination of penalty='%s' and loss='%s' is not supported" % (penalty, loss)
        else:
            what = "The combination of penalty='%s' and loss='%s' are not supported when dual=%s" % (penalty, loss, dual)
        raise ValueError("Unsupported set of arguments: %s, Parameters: penalty=%r, loss=%r, dual=%r" % (what, penalty, loss, dual))
    return kind

def _solve(estimator, X, targets, costs, kind, epsilon):
    """Coefficients, intercepts and turns for rows of targets."""
    generator, scale = check_random_state(estimator.random_state), estimator.intercept_scaling
    if estimator.fit_intercept:
        if scale <= 0:
            raise ValueError("Intercept scaling is %r but needs to be greater than 0. To disable fitting an intercept, set fit_intercept=False." % scale)
        X = np.hstack([X, np.full((len(X), 1), float(scale))])
    if estimator.verbose:
        print("[LibLinear]", end="")
    found, turns = fit_linear(X, targets, costs, kind, float(epsilon), float(estimator.tol), estimator.max_iter, int(generator.randint(2 ** 31 - 1)))
    if turns.max() >= estimator.max_iter:
        warnings.warn("Liblinear failed to converge, increase the number of iterations.", ConvergenceWarning)
    if estimator.fit_intercept:
        return found[:, :-1], scale * found[:, -1], turns
    return found, 0.0, turns

def fit_classes(estimator, X, y, sample_weight, kind):
    """Each class against the rest (of two classes the second against the first), the samples class by class."""
    classes, codes = np.unique(y, return_inverse=True)
    if len(classes) < 2:
        raise ValueError("This solver needs samples of at least 2 classes in the data, but the data contains only one class: %r" % classes[0])
    each = compute_class_weight(estimator.class_weight, classes=classes, y=y)
    order = np.argsort(codes, kind="stable")
    weights = np.ones(len(y)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
    order = order[weights[order] > 0]
    codes, weights = codes[order], weights[order]
    rows = [1] if len(classes) == 2 else range(len(classes))
    targets = np.array([np.where(codes == row, 1.0, -1.0) for row in rows])
    if len(classes) == 2:
        costs = np.array([weights * (estimator.C * each)[codes]])
    else:
        costs = np.array([weights * np.where(codes == row, estimator.C * each[row], estimator.C) for row in rows])
    return (classes,) + _solve(estimator, X[order], targets, costs, kind, 0.0)

class _LinearMachine(BaseEstimator):
    def _set(self, options):
        for name in self._defaults:
            setattr(self, name, options[name])

    def _begin(self, X, y):
        for name in ("C", "tol"):
            _check_range(self, name, "float", 0.0, False)
        _check_range(self, "max_iter", "int", 0, True)
        X = self._checked(X, reset=True, dtype=np.float64)
        y = column_or_1d(y, warn=True)
        check_consistent_length(X, y)
        self._label_type = y.dtype
        return X, y

class LinearSVC(ClassifierMixin, _LinearMachine):
    _defaults = {"penalty": "l2", "loss": "squared_hinge", "dual": True, "tol": 1e-4, "C": 1.0, "multi_class": "ovr", "fit_intercept": True,
                 "intercept_scaling": 1, "class_weight": None, "verbose": 0, "random_state": None, "max_iter": 1000}

    def __init__(self, penalty="l2", loss="squared_hinge", *, dual=True, tol=1e-4, C=1.0, multi_class="ovr", fit_intercept=True, intercept_scaling=1,
                 class_weight=None, verbose=0, random_state=None, max_iter=1000):
        self._set(locals())

    def fit(self, X, y, sample_weight=None):
        for name, choices in (("penalty", ("l1", "l2")), ("loss", ("hinge", "squared_hinge")), ("multi_class", ("crammer_singer", "ovr"))):
            if getattr(self, name) not in choices:
                raise InvalidParameterError("The %r parameter of LinearSVC must be a str among {%s}. Got %r instead." % (name, ", ".join([repr(each) for each in choices]), getattr(self, name)))
        if self.multi_class == "crammer_singer":
            raise NotImplementedError("LinearSVC(multi_class='crammer_singer') is not supported by Kerascope yet")
        X, y = self._begin(X, y)
        kind = _kind("LinearSVC", self.loss, self.penalty, self.dual)
        if not running():
            self.classes_, self.n_iter_ = _answers(None, y.dtype), unknown("it depends on the data")
            self.coef_, self.intercept_ = settled(None, (None, X.shape[1]), "float64"), settled(None, (None,), "float64")
            return self
        self.classes_, self.coef_, self.intercept_, turns = fit_classes(self, X, y, sample_weight, kind)
        self.n_iter_ = int(turns.max())
        return self

    def decision_function(self, X):
        check_is_fitted(self)
        X = self._checked(X)
        if not running():
            return unknown("its shape depends on the number of classes")
        scores = X @ self.coef_.T + self.intercept_
        return scores.ravel() if scores.shape[1] == 1 else scores

    def predict(self, X):
        check_is_fitted(self)
        if not running():
            return _answers(self._checked(X).shape[0], self._label_type)
        scores = self.decision_function(X)
        return self.classes_[(scores > 0).astype(int) if scores.ndim == 1 else scores.argmax(axis=1)]

class LinearSVR(RegressorMixin, _LinearMachine):
    _defaults = {"epsilon": 0.0, "tol": 1e-4, "C": 1.0, "loss": "epsilon_insensitive", "fit_intercept": True, "intercept_scaling": 1.0, "dual": True,
                 "verbose": 0, "random_state": None, "max_iter": 1000}

    def __init__(self, *, epsilon=0.0, tol=1e-4, C=1.0, loss="epsilon_insensitive", fit_intercept=True, intercept_scaling=1.0, dual=True, verbose=0,
                 random_state=None, max_iter=1000):
        self._set(locals())

    def fit(self, X, y, sample_weight=None):
        if self.loss not in ("epsilon_insensitive", "squared_epsilon_insensitive"):
            raise InvalidParameterError("The 'loss' parameter of LinearSVR must be a str among {'epsilon_insensitive', 'squared_epsilon_insensitive'}. Got %r instead." % self.loss)
        X, y = self._begin(X, y)
        kind = _kind("LinearSVR", self.loss, "l2", self.dual)
        if not running():
            self.coef_, self.intercept_, self.n_iter_ = settled(None, (X.shape[1],), "float64"), settled(None, (1,), "float64"), unknown("it depends on the data")
            return self
        weights = np.ones(len(y)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        kept = weights > 0
        coefficients, self.intercept_, turns = _solve(self, X[kept], y[kept].astype(np.float64)[np.newaxis], (self.C * weights[kept])[np.newaxis], kind, self.epsilon)
        self.coef_, self.n_iter_ = coefficients.ravel(), int(turns.max())
        return self

    def predict(self, X):
        check_is_fitted(self)
        X = self._checked(X)
        return X @ self.coef_ + self.intercept_ if running() else settled(None, (X.shape[0],), "float64")
`,
);

export const svmModule = pythonModule(
  'sklearn.svm',
  `from sklearn.svm._machines import NuSVC, NuSVR, OneClassSVM, SVC, SVR
from sklearn.svm._linear import LinearSVC, LinearSVR`,
);
