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
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.linear_model._logistic import LogisticRegression
from sklearn.utils.validation import check_consistent_length, check_is_fitted

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
`,
);

export const estimatorModules = [decomposition, linearModel];
