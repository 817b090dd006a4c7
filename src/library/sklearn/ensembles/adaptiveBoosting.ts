/** AdaBoost: estimators that each look harder at what the ones before got wrong. */
import { pythonModule } from '../../../python/modules.ts';

export const adaptiveBoostingModule = pythonModule(
  'sklearn.ensemble._weight_boosting',
  String.raw`
import warnings
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, clone
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
from sklearn.svm._machines import _answers, _check_range
from sklearn.utils._param_validation import InvalidParameterError
from sklearn.utils.validation import check_consistent_length, check_is_fitted, check_random_state, column_or_1d

_TINY = np.finfo(np.float64).eps

def seeded(estimator, generator):
    """Gives every part of an estimator that draws by chance a seed of its own."""
    generator = check_random_state(generator)
    drawn = {}
    for name in sorted(estimator.get_params(deep=True)):
        if name == "random_state" or name.endswith("__random_state"):
            drawn[name] = int(generator.randint(2 ** 31 - 1))
    return estimator.set_params(**drawn) if drawn else estimator

class _Ensemble(BaseEstimator):
    def _set(self, options):
        for name in self._defaults:
            setattr(self, name, options[name])

    def _wanted(self, default):
        """The estimator that is repeated."""
        if self.base_estimator != "deprecated":
            warnings.warn("\x60base_estimator\x60 was renamed to \x60estimator\x60 in version 1.2 and will be removed in 1.4.", FutureWarning)
            if self.estimator is not None:
                raise ValueError("Both \x60estimator\x60 and \x60base_estimator\x60 were set. Only set one of them.")
            return default if self.base_estimator is None else self.base_estimator
        return default if self.estimator is None else self.estimator

    def __len__(self): return len(self.estimators_)

    def __getitem__(self, place): return self.estimators_[place]

    def __iter__(self): return iter(self.estimators_)

    def _table(self, X):
        check_is_fitted(self)
        return self._checked(X)

class _Boosted(_Ensemble):
    def fit(self, X, y, sample_weight=None):
        _check_range(self, "n_estimators", "int", 1, True)
        _check_range(self, "learning_rate", "float", 0.0, False)
        self._check_kind()
        X = self._checked(X, reset=True)
        y = column_or_1d(y, warn=True)
        check_consistent_length(X, y)
        self._label_type = y.dtype
        if not running():
            self.estimators_ = self.estimator_weights_ = self.estimator_errors_ = unknown("it depends on the data")
            if self._estimator_type == "classifier":
                self.classes_, self.n_classes_ = _answers(None, y.dtype), unknown("it depends on the data")
            return self
        weights = np.ones(len(y)) if sample_weight is None else np.array(sample_weight, dtype=np.float64)
        weights /= weights.sum()
        self.estimator_ = self._wanted(self._default())
        self.estimators_ = []
        self.estimator_weights_, self.estimator_errors_ = np.zeros(self.n_estimators), np.ones(self.n_estimators)
        generator, nothing = check_random_state(self.random_state), weights == 0.0
        for turn in range(self.n_estimators):
            weights = np.clip(weights, _TINY, None)
            weights[nothing] = 0.0
            self.estimators_.append(seeded(clone(self.estimator_), generator))
            found = self._boost(turn, X, y, weights, generator)
            if found is None:
                break
            weights, self.estimator_weights_[turn], self.estimator_errors_[turn] = found
            if found[2] == 0:
                break
            total = np.sum(weights)
            if not np.isfinite(total):
                warnings.warn("Sample weights have reached infinite values, at iteration %d, causing overflow. Iterations stopped. Try lowering the learning rate." % turn)
                break
            if total <= 0:
                break
            if turn < self.n_estimators - 1:
                weights /= total
        return self

    def staged_score(self, X, y, sample_weight=None):
        from sklearn.metrics import accuracy_score, r2_score
        score = accuracy_score if self._estimator_type == "classifier" else r2_score
        for found in self.staged_predict(X):
            yield score(y, found, sample_weight=sample_weight)

    @property
    def feature_importances_(self):
        if not running():
            return settled(None, (self.n_features_in_,), "float64", 0, 1)
        total = self.estimator_weights_.sum()
        return sum(weight * each.feature_importances_ for weight, each in zip(self.estimator_weights_, self.estimators_)) / total

class AdaBoostClassifier(ClassifierMixin, _Boosted):
    _defaults = {"estimator": None, "n_estimators": 50, "learning_rate": 1.0, "algorithm": "SAMME.R", "random_state": None, "base_estimator": "deprecated"}

    def __init__(self, estimator=None, *, n_estimators=50, learning_rate=1.0, algorithm="SAMME.R", random_state=None, base_estimator="deprecated"):
        self._set(locals())

    def _default(self): return DecisionTreeClassifier(max_depth=1)

    def _check_kind(self):
        if self.algorithm not in ("SAMME", "SAMME.R"):
            raise InvalidParameterError("The 'algorithm' parameter of AdaBoostClassifier must be a str among {'SAMME', 'SAMME.R'}. Got %r instead." % (self.algorithm,))
        if running() and self.algorithm == "SAMME.R" and not hasattr(self._wanted(self._default()), "predict_proba"):
            raise TypeError("AdaBoostClassifier with algorithm='SAMME.R' requires that the weak learner supports the calculation of class probabilities with a predict_proba method.\n"
                            "Please change the base estimator or set algorithm='SAMME' instead.")

    def _boost(self, turn, X, y, weights, generator):
        estimator = self.estimators_[-1].fit(X, y, sample_weight=weights)
        chances = estimator.predict_proba(X) if self.algorithm == "SAMME.R" else None
        found = estimator.predict(X) if chances is None else estimator.classes_.take(np.argmax(chances, axis=1), axis=0)
        if turn == 0:
            self.classes_ = estimator.classes_
            self.n_classes_ = len(self.classes_)
        wrong = found != y
        error = float(np.mean(np.average(wrong, weights=weights, axis=0)))
        if error <= 0:
            return weights, 1.0, 0.0
        last = turn == self.n_estimators - 1
        count = self.n_classes_
        if chances is not None:
            signs = np.array([-1.0 / (count - 1), 1.0]).take((self.classes_ == y[:, np.newaxis]).astype(int))
            logs = np.log(np.clip(chances, np.finfo(chances.dtype).eps, None))
            push = -1.0 * self.learning_rate * ((count - 1.0) / count) * (signs * logs).sum(axis=1)
            if not last:
                weights = np.exp(np.log(weights) + push * ((weights > 0) | (push < 0)))
            return weights, 1.0, error
        if error >= 1.0 - 1.0 / count:
            self.estimators_.pop(-1)
            if not self.estimators_:
                raise ValueError("BaseClassifier in AdaBoostClassifier ensemble is worse than random, ensemble can not be fit.")
            return None
        weight = self.learning_rate * (np.log((1.0 - error) / error) + np.log(count - 1.0))
        if not last:
            weights = np.exp(np.log(weights) + weight * wrong * (weights > 0))
        return weights, weight, error

    def _vote(self, estimator, weight, X):
        if self.algorithm == "SAMME.R":
            chances = estimator.predict_proba(X)
            logs = np.log(np.clip(chances, np.finfo(chances.dtype).eps, None))
            return (self.n_classes_ - 1) * (logs - (1.0 / self.n_classes_) * logs.sum(axis=1)[:, np.newaxis])
        return (estimator.predict(X) == self.classes_[:, np.newaxis]).T * weight

    def _staged(self, X):
        """The votes after each estimator, a column for each class, or one value of two classes."""
        total, norm = None, 0.0
        for weight, estimator in zip(self.estimator_weights_, self.estimators_):
            norm += weight
            vote = self._vote(estimator, weight, X)
            total = vote if total is None else total + vote
            yield self._shown(total / norm)

    def _shown(self, votes):
        return votes[:, 1] - votes[:, 0] if self.n_classes_ == 2 else votes

    def decision_function(self, X):
        X = self._table(X)
        if not running():
            return unknown("its shape depends on the number of classes")
        votes = sum(self._vote(estimator, weight, X) for estimator, weight in zip(self.estimators_, self.estimator_weights_))
        return self._shown(votes / self.estimator_weights_.sum())

    def staged_decision_function(self, X):
        X = self._table(X)
        return self._staged(X) if running() else unknown("it depends on the data")

    def _label(self, votes):
        return self.classes_.take(votes > 0 if votes.ndim == 1 else np.argmax(votes, axis=1), axis=0)

    def predict(self, X):
        return self._label(self.decision_function(X)) if running() else _answers(self._table(X).shape[0], self._label_type)

    def staged_predict(self, X):
        X = self._table(X)
        return (self._label(votes) for votes in self._staged(X)) if running() else unknown("it depends on the data")

    def _chances(self, votes):
        votes = np.vstack([-votes, votes]).T / 2 if votes.ndim == 1 else votes / (self.n_classes_ - 1)
        shifted = np.exp(votes - votes.max(axis=1, keepdims=True))
        return shifted / shifted.sum(axis=1, keepdims=True)

    def predict_proba(self, X):
        return self._chances(self.decision_function(X)) if running() else settled(None, (self._table(X).shape[0], None), "float64", 0, 1)

    def staged_predict_proba(self, X):
        X = self._table(X)
        return (self._chances(votes) for votes in self._staged(X)) if running() else unknown("it depends on the data")

    def predict_log_proba(self, X): return np.log(self.predict_proba(X))

class AdaBoostRegressor(RegressorMixin, _Boosted):
    _defaults = {"estimator": None, "n_estimators": 50, "learning_rate": 1.0, "loss": "linear", "random_state": None, "base_estimator": "deprecated"}

    def __init__(self, estimator=None, *, n_estimators=50, learning_rate=1.0, loss="linear", random_state=None, base_estimator="deprecated"):
        self._set(locals())

    def _default(self): return DecisionTreeRegressor(max_depth=3)

    def _check_kind(self):
        if self.loss not in ("linear", "square", "exponential"):
            raise InvalidParameterError("The 'loss' parameter of AdaBoostRegressor must be a str among {'exponential', 'linear', 'square'}. Got %r instead." % (self.loss,))

    def _boost(self, turn, X, y, weights, generator):
        drawn = generator.choice(np.arange(len(X)), size=len(X), replace=True, p=weights)
        estimator = self.estimators_[-1].fit(X[drawn], y[drawn])
        error, counted = np.abs(estimator.predict(X) - y), weights > 0
        own, part = weights[counted], error[counted]
        largest = part.max()
        if largest != 0:
            part = part / largest
        if self.loss == "square":
            part = part ** 2
        elif self.loss == "exponential":
            part = 1.0 - np.exp(-part)
        mean = (own * part).sum()
        if mean <= 0:
            return weights, 1.0, 0.0
        if mean >= 0.5:
            if len(self.estimators_) > 1:
                self.estimators_.pop(-1)
            return None
        ratio = mean / (1.0 - mean)
        if turn != self.n_estimators - 1:
            weights[counted] *= np.power(ratio, (1.0 - part) * self.learning_rate)
        return weights, self.learning_rate * np.log(1.0 / ratio), mean

    def _median(self, X, count):
        """The weighted median of what the first estimators say."""
        each = np.array([estimator.predict(X) for estimator in self.estimators_[:count]]).T
        order = np.argsort(each, axis=1)
        shares = np.cumsum(self.estimator_weights_[order], axis=1)
        chosen = np.argmax(shares >= 0.5 * shares[:, -1][:, np.newaxis], axis=1)
        rows = np.arange(len(X))
        return each[rows, order[rows, chosen]]

    def predict(self, X):
        X = self._table(X)
        return self._median(X, len(self.estimators_)) if running() else settled(None, (X.shape[0],), "float64")

    def staged_predict(self, X):
        X = self._table(X)
        return (self._median(X, place + 1) for place in range(len(self.estimators_))) if running() else unknown("it depends on the data")
`,
);
