/** Estimators that stand beside networks in scripts: linear models, principal components. */
import { pythonModule } from '../../python/modules.ts';

const decomposition = pythonModule(
  'sklearn.decomposition',
  String.raw`
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

class PCA(TransformerMixin, BaseEstimator):
    _defaults = {"n_components": None, "copy": True, "whiten": False, "svd_solver": "auto", "tol": 0.0, "iterated_power": "auto",
                 "n_oversamples": 10, "power_iteration_normalizer": "auto", "random_state": None}

    def __init__(self, n_components=None, *, copy=True, whiten=False, svd_solver="auto", tol=0.0, iterated_power="auto",
                 n_oversamples=10, power_iteration_normalizer="auto", random_state=None):
        self.n_components, self.copy, self.whiten, self.svd_solver, self.tol = n_components, copy, whiten, svd_solver, tol
        self.iterated_power, self.n_oversamples = iterated_power, n_oversamples
        self.power_iteration_normalizer, self.random_state = power_iteration_normalizer, random_state

    def fit(self, X, y=None):
        X = self._checked(X, reset=True).astype(np.float64)
        samples, features = X.shape
        wanted = self.n_components
        if isinstance(wanted, (int, np.integer)) and running() and not 0 <= wanted <= min(samples, features):
            raise ValueError("n_components=%r must be between 0 and min(n_samples, n_features)=%r with svd_solver='full'" % (
                wanted, min(samples, features)))
        self.mean_ = X.mean(axis=0)
        if not running():
            self._open(samples, features, wanted)
            return self
        U, S, V = np.linalg.svd(X - self.mean_, full_matrices=False)
        largest = np.argmax(np.abs(U), axis=0)
        signs = np.sign(U[largest, np.arange(U.shape[1])])
        U, V = U * signs, V * signs[:, np.newaxis]
        variance = S ** 2 / (samples - 1)
        shares = variance / variance.sum()
        if wanted is None:
            wanted = min(samples, features)
        elif isinstance(wanted, float) and wanted < 1:
            wanted = int(np.searchsorted(np.cumsum(shares), wanted, side="right")) + 1
        self.n_components_, self.n_samples_, self.n_features_ = int(wanted), samples, features
        self.components_, self.explained_variance_ = V[:wanted], variance[:wanted]
        self.explained_variance_ratio_, self.singular_values_ = shares[:wanted], S[:wanted]
        self.noise_variance_ = float(variance[wanted:].mean()) if wanted < min(features, samples) else 0.0
        return self

    def _open(self, samples, features, wanted):
        """What analysis knows of the result."""
        count = wanted if isinstance(wanted, int) else None
        self.n_components_ = unknown("it depends on the data") if count is None else count
        self.n_samples_, self.n_features_ = samples, features
        self.components_ = settled(None, (count, features), "float64")
        self.explained_variance_, self.singular_values_ = settled(None, (count,), "float64"), settled(None, (count,), "float64")
        self.explained_variance_ratio_ = settled(None, (count,), "float64", 0, 1)
        self.noise_variance_ = unknown("it depends on the data")

    def transform(self, X):
        check_is_fitted(self, "n_components_")
        X = self._checked(X)
        if not running():
            return settled(None, (X.shape[0], self.n_components_), "float64")
        X = (X - self.mean_) @ self.components_.T
        return X / np.sqrt(self.explained_variance_) if self.whiten else X

    def fit_transform(self, X, y=None):
        return self.fit(X).transform(X)

    def inverse_transform(self, X):
        if not running():
            return settled(None, (X.shape[0], self.n_features_in_), "float64")
        if self.whiten:
            X = X * np.sqrt(self.explained_variance_)
        return X @ self.components_ + self.mean_
`,
);

const linearModel = pythonModule(
  'sklearn.linear_model',
  String.raw`
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.utils.class_weight import compute_class_weight
from sklearn.utils.validation import check_consistent_length, check_is_fitted

def _answers(count, dtype):
    """What analysis knows of predicted labels."""
    return settled(None, (count,), str(dtype)) if dtype.kind in "biuf" else unknown("its contents depend on the data")

class _Linear(RegressorMixin, BaseEstimator):
    def _solve(self, X, y, penalty):
        X = self._checked(X, reset=True).astype(np.float64)
        y = np.asarray(y)
        check_consistent_length(X, y)
        self._outputs = y.shape[1:]
        if not running():
            self.coef_ = settled(None, self._outputs + (X.shape[1],), "float64")
            self.intercept_ = settled(None, self._outputs, "float64") if self._outputs else unknown("it depends on the data")
            return self
        y = y.astype(np.float64)
        middle, level = (X.mean(axis=0), y.mean(axis=0)) if self.fit_intercept else (np.zeros(X.shape[1]), np.zeros(y.shape[1:]))
        if penalty:
            A = (X - middle).T @ (X - middle) + penalty * np.eye(X.shape[1])
            solution = np.linalg.solve(A, (X - middle).T @ (y - level))
        else:
            solution = np.linalg.lstsq(X - middle, y - level, rcond=None)[0]
        self.coef_ = solution.T
        self.intercept_ = level - middle @ solution if self.fit_intercept else 0.0
        return self

    def predict(self, X):
        X = self._checked(X)
        if not running():
            return settled(None, (X.shape[0],) + self._outputs, "float64")
        check_is_fitted(self, "coef_")
        return X @ self.coef_.T + self.intercept_

class LinearRegression(_Linear):
    _defaults = {"fit_intercept": True, "copy_X": True, "n_jobs": None, "positive": False}

    def __init__(self, *, fit_intercept=True, copy_X=True, n_jobs=None, positive=False):
        self.fit_intercept, self.copy_X, self.n_jobs, self.positive = fit_intercept, copy_X, n_jobs, positive

    def fit(self, X, y, sample_weight=None):
        return self._solve(X, y, 0.0)

class Ridge(_Linear):
    _defaults = {"alpha": 1.0, "fit_intercept": True, "copy_X": True, "max_iter": None, "tol": 1e-4, "solver": "auto",
                 "positive": False, "random_state": None}

    def __init__(self, alpha=1.0, *, fit_intercept=True, copy_X=True, max_iter=None, tol=1e-4, solver="auto", positive=False,
                 random_state=None):
        self.alpha, self.fit_intercept, self.copy_X, self.max_iter, self.tol = alpha, fit_intercept, copy_X, max_iter, tol
        self.solver, self.positive, self.random_state = solver, positive, random_state

    def fit(self, X, y, sample_weight=None):
        return self._solve(X, y, self.alpha)

class ElasticNet(_Linear):
    """Coordinate descent, as scikit-learn's: one coefficient after the other until the duality gap is small."""

    _defaults = {"alpha": 1.0, "l1_ratio": 0.5, "fit_intercept": True, "precompute": False, "max_iter": 1000, "copy_X": True, "tol": 1e-4, "warm_start": False,
                 "positive": False, "random_state": None, "selection": "cyclic"}

    def __init__(self, alpha=1.0, *, l1_ratio=0.5, fit_intercept=True, precompute=False, max_iter=1000, copy_X=True, tol=1e-4, warm_start=False, positive=False,
                 random_state=None, selection="cyclic"):
        self.alpha, self.l1_ratio, self.fit_intercept, self.precompute, self.max_iter, self.copy_X = alpha, l1_ratio, fit_intercept, precompute, max_iter, copy_X
        self.tol, self.warm_start, self.positive, self.random_state, self.selection = tol, warm_start, positive, random_state, selection

    def fit(self, X, y, sample_weight=None):
        if not running():
            return self._solve(X, y, 0.0)
        X, y = self._checked(X, reset=True).astype(np.float64), np.asarray(y, dtype=np.float64)
        check_consistent_length(X, y)
        self._outputs = y.shape[1:]
        middle, level = (X.mean(axis=0), y.mean(axis=0)) if self.fit_intercept else (np.zeros(X.shape[1]), 0.0)
        X, y = X - middle, y - level
        count = X.shape[0]
        first, second = self.alpha * self.l1_ratio * count, self.alpha * (1.0 - self.l1_ratio) * count
        squares, w, rest = (X ** 2).sum(axis=0), np.zeros(X.shape[1]), y.copy()
        tolerance = self.tol * float(y @ y)
        for turn in range(self.max_iter):
            most = change = 0.0
            for place in range(len(w)):
                if squares[place] == 0.0:
                    continue
                before = w[place]
                if before != 0.0:
                    rest = rest + before * X[:, place]
                pull = float(X[:, place] @ rest)
                w[place] = 0.0 if self.positive and pull < 0 else np.sign(pull) * max(abs(pull) - first, 0) / (squares[place] + second)
                if w[place] != 0.0:
                    rest = rest - w[place] * X[:, place]
                change, most = max(change, abs(w[place] - before)), max(most, abs(w[place]))
            if most == 0.0 or change / most < self.tol or turn == self.max_iter - 1:
                slope = X.T @ rest - second * w
                largest = float(slope.max() if self.positive else np.abs(slope).max())
                error, size = float(rest @ rest), float(w @ w)
                scale = first / largest if largest > first else 1.0
                gap = 0.5 * (error + error * scale ** 2) if largest > first else error
                gap += first * float(np.abs(w).sum()) - scale * float(rest @ y) + 0.5 * second * (1 + scale ** 2) * size
                if gap < tolerance:
                    break
        self.coef_, self.intercept_, self.n_iter_ = w, level - float(middle @ w) if self.fit_intercept else 0.0, turn + 1
        return self

class Lasso(ElasticNet):
    _defaults = {name: value for name, value in ElasticNet._defaults.items() if name != "l1_ratio"}

    def __init__(self, alpha=1.0, *, fit_intercept=True, precompute=False, copy_X=True, max_iter=1000, tol=1e-4, warm_start=False, positive=False, random_state=None,
                 selection="cyclic"):
        ElasticNet.__init__(self, alpha, l1_ratio=1.0, fit_intercept=fit_intercept, precompute=precompute, max_iter=max_iter, copy_X=copy_X, tol=tol,
                            warm_start=warm_start, positive=positive, random_state=random_state, selection=selection)

class LogisticRegression(ClassifierMixin, BaseEstimator):
    _defaults = {"penalty": "l2", "dual": False, "tol": 1e-4, "C": 1.0, "fit_intercept": True, "intercept_scaling": 1,
                 "class_weight": None, "random_state": None, "solver": "lbfgs", "max_iter": 100, "multi_class": "auto",
                 "verbose": 0, "warm_start": False, "n_jobs": None, "l1_ratio": None}

    def __init__(self, penalty="l2", *, dual=False, tol=1e-4, C=1.0, fit_intercept=True, intercept_scaling=1, class_weight=None,
                 random_state=None, solver="lbfgs", max_iter=100, multi_class="auto", verbose=0, warm_start=False, n_jobs=None,
                 l1_ratio=None):
        self.penalty, self.dual, self.tol, self.C, self.fit_intercept = penalty, dual, tol, C, fit_intercept
        self.intercept_scaling, self.class_weight, self.random_state, self.solver = intercept_scaling, class_weight, random_state, solver
        self.max_iter, self.multi_class, self.verbose, self.warm_start = max_iter, multi_class, verbose, warm_start
        self.n_jobs, self.l1_ratio = n_jobs, l1_ratio

    def fit(self, X, y, sample_weight=None):
        if self.penalty not in ("l2", None, "none"):
            raise NotImplementedError("LogisticRegression with penalty=%r is not supported by Kerascope yet" % self.penalty)
        X = self._checked(X, reset=True).astype(np.float64)
        y = np.asarray(y)
        check_consistent_length(X, y)
        if y.ndim == 2 and y.shape[1] == 1:
            y = y[:, 0]
        if y.ndim != 1:
            raise ValueError("y should be a 1d array, got an array of shape {} instead.".format(y.shape))
        self._label_type = y.dtype
        if not running():
            self.classes_, self.n_iter_ = _answers(None, y.dtype), settled(None, (None,), "int32")
            self.coef_, self.intercept_ = settled(None, (None, X.shape[1]), "float64"), settled(None, (None,), "float64")
            return self
        self.classes_, codes = np.unique(y, return_inverse=True)
        if len(self.classes_) < 2:
            raise ValueError("This solver needs samples of at least 2 classes in the data, but the data contains only one class: %r" % self.classes_[0])
        weights = np.ones(len(y)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        weights = weights * compute_class_weight(self.class_weight, classes=self.classes_, y=y)[codes]
        self._newton(np.hstack([X, np.ones((len(X), 1))]) if self.fit_intercept else X, codes, weights)
        return self

    def _newton(self, X, codes, weights):
        """Minimises the penalised loss, which is convex, by Newton's steps halved until they help."""
        several = len(self.classes_) > 2
        outputs = len(self.classes_) if several else 1
        features = X.shape[1]
        targets = np.eye(outputs)[codes] if several else codes[:, np.newaxis].astype(np.float64)
        strength = 0.0 if self.penalty in (None, "none") else 1.0 / self.C
        keep = np.ones(features) * strength
        if self.fit_intercept:
            keep[-1] = 0.0
        W = np.zeros((features, outputs))
        def measured(W):
            Z = X @ W
            if several:
                Z = Z - Z.max(axis=1, keepdims=True)
                logs = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
                loss = -(weights * (targets * logs).sum(axis=1)).sum()
                return loss + 0.5 * (keep[:, np.newaxis] * W ** 2).sum(), np.exp(logs)
            loss = (weights * (np.logaddexp(0, Z) - targets * Z)[:, 0]).sum()
            return loss + 0.5 * (keep[:, np.newaxis] * W ** 2).sum(), 1 / (1 + np.exp(-Z))
        loss, P = measured(W)
        for turn in range(max(self.max_iter, 1)):
            gradient = X.T @ (weights[:, np.newaxis] * (P - targets)) + keep[:, np.newaxis] * W
            if np.abs(gradient).max() <= 1e-9 * max(1.0, loss):
                break
            H = np.zeros((features * outputs, features * outputs))
            for a in range(outputs):
                for b in range(a, outputs):
                    curve = P[:, a] * ((1.0 if a == b else 0.0) - P[:, b]) * weights
                    block = X.T @ (curve[:, np.newaxis] * X)
                    H[a * features:(a + 1) * features, b * features:(b + 1) * features] = block
                    H[b * features:(b + 1) * features, a * features:(a + 1) * features] = block.T
            H += np.diag(np.tile(keep, outputs)) + 1e-9 * np.eye(features * outputs)
            step = np.linalg.solve(H, gradient.T.ravel()).reshape(outputs, features).T
            scale = 1.0
            while scale > 1e-8:
                trial, chances = measured(W - scale * step)
                if trial <= loss:
                    break
                scale /= 2
            done = abs(loss - trial) <= 1e-14 * max(1.0, abs(loss))
            W, loss, P = W - scale * step, trial, chances
            if done:
                break
        self.n_iter_ = np.array([turn + 1], dtype=np.int32)
        if several and self.fit_intercept:
            W[-1] -= W[-1].mean()
        self.coef_ = W[:-1].T if self.fit_intercept else W.T
        self.intercept_ = W[-1].copy() if self.fit_intercept else np.zeros(outputs)

    def decision_function(self, X):
        X = self._checked(X)
        check_is_fitted(self, "coef_")
        if not running():
            return unknown("its shape depends on the number of classes")
        scores = X @ self.coef_.T + self.intercept_
        return scores[:, 0] if scores.shape[1] == 1 else scores

    def predict_proba(self, X):
        X = self._checked(X)
        if not running():
            return settled(None, (X.shape[0], None), "float64", 0, 1)
        scores = self.decision_function(X)
        if scores.ndim == 1:
            chances = 1 / (1 + np.exp(-scores))
            return np.stack([1 - chances, chances], axis=1)
        shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
        return shifted / shifted.sum(axis=1, keepdims=True)

    def predict_log_proba(self, X):
        return np.log(self.predict_proba(X))

    def predict(self, X):
        if not running():
            return _answers(self._checked(X).shape[0], self._label_type)
        scores = self.decision_function(X)
        return self.classes_[(scores > 0).astype(int) if scores.ndim == 1 else scores.argmax(axis=1)]
`,
);

export const estimatorModules = [decomposition, linearModel];
