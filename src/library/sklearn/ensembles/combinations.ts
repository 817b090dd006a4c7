/** Estimators of several kinds together: they vote, or another one learns from what they say. */
import { pythonModule } from '../../../python/modules.ts';

export const combinationsModule = pythonModule(
  'sklearn.ensemble._combined',
  String.raw`
import copy
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, TransformerMixin, clone
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict
from sklearn.svm._machines import _answers
from sklearn.utils import Bunch
from sklearn.utils._param_validation import InvalidParameterError
from sklearn.utils.validation import check_is_fitted, column_or_1d

class _Combination(TransformerMixin, BaseEstimator):
    def _set(self, options):
        for name in self._defaults:
            setattr(self, name, options[name])

    def get_params(self, deep=True):
        found = super().get_params(False)
        if deep:
            for name, estimator in self.estimators:
                found[name] = estimator
                if hasattr(estimator, "get_params"):
                    found.update({"%s__%s" % (name, inner): value for inner, value in estimator.get_params().items()})
            final = found.get("final_estimator")
            if hasattr(final, "get_params"):
                found.update({"final_estimator__%s" % inner: value for inner, value in final.get_params().items()})
        return found

    def set_params(self, **params):
        for place, (name, estimator) in enumerate(self.estimators):
            if name in params:
                self.estimators[place] = (name, params.pop(name))
        return super().set_params(**params)

    def _check_members(self):
        if len(self.estimators) == 0:
            raise ValueError("Invalid 'estimators' attribute, 'estimators' should be a non-empty list of (string, estimator) tuples.")
        names = [name for name, estimator in self.estimators]
        if len(set(names)) != len(names):
            raise ValueError("Names provided are not unique: %r" % (names,))
        if not [estimator for name, estimator in self.estimators if not self._dropped(estimator)]:
            raise ValueError("All estimators are dropped. At least one is required to be an estimator.")

    def _dropped(self, estimator):
        return isinstance(estimator, str) and estimator == "drop"

    def _fit_members(self, X, y, sample_weight):
        self.estimators_, self.named_estimators_ = [], Bunch()
        for name, estimator in self.estimators:
            self.named_estimators_[name] = estimator
            if not self._dropped(estimator):
                fitted = clone(estimator)
                self.estimators_.append(fitted.fit(X, y) if sample_weight is None else fitted.fit(X, y, sample_weight=sample_weight))
                self.named_estimators_[name] = fitted
        self.n_features_in_ = getattr(self.estimators_[0], "n_features_in_", None)

    def _coded(self, y):
        y = column_or_1d(y, warn=True)
        self._label_type = y.dtype
        if not running():
            self.classes_ = _answers(None, y.dtype)
            return y
        self.classes_, codes = np.unique(y, return_inverse=True)
        return codes

class _Voting(_Combination):
    def _members(self):
        return None if self.weights is None else [weight for (name, each), weight in zip(self.estimators, self.weights) if not self._dropped(each)]

    def _fit(self, X, y, sample_weight):
        self._check_members()
        if self.weights is not None and len(self.weights) != len(self.estimators):
            raise ValueError("Number of \x60estimators\x60 and weights must be equal; got %d weights, %d estimators" % (len(self.weights), len(self.estimators)))
        self._fit_members(X, y, sample_weight)
        return self

    def _each(self, X):
        check_is_fitted(self)
        return np.asarray([estimator.predict(X) for estimator in self.estimators_]).T

    def fit_transform(self, X, y=None): return self.fit(X, y).transform(X)

class VotingClassifier(ClassifierMixin, _Voting):
    _defaults = {"estimators": None, "voting": "hard", "weights": None, "n_jobs": None, "flatten_transform": True, "verbose": False}

    def __init__(self, estimators, *, voting="hard", weights=None, n_jobs=None, flatten_transform=True, verbose=False):
        self._set(locals())

    def fit(self, X, y, sample_weight=None):
        if self.voting not in ("hard", "soft"):
            raise InvalidParameterError("The 'voting' parameter of VotingClassifier must be a str among {'hard', 'soft'}. Got %r instead." % (self.voting,))
        return self._fit(X, self._coded(y), sample_weight)

    def __getattribute__(self, name):
        if name == "predict_proba" and object.__getattribute__(self, "voting") == "hard":
            raise AttributeError("predict_proba is not available when voting='hard'")
        return object.__getattribute__(self, name)

    def _chances(self, X):
        check_is_fitted(self)
        return np.asarray([estimator.predict_proba(X) for estimator in self.estimators_])

    def predict_proba(self, X):
        return np.average(self._chances(X), axis=0, weights=self._members()) if running() else settled(None, (np.shape(X)[0], None), "float64", 0, 1)

    def predict(self, X):
        if not running():
            return _answers(np.shape(X)[0], self._label_type)
        if self.voting == "soft":
            return self.classes_.take(np.argmax(self.predict_proba(X), axis=1))
        weights = self._members()
        return self.classes_.take([int(np.argmax(np.bincount(row, weights=weights))) for row in self._each(X)])

    def transform(self, X):
        if not running():
            return unknown("its shape depends on the number of classes")
        if self.voting == "hard":
            return self._each(X)
        return np.hstack(self._chances(X)) if self.flatten_transform else self._chances(X)

class VotingRegressor(RegressorMixin, _Voting):
    _defaults = {"estimators": None, "weights": None, "n_jobs": None, "verbose": False}

    def __init__(self, estimators, *, weights=None, n_jobs=None, verbose=False):
        self._set(locals())

    def fit(self, X, y, sample_weight=None): return self._fit(X, column_or_1d(y, warn=True), sample_weight)

    def transform(self, X): return self._each(X)

    def predict(self, X):
        return np.average(self._each(X), axis=1, weights=self._members()) if running() else settled(None, (np.shape(X)[0],), "float64")

class _Stacking(_Combination):
    def _fit(self, X, y, sample_weight):
        self._check_members()
        self.final_estimator_ = clone(self._final())
        kind = self._estimator_type
        if getattr(self.final_estimator_, "_estimator_type", None) != kind:
            raise ValueError("'final_estimator' parameter should be a %s. Got %s" % (kind, self.final_estimator_))
        members = [(name, estimator) for name, estimator in self.estimators if not self._dropped(estimator)]
        if not running():
            self.estimators_ = unknown("it depends on the data")
            return self
        if self.cv == "prefit":
            self.estimators_ = [estimator for name, estimator in members]
            self.named_estimators_ = Bunch(**dict(members))
        else:
            self._fit_members(X, y, sample_weight)
        self.stack_method_ = [self._method(name, estimator) for name, estimator in members]
        if self.cv == "prefit":
            said = [getattr(estimator, method)(X) for estimator, method in zip(self.estimators_, self.stack_method_)]
        else:
            said = [cross_val_predict(clone(estimator), X, y, cv=copy.deepcopy(self.cv), method=method) for (name, estimator), method in zip(members, self.stack_method_)]
        table = self._side_by_side(X, said)
        if sample_weight is None:
            self.final_estimator_.fit(table, y)
        else:
            self.final_estimator_.fit(table, y, sample_weight=sample_weight)
        return self

    def _method(self, name, estimator):
        if self.stack_method == "auto":
            return [method for method in ("predict_proba", "decision_function", "predict") if hasattr(estimator, method)][0]
        if not hasattr(estimator, self.stack_method):
            raise ValueError("Underlying estimator %s does not implement the method %s." % (name, self.stack_method))
        return self.stack_method

    def _side_by_side(self, X, said):
        columns = []
        for each, method in zip(said, self.stack_method_):
            if each.ndim == 1:
                columns.append(each.reshape(-1, 1))
            else:
                columns.append(each[:, 1:] if method == "predict_proba" and len(self.classes_) == 2 else each)
        return np.hstack(columns + [np.asarray(X)] if self.passthrough else columns)

    def transform(self, X):
        check_is_fitted(self)
        if not running():
            return unknown("its shape depends on the number of classes")
        return self._side_by_side(X, [getattr(estimator, method)(X) for estimator, method in zip(self.estimators_, self.stack_method_)])

class StackingClassifier(ClassifierMixin, _Stacking):
    _defaults = {"estimators": None, "final_estimator": None, "cv": None, "stack_method": "auto", "n_jobs": None, "passthrough": False, "verbose": 0}

    def __init__(self, estimators, final_estimator=None, *, cv=None, stack_method="auto", n_jobs=None, passthrough=False, verbose=0):
        self._set(locals())

    def _final(self): return LogisticRegression() if self.final_estimator is None else self.final_estimator

    def fit(self, X, y, sample_weight=None):
        if self.stack_method not in ("auto", "decision_function", "predict", "predict_proba"):
            raise InvalidParameterError("The 'stack_method' parameter of StackingClassifier must be a str among {'auto', 'decision_function', 'predict', 'predict_proba'}. Got %r instead." % (self.stack_method,))
        return self._fit(X, self._coded(y), sample_weight)

    def predict(self, X):
        return self.classes_.take(self.final_estimator_.predict(self.transform(X))) if running() else _answers(np.shape(X)[0], self._label_type)

    def predict_proba(self, X):
        return self.final_estimator_.predict_proba(self.transform(X)) if running() else settled(None, (np.shape(X)[0], None), "float64", 0, 1)

    def decision_function(self, X):
        return self.final_estimator_.decision_function(self.transform(X)) if running() else unknown("its shape depends on the number of classes")

class StackingRegressor(RegressorMixin, _Stacking):
    _defaults = {"estimators": None, "final_estimator": None, "cv": None, "n_jobs": None, "passthrough": False, "verbose": 0}
    stack_method = "predict"

    def __init__(self, estimators, final_estimator=None, *, cv=None, n_jobs=None, passthrough=False, verbose=0):
        self._set(locals())

    def _final(self):
        if self.final_estimator is None and running():
            raise NotImplementedError("StackingRegressor without a final_estimator (RidgeCV) is not supported by Kerascope yet")
        return unknown("RidgeCV is not modelled") if self.final_estimator is None else self.final_estimator

    def fit(self, X, y, sample_weight=None): return self._fit(X, column_or_1d(y, warn=True), sample_weight)

    def predict(self, X):
        return self.final_estimator_.predict(self.transform(X)) if running() else settled(None, (np.shape(X)[0],), "float64")
`,
);
