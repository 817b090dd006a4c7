/** `sklearn.cluster`: k-means with scikit-learn's first centres for a `random_state`. */
import { pythonModule } from '../../python/modules.ts';

export const clusterModule = pythonModule(
  'sklearn.cluster',
  `
import numpy as np
from sklearn._clusters import inertia, moved_centres, nearest_centres
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
            fresh = nearest_centres(X, centres)
            moved = moved_centres(X, fresh, centres)
            same = labels is not None and bool((fresh == labels).all())
            shift = float((np.sqrt(((moved - centres) ** 2).sum(axis=1)) ** 2).sum())
            labels, centres = fresh, moved
            if same or shift <= tolerance:
                break
        if not same:
            labels = nearest_centres(X, centres)
        return labels, centres, inertia(X, labels, centres), turn + 1

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
        self.labels_, self.cluster_centers_, self.inertia_, self.n_iter_ = best[0], best[1] + middle, best[2], best[3]
        return self

    def predict(self, X):
        X = self._checked(X).astype(np.float64)
        if not running():
            return settled(None, (X.shape[0],), "int32", 0, self.n_clusters - 1)
        check_is_fitted(self, "cluster_centers_")
        return nearest_centres(X, self.cluster_centers_)

    def fit_predict(self, X, y=None): return self.fit(X).labels_

    def transform(self, X):
        X = self._checked(X).astype(np.float64)
        return np.sqrt(_squares(X, self.cluster_centers_)) if running() else settled(None, (X.shape[0], self.n_clusters), "float64", 0)

    def score(self, X, y=None):
        X = self._checked(X).astype(np.float64)
        return -inertia(X, self.predict(X), self.cluster_centers_) if running() else unknown("it depends on the data")
`,
);
