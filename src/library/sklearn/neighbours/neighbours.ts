/** `sklearn.neighbors`: nearest neighbours in scikit-learn's order, also where several are equally far away. */
import { pythonModule } from '../../../python/modules.ts';

export const neighboursModule = pythonModule(
  'sklearn.neighbors',
  String.raw`
import numpy as np
from sklearn.utils._param_validation import InvalidParameterError
from sklearn._neighbors import nearest
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.utils.validation import check_consistent_length, check_is_fitted

_EXPONENTS = {"euclidean": 2, "l2": 2, "manhattan": 1, "cityblock": 1, "l1": 1, "chebyshev": np.inf, "infinity": np.inf}

def _answers(count, dtype):
    """What analysis knows of predicted labels."""
    return settled(None, (count,), str(dtype)) if dtype.kind in "biuf" else unknown("its contents depend on the data")

def _cosine(X, Y):
    X = X / np.where((lengths := np.sqrt((X * X).sum(axis=1, keepdims=True))) == 0.0, 1.0, lengths)
    Y = Y / np.where((lengths := np.sqrt((Y * Y).sum(axis=1, keepdims=True))) == 0.0, 1.0, lengths)
    return np.clip(1.0 - X @ Y.T, 0, 2)

class _NeighborsBase(BaseEstimator):
    def _fit_points(self, X):
        if self.algorithm not in ("auto", "ball_tree", "kd_tree", "brute"):
            raise InvalidParameterError("The 'algorithm' parameter of %s must be a str among {'auto', 'ball_tree', 'brute', 'kd_tree'}. Got %r instead." % (type(self).__name__, self.algorithm))
        exponent = self._exponent()
        if exponent is None and not callable(self.metric) and self.metric not in ("cosine", "precomputed"):
            raise NotImplementedError("sklearn.neighbors with metric=%r is not supported by Kerascope yet" % (self.metric,))
        self._known = self._checked(X, reset=True)
        self.n_samples_fit_ = self._known.shape[0]
        self.effective_metric_ = {1: "manhattan", 2: "euclidean"}.get(exponent, "minkowski" if exponent is not None and exponent != np.inf else self.metric)
        return self

    def _exponent(self):
        if self.metric == "minkowski":
            return (self.metric_params or {}).get("p", self.p)
        return _EXPONENTS.get(self.metric) if isinstance(self.metric, str) else None

    def _method(self):
        if self.algorithm != "auto":
            return self.algorithm
        wanted = self.n_neighbors
        if self._known.shape[1] > 15 or wanted is not None and wanted >= self._known.shape[0] // 2 or self._exponent() is None or self._exponent() < 1:
            return "brute"
        return "kd_tree"

    def kneighbors(self, X=None, n_neighbors=None, return_distance=True):
        check_is_fitted(self, "n_samples_fit_")
        if n_neighbors is None:
            n_neighbors = self.n_neighbors
        elif n_neighbors <= 0:
            raise ValueError("Expected n_neighbors > 0. Got %d" % n_neighbors)
        own = X is None
        X = self._known if own else self._checked(X)
        count = n_neighbors + own
        if count > self._known.shape[0]:
            raise ValueError("Expected n_neighbors <= n_samples,  but n_samples = %d, n_neighbors = %d" % (self._known.shape[0], count))
        if not running():
            distances = settled(None, (X.shape[0], n_neighbors), "float64", 0)
            places = settled(None, (X.shape[0], n_neighbors), "int64", 0)
            return (distances, places) if return_distance else places
        distances, places = self._found(X, count)
        if own:
            others = places != np.arange(X.shape[0])[:, np.newaxis]
            # Among more copies of a point than neighbours are asked for, the first stands for the point itself.
            others[np.all(others, axis=1), 0] = False
            distances, places = distances[others].reshape(-1, n_neighbors), places[others].reshape(-1, n_neighbors)
        return (distances, places) if return_distance else places

    def _found(self, X, count):
        method, exponent = self._method(), self._exponent()
        floats = X.dtype.kind == "f" and X.dtype == self._known.dtype
        if exponent is not None and (method != "brute" or floats):
            return nearest(self._known.astype(np.float64), X.astype(np.float64), count, method, self.leaf_size, exponent)
        rows = np.arange(X.shape[0])[:, np.newaxis]
        apart = self._all_distances(X, exponent)
        places = np.argpartition(apart, count - 1, axis=1)[:, :count]
        places = places[rows, np.argsort(apart[rows, places])]
        chosen = apart[rows, places]
        return np.sqrt(chosen) if exponent == 2 else chosen, places

    def _all_distances(self, X, exponent):
        """All distances; squares of Euclidean ones."""
        if self.metric == "precomputed":
            return X
        X, Y = X.astype(np.float64), self._known.astype(np.float64)
        if exponent == 2:
            return np.maximum(-2 * (X @ Y.T) + (X * X).sum(axis=1)[:, np.newaxis] + (Y * Y).sum(axis=1), 0)
        if self.metric == "cosine":
            return _cosine(X, Y)
        if callable(self.metric):
            return np.array([[float(self.metric(a, b)) for b in Y] for a in X])
        apart = np.abs(X[:, np.newaxis, :] - Y)
        return apart.max(axis=2) if exponent == np.inf else apart.sum(axis=2) if exponent == 1 else (apart ** exponent).sum(axis=2) ** (1 / exponent)

class NearestNeighbors(_NeighborsBase):
    _defaults = {"n_neighbors": 5, "radius": 1.0, "algorithm": "auto", "leaf_size": 30, "metric": "minkowski", "p": 2, "metric_params": None, "n_jobs": None}

    def __init__(self, *, n_neighbors=5, radius=1.0, algorithm="auto", leaf_size=30, metric="minkowski", p=2, metric_params=None, n_jobs=None):
        self.n_neighbors, self.radius, self.algorithm, self.leaf_size = n_neighbors, radius, algorithm, leaf_size
        self.metric, self.p, self.metric_params, self.n_jobs = metric, p, metric_params, n_jobs

    def fit(self, X, y=None):
        return self._fit_points(X)

class _Supervised(_NeighborsBase):
    _defaults = {"n_neighbors": 5, "weights": "uniform", "algorithm": "auto", "leaf_size": 30, "p": 2, "metric": "minkowski", "metric_params": None, "n_jobs": None}

    def __init__(self, n_neighbors=5, *, weights="uniform", algorithm="auto", leaf_size=30, p=2, metric="minkowski", metric_params=None, n_jobs=None):
        self.n_neighbors, self.weights, self.algorithm, self.leaf_size = n_neighbors, weights, algorithm, leaf_size
        self.p, self.metric, self.metric_params, self.n_jobs = p, metric, metric_params, n_jobs

    def fit(self, X, y):
        if not callable(self.weights) and self.weights not in ("uniform", "distance", None):
            raise InvalidParameterError("The 'weights' parameter of %s must be a str among {'distance', 'uniform'}, a callable or None. Got %r instead." % (type(self).__name__, self.weights))
        self._fit_points(X)
        y = np.asarray(y)
        check_consistent_length(self._known, y)
        self._label_type = y.dtype
        self._take_answers(y)
        return self

    def _votes(self, X):
        """The places of the neighbours, and how much each counts (None: all the same)."""
        if self.weights in ("uniform", None) and not callable(self.weights):
            return self.kneighbors(X, return_distance=False), None
        distances, places = self.kneighbors(X)
        if callable(self.weights):
            return places, self.weights(distances)
        with np.errstate(divide="ignore"):
            shares = 1.0 / distances
        exact = np.isinf(shares)
        rows = exact.any(axis=1)
        shares[rows] = exact[rows]
        return places, shares

class KNeighborsClassifier(ClassifierMixin, _Supervised):
    def _take_answers(self, y):
        self.outputs_2d_ = y.ndim == 2 and y.shape[1] > 1
        if not running():
            self.classes_ = unknown("it depends on the data") if self.outputs_2d_ else _answers(None, y.dtype)
            return
        y = y.reshape(len(y), -1)
        self._codes, classes = np.empty(y.shape, dtype=int), []
        for place in range(y.shape[1]):
            names, self._codes[:, place] = np.unique(y[:, place], return_inverse=True)
            classes.append(names)
        self._names = classes
        self.classes_ = classes if self.outputs_2d_ else classes[0]

    def predict_proba(self, X):
        check_is_fitted(self, "n_samples_fit_")
        if not running():
            return settled(None, (self._checked(X).shape[0], None), "float64", 0, 1)
        places, shares = self._votes(X)
        found = []
        for column, names in enumerate(self._names):
            codes = self._codes[places, column]
            chances = np.zeros((len(places), len(names)))
            for turn in range(codes.shape[1]):
                chances[np.arange(len(places)), codes[:, turn]] += 1 if shares is None else shares[:, turn]
            total = chances.sum(axis=1, keepdims=True)
            total[total == 0.0] = 1.0
            found.append(chances / total)
        return found if self.outputs_2d_ else found[0]

    def predict(self, X):
        check_is_fitted(self, "n_samples_fit_")
        if not running():
            return unknown("it depends on the data") if self.outputs_2d_ else _answers(self._checked(X).shape[0], self._label_type)
        places, shares = self._votes(X)
        columns = []
        for column, names in enumerate(self._names):
            codes = self._codes[places, column]
            counts = np.stack([((codes == code) * (1.0 if shares is None else shares)).sum(axis=1) for code in range(len(names))], axis=1)
            columns.append(names.take(counts.argmax(axis=1)))
        return np.stack(columns, axis=1) if self.outputs_2d_ else columns[0]

class KNeighborsRegressor(RegressorMixin, _Supervised):
    def _take_answers(self, y):
        self._y = y

    def predict(self, X):
        check_is_fitted(self, "n_samples_fit_")
        if not running():
            return settled(None, (self._checked(X).shape[0],) + self._y.shape[1:], "float64")
        places, shares = self._votes(X)
        y = self._y.reshape(-1, 1) if self._y.ndim == 1 else self._y
        if shares is None:
            found = np.mean(y[places], axis=1)
        else:
            total = np.sum(shares, axis=1)
            found = np.stack([np.sum(y[places, column] * shares, axis=1) / total for column in range(y.shape[1])], axis=1)
        return found.ravel() if self._y.ndim == 1 else found

class _Tree:
    def __init__(self, X, leaf_size=40, metric="minkowski", **options):
        self._exponent = options.get("p", 2) if metric == "minkowski" else _EXPONENTS.get(metric)
        if self._exponent is None:
            raise NotImplementedError("sklearn.neighbors.%s with metric=%r is not supported by Kerascope yet" % (type(self).__name__, metric))
        self.data, self._leaf_size = np.asarray(X, dtype=np.float64), leaf_size

    def query(self, X, k=1, return_distance=True, dualtree=False, breadth_first=False, sort_results=True):
        X = np.asarray(X, dtype=np.float64)
        if X.shape[-1] != self.data.shape[1]:
            raise ValueError("query data dimension must match training data dimension")
        if self.data.shape[0] < k:
            raise ValueError("k must be less than or equal to the number of training points")
        if not running():
            found = settled(None, X.shape[:-1] + (k,), "float64", 0), settled(None, X.shape[:-1] + (k,), "int64", 0)
        else:
            found = nearest(self.data, X.reshape(-1, X.shape[-1]), k, self._kind, self._leaf_size, self._exponent)
        return found if return_distance else found[1]

class KDTree(_Tree):
    _kind = "kd_tree"

class BallTree(_Tree):
    _kind = "ball_tree"

class NearestCentroid(ClassifierMixin, BaseEstimator):
    _defaults = {"metric": "euclidean", "shrink_threshold": None}

    def __init__(self, metric="euclidean", *, shrink_threshold=None):
        self.metric, self.shrink_threshold = metric, shrink_threshold

    def fit(self, X, y):
        if self.metric not in ("euclidean", "manhattan") or self.shrink_threshold is not None:
            raise NotImplementedError("NearestCentroid with another metric or shrink_threshold is not supported by Kerascope yet")
        X, y = self._checked(X, reset=True), np.asarray(y)
        check_consistent_length(X, y)
        self._label_type = y.dtype
        if running():
            self.classes_ = np.unique(y)
            middle = np.median if self.metric == "manhattan" else np.mean
            self.centroids_ = np.array([middle(X[y == name], axis=0) for name in self.classes_])
        else:
            self.classes_ = self.centroids_ = unknown("it depends on the data")
        return self

    def predict(self, X):
        X = self._checked(X)
        if not running():
            return _answers(X.shape[0], self._label_type)
        apart = np.abs(X[:, np.newaxis, :] - self.centroids_)
        return self.classes_[(apart.sum(axis=2) if self.metric == "manhattan" else (apart ** 2).sum(axis=2)).argmin(axis=1)]
`,
);
