/** Bagging: one estimator again and again, each time on rows and columns drawn by chance. */
import { pythonModule } from '../../../python/modules.ts';

export const baggingModule = pythonModule(
  'sklearn.ensemble._bagging',
  String.raw`
import inspect
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import ClassifierMixin, RegressorMixin, clone
from sklearn.ensemble._weight_boosting import _Ensemble, seeded
from sklearn.svm._machines import _answers, _check_range
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
from sklearn.utils.validation import check_consistent_length, check_random_state, column_or_1d

def _drawn(generator, again, total, count):
    """Places among all, drawn again and again, or each at most once."""
    if again:
        return generator.randint(0, total, count)
    if 0.01 < count / total < 0.99:
        return generator.permutation(total)[:count]
    if count / total <= 0.01:
        seen, found = set(), []
        while len(found) < count:
            place = int(generator.randint(total))
            if place not in seen:
                seen.add(place)
                found.append(place)
        return np.array(found, dtype=int)
    found = np.arange(count)
    for place in range(count, total):
        other = int(generator.randint(0, place + 1))
        if other < count:
            found[other] = place
    return found

def _takes_weights(estimator):
    return "sample_weight" in inspect.signature(estimator.fit).parameters

class _Bagging(_Ensemble):
    def fit(self, X, y, sample_weight=None):
        _check_range(self, "n_estimators", "int", 1, True)
        if not self.bootstrap and self.oob_score:
            raise ValueError("Out of bag estimation only available if bootstrap=True")
        if self.warm_start:
            raise NotImplementedError("%s(warm_start=True) is not supported by Kerascope yet" % type(self).__name__)
        X = self._checked(X, reset=True, dtype=None)
        y = column_or_1d(y, warn=True)
        check_consistent_length(X, y)
        self._label_type = y.dtype
        if not running():
            self.estimators_ = self.estimators_features_ = unknown("it depends on the data")
            if self._estimator_type == "classifier":
                self.classes_, self.n_classes_ = _answers(None, y.dtype), unknown("it depends on the data")
            if self.oob_score:
                self.oob_score_ = unknown("it depends on the data")
            return self
        generator = check_random_state(self.random_state)
        y = self._targets(y)
        rows, columns = X.shape
        count = self.max_samples if isinstance(self.max_samples, (int, np.integer)) else int(self.max_samples * rows)
        if count > rows:
            raise ValueError("max_samples must be <= n_samples")
        width = self.max_features if isinstance(self.max_features, (int, np.integer)) else int(self.max_features * columns)
        if width > columns:
            raise ValueError("max_features must be <= n_features")
        width = max(1, int(width))
        self.estimator_ = self._wanted(self._default())
        weighted = _takes_weights(self.estimator_)
        if sample_weight is not None and not weighted:
            raise ValueError("The base estimator doesn't support sample weight")
        self.estimators_, self.estimators_features_, self.estimators_samples_ = [], [], []
        for seed in generator.randint(2 ** 31 - 1, size=self.n_estimators).tolist():
            estimator = seeded(clone(self.estimator_), seed)
            own = check_random_state(seed)
            features = _drawn(own, self.bootstrap_features, columns, width)
            samples = _drawn(own, self.bootstrap, rows, count)
            part = X[:, features] if self.bootstrap_features or width != columns else X
            if weighted:
                weights = np.ones(rows) if sample_weight is None else np.array(sample_weight, dtype=np.float64)
                if self.bootstrap:
                    weights *= np.bincount(samples, minlength=rows)
                else:
                    weights[np.bincount(samples, minlength=rows) == 0] = 0
                estimator.fit(part, y, sample_weight=weights)
            else:
                estimator.fit(part[samples], y[samples])
            self.estimators_.append(estimator)
            self.estimators_features_.append(features)
            self.estimators_samples_.append(samples)
        if self.oob_score:
            self._score_unseen(X, y)
        return self

    def _unseen(self, samples, rows):
        return np.bincount(samples, minlength=rows) == 0

    def _warn_unseen(self):
        import warnings
        warnings.warn("Some inputs do not have OOB scores. This probably means too few estimators were used to compute any reliable oob estimates.")

class BaggingClassifier(ClassifierMixin, _Bagging):
    _defaults = {"estimator": None, "n_estimators": 10, "max_samples": 1.0, "max_features": 1.0, "bootstrap": True, "bootstrap_features": False,
                 "oob_score": False, "warm_start": False, "n_jobs": None, "random_state": None, "verbose": 0, "base_estimator": "deprecated"}

    def __init__(self, estimator=None, n_estimators=10, *, max_samples=1.0, max_features=1.0, bootstrap=True, bootstrap_features=False, oob_score=False,
                 warm_start=False, n_jobs=None, random_state=None, verbose=0, base_estimator="deprecated"):
        self._set(locals())

    def _default(self): return DecisionTreeClassifier()

    def _targets(self, y):
        self.classes_, codes = np.unique(y, return_inverse=True)
        self.n_classes_ = len(self.classes_)
        return codes

    def _chances(self, estimator, X):
        """What one estimator says, in the columns of the classes that it has seen."""
        found = np.zeros((len(X), self.n_classes_))
        if hasattr(estimator, "predict_proba"):
            found[:, estimator.classes_] += estimator.predict_proba(X)
        else:
            found[np.arange(len(X)), estimator.predict(X)] += 1
        return found

    def predict_proba(self, X):
        X = self._table(X)
        if not running():
            return settled(None, (X.shape[0], None), "float64", 0, 1)
        return sum(self._chances(estimator, X[:, features]) for estimator, features in zip(self.estimators_, self.estimators_features_)) / self.n_estimators

    def predict_log_proba(self, X): return np.log(self.predict_proba(X))

    def predict(self, X):
        if not running():
            return _answers(self._table(X).shape[0], self._label_type)
        return self.classes_.take(np.argmax(self.predict_proba(X), axis=1), axis=0)

    def _score_unseen(self, X, y):
        votes = np.zeros((len(X), self.n_classes_))
        for estimator, features, samples in zip(self.estimators_, self.estimators_features_, self.estimators_samples_):
            unseen = self._unseen(samples, len(X))
            votes[unseen] += self._chances(estimator, X[unseen][:, features])
        if (votes.sum(axis=1) == 0).any():
            self._warn_unseen()
        self.oob_decision_function_ = votes / votes.sum(axis=1)[:, np.newaxis]
        self.oob_score_ = float(np.mean(y == np.argmax(votes, axis=1)))

class BaggingRegressor(RegressorMixin, _Bagging):
    _defaults = BaggingClassifier._defaults

    def __init__(self, estimator=None, n_estimators=10, *, max_samples=1.0, max_features=1.0, bootstrap=True, bootstrap_features=False, oob_score=False,
                 warm_start=False, n_jobs=None, random_state=None, verbose=0, base_estimator="deprecated"):
        self._set(locals())

    def _default(self): return DecisionTreeRegressor()

    def _targets(self, y): return y

    def predict(self, X):
        X = self._table(X)
        if not running():
            return settled(None, (X.shape[0],), "float64")
        return sum(estimator.predict(X[:, features]) for estimator, features in zip(self.estimators_, self.estimators_features_)) / self.n_estimators

    def _score_unseen(self, X, y):
        from sklearn.metrics import r2_score
        total, count = np.zeros(len(y)), np.zeros(len(y))
        for estimator, features, samples in zip(self.estimators_, self.estimators_features_, self.estimators_samples_):
            unseen = self._unseen(samples, len(y))
            total[unseen] += estimator.predict(X[unseen][:, features])
            count[unseen] += 1
        if (count == 0).any():
            self._warn_unseen()
            count[count == 0] = 1
        self.oob_prediction_ = total / count
        self.oob_score_ = r2_score(y, self.oob_prediction_)
`,
);
